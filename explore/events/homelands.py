"""Read «بلاده» as the state of who speaks: «قال X إن بلاده وقعت اتفاقا مع Y», «أكد X أن Y سيصل إلى بلاده»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore.entities.phrase import Phrase
from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.model import Actor, EntityType

_OWN = frozenset(("بلاده", "بلادها", "بلادهم"))
_TO = "ل"
_WRITTEN = _OWN | {_TO + word for word in _OWN}


def settle(items: list[Item], discourse: Discourse, said: Sequence[str]) -> None:
    """Turn each «بلاده» behind أن, إلى or ل into a group that means the state of the speaker, where that is known.

    *said* are the words of *items*.
    """
    if _WRITTEN.isdisjoint(said):
        return
    that = next((place for place, item in enumerate(items) if item.role is Role.THAT), len(items))
    for place in range(that + 1, len(items)):
        preposition = _governs(items[place - 1], items[place])
        state = None if preposition is None else _state(items[:that], discourse)
        if state is not None:
            here = items[place]
            phrase = Phrase(here.first, here.last, preposition=preposition or "", body="territory")
            items[place] = Item.group(phrase, [state], [])


def _governs(before: Item, item: Item) -> str | None:
    """Return the preposition by which *item* is «بلاده», empty behind أن; None where it is something else."""
    if item.role is not Role.WORD:
        return None
    if item.word in _OWN and before.last == item.first:
        return "" if before.role is Role.THAT else "to" if before.key == "to" else None
    return "to" if item.word[:1] == _TO and item.word[1:] in _OWN else None


def _state(items: Sequence[Item], discourse: Discourse) -> Actor | None:
    """Return the state of who speaks: the first person named before أن, else who was told of before."""
    if not any(item.role is Role.SPEECH for item in items):
        return None
    speaker = next(_people(items), None) or next(iter(discourse.subject), None)
    return None if speaker is None or speaker.country is None else discourse.homes.get(speaker.country)


def _people(items: Sequence[Item]) -> Iterator[Actor]:
    for item in items:
        if item.role is Role.GROUP and not item.preposition and item.actors:
            yield from (actor for actor in item.actors[:1] if actor.type is EntityType.PER)
