"""Read date expressions word by word. Each opener reads from its first word and returns the place after it, or 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from explore.dates import daynames, months, numbers, years
from explore.dates.draft import Draft
from explore.dates.lexicon import ARTICLE, Lexicon
from explore.dates.mentions import Kind, Relation

Opener = Callable[[Lexicon, list[str], int, Draft], int]
_MONTHS = 12


def number(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a date that begins with a number, else a year that stands alone."""
    after = numbers.full(lexicon, words, place, draft)
    if after:
        return 0 if months.is_name(lexicon, words, place, draft) else after
    return _wire_date(words, place, draft) or years.bare(lexicon, words, place, draft)


def _wire_date(words: list[str], place: int, draft: Draft) -> int:
    """Read the day and month by which the Kuwaiti agency dates its reports: "الكويت - 2 - 12 (كونا)"."""
    shape = words[place - 1], words[place + 1], words[place + 3]
    first, second = numbers.day_number(words[place]), numbers.day_number(words[place + 2])
    if shape != ("-", "-", "(") or first is None or second is None or second > _MONTHS:
        return 0
    draft.day, draft.month = first, second
    return place + 3


def ordinal(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read "التاسع من أيار", "الثاني والعشرين من الشهر نفسه", but not "الأسبوع الثاني من الشهر"."""
    if words[place - 1] in lexicon.words["quarters.of_month"]:
        return 0
    after = numbers.full(lexicon, words, place, draft)
    if draft.hijri and draft.year is None and draft.relation is None:
        return 0
    return 0 if months.is_name(lexicon, words, place, draft) else after


def vague(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read مطلع, منتصف, أواخر … with the month, quarter or year that must follow."""
    step = place + 1 + (words[place + 1] in lexicon.words["links.of"])
    word = words[step]
    if word in lexicon.months or word in lexicon.hijri:
        after = months.alone(lexicon, words, step, draft)
    elif word in lexicon.words["relations.this"]:
        after = this(lexicon, words, step, draft)
    elif word in lexicon.words["units.the_month"] and not words[step + 1].startswith(ARTICLE):
        after = unit(lexicon, words, step, draft) or _the_month(step, draft)
    else:
        after = unit(lexicon, words, step, draft) or years.plain(words, step, draft)
    draft.part = lexicon.vague[words[place]]
    return after


def _the_month(place: int, draft: Draft) -> int:
    """Read the month that runs: "نهاية الشهر"."""
    draft.kind, draft.relation = Kind.MONTH, Relation.CURRENT
    return place + 1


def this(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read هذا الشهر, هذه السنة, هذا الأسبوع."""
    word = words[place + 1]
    kind = _unit(lexicon, word)
    if kind is None or not word.startswith(ARTICLE):
        return 0
    if kind is Kind.YEAR:
        return years.current(lexicon, words, place, draft)
    draft.kind, draft.relation = kind, Relation.CURRENT
    return place + 2


def same(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read نفس اليوم, نفس الشهر, ذات العام: reckoned from the date before."""
    word = words[place + 1]
    if word in lexicon.words["days.plain_today"]:
        draft.kind, draft.offset = Kind.SAME_DAY, 0
        return place + 2
    draft.kind, draft.relation = _unit(lexicon, word), Relation.SAME
    return place + 2 if draft.kind is not None and word.startswith(ARTICLE) else 0


def _unit(lexicon: Lexicon, word: str) -> Kind | None:
    if word in lexicon.year_units or word in lexicon.words["units.years"]:
        return Kind.YEAR
    if word in lexicon.words["units.month"]:
        return Kind.MONTH
    return Kind.WEEK if word in lexicon.words["units.week"] else None


def unit(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read شهر يونيو الماضي, الشهر المقبل, عام 2018, العام الجديد 2025, الأسبوع الماضي."""
    kind = _unit(lexicon, words[place])
    if kind is Kind.YEAR:
        return years.named(lexicon, words, place, draft)
    if kind is Kind.MONTH and not words[place].startswith(ARTICLE):
        return months.alone(lexicon, words, place + 1, draft)
    relation = lexicon.relations.get(words[place + 1])
    if kind is None or relation is None or relation is Relation.NEW:
        return 0
    draft.kind, draft.relation = kind, relation
    return months.year_tail(lexicon, words, place + 2, draft) if kind is Kind.MONTH else place + 2


def openers(lexicon: Lexicon) -> dict[str, tuple[Opener, ...]]:
    """Return, for each word that may begin an expression, what to try in turn."""
    table: dict[str, tuple[Opener, ...]] = {}
    rows: tuple[tuple[Iterable[str], Opener], ...] = (
        (lexicon.offsets, daynames.offset),
        (lexicon.words["days.plain_today"], daynames.same_day),
        (_shift_words(lexicon), daynames.shifted),
        (lexicon.parts_of_day, daynames.part_of_day),
        (lexicon.words["day_words.one"] | lexicon.words["day_words.many"], daynames.day_word),
        (lexicon.weekdays, daynames.weekday),
        (lexicon.ordinals, ordinal),
        (lexicon.months, months.alone),
        (lexicon.hijri, months.alone),
        (lexicon.vague, vague),
        (lexicon.words["relations.this"], this),
        (lexicon.words["relations.self"], same),
        *((lexicon.words[name], unit) for name in ("units.year", "units.years", "units.month", "units.week")),
        (lexicon.quarters, years.quarter),
        (lexicon.words["quarters.of_month"], years.part_of_month),
        (lexicon.seasons, years.season),
        (lexicon.words["decades.names"], years.decade),
        (_number_words(), number),
    )
    for words, opener in rows:
        for word in words:
            table[word] = (*table.get(word, ()), opener)
    return table


def _shift_words(lexicon: Lexicon) -> frozenset[str]:
    """Return every word that may begin «قبلها بيوم», «بعد ذلك بيومين»."""
    names = ("before", "after", "before_that", "after_that")
    return frozenset().union(*(lexicon.words[f"day_shifts.{name}"] for name in names))


def _number_words() -> list[str]:
    """Return every number that may begin a date: days with and without a leading zero, and years."""
    days = [str(n) for n in range(1, 32)] + [f"{n:02}" for n in range(1, 10)]
    return days + [str(n) for n in range(1800, 2100)]
