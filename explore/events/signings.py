"""Tell who signed an agreement that names nobody: those who met right before, or whose visit it closed."""

from __future__ import annotations

from explore.events.gatherings import Gathering
from explore.events.items import Role
from explore.events.words import listed
from explore.model import Actor

# «يتم خلالها توقيع»: during the visit told last.
_DURING_VISIT = frozenset(("خلالها", "اثناءها", "هامشها"))
# What two do who then sign as well.
_TALKS = frozenset(("noun.meeting", "noun.talks", "verb.meet", "verb.gather"))
_WITNESSING = tuple(listed("signings", "witnessing"))
SETTING = (Role.DATE, Role.PREPOSITION)


class Signing(Gathering):
    """Tell between whom something was signed."""

    def _signing(self) -> list[Actor]:
        """Return who signed where nobody beside the agreement is named: those on a visit, or who met right before."""
        if self._is_signed_on_visit():
            return self.discourse.visiting
        if self._is_next_to_talk():
            self.noun.named_apart = True
            return self.discourse.parties
        if self._is_signed_next():
            self.noun.named_apart = True
            return [self.discourse.homes.get(actor.country or "", actor) for actor in self.discourse.parties]
        return []

    def _is_signed_on_visit(self) -> bool:
        """Tell whether nobody is named who signs during a visit: «جرى خلال الزيارة توقيع اتفاقية»."""
        assert self.support is not None
        if "masdar" not in self.support.sense.tags or self.support.place > self.noun.place or self.groups:
            return False
        for _, item in self.noun.clause.left():
            if item.word in _DURING_VISIT or "noun.visit" in item.senses.keys:
                return True
            named = item.role is Role.GROUP and item.actors and not item.is_place
            if named or any(sense.form.number == "d" and sense.form.tense for sense in item.senses):
                return False
        return False

    def _is_next_to_talk(self) -> bool:
        """Tell whether those sign who are told to meet right before: «لعقد لقاء مع X وتوقيع عدد من الاتفاقات»."""
        assert self.support is not None
        signing = self.noun.scene.items[self.support.place]
        told = self.discourse.parties_at == self.discourse.sentence and bool(self.discourse.parties)
        if not told or "masdar" not in self.support.sense.tags or signing.clitic[:1] != "و" or self.groups:
            return False
        before = (item for _, item in self.noun.scene.clause(self.support.place).left() if item.role is Role.ACT)
        act = next(before, None)
        return act is not None and not _TALKS.isdisjoint(act.senses.keys)

    def _is_signed_next(self) -> bool:
        """Tell whether nobody is named who signs, right behind who met: «أجرى X محادثات مع Y. كما تم توقيع اتفاقية»."""
        assert self.support is not None
        place, discourse = self.support.place, self.discourse
        recent = bool(discourse.parties) and discourse.sentence - discourse.parties_at <= 1
        if not recent or "masdar" not in self.support.sense.tags or place > self.noun.place or self.groups:
            return False
        before = (item for _, item in self.noun.scene.clause(place).left() if item.role not in SETTING)
        passive = next((item for item in before if item.finite or item.role not in (Role.ACT, Role.WORD)), None)
        if passive is None or not passive.finite or "join" not in passive.senses.keys:
            return False
        return not any(item.key in ("between", "with") for _, item in self.noun.clause.right())

    def _is_witnessed(self) -> bool:
        """Tell whether those named only saw others sign: «شهد الرئيسان توقيع اتفاق»."""
        before = (item for _, item in self.noun.clause.left() if item.finite)
        return any(self.noun.scene.words[item.first].lstrip("وف").startswith(_WITNESSING) for item in before)
