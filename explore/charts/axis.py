"""Label an axis of dates in either language; plotly itself knows no Arabic month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from explore import phrases
from explore.charts.bins import date, months_to
from explore.phrases import Language

# Up to so many days the labels are days, beyond so many they are years, between them months.
_DAYS_TO_YEAR = (62, 800)
_MONTHS_APART = {1: 200, 2: 400, 3: 800}  # every so many months, up to so many days


@dataclass(frozen=True, slots=True)
class Ticks:
    """Hold where the labels of an axis of dates stand, what they say, and where the lines between them are."""

    places: tuple[dt.datetime, ...]
    labels: tuple[str, ...]
    lines: tuple[dt.date, ...]


def ticks(first: int, last: int, language: Language) -> Ticks:
    """Label the days from *first* to *last* by years, months or days, each label in the middle of its period."""
    span = last - first
    if span <= _DAYS_TO_YEAR[0]:
        return _day_ticks(first, last, language)
    by_year = span > _DAYS_TO_YEAR[1]
    step = max(1, span // 365 // 16) if by_year else next(n for n, days in _MONTHS_APART.items() if span <= days)
    months = 12 if by_year else 1
    low, high = (months_to(n) // months for n in (first, last))
    starts = [_month(k * months) for k in range(low, high + 2)]
    shown = range(0, len(starts) - 1, step)
    middles = tuple(_middle(max(starts[k], date(first)), min(starts[k + 1], date(last + 1))) for k in shown)
    labels = tuple(phrases.year(starts[k].year) if by_year else _month_label(starts[k], language) for k in shown)
    return Ticks(middles, labels, tuple(starts[k] for k in shown))


def _day_ticks(first: int, last: int, language: Language) -> Ticks:
    step = max(1, (last - first + 1) // 8)
    days = [date(n) for n in range(first, last + 1, step)]
    labels = [f"{phrases.number(day.day)} {phrases.month(day.month, language, short=True)}" for day in days]
    labels[0] = f"{labels[0]}<br>{phrases.year(days[0].year)}"
    return Ticks(tuple(_middle(day, day + dt.timedelta(days=1)) for day in days), tuple(labels), tuple(days))


def _month(n: int) -> dt.date:
    return dt.date(1970 + n // 12, n % 12 + 1, 1)


def _middle(first: dt.date, after: dt.date) -> dt.datetime:
    begin = dt.datetime.combine(first, dt.time())
    return begin + (dt.datetime.combine(after, dt.time()) - begin) / 2


def _month_label(start: dt.date, language: Language) -> str:
    return f"{phrases.month(start.month, language, short=True)} {phrases.year(start.year)}"
