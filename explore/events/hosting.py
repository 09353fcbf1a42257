"""Read who hosts or chairs what others attend: «استضاف X قمة ضمت Y وZ», «ترأس X اجتماعا بحضور Y»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.scene import Scene
from explore.events.words import listed
from explore.model import Actor, Channel

_VIDEO = "noun.video"
_MEETINGS = frozenset(("noun.meeting", "noun.talks", _VIDEO))
_HOSTING = frozenset(("host", "verb.host", "verb.receive"))
_HOLDING = listed("hosting", "holding")
_ATTENDING = listed("hosting", "attending")
_PRESENT = listed("hosting", "present")
# The verb that hosts stands at most so many items before the noun, who attends so many behind.
_BEFORE = 5
_BEHIND = 5


def hosted(scene: Scene, place: int) -> Draft | None:
    """Return the meeting of a host with those who attend the meeting at *place*, or None."""
    noun = scene.items[place]
    if _MEETINGS.isdisjoint(noun.senses.keys) or noun.clitic:
        return None
    guests = _guests(scene, place)
    verb = _verb(scene.items, place) if guests else None
    if verb is None:
        return None
    host = _host(scene, verb, place)
    others = [guest for guest in guests if host and guest.country != host[0].country]
    if not others:
        return None
    first, last = scene.window(place)
    received = not _HOSTING.isdisjoint(scene.items[verb].senses.keys)
    sides = (others, host) if received else (host, others)
    channel = Channel.VIDEO if _VIDEO in noun.senses.keys or scene.near(place, "video") else Channel.MEETING
    return Draft(
        channel, place, *sides, not received, ["attended by others"], verb,
        sentence=scene.items[0].first, first=first, last=max(last, scene.items[place + 1].last),
    )  # fmt: skip


def _verb(items: Sequence[Item], place: int) -> int | None:
    """Return the nearest verb before the noun at *place*, where it says who hosts, chairs or holds a meeting."""
    for at in range(place - 1, max(-1, place - 1 - _BEFORE), -1):
        verb = items[at]
        if verb.word.lstrip("وف") in _HOLDING or (verb.finite and not _HOSTING.isdisjoint(verb.senses.keys)):
            return at
        if verb.finite:
            return None
    return None


def _host(scene: Scene, verb: int, noun: int) -> list[Actor]:
    """Return the one person who is the subject of the verb: right behind it, or before it."""
    between = [item for item in scene.items[verb + 1 : noun] if item.role is Role.GROUP and item.actors]
    if between:
        return _one_person(between[0]) if len(between) == 1 else []
    left = scene.clause(verb).subject_left()
    return _one_person(left) if left is not None else []


def _one_person(item: Item) -> list[Actor]:
    """Return the person whom *item* names behind no preposition; empty where it names none or several."""
    alone = names_person(item) and not item.preposition and len(item.actors) == 1
    return item.actors if alone else []


def _guests(scene: Scene, place: int) -> Sequence[Actor]:
    """Return the people who attend the meeting at *place*: «قمة ضمت X وY», «قمة بحضور X»."""
    within = range(place + 1, min(place + 1 + _BEHIND, len(scene.items)))
    for at in within:
        item = scene.items[at]
        if item.role is Role.COMMA or item.role is Role.GROUP:
            continue
        words = scene.words[item.first : item.last + 1]
        if words[0] in _PRESENT or words[0] in _ATTENDING:
            return _people(scene.items[at + 1 : at + 3])
        if item.role in (Role.BOUNDARY, Role.THAT) or item.finite:
            return ()
    return ()


def _people(items: Sequence[Item]) -> Sequence[Actor]:
    """Return the people of the first group among *items*; empty where it names others."""
    group = next((item for item in items if item.role is Role.GROUP), None)
    if group is None or group.preposition not in ("", "other") or not names_person(group):
        return ()
    return group.actors
