"""Turn days of the Hijri calendar (Umm al-Qura) into Gregorian ones."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from explore.dates.mentions import DateInterval

# The tables of the calendar reach from 1343 to 1500 (1924 to 2077).
FIRST_YEAR, LAST_YEAR = 1343, 1500
_MONTHS = 12


@lru_cache(maxsize=4096)
def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the Gregorian day, or None where the calendar has no such day.

    >>> day(1444, 10, 1)
    datetime.date(2023, 4, 21)
    """
    from hijridate import Hijri  # loaded by the few articles that need it

    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    try:
        found = Hijri(year, month, number).to_gregorian()
    except ValueError:
        return None
    return dt.date(found.year, found.month, found.day)


def month(year: int, number: int) -> DateInterval | None:
    """Return the first and last Gregorian day of a Hijri month."""
    first = day(year, number, 1)
    after = day(year + number // _MONTHS, number % _MONTHS + 1, 1)
    if first is None or after is None:
        return None
    return DateInterval(first, after - dt.timedelta(days=1))


def year_of(day_: dt.date) -> int | None:
    """Return the Hijri year of a Gregorian day, or None outside the tables."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day_.year, day_.month, day_.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
