"""Lay the strokes of a hatched area out, for a surface that clips them to its outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore.export.shapes import Hatch, Point

Stroke = tuple[Point, Point]


def strokes(rings: Sequence[Sequence[Point]], hatch: Hatch) -> list[Stroke]:
    """Return the strokes that cover the box around *rings*."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    area = (min(xs), min(ys), max(xs), max(ys))
    if hatch.kind == ".":
        return list(_dots(area, hatch.spacing))
    falling = list(_slanting(area, hatch.spacing, 1)) if hatch.kind == "x" else []
    return [*falling, *_slanting(area, hatch.spacing, -1)]


def _slanting(area: tuple[float, float, float, float], spacing: float, sign: int) -> Iterator[Stroke]:
    """Slant by half a right angle; all areas share one grid, so that neighbours look of one piece."""
    left, top, right, bottom = area
    step = spacing * 2**0.5
    ends = (top - sign * left, top - sign * right, bottom - sign * left, bottom - sign * right)
    for k in range(int(min(ends) // step), int(max(ends) // step) + 2):
        offset = k * step
        yield (left, offset + sign * left), (right, offset + sign * right)


def _dots(area: tuple[float, float, float, float], spacing: float) -> Iterator[Stroke]:
    """Set dots around one in the middle, so that a narrow area has some."""
    left, top, right, bottom = area
    columns, rows = (int((end - begin) / 2 / spacing) for begin, end in ((left, right), (top, bottom)))
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            x, y = (left + right) / 2 + column * spacing, (top + bottom) / 2 + row * spacing
            yield (x, y), (x + 0.01, y)
