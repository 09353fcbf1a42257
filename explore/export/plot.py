"""Draw a figure of ``explore.charts`` as plain shapes: the very numbers of the screen, on paper.

Only what those figures use is understood: markers, lines, filled outlines, bars, texts, two axes of dates or numbers,
legends and notes. Sizes are worked out anew, so that type stays readable whatever the room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explore.export import faces, plot_axes, plot_text, plot_traces
from explore.export.plot_axes import Axes, Axis, Room
from explore.export.plot_text import Manner
from explore.export.shapes import Shape, Text

Figure = Mapping[str, Any]
_MOST_STRETCHED = 1.5  # times the size on the screen that lanes of marks grow
_DAYS_UNIT = 1.2
_GAP = 12.0


@dataclass(frozen=True)
class _Margins:
    left: float
    right: float
    top: float
    bottom: float


def read(figure: Any) -> Figure:
    """Return the data and the layout of a plotly *figure* as plain dictionaries."""
    traces = [trace.to_plotly_json() for trace in figure.data]
    return {"data": traces, "layout": figure.layout.to_plotly_json()}


def draw(figure: Figure, room: Room, manner: Manner) -> list[Shape]:
    """Return the shapes of *figure*, drawn to fill *room*."""
    layout = figure["layout"]
    if not figure["data"]:
        return _empty(layout, room, manner)
    legend, high = plot_text.legend(figure, room, manner)
    notes, low = plot_text.notes(layout, room, manner)
    inside = Room(room.x, room.y + high, room.width, room.height - high - low)
    if "scaleanchor" in layout.get("yaxis", {}):
        return [*legend, *_round(figure, inside, manner), *notes]
    return [*legend, *_straight(figure, inside, manner), *notes]


def _empty(layout: Mapping[str, Any], room: Room, manner: Manner) -> list[Shape]:
    shapes: list[Shape] = []
    for place, note in enumerate(layout.get("annotations", ())):
        for line, bold in plot_text.lines(note["text"]):
            y = room.y + room.height * 0.45 + place * manner.size * 2.2
            size = manner.size * (1.25 if bold else 1)
            colour = note["font"]["color"]
            x = room.x + room.width / 2
            shapes.append(Text(x, y, line, size, colour, "middle", rtl=manner.rtl, bold=bold))
    return shapes


def _round(figure: Figure, room: Room, manner: Manner) -> list[Shape]:
    """Draw around a circle: as large as the labels beside it let it be."""
    radius = min((room.height / 2 - manner.size) / _reach(figure), _widest(figure, room, manner))
    middle_x, middle_y = room.x + room.width / 2, room.y + room.height / 2
    across = Axis(-1.0, 1.0, middle_x - radius, 2 * radius)
    up = Axis(-1.0, 1.0, middle_y + radius, -2 * radius)
    axes = Axes({"x": across, "y": up}, room, 1.0)
    return plot_traces.draw(figure, axes, manner)


def _reach(figure: Figure) -> float:
    """Return how far up or down the circle or the labels beside it reach, in radii."""
    labels = (trace for trace in figure["data"] if trace.get("mode") == "text")
    return max(1.0, *(float(abs(y)) for trace in labels for y in trace["y"]))


def _widest(figure: Figure, room: Room, manner: Manner) -> float:
    """Return the largest radius at which every label has room beside the circle."""
    largest = room.width / 2
    for trace in figure["data"]:
        if trace.get("mode") == "text":
            for x, text in zip(trace["x"], trace["text"], strict=True):
                wide = faces.width(plot_text.plain(text), manner.size) + 6
                largest = min(largest, (room.width / 2 - wide) / abs(x))
    return max(largest, room.width / 8)


def _straight(figure: Figure, room: Room, manner: Manner) -> list[Shape]:
    layout = figure["layout"]
    margins = _margins(layout, room, manner)
    inner = Room(
        room.x + margins.left,
        room.y + margins.top,
        room.width - margins.left - margins.right,
        room.height - margins.top - margins.bottom,
    )
    axes = _axes(figure, inner)
    return [*plot_axes.draw(layout, axes, manner), *plot_traces.draw(figure, axes, manner)]


def _margins(layout: Mapping[str, Any], room: Room, manner: Manner) -> _Margins:
    """Measure the labels: room for them is taken from the plot."""
    across, down = layout["xaxis"], layout.get("yaxis2", layout["yaxis"])
    beside = plot_axes.longest(down, manner, room.width * 0.34) + 12
    beside += manner.size * 2 if "title" in down else 0
    above, below, opposite = 4.0, 6.0, 14.0
    match plot_axes.kind(layout):
        case "dates":
            below = manner.size * 1.4 * plot_axes.rows(across) + 8
        case "days":
            above = manner.size * 1.8
        case "cells":
            above = plot_axes.slanted(across, manner, room.height * 0.3)
            opposite = above * 0.8
    right = down.get("side") == "right"
    return _Margins(opposite if right else beside, beside if right else opposite, above, below)


def _axes(figure: Figure, inner: Room) -> Axes:
    layout = figure["layout"]
    low, high = (plot_axes.value(end) for end in layout["xaxis"]["range"])
    across = Axis(low, high, inner.x, inner.width)
    match plot_axes.kind(layout):
        case "cells":
            return _square(layout, across, inner)
        case "days":
            first, last = layout["yaxis"]["range"]
            rows = Axis(first, last, inner.y + inner.height, -inner.height)
            return Axes({"x": across, "y": rows}, inner, _DAYS_UNIT)
    least, most = layout["yaxis2"]["range"]
    share = layout["yaxis2"]["domain"][1]
    lanes = min(inner.height * share, (most - least) * _MOST_STRETCHED)
    over = Axis(0.0, plot_axes.highest(figure["data"]), inner.y + inner.height - lanes - _GAP, 0.0)
    over = Axis(over.low, over.high, over.start, -(inner.height - lanes - _GAP))
    below = Axis(least, most, inner.y + inner.height, -lanes)
    return Axes({"x": across, "y": over, "y2": below}, inner, lanes / (most - least))


def _square(layout: Mapping[str, Any], across: Axis, inner: Room) -> Axes:
    """Keep cells from becoming ribbons: at most twice as wide as high, or high as wide."""
    first, last = layout["yaxis"]["range"]
    columns, rows = abs(across.high - across.low), abs(last - first)
    wide = min(inner.width / columns, 2.2 * inner.height / rows, 90.0)
    high = min(inner.height / rows, 1.2 * wide)
    right = layout["yaxis"].get("side") == "right"
    left = inner.x + inner.width - wide * columns if right else inner.x
    room = Room(left, inner.y, wide * columns, high * rows)
    x = Axis(across.low, across.high, room.x, room.width)
    return Axes({"x": x, "y": Axis(first, last, room.y + room.height, -room.height)}, room, 1.0)
