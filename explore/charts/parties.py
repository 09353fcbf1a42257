"""Say who the two sides of each communication are, as people or as countries, and what to call them.

By country, an organisation of no state stands for itself; a letter to the public goes to ``selection.NONE``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from explore import phrases
from explore.contacts import Codes, codes
from explore.phrases import Language
from explore.selection import NONE

By = Literal["person", "country"]


@dataclass(frozen=True)
class Sides:
    """Hold the values that the sides of communications have, and which of them each side of each row has."""

    by: By
    values: tuple[str, ...]
    sender: Codes
    recipient: Codes
    charted: pd.DataFrame

    def totals(self) -> Codes:
        """Count the communications on either side of each value; one with itself counts once."""
        other = self.recipient[self.recipient != self.sender]
        return np.bincount(self.sender, minlength=len(self.values)) + np.bincount(other, minlength=len(self.values))

    def name(self, place: int, language: Language) -> str:
        """Name the value at *place*."""
        value = self.values[place]
        if value == NONE:
            return phrases.word("none", "recipient", language)
        for side, at in (("sender", self.sender), ("recipient", self.recipient)):
            rows = np.flatnonzero(at == place)
            if len(rows):
                return self._name_at(side, int(rows[0]), value, language)
        return value

    def _name_at(self, side: str, row: int, value: str, language: Language) -> str:
        if self.by == "country" and self.charted[f"{side}_country"].iat[row] == value:
            return phrases.country(value, language)
        for tongue in (language, "en", "ar"):
            name = self.charted[f"{side}_name_{tongue}"].iat[row]
            if isinstance(name, str):
                return name
        return value


def sides(charted: pd.DataFrame, by: By) -> Sides:
    """Return the sides of the communications in *charted*."""
    ids = charted["sender_id"].cat.categories
    states = charted["sender_country"].cat.categories if by == "country" else ids[:0]
    values = (*states.tolist(), *ids.tolist(), NONE)
    found = []
    for side in ("sender", "recipient"):
        at = codes(charted[f"{side}_id"])
        at = np.where(at < 0, len(ids), at) + len(states)
        if by == "country":
            state = codes(charted[f"{side}_country"])
            at = np.where(state < 0, at, state)
        found.append(at)
    return Sides(by, values, found[0], found[1], charted)


def ranking(charted: pd.DataFrame, by: By) -> tuple[str, ...]:
    """Order the values by how much they communicate, most first."""
    both = sides(charted, by)
    totals = both.totals()
    order = sorted(np.flatnonzero(totals), key=lambda place: (-totals[place], both.values[place]))
    return tuple(both.values[place] for place in order)


def stable(places: Sequence[int], both: Sides, ranked: Sequence[str] | None) -> list[int]:
    """Put *places* in the order of the ranking of the whole corpus, so that filters do not move them."""
    if ranked is None:
        return list(places)
    rank = {value: n for n, value in enumerate(ranked)}
    return sorted(places, key=lambda place: (rank.get(both.values[place], len(rank)), both.values[place]))
