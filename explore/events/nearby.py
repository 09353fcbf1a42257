"""Find visitor and state of a visit that no frame fills, where both stand right beside it: «قيام X بزيارة مدينة Y»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.scene import Scene
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
_ENDS = frozenset((Role.BOUNDARY, Role.THAT, Role.QUOTE))


def find(scene: Scene, place: int) -> Draft | None:
    """Return a draft of the visit at *place*, whose sides stand right beside it; None where they do not."""
    act = scene.items[place]
    found: tuple[Item, Item] | None = None
    if _VISIT in act.senses.keys:
        found = _visiting(scene.items, place)
    elif act.finite and not _GOING.isdisjoint(act.senses.keys):
        found = _going(scene.items, place)
    if found is None or not _is_abroad(*found):
        return None
    visitor, to = found
    around = (scene.items[place], visitor, to)
    return Draft(
        Channel.VISIT, place, visitor.actors[:1], to.visited[:1], False, [_WHY], doubt=_DOUBT,
        sentence=scene.items[0].first, first=min(item.first for item in around),
        last=max(item.last for item in around),
    )  # fmt: skip


def _is_abroad(visitor: Item, to: Item) -> bool:
    """Tell whether the place lies in another state than the visitor's."""
    if not to.visited:
        return False
    states = {visitor.actors[0].country, to.visited[0].country}
    return len(states) > 1 and None not in states


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
