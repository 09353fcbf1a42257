"""Tell whether an act is on the programme of a journey: «ويتضمن برنامج الزيارة لقاء مع X»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.items import Item
from explore.events.words import listed

_TAKES_IN = listed("schedules", "takes_in")
_PROGRAMMES = listed("schedules", "programmes")
_JOURNEYS = listed("schedules", "journeys")
_ON = frozenset(("علي", "ضمن"))


def hold(before: Sequence[str], items: Sequence[Item], act: Item) -> bool:
    """Tell whether the words *before* an act say that it is on a programme, and no verb stands between."""
    words = [word.lstrip("وس") for word in before]
    if not words or words[-1] in _TAKES_IN:
        return bool(words)
    named = (at for at in range(len(words) - 1, 0, -1) if words[at] in _PROGRAMMES or words[at] in _JOURNEYS)
    said = next((at for at in named if _bring(words[at - 1], words[at])), None)
    if said is None:
        return False
    first = act.first - len(words) + said
    return not any(item.finite and first <= item.first < act.first for item in items)


def _bring(verb: str, thing: str) -> bool:
    """Tell whether *verb* says what a programme or journey holds: «يتضمن برنامج», «تشمل الزيارة», «على جدول»."""
    return verb in _TAKES_IN or (verb in _ON and thing in _PROGRAMMES)
