"""Join the groups of one sentence that other words part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from explore.events.beside import BESIDE, OWNED, accompany, face, leave_out_titles, send
from explore.events.groups import give, is_bare_person, is_person
from explore.events.items import Item, Role
from explore.events.listing import carry_on
from explore.events.sequences import ANOTHER, GOING_ON, MORE, go_on, list_on, repeat, stop_over
from explore.events.titling import (
    AMONG,
    CHARGED,
    FOR,
    LED,
    charge,
    describe,
    enlist,
    entitle,
    exemplify,
    explain,
    introduce,
    lead,
    serve,
    sign,
)
from explore.events.words import listed
from explore.model import EntityType

# «عقد X، اليوم الخميس، وY قمة»: what may stand between two who act together.
_ASIDE = frozenset((Role.DATE, Role.PREPOSITION, Role.WORD, Role.QUOTE))
_ASIDE_WITHIN = 6
_COMMA = "،"
# A bracket, the state and a bracket stand behind a city.
_GLOSS = 3
_ADDING = frozenset(tuple(group.split()) for group in listed("joining", "adding"))
_ADDING_TO = frozenset((("اضافه",), ("بالاضافه",)))
_ADDERS = frozenset(word for words in _ADDING for word in words[-1:])
_ADDED = _ADDERS.union(*_ADDING_TO)
# «استقبل X، بحضور Y، Z»: who is received stands behind a comma.
_ATTENDED = frozenset(("بحضور", "وبحضور", "بمشاركه"))
_TAKING_OBJECTS = frozenset(("verb.receive", "verb.meet"))
_QUOTE = '"'
_PAIR = 2
# These steps have work only where one of their words stands in the sentence.
_BY_CUES: tuple[tuple[frozenset[str], Callable[[list[Item], Sequence[str]], None]], ...] = (
    (BESIDE, accompany),
    (OWNED, send),
    (AMONG, exemplify),
    (LED, lead),
    (FOR, sign),
    (CHARGED, charge),
)


def join(items: list[Item], words: Sequence[str], first: int, last: int) -> list[int]:
    """Join the groups of *items*, which lay out the tokens from *first* up to *last*; return where groups stand."""
    said = frozenset(words[first:last])
    if "(" in said:
        _gloss(items)
        leave_out_titles(items)
    face(items)
    for cues, step in _BY_CUES:
        if not cues.isdisjoint(said):
            step(items, words)
    if _QUOTE in said:
        explain(items)
    if not _ATTENDED.isdisjoint(said):
        _part(items, words)
    if not (ANOTHER.isdisjoint(said) and MORE.isdisjoint(said)):
        repeat(items)
    then = any(item.clitic == "ف" for item in items)
    if then:
        list_on(items)
    if not GOING_ON.isdisjoint(said):
        go_on(items, words)
    if not _ADDED.isdisjoint(said):
        _add(items, words)
    if then:
        stop_over(items)
    groups = [place for place, item in enumerate(items) if item.role is Role.GROUP]
    serve(items, groups)
    entitle(items, groups)
    carry_on(items, groups)
    if _COMMA in said:
        commas = [place for place in range(1, len(items) - 1) if items[place].key == _COMMA]
        describe(items, commas)
        introduce(items, commas, words)
        enlist(items, commas, words)
        _resume(items, commas)
    return groups


def _gloss(items: list[Item]) -> None:
    """Leave out the states in brackets behind their cities, and join the cities: «إلى X (أنغولا) وY (زامبيا)»."""
    place = 0
    while place + _GLOSS < len(items):
        city, opening, state, closing = items[place : place + _GLOSS + 1]
        if opening.key == "(" and closing.key == ")" and _is_in(city, state):
            del items[place + 1 : place + _GLOSS + 1]
            before = items[place - 1] if place else None
            if before is not None and city.clitic == "و" and _is_place(before):
                before.take(city)
                del items[place]
                place -= 1
        place += 1


def _is_in(city: Item, state: Item) -> bool:
    """Tell whether *state* is that of *city*."""
    return _is_place(city) and _is_place(state) and city.visited == state.visited


def _is_place(item: Item) -> bool:
    return item.role is Role.GROUP and item.is_place and bool(item.visited)


def _resume(items: list[Item], commas: Sequence[int]) -> None:
    """Join two who act together though a date or place stands between: «عقد X، اليوم الخميس، وY قمة»."""
    for comma in commas:
        if comma == 1 or not is_bare_person(items[comma - 1]) or not _is_verb(items[comma - 2]):
            continue
        within = range(comma + 1, min(comma + 1 + _ASIDE_WITHIN, len(items)))
        other = next((at for at in within if not _is_aside(items[at])), None)
        if other is not None and is_bare_person(items[other]) and items[other].clitic == "و":
            give(items[other], items[comma - 1])


def _part(items: list[Item], words: Sequence[str]) -> None:
    """Part who is received from who was there as well: «استقبل X، بحضور Y، Z»."""
    for place in range(len(items) - 1, 0, -1):
        present = items[place]
        if present.role is not Role.GROUP or words[present.first - 1] not in _ATTENDED or not _lists_two(present):
            continue
        verb = next((at for at in range(place - 1, -1, -1) if items[at].finite), None)
        if verb is None or _TAKING_OBJECTS.isdisjoint(items[verb].senses.keys):
            continue
        if sum(map(is_bare_person, items[verb:place])) != 1:
            continue
        guest = Item.group(replace(present.phrases[-1], preposition="", joined=False), present.actors[-1:], [])
        present.phrases, present.actors, present.last = present.phrases[:-1], present.actors[:-1], guest.first - 1
        items.insert(place + 1, guest)


def _lists_two(item: Item) -> bool:
    """Tell whether *item* names two people of whom only a comma parts the second."""
    people = all(actor.type is EntityType.PER for actor in item.actors)
    return len(item.phrases) == len(item.actors) == _PAIR and people and not item.phrases[-1].clitic


def _add(items: list[Item], words: Sequence[str]) -> None:
    """Join who is added to a list: «مع X فضلا عن Y», «التقى X، إلى جانب Y»."""
    for place, item in enumerate(items):
        adding = _adding(item, words)
        before = place - 1
        while adding and before > 0 and (items[before].first >= item.first - adding or items[before].key == _COMMA):
            before -= 1
        if not adding or before < 0 or not _are_alike(items[before], item):
            continue
        for between in items[before + 1 : place]:
            between.role, between.key = Role.WORD, ""
        give(item, items[before])


def _adding(item: Item, words: Sequence[str]) -> int:
    """Return how many words before *item* add it to a list; 0 where none do."""
    if item.role is not Role.GROUP or not item.actors:
        return 0
    if item.clitic == "ل":
        return int(words[item.first - 1 : item.first] in _ADDING_TO)
    if item.clitic or words[item.first - 1] not in _ADDERS:
        return 0
    return next((count for count in (1, 2) if words[max(0, item.first - count) : item.first] in _ADDING), 0)


def _are_alike(one: Item, other: Item) -> bool:
    """Tell whether two groups name people both, or none both."""
    if one.role is not Role.GROUP or not one.actors:
        return False
    return is_person(one) is is_person(other) and one.is_place is other.is_place


def _is_aside(item: Item) -> bool:
    """Tell whether *item* says when or where, or is a comma."""
    return item.role in _ASIDE or item.key == _COMMA or (item.role is Role.GROUP and item.is_place)


def _is_verb(item: Item) -> bool:
    """Tell whether *item* may be a finite verb."""
    return item.role is not Role.WORD and bool(item.senses.tenses)
