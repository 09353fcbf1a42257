"""Find of whom an أن clause tells who stands before it: «سبق لX أن زار», «أفاد مكتب X بأنه زار»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.calling import find_call
from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor

# «دعا X Y إلى أن يفعل»: behind this one acts whom another calls upon.
TO_DO = "ان"
# The name of who is told of stands at most so many items before أن.
_REACH = 3
# «أعلن المكتب الإعلامي لX أنه»: the pronoun is X.
_SELF = frozenset(("انه", "انها"))
_ANNOUNCING = listed("citations", "announcing")
_SAID = listed("citations", "said")
_SAID_WITHIN = 3
_PRESS = frozenset(("الاعلامي", "الصحفي", "الصحافي"))
# «نفى مكتب X أن يكون قد التقى Y»
_MAY_BE = frozenset(("يكون", "تكون"))


def told_of(items: Sequence[Item], place: int, words: Sequence[str], discourse: Discourse) -> list[Actor]:
    """Return the subject of an أن clause that stands before it: «سبق لX أن زار», «طلب من X أن», «نقل عن X أنه»."""
    that = words[items[place].last - 1].lstrip("وبل")
    may_be = that == TO_DO and any(item.word in _MAY_BE for item in items[place + 1 : place + 2])
    if (that in _SELF or may_be) and not discourse.current:
        return _told_for(items, place, words)
    if that == TO_DO and (called := find_call(items[:place], words, discourse.homes).called):
        return called
    for back in range(place - 1, max(place - 1 - _REACH, -1), -1):
        item = items[back]
        if item.role is Role.GROUP:
            adjacent = back == place - 1 and item.preposition in ("to", "from") and not item.is_place
            cited = item.preposition == "other" and words[item.first - 1] == "عن"
            told = adjacent if that == TO_DO else cited and that in _SELF
            return item.actors if told or _announces(item, items[place], words) else []
        if item.role not in (Role.WORD, Role.DATE):
            break
    return []


def _announces(item: Item, that: Item, words: Sequence[str]) -> bool:
    """Tell whether a noun of saying is of whom *item* names: «بعد إعلان X أنه سيزور Y»."""
    return item.last == that.first and words[item.first - 1].lstrip("وبل") in _ANNOUNCING


def _told_for(items: Sequence[Item], place: int, words: Sequence[str]) -> list[Actor]:
    """Return whose office tells of him: «أعلن المكتب الإعلامي لX، أنه زار», «أفاد مكتب X بأنه زار»."""
    for item in reversed(items[max(place - _REACH, 0) : place]):
        if item.role is Role.GROUP:
            before = words[max(0, item.first - _SAID_WITHIN) : item.first]
            office = item.preposition == "to" and not (_PRESS.isdisjoint(before[-1:]) and _SAID.isdisjoint(before))
            cited = item.preposition == "other" and words[item.first - 1] == "عن"
            told = office or cited or _announces(item, items[place], words)
            return list(item.owners) or (item.actors if told else [])
    return []
