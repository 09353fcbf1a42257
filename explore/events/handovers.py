"""Read a letter that somebody hands over: «سلم Z رسالة X إلى Y»."""

from __future__ import annotations

from explore.entities.offices import LEADERS
from explore.events.arguments import Noun
from explore.events.clause import SENDING
from explore.events.drafts import Sides
from explore.events.genitives import is_unknown
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

_SENT_OUT = listed("handovers", "sent_out")
_CONVEYING = listed("handovers", "conveying")
# Bodies that write letters of their own.
_WRITING = frozenset(("foreign_ministry", "government", "presidency"))
# «إنه سلم X رسالة»: the pronoun is who handed it over.
_DURING_IT = listed("shared", "during_it")
_HE = ("نه", "نها")


class Handover:
    """Find who sent a letter that another brings, and who takes it."""

    def __init__(self, noun: Noun) -> None:
        """Prepare for *noun*."""
        self.noun = noun
        self.discourse = noun.discourse
        self.groups = [*noun.after, *noun.before]

    def _carried(self, sender: list[Actor], to: list[Actor]) -> Sides | None:
        """Read a letter that somebody hands over: the carrier is not its sender; whom he met is who gets it."""
        assert self.noun.support is not None
        carrier = self.carrier()
        sender = sender or self._who_sent()
        if not sender and self.noun.is_alike:
            sender = self.discourse.by_act.get(Channel.LETTER, [])[:1]
        if not sender and carrier and self._is_ministry(carrier):
            return Sides(carrier, to or self._handed(carrier, carrier[0]) or self._summoned(carrier))
        if not sender:
            own = _leads(carrier) and self.noun.support.place < self.noun.place
            through = to if self._has_it_carried(carrier) else []
            return Sides(carrier, through or self._handed(carrier, carrier[0])) if own else None
        if [actor.id for actor in to] == [actor.id for actor in sender]:
            # Nobody writes to himself: «أوفد X Y حاملا رسالة إلى الرئيس» means the president whom Y met.
            to = self.discourse.parties[1:] if self.discourse.parties_at == self.discourse.sentence else []
        to = to or self._handed(carrier, sender[0])
        # Who only passes an invitation on («نقلت صحيفة دعوة X») hands it to nobody.
        told = self.noun.key != "invitation" and (carrier or not self._is_conveyed())
        return Sides(sender, to or (self.discourse.other(*sender, *carrier) if told else []))

    def _is_ministry(self, carrier: list[Actor]) -> bool:
        """Tell whether a ministry or government hands over its own letter: «سلمت الخارجية المصرية السفير X رسالة»."""
        named = (item for item in self.noun.scene.items[: self.noun.place] if item.actors == carrier)
        return self.noun.key == "letter" and any(phrase.body in _WRITING for item in named for phrase in item.phrases)

    def _summoned(self, carrier: list[Actor]) -> list[Actor]:
        """Return whom the ministry had called in: «استدعت الخارجية X السفير Y وسلمته رسالة احتجاج»."""
        named = [item for item in self.noun.scene.items[: self.noun.place] if item.role is Role.GROUP and item.actors]
        guest = named[-1] if named else None
        called = guest is not None and not guest.preposition and guest.actors != carrier
        return guest.actors if guest is not None and called else []

    def _who_sent(self) -> list[Actor]:
        """Return who sent the carrier: «الذي أوفده X حاملا رسالة إلى Y»."""
        items = self.noun.scene.items
        for place in range(self.noun.place - 1, -1, -1):
            if items[place].role in (Role.BOUNDARY, Role.THAT):
                return []
            word = items[place].word.lstrip("وف")
            if word in _SENT_OUT:
                following = next((item for item in items[place + 1 : place + 3] if item.role is Role.GROUP), None)
                named = following is not None and may_be_addressed(following) and not following.preposition
                return following.actors if following is not None and named else []
            if word in SENDING:
                return self._sending(place)
        return []

    def _sending(self, place: int) -> list[Actor]:
        """Return who is the subject of the verb of sending at *place*: «أوفد X وزيره Y حاملا رسالة إلى Z»."""
        left = self.noun.scene.clause(place).subject_left()
        between = self.noun.scene.items[place + 1 : self.noun.place]
        bare = [item for item in between if item.role is Role.GROUP and item.actors and not item.preposition]
        if left is not None:
            return left.actors
        return bare[0].actors if len(bare) > 1 else self.discourse.speaker()

    def _has_it_carried(self, carrier: list[Actor]) -> bool:
        """Tell whether somebody else is to carry it: «حمّل X وزيره رسالة إلى Y»."""
        return any(not item.preposition and item.actors != carrier for item in self.noun.before)

    def _handed(self, carrier: list[Actor], sender: Actor) -> list[Actor]:
        """Return who takes the letter: «سلم Z Y رسالة», or with «سلمه» whom the carrier had just met."""
        assert self.noun.support is not None
        host = self.discourse.parties[1:]
        if self._is_conveyed():
            return []
        bare = [item.actors for item in self.noun.before if not item.preposition]
        if host and host in bare:
            return host
        if len(bare) == 1 and self._is_in_it():
            return bare[0]
        subject = self.discourse.current
        if len(bare) == 1 and subject and subject[0].country == sender.country != bare[0][0].country:
            return bare[0]
        if self.noun.support.form.pronoun:
            return host if host and host[0].country != sender.country else []
        return next((actors for actors in reversed(bare) if actors != carrier), [])

    def _is_conveyed(self) -> bool:
        """Tell whether who stands behind the verb can only bring what he conveys: «نقل X تعازي Y لZ»."""
        assert self.noun.support is not None
        verb = self.noun.scene.items[self.noun.support.place]
        return not self.noun.support.form.pronoun and verb.word.lstrip("وفس") in _CONVEYING

    def _is_in_it(self) -> bool:
        """Tell whether the verb goes on about who visits: «زيارة سلم [خلالها] Y رسالة من Z»."""
        assert self.noun.support is not None
        behind = self.noun.scene.items[self.noun.support.place + 1 :][:1]
        return any(item.word in _DURING_IT for item in behind)

    def carrier(self) -> list[Actor]:
        """Return who hands the letter over: the subject of its verb."""
        assert self.noun.support is not None
        if self._is_in_it():
            return self.discourse.speaker()
        left = self.noun.scene.clause(self.noun.support.place).subject_left()
        if left is not None:
            return left.actors
        before = self.noun.scene.before(self.noun.support.place)
        if before is not None and before.role is Role.RELATIVE:
            return []
        if before is not None and before.role is Role.THAT and before.word.endswith(_HE):
            return self.discourse.speaker()
        following = self.noun.scene.items[self.noun.support.place + 1]
        if is_unknown(following):
            # «سلم مبعوث رئاسي X رسالة من Y»
            return []
        bare = (item.actors for item in self.noun.before if not item.preposition)
        return next(bare, None) or self.discourse.speaker()


def _leads(carrier: list[Actor]) -> bool:
    """Tell whether who hands a letter over writes letters of their own, being no envoy."""
    return bool(carrier) and carrier[0].office in LEADERS


def may_be_addressed(item: Item) -> bool:
    """Tell whether *item* names a person who may be spoken to: bare or behind «إلى»."""
    if item.role is not Role.GROUP or item.preposition not in ("", "to") or not item.actors:
        return False
    return not item.is_place and item.actors[0].type is EntityType.PER
