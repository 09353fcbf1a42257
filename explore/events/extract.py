"""Extract the events of one article: phrases and dates in, communications out, each with its words and its why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from explore.entities.refer import LEADERS, MINISTERS
from explore.entities.scan import Scan
from explore.events import codes, dating, occasion, status
from explore.events.acts import ActTable
from explore.events.clause import Clause, is_finite
from explore.events.dating import DateRead, When
from explore.events.discourse import Discourse
from explore.events.drafts import Draft
from explore.events.frames import Frames
from explore.events.items import Item, Role
from explore.events.layout import Layout
from explore.knowledge.lexicon import Kind
from explore.model import Actor, Channel, EntityType, Event, Note, Occasion, Span, Status

_START_CONFIDENCE = 0.95
# Who holds one of these speaks for an organisation, not for their state.
_REPORTERS = frozenset(("agency", "outlet", "platform", "company"))
# A draft with this much doubt is noted for review, not told as an event.
_TOO_DOUBTFUL = 0.3
_BACK = frozenset(("كان", "وكان", "كانت", "وكانت", "سبق", "منذ", "بعد", "عقب", "اخر", "الماضي", "الماضيه", "السابق", "السابقه", "اول"))
# A line of so many tokens without a full stop is a heading.
_HEADING = 16
# The lead of an article, in tokens: what a greeting is for may be told only there.
_LEAD = 80
_INTERNATIONAL = frozenset(("secretary_general", "director_general", "high_representative", "commission_president", "council_president", "high_commissioner", "managing_director"))


@dataclass(slots=True)
class Extractor:
    """Extract the events of one article from its laid-out sentences."""

    article_id: str
    scan: Scan
    layout: Layout
    dates: Sequence[DateRead]
    acts: ActTable
    cues: status.Cues
    occasions: occasion.Occasions
    today: dt.date | None = None
    last_occasion: Occasion = Occasion.OTHER
    kinds: Mapping[str, str] = field(default_factory=dict)
    is_sport: bool = False
    organisations: Mapping[str, Actor] = field(default_factory=dict)
    addressed: frozenset[str] = frozenset()

    def extract(self, sentences: Sequence[tuple[int, int]]) -> tuple[list[Event], list[Note]]:
        """Return the events in reading order, not yet merged, and notes on acts that were dropped."""
        discourse = Discourse()
        events: list[Event] = []
        notes: list[Note] = []
        for sentence in sentences:
            items = self.layout.items(*sentence)
            frames = Frames(self.acts, items, discourse, self.scan.tokens.words)
            self._run(frames, items, discourse, sentence, events, notes)
        return events, notes

    def _run(self, frames: Frames, items: list[Item], discourse: Discourse, sentence: tuple[int, int], events: list[Event], notes: list[Note]) -> None:
        """Read a sentence left to right, so that pronouns mean who was named before them."""
        for place, item in enumerate(items):
            if item.role is Role.GROUP:
                _settle_pair(item, discourse)
                discourse.meet(item.actors)
                if item.actors and not item.preposition and not item.is_place and _opens(items, place, self.scan.tokens.words):
                    discourse.current = item.actors
            if item.role is Role.THAT:
                discourse.current = _told_of(items, place, self.scan.tokens.words) or discourse.current
            if item.role is Role.RELATIVE and place and items[place - 1].role is Role.GROUP and items[place - 1].actors and not items[place - 1].is_place:
                discourse.main = discourse.main or discourse.current
                discourse.current = items[place - 1].actors
            elif item.word == "حيث" and not discourse.main:
                discourse.main = discourse.current = discourse.current or _person_before(items, place) or discourse.subject
            elif item.role in (Role.BOUNDARY, Role.COMMA) and discourse.main:
                discourse.current, discourse.main = discourse.main, []
            if item.role is Role.ACT:
                _settle_pairs(frames.channel(item), items[place + 1 : place + 7], discourse)
            drafts = frames.act(place) if item.role is Role.ACT else []
            for draft in drafts:
                found = list(self._events(draft, items, sentence, notes))
                events.extend(found)
                if len(found) == 1 and found[0].recipient is not None and _are_people(found[0]):
                    discourse.parties = [found[0].sender, found[0].recipient]
                    discourse.parties_at = discourse.sentence
                    discourse.by_act[found[0].channel.value] = discourse.parties
                if found and found[-1].channel is Channel.VISIT and found[-1].recipient is not None:
                    discourse.destination = [found[-1].recipient]
            if item.role is Role.GROUP and item.preposition in ("to", "at") and "ضيفه" in item.phrases[0].honorifics and discourse.current:
                draft = Draft(Channel.MEETING, place, item.actors, discourse.current, False, ["spoke to his guest"], _verb_before(items, place), first=item.first, last=item.last)
                events.extend(self._events(draft, items, sentence, notes))
            if not drafts and item.sense(Kind.SPEECH) is not None and item.role is not Role.WORD:
                event = self._statement(place, items, sentence)
                if event is not None:
                    events.append(event)
        subject = _subject(items)
        if subject and any(is_finite(item) for item in items):
            discourse.subject = subject
        discourse.current = []
        discourse.main = []
        discourse.sentence += 1

    def _events(self, draft: Draft, items: list[Item], sentence: tuple[int, int], notes: list[Note]) -> Iterator[Event]:
        words = self.scan.tokens.words
        vague = draft.vague and draft.channel is not Channel.VIDEO and not dating.has_own(draft, items, self.dates)
        if vague or draft.doubt >= _TOO_DOUBTFUL:
            here = items[draft.place]
            notes.append(Note("doubt", self._span(here.first, here.last), f"kept apart {draft.channel}: {'; '.join(draft.why)}"))
            return
        judged = status.judge(draft, items, words, self.cues, lead=sentence[0] == 0 or self._is_heading(sentence))
        trigger = items[draft.place]
        span = self._span(trigger.first, trigger.last)
        if judged is None:
            notes.append(Note("status", span, f"dropped {draft.channel}: the text says that it did not take place"))
            return
        whens = dating.choose(draft, items, self.dates, self.scan.tokens.words, judged[0], self.today)
        if whens[0].value is None and judged[0] is Status.HAPPENED and self._leads(draft, sentence):
            whens = [dating.of_lead(self.today)]
        days = whens[0].days
        if judged[0] is Status.HAPPENED and self.today is not None and days is not None and days[0] > self.today:
            judged = (Status.PLANNED, "its day was still to come")
        places = self._places(draft, items)
        for sender, recipient in _pairs(draft):
            for when, place in ((when, place) for when in whens for place in places):
                problem = mismatch(sender, recipient, self.kinds, trusted=draft.channel is Channel.LETTER) or self._sporting(draft, sender, recipient)
                if problem:
                    notes.append(Note("parties", span, f"dropped {draft.channel} {sender.name_en} – {recipient.name_en}: {problem}"))
                    continue
                yield self._event(draft, sender, recipient, judged, when, items, sentence, place)

    def _leads(self, draft: Draft, sentence: tuple[int, int]) -> bool:
        """Tell whether the act is the news itself: in the first sentence, with nothing that points further back."""
        words = self.scan.tokens.words
        before = words[max(sentence[0], draft.first - 2) : draft.last]
        return self.today is not None and sentence[0] == 0 and not draft.doubt and not _BACK & set(before)

    def _is_heading(self, sentence: tuple[int, int]) -> bool:
        """Tell whether a sentence is a heading inside the text: a short line without a full stop."""
        words = self.scan.tokens.words[sentence[0] : sentence[1]]
        return len(words) <= _HEADING and "." not in words

    def _sporting(self, draft: Draft, sender: Actor, recipient: Actor) -> str | None:
        """Say that teams, not states, meet, where the article is about sport."""
        people = sender.type is EntityType.PER and recipient.type is EntityType.PER
        return "the article is about sport" if self.is_sport and draft.channel is not Channel.LETTER and not people else None

    def _event(self, draft: Draft, sender: Actor, recipient: Actor | None, judged: tuple[Status, str], when: When, items: list[Item], sentence: tuple[int, int], place: str | None = None) -> Event:
        trigger = items[draft.place]
        first, last = min(draft.first, trigger.first), max(draft.last, trigger.last)
        found = self._occasion(first, last, sentence) if draft.channel is Channel.LETTER else None
        if draft.occasion is not None and found in (None, Occasion.OTHER):
            found = Occasion(draft.occasion)
        if found is not None:
            found = self._inherit(found, first, last)
        cameo, plover = codes.code(draft.channel, found, judged[0])
        days = when.days
        return Event(
            event_id="", communication_id="", article_id=self.article_id, channel=draft.channel, occasion=found,
            status=judged[0], mutual=draft.mutual, sender=sender, recipient=recipient, date=when.value,
            date_start=days[0].isoformat() if days else None, date_end=days[1].isoformat() if days else None,
            date_precision=dating.precision(when), date_basis=when.basis, place=place or self._place(items, first, last),
            trigger=self._span(trigger.first, trigger.last), evidence=self._span(first, last),
            confidence=round(max(0.1, _START_CONFIDENCE - draft.doubt), 2), cameo=cameo, plover=plover,
            why="; ".join((*draft.why, judged[1])),
        )  # fmt: skip

    def _occasion(self, first: int, last: int, sentence: tuple[int, int]) -> Occasion:
        """Return the occasion of a letter: its own, that of the letter it continues, or for greetings the lead's."""
        words = self.scan.tokens.words
        found = self.occasions.find(words, first, last, sentence)
        if found is Occasion.OTHER and self.occasions.greets(words[first:last]):
            return self.last_occasion if self.last_occasion is not Occasion.OTHER else self.occasions.find(words, 0, min(len(words), _LEAD), sentence)
        return found

    def _inherit(self, found: Occasion, first: int, last: int) -> Occasion:
        """Take the occasion of the letter before for «برقية مماثلة», «بهذه المناسبة»."""
        if found is Occasion.OTHER and self.occasions.refers_back(self.scan.tokens.words[first : last + 2]):
            found = self.last_occasion
        self.last_occasion = found
        return found

    def _statement(self, place: int, items: list[Item], sentence: tuple[int, int]) -> Event | None:
        """Read «قال X», «أعلن X», «X قال»: a public statement of X."""
        item = items[place]
        if not any(sense.form.tense in ("past", "present") for sense in item.senses if sense.kind.value == "speech"):
            return None
        group = items[place + 1] if place + 1 < len(items) else None
        if group is None or group.role is not Role.GROUP or group.preposition:
            group = _before(items, place)
        if group is None or len(group.actors) != 1 or group.actors[0].type is EntityType.GPE and group.is_place is False and False:
            return None
        last = group.last if group.first > item.first else item.last
        speaker = self._speaker(group)
        told = self._spoken_to(place, group, items)
        if told is not None:
            last = max(last, told.last)
        draft = Draft(Channel.STATEMENT, place, [speaker], [], False, ["speech verb"], first=min(group.first, item.first), last=last)
        when = dating.choose(draft, items, self.dates, self.scan.tokens.words, Status.HAPPENED, self.today)[0]
        recipient = told.actors[0] if told is not None and told.actors[0].id != speaker.id else None
        return self._event(draft, speaker, recipient, (Status.HAPPENED, "said in public"), when, items, sentence)

    def _speaker(self, group: Item) -> Actor:
        """Return who speaks: a palace or ministry by its own name, not the state that it stands for."""
        phrase = group.phrases[0]
        organisation = self.organisations.get(phrase.organisation or "")
        return organisation if organisation is not None and not phrase.offices and phrase.name is None else group.actors[0]

    def _spoken_to(self, place: int, group: Item, items: list[Item]) -> Item | None:
        """Return the object of a verb such as هاجم or شكر: whom the speaker addressed."""
        if self.scan.tokens.words[items[place].first].lstrip("وف") not in self.addressed:
            return None
        after = [item for _, item in Clause(items, place).bare_right() if item is not group]
        return after[0] if after else None

    def _places(self, draft: Draft, items: Sequence[Item]) -> list[str | None]:
        """Return a place for each time told apart: «ثلاث مرات، مرتين في X، ومرة في Y»; [None] where times are not told."""
        words = self.scan.tokens.words
        out: list[str | None] = []
        for place, item in enumerate(items[1:], 1):
            if draft.first <= item.first < draft.last and item.role is Role.GROUP and item.is_place and any(
                word.lstrip("و") in _TIMES for word in words[max(0, item.first - 3) : item.first]
            ):
                out.append(self._name_of(items[place]))
        return out if len(out) > 1 else [None]

    def _name_of(self, item: Item) -> str | None:
        phrase = item.phrases[0]
        return phrase.place or (item.actors[0].name_en if item.actors else None)

    def _place(self, items: Sequence[Item], first: int, last: int) -> str | None:
        for item in items:
            if first <= item.first < last and item.role is Role.GROUP and item.is_place and item.preposition in ("place", "at"):
                return self._name_of(item)
        return None

    def _span(self, first: int, last: int) -> Span:
        tokens = self.scan.tokens
        return Span(tokens.starts[first], tokens.ends[last - 1])


def _pairs(draft: Draft) -> Iterator[tuple[Actor, Actor]]:
    """Yield the sender–recipient pairs; where several act together without a sender, every two of them."""
    for sender in draft.senders:
        for recipient in draft.recipients:
            yield sender, recipient
    if draft.mutual and len(draft.senders) == 1 and len(draft.recipients) in (2, 3) and draft.together:
        for place, one in enumerate(draft.recipients):
            for other in draft.recipients[place + 1 :]:
                yield one, other


def mismatch(sender: Actor, recipient: Actor, kinds: Mapping[str, str], *, trusted: bool = False) -> str | None:
    """Say why two actors cannot be the two sides of a communication, or None."""
    if sender.id == recipient.id:
        return "one and the same"
    for actor in (sender, recipient):
        if actor.type is EntityType.ORG and kinds.get(actor.id) in _REPORTERS:
            return f"{actor.name_en} only reports"
    if not trusted and "spokesperson" in (sender.office, recipient.office):
        return "a spokesperson only speaks for others"
    international = _INTERNATIONAL & {sender.office, recipient.office}
    if sender.country is not None and sender.country == recipient.country and not international:
        return "both of one state"
    if EntityType.PER in (sender.type, recipient.type):
        for actor in (sender, recipient):
            if actor.type is EntityType.PER and actor.country is None and actor.id.startswith("name:") and not trusted:
                return f"nobody knows the state of {actor.name_en}"
    return None


# «الجانبان» means who was told together so many sentences ago at most.
_RECENT = 2
_TIMES = frozenset(("مره", "مرتين", "مرات"))
_BE = frozenset(("كان", "كانت", "يكون", "تكون", "اما", "لكن", "بينما"))


def _settle_pairs(channel: str, following: Sequence[Item], discourse: Discourse) -> None:
    """Let «مكالمة الزعيمين» mean the two who last did that, «الزعيمان» the two who last had to do with each other."""
    pair = discourse.by_act.get(channel, discourse.parties)
    for item in following:
        if pair and item.role is Role.GROUP and item.phrases[0].pair and item.phrases[0].name is None and item.actors and item.actors[0].type is EntityType.PER and _may_be(item.actors, pair):
            item.actors = list(pair)


def _settle_pair(item: Item, discourse: Discourse) -> None:
    """Let «الجانبان» mean the two who last had to do with each other, unless one of them acts upon the two."""
    phrase = item.phrases[0]
    if not (phrase.pair and phrase.name is None and not phrase.nations and item.actors and item.actors[0].type is EntityType.PER):
        return
    recent = len(discourse.parties) == 2 and discourse.sentence - discourse.parties_at <= _RECENT  # noqa: PLR2004
    if len(discourse.current) == 2 and set(discourse.current) == set(item.actors) and not item.preposition and discourse.current is not item.actors:  # noqa: PLR2004
        others = [actor for actor in discourse.people if actor not in discourse.current]
        item.actors = others[-2:] if len(others) >= 2 else item.actors  # noqa: PLR2004
    elif recent and _may_be(item.actors, discourse.parties) and not (item.preposition in ("to", "at", "from") and discourse.current and discourse.current[0] in discourse.parties):  # noqa: PLR2004
        item.actors = list(discourse.parties)


def _may_be(told: Sequence[Actor], parties: Sequence[Actor]) -> bool:
    """Tell whether *parties* may be called what *told* were: two presidents are no two ministers."""
    return all(
        {actor.office for actor in parties} <= offices
        for offices in (MINISTERS, frozenset(LEADERS))
        if all(actor.office in offices for actor in told)
    )


def _are_people(event: Event) -> bool:
    return event.sender.type is EntityType.PER and event.recipient is not None and event.recipient.type is EntityType.PER


def _person_before(items: Sequence[Item], place: int) -> list[Actor]:
    """Return the nearest people before: of whom «عودة X من Y، حيث التقى …» goes on to tell."""
    for item in reversed(items[:place]):
        if item.role is Role.GROUP and item.preposition in ("", "from") and item.actors and item.actors[0].type is EntityType.PER:
            return item.actors
    return []


def _verb_before(items: Sequence[Item], place: int) -> int | None:
    return next((back for back in range(place - 1, -1, -1) if items[back].role is Role.SPEECH), None)


def _opens(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether a bare group is a subject: first in its clause, after أن or right after a verb."""
    first = items[0].first
    for item in reversed(items[:place]):
        if item.key == ":":
            return True
        if item.role is Role.WORD and (item.first == first or words[item.first].lstrip("وف") in _BE):
            return True
        if item.role in (Role.COMMA, Role.DATE, Role.QUOTE) or item.role is Role.GROUP and not item.actors or item.role is Role.WORD and place > 0 and item is not items[place - 1]:
            continue
        if item.role in (Role.ACT, Role.SUPPORT, Role.SPEECH) and any(sense.form.tense for sense in item.senses):
            return Clause(list(items), items.index(item)).subject_left() is None
        return item.role in (Role.THAT, Role.BOUNDARY)
    return True


def _told_of(items: Sequence[Item], place: int, words: Sequence[str]) -> list[Actor]:
    """Return the subject of an أن clause that stands before it: «سبق لX أن زار», «طلب من X أن يزور», «نقل عن X أنه يزور»."""
    that = words[items[place].first].lstrip("وبل")
    for back in range(place - 1, max(place - 4, -1), -1):
        item = items[back]
        if item.role is Role.GROUP:
            if that == "ان":
                return item.actors if back == place - 1 and item.preposition in ("to", "from") and not item.is_place else []
            return item.actors if item.preposition == "other" and words[item.first - 1] == "عن" and that in ("انه", "انها") else []
        if item.role not in (Role.WORD, Role.DATE):
            break
    return []


def _subject(items: Sequence[Item]) -> list[Actor]:
    """Return the main subject of a sentence: its first group that no preposition governs."""
    for item in items:
        if item.role is Role.GROUP and item.actors and not item.preposition and not item.is_place:
            return item.actors
    return []


def _before(items: Sequence[Item], place: int) -> Item | None:
    for back in (1, 2):
        if place - back < 0:
            return None
        item = items[place - back]
        if item.role is Role.GROUP:
            return item if not item.preposition and not items[place].clitic else None
        if item.role not in (Role.COMMA, Role.DATE, Role.WORD):
            return None
    return None
