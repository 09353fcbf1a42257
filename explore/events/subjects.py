"""Tell the subject of a verb from its object, by their order and by the pronoun attached to the verb."""

from __future__ import annotations

from itertools import takewhile

from explore.events.complements import Verb
from explore.events.discourse import is_pair
from explore.events.duals import only_two, two_named_last
from explore.events.items import Item, Role
from explore.events.leads import stands_in_lead
from explore.events.masdars import Masdar, Roles
from explore.events.reach import names_person
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

# «يلتقي خلالها X» goes on about who visits.
_IN_IT = listed("shared", "during_it")
# «البطولة التي تستضيفها X»: a thing is held there.
_RECEIVING = frozenset(("receive", "host"))
# «التقى X [بالخاطفين]»: whom nobody names.
_WITH_THE = "بال"
_AS_WELL = "كما"
# «ناقش كل من X وY وZ».
_EACH = listed("shared", "each")
# «أنه بحث التطورات مع X»: the pronoun is the subject.
_HE = ("نه", "نها")
_MEETING = frozenset(("verb.meet", "verb.receive"))
_HER = "التي"
_COUPLE = 2


class Subjects(Masdar):
    """Read who is the subject and who the object of a verb."""

    def __init__(self, verb: Verb) -> None:
        """Prepare for *verb*."""
        super().__init__(verb)
        self.left = [] if verb.is_masdar else self._left()

    def read(self) -> Roles:
        """Return subject and object; a role that nobody has is empty."""
        if self.verb.is_masdar:
            return self._of_masdar()
        if self.pronoun:
            return self._with_pronoun()
        if self.verb.key == "dispatch" and not (self.bare and self._has_unknown_object()):
            return self._dispatched()
        by = self.verb.by()
        if by:
            return Roles(by, self.left or self._first_or_speaker())
        if self.left:
            return Roles(self.left, [] if self._are_states_of(self.left) else self.first)
        return self._behind()

    def _are_states_of(self, two: list[Actor]) -> bool:
        """Tell whether behind a verb of *two* only their states are named: «الرئيسان تبادلا … قائدا [البلدين]»."""
        homes = {actor.country for actor in two}
        states = all(actor.type is EntityType.GPE and actor.country in homes for actor in self.first)
        return self.verb.is_mutual and is_pair(two) and states

    def _left(self) -> list[Actor]:
        """Return the subject before the verb; nobody goes anywhere as a mere place."""
        if self.verb.here.clitic.endswith("ل") and (sent := self.verb.clause.sent()):
            return sent
        left = self.verb.clause.subject_left()
        if left is None or (left.is_place and self.verb.channel is Channel.VISIT):
            return []
        if (left.is_place or self.verb.channel is Channel.VISIT) and self._goes_beside():
            return []
        if left.is_place and self._meets_its_leader(left):
            return [actor for actor in self.discourse.main if actor.type is EntityType.PER]
        if self._was_met(left):
            return self.discourse.current
        return [] if self._tells_when(left) and self._has_subject_behind() else left.actors

    def _was_met(self, left: Item) -> bool:
        """Tell whether the group before an aim is whom somebody met who goes on: «سيلتقي [X]، ليطير إلى Y»."""
        current = self.discourse.current
        if not self.verb.here.clitic.endswith("ل") or not current or not set(current).isdisjoint(left.actors):
            return False
        items = self.verb.scene.items
        between = takewhile(lambda item: not item.finite, reversed(items[: items.index(left)]))
        behind = [item for item in between if item.role is Role.GROUP and item.actors == current]
        met = self.verb.scene.before(items.index(behind[-1] if behind else left))
        return met is not None and met.finite and not _MEETING.isdisjoint(met.senses.keys)

    def _meets_its_leader(self, left: Item) -> bool:
        """Tell whether of a place only whom somebody meets there is told: «يتوجه إلى X التي سيلتقي رئيسها Y»."""
        before = self.verb.scene.before(self.verb.place)
        countries = {actor.country for actor in left.actors}
        own = bool(self.first) and all(actor.country in countries for actor in self.first)
        return before is not None and before.role is Role.RELATIVE and own and self.verb.is_mutual

    def _goes_beside(self) -> bool:
        """Tell whether who goes stands right behind a verb that a comma parts from what is before: «X، عاد Y إلى Z»."""
        before = self.verb.scene.before(self.verb.place)
        beside = bool(self.bare) and self.bare[0].first == self.verb.here.last and names_person(self.bare[0])
        return beside and before is not None and before.role is Role.COMMA

    def _tells_when(self, left: Item) -> bool:
        """Tell whether a group before the verb only belongs to what tells when: «وبعد وصول [X]، التقى Y Z»."""
        items = self.verb.scene.items
        place = next(at for at, item in enumerate(items) if item is left)
        return stands_in_lead(items, place)

    def _has_subject_behind(self) -> bool:
        """Tell whether a group behind the verb is its subject: one of two, or one that is no object."""
        named = [item for item in self.bare if not item.is_place]
        return bool(named) and (len(self.bare) > 1 or not self._lacks_object() or self._has_unknown_object())

    def _first_or_speaker(self) -> list[Actor]:
        """Return the first group behind the verb, else the subject that goes on."""
        return self.first or self.discourse.speaker()

    def _behind(self) -> Roles:
        """Read a verb with nobody before it: «التقى X Y», «التقى الرئيسان», «التقيا»."""
        if self._is_of_woman():
            return Roles([], [])
        if self._is_said_of_speaker() or self._goes_on_in_it():
            return Roles(self.discourse.speaker(), self.first)
        if self.verb.is_mutual and (is_pair(self.first) or self._are_many()) and not self._met_third():
            return Roles(self.first, [])
        if len(self.bare) > 1 and self._go_on():
            return Roles(self.discourse.speaker(), [*self.first, *self.bare[1].actors])
        if len(self.bare) > 1:
            return Roles(self.first, self.bare[1].actors)
        if self.bare and self._has_unknown_object():
            return Roles(self.first, [])
        if self.bare and self._lacks_object():
            return Roles([] if self._is_host_at_home() else self._who_goes_on(), self.first)
        if not self.bare and self.verb.sense.form.number == "d":
            return Roles(self._the_two(), [])
        return Roles(self._first_or_speaker(), [])

    def _is_host_at_home(self) -> bool:
        """Tell whether the host stands right behind the verb, whomever he received: «وفي أبوجا، استقبل رئيسها»."""
        verb, before = self.verb, self.verb.scene.before(self.verb.place)
        if verb.key != "receive" or verb.here.clitic or before is None or before.role is not Role.COMMA:
            return False
        opening = (actor.country for item in verb.scene.items[: verb.place] if item.is_place for actor in item.visited)
        return self.bare[0].first == verb.here.last and self.first[0].country in opening

    def _is_of_woman(self) -> bool:
        """Tell whether a relative tells of a woman whom no table knows: «أوفد X مبعوثته فلانة التي التقت Y»."""
        before = self.verb.scene.items[max(0, self.verb.place - _COUPLE) : self.verb.place]
        if len(before) < _COUPLE or before[1].word != _HER or before[0].role is not Role.WORD:
            return False
        here = self.verb.scene.behind(self.verb.here, 1)
        named = not before[0].word.startswith(("ال", "وال")) and self.verb.sense.form.gender == "f"
        return named and len(self.bare) == 1 and _IN_IT.isdisjoint(here)

    def _met_third(self) -> bool:
        """Tell whether right behind the two stands whom they met: «التقى X وY [الرئيس Z]»."""
        if len(self.bare) < _COUPLE or "object" not in self.verb.act["recipient"]:
            return False
        met = self.bare[1]
        apart = met.first == self.bare[0].last and not met.clitic and names_person(met)
        return apart and set(met.actors).isdisjoint(self.first)

    def _who_goes_on(self) -> list[Actor]:
        """Return the subject that goes on; behind «أكد الجانبان» a verb of one means whom the text told of before."""
        speaker, form = self.discourse.speaker(), self.verb.sense.form
        one = form.number == "s" and bool(form.tense) and is_pair(speaker)
        return self.discourse.alone if one and self.discourse.alone else speaker

    def _is_said_of_speaker(self) -> bool:
        """Tell whether «أنه» brings the subject, and no group stands right behind the verb: «إنه بحث مع X ملف Y»."""
        before = self.verb.scene.before(self.verb.place)
        if before is None or before.role is not Role.THAT or not before.word.endswith(_HE):
            return False
        return bool(self.bare) and self.bare[0].first != self.verb.here.last

    def _goes_on_in_it(self) -> bool:
        """Tell whether who goes on met the one group behind the verb: «يلتقي خلالها X وY», «التقى نظيره X وY»."""
        if len(self.bare) != 1 or "object" not in self.verb.act["recipient"]:
            return False
        speaker = self.discourse.speaker()
        if not speaker or set(speaker) & set(self.first):
            return False
        if bool(self.discourse.current) and not _IN_IT.isdisjoint(self.verb.scene.behind(self.verb.here, 1)):
            return True
        return len(self.first) >= _COUPLE and (bool(self.bare[0].phrases[0].counterpart) or self._are_hosts())

    def _are_hosts(self) -> bool:
        """Tell whether whom the verb names are of one state, as who goes on is not: «وصل X حيث التقى Y وZ»."""
        states = {actor.country for actor in self.first}
        current = self.discourse.current
        return len(states) == 1 and None not in states and bool(current) and current[0].country not in (None, *states)

    def _are_many(self) -> bool:
        """Tell whether the one group behind the verb has three or more, who did it together: «اجتمع وزراء خارجية …»."""
        between = self.verb.scene.words[self.verb.here.last : self.bare[0].first] if len(self.bare) == 1 else None
        return between is not None and len(self.first) > _COUPLE and _EACH.issuperset(between)

    def _go_on(self) -> bool:
        """Tell whether both groups are objects of a verb that only goes on: «وهنأ X بـ…، وY بـ…»."""
        before = self.verb.scene.before(self.verb.place)
        as_well = before is not None and before.word == _AS_WELL and self._has_host()
        joined = self.bare[1].clitic[:1] == "و" and (as_well or self.verb.here.clitic[:1] == "و")
        return joined and "object" in self.verb.act["recipient"]

    def _has_host(self) -> bool:
        """Tell whether the subject that goes on is of another state than both behind the verb: «كما التقى X، وY»."""
        states = {actor.country for actor in self.discourse.speaker()}
        return bool(states) and states.isdisjoint(actor.country for item in self.bare[:2] for actor in item.actors)

    def _has_unknown_object(self) -> bool:
        """Tell whether nobody known stands right behind the subject as object: «يلتقي X قادة القوى»."""
        items = self.verb.scene.items
        place = next(at for at, item in enumerate(items) if item is self.bare[0]) + 1
        following = items[place] if place < len(items) else None
        if following is None or following.first != self.bare[0].last:
            return False
        met = self.verb.key == "meet"
        if following.role is Role.GROUP:
            bare = not (following.preposition or following.clitic) or (met and following.preposition == "at")
            return bare and not following.actors
        unnamed = met and following.word.startswith(_WITH_THE)
        return following.role is Role.WORD and (unnamed or self.verb.scene.acts.opens_unnamed(following.word))

    def _lacks_object(self) -> bool:
        """Tell whether the verb takes an object that no preposition brings, so that its one group is that."""
        sources = (*self.verb.act["sender"], *self.verb.act["recipient"])
        brought = (self.verb.argument(source) for source in ("with", "to") if source in sources)
        return "object" in sources and not any(brought)

    def _the_two(self) -> list[Actor]:
        """Return whom a dual verb without a subject means: the pair that goes on, else the two latest people."""
        speaker, items = self.discourse.speaker(), self.verb.scene.items[: self.verb.place]
        if is_pair(speaker):
            return speaker
        return only_two(items) or two_named_last(items, self.discourse) or self.discourse.the_two()

    def _with_pronoun(self) -> Roles:
        """Read «X الذي استقبله Y»: the pronoun is the group before; else the latest other person."""
        if self.left and self.bare:
            guest = self.verb.meant(self.first[0]) if self._means_nobody_of(self.left) else self.left
            return Roles(self.first, guest)
        if self._tells_of_stranger():
            return Roles([], [])
        two = self._two_before() if self.verb.sense.form.number == "d" else []
        if two:
            return Roles(two, [actor for actor in self.discourse.speaker() if actor not in two])
        apart = self.verb.channel is Channel.VISIT and self._stands_behind_comma()
        subject = self.left or (self.discourse.speaker() if apart else self._first_or_speaker())
        if not subject:
            return Roles([], [])
        return Roles(subject, self._them(subject) or self.verb.meant(subject[0]))

    def _them(self, subject: list[Actor]) -> list[Actor]:
        """Return the group named last in the sentence, whom «هم» means: «بحضور X وY وZ، على أن يستقبلهم W»."""
        if self.pronoun != "هم":
            return []
        before = (item for item in reversed(self.verb.scene.items[: self.verb.place]) if item.role is Role.GROUP)
        groups = ([actor for actor in item.actors if actor.type is EntityType.PER] for item in before)
        named = next((people for people in groups if len(people) > 1), [])
        return [] if set(subject) & set(named) else named

    def _stands_behind_comma(self) -> bool:
        """Tell whether a comma parts the first group from a relative clause: «في X التي وصلها أمس، Y»."""
        items = self.verb.scene.items
        if not self.bare or not self.verb.place or items[self.verb.place - 1].role is not Role.RELATIVE:
            return False
        between = items[self.verb.place : items.index(self.bare[0])]
        return any(item.role is Role.COMMA for item in between)

    def _means_nobody_of(self, left: list[Actor]) -> bool:
        """Tell whether «ه» cannot mean the state before it: «زيارة X لمصر التي يستقبله خلالها Y»."""
        return self.pronoun == "ه" and left[0].type is EntityType.GPE and self.verb.channel is not Channel.VISIT

    def _tells_of_stranger(self) -> bool:
        """Tell whether the pronoun is somebody whom nobody knows: «المسؤولون الذين التقاهم X»."""
        before = self.verb.scene.items[max(0, self.verb.place - 2) : self.verb.place]
        if len(before) < _COUPLE or before[1].role is not Role.RELATIVE:
            return False
        thing = before[0].role is Role.WORD and self.pronoun == "ها" and self.verb.key in _RECEIVING
        return thing or (before[0].role is Role.GROUP and not before[0].actors)

    def _two_before(self) -> list[Actor]:
        """Return the pair right before a dual verb: «من أخويه X وY، هنآه»."""
        before = (item.actors for _, item in self.verb.clause.left() if item.role is Role.GROUP)
        nearest = next(before, [])
        return nearest if len(nearest) == _COUPLE else []
