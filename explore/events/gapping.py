"""Read what a verb left out tells: «التقى X الاثنين Y، والثلاثاء Z», «اجتمع X في A بY، وفي B بZ»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.leftward import ADVERBS
from explore.events.reach import names_person
from explore.model import Channel

_SAID_ONCE = "said once for both"
_AND = "و"
_IN = "place"
# The side with which it goes on stands at most so many items behind the act.
_SIDE_WITHIN = 14
# When or where opens what goes on within so many items, and the next side follows within so many.
_OPENS_WITHIN = 5
_NEXT_WITHIN = 5
# What may follow the side with which a clause without its verb ends.
_CLOSING = frozenset((Role.COMMA, Role.BOUNDARY, Role.DATE, Role.PREPOSITION, Role.QUOTE))


def gapped(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> Iterator[Draft]:
    """Yield an act for each further side that only another time or place joins to the one that *draft* tells."""
    at = _last_side(draft, items)
    while at is not None:
        opening = _opening(items, at + 1, words)
        found = None if opening is None else _next_side(items, opening, items[at], words)
        if opening is None or found is None:
            return
        model, (at, day) = items[at], found
        actors = items[at].visited if draft.channel is Channel.VISIT else items[at].actors
        first, last = items[opening].first, items[at].last
        told = draft.why if _SAID_ONCE in draft.why else [*draft.why, _SAID_ONCE]
        if _tells(model, draft.senders, draft) and draft.channel is not Channel.VISIT:
            draft = replace(draft, senders=list(actors), day=day, first=first, last=last, why=told)
        else:
            draft = replace(draft, recipients=list(actors), day=day, first=first, last=last, why=told)
        yield draft


def _last_side(draft: Draft, items: Sequence[Item]) -> int | None:
    """Return the place of the side told last behind the act."""
    sides = (draft.recipients,) if draft.channel is Channel.VISIT else (draft.recipients, draft.senders)
    for at in range(min(len(items), draft.place + _SIDE_WITHIN) - 1, draft.place, -1):
        if items[at].role is Role.GROUP and any(_tells(items[at], side, draft) for side in sides):
            return at
    return None


def _tells(item: Item, side: Sequence[object], draft: Draft) -> bool:
    """Tell whether the group *item* names that *side* of the act."""
    named = item.visited if draft.channel is Channel.VISIT else item.actors
    return bool(named) and named == side


def _opening(items: Sequence[Item], place: int, words: Sequence[str]) -> int | None:
    """Return where «و» joins another time or place, or who was met there: «، والثلاثاء», «، وفي B», «وZ في B»."""
    for at in range(place, min(place + _OPENS_WITHIN, len(items))):
        item = items[at]
        if words[item.first].startswith(_AND) and item.role in (Role.DATE, Role.PREPOSITION, Role.GROUP):
            joined = item.role is Role.DATE or item.key == _IN or item.clitic.startswith(_AND)
            return at if joined else None
        passed = item.role in (Role.DATE, Role.COMMA) or item.key == _IN or (item.is_place and item.preposition == _IN)
        if not passed and not (item.role is Role.WORD and item.word in ADVERBS):
            return None
    return None


def _next_side(items: Sequence[Item], opening: int, model: Item, words: Sequence[str]) -> tuple[int, int | None] | None:
    """Return the place of the next side, of the sort of *model*, and of its day."""
    day = None
    for at in range(opening, min(opening + _NEXT_WITHIN, len(items))):
        item = items[at]
        if item.role is Role.DATE:
            day = at
        elif item.role is Role.GROUP and _is_alike(item, model) and (at == opening or not item.clitic.startswith(_AND)):
            later = _day_behind(items, at, words)
            apart = at > opening or later is not None or _is_in(items[at + 1 : at + 2])
            return (at, day if later is None else later) if apart and _closes(items, at) else None
        elif item.role is not Role.PREPOSITION and not (item.is_place and item.preposition == _IN):
            return None
    return None


def _is_alike(item: Item, model: Item) -> bool:
    """Tell whether both are people, or both places, behind the same preposition."""
    alike = names_person(item) is names_person(model) and item.is_place is model.is_place
    return alike and item.preposition == model.preposition and bool(item.actors or item.visited)


def _day_behind(items: Sequence[Item], at: int, words: Sequence[str]) -> int | None:
    """Return the place of the day right behind the side at *at*: «وروما [الثلاثاء]»."""
    following = items[at + 1 : at + 2]
    dated = any(item.role is Role.DATE and not words[item.first].startswith(_AND) for item in following)
    return at + 1 if dated else None


def _is_in(following: Sequence[Item]) -> bool:
    return any(item.key == _IN for item in following)


def _closes(items: Sequence[Item], at: int) -> bool:
    """Tell whether nothing goes on about the side at *at*, whom no verb behind makes its own subject."""
    for item in items[at + 1 : at + 1 + _NEXT_WITHIN]:
        if item.finite or item.role is Role.SPEECH:
            return False
        if item.role in (Role.COMMA, Role.BOUNDARY) or item.clitic.startswith(_AND):
            return True
        if item.role not in _CLOSING and not (item.role is Role.GROUP and item.is_place):
            return False
    return True
