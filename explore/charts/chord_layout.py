"""Lay a matrix of flows out on a circle: angles only, no pixels. The angles are those of d3-chord's chordDirected.

Row = source, column = target; angles in radians, 0 at twelve o'clock, clockwise. A group is the arc of one actor, as
long as all it sends and receives. A chord joins a piece of its source's arc with an equal piece of its target's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import add

Matrix = Sequence[Sequence[float]]


class Order(StrEnum):
    """Say how to sort by value; ties and NONE keep the order of the matrix."""

    NONE = "none"
    ASCENDING = "asc"
    DESCENDING = "desc"


@dataclass(frozen=True, slots=True)
class Arc:
    """Hold a stretch of the circle that belongs to the actor *index*."""

    index: int
    start: float
    end: float
    value: float


@dataclass(frozen=True, slots=True)
class Chord:
    """Join the stretch where a flow leaves with the stretch where it arrives."""

    source: Arc
    target: Arc


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the arcs of all actors, in matrix order, and the chords between them."""

    groups: tuple[Arc, ...]
    chords: tuple[Chord, ...]


def lay_out(
    matrix: Matrix,
    *,
    pad_angle: float = 0.0,
    sort_groups: Order = Order.NONE,
    sort_subgroups: Order = Order.NONE,
    sort_chords: Order = Order.NONE,
) -> Layout:
    """Return the angles of *matrix*; of one without any flow, an empty layout.

    >>> half = lay_out([[0, 1], [0, 0]]).groups[0]
    >>> round(half.start, 3), round(half.end, 3), half.value
    (0.0, 3.142, 1.0)
    """
    n = len(matrix)
    sums = [_sum(matrix, i) for i in range(n)]
    total = reduce(add, sums, 0.0)  # not sum(), which from Python 3.12 on rounds otherwise than d3
    if total == 0:
        return Layout((), ())
    pad_angle = max(0.0, pad_angle)
    scale = max(0.0, math.tau - pad_angle * n) / total
    gap = pad_angle if scale else math.tau / n
    sources: dict[tuple[int, int], Arc] = {}
    targets: dict[tuple[int, int], Arc] = {}
    groups: dict[int, Arc] = {}
    angle = 0.0
    for i in _sorted(list(range(n)), sums, sort_groups):
        start = angle
        for outgoing, j, value in _subgroups(matrix, i, sort_subgroups):
            piece = Arc(i, angle, angle := angle + value * scale, value)
            (sources if outgoing else targets)[(i, j) if outgoing else (j, i)] = piece
        groups[i] = Arc(i, start, angle, sums[i])
        angle += gap
    chords = [Chord(sources[pair], targets[pair]) for pair in sorted(sources)]
    weights = [chord.source.value + chord.target.value for chord in chords]
    ordered = [chords[k] for k in _sorted(list(range(len(chords))), weights, sort_chords)]
    return Layout(tuple(groups[i] for i in range(n)), tuple(ordered))


def _sum(matrix: Matrix, i: int) -> float:
    """Add up what *i* sends and receives, in the order of additions that d3 uses: the angles agree to the last bit."""
    total = 0.0
    for j in range(len(matrix)):
        total += matrix[i][j] + matrix[j][i]
    return total


def _subgroups(matrix: Matrix, i: int, order: Order) -> list[tuple[bool, int, float]]:
    """List the pieces of the arc of *i*: what arrives (from the last actor to the first), then what leaves.

    Sorting sees arrivals as negative, so that they stay on one side.
    """
    n = len(matrix)
    arriving = [(False, j, float(matrix[j][i])) for j in range(n - 1, -1, -1) if matrix[j][i]]
    leaving = [(True, j, float(matrix[i][j])) for j in range(n) if matrix[i][j]]
    pieces = arriving + leaving
    weights = [value if outgoing else -value for outgoing, _, value in pieces]
    return [pieces[k] for k in _sorted(list(range(len(pieces))), weights, order)]


def _sorted(places: list[int], weights: Sequence[float], order: Order) -> list[int]:
    if order is Order.NONE:
        return places
    sign = -1 if order is Order.DESCENDING else 1
    return sorted(places, key=lambda place: sign * weights[place])
