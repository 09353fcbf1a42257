"""Choose the date of an act: the one its own words carry, else the one of the sentence that reports it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.frozen import quick
from explore.model import EntityType, Event, Precision, Status


@quick
@dataclass(frozen=True, slots=True)
class DateRead:
    """Hold a date expression as the event layer needs it: its tokens, EDTF value, interval and reason.

    ``bound`` marks dates behind منذ or حتى, which say since or until when, not when.
    """

    first: int
    last: int
    value: str | None
    days: tuple[dt.date, dt.date] | None
    why: str
    bound: bool = False


@quick
@dataclass(frozen=True, slots=True)
class When:
    """Hold the date of an event. ``value`` is EDTF or None."""

    value: str | None
    days: tuple[dt.date, dt.date] | None
    basis: str


UNKNOWN = When(None, None, "no date told")
# Behind these an act says when another happened.
_DURING = frozenset(("خلال", "اثناء", "هامش", "ختام", "ضمن", "اطار"))
# «بعد الثورة الإسلامية عام 1979»: the date is of what stands behind one of these, at most so many items before.
_SINCE = frozenset(("بعد", "منذ", "عقب", "قبل", "اثر"))
_SINCE_WITHIN = 5
# «قبل عودته إلى بلاده في …» dates the return.
_RETURNS = frozenset(("عودته", "عودتها", "عودتهما", "مغادرته", "مغادرتها", "رجوعه"))
# «تبادلا التهاني في مكالمة أمس» dates the greeting by the call.
_TALKS = frozenset(("noun.call", "noun.letter", "noun.meeting", "noun.video"))
_TRAVELLING = frozenset((
    "verb.visit", "verb.arrive", "verb.land", "verb.leave_for", "verb.move", "verb.return", "verb.head_for",
    "verb.come", "verb.return_from",
))  # fmt: skip
# What may stand between two dates of one act, which lie at most so many items apart.
_BETWEEN_DATES = frozenset(("", "ثم", "في", "يوم"))
_AGAIN_WITHIN = 3
# «الاجتماع الثنائي الأول الذي»: the noun that a relative tells of stands at most so many items before it.
_NOUN_WITHIN = 3
# «مراسم الجنازة التي أقيمت يوم الجمعة، والتقى على هامشها X»: what is told of the thing dates the act too.
_DURING_IT = frozenset(("هامشه", "هامشها", "خلاله", "خلالها", "اثناءه", "اثناءها"))
_DURING_IT_WITHIN = 2
# «غداة القمة» is the day after it, «عشية القمة» the one before: so many days from the one named lies the act.
_SHIFTS = {"غداه": -1, "عشيه": 1}
_BEFORE = "قبل"
_EVE = frozenset(("عشيه", "قبيل", "غداه"))
# What a date may belong to, and what parts it from that.
_DATING = frozenset((
    Role.ACT, Role.SPEECH, Role.SUPPORT, Role.RELATIVE, Role.THAT, Role.BOUNDARY, Role.COMMA, Role.DATE
))  # fmt: skip
# What EDTF adds to a date that is uncertain or approximate.
_MARKS = "?~%"
_WEEK = 7
_NEXT_DAY = dt.timedelta(days=1)
_LATEST = "the latest such weekday"
# How a date begins its reason whose year is not told.
_NEAREST = "the year that brings"
# A plan that old is no late report of what was planned.
_LONG = dt.timedelta(days=45)
# How vague a date is, by the length of its EDTF: a year, a month; a day or a span of days is not.
_VAGUENESS = {4: 2, 7: 1}
_UNREADABLE = 9


class Calendar:
    """Hold the items of a sentence with its dates that say when, by their first token."""

    def __init__(self, items: Sequence[Item], dates: Sequence[DateRead]) -> None:
        """Prepare for the *dates* that stand among *items*."""
        self.items = items
        self.dates = {date.first: date for date in dates if not date.bound}

    @cached_property
    def owners(self) -> dict[int, int]:
        """Return which act or verb each date of the sentence belongs to."""
        return _owners(self.items)

    @cached_property
    def places(self) -> list[int]:
        """Return the places of the dates that say when."""
        if not self.dates:
            return []
        dated = (place for place, item in enumerate(self.items) if item.role is Role.DATE and item.first in self.dates)
        return [place for place in dated if not _is_since(self.items, place)]


def choose(draft: Draft, calendar: Calendar, words: Sequence[str], status: Status, today: dt.date | None) -> list[When]:
    """Return the date that belongs to the act of *draft* (two where two are told), else that of the verb reporting it.

    The most precise date of the act wins, then the nearest. Neither a plan nor what was called off takes the day on
    which it was reported.
    """
    if not calendar.dates or draft.undated:
        return [UNKNOWN]
    dated = _Dated(draft, calendar)
    own = dated.own()
    eve = None if any(place > draft.place for place in own) else dated.beside(words)
    if eve is not None:
        return [eve]
    if own:
        return dated.best(own, words)
    during = dated.during(words)
    if during is not None:
        return [dated.when(during, "of the act during which it happened: ")]
    if status in (Status.PLANNED, Status.WISHED, Status.CANCELLED):
        return [dated.to_come(today)]
    return [dated.of_report()]


def has_own(draft: Draft, calendar: Calendar) -> bool:
    """Tell whether a date belongs to the act itself."""
    return bool(_Dated(draft, calendar).own())


def of_lead(today: dt.date | None) -> When:
    """Return the article's day, marked as doubtful, for the news of a lead that names no day."""
    if today is None:
        return UNKNOWN
    return When(f"{today.isoformat()}?", (today, today), "the news of the lead, dated by the article's day")


def of_visit(visit: Event) -> When | None:
    """Return the date of *visit* for what was part of it; None where that has none, or a vague one."""
    if visit.date is None or visit.date_start is None or visit.date_end is None or visit.status is not Status.HAPPENED:
        return None
    days = (dt.date.fromisoformat(visit.date_start), dt.date.fromisoformat(visit.date_end))
    return When(visit.date, days, f"of the visit that it was part of: {visit.date_basis}")


def forward(when: When, today: dt.date | None) -> When:
    """Return the day of a plan: the next such weekday or month for the latest; a year of the past is none."""
    if today is None or when.days is None or when.days[1] >= today:
        return when
    long_past = today - when.days[1] > _LONG
    if long_past and _NEAREST in when.basis and (later := _next_year(when)) is not None:
        return later
    if when.days[0] != when.days[1]:
        return UNKNOWN
    day = when.days[0] + dt.timedelta(days=_WEEK)
    if not when.basis.endswith(_LATEST) or day < today:
        return when
    return When(day.isoformat(), (day, day), "the next such weekday, as the verb is to come")


def _next_year(when: When) -> When | None:
    """Return the same days a year on: «سيزور X Y في يونيو», told in September; None for what has no such day."""
    assert when.days is not None
    try:
        first, last = (day.replace(year=day.year + 1) for day in when.days)
    except ValueError:
        return None
    year = str(when.days[0].year)
    value = str(when.value).replace(year, str(first.year))
    return When(value, (first, last), "the next such day or month, as the verb is to come")


def precision(when: When) -> Precision:
    """Return how exactly *when* is known."""
    if when.value is None or when.days is None:
        return Precision.UNKNOWN
    plain = when.value.rstrip(_MARKS)
    if "/" in plain:
        return Precision.RANGE
    return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(plain), Precision.DAY)


class _Dated:
    """Hold an act with the calendar of its sentence."""

    def __init__(self, draft: Draft, calendar: Calendar) -> None:
        self.draft = draft
        self.calendar = calendar
        self.items = calendar.items
        self.dates = calendar.dates
        self.trigger = self.items[draft.place]

    def own(self) -> list[int]:
        """Return the places of the dates of the act; a date of nobody is one of a noun that no verb carries."""
        calendar = self.calendar
        if not calendar.places:
            return []
        mine = (self.draft.place, self.draft.verb, *self._chained())
        return [place for place in calendar.places if calendar.owners.get(place) in mine]

    def _chained(self) -> list[int]:
        """Return the place of the noun that only specifies the act before it: «لقاء القمة»."""
        place = self.draft.place + 1
        return [place] if place < len(self.items) and _specifies(self.items[place], self.trigger) else []

    def best(self, places: Sequence[int], words: Sequence[str]) -> list[When]:
        """Return the most precise of the dates at *places*, then the nearest, and the second date that it brings."""
        best = min(places, key=self._rank)
        again = self._again(best, words)
        whens = [
            self.when(place) for place in (best, again) if place is not None and self.items[place].first in self.dates
        ]
        return [_span(*whens)] if len(whens) > 1 and _are_one_span(*whens) else whens

    def _rank(self, place: int) -> tuple[int, int]:
        """Return how vague the date at *place* is, then how far it stands from the act."""
        item = self.items[place]
        return _vagueness(self.dates[item.first]), _distance(item, self.trigger)

    def _again(self, place: int, words: Sequence[str]) -> int | None:
        """Return the second date of «في 27 مايو و3 يونيو», «في 27 مايو ثم في 3 يونيو»; None where one is told."""
        joined = False
        for later in range(place + 1, min(place + 1 + _AGAIN_WITHIN, len(self.items))):
            word = words[self.items[later].first]
            joined = joined or word[:1] == "و" or word == "ثم"
            if self.items[later].role is Role.DATE:
                return later if joined else None
            if word.lstrip("و") not in _BETWEEN_DATES:
                return None
        return None

    def beside(self, words: Sequence[str]) -> When | None:
        """Return the day before or after the one that the sentence names: «اختتم X الثلاثاء زيارته، غداة قمة …»."""
        shift = _SHIFTS.get(words[self.trigger.first - 1].lstrip("و")) if self.trigger.first else None
        before = [place for place in self.calendar.places if place < self.draft.place]
        if shift is None or not before:
            return None
        named = self.dates[self.items[before[-1]].first]
        if named.days is None or named.days[0] != named.days[1]:
            return None
        day = named.days[0] + dt.timedelta(days=shift)
        return When(day.isoformat(), (day, day), f"{words[self.trigger.first - 1]} {named.why}")

    def during(self, words: Sequence[str]) -> int | None:
        """Return the date of the act that follows with خلال: «وقع الزعيمان اتفاقية خلال زيارة … في يونيو»."""
        for place in range(self.draft.place + 1, len(self.items)):
            item = self.items[place]
            if item.role in (Role.BOUNDARY, Role.THAT, Role.SPEECH):
                return None
            if item.role is Role.ACT and item.first and _happens_in(item, words[item.first - 1]):
                return next((date for date, owner in self.calendar.owners.items() if owner == place), None)
        return None

    def to_come(self, today: dt.date | None) -> When:
        """Return the nearest date of the sentence that was to come: «القمة المرتقبة، الجمعة، … وستكون أول زيارة»."""
        ahead = [place for place in self.calendar.places if _is_ahead(self.dates.get(self.items[place].first), today)]
        ahead = [place for place in ahead if not (self._is_of_later_act(place) or self._is_before_that(place))]
        if not ahead:
            return self._of_journey()
        nearest = min(ahead, key=lambda place: _distance(self.items[place], self.trigger))
        return self.when(nearest, "the coming day that the sentence names: ")

    def _of_journey(self) -> When:
        """Return the day of the journey whose aim the act is: «قام X الثلاثاء بزيارة إلى Y للقاء Z»."""
        if self.trigger.clitic != "ل":
            return UNKNOWN
        before = (place for place in reversed(self.calendar.places) if place < self.draft.place)
        journey = next((place for place in before if self._is_of_journey(self.calendar.owners.get(place))), None)
        return UNKNOWN if journey is None else self.when(journey, "of the journey whose aim it is: ")

    def _is_of_journey(self, owner: int | None) -> bool:
        """Tell whether a date is that of a journey in the clause of the act."""
        if owner is None or owner > self.draft.place or any(map(_parts, self.items[owner + 1 : self.draft.place])):
            return False
        return _travels(self.items[owner]) or "noun.visit" in self.items[owner].senses.keys

    def _is_before_that(self, place: int) -> bool:
        """Tell whether a date behind the act is of what it comes before: «يتوجه X إلى Y قبل أن يقدم تقريره في …»."""
        between = self.items[self.draft.place + 1 : place]
        return any(item.role is Role.BOUNDARY and item.word.lstrip("و") == _BEFORE for item in between)

    def _is_of_later_act(self, place: int) -> bool:
        """Tell whether a date is of an act that follows: «اتفقا على لقاء وأعرب عن سعادته بزيارة X في سبتمبر»."""
        owner = self.calendar.owners.get(place)
        if owner is None or owner <= self.draft.place or self.items[owner].role is not Role.ACT:
            return False
        if any(item.role is Role.RELATIVE for item in self.items[owner:place]):
            # «سيناقشان تمديد المعاهدة التي ستنتهي في X»: the date is the treaty's.
            return True
        between = self.items[self.draft.place + 1 : owner]
        return any(item.finite or item.role in (Role.BOUNDARY, Role.THAT) for item in between)

    def of_report(self) -> When:
        """Return the date of the verb that reports the act, the nearest before it."""
        before = (place for place in reversed(self.calendar.places) if place < self.draft.place)
        reported = next((place for place in before if self._reports(self.calendar.owners.get(place))), None)
        return UNKNOWN if reported is None else self.when(reported, "the sentence is dated so: ")

    def _reports(self, owner: int | None) -> bool:
        """Tell whether a date of *owner* dates what follows: one of nobody, of «قال» or of a verb of its clause."""
        if owner is not None and self._is_described():
            return False
        if owner is None or self.items[owner].role is Role.SPEECH:
            return True
        if self.items[owner].role is Role.RELATIVE:
            behind = self.items[self.draft.place + 1 : self.draft.place + 1 + _DURING_IT_WITHIN]
            return any(item.word in _DURING_IT for item in behind)
        between = self.items[owner + 1 : self.draft.place + 1]
        if _travels(self.items[owner]):
            return not any(
                item.role is Role.THAT or (item.role is Role.BOUNDARY and item.word != "حيث") for item in between
            )
        return self.items[owner].finite and not any(map(_parts, between))

    def _is_described(self) -> bool:
        """Tell whether the act only describes somebody or something: «الاتفاق الذي أبرمه مع X»."""
        before = self.items[self.draft.place - 1] if self.draft.place else None
        return before is not None and before.role is Role.RELATIVE

    def when(self, place: int, prefix: str = "") -> When:
        """Return the date at *place*, with *prefix* before its reason; unknown where it does not say when."""
        date = self.dates.get(self.items[place].first)
        return UNKNOWN if date is None else When(date.value, date.days, prefix + date.why)


def _specifies(item: Item, act: Item) -> bool:
    """Tell whether *item* is an act noun right behind that of *act*."""
    nouns = all(one.senses and one.senses[0].key.startswith("noun.") for one in (item, act))
    return nouns and item.role is Role.ACT and item.first == act.last and not item.clitic


def _are_one_span(one: When, other: When) -> bool:
    """Tell whether two days follow each other: what lasted from one to the other was one act."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] == one.days[1] and other.days == (one.days[1] + _NEXT_DAY,) * 2


def _span(one: When, other: When) -> When:
    """Return the time from *one* day to the *other*."""
    assert one.days is not None
    assert other.days is not None
    days = one.days[0], other.days[1]
    return When("/".join(day.isoformat() for day in days), days, f"{one.basis}; and the day behind it")


def _owners(items: Sequence[Item]) -> dict[int, int]:
    """Return for each date item the act or verb that it dates: the last one before it in its clause, else the next."""
    owners: dict[int, int] = {}
    last: int | None = None
    outer: int | None = None
    waiting: list[int] = []
    for place in [place for place, item in enumerate(items) if item.role in _DATING]:
        item = items[place]
        before = items[last] if last is not None else None
        parted = place > 0 and items[place - 1].role is Role.COMMA
        if (_carries_act_before(item, before) and not parted) or _is_signed(item, before) or _only_invites(item):
            continue
        if item.role is Role.RELATIVE and _tells_of_thing(items, place):
            outer, last = last, place
        elif item.role is Role.COMMA and last is not None and items[last].role is Role.RELATIVE:
            last = outer
        if item.role is Role.ACT and place and items[place - 1].word in _EVE:
            # «يجتمعون الاثنين عشية القمة»: the day is that of the eve.
            owners.update(dict.fromkeys(waiting, place - 1))
            waiting = []
        if item.role in (Role.ACT, Role.SPEECH, Role.SUPPORT):
            if before is not None and before.role is Role.RELATIVE:
                waiting = [date for date, owner in owners.items() if owner == last]
            owners.update(dict.fromkeys(waiting, place))
            waiting = []
            last = place
        elif item.role is Role.DATE and last is None:
            waiting.append(place)
        elif item.role is Role.DATE and last is not None:
            owners[place] = last
        elif item.role in (Role.BOUNDARY, Role.THAT):
            last = None
            waiting = [] if item.role is Role.BOUNDARY else waiting
    return owners


def _tells_of_thing(items: Sequence[Item], place: int) -> bool:
    """Tell whether the relative at *place* tells of a thing, not of an act or somebody: «الهجوم الذي وقع عام 2010».

    The dates of its clause are the thing's own; so are those of «X، الذي تحتفل بلاده غدا بعيد استقلالها،».
    """
    if place > 1 and items[place - 1].role is Role.COMMA and items[place - 2].role is Role.GROUP:
        return any(actor.type is EntityType.PER for actor in items[place - 2].actors)
    if place == 0 or items[place - 1].role is not Role.WORD:
        return False
    for item in reversed(items[max(0, place - _NOUN_WITHIN) : place]):
        if item.role is not Role.WORD and (item.role is not Role.GROUP or item.actors):
            return item.role is not Role.ACT
    return True


def _is_since(items: Sequence[Item], place: int) -> bool:
    """Tell whether a date only dates what came before: «بعد الثورة عام 1979», not «بعد ثلاثة أيام»."""
    before = items[max(0, place - _SINCE_WITHIN) : place]
    if any(item.word in _RETURNS and one.word in _SINCE for one, item in pairwise(before)):
        return True
    said = next((item for item in reversed(before) if item.role is not Role.WORD), None)
    if said is None or said is before[-1] or said.role is not Role.PREPOSITION:
        return False
    return said.word.lstrip("و") in _SINCE


def _happens_in(item: Item, before: str) -> bool:
    """Tell whether *item* says during what another act happened: «خلال زيارته», «في مكالمة»."""
    if before in _DURING:
        return True
    return before == "في" and any(sense.key in _TALKS and not sense.form.definite for sense in item.senses)


def _is_signed(item: Item, last: Item | None) -> bool:
    """Tell whether an agreement is what the verb before it signs: the date behind is of that verb too."""
    return last is not None and "verb.sign" in last.senses.keys and "noun.agreement" in item.senses.keys


def _carries_act_before(item: Item, last: Item | None) -> bool:
    """Tell whether a verb only carries the act before it: «اللقاء الذي جمع … أمس» dates the meeting."""
    return item.role is Role.SUPPORT and not item.clitic and last is not None and last.role is Role.ACT


def _only_invites(item: Item) -> bool:
    """Tell whether an invitation only says why somebody comes: «يزور X Y بدعوة من Z يوم الاثنين»."""
    return item.clitic in ("ب", "ل") and any(sense.key == "noun.invitation" for sense in item.senses)


def _travels(item: Item) -> bool:
    """Tell whether somebody comes on the day told, who then meets others: «وصل الأربعاء … والتقى»."""
    return item.finite and not _TRAVELLING.isdisjoint(item.senses.keys)


def _parts(item: Item) -> bool:
    """Tell whether a clause ends at *item*."""
    return item.role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE) or (item.clitic == "و" and item.finite)


def _is_ahead(date: DateRead | None, today: dt.date | None) -> bool:
    """Tell whether *date* was still to come *today*."""
    return date is not None and today is not None and date.days is not None and date.days[0] > today


def _vagueness(date: DateRead) -> int:
    """Return how vague *date* is, 0 for a day."""
    return _UNREADABLE if date.value is None else _VAGUENESS.get(len(date.value.rstrip(_MARKS)), 0)


def _distance(date: Item, trigger: Item) -> int:
    """Return how many tokens part *date* from *trigger*; behind it is nearer than before."""
    if date.first >= trigger.last:
        return date.first - trigger.last
    return trigger.first - date.last + 1
