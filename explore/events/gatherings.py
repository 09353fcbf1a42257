"""Tell whether a noun that two sides share is an act at all."""

from __future__ import annotations

from explore.events.crowning import is_crown
from explore.events.discourse import is_pair
from explore.events.items import Role
from explore.events.partners import Partners, owns
from explore.events.words import listed
from explore.model import Channel, EntityType

_FURTHERING = listed("gatherings", "furthering")
# «على اتصال مع X» is in touch with X.
_ON = "علي"
_TO = "الي"
_FOR = ("ب", "ل")
_SITTING = "جلس"
_TAKING_PART = frozenset(("المشاركه", "للمشاركه", "بالمشاركه"))
_INVITING = listed("gatherings", "inviting")
_CALLING = _INVITING | listed("gatherings", "calling")
_PAIR = 2
_CONFERENCE = "موتمر"
INTERVIEW = "مقابل"


class Gathering(Partners):
    """Tell whether the noun is an act, and not how, where or what something else was."""

    def _is_no_act(self) -> bool:
        """Tell whether the noun only says how: «أبلغه في اتصال»; or is an agreement that nobody signs."""
        if self.noun.form.word.removeprefix("ال").startswith(_CONFERENCE):
            held = bool(self.noun.role) or bool(self._other()) or bool(self._between())
            return not held or bool(self.noun.form.pronoun or self._is_of_person())
        if self.noun.key == "handshake" and not self._between():
            return True
        if self.noun.key == "meal" and not self.noun.pick(self.noun.after, "with", places=False):
            return True
        if self.noun.channel is Channel.MEETING and (self._is_manner() or self._is_interview()):
            return True
        if self.is_agreement and (self._is_concluded() or is_crown(self.noun)):
            return False
        if self._is_joined_by_guest() or self._is_mere_dialogue():
            return True
        if self.is_talks and self.noun.scene.word_before(self.noun.here).lstrip("ول") in _FURTHERING:
            return True
        wanted = self.noun.act.get("support")
        if wanted is not None:
            return self.support is None or self.support.key not in wanted
        if self.noun.channel is not Channel.CALL:
            return False
        in_touch = not self.noun.form.definite and self.noun.scene.word_before(self.noun.here) == _ON
        told = self.noun.is_adverbial and self.support is None and self.noun.is_told_by_verb()
        return in_touch or told

    def _is_mere_dialogue(self) -> bool:
        """Tell whether «حوار» is what somebody is for, and nobody says that it is held: «التزامه بالحوار بين X وY»."""
        if not (self.is_talks and self.noun.is_weak) or self.support is not None or self.noun.form.pronoun:
            return False
        if self.noun.here.clitic[-1:] in _FOR or self.noun.form.definite:
            return self.noun.here.clitic[-1:] in _FOR
        called_for = self.noun.scene.word_before(self.noun.here) == _TO
        return not called_for and all(item.role is not Role.DATE for item in self.noun.scene.items)

    def _is_joined_by_guest(self) -> bool:
        """Tell whether somebody is invited to take part in what others do: «دعا X Y إلى المشاركة في مفاوضات مع Z»."""
        before = self.noun.scene.words[max(0, self.noun.here.first - _PAIR) : self.noun.here.first]
        if before[-1:] != ("في",) or before[0] not in _TAKING_PART:
            return False
        return any(self.noun.scene.words[item.first].lstrip("وس") in _INVITING for _, item in self.noun.clause.left())

    def _is_concluded(self) -> bool:
        """Tell whether «اتفاق X وY على» is the act of agreeing; that of several words, or without «على», is a thing."""
        if self.support is not None or self.noun.form.word != "اتفاق" or not is_pair(self.noun.genitive()):
            return False
        if self.noun.scene.near(self.noun.place, "going_on"):
            return False
        following = next((item for _, item in self.noun.clause.right() if item.first >= self.noun.after[0].last), None)
        return following is not None and following.word == _ON

    def _is_interview(self) -> bool:
        """Tell whether «مقابلة» is an interview, as where nobody comes for it: «لمقابلة X»."""
        return self.noun.form.word.lstrip("ال").startswith(INTERVIEW) and self.noun.here.clitic != "ل"

    def _is_of_body(self) -> bool:
        """Tell whether «جلسة» is one of a council or court, as where it is with nobody: «طلب X جلسة للمجلس»."""
        if self._is_called_for():
            return True
        sits = self.noun.form.word.startswith(_SITTING) and " " not in self.noun.form.word
        if not sits or self.noun.role == "both" or self.noun.pick(self.groups, "with", "between"):
            return False
        bare = (item.actors for _, item in self.noun.clause.left() if item.role is Role.GROUP and not item.preposition)
        return not any(is_pair(actors) and self._may_face(actors) for actors in bare)

    def _is_called_for(self) -> bool:
        """Tell whether somebody only calls for what a body is to hold: «دعوة X وY إلى عقد اجتماع طارئ لمجلس الأمن»."""
        body = next((item for item in self.groups if owns(item)), None)
        if body is None or self.noun.channel is not Channel.MEETING or self.noun.pick(self.groups, "with", "between"):
            return False
        left = (self.noun.scene.words[item.first].lstrip("وفسب") for _, item in self.noun.clause.left())
        return any(word in _CALLING for word in left)

    def _is_manner(self) -> bool:
        """Tell whether the noun only says how two met: «يلتقي X في اجتماع ثلاثي Y»."""
        if not self.noun.is_adverbial or self.noun.scene.word_before(self.noun.here) != "في":
            return False
        verb = next((item for _, item in self.noun.clause.left() if item.finite), None)
        return verb is not None and any(sense.key in ("verb.meet", "verb.gather") for sense in verb.senses)

    def _is_of_person(self) -> bool:
        """Tell whether somebody holds it, as a conference for the press: «مؤتمر X»."""
        genitive = self.noun.genitive()
        return bool(genitive) and genitive[0].type is EntityType.PER
