"""Follow who is being talked of, so that pronouns, pairs and verbs without a subject find their people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from explore.entities.offices import LEADERS, MINISTERS
from explore.events.clause import SENDING, Clause
from explore.events.discourse import Discourse, is_pair
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.model import Actor, Channel, EntityType, Event

# «الجانبان» means who was told together so many sentences ago at most.
_RECENT = 2
# A pair that an act governs stands within so many items behind it.
_GOVERNED = 6
# The name of who is told of stands at most so many items before أن.
_REACH = 3
# Behind these the subject follows: «وكان X قد زار».
_BE = frozenset(("كان", "كانت", "يكون", "تكون", "اما", "لكن", "بينما"))
# What closes a dateline: «(واج) -», «القاهرة:».
_DATELINES = frozenset(("-", "–", "—", ":", "/", ")"))
# The brackets around an agency: «(واج)», «/قنا/».
_BRACKETS = frozenset("(/")
_CLOSING = frozenset(")/")
# «تلقى X رسالة من Y، أعرب فيها عن أمله»: behind one of these Y goes on.
IN_IT = frozenset(("فيها", "فيه", "خلاله", "خلالها"))
_SENT = frozenset((Channel.LETTER, Channel.CALL))
# A clause behind it goes on about the subject before.
WHERE = "حيث"
# Behind this the sentence goes back to its main subject: «… يجمع X بY، وذلك في اتصال أجراه».
_AND_THAT = "وذلك"
# «نقل X عن Y قوله»: it goes on about Y.
HIS_WORDS = frozenset(("قوله", "قولها"))
_COUPLE = 2
# The object stands at most so many items behind its verb.
_OBJECT_WITHIN = 3
# «إنه سلم X رسالة»: the pronoun is the subject, so that no group behind the verb is.
_HE = ("نه", "نها", "نهم", "نهما")
_ALREADY = "سبق"
# «كلا من الرئيسين»
_OF = "من"
# «أعلن المكتب الإعلامي لX أنه»: the pronoun is X.
_SELF = frozenset(("انه", "انها"))
# «في تصريح سابق لX قال إنه»
_SAID = frozenset(("تصريح", "تصريحات", "حديث", "كلمه", "بيان", "مقابله", "حوار"))
_SAID_WITHIN = 3
_PRESS = frozenset(("الاعلامي", "الصحفي", "الصحافي"))
# How a verb that no table knows begins behind أن: «أن يحظى X».
_PRESENT = ("ي", "ت")
# Behind one of these a verb opens a clause: «كما افتتح X».
_CONJUNCTIONS = frozenset(("كما", "فيما", "بينما", "بعدما", "عندما", "حينما"))
# «والتقى Y ثم Z»: whom somebody met is not who meets next.
_MET = "verb meet"
# So opens a sentence that reminds of what was before: «يذكر أن», «الجدير بالذكر أن».
_REMINDING = frozenset(("يذكر", "بالذكر", "يشار"))
# «من جهة أخرى،» has at most so many items.
_OPENING = 4
_VERBS = frozenset((Role.ACT, Role.SUPPORT, Role.SPEECH))
# Marks and words at which the main subject goes on.
_TURNING = frozenset((Role.BOUNDARY, Role.COMMA))


@dataclass(slots=True)
class Topics:
    """Update what the discourse remembers while a sentence is read left to right."""

    words: Sequence[str]
    discourse: Discourse
    agents: list[Actor] = field(default_factory=list)
    objects: set[int] = field(default_factory=set)
    writer: list[Actor] = field(default_factory=list)
    reader: list[Actor] = field(default_factory=list)

    def enter(self, place: int, items: Sequence[Item]) -> None:
        """Note what the item at *place* changes, before its acts are read."""
        item = items[place]
        if item.role is Role.GROUP:
            self._name(place, items)
        elif item.role is Role.THAT:
            self.discourse.current = self._told_of(items, place) or self.discourse.current
        elif item.role is Role.RELATIVE:
            self._turn_to(items[place - 1] if place else None)
        if item.word in HIS_WORDS:
            self._quote(place, items)
        elif item.word in IN_IT and self.writer:
            self.discourse.current = self.writer
        elif item.word == WHERE:
            self._turn_where(place, items)
        elif item.role is Role.BOUNDARY and self.discourse.current is self.writer:
            self.discourse.current, self.writer = self.reader, []
        elif item.role is Role.BOUNDARY or (item.role is Role.COMMA and self.discourse.main):
            self._turn_back(place, items)

    def settle(self, channel: str, place: int, items: Sequence[Item]) -> None:
        """Let «مكالمة الزعيمين» mean the two who last did that, else the two who last had to do with each other."""
        pair = self.discourse.by_act.get(channel, self.discourse.parties)
        subject = self.discourse.current
        for item in items[place + 1 : place + 1 + _GOVERNED]:
            unnamed = item.role is Role.GROUP and _is_unnamed_pair(item) and not item.phrases[0].has_state
            if pair and unnamed and _may_be(item.actors, pair) and not self._are_others(item, pair, subject):
                item.actors = list(pair)
            elif item.role is Role.GROUP and _is_bare(item):
                subject = item.actors

    def learn(self, found: Sequence[Event], agents: Sequence[Actor]) -> None:
        """Remember the two people of an event, who acted, and where a visit went."""
        self.agents.extend(agents)
        if len(found) == 1 and found[0].channel in _SENT and agents == [found[0].recipient]:
            self.writer, self.reader = [found[0].sender], list(agents)
        if len(found) == 1 and found[0].why.startswith(_MET) and self.discourse.current == [found[0].recipient]:
            self.discourse.current = list(agents)
        if found and found[0].recipient is not None and _are_of_two_states(found) and _are_people(found[0]):
            self.discourse.parties = [found[0].sender, found[0].recipient]
            self.discourse.parties_at = self.discourse.sentence
            self.discourse.leading = self.discourse.leading or self.discourse.parties
            self.discourse.by_act[found[0].channel.value] = self.discourse.parties
        if found and found[-1].channel is Channel.VISIT and found[-1].recipient is not None:
            self.discourse.destination = [found[-1].recipient]
            self.discourse.visiting = self._states(found[-1].sender, found[-1].recipient)

    def _states(self, visitor: Actor, host: Actor) -> list[Actor]:
        """Return the states of *visitor* and *host*; empty where one is of no state."""
        homes = self.discourse.homes
        states = [home for one in (visitor, host) if (home := homes.get(one.country or "")) is not None]
        return states if is_pair(states) else []

    def go_on(self, place: int, items: Sequence[Item], draft: Draft) -> None:
        """Keep to who goes on where only an object stands behind the verb: «والتقى X» does not turn to X."""
        discourse = self.discourse
        speaker = discourse.speaker()
        behind = next((item for item in items[place + 1 : place + 1 + _OBJECT_WITHIN] if _is_bare(item)), None)
        sides = (draft.senders, draft.recipients)
        if behind is None or not items[place].finite or speaker == behind.actors:
            return
        if speaker in sides and behind.actors in sides:
            self.objects.add(behind.first)
            discourse.current = speaker

    def close(self, items: Sequence[Item]) -> None:
        """End a sentence: its main subject may be the unsaid subject of the next."""
        subject = self._acting(_subject(items))
        self.agents.clear()
        self.writer = []
        if subject and (any(item.senses.tenses for item in items if item.role in _VERBS) or _has_unknown_verb(items)):
            self.discourse.subject = subject
        self.discourse.current = []
        self.discourse.main = []
        self.discourse.sentence += 1

    def _acting(self, subject: list[Actor]) -> list[Actor]:
        """Return the *subject* of the sentence, or who acts in it where that is only acted upon, or tells of it."""
        if not self.agents or not subject or subject[0] in self.agents:
            return subject
        if subject[0].type is not EntityType.PER and not _speaks_for(subject[0], self.agents[0]):
            return subject
        return self.agents[:1]

    def _name(self, place: int, items: Sequence[Item]) -> None:
        item = items[place]
        if item.phrases[0].pair:
            self._settle_pair(item, items)
        self.discourse.meet(item.actors)
        if _is_bracketed(items, place) or item.first in self.objects:
            return
        if (_is_bare(item) or _is_speaking_state(items, place)) and self._opens(items, place):
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
            self._turn_back(place, items)
            return
        sent = _people_before(items, place) if _sends(items[:place]) else []
        discourse.main = discourse.current = (
            sent or discourse.current or _people_before(items, place) or discourse.subject
        )

    def _turn_back(self, place: int, items: Sequence[Item]) -> None:
        """Turn back to the main subject where a relative clause ends, or to who stands first in the one that does."""
        discourse = self.discourse
        if discourse.main and items[place].role in _TURNING:
            discourse.current, discourse.main = discourse.main, []
        elif self.words[items[place].first] == _AND_THAT:
            discourse.current = _first_person(items[:place]) or discourse.current
        elif items[place].role is Role.BOUNDARY and not discourse.current:
            discourse.current = _person_first(items[:place])

    def _settle_pair(self, item: Item, items: Sequence[Item]) -> None:
        """Let «الجانبان» mean the two who last had to do with each other, unless one of them acts upon the two."""
        discourse = self.discourse
        if not _is_unnamed_pair(item) or item.phrases[0].has_state:
            return
        if not item.preposition and discourse.current is not item.actors and _are_same(discourse.current, item.actors):
            others = [actor for actor in discourse.people if actor not in discourse.current]
            item.actors = others[-_COUPLE:] if len(others) >= _COUPLE else item.actors
        elif self._are_recent() and _may_be(item.actors, discourse.parties) and not self._is_acted_upon(item):
            item.actors = list(discourse.leading if self._reminds(items) else discourse.parties)

    def _reminds(self, items: Sequence[Item]) -> bool:
        """Tell whether the sentence reminds of what concerns the whole article: «يذكر أن الرئيسين»."""
        first = items[0].first
        return not _REMINDING.isdisjoint(word.lstrip("و") for word in self.words[first : first + _COUPLE])

    def _are_recent(self) -> bool:
        discourse = self.discourse
        return len(discourse.parties) == _COUPLE and discourse.sentence - discourse.parties_at <= _RECENT

    def _is_acted_upon(self, item: Item) -> bool:
        """Tell whether one of the two is the subject: «سيتصل بالرئيسين» means two others."""
        current = self.discourse.current
        if not current or current[0] not in self.discourse.parties:
            return False
        return item.preposition in ("to", "at", "from") or self._are_others(item, self.discourse.parties, current)

    def _are_others(self, item: Item, pair: Sequence[Actor], subject: Sequence[Actor]) -> bool:
        """Tell whether the *subject*, who is one of *pair*, met two others: «استقبل X كلا من الرئيسين»."""
        if not subject or subject[0] not in pair or subject[0] in item.actors:
            return False
        return item.preposition == "with" or self.words[item.first - 1] == _OF

    def _opens(self, items: Sequence[Item], place: int) -> bool:
        """Tell whether a bare group is a subject: first in its clause, after أن or right after a verb."""
        for back in range(place - 1, -1, -1):
            item = items[back]
            if item.key == ":" or (item.role is Role.WORD and self._introduces(items, back)):
                return True
            if item.role in (Role.COMMA, Role.DATE, Role.QUOTE) or item.word in IN_IT:
                continue
            if item.role is Role.WORD and back < place - 1:
                continue
            if item.role is Role.GROUP and (not item.actors or _is_where(item) or _is_goal(items, back)):
                continue
            if item.role is Role.PREPOSITION and (_is_where(items[back + 1]) or _is_goal(items, back + 1)):
                continue
            if item.role is Role.WORD and back and items[back - 1].role is Role.THAT and _is_verb(items, back):
                return True
            if item.role in _VERBS and item.senses.tenses:
                if _lists_members(items, back):
                    return False
                told = back > 0 and items[back - 1].role is Role.THAT and items[back - 1].word.endswith(_HE)
                return not told and Clause(items, back).subject_left() is None
            return item.role in (Role.THAT, Role.BOUNDARY)
        return True

    def _introduces(self, items: Sequence[Item], place: int) -> bool:
        """Tell whether the word at *place* stands first, behind a dateline or «بدوره،», or is كان."""
        first = place == 0 or items[place - 1].key in _DATELINES or _opens_behind(items, place)
        first = first or items[place - 1].word in _CONJUNCTIONS
        return first or self.words[items[place].first].lstrip("وف") in _BE

    def _told_of(self, items: Sequence[Item], place: int) -> list[Actor]:
        """Return the subject of an أن clause that stands before it: «سبق لX أن زار», «طلب من X أن», «نقل عن X أنه»."""
        that = self.words[items[place].first].lstrip("وبل")
        if that in _SELF and not self.discourse.current:
            return self._told_for(items, place)
        for back in range(place - 1, max(place - 1 - _REACH, -1), -1):
            item = items[back]
            if item.role is Role.GROUP:
                adjacent = back == place - 1 and item.preposition in ("to", "from") and not item.is_place
                cited = item.preposition == "other" and self.words[item.first - 1] == "عن"
                return item.actors if (adjacent if that == "ان" else cited and that in ("انه", "انها")) else []
            if item.role not in (Role.WORD, Role.DATE):
                break
        return []

    def _told_for(self, items: Sequence[Item], place: int) -> list[Actor]:
        """Return whose office tells of him: «أعلن المكتب الإعلامي لX، أنه زار», «أفاد مكتب X بأنه زار»."""
        for item in reversed(items[max(place - _REACH, 0) : place]):
            if item.role is Role.GROUP:
                before = self.words[max(0, item.first - _SAID_WITHIN) : item.first]
                office = item.preposition == "to" and not (_PRESS.isdisjoint(before[-1:]) and _SAID.isdisjoint(before))
                cited = item.preposition == "other" and self.words[item.first - 1] == "عن"
                return list(item.owners) or (item.actors if office or cited else [])
        return []


def _lists_members(items: Sequence[Item], place: int) -> bool:
    """Tell whether a verb only says who is in a delegation: «على رأس وفد وزاري [ضم] X»."""
    named = next((item for item in reversed(items[:place]) if item.role is not Role.WORD), None)
    delegation = named is not None and named.role is Role.GROUP and named.phrases[-1].body == "delegation"
    return delegation and "join" in items[place].senses.keys


def _is_where(item: Item) -> bool:
    """Tell whether *item* is a mere place behind «في» or «ب»."""
    return item.is_place and item.preposition in ("place", "at")


def _is_goal(items: Sequence[Item], place: int) -> bool:
    """Tell whether the item at *place* is where somebody goes: «وصل إلى X الوزير Y»."""
    before = items[place - 1] if place else None
    return items[place].is_place and before is not None and before.role is Role.PREPOSITION and before.key == "to"


def _speaks_for(state: Actor, agent: Actor) -> bool:
    """Tell whether *state* only told what one of its people did: «أعلن الكرملين أن بوتين … وسيلتقي»."""
    return agent.type is EntityType.PER and agent.country == state.country


def _is_bare(item: Item) -> bool:
    return bool(item.actors) and not item.preposition and not item.is_place


def _is_speaking_state(items: Sequence[Item], place: int) -> bool:
    """Tell whether a state is the subject of a verb of speech right before it: «قالت أنقرة إنها …»."""
    item = items[place]
    if not item.actors or item.preposition or not place:
        return False
    return items[place - 1].role is Role.SPEECH and items[place - 1].last == item.first


def _is_unnamed_pair(item: Item) -> bool:
    """Tell whether a group is «الرئيسان», «الجانبان»: two people without their names."""
    phrase = item.phrases[0]
    return phrase.pair and phrase.name is None and bool(item.actors) and item.actors[0].type is EntityType.PER


def _are_same(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    return len(one) == _COUPLE and set(one) == set(other)


def _may_be(told: Sequence[Actor], parties: Sequence[Actor]) -> bool:
    """Tell whether *parties* may be called what *told* were: two presidents are no two ministers."""
    return all(
        {actor.office for actor in parties} <= offices
        for offices in (MINISTERS, frozenset(LEADERS))
        if all(actor.office in offices for actor in told)
    )


def _are_of_two_states(found: Sequence[Event]) -> bool:
    """Tell whether one event is told, or one side receives several of one state: «استقبل X وزيرين من Y»."""
    if len(found) == 1:
        return True
    states = {
        frozenset((event.sender.country, event.recipient.country if event.recipient else None)) for event in found
    }
    one = len({event.sender for event in found}) == 1 or len({event.recipient for event in found}) == 1
    received = all(event.channel is Channel.MEETING and not event.mutual for event in found)
    return received and len(states) == 1 and one and None not in next(iter(states))


def _are_people(event: Event) -> bool:
    return (
        event.sender.type is EntityType.PER and event.recipient is not None and event.recipient.type is EntityType.PER
    )


def _is_verb(items: Sequence[Item], place: int) -> bool:
    """Tell whether the word behind أن is a verb that no table knows: «أن يحظى», «سبق أن أثار»."""
    return items[place].word.startswith(_PRESENT) or (place > 1 and items[place - 2].word.lstrip("و") == _ALREADY)


def _sends(items: Sequence[Item]) -> bool:
    """Tell whether somebody is sent, who is then told of: «أوفد X مبعوثه Y إلى بيروت حيث التقى Z»."""
    return any(item.word.lstrip("وف") in SENDING for item in items)


def _people_before(items: Sequence[Item], place: int) -> list[Actor]:
    """Return the nearest people before: of whom «عودة X من Y، حيث التقى …» goes on to tell."""
    for item in reversed(items[:place]):
        named = item.role is Role.GROUP and item.preposition in ("", "from") and bool(item.actors)
        if named and item.actors[0].type is EntityType.PER:
            return item.actors
    return []


def _subject(items: Sequence[Item]) -> list[Actor]:
    """Return the main subject of a sentence: its first group that no preposition governs."""
    for place, item in enumerate(items):
        if item.phrases and item.role is Role.GROUP and _is_bare(item) and not _is_bracketed(items, place):
            return item.actors
    return []


def _first_person(items: Sequence[Item]) -> list[Actor]:
    """Return the first who are named behind no preposition, where they are people."""
    named = (item.actors for item in items if item.role is Role.GROUP and _is_bare(item))
    return next((actors for actors in named if actors[0].type is EntityType.PER), [])


def _person_first(items: Sequence[Item]) -> list[Actor]:
    """Return the first person of whom a clause tells with a verb that no table knows: «انخرط X في نشاط، إذ …»."""
    if any(item.finite for item in items):
        return []
    first = _subject(items)
    return first if first and first[0].type is EntityType.PER else []


def _is_bracketed(items: Sequence[Item], place: int) -> bool:
    """Tell whether a group stands alone in brackets, as agencies do in a dateline: «(واج)»."""
    if place == 0 or items[place - 1].key not in _BRACKETS or place + 1 >= len(items):
        return False
    return items[place + 1].key in _CLOSING


def _opens_behind(items: Sequence[Item], place: int) -> bool:
    """Tell whether only «بدوره،», «من جهته،» stands before the word at *place*."""
    opening = items[max(0, place - _OPENING) : place]
    if len(opening) < place or not opening or opening[-1].role is not Role.COMMA:
        return False
    return all(item.role in (Role.WORD, Role.PREPOSITION, Role.COMMA) for item in opening)


def _has_unknown_verb(items: Sequence[Item]) -> bool:
    """Tell whether a sentence opens with a person behind what may be a present verb: «بدوره، يسعى X إلى»."""
    for place, item in enumerate(items):
        if item.role is Role.GROUP:
            before = items[place - 1] if place else None
            verb = before is not None and before.role is Role.WORD and before.word.lstrip("وس").startswith(_PRESENT)
            return verb and _is_bare(item) and (place == 1 or _opens_behind(items, place - 1))
        if item.role not in (Role.WORD, Role.PREPOSITION, Role.COMMA):
            return False
    return False
