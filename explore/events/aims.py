"""Tell whether an act is the aim of another, or hangs on a verb to come."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.account import PAST
from explore.events.items import Item, Role
from explore.events.tenses import tenses
from explore.events.words import listed

_AIMS = listed("aims", "aims")
_TO_DO = listed("aims", "to_do")
# «لدى وصوله للاجتماع» arrives at what is held.
_ARRIVAL = "وصول"
_AIM_OF_MORE = ("لاجراء", "مزيد", "من")
_OF_ACTS = listed("aims", "of_acts")
# «تطرق X لزيارة Y» speaks of it.
_TOUCHING = listed("aims", "touching")
_TOUCHED_WITHIN = 4
_MORE = listed("aims", "more")
_FOLLOWED = listed("aims", "followed")
_WILL = listed("aims", "will")
_THE = "ال"
# How a verb to come begins, and what begins so and is none.
_FUTURE = ("سي", "ست")
_SHORTEST_FUTURE = 5
_NO_FUTURE = tuple(listed("aims", "no_future"))
# During an act something else will be: «سيركز X خلال لقائه Y».
_MEANWHILE = listed("shared", "during")


def is_toward(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether a noun is the aim of a verb (للقاء، لعقد) or hangs on a future verb of its clause."""
    trigger = items[place]
    before = words[trigger.first - 1].lstrip("و") if trigger.first else ""
    if before in _MEANWHILE:
        return _hangs_on_future(items[:place])
    if (place and items[place - 1].role is Role.PREPOSITION and before in PAST) or before in _FOLLOWED:
        return False
    if trigger.first and (words[trigger.first - 1] in _AIMS or _is_more(words[: trigger.first])):
        return True
    if trigger.clitic == "ل" and trigger.senses and not trigger.senses[0].form.definite and before not in _OF_ACTS:
        if "noun.visit" in trigger.senses.keys and _is_of_thing(items[max(0, place - 2) : place]):
            return False
        return _TOUCHING.isdisjoint(words[max(0, trigger.first - _TOUCHED_WITHIN) : trigger.first])
    if words[trigger.first] in _TO_DO and not before.startswith(_ARRIVAL):
        return True
    return _hangs_on_future(items[:place])


def _is_of_thing(before: Sequence[Item]) -> bool:
    """Tell whether «ل» says what a thing is of: «الهدف الرئيسي لزيارة X», «الأهمية الكبيرة لزيارة X»."""
    described = len(before) > 1 and all(item.role is Role.WORD and item.word.startswith(_THE) for item in before)
    return described and before[0].last == before[1].first


def is_to_come(item: Item) -> bool:
    """Tell whether *item* is a verb to come, also one that no table knows: «سيتصدر»."""
    word = item.word.lstrip("و")
    if word in _WILL:
        return True
    unknown = item.role is Role.WORD and word.startswith(_FUTURE) and len(word) >= _SHORTEST_FUTURE
    return unknown and not word.startswith(_NO_FUTURE)


def _hangs_on_future(before: Sequence[Item]) -> bool:
    """Tell whether the verb of the clause, the last among the items *before*, is to come."""
    for item in reversed(before):
        if item.role in (Role.BOUNDARY, Role.THAT):
            return False
        # «سيلتقي X ويحضر مأدبة، فضلا عن لقائه Y»: a present verb with و goes on with the one before.
        goes_on = item.clitic == "و" and tenses(item) == {"present"}
        if (item.finite and not goes_on) or is_to_come(item):
            return not item.finite or tenses(item) <= {"future"}
    return False


def _is_more(before: Sequence[str]) -> bool:
    """Tell whether *before* ends in «لإجراء مزيد من»: more of it is to come."""
    if len(before) < len(_AIM_OF_MORE) or before[-1] != "من":
        return False
    return before[-2] in _MORE and before[-3] in _AIMS
