"""Read who wrote to whom: «بعث X رسالة إلى Y», «تلقى Y برقية من X»."""

from __future__ import annotations

from itertools import pairwise

from explore.events.arguments import Noun
from explore.events.contents import chosen, goes_to_stranger, told_inside
from explore.events.drafts import Sides
from explore.events.handovers import Handover, may_be_addressed
from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

_GREETINGS = tuple(listed("letters", "greetings"))
# A mere place so close to the noun or its verb is an addressee: «رسالة إلى موسكو».
_PLACE_WITHIN = 4
# What a letter loses in confidence where its addressee is guessed: named later, or only earlier.
_NAMED_LATER = 0.2
_NAMED_EARLIER = 0.1
_IN_PERSON = "شخصيا"
_FOREMOST = listed("letters", "foremost")
_REPORTS = listed("letters", "reports")
_LEADING = listed("letters", "leading")
_UNWRITTEN = 0.3
# Verbs of sending, which may stand far before the noun.
_SENDING = frozenset(("send", "hand", "exchange"))
# What makes a message to a state a real one; it stands right behind the noun.
_OFFICIAL = listed("letters", "official")
_QUALITY_WITHIN = 3
_IN_REPLY = "ردا"
_DOING = listed("letters", "doing")
_IN_ANSWER = "جوابيه"
# «رد على رسالة», «أجاب عن رسالة».
_ON = frozenset(("علي", "عن"))
HASTENING = listed("letters", "hastening")


class Letter(Handover):
    """Read the sides of a noun that is a letter."""

    def sides(self) -> Sides | None:
        """Return sender and addressee, or None where the noun tells no letter."""
        if self._is_phoned():
            self.noun.channel = Channel.CALL
        if not self._is_supported():
            return None
        if self.noun.key == "greeters":
            return self._among_greeters()
        inside = told_inside(self.noun) or chosen(self.noun)
        if inside is not None:
            return inside
        hailed = self._hailed()
        if hailed:
            return Sides(self.noun.clause_subject(), hailed)
        if self._is_greeting_of():
            return Sides(self.noun.clause_subject(), self.noun.genitive())
        if self.noun.form.word.startswith("رد "):
            return Sides(self.noun.clause_subject(), self._addressee() or self._later_from())
        to = self._addressee()
        dative = self._datives()
        if dative is not None:
            return dative
        if self.noun.role == "exchange":
            return self._exchanged()
        return self._by_role(to)

    def _among_greeters(self) -> Sides | None:
        """Read «كان X أول المهنئين», «كان X في طليعة المهنئين لY»: to whom the others wrote, where it is not told."""
        scene, here = self.noun.scene, self.noun.here
        if scene.word_before(here) not in _FOREMOST or _IN_PERSON in scene.behind(here, 1):
            return None
        self.noun.named_apart = True
        subject = self.noun.clause.nearest_subject()
        again = self.discourse.by_act.get(Channel.LETTER, [])[1:] or self.discourse.by_act.get(Channel.CALL, [])[1:]
        return Sides(subject.actors if subject is not None else [], self._addressee() or again)

    def _hailed(self) -> list[Actor]:
        """Return whom somebody hastened to greet: «سارع X إلى تهنئة Y»."""
        led = self.noun.here.clitic == "ل" or self.noun.scene.word_before(self.noun.here) == "الي"
        if not led or not is_greeting(self.noun) or self.noun.support is not None:
            return []
        if not any(_hastens(item) for _, item in self.noun.clause.left()):
            return []
        return self._greeted() if self.noun.form.pronoun else self.noun.genitive()

    def _greeted(self) -> list[Actor]:
        """Return whom «تهنئته» means: to whom others turned, or of whom the sentence before is."""
        subject = self.noun.clause_subject()
        states = {actor.country for actor in subject}
        topic = [one for one in self.discourse.subject if one.type is EntityType.PER and one.country not in states]
        return self.discourse.addressee(*subject) or topic[:1] or self.discourse.other(*subject)

    def _is_greeting_of(self) -> bool:
        """Tell whether the genitive is who is greeted: «قام X بتهنئة Y»."""
        if not self.noun.is_instrumental or not is_greeting(self.noun) or not self.noun.genitive():
            return False
        verb = next((item for _, item in self.noun.clause.left() if item.finite), None)
        return verb is not None and verb.word.lstrip("وف") in _DOING

    def _by_role(self, to: list[Actor]) -> Sides | None:
        """Read a letter by what the subject of its verb does."""
        source = self._source()
        if self.noun.role == "patient":
            return self._received(source)
        source = source or self.noun.genitive()
        if self.noun.support is not None and self.noun.support.key == "return":
            return self._replied(source, to)
        if self.noun.role == "carrier":
            return self._carried(source, to)
        if self._is_means() and self.noun.is_told_by_verb():
            return None
        if not source and not self._is_written():
            self.noun.doubt += _UNWRITTEN
        sides = self._sent(source, to)
        personal = bool(sides.senders) and sides.senders[0].type is EntityType.PER
        return None if personal and self._is_figure(to) else sides

    def _is_figure(self, to: list[Actor]) -> bool:
        """Tell whether a person's message to a state is a figure of speech: «رسالة ضعف إلى موسكو», not «رسالة خطية»."""
        if self.noun.is_adverbial or not self.noun.form.word.startswith("رسا") or self.noun.genitive():
            return False
        named = any(item.is_place and item.actors == to for item in self.noun.scene.items if item.role is Role.GROUP)
        loose = _OFFICIAL.isdisjoint(self.noun.scene.behind(self.noun.here, _QUALITY_WITHIN))
        return bool(to) and named and loose

    def _is_written(self) -> bool:
        """Tell whether something says that the letter was sent: a verb, its adverbial place, or a pronoun on it."""
        if self.noun.role or self._is_means() or self.noun.form.pronoun:
            return True
        before = (item for _, item in self.noun.clause.left() if item.role in (Role.SUPPORT, Role.ACT))
        return any(sense.key in _SENDING for item in before for sense in item.senses)

    def _is_supported(self) -> bool:
        """Tell whether one of the verbs carries the noun that it needs: «سلمه دعوة»."""
        wanted = self.noun.act.get("support")
        return wanted is None or (self.noun.support is not None and self.noun.support.key in wanted)

    def _is_phoned(self) -> bool:
        """Tell whether a greeting was conveyed on the phone: «قدم تعازيه في اتصال هاتفي»."""
        return is_greeting(self.noun) and self.noun.scene.near(self.noun.place, "phone")

    def _is_means(self) -> bool:
        """Tell whether the noun only says by what: «في رسالة», «برسالة»."""
        return self.noun.is_adverbial or self.noun.is_instrumental

    def _addressee(self) -> list[Actor]:
        """Return the group after إلى or ل; a bare place counts only close to the noun or its verb."""
        for item in self.groups:
            if item.preposition == "to" and not self._joins(item) and (not item.is_place or self._is_close(item)):
                return item.actors + self.noun.clause.continued("to")
        return self.noun.meant("to")

    def _joins(self, item: Item) -> bool:
        """Tell whether another word leads to *item*: «رسالة طالبت بالانضمام إلى X», «رسالة، حسب بيان لX»."""
        before = self.noun.scene.word_before(item)
        # «وسلمه رسالة بشأن التجديد لX»
        matter = before.startswith("ال") and self.noun.support is not None and bool(self.noun.support.form.pronoun)
        reported = item.clitic == "ل" and (before in _REPORTS or (matter and not names_person(item)))
        return reported or self.noun.scene.words[item.first - 2].lstrip("بل") in _LEADING

    def _is_close(self, item: Item) -> bool:
        """Tell whether *item* stands close to the noun or its verb."""
        anchors = [self.noun.here]
        if self.noun.support is not None:
            anchors.append(self.noun.scene.items[self.noun.support.place])
        return min(abs(item.first - anchor.last) for anchor in anchors) <= _PLACE_WITHIN

    def _source(self) -> list[Actor]:
        """Return who stands behind «من», with «ومن …»; behind «تلقى» the list may open later."""
        source = self.noun.pick(self.groups, "from")
        if source or self.noun.role == "patient":
            return source + self.noun.clause.continued("from")
        return source

    def _later_from(self) -> list[Actor]:
        """Return the group behind the first «من» after the noun: «رد خطي … على رسالة من X»."""
        later = self.noun.scene.items[self.noun.place + 1 :]
        return self.noun.pick((item for item in later if item.role is Role.GROUP and item.actors), "from")

    def _datives(self) -> Sides | None:
        """Read «رسالة لX إلى Y» without a verb: the first is the sender."""
        dative = [item for item in self.noun.after if item.preposition == "to"]
        if self.noun.role or len(dative) < 2 or dative[0].clitic[-1:] != "ل" or self.noun.genitive():
            return None
        return Sides(dative[0].actors, dative[1].actors)

    def _exchanged(self) -> Sides:
        """Read «تبادل X الرسائل مع Y», «تبادل X وY الرسائل»."""
        agent = self.noun.agent()
        other = self.noun.pick(self.groups, "with")
        return Sides(agent, other, mutual=True) if other else Sides.among(agent)

    def _received(self, source: list[Actor]) -> Sides:
        """Read «تلقى X رسالة من Y», «وصلت X رسالة من Y»."""
        source = source or self.noun.meant("from")
        to = [item for item in self.noun.after if item.preposition == "to" and not item.is_place and not item.clitic]
        return Sides(self.noun.genitive() or source, self.noun.pick(to, "to") or self.noun.receiver())

    def _replied(self, source: list[Actor], to: list[Actor]) -> Sides | None:
        """Read «رد X برسالة», «رد X على رسالة Y»: X wrote to Y, or who wrote last; «ردا على رسالة من Y، قال X»."""
        if not self.noun.is_instrumental and self.noun.scene.word_before(self.noun.here) not in _ON:
            return None
        assert self.noun.support is not None
        reply = self.noun.scene.items[self.noun.support.place].word == _IN_REPLY
        if reply and self.noun.form.pronoun and self._is_answered_here():
            # «تلقى X برقية من Y ردا على تهنئته»: X had written to Y.
            return Sides(*self._turned())
        if reply and source and not to:
            return Sides(source, self.noun.clause.person_after())
        last = self.discourse.by_act.get(Channel.LETTER, [])
        return Sides(self.noun.agent(), to or source or self._answered() or last[:1])

    def _is_answered_here(self) -> bool:
        """Tell whether the letter that answers this one is told in the same sentence."""
        return len(self._turned()[0]) == 1 and self.discourse.parties_at == self.discourse.sentence

    def _turned(self) -> tuple[list[Actor], list[Actor]]:
        """Return who got the last letter and who wrote it: the sides of the one that it answers."""
        last = self.discourse.by_act.get(Channel.LETTER, [])
        return last[1:], last[:1]

    def _answered(self) -> list[Actor]:
        """Return whom «رد برسالة على X» answers."""
        on = (item for item in self.noun.after if self.noun.scene.word_before(item) == "علي")
        return next((item.actors for item in on), [])

    def _sent(self, source: list[Actor], to: list[Actor]) -> Sides:
        """Read «بعث X رسالة إلى Y», «رسالة X إلى Y», «في رسالة إلى Y»."""
        sender = source
        if not sender and self._is_of_anybody():
            return Sides([], to)
        if not sender and self.noun.role == "agent":
            sender = self.noun.agent()
        if not sender and not self.noun.is_weak and not self.noun.is_by_stranger():
            sender = self.noun.owner() or (self.noun.clause_subject() if to or self._is_means() else [])
        if sender and not to and self.noun.is_alike:
            to = self.discourse.by_act.get(Channel.LETTER, [])[1:]
        if sender and not to:
            to = self._replied_to(sender)
        if sender and not to and self._may_be_open():
            to = self._told(sender)
        return Sides(sender, to)

    def _replied_to(self, sender: list[Actor]) -> list[Actor]:
        """Return who wrote before, where the letter replies: «وبعث سموه ببرقية جوابية»."""
        last = self.discourse.by_act.get(Channel.LETTER, [])
        replies = _IN_ANSWER in self.noun.scene.behind(self.noun.here, 1) and last[1:] == sender
        return last[:1] if replies else []

    def _is_of_anybody(self) -> bool:
        """Tell whether «الرسالة الموجهة إلى X» is only spoken of: whoever does need not have written it."""
        support, form = self.noun.support, self.noun.form
        passive = support is not None and support.place > self.noun.place and "participle" in support.sense.tags
        told_in = self.noun.scene.word_before(self.noun.here) == "في"
        return passive and form.definite and not form.pronoun and not told_in and not self._is_means()

    def _may_be_open(self) -> bool:
        """Tell whether a letter may go to who is not said beside it: «في رسالته»."""
        closed = self.noun.is_weak or self.noun.role not in ("", "agent")
        return not closed and not goes_to_stranger(self.noun.scene.items, self.noun.place)

    def _told(self, sender: list[Actor]) -> list[Actor]:
        """Return whom a letter without «إلى» speaks to: the first foreign person after it in the sentence."""
        if not self._is_means():
            return []
        again = self.discourse.by_act.get(Channel.LETTER, [])
        if self.noun.form.pronoun and again[:1] == sender[:1]:
            return again[1:]
        if self.noun.form.pronoun and (told := self.discourse.written_to(sender[0])):
            return told
        self.noun.doubt += _NAMED_LATER
        for before, item in pairwise(self.noun.scene.items[self.noun.place :]):
            acting = before.finite and bool(before.clitic) and before.last == item.first
            if acting and self._is_of_many(again, sender):
                return again[1:]
            if may_be_addressed(item) and item.actors[0].country != sender[0].country:
                return item.actors
            if item.preposition == "to":
                return []
        self.noun.doubt += _NAMED_EARLIER
        return self.discourse.other(*sender) if self.noun.is_adverbial else []

    def _is_of_many(self, again: list[Actor], sender: list[Actor]) -> bool:
        """Tell whether the letter is one of several to the same: «أبرق X إلى Z. واكتفى Y ببرقية، واتصل W»."""
        return len(again[1:]) == 1 and again[1].country != sender[0].country and sender[0] not in again


def is_greeting(noun: Noun) -> bool:
    """Tell whether the noun is what is conveyed, «تهنئة», not the paper."""
    return noun.form.word.removeprefix("ال").startswith(_GREETINGS)


def _hastens(item: Item) -> bool:
    return item.word.lstrip("وف") in HASTENING
