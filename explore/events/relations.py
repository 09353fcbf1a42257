"""Tell whether «بين X وY» belongs to another noun than an act: «اجتماع لبحث سبل التعاون بين X وY»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.arguments import Noun
from explore.events.items import Item, Role
from explore.events.words import listed

# A relation stands at most two adjectives before «بين»; the token before the group is the preposition.
_RELATED = 4
_OF_TWO = listed("relations", "of_two")
_COMMITTEES = listed("relations", "committees")
_AMID = listed("relations", "amid")


def is_of_relation(noun: Noun, groups: Sequence[Item], item: Item) -> bool:
    """Tell whether «بين», «مع» belongs to another noun before *item*, one of the *groups*: «سبل التعاون بين X وY»."""
    behind = noun.here.last
    if item.first < behind or _is_of_committee(noun, item):
        return False
    # «لقاءات ثنائية مع X» are of two themselves.
    word = noun.scene.words[behind]
    behind += (word.removeprefix("ال") if item.preposition == "with" else word) in _OF_TWO
    near = range(max(behind, item.first - _RELATED), item.first - 1)
    named = [(one.first, one.last) for one in groups if one.first >= behind]
    words = (noun.scene.words[at] for at in near if not any(first <= at < last for first, last in named))
    return any(map(noun.scene.acts.is_relation, words))


def _is_of_committee(noun: Noun, item: Item) -> bool:
    """Tell whether a committee of the two meets: «اجتماع اللجنة المشتركة بين X وY», not «وسط خلاف بين X وY»."""
    behind = noun.here.last
    if noun.scene.words[behind] not in _COMMITTEES:
        return False
    apart = (one for one in noun.scene.items if behind <= one.first < item.first and one.key != "between")
    return all(one.role is not Role.PREPOSITION and one.word not in _AMID for one in apart)
