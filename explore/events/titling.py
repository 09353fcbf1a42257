"""Settle whom titles and delegations mean that stand apart from their names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from explore.entities.phrase import COUNTERPARTS
from explore.events.groups import give, is_bare_person, is_mere_title, is_person, is_unnamed
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import EntityType

AMONG = listed("titling", "among")
# A delegation goes under one of these.
LED = listed("titling", "led")
_DELEGATIONS = listed("titling", "delegations")
# «وفد من الكونغرس برئاسة X»: the delegation stands at most so many items before.
_LED_WITHIN = 5
_GOALS = frozenset(("to", "place", "at"))
# «عن الجانب الروسي X»: for whom somebody signs.
FOR = frozenset(("عن", "وعن"))
_SIGNING = frozenset(("verb.sign", "sign"))
_THE = "ال"
_AND_THE = "وال"
_COUPLE = 2
# «الوزير المكلف بX، Y»: the name stands at most so many items behind the title.
CHARGED = listed("titling", "charged")
_CHARGED_WITHIN = 9
# «Y، الذي»: the relative stands at most so many items behind the name.
_TOLD_WITHIN = 2
# One item stands between its quotation marks.
_QUOTED = 2


def exemplify(items: list[Item], words: Sequence[str]) -> None:
    """Give the names behind «من بينهم», «منهم» to the unnamed group before them: «إلى ملوك ورؤساء …، منهم X وY»."""
    for place, following in enumerate(items[1:]):
        if following.role is not Role.GROUP:
            continue
        before = words[max(0, following.first - 2) : following.first]
        if AMONG.isdisjoint(before):
            continue
        _collect(items, place + 1, words)
        unnamed = next((one for one in reversed(items[:place]) if is_unnamed(one)), None) or _officials(items, place)
        if unnamed is not None:
            unnamed.actors = following.actors
            told_of = items[place + 2 : place + 3]
            if not told_of or told_of[0].role is not Role.RELATIVE:
                following.actors = []


def enlist(items: list[Item], commas: Sequence[int], words: Sequence[str]) -> None:
    """Give those listed by state and name to the unnamed group before: «مع نظرائه …، السعودي A والإماراتي B»."""
    for comma in commas:
        if comma + 2 >= len(items):
            continue
        nation, first = items[comma + 1 : comma + 3]
        listed = nation.role is Role.WORD and nation.word.startswith(_THE) and nation.last == first.first
        if not listed or not is_bare_person(first):
            continue
        clause = takewhile(lambda item: not item.finite and item.role is not Role.BOUNDARY, reversed(items[:comma]))
        groups = [item for item in clause if item.role is Role.GROUP]
        many = next((item for item in groups if _are_many(item)), None)
        if many is None or any(map(is_person, groups)):
            continue
        _collect(items, comma + 2, words)
        if len(first.actors) > 1:
            many.actors, first.actors = first.actors, []


def _are_many(item: Item) -> bool:
    """Tell whether *item* is a group of officials without names: «نظرائه», «وزراء خارجية الدول»."""
    return is_unnamed(item) or (not item.actors and item.phrases[0].counterpart.startswith(COUNTERPARTS))


def _collect(items: list[Item], place: int, words: Sequence[str]) -> None:
    """Take in who is listed by state and name: «وهم السعودي A والإماراتي B والمصري C»."""
    first = last = items[place]
    for item in items[place + 1 :]:
        apart = item.first - last.last == 1 and words[last.last].startswith(_AND_THE)
        if item.role is Role.WORD and item.first == last.last:
            continue
        if not apart or not is_bare_person(item):
            return
        give(item, first)
        last = item


def _officials(items: Sequence[Item], place: int) -> Item | None:
    """Return the officials before *place* who stand for the state of the one named: «قادة X وعلى رأسهم Y»."""
    following = items[place + 1]
    nearest = next((one for one in reversed(items[:place]) if one.role is Role.GROUP), None)
    if nearest is None or not is_person(following) or len(nearest.actors) != 1:
        return None
    phrase = nearest.phrases[-1]
    many = phrase.body == "delegation" or any(office.form.number == "p" for office in phrase.offices)
    stand = nearest.actors[0].type is EntityType.GPE and nearest.actors[0].country == following.actors[0].country
    return nearest if many and stand else None


def lead(items: list[Item], words: Sequence[str]) -> None:
    """Let who leads a delegation stand for it: «وفدا روسيا برئاسة لافروف», «وفد من X برئاسة Y»."""
    for place, led in enumerate(items[1:-1], 1):
        leader = items[place + 1]
        if led.word not in LED or not _is_leader(leader):
            continue
        near = range(place - 1, max(-1, place - 1 - _LED_WITHIN), -1)
        first = next((at for at in near if words[items[at].first] in _DELEGATIONS), None)
        if first is None:
            continue
        for item in items[first:place]:
            # «وصل وفد روسي إلى دمشق برئاسة X»: where they go stays.
            item.actors = item.actors if item.is_place and item.preposition in _GOALS else []
        if items[first].role is Role.GROUP:
            items[first].actors, leader.actors = leader.actors, []
            # «الوفد الذي يقوده X سيصل»: nobody stands between the delegation and what it does.
            leader.role, leader.possessed = Role.WORD, True
        else:
            leader.preposition = ""


def _is_leader(item: Item) -> bool:
    """Tell whether *item* is a person, or an unnamed one who stands for a state: «برئاسة وزير المالية التونسي»."""
    return is_person(item) or (item.role is Role.GROUP and bool(item.actors) and bool(item.phrases[0].offices))


def sign(items: list[Item], words: Sequence[str]) -> None:
    """Let who sign for two sides sign together: «وقعها عن الجانب القطري X وعن الجانب التركي Y»."""
    if all(_SIGNING.isdisjoint(item.senses.keys) for item in items if item.senses):
        return
    sides = [
        (side, following)
        for side, following in zip(items, [*items[1:], *items[-1:]], strict=True)
        if side.role is Role.GROUP and _is_signed_for(words, side.first)
    ]
    signers = []
    for side, following in sides:
        if is_person(side) and side.preposition == "other":
            # «عن الجانب القطري X» is one phrase.
            side.preposition = ""
            signers.append(side)
        elif is_bare_person(following) and following is not side:
            side.actors = []
            signers.append(following)
    for signer in signers[1:]:
        give(signer, signers[0])


def _is_signed_for(words: Sequence[str], first: int) -> bool:
    """Tell whether «عن», «عن جانب» stands before the token *first*."""
    return words[first - 1] in FOR or (words[first - 1] == "جانب" and words[first - 2] in FOR)


def describe(items: list[Item], commas: Sequence[int]) -> None:
    """Let a title behind a comma describe who stands before it: «التقى X، ولي العهد السعودي، Y»."""
    for place in commas:
        _describe(items[place - 1], items[place + 1])


def serve(items: list[Item], groups: Sequence[int]) -> None:
    """Let whom somebody serves describe him: «التقى X [مستشار الرئيس الإيراني Y] Z»."""
    for place in groups:
        before, title = items[place - 1], items[place]
        if before.last == title.first and title.phrases and title.actors and title.actors[0].type is EntityType.GPE:
            _describe(before, title)


def _describe(before: Item, title: Item) -> None:
    """Leave out the *title* of the person *before* it."""
    if is_person(before) and title.role is Role.GROUP and title.actors and is_mere_title(title):
        same = title.actors[0].country == before.actors[-1].country
        if same and len(title.actors) == 1 and not title.preposition:
            title.role, title.actors = Role.WORD, []


def introduce(items: list[Item], commas: Sequence[int], words: Sequence[str]) -> None:
    """Let two names behind a comma tell who the two are: «وزيرا خارجية البلدين، X وY», «الوزيران، الروسي X»."""
    for comma in commas:
        pair = items[comma - 1]
        if pair.role is not Role.GROUP or not _are_two(pair):
            continue
        first = comma + 1 + (items[comma + 1].role is Role.WORD)
        named = items[first] if first < len(items) else pair
        if not is_person(named) or named.clitic or named.preposition not in ("", pair.preposition):
            continue
        _collect(items, first, words)
        if len(named.actors) == _COUPLE:
            pair.actors, pair.phrases = named.actors, named.phrases
            named.role, named.actors = Role.WORD, []


def _are_two(item: Item) -> bool:
    """Tell whether *item* is two people without their names: «الرئيسان», «وزيرا خارجية البلدين»."""
    phrase = item.phrases[0]
    if len(item.phrases) > 1 or phrase.name is not None or phrase.clitic:
        return False
    return phrase.pair or (bool(phrase.offices) and phrase.office.form.number == "d")


def charge(items: list[Item], words: Sequence[str]) -> None:
    """Let a name behind «المكلف بX» name the title before: «وزير الدولة العماني المكلف بX، Y»."""
    for place, title in enumerate(items[:-1]):
        if title.role is not Role.GROUP or not is_mere_title(title):
            continue
        within = items[place + 1 : place + 1 + _CHARGED_WITHIN]
        # «المكلف تنمية الشرق الأقصى», «المكلف الشؤون الأوروبية»: a region may be what somebody is charged with.
        passed = (one for one in within if one.role not in (Role.WORD, Role.COMMA) and not _is_mere_place(one))
        named = next(passed, None)
        if named is None or named.first == title.last or not is_bare_person(named) or named.phrases[0].offices:
            continue
        charged = not CHARGED.isdisjoint(words[title.last - 1 : named.first])
        nations = {nation.key for nation in title.phrases[0].nations}
        if charged and named.actors[0].country in nations:
            title.actors = named.actors
            _forget(items, named)


def _is_mere_place(item: Item) -> bool:
    """Tell whether *item* is a region or a nation, nobody's name."""
    return item.role is Role.GROUP and item.phrases[0].name is None and not item.phrases[0].offices


def entitle(items: list[Item], groups: Sequence[int]) -> None:
    """Let a name behind the seat of an unnamed title name it: «عضو اللجنة المركزية لحركة فتح، X»."""
    for place in groups:
        title = items[place]
        if title.actors or title.role is not Role.GROUP or not is_mere_title(title):
            continue
        behind = place + 1
        while behind < len(items) and items[behind].role is Role.WORD:
            behind += 1
        seat = items[behind] if behind < len(items) else title
        if seat.role is not Role.GROUP or not seat.clitic.endswith(("ل", "ب")) or is_person(seat) or not seat.actors:
            continue
        named = next((item for item in items[behind + 1 : behind + 3] if item.role is not Role.COMMA), None)
        if named is None or not is_bare_person(named) or named.phrases[0].offices or len(named.actors) != 1:
            continue
        if named.actors[0].country in (None, seat.actors[0].country):
            title.actors, seat.actors = named.actors, []
            _forget(items, named)


def _forget(items: Sequence[Item], named: Item) -> None:
    """Leave the name out of the sentence, unless a relative clause tells of it."""
    behind = items[items.index(named) + 1 :][:_TOLD_WITHIN]
    told = next((item for item in behind if item.role is not Role.COMMA), None)
    if told is None or told.role is not Role.RELATIVE:
        named.role, named.actors = Role.WORD, []


def explain(items: list[Item]) -> None:
    """Let a body in quotation marks explain the title before it: «رئيس البرلمان الألماني "البوندستاج"»."""
    quotes = [place for place, item in enumerate(items) if item.role is Role.QUOTE]
    for opening, closing in pairwise(quotes):
        if closing - opening != _QUOTED or not opening:
            continue
        title, body = items[opening - 1], items[opening + 1]
        if body.role is not Role.GROUP or body.preposition or not body.actors or title.last != items[opening].first:
            continue
        if body.actors[0].type is not EntityType.ORG:
            continue
        if is_person(title) and title.actors[-1].country == body.actors[0].country:
            body.role, body.actors = Role.WORD, []
