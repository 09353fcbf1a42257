"""Tell where an act took place."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.drafts import Draft
from explore.events.items import Item, Role

_TIMES = frozenset(("مره", "مرتين", "مرات"))
# «مرتين في X»: the number of times stands at most so many tokens before the place.
_NEAR = 3


def find(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> list[str | None]:
    """Return where the act took place: one place for each time told apart, else one or None."""
    within = [
        item for item in items if draft.first <= item.first < draft.last and item.role is Role.GROUP and item.is_place
    ]
    apart = [item for item in within if item.first and _is_counted(item, words)]
    if len(apart) > 1:
        return [_name(item) for item in apart]
    return [next((_name(item) for item in within if item.preposition in ("place", "at")), None)]


def _is_counted(item: Item, words: Sequence[str]) -> bool:
    """Tell whether the place stands behind a number of times: «ثلاث مرات، مرتين في X، ومرة في Y»."""
    return any(word.lstrip("و") in _TIMES for word in words[max(0, item.first - _NEAR) : item.first])


def _name(item: Item) -> str | None:
    return item.phrases[0].place or (item.actors[0].name_en if item.actors else None)
