"""Set the words around a plot: legend above it, notes below, and the small markup that labels use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explore.export import faces
from explore.export.marks import mark
from explore.export.shapes import Shape, Text, begin
from explore.render.lines import wrap

if TYPE_CHECKING:
    from explore.export.plot_axes import Room

_TAGS = re.compile(r"</?[a-z]+>|[\u2066-\u2069]")
_LEGENDS = ("legend2", "legend")  # from top to bottom
_LINE = 1.5  # of the size, from base line to base line


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
        entries = [t for t in figure["data"] if t.get("showlegend") and t.get("legend", "legend") == name]
        for row in _rows(entries, room.width, manner):
            high += manner.size * _LINE
            shapes += _row(row, room, room.y + high - manner.size * 0.45, manner)
    return shapes, high + manner.size * 0.6 if high else 0.0


def _rows(entries: Sequence[Mapping[str, Any]], width: float, manner: Manner) -> list[list[Mapping[str, Any]]]:
    rows: list[list[Mapping[str, Any]]] = []
    used = width
    for entry in entries:
        needed = _needed(entry, manner)
        if used + needed > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += needed
    return rows


def _needed(entry: Mapping[str, Any], manner: Manner) -> float:
    return faces.width(plain(entry["name"]), manner.size) + manner.size * 2.6


def _row(entries: Sequence[Mapping[str, Any]], room: Room, y: float, manner: Manner) -> list[Shape]:
    shapes: list[Shape] = []
    x, sign = (room.x + room.width, -1) if manner.rtl else (room.x, 1)
    for entry in entries:
        x += sign * manner.size * 0.5
        shapes += mark(x, y - manner.size * 0.35, entry["marker"], manner.size * 0.8, manner.ground)
        said = plain(entry["name"])
        colour = manner.ink
        shapes.append(
            Text(
                x + sign * manner.size * 0.8,
                y,
                said,
                manner.size,
                colour,
                begin(rtl=manner.rtl),
                manner.rtl,
            )
        )
        x += sign * (_needed(entry, manner) - manner.size * 0.5)
    return shapes


def notes(layout: Mapping[str, Any], room: Room, manner: Manner) -> tuple[list[Shape], float]:
    """Set the notes under the plot, in lines as wide as it; return them and how high they are."""
    size = manner.size * 0.92
    found = [
        (line, note["font"]["color"])
        for note in layout.get("annotations", ())
        for part, _ in lines(note["text"])
        for line in wrap(part, room.width, lambda said: faces.width(said, size))
    ]
    high = len(found) * size * _LINE
    bottom = room.y + room.height - high
    x, side = room.x + room.width if manner.rtl else room.x, begin(rtl=manner.rtl)
    shapes: list[Shape] = [
        Text(x, bottom + (k + 1) * size * _LINE - size * 0.3, line, size, colour, side, rtl=manner.rtl)
        for k, (line, colour) in enumerate(found)
    ]
    return shapes, high + size * 0.5 if found else 0.0
