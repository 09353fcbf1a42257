"""Hold what a date expression says, and where it falls on the calendar once the article's day is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from explore.frozen import quick
from explore.named import Named


class Kind(Named):
    """Name the finest thing that an expression names."""

    DAY = "day"  # 30 ديسمبر
    OFFSET = "offset"  # اليوم، أمس
    WEEKDAY = "weekday"  # الأحد
    WEEK = "week"  # الأسبوع الماضي
    MONTH = "month"  # يونيو، هذا الشهر
    YEAR = "year"  # 2018، العام المقبل
    DECADE = "decade"  # سبعينيات القرن الماضي
    SAME_DAY = "same day"  # في اليوم نفسه، في اليوم التالي


class Relation(Named):
    """Name how a word such as الماضي places its date against another day."""

    PAST = "past"
    ELAPSED = "elapsed"
    CURRENT = "current"
    FUTURE = "future"
    SAME = "same"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    NEW = "new"


class Part(Named):
    """Name the vague part of a month or year."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class DateInterval(NamedTuple):
    """Hold the first and the last day that a date may be."""

    first: dt.date
    last: dt.date


@quick
@dataclass(frozen=True, slots=True)
class Fields:
    """Hold what the words of one expression say; None is what they leave open.

    ``weekday`` counts from Monday = 0, ``offset`` counts days from the article's own. ``relation`` belongs to the whole
    expression (الماضي), ``year_relation`` to its year (من العام الماضي), ``in_month`` to a month that is not named
    (الثاني من الشهر نفسه). ``until`` is the last day of a range; what it leaves open is as in the first.
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    relation: Relation | None = None
    year_relation: Relation | None = None
    in_month: Relation | None = None
    part: Part | None = None
    months: tuple[int, int] | None = None
    hijri: bool = False
    until: Fields | None = None


@quick
@dataclass(frozen=True, slots=True)
class DateMention:
    """Hold one date expression: tokens ``first`` up to ``last``, shown text ``start`` up to ``end``.

    ``future`` tells that the clause looks ahead, ``dateline`` that the expression dates the article itself,
    ``document`` that it is the day a document bears, ``joined`` that only و or إلى parts it
    from the one before. ``resolve`` fills in ``value`` (EDTF), ``interval`` and ``why``.
    """

    first: int
    last: int
    start: int
    end: int
    fields: Fields
    future: bool = False
    dateline: bool = False
    document: bool = False
    joined: bool = False
    value: str | None = None
    interval: DateInterval | None = None
    why: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Publication:
    """Hold the day of an article: EDTF ``value``, the ``day`` where it is settled, and the reason in ``basis``.

    ``interval`` bounds the day where the text settles only its month or year.
    """

    value: str | None
    day: dt.date | None
    basis: str
    interval: DateInterval | None = None
