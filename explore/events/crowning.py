"""Find who signed what only crowned their talks: «توجت المباحثات بالتوقيع على اتفاق», «انتهت بإمضاء اتفاقين»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.arguments import Noun
from explore.events.discourse import is_pair
from explore.events.items import Role
from explore.events.words import listed
from explore.model import Actor, EntityType

_CROWNING = listed("crowning", "verbs")
# «وجرى في ختامها تبادل مذكرات»
_AT_THE_END = listed("crowning", "at_the_end")


def crowned(noun: Noun) -> list[Actor]:
    """Return the states of the two whose talks or visit an agreement crowns, whoever of them signed it."""
    if not _crowns(noun):
        return []
    visit = any("noun.visit" in item.senses.keys for _, item in noun.clause.left())
    two = (noun.discourse.visiting if visit else []) or noun.discourse.the_two()
    states = [noun.discourse.homes.get(actor.country or "", actor) for actor in two]
    return states if is_pair(states) and not _are_of_others(noun, two) else []


def _are_of_others(noun: Noun, two: Sequence[Actor]) -> bool:
    """Tell whether the talks were with others than the *two*: «المحادثات مع X انتهت بتوقيع اتفاق»."""
    told = (item for item in noun.scene.items[: noun.place] if item.preposition in ("with", "between"))
    states = {actor.country for actor in two}
    return any(actor.country not in states for item in told for actor in item.actors)


def is_crown(noun: Noun) -> bool:
    """Tell whether the noun crowns talks by itself: «توجت بالاتفاق على استئناف الرحلات»."""
    before = noun.scene.before(noun.place)
    return noun.is_instrumental and before is not None and before.word.lstrip("وف") in _CROWNING


def _crowns(noun: Noun) -> bool:
    """Tell whether a verb of crowning stands before the noun, and nobody between who would sign together."""
    carrying = noun.support.place if noun.support is not None else None
    for place, item in noun.clause.left():
        if item.word.lstrip("وف") in _CROWNING or item.word in _AT_THE_END:
            return True
        bare = item.role is Role.GROUP and not item.preposition and item.actors[:1]
        several = len(item.actors) > 1 or (item.phrases[:1] and item.phrases[0].pair)
        if (item.finite and place != carrying) or (bare and bare[0].type is EntityType.PER and several):
            return False
    return False
