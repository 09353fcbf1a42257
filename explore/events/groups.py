"""Tell what sort of group an item is, and let one group act with another."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.phrase import Phrase
from explore.events.items import Item, Role
from explore.events.reach import is_act_noun
from explore.events.words import listed
from explore.model import EntityType

_CALLINGS = listed("groups", "callings")


def give(item: Item, group: Item) -> None:
    """Let the people of *item* act with those of *group*."""
    group.actors = [*group.actors, *(actor for actor in item.actors if actor not in group.actors)]
    item.role, item.actors = Role.WORD, []


def is_person(item: Item) -> bool:
    """Tell whether *item* is a group whose first is a person."""
    return item.role is Role.GROUP and bool(item.actors) and item.actors[0].type is EntityType.PER


def is_bare_person(item: Item) -> bool:
    """Tell whether *item* is a group of people behind no preposition."""
    return is_person(item) and not item.preposition


def is_mere_title(item: Item) -> bool:
    """Tell whether *item* is one title without a name."""
    phrase = item.phrases[0]
    return len(item.phrases) == 1 and phrase.name is None and bool(phrase.offices) and not phrase.clitic


def is_unnamed(item: Item) -> bool:
    """Tell whether *item* is a group of offices without names: «ملوك ورؤساء»."""
    if item.role is not Role.GROUP or item.actors:
        return False
    return any(office.form.number == "p" for phrase in item.phrases for office in phrase.offices)


def is_unnamed_pair(item: Item) -> bool:
    """Tell whether a group is «الرئيسان», «الجانبان»: two people without their names."""
    phrase = item.phrases[0]
    return phrase.pair and phrase.name is None and bool(item.actors) and item.actors[0].type is EntityType.PER


def is_feminine(phrase: Phrase) -> bool:
    """Tell whether a woman bears the title: «وزيرة خارجية X»."""
    return bool(phrase.offices) and (phrase.office.form.gender == "f" or phrase.office.key == "first_lady")


def is_somebody(items: Sequence[Item]) -> bool:
    """Tell whether *items* open with somebody of whom only the calling is told: «المحامية», not «المحامي فلان»."""
    if not items or items[0].role is not Role.WORD or items[0].word not in _CALLINGS:
        return False
    named = len(items) > 1 and items[1].role is Role.GROUP and not items[1].preposition
    return not named or bool(items[1].phrases[0].offices)


def is_the_act(item: Item) -> bool:
    """Tell whether *item* is an act told before: «القمة»."""
    return is_act_noun(item) and item.word.lstrip("و").startswith("ال")


def is_told_where(before: Sequence[Item]) -> bool:
    """Tell whether «حيث» goes on about who a relative tells of: «X الذي وصل من بيروت حيث التقى»."""
    apart = before[-1].role is Role.COMMA if before else False
    there = before[-1 - apart] if len(before) > apart else None
    return there is not None and there.is_place and (not apart or there.preposition == "from")
