"""Find what belongs to an act noun: its genitive, its groups behind prepositions, its pronouns, its verb's subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explore.entities.offices import LEADERS
from explore.entities.phrase import Phrase
from explore.events.discourse import is_pair
from explore.events.items import Item, Role
from explore.events.scene import Scene
from explore.events.supports import Support, SupportSearch
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Actor, Channel, EntityType

# These may stand between a noun and its genitive: «لقاء كل من X وY».
_EACH = frozenset(("كل", "كلا", "من"))
# «برقية مماثلة», «زيارة مشابهة» take a party from the act before.
_ALIKE = frozenset(("ذاته", "نفسه", "مماثله", "مماثلتين", "مشابهه"))
_ALIKE_WITHIN = 3
_VERBAL = (Role.ACT, Role.SUPPORT, Role.SPEECH)
# «في مستهل زيارة», «في ختام زيارة» say when as «في زيارة» does.
_EDGES = frozenset(("مستهل", "ختام", "اطار", "نهايه", "بدايه", "اعقاب", "سياق", "مطلع", "ثالث", "ثاني", "اول"))
# The subject of a verb behind its noun stands at most so many tokens on.
_SUBJECT_WITHIN = 3
# «إليه» stands at most so many items behind the noun.
_PRONOUN_WITHIN = 7
_COUPLE = 2
# «هاجم X Y لاجتماعه مع Z», «على لقائه مع Z»: the pronoun is whom the verb acts upon.
_BLAMING = frozenset((
    "هاجم", "هاجمت", "يهاجم", "انتقد", "انتقدت", "ينتقد", "اتهم", "اتهمت", "يتهم", "شكر", "شكرت", "يشكر", "لام",
    "وبخ", "اقال", "اقالت", "حاسب", "استدعي", "حذر", "حذرت",
))  # fmt: skip
_ON_ACCOUNT = frozenset(("علي", "بسبب"))
# «زيارة مفاجئة لX قبل قمته»: so many items stand between visit and noun at most.
_AFTER_VISIT = 3
# The verb of the main clause stands within so many items behind the comma.
_FRONTED = 3
# What an act loses in confidence where its subject is only that of the clause or sentence before.
_CARRIED_OVER = 0.2
_VERB_CARRIED_OVER = 0.1


class Noun:
    """Hold a noun that is an act, and look for its arguments.

    ``after`` are the groups behind the noun, ``before`` those between its verb and it. ``channel`` is that of acts.toml
    until the clause says more. ``doubt`` grows where an argument was only guessed.
    """

    def __init__(self, scene: Scene, place: int, sense: Sense) -> None:
        """Prepare for the noun at *place*."""
        self.scene = scene
        self.place = place
        self.sense = sense
        self.form = sense.form
        self.key = sense.key.removeprefix("noun.")
        self.act = scene.acts.nouns[self.key]
        self.channel = Channel(self.act["channel"])
        self.here = scene.items[place]
        self.clause = scene.clause(place)
        self.discourse = scene.discourse
        self.support = SupportSearch(scene, place, self.channel, self.key).find()
        self.role = self.support.role if self.support is not None else ""
        self.after = self._groups_after()
        self.before = self._groups_before()
        self.doubt = 0.0
        # Whether both sides are named in the sentence, although not beside the noun.
        self.named_apart = False

    def _groups_after(self) -> list[Item]:
        """Return the groups behind the noun that name somebody; a visit may go where nobody is named."""
        right = self.clause.right_of_noun()
        groups = (item for place, item in right if item.role is Role.GROUP and not self.clause.is_dateline(place))
        return [item for item in groups if (item.visited if self.channel is Channel.VISIT else item.actors)]

    def _groups_before(self) -> list[Item]:
        """Return the groups that stand between the verb and its noun."""
        if self.support is None:
            return []
        between = self.scene.items[self.support.place + 1 : self.place]
        return [item for item in between if item.role is Role.GROUP and item.actors]

    @property
    def is_weak(self) -> bool:
        """Tell whether the noun often means no act: «خطاب», «لقاء»."""
        return "weak" in self.sense.tags

    @property
    def is_instrumental(self) -> bool:
        """Tell whether the noun stands as «برسالة»."""
        return self.here.clitic == "ب"

    @property
    def is_adverbial(self) -> bool:
        """Tell whether the noun stands in «في زيارة», «خلال زيارة»: its agent is the subject of the clause."""
        if self.here.clitic or (self.form.definite and not self.form.pronoun):
            return False
        before = self.scene.before(self.place)
        if before is not None and before.word in _EDGES:
            before = self.scene.before(self.place - 1)
        return before is not None and before.role is Role.PREPOSITION

    @property
    def is_alike(self) -> bool:
        """Tell whether «مماثلة» stands behind the noun."""
        return not _ALIKE.isdisjoint(self.scene.behind(self.here, _ALIKE_WITHIN))

    def is_told_by_verb(self) -> bool:
        """Tell whether a verb of the clause already says that a letter was written: «هنأ X نظيره في رسالة»."""
        for _, item in self.clause.left():
            sense = item.sense(Kind.ACT)
            if sense is not None and sense.key.startswith("verb.") and item.finite:
                told = self.scene.acts.verbs[sense.key.removeprefix("verb.")]["channel"]
                return Channel(told) is Channel.LETTER
        return False

    def pick(self, groups: Iterable[Item], *prepositions: str, places: bool = True) -> list[Actor]:
        """Return the first of *groups* behind one of *prepositions*."""
        fitting = (item for item in groups if item.preposition in prepositions and (places or not item.is_place))
        return next((item.visited for item in fitting), [])

    def bare_after(self) -> list[Item]:
        """Return the groups behind the noun without preposition."""
        return [item for item in self.after if not item.preposition]

    def genitive(self) -> list[Actor]:
        """Return the group that stands right after the bare noun: «رسالة بوتين», «لقاء عريقات مع»."""
        if self.form.definite or not self.after or self.after[0].preposition:
            return []
        gap = self.scene.words[self.here.last : self.after[0].first]
        return self.after[0].visited if set(gap) <= _EACH else []

    def is_of_stranger(self) -> bool:
        """Tell whether somebody whom nobody knows stands right behind the noun: «زيارة الرئيس الأمريكي الأسبق»."""
        following = self.scene.items[self.place + 1 : self.place + 2]
        if self.form.definite or not following or following[0].first != self.here.last:
            return False
        return _is_unknown(following[0]) and following[0].phrases[0].former

    def owner(self) -> list[Actor]:
        """Return whom the attached pronoun means: the subject of the clause, or the pair."""
        if not self.form.pronoun:
            return []
        if self.form.pronoun == "هما":
            return self._the_two()
        companion = self._of_act_before() or self._of_visit_before()
        if companion:
            return companion
        blamed = self._blamed()
        if blamed:
            # What somebody is blamed for was before.
            self.doubt += _VERB_CARRIED_OVER
            return blamed
        subject = (self.form.pronoun == "ها" and self._lady()) or self.clause_subject() or self._anybody_before()
        if subject and subject[0].type is EntityType.ORG and (self.channel is Channel.VISIT or self._anybody_before()):
            return self._anybody_before()
        return self.clause.person_after() if self.form.pronoun == "ه" and _is_state(subject) else subject

    def _anybody_before(self) -> list[Actor]:
        """Return the nearest person before «زيارته» in its sentence: «المحطة الثانية لX بعد زيارته Y»."""
        return self.lone_person_before() if self.form.pronoun == "ه" else []

    def lone_person_before(self) -> list[Actor]:
        """Return the nearest person who is named alone before the noun."""
        groups = (item.actors for item in reversed(self.scene.items[: self.place]) if item.role is Role.GROUP)
        return next((actors for actors in groups if len(actors) == 1 and actors[0].type is EntityType.PER), [])

    def _of_visit_before(self) -> list[Actor]:
        """Return who visits right before: «خلال زيارة مفاجئة لX قبل قمته مع Y»."""
        if self.form.pronoun != "ه" or self.place < _AFTER_VISIT:
            return []
        visitor, before = self.scene.items[self.place - 2 : self.place]
        if before.role is not Role.PREPOSITION or visitor.role is not Role.GROUP:
            return []
        if visitor.preposition not in ("", "to"):
            return []
        told = self.scene.items[max(0, self.place - 2 - _AFTER_VISIT) : self.place - 2]
        named = (
            item
            for item in reversed(told)
            if item.role is not Role.WORD and (item.role is not Role.GROUP or item.actors)
        )
        noun = next(named, None)
        visit = noun is not None and any(sense.key == "noun.visit" for sense in noun.senses)
        person = bool(visitor.actors) and visitor.actors[0].type is EntityType.PER
        return visitor.actors if visit and person and not visitor.is_place else []

    def _of_act_before(self) -> list[Actor]:
        """Return whose act or effort is told before «ولقائه»: «علق X على زيارة Y ولقائه Z»."""
        if self.here.clitic[:1] != "و" or self.place < _COUPLE:
            return []
        nearest: list[Actor] = []
        for place, item in self.clause.left():
            if item.role is Role.RELATIVE:
                return nearest
            if item.role is Role.GROUP and not item.preposition and not item.is_place and not nearest:
                nearest = item.actors
            if item.finite:
                return []
            noun = item.sense(Kind.ACT)
            if noun is not None:
                following = self.scene.items[place + 1]
                owns = following.role is Role.GROUP and not following.preposition and not following.is_place
                return following.actors if owns and following.first == item.last else []
        return []

    def _blamed(self) -> list[Actor]:
        """Return whom somebody blames for the act, or thanks for it: «هاجم X Y لاجتماعه مع Z»."""
        blamed = self.here.clitic == "ل" or self.scene.word_before(self.here) in _ON_ACCOUNT
        verb = next((place for place, item in self.clause.left() if item.finite), None) if blamed else None
        if verb is None or self.scene.words[self.scene.items[verb].first].lstrip("وف") not in _BLAMING:
            return []
        bare = self.scene.items[verb + 1 : self.place]
        people = [item.actors for item in bare if item.role is Role.GROUP and item.actors and not item.preposition]
        return people[-1] if len(people) > 1 or (people and self.scene.clause(verb).subject_left() is not None) else []

    def _lady(self) -> list[Actor]:
        """Return whom «ها» may mean: who bears a feminine title nearest before the noun."""
        groups = (item for item in reversed(self.scene.items[: self.place]) if item.role is Role.GROUP and item.actors)
        ladies = (item.actors for item in groups if any(_is_feminine(phrase) for phrase in item.phrases[:1]))
        return next(ladies, [])

    def _the_two(self) -> list[Actor]:
        """Return the pair named before, else in the sentence: «منذ لقائهما الأخير، لم يتحدث X وY»."""
        two = self.two_behind()
        if two:
            return two
        later = (item.actors for item in self.scene.items[self.place + 1 :] if item.role is Role.GROUP)
        return (
            self._subject_and_partner()
            or self.discourse.pair()
            or next((actors for actors in later if is_pair(actors)), [])
        )

    def _subject_and_partner(self) -> list[Actor]:
        """Return who acts upon whom in the clause: «نقل X تحيات Y إلى Z خلال لقائهما» is of X and Z."""
        before = [item for item in self.scene.items[: self.place] if item.role in (Role.GROUP, Role.THAT)]
        partner = before[-1] if before else None
        if partner is None or partner.preposition not in ("to", "with") or len(self.discourse.current) != 1:
            return []
        pair = [*self.discourse.current, *partner.actors[:1]]
        people = all(actor.type is EntityType.PER for actor in pair)
        return pair if people and is_pair(pair) and not any(item.role is Role.THAT for item in before) else []

    def two_behind(self) -> list[Actor]:
        """Return the pair that follows a fronted noun: «وفي لقاء جمعهما في دمشق، اتفق X وY»."""
        items = self.scene.items
        if any(item.role is Role.GROUP and item.actors for item in items[: self.place]):
            return []
        comma = next((at for at, item in enumerate(items) if at > self.place and item.role is Role.COMMA), None)
        if comma is None or not any(item.finite for item in items[comma : comma + _FRONTED]):
            return []
        named = (item for item in items[comma:] if item.role is Role.GROUP and item.actors)
        first = next(named, None)
        return first.actors if first is not None and is_pair(first.actors) and not first.phrases[0].pair else []

    def clause_subject(self) -> list[Actor]:
        """Return the subject of the clause around the noun, else of the clause before."""
        verb = next((place for place, item in self.clause.left() if item.finite), None)
        if verb is not None and any(sense.form.number == "d" for sense in self.scene.items[verb].senses):
            left = self.scene.clause(verb).subject_left()
            return left.actors if left is not None else self.discourse.the_two()
        if verb is not None and self.scene.clause(verb).has_stranger_left():
            return []
        if self.discourse.current:
            return self.discourse.current
        nearest = self.clause.nearest_subject()
        if nearest is not None:
            return nearest.actors
        states = self._talking_states()
        if states:
            return states
        self.doubt += _CARRIED_OVER
        return self.discourse.speaker()

    def _talking_states(self) -> list[Actor]:
        """Return the two before «محادثات»: «واشنطن وطهران … محادثات»."""
        if self.channel is not Channel.TALKS:
            return []
        bare = (item for _, item in self.clause.left() if item.role is Role.GROUP and not item.preposition)
        return next((item.actors for item in bare if is_pair(item.actors)), [])

    def agent(self) -> list[Actor]:
        """Return the subject of the support verb."""
        return self._agent(self.before)

    def is_by_stranger(self) -> bool:
        """Tell whether words that no table knows are the subject before the support verb."""
        if self.support is None or not self.support.form.tense:
            return False
        return self.scene.clause(self.support.place).has_stranger_left()

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
        if seat is None or not _is_state(seat.actors):
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
        return (
            self.is_by_stranger()
            or any(map(_is_unknown, following))
            or (support.form.number == "p" and self._has_unknown_left(support.place))
        )

    def _has_unknown_left(self, place: int) -> bool:
        """Tell whether the nearest bare group before a verb is nobody known: «مئات النواب من … بعثوا برسالة»."""
        left = (item for _, item in self.scene.clause(place).left() if item.role in (Role.GROUP, *_VERBAL))
        nearest = next((item for item in left if not item.preposition), None)
        return nearest is not None and _is_unknown(nearest)

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
        if _is_dual(support):
            return self._dual()
        own = self._of_act_before() if self.form.pronoun else []
        if not own and self._is_paid(support):
            return self._received() or self.clause_subject()
        return own or (self.clause_subject() if letter or support.form.pronoun or support.cancelled else [])

    def _is_paid(self, support: Support) -> bool:
        """Tell whether «بها» closes the verb: «في أول زيارة يقوم بها إلى X», not «يقوم بها مسؤولون»."""
        following = self.scene.items[support.place + 1 : support.place + 3]
        if not following or following[0].key != "at_pronoun":
            return False
        return len(following) == 1 or following[1].role is not Role.GROUP or bool(following[1].preposition)

    def _received(self) -> list[Actor]:
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
            return (self._person_before() if support.form.pronoun == "ه" and _is_state(subject) else []) or subject
        if "participle" in support.sense.tags and not before:
            person = self._person_before()
            if person:
                return person
        verb = self.scene.clause(support.place)
        bare = next((item for item in before if not item.preposition), None) or verb.subject_left()
        if bare is not None:
            return bare.actors
        for place, item in verb.bare_right():
            if self._is_behind_partner(place, support):
                break
            if item.first > self.here.first and not item.is_place and item.clitic[:1] != "و":
                return item.actors
        if _is_dual(support):
            return self._dual()
        went_on = self._who_went_on(support)
        if went_on:
            return went_on
        if "masdar" in support.sense.tags and not support.form.pronoun and self.channel is not Channel.AGREEMENT:
            return self.discourse.current
        self.doubt += _VERB_CARRIED_OVER
        return self.discourse.speaker()

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
        return speaker if len(speaker) == _COUPLE else self.discourse.pair()

    def _has_dual_verb(self) -> bool:
        """Tell whether the verb of the clause is of two: «اتفقا على عقد مشاورات»."""
        verb = next((item for _, item in self.clause.left() if item.finite), None)
        return verb is not None and any(sense.form.number == "d" for sense in verb.senses)

    def meant(self, name: str) -> list[Actor]:
        """Return whom «إليه» beside the noun or its verb means: the latest person who is not the subject."""
        if not self._has_pronoun(name):
            return []
        for item in reversed(self.scene.items[: self.place]):
            if item.preposition and item.actors and item.actors[0].type is EntityType.ORG:
                return item.actors
        # A group between the verb and its noun may be whom the pronoun means, unless that stands before it.
        between = [item for item in self.before if self._pronoun_stands_before(item)]
        subject = self._agent(between) if self.support is not None else self.discourse.speaker()
        topic = self.discourse.subject[:1] if between else []
        if topic and topic[0].type is EntityType.PER and all(actor.country != topic[0].country for actor in subject):
            return topic
        return self.discourse.other(*subject)

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


def _is_feminine(phrase: Phrase) -> bool:
    """Tell whether a woman bears the title: «وزيرة خارجية X»."""
    return bool(phrase.offices) and (phrase.office.form.gender == "f" or phrase.office.key == "first_lady")


def _is_state(actors: Sequence[Actor]) -> bool:
    """Tell whether one state is meant, which no masculine pronoun means."""
    return len(actors) == 1 and actors[0].type is EntityType.GPE


def _is_unknown(item: Item) -> bool:
    """Tell whether *item* is a bare group of which nobody is known."""
    return item.role is Role.GROUP and not item.actors and not item.preposition


def _is_dual(support: Support) -> bool:
    """Tell whether the support is a verb of two: «عقدا»."""
    return support.form.number == "d" and bool(support.form.tense)
