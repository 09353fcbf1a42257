"""Hold when an act was: a day, month, year or span, with the reason for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from explore.frozen import quick
from explore.model import Event, Precision, Status

# How vague a date is, by the length of its EDTF: a year, a month; a day or a span of days is not.
_VAGUENESS = {4: 2, 7: 1}
_UNREADABLE = 9
# What EDTF adds to a date that is uncertain or approximate.
MARKS = "?~%"
# What «اليوم» gives as its reason.
TODAY = "the article's day"
_WEEK = 7
# What was to be so many days ago fell through then, not in the week to come.
_JUST = 2
_NEXT_DAY = dt.timedelta(days=1)
_LATEST = "the latest such weekday"
_NEXT = "the next such weekday"
_OF_NEAREST = "the year that brings it nearest to the article's day"
# How a date begins its reason whose year is not told.
_NEAREST = "the year that brings"
# A plan that old is no late report of what was planned.
_LONG = dt.timedelta(days=45)


@quick
@dataclass(frozen=True, slots=True)
class DateRead:
    """Hold a date expression as the event layer needs it: its tokens, EDTF value, interval and reason.

    ``bound`` marks dates behind منذ or حتى, which say since or until when, not when.
    """

    first: int
    last: int
    value: str | None
    days: tuple[dt.date, dt.date] | None
    why: str
    bound: bool = False


@quick
@dataclass(frozen=True, slots=True)
class When:
    """Hold the date of an event. ``value`` is EDTF or None."""

    value: str | None
    days: tuple[dt.date, dt.date] | None
    basis: str


UNKNOWN = When(None, None, "no date told")


def of_lead(today: dt.date | None) -> When:
    """Return the article's day, marked as doubtful, for the news of a lead that names no day."""
    if today is None:
        return UNKNOWN
    return When(f"{today.isoformat()}?", (today, today), "the news of the lead, dated by the article's day")


def is_guess(event: Event) -> bool:
    """Tell whether no text tells the day of *event*."""
    return is_unsure(event.date)


def is_unsure(date: str | None) -> bool:
    """Tell whether no text tells a *date*: it is unknown, or only that of the article."""
    return date is None or date.endswith("?")


def of_visit(visit: Event, reason: str = "of the visit that it was part of: ") -> When | None:
    """Return the date of *visit* for what was part of it, for *reason*; None where that has none, or a vague one."""
    if visit.date is None or visit.date_start is None or visit.date_end is None or visit.status is not Status.HAPPENED:
        return None
    days = (dt.date.fromisoformat(visit.date_start), dt.date.fromisoformat(visit.date_end))
    return When(visit.date, days, reason + visit.date_basis)


def moved(when: When, days: int, basis: str) -> When:
    """Return the day so many *days* behind that of *when*, as sure as that, for the reason *basis*."""
    assert when.days is not None
    assert when.value is not None
    day = when.days[0] + dt.timedelta(days=days)
    marks = when.value[len(when.value.rstrip(MARKS)) :]
    return When(day.isoformat() + marks, (day, day), basis)


def is_past(when: When, today: dt.date | None, by: dt.timedelta) -> bool:
    """Tell whether *when* was over more than *by* before *today*."""
    return today is not None and when.days is not None and today - when.days[1] > by


def forward(when: When, today: dt.date | None) -> When:
    """Return the day of a plan: the next such weekday or month for the latest; a year of the past is none."""
    if today is None or when.days is None or when.days[1] >= today:
        return when
    long_past = today - when.days[1] > _LONG
    if long_past and _NEAREST in when.basis and (later := _next_year(when)) is not None:
        return later
    if when.days[0] != when.days[1]:
        return UNKNOWN
    day = when.days[0] + dt.timedelta(days=_WEEK)
    if not when.basis.endswith(_LATEST) or day < today:
        return when
    return When(day.isoformat(), (day, day), "the next such weekday, as the verb is to come")


def backward(when: When, *, beside: bool) -> When:
    """Return the latest such day for one that was past when it was told of: «وقعاه في الأول من يناير», in December.

    A weekday is such where it stands *beside* the past verb: «وعقد صباح الثلاثاء محادثات».
    """
    if when.days is None or when.days[0] != when.days[1]:
        return UNKNOWN
    if beside and when.basis.endswith(_NEXT):
        return moved(when, -_WEEK, _LATEST)
    if not when.basis.endswith(_OF_NEAREST):
        return UNKNOWN
    day = when.days[0]
    try:
        before = day.replace(year=day.year - 1)
    except ValueError:
        return UNKNOWN
    return When(before.isoformat(), (before, before), "the latest such day, as the verb is past")


def nearest(when: When, today: dt.date | None) -> When:
    """Return the weekday just past of what was to be, for the next such: «كان مقررا أن يلتقيا مساء الاثنين»."""
    if today is None or when.days is None or not when.basis.endswith(_NEXT) or when.days[0] != when.days[1]:
        return when
    latest = moved(when, -_WEEK, _LATEST)
    return latest if latest.days is not None and (today - latest.days[0]).days <= _JUST else when


def _next_year(when: When) -> When | None:
    """Return the same days a year on: «سيزور X Y في يونيو», told in September; None for what has no such day."""
    assert when.days is not None
    try:
        first, last = (day.replace(year=day.year + 1) for day in when.days)
    except ValueError:
        return None
    year = str(when.days[0].year)
    value = str(when.value).replace(year, str(first.year))
    return When(value, (first, last), "the next such day or month, as the verb is to come")


def precision(when: When) -> Precision:
    """Return how exactly *when* is known."""
    if when.value is None or when.days is None:
        return Precision.UNKNOWN
    plain = when.value.rstrip(MARKS)
    if "/" in plain:
        return Precision.RANGE
    return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(plain), Precision.DAY)


def are_one_span(one: When, other: When) -> bool:
    """Tell whether two days follow each other: what lasted from one to the other was one act."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] == one.days[1] and other.days == (one.days[1] + _NEXT_DAY,) * 2


def to_span(one: When, other: When) -> When:
    """Return the time from *one* day to the *other*."""
    assert one.days is not None
    assert other.days is not None
    days = one.days[0], other.days[1]
    return When("/".join(day.isoformat() for day in days), days, f"{one.basis}; and the day behind it")


def is_ahead(date: DateRead | None, today: dt.date | None) -> bool:
    """Tell whether *date* was still to come *today*."""
    return date is not None and today is not None and date.days is not None and date.days[0] > today


def vagueness(date: DateRead) -> int:
    """Return how vague *date* is, 0 for a day."""
    return _UNREADABLE if date.value is None else _VAGUENESS.get(len(date.value.rstrip(MARKS)), 0)
