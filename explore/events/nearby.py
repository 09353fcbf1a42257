"""Find the sides of an act that no frame fills where both stand right beside it: «قيام X بزيارة مدينة Y»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.scene import Scene
from explore.knowledge.lexicon import Kind
from explore.model import Channel

_WHY = "both sides stand beside it"
# What is taken off the confidence of an event whose sides no grammar tells.
_DOUBT = 0.2
_VISIT = "noun.visit"
# These name behind «إلى» where somebody goes.
_GOING = frozenset(("verb.leave_for", "verb.move", "verb.return"))
# A side stands at most so many items before or behind the act, the visitor of a visit right beside it.
_BEFORE = 6
_BEHIND = 7
_BESIDE = 2
_TO_WITHIN = 5
# «X لY في مكالمة:» has its two sides and the preposition before the act.
_SPOKEN = frozenset(("noun.call", "noun.meeting", "noun.letter", "noun.video"))
_MUTUAL = frozenset((Channel.CALL, Channel.MEETING, Channel.VIDEO))
_OPENING = 3
_IN = frozenset(("في", "خلال", "اثناء", "عبر"))
_ENDS = frozenset((Role.BOUNDARY, Role.THAT, Role.QUOTE))


def find(scene: Scene, place: int) -> Draft | None:
    """Return a draft of the act at *place*, whose sides stand right beside it; None where they do not."""
    act = scene.items[place]
    found: tuple[Item, Item] | None = None
    if _VISIT in act.senses.keys:
        found = _visiting(scene.items, place)
    elif act.finite and not _GOING.isdisjoint(act.senses.keys):
        found = _going(scene.items, place)
    elif not _SPOKEN.isdisjoint(act.senses.keys):
        found = _speaking(scene, place)
    if found is None or not _are_of_two_states(*found):
        return None
    return _draft(scene, place, *found)


def _draft(scene: Scene, place: int, one: Item, other: Item) -> Draft:
    act = scene.items[place]
    channel = Channel(scene.acts.channels[next(sense.key for sense in act.senses if sense.kind is Kind.ACT)])
    around = (act, one, other)
    return Draft(
        channel, place, one.actors[:1], other.visited[:1], channel in _MUTUAL, [_WHY], doubt=_DOUBT,
        sentence=scene.items[0].first, first=min(item.first for item in around),
        last=max(item.last for item in around),
    )  # fmt: skip


def _are_of_two_states(one: Item, other: Item) -> bool:
    """Tell whether the two sides are of two states."""
    if not other.visited:
        return False
    states = {one.actors[0].country, other.visited[0].country}
    return len(states) > 1 and None not in states


def _speaking(scene: Scene, place: int) -> tuple[Item, Item] | None:
    """Return the two of a heading: «X لY في [مكالمة]: …»."""
    if place < _OPENING or scene.word_before(scene.items[place]) not in _IN:
        return None
    one, other = scene.items[place - _OPENING : place - 1]
    opens = place == _OPENING or scene.items[place - _OPENING - 1].role is Role.COMMA
    following = scene.items[place + 1 : place + 2]
    speaks = opens and names_person(one) and not one.preposition and any(item.key == ":" for item in following)
    return (one, other) if speaks and names_person(other) and other.preposition == "to" else None


def _visiting(items: Sequence[Item], place: int) -> tuple[Item, Item] | None:
    """Return the visitor and the place of «[زيارة] X إلى Y», «قيام X [بزيارة] Y»."""
    behind = list(_behind(items, place, _TO_WITHIN))
    beside = [item for item in behind[:_BESIDE] if names_person(item)] or list(_before(items, place, 1))
    to = next((item for item in behind if item.role is Role.GROUP and item.is_place), None)
    if not beside or not names_person(beside[0]) or beside[0].preposition:
        return None
    return None if to is None or to.preposition not in ("", "to") else (beside[0], to)


def _going(items: Sequence[Item], place: int) -> tuple[Item, Item] | None:
    """Return who goes and the place of «X … [سافر] إلى Y», «[سافر] X … إلى Y»."""
    behind = list(_behind(items, place, _BEHIND))
    to = next((item for item in behind if item.role is Role.GROUP and item.is_place), None)
    who = next((item for item in (*behind, *_before(items, place, _BEFORE)) if names_person(item)), None)
    if who is None or to is None or who.preposition or to.preposition != "to" or who.actors[0].office is None:
        return None
    return who, to


def _behind(items: Sequence[Item], place: int, count: int) -> Iterator[Item]:
    """Yield at most *count* items behind the act at *place*, until its clause ends or a verb opens another."""
    for item in items[place + 1 : place + 1 + count]:
        if item.role in _ENDS or item.finite:
            return
        yield item


def _before(items: Sequence[Item], place: int, count: int) -> Iterator[Item]:
    """Yield at most *count* items before the act at *place*, nearest first, until its clause begins."""
    for item in reversed(items[max(0, place - count) : place]):
        if item.role in _ENDS:
            return
        yield item
