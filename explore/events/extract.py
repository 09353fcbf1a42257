"""Extract the events of one article: phrases and dates in, communications out, each with its words and its why."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from explore.entities.scan import Scan
from explore.events import borrowed, codes, dating, denials, homelands, occasion, places, status, tenses
from explore.events.acts import ActTable
from explore.events.bringing import brought
from explore.events.cues import Cues
from explore.events.dating import DateRead, When
from explore.events.discourse import Discourse
from explore.events.drafts import Draft
from explore.events.frames import Frames
from explore.events.items import Item, Role
from explore.events.layout import Layout
from explore.events.namesakes import other_bearer
from explore.events.parties import ONE_STATE, SAME, Judge, pairs
from explore.events.statements import Statements
from explore.events.topics import HIS_WORDS, IN_IT, WHERE, Topics
from explore.frozen import quick
from explore.model import Actor, Channel, EntityType, Event, Note, Occasion, Precision, Span, Status

_START_CONFIDENCE = 0.95
_LEAST_CONFIDENCE = 0.1
# A draft with this much doubt is noted for review, not told as an event.
_TOO_DOUBTFUL = 0.3
# Who meets or phones greets by word of mouth.
_SPOKEN = frozenset((Channel.MEETING, Channel.CALL, Channel.TALKS, Channel.VIDEO))
_PHONED = frozenset((Channel.CALL, Channel.VIDEO))
# «قدم التعازي خلال الاتصال»: what is said during one of these is no letter.
_TALKS = frozenset(("noun.call", "noun.meeting", "noun.talks", "noun.video"))
_DURING = frozenset(("خلال", "اثناء"))
_DISCUSSED = "verb discuss"
# «آخر المستجدات» are of the day.
_NEWS = frozenset((
    "التطورات", "تطورات", "المستجدات", "مستجدات", "الاوضاع", "اوضاع", "ما", "الاحداث", "المساعي", "الجهود", "نتايج",
))  # fmt: skip
# Items that change nothing by themselves, unless they say something.
_STILL = frozenset((Role.WORD, Role.DATE, Role.QUOTE, Role.PREPOSITION, Role.PRONOUN))
# Words at which somebody else may go on.
_TURNS = IN_IT | HIS_WORDS | {WHERE}
# These turn to nobody.
_VERBAL = frozenset((Role.ACT, Role.SUPPORT, Role.SPEECH))
# What happened «خلالها», at most so many words behind its verb, or «كان في استقباله» is part of a visit.
_DURING_IT = frozenset(("خلالها", "اثناءها", "خلاله"))
_DURING_IT_WITHIN = 2
_ON_ARRIVAL = ("استقباله", "استقبالها", "مستقبلي")
# What may tell a statement besides an item that says something: a reply, a participle.
_STATING = frozenset((Role.SUPPORT, Role.BOUNDARY))
# A line of so many tokens without a full stop is a heading.
_HEADING = 16


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold what all articles share: the act table, cues, occasions, states by ISO code, what the statements need."""

    acts: ActTable
    cues: Cues
    occasions: occasion.Occasions
    kinds: Mapping[str, str]
    movements: frozenset[str]
    organisations: Mapping[str, Actor]
    homes: Mapping[str, Actor]
    addressing: frozenset[str]
    saying: frozenset[str]


@dataclass(slots=True)
class Extractor:
    """Extract the events of one article from its laid-out sentences."""

    article_id: str
    scan: Scan
    layout: Layout
    dates: Sequence[DateRead]
    rules: Rules
    judge: Judge
    today: dt.date | None = None
    dateline: str | None = None
    events: list[Event] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def extract(self, sentences: Sequence[tuple[int, int]]) -> tuple[list[Event], list[Note]]:
        """Return the events in reading order, not yet merged, and notes on acts that were dropped."""
        words, rules = self.scan.tokens.words, self.rules
        discourse = Discourse(homes=rules.homes, seat=self.dateline)
        topics = Topics(words, discourse)
        statements = Statements(words, rules.organisations, rules.addressing, rules.saying)
        thread = occasion.Thread(rules.occasions, words)
        starts = [date.first for date in self.dates]
        before = 0
        for bounds in sentences:
            since, before = before, len(self.events)
            dates = self.dates[bisect_left(starts, bounds[0]) : bisect_left(starts, bounds[1])]
            items = self.layout.items(*bounds)
            homelands.settle(items, discourse)
            calendar = dating.Calendar(items, dates)
            frames = Frames(rules.acts, items, discourse, words)
            _Sentence(self, bounds, calendar, items, frames, topics, statements, thread, since).read()
        return [event for event in self.events if not self._is_retold(event)], self.notes

    def _is_retold(self, event: Event) -> bool:
        """Tell whether «بحث X مع Y» tells no talks of its own: the article says that they phoned."""
        if not event.why.startswith(_DISCUSSED):
            return False
        phoned = (other for other in self.events if other.channel in _PHONED)
        return any(_are_sides(other, event.sender, event.recipient) for other in phoned if event.recipient is not None)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens from *first* up to *last*."""
        tokens = self.scan.tokens
        return Span(tokens.starts[first], tokens.ends[last - 1])

    def note(self, code: str, item: Item, text: str) -> None:
        """Add a note on the words of *item*."""
        self.notes.append(Note(code, self.span(item.first, item.last), text))


@quick
@dataclass(frozen=True, slots=True)
class _Sentence:
    """Read one sentence left to right, so that pronouns mean who was named before them.

    *since* is the number of events told before the sentence before.
    """

    article: Extractor
    bounds: tuple[int, int]
    calendar: dating.Calendar
    items: list[Item]
    frames: Frames
    topics: Topics
    statements: Statements
    thread: occasion.Thread
    since: int

    def read(self) -> None:
        """Add the events and notes of the sentence to those of its article."""
        for place, item in enumerate(self.items):
            role = item.role
            if role in _STILL and not item.says and item.word not in _TURNS:
                continue
            if role not in _VERBAL:
                self.topics.enter(place, self.items)
            told = (role is Role.ACT and self._acts(place, item)) or (role is Role.SUPPORT and self._brings(place))
            if role is Role.GROUP and _is_guest(item):
                self._welcome(place, item)
            if not told and (item.says or role in _STATING) and role is not Role.WORD:
                self._state(place)
        self._deny()
        self.topics.close(self.items)

    def _acts(self, place: int, item: Item) -> bool:
        """Tell whether the act at *place* has its sides; its events are added."""
        self.topics.settle(self.frames.channel(item), place, self.items)
        drafts = self.frames.act(place)
        for draft in drafts:
            found = list(self._events(draft))
            self.article.events.extend(found)
            self.topics.learn(found, draft.agents if found else [])
            self.topics.go_on(place, self.items, draft)
        return bool(drafts)

    def _brings(self, place: int) -> bool:
        """Tell whether the verb at *place* says that somebody brought two together; their meetings are added."""
        found = [event for draft in brought(self.frames.scene, place) for event in self._events(draft)]
        self.article.events.extend(found)
        return bool(found)

    def _deny(self) -> None:
        """Let a party deny what this sentence or the one before tells."""
        denial = denials.find(self.items, self.frames.scene.words, self.frames.channel)
        if denial is None:
            return
        events = self.article.events
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
        self.article.events.extend(self._events(draft))

    def _state(self, place: int) -> None:
        for said in self.statements.read(place, self.items, self.topics.discourse):
            draft = Draft(
                Channel.STATEMENT, place, [said.speaker], [], False, ["speech verb"], first=said.first, last=said.last
            )
            when = self._whens(draft, Status.HAPPENED)[0]
            if dating.precision(when) is Precision.YEAR:
                # A year is what is spoken of («منذ عام 1991»), not when it was said.
                when = dating.UNKNOWN
            happened = (Status.HAPPENED, "said in public")
            where = places.find(draft, self.items, self.frames.scene.words)[0]
            self.article.events.append(self._event(draft, said.speaker, said.addressed, happened, when, where))

    def _events(self, draft: Draft) -> Iterator[Event]:
        trigger = self.items[draft.place]
        if self._is_doubtful(draft):
            self.article.note("doubt", trigger, f"kept apart {draft.channel}: {'; '.join(draft.why)}")
            return
        judged = self._judge(draft)
        if judged is None:
            self.article.note("status", trigger, f"dropped {draft.channel}: the text says that it did not take place")
            return
        whens = self._whens(draft, judged[0])
        if judged[0] is Status.HAPPENED and self._is_to_come(whens[0]):
            if tenses.is_past(draft, self.items):
                whens = [dating.UNKNOWN]
            else:
                judged = (Status.PLANNED, "its day was still to come")
        ahead = judged[1] == status.DAYS_BEFORE or tenses.is_to_come(draft, self.items, self.frames.scene.words)
        if judged[0] is Status.PLANNED and ahead:
            whens = [dating.forward(when, self.article.today) for when in whens]
        host = places.hosting(draft, self.items) or self.article.dateline
        visits = [event for event in self.article.events if event.channel is Channel.VISIT]
        for pair in pairs(draft):
            sender, recipient = places.guest_first(draft, pair, host, visits)
            sender, recipient = self._meant(draft.channel, sender, recipient)
            problem = self.article.judge.objection(draft.channel, sender, recipient)
            said = draft.spoken and problem is None
            if said and (self._is_said_during(draft) or self._met(sender, recipient, whens[0])):
                problem = "said face to face"
            if problem is not None:
                told = f"dropped {draft.channel} {sender.name_en} – {recipient.name_en}: {problem}"
                self.article.note("parties", trigger, told)
                continue
            for when in whens:
                for where in places.find(draft, self.items, self.frames.scene.words):
                    yield self._event(draft, sender, recipient, judged, when, where)

    def _meant(self, channel: Channel, sender: Actor, recipient: Actor) -> tuple[Actor, Actor]:
        """Return the two sides, another bearer of a bare title for one whom the other side cannot have met."""
        if self.article.judge.objection(channel, sender, recipient) not in (ONE_STATE, SAME):
            return sender, recipient
        told = self.article.events
        other = other_bearer(sender, recipient, self.items, told)
        if other is not None:
            return other, recipient
        return sender, other_bearer(recipient, sender, self.items, told) or recipient

    def _is_said_during(self, draft: Draft) -> bool:
        """Tell whether a greeting was spoken during a call or meeting: «قدم X خلال الاتصال التعازي لY»."""
        told = (at for at in range(1, draft.place) if any(sense.key in _TALKS for sense in self.items[at].senses))
        return any(self.items[at - 1].word.lstrip("و") in _DURING for at in told)

    def _met(self, sender: Actor, recipient: Actor, when: When) -> bool:
        """Tell whether the two have met or phoned before in the article, so that a greeting was spoken there."""
        here = self.article.span(*self.bounds).start
        talks = (
            event
            for event in self.article.events
            if event.channel in _SPOKEN or (event.channel is Channel.VISIT and event.evidence.start >= here)
        )
        return any(
            event.status is Status.HAPPENED
            and _are_sides(event, sender, recipient)
            and (
                event.evidence.start >= here
                or _is_guess(when.value)
                or _is_guess(event.date)
                or when.value == event.date
            )
            for event in talks
        )

    def _is_doubtful(self, draft: Draft) -> bool:
        vague = draft.vague and draft.channel is not Channel.VIDEO
        return draft.doubt >= _TOO_DOUBTFUL or (vague and not dating.has_own(draft, self.calendar))

    def _judge(self, draft: Draft) -> tuple[Status, str] | None:
        lead = self.bounds[0] == 0 or self._is_heading()
        return status.judge(draft, self.items, self.frames.scene.words, self.article.rules.cues, lead=lead)

    def _whens(self, draft: Draft, judged: Status) -> list[When]:
        article = self.article
        words = self.frames.scene.words
        whens = dating.choose(draft, self.calendar, words, judged, article.today)
        if whens[0] != dating.UNKNOWN or judged is not Status.HAPPENED or draft.channel is Channel.STATEMENT:
            return whens
        if draft.undated:
            return whens
        if self._leads(draft):
            return [dating.of_lead(article.today)]
        return [self._of_visit(draft) or borrowed.find(draft, self.items, words, article.events) or dating.UNKNOWN]

    def _of_visit(self, draft: Draft) -> When | None:
        """Return the date of the visit told last, whose part the act was: «التقى خلالها X», «كان في استقباله X»."""
        verb = self.items[draft.verb if draft.verb is not None else draft.place]
        behind = self.frames.scene.words[verb.last : verb.last + _DURING_IT_WITHIN]
        if _DURING_IT.isdisjoint(behind) and not self.items[draft.place].word.startswith(_ON_ARRIVAL):
            return None
        sides = (*draft.senders, *draft.recipients)
        told = (event for event in reversed(self.article.events) if event.channel is Channel.VISIT)
        last = next(told, None)
        return dating.of_visit(last) if last is not None and last.sender in sides else None

    def _is_to_come(self, when: When) -> bool:
        return self.article.today is not None and when.days is not None and when.days[0] > self.article.today

    def _leads(self, draft: Draft) -> bool:
        """Tell whether the act is the news itself: in the first sentence, with nothing that points further back."""
        if self.article.today is None or self.bounds[0] != 0 or draft.doubt:
            return False
        first = max(0, draft.first - 2)
        named = {place for item in self.items if item.role is Role.GROUP for place in range(item.first, item.last)}
        told = [at for at in range(first, draft.last) if at not in named]
        return not any(map(self._is_back, told))

    def _is_back(self, at: int) -> bool:
        """Tell whether the word at *at* points further back: «أول لقاء», not «في أول تعليق» or «آخر المستجدات»."""
        words = self.frames.scene.words
        if words[at] == "اخر" and at + 1 < len(words) and words[at + 1] in _NEWS:
            return False
        return words[at] in borrowed.BACK or (words[at] == "اول" and words[at - 1] != "في")

    def _is_heading(self) -> bool:
        """Tell whether the sentence is a heading inside the text: a short line without a full stop."""
        words = self.frames.scene.words[slice(*self.bounds)]
        return len(words) <= _HEADING and "." not in words

    def _event(
        self,
        draft: Draft,
        sender: Actor,
        recipient: Actor | None,
        judged: tuple[Status, str],
        when: When,
        where: str | None,
    ) -> Event:
        trigger = self.items[draft.place]
        first, last = min(draft.first, trigger.first), max(draft.last, trigger.last)
        found = self._occasion(draft, first, last)
        cameo, plover = codes.code(draft.channel, found, judged[0])
        days = when.days
        return Event(
            event_id="", communication_id="", article_id=self.article.article_id, channel=draft.channel,
            occasion=found, status=judged[0], mutual=draft.mutual, sender=sender, recipient=recipient,
            date=when.value, date_start=days[0].isoformat() if days else None,
            date_end=days[1].isoformat() if days else None, date_precision=dating.precision(when),
            date_basis=when.basis, place=where, trigger=self.article.span(trigger.first, trigger.last),
            evidence=self.article.span(first, last), cameo=cameo, plover=plover,
            confidence=round(max(_LEAST_CONFIDENCE, _START_CONFIDENCE - draft.doubt), 2),
            why="; ".join((*draft.why, judged[1])),
        )  # fmt: skip

    def _occasion(self, draft: Draft, first: int, last: int) -> Occasion | None:
        if draft.channel is Channel.LETTER and draft.occasion != Occasion.OTHER:
            return self.thread.tell(draft.occasion, first, last, self.bounds)
        return Occasion(draft.occasion) if draft.occasion is not None else None


def _is_guess(date: str | None) -> bool:
    """Tell whether no text tells the day: it is unknown, or only that of the article."""
    return date is None or date.endswith("?")


def _are_sides(event: Event, one: Actor, other: Actor) -> bool:
    """Tell whether *one* and *other* are the sides of *event*, in person or as their states."""
    if event.recipient is None:
        return False
    told = (event.sender, event.recipient)
    return any(_stands_for(told[0], two[0]) and _stands_for(told[1], two[1]) for two in ((one, other), (other, one)))


def _stands_for(told: Actor, actor: Actor) -> bool:
    if told.id == actor.id:
        return True
    people = told.type is EntityType.PER and actor.type is EntityType.PER
    return not people and told.country is not None and told.country == actor.country


def _is_guest(item: Item) -> bool:
    return item.preposition in ("to", "at") and "ضيفه" in item.phrases[0].honorifics
