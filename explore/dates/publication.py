"""Infer the day of an article: from its metadata, a dateline or a dated اليوم, else by rating the days that fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from explore.dates import clues, edtf, rating
from explore.dates.clues import FIRST_YEAR, LAST_YEAR, Clues
from explore.dates.context import WEEK
from explore.dates.days import BACK
from explore.dates.lexicon import WEEKDAYS, load
from explore.dates.mentions import DateInterval, DateMention, Publication
from explore.text.tokens import Tokens

_OPEN = Publication(None, None, "the text does not settle it")
# A day is settled where it has at least these marks, and so many more than any other.
_LEAST, _LEAD = 4.4, 0.5
# Days from so long before a date that the article names to so long after it are tried.
_BEFORE, _AFTER = 8, 15
# So many dates of an article are tried around; later ones seldom add any.
_TRIED = 4
_FIRST_GREETING, _GREETING_DAYS = (12, 20), 20
# News seldom names no year later than this many before its own, unless a weekday or a fixed day proves it.
_NEAR_YEARS = 3
# A day that the text says outright may lie before the years in which others are looked for.
_EARLIEST = 2000
Rate = Callable[[dt.date], float]


def infer(
    tokens: Tokens, mentions: Sequence[DateMention], metadata: str | None, *, known: Rate | None = None
) -> Publication:
    """Return the day of the article; *metadata* wins where it is a date.

    *known* may add to the marks of a day what is known beside the dates: who held the offices that the text names.
    """
    given = None if metadata is None else edtf.read(metadata)
    if given is not None:
        day = given.first if given.first == given.last else None
        return Publication(edtf.write(given), day, "told by the file", given)
    found = clues.gather(load(), tokens, mentions)
    sure = _said(found)
    if sure is not None:
        return sure
    if found.latest_year is None and found.anniversary is None and not found.fixed and known is None:
        return _OPEN  # a weekday fits its date every five or six years: without any year nothing is settled
    marks = {day: rating.rate(found, day) + (0.0 if known is None else known(day)) for day in _candidates(found)}
    return _settle(found, marks) or _year(found)


def _said(found: Clues) -> Publication | None:
    """Return the day where the text says it in full: a dateline with its year, "اليوم الجمعة 30 نوفمبر 2018"."""
    for mention in found.own:
        day = None if mention.fields.year is None else clues.day_in(mention, 0)
        if day is None or not _EARLIEST <= day.year <= LAST_YEAR:
            continue
        doubtful = mention.fields.weekday is not None and mention.fields.weekday != day.weekday()
        day -= dt.timedelta(days=mention.fields.offset or 0)
        basis = "the dateline" if mention.dateline else "a date beside the word for today, yesterday or tomorrow"
        return _publication(day, basis + ("; its weekday contradicts it" if doubtful else ""), doubtful=doubtful)
    return None


def _publication(day: dt.date, basis: str, *, doubtful: bool = False) -> Publication:
    interval = DateInterval(day, day)
    return Publication(edtf.write(interval, doubtful=doubtful), day, basis, interval)


def _candidates(found: Clues) -> set[dt.date]:
    """Return the days worth rating: around the dates that the article names, in the years that it leaves possible."""
    days = set(_own_days(found))
    if days or found.own:
        return days
    weekday = found.lead if found.weekday is None else found.weekday
    for centre, before, after in _windows(found):
        days.update(_around(centre, before, after, weekday))
        if found.weekday is None:
            days.add(centre)
    return days


def _around(centre: dt.date, before: int, after: int, weekday: int | None) -> Iterator[dt.date]:
    """Yield the days around *centre* that fall on *weekday*, or all."""
    first = centre - dt.timedelta(days=before)
    skipped = 0 if weekday is None else (weekday - first.weekday()) % WEEK
    for count in range(skipped, before + after, 1 if weekday is None else WEEK):
        yield first + dt.timedelta(days=count)


def _years(found: Clues) -> range:
    if found.anniversary is not None:
        return range(found.anniversary.year, found.anniversary.year + 1)
    if found.latest_year is None:
        return range(FIRST_YEAR, LAST_YEAR + 1)
    first, last = max(FIRST_YEAR, found.latest_year - 1), LAST_YEAR
    proven = found.own or found.fixed or found.coming is not None
    return range(first, (last if proven else min(last, found.latest_year + _NEAR_YEARS)) + 1)


def _own_days(found: Clues) -> Iterator[dt.date]:
    for mention in found.own:
        for year in _years(found):
            day = clues.day_in(mention, year)
            if day is not None:
                yield day - dt.timedelta(days=mention.fields.offset or 0)


def _windows(found: Clues) -> Iterator[tuple[dt.date, int, int]]:
    """Return days with how long before and after them the article may be."""
    for mention in _tried(found):
        years = _years(found) if mention.fields.year is None else (mention.fields.year,)
        for year in years:
            day = clues.day_in(mention, year)
            if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
                yield day, _BEFORE if mention.future else 0, 1 if mention.future else _AFTER
    if found.anniversary is not None:
        yield found.anniversary, WEEK, WEEK
    if found.new_year and found.latest_year is not None:
        for year in (found.latest_year - 1, found.latest_year):
            yield dt.date(year, *_FIRST_GREETING), 0, _GREETING_DAYS


def _tried(found: Clues) -> list[DateMention]:
    """Return the dates to try around: the latest of those with a year, and the first of the others."""
    with_year = [mention for mention in found.dated if mention.fields.year is not None]
    with_year.sort(key=lambda mention: clues.day_in(mention, 0) or dt.date.min, reverse=True)
    others = [mention for mention in found.dated if mention.fields.year is None and mention.fields.relation not in BACK]
    return with_year[:_TRIED] + others[:_TRIED]


def _settle(found: Clues, marks: dict[dt.date, float]) -> Publication | None:
    """Return the day with the most marks, where it leads clearly."""
    ranked = sorted(marks, key=lambda day: (-marks[day], day))
    if not ranked or marks[ranked[0]] < _LEAST:
        return None
    best = ranked[0]
    rivals = [day for day in ranked if marks[day] > marks[best] - _LEAD]
    if not rating.proves(found, best):
        return _guess(found, best) if len(rivals) == 1 else None
    if len(rivals) == 1:
        return _publication(best, _basis(found, best))
    interval = DateInterval(min(rivals), max(rivals))
    for whole in (edtf.month_of(best.year, best.month), edtf.year_of(best.year)):
        if whole.first <= interval.first and interval.last <= whole.last:
            return Publication(edtf.write(whole), None, "the text settles no single day", whole)
    return None


def _guess(found: Clues, day: dt.date) -> Publication | None:
    """Return the day, flagged as doubtful, where a date in full or with its weekday shortly before it speaks for it."""
    for mention in found.dated:
        fields = mention.fields
        if fields.year not in (None, found.latest_year) or (fields.year is None and fields.weekday is None):
            continue
        named = clues.day_in(mention, day.year)
        if named is not None and -WEEK * mention.future <= (day - named).days < _AFTER:
            return _publication(day, f"a guess: {_basis(found, day)}", doubtful=True)
    return None


def _basis(found: Clues, day: dt.date) -> str:
    reasons = [f"{mention.start}-{mention.end}" for mention in (*found.own, *found.dated)][:3]
    named = WEEKDAYS[day.weekday()].title()
    why = f"a {named} that fits the dates at {', '.join(reasons)}" if reasons else f"a {named} at the turn of the year"
    return why if found.latest_year is None else f"{why}, and {found.latest_year} as the latest year named"


def _year(found: Clues) -> Publication:
    """Return the year of the article where a word ties it to one that is named, else leave the day open."""
    for mention in found.years:
        marks = {year: rating.year(mention, year) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
        best = max(marks, key=lambda year: marks[year])
        if marks[best] > 0:
            whole = edtf.year_of(best)
            return Publication(edtf.write(whole), None, "a year that the text ties to its own", whole)
    return _OPEN
