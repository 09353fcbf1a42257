"""Find the arguments of an act noun: who does it with which verb, and whom «إليه» beside it means."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.offices import LEADERS
from explore.events.bringing import find_host
from explore.events.carrying import Support
from explore.events.genitives import is_unknown
from explore.events.groups import is_somebody
from explore.events.items import VERBS, Item, Role
from explore.events.leftward import ADVERBS
from explore.events.owners import VERB_CARRIED_OVER, OwnedNoun, is_state
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

# The subject of a verb behind its noun stands at most so many tokens on.
_SUBJECT_WITHIN = 3
# «إليه» stands at most so many items behind the noun.
_PRONOUN_WITHIN = 7
# So no lone subject begins whom the text has not told of.
_ATTACHED = ("ال", "ب", "ل", "ف", "و")
_COUPLE = 2
_HERS = "ها"
# What may part them and is nobody.
_SETTING_WORDS = ADVERBS | listed("shared", "in_it") | listed("shared", "during_it")
# «أجرى سلسلة لقاءات», «تلقى عشرات الرسائل»: these count what is told.
_CONSTRUCTS = (
    listed("shared", "some_of") | listed("shared", "some_are") | listed("shared", "counting")
    | listed("shared", "superlatives") | listed("shared", "ordinals") | listed("arguments", "constructs")
)  # fmt: skip
_DURING_IT = listed("shared", "during_it")


class Noun(OwnedNoun):
    """Find who acts and who is acted upon."""

    def agent(self) -> list[Actor]:
        """Return the subject of the support verb."""
        return self._agent(self.before)

    def is_by_stranger(self) -> bool:
        """Tell whether words that no table knows are the subject of the support verb, or «المحامية» right behind it."""
        if self.support is None or not self.support.form.tense:
            return False
        following = self.scene.items[self.support.place + 1 : self.support.place + 3]
        if is_somebody(following) or any(map(is_unknown, following[:1])) or self._is_of_strangers(following):
            return True
        return self.scene.clause(self.support.place).has_stranger_left() or self._is_stranger_between()

    def _is_stranger_between(self) -> bool:
        """Tell whether one word that no table knows parts verb and noun: «تلقى [فلان] برقيات», «عقد [المجلس] لقاء»."""
        assert self.support is not None
        if self.place - self.support.place != _COUPLE:
            return False
        word = self.scene.items[self.place - 1]
        if word.role is not Role.WORD or word.last != self.here.first or word.word in _SETTING_WORDS:
            return False
        somebody = word.word.isalpha() and not word.word.endswith("ا") and word.word not in _CONSTRUCTS
        return somebody and self.scene.clause(self.support.place).subject_left() is None

    def _is_of_strangers(self, following: Sequence[Item]) -> bool:
        """Tell whether words that no table knows did what the verb behind tells: «رسالة وجهتها [جهات أممية] إلى X»."""
        assert self.support is not None
        if not self.support.form.pronoun or self.channel is not Channel.LETTER or self.support.place < self.place:
            return False
        words = (item.word for item in following[:1] if item.role is Role.WORD)
        return any(not (word in ADVERBS or word.endswith("ا") or word.startswith(_ATTACHED)) for word in words)

    def receiver(self) -> list[Actor]:
        """Return who receives: the subject of the verb, or whom «وصلت إلى X», «ورد على X», «وصلته» name.

        A pronoun means whom the text is about.
        """
        assert self.support is not None
        if self.support.key != "reach":
            return self.agent()
        groups = [*self.after, *self.before]
        on = (item.actors for item in self.before if self.scene.word_before(item) == "علي")
        return self._lord(groups) or self.pick(groups, "to", places=False) or next(on, []) or self.discourse.speaker()

    def _lord(self, groups: Sequence[Item]) -> list[Actor]:
        """Return the leader told of at whose palace a letter arrives: «وردت إلى قصر بعبدا برقيات»."""
        seat = next((item for item in groups if item.preposition == "to" and item.phrases[0].organisation), None)
        if seat is None or not is_state(seat.actors):
            return []
        country = seat.actors[0].country
        lords = (one for one in reversed(self.discourse.people) if one.country == country and one.office in LEADERS)
        return list(lords)[:1]

    def _agent(self, before: Sequence[Item]) -> list[Actor]:
        """Return the subject of the support verb, the first bare group of *before* where it stands before the noun."""
        assert self.support is not None
        if self._has_stranger(self.support):
            return []
        if self.support.place > self.place:
            return self._agent_behind(self.support)
        return self._agent_ahead(self.support, before)

    def _has_stranger(self, support: Support) -> bool:
        """Tell whether the verb's subject is somebody whom the parser does not know."""
        following = self.scene.items[support.place + 1 : support.place + 2]
        if self.is_by_stranger() or any(map(is_unknown, following)):
            return True
        quoted = _is_quoted_stranger(self.scene.items[support.place + 1 : support.place + 4])
        return quoted or (support.form.number == "p" and self._has_unknown_left(support.place))

    def _has_unknown_left(self, place: int) -> bool:
        """Tell whether the nearest bare group before a verb is nobody known: «مئات النواب من … بعثوا برسالة»."""
        left = (item for _, item in self.scene.clause(place).left() if item.role is Role.GROUP or item.role in VERBS)
        nearest = next((item for item in left if not item.preposition), None)
        return nearest is not None and is_unknown(nearest)

    def _agent_behind(self, support: Support) -> list[Actor]:
        """Return the subject of a verb behind its noun: «رسالة بعثها X», «الزيارة التي قام بها»."""
        bare = self.scene.clause(support.place).bare_right()
        if bare and bare[0][1].first - self.scene.items[support.place].last <= _SUBJECT_WITHIN:
            return bare[0][1].actors
        left = self.scene.clause(support.place).subject_left()
        if left is not None and left.first >= self.here.last and not left.is_place:
            return left.actors
        letter = self.channel is Channel.LETTER
        if letter and not support.form.pronoun and self.is_alike:
            return self.discourse.by_act.get(self.channel, [])[:1]
        if support.is_dual:
            return self._dual()
        own = self._of_act_before() if self.form.pronoun else []
        if not own and self._is_paid(support):
            return self.received() or self.clause_subject()
        return own or (self.clause_subject() if letter or support.form.pronoun or support.cancelled else [])

    def _is_paid(self, support: Support) -> bool:
        """Tell whether «بها» closes the verb: «في أول زيارة يقوم بها إلى X», not «يقوم بها مسؤولون»."""
        following = self.scene.items[support.place + 1 : support.place + 3]
        if not following or following[0].key != "at_pronoun":
            return False
        return len(following) == 1 or following[1].role is not Role.GROUP or bool(following[1].preposition)

    def received(self) -> list[Actor]:
        """Return the guest of the clause: «استقبل X Y في أول زيارة يقوم بها»."""
        verb = next((item for _, item in self.clause.left() if item.finite), None)
        if verb is None or not any(sense.key == "verb.receive" for sense in verb.senses):
            return []
        return self._person_before()

    def _is_behind_partner(self, place: int, support: Support) -> bool:
        """Tell whether «مع X» comes before the group at *place*: behind «عقد اجتماع مع X» nobody holds it any more."""
        between = self.scene.items[self.place : place]
        held = any("masdar" in sense.tags for sense in self.scene.items[support.place].senses)
        return held and any(item.preposition == "with" for item in between)

    def _person_before(self) -> list[Actor]:
        """Return the nearest person behind no preposition before: «أعلنت أنقرة اعتذار X خلال إجرائه اتصالا»."""
        bare = (item for _, item in self.clause.left() if item.role is Role.GROUP and not item.preposition)
        return next((item.actors for item in bare if item.actors and item.actors[0].type is EntityType.PER), [])

    def _agent_ahead(self, support: Support, before: Sequence[Item]) -> list[Actor]:
        """Return the subject of a verb before its noun: «بعث X رسالة», «X بعث رسالة», «بعث رسالة X»."""
        if "masdar" in support.sense.tags and not before and (support.form.pronoun or self._has_dual_verb()):
            subject = self.clause_subject()
            return (self._person_before() if support.form.pronoun == "ه" and is_state(subject) else []) or subject
        if "participle" in support.sense.tags and not before:
            goes_on = self.discourse.current[:1] if self._has_pronoun("to") else []
            person = goes_on if _is_person(goes_on) else self._person_before()
            if person:
                return person
        if self._is_told_of_visit(support, before):
            return self.discourse.visitor
        verb = self.scene.clause(support.place)
        bare = next((item for item in before if not item.preposition), None) or verb.subject_left()
        if bare is not None:
            return (self._visitor(support) if bare.is_place else []) or bare.actors
        named = self._named_behind(support)
        if named:
            return named
        if support.is_dual:
            return self._dual()
        went_on = self._who_went_on(support)
        if went_on:
            return went_on
        if "masdar" in support.sense.tags and not support.form.pronoun and self.channel is not Channel.AGREEMENT:
            return self.discourse.current or self._person_before()
        done = not self.discourse.current and any(item.finite for _, item in self.clause.left())
        states = self.talking_states() if done else []
        if states:
            return states
        self.doubt += VERB_CARRIED_OVER
        return self.discourse.speaker()

    def _named_behind(self, support: Support) -> list[Actor]:
        """Return who is named behind the noun as the subject of the verb before it: «بعث رسالة X»."""
        for place, item in self.scene.clause(support.place).bare_right():
            if self._is_behind_partner(place, support):
                break
            between = self.scene.items[self.place : place]
            if not _is_person(item.actors) and any(one.preposition == "with" for one in between):
                # «يجري مباحثات مع X بعد استقباله في قصر "Y"»
                break
            if self.scene.items[place - 1].role is Role.PREPOSITION:
                # «مباحثات مع X وعدد من القادة»
                continue
            met = self.is_instrumental and item.first == self.here.last
            if item.first > self.here.first and not item.is_place and item.clitic[:1] != "و" and not met:
                return item.actors
        return []

    def _visitor(self, support: Support) -> list[Actor]:
        """Return who visits the place before a verbal noun: «يزور X أنقرة لإجراء مباحثات»."""
        if "masdar" not in support.sense.tags and self.scene.items[support.place].clitic != "ل":
            return []
        verb = next((item for _, item in self.scene.clause(support.place).left() if item.finite), None)
        channels = self.scene.acts.channels
        visits = verb is not None and any(channels.get(key) == Channel.VISIT for key in verb.senses.keys)
        return self._person_before() if visits else []

    def _is_told_of_visit(self, support: Support, before: Sequence[Item]) -> bool:
        """Tell whether the visitor of the sentence did it: «كانت زيارة X إلى Y، عقد خلالها مباحثات مع Z»."""
        behind = self.scene.items[support.place + 1 : support.place + 2]
        told = any(item.word in _DURING_IT for item in behind) and not any(item.actors for item in before)
        return told and bool(self.discourse.visitor) and not _is_person(self.discourse.current)

    def _who_went_on(self, support: Support) -> list[Actor]:
        """Return the subject of the verb before, where that acts upon the one told of: «استقبله X وتسلم منه رسالة»."""
        items = self.scene.items
        if items[support.place].clitic != "و":
            return []
        verb = next((at for at in range(support.place - 1, -1, -1) if items[at].finite), None)
        if verb is None or not all(sense.form.pronoun for sense in items[verb].senses):
            return []
        bare = self.scene.clause(verb).bare_right()
        return bare[0][1].actors if bare else []

    def _dual(self) -> list[Actor]:
        """Return whom a verb of two means: the two who go on, else the two latest."""
        speaker = self.discourse.speaker()
        return speaker if len(speaker) == _COUPLE else self.discourse.couple()

    def _has_dual_verb(self) -> bool:
        """Tell whether the verb of the clause is of two: «اتفقا على عقد مشاورات»."""
        verb = next((item for _, item in self.clause.left() if item.finite), None)
        return verb is not None and any(sense.form.number == "d" for sense in verb.senses)

    def meant(self, name: str) -> list[Actor]:
        """Return whom «إليه» beside the noun or its verb means: the latest person who is not the subject."""
        if not self._has_pronoun(name):
            return []
        bearing = self.support is not None and self.support.key == "hand" and "participle" in self.support.sense.tags
        host = find_host(self.scene, self.support.place) if self.support is not None and bearing else []
        if host:
            return host
        for item in reversed(self.scene.items[: self.place]):
            if item.preposition and item.actors and item.actors[0].type is EntityType.ORG:
                return item.actors
        # A group between the verb and its noun may be whom the pronoun means, unless that stands before it.
        between = [item for item in self.before if self._pronoun_stands_before(item)]
        subject = self._agent(between) if self.support is not None else self.discourse.speaker()
        topic = self.discourse.subject[:1] if between else []
        if topic and topic[0].type is EntityType.PER and all(actor.country != topic[0].country for actor in subject):
            return topic
        other = self.discourse.other(*subject)
        return other if self._may_mean(name, other) else []

    def _may_mean(self, name: str, other: Sequence[Actor]) -> bool:
        """Tell whether «معها» may mean the *other*: who bears no feminine title is no woman."""
        behind = self.scene.items[self.place + 1 : self.place + 2]
        hers = any(item.key == f"{name}_pronoun" and item.word.endswith(_HERS) for item in behind)
        return not hers or all(actor.id in self.discourse.women for actor in other)

    def _pronoun_stands_before(self, group: Item) -> bool:
        """Tell whether «إليه» stands right behind the verb, before *group*: «بعث إليه X رسالة»."""
        assert self.support is not None
        behind = self.scene.items[self.support.place + 1]
        return behind.role is Role.PRONOUN and behind.last <= group.first

    def _has_pronoun(self, name: str) -> bool:
        """Tell whether «إليه», «معه» stands beside the noun or between its verb and it."""
        start = self.place
        if self.support is not None:
            start = min(start, self.support.place)
        for item in self.scene.items[start + 1 : self.place + 1 + _PRONOUN_WITHIN]:
            if item.role is Role.PRONOUN and item.key == f"{name}_pronoun":
                return True
            if item.first > self.here.first and item.role in (Role.BOUNDARY, Role.SPEECH):
                return False
        return False


def _is_person(actors: Sequence[Actor]) -> bool:
    """Tell whether the first of *actors* is a person."""
    return bool(actors) and actors[0].type is EntityType.PER


def _is_quoted_stranger(behind: Sequence[Item]) -> bool:
    """Tell whether a name that no table knows stands in quotation marks: «تلقى [«علام»] رسالة»."""
    quoted = [item.role for item in behind]
    return quoted == [Role.QUOTE, Role.WORD, Role.QUOTE]
