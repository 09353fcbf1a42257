"""Draw one mark of a chart: filled, hollow, broken or crossed, as on the screen."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from explore.export.shapes import Circle, Hatch, Ink, Shape, box, line

_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")

_DOT, _STROKE = 0.3, 0.2  # of the spacing of a pattern
_CUT = 2.0  # so much wider than a ring is what is cut out of what it lies on


def colour(shown: str) -> tuple[str, float]:
    """Read a colour as hex and opacity.

    >>> colour("rgba(0,114,178,0.3)"), colour("#ffffff")
    (('#0072b2', 0.3), ('#ffffff', 1.0))
    """
    found = _RGBA.fullmatch(shown.replace(" ", ""))
    if found is None:
        return shown, 1.0
    return "#" + "".join(f"{int(part):02x}" for part in found.groups()[:3]), float(found[4])


def ink(fill: str | None, outline: Mapping[str, Any], pattern: Mapping[str, Any] | None = None) -> Ink:
    """Return the ink of a fill, an outline and a pattern as plotly writes them."""
    hue, opacity = colour(fill) if fill else ("", 0.0)
    width = float(outline.get("width", 0))
    stroke, stroke_opacity = colour(outline["color"]) if width else ("", 0.0)
    hatch = None
    if pattern and pattern.get("shape"):
        kind, spacing = pattern["shape"], float(pattern.get("size", 6))
        hatch = Hatch(kind, colour(pattern["fgcolor"])[0], spacing, spacing * (_DOT if kind == "." else _STROKE))
    return Ink(hue if opacity else None, opacity, stroke if width else None, width, stroke_opacity, hatch=hatch)


def mark(x: float, y: float, marker: Mapping[str, Any], size: float, ground: str) -> Iterator[Shape]:
    """Draw *marker* around a place, *size* across; *ground* is what lies behind it."""
    hue, opacity = colour(marker["color"])
    outline = float(marker.get("line", {}).get("width", 0))
    radius = size / 2
    match marker.get("symbol", "circle"):
        case "circle":
            edge = colour(marker["line"]["color"])[0] if outline else None
            yield Circle(x, y, radius, Ink(hue, opacity, edge, outline))
        case symbol:
            # A ring would not be seen on a mark of its own colour.
            yield Circle(x, y, radius, Ink(stroke=ground, width=outline + _CUT))
            yield Circle(x, y, radius, Ink(stroke=hue, width=outline, dash=_dash(marker, radius)))
            if symbol == "circle-x-open":
                yield from _cross(x, y, radius, hue, outline)


def swatch(x: float, y: float, marker: Mapping[str, Any], wide: float, high: float) -> Shape:
    """Draw the look of boxes around a place."""
    drawn = ink(marker["color"], marker["line"], marker.get("pattern"))
    return box(x - wide / 2, y - high / 2, wide, high, drawn)


def _dash(marker: Mapping[str, Any], radius: float) -> tuple[float, ...]:
    """Return stroke and gap of a ring, if it is broken, of such length that they go round it without a seam."""
    dash = marker["line"].get("dash")
    if dash is None:
        return ()
    stroke, gap = (float(part.removesuffix("px")) for part in dash.split(","))
    one = math.tau * radius / round(math.tau * radius / (stroke + gap))
    return (one * stroke / (stroke + gap), one * gap / (stroke + gap))


def _cross(x: float, y: float, radius: float, hue: str, width: float) -> Iterator[Shape]:
    reach = radius * 0.7071
    yield line([(x - reach, y - reach), (x + reach, y + reach)], hue, width)
    yield line([(x - reach, y + reach), (x + reach, y - reach)], hue, width)
