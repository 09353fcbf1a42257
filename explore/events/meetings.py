"""Read who met, spoke or agreed with whom: «لقاء X مع Y», «اجتماع بين X وY», «اللقاء الذي جمع X وY»."""

from __future__ import annotations

from itertools import pairwise

from explore.entities.lists import AND_EACH, ON_ONE_SIDE
from explore.events.crowning import crowned as crowned_by
from explore.events.discourse import is_pair
from explore.events.drafts import Sides
from explore.events.encounters import Encounter
from explore.events.items import Item, Role
from explore.events.owners import is_state
from explore.events.partners import NAMED_WITHIN
from explore.events.words import listed
from explore.model import Actor, Channel

# «بمبادرة من X»: X made the call.
_INITIATIVE = frozenset(("بمبادره", "بطلب", "بمبادرة"))
# «قمة بينه وبين X»: the subject of the clause is the other side.
_BETWEEN_HIM = frozenset(("بينه", "بينها"))
# «الاجتماع الذي دعا إليه X»: the relative stands at most so many items behind the noun, then verb, pronoun and host.
_CALLING = listed("meetings", "calling")
_CHAIRED = frozenset(("برياسه",))
_RELATIVE_WITHIN = 4
_CALLED_BY = 3


class Meeting(Encounter):
    """Read the sides of a noun that two sides share: a meeting, talks, a call or an agreement."""

    def sides(self) -> Sides | None:
        """Return the two sides, or None where the noun tells no act or nobody known did it."""
        if self._is_no_act() or self._has_unknown_partner() or self._is_of_body():
            return None
        chairs = self._chairs()
        if chairs:
            return Sides.among(chairs)
        between = [] if self._is_between_them() else self._between() or self.between_subjects()
        if between:
            return self._apart(between)
        if self._has_unknown_between():
            return None
        if self._is_signed():
            subject = [self.discourse.homes.get(one.country or "", one) for one in self.noun.clause_subject()]
            return Sides.among(subject) if is_pair(subject) else None
        if self.noun.role == "attendee":
            return self._attended()
        return self._shared()

    def _chairs(self) -> list[Actor]:
        """Return the two who chair it together: «قمة برئاسة X وY»."""
        if self.is_agreement:
            return []
        led = (item for item in self.noun.after if self.noun.scene.word_before(item) in _CHAIRED)
        return next((item.actors for item in led if is_pair(item.actors)), [])

    def _shared(self) -> Sides | None:
        """Read what says together who took part: «بينهما», «جمع X وY», «من X وY»; else the two sides one by one."""
        them = self._between_them()
        if them:
            return Sides.among(them)
        facing = self._before_press()
        if facing:
            self.noun.named_apart = True
            own = self.noun.form.pronoun not in ("", "هما")
            return Sides(self.noun.owner() if own else self.noun.clause_subject(), facing, mutual=True)
        crowned = crowned_by(self.noun) if self.is_agreement and not self._other() else []
        if crowned:
            return Sides.among(crowned)
        if self._is_joined():
            return self._joined()
        signed = self.noun.pick(self.noun.after, "from") if self.is_agreement else []
        return Sides.among(signed) if len(signed) > 1 else self._two_sides(self._other())

    def _apart(self, between: list[Actor]) -> Sides | None:
        """Read «بين X وY», «بين X وبين Y», «بينه وبين X»."""
        caller = self._caller(between)
        if caller:
            return Sides(caller, [actor for actor in between if actor not in caller])
        if len(between) > 1:
            return Sides.among(between, together=not self._are_two_camps())
        other = self.noun.pick(self.noun.after, "with") or self.noun.pick(self.noun.after, "between")
        if (not other or other == between) and any(item.word in _BETWEEN_HIM for item in self._near()):
            other = self._he()
        return Sides(between, other, mutual=True) if other and other != between else None

    def _he(self) -> list[Actor]:
        """Return whom «بينه» means: the subject of the clause, else the one person named, as it means no state."""
        subject = self.noun.clause_subject()
        return (self.noun.lone_person_before() if is_state(subject) else []) or subject

    def _are_two_camps(self) -> bool:
        """Tell whether the first meets all others: «بين X من جهة، وY وZ من جهة أخرى», «بين X وكل من Y وZ»."""
        item = next((item for item in self.groups if item.preposition == "between"), None)
        if item is None:
            return False
        pairs = pairwise(self.noun.scene.words[item.first : item.last])
        return any(pair in ON_ONE_SIDE or pair in AND_EACH for pair in pairs)

    def _caller(self, between: list[Actor]) -> list[Actor]:
        """Return who of two made a call: «اتصال بين X وY بمبادرة من X», «بمبادرة من الجانب الفرنسي»."""
        if self.noun.channel is not Channel.CALL or not is_pair(between):
            return []
        scene = self.noun.scene
        # «بين البلدين» may stand for the states of who is named elsewhere.
        behind = next((place for place, item in enumerate(scene.items) if item.actors is between), len(scene.items)) + 1
        if behind >= len(scene.items) or scene.words[scene.items[behind].first] not in _INITIATIVE:
            return []
        named = next((item.actors for item in scene.items[behind : behind + NAMED_WITHIN] if item.actors), [])
        return [actor for actor in between if named and actor.country == named[0].country]

    def _between_them(self) -> list[Actor]:
        """Return whom «بينهما» means: a group of two in the sentence, else the two latest people."""
        if self._is_weak_talks() or not self._is_between_them():
            return []
        groups = (item.actors for item in self.noun.scene.items if item.role is Role.GROUP)
        return next((actors for actors in groups if is_pair(actors)), None) or self.discourse.couple()

    def _is_between_them(self) -> bool:
        """Tell whether «بينهما» stands close behind the noun."""
        return any(item.role is Role.PRONOUN and item.key == "between_pronoun" for item in self._near())

    def _is_signed(self) -> bool:
        """Tell whether a participle carries an agreement: «الاتفاقية الموقعة»."""
        return self.is_agreement and self.support is not None and "participle" in self.support.sense.tags

    def _attended(self) -> Sides | None:
        """Read «شارك X في قمة مع Y», «ترأس X قمة شارك فيها Y وZ»: who chaired it met those who took part."""
        assert self.support is not None
        partners = self.noun.pick(self.noun.after, "with")
        if partners:
            return Sides(self.noun.agent(), partners, mutual=True)
        if self.support.place < self.noun.place:
            both = self._attending()
            return Sides.among(both) if both else Sides(self.noun.agent(), self._convener(), mutual=True)
        host = self.noun.clause.nearest_subject()
        guests = self.noun.bare_after()
        return Sides(host.actors, guests[0].actors, mutual=True) if host is not None and guests else None

    def _attending(self) -> list[Actor]:
        """Return the two who attend together: «يشارك في القمة، التي …، X وY»."""
        assert self.support is not None
        bare = [item for _, item in self.noun.scene.clause(self.support.place).bare_right() if not item.is_place]
        return bare[0].actors if len(bare) == 1 and is_pair(bare[0].actors) else []

    def _convener(self) -> list[Actor]:
        """Return who called for the meeting: «اجتماع جدة الذي دعا إليه X»."""
        items = self.noun.scene.items
        near = range(self.noun.place + 1, min(self.noun.place + 1 + _RELATIVE_WITHIN, len(items)))
        relative = next((place for place in near if items[place].role is Role.RELATIVE), None)
        if relative is None or relative + _CALLED_BY >= len(items):
            return []
        verb, pronoun, group = items[relative + 1 : relative + 1 + _CALLED_BY]
        called = verb.word in _CALLING and pronoun.key in ("to_pronoun", "dative_pronoun") and group.role is Role.GROUP
        return group.actors if called and not group.preposition else []

    def _is_joined(self) -> bool:
        """Tell whether one group holds both sides: «لقاء جمع X وY», «لقاء X وY»."""
        if self.noun.role:
            return self.noun.role == "both"
        bare = self.noun.bare_after()
        if self._is_aim():
            return False
        if not bare or (self.noun.form.definite and not self.noun.form.pronoun and not self._is_described()):
            return False
        return is_pair(bare[0].actors) and not self.noun.pick(self.noun.after, "with")

    def _is_described(self) -> bool:
        """Tell whether a relative clause follows the noun: «اللقاء الذي …»."""
        following = self.noun.scene.items[self.noun.place + 1 : self.noun.place + 2]
        return any(item.role is Role.RELATIVE for item in following)

    def _joined(self) -> Sides:
        """Read «لقاء جمع X وY», «القمة التي تجمعه بـY», «اتصال جرى بين …»."""
        pronoun = self.support.form.pronoun if self.support is not None else ""
        first, other = self._joined_groups()
        if pronoun and not first:
            first = self.noun.clause_subject()
        if not first and not other and self.noun.is_adverbial:
            first, other = self.noun.clause_subject(), self._object_of_clause()
        if pronoun == "هما":
            first = self.noun.two_behind() or self.noun.subject_and_partner() or self.discourse.couple()
            if other:
                return Sides(first[:1], [*first[1:], *other], mutual=True, together=True)
        if len(first) > 1 and not other:
            return Sides.among(first, together=True)
        return Sides(first or (self.noun.clause_subject() if other else []), other, mutual=True)

    def _joined_groups(self) -> tuple[list[Actor], list[Actor]]:
        """Return the bare group and the one behind «مع» or «ب»; what stands bare behind that is no side."""
        # «وجمعه بX لقاء»
        ahead = self.noun.before if self.support is not None and self.support.form.pronoun else []
        groups = [*self.noun.after, *ahead]
        partner = next((item for item in groups if _is_partner(item, signs=self.is_agreement)), None)
        bare = self.noun.bare_after()[:1]
        if partner is None:
            return (bare[0].actors if bare else []), []
        return (bare[0].actors if bare and bare[0].first <= partner.first else []), partner.actors


def _is_partner(item: Item, *, signs: bool) -> bool:
    """Tell whether *item* is who somebody met: «مع X», «بX», but no place; nobody *signs* «بX»."""
    return item.preposition in (("with",) if signs else ("at", "with")) and not item.is_place
