"""Read years and parts of years: 2018, عام 2018, العام الماضي, الربع الأول من 2019, سبعينيات القرن الماضي."""

from __future__ import annotations

from explore.dates import months
from explore.dates.draft import Draft
from explore.dates.lexicon import AND, ARTICLE, Lexicon, match
from explore.dates.mentions import Kind, Relation

_YEARS_AFTER_WORD = range(1000, 2200)
_BEFORE_AMOUNTS = frozenset("$€£#+")
_BEHIND_AMOUNTS = frozenset("$€£%٪")
_INSIDE_NUMBERS = (".", ",", "/", ":")


def bare(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read four digits as a year where the words around say so."""
    before, behind = words[place - 1], words[place + 1]
    if behind in lexicon.words["bare_year.not_before"] or before in lexicon.words["bare_year.not_after"]:
        return 0
    if _is_part_of_number(words, place):
        return 0
    if before not in lexicon.words["bare_year.after"]:
        stops = not behind or not behind[0].isalpha() or behind in lexicon.words["bare_year.before"]
        if not stops or not (before.isalpha() or before in "(-"):
            return 0
    after = plain(words, place, draft)
    return _range(lexicon, words, after, draft) if after else 0


def _is_part_of_number(words: list[str], place: int) -> bool:
    """Tell whether the digits belong to an amount, a date of another form or a telephone number."""
    before, behind = words[place - 1], words[place + 1]
    if before in _BEFORE_AMOUNTS or behind in _BEHIND_AMOUNTS:
        return True
    continues = (before == "-" or before in _INSIDE_NUMBERS) and words[place - 2].isdecimal()
    season = behind == "/" and months.year_number(words[place + 2]) is not None
    return continues or (behind in _INSIDE_NUMBERS and words[place + 2].isdecimal() and not season)


def _range(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read "2011-2015", and "2011 و2015" after بين or عامي."""
    joined, last, start = words[place], months.year_number(words[place + 1]), words[place - 2]
    if last is None or draft.year is None or last <= draft.year:
        return place
    both = start in lexicon.words["links.between"] or start in lexicon.words["units.years"]
    if joined == "-" or (joined in (AND, "/") and (both or last == draft.year + 1)):
        draft.until = Draft(kind=Kind.YEAR, year=last)
        return place + 2
    return place


def plain(words: list[str], place: int, draft: Draft) -> int:
    """Read four digits; return the place after them, or 0."""
    draft.year = months.year_number(words[place])
    return 0 if draft.year is None else place + 1


def named(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read عام 2018, العام الماضي, العام الجديد 2025, عامي 2017 و2018."""
    the = words[place].startswith(ARTICLE)
    if the and words[place - 1] in lexicon.words["units.year_not_after"]:
        return 0
    draft.kind = Kind.YEAR
    draft.relation = lexicon.relations.get(words[place + 1])
    step = place + 1 + (draft.relation is not None)
    told = words[step] in lexicon.words["links.hijri"]
    step += told or words[step] in lexicon.words["links.gregorian"]
    if told or words[step + 1] in lexicon.words["links.hijri"]:
        draft.year = months.year_number(words[step], months.HIJRI_YEARS)
        draft.hijri = draft.year is not None
    draft.year = draft.year or months.year_number(words[step], _YEARS_AFTER_WORD)
    if draft.year is not None:
        return _range(lexicon, words, months.era(lexicon, words, step + 1, draft), draft)
    tied = draft.relation not in (None, Relation.NEW)
    return step if tied and the and words[place] not in lexicon.words["units.years"] else 0


def current(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read هذا العام, هذه السنة, هذا العام 2024."""
    if words[place + 1] not in lexicon.year_units or not words[place + 1].startswith(ARTICLE):
        return 0
    draft.kind, draft.relation = Kind.YEAR, Relation.CURRENT
    return plain(words, place + 2, draft) or place + 2


def quarter(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read الربع الأول من عام 2019, النصف الثاني من العام الجاري."""
    spans = lexicon.quarters[words[place]]
    found = match(lexicon.ordinals, words, place + 1)
    index = 0 if found is None else found[0]
    if words[place + 1] in lexicon.words["quarters.last"]:
        index = len(spans)
    if not 1 <= index <= len(spans):
        return 0
    draft.months = spans[index - 1]
    return _of_year(lexicon, words, place + 2, draft)


def part_of_month(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read النصف الأول من يوليو, الأسبوع الثاني من الشهر الجاري: no more than the month is settled."""
    found = match(lexicon.ordinals, words, place + 1)
    after = place + 2 if found is None else found[1]
    last = words[place + 1] in lexicon.words["quarters.last"]
    if words[after] not in lexicon.words["links.of"] or not (found or last):
        return 0
    after += 1
    if words[after] in lexicon.words["units.the_month"]:
        draft.kind, draft.relation = Kind.MONTH, lexicon.relations.get(words[after + 1])
        return 0 if draft.relation is None else after + 2
    return months.of_part(lexicon, words, after + (words[after] in lexicon.words["units.month"]), draft)


def season(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read صيف 2018, شتاء العام الماضي."""
    draft.months = lexicon.seasons[words[place]]
    return _of_year(lexicon, words, place + 1, draft)


def _of_year(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    step = place + (words[place] in lexicon.words["links.of"])
    if words[step] in lexicon.words["relations.this"]:
        after = current(lexicon, words, step, draft)
    elif words[step] in lexicon.year_units:
        after = named(lexicon, words, step, draft)
    else:
        after = plain(words, step, draft)
    draft.kind = Kind.YEAR
    return after


def decade(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read سبعينيات القرن الماضي: a date, but no year that the text settles."""
    of = words[place + 1] in lexicon.words["links.of"]
    if of and words[place + 2] in lexicon.words["decades.age"]:
        return 0
    draft.kind = Kind.DECADE
    step = place + 1 + of
    if words[step] not in lexicon.words["decades.century"]:
        return place + 1 if words[place].startswith(ARTICLE) else 0
    return step + 1 + (words[step + 1] in lexicon.relations or words[step + 1] in lexicon.words["decades.twentieth"])
