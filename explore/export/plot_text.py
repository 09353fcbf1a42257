"""Set the words around a plot: legend above it, notes below, and the small markup that labels use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explore.export import faces
from explore.export.marks import mark, swatch
from explore.export.shapes import Shape, Text, begin
from explore.render.lines import wrap

if TYPE_CHECKING:
    from explore.export.plot_axes import Room

_TAGS = re.compile(r"</?[a-z]+>|[\u2066-\u2069]")
_LEGENDS = ("legend2", "legend")  # from top to bottom
_LINE = 1.5  # of the size, from base line to base line
_BETWEEN = 0.35  # of the size, from symbol to symbol
_OF_PIXEL = 0.08  # of the size, for each pixel of a mark in the legend
_BOX = (1.3, 0.8)  # of the size, width and height of a box in the legend
Trace = Mapping[str, Any]
Entry = list[Trace]


@dataclass(frozen=True, slots=True)
class Manner:
    """Say how words are set: size, direction, and between which edges of the drawing."""

    size: float
    rtl: bool
    left: float
    right: float
    top: float
    ground: str
    ink: str


def plain(text: str) -> str:
    """Return *text* without markup and direction marks."""
    return _TAGS.sub("", text.replace("<br>", " "))


def lines(text: str) -> list[tuple[str, bool]]:
    """Return the lines of *text*, and whether each is bold."""
    return [(_TAGS.sub("", part), "<b>" in part) for part in text.split("<br>")]


def legend(figure: Mapping[str, Any], room: Room, manner: Manner) -> tuple[list[Shape], float]:
    """Set the legends in rows above the plot; return them and how high they are."""
    shapes: list[Shape] = []
    high = 0.0
    for name in _LEGENDS:
        traces = [t for t in figure["data"] if t.get("showlegend") and t.get("legend", "legend") == name]
        for row in _rows(_entries(traces), room.width, manner):
            high += manner.size * _LINE
            shapes += _row(row, room, room.y + high - manner.size * 0.45, manner)
    return shapes, high + manner.size * 0.6 if high else 0.0


def _entries(traces: Iterable[Trace]) -> list[Entry]:
    """Put what has no words of its own before those of the next one."""
    entries: list[Entry] = []
    waiting: list[Trace] = []
    for trace in traces:
        waiting.append(trace)
        if trace["name"]:
            entries.append(waiting)
            waiting = []
    return entries


def _rows(entries: Sequence[Entry], width: float, manner: Manner) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    used = width
    for entry in entries:
        needed = _needed(entry, manner)
        if used + needed > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += needed
    return rows


def _needed(entry: Entry, manner: Manner) -> float:
    return _before_words(entry, manner) + faces.width(plain(entry[-1]["name"]), manner.size) + manner.size


def _before_words(entry: Entry, manner: Manner) -> float:
    return manner.size * (0.3 + sum(_wide(trace) + _BETWEEN for trace in entry))


def _wide(trace: Trace) -> float:
    """Return how wide a symbol is, in the size of the words."""
    return float(trace["marker"]["size"]) * _OF_PIXEL if "symbol" in trace["marker"] else _BOX[0]


def _row(entries: Sequence[Entry], room: Room, y: float, manner: Manner) -> list[Shape]:
    shapes: list[Shape] = []
    x, sign = (room.x + room.width, -1) if manner.rtl else (room.x, 1)
    for entry in entries:
        begins = x
        for trace in entry:
            shapes += _symbol(trace, begins + sign * manner.size * _wide(trace) / 2, y, manner)
            begins += sign * manner.size * (_wide(trace) + _BETWEEN)
        words = x + sign * _before_words(entry, manner)
        said, side = plain(entry[-1]["name"]), begin(rtl=manner.rtl)
        shapes.append(Text(words, y, said, manner.size, manner.ink, side, manner.rtl))
        x += sign * _needed(entry, manner)
    return shapes


def _symbol(trace: Trace, x: float, y: float, manner: Manner) -> Iterator[Shape]:
    """Draw the look of marks or of boxes in the middle of a line of words."""
    y, marker = y - manner.size * 0.35, trace["marker"]
    if "symbol" in marker:
        yield from mark(x, y, marker, manner.size * _wide(trace), manner.ground)
    else:
        wide, high = (part * manner.size for part in _BOX)
        yield swatch(x, y, marker, wide, high)


def notes(layout: Mapping[str, Any], room: Room, manner: Manner) -> tuple[list[Shape], float]:
    """Set the notes under the plot, in lines as wide as it; return them and how high they are."""
    size = manner.size * 0.92
    said = layout.get("annotations", ())
    found = _filled([part for note in said for part, _ in lines(note["text"])], room.width, size)
    high = len(found) * size * _LINE
    bottom = room.y + room.height - high
    x, side = room.x + room.width if manner.rtl else room.x, begin(rtl=manner.rtl)
    shapes: list[Shape] = [
        Text(x, bottom + (k + 1) * size * _LINE - size * 0.3, line, size, said[0]["font"]["color"], side, manner.rtl)
        for k, line in enumerate(found)
    ]
    return shapes, high + size * 0.5 if found else 0.0


def _filled(parts: Iterable[str], width: float, size: float) -> list[str]:
    """Put *parts* on as few lines as hold them whole; what is longer than a line is broken."""
    found: list[str] = []
    for part in parts:
        joined = f"{found[-1]} · {part}" if found else part
        if found and faces.width(joined, size) <= width:
            found[-1] = joined
        else:
            found += wrap(part, width, lambda said: faces.width(said, size))
    return found
