"""Make the events of an act: judged, dated and placed, one for each pair of its sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explore.events import (
    agenda,
    borrowed,
    dating,
    distances,
    greetings,
    likewise,
    moments,
    namesakes,
    occasion,
    places,
    pointing,
    status,
    tenses,
)
from explore.events.calendar import Calendar
from explore.events.codes import code
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.leads import is_heading, is_live
from explore.events.moments import When
from explore.events.parties import pairs
from explore.events.programmes import Programme
from explore.events.story import Story
from explore.events.words import listed
from explore.frozen import quick
from explore.model import Actor, Channel, Event, Occasion, Status

_START_CONFIDENCE = 0.95
_LEAST_CONFIDENCE = 0.1
# A draft with this much doubt is noted for review, not told as an event.
_TOO_DOUBTFUL = 0.3
_NEWS = listed("tellings", "news")
# «قبل نحو ثلاثة أيام» has at most so many words behind its first.
_DURATIONS = listed("shared", "durations")
_AGO_WITHIN = 3
# These are told of what is still to come on the day of the article.
_AHEAD = frozenset((status.DAYS_BEFORE, status.INTENDED))
# «قبل لقائه X الثلاثاء»: who speaks on the day before means the next; it is told so many days behind at most.
_TOLD_WITHIN = dt.timedelta(days=3)
_BEHIND = listed("tellings", "behind")
# «قبل زيارة X إلى Y في مايو الماضي»: what is so long past was before it.
_WEEK = dt.timedelta(days=7)


@quick
@dataclass(frozen=True, slots=True)
class Teller:
    """Tell the acts of one sentence as events; the one that *opens* the article is its lead."""

    story: Story
    bounds: tuple[int, int]
    calendar: Calendar
    items: list[Item]
    words: Sequence[str]
    thread: occasion.Thread
    opens: bool
    programme: Programme

    def tell(self, draft: Draft) -> Iterator[Event]:
        """Yield the events of *draft*; what keeps one from being told is noted."""
        trigger = self.items[draft.place]
        if self._is_doubtful(draft):
            self.story.note("doubt", trigger, f"kept apart {draft.channel}: {'; '.join(draft.why)}")
            return
        judged = self._judge(draft)
        if judged is None:
            self.story.note("status", trigger, f"dropped {draft.channel}: the text says that it did not take place")
            return
        judged, whens = self._when(draft, judged)
        host = places.hosting(draft, self.items) or self.story.dateline
        visits = [event for event in self.story.events if event.channel is Channel.VISIT]
        for pair in pairs(draft):
            sides = namesakes.with_foreigner(draft, pair, self.items, self.words, self.story)
            sender, recipient = places.guest_first(draft, sides, host, visits)
            sender, recipient = namesakes.meant(draft.channel, sender, recipient, self.items, self.story)
            problem = self.story.judge.objection(draft.channel, sender, recipient)
            if draft.spoken and problem is None and self._is_spoken(draft, sender, recipient, whens[0]):
                problem = "said face to face"
            if problem is not None:
                told = f"dropped {draft.channel} {sender.name_en} – {recipient.name_en}: {problem}"
                self.story.note("parties", trigger, told)
                continue
            for when in whens:
                for where in places.find(draft, self.items, self.words):
                    yield self.make(draft, sender, recipient, judged, when, where)

    def _when(self, draft: Draft, judged: tuple[Status, str]) -> tuple[tuple[Status, str], list[When]]:
        """Return when the act of *draft* was, and what its day makes of how it is *judged*."""
        trigger, today = self.items[draft.place], self.story.today
        whens = self._since(draft) if judged[1] == status.NOT_SINCE else self.date(draft, judged[0])
        own = dating.has_own(draft, self.calendar)
        if self.programme.here and not tenses.is_past(draft, self.items):
            judged, whens = self.programme.settle(judged, whens if own else [moments.UNKNOWN], today)
        if judged[1] == status.SO_OFTEN and not own:
            whens = [moments.UNKNOWN]
        if judged[0] is Status.HAPPENED and self._is_to_come(whens[0]):
            if tenses.is_past(draft, self.items) or self._is_behind(trigger):
                whens = [moments.backward(whens[0], beside=dating.is_beside_verb(draft, self.calendar))]
            else:
                judged = (Status.PLANNED, "its day was still to come")
        if judged[1] == status.UNSAID and whens[0].basis.startswith(dating.OF_SAYING):
            whens = [moments.UNKNOWN]
        if judged[1] == status.BEFORE_IT and moments.is_past(whens[0], today, _WEEK):
            judged = (Status.HAPPENED, "its day was past")
        of_entry = whens[0].basis.startswith(dating.OF_ENTRY)
        if judged[1] == status.PRESENT and of_entry and moments.is_past(whens[0], today, dt.timedelta()):
            judged = (Status.HAPPENED, "its day was past")
        ahead = judged[1] in _AHEAD or self._is_aim_ahead(draft, judged[1])
        ahead = ahead or tenses.is_to_come(draft, self.items, self.words)
        ahead = ahead or (judged[1] == status.BEFORE_IT and moments.is_past(whens[0], today, _TOLD_WITHIN))
        if judged[0] is Status.PLANNED and ahead:
            whens = [moments.forward(when, today) for when in whens]
        if judged[0] is Status.CANCELLED and tenses.was_to_be(draft, self.words):
            whens = [moments.nearest(when, today) for when in whens]
        return agenda.settle(judged, whens, today) if self.story.is_agenda else (judged, whens)

    def _is_aim_ahead(self, draft: Draft, reason: str) -> bool:
        """Tell whether the act is the aim of a journey still to come: «سيصل X السبت إلى Y للقاء Z»."""
        nearest = next((item for item in reversed(self.items[: draft.place]) if item.finite), None)
        return reason == status.AIM and nearest is not None and tenses.tenses(nearest) != {"past"}

    def _is_behind(self, trigger: Item) -> bool:
        """Tell whether what is told came after the act, which is past by then: «وذلك عقب [اتصال] بين X وY»."""
        return trigger.first > 0 and self.words[trigger.first - 1].lstrip("و") in _BEHIND

    def _is_spoken(self, draft: Draft, sender: Actor, recipient: Actor, when: When) -> bool:
        """Tell whether a greeting was spoken when the two met or phoned."""
        here = self.story.span(*self.bounds).start
        met = greetings.have_met(self.story.events, here, sender, recipient, when)
        return met or greetings.is_said_during(draft, self.items)

    def _is_doubtful(self, draft: Draft) -> bool:
        vague = draft.vague and draft.channel is not Channel.VIDEO
        return draft.doubt >= _TOO_DOUBTFUL or (vague and not dating.has_own(draft, self.calendar))

    def _judge(self, draft: Draft) -> tuple[Status, str] | None:
        lead = self.opens or is_heading(self.words[slice(*self.bounds)])
        return status.judge(draft, self.items, self.words, self.story.rules.cues, lead=lead)

    def date(self, draft: Draft, judged: Status) -> list[When]:
        """Return when the act of *draft* was, which is *judged* so; two dates where two are told."""
        story, words = self.story, self.words
        whens = dating.choose(draft, self.calendar, words, judged, story.today)
        if pointing.is_same_day(draft, words, whens[0]):
            return [pointing.of_last(story.events) or whens[0]]
        if whens[0] != moments.UNKNOWN or judged is not Status.HAPPENED or draft.channel is Channel.STATEMENT:
            return whens
        if draft.undated or distances.is_lately(self.items, draft.place, draft.verb, words):
            return whens
        meant = pointing.find(draft, self.items, words, story.events)
        meant = meant or likewise.find(draft, self.items, words, story.events, story.today)
        meant = meant or borrowed.of_reception(draft, self.items, self._told_here())
        meant = meant or borrowed.of_this_visit(draft, self.items, words, story.events)
        if meant is None and self.opens and not self.calendar.dates:
            meant = pointing.of_days_from(draft, self.items, words, story.today)
        if meant is not None:
            return [meant]
        if self._leads(draft):
            told = borrowed.of_talks(draft, story.events) or borrowed.of_attribution(draft, self.calendar)
            return [told or moments.of_lead(dating.day_of_news(draft, self.calendar, story.today))]
        return [borrowed.find(draft, self.items, words, story.events) or moments.UNKNOWN]

    def _told_here(self) -> list[Event]:
        """Return the events that the sentence tells before."""
        here = self.story.span(*self.bounds).start
        return [event for event in self.story.events if event.evidence.start >= here]

    def _since(self, draft: Draft) -> list[When]:
        """Return the day behind «منذ» on which the act was for the last time."""
        last = self.calendar.since(draft.place)
        return [moments.UNKNOWN if last is None else When(last.value, last.days, last.why)]

    def _is_to_come(self, when: When) -> bool:
        """Tell whether a day is still to come; «اليوم الثلاثاء» is not, though the file be dated the day before."""
        ahead = self.story.today is not None and when.days is not None and when.days[0] > self.story.today
        return ahead and when.basis.rpartition(": ")[2] != moments.TODAY

    def _leads(self, draft: Draft) -> bool:
        """Tell whether the act is the news itself: in the first sentence or live; nothing points further back."""
        opens = not draft.doubt and (self.opens or is_live(self.words[slice(*self.bounds)]))
        opens = opens or pointing.sets_lead(self.items[draft.place], self.words, self.bounds[0])
        if self.story.today is None or not opens:
            return False
        if draft.channel is Channel.AGREEMENT and self.items[draft.place - 1].role is Role.RELATIVE:
            # «بموجب الاتفاق الذي أبرمه مع X»
            return False
        first = max(0, draft.first - 2)
        named = {place for item in self.items if item.role is Role.GROUP for place in range(item.first, item.last)}
        told = [at for at in range(first, draft.last) if at not in named]
        behind = range(draft.last, min(draft.last + _AGO_WITHIN, self.bounds[1]))
        return not (any(map(self._is_back, told)) or any(map(self._is_ago, [*told, *behind])))

    def _is_ago(self, at: int) -> bool:
        """Tell whether the word at *at* counts back from today: «[قبل] يومين», «[قبل] ثلاثة أيام»."""
        ago = self.words[at].lstrip("و") == "قبل"
        return ago and not _DURATIONS.isdisjoint(self.words[at + 1 : at + 1 + _AGO_WITHIN])

    def _is_back(self, at: int) -> bool:
        """Tell whether the word at *at* points further back: «أول لقاء», not «في أول تعليق» or «آخر المستجدات»."""
        words = self.words
        if words[at] == "اخر" and at + 1 < len(words) and words[at + 1] in _NEWS:
            return False
        return words[at] in borrowed.BACK or (words[at] == "اول" and words[at - 1] != "في")

    def make(
        self,
        draft: Draft,
        sender: Actor,
        recipient: Actor | None,
        judged: tuple[Status, str],
        when: When,
        where: str | None,
    ) -> Event:
        """Return the event of *draft* between these two sides."""
        trigger = self.items[draft.place]
        first, last = min(draft.first, trigger.first), max(draft.last, trigger.last)
        found = self._occasion(draft, first, last)
        cameo, plover = code(draft.channel, found, judged[0])
        days = when.days
        return Event(
            event_id="", communication_id="", article_id=self.story.article_id, channel=draft.channel,
            occasion=found, status=judged[0], mutual=draft.mutual, sender=sender, recipient=recipient,
            date=when.value, date_start=days[0].isoformat() if days else None,
            date_end=days[1].isoformat() if days else None, date_precision=moments.precision(when),
            date_basis=when.basis, place=where, trigger=self.story.span(trigger.first, trigger.last),
            evidence=self.story.span(first, last), cameo=cameo, plover=plover,
            confidence=round(max(_LEAST_CONFIDENCE, _START_CONFIDENCE - draft.doubt), 2),
            why="; ".join((*draft.why, judged[1])),
        )  # fmt: skip

    def _occasion(self, draft: Draft, first: int, last: int) -> Occasion | None:
        if draft.channel is Channel.LETTER and draft.occasion != Occasion.OTHER:
            return self.thread.tell(draft.occasion, first, last, self.bounds)
        return Occasion(draft.occasion) if draft.occasion is not None else None
