"""Draw the traces of a figure: bars, marks, lines, filled outlines and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from explore.export import marks
from explore.export.plot_axes import Axes, value
from explore.export.plot_text import Manner, plain
from explore.export.shapes import Hatch, Ink, Of, Point, Polygon, Shape, Text, box

Trace = Mapping[str, Any]
_DAY = 86_400_000  # milliseconds
_CELL = 0.92  # of a cell of a matrix is coloured


def draw(figure: Mapping[str, Any], axes: Axes, manner: Manner) -> list[Shape]:
    """Draw all traces, in their order; legend entries have no place in the plot."""
    return [shape for trace in figure["data"] for shape in _trace(trace, axes, manner)]


def _trace(trace: Trace, axes: Axes, manner: Manner) -> Iterator[Shape]:
    if trace.get("showlegend"):
        return
    if trace["type"] == "bar":
        yield from _across(trace, axes) if trace.get("orientation") == "h" else _columns(trace, axes)
    elif trace.get("fill") == "toself":
        yield _outline(trace, axes)
    elif trace.get("mode") == "lines":
        yield Polygon(tuple(_pieces(trace, axes)), marks.ink(None, trace["line"]), closed=False)
    elif trace.get("mode") == "text":
        yield from _labels(trace, axes, manner)
    else:
        yield from _cells(trace, axes, manner) if "text" in trace["mode"] else _marks(trace, axes, manner)


def _each(given: Any, n: int) -> Sequence[Any]:
    """Repeat what stands for all of *n* bars or marks."""
    return [given] * n if given is None or isinstance(given, str | int | float) else list(given)


def _of(trace: Trace, k: int) -> Of:
    """Return what the mark or bar *k* stands for, if it says so."""
    given = trace.get("customdata")
    return () if given is None else tuple(given[k])


def _columns(trace: Trace, axes: Axes) -> Iterator[Shape]:
    across, up = axes.of["x"], axes.of[trace["yaxis"]]
    half = across.step() * trace["width"] / _DAY / 2
    left, right = axes.room.x, axes.room.x + axes.room.width
    for k, (x, y, base) in enumerate(zip(trace["x"], trace["y"], trace["base"], strict=True)):
        middle = across.at(value(x))
        begin, end = max(left, middle - half), min(right, middle + half)
        top, bottom = up.at(float(base) + float(y)), up.at(float(base))
        if end > begin:
            drawn = box(begin, top, end - begin, bottom - top, _bar_ink(trace["marker"], 0))
            yield replace(drawn, of=_of(trace, k))


def _across(trace: Trace, axes: Axes) -> Iterator[Shape]:
    across, up = axes.of["x"], axes.of[trace.get("yaxis", "y")]
    left, right = axes.room.x, axes.room.x + axes.room.width
    high = trace["width"] * up.step()
    for k, (base, x, y) in enumerate(zip(trace["base"], trace["x"], trace["y"], strict=True)):
        begin = max(left, across.at(value(base)))
        days = x / _DAY if isinstance(base, str) else x
        end = min(right, across.at(value(base) + days))
        if end > begin:
            drawn = box(begin, up.at(y) - high / 2, end - begin, high, _bar_ink(trace["marker"], k))
            yield replace(drawn, of=_of(trace, k))


def _bar_ink(marker: Mapping[str, Any], k: int) -> Ink:
    line, pattern = marker["line"], marker.get("pattern")
    hue = _each(marker["color"], k + 1)[k]
    edge = {"color": _each(line.get("color", hue), k + 1)[k], "width": line["width"]}
    if pattern and pattern.get("shape"):
        pattern = {**pattern, "fgcolor": _each(pattern["fgcolor"], k + 1)[k]}
    return marks.ink(hue, edge, pattern)


def _outline(trace: Trace, axes: Axes) -> Shape:
    pattern = trace.get("fillpattern")
    ink = marks.ink(trace.get("fillcolor"), trace["line"])
    if pattern:
        hatch = Hatch(pattern["shape"], pattern["fgcolor"], float(pattern["size"]), 1.1)
        ink = Ink(pattern["bgcolor"], 1, ink.stroke, ink.width, hatch=hatch)
    return Polygon(tuple(_pieces(trace, axes)), ink, of=tuple(trace.get("meta", ())))


def _pieces(trace: Trace, axes: Axes) -> Iterator[tuple[Point, ...]]:
    """Return the points of each piece; None ends one."""
    piece: list[Point] = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            if piece:
                yield tuple(piece)
            piece = []
        else:
            piece.append((axes.of["x"].at(float(x)), axes.of["y"].at(float(y))))
    if piece:
        yield tuple(piece)


def _labels(trace: Trace, axes: Axes, manner: Manner) -> Iterator[Shape]:
    sides = _each(trace["textposition"], len(trace["x"]))
    for x, y, text, side in zip(trace["x"], trace["y"], trace["text"], sides, strict=True):
        right = side.endswith("right")
        place = axes.of["x"].at(x) + (3 if right else -3)
        height = axes.of["y"].at(y) + manner.size * 0.35
        colour = trace["textfont"]["color"]
        yield Text(place, height, plain(text), manner.size, colour, "left" if right else "right", rtl=manner.rtl)


def _marks(trace: Trace, axes: Axes, manner: Manner) -> Iterator[Shape]:
    across, up, marker = axes.of["x"], axes.of[trace.get("yaxis", "y")], trace["marker"]
    hues, sizes = (_each(marker[name], len(trace["x"])) for name in ("color", "size"))
    width = marker["line"]["width"] * min(1.4, max(0.6, axes.unit))
    for k, (x, y, hue, size) in enumerate(zip(trace["x"], trace["y"], hues, sizes, strict=True)):
        edge = marker["line"]["color"]
        line = {**marker["line"], "color": edge if isinstance(edge, str) else hue, "width": width}
        look = {**marker, "color": hue, "line": line}
        drawn = marks.mark(across.at(value(x)), up.at(float(y)), look, max(3.0, float(size) * axes.unit), manner.ground)
        yield from (replace(shape, of=_of(trace, k)) for shape in drawn)


def _cells(trace: Trace, axes: Axes, manner: Manner) -> Iterator[Shape]:
    """Draw the cells of a matrix, each with its number."""
    across, down = axes.of["x"], axes.of["y"]
    wide, high = across.step() * _CELL, down.step() * _CELL
    size = min(manner.size, high * 0.72)
    shown = zip(
        trace["x"], trace["y"], trace["text"], trace["marker"]["color"], trace["textfont"]["color"], strict=True
    )
    for k, (x, y, text, hue, dark) in enumerate(shown):
        left, top = across.at(x) - wide / 2, down.at(y) - high / 2
        yield replace(box(left, top, wide, high, Ink(hue)), of=_of(trace, k))
        yield Text(across.at(x), down.at(y) + size * 0.36, plain(text), size, dark, "middle", of=_of(trace, k))
