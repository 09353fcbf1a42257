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
_COMING_OUT = listed("crowning", "coming_out")
_NEGATIONS = listed("shared", "negations")
# «تمخضت عن اتفاق», «أفضت إلى اتفاق»
_TO_WHAT = frozenset(("عن", "الي"))


def crowned(noun: Noun) -> list[Actor]:
    """Return the states of the two whose talks or visit an agreement crowns, whoever of them signed it."""
    out = _coming_out(noun)
    if out is not None:
        return out
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
    if noun.is_instrumental and before is not None and before.word.lstrip("وف") in _CROWNING:
        return True
    if noun.is_instrumental and _coming_out(noun) is not None:
        return True
    brought = noun.is_instrumental or noun.scene.word_before(noun.here) in _TO_WHAT
    return brought and not noun.form.pronoun and not _has_own_verb(noun) and _crowns(noun)


def _has_own_verb(noun: Noun) -> bool:
    """Tell whether a verb behind the noun tells whose it is: «أفضت إلى اتفاق أبرمه X وY»."""
    following = noun.scene.items[noun.place + 1 : noun.place + 2]
    return any(item.finite and any(sense.form.pronoun for sense in item.senses) for item in following)


def _coming_out(noun: Noun) -> list[Actor] | None:
    """Return the two who came out with an agreement: «خرج X وY باتفاق», «خرجا بإعلان»; None where nobody did."""
    if not noun.is_instrumental:
        return None
    two: list[Actor] = []
    for place, item in noun.clause.left():
        if item.role is Role.GROUP and not item.preposition:
            two = two or item.actors
        if item.word.lstrip("وف") in _COMING_OUT and not _is_negated(noun, place):
            found = two or noun.discourse.the_two()
            return list(found) if is_pair(found) else None
        if item.finite:
            return None
    return None


def _is_negated(noun: Noun, place: int) -> bool:
    """Tell whether the verb at *place* stands behind a negation: «لم تسفر المباحثات عن اتفاق»."""
    item = noun.scene.items[place]
    return noun.scene.word_before(item) in _NEGATIONS


def _crowns(noun: Noun) -> bool:
    """Tell whether a verb of crowning stands before the noun, and nobody between who would sign together."""
    carrying = noun.support.place if noun.support is not None else None
    for place, item in noun.clause.left():
        if item.word.lstrip("وف") in _CROWNING or item.word in _AT_THE_END:
            return not _is_negated(noun, place)
        bare = item.role is Role.GROUP and not item.preposition and item.actors[:1]
        several = len(item.actors) > 1 or (item.phrases[:1] and item.phrases[0].pair)
        if (item.finite and place != carrying) or (bare and bare[0].type is EntityType.PER and several):
            return False
    return False
