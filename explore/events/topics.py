"""Follow who is being talked of, so that pronouns, pairs and verbs without a subject find their people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from explore.events.citations import TO_DO, told_of
from explore.events.discourse import Discourse, is_pair, may_be_called
from explore.events.drafts import TALKING, Draft
from explore.events.duals import Duals
from explore.events.gender import agree, names_woman
from explore.events.groups import is_bare_person, is_the_act, is_told_where, is_unnamed_pair
from explore.events.guests import find_guest
from explore.events.items import VERBS, Item, Role
from explore.events.openings import (
    find_first_person,
    find_people_before,
    find_person_first,
    find_related,
    find_subject,
    goes_on_in_it,
    has_unknown_verb,
    is_bare,
    is_bracketed,
    is_minister_again,
    is_speaking_state,
    opens,
    opens_aside,
    sends,
)
from explore.events.parties import are_of_two_states, are_people
from explore.events.reach import AND_THAT
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType, Event

# «تلقى X رسالة من Y، أعرب فيها عن أمله»: behind one of these Y goes on.
_IN_IT = listed("shared", "in_it")
# A pair that an act governs stands within so many items behind it.
_GOVERNED = 6
_SENT = frozenset((Channel.LETTER, Channel.CALL))
# A clause behind it goes on about the subject before.
WHERE = "حيث"
# «نقل X عن Y قوله»: it goes on about Y.
HIS_WORDS = frozenset(("قوله", "قولها"))
_COUPLE = 2
# The object stands at most so many items behind its verb.
_OBJECT_WITHIN = 3
_ON_THAT = ("علي", TO_DO)
_THERE = frozenset(("هناك", "هنالك"))
_THERE_WITHIN = 3
_ANYBODY = listed("topics", "men") | listed("shared", "rivals")
# «والتقى Y ثم Z»: whom somebody met is not who meets next.
_MET = "verb meet"
# Marks and words at which the main subject goes on.
_TURNING = frozenset((Role.BOUNDARY, Role.COMMA))


@dataclass(slots=True)
class Topics:
    """Update what the discourse remembers while a sentence is read left to right."""

    words: Sequence[str]
    discourse: Discourse
    only_reports: Callable[[Actor], bool]
    agents: list[Actor] = field(default_factory=list)
    objects: set[int] = field(default_factory=set)
    writer: list[Actor] = field(default_factory=list)
    reader: list[Actor] = field(default_factory=list)
    duals: Duals = field(init=False)

    def __post_init__(self) -> None:
        """Prepare to settle duals."""
        self.duals = Duals(self.discourse, self.words)

    def turn(self, place: int, items: Sequence[Item]) -> None:
        """Turn to somebody else at a small word."""
        item = items[place]
        if item.role is Role.RELATIVE:
            beside = place - 2 if place > 1 and items[place - 1].key == "،" else place - 1
            self._turn_to(find_related(items, place) or find_guest(items, place) or (items[beside] if place else None))
        elif item.role is Role.THAT or self.words[item.first : item.last] == _ON_THAT:
            self.discourse.current = told_of(items, place, self.words, self.discourse) or self.discourse.current
        if item.word in HIS_WORDS:
            self._quote(place, items)
        elif item.word in _IN_IT and self.writer:
            self.discourse.current = self.writer
        elif item.word == WHERE:
            self._turn_where(place, items)
        elif item.role is Role.BOUNDARY and self.discourse.current is self.writer:
            self.discourse.current, self.writer = self.reader, []
        elif item.role is Role.BOUNDARY:
            self.turn_back(place, items)

    def settle(self, channel: str, place: int, items: Sequence[Item]) -> None:
        """Let «مكالمة الزعيمين» mean the two of whom the article is, in a sentence about others who last did that."""
        discourse = self.discourse
        if discourse.women and items[place].finite:
            agree(place, items, discourse)
        if discourse.visitor and goes_on_in_it(items[place : place + _COUPLE]):
            discourse.current = discourse.visitor
        told_here = discourse.parties_at == discourse.sentence
        pair = discourse.by_act.get(channel, discourse.parties) if told_here else discourse.leading
        subject = discourse.current
        duals = self.duals
        for item in items[place + 1 : place + 1 + _GOVERNED]:
            if item.role is not Role.GROUP:
                continue
            unnamed = is_unnamed_pair(item) and not item.phrases[0].has_state
            called = unnamed and (may_be_called(item.actors, pair) or self._may_be_anybody(item))
            since = duals.named_since(item) if unnamed else []
            if since:
                item.actors = since
            elif unnamed and items[place].finite and duals.are_sides(item, acted=True):
                item.actors = list(discourse.parties)
            elif pair and called and not duals.are_others(item, pair, subject):
                item.actors = list(pair)
            elif unnamed and duals.are_sides(item):
                item.actors = list(discourse.parties)
            elif item.phrases[0].pair and not unnamed:
                duals.settle_states(item)
            elif duals.is_partner(item, subject):
                item.actors = discourse.facing(subject)
            elif self._are_there(item):
                item.actors = list(discourse.destination)
            elif is_bare(item):
                subject = item.actors

    def _are_there(self, item: Item) -> bool:
        """Tell whether officials of whom nothing is told are where a visit went: «زار X وY والتقى مسؤولين هناك»."""
        officials = not item.actors and len(item.phrases) == 1 and item.phrases[0].body == "delegation"
        return officials and not _THERE.isdisjoint(self.words[item.last : item.last + _THERE_WITHIN])

    def _may_be_anybody(self, item: Item) -> bool:
        """Tell whether a pair tells no office: «الرجلين», «الخصمين»."""
        return self.words[item.last - 1].removeprefix(item.clitic) in _ANYBODY

    def learn(self, found: Sequence[Event], agents: Sequence[Actor]) -> None:
        """Remember the two people of an event, who acted, and where a visit went."""
        self.agents.extend(agents)
        self._note_callers(found)
        if len(found) == 1 and found[0].channel in _SENT and agents == [found[0].recipient]:
            self.writer, self.reader = [found[0].sender], list(agents)
        if len(found) == 1 and found[0].why.startswith(_MET) and self.discourse.current == [found[0].recipient]:
            self.discourse.current = list(agents)
        if found and found[0].recipient is not None and are_of_two_states(found) and are_people(found[0]):
            self.discourse.parties = [found[0].sender, found[0].recipient]
            self.discourse.parties_at = self.discourse.sentence
            self.discourse.sides.update(self.discourse.parties)
            self.discourse.leading = self.discourse.leading or self.discourse.parties
            self.discourse.by_act[found[0].channel.value] = self.discourse.parties
        if len(found) == 1 and found[0].channel is Channel.TALKS and found[0].recipient is not None:
            self.discourse.talking = [found[0].sender, found[0].recipient]
        if found and found[-1].channel is Channel.VISIT and found[-1].recipient is not None:
            self.discourse.destination, self.discourse.visitor = [found[-1].recipient], [found[0].sender]
            self.discourse.visiting = self._states(found[-1].sender, found[-1].recipient)

    def note_hosts(self, found: Sequence[Event], where: str | None) -> None:
        """Remember where each guest was received: by a host at home, or in the state *where* they met."""
        for event in found:
            host = event.recipient
            if event.channel not in TALKING or host is None or host.country is None:
                continue
            at_home = where == host.country if event.mutual else host.type is EntityType.PER
            home = self.discourse.homes.get(host.country)
            if at_home and home is not None and event.sender.country != host.country:
                self.discourse.hosted[event.sender.id] = home

    def _note_callers(self, found: Sequence[Event]) -> None:
        for event in found:
            if event.channel in _SENT and not event.mutual and event.recipient is not None:
                callers = self.discourse.callers.pop(event.recipient, set())
                self.discourse.callers[event.recipient] = callers | {event.sender}

    def _states(self, visitor: Actor, host: Actor) -> list[Actor]:
        """Return the states of *visitor* and *host*; empty where one is of no state."""
        homes = self.discourse.homes
        states = [home for one in (visitor, host) if (home := homes.get(one.country or "")) is not None]
        return states if is_pair(states) else []

    def go_on(self, place: int, items: Sequence[Item], draft: Draft) -> None:
        """Keep to who goes on where only an object stands behind the verb: «والتقى X» does not turn to X."""
        discourse = self.discourse
        speaker = discourse.speaker()
        behind = next((item for item in items[place + 1 : place + 1 + _OBJECT_WITHIN] if is_bare(item)), None)
        sides = (draft.senders, draft.recipients)
        if behind is None or not items[place].finite or speaker == behind.actors:
            return
        if any(item.preposition and item.actors == speaker for item in items[place + 1 :]):
            # «اجتمع [X] مع Y»: Y, of whom the text told before, is named again as the other side.
            return
        if speaker in sides and behind.actors in sides:
            self.objects.add(behind.first)
            discourse.current = speaker

    def _goes_on(self, place: int, items: Sequence[Item]) -> bool:
        """Tell whether whoever the sentence before told of did what this one tells: «وجلس إلى X[، ثم] قصد Y»."""
        if not self.agents or self.agents[:1] != self.discourse.subject[:1]:
            return False
        verb = next((item for item in reversed(items[:place]) if item.finite), None)
        # «واستقبله X، ثم أقام مأدبة» goes on about X.
        return verb is not None and not any(sense.form.pronoun for sense in verb.senses)

    def close(self, items: Sequence[Item]) -> None:
        """End a sentence: its main subject may be the unsaid subject of the next."""
        subject = self._acting(find_subject(items, self.only_reports))
        self.agents.clear()
        self.writer = []
        if subject and (any(item.senses.tenses for item in items if item.role in VERBS) or has_unknown_verb(items)):
            self.discourse.subject = subject
            self.discourse.alone = self.discourse.alone if is_pair(subject) else subject
        self.discourse.current, self.discourse.main, self.discourse.visitor = [], [], []
        self.discourse.met.clear()
        self.discourse.sentence += 1

    def _acting(self, subject: list[Actor]) -> list[Actor]:
        """Return the *subject* of the sentence, or who acts in it where that is only acted upon, or tells of it."""
        apart = len(self.agents) > 1 and len(subject) == 1
        if apart and self.agents[:1] == self.discourse.subject:
            # «ثم طار إلى X، حيث استقبله Y»: it goes on about who was told of before.
            return self.agents[:1]
        if not self.agents or not subject or subject[0] in self.agents:
            return subject
        if subject[0].type is not EntityType.PER and not _speaks_for(subject[0], self.agents[0]):
            return subject
        return self.agents[:1]

    def name(self, place: int, items: Sequence[Item]) -> None:
        """Note whom the group at *place* names."""
        item = items[place]
        if item.phrases[0].pair:
            self.duals.settle(item, items)
        elif self.duals.is_partner(item, self.discourse.current):
            item.actors = self.discourse.facing(self.discourse.current)
        elif is_minister_again(items, place, self.words, self.discourse.subject):
            item.actors = list(self.discourse.subject)
        self.discourse.meet(item.actors)
        if len(item.actors) == _COUPLE and is_bare_person(item) and not item.phrases[0].pair:
            self.discourse.joined, self.discourse.joined_at = list(item.actors), self.discourse.sentence
        if names_woman(items, place):
            self.discourse.women.add(item.actors[0].id)
        if is_bracketed(items, place) or item.first in self.objects:
            return
        if (is_bare(item) or is_speaking_state(items, place)) and opens(items, place, self.words):
            self.discourse.current = item.actors

    def _quote(self, place: int, items: Sequence[Item]) -> None:
        """Turn to who is quoted: «نقل X عن Y قوله خلال لقاء مع Z»."""
        quoted = items[place - 1] if place else None
        if quoted is not None and quoted.preposition == "other" and self.words[quoted.first - 1] == "عن":
            self.discourse.current = quoted.actors or self.discourse.current

    def _turn_to(self, before: Item | None) -> None:
        """Turn to whom a relative clause tells of: the group *before* it."""
        discourse = self.discourse
        if before is not None and before.actors and not before.is_place:
            discourse.main = discourse.main or discourse.current
            discourse.current = before.actors

    def _turn_where(self, place: int, items: Sequence[Item]) -> None:
        """Go on about the subject behind «حيث», or about who was sent, until the clause ends."""
        discourse = self.discourse
        if discourse.main:
            if not is_told_where(items[:place]):
                self.turn_back(place, items)
            return
        sent = find_people_before(items, place) if sends(items[:place]) else []
        told = sent or discourse.current or find_people_before(items, place)
        # «وتزامنت القمة مع …، حيث» goes on about nobody.
        discourse.main = told or ([] if any(map(is_the_act, items[:_COUPLE])) else discourse.subject)
        discourse.current = discourse.main or discourse.subject

    def turn_back(self, place: int, items: Sequence[Item]) -> None:
        """Turn back to the main subject where a relative clause ends, or to who stands first in the one that does."""
        discourse = self.discourse
        following = items[place + 1].word if place + 1 < len(items) else ""
        if opens_aside(items, place) or (following == WHERE and is_told_where(items[: place + 1])):
            return
        if discourse.main and items[place].role in _TURNING:
            discourse.current, discourse.main = discourse.main, []
        elif self.words[items[place].first] == AND_THAT:
            discourse.current = find_first_person(items[:place]) or discourse.current
        elif items[place].role is Role.BOUNDARY and not discourse.current and not self._goes_on(place, items):
            discourse.current = find_person_first(items[:place])


def _speaks_for(state: Actor, agent: Actor) -> bool:
    """Tell whether *state* only told what one of its people did: «أعلن الكرملين أن بوتين … وسيلتقي»."""
    return agent.type is EntityType.PER and agent.country == state.country
