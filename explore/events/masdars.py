"""Tell the subject of a verbal noun from its object: «استقباله X», «استقبال X لY», «كان X في استقبال Y»."""

from __future__ import annotations

from typing import NamedTuple

from explore.events.complements import Verb
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

_WAS = frozenset(("كان", "كانت", "يكون"))
# «ووجد في استقباله X»
_FOUND = frozenset(("وجد", "وجدت"))
# «له» stands at most so many words behind a masdar: «استقبال سموه له».
_HIM = frozenset(("له", "لها"))
_HIM_WITHIN = 3
_COUPLE = 2
_GOING = "متوجه"
# «باستقبال كثير من X» counts who is received.
_SOME = listed("shared", "some_are")
_HANDING = ("سلم", "نقل", "قدم")
_GREETERS = "مستقبلي"
_PREVENTING = listed("masdars", "preventing")
_INTENDING = listed("masdars", "intending")
# Whoever stands behind these verbs does it, capitals too: «تتفاوض بغداد مع أنقرة».
_OF_STATES = frozenset((Channel.TALKS, Channel.AGREEMENT, Channel.LETTER))


class Roles(NamedTuple):
    """Hold the subject and the object of a verb."""

    subject: list[Actor]
    object: list[Actor]


class Masdar:
    """Read who is the subject and who the object of a verbal noun."""

    def __init__(self, verb: Verb) -> None:
        """Prepare for *verb*."""
        self.verb = verb
        self.discourse = verb.scene.discourse
        self.pronoun = verb.sense.form.pronoun
        self.bare = [item for item in verb.bare() if not self._mere_place(item) and not self._is_too_far(item)]
        self.first = self.bare[0].actors if self.bare else []

    def _mere_place(self, item: Item) -> bool:
        """Tell whether a place only says where: any behind a verb of going, a capital but for states that negotiate."""
        if self.verb.channel is Channel.VISIT:
            states = item.phrases[0].pair and all(actor.type is EntityType.GPE for actor in item.actors)
            return item.is_place or states
        if not item.is_place:
            return False
        acts = self.verb.channel in _OF_STATES and item.first == self.verb.here.last
        return item.phrases[0].capital and not acts

    def _is_too_far(self, item: Item) -> bool:
        """Tell whether a participle cannot have *item* as its subject: «غادر X متوجها إلى Y، تنفيذا لتوجيهات Z»."""
        return self.verb.here.word.startswith(_GOING) and item.first != self.verb.here.last

    def _of_masdar(self) -> Roles:
        """Read a verbal noun: «استقباله X», «استقبال X من قبل Y», «استقبال X له», «استقبال X Y»."""
        if self.pronoun:
            return self._of_masdar_with_pronoun()
        definite = self.verb.sense.form.definite
        if self.verb.key == "dispatch":
            return self._dispatched()
        if self.verb.channel is Channel.VISIT and not (definite or self.verb.is_definite_masdar):
            return Roles(self.first if self.bare and self.bare[0].first == self.verb.here.last else [], [])
        by = self.verb.by() or self._granted()
        if by and self.bare and not definite:
            return Roles(by, self.first)
        if by and not definite:
            return Roles(by, self.discourse.speaker())
        if self._was_received() and len(self.bare) > 1:
            return Roles(self._hosts(), self.first)
        guest = self._guest()
        if len(self.bare) == 1 and guest:
            return Roles(self.first, guest)
        if len(self.bare) == 1 and self._to_him():
            return Roles(self.first, self.discourse.other(*self.first))
        host = self._host_before()
        if host and self.bare and not definite:
            return Roles(host, list(dict.fromkeys(actor for item in self.bare for actor in item.actors)))
        if len(self.bare) > 1 and not definite:
            return Roles(self.first, self.bare[1].actors)
        if self.bare and not definite and self.bare[0].first == self.verb.here.last:
            travels = self.verb.channel is Channel.VISIT
            return Roles(self.first, []) if travels else Roles(self.discourse.speaker(), self.first)
        if self.verb.is_definite_masdar and self.verb.channel is Channel.VISIT:
            return Roles(self._prevented() or self._intending(), [])
        return Roles([], [])

    def _dispatched(self) -> Roles:
        """Return who is sent, who stands last: «إيفاد X», «أوفد Y X إلى Z»."""
        sent = self.bare[-1].actors if self.bare else []
        if self.verb.is_masdar:
            return Roles([], sent if sent and self.bare[0].first == self.verb.here.last else [])
        by_another = self.verb.clause.subject_left() is not None or len(self.verb.bare()) > 1
        by_another = by_another or self.discourse.speaker() not in ([], sent)
        return Roles([], sent if by_another else [])

    def _prevented(self) -> list[Actor]:
        """Return who could not go: «تعذر على X القدوم إلى Y»."""
        left = [item for _, item in self.verb.clause.left()]
        if not any(item.word.lstrip("و") in _PREVENTING for item in left):
            return []
        on = (item.actors for item in left if item.actors and self.verb.scene.word_before(item) == "علي")
        return next(on, [])

    def _intending(self) -> list[Actor]:
        """Return who intends to go: «يعتزم X التوجه إلى»."""
        if not any(item.word.lstrip("و") in _INTENDING for _, item in self.verb.clause.left()):
            return []
        if self.discourse.current:
            return self.discourse.current
        subject = self.verb.clause.nearest_subject()
        return subject.actors if subject is not None else self.discourse.speaker()

    def _host_before(self) -> list[Actor]:
        """Return the host in «كان X في استقبال Y وZ»."""
        items, place = self.verb.scene.items, self.verb.place
        if place < _COUPLE or self.verb.scene.word_before(self.verb.here) != "في":
            return []
        host = items[place - 2]
        person = host.role is Role.GROUP and not host.preposition and not host.is_place
        was = self.verb.scene.words[host.first - 1].lstrip("و") in _WAS if host.first else False
        return host.actors if person and was else []

    def _guest(self) -> list[Actor]:
        """Return whom a host receives behind «ل»: «استقبال X لY»."""
        if self.verb.key != "receive" or (self.verb.sense.form.definite and not self.pronoun):
            return []
        to = (item for _, item in self.verb.clause.right() if item.preposition == "to" and item.clitic[-1:] == "ل")
        return next((item.actors for item in to if not item.is_place), [])

    def _hosts(self) -> list[Actor]:
        """Return who received the first named: «كان في استقبال X، Y وZ»."""
        actors = [actor for item in self.bare[1:] for actor in item.actors if actor not in self.first]
        people = [actor for actor in actors if actor.type is EntityType.PER]
        return list(dict.fromkeys(people or actors))

    def _of_masdar_with_pronoun(self) -> Roles:
        """Read «استقباله X»: the pronoun is the subject of the clause, the group its object."""
        if self.verb.sense.form.word.startswith(_GREETERS) or self._is_told_of_host():
            return self._greeted()
        if self.bare and self._was_received():
            guests = self.discourse.people[-2:] if self.pronoun == "هما" else self.discourse.speaker()
            return Roles(self.first, guests)
        subject = self.verb.clause.nearest_subject()
        named = subject is not None and subject not in self.bare
        by = self.verb.by()
        if by and subject is not None and named:
            # «لدى استقباله من قبل X»: the pronoun is who is received.
            return Roles(by, subject.actors)
        host = subject.actors if subject is not None and named else self._man_who_goes_on()
        if not self.bare and self._is_of_him():
            return self._host_and_him(host)
        return Roles(host, self._guest() if self._has_guest_beside() else self.first or self._guest())

    def _man_who_goes_on(self) -> list[Actor]:
        """Return who goes on, or the latest person where a man is meant and a state goes on: «بعد [وصوله] إلى X»."""
        speaker = self.discourse.speaker()
        state = len(speaker) == 1 and speaker[0].type is EntityType.GPE and self.pronoun == "ه"
        if not state:
            return speaker
        # An ambassador came to his post: «قبل قدومه لX».
        return [actor for actor in self.discourse.people[-1:] if actor.office != "ambassador"]

    def _is_of_him(self) -> bool:
        """Tell whether «له» right behind the pronoun is who is received: «سلم X Y رسالة خلال استقباله له»."""
        return self.verb.key == "receive" and not _HIM.isdisjoint(self.verb.scene.behind(self.verb.here, 1))

    def _host_and_him(self, host: list[Actor]) -> Roles:
        """Return the first and the last whom the clause names, else the *host* and the other told of.

        Who hands a letter over is the guest: «سلم X Y رسالة خلال استقباله له», but not «حمل X Y رسالة».
        """
        left = [item for _, item in reversed(self.verb.clause.left())]
        bare = [item.actors for item in left if item.role is Role.GROUP and item.actors and not item.preposition]
        two = Roles(bare[0], bare[-1]) if len(bare) > 1 else Roles(host, self.discourse.other(*host))
        verb = next((item.word.lstrip("وف") for item in left if item.finite), "")
        # A lone group behind such a verb is to whom the letter was handed.
        hands = verb.startswith(_HANDING) and len(bare) > 1
        return Roles(two.object, two.subject) if hands else two

    def _has_guest_beside(self) -> bool:
        """Tell whether the guest stands right behind: «استقبالها لX»."""
        behind = self.verb.scene.items[self.verb.place + 1 : self.verb.place + 2]
        return any(item.preposition == "to" and item.first == self.verb.here.last for item in behind)

    def _is_told_of_host(self) -> bool:
        """Tell whether who received stands before: «وكان X في استقباله»."""
        words, here = self.verb.scene.words, self.verb.here
        if self.bare or words[here.first - 1] != "في":
            return False
        left = [item for _, item in self.verb.clause.left()]
        return any(item.word.lstrip("و") in _WAS for item in left) and any(map(_is_known_person, left))

    def _greeted(self) -> Roles:
        """Read «كان X في مقدمة مستقبليه», «على رأس مستقبليه X»: the pronoun is the guest."""
        subject = self.verb.clause.nearest_subject()
        hosts = self.first or (subject.actors if subject is not None else [])
        return Roles(hosts, self.verb.meant(hosts[0]) if hosts else [])

    def _granted(self) -> list[Actor]:
        """Return who receives in «حظي X باستقبال من Y»."""
        if self.verb.here.clitic != "ب" or self.verb.key != "receive":
            return []
        source = next((item for _, item in self.verb.clause.right() if item.preposition == "from"), None)
        counted = source is not None and self.verb.scene.words[source.first - 2] in _SOME
        return [] if source is None or counted else source.actors

    def _was_received(self) -> bool:
        """Tell whether the pronoun is the guest: «كان في استقباله X»."""
        here = self.verb.here
        before = self.verb.scene.words[max(0, here.first - 2) : here.first]
        return before[-1:] == ("في",) and before[0].removeprefix("و") in _WAS | _FOUND

    def _to_him(self) -> bool:
        """Tell whether له behind the subject names the object: «استقبال سموه له», «استقبال الأمير X وزير الدفاع له»."""
        behind = self.verb.scene.behind(self.verb.here, _HIM_WITHIN)
        return not _HIM.isdisjoint([*behind, *self.verb.scene.behind(self.bare[0], 1)])


def _is_known_person(item: Item) -> bool:
    """Tell whether *item* names a person behind no preposition."""
    return bool(item.actors) and not item.preposition and item.actors[0].type is EntityType.PER
