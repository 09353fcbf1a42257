"""Draw axes: where values lie, lines across the plot, and the words beside it."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from explore.export import faces
from explore.export.plot_text import Manner, lines, plain
from explore.export.shapes import Shape, Text, begin, line
from explore.render.lines import clip

Layout = Mapping[str, Any]
Kind = Literal["dates", "days", "cells"]
_SLANT = math.sin(math.pi / 4)
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Room:
    """Hold a rectangle of the drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Map values from *low* to *high* to places from *start* on, over a signed *length*."""

    low: float
    high: float
    start: float
    length: float

    def at(self, value: float) -> float:
        """Return the place of *value*."""
        return self.start + (value - self.low) / (self.high - self.low) * self.length

    def step(self) -> float:
        """Return how long one unit is."""
        return abs(self.length / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Axes:
    """Hold the axes by their names in the figure; ``unit`` is how long a pixel of the screen is here."""

    of: Mapping[str, Axis]
    room: Room
    unit: float


def value(date: str | float) -> float:
    """Count the days, and parts of one, up to *date*, a string or a number."""
    if not isinstance(date, str):
        return float(date)
    moment = dt.datetime.fromisoformat(date)
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


def highest(traces: Iterable[Mapping[str, Any]]) -> float:
    """Return how high the axis of counts must reach."""
    tops = [
        float(base) + float(y)
        for trace in traces
        if trace["type"] == "bar" and trace.get("yaxis", "y") == "y" and not trace.get("showlegend")
        for base, y in zip(trace["base"], trace["y"], strict=True)
    ]
    return max(tops, default=1.0) * 1.06


def longest(axis: Layout, manner: Manner, most: float) -> float:
    """Measure the longest label of *axis*, *most* at most."""
    return min(most, max((faces.width(plain(text), manner.size) for text in axis.get("ticktext", ())), default=0.0))


def slanted(axis: Layout, manner: Manner, most: float) -> float:
    """Measure how high slanted labels reach, with their title."""
    return min(most, longest(axis, manner, most / _SLANT) * _SLANT) + manner.size * 2.6


def rows(axis: Layout) -> int:
    """Count the lines of the labels of *axis*."""
    return max((len(lines(text)) for text in axis.get("ticktext", ())), default=1)


def kind(layout: Layout) -> Kind:
    """Tell what stands along the axis that runs across: dates, days of the year, or the cells of a matrix."""
    across = layout["xaxis"]
    return "dates" if across.get("type") == "date" else "cells" if "title" in across else "days"


def draw(layout: Layout, axes: Axes, manner: Manner) -> Iterator[Shape]:
    """Draw lines across the plot and the labels of all axes."""
    yield from _lines(layout, axes)
    yield from _HEADS[kind(layout)](layout["xaxis"], axes, manner)
    down = "y2" if "y2" in axes.of else "y"
    yield from _rows(layout[f"yaxis{down[1:]}"], axes, down, manner)
    if "y2" in axes.of:
        yield from _counts(layout["yaxis"], axes, manner)


def _lines(layout: Layout, axes: Axes) -> Iterator[Shape]:
    room, across = axes.room, layout["xaxis"]
    minor = across.get("minor", {})
    places = minor.get("tickvals", () if "minor" in across else across.get("tickvals", ()))
    for place in places:
        x = axes.of["x"].at(value(place))
        colour = minor.get("gridcolor", across.get("gridcolor"))
        if room.x <= x <= room.x + room.width:
            yield line([(x, room.y), (x, room.y + room.height)], colour, 0.8)
    for shape in layout.get("shapes", ()):
        y = axes.of[shape["yref"]].at(shape["y0"])
        yield line([(room.x, y), (room.x + room.width, y)], shape["line"]["color"], 0.8)
    if "gridcolor" in layout["yaxis"] and "y2" not in axes.of:
        for place in layout["yaxis"]["tickvals"]:
            y = axes.of["y"].at(place)
            yield line([(room.x, y), (room.x + room.width, y)], layout["yaxis"]["gridcolor"], 0.8)


def _dates(axis: Layout, axes: Axes, manner: Manner) -> Iterator[Shape]:
    """Write the labels under the plot, and leave out those that would run into the one before."""
    free = -math.inf
    for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        x, parts = axes.of["x"].at(value(place)), lines(text)
        half = max(faces.width(part, manner.size) for part, _ in parts) / 2
        if x - half < free:
            continue
        free = x + half + manner.size * 0.5
        for row, (part, _) in enumerate(parts):
            y = axes.room.y + axes.room.height + manner.size * (1.3 + 1.3 * row)
            yield Text(x, y, part, manner.size, axis["color"], "middle", rtl=manner.rtl)


def _months(axis: Layout, axes: Axes, manner: Manner) -> Iterator[Shape]:
    """Write the labels over the plot, each above the middle of its days."""
    for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        x, y = axes.of["x"].at(place), axes.room.y - manner.size * 0.6
        yield Text(x, y, plain(text), manner.size, axis["color"], "middle", rtl=manner.rtl)


def _columns(axis: Layout, axes: Axes, manner: Manner) -> Iterator[Shape]:
    top = axes.room.y
    size = min(manner.size, axes.of["x"].step() * 0.95)
    most = (axes.room.y - manner.top - manner.size * 2) / _SLANT
    for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        x = axes.of["x"].at(place) + (-size * 0.2 if not manner.rtl else size * 0.2)
        shown = clip(plain(text), max(most, 20.0), lambda said: faces.width(said, size))
        side, angle = begin(rtl=manner.rtl), 45.0 if manner.rtl else -45.0
        yield Text(x, top - 5, shown, size, axis["tickfont"]["color"], side, manner.rtl, angle=angle)
    title, y = plain(axis["title"]["text"]), manner.top + manner.size
    x = axes.room.x + axes.room.width if manner.rtl else axes.room.x
    colour = axis["title"]["font"]["color"]
    yield Text(x, y, title, manner.size, colour, begin(rtl=manner.rtl), rtl=manner.rtl, bold=True)


def _rows(axis: Layout, axes: Axes, name: str, manner: Manner) -> Iterator[Shape]:
    right = axis.get("side") == "right"
    x = axes.room.x + axes.room.width + 8 if right else axes.room.x - 8
    size = min(manner.size, _closest(axis["tickvals"], axes.of[name]) * 0.95)
    most = (manner.right - x if right else x - manner.left) - ("title" in axis) * manner.size * 1.8
    for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        y = axes.of[name].at(place) + size * 0.35
        shown = clip(plain(text), most, lambda said: faces.width(said, size))
        yield Text(x, y, shown, size, axis["tickfont"]["color"], "left" if right else "right", rtl=manner.rtl)
    if "title" in axis:
        edge = manner.right - manner.size * 0.6 if right else manner.left + manner.size
        middle, turned = axes.room.y + axes.room.height / 2, 90.0 if right else -90.0
        font = axis["title"]["font"]
        said = plain(axis["title"]["text"])
        yield Text(edge, middle, said, manner.size, font["color"], "middle", manner.rtl, bold=True, angle=turned)


def _closest(places: Iterable[float], axis: Axis) -> float:
    """Return how near the nearest two labels stand."""
    at = sorted(axis.at(place) for place in places)
    return min((high - low for low, high in itertools.pairwise(at)), default=math.inf)


def _counts(axis: Layout, axes: Axes, manner: Manner) -> Iterator[Shape]:
    over, room = axes.of["y"], axes.room
    right = axis.get("side") == "right"
    x = room.x + room.width + 8 if right else room.x - 8
    step = float(axis.get("dtick") or _nice(over.high / _TICKS))
    for k in range(int(over.high // step) + 1):
        y = over.at(k * step)
        yield line([(room.x, y), (room.x + room.width, y)], axis["gridcolor"], 0.8)
        said = f"{k * step:,.0f}"
        yield Text(x, y + manner.size * 0.35, said, manner.size, axis["color"], "left" if right else "right")


_HEADS = {"dates": _dates, "days": _months, "cells": _columns}


def _nice(least: float) -> float:
    """Return the next round number, at least 1."""
    power = 10.0 ** math.floor(math.log10(max(least, 1.0)))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= max(least, 1.0))
