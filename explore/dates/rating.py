"""Rate how well a day fits as the day of an article. The marks are small numbers that were set by hand.

They say what the press does: it names a day of this week by its weekday, a day of this month without a month's الماضي,
yesterday by أمس; it gives the date of what is news, and the year of what is not. One mark is about one such habit; what
the text says outright (اليوم, a dateline, الجاري) is worth several.
"""

from __future__ import annotations

import datetime as dt

from explore.dates import days
from explore.dates.clues import Clues, day_in
from explore.dates.context import WEEK
from explore.dates.days import BACK
from explore.dates.mentions import DateMention, Relation

_OUTRIGHT = 8.0
_SAID = 4.0
# Marks by how many days the article lies after a day, up to each limit: with a weekday; with a year; with neither.
_WITH_WEEKDAY = ((0, 3.0), (6, 2.0), (13, 0.5), (60, 0.0))
_WITH_YEAR = ((0, 2.2), (2, -1.0), (6, 2.0), (13, 1.5), (60, 1.0), (400, 0.5))
_DOCUMENT = ((0, 2.2), (2, 2.0), (6, 1.5), (60, 1.0), (400, 0.5))
_BARE = ((0, 0.0), (6, -1.0), (31, 1.5), (60, 1.0), (200, 0.0))
_AHEAD = ((7, 2.5), (31, 2.0), (100, 1.0), (400, 0.0))
_LATEST_YEAR = (2.0, 1.2, 0.6, 0.3)
_DECEMBER, _JANUARY = 12, 1
# Greetings for the new year are sent in these days of December and January, mostly in the last week of the year.
_FIRST_GREETING, _BUSIEST_GREETING, _LAST_GREETING = 18, 25, 8
_LATE_MONTHS = 10
# Greetings with these marks leave no doubt about the turn of the year.
_PROOF = 4.0


def rate(clues: Clues, day: dt.date) -> float:
    """Return the marks of *day* over all clues."""
    marks = sum(_own(mention, day) for mention in clues.own) if clues.own else 0.0
    marks += _weekday(clues, day)
    for mention in clues.dated:
        marks += _dated(clues, mention, day)
    for mention in clues.months:
        marks += _month(mention, day)
    for mention in clues.years:
        marks += year(mention, day.year, january=day.month == _JANUARY)
    if clues.latest_year is not None:
        marks += _latest_year(clues, clues.latest_year, day)
    if clues.new_year:
        marks += _new_year(clues, day)
    if clues.anniversary is not None:
        marks += _OUTRIGHT - abs((day - clues.anniversary).days) / WEEK
    return marks


def proves(clues: Clues, day: dt.date) -> bool:
    """Tell whether some clue ties *day* to the article outright, and not only as the likeliest of several."""
    if clues.own or clues.anniversary is not None or (clues.new_year and _new_year(clues, day) >= _PROOF):
        return True
    return any(_ties(clues, mention, day) for mention in clues.dated)


def _ties(clues: Clues, mention: DateMention, day: dt.date) -> bool:
    """Tell whether *mention* names a day of the week around *day* and proves it by its weekday, or is a fixed day."""
    fields = mention.fields
    named = days.nearest(mention, day) if fields.year is None else day_in(mention, day.year)
    if named is None:
        return False
    if any((fields.month, fields.day) == (fixed.month, fixed.day) for fixed in clues.fixed):
        return True
    after = (day - named).days
    if not -WEEK < after < WEEK:
        return False
    if fields.weekday is not None and fields.weekday == named.weekday():
        return clues.weekday is not None or (mention is clues.first and after == 0)
    return after <= 0 and mention.future and named.weekday() == clues.coming


def _own(mention: DateMention, day: dt.date) -> float:
    """Rate a date that is the article's own, or a day or two off it."""
    named = day_in(mention, day.year)
    shift = dt.timedelta(days=mention.fields.offset or 0)
    if named is None or named - shift != day:
        return -_OUTRIGHT
    weekday = mention.fields.weekday
    return _OUTRIGHT + (0 if weekday is None else _SAID if weekday == named.weekday() else -_SAID)


def _weekday(clues: Clues, day: dt.date) -> float:
    if clues.weekday is not None:
        return _SAID if day.weekday() == clues.weekday else -_OUTRIGHT
    if clues.lead is None:
        return 0.0
    return 1.0 if day.weekday() == clues.lead else -0.5 * ((day.weekday() - clues.lead) % WEEK)


def _dated(clues: Clues, mention: DateMention, day: dt.date) -> float:
    fields = mention.fields
    named = days.nearest(mention, day) if fields.year is None else day_in(mention, day.year)
    if named is None:
        return 0.0
    marks = 0.0
    if fields.weekday is not None:
        marks += _SAID if fields.weekday == named.weekday() else -_SAID
    for fixed in clues.fixed:
        if (fields.month, fields.day) == (fixed.month, fixed.day):
            marks += _SAID if (named.year - fixed.start) % fixed.every == 0 else -_SAID
    marks += _related(mention, named, day)
    after = (day - named).days
    if mention.future or fields.relation is Relation.FUTURE:
        fits = fields.weekday is None and named.weekday() == clues.coming and 0 <= -after < WEEK
        return marks + (_by(_AHEAD, -after) if after <= 0 else -2.0) + (_SAID if fits else 0)
    if after < 0:
        return marks - (1.0 if fields.year is None else 3.0)
    return marks + _behind(clues, mention, after)


def _behind(clues: Clues, mention: DateMention, after: int) -> float:
    """Rate an article so many days after a day that it names."""
    fields = mention.fields
    if fields.weekday is not None:
        return _by(_WITH_WEEKDAY, after) + (1.0 if after == 0 and (mention is clues.first or mention.document) else 0.0)
    if mention.document:
        return _by(_DOCUMENT, after)
    return _by(_BARE if fields.year is None else _WITH_YEAR, after)


def _related(mention: DateMention, named: dt.date, day: dt.date) -> float:
    """Rate الجاري, الماضي and المقبل after a day: the month is the article's own, or it is not."""
    relation = mention.fields.relation
    same = (named.year, named.month) == (day.year, day.month)
    if relation is Relation.CURRENT:
        return _SAID if same else -_SAID
    if relation in BACK:
        return -1.0 if same or named >= day else 0.5
    if relation is Relation.FUTURE:
        return -1.0 if same or named <= day else 0.5
    return 1.0 if same and named <= day and mention.fields.year is None else 0.0


def _month(mention: DateMention, day: dt.date) -> float:
    """Rate a month that is named with its year."""
    fields = mention.fields
    if fields.year is None or fields.month is None or fields.hijri:
        return 0.0
    ahead = (fields.year - day.year) * 12 + fields.month - day.month
    if mention.future:
        return -1.0 if ahead < 0 else 2.0 if ahead <= _LATE_MONTHS else 0.0
    return -1.0 if ahead > 0 else 0.0


def year(mention: DateMention, own: int, *, january: bool = False) -> float:
    """Rate a year with a word that ties it to the article's: العام الجاري 2018, العام المقبل 2019."""
    fields = mention.fields
    if fields.year is None or fields.relation is None:
        return 0.0
    ahead = fields.year - own
    if fields.relation is Relation.CURRENT:
        return _SAID if ahead == 0 else -_SAID
    if fields.relation in (Relation.FUTURE, Relation.NEW):
        return _SAID if ahead == 1 else _SAID - 1 if ahead == 0 and january else -_SAID
    return 0.0 if fields.relation not in BACK else _SAID if ahead == -1 else -_SAID


def _latest_year(clues: Clues, year: int, day: dt.date) -> float:
    """Rate the latest year that is named: the article's own, the one before, or the coming one late in the year."""
    behind = day.year - year
    if behind >= 0:
        return _LATEST_YEAR[behind] if behind < len(_LATEST_YEAR) else 0.0
    late = day.month >= _LATE_MONTHS or clues.latest_comes
    if behind == -1 and clues.new_year:
        return _LATEST_YEAR[0]
    return 1.0 if behind == -1 and late else -2.0


def _new_year(clues: Clues, day: dt.date) -> float:
    """Rate greetings for the new year: sent at the turn of the year, and the latest year named is the coming one."""
    december = day.month == _DECEMBER and day.day >= _FIRST_GREETING
    if not december and not (day.month == _JANUARY and day.day <= _LAST_GREETING):
        return 0.0
    marks = 3.0 if december and day.day >= _BUSIEST_GREETING else 2.0
    if clues.latest_year is None:
        return marks
    return marks + (2.0 if clues.latest_year == day.year + december else -2.0)


def _by(limits: tuple[tuple[int, float], ...], count: int) -> float:
    return next((marks for limit, marks in limits if count <= limit), -1.0)
