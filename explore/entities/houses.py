"""Find the palaces, offices and universities that no table holds: «القصر الرئاسي», «قصر زاغولبا», «جامعة ليدز»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, repeat

from explore.entities import names
from explore.entities.phrase import Label
from explore.entities.reach import HOUSES
from explore.entities.romanize import romanize
from explore.entities.scan import Scan, clitic_of
from explore.entities.words import listed
from explore.knowledge.lexicon import Kind
from explore.text.fold import key

# Palaces and offices that many states call so.
_SEATS = listed("houses", "seats")
_OF_SEATS = frozenset(seat.split()[1] for seat in _SEATS)
_HOUSES = tuple(HOUSES)
# How the words end at which to look.
_ENDS = (*HOUSES, *_OF_SEATS)
# What is named by any definite word behind it: «قصر السلام».
_PALACE = frozenset(("قصر",))
_ARTICLE = "ال"
_NOUNS = {"القصر": "Palace", "قصر": "Palace", "المجمع": "Complex", "المكتب": "Office"}
_OWNERS = {
    "الرياسي": "Presidential", "الرياسه": "Presidential", "الجمهوري": "Republican", "الملكي": "Royal",
    "الوطني": "National", "الامبراطوري": "Imperial",
}  # fmt: skip
# What else the word of a name may be.
_NAMED = frozenset((Kind.PERSON, Kind.PLACE))
# The unknown name of one has so many words at most: «قصر كوك سراي».
_LONGEST = 2


def find(scan: Scan) -> Iterator[Label]:
    """Yield the palaces, offices and universities of *scan* with their proclitics; the key is the noun."""
    words = scan.tokens.words
    for place in compress(count(), map(str.endswith, words, repeat(_ENDS))):
        if words[place] in _OF_SEATS:
            yield from _seat(scan, place - 1)
        elif words[place].endswith(_HOUSES):
            yield from _house(scan, place)


def _seat(scan: Scan, place: int) -> Iterator[Label]:
    """Yield «القصر الرئاسي» where it begins at *place*."""
    nouns = {seat.split()[0] for seat in _SEATS if seat.endswith(scan.word(place + 1))}
    clitic = clitic_of(scan.word(place), nouns)
    if clitic is not None:
        yield Label(place, place + 2, Kind.ORGANISATION, scan.word(place)[len(clitic) :], clitic)


def _house(scan: Scan, place: int) -> Iterator[Label]:
    """Yield «قصر زاغولبا» where it begins at *place*."""
    clitic = clitic_of(scan.word(place), HOUSES)
    if clitic is None:
        return
    noun = scan.word(place)[len(clitic) :]
    end = place + 1
    if noun in _PALACE and scan.word(end).startswith(_ARTICLE):
        end += 1
    else:
        while end - place <= _LONGEST and _is_name(scan, end):
            end += 1
    if end > place + 1:
        yield Label(place, end, Kind.ORGANISATION, noun, clitic)


def _is_name(scan: Scan, place: int) -> bool:
    """Tell whether the word at *place* may be part of a name: a known person's, or one that no table knows."""
    readings = {sense.kind for hit in scan.at(place) if not hit.clitic for sense in hit.senses}
    return readings <= _NAMED and names.may_begin(scan.word(place))


def english(shown: str, place: str | None = None) -> str:
    """Return what a house is called in English, after the *place* where one is told.

    >>> english("القصر الجمهوري")
    'Republican Palace'
    """
    noun, _, rest = shown.partition(" ")
    owner = place or _OWNERS.get(key(rest)) or romanize(rest)
    kind = _NOUNS.get(key(noun))
    return f"University of {owner}" if kind is None else f"{owner} {kind}"
