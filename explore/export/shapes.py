"""Describe a drawing as plain shapes, which ``as_pdf`` and ``as_svg`` draw alike; the origin is at the top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Point = tuple[float, float]
Anchor = Literal["left", "middle", "right"]
# What a shape stands for, as the chart says it to those who click: an event, a period, a party, a pair.
Of = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Hatch:
    """Fill with strokes ("/"), crosses ("x") or dots (".") of *colour*, *spacing* apart."""

    kind: str
    colour: str
    spacing: float = 5.0
    width: float = 0.8


@dataclass(frozen=True, slots=True)
class Ink:
    """Say how an outline is filled and stroked; a colour that is None is not drawn."""

    fill: str | None = None
    opacity: float = 1.0
    stroke: str | None = None
    width: float = 1.0
    stroke_opacity: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: Hatch | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """Draw closed outlines, or with ``closed`` false, lines."""

    rings: tuple[tuple[Point, ...], ...]
    ink: Ink
    closed: bool = True
    of: Of = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Draw a circle."""

    x: float
    y: float
    radius: float
    ink: Ink
    of: Of = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Write one line, in reading order; ``y`` is its base line, ``angle`` turns it clockwise around its anchor."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "left"
    rtl: bool = False
    bold: bool = False
    angle: float = 0.0
    of: Of = ()


Shape = Polygon | Circle | Text


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Name a place on a page in the outline of the document."""

    title: str
    y: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold one page or picture; ``title`` and ``description`` are its text alternative."""

    width: float
    height: float
    background: str
    shapes: tuple[Shape, ...]
    title: str = ""
    description: str = ""
    bookmarks: tuple[Bookmark, ...] = field(default=())


def begin(*, rtl: bool) -> Anchor:
    """Return the side at which lines begin."""
    return "right" if rtl else "left"


def end(*, rtl: bool) -> Anchor:
    """Return the side at which lines end."""
    return "left" if rtl else "right"


def box(x: float, y: float, width: float, height: float, ink: Ink) -> Polygon:
    """Return a rectangle."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Polygon((corners,), ink)


def line(points: Sequence[Point], colour: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> Polygon:
    """Return a line through *points*."""
    return Polygon((tuple(points),), Ink(stroke=colour, width=width, dash=dash), closed=False)
