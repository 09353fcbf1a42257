"""Tell of what time the verb of an act is: of the past, or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.words import listed, with_and

# «متوجها» is of the time of the verb before.
_GOING = "متوجه"
# Behind these a present or future verb tells of the past: «كان من المقرر أن يزور».
_WAS = with_and(listed("shared", "was"))
_AHEAD = listed("tenses", "ahead")
_BEHIND = 2


def tenses(item: Item) -> Set[str]:
    """Return the tenses in which *item* may stand."""
    return item.senses.tenses


def comes_first(items: Sequence[Item]) -> bool:
    """Tell whether the first verb of *items* is to come, in the clause with which they open."""
    verb = next((item for item in items if item.finite or item.role in (Role.THAT, Role.BOUNDARY)), None)
    return verb is not None and verb.finite and tenses(verb) == {"future"}


def is_past(draft: Draft, items: Sequence[Item]) -> bool:
    """Tell whether the verb of an act is of the past, so that no day to come is its own."""
    verb = items[draft.verb] if draft.verb is not None else None
    if verb is None or verb.word.startswith(_GOING) or _is_governed(draft, items):
        return False
    told = tenses(verb)
    # «تسلم» may be «he took» as well as «she hands».
    return "past" in told and "future" not in told


def _is_governed(draft: Draft, items: Sequence[Item]) -> bool:
    """Tell whether a preposition governs what looks like a verb: «على عقد قمة», «بعقد قمة»."""
    if draft.verb is not None and items[draft.verb].clitic[-1:] in ("ب", "ل", "ك"):
        return True
    before = items[draft.verb - 1] if draft.verb else None
    return before is not None and before.role is Role.PREPOSITION


def is_to_come(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> bool:
    """Tell whether the verb of an act can only be of what is to come, so that no past day is its own."""
    verb = items[draft.verb] if draft.verb is not None else None
    if verb is None or not verb.finite or not tenses(verb) <= {"present", "future"}:
        return False
    return _WAS.isdisjoint(words[draft.sentence : verb.first]) and not _is_aim_of_past(verb, items)


def _is_aim_of_past(verb: Item, items: Sequence[Item]) -> bool:
    """Tell whether *verb* is what somebody came for: «وصل X الاثنين الماضي ليعقد قمة»."""
    if verb.clitic != "ل":
        return False
    before = (item for item in reversed(items) if item.first < verb.first and item.finite)
    return any("past" in tenses(item) for item in islice(before, 1))


def was_to_be(draft: Draft, words: Sequence[str]) -> bool:
    """Tell whether the act was to be on a day that no «المقبل» puts ahead: «كان من المقرر أن يلتقي X Y الاثنين»."""
    return not _WAS.isdisjoint(words[draft.sentence : draft.last]) and _AHEAD.isdisjoint(
        words[draft.first : draft.last + _BEHIND]
    )
