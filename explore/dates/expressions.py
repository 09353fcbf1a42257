"""Read date expressions word by word. Each opener reads from its first word and returns the place after it, or 0."""

from __future__ import annotations

from collections.abc import Callable

from explore.dates import numbers
from explore.dates.draft import Draft
from explore.dates.lexicon import Lexicon, match
from explore.dates.mentions import Kind, Part, Relation

Opener = Callable[[Lexicon, list[str], int, Draft], int]
_YEARS_AFTER_WORD = range(1000, 2200)
_HIJRI_YEARS = range(1300, 1500)
_MONTHS = 12


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
        return before in lexicon.words["days.tomorrow_after"]
    if word != "اليوم":
        return True
    if before in lexicon.words["days.today_not_after"]:
        return behind in lexicon.weekdays
    return behind not in lexicon.words["days.today_not_before"] and behind not in _ANAPHORIC


_ANAPHORIC = {"نفسه": 0, "ذاته": 0, "عينه": 0, "التالي": 1, "الموالي": 1}


def same_day(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read اليوم نفسه and اليوم التالي: days counted from the date before."""
    step = _ANAPHORIC.get(words[place + 1])
    if step is None:
        return 0
    draft.kind, draft.offset = Kind.SAME_DAY, step
    return place + 2


def _after_day_name(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the weekday and the date after اليوم: "اليوم (الاثنين)", "أمس، الجمعة 30 نوفمبر"."""
    step = place + (words[place] in ("(", "،", "-"))
    found = match(lexicon.weekdays, words, step)
    if found is None:
        return _dated(lexicon, words, place, draft)
    draft.weekday, after = found
    if step > place and words[place] == "(":
        return _closed(lexicon, words, after, draft) or place
    return _dated(lexicon, words, after, draft)


def _closed(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    after = _dated(lexicon, words, place, draft)
    return after + 1 if words[after] == ")" else 0


def _dated(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read the date that follows a weekday or اليوم, through the small words between them."""
    step = place
    opened = words[step] == "("
    if words[step] in ("،", "(", "-", ","):
        step += 1
    if words[step] in lexicon.words["links.matching"] or words[step] in lexicon.words["links.in"]:
        step += 1
    if words[step] in lexicon.words["day_words.one"] or words[step] == "ل":
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
    if relation in (Relation.PAST, Relation.FUTURE, Relation.CURRENT):
        draft.relation = relation
        after += 1
    if words[after] in lexicon.words["parts_of_day.after"]:
        return _dated(lexicon, words, after + 1, draft)
    return _dated(lexicon, words, after, draft)


def _second_weekday(lexicon: Lexicon, words: list[str], start: int, place: int, draft: Draft) -> int:
    """Read "والثلاثاء" after يومي, or "إلى الخميس" after من."""
    before, joined = words[start - 1], words[place]
    if joined in lexicon.words["links.until"] and (before in ("من", "-") or joined != "الي"):
        found = match(lexicon.weekdays, words, place + 1)
    elif joined.startswith("و") and (before in lexicon.words["day_words.many"] or before == "بين"):
        found = match(lexicon.weekdays, [joined[1:]], 0)
        found = None if found is None else (found[0], place + 1)
    else:
        return place
    if found is None:
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
    word = words[place]
    if word == "(":
        place, word = place + 1, words[place + 1]
    if word in lexicon.weekdays:
        return weekday(lexicon, words, place, draft)
    if word in lexicon.offsets:
        return offset(lexicon, words, place, draft) or (same_day(lexicon, words, place, draft) if word == "اليوم" else 0)
    if words[place - 1] in lexicon.words["day_words.many"]:
        return numbers.full(lexicon, words, place, draft)
    return numbers.full(lexicon, words, place, draft)


def number(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a date that begins with a number, else a year that stands alone."""
    after = numbers.full(lexicon, words, place, draft)
    if after:
        return 0 if _is_name(lexicon, words, place, draft) else after
    return _wire_date(words, place, draft) or _bare_year(lexicon, words, place, draft)


def _wire_date(words: list[str], place: int, draft: Draft) -> int:
    """Read the day and month by which the Kuwaiti agency dates its reports: "الكويت - 2 - 12 (كونا)"."""
    shape = words[place - 1], words[place + 1], words[place + 3]
    first, second = numbers.day_number(words[place]), numbers.day_number(words[place + 2])
    if shape != ("-", "-", "(") or first is None or second is None or second > _MONTHS:
        return 0
    draft.day, draft.month = first, second
    return place + 3


def ordinal(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read "التاسع من أيار", "الثاني والعشرين من الشهر نفسه"."""
    after = numbers.full(lexicon, words, place, draft)
    if draft.hijri and draft.year is None and draft.relation is None:
        return 0
    return 0 if _is_name(lexicon, words, place, draft) else after


def _is_name(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> bool:
    """Tell whether the date names a thing (حرب أكتوبر, مدينة 6 أكتوبر) and no day near the article's."""
    return draft.year is None and draft.relation is None and words[place - 1] in lexicon.words["month_traps.names_before"]


def month(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read a month without a day; a name that is also another word needs a sign that it is a month."""
    after = numbers.month(lexicon, words, place, draft)
    if not after:
        return 0
    single = after == place + 1
    after = numbers.tail(lexicon, words, after, draft)
    if draft.hijri:
        return after if draft.year is not None or draft.relation in (Relation.PAST, Relation.FUTURE) else 0
    known = draft.year is not None or draft.relation is not None or draft.year_relation is not None or not single
    if known or words[place - 1] in lexicon.words["units.month"] or words[place - 1] in lexicon.vague:
        return after
    if words[place] in lexicon.words["month_traps.rare"] or _is_name(lexicon, words, place, draft):
        return 0
    if words[place] in lexicon.words["month_traps.common"]:
        return after if words[place - 1] in lexicon.words["bare_year.after"] else 0
    return after


def _bare_year(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read four digits as a year where the words around say so."""
    year = numbers.year_number(words[place])
    before, behind = words[place - 1], words[place + 1]
    if year is None or behind in lexicon.words["bare_year.not_before"] or _is_part_of_number(words, place):
        return 0
    if before in lexicon.words["bare_year.not_after"]:
        return 0
    if before not in lexicon.words["bare_year.after"]:
        stops = not behind or not behind[0].isalpha() or behind in lexicon.words["bare_year.before"]
        if not stops or not (before.isalpha() or before in "(-"):
            return 0
    draft.year = year
    return _year_range(words, place + 1, draft)


def _is_part_of_number(words: list[str], place: int) -> bool:
    """Tell whether the digits belong to an amount, a date of another form or a telephone number."""
    before, behind = words[place - 1], words[place + 1]
    digits_before = before in (".", ",", "/", ":", "-", "+", "$", "#") and words[place - 2].isdigit()
    digits_behind = behind in (".", ",", "/", ":") and words[place + 2].isdigit()
    return digits_before or digits_behind or behind in ("%", "٪", "$", "€") or before in ("$", "€", "#", "+")


def _year_range(words: list[str], place: int, draft: Draft) -> int:
    """Read "2011-2015", and "2011 و2015" after بين or عامي."""
    joined, last = words[place], numbers.year_number(words[place + 1])
    start = words[place - 2]
    if last is None or draft.year is None or last <= draft.year:
        return place
    if joined == "-" or (joined == "و" and (start in ("بين", "عامي", "العامين") or last == draft.year + 1)):
        draft.until = Draft(kind=Kind.YEAR, year=last)
        return place + 2
    return place


def vague(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read مطلع, منتصف, أواخر … with the month, quarter or year that must follow."""
    part = lexicon.vague[words[place]]
    step = place + 1
    if words[step] in lexicon.words["links.of"]:
        step += 1
    word = words[step]
    if word in lexicon.months or word in lexicon.hijri:
        after = month(lexicon, words, step, draft)
    elif word in lexicon.words["relations.this"]:
        after = this(lexicon, words, step, draft)
    else:
        after = unit(lexicon, words, step, draft) or _plain_year(words, step, draft)
    draft.part = part
    return after


def _plain_year(words: list[str], place: int, draft: Draft) -> int:
    draft.year = numbers.year_number(words[place])
    return 0 if draft.year is None else place + 1


def this(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read هذا الشهر, هذه السنة, هذا الأسبوع, هذا اليوم, خلال هذا العام 2024."""
    if words[place + 1] == "اليوم":
        draft.offset = 0
        return place + 2
    kind = _unit(lexicon, words[place + 1])
    if kind is None or not words[place + 1].startswith("ال"):
        return 0
    draft.kind, draft.relation = kind, Relation.CURRENT
    if kind is Kind.YEAR:
        draft.year = numbers.year_number(words[place + 2])
        return place + 2 + (draft.year is not None)
    return place + 2


def _unit(lexicon: Lexicon, word: str) -> Kind | None:
    if word in lexicon.year_units:
        return Kind.YEAR
    if word in lexicon.words["units.month"]:
        return Kind.MONTH
    return Kind.WEEK if word in lexicon.words["units.week"] else None


def unit(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read شهر يونيو الماضي, الشهر المقبل, عام 2018, العام الجديد 2025, الأسبوع الماضي."""
    kind = _unit(lexicon, words[place])
    if kind is Kind.YEAR:
        return _year(lexicon, words, place, draft)
    if kind is None:
        return 0
    if kind is Kind.MONTH and words[place] == "شهر":
        return month(lexicon, words, place + 1, draft)
    relation = lexicon.relations.get(words[place + 1])
    if relation is None or relation is Relation.NEW:
        return 0
    draft.kind, draft.relation = kind, relation
    return numbers.year_tail(lexicon, words, place + 2, draft) if kind is Kind.MONTH else place + 2


def _year(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read عام 2018, العام الماضي, العام الجديد 2025, عامي 2017 و2018."""
    if words[place].startswith("ال") and words[place - 1] in lexicon.words["units.year_not_after"]:
        return 0
    draft.kind = Kind.YEAR
    step = place + 1
    relation = lexicon.relations.get(words[step])
    step += relation is not None
    step += words[step] in lexicon.words["links.gregorian"] or words[step] in lexicon.words["links.hijri"]
    hijri = numbers.year_number(words[step], _HIJRI_YEARS) if words[step + 1] in ("ه", "هجري", "هجريه") else None
    draft.year = hijri or numbers.year_number(words[step], _YEARS_AFTER_WORD)
    draft.hijri = hijri is not None
    draft.relation = relation
    if draft.year is not None:
        era = words[step + 1] in lexicon.words["links.gregorian"] or draft.hijri
        return _year_range(words, step + 1 + era, draft)
    if relation is None or relation is Relation.NEW or not words[place].startswith("ال"):
        return 0
    return step


def quarter(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read الربع الأول من عام 2019, النصف الثاني من العام الجاري."""
    spans = lexicon.quarters[words[place]]
    found = match(lexicon.ordinals, words, place + 1)
    index = len(spans) if words[place + 1] == "الاخير" else 0 if found is None else found[0]
    after = place + 2
    if not 1 <= index <= len(spans):
        return 0
    after = _of_year(lexicon, words, after, draft)
    draft.months = spans[index - 1]
    return after


def season(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read صيف 2018, شتاء العام الماضي."""
    after = _of_year(lexicon, words, place + 1, draft)
    draft.months = lexicon.seasons[words[place]]
    return after


def _of_year(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    step = place + (words[place] in lexicon.words["links.of"])
    if words[step] in lexicon.words["relations.this"]:
        after = this(lexicon, words, step, draft)
    else:
        after = _plain_year(words, step, draft) or (_year(lexicon, words, step, draft) if words[step] in lexicon.year_units else 0)
    draft.kind = Kind.YEAR
    return after if draft.year is not None or draft.relation is not None else 0


def decade(lexicon: Lexicon, words: list[str], place: int, draft: Draft) -> int:
    """Read سبعينيات القرن الماضي: a date, but no year that the text settles."""
    if words[place + 1] == "من" and words[place + 2] in lexicon.words["decades.age"]:
        return 0
    draft.kind = Kind.DECADE
    step = place + 1 + (words[place + 1] == "من")
    if words[step] not in lexicon.words["decades.century"]:
        return place + 1 if words[place].startswith("ال") else 0
    return step + 1 + (words[step + 1] in lexicon.relations or words[step + 1] == "العشرين")


def openers(lexicon: Lexicon) -> dict[str, tuple[Opener, ...]]:
    """Return, for each word that may begin an expression, what to try in turn."""
    table: dict[str, tuple[Opener, ...]] = {}
    for words, opener in (
        (lexicon.offsets, offset),
        (("اليوم",), same_day),
        (lexicon.parts_of_day, part_of_day),
        (lexicon.words["day_words.one"] | lexicon.words["day_words.many"], day_word),
        (lexicon.weekdays, weekday),
        (lexicon.ordinals, ordinal),
        (lexicon.months, month),
        (lexicon.hijri, month),
        (lexicon.vague, vague),
        (lexicon.words["relations.this"], this),
        (lexicon.year_units | lexicon.words["units.month"] | lexicon.words["units.week"], unit),
        (lexicon.quarters, quarter),
        (lexicon.seasons, season),
        (lexicon.words["decades.names"], decade),
        (_number_words(), number),
    ):
        for word in words:
            table[word] = (*table.get(word, ()), opener)
    return table


def _number_words() -> list[str]:
    """Return every number that may begin a date: days with and without a leading zero, and years."""
    days = [str(n) for n in range(1, 32)] + [f"{n:02}" for n in range(1, 10)]
    return days + [str(n) for n in range(1800, 2100)]
