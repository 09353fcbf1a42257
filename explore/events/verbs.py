"""Fill the frames of verbs that are acts themselves: «التقى», «هنأ», «زار»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from explore.events.discourse import is_pair
from explore.events.drafts import Draft, Sides
from explore.events.groups import is_unnamed_pair
from explore.events.items import Role
from explore.events.masdars import Roles
from explore.events.performers import stands_for_state
from explore.events.reach import names_person
from explore.events.subjects import Subjects
from explore.events.welcomes import Welcomes
from explore.events.words import listed
from explore.knowledge.lexicon import Kind
from explore.model import Actor, Channel, EntityType

# Behind «رسالة كتب فيها» the letter was told before.
_IN_IT = listed("shared", "in_it")
# «وقع الاتفاق عن روسيا X», «كتب عن»: the verb itself is the act.
_WRITTEN = frozenset((Channel.LETTER, Channel.AGREEMENT))
_TOLD_BEFORE = (Channel.LETTER, Channel.TALKS)
_MEETING = ("meet", "gather")
# These lead somewhere only where «إلى», «من» follows at once: «حضر الاستقبال», «عاد إلى فتح الطريق».
_MOVING = frozenset(("come", "return", "return_from"))
_ABOUT = "عن"
_ABOUT_WITHIN = 2
# «اتفقا مع X على»: the third party stands at most so many words behind.
_WITH = "مع"
# «X الذي زاره»: who is told of, and the relative.
_TOLD = 2
_PARTNER_WITHIN = 16
_ON = "علي"
_HELD = frozenset(("noun.meeting", "noun.talks"))
_MAY_BE_SPOKEN = frozenset(("congratulate", "condole", "wish"))
# «بحث X مع الضيف الهندي» does not tell whom.
_GUESTS = frozenset(("الضيف", "الضيفه", "والضيف"))
# What is wished during one of these was spoken, not written.
_SPOKEN = frozenset(
    ("noun.call", "noun.meeting", "noun.talks", "verb.phone", "verb.meet", "verb.gather", "verb.receive")
)

_WAITING = "انتظار"
_GOING = frozenset(("arrive", "visit", "land", "leave_for", "move"))
_CAME = ("وجاء",)
_COUPLE = 2

_EACH = (("كل",), ("كلا",))


class VerbFrame(Welcomes):
    """Fill the frame of a verb that is the act."""

    def fill(self) -> Draft | None:
        """Return the draft, or None where a side is missing or the verb means something else."""
        if self._means_something_else():
            return None
        sides = self._sides()
        if not sides.complete or not self._may_travel(sides.senders[0]) or not self._may_discuss(sides):
            return None
        sides = self._from_abroad(sides)
        first, last = self.scene.window(self.verb.place)
        return Draft(
            channel=self._channel(),
            place=self.verb.place,
            senders=sides.senders,
            recipients=sides.recipients,
            mutual=sides.mutual,
            why=[f"verb {self.verb.key}"],
            verb=self.verb.place,
            occasion=self.verb.act.get("occasion"),
            together=sides.together,
            undated=bool(self.verb.act.get("undated")),
            spoken=self.verb.channel is Channel.LETTER and self.verb.key in _MAY_BE_SPOKEN,
            sentence=self.scene.items[0].first,
            first=first,
            last=last,
        )

    def _from_abroad(self, sides: Sides) -> Sides:
        """Return the other of the two told of for who goes on, whom the verb would take home: «كتب X إلى Y. ووصل …»."""
        home, told = sides.recipients[0].country, len(sides.senders) == 1 and sides.senders[0].country
        named = self.verb.clause.subject_left() is not None or any(not item.is_place for item in self.verb.bare())
        here, discourse = self.verb.here, self.scene.discourse
        goes_on = here.finite and here.clitic == "و" and not here.word.startswith(_CAME)
        recent = discourse.sentence - discourse.parties_at <= _COUPLE
        if not goes_on or not recent or named or told != home or self.verb.key not in _GOING:
            return sides
        others = self.scene.discourse.facing(sides.senders)
        return sides._replace(senders=others) if len(others) == 1 and others[0].country != home else sides

    def receive(self, draft: Draft) -> list[Draft]:
        """Return the meeting of the guest of *draft* and whose guest that is: «حل X ضيفا على Y»."""
        host = self.verb.received_by
        return [replace(draft, channel=Channel.MEETING, recipients=host, why=["was a guest"])] if host else []

    def _means_something_else(self) -> bool:
        """Tell whether the verb is no act here: its word group is missing, or someone unknown or a place did it."""
        near, unless = self.verb.act.get("near"), self.verb.act.get("unless")
        told = self._is_told_by_letter()
        if near is not None and not told and not (self.scene.near(self.verb.place, near) and self._is_talking()):
            return True
        if unless is not None and self.scene.near(self.verb.place, unless):
            return True
        if self.verb.key == "wish" and self._is_told_in_talk():
            return True
        if self.verb.sense.form.word.startswith(_WAITING) and not self._is_awaited():
            return True
        if self.verb.act.get("past") and not self._has_gone():
            return True
        if self.verb.key in _MOVING and not self._leads_at_once():
            return True
        if self.verb.channel in _TOLD_BEFORE and not told and self._is_in_it():
            return True
        return (
            self._hosts_act()
            or self._has_stranger()
            or self._has_unknown_partner()
            or (bool(self.verb.act.get("host")) and self._has_place_as_host())
        )

    def _is_awaited(self) -> bool:
        """Tell whether somebody waits for who arrives: «وكان X في انتظاره», not «في انتظار الرد»."""
        return bool(self.verb.sense.form.pronoun) and self.scene.word_before(self.verb.here) == "في"

    def _hosts_act(self) -> bool:
        """Tell whether an act is what was hosted, no guest: «استضاف X في القصر [اللقاء] الذي جمع Y وZ»."""
        if self.verb.key != "receive" or len(self.verb.bare()) > 1:
            return False
        before = None
        # «استقبل X، وعقد معه [اجتماعا]» tells another act.
        for _, item in takewhile(lambda found: not found[1].senses.tenses, self.verb.clause.right()):
            held = item.role is Role.ACT and not item.clitic and before not in (Role.PREPOSITION, Role.ACT, Role.WORD)
            if held and not _HELD.isdisjoint(item.senses.keys):
                return True
            before = item.role
        return False

    def _is_in_it(self) -> bool:
        """Tell whether the act was told before: «رسالة كتب فيها», but not «زيارة يبحث خلالها مع X»."""
        if _IN_IT.isdisjoint(self.scene.behind(self.verb.here, 1)):
            return False
        acts = (item for item in reversed(self.scene.items[: self.verb.place]) if item.role is Role.ACT)
        act = next(acts, None)
        return act is None or "noun.visit" not in act.senses.keys

    def _is_told_by_letter(self) -> bool:
        """Tell whether only the verb tells whose a letter is: «الرسالة التي أبلغ فيها X Y»."""
        if self.verb.key != "tell_by_letter":
            return False
        before = self.scene.items[max(0, self.verb.place - _TOLD) : self.verb.place]
        told = any("noun.letter" in item.senses.keys for item in before)
        return told and len(self.verb.bare()) > 1 and not _IN_IT.isdisjoint(self.scene.behind(self.verb.here, 1))

    def _is_told_in_talk(self) -> bool:
        """Tell whether the wish was spoken in a call or meeting of the sentence: «اتصل بX حيث تمنى له …»."""
        before = (item for item in self.scene.items[: self.verb.place] if item.role is Role.ACT)
        return any(sense.key in _SPOKEN for item in before for sense in item.senses)

    def _is_talking(self) -> bool:
        """Tell whether the verb is not about a talk of others: «يتحدثان عن اتصال هاتفي بين X وY»."""
        about = _ABOUT in self.scene.behind(self.verb.here, _ABOUT_WITHIN)
        return not about or self.verb.channel in _WRITTEN

    def _channel(self) -> Channel:
        """Return the channel; greetings may be phoned («هنأ هاتفيا»), and meetings held by video."""
        if self.verb.channel is Channel.LETTER and self._is_phoned():
            return Channel.CALL
        if self.verb.key in _MEETING and self.scene.near(self.verb.place, "video"):
            return Channel.VIDEO
        return self.verb.channel

    def _is_phoned(self) -> bool:
        """Tell whether a greeting was spoken on the phone: «وفي اتصال هاتفي اليوم هنأ X Y»."""
        if self.scene.near(self.verb.place, "phone"):
            return True
        fronted = (item for item in self.scene.items[: self.verb.place] if item.role is not Role.PREPOSITION)
        first = next(fronted, None)
        sense = first.sense(Kind.ACT) if first is not None else None
        return sense is not None and sense.key == "noun.call"

    def _may_discuss(self, sides: Sides) -> bool:
        """Tell whether those are people where the verb is only an act of people: «بحث X مع Y العلاقات»."""
        if not self.verb.act.get("people"):
            return True
        if self.verb.key == "call_on" and self.verb.sense.form.pronoun and not self._calls_on_him():
            # «محطة يزورها X» is a place.
            return False
        sent = self._sent() if self.verb.act.get("sent") else []
        return all(actor.type is EntityType.PER or actor in sent for actor in (*sides.senders, *sides.recipients))

    def _sent(self) -> list[Actor]:
        """Return the states for which officials or delegations without names stand in the clause."""
        items = (item for _, item in (*self.verb.clause.left(), *self.verb.clause.right()) if item.role is Role.GROUP)
        sent = (
            item for item in items if stands_for_state(item.phrases[0]) and self.scene.words[item.first] not in _GUESTS
        )
        return [actor for item in sent for actor in item.actors]

    def _calls_on_him(self) -> bool:
        """Tell whether «ه» is somebody: «قال X لY الذي زاره», not «البلد الذي زاره X»."""
        before = self.scene.items[max(0, self.verb.place - _TOLD) : self.verb.place]
        told = len(before) == _TOLD and before[1].role is Role.RELATIVE and names_person(before[0])
        return told and self.verb.sense.form.pronoun == "ه" and not self.verb.bare()

    def _sides(self) -> Sides:
        """Return the two sides; a group that nobody faces did it together: «التقى X وY وZ»."""
        if self.verb.key == "host":
            return self.welcomed()
        if self.verb.key == "call_on" and self._visits_thing():
            return Sides([], [])
        roles = Subjects(self.verb).read()
        senders = self._side(self.verb.act["sender"], roles)
        recipients = self._side(self.verb.act["recipient"], roles)
        if self.verb.channel is Channel.AGREEMENT and self.scene.behind(self.verb.here, 1) in _EACH:
            # «وقع كل منهما مذكرة مع X» does not say who of those before the two are.
            named = any(item.actors == senders and not item.phrases[0].pair for item in self.verb.bare())
            return Sides.among(senders) if named and is_pair(senders) and not recipients else Sides([], [])
        if self._is_signed_between():
            return Sides.among(self._signing() or self._signed_on_visit())
        if self._agree_with_each_other(senders):
            return Sides.among(self._states_of(senders))
        if self.verb.key == "discuss" and len(senders) > _COUPLE and not recipients:
            # What three discussed was told of as their meeting.
            return Sides([], [])
        if self.verb.is_mutual and len(senders) > 1 and not recipients:
            return Sides.among(senders, together=True)
        if self.verb.channel is Channel.AGREEMENT and (self._is_passive() or not (recipients or self.verb.bare())):
            return Sides.among(self._signing() or self._signed_on_visit())
        return Sides(senders, recipients, mutual=self.verb.is_mutual)

    def _states_of(self, two: list[Actor]) -> list[Actor]:
        """Return the states of the *two* of «الجانبان» who are not told to have met: it is the states that agree."""
        subject = next(iter(self.verb.bare()), None) or self.verb.clause.subject_left()
        if subject is None or subject.actors != two or not is_unnamed_pair(subject):
            return two
        homes = self.scene.discourse.homes
        return two if set(two) == set(self.scene.discourse.parties) else [homes.get(a.country or "", a) for a in two]

    def _agree_with_each_other(self, senders: Sequence[Actor]) -> bool:
        """Tell whether two agree on what concerns others: «اتفقا على تأمين حدود X مع Y»."""
        if self.verb.channel is not Channel.AGREEMENT or not is_pair(senders):
            return False
        behind = self.scene.behind(self.verb.here, _PARTNER_WITHIN)
        subject = behind[: behind.index(_ON)] if _ON in behind else behind
        return _WITH not in subject

    def _is_signed_between(self) -> bool:
        """Tell whether others signed than those told of before: «أُبرم اتفاق بين X وY», not «وقعا اتفاقا بينهما»."""
        return self.verb.key == "sign" and self.verb.sense.form.number != "d" and self._is_passive()

    def _is_passive(self) -> bool:
        """Tell whether «بين» comes first behind the verb: «اتفاق أُبرم بين أعضاء X والدول المتحالفة معها»."""
        if self.verb.clause.subject_left() is not None:
            return False
        behind = (item for _, item in self.verb.clause.right())
        told = (item for item in behind if item.role is Role.GROUP or item.key in ("between", "with", "with_pronoun"))
        return next((item.key == "between" for item in told), False)

    def _signing(self) -> list[Actor]:
        """Return the two behind a passive verb: «وُقعت مذكرة تفاهم بين البلدين»."""
        between = (item for _, item in self.verb.clause.right() if item.preposition == "between")
        return next((item.actors for item in between if is_pair(item.actors)), [])

    def _signed_on_visit(self) -> list[Actor]:
        """Return the two states of the visit during which a passive verb signs: «على هامش الزيارة وُقّعت مذكرة»."""
        left = [item for _, item in self.verb.clause.left()]
        told = any("noun.visit" in item.senses.keys and item.word.startswith("ال") for item in left)
        named = any(item.role is Role.GROUP and item.actors for item in left)
        return self.scene.discourse.visiting if told and not named and self.verb.sense.form.tense == "past" else []

    def _side(self, sources: Sequence[str], roles: Roles) -> list[Actor]:
        """Return the first of *sources* that the clause names."""
        said = {"subject": roles.subject, "object": roles.object}
        return next((found for source in sources if (found := said.get(source) or self.verb.argument(source))), [])
