"""Choose the date of an act: the one its own words carry, else the one of the sentence that reports it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from explore.events import distances
from explore.events.calendar import Calendar, is_over
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.moments import UNKNOWN, When, moved
from explore.events.plan_dates import ENDING, PlanDates, parts, travels
from explore.events.words import listed
from explore.model import Status

_DURING = listed("dating", "during")
# «تبادلا التهاني في مكالمة أمس» dates the greeting by the call.
_TALKS = frozenset(("noun.call", "noun.letter", "noun.meeting", "noun.video"))
# «مراسم الجنازة التي أقيمت يوم الجمعة، والتقى على هامشها X»: what is told of the thing dates the act too.
_DURING_IT = listed("shared", "during_it") | {"هامشه", "هامشها"}
_DURING_IT_WITHIN = 2
_WHERE = "حيث"
# «وذلك منذ لقاء X وY», «بحث نتائج لقاء X مع Y»: that was before what the sentence dates.
_EARLIER = listed("dating", "earlier")
# News is of the last days.
_LATE = dt.timedelta(days=4)
OF_ENTRY = "the entry is dated so: "
OF_SAYING = "what is said is dated so: "


def choose(draft: Draft, calendar: Calendar, words: Sequence[str], status: Status, today: dt.date | None) -> list[When]:
    """Return the date that belongs to the act of *draft* (two where two are told), else that of the verb reporting it.

    The most precise date of the act wins, then the nearest. Neither a plan nor what was called off takes the day on
    which it was reported.
    """
    then = calendar.when_of(draft.opening, words)
    if then is not None:
        return [When(then.value, then.days, then.why)]
    if not calendar.dates or draft.undated:
        return [UNKNOWN]
    dated = _Dated(draft, calendar)
    if draft.day is not None and calendar.items[draft.day].first in calendar.dates:
        return [dated.when(draft.day)]
    if status is Status.CANCELLED and (put_off := dated.of_plan()) is not None:
        return [dated.when(put_off, "of the plan that was called off: ")]
    own = dated.own()
    eve = None if any(place > draft.place for place in own) else dated.beside(words)
    if eve is not None:
        return [eve]
    if own:
        return dated.best(own, words)
    if dated.is_apart(words) or (dated.trigger.first and words[dated.trigger.first - 1] in _EARLIER):
        return [UNKNOWN]
    entry = dated.of_entry()
    if entry is not None:
        return [dated.when(entry, OF_ENTRY)]
    during = dated.during(words)
    if during is not None:
        return [dated.when(during, "of the act during which it happened: ")]
    if status is not Status.HAPPENED:
        return [dated.to_come(today, planned=status is Status.PLANNED)]
    if distances.is_lately(calendar.items, draft.place, draft.verb, words):
        return [UNKNOWN]
    reported = dated.of_report(words)
    return [dated.of_main_verb(words) if reported is UNKNOWN else reported]


def has_own(draft: Draft, calendar: Calendar) -> bool:
    """Tell whether a date belongs to the act itself."""
    return bool(_Dated(draft, calendar).own())


def is_beside_verb(draft: Draft, calendar: Calendar) -> bool:
    """Tell whether a date stands right behind the verb of the act: «وعقد صباح الثلاثاء محادثات»."""
    verb = draft.carrier
    return "past" in calendar.items[verb].senses.tenses and verb + 1 in calendar.places


def day_of_news(draft: Draft, calendar: Calendar, today: dt.date | None) -> dt.date | None:
    """Return the one late day of the verb before that opens the lead, else that of the article.

    «استقبل X أمس Y، الذي حمل رسالة من Z»
    """
    told = [place for place in calendar.places if calendar.items[place].first in calendar.dates]
    if today is None or len(told) != 1 or told[0] > draft.place:
        return today
    owner = calendar.owners.get(told[0])
    days = calendar.dates[calendar.items[told[0]].first].days
    if days is None or days[0] != days[1] or (owner is not None and not calendar.items[owner].finite):
        return today
    return days[0] if dt.timedelta(0) <= today - days[0] < _LATE else today


class _Dated(PlanDates):
    """Look for the date of an act that has none of its own."""

    def beside(self, words: Sequence[str]) -> When | None:
        """Return the day so far from the one that the sentence names: «غداة قمة …», «بعد يومين من لقائه X»."""
        if self.draft.cancelled:
            # «بعد يومين من إلغائه زيارة» tells when it was called off.
            return None
        first = self.draft.opening
        told, shift = distances.shift(self.items[first], words)
        before = [place for place in self.calendar.places if place < self.draft.place]
        if shift is None or not before:
            return self._of_next(words)
        named = self.dates[self.items[before[-1]].first]
        if named.days is None or named.days[0] != named.days[1]:
            return None
        return moved(When(named.value, named.days, named.why), shift, f"{told} {named.why}")

    def _of_next(self, words: Sequence[str]) -> When | None:
        """Return the day beside that of an act that follows: «التقى X Y عشية القمة العربية في 11 نوفمبر»."""
        for place in range(self.draft.place + 1, len(self.items)):
            item = self.items[place]
            if item.finite or item.role in ENDING:
                return None
            if item.role is Role.ACT and distances.is_beside(item, words):
                date = next((date for date, owner in self.calendar.owners.items() if owner == place), None)
                return None if date is None else self.shifted(date, words)
        return None

    def is_apart(self, words: Sequence[str]) -> bool:
        """Tell whether the act was some time before or behind what the sentence dates: «بعد أيام من لقاء X»."""
        verb = self.items[self.draft.verb] if self.draft.verb is not None else self.trigger
        # «بعد نحو شهر من [توقيع] X وY اتفاقية»
        noun = verb.first < self.trigger.first and not verb.finite
        apart = distances.is_apart(self.trigger, words) or (noun and distances.is_apart(verb, words))
        return apart or distances.is_over(self.items, self.draft.place, words)

    def of_entry(self) -> int | None:
        """Return the date that opens an entry: «- 10 مارس 2023: X وY يوقعان», not «الثلاثاء: X يستقبل Y»."""
        opening = next((at for at, item in enumerate(self.items) if item.role is not Role.COMMA), 0)
        date = self.items[opening]
        told = date.role is Role.DATE and date.last - date.first > 1 and opening + 1 < len(self.items)
        return opening if told and self.items[opening + 1].key == ":" else None

    def during(self, words: Sequence[str]) -> int | None:
        """Return the date of the act that follows with خلال: «وقع الزعيمان اتفاقية خلال زيارة … في يونيو»."""
        verb = self.draft.carrier
        for place in range(min(self.draft.place, verb) + 1, len(self.items)):
            item = self.items[place]
            if item.role in (Role.BOUNDARY, Role.THAT, Role.SPEECH):
                return None
            if item.role is Role.ACT and item.first and _happens_in(item, words[item.first - 1]):
                return next((date for date, owner in self.calendar.owners.items() if owner == place), None)
        return None

    def of_report(self, words: Sequence[str]) -> When:
        """Return the date of the verb that reports the act, the nearest before it."""
        before = (place for place in reversed(self.calendar.places) if place < self.draft.place)
        reported = next((place for place in before if self._reports(place, words)), None)
        if reported is None:
            return UNKNOWN
        owner = self.calendar.owners.get(reported)
        said = owner is not None and self.items[owner].role is Role.SPEECH
        when = self.shifted(reported, words)
        return replace(when, basis=(OF_SAYING if said else "the sentence is dated so: ") + when.basis)

    def of_main_verb(self, words: Sequence[str]) -> When:
        """Return the date of the verb behind an act that opens its clause: «خلال اتصال مع X، أعرب Y أمس عن»."""
        if not self.trigger.first or not _happens_in(self.trigger, words[self.trigger.first - 1]):
            return UNKNOWN
        behind = range(self.draft.place + 1, len(self.items))
        verb = next((place for place in behind if self.items[place].finite or self.items[place].role in ENDING), None)
        date = next((date for date, owner in self.calendar.owners.items() if verb is not None and owner == verb), None)
        return UNKNOWN if date is None else self.when(date, "of what was said in it: ")

    def _reports(self, date: int, words: Sequence[str]) -> bool:
        """Tell whether the date at *date* dates what follows: one of nobody, of «قال» or of a verb of its clause."""
        owner = self.calendar.owners.get(date)
        if owner is not None and self._is_described():
            return False
        if owner is None or self.items[owner].role is Role.SPEECH:
            return True
        if self.items[owner].role is Role.RELATIVE:
            behind = self.items[self.draft.place + 1 : self.draft.place + 1 + _DURING_IT_WITHIN]
            return any(item.word in _DURING_IT for item in behind)
        over = is_over(self.items, owner, date, self.draft.place)
        if over and self.shifted(date, words).value == self.when(date).value:
            # «وغداة الهجوم الذي وقع الأحد، …» is the day after it.
            return False
        between = self.items[owner + 1 : self.draft.place + 1]
        if travels(self.items[owner]):
            return not any(
                item.role is Role.THAT or (item.role is Role.BOUNDARY and item.word != _WHERE) for item in between
            )
        told = self.items[owner]
        # «وفي اتصال اليوم هنأ X Y»
        opens = told.role is Role.ACT and told.first > 0 and _happens_in(told, words[told.first - 1])
        return (told.finite or opens) and not any(map(parts, between))

    def _is_described(self) -> bool:
        """Tell whether the act only describes somebody or something: «الاتفاق الذي أبرمه مع X»."""
        before = self.items[self.draft.place - 1] if self.draft.place else None
        return before is not None and before.role is Role.RELATIVE


def _happens_in(item: Item, before: str) -> bool:
    """Tell whether *item* says during what another act happened: «خلال زيارته», «في مكالمة»."""
    if before.removeprefix("و") in _DURING:
        return True
    return before.removeprefix("و") == "في" and any(
        sense.key in _TALKS and not sense.form.definite for sense in item.senses
    )
