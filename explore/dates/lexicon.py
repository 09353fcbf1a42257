"""Load calendar.toml into tables that are read word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, TypeVar

from explore.dates.mentions import Part, Relation
from explore.knowledge.tables import FOLDER, read_toml
from explore.text.fold import key

Value = TypeVar("Value")
# First word -> its phrases, the longest first: the words that follow, and what the phrase means.
Phrases = dict[str, list[tuple[list[str], Value]]]
Words = frozenset[str]

# Attached conjunctions and prepositions; after the lam the alef of the article is not written.
AND = "\N{ARABIC LETTER WAW}"
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
COMMAS = ("\N{ARABIC COMMA}", ",")
_FA, _BA, _LAM, _KAF = (
    "\N{ARABIC LETTER FEH}",
    "\N{ARABIC LETTER BEH}",
    "\N{ARABIC LETTER LAM}",
    "\N{ARABIC LETTER KAF}",
)
_PROCLITICS = (AND, _FA, _BA, _LAM, _KAF, AND + _BA, AND + _LAM, _FA + _BA, _FA + _LAM, AND + _KAF)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold the tables of calendar.toml in folded form."""

    weekdays: Phrases[int]
    months: Phrases[int]
    hijri: Phrases[int]
    ordinals: Phrases[int]
    offsets: Phrases[int]
    spans: Phrases[int]
    parts_of_day: Phrases[bool]
    vague: Mapping[str, Part]
    relations: Mapping[str, Relation]
    year_units: Words
    quarters: Mapping[str, tuple[tuple[int, int], ...]]
    seasons: Mapping[str, tuple[int, int]]
    words: Mapping[str, Words]
    signs: Mapping[str, bool]
    future_prefixes: tuple[str, ...]
    no_future: tuple[str, ...]
    new_year: Phrases[bool]
    stamps: Phrases[bool]
    longest_stamp: int
    anniversaries: Mapping[str, int]
    fixed: tuple[FixedDay, ...]
    happened: Mapping[tuple[int, int], tuple[int, Words]]


@dataclass(frozen=True, slots=True)
class FixedDay:
    """Hold a day that falls in certain years only: every so many years from one on, where its words stand near."""

    name: str
    month: int
    day: int
    every: int
    start: int
    words: Words
    near: Words


def match(table: Phrases[Value], words: Sequence[str], place: int) -> tuple[Value, int] | None:
    """Return what the longest phrase at *place* means and the place after it."""
    for rest, value in table.get(words[place], ()):
        after = place + 1 + len(rest)
        if not rest or words[place + 1 : after] == rest:
            return value, after
    return None


def phrases(entries: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Index phrases by their first word, longest first; the first meaning of a phrase stands."""
    table: Phrases[Value] = {}
    for text, value in entries:
        first, *rest = key(text).split()
        known = table.setdefault(first, [])
        if all(rest != other for other, _ in known):
            known.append((rest, value))
    for known in table.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return table


def attach(openers: Mapping[str, Value]) -> dict[str, tuple[str, int, Value]]:
    """Return every written form of the opening words: with what is attached, the bare word and how much to cut."""
    forms = {word: (word, 0, value) for word, value in openers.items()}
    for word, value in openers.items():
        for proclitic in _PROCLITICS if word.isalpha() else ():
            stem = word
            if proclitic.endswith(_LAM) and word.startswith(ARTICLE):
                stem = word[1:]
            forms.setdefault(proclitic + stem, (word, len(proclitic), value))
    return forms


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Load calendar.toml.

    Raises:
        KnowledgeError: the table cannot be read.
    """
    table = read_toml(FOLDER / "calendar.toml")
    return Lexicon(
        weekdays=phrases((name, day) for day, english in enumerate(WEEKDAYS) for name in table["weekdays"][english]),
        months=phrases((name, n) for names in table["months"].values() for n, name in enumerate(names, 1)),
        hijri=phrases((name, n) for n, names in enumerate(table["hijri"]["names"], 1) for name in names),
        ordinals=phrases(_ordinals(table["ordinals"])),
        offsets=phrases(_named(table["days"], _OFFSETS)),
        spans=phrases(_named(table["day_shifts"], _SPANS)),
        parts_of_day=phrases((name, True) for name in table["parts_of_day"]["names"]),
        vague=_folded(table["vague"], Part),
        relations=_folded({name: table["relations"][name] for name in Relation}, Relation),
        year_units=_keys(table["units"]["year"]),
        quarters=_quarters(table["quarters"]),
        seasons={key(name): span for season, span in _SEASONS.items() for name in table["quarters"][season]},
        words=_sets(table),
        signs=_signs(table["looking_ahead"]),
        future_prefixes=tuple(table["looking_ahead"]["prefixes"]),
        no_future=tuple(key(word) for word in table["looking_ahead"]["not_verbs"]),
        new_year=phrases((phrase, True) for phrase in _all_attached(table["new_year"]["phrases"])),
        stamps=phrases((phrase, True) for phrase in table["stamps"]["phrases"]),
        longest_stamp=max(len(phrase.split()) for phrase in table["stamps"]["phrases"]),
        anniversaries={key(word): years for word, years in table["anniversaries"].items()},
        fixed=tuple(_fixed(entry) for entry in table["fixed"]),
        happened={(day["month"], day["day"]): (day["year"], _keys(day["after"])) for day in table["happened"]},
    )


# Lists of words that stand before an expression hold also with what may be attached to them.
_BEFORE = ("after", "_before")
_OFFSETS = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2}
_SPANS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "week": 7}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def _keys(words: Iterable[str]) -> Words:
    return frozenset(key(word) or word for word in words)


def _attached(words: Words) -> Words:
    return frozenset(attach(dict.fromkeys(words, True)))


def _all_attached(texts: Iterable[str]) -> list[str]:
    """Return phrases with all that may be attached to their first words."""
    split = [key(text).partition(" ") for text in texts]
    return [f"{form} {rest}".strip() for first, _, rest in split for form in attach({first: True})]


def _named(table: Mapping[str, Any], names: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(text, value) for name, value in names.items() for text in table[name]]


def _folded(table: Mapping[str, Iterable[str]], kind: Callable[[str], Value]) -> dict[str, Value]:
    return {key(word): kind(name) for name, words in table.items() for word in words}


def _sets(table: Mapping[str, Any]) -> dict[str, Words]:
    """Return every plain list of words as a set named "section.list"."""
    return {
        f"{section}.{name}": _attached(_keys(words)) if name.endswith(_BEFORE) else _keys(words)
        for section, lists in table.items()
        if isinstance(lists, dict)
        for name, words in lists.items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }


def _signs(table: Mapping[str, Any]) -> dict[str, bool]:
    """Return the words that tell whether a clause looks ahead (True) or that its date belongs elsewhere (False)."""
    signs = {key(word): ahead for name, ahead in (("barriers", False), ("words", True)) for word in table[name]}
    return {AND + word: ahead for word, ahead in signs.items()} | signs


def _ordinals(table: Mapping[str, Any]) -> Iterable[tuple[str, int]]:
    yield from ((word, 1) for word in table["first_bare"])
    yield from ((word, n) for n, word in enumerate(table["bare"], 2))
    yield from ((word, n) for n, word in enumerate(table["ones"], 1))
    yield from ((word, n) for n, word in enumerate(table["eleven_up"], 11))
    yield from ((word, 20) for word in table["twenty"])
    yield from ((word, 30) for word in table["thirty"])
    units = [(word, n) for n, word in enumerate(table["ones"][1:9], 2)] + [(word, 1) for word in table["eleven"]]
    for (unit, n), ten in product(units, table["twenty"]):
        yield f"{unit} {AND}{ten}", 20 + n
    for word, ten in product(table["eleven"], table["thirty"]):
        yield f"{word} {AND}{ten}", 31


def _quarters(table: Mapping[str, Any]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for الربع, الثلث and النصف the months of the first, second … of them."""
    out: dict[str, tuple[tuple[int, int], ...]] = {}
    for name, size in (("quarter", 3), ("third", 4), ("half", 6)):
        spans = tuple((first, first + size - 1) for first in range(1, 13, size))
        out.update({key(word): spans for word in table[name]})
    return out


def _fixed(entry: Mapping[str, Any]) -> FixedDay:
    return FixedDay(
        name=entry["name"],
        month=entry["month"],
        day=entry["day"],
        every=entry["every"],
        start=entry["from"],
        words=_keys(entry["with"]),
        near=_keys(entry["near"]),
    )
