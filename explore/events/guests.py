"""Tell of whom a relative clause about a town goes on: of the guest who came from there, not of the host."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.groups import is_bare_person
from explore.events.items import Item, Role

_COMING = frozenset(("verb.visit", "verb.arrive", "verb.leave"))
_RECEIVED = "verb.receive"
_THERE = "ها"


def find_guest(items: Sequence[Item], place: int) -> Item | None:
    """Return the guest of whom the relative at *place* tells: «استقبل X Y بعد باريس، التي زارها أمس»."""
    behind = items[place + 1 : place + 3]
    if not behind or _COMING.isdisjoint(behind[0].senses.keys) or any(map(is_bare_person, behind[1:])):
        return None
    if not any(sense.form.pronoun == _THERE for sense in behind[0].senses):
        return None
    town = place - 1 - (items[place - 1].role is Role.COMMA) if place else 0
    verb = next((at for at in range(town) if items[at].finite), None)
    if verb is None or not items[town].is_place or _RECEIVED not in items[verb].senses.keys:
        return None
    people = [item for item in items[:town] if is_bare_person(item)]
    return people[-1] if len(people) > 1 else None
