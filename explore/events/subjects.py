"""Tell the subject of a verb from its object, by their order and by the pronoun attached to the verb."""

from __future__ import annotations

from typing import NamedTuple

from explore.events.complements import Verb
from explore.events.discourse import is_pair
from explore.events.items import Item, Role
from explore.model import Actor, Channel, EntityType

_WAS = frozenset(("كان", "كانت", "يكون"))
# «يلتقي خلالها X» goes on about who visits.
_IN_IT = frozenset(("خلالها", "خلاله", "اثناءها", "اثناءه"))
# «له» stands at most so many words behind a masdar: «استقبال سموه له».
_HIM = frozenset(("له", "لها"))
_HIM_WITHIN = 3
_COUPLE = 2
# «البطولة التي تستضيفها X»: a thing is held there.
_RECEIVING = frozenset(("receive", "host"))
# «التقى X [بالخاطفين]»: whom nobody names.
_WITH_THE = "بال"
_GOING = "متوجه"
_AS_WELL = "كما"
_GREETERS = "مستقبلي"
_INTENDING = frozenset(("يعتزم", "تعتزم", "ينوي", "تنوي", "يخطط", "تخطط", "يعتزمان", "ينويان"))
# «ناقش كل من X وY وZ».
_EACH = frozenset(("كل", "كلا", "من"))
# «أنه بحث التطورات مع X»: the pronoun is the subject.
_HE = ("نه", "نها")
# Whoever stands behind these verbs does it, capitals too: «تتفاوض بغداد مع أنقرة».
_OF_STATES = frozenset((Channel.TALKS, Channel.AGREEMENT))


class Roles(NamedTuple):
    """Hold the subject and the object of a verb."""

    subject: list[Actor]
    object: list[Actor]


class Subjects:
    """Read who is the subject and who the object of a verb."""

    def __init__(self, verb: Verb) -> None:
        """Prepare for *verb*."""
        self.verb = verb
        self.discourse = verb.scene.discourse
        self.pronoun = verb.sense.form.pronoun
        self.bare = [item for item in verb.bare() if not self._mere_place(item) and not self._is_too_far(item)]
        self.first = self.bare[0].actors if self.bare else []
        self.left = [] if verb.is_masdar else self._left()

    def read(self) -> Roles:
        """Return subject and object; a role that nobody has is empty."""
        if self.verb.is_masdar:
            return self._of_masdar()
        if self.pronoun:
            return self._with_pronoun()
        by = self.verb.by()
        if by:
            return Roles(by, self.left or self._first_or_speaker())
        if self.left:
            return Roles(self.left, self.first)
        return self._behind()

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

    def _left(self) -> list[Actor]:
        """Return the subject before the verb; nobody goes anywhere as a mere place."""
        left = self.verb.clause.subject_left()
        if left is None or (left.is_place and self.verb.channel is Channel.VISIT):
            return []
        return left.actors

    def _first_or_speaker(self) -> list[Actor]:
        """Return the first group behind the verb, else the subject that goes on."""
        return self.first or self.discourse.speaker()

    def _behind(self) -> Roles:
        """Read a verb with nobody before it: «التقى X Y», «التقى الرئيسان», «التقيا»."""
        if self._is_said_of_speaker() or self._goes_on_in_it():
            return Roles(self.discourse.speaker(), self.first)
        if self.verb.is_mutual and (is_pair(self.first) or self._are_many()):
            return Roles(self.first, [])
        if len(self.bare) > 1 and self._go_on():
            return Roles(self.discourse.speaker(), [*self.first, *self.bare[1].actors])
        if len(self.bare) > 1:
            return Roles(self.first, self.bare[1].actors)
        if self.bare and self._has_unknown_object():
            return Roles(self.first, [])
        if self.bare and self._lacks_object():
            return Roles(self.discourse.speaker(), self.first)
        if not self.bare and self.verb.sense.form.number == "d":
            return Roles(self._the_two(), [])
        return Roles(self._first_or_speaker(), [])

    def _is_said_of_speaker(self) -> bool:
        """Tell whether «أنه» brings the subject, and no group stands right behind the verb: «إنه بحث مع X ملف Y»."""
        before = self.verb.scene.before(self.verb.place)
        if before is None or before.role is not Role.THAT or not before.word.endswith(_HE):
            return False
        return bool(self.bare) and self.bare[0].first != self.verb.here.last

    def _goes_on_in_it(self) -> bool:
        """Tell whether who goes on met the one group behind the verb: «يلتقي خلالها X وY», «التقى نظيره X وY»."""
        if len(self.bare) != 1 or "object" not in self.verb.act["recipient"] or not is_pair(self.first):
            return False
        speaker = self.discourse.speaker()
        told = bool(self.discourse.current) and not _IN_IT.isdisjoint(self.verb.scene.behind(self.verb.here, 1))
        told = told or bool(self.bare[0].phrases[0].counterpart)
        return told and bool(speaker) and not set(speaker) & set(self.first)

    def _are_many(self) -> bool:
        """Tell whether the one group behind the verb has three or more, who did it together: «اجتمع وزراء خارجية …»."""
        between = self.verb.scene.words[self.verb.here.last : self.bare[0].first] if len(self.bare) == 1 else None
        return between is not None and len(self.first) > _COUPLE and _EACH.issuperset(between)

    def _go_on(self) -> bool:
        """Tell whether both groups are objects of a verb that only goes on: «وهنأ X بـ…، وY بـ…»."""
        before = self.verb.scene.before(self.verb.place)
        as_well = before is not None and before.word == _AS_WELL and self._has_host()
        joined = self.bare[1].clitic[:1] == "و" and (as_well or self.verb.here.clitic[:1] == "و")
        return joined and "object" in self.verb.act["recipient"]

    def _has_host(self) -> bool:
        """Tell whether the subject that goes on is of another state than both behind the verb: «كما التقى X، وY»."""
        states = {actor.country for actor in self.discourse.speaker()}
        return bool(states) and states.isdisjoint(actor.country for item in self.bare[:2] for actor in item.actors)

    def _has_unknown_object(self) -> bool:
        """Tell whether nobody known stands right behind the subject as object: «يلتقي X قادة القوى»."""
        items = self.verb.scene.items
        place = next(at for at, item in enumerate(items) if item is self.bare[0]) + 1
        following = items[place] if place < len(items) else None
        if following is None or following.first != self.bare[0].last:
            return False
        if following.role is Role.GROUP:
            return not following.actors and not following.preposition and not following.clitic
        unnamed = self.verb.key == "meet" and following.word.startswith(_WITH_THE)
        return following.role is Role.WORD and (unnamed or self.verb.scene.acts.opens_unnamed(following.word))

    def _lacks_object(self) -> bool:
        """Tell whether the verb takes an object that no preposition brings, so that its one group is that."""
        sources = (*self.verb.act["sender"], *self.verb.act["recipient"])
        return "object" in sources and not self.verb.argument("with") and not self.verb.argument("to")

    def _the_two(self) -> list[Actor]:
        """Return whom a dual verb without a subject means: the pair that goes on, else the two latest people."""
        speaker = self.discourse.speaker()
        return speaker if is_pair(speaker) else self._two_here() or self.discourse.the_two()

    def _two_here(self) -> list[Actor]:
        """Return the only two whom the sentence names before the verb: «وكان X في استقبال Y قبل أن يوقعا اتفاقا»."""
        items = self.verb.scene.items[: self.verb.place]
        named = [actor for item in items if item.role is Role.GROUP for actor in item.actors]
        people = list(dict.fromkeys(actor for actor in named if actor.type is EntityType.PER))
        return people if is_pair(people) else []

    def _with_pronoun(self) -> Roles:
        """Read «X الذي استقبله Y»: the pronoun is the group before; else the latest other person."""
        if self.left and self.bare:
            guest = self.verb.meant(self.first[0]) if self._means_nobody_of(self.left) else self.left
            return Roles(self.first, guest)
        if self._tells_of_stranger():
            return Roles([], [])
        two = self._two_before() if self.verb.sense.form.number == "d" else []
        if two:
            return Roles(two, [actor for actor in self.discourse.speaker() if actor not in two])
        if not self._first_or_speaker():
            return Roles([], [])
        subject = self.left or self._first_or_speaker()
        return Roles(subject, self.verb.meant(subject[0]))

    def _means_nobody_of(self, left: list[Actor]) -> bool:
        """Tell whether «ه» cannot mean the state before it: «زيارة X لمصر التي يستقبله خلالها Y»."""
        return self.pronoun == "ه" and left[0].type is EntityType.GPE and self.verb.channel is not Channel.VISIT

    def _tells_of_stranger(self) -> bool:
        """Tell whether the pronoun is somebody whom nobody knows: «المسؤولون الذين التقاهم X»."""
        before = self.verb.scene.items[max(0, self.verb.place - 2) : self.verb.place]
        if len(before) < _COUPLE or before[1].role is not Role.RELATIVE:
            return False
        thing = before[0].role is Role.WORD and self.pronoun == "ها" and self.verb.key in _RECEIVING
        return thing or (before[0].role is Role.GROUP and not before[0].actors)

    def _two_before(self) -> list[Actor]:
        """Return the pair right before a dual verb: «من أخويه X وY، هنآه»."""
        before = (item.actors for _, item in self.verb.clause.left() if item.role is Role.GROUP)
        nearest = next(before, [])
        return nearest if len(nearest) == _COUPLE else []

    def _of_masdar(self) -> Roles:
        """Read a verbal noun: «استقباله X», «استقبال X من قبل Y», «استقبال X له», «استقبال X Y»."""
        if self.pronoun:
            return self._of_masdar_with_pronoun()
        definite = self.verb.sense.form.definite
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
            return Roles(self._intending(), [])
        return Roles([], [])

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
        host = subject.actors if subject is not None and named else self.discourse.speaker()
        return Roles(host, self._guest() if self._has_guest_beside() else self.first or self._guest())

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
        source = (item for _, item in self.verb.clause.right() if item.preposition == "from")
        return next((item.actors for item in source), [])

    def _was_received(self) -> bool:
        """Tell whether the pronoun is the guest: «كان في استقباله X»."""
        here = self.verb.here
        before = self.verb.scene.words[max(0, here.first - 2) : here.first]
        return before[-1:] == ("في",) and before[0].lstrip("و") in _WAS

    def _to_him(self) -> bool:
        """Tell whether له behind the subject names the object: «استقبال سموه له», «استقبال الأمير X وزير الدفاع له»."""
        behind = self.verb.scene.behind(self.verb.here, _HIM_WITHIN)
        return not _HIM.isdisjoint([*behind, *self.verb.scene.behind(self.bare[0], 1)])


def _is_known_person(item: Item) -> bool:
    """Tell whether *item* names a person behind no preposition."""
    return bool(item.actors) and not item.preposition and item.actors[0].type is EntityType.PER
