"""Find whose act a noun tells: whom its pronoun means, or who is the subject around it."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.discourse import is_pair
from explore.events.genitives import ActNoun
from explore.events.groups import is_feminine
from explore.events.items import Role
from explore.events.words import listed
from explore.knowledge.lexicon import Kind
from explore.model import Actor, Channel, EntityType

_COUPLE = 2
_BLAMING = listed("owners", "blaming")
_ON_ACCOUNT = frozenset(("علي", "بسبب"))
_OF_STATES = frozenset((Channel.TALKS, Channel.AGREEMENT))
# «زيارة مفاجئة لX قبل قمته»: so many items stand between visit and noun at most.
_AFTER_VISIT = 3
# «أعلن X استعداد Y للقاء Z»: of Y, whoever tells it.
_MINDED = listed("owners", "minded")
_WHEN = listed("shared", "during") | listed("shared", "before_or_after")
_LEADING = frozenset((Role.GROUP, Role.PREPOSITION, Role.SUPPORT, Role.DATE))
# The verb of the main clause stands within so many items behind the comma.
_FRONTED = 3
# What an act loses in confidence where its subject is only that of the clause or sentence before.
_CARRIED_OVER = 0.2
VERB_CARRIED_OVER = 0.1


class OwnedNoun(ActNoun):
    """Find whose act the noun is."""

    def owner(self) -> list[Actor]:
        """Return whom the attached pronoun means: the subject of the clause, or the pair."""
        if not self.form.pronoun:
            return []
        if self.form.pronoun == "هما":
            return self._the_two()
        companion = self._of_act_before() or self._of_visit_before() or self._heard_of()
        if companion:
            return companion
        blamed = self._blamed()
        if blamed:
            # What somebody is blamed for was before.
            self.doubt += VERB_CARRIED_OVER
            return blamed
        subject = (self.form.pronoun == "ها" and self._woman()) or self.clause_subject() or self._anybody_before()
        if subject and subject[0].type is EntityType.ORG and (self.channel is Channel.VISIT or self._anybody_before()):
            return self._anybody_before()
        return self._himself() if self.form.pronoun == "ه" and is_state(subject) else subject

    def _heard_of(self) -> list[Actor]:
        """Return from whom somebody hears of the act: «اطلع X من Y …، واستمع منه إلى نتائج زيارته»."""
        if self.form.pronoun != "ه":
            return []
        for _, item in self.clause.left():
            if item.role is Role.PRONOUN and item.key == "from_pronoun":
                return self.lone_person_before()
            if item.finite or item.role is Role.GROUP:
                return []
        return []

    def _himself(self) -> list[Actor]:
        """Return whom «ه» means where the clause tells of a state: who stands behind, else of whom the text goes on."""
        goes_on = self.discourse.subject if self.channel is Channel.VISIT else []
        if len(goes_on) == 1 and goes_on[0].type is EntityType.PER and not self.clause.person_after():
            self.doubt += _CARRIED_OVER
            return goes_on
        return self.clause.person_after()

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

    def _woman(self) -> list[Actor]:
        """Return whom «ها» may mean: who bears a feminine title nearest before the noun."""
        groups = (item for item in reversed(self.scene.items[: self.place]) if item.role is Role.GROUP and item.actors)
        women = (item.actors for item in groups if any(is_feminine(phrase) for phrase in item.phrases[:1]))
        return next(women, [])

    def _the_two(self) -> list[Actor]:
        """Return the pair named before, else in the sentence: «منذ لقائهما الأخير، لم يتحدث X وY»."""
        two = self.two_behind() or (self.discourse.current if is_pair(self.discourse.current) else [])
        if two or self._is_of_unknown_two():
            return two
        later = (item.actors for item in self.scene.items[self.place + 1 :] if item.role is Role.GROUP)
        return (
            self.subject_and_partner()
            or self.discourse.couple()
            or next((actors for actors in later if is_pair(actors)), [])
        )

    def _is_of_unknown_two(self) -> bool:
        """Tell whether two of whom nobody is known stand right before: «سارع الحزبان في مباحثاتهما»."""
        before = self.scene.items[max(0, self.place - _COUPLE) : self.place]
        if len(before) < _COUPLE or before[0].role is not Role.WORD or before[1].role is not Role.PREPOSITION:
            return False
        return before[0].word.startswith("ال") and before[0].word.endswith("ان")

    def subject_and_partner(self) -> list[Actor]:
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
        minded = self._minded()
        if minded:
            return minded
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
        states = self.talking_states()
        if states:
            return states
        self.doubt += _CARRIED_OVER
        return self.discourse.speaker()

    def _minded(self) -> list[Actor]:
        """Return who is told to want the act, or not: «أعلن X [استعداد Y] للقاء Z», «أكد X [رفض Y] زيارة Z»."""
        items = self.scene.items
        if self.form.pronoun or self.scene.word_before(self.here) in _WHEN:
            return []
        for place, item in self.clause.left():
            if item.finite or item.role not in _LEADING:
                return []
            if item.role is Role.GROUP and item.actors and not item.preposition:
                before = items[place - 1] if place else item
                said = before.last == item.first and self.scene.words[before.first].lstrip("وبل") in _MINDED
                return item.actors if said else []
        return []

    def talking_states(self) -> list[Actor]:
        """Return the two before «محادثات», «اتفاق»: «واشنطن وطهران … محادثات»."""
        if self.channel not in _OF_STATES:
            return []
        bare = (item for _, item in self.clause.left() if item.role is Role.GROUP and not item.preposition)
        return next((item.actors for item in bare if is_pair(item.actors)), [])


def is_state(actors: Sequence[Actor]) -> bool:
    """Tell whether one state is meant, which no masculine pronoun means."""
    return len(actors) == 1 and actors[0].type is EntityType.GPE
