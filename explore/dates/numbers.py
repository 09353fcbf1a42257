"""Read dates that begin with a number: 30 ديسمبر, 30/12/2021, 10 - 12 يناير, التاسع من أيار, 14 جمادى الأولى 1444هـ."""

from __future__ import annotations

from explore.dates import months, stamps
from explore.dates.draft import Draft
from explore.dates.lexicon import AND, ARTICLE, COMMAS, Lexicon, match
from explore.dates.mentions import Relation

_DASHES = ("-", "/", ".")
_BEFORE_TWINS = frozenset(("(", "-", "/", *COMMAS))
_LONGEST_DAY, _MONTHS = 31, 12
# Lists of days go on at most this long (أيام 3 و4 و5 و6 مايو).
_LONGEST_LIST = 6


def day_number(word: str) -> int | None:
    """Return *word* as a day of the month."""
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= _LONGEST_DAY:
        return int(word)
    return None


def day(lexicon: Lexicon, words: list[str], place: int) -> tuple[int, int] | None:
    """Read a day of the month, as a number or an ordinal; return it and the place after it."""
    number = day_number(words[place])
    if number is not None:
        return number, place + 1
    return match(lexicon.ordinals, words, place)


def full(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a date whose first word is a day or year number or an ordinal; return the place after it, or 0."""
    found = day(lexicon, words, place)
    if words[place].isdecimal():
        after = _numeric(lexicon, words, place, draft)
        if after:
            return _twin(lexicon, words, months.era(lexicon, words, after, draft), draft)
    if found is None:
        return 0
    draft.day, after = found
    return _after_day(lexicon, words, place, after, draft)


def _numeric(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read 30/12/2021, 2021-12-30 and 1/10/1444, in the stamp of a page 30/12/21 too."""
    mark = words[place + 1]
    if mark not in _DASHES or words[place + 3] != mark:
        return 0
    first, second, third = words[place], words[place + 2], words[place + 4]
    if not (first.isdecimal() and second.isdecimal() and third.isdecimal()):
        return 0
    if len(first) > len(third):
        first, third = third, first
    year = months.year_number(third) or stamps.short_year(lexicon, words, place, third)
    hijri = months.year_number(third, months.HIJRI_YEARS)
    number, month = day_number(first), day_number(second)
    if number is None or month is None or (year is None and hijri is None):
        return 0
    if month > _MONTHS >= number:
        number, month = month, number
    if month > _MONTHS:
        return 0
    draft.day, draft.month, draft.year, draft.hijri = number, month, year or hijri, year is None
    return place + 5


def _after_day(lexicon: Lexicon, words: list[str], start: int, place: int, draft: Draft) -> int:
    """Read what follows the first day: more days, then the month."""
    until, after = _until(lexicon, words, place, draft)
    if until is not None:
        end = month_after_day(lexicon, words, after, draft)
        if end:
            return _close(lexicon, words, start, place, end, draft, until)
    after = month_after_day(lexicon, words, place, draft)
    if not after:
        return 0
    return _later_month(lexicon, words, start, after, draft)


def _close(lexicon: Lexicon, words: list[str], start: int, place: int, end: int, draft: Draft, until: list[int]) -> int:
    """Make a range of the days read, or keep only the first where the list has gaps (3 و7 مارس)."""
    assert draft.day is not None
    listed = words[place] == AND and words[start - 1] not in lexicon.words["links.between"]
    if listed and [draft.day, *until] != list(range(draft.day, until[-1] + 1)):
        return place
    if until[-1] > draft.day:
        draft.until = Draft(day=until[-1], month=draft.month, year=draft.year, hijri=draft.hijri)
    return end


def _until(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> tuple[list[int] | None, int]:
    """Read "- 12", "إلى 16" or "و19 و20" after a day."""
    days: list[int] = []
    joined = words[place]
    if joined in ("-", "/") or joined in lexicon.words["links.until"]:
        step = 2 if words[place + 1] == "-" else 1
        found = day(lexicon, words, place + step)
        return (None, place) if found is None else ([found[0]], found[1])
    while joined == AND and len(days) < _LONGEST_LIST:
        number = day_number(words[place + 1])
        if number is None:
            break
        days.append(number)
        place += 2
        joined = words[place]
    if not days and joined.startswith(AND):
        found = match(lexicon.ordinals, [joined[1:], *words[place + 1 : place + 3]], 0)
        if found is not None:
            return [found[0]], place + found[1]
    return days or None, place


def _later_month(lexicon: Lexicon, words: list[str], start: int, place: int, draft: Draft) -> int:
    """Read "إلى 3 أغسطس" after a day and month."""
    joined = words[place]
    between = joined == AND and words[start - 1] in lexicon.words["links.between"]
    if joined not in lexicon.words["links.until"] and joined != "-" and not between:
        return place
    found = day(lexicon, words, place + 1)
    until = Draft()
    if found is None:
        return place
    until.day = found[0]
    after = month_after_day(lexicon, words, found[1], until)
    if not after or until.month is None:
        return place
    draft.until = until
    draft.year = draft.year or (until.year if until.month >= (draft.month or 0) else None)
    if until.relation is not None:
        draft.relation = until.relation
    return after


def month_after_day(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the month after a day: "ديسمبر", "من أيار", "من الشهر نفسه", "الجاري"; return the place after it, or 0."""
    start = place
    if words[place] in lexicon.words["links.of"]:
        place += 1
    after = _unnamed_month(lexicon, words, place, draft)
    if after:
        return after
    place += words[place] in lexicon.words["units.month"]
    after = months.month(lexicon, words, place, draft)
    if after:
        return _twin(lexicon, words, months.tail(lexicon, words, after, draft), draft)
    if words[place] in lexicon.words["relations.current"] and (words[start - 1].isdecimal() or place > start):
        draft.in_month = Relation.CURRENT
        return place + 1
    return 0


def _unnamed_month(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read "هذا الشهر", "ذلك الشهر", "الشهر نفسه" or "من الشهر", this one, after a day."""
    this = words[place] in lexicon.words["relations.this"]
    that = words[place] in lexicon.words["relations.that"] or words[place] in lexicon.words["relations.self"]
    if words[place + (this or that)] not in lexicon.words["units.the_month"]:
        return 0
    relation = Relation.CURRENT if this else Relation.SAME if that else lexicon.relations.get(words[place + 1])
    if relation is None and words[place - 1] in lexicon.words["links.of"] and not words[place + 1].startswith(ARTICLE):
        draft.in_month = Relation.CURRENT
        return place + 1
    draft.in_month = relation
    return 0 if relation is None else place + 2


def _twin(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the same day in the other calendar ("الموافق 8 ديسمبر 2022م"); the Gregorian one is kept."""
    step = place + (words[place] in _BEFORE_TWINS)
    linked = words[step] in lexicon.words["links.matching"]
    step += linked
    if linked and (words[step] in lexicon.words["day_words.for"] or words[step] in lexicon.words["day_words.one"]):
        step += 1
    if linked:
        weekday = match(lexicon.weekdays, words, step)
        step = step if weekday is None else weekday[1]
    other = Draft()
    found = day(lexicon, words, step)
    if not (linked or draft.hijri) or found is None:
        return place
    other.day = found[0]
    after = _numeric(lexicon, words, step, other) or months.month(lexicon, words, found[1], other)
    if not after or other.hijri == draft.hijri:
        return place
    after = months.year_tail(lexicon, words, after, other)
    if draft.hijri:
        draft.take(other)
    return after + (words[after] == ")" and "(" in words[place : place + 2])
