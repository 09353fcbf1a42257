"""Fill the frames of acts: who communicated with whom, for verbs that are acts and for nouns carried by a verb.

Each frame returns ``Draft``s: an act with its two sides, before status, date and merging.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explore.events.acts import ActTable
from explore.events.clause import ADVERBS, Clause, is_finite
from explore.events.items import Item, Role
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Actor, Channel, EntityType


def _is_pair(actors: Sequence[Actor]) -> bool:
    """Tell whether *actors* are two of different states, who can be the two sides."""
    return len(actors) == 2 and actors[0].country != actors[1].country  # noqa: PLR2004


_PRONOUNS = {"to": ("to_pronoun",), "with": ("with_pronoun", "at_pronoun")}
_EACH = frozenset(("كل", "كلا", "من"))
_ALIKE = frozenset(("مماثله", "مماثلتين", "مشابهه"))
_TOURS = frozenset(("تشمل", "شملت", "ستشمل", "يشمل", "تتضمن", "تضم", "ستقوده", "تقوده", "قادته"))
# Behind these a noun is no object of the verb before it.
_GOVERNING = frozenset(("خلال", "بعد", "قبل", "عقب", "منذ", "اثناء", "في", "ضمن", "عن", "حول", "بشان", "قبيل", "فور", "اثر", "نحو"))
# Who stands within so many tokens behind a definite noun is named with it.
_NEAR = 12
_TALKING = (Channel.MEETING, Channel.TALKS, Channel.CALL)


@dataclass(slots=True)
class Draft:
    """Hold an act with its sides. ``place`` indexes the trigger among the items; ``verb`` is the verb that carries it."""

    channel: Channel
    place: int
    senders: list[Actor]
    recipients: list[Actor]
    mutual: bool
    why: list[str]
    verb: int | None = None
    occasion: str | None = None
    doubt: float = 0.0
    cancelled: bool = False
    together: bool = False
    vague: bool = False
    invited: bool = False
    sentence: int = 0
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class Discourse:
    """Remember what pronouns may mean: the subject of the last clause and the people named so far, latest last."""

    subject: list[Actor] = field(default_factory=list)
    current: list[Actor] = field(default_factory=list)
    main: list[Actor] = field(default_factory=list)
    people: list[Actor] = field(default_factory=list)
    states: list[Actor] = field(default_factory=list)
    parties: list[Actor] = field(default_factory=list)
    parties_at: int = 0
    sentence: int = 0
    destination: list[Actor] = field(default_factory=list)
    by_act: dict[str, list[Actor]] = field(default_factory=dict)

    def speaker(self) -> list[Actor]:
        """Return the subject that goes on: of this sentence, else of the one before."""
        return self.current or self.subject

    def meet(self, actors: Sequence[Actor]) -> None:
        """Note that *actors* were named."""
        for actor in actors:
            row = self.people if actor.type is EntityType.PER else self.states
            if actor in row:
                row.remove(actor)
            row.append(actor)

    def pair(self) -> list[Actor]:
        """Return the two latest people of different states, else the two latest states."""
        for row in (self.people, self.states):
            if len(row) > 1:
                latest = row[-1]
                other = next((actor for actor in reversed(row[:-1]) if actor.country != latest.country), None)
                if other is not None:
                    return [other, latest]
        return []

    def other(self, *actors: Actor) -> Actor | None:
        """Return the latest person of another state than all of *actors*, whom «إليه» may mean."""
        states = {actor.country for actor in actors}
        return next((one for one in reversed(self.people) if one.country not in states), None)


class Frames:
    """Fill the frames of one sentence."""

    def __init__(self, acts: ActTable, items: list[Item], discourse: Discourse, words: Sequence[str]) -> None:
        """Prepare for the *items* of a sentence; *acts* is the table acts.toml, folded."""
        self.acts = acts
        self.items = items
        self.discourse = discourse
        self.words = words

    def act(self, place: int) -> list[Draft]:
        """Return the drafts of the act at *place*."""
        item = self.items[place]
        senses = [sense for sense in item.senses if sense.kind is Kind.ACT]
        nouns = [sense for sense in senses if sense.key.startswith("noun.")]
        if nouns:
            draft = NounFrame(self, place, nouns[0]).fill()
            return [draft] if draft is not None else []
        for sense in senses:
            draft = VerbFrame(self, place, sense).fill()
            if draft is not None:
                return [draft]
        return []

    def channel(self, item: Item) -> str:
        """Return the channel of an act."""
        sense = item.sense(Kind.ACT)
        if sense is None:
            return ""
        kind, _, key = sense.key.partition(".")
        return str((self.acts.nouns if kind == "noun" else self.acts.verbs)[key]["channel"])

    def near(self, place: int, name: str) -> bool:
        """Tell whether a word group of [near] *name* stands in the clause of the item at *place*."""
        first, last = self.window(place)
        return self.acts.near(name, self.words[max(first, self.items[place].first - 3) : last])

    def window(self, place: int) -> tuple[int, int]:
        """Return the tokens of the clause around the item at *place*."""
        clause = Clause(self.items, place)
        here = self.items[place]
        first, last = here.first, here.last
        for _, item in clause.right():
            last = item.last
        if is_finite(here) and here.clitic[:1] == "و":
            return first, last
        for _, item in clause.left():
            first = item.first
            if is_finite(item) and item.clitic[:1] == "و":
                break
        return first, last


class VerbFrame:
    """Fill the frame of a verb that is the act."""

    def __init__(self, frames: Frames, place: int, sense: Sense) -> None:
        """Prepare for the verb at *place*."""
        self.frames = frames
        self.place = place
        self.sense = sense
        self.act = frames.acts.verbs[sense.key.removeprefix("verb.")]
        self.clause = Clause(frames.items, place)

    def fill(self) -> Draft | None:
        """Return the draft, or None where a side is missing or the verb means something else."""
        near = self.act.get("near")
        if near is not None and not self.frames.near(self.place, near):
            return None
        if self._stranger():
            return None
        subject, object_ = self._subject_and_object()
        sides = {"subject": subject, "object": object_}
        if self.act.get("host") and self._place_host():
            return None
        together = False
        senders = self._side(self.act["sender"], sides)
        recipients = self._side(self.act["recipient"], sides)
        if self.act.get("mutual") and senders and not recipients and len(senders) >= 2:  # noqa: PLR2004
            senders, recipients = senders[:1], senders[1:]
            together = True
        if not senders or not recipients:
            return None
        channel = Channel(self.act["channel"])
        if channel is Channel.LETTER and self.frames.words[self.clause.items[self.place].last : self.clause.items[self.place].last + 1] in (("فيه",), ("فيها",), ("خلاله",), ("خلالها",)):
            return None
        if channel is Channel.LETTER and self.frames.near(self.place, "phone"):
            channel = Channel.CALL
        if channel is Channel.VISIT and recipients is object_:
            channel = Channel.MEETING
        if channel is Channel.VISIT and (senders[0].type is not EntityType.PER or self._unsaid()):
            return None
        first, last = self.frames.window(self.place)
        return Draft(channel, self.place, senders, recipients, bool(self.act.get("mutual")), [f"verb {self.sense.key[5:]}"], self.place, self.act.get("occasion"), together=together, sentence=self.frames.items[0].first, first=first, last=last)

    def _stranger(self) -> bool:
        """Tell whether the verb's subject is somebody whom the parser does not know: no one else may take the part."""
        if "masdar" in self.sense.tags or self.clause.subject_left() is not None:
            return False
        following = self.clause.items[self.place + 1 : self.place + 2]
        if not following:
            return False
        item = following[0]
        if item.role is Role.GROUP:
            return not item.actors and not item.preposition
        word = self.frames.words[item.first]
        if item.role is Role.WORD and word.startswith("ال") and word.endswith("ون"):
            return True
        if any(one.role is Role.GROUP and one.actors and not one.preposition and not one.is_place for one in self.clause.items[self.place + 1 : self.place + 5]):
            return False
        return item.role is Role.WORD and not (word in ADVERBS or word.endswith("ا") or word[0] in "بلكفو" or len(word) < 3)  # noqa: PLR2004

    def _unsaid(self) -> bool:
        """Tell whether the verb has no subject of its own and nothing that carries one over (و، أن، الذي)."""
        if self.clause.subject_left() is not None or any(not item.is_place for _, item in self.clause.bare_right()):
            return False
        here = self.clause.items[self.place]
        before = self.clause.items[self.place - 1] if self.place else None
        if "اول" in self.frames.words[max(0, here.first - 9) : here.first]:
            return False
        return not (here.clitic[:1] in ("و", "ف") or before is None or before.role in (Role.THAT, Role.BOUNDARY, Role.RELATIVE) or self.frames.words[before.first] in ("قد", "وكان", "كان"))

    def _place_host(self) -> bool:
        """Tell whether the subject is a mere place: «تستضيفه الدوحة» says where, not who."""
        left = self.clause.subject_left()
        bare = [item for _, item in self.clause.bare_right()]
        subject = left if left is not None and not self.sense.form.pronoun else bare[0] if bare else left
        return subject is not None and subject.is_place

    def _side(self, sources: Sequence[str], sides: Mapping[str, list[Actor]]) -> list[Actor]:
        for source in sources:
            found = sides.get(source) or self._argument(source)
            if found:
                return found
        return []

    def _argument(self, source: str) -> list[Actor]:
        if source == "place":
            return self._destination()
        wanted = {"to": ("to",), "with": ("with", "at"), "from": ("from",)}.get(source, ())
        here = self.clause.items[self.place]
        for _, item in self.clause.right():
            if item.role is Role.GROUP and item.actors and item.preposition in wanted:
                if item.is_place and source == "to" and item.first - here.last > 4:  # noqa: PLR2004
                    continue
                if source == "with" and item.preposition == "at" and item.is_place:
                    continue
                return item.actors + self.clause.continued(source)
            if item.role is Role.PRONOUN and item.key in _PRONOUNS.get(source, ()):
                bare = self.clause.bare_right()
                subject = bare[0][1].actors if bare else self.frames.discourse.speaker()
                before = self.frames.discourse.by_act.get(self.act["channel"], [])
                if len(before) > 1 and subject and self.act["channel"] == "letter" and before[1].country != subject[0].country:
                    return before[1:]
                return self._meant(subject[0]) if subject else []
        return []

    def _destination(self) -> list[Actor]:
        """Return the state visited: a place or state after إلى or ل, or bare where the verb takes one."""
        here = self.clause.items[self.place]
        wanted = {"to": ("to",), "in": ("place", "at")}.get(self.act.get("needs", ""), ("to", ""))
        arrives = self.sense.key == "verb.arrive"
        toward = -_NEAR
        last = here.last
        for place, item in self.clause.right():
            if item.role is Role.PREPOSITION and item.key == "to":
                toward = item.last
            if item.role is Role.GROUP and not item.preposition and item.first - toward >= 5 and self.clause.of_noun(place):  # noqa: PLR2004
                continue
            if item.role is Role.GROUP and item.is_place and item.visited and (item.preposition in wanted or not item.preposition and (arrives and item.first == last or item.first - toward < 5)):  # noqa: PLR2004
                return item.visited
            last = item.last if item.role is Role.GROUP else last
        return []

    def _subject_and_object(self) -> tuple[list[Actor], list[Actor]]:
        """Return subject and object, by the order of the bare groups and the attached pronoun."""
        masdar = "masdar" in self.sense.tags
        bare = [item for _, item in self.clause.bare_right() if not (item.is_place and (self.act["channel"] == "visit" or item.phrases[0].capital))]
        left = None if masdar else self.clause.subject_left()
        if left is not None and left.is_place and self.act["channel"] == "visit":
            left = None
        pronoun = self.sense.form.pronoun
        by = self._by()
        if by and not masdar and not pronoun:
            return by, left.actors if left is not None else bare[0].actors if bare else self.frames.discourse.speaker()
        if masdar:
            return self._masdar(bare, pronoun)
        if pronoun:
            return self._with_pronoun(bare, left)
        if left is not None:
            return left.actors, bare[0].actors if bare else []
        if bare and self.act.get("mutual") and _is_pair(bare[0].actors):
            return bare[0].actors, []
        if len(bare) >= 2:  # noqa: PLR2004
            return bare[0].actors, bare[1].actors
        if bare and "object" in (*self.act["sender"], *self.act["recipient"]) and not self._argument("with") and not self._argument("to"):
            return self.frames.discourse.speaker(), bare[0].actors
        if not bare and self.sense.form.number == "d":
            return self._the_two(), []
        return (bare[0].actors if bare else self.frames.discourse.speaker()), []

    def _the_two(self) -> list[Actor]:
        """Return whom a dual verb without a subject means: the pair that goes on, else the two latest people."""
        discourse = self.frames.discourse
        speaker = discourse.speaker()
        return speaker if _is_pair(speaker) else discourse.parties or discourse.pair()

    def _by(self) -> list[Actor]:
        """Return who did it in a passive clause: after من قبل، من طرف، من جانب، من لدن."""
        for _, item in self.clause.right():
            if item.role is Role.GROUP and item.actors and item.preposition == "from" and self.frames.words[item.first - 1] != "من":
                return item.actors
        return []

    def _with_pronoun(self, bare: list[Item], left: Item | None) -> tuple[list[Actor], list[Actor]]:
        """Read «X الذي استقبله Y»: the pronoun is the group before; else the latest other person."""
        subject = bare[0].actors if bare else self.frames.discourse.speaker()
        if left is not None and bare:
            return subject, left.actors
        if not subject:
            return [], []
        if left is not None:
            return left.actors, self._meant(left.actors[0])
        return subject, self._meant(subject[0])

    def _meant(self, subject: Actor) -> list[Actor]:
        """Return whom an object pronoun means: the subject of the sentence before, else the latest other person."""
        beside = self._beside(subject)
        if beside is not None:
            return [beside]
        topic = self.frames.discourse.subject
        if topic and topic[0].type is EntityType.PER and topic[0].country != subject.country:
            return topic[:1]
        other = self.frames.discourse.other(subject)
        return [other] if other is not None else []

    def _beside(self, subject: Actor) -> Actor | None:
        """Return the nearest person of another state who stands before the verb in its sentence."""
        for item in reversed(self.clause.items[: self.place]):
            if item.role is Role.GROUP and item.preposition != "other":
                for actor in reversed(item.actors):
                    if actor.type is EntityType.PER and actor.country != subject.country:
                        return actor
        return None

    def _masdar(self, bare: list[Item], pronoun: str) -> tuple[list[Actor], list[Actor]]:
        """Read «استقباله X»: the pronoun is the subject of the clause, the group its object."""
        before = self.frames.words[max(0, self.clause.items[self.place].first - 2) : self.clause.items[self.place].first]
        if pronoun and before[-1:] == ("في",) and before[0].lstrip("و") in ("كان", "كانت", "يكون", "وكان") and bare:
            guests = self.frames.discourse.people[-2:] if pronoun == "هما" else self.frames.discourse.speaker()
            return bare[0].actors, guests
        if pronoun:
            subject = self.clause.nearest_subject()
            actors = subject.actors if subject is not None and subject not in bare else self.frames.discourse.speaker()
            return actors, bare[0].actors if bare else []
        by = self._by()
        if by and bare and not self.sense.form.definite:
            return by, bare[0].actors
        if len(bare) == 1 and self._to_him():
            other = self.frames.discourse.other(*bare[0].actors)
            return bare[0].actors, [other] if other is not None else []
        if len(bare) >= 2 and not self.sense.form.definite:  # noqa: PLR2004
            return bare[0].actors, bare[1].actors
        if bare and not self.sense.form.definite and bare[0].first == self.clause.items[self.place].last:
            return self.frames.discourse.speaker(), bare[0].actors
        return [], []


    def _to_him(self) -> bool:
        """Tell whether له right behind the subject names the object: «استقبال سموه له»."""
        here = self.clause.items[self.place]
        return "له" in self.frames.words[here.last : here.last + 3] or "لها" in self.frames.words[here.last : here.last + 3]


class NounFrame:
    """Fill the frame of a noun that is the act: its parties come from a support verb, the genitive and prepositions."""

    def __init__(self, frames: Frames, place: int, sense: Sense) -> None:
        """Prepare for the noun at *place*."""
        self.frames = frames
        self.place = place
        self.sense = sense
        self.key = sense.key.removeprefix("noun.")
        self.act = frames.acts.nouns[self.key]
        self.channel = Channel(self.act["channel"])
        self.clause = Clause(frames.items, place)
        self.support: Sense | None = None
        self.support_place: int | None = None
        self.why = [f"noun {self.key}"]
        self.doubt = 0.0
        self.cancelled = False
        self.together = False
        self.invited = False

    def fill(self) -> Draft | None:
        """Return the draft, or None where a side is missing or a decoy stands beside the noun."""
        if self._decoy():
            return None
        self._find_support()
        after = [item for _, item in self.clause.right_of_noun() if item.role is Role.GROUP and (item.visited if self.channel is Channel.VISIT else item.actors)]
        before = self._between_support_and_noun()
        sides = self._sides(after, before)
        if sides is None or not sides[0] or not sides[1]:
            known = self._dated()
            sides = (known[:1], known[1:], True) if known else None
        if sides is None or not sides[0] or not sides[1]:
            return None
        senders, recipients, mutual = sides
        vague = self._vague([*senders, *recipients])
        if self.channel in _TALKING and self.frames.acts.near("video", self._beside()):
            self.channel = Channel.VIDEO
        first, last = self.frames.window(self.place)
        return Draft(self.channel, self.place, senders, recipients, mutual, self.why, self.support_place, self.act.get("occasion"), self.doubt, self.cancelled or self.support is not None and self.support.key == "cancel", self.together, vague, self.invited, self.frames.items[0].first, first, last)

    def _dated(self) -> list[Actor]:
        """Return the two of an act with its own date: «عقدت قمة في X يوم …», «الاتصال سيجري الأربعاء» of those named before."""
        near = self.frames.items[self.place + 1 : self.place + 5]
        if self.channel not in _TALKING or self.sense.form.pronoun or not any(item.role is Role.DATE for item in near):
            return []
        if self.sense.form.definite:
            takes_place = self.support is not None and self.support.key == "join"
            return self.frames.discourse.by_act.get(self.channel.value, []) if takes_place else []
        placed = any(item.role is Role.GROUP and item.is_place for item in near)
        return self.frames.discourse.parties if self.channel is Channel.MEETING and placed else []

    def _beside(self) -> Sequence[str]:
        """Return the words right behind the noun, where «عبر الفيديو» may stand."""
        item = self.frames.items[self.place]
        return self.frames.words[item.last : item.last + 9]

    def _decoy(self) -> bool:
        words, item = self.frames.words, self.frames.items[self.place]
        before = words[item.first - 1] if item.first else ""
        return self.frames.acts.is_decoy(before, words[item.last : item.last + 3])

    def _find_support(self) -> None:
        """Find the verb that carries the noun: right after it in a relative clause, else before it in the clause."""
        relative = False
        for place in range(self.place + 1, min(self.place + 9, len(self.frames.items))):
            item = self.frames.items[place]
            relative = relative or item.role is Role.RELATIVE or item.word in ("كان", "كانت")
            if item.role is Role.GROUP and item.actors or item.role is Role.BOUNDARY or item.role is Role.THAT and not relative:
                break
            if item.role is Role.ACT and not self.clause.chained(place):
                break
            if not relative and place - self.place > 4:  # noqa: PLR2004
                break
            if item.role is Role.SUPPORT and not item.clitic and not self._passive(item, place) and self._carries(item, place):
                self._note_cancelling()
                return
        self._support_before()

    def _passive(self, item: Item, place: int) -> bool:
        """Tell whether a passive «يُعقد» only introduces the verb that names the parties: «مؤتمر يُعقد … يضم»."""
        later = self.frames.items[place + 1 : place + 8]
        return any(sense.key == "make" for sense in item.senses) and any(sense.key == "join" for one in later if one.role is Role.SUPPORT for sense in one.senses)

    def _support_before(self) -> None:
        before = self.frames.items[self.place - 1] if self.place else None
        governed = before is not None and before.role is Role.PREPOSITION and self.frames.words[before.first].lstrip("و") in _GOVERNING
        crossed = 0
        for place, item in self.clause.left():
            if item.role is Role.ACT and is_finite(item) and not governed and any(sense.key in ("exchange", "receive", "reach") for sense in item.senses) and self._carries(item, place):
                return
            if item.role is Role.SUPPORT and governed and not any(sense.key in ("join", "host", "attend", "cancel") for sense in item.senses):
                return
            if item.role is Role.SUPPORT and self._carries(item, place):
                return
            if item.role is Role.ACT and not is_finite(item) and place and self.frames.items[place - 1].role is Role.PREPOSITION:
                continue
            if item.role is Role.ACT and not is_finite(item) and self.frames.items[place + 1].key == "from":
                continue
            if item.role is Role.SPEECH or item.role is Role.ACT:
                return
            crossed += item.role is Role.GROUP
            if crossed > 3:  # noqa: PLR2004
                return

    def _note_cancelling(self) -> None:
        """Note «ألغى … القمة التي كانت ستجمعه بـ …»: the verb before the noun cancels what the one behind it describes."""
        for _, item in self.clause.left():
            if item.role is Role.SUPPORT and any(sense.key == "cancel" and not sense.form.pronoun for sense in item.senses):
                self.cancelled = True
                return
            if item.role in (Role.SPEECH, Role.ACT):
                return

    def _carries(self, item: Item, place: int) -> bool:
        for sense in sorted(item.senses, key=lambda sense: sense.key != "reach"):
            if sense.kind is not Kind.SUPPORT or sense.key == "reach" and self._instrumental():
                continue
            if sense.key == "cancel" and sense.form.pronoun:
                continue
            support = self.frames.acts.supports[sense.key]
            only = support.get("only")
            if only is None or self.channel.value in only:
                self.support, self.support_place = sense, place
                self.why.append(f"carried by {sense.key}")
                return True
        return False

    def _between_support_and_noun(self) -> list[Item]:
        if self.support_place is None or self.support_place > self.place:
            return []
        return [item for item in self.frames.items[self.support_place + 1 : self.place] if item.role is Role.GROUP and item.actors]

    def _sides(self, after: list[Item], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        if self.channel is Channel.VISIT:
            return self._visit(after, before)
        if self.channel is Channel.LETTER:
            return self._letter(after, before)
        return self._mutual(after, before)

    # -- arguments -------------------------------------------------------------------------------------------------

    def _pick(self, groups: list[Item], *prepositions: str, places: bool = True) -> list[Actor]:
        for item in groups:
            if item.preposition in prepositions and (places or not item.is_place):
                return item.visited
        return []

    def _genitive(self, after: list[Item]) -> list[Actor]:
        """Return the group that stands right after the bare noun: «رسالة بوتين», «لقاء عريقات مع»."""
        item = self.frames.items[self.place]
        form = self.sense.form
        if form.definite or not after or after[0].preposition:
            return []
        gap = self.frames.words[item.last : after[0].first]
        return after[0].visited if set(gap) <= _EACH else []

    def _owner(self) -> list[Actor]:
        """Return whom the attached pronoun means: the subject of the clause, or the pair."""
        pronoun = self.sense.form.pronoun
        if not pronoun:
            return []
        if pronoun == "هما":
            return self.frames.discourse.pair()
        return self._clause_subject()

    def _clause_subject(self) -> list[Actor]:
        """Return the subject of the clause around the noun, else of the clause before."""
        for place, item in self.clause.left():
            if is_finite(item):
                if any(sense.form.number == "d" for sense in item.senses):
                    left = Clause(self.frames.items, place).subject_left()
                    return left.actors if left is not None else self.frames.discourse.parties or self.frames.discourse.pair()
                break
        if self.frames.discourse.current:
            return self.frames.discourse.current
        left = self.clause.nearest_subject()
        if left is not None:
            return left.actors
        if self.channel is Channel.TALKS:
            states = [item for _, item in self.clause.left() if item.role is Role.GROUP and not item.preposition and _is_pair(item.actors)]
            if states:
                return states[0].actors
        self.doubt += 0.2
        return self.frames.discourse.speaker()

    def _agent(self, before: list[Item]) -> list[Actor]:
        """Return the subject of the support verb."""
        assert self.support_place is not None
        verb = Clause(self.frames.items, self.support_place)
        following = self.frames.items[self.support_place + 1 : self.support_place + 2]
        if following and following[0].role is Role.GROUP and not following[0].actors and not following[0].preposition:
            return []
        if self.support_place > self.place:
            bare = verb.bare_right()
            if bare and bare[0][1].first - self.frames.items[self.support_place].last <= 3:  # noqa: PLR2004
                return bare[0][1].actors
            if self.channel is Channel.LETTER and self.support is not None and not self.support.form.pronoun and set(self.frames.words[self.frames.items[self.place].last : self.frames.items[self.place].last + 2]) & _ALIKE:
                return self.frames.discourse.by_act.get(self.channel.value, [])[:1]
        bare_before = [item for item in before if not item.preposition]
        if bare_before:
            return bare_before[0].actors
        left = verb.subject_left() if self.support_place < self.place else None
        if left is not None:
            return left.actors
        bare = [item for _, item in verb.bare_right()]
        after_noun = [item for item in bare if item.first > self.frames.items[self.place].first and not item.is_place]
        if after_noun and self.support_place < self.place:
            return after_noun[0].actors
        if self.support is not None and self.support.form.number == "d" and self.support.form.tense:
            return self.frames.discourse.pair()
        if self.support_place > self.place:
            active = self.channel is Channel.LETTER or self.support is not None and bool(self.support.form.pronoun)
            return self._clause_subject() if active else []
        self.doubt += 0.1
        return self.frames.discourse.speaker()

    # -- channels --------------------------------------------------------------------------------------------------

    def _letter(self, after: list[Item], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        groups = after + before
        role = self._support_role()
        if self._is_greeting() and self.frames.near(self.place, "phone"):
            self.channel = Channel.CALL
        wanted = self.act.get("support")
        if wanted is not None and (self.support is None or self.support.key not in wanted):
            return None
        if self.sense.form.word.startswith("رد "):
            return (self._clause_subject(), self._addressee(groups) or self._later("from"), False)
        to = self._addressee(groups)
        dative = [item for item in after if item.preposition == "to"]
        if role == "" and len(dative) >= 2 and dative[0].clitic[-1:] == "ل" and not self._genitive(after):  # noqa: PLR2004
            return (dative[0].actors, dative[1].actors, False)
        if role == "exchange":
            agent = self._agent(before)
            other = self._pick(groups, "with")
            return (agent, other, True) if other else (agent[:1], agent[1:], True)
        source = self._pick(groups, "from")
        source = source + self.clause.continued("from") if source or role == "patient" else source
        genitive = self._genitive(after)
        if role == "patient":
            reached = self.support is not None and self.support.key == "reach"
            return (genitive or source, self._reached(groups) if reached else self._agent(before), False)
        if self.support is not None and self.support.key == "return":
            return self._replied(source or genitive, to, before)
        if role == "carrier":
            return self._carried(source or genitive, to, before)
        if (self._adverbial() or self._instrumental()) and self._told_by_verb():
            return None
        sender = source or genitive
        if not sender and role == "agent":
            sender = self._agent(before)
        if not sender and not self._is_weak():
            sender = self._owner() or (self._clause_subject() if to or self._adverbial() or self._instrumental() else [])
        if sender and not to and not self._is_weak() and role in ("", "agent"):
            to = self._told(sender)
        return (sender, to, False)

    def _is_greeting(self) -> bool:
        """Tell whether the noun names what is conveyed, not the paper: condolences and congratulations may be phoned."""
        return self.sense.form.word.startswith(("تعزي", "تعاز", "تهن", "تهان"))

    def _told_by_verb(self) -> bool:
        """Tell whether a verb of the clause already says that the letter was written: «هنأ X نظيره في رسالة»."""
        for _, item in self.clause.left():
            sense = item.sense(Kind.ACT)
            if sense is not None and sense.key.startswith("verb.") and is_finite(item):
                return bool(self.frames.acts.verbs[sense.key[5:]]["channel"] == "letter")
        return False

    def _addressee(self, groups: list[Item]) -> list[Actor]:
        """Return the group after إلى or ل; a bare place counts only close to the noun or its verb."""
        here = self.frames.items[self.place]
        verb = self.frames.items[self.support_place] if self.support_place is not None else here
        for item in groups:
            if item.preposition == "to" and (not item.is_place or min(abs(item.first - here.last), abs(item.first - verb.last)) <= 4):  # noqa: PLR2004
                return item.actors + self.clause.continued("to")
        return self._pronoun("to")

    def _later(self, name: str) -> list[Actor]:
        for item in self.frames.items[self.place + 1 :]:
            if item.role is Role.GROUP and item.preposition == name and item.actors:
                return item.actors
        return []

    def _instrumental(self) -> bool:
        return self.frames.items[self.place].clitic == "ب"

    def _reached(self, groups: list[Item]) -> list[Actor]:
        """Return whom a letter reaches: «وصلت إلى X», «وصلته», «وردت إليه»; a pronoun means whom the text is about."""
        return self._pick(groups, "to", places=False) or self.frames.discourse.speaker()

    def _replied(self, source: list[Actor], to: list[Actor], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        """Read «رد X على رسالة Y», «رد X برسالة»: a letter of X to Y, or to who wrote last."""
        behind = self.frames.items[self.place - 1] if self.place else None
        on = behind is not None and self.frames.words[behind.first] == "على" or self._instrumental()
        last = self.frames.discourse.by_act.get("letter", [])
        return (self._agent(before), to or source or last[:1], False) if on else None

    def _told(self, sender: list[Actor]) -> list[Actor]:
        """Return whom a letter without «إلى» speaks to: the first foreign person after it in the sentence."""
        if not (self._adverbial() or self._instrumental()):
            return []
        self.doubt += 0.2
        for item in self.frames.items[self.place + 1 :]:
            if item.role is Role.GROUP and item.preposition in ("", "to") and item.actors and not item.is_place:
                one = item.actors[0]
                if one.type is EntityType.PER and one.country != sender[0].country:
                    return item.actors
            if item.preposition == "to":
                return []
        self.doubt += 0.1
        other = self.frames.discourse.other(*sender)
        return [other] if other is not None and self._adverbial() else []

    def _carried(self, sender: list[Actor], to: list[Actor], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        """Read a letter that somebody hands over: the carrier is not its sender; whom he met is who gets it."""
        if not sender:
            return None
        carrier = self._carrier(before)
        host = self.frames.discourse.parties[1:]
        if not to and host and any(item.actors == host and not item.preposition for item in before):
            to = host
        if not to and self.support is not None and not self.support.form.pronoun:
            bare = [item for item in before if not item.preposition and item.actors != carrier]
            to = bare[-1].actors if bare else []
        if not to and self.support is not None and self.support.form.pronoun and host and host[0].country != sender[0].country:
            to = host
        if not to:
            met = self.frames.discourse.other(*sender, *carrier)
            to = [met] if met is not None else []
        return (sender, to, False)

    def _carrier(self, before: list[Item]) -> list[Actor]:
        assert self.support_place is not None
        verb = Clause(self.frames.items, self.support_place)
        left = verb.subject_left()
        if left is not None:
            return left.actors
        bare = [item for item in before if not item.preposition]
        if self.support_place and self.frames.items[self.support_place - 1].role is Role.RELATIVE:
            return []
        return bare[0].actors if bare else self.frames.discourse.speaker()

    def _pronoun(self, name: str) -> list[Actor]:
        """Return whom «إليه» beside the noun or its verb means: the latest person who is not the subject."""
        start = self.support_place if self.support_place is not None and self.support_place < self.place else self.place
        for item in self.frames.items[start + 1 : self.place + 8]:
            if item.role is Role.PRONOUN and item.key == f"{name}_pronoun":
                for back in reversed(self.frames.items[: self.place]):
                    if back.role is Role.GROUP and back.preposition and back.actors and back.actors[0].type is EntityType.ORG:
                        return back.actors
                subject = self._agent([]) if self.support_place is not None else self.frames.discourse.speaker()
                other = self.frames.discourse.other(*subject)
                return [other] if other is not None else []
            if item.first > self.frames.items[self.place].first and item.role in (Role.BOUNDARY, Role.SPEECH):
                break
        return []

    def _support_role(self) -> str:
        if self.support is None:
            return ""
        return str(self.frames.acts.supports[self.support.key]["subject"])

    def _is_weak(self) -> bool:
        return "weak" in self.sense.tags

    def _invited(self) -> tuple[list[Actor], list[Actor]]:
        """Read «دعا X Y إلى زيارة Z», «وجه دعوة إلى Y لزيارة Z»: the visitor is who is invited; the host's state is X's."""
        here = self.frames.items[self.place]
        if here.clitic != "ل" and not (self.place and self.frames.items[self.place - 1].key == "to"):
            return [], []
        for place in range(self.place - 1, -1, -1):
            item = self.frames.items[place]
            if item.role in (Role.BOUNDARY, Role.THAT):
                break
            word = self.frames.words[item.first].lstrip("وفس")
            if word.startswith(("دعا", "دعت", "يدعو", "دعوه", "الدعوه", "دعوته")):
                between = [one for one in self.frames.items[place + 1 : self.place] if one.role is Role.GROUP and one.actors]
                host = self.frames.discourse.speaker()
                guests = [one for one in between if one.actors != host]
                guest = guests[-1].actors if guests else [other] if (other := self.frames.discourse.other(*host)) else []
                self.invited = True
                return guest, []
        return [], []

    def _adverbial(self) -> bool:
        """Tell whether the noun stands in «في زيارة», «خلال زيارة»: its agent is the subject of the clause."""
        before = self.frames.items[self.place - 1] if self.place else None
        here = self.frames.items[self.place]
        if self.sense.form.definite and not self.sense.form.pronoun:
            return False
        return before is not None and before.role is Role.PREPOSITION and not here.clitic

    def _visit(self, after: list[Item], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        genitive = self._genitive(after)
        places = [item for item in after if item.is_place]
        to = self._pick(places, "to")
        visitor = genitive if genitive and not (after[0].is_place and not to) else []
        if genitive and not visitor:
            to = genitive
        role = self._support_role()
        if not visitor:
            visitor, host = self._invited()
            to = to or host
        if not visitor and (role == "agent" or role == "canceller" and not self.sense.form.definite):
            visitor = self._agent(before)
        if not visitor:
            visitor = self._owner() or self._pick([item for item in after if not item.is_place], "to")
        if not to:
            tour = [item for item in self.frames.items[self.place + 1 :] if item.role is Role.GROUP and item.is_place and self.frames.words[item.first - 1] in _TOURS]
            to = tour[0].visited if tour else []
        if not to and self.sense.form.pronoun:
            bare = [item for item in places if not item.preposition]
            to = bare[0].visited if bare else []
        if self.support is not None and self.support.key == "return" and visitor and not to:
            host = self.frames.discourse.other(*visitor)
            to = [host] if host is not None else []
            return (visitor, to, False)
        if visitor and not to and set(self.frames.words[self.frames.items[self.place].last : self.frames.items[self.place].last + 2]) & _ALIKE:
            to = self.frames.discourse.destination
        if to:
            self.frames.discourse.destination = to
        if not visitor and to and not self._is_weak() and self._adverbial():
            visitor = self._clause_subject()
        if visitor and visitor[0].type is not EntityType.PER and not (genitive and after[0].phrases[0].body == "delegation"):
            return None
        return (visitor, to, False)

    def _mutual(self, after: list[Item], before: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        if self.channel is Channel.CALL and self._adverbial() and self._told_by_verb():
            return None
        if self.channel is Channel.AGREEMENT and self._support_role() not in ("agent", "both"):
            return None
        groups = after + before
        patient = self._support_role() == "patient" and self._pick(groups, "from")
        first = None if patient else next((item for item in groups if item.preposition in ("between", "with")), None)
        between = first.actors if first is not None and first.preposition == "between" else []
        if not between and self._unknown_between():
            return None
        if len(between) >= 2:  # noqa: PLR2004
            self.together = True
            return (between[:1], between[1:], True)
        if between:
            other = self._pick(after, "with", "between")
            return (between, other, True) if other and other != between else None
        role = self._support_role()
        if self.support is not None and "participle" in self.support.tags and self.channel is Channel.AGREEMENT:
            side = between or self._clause_subject()
            return (side[:1], side[1:], True) if _is_pair(side) else None
        if self.sense.form.word == "مؤتمر" and role != "both":
            return None
        if role == "attendee":
            partners = self._pick(after, "with")
            return (self._agent(before), partners, True) if partners else self._attended(after)
        pronoun = self._between_them()
        if pronoun:
            return (pronoun[:1], pronoun[1:], True)
        bare = [item for item in after if not item.preposition]
        if role == "both" or not role and bare and _is_pair(bare[0].actors) and not self._pick(after, "with"):
            return self._joined(after)
        if self.channel is Channel.AGREEMENT:
            signed = self._pick(after, "from")
            if len(signed) >= 2:  # noqa: PLR2004
                return (signed[:1], signed[1:], True)
        other = self._pick(groups, "with") or self._pick(groups, "at", "to", places=False) or (self._pronoun("with") if self.support is not None else [])
        return self._two_sides(after, before, role, other)

    def _unknown_between(self) -> bool:
        """Tell whether «بين» right behind the noun names parties that nobody knows."""
        near = [item for _, item in self.clause.right_of_noun()][:4]
        return any(item.role is Role.PREPOSITION and item.key == "between" for item in near)

    def _between_them(self) -> list[Actor]:
        """Return whom «بينهما» means: a group of two in the sentence, else the two latest people."""
        near = [item for _, item in self.clause.right_of_noun()][:4]
        if self._is_weak() and self.channel is Channel.TALKS or not any(item.role is Role.PRONOUN and item.key == "between_pronoun" for item in near):
            return []
        for item in self.frames.items:
            if item.role is Role.GROUP and _is_pair(item.actors):
                return item.actors
        return self.frames.discourse.pair()

    def _object_of_clause(self) -> list[Actor]:
        """Return whom the verb before spoke to: «أبلغ X Y، في اتصال هاتفي»."""
        if self.channel is not Channel.CALL:
            return []
        subject = self.frames.discourse.current
        for _, item in self.clause.left():
            addressed = item.preposition == "to" and item.clitic[-1:] == "ل" or not item.preposition
            if item.role is Role.GROUP and item.actors and item.actors != subject and addressed and not item.is_place:
                return item.actors
            if is_finite(item):
                return []
        return []

    def _two_sides(self, after: list[Item], before: list[Item], role: str, other: list[Actor]) -> tuple[list[Actor], list[Actor], bool] | None:
        if role == "patient":
            source = self._pick(after + before, "from") or self._pick(after, "with")
            return (source + self.clause.continued("from"), self._agent(before), False) if source else None
        if role == "agent":
            agent = self._agent(before)
            if not other and len(agent) >= 2:  # noqa: PLR2004
                self.together = True
                return (agent[:1], agent[1:], True)
            return (agent, other, self.channel is not Channel.CALL)
        side = self._genitive(after)
        if side and other and after[0].is_place and other[0].type is not EntityType.GPE:
            return None
        if side and not other and not _is_pair(side):
            if after[0].is_place or side[0].type is EntityType.ORG:
                return None
            return (self._clause_subject(), side, True)
        if side and len(side) >= 2 and not other:  # noqa: PLR2004
            return (side[:1], side[1:], True)
        if self.sense.form.pronoun and not side:
            side = self._owner()
            if not other:
                bare = [item for item in after if not item.preposition]
                other = bare[0].actors if bare else []
            if len(side) >= 2 and not other:  # noqa: PLR2004
                return (side[:1], side[1:], True)
        if not side and not other and self.support is None:
            side = self._pair_before()
        if not other and self._adverbial():
            other = self._object_of_clause()
        if not side and (other or self._adverbial()) and not (self._is_weak() and self.channel is Channel.TALKS):
            side = self._clause_subject()
        wanted = self.channel is Channel.TALKS and self.frames.items[self.place].clitic == "ل"
        if _is_pair(side) and not other and not wanted and (self.channel is Channel.TALKS or all(actor.type is EntityType.PER for actor in side)):
            return (side[:1], side[1:], True)
        return (side, other, True)

    def _pair_before(self) -> list[Actor]:
        """Return the pair right before «تواصلا هاتفيا», which may be read as a noun."""
        near = [item for _, item in self.clause.left()][:2]
        return next((item.actors for item in near if item.role is Role.GROUP and not item.preposition and _is_pair(item.actors)), [])

    def _host(self) -> list[Actor]:
        """Return who holds the conference at which others meet: «ستعقد ألمانيا … مؤتمر … يضم X وY»."""
        if self.sense.form.word != "مؤتمر":
            return []
        for place, item in self.clause.left():
            if item.role is Role.SUPPORT and is_finite(item):
                bare = Clause(self.frames.items, place).bare_right()
                return bare[0][1].actors if bare else []
        return []

    def _attended(self, after: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        """Read «ترأس X قمة شارك فيها Y وZ»: who chaired it met those who took part."""
        assert self.support_place is not None
        if self.support_place < self.place:
            return None
        host = self.clause.nearest_subject()
        guests = [item for item in after if not item.preposition]
        return (host.actors, guests[0].actors, True) if host is not None and guests else None

    def _vague(self, senders: list[Actor]) -> bool:
        """Tell whether the noun only points back at an act told elsewhere: definite, with nobody named beside it."""
        if not self.sense.form.definite or self.sense.form.pronoun or self.support is not None and self.support.key in ("return", "make", "receive", "send"):
            return False
        here = self.frames.items[self.place]
        named = [item for item in self.frames.items if item.role is Role.GROUP and item.first >= here.first and item.first - here.last < _NEAR]
        return not any(actor in senders for item in named for actor in item.actors if not item.phrases[0].pair)

    def _joined(self, after: list[Item]) -> tuple[list[Actor], list[Actor], bool] | None:
        """Read «لقاء جمع X وY», «القمة التي تجمعه بـY», «اتصال جرى بين …»."""
        pronoun = self.support.form.pronoun if self.support is not None else ""
        partners = [item for item in after if item.preposition in ("at", "with") and not item.is_place]
        other = partners[0].actors if partners else []
        bare = [item for item in after if not item.preposition and not (partners and item.first > partners[0].first)]
        first = bare[0].actors if bare else []
        if pronoun and not first:
            first = self._clause_subject()
        if not first and not other and self._adverbial():
            first = self._clause_subject()
            other = self._object_of_clause()
        if pronoun == "هما":
            first = self.frames.discourse.pair()
        if pronoun == "هما" and other:
            self.together = True
            return (first[:1], [*first[1:], *other], True)
        host = self._host() if first and not other else []
        if host:
            return (host, first, True)
        if len(first) >= 2 and not other:  # noqa: PLR2004
            return (first[:1], first[1:], True)
        if not first and other:
            first = self._clause_subject()
        return (first, other, True)
