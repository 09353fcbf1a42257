"""Read the names of months, with the second name, the year and the word such as الماضي that may follow."""

from __future__ import annotations

from explore.dates.draft import Draft
from explore.dates.lexicon import COMMAS, Lexicon, match
from explore.dates.mentions import Relation

# Years that news writes after a month; Hijri years overlap none of them.
YEARS = range(1800, 2100)
HIJRI_YEARS = range(1300, 1500)
_YEAR_DIGITS = 4
# What may stand between the two names of a month («كانون الأول/ديسمبر»).
_BEFORE_NAMES = frozenset(("/", "(", "-", "\\", *COMMAS))
# What may stand between a month and its year, beside «من».
_BEFORE_YEARS = frozenset(("/", *COMMAS))
_TIMELESS = (Relation.NEW, Relation.PRECEDING)


def year_number(word: str, years: range = YEARS) -> int | None:
    """Return *word* as a year written with four digits."""
    if len(word) == _YEAR_DIGITS and word.isdecimal() and int(word) in years:
        return int(word)
    return None


def month(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a month with its second name, "يناير (كانون الثاني)"; return the place after it, or 0."""
    found = match(lexicon.months, words, place)
    if found is None:
        found = match(lexicon.hijri, words, place)
        draft.hijri = found is not None
    if found is None:
        return 0
    draft.month, place = found
    return place if draft.hijri else _second_name(lexicon, words, place, draft.month)


def _second_name(lexicon: Lexicon, words: list[str], place: int, number: int) -> int:
    opened = words[place] in _BEFORE_NAMES
    found = match(lexicon.months, words, place + opened)
    if found is None or found[0] != number:
        return place
    if words[place] == "(":
        return found[1] + 1 if words[found[1]] == ")" else place
    return found[1]


def tail(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the year or the word such as الماضي after a month."""
    relation = lexicon.relations.get(words[place])
    if relation is not None and relation not in _TIMELESS:
        draft.relation = relation
        place += 1
    return year_tail(lexicon, words, place, draft)


def year_tail(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read "2018", "، 2018", "من عام 2018م", "من العام نفسه" or nothing after a month; return the place after it."""
    step = place
    if words[step] in _BEFORE_YEARS or words[step] in lexicon.words["links.of"]:
        step += 1
    same = words[step] in lexicon.words["relations.self"]
    step += same
    this = words[step] in lexicon.words["relations.this"]
    step += this
    named = words[step] in lexicon.year_units or words[step] in lexicon.words["units.year_for"]
    step += named
    year = year_number(words[step], HIJRI_YEARS if draft.hijri else YEARS)
    numeric = words[step + 1] in ("/", "-") and words[step + 2].isdecimal()
    if year is not None and not numeric and (named or words[place] not in lexicon.words["links.of"]):
        draft.year = year
        return era(lexicon, words, step + 1, draft)
    if named and (this or same):
        draft.year_relation = Relation.CURRENT if this else Relation.SAME
        return step
    relation = lexicon.relations.get(words[step]) if named else None
    if relation is None:
        return place
    draft.year_relation = relation
    return step + 1


def era(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Skip م, ميلادي, هـ or هجري after a year."""
    if words[place] in lexicon.words["links.gregorian"]:
        return place + 1
    if words[place] in lexicon.words["links.hijri"]:
        draft.hijri = draft.year in HIJRI_YEARS
        return place + 1
    return place


def alone(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a month without a day; a name that is also another word needs a sign that it is a month."""
    named = month(lexicon, words, place, draft)
    after = tail(lexicon, words, named, draft) if named else 0
    if draft.hijri:
        return after if draft.year is not None or draft.relation in (Relation.PAST, Relation.FUTURE) else 0
    if is_name(lexicon, words, place, draft):
        return 0
    before = words[place - 1]
    told = after > place + 1 or before in lexicon.words["units.month"] or before in lexicon.vague
    if told or words[place] not in lexicon.words["month_traps.rare"] | lexicon.words["month_traps.common"]:
        return after
    common = words[place] in lexicon.words["month_traps.common"]
    return after if common and before in lexicon.words["bare_year.after"] else 0


def of_part(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the month behind "الأسبوع الثاني من", which needs no other sign that it is one."""
    if words[place] in lexicon.hijri:
        return alone(lexicon, words, place, draft)
    named = month(lexicon, words, place, draft)
    return tail(lexicon, words, named, draft) if named else 0


def is_name(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> bool:
    """Tell whether the date names a thing (حرب أكتوبر, مدينة 6 أكتوبر, ثورة 25 يناير) and no day near the article's.

    Where it names what happened on a day that everyone knows (هجمات 11 سبتمبر), that day's year is filled in.
    """
    if draft.year is not None or draft.relation is not None:
        return False
    before = words[place - 1]
    known = lexicon.happened.get((draft.month or 0, draft.day or 0))
    if known is not None and before in known[1]:
        draft.year = known[0]
        return False
    if draft.day is None and before.isdecimal():
        before = words[place - 2]
    return before in lexicon.words["month_traps.names_before"]
