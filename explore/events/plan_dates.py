"""Find the date of an act still to come, or of one called off: among the days ahead, of the journey or of the plan."""

from __future__ import annotations

import datetime as dt

from explore.events.items import Item, Role
from explore.events.moments import UNKNOWN, When, is_ahead
from explore.events.own_dates import OwnDates, distance
from explore.events.words import listed

_TRAVELLING = frozenset((
    "verb.visit", "verb.arrive", "verb.land", "verb.leave_for", "verb.move", "verb.return", "verb.head_for",
    "verb.come", "verb.return_from",
))  # fmt: skip
_PLANNED = listed("plan_dates", "planned")
_BEFORE = "قبل"
_WHERE = "حيث"
# A clause ends before one of these.
ENDING = (Role.BOUNDARY, Role.THAT, Role.RELATIVE)


class PlanDates(OwnDates):
    """Look for the date of an act that has none of its own and has not happened."""

    def to_come(self, today: dt.date | None, *, planned: bool) -> When:
        """Return the nearest date of the sentence that was to come: «القمة المرتقبة، الجمعة، … وستكون أول زيارة»."""
        ahead = [place for place in self.calendar.places if self._is_ahead(place, today, planned=planned)]
        ahead = [place for place in ahead if not (self._is_of_other_act(place) or self._is_before_that(place))]
        if not ahead:
            return self._of_journey()
        nearest = min(ahead, key=lambda place: distance(self.items[place], self.trigger))
        return self.when(nearest, "the coming day that the sentence names: ")

    def of_plan(self) -> int | None:
        """Return the date for which what was called off was planned: «أرجأ زيارة كان مقررا أن تبدأ في 20 يوليو»."""
        planned = False
        for place in range(self.draft.place + 1, len(self.items)):
            item = self.items[place]
            if planned and item.role is Role.DATE:
                return place if item.first in self.dates else None
            if item.role in (Role.BOUNDARY, Role.SPEECH) or (item.role is Role.ACT and not _specifies_plan(item)):
                return None
            planned = planned or item.word in _PLANNED
        return None

    def _is_ahead(self, place: int, today: dt.date | None, *, planned: bool) -> bool:
        """Tell whether the date at *place* was still to come *today*, or is today and in the clause of a plan."""
        date = self.dates.get(self.items[place].first)
        if is_ahead(date, today) or not planned:
            return is_ahead(date, today)
        owner = self.calendar.owners.get(place)
        told = owner is not None and (self.items[owner].finite or self.items[owner].role is Role.SPEECH)
        first, last = sorted((place, self.draft.place))
        between = self.items[first + 1 : last]
        is_today = date is not None and date.days == (today, today)
        return is_today and not (told or any(item.finite or item.role in ENDING for item in between))

    def _of_journey(self) -> When:
        """Return the day of the journey whose aim the act is: «يصل X الثلاثاء إلى Y لإجراء محادثات مع Z»."""
        carrier = self.items[self.draft.verb] if self.draft.verb is not None else self.trigger
        if "ل" not in (self.trigger.clitic, carrier.clitic):
            return UNKNOWN
        before = (place for place in reversed(self.calendar.places) if place < self.draft.place)
        journey = next((place for place in before if self._is_of_journey(self.calendar.owners.get(place))), None)
        return UNKNOWN if journey is None else self.when(journey, "of the journey whose aim it is: ")

    def _is_of_journey(self, owner: int | None) -> bool:
        """Tell whether a date is that of a journey in the clause of the act."""
        if owner is None or owner > self.draft.place or any(map(parts, self.items[owner + 1 : self.draft.place])):
            return False
        return travels(self.items[owner]) or "noun.visit" in self.items[owner].senses.keys

    def _is_before_that(self, place: int) -> bool:
        """Tell whether a date behind the act is of what it comes before: «يتوجه X إلى Y قبل أن يقدم تقريره في …»."""
        between = self.items[self.draft.place + 1 : place]
        return any(item.role is Role.BOUNDARY and item.word.lstrip("و") == _BEFORE for item in between)

    def _is_of_other_act(self, place: int) -> bool:
        """Tell whether a date is of an act that follows: «اتفقا على لقاء وأعرب عن سعادته بزيارة X في سبتمبر».

        So is that of what is told before a saying: «رغم إلغاء القمة المقررة في X، أعلن Y أنه مستعد للقاء Z».
        """
        owner = self.calendar.owners.get(place)
        if owner is None or self.items[owner].role is not Role.ACT:
            return False
        if owner <= self.draft.place:
            between = self.items[place : self.draft.place]
            # «يصل X السبت إلى Y، حيث من المقرر أن يلتقي Z» is one journey.
            there = travels(self.items[owner]) and any(item.word == _WHERE for item in between)
            return not there and any(item.role is Role.THAT for item in between)
        if any(item.role is Role.RELATIVE for item in self.items[owner:place]):
            # «سيناقشان تمديد المعاهدة التي ستنتهي في X»: the date is the treaty's.
            return True
        between = self.items[self.draft.place + 1 : owner]
        return any(item.finite or item.role in (Role.BOUNDARY, Role.THAT) for item in between)


def _specifies_plan(item: Item) -> bool:
    """Tell whether *item* is a verb of what had been planned, no other act: «كان مقررا أن [يزور] فيها X»."""
    return item.finite and "past" not in item.senses.tenses


def travels(item: Item) -> bool:
    """Tell whether somebody comes on the day told, who then meets others: «وصل الأربعاء … والتقى»."""
    return item.finite and not _TRAVELLING.isdisjoint(item.senses.keys)


def parts(item: Item) -> bool:
    """Tell whether a clause ends at *item*."""
    return item.role in ENDING or (item.clitic == "و" and item.finite)
