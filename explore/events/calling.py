"""Find who is called upon to act: «دعا X Y إلى أن يلتقي Z», «حث X Y على لقاء Z», «طالب X حكومة بلاده ببدء مفاوضات»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor

CALLING = listed("calling", "calling")
_GOVERNMENT = "government"


class Call(NamedTuple):
    """Hold who calls upon whom."""

    caller: list[Actor]
    called: list[Actor]


NOBODY = Call([], [])


def find_call(items: Sequence[Item], words: Sequence[str], homes: Mapping[str, Actor]) -> Call:
    """Return who is to do what stands behind *items*, whose last verb calls upon them, and who calls."""
    verb = next((at for at in range(len(items) - 1, -1, -1) if items[at].finite), None)
    if verb is None or words[items[verb].first].lstrip("وف") not in CALLING:
        return NOBODY
    groups = [item for item in items[verb + 1 :] if item.role is Role.GROUP and not item.preposition]
    first = next((item for item in groups if item.actors), None)
    if first is None or first is groups[-1]:
        return NOBODY
    called = groups[-1]
    if called.phrases[0].body == _GOVERNMENT and not called.actors:
        home = homes.get(first.actors[0].country or "")
        return NOBODY if home is None else Call(first.actors, [home])
    return Call(first.actors, called.actors)
