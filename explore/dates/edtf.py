"""Write days, months, years and ranges as EDTF (ISO 8601-2), and read back what an article's metadata says."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from explore.dates.mentions import DateInterval

_DOUBTFUL = "?"
_MONTHS = 12


@lru_cache(maxsize=4096)
def date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> DateInterval:
    """Return the first and last day of a month."""
    return DateInterval(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> DateInterval:
    """Return the first and last day of a year."""
    return DateInterval(dt.date(year, 1, 1), dt.date(year, 12, 31))


def shift(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month that lie so many months on.

    >>> shift(2018, 12, 1)
    (2019, 1)
    """
    count = year * _MONTHS + month - 1 + months
    return count // _MONTHS, count % _MONTHS + 1


def write(interval: DateInterval, *, doubtful: bool = False) -> str:
    """Write an interval as shortly as EDTF can.

    >>> write(month_of(2018, 6)), write(year_of(2018))
    ('2018-06', '2018')
    """
    first, last = interval
    if first == last:
        text = first.isoformat()
    elif interval == month_of(first.year, first.month):
        text = first.isoformat()[:7]
    elif interval == year_of(first.year):
        text = first.isoformat()[:4]
    elif (first.month, first.day, last.month, last.day) == (1, 1, _MONTHS, 31):
        text = f"{first.isoformat()[:4]}/{last.isoformat()[:4]}"
    elif first.day == 1 and last == month_of(last.year, last.month).last:
        text = f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    else:
        text = f"{first.isoformat()}/{last.isoformat()}"
    return text + _DOUBTFUL if doubtful else text


def is_doubtful(value: str | None) -> bool:
    """Tell whether an EDTF value is flagged as doubtful."""
    return value is not None and value.endswith(_DOUBTFUL)


def doubt(value: str) -> str:
    """Flag an EDTF value as doubtful."""
    return value if is_doubtful(value) else value + _DOUBTFUL


def read(value: str) -> DateInterval | None:
    """Read "2018-12-30" (a time may follow), "2018-12" or "2018"; None where it is none of these."""
    text = value.strip().rstrip("?~%")
    try:
        if len(text) >= len("2018-12-30"):
            day = dt.date.fromisoformat(text[:10])
            return DateInterval(day, day)
        year, _, month = text.partition("-")
        if len(year) != len("2018"):
            return None
        return month_of(int(year), int(month)) if month else year_of(int(year))
    except ValueError:
        return None
