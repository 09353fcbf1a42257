"""Hold what a date may be reckoned from: the day the article was written on, and the date named before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from explore.dates.mentions import DateInterval, DateMention, Kind
from explore.frozen import quick

WEEK = 7
# Metadata may name the day of posting, a day or two off the day that the text calls اليوم.
_POSTING_LAG = 2


@quick
@dataclass(frozen=True, slots=True)
class Context:
    """Hold the article's day and the day that the text calls اليوم, where known, and the date named before, if any."""

    published: dt.date | None
    today: dt.date | None
    before: DateInterval | None = None


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """Hold where an expression falls and why; ``doubtful`` where its words contradict each other.

    ``open`` tells that the interval bounds the date but that the text settles no EDTF value.
    """

    interval: DateInterval
    why: str
    doubtful: bool = False
    open: bool = False


def day_place(day: dt.date, why: str, *, doubtful: bool = False) -> Place:
    """Return the place of a single day."""
    return Place(DateInterval(day, day), why, doubtful)


def written_on(mentions: Sequence[DateMention], published: dt.date) -> dt.date:
    """Return the day that the text calls اليوم: "اليوم الخميس" in an article posted on a Friday was Thursday.

    Where one such day fits the day of posting, it is another that an earlier report left behind.
    """
    lags = [_lag(mention, published) for mention in mentions if mention.fields.kind is Kind.OFFSET]
    told = [lag for lag in lags if lag is not None]
    if not told or 0 in told or abs(told[0]) > _POSTING_LAG:
        return published
    return published + dt.timedelta(days=told[0])


def _lag(mention: DateMention, published: dt.date) -> int | None:
    """Return how many days the weekday beside "اليوم", "أمس" is off the day of posting; None without one."""
    fields = mention.fields
    if fields.weekday is None or fields.offset is None:
        return None
    named = published + dt.timedelta(days=fields.offset)
    return (fields.weekday - named.weekday() + WEEK // 2) % WEEK - WEEK // 2
