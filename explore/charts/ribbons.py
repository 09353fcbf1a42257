"""Turn the angles of a chord layout into outlines on the unit circle, and find room for the labels around it.

The end of a ribbon at its sender touches the arc; at its recipient it stops short and ends in a point: direction shows
in the shape. What is mutual touches both arcs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explore.charts.chord_layout import Arc, Chord

Outline = tuple[list[float], list[float]]

OUTER, INNER = 1.0, 0.95
SENDING = 0.94
RECEIVING = 0.90  # where the point of a ribbon ends
HEAD = 0.06  # how long its point is
LABELS = 1.06  # where labels begin, before a small gap
_GAP = 0.02
_STEP = 0.05  # radians between the points of an arc
_CURVE = 12  # points of one side of a ribbon
_DIGITS = 3  # a thousandth of the radius is below a pixel


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where a label stands, which side it is on, and where its line to the arc begins."""

    x: float
    y: float
    right: bool
    from_x: float
    from_y: float


def sector(arc: Arc) -> Outline:
    """Return the outline of an actor's arc."""
    out = _along(OUTER, arc.start, arc.end)
    back = _along(INNER, arc.end, arc.start)
    return _outline([*out, *back])


def ribbon(chord: Chord, *, mutual: bool) -> Outline:
    """Return the outline of a ribbon from its source to its target."""
    source, target = chord.source, chord.target
    leaves = _along(SENDING, source.start, source.end)
    arrives = _along(SENDING, target.start, target.end) if mutual else _point(target)
    return _outline([*leaves, *_bend(leaves[-1], arrives[0]), *arrives, *_bend(arrives[-1], leaves[0])])


def split(chord: Chord, share: float) -> tuple[Chord, Chord]:
    """Cut a chord in two along its length: the first takes *share* of both of its ends."""
    source, target = _cut(chord.source, share), _cut(chord.target, share)
    return Chord(source[0], target[0]), Chord(source[1], target[1])


def places(arcs: Sequence[Arc], spacing: float) -> list[Place]:
    """Find room for one level label an arc: right of the circle or left of it, *spacing* apart, as near as may be."""
    middles = [(arc.start + arc.end) / 2 for arc in arcs]
    found: dict[int, Place] = {}
    for right in (True, False):
        side = [i for i, angle in enumerate(middles) if (math.sin(angle) >= 0) == right]
        side.sort(key=lambda i: math.cos(middles[i]))
        heights = spread([LABELS * math.cos(middles[i]) for i in side], spacing)
        for i, y in zip(side, heights, strict=True):
            x = math.sqrt(max(0.02, LABELS**2 - y**2))
            from_x, from_y = _at(OUTER, middles[i])
            x += _GAP
            found[i] = Place(round(x if right else -x, _DIGITS), round(y, _DIGITS), right, from_x, from_y)
    return [found[i] for i in range(len(arcs))]


def spread(heights: Sequence[float], spacing: float) -> list[float]:
    """Move rising *heights* apart until they are *spacing* from each other, each as little as it must.

    >>> spread([0.0, 0.05, 1.0], 0.25)
    [-0.1, 0.15, 1.0]
    """
    # Runs of labels that touch move as one block around their middle (pool adjacent violators).
    blocks: list[tuple[float, int]] = []
    for k, height in enumerate(heights):
        blocks.append((height - k * spacing, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (above, n), (below, m) = blocks.pop(), blocks.pop()
            blocks.append(((above * n + below * m) / (n + m), n + m))
    levels = [level for level, n in blocks for _ in range(n)]
    return [round(level + k * spacing, 6) for k, level in enumerate(levels)]


def _point(target: Arc) -> list[tuple[float, float]]:
    """Return the end at the recipient: it rises to a point in the middle and follows the circle if it is wide."""
    n = max(1, math.ceil((target.end - target.start) / 2 / _STEP))
    shares = [k / n for k in range(n + 1)]
    rising = [
        (RECEIVING - HEAD * (1 - share), target.start + (target.end - target.start) * share / 2) for share in shares
    ]
    falling = [(radius, target.start + target.end - angle) for radius, angle in reversed(rising[:-1])]
    return [_at(radius, angle) for radius, angle in (*rising, *falling)]


def _cut(arc: Arc, share: float) -> tuple[Arc, Arc]:
    at = arc.start + (arc.end - arc.start) * share
    first = Arc(arc.index, arc.start, at, arc.value * share)
    return first, Arc(arc.index, at, arc.end, arc.value * (1 - share))


def _at(radius: float, angle: float) -> tuple[float, float]:
    return radius * math.sin(angle), radius * math.cos(angle)


def _along(radius: float, start: float, end: float) -> list[tuple[float, float]]:
    n = max(2, math.ceil(abs(end - start) / _STEP) + 1)
    return [_at(radius, angle) for angle in np.linspace(start, end, n).tolist()]


def _bend(start: tuple[float, float], end: tuple[float, float], points: int = _CURVE) -> list[tuple[float, float]]:
    """Return the inner points of a quadratic curve that the middle of the circle pulls in."""
    shares = np.linspace(0, 1, points + 2)[1:-1].tolist()
    return [((1 - t) ** 2 * start[0] + t**2 * end[0], (1 - t) ** 2 * start[1] + t**2 * end[1]) for t in shares]


def _outline(points: Sequence[tuple[float, float]]) -> Outline:
    return [round(x, _DIGITS) for x, _ in points], [round(y, _DIGITS) for _, y in points]
