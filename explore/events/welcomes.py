"""Read who visits the state that receives them: «تستقبل الجزائر X», «استقبال القاهرة لX», «X استُقبل في أنقرة»."""

from __future__ import annotations

from explore.events.drafts import Sides
from explore.events.items import Role
from explore.events.travellers import Traveller
from explore.model import Actor, EntityType

# «في أنقرة» are two items.
_IN_PLACE = 2
_CLOSING = (Role.DATE, Role.COMMA, Role.BOUNDARY)


class Welcomes(Traveller):
    """Find the guest and the state of a verb of receiving."""

    def welcomed(self) -> Sides:
        """Return the guest and the state that a verb of receiving has as its subject: «تستقبل الجزائر X»."""
        seat, bare = self.verb.clause.subject_left(), self.verb.bare()
        if self.verb.is_masdar:
            return self._welcoming()
        if seat is None:
            seat, bare = (bare[0], bare[1:]) if bare else (None, [])
        guests = bare[0].actors if bare and not bare[0].is_place else []
        received_in = self._received_in() if seat is not None and not seat.is_place else []
        if seat is not None and received_in:
            return Sides([guest for guest in seat.actors if guest.type is EntityType.PER], received_in)
        if seat is None or not seat.is_place or self.verb.sense.form.pronoun:
            return Sides([], [])
        return Sides([guest for guest in guests if guest.type is EntityType.PER], seat.visited)

    def _received_in(self) -> list[Actor]:
        """Return the state of the place right behind a passive verb: «كان X قد استُقبل في أنقرة الجمعة»."""
        behind = [item for _, item in self.verb.clause.right()][:_IN_PLACE]
        placed = len(behind) == _IN_PLACE and behind[0].role is Role.PREPOSITION and behind[1].preposition == "place"
        following = self.scene.items[self.verb.place + 1 + _IN_PLACE :][:1]
        closed = all(item.role in _CLOSING for item in following)
        return behind[1].visited if placed and closed and not self.verb.bare() else []

    def _welcoming(self) -> Sides:
        """Return the guest and the state behind a verbal noun: «استقبال القاهرة لX»."""
        bare = self.verb.bare()
        if not bare or not bare[0].is_place or bare[0].first != self.verb.here.last:
            return Sides([], [])
        guests = [guest for guest in self.verb.argument("to") if guest.type is EntityType.PER]
        return Sides(guests, bare[0].visited)
