"""Say counts, dates and names in Arabic and English, from the table in phrases.toml.

What is said here is plain text. A surface that draws single lines without a base direction of its own (a chart) wraps
them itself; see ``explore.charts.theme.shown``.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from explore import numerals
from explore.model import Channel

Language = Literal["ar", "en"]
# The channels that Arabic calls by a masculine noun: لقاء، اتفاق، تصريح.
_MASCULINE = frozenset((Channel.MEETING, Channel.AGREEMENT, Channel.STATEMENT))


@cache
def _table(folder: str, file: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(folder).joinpath(file).read_text(encoding="utf-8"))


def word(section: str, key: str, language: Language) -> str:
    """Return the word that *section* of the table has for *key*.

    >>> word("channel", "letter", "ar")
    'رسالة'
    """
    shown: str = _table("explore", "phrases.toml")[section][key][language]
    return shown


def text(key: str, language: Language, **values: object) -> str:
    """Fill the sentence *key* with *values*.

    >>> text("from_to", "ar", sender="بوتين", recipient="ترامب")
    'من بوتين إلى ترامب'
    """
    return word("text", key, language).format(**values)


def sides(sender: str, recipient: str | None, language: Language, *, mutual: bool) -> str:
    """Say from whom to whom; without a *recipient* it went to the public.

    >>> sides("Vladimir Putin", "United States", "en", mutual=False)
    'from Vladimir Putin to the United States'
    """
    form = "to_public" if recipient is None else "between" if mutual else "from_to"
    return text(form, language, sender=definite(sender, language), recipient=definite(recipient or "", language))


def communication(channel: str, sender: str, recipient: str | None, language: Language, *, mutual: bool) -> str:
    """Say what passed between two, and from whom to whom.

    >>> communication("visit", "Vladimir Putin", "France", "en", mutual=False)
    'visit by Vladimir Putin to France'
    """
    if channel == Channel.VISIT and not mutual:
        form = "visit" if recipient is None else "visit_to"
        return text(form, language, sender=definite(sender, language), recipient=definite(recipient or "", language))
    return f"{word('channel', channel, language)} {sides(sender, recipient, language, mutual=mutual)}"


@lru_cache(maxsize=10_000)
def definite(name: str, language: Language) -> str:
    """Put "the" before an English name that takes it within a sentence.

    >>> [definite(name, "en") for name in ("White House", "Japanese Embassy in Cairo", "France", "The Hill")]
    ['the White House', 'the Japanese Embassy in Cairo', 'France', 'The Hill']
    """
    table = _table("explore", "phrases.toml")["the"]
    head = re.split(table["behind"], name, maxsplit=1)[0].rpartition(" ")[2]
    takes = language == "en" and (name in table["names"] or head in table["heads"])
    return f"the {name}" if takes and not name.startswith("The ") else name


def status(value: str, channel: str, language: Language) -> str:
    """Say the status of one communication; Arabic agrees with the noun of its channel.

    >>> status("happened", "letter", "ar"), status("happened", "meeting", "ar")
    ('تمت', 'تم')
    """
    return word("status_of_masculine" if channel in _MASCULINE else "status", value, language)


def office(key: str, language: Language) -> str:
    """Name an office; one without words is shown as its key, spelled out.

    >>> office("foreign_minister", "ar"), office("court_jester", "ar")
    ('وزير الخارجية', 'court jester')
    """
    return word("office", key, language) if key in offices() else key.replace("_", " ")


def offices() -> Mapping[str, Mapping[Language, str]]:
    """Return the words of every office by its key."""
    found: dict[str, dict[Language, str]] = _table("explore", "phrases.toml")["office"]
    return found


def counted(noun: str, n: int, language: Language) -> str:
    """Say how many of *noun* there are, in the plural form that the number asks for.

    >>> counted("letter", 2, "ar"), counted("letter", 5, "ar"), counted("meeting", 1012, "ar")
    ('رسالتان', '5 رسائل', '1,012 لقاءً')
    """
    forms: dict[str, str] = _table("explore", "phrases.toml")["counted"][noun][language]
    return forms[plural_form(n, language)].format(n=number(n))


def plural_form(n: int, language: Language) -> str:
    """Name the CLDR plural form of *n* (English has a zero of its own here: "no letters").

    >>> [plural_form(n, "ar") for n in (0, 1, 2, 7, 111, 100)]
    ['zero', 'one', 'two', 'few', 'many', 'other']
    """
    if n in (0, 1):
        return ("zero", "one")[n]
    if language == "en":
        return "other"
    if n == 2:
        return "two"
    tail = n % 100
    if 3 <= tail <= 10:
        return "few"
    return "many" if tail >= 11 else "other"


def number(n: float) -> str:
    """Write a number with thousands marked; fractions keep one decimal.

    >>> number(1234567), number(2.5)
    ('1,234,567', '2.5')
    """
    return numerals.shown(f"{n:,.0f}" if float(n).is_integer() else f"{n:,.1f}")


def year(n: int) -> str:
    """Write a year, without marks.

    >>> year(2018)
    '2018'
    """
    return numerals.shown(str(n))


def month(n: int, language: Language, *, short: bool = False) -> str:
    """Name the month *n*, counted from 1."""
    names: list[str] = _table("explore", "phrases.toml")["short_months" if short else "months"][language]
    return names[n - 1]


def day(date: dt.date, language: Language) -> str:
    """Write a day in words.

    >>> day(dt.date(2018, 12, 30), "ar")
    '30 ديسمبر 2018'
    """
    return numerals.shown(f"{date.day} {month(date.month, language)} {date.year}")


def period(first: dt.date | None, last: dt.date | None, language: Language) -> str:
    """Write a period as shortly as it allows; an end that is None is open.

    >>> period(dt.date(2018, 1, 1), dt.date(2021, 12, 31), "en")
    '2018–2021'
    >>> period(dt.date(2018, 12, 1), dt.date(2018, 12, 31), "ar")
    'ديسمبر 2018'
    """
    if first is None or last is None:
        return _open_period(first, last, language)
    starts_year, ends_year = first == first.replace(month=1, day=1), last == last.replace(month=12, day=31)
    if starts_year and ends_year:
        return year(first.year) if first.year == last.year else f"{year(first.year)}–{year(last.year)}"
    ends_month = (last + dt.timedelta(days=1)).day == 1
    if first.day == 1 and ends_month:
        return _joined(_month_of(first, language), _month_of(last, language))
    return _joined(day(first, language), day(last, language))


def _open_period(first: dt.date | None, last: dt.date | None, language: Language) -> str:
    if first is not None:
        whole = first.month == first.day == 1
        return text("since", language, first=year(first.year) if whole else day(first, language))
    if last is not None:
        whole = (last.month, last.day) == (12, 31)
        return text("until", language, last=year(last.year) if whole else day(last, language))
    return ""


def _month_of(date: dt.date, language: Language) -> str:
    return f"{month(date.month, language)} {year(date.year)}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def country(code: str, language: Language) -> str:
    """Name a state by its ISO 3166-1 alpha-3 code; an unknown code stands for itself.

    >>> country("RUS", "ar"), country("???", "en")
    ('روسيا', '???')
    """
    entry = _table("explore.knowledge", "countries.toml").get(code)
    if entry is None:
        return code
    name: str = entry["name_en"] if language == "en" else entry["names"][0]
    return name
