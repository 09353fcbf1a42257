"""Let a number of them mean who were told together before: «الدول الأربع», «الوزراء الثلاثة», «مع الثلاثة»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.phrase import Phrase
from explore.events.discourse import Discourse, are_people
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor, EntityType

_NUMBERS = {"الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الاربعه": 4, "الخمس": 5, "الخمسه": 5}
NUMBERS = frozenset(_NUMBERS)
_STATES = listed("counted", "states")
_PEOPLE = listed("counted", "people")
_SIDES = listed("counted", "sides")
_PREPOSITIONS = {"ل": "to", "ب": "at"}
_BEFORE_NUMBERS = frozenset(("with", "between"))


def settle(items: list[Item], discourse: Discourse, words: Sequence[str]) -> None:
    """Turn each «الدول الثلاث» among the *items* of a sentence into a group of those whom the text told together."""
    for place in range(len(items) - 1, -1, -1):
        number = _NUMBERS.get(items[place].word) if items[place].role is Role.WORD else None
        if number is None:
            continue
        head = items[place - 1] if place else None
        kind = None if head is None or head.actors else _kind(words[items[place].first - 1])
        if kind is _STATES and place > 1 and items[place - 2].role is Role.WORD:
            # «اجتماعهم الذي تسعى فيه الدول الأربع»: the states do something that no table knows.
            continue
        alone = kind is None and head is not None and head.key in _BEFORE_NUMBERS
        told = _told(items[:place], discourse, number) if kind is not None or alone else []
        meant = _as(kind or _SIDES, told, discourse)
        if len(meant) == number:
            first = place if alone else place - 1
            if kind is _STATES and first and _are_heads(items[first - 1], items[first]):
                first, meant = first - 1, told if are_people(told) else meant
            items[first : place + 1] = [_group(items, first, place, meant)]


def _kind(word: str) -> frozenset[str] | None:
    """Return of what the noun *word* before a number tells: states, people or sides of any kind."""
    bare = "ا" + word.removeprefix("ل") if word.startswith("لل") else word.removeprefix("ب").removeprefix("و")
    return next((kind for kind in (_STATES, _PEOPLE, _SIDES) if bare in kind), None)


def _are_heads(title: Item, states: Item) -> bool:
    """Tell whether an unnamed title of several owns the *states* right behind it: «قادة الدول الثلاث»."""
    owned = title.role is Role.GROUP and not title.actors and title.last == states.first
    return owned and bool(title.phrases[-1].offices) and title.phrases[-1].office.form.number == "p"


def _told(before: Sequence[Item], discourse: Discourse, number: int) -> list[Actor]:
    """Return the latest *number* who were named together; those with who turned to them, where one is lacking."""
    here = (item.actors for item in reversed(before) if item.role is Role.GROUP and len(item.actors) == number)
    told = next(here, None) or discourse.groups.get(number)
    if told:
        return list(told)
    others, host = discourse.groups.get(number - 1, []), discourse.groups_by
    return [*host, *others] if host and host[0].country not in {actor.country for actor in others} else []


def _as(kind: frozenset[str], told: Sequence[Actor], discourse: Discourse) -> list[Actor]:
    """Return whom *told* as what the noun says: their states, or people only."""
    if kind is _PEOPLE:
        return [actor for actor in told if actor.type is EntityType.PER]
    if kind is _STATES:
        homes = (discourse.homes.get(actor.country or "") for actor in told)
        return list(dict.fromkeys(home for home in homes if home is not None))
    return list(told)


def _group(items: Sequence[Item], first: int, last: int, actors: list[Actor]) -> Item:
    """Return the group of *actors* for the items from *first* to *last*."""
    here, before = items[first], items[first - 1] if first else None
    if here.role is Role.GROUP:
        here.actors, here.last = actors, items[last].last
        return here
    governed = before.key if before is not None and before.role is Role.PREPOSITION else ""
    attached = _PREPOSITIONS.get(here.word[:1], "") if not here.word.startswith("ال") else ""
    states = all(actor.type is EntityType.GPE for actor in actors)
    body = "territory" if states else "delegation"
    phrase = Phrase(here.first, items[last].last, preposition=governed or attached, body=body)
    return Item.group(phrase, actors, [])
