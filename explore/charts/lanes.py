"""Sort communications into the lanes of a timeline: by channel, person, country or pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from explore import phrases
from explore.charts import theme
from explore.charts.parties import Sides, sides
from explore.contacts import Codes, codes
from explore.model import Channel
from explore.phrases import Language

LanesBy = Literal["channel", "person", "country", "pair"]
_LONGEST = 18  # letters of a name in the label of a pair
LIMIT = 10  # lanes beside the one of all others


@dataclass(frozen=True)
class Lanes:
    """Hold the lanes from top to bottom; entry k says that ``rows[k]`` of the frame stands in ``lane_of[k]``.

    ``values`` are what a click selects: a channel, an id, a country code; "" for the others and for pairs.
    """

    labels: tuple[str, ...]
    values: tuple[str, ...]
    rows: Codes
    lane_of: Codes

    def sizes(self) -> Codes:
        """Count the communications of each lane."""
        return np.bincount(self.lane_of, minlength=len(self.labels))


def sort(charted: pd.DataFrame, by: LanesBy, language: Language) -> Lanes:
    """Return the lanes of *charted*; one between two people stands in the lanes of both."""
    if by == "channel":
        return _by_channel(charted, language)
    both = sides(charted, "country" if by == "country" else "person")
    return _by_pair(both, charted, language) if by == "pair" else _by_party(both, language)


def _by_channel(charted: pd.DataFrame, language: Language) -> Lanes:
    at = codes(charted["channel"])
    present = np.flatnonzero(np.bincount(at, minlength=len(Channel)))
    place = np.zeros(len(Channel), dtype=np.int64)
    place[present] = np.arange(len(present))
    values = tuple(str(list(Channel)[k]) for k in present)
    labels = tuple(phrases.word("channels", value, language) for value in values)
    return Lanes(labels, values, np.arange(len(at)), place[at])


def _by_party(both: Sides, language: Language) -> Lanes:
    totals = both.totals()
    busiest = sorted(np.flatnonzero(totals).tolist(), key=lambda k: (-totals[k], both.values[k]))
    named, merged = _cut(busiest)
    slot = np.full(len(both.values), len(named), dtype=np.int64)
    slot[named] = np.arange(len(named))
    here, there = slot[both.sender], slot[both.recipient]
    second = np.flatnonzero(here != there)
    rows = np.concatenate([np.arange(len(here)), second])
    labels = [both.name(k, language) for k in named]
    return _lanes(
        labels, [both.values[k] for k in named], rows, np.concatenate([here, there[second]]), merged, language
    )


def _by_pair(both: Sides, charted: pd.DataFrame, language: Language) -> Lanes:
    n = len(both.values)
    mutual = charted["mutual"].to_numpy()
    low = np.where(mutual, np.minimum(both.sender, both.recipient), both.sender)
    high = np.where(mutual, np.maximum(both.sender, both.recipient), both.recipient)
    at, pairs = pd.factorize((low * n + high) * 2 + mutual)
    totals = np.bincount(at, minlength=len(pairs))
    busiest = sorted(range(len(pairs)), key=lambda k: (-totals[k], pairs[k]))
    named, merged = _cut(busiest)
    slot = np.full(len(pairs), len(named), dtype=np.int64)
    slot[named] = np.arange(len(named))
    labels = [_pair_label(int(pairs[k]), both, language) for k in named]
    return _lanes(labels, [""] * len(named), np.arange(len(at)), slot[at], merged, language)


def _pair_label(key: int, both: Sides, language: Language) -> str:
    pair, mutual = divmod(key, 2)
    low, high = divmod(pair, len(both.values))
    return phrases.sides(_short(both, low, language), _short(both, high, language), language, mutual=bool(mutual))


def _short(both: Sides, place: int, language: Language) -> str:
    return theme.clipped(both.name(place, language), _LONGEST)


def _cut(busiest: Sequence[int]) -> tuple[list[int], int]:
    named = list(busiest if len(busiest) <= LIMIT + 1 else busiest[:LIMIT])
    return named, len(busiest) - len(named)


def _lanes(labels: list[str], values: list[str], rows: Codes, lane_of: Codes, merged: int, language: Language) -> Lanes:
    if merged:
        labels = [*labels, phrases.text("others", language, n=phrases.number(merged))]
        values = [*values, ""]
    return Lanes(tuple(labels), tuple(values), rows, lane_of)
