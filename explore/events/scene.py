"""Hold one sentence with all that reading its acts needs: its items, its words and who was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from explore.events.acts import ActTable
from explore.events.clause import Clause
from explore.events.discourse import Discourse
from explore.events.items import Item

# A word group may open so many tokens before its act, or open its clause: «في اتصال هاتفي [دام ساعتين]، تحدث».
_LEAD_IN = 3
_OPENING = 6
_SETTING = frozenset(("في", "خلال", "اثناء"))


@dataclass(slots=True)
class Scene:
    """Hold the items of one sentence; ``words`` are those of the whole article, which items count."""

    acts: ActTable
    items: list[Item]
    discourse: Discourse
    words: Sequence[str]
    _clauses: dict[int, Clause] = field(default_factory=dict, init=False, repr=False)
    _windows: dict[int, tuple[int, int]] = field(default_factory=dict, init=False, repr=False)

    def clause(self, place: int) -> Clause:
        """Return the clause around the item at *place*."""
        clause = self._clauses.get(place)
        if clause is None:
            clause = self._clauses[place] = Clause(self.items, place)
        return clause

    def before(self, place: int) -> Item | None:
        """Return the item before the one at *place*."""
        return self.items[place - 1] if place else None

    def behind(self, item: Item, count: int) -> Sequence[str]:
        """Return the *count* words behind *item*."""
        return self.words[item.last : item.last + count]

    def word_before(self, item: Item) -> str:
        """Return the word before *item*."""
        return self.words[item.first - 1]

    def near(self, place: int, name: str) -> bool:
        """Tell whether a word group of [near] *name* stands in the clause of the item at *place*."""
        first, last = self.window(place)
        here = max(first, self.items[place].first - _LEAD_IN)
        if self.acts.near(name, self.words[here:last]):
            return True
        return self.words[first].lstrip("و") in _SETTING and self.acts.near(name, self.words[first : first + _OPENING])

    def window(self, place: int) -> tuple[int, int]:
        """Return the tokens of the clause around the item at *place*."""
        window = self._windows.get(place)
        if window is None:
            window = self._windows[place] = self._measure(place)
        return window

    def _measure(self, place: int) -> tuple[int, int]:
        here = self.items[place]
        first, last = here.first, here.last
        right = self.clause(place).right()
        if right:
            last = right[-1][1].last
        if _goes_on(here):
            return first, last
        for _, item in self.clause(place).left():
            first = item.first
            if item.finite and _goes_on(item):
                break
        return first, last


def _goes_on(item: Item) -> bool:
    """Tell whether a finite verb opens a clause of its own: «والتقى»."""
    return item.finite and item.clitic.startswith("و")
