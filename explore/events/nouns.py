"""Fill the frames of nouns that are acts: their parties come from a support verb, the genitive and prepositions."""

from __future__ import annotations

from explore.events.another import ANOTHER
from explore.events.arguments import Noun
from explore.events.credentials import Credentials
from explore.events.deliveries import delivered
from explore.events.discourse import is_pair
from explore.events.drafts import Draft, Sides
from explore.events.items import Item, Role
from explore.events.letters import Letter, is_greeting
from explore.events.meetings import Meeting
from explore.events.scene import Scene
from explore.events.status import AT_ITS_END
from explore.events.stops import stopped
from explore.events.visits import Visit
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import Actor, Channel, EntityType

_READINGS: dict[Channel, type[Letter | Visit]] = {Channel.LETTER: Letter, Channel.VISIT: Visit}
# These may be held by video or on the telephone.
_TALKING = frozenset((Channel.MEETING, Channel.TALKS, Channel.CALL))
_VIDEO_WITHIN = 9
_PHONE_WITHIN = 4
# The longest decoy has three words: «جلسة مع قناة …».
_DECOY_WITHIN = 3
_OF_CALLS = listed("nouns", "of_calls")
_HAVING = listed("nouns", "having")
_CONFERENCE = "موتمر"
_SHUTTLE = "مكوكيه"
_ROUND = ("جول", "الجول")
_TALKS_WITHIN = 4
_HOLDING = tuple(listed("nouns", "holding"))
# Who stands within so many tokens behind a definite noun is named with it.
_NEAR = 12
# «توقيع عدد من الاتفاقيات» counts agreements in two words.
_SOME = listed("shared", "some_of")
_COUNTED = 2
_OTHERS = listed("nouns", "others")
# The date or place of an act stands at most so many items behind its noun.
_DATE_WITHIN = 4
# That of a round to come may stand farther.
_NEXT = listed("nouns", "next")
_NEGOTIATION = "مفاوض"
_NEXT_BEFORE = 3
_NEXT_WITHIN = 8
# A definite noun carried by one of these is told here, not elsewhere.
_ANNOUNCED = ("اعلن", "كشف")
_ENDING = tuple(listed("nouns", "ending"))
_TELLING = frozenset(("return", "make", "receive", "send"))


class NounFrame:
    """Fill the frame of a noun that is the act."""

    def __init__(self, scene: Scene, place: int, sense: Sense) -> None:
        """Prepare for the noun at *place*."""
        self.scene = scene
        self.noun = Noun(scene, place, sense)

    def fill(self) -> Draft | None:
        """Return the draft, or None where a side is missing or a decoy stands beside the noun."""
        if self._is_decoy() or self.noun.is_of_stranger():
            return None
        sides = self._read()
        if sides is None or not sides.complete or self._is_of_others(sides):
            sides = Sides.among(self._dated() or self._reached())
        return self._draft(sides) if sides.complete else None

    def _is_of_others(self, sides: Sides) -> bool:
        """Tell whether an agreement told without its sides is none of two told of before: «خرجوا عبر اتفاق تم»."""
        noun = self.noun
        if noun.channel is not Channel.AGREEMENT or noun.named_apart or noun.form.definite or noun.form.pronoun:
            return False
        signers, discourse = {*sides.senders, *sides.recipients}, self.scene.discourse
        countries = {actor.country for actor in signers}
        if any(countries == {actor.country for actor in told} for told in (discourse.parties, discourse.visiting)):
            return False
        return all(signers.isdisjoint(item.actors) for item in self.scene.items)

    def deliver(self, draft: Draft) -> list[Draft]:
        """Return the meeting at which the letter of *draft* was handed over, where the verb says so."""
        return delivered(self.noun, draft) if draft.channel is Channel.LETTER else []

    def _read(self) -> Sides | None:
        """Return the sides as the channel of the noun tells them."""
        if self.noun.key == "credentials":
            return Credentials(self.noun).sides()
        if self.noun.key == "stop":
            return stopped(self.noun)
        if self._is_round():
            self.noun.channel = Channel.TALKS
            return Meeting(self.noun).sides()
        called_on = self._called_on()
        if called_on:
            self.noun.channel = Channel.MEETING
            return Sides(self.noun.clause_subject(), called_on)
        return _READINGS.get(self.noun.channel, Meeting)(self.noun).sides()

    def _called_on(self) -> list[Actor]:
        """Return the person visited in «استهل X يومه بزيارة Y»; «بزيارة X إلى Z» is of X."""
        noun = self.noun
        made = noun.support is not None and noun.support.key == "make" and noun.support.place < noun.place
        if noun.key != "visit" or not noun.is_instrumental or not made or noun.pick(noun.after, "to"):
            return []
        person = noun.genitive() if noun.after and not noun.after[0].is_place else []
        return person if len(person) == 1 and person[0].type is EntityType.PER else []

    def _is_round(self) -> bool:
        """Tell whether «جولة» is a round of talks: «جولة جديدة بين X وY»."""
        if not self.noun.form.word.startswith(_ROUND) or self.noun.channel is not Channel.VISIT:
            return False
        if _SHUTTLE in self.scene.behind(self.noun.here, 1):
            return False
        support = self.noun.support
        if support is not None and support.form.word.removeprefix("ال").startswith(_HOLDING):
            # Nobody holds a tour: «اتفقا على عقد جولة ثانية», but «جولة من المشاورات» is told by the talks.
            following = self.scene.items[self.noun.place + 1 : self.noun.place + 1 + _TALKS_WITHIN]
            return all(item.role is not Role.ACT for item in following)
        return any(item.preposition == "between" and is_pair(item.actors) for item in self.noun.after)

    def _draft(self, sides: Sides) -> Draft:
        """Return the draft of an act whose *sides* are known."""
        noun, support = self.noun, self.noun.support
        first, last = self.scene.window(noun.place)
        carried = [f"carried by {support.key}"] if support is not None else []
        return Draft(
            channel=self._channel(),
            place=noun.place,
            senders=sides.senders,
            recipients=sides.recipients,
            mutual=sides.mutual,
            why=[f"noun {noun.key}", *carried, *self._counted(), *self._ended()],
            verb=support.place if support is not None else None,
            occasion=noun.act.get("occasion"),
            doubt=noun.doubt,
            cancelled=support is not None and support.cancelled,
            together=sides.together,
            vague=self._is_vague([*sides.senders, *sides.recipients]),
            invited=sides.invited,
            received=noun.role == "patient",
            spoken=noun.channel is Channel.LETTER and is_greeting(noun),
            undated=noun.undated,
            sentence=self.scene.items[0].first,
            first=first,
            last=last,
        )

    def _ended(self) -> list[str]:
        """Return the reason why the day told is that on which a visit ended: «أنهى X زيارته», «مختتما زيارة»."""
        support = self.noun.support
        told = self.noun.key == "visit" and support is not None and support.form.word.startswith(_ENDING)
        return [AT_ITS_END] if told else []

    def _counted(self) -> list[str]:
        """Return the reason why the act is none told beside it: «بعد اجتماع مماثل»."""
        another = self._goes_on() or not _OTHERS.isdisjoint(self.scene.behind(self.noun.here, _COUNTED))
        return [ANOTHER] if another and self.noun.channel in _TALKING else []

    def _is_decoy(self) -> bool:
        """Tell whether the words beside the noun make it something else: «رسالة ماجستير», and later «الرسالة»."""
        here, told = self.noun.here, self.scene.discourse.decoys
        if self._is_field():
            return True
        before = self.scene.words[here.first - 1] if here.first else ""
        behind = self.scene.behind(here, _DECOY_WITHIN)
        if self.scene.acts.is_decoy(before, behind, letter=self.noun.channel is Channel.LETTER):
            told.add(self.noun.key)
            return True
        return self.noun.key == "letter" and self.noun.form.definite and "letter" in told

    def _is_field(self) -> bool:
        """Tell whether «الاتصالات» is a field of business as nothing says whose calls they are, or a mere relation."""
        form = self.noun.form
        if self.noun.key != "call" or not self.noun.is_weak or form.number != "p":
            return False
        if not form.definite:
            return self.scene.word_before(self.noun.here).lstrip("و") in _HAVING
        made = self.noun.support is not None and self.noun.support.place > self.noun.place
        return not made and _OF_CALLS.isdisjoint(self.scene.behind(self.noun.here, 1))

    def _channel(self) -> Channel:
        """Return the channel: what is talked «عبر الفيديو» is video, «عبر الهاتف» a call."""
        if self.noun.channel not in _TALKING:
            return self.noun.channel
        if self.scene.acts.near("video", self.scene.behind(self.noun.here, _VIDEO_WITHIN)):
            return Channel.VIDEO
        phoned = self.scene.acts.near("phone", self.scene.behind(self.noun.here, _PHONE_WITHIN))
        return Channel.CALL if phoned else self.noun.channel

    def _dated(self) -> list[Actor]:
        """Return the two of an act with its own date: «عقدت قمة في X يوم …», «الاتصال سيجري الأربعاء».

        They are who met or spoke before.
        """
        noun = self.noun
        goes_on = self._goes_on()
        near = self.scene.items[noun.place + 1 : noun.place + 1 + (_NEXT_WITHIN if goes_on else _DATE_WITHIN)]
        if noun.form.word.startswith(_CONFERENCE):
            return []
        if noun.channel not in _TALKING or noun.form.pronoun or not any(item.role is Role.DATE for item in near):
            return []
        if noun.form.definite:
            takes_place = noun.support is not None and noun.support.key == "join"
            if goes_on:
                return self._negotiating(noun.discourse.talking or noun.discourse.parties)
            return noun.discourse.by_act.get(noun.channel, []) if takes_place else []
        placed = any(item.role is Role.GROUP and item.is_place for item in near) and not self._has_subject()
        return noun.discourse.parties if placed and noun.channel is Channel.MEETING else []

    def _negotiating(self, two: list[Actor]) -> list[Actor]:
        """Return who goes on with what is told of the *two*: states negotiate, people talk."""
        homes = self.scene.discourse.homes
        negotiates = _NEGOTIATION in self.noun.form.word
        return [homes.get(actor.country or "", actor) for actor in two] if negotiates else two

    def _goes_on(self) -> bool:
        """Tell whether those who talked are to go on: «المفاوضات المقبلة مقررة في …», «المباحثات ستعقد غدا»."""
        noun = self.noun
        if noun.channel is not Channel.TALKS or not noun.form.definite or any(not one.is_place for one in noun.after):
            return False
        around = self.scene.words[max(0, noun.here.first - _NEXT_BEFORE) : noun.here.last + _NEXT_WITHIN]
        return not _NEXT.isdisjoint(around)

    def _reached(self) -> list[Actor]:
        """Return the two who just met of an agreement announced at once: «التقى X Y، وأعلن التوصل إلى اتفاق»."""
        support, discourse = self.noun.support, self.scene.discourse
        if support is None or support.key != "sign" or "masdar" not in support.sense.tags or self.noun.form.definite:
            return []
        left = self.scene.clause(support.place).left()
        verb = next((item for _, item in left if item.finite), None)
        told = verb is not None and verb.clitic == "و" and verb.word[1:].startswith(_ANNOUNCED)
        met = discourse.by_act.get(Channel.MEETING) or discourse.by_act.get(Channel.TALKS, [])
        at_once = discourse.parties_at == discourse.sentence and met == discourse.parties
        return [*met] if told and at_once and not self.noun.after else []

    def _has_subject(self) -> bool:
        """Tell whether the clause tells of somebody, so that its act is not of those named before."""
        left = (item for _, item in self.noun.clause.left() if item.role is Role.GROUP)
        return any(
            not (item.preposition or item.is_place) or (item.preposition == "other" and item.actors) for item in left
        )

    def _is_vague(self, sides: list[Actor]) -> bool:
        """Tell whether the noun only points back at an act told elsewhere: definite, with nobody named beside it."""
        noun = self.noun
        if not noun.form.definite or noun.form.pronoun or noun.named_apart:
            return False
        if noun.support is not None and noun.support.key in _TELLING:
            return False
        if self._is_some_of_many() and all(side.type is EntityType.GPE for side in sides):
            return False
        return not any(actor in sides for item in self.scene.items if self._is_beside(item) for actor in item.actors)

    def _is_some_of_many(self) -> bool:
        """Tell whether the noun does not point back, as it only says of what there are several: «عدد من الاتفاقيات»."""
        before = self.scene.words[max(0, self.noun.here.first - _COUNTED) : self.noun.here.first]
        return before[1:] == ("من",) and before[0].removeprefix("ب") in _SOME

    def _is_beside(self, item: Item) -> bool:
        """Tell whether *item* names somebody close behind the noun; «الرئيسان» only points back."""
        if item.role is not Role.GROUP:
            return False
        told = item.phrases[0]
        named = self.noun.support is not None and told.has_state and item.first == self.noun.here.last
        if (told.pair and not told.has_state) or (told.side and not named):
            # «انعقدت القمة الروسية التركية» names the two itself.
            return False
        return item.first >= self.noun.here.first and item.first - self.noun.here.last < _NEAR
