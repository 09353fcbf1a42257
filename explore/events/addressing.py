"""Find to whom somebody spoke in an act that the noun points to: «طالب X Y خلال اللقاء»."""

from __future__ import annotations

from explore.events.discourse import is_pair
from explore.events.groups import is_person
from explore.events.items import Role
from explore.events.partners import is_addressed
from explore.events.signings import Signing
from explore.model import Actor

_THERE = frozenset(("خلال", "اثناء", "في"))


class Addressing(Signing):
    """Find to whom the subject of the clause spoke there."""

    def _spoken_to_there(self) -> list[Actor]:
        """Return to whom somebody spoke in the act: «طالب X Y خلال اللقاء», «أكد X لY في الاتصال»."""
        verb = next((item for _, item in self.noun.clause.left() if item.finite), None)
        if verb is None or not verb.says or self.noun.here.clitic or not self._stands_definite():
            return []
        if self.noun.scene.word_before(self.noun.here) not in _THERE:
            return []
        nearest = next((item for item in self._since_verb() if item.role is not Role.PREPOSITION), None)
        if nearest is None or not is_addressed(nearest) or not is_person(nearest) or len(nearest.actors) > 1:
            return []
        pair = [*self.discourse.current, *nearest.actors]
        if not is_pair(pair) or self._is_told_before(pair):
            return []
        self.noun.named_apart = True
        return nearest.actors

    def _is_told_before(self, pair: list[Actor]) -> bool:
        """Tell whether the text has told of another act of *pair*, so that the noun may mean that."""
        channel = self.noun.channel.value
        return any(told != channel and set(pair) == set(two) for told, two in self.discourse.by_act.items())

    def _stands_definite(self) -> bool:
        """Tell whether the noun is «القمة مع X», which does not say who of several meets X."""
        return self.noun.form.definite and not self.noun.form.pronoun and self.support is None
