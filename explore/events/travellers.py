"""Tell whether who a verb of visiting tells of may be somebody who travels, and whether it leads anywhere."""

from __future__ import annotations

from explore.events.going import SEEING
from explore.events.items import Role
from explore.events.leftward import ADVERBS
from explore.events.performers import Performer
from explore.events.titling import LED
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

_POSTED = frozenset(("ambassador", "envoy"))
# «أثناء وجوده في X» is a visit, «ترسيخ وجوده في X» is none.
_WHILE = listed("travellers", "meanwhile")
# These are told of by a noun with a pronoun: «وجوده», «طريقه».
# «عاد وفد يقوده X من واشنطن»
_PASSED = ADVERBS | LED
_HIS = frozenset(("stay", "on_way"))
_MOMENTS = listed("shared", "moments")
_OF_MEN = frozenset(("ه", "هما"))


class Traveller(Performer):
    """Tell who may go where a verb of visiting leads."""

    def _may_travel(self, sender: Actor) -> bool:
        """Tell whether *sender* may be who visits, where the verb tells a visit: a person whom the clause names."""
        if self.verb.channel is not Channel.VISIT or (self.verb.key == "host" and self.verb.is_masdar):
            return True
        if self.verb.act.get("office") and sender.office is None and not (self._is_titled() or self._goes_for_state()):
            return False
        if self.verb.key == "return" and (sender.type is not EntityType.PER or sender.office in _POSTED):
            # «يعود السفير إلى X»: back to his post.
            return False
        if (self.verb.act.get("past") or self._sees_thing()) and self._is_posted():
            return False
        if self.verb.key in _HIS and not self._is_his():
            return False
        return not self._is_unsaid() and (sender.type is EntityType.PER or self._goes_for_state())

    def _sees_thing(self) -> bool:
        """Tell whether only the state is told where something is visited: «زار السفير مدرسة في X»."""
        places = [item for _, item in self.verb.clause.right() if item.role is Role.GROUP and item.is_place]
        return self.verb.key in SEEING and bool(places) and all(item.preposition for item in places)

    def _is_his(self) -> bool:
        """Tell whether somebody is abroad for the time, or on the way: «أثناء وجوده في X», «وهو في طريقه إلى X».

        No ambassador is meant, at his post, and «في طريقها» most often is a ship.
        """
        before, pronoun = self.scene.word_before(self.verb.here).lstrip("و"), self.verb.sense.form.pronoun
        if self.verb.key == "on_way":
            return pronoun in _OF_MEN and before == "في"
        owned = not self.verb.is_masdar or (bool(pronoun) and before in _WHILE)
        return owned and not self._is_posted()

    def _has_gone(self) -> bool:
        """Tell whether the verb is of the past and leads nowhere else: «غادر X موسكو», not «غادر X موسكو إلى Y»."""
        if self.verb.sense.form.tense != "past":
            return False
        return self.verb.act.get("needs") != "bare" or not any(
            item.preposition == "to" and item.is_place for _, item in self.verb.clause.right()
        )

    def _leads_at_once(self) -> bool:
        """Tell whether only the subject and when stand between the verb and its «إلى», «من»: «حضر X اليوم إلى Y»."""
        timed = False
        for place, item in self.verb.clause.right():
            if item.role is Role.PREPOSITION and item.key != self.verb.act["needs"] and self._tells_when(place):
                timed = True
                continue
            if item.role is Role.PREPOSITION:
                goal = self.scene.items[place + 1 : place + 2]
                beside = any(one.role is Role.GROUP and one.first == item.last for one in goal)
                return beside and item.key == self.verb.act["needs"]
            subject = item.role is Role.GROUP and not item.preposition and not item.is_place
            dated = any(one.role is Role.DATE for one in self.scene.items[place + 1 : place + 2])
            when = dated or item.role in (Role.DATE, Role.COMMA)
            told = item.role is Role.WORD and (timed or item.possessed or item.word in _PASSED)
            if not (subject or when or told):
                return False
        return False

    def _tells_when(self, place: int) -> bool:
        """Tell whether the preposition at *place* only brings a time: «في وقت مبكر [من] الشهر الجاري»."""
        following = self.scene.items[place + 1 : place + 2]
        return any(one.role is Role.DATE or one.word in _MOMENTS for one in following)

    def _visits_thing(self) -> bool:
        """Tell whether a verb of visiting leads to a thing or place: «وزار X المدينة», «وزار X ضريح Y»."""
        bare, items = self.verb.bare(), self.scene.items
        if len(bare) > 1:
            between = items[items.index(bare[0]) + 1 : items.index(bare[1])]
            return any(item.role is Role.WORD and item.word not in ADVERBS for item in between)
        if not bare or self.verb.clause.subject_left() is not None:
            return False
        following = items[items.index(bare[0]) + 1 :]
        return bool(following) and following[0].role in (Role.WORD, Role.DATE)
