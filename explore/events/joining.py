"""Join the groups of one sentence that other words part, and settle whom they name together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from explore.events.items import Item, Role
from explore.model import EntityType

# Behind these stand the names of the unnamed group before.
_AMONG = frozenset(("وهم", "وهما", "بينهم", "منهم", "ابرزهم", "مقدمتهم", "طليعتهم", "راسهم", "فيهم"))
# A delegation goes under one of these.
_LED = frozenset(("برياسه", "بقياده"))
_DELEGATIONS = frozenset(("وفد", "وفدا", "الوفد", "بوفد", "لوفد", "ووفد", "وفدها", "بالوفد", "للوفد"))
# «وفد من الكونغرس برئاسة X»: the delegation stands at most so many items before.
_LED_WITHIN = 5
# «عن الجانب الروسي X»: for whom somebody signs.
_FOR = frozenset(("عن", "وعن"))
_SIGNING = frozenset(("verb.sign", "sign"))
# «عقد X، اليوم الخميس، وY قمة»: what may stand between two who act together.
_ASIDE = frozenset((Role.DATE, Role.PREPOSITION, Role.WORD, Role.QUOTE))
_ASIDE_WITHIN = 6
_COMMA = "،"
_AND_THE = "وال"
# «الوزير المكلف بX، Y»: the name stands at most so many items behind the title.
_CHARGED = frozenset(("المكلف", "المكلفه", "المنتدب", "المعني", "المعنيه", "المسءول", "المسوول"))
_CHARGED_WITHIN = 9
# «Y، الذي»: the relative stands at most so many items behind the name.
_TOLD_WITHIN = 2
# A bracket, the state and a bracket stand behind a city.
_GLOSS = 3
# «مع X، فضلا عن Y», «X إلى جانب Y»: whoever stands behind one of these stands in the list before it.
_ADDING = frozenset((
    ("فضلا", "عن"), ("علاوه", "علي"), ("اضافه", "الي"), ("بالاضافه", "الي"), ("الي", "جانب"), ("وكذلك",), ("وكذا",),
))  # fmt: skip
_ADDING_TO = frozenset((("اضافه",), ("بالاضافه",)))
_ADDERS = frozenset(word for words in _ADDING for word in words[-1:])
_ADDERS_TO = frozenset(word for words in _ADDING_TO for word in words)
# «استقبل X، بحضور Y، Z»: who is received stands behind a comma.
_ATTENDED = frozenset(("بحضور", "وبحضور", "بمشاركه"))
_TAKING_OBJECTS = frozenset(("verb.receive", "verb.meet"))
_THEN = "ثم"
_MEETING = frozenset(("verb.meet", "verb.receive", "verb.gather"))
_TO = frozenset(("verb.arrive", "verb.leave_for", "verb.move", "verb.return"))
_TRAVELLING = _TO | {"verb.visit", "verb.land"}
_QUOTE = '"'
_PAIR = 2


def join(items: list[Item], words: Sequence[str], first: int, last: int) -> None:
    """Join the groups of *items*, which lay out the tokens from *first* up to *last* of *words*."""
    said = words[first:last]
    if "(" in said:
        _gloss(items)
    if not _AMONG.isdisjoint(said):
        _exemplify(items, words)
    if not _LED.isdisjoint(said):
        _lead(items, words)
    if not _FOR.isdisjoint(said):
        _sign(items, words)
    if not _CHARGED.isdisjoint(said):
        _charge(items, words)
    if _QUOTE in said:
        _explain(items)
    if not _ATTENDED.isdisjoint(said):
        _part(items, words)
    if _THEN in said:
        _go_on(items, words)
    if not (_ADDERS.isdisjoint(said) and _ADDERS_TO.isdisjoint(said)):
        _add(items, words)
    _entitle(items)
    if _COMMA in said:
        commas = [place for place in range(1, len(items) - 1) if items[place].key == _COMMA]
        _describe(items, commas)
        _resume(items, commas)


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


def _exemplify(items: list[Item], words: Sequence[str]) -> None:
    """Give the names behind «من بينهم», «منهم» to the unnamed group before them: «إلى ملوك ورؤساء …، منهم X وY»."""
    for place, following in enumerate(items[1:]):
        if following.role is not Role.GROUP or _AMONG.isdisjoint(words[max(0, following.first - 2) : following.first]):
            continue
        _collect(items, place + 1, words)
        unnamed = next((one for one in reversed(items[:place]) if _is_unnamed(one)), None) or _officials(items, place)
        if unnamed is not None:
            unnamed.actors = following.actors
            told_of = items[place + 2 : place + 3]
            if not told_of or told_of[0].role is not Role.RELATIVE:
                following.actors = []


def _collect(items: list[Item], place: int, words: Sequence[str]) -> None:
    """Take in who is listed by state and name: «وهم السعودي A والإماراتي B والمصري C»."""
    first = last = items[place]
    for item in items[place + 1 :]:
        apart = item.first - last.last == 1 and words[last.last].startswith(_AND_THE)
        if item.role is Role.WORD and item.first == last.last:
            continue
        if not apart or not _is_bare_person(item):
            return
        _give(item, first)
        last = item


def _officials(items: Sequence[Item], place: int) -> Item | None:
    """Return the officials before *place* who stand for the state of the one named: «قادة X وعلى رأسهم Y»."""
    following = items[place + 1]
    nearest = next((one for one in reversed(items[:place]) if one.role is Role.GROUP), None)
    if nearest is None or not _is_person(following) or len(nearest.actors) != 1:
        return None
    phrase = nearest.phrases[-1]
    many = phrase.body == "delegation" or any(office.form.number == "p" for office in phrase.offices)
    stand = nearest.actors[0].type is EntityType.GPE and nearest.actors[0].country == following.actors[0].country
    return nearest if many and stand else None


def _lead(items: list[Item], words: Sequence[str]) -> None:
    """Let who leads a delegation stand for it: «وفدا روسيا برئاسة لافروف», «وفد من X برئاسة Y»."""
    for place, led in enumerate(items[1:-1], 1):
        leader = items[place + 1]
        if led.word not in _LED or not _is_person(leader):
            continue
        near = range(place - 1, max(-1, place - 1 - _LED_WITHIN), -1)
        first = next((at for at in near if words[items[at].first] in _DELEGATIONS), None)
        if first is None:
            continue
        for item in items[first:place]:
            item.actors = []
        if items[first].role is Role.GROUP:
            items[first].actors, leader.actors = leader.actors, []
        else:
            leader.preposition = ""


def _sign(items: list[Item], words: Sequence[str]) -> None:
    """Let who sign for two sides sign together: «وقعها عن الجانب القطري X وعن الجانب التركي Y»."""
    if all(_SIGNING.isdisjoint(item.senses.keys) for item in items):
        return
    signed = [
        (side, signer)
        for side, signer in pairwise(items)
        if side.role is Role.GROUP and _is_signed_for(words, side.first) and _is_bare_person(signer)
    ]
    for side, _ in signed:
        side.actors = []
    for _, signer in signed[1:]:
        _give(signer, signed[0][1])


def _is_signed_for(words: Sequence[str], first: int) -> bool:
    """Tell whether «عن», «عن جانب» stands before the token *first*."""
    return words[first - 1] in _FOR or (words[first - 1] == "جانب" and words[first - 2] in _FOR)


def _describe(items: list[Item], commas: Sequence[int]) -> None:
    """Let a title behind a comma describe who stands before it: «التقى X، ولي العهد السعودي، Y»."""
    for place in commas:
        before, title = items[place - 1], items[place + 1]
        if _is_person(before) and _is_person(title) and _is_mere_title(title):
            same = title.actors[0].country == before.actors[-1].country
            if same and len(title.actors) == 1 and not title.preposition:
                title.role, title.actors = Role.WORD, []


def _charge(items: list[Item], words: Sequence[str]) -> None:
    """Let a name behind «المكلف بX» name the title before: «وزير الدولة العماني المكلف بX، Y»."""
    for place, title in enumerate(items[:-1]):
        if title.role is not Role.GROUP or not _is_mere_title(title):
            continue
        within = items[place + 1 : place + 1 + _CHARGED_WITHIN]
        named = next((one for one in within if one.role not in (Role.WORD, Role.COMMA)), None)
        if named is None or named.first == title.last or not _is_bare_person(named) or named.phrases[0].offices:
            continue
        charged = not _CHARGED.isdisjoint(words[title.last - 1 : named.first])
        nations = {nation.key for nation in title.phrases[0].nations}
        if charged and named.actors[0].country in nations:
            title.actors = named.actors
            _forget(items, named)


def _entitle(items: list[Item]) -> None:
    """Let a name behind the seat of an unnamed title name it: «عضو اللجنة المركزية لحركة فتح، X»."""
    for place, title in enumerate(items[:-2]):
        if not title.phrases or title.actors or title.role is not Role.GROUP or not _is_mere_title(title):
            continue
        behind = place + 1
        while behind < len(items) and items[behind].role is Role.WORD:
            behind += 1
        seat = items[behind] if behind < len(items) else title
        if seat.role is not Role.GROUP or not seat.clitic.endswith(("ل", "ب")) or _is_person(seat) or not seat.actors:
            continue
        named = next((item for item in items[behind + 1 : behind + 3] if item.role is not Role.COMMA), None)
        if named is None or not _is_bare_person(named) or named.phrases[0].offices or len(named.actors) != 1:
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


def _resume(items: list[Item], commas: Sequence[int]) -> None:
    """Join two who act together though a date or place stands between: «عقد X، اليوم الخميس، وY قمة»."""
    for comma in commas:
        if comma == 1 or not _is_bare_person(items[comma - 1]) or not _is_verb(items[comma - 2]):
            continue
        within = range(comma + 1, min(comma + 1 + _ASIDE_WITHIN, len(items)))
        other = next((at for at in within if not _is_aside(items[at])), None)
        if other is not None and _is_bare_person(items[other]) and items[other].clitic == "و":
            _give(items[other], items[comma - 1])


def _go_on(items: list[Item], words: Sequence[str]) -> None:
    """Join the stops of one journey: «إلى القاهرة ثم الرياض»."""
    for first, then, stop in zip(items, items[1:], items[2:], strict=False):
        if words[then.first] != _THEN or not (_is_stop(first) and _is_stop(stop)) or stop.preposition:
            continue
        if first.preposition == "to" and first.last == then.first and then.last == stop.first:
            then.role = Role.WORD
            _give(stop, first)
    for place in range(len(items) - 2, 0, -1):
        if items[place].role is Role.BOUNDARY and words[items[place].first] == _THEN:
            _travel_on(items, place)
            _meet_on(items, place)


def _meet_on(items: list[Item], place: int) -> None:
    """Join whom somebody met one after the other: «التقى X Y، ثم Z»."""
    last = place - 1 - (items[place - 1].key == _COMMA)
    verb = next((at for at in range(place - 1, -1, -1) if items[at].finite), None)
    if verb is None or last <= verb or _MEETING.isdisjoint(items[verb].senses.keys):
        return
    met, following = items[last], items[place + 1]
    if not (_is_person(met) and _is_bare_person(following)) or following.clitic:
        return
    if met.preposition or any(map(_is_bare_person, items[verb + 1 : last])):
        met.take(following)
        del items[last + 1 : place + 2]


def _travel_on(items: list[Item], place: int) -> None:
    """Read the journey again for the stop behind «ثم»: «سيزور X في يناير، ثم Y في فبراير», «إلى X ثم إلى Y»."""
    behind = place + 1 + (items[place + 1].role is Role.PREPOSITION and items[place + 1].key == "to")
    verb = next((at for at in range(place - 1, -1, -1) if items[at].finite), None)
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


def _explain(items: list[Item]) -> None:
    """Let a body in quotation marks explain the title before it: «رئيس البرلمان الألماني "البوندستاج"»."""
    for title, opening, body, closing in zip(items, items[1:], items[2:], items[3:], strict=False):
        if not (opening.role is closing.role is Role.QUOTE) or body.role is not Role.GROUP or body.preposition:
            continue
        if not body.actors or body.actors[0].type is not EntityType.ORG or title.last != opening.first:
            continue
        if _is_person(title) and title.actors[-1].country == body.actors[0].country:
            body.role, body.actors = Role.WORD, []


def _part(items: list[Item], words: Sequence[str]) -> None:
    """Part who is received from who was there as well: «استقبل X، بحضور Y، Z»."""
    for place in range(len(items) - 1, 0, -1):
        present = items[place]
        if present.role is not Role.GROUP or words[present.first - 1] not in _ATTENDED or not _lists_two(present):
            continue
        verb = next((at for at in range(place - 1, -1, -1) if items[at].finite), None)
        if verb is None or _TAKING_OBJECTS.isdisjoint(items[verb].senses.keys):
            continue
        if sum(map(_is_bare_person, items[verb:place])) != 1:
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
        _give(item, items[before])


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
    return _is_person(one) is _is_person(other) and one.is_place is other.is_place


def _is_stop(item: Item) -> bool:
    """Tell whether *item* is a place of some state."""
    return item.role is Role.GROUP and item.is_place and bool(item.actors)


def _is_aside(item: Item) -> bool:
    """Tell whether *item* says when or where, or is a comma."""
    return item.role in _ASIDE or item.key == _COMMA or (item.role is Role.GROUP and item.is_place)


def _is_verb(item: Item) -> bool:
    """Tell whether *item* may be a finite verb."""
    return item.role is not Role.WORD and bool(item.senses.tenses)


def _give(item: Item, group: Item) -> None:
    """Let the people of *item* act with those of *group*."""
    group.actors = [*group.actors, *(actor for actor in item.actors if actor not in group.actors)]
    item.role, item.actors = Role.WORD, []


def _is_person(item: Item) -> bool:
    """Tell whether *item* is a group whose first is a person."""
    return item.role is Role.GROUP and bool(item.actors) and item.actors[0].type is EntityType.PER


def _is_bare_person(item: Item) -> bool:
    """Tell whether *item* is a group of people behind no preposition."""
    return _is_person(item) and not item.preposition


def _is_mere_title(item: Item) -> bool:
    """Tell whether *item* is one title without a name."""
    phrase = item.phrases[0]
    return len(item.phrases) == 1 and phrase.name is None and bool(phrase.offices) and not phrase.clitic


def _is_unnamed(item: Item) -> bool:
    """Tell whether *item* is a group of offices without names: «ملوك ورؤساء»."""
    if item.role is not Role.GROUP or item.actors:
        return False
    return any(office.form.number == "p" for phrase in item.phrases for office in phrase.offices)
