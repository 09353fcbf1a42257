"""Read who did as another: «أبرق X إلى Z معزيا، ومثله فعل Y», «وحذا حذوه Y»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.words import listed
from explore.model import Channel, Event, Status

# The verb, with one letter before it or none.
_DOING = frozenset(
    letter + word for word in listed("echoes", "doing") for letter in ("", *"ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
)
_LIKE = listed("echoes", "like")
_NOT = listed("shared", "negations")
# What is likened stands at most so many words beside the verb, who does it so many items behind.
_LIKE_WITHIN = 2
_DOER_WITHIN = 4
_BETWEEN = frozenset((Role.WORD, Role.DATE, Role.COMMA))
# Whoever does as another turns to the same person, or goes to the same state.
_REPEATED = frozenset((Channel.LETTER, Channel.CALL, Channel.VISIT))


def mark(items: Sequence[Item], said: Sequence[str]) -> None:
    """Let the verb of «ومثله فعل X» be one, which no table knows: a clause of its own begins with it.

    *said* are the words of *items*.
    """
    if _DOING.isdisjoint(said):
        return
    for place, item in enumerate(items):
        if item.role is Role.WORD and item.word in _DOING and _does_alike(items, place):
            item.role, item.finite = Role.SUPPORT, True


def echo(items: Sequence[Item], place: int, told: Sequence[Event]) -> Draft | None:
    """Return what somebody did as the sender of the latest event of *told* had; None where no marked verb says so."""
    acts = [event for event in told if event.channel is not Channel.STATEMENT]
    if not acts or items[place].senses or items[place].word not in _DOING:
        return None
    latest, doer = acts[-1], _doer(items, place)
    known = latest.channel in _REPEATED and latest.status is Status.HAPPENED and not latest.mutual
    if not known or doer is None or latest.recipient is None:
        return None
    return Draft(
        latest.channel,
        place,
        doer.actors,
        [latest.recipient],
        False,
        ["did the same"],
        verb=place,
        occasion=latest.occasion.value if latest.occasion is not None else None,
        sentence=items[0].first,
        first=items[place].first,
        last=doer.last,
    )


def _does_alike(items: Sequence[Item], place: int) -> bool:
    """Tell whether the verb at *place* is that of «ومثله فعل», «وحذا حذوه», «وفعل الشيء نفسه»."""
    before = items[max(0, place - _LIKE_WITHIN) : place]
    doer = next((at for at, one in enumerate(items) if at > place and one.role is Role.GROUP), place)
    beside = [*before, *items[place + 1 : doer + 1 + _LIKE_WITHIN]]
    alike = any(one.role is Role.WORD and one.word.lstrip("و") in _LIKE for one in beside)
    return alike and all(one.word not in _NOT for one in before)


def _doer(items: Sequence[Item], place: int) -> Item | None:
    """Return who stands behind the verb."""
    for item in items[place + 1 : place + 1 + _DOER_WITHIN]:
        if item.role is Role.GROUP:
            return item if names_person(item) and not item.preposition else None
        if item.role not in _BETWEEN:
            return None
    return None
