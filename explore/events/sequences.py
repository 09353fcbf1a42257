"""Join the stops of one journey, and those whom somebody met or turned to one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from explore.events.groups import give, is_bare_person, is_person
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.knowledge.lexicon import Senses

_COMMA = "،"
_THEN = "ثم"
# «إلى X ومنها إلى Y»
_FROM_THERE = frozenset(("ومنها", "ومنه"))
_WHERE = "حيث"
# «يتوجه إلى X للقاء Y، وبعدها إلى Z»
_AFTERWARDS = frozenset(("وبعدها", "بعدها"))
GOING_ON = _FROM_THERE | _AFTERWARDS | {_THEN}
_TURNED = frozenset(("with", "at", "to", "from"))
# So begin verbs that no table knows: «ثم X يغادر».
_PRESENT_VERBS = ("ي", "ت", "س")
_MET = "noun.meeting"
_MEETING = frozenset(("verb.meet", "verb.receive", "verb.gather"))
_TO = frozenset(("verb.arrive", "verb.leave_for", "verb.move", "verb.return"))
_TRAVELLING = _TO | {"verb.visit", "verb.land"}
_PAIR = 2
# «مكالمة مع X [وأخرى] مع Y», «لقاء مع X [تلاه] آخر مع Y»
ANOTHER = listed("sequences", "another")
MORE = listed("sequences", "more")
_FOLLOWING = listed("sequences", "following")
_REPEATED = frozenset(("noun.call", "noun.meeting", "noun.talks", "noun.video"))
# «زيارة إلى X وأخرى إلى Y»
_VISITED = frozenset(("noun.visit",))
_WITH = frozenset(("with", "between"))


def repeat(items: Sequence[Item]) -> None:
    """Let «another» stand for the act before it: «مكالمة مع X [وأخرى] مع Y», «لقاء بين X وY [وآخر] بين …»."""
    for place in range(1, len(items) - 1):
        item, following = items[place : place + _PAIR]
        told = item.word in ANOTHER or (item.word in MORE and items[place - 1].word.lstrip("و") in _FOLLOWING)
        repeated = _REPEATED if following.key in _WITH else _VISITED if following.key == "to" else None
        if item.role is not Role.WORD or not told or repeated is None:
            continue
        before = (one for one in reversed(items[:place]) if one.role is Role.ACT and not one.finite)
        near = islice(before, None if repeated is _REPEATED else 1)
        act = next((one for one in near if not repeated.isdisjoint(one.senses.keys)), None)
        if act is not None:
            item.role, item.clitic = Role.ACT, "و"
            item.senses = Senses(sense for sense in act.senses if sense.key in repeated)


def go_on(items: list[Item], words: Sequence[str]) -> None:
    """Join the stops of one journey, and whom somebody turned to: «إلى القاهرة ثم الرياض», «مكالمة مع X ثم Y»."""
    for first, then, stop in zip(items, items[1:], items[2:], strict=False):
        if words[then.first] != _THEN or first.last != then.first or then.last != stop.first or stop.preposition:
            continue
        if _is_stop(first) and _is_stop(stop) and first.preposition == "to":
            then.role = Role.WORD
            give(stop, first)
    for place in range(1, len(items) - 1):
        if items[place].role is Role.BOUNDARY and words[items[place].first] == _THEN:
            _turn_on(items, place)
    for place in range(len(items) - 2, 0, -1):
        if place > len(items) - 2:
            # Whoever was met behind this one was taken in, with what stood between.
            continue
        word = words[items[place].first]
        if word in _FROM_THERE:
            _lead_on(items, place)
        if (word in _FROM_THERE or word in _AFTERWARDS) and items[place + 1].key == "to":
            _travel_on(items, place)
        if items[place].role is Role.BOUNDARY and word == _THEN:
            _travel_on(items, place)
            _meet_on(items, place)


def stop_over(items: list[Item]) -> None:
    """Join the stops that «ف» adds to a journey: «إلى القاهرة فعمّان»."""
    for place in [place for place, item in enumerate(items) if item.clitic == "ف"][::-1]:
        first, stop = items[place - 1], items[place]
        if place and not stop.preposition and _is_stop(stop) and _is_stop(first):
            first.take(stop)
            del items[place]


def _lead_on(items: list[Item], place: int) -> None:
    """Join the next stop to the one before: «إلى X ومنها إلى Y», «إلى X، ومنها إلى Y»."""
    before = place - 1 - (items[place - 1].key == _COMMA)
    first, behind = items[before], items[place + 1 : place + 3]
    if before < 0 or len(behind) < _PAIR or behind[0].key != "to" or not (_is_stop(first) and _is_stop(behind[1])):
        return
    if first.preposition == "to":
        for between in items[before + 1 : place + 2]:
            between.role, between.key = Role.WORD, ""
        give(behind[1], first)


def _turn_on(items: list[Item], place: int) -> None:
    """Join whom somebody turned to one after the other: «مكالمة مع X ثم Y», «مع X ثم مع Y»."""
    first, again = items[place - 1], items[place + 1].role is Role.PREPOSITION
    behind = place + 1 + again
    if behind >= len(items) or first.preposition not in _TURNED or not is_person(first) or not is_person(items[behind]):
        return
    alike = items[behind].preposition in (("", first.preposition) if not again else (first.preposition,))
    if alike and items[behind].clitic[:1] != "و" and not _acts_next(items[behind + 1 : behind + 2]):
        for between in items[place:behind]:
            between.role, between.key = Role.WORD, ""
        give(items[behind], first)


def _acts_next(following: Sequence[Item]) -> bool:
    """Tell whether a verb stands behind whoever follows «ثم»: «ثم X غادر»."""
    return any(item.finite or item.word.startswith(_PRESENT_VERBS) for item in following)


def _meet_on(items: list[Item], place: int) -> None:
    """Join whom somebody met one after the other: «التقى X Y، ثم Z»."""
    last = place - 1 - (items[place - 1].key == _COMMA)
    verb = next((at for at in range(place - 1, -1, -1) if items[at].finite), None)
    beside = last > 0 and _MET in items[last - 1].senses.keys
    if not beside and (verb is None or last <= verb or _MEETING.isdisjoint(items[verb].senses.keys)):
        return
    at = place + 1 + _is_nation(items[place + 1])
    met, following = items[last], items[min(at, len(items) - 1)]
    if not (is_person(met) and is_bare_person(following)) or following.clitic:
        return
    if not any(item.finite for item in items[at + 1 : at + 2]):
        met.take(following)
        del items[last + 1 : at + 1]


def list_on(items: list[Item]) -> None:
    """Join whom «ف» adds to those met: «بلقاء X، فY»."""
    for place in [place for place, item in enumerate(items) if item.clitic == "ف" and place > 1][::-1]:
        added, met = items[place], items[place - 1 - (items[place - 1].key == _COMMA)]
        if not is_person(added) or added.preposition or not is_person(met):
            continue
        if not any(item.finite for item in items[place + 1 : place + 2]):
            met.take(added)
            del items[items.index(met) + 1 : place + 1]


def _is_nation(item: Item) -> bool:
    """Tell whether *item* may say of what nation the name behind it is: «ثم [الإيراني] X»."""
    return item.role is Role.WORD and item.word.startswith("ال")


def _travel_on(items: list[Item], place: int) -> None:
    """Read the journey again for the stop behind «ثم»: «سيزور X في يناير، ثم Y في فبراير», «إلى X ثم إلى Y»."""
    behind = place + 1 + (items[place + 1].role is Role.PREPOSITION and items[place + 1].key == "to")
    finite = (at for at in range(place - 1, -1, -1) if items[at].finite)
    # «ينتقل X إلى Y حيث يلتقي Z، ومنها إلى»
    verb = next((at for at in finite if items[at - 1].word != _WHERE), None)
    if verb is None or behind >= len(items) or _TRAVELLING.isdisjoint(items[verb].senses.keys):
        return
    stop = items[behind]
    if not _is_stop(stop) or stop.preposition not in ("", "to") or not any(map(_is_stop, items[verb:place])):
        return
    then = items[place]
    then.role, then.finite, then.word, then.clitic = Role.ACT, True, items[verb].word, "و"
    then.senses = items[verb].senses
    if _TO.isdisjoint(items[verb].senses.keys):
        return
    stop.preposition = "to"


def _is_stop(item: Item) -> bool:
    """Tell whether *item* is a place of some state."""
    return item.role is Role.GROUP and item.is_place and bool(item.actors)
