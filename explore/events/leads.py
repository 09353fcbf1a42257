"""Tell whether a group stands in what opens a sentence before its verb: «وبعد ساعات من مغادرة [X]، وصل Y»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.items import VERBS, Item, Role
from explore.events.words import listed

_BEFORE_OR_AFTER = listed("shared", "before_or_after")
# What opens the sentence has at most so many items before the group.
_LEAD_WITHIN = 9
# Behind one of these a sentence or clause begins.
_EDGES = frozenset((Role.BOUNDARY, Role.COMMA, Role.THAT))
# A line of so many tokens that tells nothing says who writes, and where: «القاهرة - أ ش أ».
_BYLINE = 9
_WROTE = frozenset(("كتب", "كتبت"))

# A line of so many tokens without a full stop is a heading.
_HEADING = 16
_BULLET = "•"
# «20:35» is so many tokens.
_CLOCK = 3


def stands_in_lead(items: Sequence[Item], place: int) -> bool:
    """Tell whether the group at *place* is the genitive that ends what only tells when or where, up to a comma."""
    if place < 2 or place + 1 >= len(items) or items[place + 1].role is not Role.COMMA:
        return False
    noun = items[place - 1]
    if noun.last != items[place].first or noun.finite or noun.role not in (Role.WORD, Role.ACT):
        return False
    for back in range(place - 2, max(-1, place - 2 - _LEAD_WITHIN), -1):
        item = items[back]
        if _opens(item) and (back == 0 or items[back - 1].role in _EDGES):
            return True
        if item.role in _EDGES or (item.role is Role.GROUP and item.actors and not item.preposition):
            return False
    return False


def _opens(item: Item) -> bool:
    """Tell whether *item* is a preposition of time or place."""
    return item.role is Role.PREPOSITION or item.word.lstrip("و") in _BEFORE_OR_AFTER


def is_byline(items: Sequence[Item], words: Sequence[str]) -> bool:
    """Tell whether a line before the lead says only who writes, where, or whom a picture shows."""
    if len(words) > _BYLINE or words[-1] != "\n":
        return False
    return words[0] in _WROTE or not any(item.finite or item.role in VERBS for item in items)


def is_heading(words: Sequence[str]) -> bool:
    """Tell whether a sentence is a heading inside the text: a short line without a full stop, or live news."""
    return (len(words) <= _HEADING and "." not in words) or words[0] == _BULLET or is_live(words)


def is_live(words: Sequence[str]) -> bool:
    """Tell whether a sentence is an entry of live news, which opens with its time: «20:35 | X أجرى اتصالا»."""
    clock = words[1:4] if words[0] == "(" else words[:3]
    return len(clock) == _CLOCK and clock[1] == ":" and (clock[0] + clock[2]).isdecimal()
