"""Settle groups by what stands beside them: a dash, who comes along, titles in brackets, a body that sends a team."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.discourse import is_pair
from explore.events.groups import give, is_bare_person, is_person
from explore.events.items import Item, Role
from explore.events.reach import DASHES
from explore.events.words import listed

_COMMA = "،"
_SHARED = frozenset(("noun.meeting", "noun.talks", "noun.call"))
BESIDE = listed("beside", "beside")
# «فريق الخبراء التابع لX»: the team stands at most so many words before.
OWNED = frozenset(("التابع", "التابعه", "التابعين", "تابع", "تابعا"))
_TEAMS = listed("beside", "teams")
_SENT_WITHIN = 4


def leave_out_titles(items: list[Item]) -> None:
    """Leave out the titles in brackets behind a name: «X (النائب الأول لرئيس الوزراء)»."""
    for place in range(len(items) - 2, 0, -1):
        if items[place].key != "(" or not is_person(items[place - 1]):
            continue
        closing = next((at for at in range(place + 1, len(items)) if items[at].key == ")"), place)
        groups = [item for item in items[place:closing] if item.role is Role.GROUP]
        titles = all(phrase.offices and phrase.name is None for item in groups for phrase in item.phrases)
        if closing > place + 1 and titles and not any(item.finite for item in items[place:closing]):
            del items[place : closing + 1]


def face(items: list[Item]) -> None:
    """Join the two sides of an act that a dash parts, or nothing: «محادثات X – Y», «قمة X-Y»."""
    for place in range(len(items) - 3, -1, -1):
        noun = items[place]
        if noun.role is not Role.ACT or _SHARED.isdisjoint(noun.senses.keys):
            continue
        one = items[place + 1]
        if not _is_side(one, noun):
            continue
        dashed = items[place + 2].key in DASHES
        behind = place + 2 + dashed
        other = items[behind] if behind < len(items) else noun
        alike = is_person(one) is is_person(other) and (dashed or is_person(one))
        if alike and is_pair([*one.actors, *other.actors]) and _is_side(other, items[behind - 1]):
            one.take(other)
            del items[place + 2 : behind + 1]


def accompany(items: list[Item], words: Sequence[str]) -> None:
    """Join who comes along: «يزور X، رفقة Y، القاهرة»."""
    for place, item in enumerate(items):
        if item.role is not Role.GROUP or words[item.first - 1] not in BESIDE or not is_person(item):
            continue
        before = (one for one in reversed(items[:place]) if one.key != _COMMA and one.role is not Role.WORD)
        visitor = next(before, None)
        if visitor is not None and is_bare_person(visitor) and visitor.actors[0].country == item.actors[0].country:
            give(item, visitor)


def send(items: list[Item], words: Sequence[str]) -> None:
    """Let a body stand for those whom it sends: «استقبل X فريق الخبراء التابع لY»."""
    for place, item in enumerate(items):
        if item.role is not Role.GROUP or item.clitic != "ل" or words[item.first - 1] not in OWNED:
            continue
        head = next((word for word in words[item.first - _SENT_WITHIN : item.first - 1] if word in _TEAMS), None)
        if head is not None and item.actors and items[place - 1].role is Role.WORD:
            item.preposition, items[place - 1].possessed = "", True


def _is_side(item: Item, before: Item) -> bool:
    """Tell whether *item* is a bare group right behind the item *before* it."""
    return item.role is Role.GROUP and not item.preposition and not item.clitic and item.first == before.last
