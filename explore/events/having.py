"""Find whose meeting it is where a preposition, «كان له» or a visit for it says so."""

from __future__ import annotations

from explore.events.addressing import Addressing
from explore.events.items import Role
from explore.events.words import listed
from explore.model import Actor

_BE = listed("having", "be")
# «زيارة X إلى Y للقاء Z», «دعوة X للقاء Z»
_LEADING = frozenset(("noun.visit", "noun.invitation"))


class Having(Addressing):
    """Find who has the meeting."""

    def _given(self, other: list[Actor]) -> list[Actor]:
        """Return whose meeting it is behind «ل», where its other side is told: «آخر لقاء لX مع Y»."""
        first = self.noun.after[0] if self.noun.after and self.support is None and not self.noun.form.pronoun else None
        if first is None or first.clitic[-1:] != "ل" or first.is_place or first.actors == other:
            return []
        near = first.first - self.noun.here.last <= 1
        met = any(item.preposition == "with" and item.actors == other for item in self.noun.after)
        return first.actors if near and met else []

    def _had(self) -> list[Actor]:
        """Return who had it: «كان لX لقاء مع Y», «ستكون لX محادثات مع Y»."""
        before = self.noun.scene.before(self.noun.place)
        if before is None or before.role is not Role.GROUP or before.clitic[-1:] != "ل" or before.is_place:
            return []
        return before.actors if self.noun.scene.word_before(before).lstrip("وف") in _BE else []

    def _visiting(self) -> list[Actor]:
        """Return who goes on the visit, or sends the invitation, that a meeting is for: «دعوة Y للقاء W»."""
        if self.noun.here.clitic != "ل":
            return []
        items = self.noun.scene.items
        for place, item in self.noun.clause.left():
            if item.finite:
                return []
            if not _LEADING.isdisjoint(item.senses.keys):
                groups = (one for one in items[place + 1 : self.noun.place] if one.role is Role.GROUP)
                return next((one.actors for one in groups if one.actors and not one.is_place), [])
        return []
