"""Compile the tables into one trie of folded words, and look word groups up in a row of tokens.

A group may start inside a word: attached و ف ب ل ك (and ل + ال written لل) are split off when the rest is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from explore.knowledge import forms
from explore.knowledge.forms import Form
from explore.knowledge.tables import FOLDER, Country, Person, Tables, load
from explore.text.fold import key as fold_key


class Kind(StrEnum):
    """Name what a word group of the tables is."""

    PERSON = "person"
    STATE = "state"
    CAPITAL = "capital"
    PLACE = "place"
    ORGANISATION = "organisation"
    NATION = "nation"
    OFFICE = "office"
    BODY = "body"
    HONORIFIC = "honorific"
    WISH = "wish"
    INSIDE = "inside"
    COUNTERPART = "counterpart"
    PAIR = "pair"
    ACT = "act"
    SUPPORT = "support"
    SPEECH = "speech"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold one meaning of a word group: its kind, the table key, its grammatical form and tags."""

    kind: Kind
    key: str
    form: Form
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold the senses of the tokens from ``first`` up to ``last``; ``clitic`` letters were split off the first word."""

    first: int
    last: int
    clitic: str
    senses: tuple[Sense, ...]


_PLAIN = Form("")
_PROCLITICS = "وفبلك"
_MIN_STEM = 2
_ARTICLE = "ال"
# Nodes are dicts from word to node; the senses of a group stand under this key, which no word can be.
_END = ""
Node = dict[str, Any]


@dataclass(frozen=True)
class Lexicon:
    """Hold the compiled trie and the tables it was made from."""

    root: Node
    tables: Tables

    def find(self, words: Sequence[str], place: int) -> tuple[Hit, ...]:
        """Return the hits that begin at *place*: for each way to split off proclitics the longest group, best first."""
        hits: list[Hit] = []
        for clitic, stem in _splits(words[place]):
            node = self.root.get(stem)
            if node is not None:
                end, senses = _walk(node, words, place + 1)
                if senses:
                    hits.append(Hit(place, end, clitic, senses))
        if len(hits) > 1:
            hits.sort(key=lambda hit: (hit.first - hit.last, len(hit.clitic)))
        return tuple(hits)


def _walk(node: Node, words: Sequence[str], place: int) -> tuple[int, tuple[Sense, ...]]:
    """Follow the longest known group; a line break inside a longer group is passed over."""
    end, senses = place, node.get(_END, ())
    while place < len(words):
        following = node.get(words[place])
        if following is None and words[place] == "\n" and place + 1 < len(words):
            following = node.get(words[place + 1])
            place += following is not None
        if following is None:
            break
        node = following
        place += 1
        found = node.get(_END)
        if found:
            end, senses = place, found
    return end, senses


@lru_cache(maxsize=50_000)
def _splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to read *word* as proclitics + stem, the whole word first.

    >>> _splits("وللرئيس")
    (('', 'وللرئيس'), ('و', 'للرئيس'), ('ول', 'الرئيس'), ('ول', 'لرئيس'), ('ولل', 'رئيس'))
    """
    out = [("", word)]
    for clitic, stem in tuple(_peel("", word, 3)):
        out.append((clitic, stem))
    return tuple(dict.fromkeys(out))


def _peel(clitic: str, word: str, left: int) -> Iterator[tuple[str, str]]:
    if not left or len(word) <= _MIN_STEM or word[0] not in _PROCLITICS:
        return
    letter, rest = word[0], word[1:]
    if letter == "ل" and rest[0] == "ل":
        yield clitic + letter, _ARTICLE + rest[1:]
    if letter in clitic or (clitic and letter in "وف"):
        yield clitic + letter, rest
        return
    yield clitic + letter, rest
    yield from _peel(clitic + letter, rest, left - 1)


@lru_cache(maxsize=1)
def default() -> Lexicon:
    """Return the lexicon of the packaged tables."""
    return compile_tables(load(FOLDER))


def compile_tables(tables: Tables) -> Lexicon:
    """Build the lexicon of *tables*."""
    root: Node = {}
    for words, sense in _entries(tables):
        _add(root, words, sense)
    return Lexicon(root, tables)


def _add(root: Node, group: str, sense: Sense) -> None:
    node = root
    for word in group.split():
        node = node.setdefault(word, {})
    senses = node.get(_END, ())
    if sense not in senses:
        node[_END] = (*senses, sense)


def _entries(tables: Tables) -> Iterator[tuple[str, Sense]]:
    for country in tables.countries.values():
        yield from _country(country)
    for place in tables.places:
        tags = frozenset(("weak",)) if place.weak else frozenset()
        yield from _named(place.names, Sense(Kind.PLACE, place.name_en, _PLAIN, tags))
    for organisation in tables.organisations.values():
        yield from _named(organisation.names, Sense(Kind.ORGANISATION, organisation.key, _PLAIN))
        yield from _named(organisation.weak, Sense(Kind.ORGANISATION, organisation.key, _PLAIN, frozenset(("weak",))))
    for person in tables.people.values():
        yield from _person(person)
    yield from _offices(tables)
    yield from _honorifics(tables)
    for key, body in tables.bodies.items():
        yield from _named(body["heads"], Sense(Kind.BODY, key, _PLAIN))
    yield from _acts(tables)
    yield from _words(tables)


def _named(names: Iterable[str], sense: Sense) -> Iterator[tuple[str, Sense]]:
    """Yield each name, and long ones also written together (الولاياتالمتحدة)."""
    for name in names:
        folded = fold_key(name)
        yield folded, sense
        if " " in folded and sense.kind in (Kind.STATE, Kind.CAPITAL):
            yield folded.replace(" ", ""), sense


def _country(country: Country) -> Iterator[tuple[str, Sense]]:
    weak = {fold_key(name) for name in country.weak}
    for name in (*country.names, *country.weak):
        tags = frozenset(("weak",)) if fold_key(name) in weak else frozenset()
        yield from _named((name,), Sense(Kind.STATE, country.key, _PLAIN, tags))
    yield from _named(country.capital, Sense(Kind.CAPITAL, country.key, _PLAIN))
    plurals = tuple(fold_key(word) for word in country.plurals)
    for word in country.adjectives:
        for form in forms.adjective(fold_key(word), plurals):
            yield form.word, Sense(Kind.NATION, country.key, form)


def _person(person: Person) -> Iterator[tuple[str, Sense]]:
    full = Sense(Kind.PERSON, person.key, _PLAIN)
    yield from _named((person.name_ar, *person.names), full)
    short = [name for name in person.short if len(fold_key(name)) > _MIN_STEM]
    yield from _named(short, Sense(Kind.PERSON, person.key, _PLAIN, frozenset(("short",))))
    yield from _named(person.weak, Sense(Kind.PERSON, person.key, _PLAIN, frozenset(("weak",))))


def _offices(tables: Tables) -> Iterator[tuple[str, Sense]]:
    broken = {fold_key(one): fold_key(many) for one, many in tables.offices["plurals"].items()}
    for key, office in tables.offices.items():
        if key == "plurals":
            continue
        for title in office["titles"]:
            for form in _title_forms(fold_key(title), broken):
                yield form.word, Sense(Kind.OFFICE, key, form)
        for group, country in office.get("fixed", {}).items():
            yield fold_key(group), Sense(Kind.OFFICE, key, Form(fold_key(group), definite=True), frozenset((country,)))


def _title_forms(title: str, broken: dict[str, str]) -> Iterator[Form]:
    """Yield a title with its first word inflected: رئيس، رئيسة، رئيسا، رؤساء وزراء; الرئيس، الرئيسان."""
    head, _, rest = title.partition(" ")
    tail = f" {rest}" if rest else ""
    definite = head.startswith(_ARTICLE)
    stem = head.removeprefix(_ARTICLE)
    article = _ARTICLE if definite else ""
    yield Form(title, "s", "m", definite)
    if definite:
        tail_f = "".join(" " + word + "ه" if word.startswith(_ARTICLE) and not word.endswith("ه") else " " + word for word in rest.split())
        yield Form(f"{article}{stem}ه{tail_f}", "s", "f", definite)
    yield Form(f"{article}{stem}ه{tail}", "s", "f", definite)
    for ending in ("ا", "ي") if not definite else ("ان", "ين"):
        yield Form(f"{article}{stem}{ending}{tail}", "d", "m", definite)
    if stem in broken:
        yield Form(f"{article}{broken[stem]}{tail}", "p", "m", definite)
    if not definite and not rest:
        for word, number, gender in ((stem, "s", "m"), (stem + "ه", "s", "f"), (stem + "ان", "d", "m"), (stem + "ين", "d", "m")):
            yield Form(_ARTICLE + word, number, gender, definite=True)
        if stem in broken:
            yield Form(_ARTICLE + broken[stem], "p", "m", definite=True)


def _honorifics(tables: Tables) -> Iterator[tuple[str, Sense]]:
    table = tables.honorifics
    former = {fold_key(word) for word in table["former"]}
    elect = {fold_key(word) for word in table["elect"]}
    for word in map(fold_key, table["before"]):
        yield word, Sense(Kind.HONORIFIC, word, _PLAIN)
    for word in map(fold_key, table["after"]):
        yield word, Sense(Kind.WISH, word, _PLAIN)
    for word in map(fold_key, table["inside"]):
        tags = frozenset(tag for tag, words in (("former", former), ("elect", elect)) if word in words)
        yield word, Sense(Kind.INSIDE, word, _PLAIN, tags)


def _acts(tables: Tables) -> Iterator[tuple[str, Sense]]:
    acts = tables.acts
    for key, act in acts["verb"].items():
        for form in _verb_forms(act["verbs"]):
            yield form.word, Sense(Kind.ACT, f"verb.{key}", form)
        for word in act.get("nouns", ()):
            for form in forms.noun(fold_key(word)):
                yield form.word, Sense(Kind.ACT, f"verb.{key}", form, frozenset(("masdar",)))
    for key, act in acts["noun"].items():
        weak = {fold_key(word) for word in act.get("weak", ())}
        for entry in act["nouns"]:
            for form in _noun_forms(entry):
                tags = frozenset(("weak",)) if weak & set(map(fold_key, entry.split("/"))) else frozenset()
                yield form.word, Sense(Kind.ACT, f"noun.{key}", form, tags)
    for key, support in acts["support"].items():
        for form in _verb_forms(support.get("verbs", ())):
            yield form.word, Sense(Kind.SUPPORT, key, form)
        for word in support.get("nouns", ()):
            for form in forms.noun(fold_key(word)):
                yield form.word, Sense(Kind.SUPPORT, key, form, frozenset(("masdar",)))
        for word in support.get("participles", ()):
            yield fold_key(word), Sense(Kind.SUPPORT, key, _PLAIN, frozenset(("participle",)))


def _verb_forms(entries: Iterable[str]) -> Iterator[Form]:
    for entry in entries:
        past, *middle, present = map(fold_key, entry.split("/"))
        yield from forms.verb(past, present, past_f=middle[0] if middle else "")


def _noun_forms(entry: str) -> Iterator[Form]:
    """Yield the forms of ``singular/plural``; in a group the first word is inflected and an adjective agrees."""
    one, *many = map(fold_key, entry.split("/"))
    if " " not in one:
        yield from forms.noun(one, tuple(many))
        return
    head, _, rest = one.partition(" ")
    for form in forms.noun(head):
        ending = {"s": ("",), "d": ("ان", "ين"), "p": ("",)}[form.number]
        agreed = rest[:-1] + "ت" if rest.endswith("ه") and form.number == "d" else rest
        for end in ending:
            inner = agreed + end
            adjective = "ال" + inner if form.definite and " " not in rest else inner
            yield Form(f"{form.word} {adjective}", form.number, form.gender, form.definite, form.pronoun)
        if form.word == head + "ا":
            yield Form(f"{form.word} {rest}ا", "s", "m")
    for group in many:
        yield Form(group, "p", "f")
        yield Form(" ".join("ال" + word for word in group.split()), "p", "f", definite=True)


def _words(tables: Tables) -> Iterator[tuple[str, Sense]]:
    words = tables.words
    for form in _verb_forms(words["speech"]):
        if form.pronoun:
            continue
        yield form.word, Sense(Kind.SPEECH, "speech", form)
    for word in map(fold_key, words["counterpart"]):
        number = "d" if word.endswith(("يه", "راه")) else "s"
        yield word, Sense(Kind.COUNTERPART, "counterpart", Form(word, number))
    for word in map(fold_key, words["brother"]):
        yield word, Sense(Kind.HONORIFIC, word, _PLAIN, frozenset(("brother",)))
    for word in map(fold_key, words["pair"]):
        yield word, Sense(Kind.PAIR, "pair", Form(word, "d", definite=True))
    cues = ("to", "with", "from", "between", "place", "other_prepositions", "boundary", "relative", "that")
    for cue in cues:
        for word in words[cue]:
            yield fold_key(word), Sense(Kind.WORD, cue, _PLAIN)
    for cue in ("to", "with", "from", "between"):
        for word in words[f"{cue}_pronoun"]:
            yield fold_key(word), Sense(Kind.WORD, f"{cue}_pronoun", _PLAIN)
