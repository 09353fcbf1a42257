"""Offer periods that are often asked for: the years of the corpus, and the time before its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from explore.charts import bins

Period = tuple[dt.date, dt.date]
# Days before the end of the corpus.
_BACK = {"month": 30, "year": 365}


def presets(charted: pd.DataFrame) -> Mapping[str, Period]:
    """Return the periods by name: "month" and "year" before the last day that is known, then every year, latest first.

    A year is offered when something began in it.
    """
    days = bins.dated(charted)
    if not days.known.any():
        return {}
    end = bins.date(days.last[days.known].max())
    back = {name: (end - dt.timedelta(days=n - 1), end) for name, n in _BACK.items()}
    years = sorted({bins.date(n).year for n in set(days.first[days.known].tolist())}, reverse=True)
    return back | {str(year): (dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years}


def before(first: dt.date | None, last: dt.date | None) -> Period | None:
    """Return the period that ends before *first* and is as long as that to *last*; None where an end is open.

    >>> before(dt.date(2020, 2, 1), dt.date(2020, 2, 29))
    (datetime.date(2020, 1, 3), datetime.date(2020, 1, 31))
    """
    if first is None or last is None or (first - dt.date.min) <= (last - first):
        return None
    return first - (last - first) - dt.timedelta(days=1), first - dt.timedelta(days=1)


def named(presets: Mapping[str, Period], first: dt.date | None, last: dt.date | None) -> str | None:
    """Return the name of the period from *first* to *last*, if it has one."""
    return next((name for name, period in presets.items() if period == (first, last)), None)
