"""Cut a period into calendar units, and count events in them without inventing precision.

An event whose days lie within one unit counts there. One that is known less exactly, such as "in 2018" on an axis of
months, is spread evenly over the units it may belong to: never a peak on the first of the month or year.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import phrases
from explore.contacts import Codes
from explore.phrases import Language
from explore.selection import SHOWN_FIRST, SHOWN_LAST

Days = npt.NDArray[np.int64]  # counted from 1970-01-01
Weights = npt.NDArray[np.float64]


class Unit(StrEnum):
    """Name a calendar unit."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


# The longest period, in days, that is still cut into each unit: never more than about 130 bars.
_LONGEST = {Unit.DAY: 62, Unit.WEEK: 380, Unit.MONTH: 3660, Unit.QUARTER: 11000}
_EPOCH = dt.date(1970, 1, 1)
_MONDAY = 3  # 1970-01-01 was a Thursday: this many days after a Monday


@dataclass(frozen=True)
class Bins:
    """Hold the days on which units begin, and the day after the last one."""

    unit: Unit
    edges: Days

    def __len__(self) -> int:
        """Count the units."""
        return len(self.edges) - 1

    def period(self, place: int) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of the unit at *place*."""
        return date(self.edges[place]), date(self.edges[place + 1] - 1)

    def name(self, place: int, language: Language) -> str:
        """Name the unit at *place*: "ديسمبر 2018"."""
        return phrases.period(*self.period(place), language)


@dataclass(frozen=True)
class Dated:
    """Hold first and last day of every communication; ``known`` is False where there is no date."""

    first: Days
    last: Days
    known: npt.NDArray[np.bool_]


def dated(charted: pd.DataFrame) -> Dated:
    """Read the days out of a frame."""
    first, last = (charted[name].to_numpy().astype("datetime64[D]") for name in ("date_start", "date_end"))
    return Dated(first.astype(np.int64), last.astype(np.int64), ~(np.isnat(first) | np.isnat(last)))


def day(date: dt.date) -> int:
    """Count the days from 1970-01-01 to *date*."""
    return (date - _EPOCH).days


def date(n: int) -> dt.date:
    """Return the date that is *n* days after 1970-01-01."""
    return _EPOCH + dt.timedelta(days=int(n))


def months_to(n: int) -> int:
    """Count the months from January 1970 to that of the day *n*."""
    day = date(n)
    return (day.year - _EPOCH.year) * 12 + day.month - 1


def window(days: Dated, asked: tuple[dt.date | None, dt.date | None] | None) -> tuple[int, int]:
    """Choose the first and last day shown: what was asked for, else 2018–2025 if all lie there, else whole years."""
    first, last = asked or (None, None)
    begun = days.first[days.known]  # what begins within a year and runs into the next does not add that year
    low = date(begun.min()) if len(begun) else SHOWN_FIRST
    high = date(begun.max()) if len(begun) else SHOWN_LAST
    if low >= SHOWN_FIRST and high <= SHOWN_LAST:
        low, high = SHOWN_FIRST, SHOWN_LAST
    low, high = first or dt.date(low.year, 1, 1), last or dt.date(high.year, 12, 31)
    return day(min(low, high)), day(max(low, high))


def cut(first: int, last: int) -> Bins:
    """Cut the days from *first* to *last* into whole units, chosen by how many days there are."""
    unit = next((unit for unit, longest in _LONGEST.items() if last - first < longest), Unit.YEAR)
    if unit in (Unit.DAY, Unit.WEEK):
        step = 1 if unit is Unit.DAY else 7
        begin = first if step == 1 else first - (first + _MONDAY) % 7
        return Bins(unit, np.arange(begin, last + step + 1, step, dtype=np.int64))
    step = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
    low, high = (months_to(n) for n in (first, last))
    months = np.arange(low - low % step, high + step + 1, step)
    while len(months) > 2 and months[-2] > high:
        months = months[:-1]
    return Bins(unit, months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64))


@dataclass(frozen=True)
class Placed:
    """Hold the first and the last unit of every communication on the axis, and the share of its days inside it.

    ``rows`` are their rows; what has no date or lies off the axis is left out. ``exact`` are those within one unit;
    what reaches beyond the axis never is, even if only one unit of it shows.
    """

    rows: Codes
    begin: Codes
    end: Codes
    inside: Weights
    exact: npt.NDArray[np.bool_]

    def take(self, entries: Codes) -> Placed:
        """Return the *entries*, in their order."""
        begin, end = self.begin[entries], self.end[entries]
        return Placed(self.rows[entries], begin, end, self.inside[entries], self.exact[entries])


def place(days: Dated, bins: Bins) -> Placed:
    """Find the units of every communication."""
    low, high = int(bins.edges[0]), int(bins.edges[-1])
    rows = np.flatnonzero(days.known & (days.last >= low) & (days.first < high))
    first, last = days.first[rows], days.last[rows]
    unit_of = np.repeat(np.arange(len(bins)), np.diff(bins.edges))  # by day: quicker than a search for each
    from_day, to_day = np.maximum(first, low), np.minimum(last, high - 1)
    inside = (to_day - from_day + 1) / (last - first + 1)
    begin, end = unit_of[from_day - low], unit_of[to_day - low]
    return Placed(rows, begin, end, inside, (begin == end) & (inside == 1))


def count(placed: Placed, groups: Codes, shape: tuple[int, int]) -> tuple[Weights, Weights]:
    """Count, for each group and unit, what lies within the unit, and the shares of what is spread over it."""
    n_groups, n = shape
    exact, vague = placed.exact, ~placed.exact
    keys = groups[exact] * n + placed.begin[exact]
    within = np.bincount(keys, minlength=n_groups * n).reshape(shape).astype(np.float64)
    return within, _spread(groups[vague], placed.begin[vague], placed.end[vague], placed.inside[vague], shape)


def _spread(group: Codes, begin: Codes, end: Codes, inside: Weights, shape: tuple[int, int]) -> Weights:
    """Give each unit its share of the part *inside* the axis.

    Shares are entered where they begin, taken out after they end, and summed along the axis.
    """
    n_groups, n = shape
    share = inside / (end - begin + 1)
    width = n + 1
    entered = np.bincount(group * width + begin, share, n_groups * width)
    left = np.bincount(group * width + end + 1, share, n_groups * width)
    steps = (entered - left).reshape(n_groups, width)
    shares: Weights = np.cumsum(steps, axis=1)[:, :n].round(9)
    return shares
