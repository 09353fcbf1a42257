"""Place each date expression on the calendar, from the article's day and the dates before it, with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from explore.dates import days, edtf, periods
from explore.dates.context import Context, Place, written_on
from explore.dates.mentions import DateMention, Kind, Publication
from explore.frozen import changed

_PLACES: dict[Kind, Callable[[DateMention, Context], Place | None]] = {
    Kind.DAY: days.place_day,
    Kind.OFFSET: days.place_offset,
    Kind.WEEKDAY: days.place_weekday,
    Kind.SAME_DAY: days.place_same_day,
    Kind.WEEK: periods.place_week,
    Kind.MONTH: periods.place_month,
    Kind.YEAR: periods.place_year,
}
_OPEN = "the text does not settle it"


def resolve(mentions: Iterable[DateMention], publication: Publication) -> list[DateMention]:
    """Return *mentions* with value, interval and why filled in.

    Where the article's day is known only within bounds, a date counts as settled when both bounds place it alike.
    """
    mentions = list(mentions)
    if publication.day is not None and edtf.is_doubtful(publication.value):
        return _flag(_resolve(mentions, publication.day), _resolve(mentions, None))
    if publication.day is not None or publication.interval is None:
        return _resolve(mentions, publication.day)
    early = _resolve(mentions, publication.interval.first)
    late = _resolve(mentions, publication.interval.last)
    absolute = _resolve(mentions, None)
    return [one if one.value == other.value else none for one, other, none in zip(early, late, absolute, strict=True)]


def _resolve(mentions: Sequence[DateMention], published: dt.date | None) -> list[DateMention]:
    context = Context(published, None if published is None else written_on(mentions, published))
    out: list[DateMention] = []
    for mention, after in zip_longest(mentions, mentions[1:]):
        place = _place(_with_year(mention, after), context)
        out.append(_filled(mention, place))
        if place is not None and mention.fields.kind is not Kind.WEEK:
            context = Context(context.published, context.today, place.interval)
    return out


def _flag(dated: list[DateMention], absolute: list[DateMention]) -> list[DateMention]:
    """Flag the dates that hang on a doubtful day of the article."""
    return [
        one if one.value is None or none.value is not None else changed(one, value=edtf.doubt(one.value))
        for one, none in zip(dated, absolute, strict=True)
    ]


def _place(mention: DateMention, context: Context) -> Place | None:
    try:
        return _PLACES[mention.fields.kind](mention, context) if mention.fields.kind in _PLACES else None
    except (OverflowError, ValueError):  # a day before the first or after the last that Python counts
        return None


def _with_year(mention: DateMention, after: DateMention | None) -> DateMention:
    """Lend a month or day the year of the one that is joined to it ("في مايو ويوليو 2014")."""
    fields = mention.fields
    if after is None or not after.joined or fields.year is not None or fields.relation is not None:
        return mention
    other = after.fields
    if fields.month is None or other.month is None or (other.kind, other.hijri) != (fields.kind, fields.hijri):
        return mention
    if other.year is None:
        return changed(mention, fields=changed(fields, relation=other.relation))
    return changed(mention, fields=changed(fields, year=other.year - (other.month < fields.month)))


def _filled(mention: DateMention, place: Place | None) -> DateMention:
    if place is None:
        return changed(mention, why=_OPEN)
    value = None if place.open else edtf.write(place.interval, doubtful=place.doubtful)
    return changed(mention, value=value, interval=place.interval, why=place.why)
