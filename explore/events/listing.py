"""Go on with a list that titles and names of no table part: «مع X، رئيس لجنة الصداقة، وY»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.groups import give, is_bare_person, is_person
from explore.events.items import Item, Role
from explore.events.words import listed

# What a title or a name that no table knows is read as.
_APART = frozenset((Role.WORD, Role.COMMA, Role.QUOTE, Role.GROUP, Role.PREPOSITION))
_MARKS = frozenset((Role.COMMA, Role.QUOTE))
_THE = ("ال", "وال")
# So begin verbs that no table knows: «والرئيس X يتمسك بموقفه».
_PRESENT_VERBS = ("ي", "ت", "س")
# It has at most so many parts.
_WITHIN = 18
# Whoever stands behind one of these was there as well.
_PRESENT = listed("listing", "present")


def carry_on(items: Sequence[Item], groups: Sequence[int]) -> None:
    """Join later members of a list to those before what parts them."""
    for place in groups:
        item = items[place]
        if item.clitic == "و" and _is_member(item) and not _acts(items, place):
            before = _member_before(items, place)
            if before is not None:
                give(item, before)


def _is_member(item: Item) -> bool:
    """Tell whether *item* is somebody with a title whose state is known."""
    told = any(actor.country is not None for actor in item.actors)
    return is_bare_person(item) and item.phrases[0].is_titled and told


def _member_before(items: Sequence[Item], place: int) -> Item | None:
    """Return the nearest person before *place* where only a title or name of no table stands between."""
    for back in range(place - 1, max(-1, place - 1 - _WITHIN), -1):
        item = items[back]
        if item.role not in _APART or item.word in _PRESENT:
            return None
        if is_person(item) and item.actors[-1].country is not None:
            described = item.phrases[-1].is_open or _is_described(items[back + 1 : place])
            return item if item.preposition != "other" and described and back < place - 1 else None
    return None


def _is_described(apart: Sequence[Item]) -> bool:
    """Tell whether the items *apart* may be a title or a name, and no object: «مع X، [الأوضاع في المنطقة]، وY»."""
    if not apart:
        return False
    first = next((item for item in apart if item.role not in _MARKS), None)
    if first is None or first.role is Role.GROUP or all(map(_is_setting, apart)):
        return True
    named = first.role is Role.WORD and not first.word.startswith(_THE)
    # «مع X، فلان الفلاني …، وY», «مع X وفلان الفلاني رئيس اللجنة، وY»
    beside = first.word.startswith("و") and len(apart) > 1 and apart[1].role is Role.WORD
    return named and (apart[0] is not first or beside)


def _is_setting(item: Item) -> bool:
    """Tell whether *item* is part of where it was: «عقد X، في الرياض، وY اجتماعا»."""
    return item.role in _MARKS or item.role is Role.PREPOSITION or (item.role is Role.GROUP and item.is_place)


def _acts(items: Sequence[Item], place: int) -> bool:
    """Tell whether the group at *place* is the subject of a verb behind it."""
    following = items[place + 1 : place + 3]
    told = next((item for item in following if item.role is not Role.COMMA), None)
    if told is None:
        return False
    unknown_verb = told.role is Role.WORD and told.word.startswith(_PRESENT_VERBS)
    return told.finite or unknown_verb or told.role in (Role.THAT, Role.SPEECH)
