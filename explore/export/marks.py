"""Draw one mark of a chart: filled, hollow, broken or crossed, as on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from explore.export.shapes import Circle, Hatch, Ink, Shape, box, line

_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


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
        spacing = float(pattern.get("size", 6))
        hatch = Hatch(pattern["shape"], colour(pattern["fgcolor"])[0], spacing, spacing * 0.2)
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
        case "square":
            yield box(x - radius, y - radius, size, size, Ink(hue, opacity))
        case "x-thin-open":
            yield from _cross(x, y, radius, hue, outline)
        case "circle-x-open":
            yield Circle(x, y, radius, Ink(ground, 1, hue, outline))
            yield from _cross(x, y, radius, hue, outline)
        case _:
            yield Circle(x, y, radius, Ink(ground, 1, hue, outline))


def _cross(x: float, y: float, radius: float, hue: str, width: float) -> Iterator[Shape]:
    reach = radius * 0.7071
    yield line([(x - reach, y - reach), (x + reach, y + reach)], hue, width)
    yield line([(x - reach, y + reach), (x + reach, y - reach)], hue, width)
