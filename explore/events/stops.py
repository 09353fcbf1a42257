"""Read where a journey leads that is told by its stops: «وتكون برلين أولى محطاته», «في وارسو، محطته الثانية»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.arguments import Noun
from explore.events.drafts import Sides
from explore.events.items import Item, Role
from explore.model import Actor, EntityType

# The place stands at most so many items before the stop; what may part them.
_BEFORE = 5
_APART = frozenset((Role.WORD, Role.DATE, Role.COMMA, Role.PREPOSITION))
# «أولى محطات X»
_OF = "محطات"


def stopped(noun: Noun) -> Sides | None:
    """Return who travels and the state of the stop, or None where the clause names no place."""
    place = _place(noun)
    if place is None:
        return None
    traveller = noun.genitive() if noun.form.word.endswith(_OF) else _traveller(noun, place)
    people = [actor for actor in traveller if actor.type is EntityType.PER and actor.country != place[0].country]
    return Sides(people, place) if people else None


def _place(noun: Noun) -> list[Actor] | None:
    """Return the state of the place right before the stop, else of that right behind."""
    before = noun.scene.items[max(0, noun.place - _BEFORE) : noun.place]
    for item in reversed(before):
        if item.role is Role.GROUP:
            return item.visited if _is_stop(item) else None
        if item.role not in _APART or item.finite:
            break
    behind = noun.scene.items[noun.place + 1 : noun.place + 2]
    return next((item.visited for item in behind if _is_stop(item) and not item.preposition), None)


def _is_stop(item: Item) -> bool:
    """Tell whether *item* is a place of some state where somebody may be."""
    return item.role is Role.GROUP and item.is_place and bool(item.visited) and item.preposition in ("", "place", "at")


def _traveller(noun: Noun, place: Sequence[Actor]) -> list[Actor]:
    """Return who goes on: the subject of the clause or sentence before, being of another state."""
    discourse = noun.discourse
    told = (discourse.visitor, discourse.current, discourse.subject)
    people = (one for one in told if len(one) == 1 and one[0].type is EntityType.PER)
    return next((one for one in people if one[0].country != place[0].country), [])
