"""Tell where an act took place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.words import with_and
from explore.model import Actor, Channel, Event

_TIMES = with_and(frozenset(("مره", "مرتين", "مرات")))
# «مرتين في X»: the number of times stands at most so many tokens before the place.
_NEAR = 3
_first = attrgetter("first")


def find(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> list[str | None]:
    """Return where the act took place: one place for each time told apart, else one or None."""
    within = [item for item in _clause(draft, items) if item.is_place and item.role is Role.GROUP]
    apart = [item for item in within if item.first and _is_counted(item, words)]
    if len(apart) > 1:
        return [_name(item) for item in apart]
    return [next((_name(item) for item in within if item.preposition in ("place", "at")), None)]


def hosting(draft: Draft, items: Sequence[Item]) -> str | None:
    """Return the state in which the act took place, where a place or palace says it."""
    within = (item for item in _clause(draft, items) if item.preposition in ("place", "at"))
    place = next((item for item in within if item.role is Role.GROUP and (item.is_place or item.within)), None)
    return place.visited[0].country if place is not None and place.visited else None


def _clause(draft: Draft, items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of the clause of *draft*."""
    return items[bisect_left(items, draft.first, key=_first) : bisect_left(items, draft.last, key=_first)]


def guest_first(
    draft: Draft, pair: tuple[Actor, Actor], host: str | None, visits: Sequence[Event]
) -> tuple[Actor, Actor]:
    """Return the *pair* of a meeting with the guest before the one at home in the state *host*.

    Where no place tells the host, a visit of one to the state of the other does.
    """
    if not draft.mutual or draft.channel not in (Channel.MEETING, Channel.TALKS):
        return pair
    sender, recipient = pair
    went = {(visit.sender.id, visit.recipient.country) for visit in visits if visit.recipient is not None}
    if host is None or host not in (sender.country, recipient.country):
        host = next((two[1].country for two in (pair, pair[::-1]) if (two[0].id, two[1].country) in went), None)
    return (recipient, sender) if host == sender.country != recipient.country else pair


def _is_counted(item: Item, words: Sequence[str]) -> bool:
    """Tell whether the place stands behind a number of times: «ثلاث مرات، مرتين في X، ومرة في Y»."""
    return not _TIMES.isdisjoint(words[max(0, item.first - _NEAR) : item.first])


def _name(item: Item) -> str | None:
    return item.phrases[0].place or (item.actors[0].name_en if item.actors else None)
