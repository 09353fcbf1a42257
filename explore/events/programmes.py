"""Follow programmes: whose day each entry of a list tells, and what day that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.events.moments import DateRead, When, forward
from explore.events.status import ON_PROGRAMME
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType, Event, Status

_PLANS = listed("programmes", "plans")
_PROGRAMMES = listed("programmes", "called")
_JOURNEYS = listed("programmes", "journeys")
_ORDINALS = ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع")
_DAY = "اليوم"
_COLON = ":"
_LINE = "\n"
BREAKS = frozenset((_COLON, _LINE))
_BULLETS = frozenset(("-", "•", "*", "–", "—"))
# An entry without a day is a line so short.
_SHORT = 16
# The day that opens an entry stands within so many items: «- صباح [الاثنين]:».
_OPENING = 4


@dataclass(slots=True)
class Programme:
    """Hold the programme that is listed: of ``whom``, whether it is still to come, and the day of its entry.

    ``here`` tells that an entry is being read, ``listed`` that a heading announced the list, ``begun`` its first day.
    """

    whom: list[Actor] = field(default_factory=list)
    planned: bool = False
    listed: bool = False
    here: bool = False
    day: When | None = None
    begun: dt.date | None = None

    def open(
        self, items: Sequence[Item], words: Sequence[str], dates: Mapping[int, DateRead], discourse: Discourse
    ) -> None:
        """Begin a sentence: an entry of the list goes on about whose programme it is; all else ends the list."""
        self.here = False
        if not self.whom:
            return
        if self._opens(0, items, words, dates):
            discourse.current = list(self.whom)
        elif not self.listed or items[-1].last - items[0].first > _SHORT or any(item.finite for item in items):
            self.whom = []
        else:
            self.here = True
            discourse.current = list(self.whom)

    def turn(
        self,
        place: int,
        items: Sequence[Item],
        words: Sequence[str],
        dates: Mapping[int, DateRead],
        discourse: Discourse,
    ) -> None:
        """Begin a list behind the colon or a line of one behind the break at *place*."""
        key = items[place].key
        if key == _COLON and not self.here and (place + 1 == len(items) or items[place + 1].key == _LINE):
            self._announce(items[:place], words)
        elif key == _LINE and self.whom and self._opens(place + 1, items, words, dates):
            discourse.current, discourse.main = list(self.whom), []

    def _announce(self, heading: Sequence[Item], words: Sequence[str]) -> None:
        """Note whose programme a heading announces: «برنامج زيارة X إلى Y:»."""
        told = {word.lstrip("و") for word in words[heading[0].first : heading[-1].last]} if heading else set()
        journey, plan = not told.isdisjoint(_JOURNEYS), not told.isdisjoint(_PLANS)
        if not (journey or plan):
            return
        named = (actor for item in heading if item.role is Role.GROUP for actor in item.actors)
        people = list(dict.fromkeys(actor for actor in named if actor.type is EntityType.PER))
        if len(people) == 1:
            self.whom, self.listed, self.day, self.begun = people, True, None, None
            self.planned = plan or not told.isdisjoint(_PROGRAMMES)

    def settle(
        self, judged: tuple[Status, str], whens: list[When], today: dt.date | None
    ) -> tuple[tuple[Status, str], list[When]]:
        """Return the status and dates of what an entry tells: on the day that opens the entry, where one does."""
        whens = whens if self.day is None else [self.day]
        if judged[0] is Status.HAPPENED and self.planned:
            judged = (Status.PLANNED, ON_PROGRAMME)
        return judged, [forward(when, today) for when in whens] if judged[0] is Status.PLANNED else whens

    def close(self, found: Sequence[Event]) -> None:
        """End a sentence: behind a tour still to come, entries that open with a day tell its stops."""
        tours = [event for event in found if event.channel is Channel.VISIT and event.status is Status.PLANNED]
        if tours and not self.here:
            self.whom, self.listed, self.planned = [tours[0].sender], False, True
            self.day, self.begun = None, None

    def _opens(self, place: int, items: Sequence[Item], words: Sequence[str], dates: Mapping[int, DateRead]) -> bool:
        """Tell whether an entry opens at *place* with its day, «الاثنين:», «اليوم الثاني:», or with a bullet."""
        opening = items[place : place + _OPENING]
        bullet = bool(opening) and opening[0].key in _BULLETS
        date = next((item for item in opening[bullet:] if item.role is Role.DATE and item.first in dates), None)
        numbered = self._numbered(items[place + bullet :], words)
        if numbered is not None or (date is not None and self._parts(date, items)):
            self.day = numbered if date is None else self._told(dates[date.first])
            self.here = True
        elif bullet and self.listed:
            self.here = True
        else:
            return False
        return True

    def _told(self, date: DateRead) -> When:
        """Return the *date* of an entry; the first is the day on which the programme begins."""
        self.begun = self.begun or (date.days[0] if date.days is not None else None)
        return When(date.value, date.days, f"of the entry: {date.why}")

    def _parts(self, date: Item, items: Sequence[Item]) -> bool:
        """Tell whether a colon, a dash or a line break stands behind the *date*."""
        following = next((item for item in items if item.first == date.last), None)
        return following is None or following.key in (_COLON, _LINE) or following.key in _BULLETS

    def _numbered(self, items: Sequence[Item], words: Sequence[str]) -> When | None:
        """Return the day of «اليوم الثاني», counted from the first; unknown where that has none."""
        if not items or words[items[0].first] != _DAY or items[0].first + 1 >= len(words):
            return None
        ordinal = words[items[0].first + 1]
        if ordinal not in _ORDINALS:
            return None
        if self.begun is None:
            return When(None, None, "no date told")
        day = self.begun + dt.timedelta(days=_ORDINALS.index(ordinal))
        return When(day.isoformat(), (day, day), "of the entry: counted from the first day")
