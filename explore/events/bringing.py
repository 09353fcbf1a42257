"""Read who brought others together: «جمع X Y وZ», «جمع X بين Y وZ»; he met both, and they met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from explore.events.discourse import are_people
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.scene import Scene
from explore.events.words import listed
from explore.model import Actor, Channel

_WHY = "brought together"
_VERBS = tuple(listed("bringing", "verbs"))
# «اللقاء الذي جمع X وY»: the meeting did, which stands at most so many items before the verb.
_NOUN_WITHIN = 4
_COUPLE = 2


def brought(scene: Scene, place: int) -> list[Draft]:
    """Return the meetings of those whom the verb at *place* says that somebody brought together, and with him."""
    if not _may_bring(scene, place):
        return []
    host, guests = _parties(scene, place)
    if host is None or len(guests) != _COUPLE or guests[0].country == guests[1].country:
        return []
    if any(guest.country == host.country for guest in guests):
        return []
    first, last = scene.window(place)
    meetings = ((guests, [host], False), (guests[:1], guests[1:], True))
    return [
        Draft(
            Channel.MEETING, place, senders, recipients, mutual, [_WHY], place,
            sentence=scene.items[0].first, first=first, last=last,
        )
        for senders, recipients, mutual in meetings
    ]  # fmt: skip


def _may_bring(scene: Scene, place: int) -> bool:
    """Tell whether the verb is «جمع» without a pronoun, of which no meeting before it is the subject."""
    item = scene.items[place]
    if not item.finite or not any(sense.form.word in _VERBS for sense in item.senses):
        return False
    before = reversed(scene.items[max(0, place - _NOUN_WITHIN) : place])
    beside = takewhile(lambda one: one.role not in (Role.COMMA, Role.BOUNDARY), before)
    return not any(one.role is Role.ACT and not one.finite for one in beside)


def _parties(scene: Scene, place: int) -> tuple[Actor | None, list[Actor]]:
    """Return who brings together, before the verb or first behind it, and the two people whom he brings."""
    clause = scene.clause(place)
    left = clause.subject_left()
    groups = []
    for _, item in clause.right():
        if item.role is Role.ACT:
            break
        if item.role is Role.GROUP and item.actors and not item.is_place:
            groups.append(item)
    if left is None and groups and not groups[0].preposition:
        left, groups = groups[0], groups[1:]
    host = left.actors[0] if left is not None and are_people(left.actors) and len(left.actors) == 1 else None
    return host, _guests(groups)


def _guests(groups: Sequence[Item]) -> list[Actor]:
    """Return the two of «X وY», «بين X وY» or «X بY»; empty where there are no two people."""
    named = [item for item in groups if item.preposition in ("", "between", "at")]
    if not named:
        return []
    guests = list(named[0].actors)
    if len(guests) == 1 and len(named) > 1 and named[1].preposition == "at":
        guests += named[1].actors
    return guests if are_people(guests) else []


def find_host(scene: Scene, place: int) -> list[Actor]:
    """Return the host to whom a guest brings what the participle at *place* tells: «استقبل X Y، حاملا إليه رسالة»."""
    received = (at for at in range(place - 1, -1, -1) if "verb.receive" in scene.items[at].senses.keys)
    verb = next(received, None)
    if verb is None or not scene.items[verb].finite:
        return []
    bare = scene.clause(verb).bare_right()
    return bare[0][1].actors if len(bare) > 1 else []
