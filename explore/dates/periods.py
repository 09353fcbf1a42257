"""Place expressions that name weeks, months and years: يونيو الماضي, هذا الشهر, العام المقبل, الربع الأول من 2019."""

from __future__ import annotations

import datetime as dt

from explore.dates import days, edtf, hijri
from explore.dates.context import WEEK, Context, Place
from explore.dates.days import BACK, related_month, related_year
from explore.dates.mentions import DateInterval, DateMention, Fields, Part, Relation

_END_OF_YEAR = (10, 12)
# The press counts weeks from Sunday: days since the last Sunday are weekday + 1.
_SUNDAY = 1


def place_week(mention: DateMention, context: Context) -> Place | None:
    """Bound الأسبوع الماضي: its days are known, the day meant is not."""
    relation = mention.fields.relation
    if context.today is None or relation in (Relation.SAME, Relation.FOLLOWING, Relation.PRECEDING, None):
        return None
    step = -1 if relation in BACK else 1 if relation is Relation.FUTURE else 0
    since_sunday = (context.today.weekday() + _SUNDAY) % WEEK
    sunday = context.today + dt.timedelta(days=WEEK * step - since_sunday)
    return Place(DateInterval(sunday, sunday + dt.timedelta(days=WEEK - 1)), "a day of that week", open=True)


def place_month(mention: DateMention, context: Context) -> Place | None:
    """Place a month, named or reckoned."""
    fields = mention.fields
    if fields.month is None:
        month = related_month(fields.relation, context)
        year = related_year(fields.year_relation, context) or fields.year
        if month is None:
            return None
        return Place(edtf.month_of(year or month[0], month[1]), "the month reckoned from another date")
    if fields.hijri:
        return _hijri_month(mention, context)
    year = fields.year if fields.year is not None else related_year(fields.year_relation, context)
    if year is not None:
        return Place(edtf.month_of(year, fields.month), "month and year are named")
    if context.today is None:
        return None
    why = "the year that brings the month nearest to the article's day"
    return Place(edtf.month_of(_year_of(mention, fields.month, context.today), fields.month), why)


def _year_of(mention: DateMention, month: int, today: dt.date) -> int:
    """Return the year of a month that is named without one."""
    relation = mention.fields.relation
    if relation in BACK:
        return today.year - (month >= today.month)
    if relation is Relation.FUTURE:
        return today.year + (month <= today.month)
    years = (today.year, today.year - 1, today.year + 1)
    return min(years, key=lambda year: days.cost(mention, _nearest_day(edtf.month_of(year, month), today), today))


def _nearest_day(interval: DateInterval, today: dt.date) -> dt.date:
    return min(max(today, interval.first), interval.last)


def _hijri_month(mention: DateMention, context: Context) -> Place | None:
    fields = mention.fields
    year = fields.year
    if year is None and context.today is not None:
        current = hijri.year_of(context.today)
        step = -1 if fields.relation in BACK else 1
        near = [] if current is None else [hijri.month(current + n, fields.month or 1) for n in (0, step)]
        found = [one for one in near if one is not None and ((one.last < context.today) is (step < 0))]
        return Place(found[0], "turned from the Hijri calendar") if found else None
    interval = None if year is None else hijri.month(year, fields.month or 1)
    return None if interval is None else Place(interval, "turned from the Hijri calendar")


def place_year(mention: DateMention, context: Context) -> Place | None:
    """Place a year, a range of years, or a part of a year that is told in months."""
    fields = mention.fields
    year = fields.year if fields.year is not None else related_year(fields.relation, context)
    if year is None:
        return None
    if fields.hijri:
        return _hijri_year(year)
    why = "the year is named" if fields.year is not None else "the year reckoned from another date"
    if fields.until is not None and fields.until.year is not None:
        return Place(DateInterval(edtf.year_of(year).first, edtf.year_of(fields.until.year).last), why)
    if fields.months is not None:
        return Place(_months(year, *fields.months), why)
    if _is_open(fields):
        return Place(_months(year, *_END_OF_YEAR), "some day near the end of the year", open=True)
    return Place(edtf.year_of(year), why)


def _is_open(fields: Fields) -> bool:
    """Tell whether only the end of a running or coming year is named: a term, not a date."""
    return fields.part is Part.END and fields.year is None


def _months(year: int, first: int, last: int) -> DateInterval:
    return DateInterval(edtf.month_of(year, first).first, edtf.month_of(*edtf.shift(year, 1, last - 1)).last)


def _hijri_year(year: int) -> Place | None:
    first, last = hijri.month(year, 1), hijri.month(year, 12)
    if first is None or last is None:
        return None
    return Place(DateInterval(first.first, last.last), "turned from the Hijri calendar")
