"""Let a group go into the one before that it continues: «X وY», «وزيرا خارجية A وB [X وY]»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.lists import AND_SOME, ON_ONE_SIDE
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.words import listed
from explore.model import EntityType

# A joined phrase stands at most so many items behind its group: a comma may part them.
_JOINED_WITHIN = 2
# What stands between somebody and the place where they are, so many items at most: «X، في جدة، وY».
_SEATED_WITHIN = 3
_BEFORE_SEAT = frozenset((Role.WORD, Role.PREPOSITION, Role.COMMA))
# The same in a list of lines: «- X،», a line break and «- Y».
_LISTED_WITHIN = 4

# An aside between the two of «بين X (61 عاما) وY» has at most so many items, each of one of these.
_ASIDE_WITHIN = 6
_ASIDES = frozenset((Role.WORD, Role.COMMA, Role.DATE, Role.PREPOSITION, Role.PRONOUN))
# A place behind one of these is where something is, or what it is about.
_SETTINGS = frozenset(("place", "other"))
_OF = "من"
# «بين مسؤولين من X [وآخرين من Y]»
_OTHERS = listed("continuations", "others")
_OTHERS_WITHIN = 2
# «من جهة», «وكل من» are two items.
_SIDE = 2


def continues(out: list[Item], item: Item) -> bool:
    """Tell whether the group *item* went into one of *out* that it continues; of what parted them, dates stay."""
    before = out[-1] if out else None
    if before is not None and before.within and _is_own_state(before, item):
        before.last = item.last
        return True
    explains = before is not None and before.role is Role.GROUP and _explains(before, item)
    group = _open_group(out) if item.phrases[0].joined or explains else _lone_party(out, item)
    if group is None:
        return False
    group = _described(out, group, item) or group
    if _is_somebody_else(group, item):
        item.preposition = ""
        return False
    beside = _beside_seat(out, group, item)
    if beside is not None:
        beside.actors = [*beside.actors, *(actor for actor in item.actors if actor not in beside.actors)]
        return True
    if _is_another_title(group, item):
        item.actors = []
    group.take(item)
    place = next(place for place in range(len(out) - 1, -1, -1) if out[place] is group)
    out[place + 1 :] = [one for one in out[place + 1 :] if one.role is Role.DATE]
    return True


def _described(out: Sequence[Item], kin: Item, item: Item) -> Item | None:
    """Return beside whom the person *item* stands where *kin* only describes him: «X، زوج ابنة Y، [وZ]»."""
    if kin.actors or kin.preposition or kin is not out[-1 - (out[-1].role is Role.COMMA)] or not names_person(item):
        return None
    before = [one for one in out[: -1 - (out[-1].role is Role.COMMA)] if one.role is not Role.WORD]
    comma = before[-1] if before else None
    if comma is None or comma.role is not Role.COMMA or len(before) < _SIDE:
        return None
    return before[-2] if before[-2].role is Role.GROUP and names_person(before[-2]) else None


def _lone_party(out: Sequence[Item], item: Item) -> Item | None:
    """Return the one party of «بين X» that still lacks the other behind an aside: «بين X (61 عاما) [وY]»."""
    if not item.actors:
        return None
    others = len(out) > _OTHERS_WITHIN and out[-2].word in _OTHERS and out[-1].role is Role.PREPOSITION
    if others:
        out = out[:-2]
    elif item.clitic != "و" or item.preposition:
        return None
    for before in reversed(out[-_ASIDE_WITHIN:]):
        if before.role is Role.GROUP and before.preposition == "between":
            return before if len(before.actors) == 1 else None
        if before.role not in _ASIDES or before.word.startswith("و"):
            return None
    return None


def _is_somebody_else(group: Item, item: Item) -> bool:
    """Tell whether *item* is a person with a title behind a mere place or body: «وزير النفط في العراق، والدكتور X»."""
    phrase, before = item.phrases[0], group.phrases[-1]
    if not (phrase.is_titled and phrase.is_person) or before.is_person:
        return False
    return phrase.clitic == "و" and group.preposition in _SETTINGS


def _is_another_title(group: Item, item: Item) -> bool:
    """Tell whether *item* is but another title of who stands last in *group*: «X، نائب الرئيس [والمبعوث الخاص]»."""
    phrase = item.phrases[0]
    if not group.actors or not item.actors or not phrase.offices or phrase.name is not None:
        return False
    state, person = item.actors[0], group.actors[-1]
    home = state.type is EntityType.GPE and person.type is EntityType.PER and state.country == person.country
    return home and phrase.office.form.number == "s" and not item.preposition


def _explains(before: Item, item: Item) -> bool:
    """Tell whether *item* says who or what the group right *before* it is: the two whose title that is, a capital."""
    if before.last != item.first or item.preposition:
        return False
    return _names(before, item) or _is_the_capital(before, item)


def _names(before: Item, item: Item) -> bool:
    """Tell whether *item* names who the title before it means: «وزيرا خارجية A وB [X وY]», «بضيفيه [X]»."""
    if before.phrases[0].pair and before.preposition and not before.actors:
        return item.phrases[0].is_person and bool(item.actors)
    return before.phrases[0].is_dual and bool(item.actors) and item.actors[0] in before.actors


def _is_the_capital(before: Item, item: Item) -> bool:
    """Tell whether *item* names the place before it: «إلى العاصمة الأفغانية [كابول]»."""
    capital = before.is_place and bool(before.preposition) and before.phrases[-1].body == "territory"
    return capital and item.is_place


def _is_own_state(town: Item, item: Item) -> bool:
    """Tell whether *item* is an adjective of the *town* right before it: «في مدينة جدة [السعودية]»."""
    if town.role is not Role.GROUP or town.last != item.first or not item.actors:
        return False
    if town.phrases[-1].place is None or not item.is_place or item.last - item.first != 1:
        return False
    bare = not item.preposition and not item.clitic
    return bare and town.within[0].country == item.actors[0].country


def _beside_seat(items: Sequence[Item], group: Item, item: Item) -> Item | None:
    """Return whom *item* stands beside where *group* is only a place: «X رئيس السلطة لدارفور، وY», «X في جدة، وY»."""
    seat = group.clitic[-1:] == "ل" or (group.preposition == "place" and item.clitic == "و")
    if not group.is_place or not seat or not item.phrases[0].is_person or not item.actors:
        return None
    before = [one for one in items if one.last <= group.first][-_SEATED_WITHIN:]
    holder = next((one for one in reversed(before) if one.role not in _BEFORE_SEAT), None)
    seated = holder is not None and holder.role is Role.GROUP and holder.phrases[0].is_person and holder.actors
    return holder if seated else None


def _open_group(items: list[Item]) -> Item | None:
    """Return the group that a joined phrase continues: the last item, at most a comma or «من جهة» away."""
    last = len(items) - (bool(items) and items[-1].role is Role.COMMA)
    if last > _SIDE and tuple(item.word for item in items[last - _SIDE : last]) in ON_ONE_SIDE:
        named = items[last - _SIDE - 1]
        return named if named.role is Role.GROUP else None
    if last > _SIDE and (items[last - _SIDE].word in AND_SOME) and items[last - 1].word == _OF:
        items[last - 1].role = Role.WORD
        named = items[last - _SIDE - 1]
        return named if named.role is Role.GROUP else None
    within = _LISTED_WITHIN if any(item.key == "\n" for item in items[-_JOINED_WITHIN:]) else _JOINED_WITHIN
    for item in reversed(items[-within:]):
        if item.role is Role.GROUP:
            return item
        if item.role not in (Role.COMMA, Role.QUOTE):
            return None
    return None
