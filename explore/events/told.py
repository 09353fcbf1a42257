"""Find of whom a clause behind أن tells: «سبق لX أن زار», «طلب من X أن», «أعلن مكتب X أنه»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explore.events.calling import find_call
from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor

# The name of who is told of stands at most so many items before أن.
_REACH = 3
# «أعلن المكتب الإعلامي لX أنه»: the pronoun is X.
_SELF = frozenset(("انه", "انها"))
# «دعا X Y إلى أن يفعل»: behind this one acts whom another calls upon.
_TO_DO = "ان"
# «نفى مكتب X أن يكون قد التقى Y»
_MAY_BE = frozenset(("يكون", "تكون"))
# «في تصريح سابق لX قال إنه»
_ANNOUNCING = listed("topics", "announcing")
_SAID = listed("topics", "said")
_SAID_WITHIN = 3
_PRESS = frozenset(("الاعلامي", "الصحفي", "الصحافي"))


@dataclass(frozen=True, slots=True)
class Told:
    """Look before أن for who acts behind it."""

    words: Sequence[str]
    discourse: Discourse

    def who(self, items: Sequence[Item], place: int) -> list[Actor]:
        """Return the subject of an أن clause that stands before it: «سبق لX أن زار», «طلب من X أن», «نقل عن X أنه»."""
        that = self.words[items[place].last - 1].lstrip("وبل")
        may_be = that == _TO_DO and any(item.word in _MAY_BE for item in items[place + 1 : place + 2])
        if (that in _SELF or may_be) and not self.discourse.current:
            return self._whose_office(items, place)
        if that == _TO_DO and (called := find_call(items[:place], self.words, self.discourse.homes).called):
            return called
        for back in range(place - 1, max(place - 1 - _REACH, -1), -1):
            item = items[back]
            if item.role is Role.GROUP:
                adjacent = back == place - 1 and item.preposition in ("to", "from") and not item.is_place
                cited = item.preposition == "other" and self.words[item.first - 1] == "عن"
                told = adjacent if that == "ان" else cited and that in _SELF
                return item.actors if told or self._announces(item, items[place]) else []
            if item.role not in (Role.WORD, Role.DATE):
                break
        return []

    def _announces(self, item: Item, that: Item) -> bool:
        """Tell whether a noun of saying is of whom *item* names: «بعد إعلان X أنه سيزور Y»."""
        return item.last == that.first and self.words[item.first - 1].lstrip("وبل") in _ANNOUNCING

    def _whose_office(self, items: Sequence[Item], place: int) -> list[Actor]:
        """Return whose office tells of him: «أعلن المكتب الإعلامي لX، أنه زار», «أفاد مكتب X بأنه زار»."""
        for item in reversed(items[max(place - _REACH, 0) : place]):
            if item.role is Role.GROUP:
                before = self.words[max(0, item.first - _SAID_WITHIN) : item.first]
                office = item.preposition == "to" and not (_PRESS.isdisjoint(before[-1:]) and _SAID.isdisjoint(before))
                cited = item.preposition == "other" and self.words[item.first - 1] == "عن"
                told = office or cited or self._announces(item, items[place])
                return list(item.owners) or (item.actors if told else [])
        return []
