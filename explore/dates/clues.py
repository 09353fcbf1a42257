"""Gather from an article's date expressions what they tell about the day of the article itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explore.dates import edtf, hijri
from explore.dates.context import WEEK
from explore.dates.lexicon import FixedDay, Lexicon, match
from explore.dates.mentions import DateMention, Kind, Relation
from explore.text.tokens import Tokens, places

# Articles are looked for in these years: the corpora that Barqiya is made for begin with 2011.
FIRST_YEAR, LAST_YEAR = 2011, 2026
# The first date of an article counts as its lead's within so many tokens.
_LEAD_TOKENS = 40
_LONGEST_GREETING = 4
# Chronicles name a hundred days; the first ones tell enough.
_MOST = 12
_MOST_PERIODS = 100
# A fixed day stands so many tokens after and before its words.
_NEAR = 25
# A weekday that clauses which look ahead name so often is that of the day they all speak of.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Clues:
    """Hold the expressions that tell something about the article's day.

    ``own`` name the day itself: a dateline, or a date beside اليوم or أمس. ``dated`` name other days of a month,
    ``years`` those that a word ties to the article's.
    ``weekday`` is the article's own, said outright; ``lead`` is the first weekday of the news, mostly the same.
    """

    own: tuple[DateMention, ...]
    dated: tuple[DateMention, ...]
    months: tuple[DateMention, ...]
    years: tuple[DateMention, ...]
    coming: int | None
    weekday: int | None
    lead: int | None
    first: DateMention | None
    latest_year: int | None
    latest_comes: bool
    new_year: bool
    fixed: tuple[FixedDay, ...]
    anniversary: dt.date | None


def gather(lexicon: Lexicon, tokens: Tokens, mentions: Sequence[DateMention]) -> Clues:
    """Sort the expressions of an article by what they tell about its day."""
    named = [mention for mention in mentions if mention.fields.day is not None and mention.fields.month is not None]
    own = tuple(filter(_is_own, named))[:_MOST]
    lead, words = _lead_weekday(mentions), frozenset(tokens.words)
    latest = max((year for mention in mentions if (year := _year(mention)) is not None), default=None)
    return Clues(
        own=own,
        dated=tuple(one for one in named if not _is_own(one) and one.fields.year_relation is None)[:_MOST],
        months=_of_kind(mentions, Kind.MONTH),
        years=tuple(one for one in _of_kind(mentions, Kind.YEAR) if one.fields.relation is not None),
        coming=_coming_weekday(mentions),
        weekday=_own_weekday(mentions),
        lead=lead,
        first=next((mention for mention in named if mention.first < _LEAD_TOKENS and _leads(mention, lead)), None),
        latest_year=latest,
        latest_comes=any(mention.future and latest == _year(mention) for mention in mentions),
        new_year=_greets(lexicon, tokens),
        fixed=tuple(day for day in lexicon.fixed if _stands(day, tokens, words, named)),
        anniversary=_anniversary(lexicon, words, named),
    )


def _is_own(mention: DateMention) -> bool:
    """Tell whether a date is the article's own: in its dateline, or beside اليوم or أمس."""
    return mention.dateline or mention.fields.offset is not None


def _greets(lexicon: Lexicon, tokens: Tokens) -> bool:
    """Tell whether the text speaks of the new year."""
    if lexicon.new_year.keys().isdisjoint(tokens.words):
        return False
    words = [*tokens.words, *[""] * _LONGEST_GREETING]
    return any(match(lexicon.new_year, words, at) for at in places(tokens.words, lexicon.new_year))


def _of_kind(mentions: Sequence[DateMention], kind: Kind) -> tuple[DateMention, ...]:
    return tuple(mention for mention in mentions if mention.fields.kind is kind)[:_MOST_PERIODS]


def _year(mention: DateMention) -> int | None:
    """Return the year that *mention* names, where articles may come from it."""
    fields = mention.fields
    if fields.year is None:
        return None
    year = fields.year
    if fields.hijri:
        month = hijri.month(year, fields.month or 1)
        year = 0 if month is None else month.first.year
    return year if FIRST_YEAR <= year <= LAST_YEAR + 1 else None


def _lead_weekday(mentions: Sequence[DateMention]) -> int | None:
    """Return the first weekday that is told of as past, without الماضي."""
    for mention in mentions:
        fields = mention.fields
        if fields.weekday is not None and fields.relation is None and not mention.future:
            return fields.weekday
    return None


def _leads(mention: DateMention, lead: int | None) -> bool:
    """Tell whether a date may be the day of the news: the first weekday is its own."""
    return not mention.future and mention.fields.weekday == lead


def _coming_weekday(mentions: Sequence[DateMention]) -> int | None:
    """Return the weekday that the clauses which look ahead name again and again."""
    found = Counter(
        mention.fields.weekday
        for mention in mentions
        if mention.fields.kind is Kind.WEEKDAY and (mention.future or mention.fields.relation is Relation.FUTURE)
    )
    return next((weekday for weekday, count in found.most_common(1) if count >= _OFTEN), None)


def _own_weekday(mentions: Sequence[DateMention]) -> int | None:
    """Return the weekday of the article: that of اليوم الخميس or أمس الأربعاء, else that of its dateline."""
    for mention in mentions:
        fields = mention.fields
        if fields.weekday is not None and (fields.offset is not None or mention.dateline):
            return (fields.weekday - (fields.offset or 0)) % WEEK
    return None


def _stands(day: FixedDay, tokens: Tokens, words: frozenset[str], named: Sequence[DateMention]) -> bool:
    """Tell whether a fixed day is among the dates *named* with its words around it."""
    if words.isdisjoint(day.near):
        return False
    for mention in named:
        if (mention.fields.month, mention.fields.day) == (day.month, day.day):
            around = set(tokens.words[max(0, mention.first - _NEAR) : mention.last + _NEAR])
            if around & day.words:
                return True
    return False


def _anniversary(lexicon: Lexicon, words: frozenset[str], named: Sequence[DateMention]) -> dt.date | None:
    """Return the day on which a dated act is so many years old ("الذكرى المئوية")."""
    years = next((n for word, n in lexicon.anniversaries.items() if word in words), None)
    if years is None:
        return None
    for mention in named:
        fields = mention.fields
        if fields.year is not None and FIRST_YEAR <= fields.year + years <= LAST_YEAR:
            return edtf.date(fields.year + years, fields.month or 1, fields.day or 1)
    return None


def day_in(mention: DateMention, year: int) -> dt.date | None:
    """Return the day that *mention* names, in *year* where it names none itself."""
    fields = mention.fields
    if fields.day is None or fields.month is None:
        return None
    if fields.hijri:
        return hijri.day(fields.year, fields.month, fields.day) if fields.year is not None else None
    return edtf.date(year if fields.year is None else fields.year, fields.month, fields.day)
