"""Read the names a state's own press has for home: «وصل إلى البلاد», «يزور المملكة»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.events.items import Item
from explore.events.words import listed
from explore.model import Actor, EntityType

_HOME = listed("homeward", "home")
_TO_HOME = listed("homeward", "to_home")
WORDS = _HOME | _TO_HOME
# Which states call themselves so: no republic is «المملكة».
_REALMS = {"مملكه": frozenset(("SAU", "JOR", "BHR", "MAR")), "سلطنه": frozenset(("OMN", "BRN"))}
_REALM_WITHIN = 30
# «زيارة عمل للمملكة»: the visit stands at most so many words before.
_VISIT_WITHIN = 3
_VISITS = ("زياره", "زيارته", "زيارتها")


def group(scan: Scan, actors: Mapping[int, list[Actor]], home: Sequence[Actor], place: int) -> Item | None:
    """Return the state that the word at *place* means where «البلاد», «المملكة» is where somebody goes."""
    word = scan.tokens.words[place]
    preposition = _way(scan, place, word)
    if preposition is None:
        return None
    phrase = Phrase(place, place + 1, preposition=preposition, body="territory")
    realm = next((states for ending, states in _REALMS.items() if word.endswith(ending)), None)
    meant = [state for state in home if realm is None or state.country in realm]
    return Item.group(phrase, meant or _told(actors, place, realm or frozenset()), [])


def _told(actors: Mapping[int, list[Actor]], place: int, realm: frozenset[str]) -> list[Actor]:
    """Return which *realm* the text told of last: «الديوان الملكي الأردني … إلى [المملكة]»."""
    near = range(place - 1, max(-1, place - _REALM_WITHIN), -1)
    told = (actor for at in near for actor in actors.get(at, ()) if actor.country in realm)
    return [actor for actor in told if actor.type is EntityType.GPE][:1]


def _way(scan: Scan, place: int, word: str) -> str | None:
    """Return the preposition that governs a name for home, empty behind a verb of visiting; None elsewhere."""
    before = scan.tokens.words[place - 1] if place else ""
    if word in _TO_HOME:
        near = scan.tokens.words[max(0, place - _VISIT_WITHIN) : place]
        return "to" if any(word.endswith(_VISITS) for word in near) else None
    if word not in _HOME:
        return None
    if before in ("الي", "علي"):
        return "to"
    hits = scan.hits[place - 1] if place else ()
    return "" if any(sense.key == "verb.visit" for hit in hits for sense in hit.senses) else None
