"""Place expressions that name days: 30 ديسمبر, اليوم الخميس, الأحد الماضي, في اليوم نفسه."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from explore.dates import edtf, hijri
from explore.dates.context import WEEK, Context, Place, day_place
from explore.dates.mentions import DateInterval, DateMention, Fields, Relation

# How many days nearer a date in the past has to be than one in the future, and the other way round where the clause
# looks ahead: the press writes of past days without الماضي more often than of coming ones without المقبل.
_AHEAD_COST, _BEHIND_COST = 4, 3
# A year in which the weekday does not fit has to be this much nearer than one in which it does.
_MISFIT_COST = 200
BACK = (Relation.PAST, Relation.ELAPSED)


def place_offset(mention: DateMention, context: Context) -> Place | None:
    """Place اليوم, أمس, غدا; a date written beside them decides."""
    fields = mention.fields
    if fields.day is not None:
        return place_day(mention, context)
    if context.today is None or fields.offset is None:
        return None
    day = context.today + dt.timedelta(days=fields.offset)
    if fields.weekday is None or fields.weekday == day.weekday():
        return day_place(day, _beside(fields.offset))
    lag = (fields.weekday - day.weekday() + WEEK // 2) % WEEK - WEEK // 2
    return day_place(day + dt.timedelta(days=lag), "the weekday contradicts the article's day", doubtful=True)


def _beside(offset: int) -> str:
    """Say how a day lies to that of the article.

    >>> _beside(0), _beside(-1), _beside(2)
    ("the article's day", "the day before the article's", "2 days after the article's day")
    """
    if offset == 0:
        return "the article's day"
    side = "before" if offset < 0 else "after"
    return f"the day {side} the article's" if abs(offset) == 1 else f"{abs(offset)} days {side} the article's day"


def place_same_day(mention: DateMention, context: Context) -> Place | None:
    """Place اليوم نفسه and اليوم التالي after the day named before."""
    if context.before is None or context.before.first != context.before.last:
        return None
    day = context.before.last + dt.timedelta(days=mention.fields.offset or 0)
    return day_place(day, "reckoned from the day named before")


def place_weekday(mention: DateMention, context: Context) -> Place | None:
    """Place a weekday: the nearest one past, or the next one where the words or the clause look ahead."""
    fields = mention.fields
    if context.published is None or context.today is None or fields.weekday is None:
        return None
    today = max(context.published, context.today)
    ahead = fields.relation is Relation.FUTURE or (mention.future and fields.relation not in BACK)
    strict = fields.relation is Relation.FUTURE or fields.relation in BACK
    why = "the next such weekday" if ahead else "the latest such weekday"
    if fields.until is None or fields.until.weekday is None:
        return day_place(_step(today, fields.weekday, ahead=ahead, strict=strict), why)
    if ahead:
        first = _step(today, fields.weekday, ahead=True, strict=strict)
        return Place(DateInterval(first, _step(first, fields.until.weekday, ahead=True, strict=True)), why)
    last = _step(today, fields.until.weekday, ahead=False, strict=strict)
    return Place(DateInterval(_step(last, fields.weekday, ahead=False, strict=True), last), why)


def _step(day: dt.date, weekday: int, *, ahead: bool, strict: bool) -> dt.date:
    """Return the nearest day with *weekday* in one direction; *strict* leaves *day* itself out."""
    if ahead:
        count = (weekday - day.weekday()) % WEEK or (WEEK if strict else 0)
        return day + dt.timedelta(days=count)
    count = (day.weekday() - weekday) % WEEK or (WEEK if strict else 0)
    return day - dt.timedelta(days=count)


def place_day(mention: DateMention, context: Context) -> Place | None:
    """Place a day of a month, the year and month of which may be left open."""
    fields = mention.fields
    if fields.day is None:
        return None
    if fields.month is None:
        found = _in_month(fields, context)
        return None if found is None else _whole(fields, found, "a day of a month reckoned from another date")
    if fields.hijri and fields.year is not None:
        found = hijri.day(fields.year, fields.month, fields.day)
        return None if found is None else _whole(fields, found, "turned from the Hijri calendar")
    year = fields.year if fields.year is not None else related_year(fields.year_relation, context)
    if year is not None:
        found = edtf.date(year, fields.month, fields.day)
        return None if found is None else _whole(fields, found, "day, month and year are named")
    if context.today is None:
        return None
    found = nearest(mention, context.today)
    return None if found is None else _whole(fields, found, "the year that brings it nearest to the article's day")


def _in_month(fields: Fields, context: Context) -> dt.date | None:
    month = related_month(fields.in_month, context)
    return None if month is None else edtf.date(*month, fields.day or 1)


def related_month(relation: Relation | None, context: Context) -> tuple[int, int] | None:
    """Return the year and month that "الشهر الماضي", "الشهر نفسه" … mean."""
    if relation in (Relation.SAME, Relation.FOLLOWING, Relation.PRECEDING):
        if context.before is None:
            return None
        step = {Relation.FOLLOWING: 1, Relation.PRECEDING: -1}.get(relation, 0)
        return edtf.shift(context.before.last.year, context.before.last.month, step)
    if context.today is None or relation is None:
        return None
    step = -1 if relation in BACK else 1 if relation is Relation.FUTURE else 0
    return edtf.shift(context.today.year, context.today.month, step)


def related_year(relation: Relation | None, context: Context) -> int | None:
    """Return the year that "العام الماضي", "العام نفسه" … mean."""
    if relation in (Relation.SAME, Relation.FOLLOWING, Relation.PRECEDING):
        if context.before is None:
            return None
        return context.before.last.year + {Relation.FOLLOWING: 1, Relation.PRECEDING: -1}.get(relation, 0)
    if context.today is None or relation is None or relation is Relation.NEW:
        return None
    if relation is Relation.ELAPSED and (context.today.month, context.today.day) >= (12, 20):
        return context.today.year
    return context.today.year + (-1 if relation in BACK else 1 if relation is Relation.FUTURE else 0)


def nearest(mention: DateMention, today: dt.date) -> dt.date | None:
    """Return the day of a month in the year that the words and the clause make likeliest."""
    return _nearest(mention.fields, mention.future, today)


@lru_cache(maxsize=4096)
def _nearest(fields: Fields, future: bool, today: dt.date) -> dt.date | None:
    days: Sequence[dt.date] = _in_years(fields, today)
    if fields.relation in BACK:
        days = [day for day in days if day < today] or days
    elif fields.relation is Relation.FUTURE:
        days = [day for day in days if day > today] or days
    return min(days, key=lambda day: _cost(fields, future, day, today), default=None)


def _in_years(fields: Fields, today: dt.date) -> tuple[dt.date, ...]:
    """Return the day of a month in the years around *today*."""
    assert fields.month is not None
    assert fields.day is not None
    year = hijri.year_of(today) if fields.hijri else today.year
    return () if year is None else _in_years_around(year, fields.month, fields.day, hijri_year=fields.hijri)


@lru_cache(maxsize=4096)
def _in_years_around(year: int, month: int, day: int, *, hijri_year: bool) -> tuple[dt.date, ...]:
    make = hijri.day if hijri_year else edtf.date
    found = (make(year + step, month, day) for step in (-2, -1, 0, 1, 2))
    return tuple(day for day in found if day is not None)


def cost(mention: DateMention, day: dt.date, today: dt.date) -> int:
    """Return how far *day* lies from the article's day, weighted by what the press leaves unsaid."""
    return _cost(mention.fields, mention.future, day, today)


def _cost(fields: Fields, future: bool, day: dt.date, today: dt.date) -> int:
    distance = (day - today).days
    misfit = _MISFIT_COST if fields.weekday is not None and fields.weekday != day.weekday() else 0
    if fields.relation is not None:
        return abs(distance) + misfit
    if future:
        return (distance if distance >= 0 else -distance * _BEHIND_COST) + misfit
    return (distance * _AHEAD_COST if distance > 0 else -distance) + misfit


def _whole(fields: Fields, first: dt.date, why: str) -> Place:
    """Return the place from *first* to the end of the range, flagged where the weekday contradicts it."""
    doubtful = fields.weekday is not None and fields.weekday != first.weekday()
    if doubtful:
        why += "; the weekday contradicts it"
    last = _last(fields, first)
    return Place(DateInterval(first, last if last >= first else first), why, doubtful)


def _last(fields: Fields, first: dt.date) -> dt.date:
    until = fields.until
    if until is None or until.day is None:
        return first
    if fields.hijri:
        return first + dt.timedelta(days=until.day - (fields.day or 0))
    month = until.month or first.month
    year = until.year or first.year + (month < first.month)
    return edtf.date(year, month, until.day) or first
