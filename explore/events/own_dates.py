"""Find the dates that belong to an act itself, and choose among them."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events import distances
from explore.events.calendar import Calendar
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.moments import UNKNOWN, When, are_one_span, moved, to_span, vagueness

# What may stand between two dates of one act, which lie at most so many items apart.
_BETWEEN_DATES = frozenset(("", "ثم", "في", "يوم"))
_AGAIN_WITHIN = 3
# «غداة القداس الذي أقيم الأحد، استقبل X Y»: the word stands at most so many before the date.
_FRONTED = 6


class OwnDates:
    """Hold an act with the calendar of its sentence, and look for the dates of its own."""

    def __init__(self, draft: Draft, calendar: Calendar) -> None:
        """Prepare for the act of *draft* among the dates of *calendar*."""
        self.draft = draft
        self.calendar = calendar
        self.items = calendar.items
        self.dates = calendar.dates
        self.trigger = self.items[draft.place]

    def own(self) -> list[int]:
        """Return the places of the dates of the act; a date of nobody is one of a noun that no verb carries."""
        places = self.calendar.places
        if not places:
            return []
        # «ألغى X أمس زيارته إلى Y» tells when it was called off.
        first = self.draft.place if self.draft.cancelled else 0
        dated = [place for place in places if place >= first or self._is_vague(place)]
        return [place for place in dated if self._is_mine(place) or self._is_chained(place)]

    def _is_mine(self, date: int) -> bool:
        """Tell whether a date is of the act; one of nobody behind «إن» is not: «قال خلال زيارته إنها بدأت عام X»."""
        owner = self.calendar.owners.get(date)
        if owner not in (self.draft.place, self.draft.verb):
            return False
        return owner is not None or all(item.role is not Role.THAT for item in self.items[self.draft.place + 1 : date])

    def _is_vague(self, place: int) -> bool:
        """Tell whether the date at *place* is no day."""
        return vagueness(self.dates[self.items[place].first]) > 0

    def _is_chained(self, date: int) -> bool:
        """Tell whether a date is of the noun that only specifies the act before it: «لقاء القمة», «برقية تهنئة إلى X».

        Behind further words it is rather of what that noun is about: «برقية تهنئة إلى X بمناسبة فوزه في».
        """
        place = self.draft.place + 1
        if self.calendar.owners.get(date) != place or not _specifies(self.items[place], self.trigger):
            return False
        plain = self.items[place].senses[0].key.startswith("noun.")
        return plain or all(item.role is not Role.WORD for item in self.items[place + 1 : date])

    def best(self, places: Sequence[int], words: Sequence[str]) -> list[When]:
        """Return the most precise of the dates at *places*, then the nearest, and the second date that it brings."""
        best = min(places, key=self._rank)
        again = self._again(best, words)
        whens = [
            self.shifted(place, words)
            for place in (best, again)
            if place is not None and self.items[place].first in self.dates
        ]
        return [to_span(*whens)] if len(whens) > 1 and are_one_span(*whens) else whens

    def shifted(self, place: int, words: Sequence[str]) -> When:
        """Return the date at *place*, or the day beside it where it is another's: «التقى X Y غداة القمة في 6 يونيو»."""
        when = self.when(place)
        date = self.items[place].first
        first = self.trigger.last if self.trigger.last <= date else max(self.draft.sentence, date - _FRONTED)
        shift = distances.shift_to(first, date, words)
        if shift is None or when.days is None or when.days[0] != when.days[1]:
            return when
        return moved(when, shift, f"so many days from it: {when.basis}")

    def _rank(self, place: int) -> tuple[int, bool, int]:
        """Return how vague the date at *place* is, whether an aside before the act tells it, then how far it stands."""
        item, draft = self.items[place], self.draft
        told = self.items[draft.verb + 1 : place] if draft.verb is not None and place < draft.place else ()
        aside = any(one.role is Role.RELATIVE for one in told)
        return vagueness(self.dates[item.first]), aside, distance(item, self.trigger)

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

    def when(self, place: int, prefix: str = "") -> When:
        """Return the date at *place*, with *prefix* before its reason; unknown where it does not say when."""
        date = self.dates.get(self.items[place].first)
        return UNKNOWN if date is None else When(date.value, date.days, prefix + date.why)


def _specifies(item: Item, act: Item) -> bool:
    """Tell whether *item* is an act noun right behind that of *act*."""
    nouns = all(any(sense.key.startswith("noun.") for sense in one.senses) for one in (item, act))
    return nouns and item.role is Role.ACT and item.first == act.last and not item.clitic


def distance(date: Item, trigger: Item) -> int:
    """Return how many tokens part *date* from *trigger*; behind it is nearer than before."""
    if date.first >= trigger.last:
        return date.first - trigger.last
    return trigger.first - date.last + 1
