"""Read the names of days: اليوم, أمس, الأحد الماضي, مساء أمس الاثنين, with the date that may follow."""

from __future__ import annotations

from explore.dates import numbers
from explore.dates.draft import Draft
from explore.dates.lexicon import AND, COMMAS, Lexicon, match
from explore.dates.mentions import Kind, Relation

_ANAPHORIC = {Relation.SAME: 0, Relation.FOLLOWING: 1}
_DAY_RELATIONS = (Relation.PAST, Relation.ELAPSED, Relation.FUTURE, Relation.CURRENT)
_WEEK = 7
_SECOND = 2
_CLOSED_BY = {"(": ")", '"': '"'}
_BEFORE_DATES = frozenset(("(", "-", *COMMAS))
_BEFORE_WEEKDAYS = _BEFORE_DATES | {'"'}


def offset(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read اليوم, أمس, غدا with the weekday and date that may follow."""
    found = match(lexicon.offsets, words, place)
    if found is None or not _offset_stands(lexicon, words, place, found[1]):
        return 0
    draft.offset, after = found
    return _after_day_name(lexicon, words, after, draft)


def _offset_stands(lexicon: Lexicon, words: list[str], place: int, after: int) -> bool:
    """Tell whether the word is a day and not part of a name (المصري اليوم, اليوم الوطني)."""
    word, before, behind = words[place], words[place - 1], words[after]
    if word in lexicon.words["days.tomorrow_weak"]:
        return before in lexicon.words["days.tomorrow_after"] or behind in lexicon.weekdays
    if word not in lexicon.words["days.plain_today"]:
        return True
    set_off = place < _SECOND or words[place - _SECOND] in lexicon.words["days.paper_after"]
    if (set_off and before in lexicon.words["days.paper_before"]) or before in lexicon.words["days.today_not_after"]:
        return behind in lexicon.weekdays
    return behind not in lexicon.words["days.today_not_before"] and lexicon.relations.get(behind) not in _ANAPHORIC


def same_day(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read اليوم نفسه and اليوم التالي: days counted from the date before."""
    relation = lexicon.relations.get(words[place + 1])
    if relation not in _ANAPHORIC:
        return 0
    draft.kind, draft.offset = Kind.SAME_DAY, _ANAPHORIC[relation]
    return place + 2


def shifted(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read قبلها بيوم, قبل ذلك بيومين, بعد ذلك بأسبوع: days counted from the date before."""
    word, step = words[place], place + 1
    backward = word in lexicon.words["day_shifts.before"] or word in lexicon.words["day_shifts.before_that"]
    if word in lexicon.words["day_shifts.before_that"] | lexicon.words["day_shifts.after_that"]:
        if words[step] not in lexicon.words["relations.that"]:
            return 0
        step += 1
    found = match(lexicon.spans, words, step)
    if found is None:
        return 0
    draft.kind, draft.offset = Kind.SAME_DAY, -found[0] if backward else found[0]
    return found[1]


def _after_day_name(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the weekday and the date after اليوم: "اليوم (الاثنين)", "أمس، الجمعة 30 نوفمبر"."""
    step = place + (words[place] in _BEFORE_WEEKDAYS)
    found = match(lexicon.weekdays, words, step)
    if found is None:
        return _dated(lexicon, words, place, draft)
    draft.weekday, after = found
    if step > place and words[place] in _CLOSED_BY:
        return _closed(lexicon, words, after, draft, _CLOSED_BY[words[place]])
    return _dated(lexicon, words, after, draft)


def _closed(lexicon: Lexicon, words: list[str], place: int, draft: Draft, mark: str) -> int:
    after = _dated(lexicon, words, place, draft)
    return after + (words[after] == mark)


def _dated(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the date that follows a weekday or اليوم, through the small words between them."""
    step = place
    opened = words[step] == "("
    if words[step] in _BEFORE_DATES:
        step += 1
    if words[step] in lexicon.words["links.matching"] or words[step] in lexicon.words["links.in"]:
        step += 1
    if words[step] in lexicon.words["day_words.one"] or words[step] in lexicon.words["day_words.for"]:
        step += 1
    other = Draft()
    after = numbers.full(lexicon, words, step, other)
    if not after or other.day is None or (opened and words[after] != ")"):
        return place
    draft.take(other)
    return after + opened


def weekday(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a weekday, a second one, الماضي or المقبل, and the date after them."""
    found = match(lexicon.weekdays, words, place)
    if found is None or words[place - 1] in lexicon.words["weekdays.not_after"]:
        return 0
    draft.weekday, after = found
    if words[after] in lexicon.words["weekdays.not_before"]:
        return 0
    after = _second_weekday(lexicon, words, place, after, draft)
    relation = lexicon.relations.get(words[after])
    if relation in _DAY_RELATIONS:
        draft.relation = relation
        after += 1
    if words[after] in lexicon.words["parts_of_day.after"]:
        return _dated(lexicon, words, after + 1, draft)
    return _dated(lexicon, words, after, draft)


def _second_weekday(lexicon: Lexicon, words: list[str], start: int, place: int, draft: Draft) -> int:
    """Read "والثلاثاء" after يومي, "إلى الخميس", and the second day of a night (ليل الأربعاء الخميس)."""
    before, joined = words[start - 1], words[place]
    if joined in lexicon.words["links.until"] or (joined in ("-", "/") and words[place + 1] in lexicon.weekdays):
        found = match(lexicon.weekdays, words, place + 1)
    elif joined.startswith(AND) and (
        before in lexicon.words["day_words.many"] or before in lexicon.words["links.between"]
    ):
        found = match(lexicon.weekdays, [joined[1:]], 0)
        found = None if found is None else (found[0], place + 1)
    else:
        found = match(lexicon.weekdays, words, place)
        if found is not None and (found[0] - (draft.weekday or 0)) % _WEEK != 1:
            return place
    if found is None or found[0] == draft.weekday:
        return place
    draft.until = Draft(weekday=found[0])
    return found[1]


def part_of_day(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a part of the day with the day that must follow it: "مساء أمس الاثنين", "صباح 13 يونيو"."""
    found = match(lexicon.parts_of_day, words, place)
    if found is None:
        return 0
    after = found[1]
    after += words[after] in lexicon.words["links.of"]
    return day_word(lexicon, words, after - 1, draft) or _named_day(lexicon, words, after, draft)


def day_word(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read يوم or يومي with the day that must follow it."""
    step = place + 1
    if words[step] in lexicon.words["day_words.one"] or words[step] in lexicon.words["day_words.many"]:
        step += 1
    return _named_day(lexicon, words, step, draft)


def _named_day(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    place += words[place] == "("
    word = words[place]
    if word in lexicon.weekdays:
        return weekday(lexicon, words, place, draft)
    if word in lexicon.offsets:
        after = offset(lexicon, words, place, draft)
        return after or (same_day(lexicon, words, place, draft) if word in lexicon.words["days.plain_today"] else 0)
    return numbers.full(lexicon, words, place, draft)
