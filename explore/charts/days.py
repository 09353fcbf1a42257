"""Gather communications by the day of the year and the year in which they fell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from explore import tables
from explore.charts import bins, marks
from explore.charts.bins import Days
from explore.charts.theme import Palette
from explore.contacts import Codes
from explore.phrases import Language

# Days of the year are laid out as those of a leap year, so that 1 March stands where it does every year.
STARTS = tuple(dt.date(2000, month, 1).timetuple().tm_yday - 1 for month in range(1, 13))
_LONGEST = 31  # days; what is known less exactly has no place on the grid


@dataclass(frozen=True)
class Shared:
    """Hold days, or spans of days, the rows of the frame that fell on each, and the surest group of status of these."""

    ends: Days
    rows: tuple[Codes, ...]
    group: Codes

    @property
    def counts(self) -> Codes:
        """Count what fell on each."""
        return np.array([len(rows) for rows in self.rows], dtype=np.int64)

    @property
    def first_rows(self) -> Codes:
        """Return the first row of each."""
        return np.array([rows[0] for rows in self.rows], dtype=np.int64)


@dataclass(frozen=True)
class Grid:
    """Hold the communications that have a place: year and day of both ends, and the rows of the frame."""

    charted: pd.DataFrame
    first: Days
    last: Days
    group: Codes
    left_out: int
    language: Language
    colours: Palette

    @cached_property
    def single(self) -> Shared:
        """Put together what fell on the same day."""
        return self._shared(np.flatnonzero(self.first == self.last))

    @cached_property
    def spread(self) -> Shared:
        """Put together what is known to the same days."""
        return self._shared(np.flatnonzero(self.first != self.last))

    def _shared(self, rows: Codes) -> Shared:
        ends = self.first[rows] * _LONGEST + self.last[rows] - self.first[rows]  # both ends in one number
        found, at, counts = np.unique(ends, return_inverse=True, return_counts=True)
        rows, begin = rows[np.argsort(at, kind="stable")], np.cumsum(counts) - counts
        first, longer = np.divmod(found, _LONGEST)
        gathered = np.split(rows, begin[1:]) if len(found) else []
        surest: Codes = np.minimum.reduceat(self.group[rows], begin) if len(found) else rows
        return Shared(np.stack([first, first + longer], axis=1), tuple(gathered), surest)


def of_year(n: Days) -> Codes:
    """Return the day of the year of each of *n*, from 0, as in a leap year."""
    months = n.astype("datetime64[D]").astype("datetime64[M]")
    in_month = (n.astype("datetime64[D]") - months).astype(np.int64)
    found: Codes = np.array(STARTS)[months.astype(np.int64) % 12] + in_month
    return found


def years(n: Days) -> Codes:
    """Return the year of each of *n*."""
    found: Codes = n.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return found


def grid(events: pd.DataFrame, language: Language, colours: Palette) -> Grid:
    """Gather the communications in *events* that have a place, and count the others."""
    charted = tables.charted(events)
    days = bins.dated(charted)
    kept = np.flatnonzero(days.known & (days.last - days.first < _LONGEST))
    shown, left_out = charted.iloc[kept], len(charted) - len(kept)
    return Grid(shown, days.first[kept], days.last[kept], marks.groups(shown), left_out, language, colours)
