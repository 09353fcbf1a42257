"""List the word groups of the tables in every form that a text may show, each with its sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from explore.knowledge import forms
from explore.knowledge.forms import Form
from explore.knowledge.senses import PLAIN, Kind, Sense
from explore.knowledge.tables import Country, Person, Tables
from explore.text.fold import key as fold_key

# Shorter words point at nobody by themselves.
_MIN_SHORT = 3
_ARTICLE = "ال"
# What any state may be called before its name.
_STATE_NOUNS = ("جمهورية", "مملكة", "دولة", "سلطنة")
# عبد is written apart from the name of God after it, or together with it.
_APART = re.compile(r"\bعبد (?=ال|رب)")
_TOGETHER = re.compile(r"\bعبد(?=ال|رب)")


def entries(tables: Tables) -> Iterator[tuple[str, Sense]]:
    """Yield every folded word group of *tables* with its sense; a group with several senses comes several times."""
    for country in tables.countries.values():
        yield from _country(country)
    for place in tables.places.values():
        tags = frozenset(("weak",)) if place.weak else frozenset()
        yield from _named(place.names, Sense(Kind.PLACE, place.name_en, PLAIN, tags))
    for organisation in tables.organisations.values():
        yield from _named(organisation.names, Sense(Kind.ORGANISATION, organisation.key, PLAIN))
        yield from _named(organisation.weak, Sense(Kind.ORGANISATION, organisation.key, PLAIN, frozenset(("weak",))))
    for person in tables.people.values():
        yield from _person(person)
    yield from _offices(tables)
    yield from _honorifics(tables)
    for key, body in tables.bodies.items():
        yield from _named(body["heads"], Sense(Kind.BODY, key, PLAIN))
    yield from _acts(tables)
    yield from _words(tables)


def _named(names: Iterable[str], sense: Sense) -> Iterator[tuple[str, Sense]]:
    """Yield each name, and long ones also written together (الولاياتالمتحدة)."""
    for name in names:
        folded = fold_key(name)
        yield folded, sense
        if " " in folded and sense.kind in (Kind.STATE, Kind.CAPITAL):
            yield folded.replace(" ", ""), sense


def _official(names: Sequence[str]) -> Iterator[str]:
    """Yield the names of a state as they are and behind what a state is called: «مملكة تايلاند», «دولة الكويت»."""
    for name in names:
        yield name
        if " " not in name:
            yield from (f"{noun} {name}" for noun in _STATE_NOUNS)


def _country(country: Country) -> Iterator[tuple[str, Sense]]:
    weak = {fold_key(name) for name in country.weak}
    for name in (*_official(country.names), *country.weak):
        tags = frozenset(("weak",)) if fold_key(name) in weak else frozenset()
        yield from _named((name,), Sense(Kind.STATE, country.key, PLAIN, tags))
    yield from _named(country.capital, Sense(Kind.CAPITAL, country.key, PLAIN))
    plurals = tuple(fold_key(word) for word in country.plurals)
    for word in country.adjectives:
        for form in forms.adjective(fold_key(word), plurals):
            yield form.word, Sense(Kind.NATION, country.key, form)


def _person(person: Person) -> Iterator[tuple[str, Sense]]:
    short = [name for name in person.short if len(fold_key(name)) >= _MIN_SHORT]
    for names, tags in (((person.name_ar, *person.names), ()), (short, ("short",)), (person.weak, ("weak",))):
        sense = Sense(Kind.PERSON, person.key, PLAIN, frozenset(tags))
        for name in names:
            for spelling in spellings(fold_key(name)):
                yield spelling, sense


def spellings(name: str) -> Iterator[str]:
    """Yield a folded name, and with its عبد written apart or together.

    >>> list(spellings("عبد الفتاح السيسي"))
    ['عبد الفتاح السيسي', 'عبدالفتاح السيسي']
    """
    together = _APART.sub("عبد", name)
    yield from dict.fromkeys((name, together, _TOGETHER.sub("عبد ", together)))


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
        yield Form(f"{article}{stem}ه{_feminine(rest)}", "s", "f", definite)
    yield Form(f"{article}{stem}ه{tail}", "s", "f", definite)
    for ending in ("ا", "ي") if not definite else ("ان", "ين"):
        yield Form(f"{article}{stem}{ending}{tail}", "d", "m", definite)
        if definite and rest.startswith(_ARTICLE) and " " not in rest:
            yield Form(f"{article}{stem}{ending} {rest}{ending}", "d", "m", definite)
    if stem in broken:
        yield Form(f"{article}{broken[stem]}{tail}", "p", "m", definite)
    if not definite and not rest:
        for ending, number, gender in (("", "s", "m"), ("ه", "s", "f"), ("ان", "d", "m"), ("ين", "d", "m")):
            yield Form(_ARTICLE + stem + ending, number, gender, definite=True)
        if stem in broken:
            yield Form(_ARTICLE + broken[stem], "p", "m", definite=True)


def _feminine(words: str) -> str:
    """Return what follows a feminine title, its definite adjectives agreeing (المبعوثة الخاصة)."""
    agreed = (word + "ه" if word.startswith(_ARTICLE) and not word.endswith("ه") else word for word in words.split())
    return "".join(f" {word}" for word in agreed)


def _honorifics(tables: Tables) -> Iterator[tuple[str, Sense]]:
    table = tables.honorifics
    former = {fold_key(word) for word in table["former"]}
    elect = {fold_key(word) for word in table["elect"]}
    guest = {fold_key(word) for word in table["guest"]}
    for word in map(fold_key, table["before"]):
        yield word, Sense(Kind.HONORIFIC, word, PLAIN)
    for word in map(fold_key, table["after"]):
        yield word, Sense(Kind.WISH, word, PLAIN)
    for word in map(fold_key, table["inside"]):
        marks = (("former", former), ("elect", elect), ("guest", guest))
        tags = frozenset(tag for tag, words in marks if word in words)
        yield word, Sense(Kind.INSIDE, word, PLAIN, tags)


def _acts(tables: Tables) -> Iterator[tuple[str, Sense]]:
    acts = tables.acts
    for key, act in acts["verb"].items():
        for form in _all_verb_forms(act["verbs"]):
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
        for form in _all_verb_forms(support.get("verbs", ())):
            yield form.word, Sense(Kind.SUPPORT, key, form)
        for word in support.get("nouns", ()):
            for form in forms.noun(fold_key(word)):
                yield form.word, Sense(Kind.SUPPORT, key, form, frozenset(("masdar",)))
        for word in support.get("participles", ()):
            yield fold_key(word), Sense(Kind.SUPPORT, key, PLAIN, frozenset(("participle",)))


def verb_forms(entry: str) -> Iterator[Form]:
    """Yield the forms of one verb entry of the tables, "past/present" or "past/past-feminine/present"."""
    past, *middle, present = map(fold_key, entry.split("/"))
    yield from forms.verb(past, present, past_f=middle[0] if middle else "")


def _all_verb_forms(entries: Iterable[str]) -> Iterator[Form]:
    return chain.from_iterable(map(verb_forms, entries))


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
        if form.number == "d" and not form.definite and form.word.endswith(("ا", "ي")):
            yield Form(f"{form.word} {rest}", form.number, form.gender)
        if form.word == head + "ا":
            yield Form(f"{form.word} {rest}ا", "s", "m")
    for group in many:
        yield Form(group, "p", "f")
        yield Form(" ".join("ال" + word for word in group.split()), "p", "f", definite=True)


def _words(tables: Tables) -> Iterator[tuple[str, Sense]]:
    words = tables.words
    for form in _all_verb_forms(words["speech"]):
        if form.pronoun:
            continue
        yield form.word, Sense(Kind.SPEECH, "speech", form)
    for word in map(fold_key, words["counterpart"]):
        number = "d" if word.endswith(("يه", "راه")) else "s"
        yield word, Sense(Kind.COUNTERPART, "counterpart", Form(word, number))
    for word in map(fold_key, words["brother"]):
        yield word, Sense(Kind.HONORIFIC, word, PLAIN, frozenset(("brother",)))
    for word in map(fold_key, words["pair"]):
        yield word, Sense(Kind.PAIR, "pair", Form(word, "d", definite=True))
    for word in map(fold_key, words["koreas"]):
        yield word, Sense(Kind.PAIR, "KOR PRK", Form(word, "d", definite=True))
    cues = ("to", "with", "from", "between", "place", "other_prepositions", "boundary", "relative", "that", "no_name")
    for cue in cues:
        for word in words[cue]:
            yield fold_key(word), Sense(Kind.WORD, cue, PLAIN)
    for cue in ("to", "dative", "with", "at", "from", "between"):
        for word in words[f"{cue}_pronoun"]:
            yield fold_key(word), Sense(Kind.WORD, f"{cue}_pronoun", PLAIN)
