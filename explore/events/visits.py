"""Read who visited which state: «زيارة X إلى Z», «قام X بزيارة Z», «دعا X Y إلى زيارة Z»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore.events.destinations import Destination
from explore.events.discourse import is_pair
from explore.events.drafts import Sides
from explore.events.items import Item, Role
from explore.events.reach import AND_THAT
from explore.events.words import listed
from explore.model import Actor, EntityType

_ACCEPTING = listed("visits", "accepting")
_COUPLE = 2
# «زيارة له» is of one.
_HIS = frozenset(("له", "لها"))
# «زيارة سابقة له» has an adjective between.
_HIS_WITHIN = 2
# «أعلن X عزمه زيارة Y»: the pronoun is who visits.
_INTENTIONS = listed("visits", "intentions")
_INTENTION_WITHIN = 2
# Whoever prepares for a visit or promises one goes: by the letter on the noun.
_GOING_TO = {"ل": listed("visits", "preparing"), "ب": listed("visits", "promising")}
_PREPARING_WITHIN = 8
# «إنه مستعد لزيارة Z»: the pronoun is who goes.
_HE = ("نه", "نها")
_INVITING = tuple(listed("visits", "inviting"))


class Visit(Destination):
    """Read the sides of a noun that is a visit: the visitor, and the state visited."""

    def sides(self) -> Sides | None:
        """Return visitor and state, or None where no person travels."""
        to = self._beside() or self.noun.pick(self.places, "to")
        genitive = self.noun.genitive()
        visited = bool(genitive) and self.noun.after[0].is_place and not to
        visitor = genitive if genitive and not visited else self._visitor()
        to = (genitive if visited else to) or self._toured() or self._possessed()
        to = to or self._begun() or self._departed() or self._stayed() or self._inside() or self._witnessing()
        to = to or self._at_station()
        if visitor and not to and self._is_returned():
            return Sides(visitor, self._returned_to(visitor[0]), invited=self.invited)
        if visitor and not to and self.noun.is_alike:
            to = self.discourse.destination
        if not visitor and not to and self._is_arrival():
            visitor = self._traveller(toured=False)
        if not to:
            to = self._placed()
            visitor = self._come(visitor, to) if to else visitor
        if visitor and not to:
            told = self._untold() or self._hosted_there(visitor)
            to = [state for state in told if state.country != visitor[0].country]
        if to:
            self.discourse.destination = to
        if to and not visitor:
            visitor = self._traveller(toured=bool(self._toured()))
        if to and visitor and self._is_of_subject() and visitor[0].country == to[0].country:
            visitor = self._from_abroad(visitor[0])
        if visitor and self._is_of_subject():
            visitor = self._hosted(visitor[0]) or visitor
        if to and self.noun.form.pronoun == "هما" and any(one.country == to[0].country for one in visitor):
            visitor = self._two_from_abroad(to[0])
        if visitor and not self._may_travel(visitor[0], named=bool(genitive)):
            return None
        return Sides(visitor, to, invited=self.invited)

    def _returned_to(self, visitor: Actor) -> list[Actor]:
        """Return the state whose visit *visitor* returns: of the last one, else of whom the text told before."""
        others = [state for state in self.discourse.visiting if state.country != visitor.country]
        if len(others) == 1:
            return others
        homes = (self.discourse.homes.get(one.country or "") for one in self.discourse.other(visitor))
        return [home for home in homes if home is not None]

    def _hosted(self, host: Actor) -> list[Actor]:
        """Return the guest whose journey it is: «استقبل X Y، وذلك خلال جولته»; empty where *host* receives nobody."""
        left = self.noun.clause.left()
        received = any(item.finite and "verb.receive" in item.senses.keys for _, item in left)
        if not received or all(item.word != AND_THAT for _, item in left):
            return []
        named = [item for _, item in reversed(left) if item.role is Role.GROUP and not item.preposition]
        people = [actor for item in named for actor in item.actors if actor.type is EntityType.PER]
        return people[1:] if len(people) == _COUPLE and people[0] == host else []

    def _come(self, visitor: list[Actor], to: list[Actor]) -> list[Actor]:
        """Return who came *to* the state where the clause plays: the *visitor*, else the one from abroad before."""
        subject = visitor or self.noun.clause_subject()
        if len(subject) == 1 and subject[0].country != to[0].country:
            return subject
        bare = [item for _, item in self.noun.clause.left() if item.role is Role.GROUP and not item.is_place]
        people = [actor for item in bare for actor in item.actors if actor.type is EntityType.PER]
        abroad = list(dict.fromkeys(actor for actor in people if actor.country != to[0].country))
        return abroad if len(abroad) == 1 else []

    def _is_of_subject(self) -> bool:
        """Tell whether only a pronoun says whose visit it is: «زيارته», «في أول زيارة له»."""
        return bool(self.noun.form.pronoun) or any(
            item.role is Role.PRONOUN for item in self.noun.scene.items[self.noun.place + 1 : self.noun.place + 2]
        )

    def _two_from_abroad(self, host: Actor) -> list[Actor]:
        """Return the two of «أقنع X وY رئيس Z خلال زيارتيهما إلى Z», as nobody visits their own state."""
        abroad = [one for one in self.discourse.people if one.country not in (None, host.country)]
        return abroad[-2:] if is_pair(abroad[-2:]) else []

    def _from_abroad(self, host: Actor) -> list[Actor]:
        """Return the guest in «استقبل X Y بمناسبة زيارته للمملكة», as nobody visits their own state."""
        groups = (item.actors for item in reversed(self.noun.scene.items[: self.noun.place]) if not item.is_place)
        people = (actor for actors in groups for actor in actors if actor.type is EntityType.PER)
        return next(([actor] for actor in people if actor.country != host.country), [])

    def _traveller(self, *, toured: bool) -> list[Actor]:
        """Return the subject of the clause, where the noun only says how: «التقى X في زيارته Z»."""
        tells = self.noun.is_adverbial and (toured or not self.noun.is_weak)
        subject = self.noun.clause_subject() if tells else []
        several = len(subject) > 1 and not _HIS.isdisjoint(self.noun.scene.behind(self.noun.here, 1))
        placed = toured and not (subject and subject[0].type is EntityType.PER)
        return self.noun.lone_person_before() if several or placed else subject

    def _visitor(self) -> list[Actor]:
        """Return who visits where the genitive does not say it."""
        visitor = self._guest() or self._preparing() or (self.noun.received() if self.noun.form.pronoun == "ه" else [])
        if not visitor and self._has_agent():
            visitor = self.noun.agent()
        if not visitor and (self._is_intended() or self._is_his()):
            visitor = self.noun.clause_subject()
            visitor = self.noun.lone_person_before() if len(visitor) > 1 else visitor
        named = (item for item in self.noun.after if not item.is_place)
        return visitor or self._cancelling() or self.noun.owner() or self.noun.pick(named, "to") or self._of_nation()

    def _preparing(self) -> list[Actor]:
        """Return who prepares for the visit or promises it: «يستعد X لزيارة Z», «تعهد X بزيارة Z»."""
        items, here = self.noun.scene.items, self.noun.place
        leading = _GOING_TO.get(self.noun.here.clitic, frozenset())
        for place in range(here - 1, max(-1, here - 1 - _PREPARING_WITHIN), -1):
            if not leading.isdisjoint((items[place].word, items[place].word[1:])):
                named = [item for item in items[place + 1 : here] if item.role is Role.GROUP]
                left = self.noun.scene.clause(place).subject_left()
                return named[0].actors if named else left.actors if left is not None else self._himself(place)
            if items[place].finite or items[place].role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE):
                return []
        return []

    def _himself(self, place: int) -> list[Actor]:
        """Return who speaks, where «إنه» stands right before the item at *place*."""
        before = self.noun.scene.before(place)
        said = before is not None and before.role is Role.THAT and before.word.endswith(_HE)
        return self.discourse.speaker() if said else []

    def _cancelling(self) -> list[Actor]:
        """Return whose visit «زيارته» is behind a verbal noun: «إلغاء X لزيارته إلى Y»."""
        support = self.noun.support
        if support is None or not support.cancelled or not self.noun.form.pronoun or support.form.tense:
            return []
        people = (item for item in self.noun.before if not item.preposition and not item.is_place)
        return next((item.actors for item in people), [])

    def _of_nation(self) -> list[Actor]:
        """Return whom the sentence names of the state in «أول زيارة لرئيس أمريكي إلى كوبا»."""
        groups = (item for _, item in self.noun.clause.right_of_noun() if item.role is Role.GROUP)
        some = next((item for item in groups if item.preposition == "to" and not item.is_place), None)
        if some is None or some.actors or not some.phrases[0].offices or not some.phrases[0].nations:
            return []
        country, office = some.phrases[0].nations[0].key, some.phrases[0].office.key
        people = (actor for item in self.noun.scene.items if item is not some for actor in item.actors)
        return next(([actor] for actor in people if (actor.country, actor.office) == (country, office)), [])

    def _is_intended(self) -> bool:
        """Tell whether a pronoun before says who is to go: «عزمه زيارة X», «رغبته في زيارة X»."""
        scene, first = self.noun.scene, self.noun.here.first
        return not _INTENTIONS.isdisjoint(scene.words[max(0, first - _INTENTION_WITHIN) : first])

    def _is_his(self) -> bool:
        """Tell whether «له» says that the visit is of whom the clause tells: «كانت زيارة سابقة له إلى X»."""
        if self.noun.is_adverbial or self.noun.form.definite:
            return False
        return not _HIS.isdisjoint(self.noun.scene.behind(self.noun.here, _HIS_WITHIN))

    def _has_agent(self) -> bool:
        """Tell whether the subject of the verb visits: «يجري زيارة», «ألغى زيارة», but not «ألغى الزيارة»."""
        if self._witnessing():
            return False
        return self.noun.role == "agent" or (self.noun.role == "canceller" and not self.noun.form.definite)

    def _may_travel(self, visitor: Actor, *, named: bool) -> bool:
        """Tell whether *visitor* is a person, or a delegation right behind the noun: «زيارة وفد X»."""
        if visitor.type is EntityType.PER:
            return True
        groups = self.noun.after[:1] if named else [*self.noun.before, *self.noun.after, *self._going()]
        return any(group.phrases[0].body == "delegation" and visitor in group.actors for group in groups)

    def _going(self) -> list[Item]:
        """Return the group right before the verb: «وفد ألماني قام بزيارة»."""
        support = self.noun.support
        left = self.noun.scene.clause(support.place).subject_left() if support is not None else None
        return [left] if left is not None else []

    def _guest(self) -> list[Actor]:
        """Return who is invited: «دعا X Y إلى زيارة Z», «وجه دعوة إلى Y لزيارة Z»."""
        if not self._is_aim():
            return []
        between: list[Item] = []
        for item in self._clause_before():
            if self.noun.scene.words[item.first].lstrip("وفس").startswith(_INVITING):
                self.invited = not any(map(_accepts, self._clause_before()))
                return self._invited(item, between)
            if item.role is Role.GROUP and item.actors:
                between.append(item)
        return []

    def _is_aim(self) -> bool:
        """Tell whether the visit is what somebody is to do: «لزيارة», «إلى زيارة», «للقيام بزيارة»."""
        support = self.noun.support
        carried = support is not None and "masdar" in support.sense.tags and support.place < self.noun.place
        place = support.place if support is not None and carried else self.noun.place
        before = self.noun.scene.before(place)
        return self.noun.scene.items[place].clitic == "ل" or (before is not None and before.key == "to")

    def _invited(self, inviting: Item, between: list[Item]) -> list[Actor]:
        """Return the guest among the groups behind «دعا» or «دعوة»; who got an invitation is its subject."""
        asked = between[-1] if between and inviting.role is Role.ACT else None
        if asked is not None and asked.first == inviting.last and not asked.preposition and not self._invites(asked):
            # «تضمنت الرسالة دعوة [X] لزيارة Z»
            return asked.actors
        speaker = self.discourse.speaker()
        before = list(self._clause_before())
        received = _is_received(before) or any(map(_accepts, before))
        if inviting.role is Role.ACT and (received or any(map(self._invites, between))):
            return speaker
        guests = (one.actors for one in between if one.actors != speaker)
        return next(guests, None) or self.discourse.other(*speaker)

    def _invites(self, item: Item) -> bool:
        """Tell whether *item* names the state visited or its people: «قبل X دعوة Y لزيارة Z» in Y's land."""
        visited = [actor.country for place in self.places for actor in place.visited]
        return not item.preposition and item.actors[0].country in visited

    def _clause_before(self) -> Iterator[Item]:
        """Yield the items before the noun, nearest first, until a clause begins."""
        for item in reversed(self.noun.scene.items[: self.noun.place]):
            if item.role in (Role.BOUNDARY, Role.THAT):
                return
            yield item


def _is_received(before: Sequence[Item]) -> bool:
    """Tell whether the nearest verb of *before* that carries an invitation receives it: «تلقى X دعوة من Y»."""
    keys = (sense.key for item in before for sense in item.senses)
    return next((key == "receive" for key in keys if key in ("receive", "send")), False)


def _accepts(item: Item) -> bool:
    """Tell whether *item* is a verb that accepts an invitation: «قبل X دعوة», «لبى»."""
    return item.word.lstrip("وف") in _ACCEPTING
