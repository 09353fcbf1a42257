"""Let a surname mean whom the article has named in full: «باكاري دومبيا … وقال دومبيا»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count, repeat

from explore.entities import names
from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.entities.words import listed
from explore.knowledge.forms import Form
from explore.knowledge.lexicon import Hit, Kind, Sense, Senses, splits
from explore.knowledge.tables import Person
from explore.text.fold import key as fold_key
from explore.text.tokens import Tokens

# The id of a person whom no table knows begins so.
UNKNOWN = "name:"
# A shorter word says too little to be a surname by itself.
_SHORTEST = 3
_FULL_NAME = 2
_TAGS = frozenset(("short",))
# The family name stands first in the names of these states.
_FAMILY_FIRST = frozenset(("CHN", "TWN", "HKG", "KOR", "PRK", "VNM"))
# People of these states are called by the first of their names: «آبي», «أسياس».
_CALLED_BY_FIRST = frozenset(("ETH", "ERI"))
# Surnames that are duals of titles as well.
_LIKE_TITLES = listed("surnames", "like_titles")
_ALREADY = "قد"
# What a dual title governs: «رئيسي مصر والسودان»; what may stand before a surname.
_GOVERNED = frozenset((
    Kind.STATE, Kind.CAPITAL, Kind.PLACE, Kind.ORGANISATION, Kind.BODY, Kind.PAIR, Kind.NATION, Kind.PERSON,
))  # fmt: skip
_VERBS = frozenset((Kind.ACT, Kind.SUPPORT, Kind.SPEECH))
_FAMILY = tuple(listed("surnames", "family"))


@dataclass(slots=True)
class Bearers:
    """Hold who bears a surname, each time that one of them is named in full, in reading order."""

    places: list[int] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    shared: bool = False

    def add(self, place: int, person: str) -> None:
        """Remember that *person* is named in full at *place*."""
        self.shared = self.shared or (bool(self.people) and person != self.people[0])
        self.places.append(place)
        self.people.append(person)

    def at(self, place: int, known: str | None = None) -> str | None:
        """Return who is meant at *place*: of several, the *known* bearer where named before it, else the last named."""
        if not self.shared:
            return self.people[0]
        before = self.people[: bisect_left(self.places, place)]
        return known if known in before else (before[-1] if before else None)


def identify(tokens: Tokens, phrase: Phrase) -> str | None:
    """Return the key of the person whom *phrase* names: the table's, or one made of an unknown name."""
    if phrase.name is None:
        return None
    if phrase.name.person is not None:
        return phrase.name.person
    shown = tokens.shown(phrase.name.first, phrase.name.last)
    return UNKNOWN + fold_key(shown)


def collect(tokens: Tokens, phrases: Iterable[Phrase], people: Mapping[str, Person]) -> dict[str, Bearers]:
    """Return the bearers of each surname in the names of two words or more."""
    out: dict[str, Bearers] = {}
    for phrase in phrases:
        surname = _surname(tokens, phrase, people) if phrase.name is not None else None
        person = identify(tokens, phrase) if surname is not None else None
        if surname is not None and person is not None:
            out.setdefault(surname, Bearers()).add(phrase.first, person)
    return out


def _surname(tokens: Tokens, phrase: Phrase, people: Mapping[str, Person]) -> str | None:
    """Return the surname in a full name, where it may stand alone."""
    name = phrase.name
    if name is None or name.last - name.first < _FULL_NAME:
        return None
    words = tokens.words[name.first : name.last]
    known = people.get(name.person) if name.person is not None else None
    first = known is not None and known.country in _FAMILY_FIRST | _CALLED_BY_FIRST
    surname = words[0] if first else words[-1]
    common = names.is_common(surname) and surname not in _LIKE_TITLES
    if len(surname) < _SHORTEST or common or words[-2] in _FAMILY:
        return None
    return surname


def _is_mere_name(hit: Hit) -> bool:
    """Tell whether the hit is nothing but a short name, which the article may use for somebody else."""
    return all(sense.kind is Kind.PERSON and sense.tags & {"weak", "short"} for sense in hit.senses)


def _first_named(phrases: Iterable[Phrase]) -> dict[str, int]:
    """Return where each known person is first named in full."""
    out: dict[str, int] = {}
    for phrase in phrases:
        name = phrase.name
        if name is not None and name.person is not None and name.last - name.first >= _FULL_NAME:
            out.setdefault(name.person, name.first)
    return out


def _is_of_another(phrase: Phrase, scan: Scan, surnames: Mapping[str, Bearers], first: Mapping[str, int]) -> bool:
    """Tell whether a lone short name was read as another person than the one whom the article has named in full."""
    if phrase.name is None or phrase.name.last - phrase.name.first != 1:
        return False
    stem = scan.tokens.words[phrase.name.first].removeprefix(phrase.name.clitic)
    bearers = surnames.get(stem)
    meant = (bearers.at(phrase.first, phrase.name.person) if bearers is not None else None) or phrase.name.person
    return meant != phrase.name.person and phrase.first > first.get(meant or "", 0)


def _is_no_title(phrase: Phrase, scan: Scan, surnames: Mapping[str, Bearers]) -> bool:
    """Tell whether what looks like the dual of a title is a surname: «وكان رئيسي قد التقى», not «رئيسي البلدين»."""
    like = bool(phrase.offices) and phrase.offices[0].form.word in _LIKE_TITLES & surnames.keys()
    return like and not phrase.clitic and _stands_alone(scan, phrase.first)


def _stands_alone(scan: Scan, place: int) -> bool:
    """Tell whether a dual title at *place* has nothing behind it that it governs, and a verb or particle before it."""
    hits = scan.at(place)
    if scan.word(place) not in _LIKE_TITLES:
        return False
    behind = [sense for hit in scan.at(place + 1) if not hit.clitic for sense in hit.senses]
    owned = any(hit.last > place + 1 for hit in hits) or any(sense.kind in _GOVERNED for sense in behind)
    known = bool(behind) or scan.word(place + 1) == _ALREADY or not scan.word(place + 1).isalpha()
    before = [sense for hit in scan.at(place - 1) if hit.last == place for sense in hit.senses] if place else []
    led = any(sense.kind is Kind.WORD or (sense.kind in _VERBS and sense.form.tense) for sense in before)
    return led and known and not owned


def inject(scan: Scan, surnames: Mapping[str, Bearers], phrases: Sequence[Phrase]) -> bool:
    """Add hits for the *surnames* that stand alone outside all *phrases*; return whether there were any."""
    places = _places(scan.tokens.words, surnames) if surnames else []
    if not places:
        return False
    covered = _covered(scan, surnames, phrases, places)
    found = False
    for place in places:
        names_only = all(hit.clitic or _is_mere_name(hit) for hit in scan.hits[place])
        if place in covered or not (names_only or _stands_alone(scan, place)):
            continue
        hit = _surname_at(scan, place, surnames)
        if hit is not None:
            scan.hits[place] = (hit, *scan.hits[place])
            found = True
    return found


def _covered(scan: Scan, surnames: Mapping[str, Bearers], phrases: Sequence[Phrase], places: Iterable[int]) -> set[int]:
    """Return those of *places* that stand in a phrase which is read rightly."""
    first, starts = _first_named(phrases), [phrase.first for phrase in phrases]
    out: set[int] = set()
    for place in places:
        before = bisect_right(starts, place)
        phrase = phrases[before - 1] if before else None
        if phrase is None or phrase.last <= place or _is_no_title(phrase, scan, surnames):
            continue
        if not _is_of_another(phrase, scan, surnames, first):
            out.add(place)
    return out


def _places(words: Sequence[str], surnames: Iterable[str]) -> list[int]:
    """Return where a surname may stand: the words that end as one does, alone or behind لل."""
    written = [form for surname in surnames for form in (surname, "لل" + surname.removeprefix("ال"))]
    ends = tuple({form[-_SHORTEST:] for form in written})
    return list(compress(count(), map(str.endswith, words, repeat(ends))))


def _surname_at(scan: Scan, place: int, surnames: Mapping[str, Bearers]) -> Hit | None:
    """Return the surname that stands at *place*, with or without proclitics."""
    for clitic, stem in splits(scan.word(place)):
        bearers = surnames.get(stem)
        person = bearers.at(place) if bearers is not None else None
        if person is not None:
            sense = Sense(Kind.PERSON, person, Form(stem), _TAGS)
            return Hit(place, place + 1, clitic, Senses((sense,)))
    return None
