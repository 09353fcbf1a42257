"""Let officials without a name stand for where they sit: «مسؤول في الخارجية الروسية», «وفد من حركة حماس»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.phrase import COUNTERPARTS, Phrase
from explore.entities.weak import CLASS_NOUNS
from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor, EntityType

# An official sits in a ministry or state, or comes from it: «مسؤول كبير في …», «وفد من …».
_IN = "في"
_SEATS = frozenset((_IN, "من", "عن"))
# «وفدان من واشنطن وموسكو», «ممثلون عن X وY» are of both.
_FROM = frozenset(("من", "عن"))
# These may stand between an official and the seat.
_QUALITIES = listed("delegations", "qualities")
_SEAT_WITHIN = 4
_EACH = listed("shared", "each")
_EACH_OF = frozenset(("كل", "كلا"))
# «الوفد», «المفتشون» mean those who were told before, but not «الوفد المرافق».
_DELEGATIONS = ("وفد", "مفتش")
_THE_DELEGATION = listed("delegations", "told_before")
_ACCOMPANYING = listed("delegations", "accompanying")


def seat(items: list[Item], groups: Sequence[int], words: Sequence[str]) -> None:
    """Let officials whom nobody names stand for where they sit: «مسؤولة في الخارجية البلغارية», «وفد من حركة حماس».

    *groups* are the places of the groups among *items*.
    """
    for place in groups:
        item = items[place]
        if item.role is not Role.GROUP or (item.actors and len(item.phrases) == 1):
            continue
        counterparts = item.phrases[-1].counterpart.startswith(COUNTERPARTS)
        following = items[place + 1 : place + 2 + _SEAT_WITHIN]
        many = counterparts or _are_of_each(items[place : place + 2]) or _sit_in_several(item.phrases[-1], following)
        if not many and not _is_official(item.phrases[-1]):
            continue
        seated = _seated(following, words, many=many)
        if seated is None:
            continue
        named = next((one for one in following if _is_named_behind(one, seated)), None)
        item.actors, seated.actors = [*item.actors, *(named or seated).actors], []


def recall(items: Sequence[Item], discourse: Discourse, words: Sequence[str]) -> None:
    """Let «الوفد» mean the delegation that was told before: «وصل وفد روسي إلى X. والتقى الوفد Y»."""
    for item in items:
        if item.role is not Role.GROUP or len(item.phrases) != 1 or item.phrases[0].body != "delegation":
            continue
        word = words[item.first].removeprefix(item.clitic)
        if item.actors and word.removeprefix("ال").startswith(_DELEGATIONS):
            discourse.delegation = list(item.actors)
        elif not item.actors and word in _THE_DELEGATION and item.last - item.first == 1 and not _is_added(item, items):
            accompanies = words[item.last : item.last + 1]
            item.actors = [] if _ACCOMPANYING.issuperset(accompanies) else list(discourse.delegation)


def _is_added(item: Item, items: Sequence[Item]) -> bool:
    """Tell whether «و» joins *item* to somebody: «X والوفد المرافق», but not «والوفد الذي زار Y» at its beginning."""
    return item.clitic[:1] == "و" and item is not items[0]


def _is_official(phrase: Phrase) -> bool:
    """Tell whether *phrase* is a delegation, an official or an envoy without name and state."""
    if phrase.name is not None or phrase.has_state or phrase.principal:
        return False
    return phrase.body == "delegation" or (bool(phrase.offices) and phrase.office.key == "envoy")


def _are_of_each(items: Sequence[Item]) -> bool:
    """Tell whether the holders of an office in each of several states follow: «برؤساء كل من X وY»."""
    title, following = items[0], items[1:]
    if title.actors or not title.phrases[-1].is_open or title.phrases[-1].is_owned:
        return False
    return any(one.word in _EACH_OF for one in following)


def _sit_in_several(title: Phrase, following: Sequence[Item]) -> bool:
    """Tell whether holders of an office are told by their states: «وزراء الري في مصر والسودان», not «في القاهرة»."""
    if not (title.offices and title.is_dual) or title.is_owned or title.name is not None:
        return False
    if not following or following[0].word != _IN:
        return False
    group = next((item for item in following if item.role is Role.GROUP), None)
    states = group.phrases if group is not None and group.actors else ()
    return len(states) > 1 and all(state.has_state and state.is_place and not state.capital for state in states)


def _is_named_behind(item: Item, seated: Item) -> bool:
    """Tell whether *item* is the name right behind the seat: «مبعوث من باكستان محمد صادق»."""
    bare = item.role is Role.GROUP and item.first == seated.last and not item.preposition
    return bare and bool(item.actors) and item.actors[0].type is EntityType.PER and _is_of(item.actors[0], seated)


def _is_of(person: Actor, seated: Item) -> bool:
    """Tell whether *person* is of the state where officials are seated, as far as both are known."""
    return person.country is None or seated.actors[0].country in (None, person.country)


def _seated(following: Sequence[Item], words: Sequence[str], *, many: bool) -> Item | None:
    """Return the state or organisation behind «في» or «من» among the *following* items; no mere town.

    *many* counterparts sit in several states: «نظرائه في كل من A وB».
    """
    preposition = ""
    for item in following:
        if item.role is Role.PREPOSITION and not preposition and words[item.first] in _SEATS:
            preposition = words[item.first]
        elif item.role is Role.GROUP:
            stands = bool(item.actors) and (many or _stands_for(item, preposition))
            return item if stands and (preposition or _houses(item)) else None
        elif many and item.word in _EACH:
            continue
        elif item.role is not Role.QUOTE and item.word not in (CLASS_NOUNS if preposition else _QUALITIES):
            return None
    return None


def _houses(group: Item) -> bool:
    """Tell whether *group* is where officials serve: «مسؤول بوزارة الخارجية الروسية», not «مسؤول بالقاهرة»."""
    return group.clitic == "ب" and group.phrases[0].body not in (None, "territory", "delegation")


def _stands_for(group: Item, preposition: str) -> bool:
    """Tell whether officials in or from *group* stand for it: they may only meet in a capital."""
    if group.actors[0].type is EntityType.PER:
        return False
    return preposition in _FROM or not (len(group.phrases) > 1 or group.phrases[0].capital)
