"""Extract the events of one article: phrases and dates in, communications out, each with its words and its why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from explore.events import (
    counted,
    delegations,
    denials,
    echoes,
    homelands,
    moments,
    nearby,
    occasion,
    places,
    redating,
)
from explore.events.bringing import brought
from explore.events.calendar import Calendar
from explore.events.counted import NUMBERS
from explore.events.discourse import Discourse
from explore.events.drafts import Draft
from explore.events.frames import Frames
from explore.events.gapping import gapped
from explore.events.items import Item, Role
from explore.events.layout import Layout
from explore.events.leads import is_byline
from explore.events.moments import DateRead
from explore.events.parties import are_sides
from explore.events.programmes import BREAKS, Programme
from explore.events.reach import AND_THAT
from explore.events.statements import Statements
from explore.events.story import Story
from explore.events.tellings import Teller
from explore.events.topics import HIS_WORDS, WHERE, Topics
from explore.events.words import listed
from explore.frozen import quick
from explore.model import Channel, Event, Note, Precision, Status

_PHONED = frozenset((Channel.CALL, Channel.VIDEO))
_DISCUSSED = "verb discuss"
# Items that change nothing by themselves, unless they say something.
_STILL = frozenset((Role.WORD, Role.DATE, Role.QUOTE, Role.PREPOSITION, Role.PRONOUN))
# Words at which somebody else may go on.
_TURNS = listed("shared", "in_it") | HIS_WORDS | {WHERE}


@dataclass(frozen=True, slots=True)
class Extractor:
    """Extract the events of one article from its laid-out sentences."""

    story: Story
    layout: Layout
    dates: Sequence[DateRead]

    def extract(self, sentences: Sequence[tuple[int, int]]) -> tuple[list[Event], list[Note]]:
        """Return the events in reading order, not yet merged, and notes on acts that were dropped."""
        story, words, rules = self.story, self.story.scan.tokens.words, self.story.rules
        discourse = Discourse(homes=rules.homes, seat=story.dateline)
        topics = Topics(words, discourse, story.judge.only_reports)
        statements = Statements(words, rules.organisations, rules.addressing, rules.saying)
        thread = occasion.Thread(rules.occasions, words)
        starts = [date.first for date in self.dates]
        has_delegation = self.layout.has_delegation
        programme = Programme()
        before = opening = 0
        for bounds in sentences:
            since, before = before, len(story.events)
            dates = self.dates[bisect_left(starts, bounds[0]) : bisect_left(starts, bounds[1])]
            items, said = self.layout.items(*bounds), words[slice(*bounds)]
            if bounds[0] == opening and is_byline(items, said):
                opening = bounds[1]
            echoes.mark(items, said)
            homelands.settle(items, discourse, said)
            if has_delegation:
                delegations.recall(items, discourse, words)
            if not NUMBERS.isdisjoint(said):
                counted.settle(items, discourse, words)
            calendar = Calendar(items, dates)
            programme.open(items, words, calendar.dates, discourse)
            teller = Teller(story, bounds, calendar, items, words, thread, bounds[0] == opening, programme)
            frames = Frames(rules.acts, items, discourse, words)
            _Sentence(story, items, teller, frames, topics, statements, since).read()
            programme.close(story.events[before:])
        return [event for event in story.events if not self._is_retold(event)], story.notes

    def _is_retold(self, event: Event) -> bool:
        """Tell whether «بحث X مع Y» tells no talks of its own: the article says that they phoned."""
        if not event.why.startswith(_DISCUSSED):
            return False
        phoned = (other for other in self.story.events if other.channel in _PHONED)
        return any(are_sides(other, event.sender, event.recipient) for other in phoned if event.recipient is not None)


# «عرض على ضيفه»
_UPON = "علي"
_OFFERING = ("عرض", "يعرض", "تعرض", "اقترح", "يقترح", "تقترح", "رد", "يرد", "ترد")
_GUEST = "ضيفه"


@quick
@dataclass(frozen=True, slots=True)
class _Sentence:
    """Read one sentence left to right, so that pronouns mean who was named before them.

    *since* is the number of events told before the sentence before.
    """

    story: Story
    items: list[Item]
    teller: Teller
    frames: Frames
    topics: Topics
    statements: Statements
    since: int

    def read(self) -> None:
        """Add the events and notes of the sentence to those of its article."""
        before = len(self.story.events)
        untold: list[int] = []
        for place, item in enumerate(self.items):
            role = item.role
            if role in _STILL and not item.says and item.word not in _TURNS:
                continue
            if role is Role.ACT:
                if not self._acts(place, item):
                    untold.append(place)
                    if item.says:
                        self._state(place)
            elif role is Role.SUPPORT:
                if not self._supports(place):
                    self._state(place)
            elif role is Role.GROUP:
                self.topics.name(place, self.items)
                if _GUEST in item.phrases[0].honorifics and self._is_spoken_to(item):
                    self._welcome(place, item)
            elif role is Role.COMMA:
                if item.key in BREAKS:
                    self._list(place)
                if self.topics.discourse.main or item.word == AND_THAT:
                    self.topics.turn_back(place, self.items)
            else:
                self._read_small(place, item)
        if untold and not self.teller.programme.here:
            self._add_nearby(untold, before)
        if untold and self.teller.calendar.dates:
            self._date(untold)
        self._deny()
        self.topics.close(self.items)

    def _list(self, place: int) -> None:
        """Begin a programme, or an entry of one, at a colon or a line break."""
        teller = self.teller
        teller.programme.turn(place, self.items, teller.words, teller.calendar.dates, self.topics.discourse)

    def _read_small(self, place: int, item: Item) -> None:
        """Read a verb of speech, or a word that turns to somebody."""
        if item.role is not Role.SPEECH:
            self.topics.turn(place, self.items)
        if item.role is Role.BOUNDARY or (item.says and item.role is not Role.WORD):
            self._state(place)

    def _acts(self, place: int, item: Item) -> bool:
        """Tell whether the act at *place* has its sides; its events are added."""
        self.topics.settle(self.frames.channel(item), place, self.items)
        drafts = self.frames.act(place)
        for draft in drafts:
            found = list(self.teller.tell(draft))
            self.story.events.extend(found)
            if found:
                for more in gapped(draft, self.items, self.frames.scene.words):
                    self.story.events.extend(self.teller.tell(more))
            self.topics.learn(found, draft.agents if found else [])
            if found:
                self.topics.note_hosts(found, places.hosting(draft, self.items))
            self.topics.go_on(place, self.items, draft)
        return bool(drafts)

    def _add_nearby(self, untold: Sequence[int], before: int) -> None:
        """Add the events of acts that no frame fills, of channels of which the sentence tells nothing else."""
        told = {event.channel for event in self.story.events[before:]}
        drafts = (nearby.find(self.frames.scene, place) for place in untold)
        for draft in drafts:
            if draft is not None and draft.channel not in told:
                self.story.events.extend(self.teller.tell(draft))

    def _date(self, untold: Sequence[int]) -> None:
        """Date what was told before of which an *untold* noun says when: «والزيارة مقررة في 3 مارس»."""
        for place in untold:
            if not redating.is_spoken_of(self.items, place, self.frames.scene.words):
                continue
            when = redating.only_date(self.teller.calendar, place)
            if when is not None:
                channel = Channel(self.frames.channel(self.items[place]))
                redating.fill(self.story.events, self.since, channel, when, self.story.today)

    def _supports(self, place: int) -> bool:
        """Tell whether the verb at *place* tells an act by itself: it brings two together, or says who did the same."""
        return self._brings(place) or self._echoes(place)

    def _echoes(self, place: int) -> bool:
        """Tell whether somebody did what the event told last says of another; that event is added."""
        draft = echoes.echo(self.items, place, self.story.events[self.since :])
        if draft is None:
            return False
        found = list(self.teller.tell(draft))
        self.story.events.extend(found)
        self.topics.learn(found, draft.agents if found else [])
        self.topics.discourse.current = draft.senders
        return bool(found)

    def _brings(self, place: int) -> bool:
        """Tell whether the verb at *place* says that somebody brought two together; their meetings are added."""
        found = [event for draft in brought(self.frames.scene, place) for event in self.teller.tell(draft)]
        self.story.events.extend(found)
        return bool(found)

    def _deny(self) -> None:
        """Let a party deny what this sentence or the one before tells."""
        denial = denials.find(self.items, self.frames.scene.words, self.frames.channel)
        if denial is None:
            return
        events = self.story.events
        place = next((at for at in range(len(events) - 1, self.since - 1, -1) if denial.meets(events[at])), None)
        if place is not None:
            events[place] = denials.deny(events[place])

    def _welcome(self, place: int, item: Item) -> None:
        """Read «قال X لضيفه Y», «رحب X بضيفه Y»: the two have met."""
        host = self.topics.discourse.current
        if not host:
            return
        verb = next((back for back in range(place - 1, -1, -1) if self.items[back].role is Role.SPEECH), None)
        draft = Draft(
            Channel.MEETING,
            place,
            item.actors,
            host,
            False,
            ["spoke to his guest"],
            verb,
            first=item.first,
            last=item.last,
        )
        self.story.events.extend(self.teller.tell(draft))

    def _is_spoken_to(self, item: Item) -> bool:
        """Tell whether somebody spoke to his guest: «لضيفه X», «بضيفه X», «عرض على ضيفه X»."""
        if item.preposition in ("to", "at"):
            return True
        offered = any(one.word.lstrip("وف").startswith(_OFFERING) for one in self.items)
        return offered and self.frames.scene.word_before(item) == _UPON

    def _state(self, place: int) -> None:
        for said in self.statements.read(place, self.items, self.topics.discourse):
            draft = Draft(
                Channel.STATEMENT, place, [said.speaker], [], False, ["speech verb"], first=said.first, last=said.last
            )
            when = self.teller.date(draft, Status.HAPPENED)[0]
            if moments.precision(when) is Precision.YEAR:
                # A year is what is spoken of («منذ عام 1991»), not when it was said.
                when = moments.UNKNOWN
            happened = (Status.HAPPENED, "said in public")
            where = places.find(draft, self.items, self.frames.scene.words)[0]
            self.story.events.append(self.teller.make(draft, said.speaker, said.addressed, happened, when, where))
