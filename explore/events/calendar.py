"""Tell which act or verb of a sentence each of its dates belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from explore.events.items import VERBS, Item, Role
from explore.events.moments import DateRead
from explore.events.reach import is_act_noun
from explore.events.words import listed
from explore.model import EntityType

# «بعد الثورة الإسلامية عام 1979»: the date is of what stands behind one of these, at most so many items before.
_SINCE = listed("calendar", "since")
_SINCE_WITHIN = 5
# «منذ دخول القوات إلى X العام الماضي»: so many items before the date; behind «منذ سنوات» it is another's.
_BEGUN_WITHIN = 8
_LASTING = listed("calendar", "lasting")
_PARTING = frozenset((Role.COMMA, Role.BOUNDARY, Role.THAT, Role.RELATIVE, Role.QUOTE))
# «في 30 يونيو 2019، حين صافح X Y»: the verb stands at most so many items behind.
_WHEN = frozenset(("حين", "حينما", "عندما"))
_WHEN_WITHIN = 2
_RETURNS = listed("calendar", "returns")
# «الاجتماع الثنائي الأول الذي»: the noun that a relative tells of stands at most so many items before it.
_NOUN_WITHIN = 3
_SIGNING = frozenset(("verb.sign", "verb.initial"))
# «يجتمعون الاثنين عشية القمة»: the day is that of the eve.
_EVE = frozenset(("عشيه", "قبيل", "غداه"))
_THROUGH = "عبر"
_AFTER = listed("shared", "after")
# «اجتماع عبر تقنية الاتصال المرئي»: the means stand at most so many items before the noun.
_MEANS = listed("calendar", "means")
_MEANS_WITHIN = 2
_TOOK_OFFICE = listed("calendar", "took_office")
_SPANNING = listed("calendar", "spanning")
_CHANNELS = frozenset(("noun.call", "noun.video"))
# «بدأ أمس زيارة»: the noun stands at most so many items behind its verb.
_CARRIED_WITHIN = 3
# «الذي وقع»: the relative and its verb.
_CLAUSE = 2
# What neither has a date nor parts one from its act.
_IDLE = frozenset((Role.WORD, Role.GROUP, Role.PREPOSITION, Role.PRONOUN, Role.QUOTE))


class Calendar:
    """Hold the items of a sentence with its dates that say when, by their first token."""

    def __init__(self, items: Sequence[Item], dates: Sequence[DateRead]) -> None:
        """Prepare for the *dates* that stand among *items*."""
        self.items = items
        self.dates = {date.first: date for date in dates if not date.bound}
        self._bounds = {date.first: date for date in dates if date.bound}

    def since(self, place: int) -> DateRead | None:
        """Return the date behind «منذ» that stands behind the item at *place*: «لم يلتق X وY منذ 30 يونيو»."""
        behind = (self._bounds.get(item.first) for item in self.items[place:] if item.role is Role.DATE)
        return next((date for date in behind if date is not None), None)

    def when_of(self, place: int, words: Sequence[str]) -> DateRead | None:
        """Return the date right before «حين» that opens the clause of the item at *place*: «في يونيو، حين التقيا»."""
        for at in range(place - 1, max(0, place - 1 - _WHEN_WITHIN), -1):
            if words[self.items[at].first] in _WHEN:
                before = self.items[at - 1 - (self.items[at - 1].role is Role.COMMA)]
                date = self.dates.get(before.first) or self._bounds.get(before.first)
                return date if before.role is Role.DATE else None
        return None

    @cached_property
    def owners(self) -> dict[int, int]:
        """Return which act or verb each date of the sentence belongs to."""
        return _owners(self.items)

    @cached_property
    def places(self) -> list[int]:
        """Return the places of the dates that say when."""
        if not self.dates:
            return []
        dated = [place for place, item in enumerate(self.items) if item.role is Role.DATE and item.first in self.dates]
        return [place for place in dated if not _is_since(self.items, place)]


def _owners(items: Sequence[Item]) -> dict[int, int]:
    """Return for each date item the act or verb that it dates: the last one before it in its clause, else the next."""
    owners: dict[int, int] = {}
    last: int | None = None
    outer: int | None = None
    aside = False
    waiting: list[int] = []
    for place, item in enumerate(items):
        role = item.role
        if role in _IDLE:
            continue
        if role in VERBS:
            if _only_invites(item) or (last is not None and _is_part_of(items, place, last)):
                continue
            if role is Role.ACT and place and (items[place - 1].word in _EVE or _is_visit_before(items, place)):
                owners.update(dict.fromkeys(waiting, place - 1))
                waiting = []
            if last is not None and items[last].role is Role.RELATIVE and not _tells_of_person(items, last):
                waiting = [date for date, owner in owners.items() if owner == last]
            owners.update(dict.fromkeys(waiting, place))
            waiting = []
            last = place
        elif role is Role.RELATIVE:
            if _tells_of_thing(items, place) or _tells_of_person(items, place):
                outer, last = last, place
                aside = items[place - 1].role is Role.COMMA
        elif role is Role.COMMA:
            # «التقى X، الذي يزور Y، Z أمس»: behind the aside the first verb goes on.
            if aside or (last is not None and items[last].role is Role.RELATIVE):
                last, aside = outer, False
        elif role is Role.DATE:
            if last is None:
                waiting.append(place)
            else:
                owners[place] = last
        elif role is Role.THAT or role is Role.BOUNDARY:
            last, aside = None, False
            waiting = [] if role is Role.BOUNDARY else waiting
    return owners


def _is_part_of(items: Sequence[Item], place: int, last: int) -> bool:
    """Tell whether the verb or act at *place* has the dates of the one before it, at *last*."""
    item, before = items[place], items[last]
    if item.role is Role.ACT and before.role is Role.ACT and items[place - 1].word == _THROUGH:
        # «عقد X اجتماعا عبر الاتصال المرئي أمس» dates the meeting.
        return True
    carries = item.role is Role.SUPPORT and not item.clitic and before.role is Role.ACT
    if before.finite and any(is_act_noun(one) for one in items[place + 1 : place + 1 + _CARRIED_WITHIN]):
        # «استقبل X Y الذي بدأ أمس زيارة»
        carries = False
    if carries and items[place - 1].role is not Role.COMMA:
        # «اللقاء الذي جمع … أمس» dates the meeting.
        return True
    if _is_channel(items, place) or _is_spanned(item, before):
        return True
    # The date behind «وقع X وY اتفاقا» is of both.
    return "noun.agreement" in item.senses.keys and not _SIGNING.isdisjoint(before.senses.keys)


def _is_spanned(item: Item, verb: Item) -> bool:
    """Tell whether *item* is what *verb* begins or ends with another act: «اختتم X [جولته] أمس بلقاء Y»."""
    if verb.word.lstrip("و") not in _SPANNING:
        return False
    return any(sense.form.pronoun and sense.key.startswith("noun.") for sense in item.senses)


def _is_channel(items: Sequence[Item], place: int) -> bool:
    """Tell whether the noun at *place* only says by what means: «اجتماع عبر الاتصال المرئي», «بتقنية الفيديو»."""
    if not any(sense.key in _CHANNELS and sense.form.definite for sense in items[place].senses):
        return False
    before = {item.word for item in items[max(0, place - _MEANS_WITHIN) : place]}
    return not _MEANS.isdisjoint(before)


def _is_visit_before(items: Sequence[Item], place: int) -> bool:
    """Tell whether a visit was before what a date tells: «كانت آخر محطة لX في Y أمس بعد زيارته Z»."""
    return items[place - 1].word in _AFTER and "noun.visit" in items[place].senses.keys


def _tells_of_thing(items: Sequence[Item], place: int) -> bool:
    """Tell whether the relative at *place* tells of a thing, not of an act or somebody: «الهجوم الذي وقع عام 2010».

    The dates of its clause are the thing's own; so are those of «X، الذي تحتفل بلاده غدا بعيد استقلالها،».
    """
    if place > 1 and items[place - 1].role is Role.COMMA and items[place - 2].role is Role.GROUP:
        return any(actor.type is EntityType.PER for actor in items[place - 2].actors)
    # «الهجوم الأخير، الذي وقع السبت،» is of the attack as well.
    place -= place > 1 and items[place - 1].role is Role.COMMA
    if place == 0 or items[place - 1].role is not Role.WORD:
        return False
    for item in reversed(items[max(0, place - _NOUN_WITHIN) : place]):
        if item.role is not Role.WORD and (item.role is not Role.GROUP or item.actors):
            return item.role is not Role.ACT
    return True


def _tells_of_person(items: Sequence[Item], place: int) -> bool:
    """Tell whether the relative at *place* tells when somebody did what is no act: «X الذي انتخب في 24 فبراير»."""
    if place + 1 >= len(items) or items[place - 1].role is not Role.GROUP or items[place + 1].role is not Role.WORD:
        return False
    return items[place + 1].word in _TOOK_OFFICE


def _is_since(items: Sequence[Item], place: int) -> bool:
    """Tell whether a date only dates what came before: «بعد الثورة عام 1979», not «بعد ثلاثة أيام»."""
    if _is_of_beginning(items, place):
        return True
    before = items[max(0, place - _SINCE_WITHIN) : place]
    if any(item.word in _RETURNS and one.word in _SINCE for one, item in pairwise(before)):
        return True
    said = next((item for item in reversed(before) if item.role is not Role.WORD), None)
    if said is None or said is before[-1] or said.role is not Role.PREPOSITION:
        return False
    return said.word.lstrip("و") in _SINCE


def _is_of_beginning(items: Sequence[Item], place: int) -> bool:
    """Tell whether a date is of that since which it is: «أول لقاء منذ دخول القوات إلى X العام الماضي»."""
    for at in range(place - 1, max(0, place - _BEGUN_WITHIN), -1):
        item = items[at]
        if item.finite or item.role in _PARTING:
            return False
        if item.word == "منذ":
            following = items[at + 1]
            counts = following.word in _LASTING or following.word[:1].isdecimal()
            return at + 1 < place and not counts and following.role is not Role.ACT
    return False


def _only_invites(item: Item) -> bool:
    """Tell whether an invitation only says why somebody comes: «يزور X Y بدعوة من Z يوم الاثنين»."""
    return item.clitic in ("ب", "ل") and "noun.invitation" in item.senses.keys


def is_over(items: Sequence[Item], verb: int, date: int, act: int) -> bool:
    """Tell whether a *date* is of a thing of which a clause before the *act* tells: «الهجوم، الذي [وقع] السبت، …»."""
    if verb < _CLAUSE or items[verb - 1].role is not Role.RELATIVE:
        return False
    thing = items[verb - _CLAUSE - (items[verb - _CLAUSE].role is Role.COMMA)]
    return thing.role is Role.WORD and any(item.role is Role.COMMA for item in items[date:act])
