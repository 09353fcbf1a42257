"""Order the rows and columns of a matrix so that those who communicate with each other stand together, as blocks.

Groups are joined two at a time, the most closely linked first, and each joint turns its two groups so that the parties
that meet there are as close as can be.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from itertools import combinations

from explore.charts.flows import Flows

Links = Sequence[Sequence[float]]


def arranged(gathered: Flows) -> Flows:
    """Return the same flows with their parties in blocks; the others stay last."""
    named = [place for place, party in enumerate(gathered.parties) if party.value]
    links = _links(gathered)
    places = order([[links[one][other] for other in named] for one in named])
    sequence = [named[k] for k in places] + [k for k, party in enumerate(gathered.parties) if not party.value]
    new = {old: place for place, old in enumerate(sequence)}
    flows = tuple(
        dataclasses.replace(flow, sender=new[flow.sender], recipient=new[flow.recipient]) for flow in gathered.flows
    )
    return dataclasses.replace(gathered, parties=tuple(gathered.parties[k] for k in sequence), flows=flows)


def order(links: Links) -> list[int]:
    """Order what is linked so that blocks show.

    >>> order([[0, 0, 5, 0], [0, 0, 0, 5], [5, 0, 0, 0], [0, 5, 0, 0]])
    [0, 2, 1, 3]
    """
    groups = [[k] for k in range(len(links))]
    while len(groups) > 1:
        pairs = combinations(range(len(groups)), 2)
        one, other = max(
            pairs, key=lambda pair: (_closeness(groups[pair[0]], groups[pair[1]], links), -pair[0], -pair[1])
        )
        joined = _join(groups[one], groups[other], links)
        groups = [joined if k == one else group for k, group in enumerate(groups) if k != other]
    return groups[0] if groups else []


def _links(gathered: Flows) -> list[list[float]]:
    """Return how much passes between any two parties, in either direction; the logarithm keeps one pair from ruling."""
    counts = gathered.matrix()
    n = range(len(counts))
    return [[0.0 if one == other else math.log1p(counts[one][other] + counts[other][one]) for other in n] for one in n]


def _closeness(one: Sequence[int], other: Sequence[int], links: Links) -> float:
    return sum(links[a][b] for a in one for b in other) / (len(one) * len(other))


def _join(one: list[int], other: list[int], links: Links) -> list[int]:
    """Put one group after the other, either of them turned if that brings closer ones together."""
    ways = [(first, second) for first in (one, one[::-1]) for second in (other, other[::-1])]
    first, second = max(ways, key=lambda way: links[way[0][-1]][way[1][0]])
    return [*first, *second]
