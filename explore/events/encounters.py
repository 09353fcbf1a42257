"""Read one by one the two sides of what they share: «لقاء X مع Y», «أجرى X اتصالا بY», «لقائه Y»."""

from __future__ import annotations

from explore.events.calling import NOBODY, Call, find_call
from explore.events.contents import is_chosen
from explore.events.discourse import is_pair
from explore.events.drafts import Sides
from explore.events.gatherings import INTERVIEW
from explore.events.having import Having
from explore.events.items import Role
from explore.events.reach import is_where
from explore.events.signings import SETTING
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

# «مباحثات القاهرة … مع X»: a place has talks only right before «مع».
_WITH_TOKENS = 3
_TOPICS = listed("encounters", "topics")
# «اتفق على عقد قمة»
_ON = "علي"
_CALLS = ("اتصال", "مكالم")
_MEETS = "لقا"
# «تقدما ملموسا في المحادثات»: how far talks went is told so many words before.
_MEASURES = listed("encounters", "measures")
_MEASURED_WITHIN = 4
# «بعد نحو ساعتين من المباحثات»
_LENGTHS = listed("encounters", "lengths")
_LASTED_WITHIN = 5
# «X وY تواصلا هاتفيا» has its pair at most so many items before.
_PAIR_WITHIN = 2
_WITNESSED = tuple(listed("shared", "witnessed"))
# «دعا X Y للقاء Z», «حث X Y على لقاء Z»
_LED = ("ب", "ل")
_LEADING_TO = frozenset(("الي", "علي"))


class Encounter(Having):
    """Read the one side, then the other that faces it."""

    def _is_weak_talks(self) -> bool:
        """Tell whether the noun is «حوار», which often means no talks."""
        return self.noun.is_weak and self.is_talks

    def _is_aim(self) -> bool:
        """Tell whether somebody comes to meet whom the noun names: «سافر X للقاء Y وZ»."""
        meets = self.noun.here.clitic == "ل" and self.noun.form.word.startswith((_MEETS, INTERVIEW))
        return meets and not self.noun.role and bool(self.noun.genitive())

    def _two_sides(self, other: list[Actor]) -> Sides | None:
        """Read the sides one by one: the subject of the verb, the genitive or that of the clause, and *other*."""
        if self.noun.role == "patient":
            return self._received()
        if self.noun.role == "agent":
            return self._made(other)
        genitive = self.noun.genitive()
        return self._of_genitive(genitive, other) if genitive else self._of_clause(other)

    def _received(self) -> Sides | None:
        """Read «تلقى X اتصالا من Y»."""
        source = self.noun.pick(self.groups, "from") or self.noun.pick(self.noun.after, "with")
        return Sides(source + self.noun.clause.continued("from"), self.noun.receiver()) if source else None

    def _made(self, other: list[Actor]) -> Sides:
        """Read «أجرى X اتصالا بY», «عقد X وY اجتماعا»; only a call has one who makes it."""
        agent = self._holder() or self.noun.clause.sent() or self._call().called or self.noun.agent()
        signing = self._signing() if self.is_agreement and not other else []
        if signing:
            return Sides.among(signing)
        if self._is_mere_scene(agent):
            return Sides([], [])
        agent = agent or ((self._reporting() or self._told_of(other)) if other else [])
        if not agent and not other and self._is_held_behind():
            return self._of_clause(other) or Sides([], [])
        other = other or self._meant_to_meet(agent) or self._answered(agent) or self._agreed_with() or self._inviter()
        if self.is_agreement and agent and self._is_witnessed():
            # «شهد X توقيع مذكرة مع Y»: his state signs.
            agent = [self.discourse.homes.get(actor.country or "", actor) for actor in agent]
        if len(agent) > 1 and not other:
            return Sides.among(agent, together=True)
        return Sides(agent, other, mutual=not self._is_made_by_one())

    def _told_of(self, other: list[Actor]) -> list[Actor]:
        """Return of whom the clause tells, in whose meeting it is: «X مستعد للانسحاب من القمة التي ستعقد مع Y»."""
        if self.noun.channel is not Channel.MEETING or not self.noun.form.definite or not self._is_passive_behind():
            return []
        subject = self.noun.clause_subject()
        return subject if _is_one_person(subject) and is_pair([*subject, *other[:1]]) else []

    def _reporting(self) -> list[Actor]:
        """Return the state of whoever tells of talks that nobody is said to hold: «أعلن X أن مباحثات تجري مع Y»."""
        before = self.noun.scene.before(self.noun.place)
        told = before is not None and before.role is Role.THAT and self._is_passive_behind()
        if not told or self.noun.form.definite or self.noun.form.pronoun:
            return []
        homes = (self.discourse.homes.get(one.country or "") for one in self.discourse.current)
        return [home for home in homes if home is not None]

    def _call(self) -> Call:
        """Return who is called upon to do it: «حث X Y على لقاء Z», «دعا X Y إلى بدء مفاوضات مع Z»."""
        items, place = self.noun.scene.items, self.noun.place
        place -= place > 0 and items[place - 1].role is Role.SUPPORT and not items[place - 1].finite
        led = items[place].clitic[-1:] in _LED or (place > 0 and items[place - 1].word in _LEADING_TO)
        if self.noun.form.pronoun or not led:
            return NOBODY
        return find_call(items[:place], self.noun.scene.words, self.discourse.homes)

    def _inviter(self) -> list[Actor]:
        """Return who calls another to meet: «دعا X Y إلى عقد قمة في Z»."""
        return self._call().caller if self.noun.channel is Channel.MEETING else []

    def _is_mere_scene(self, agent: list[Actor]) -> bool:
        """Tell whether a verb says where it was, not who met: «تشهد القاهرة اجتماعا لX»."""
        witnessed = self.support is not None and self.support.form.word.startswith(_WITNESSED)
        return witnessed and len(agent) == 1 and agent[0].type is EntityType.GPE

    def _is_held_behind(self) -> bool:
        """Tell whether a passive verb behind only says where: «بعد جولة محادثات أجريت في القصر»."""
        return self._is_passive_behind() and self.noun.is_adverbial and not self.noun.form.pronoun

    def _is_passive_behind(self) -> bool:
        """Tell whether the verb behind the noun has no subject but that: «مباحثات تجري»."""
        support = self.support
        return support is not None and support.place > self.noun.place and not support.form.pronoun

    def _holder(self) -> list[Actor]:
        """Return whose talk it is that a passive verb tells: «يعقد لقاء X مع Y»."""
        support, place = self.support, self.noun.place
        if support is None or support.place != place - 1 or "masdar" in support.sense.tags or self.noun.here.clitic:
            return []
        if support.form.number != "s" or not self.noun.pick(self.noun.after, "with"):
            return []
        genitive = self.noun.genitive()
        return genitive if genitive and self.noun.after[0].first == self.noun.here.last else []

    def _answered(self, agent: list[Actor]) -> list[Actor]:
        """Return who wrote or phoned before «رد X باتصال»."""
        replies = self.support is not None and self.support.key == "return"
        if not replies or not self.noun.is_instrumental or self.noun.channel is not Channel.CALL:
            return []
        last = self.discourse.by_act.get(Channel.LETTER) or self.discourse.by_act.get(Channel.CALL, [])
        return [actor for actor in last[:1] if actor not in agent]

    def _meant_to_meet(self, agent: list[Actor]) -> list[Actor]:
        """Return whom the noun names where its verb only tells what somebody has in mind: «يعتزم X لقاء Y»."""
        ended = self.noun.is_instrumental and self.support is not None and bool(self.support.form.pronoun)
        if not self.noun.form.word.startswith(_MEETS) or not (self.noun.before or ended):
            return []
        genitive = self.noun.genitive()
        return genitive if agent and genitive and not self.noun.after[0].is_place and genitive != agent else []

    def _agreed_with(self) -> list[Actor]:
        """Return with whom somebody agreed to meet: «اتفق X مع Y على عقد قمة»."""
        assert self.support is not None
        held = any("masdar" in sense.tags for sense in self.noun.scene.items[self.support.place].senses)
        if self.is_agreement or not held or self.support.place > self.noun.place:
            return []
        if self.noun.scene.words[self.noun.scene.items[self.support.place].first - 1] != _ON:
            return []
        between = (item for item in self._since_verb() if item.preposition == "with" and not item.is_place)
        return next((item.actors for item in between if item.actors), [])

    def _is_made_by_one(self) -> bool:
        """Tell whether one side made it: a call, also by video («اتصال مرئي»)."""
        return self.noun.channel is Channel.CALL or self.noun.form.word.startswith(_CALLS)

    def _of_genitive(self, side: list[Actor], other: list[Actor]) -> Sides | None:
        """Read «لقاء X مع Y», «لقاء X وY», and «لقاء X», whom the subject of the clause met."""
        in_place = self.noun.after[0].is_place
        other = other or (self._met_behind() if _is_one_person(side) else [])
        if other and in_place and not self._is_beside(other):
            return None
        if other:
            return None if in_place and other[0].type is not EntityType.GPE else Sides(side, other, mutual=True)
        if is_pair(side) and not self._is_aim():
            return Sides.among(side)
        if in_place or side[0].type is EntityType.ORG:
            return None
        comer = self.noun.clause.sent() or self._visiting() or self._call().called or self.noun.clause_subject()
        if is_pair(side) and not (comer and comer[0].type is EntityType.PER):
            return Sides.among(side)
        return Sides(comer, side, mutual=True)

    def _met_behind(self) -> list[Actor]:
        """Return whom the genitive met: «لقاء X في إسطنبول يوم الاثنين Y»."""
        between = self.noun.scene.items[self.noun.place + 2 :]
        item = next((item for item in between if item.role not in SETTING and not is_where(item)), None)
        if item is None or item.role is not Role.GROUP or item.preposition or item.is_place or item.clitic:
            return []
        return item.actors

    def _is_beside(self, other: list[Actor]) -> bool:
        """Tell whether *other* stands right behind the genitive."""
        partner = next((item for item in self.noun.after if item.actors is other), None)
        return partner is not None and partner.first - self.noun.after[0].last <= _WITH_TOKENS

    def _of_clause(self, other: list[Actor]) -> Sides | None:
        """Read «لقائه Y», «في لقاء مع Y»: the subject of the clause is the one side."""
        side = self.noun.owner() or self._given(other) or (self._had() if other else [])
        if is_pair(other) and any(item.actors == other and item.preposition == "to" for item in self.noun.after):
            # «أول قمة للكوريتين» is theirs.
            return Sides.among(other)
        if self.noun.form.pronoun:
            if self.noun.form.pronoun != "هما":
                other = other or next((item.actors for item in self.noun.bare_after() if not item.is_place), [])
            if self.noun.form.pronoun == "هما" and not set(side).isdisjoint(other):
                # «الوزيران في لقائهما مع X»: two others than those named before.
                return Sides([], [])
            if len(side) > 1 and not other:
                return Sides.among(side, together=True)
        if not side and not other and self.support is None:
            side = self._pair_before() or self._pair_after()
        if not other and self.noun.is_adverbial:
            other = self._inviter() or self._object_of_clause()
        other = other or self._spoken_to_there()
        unsaid = not side and self.noun.form.pronoun != "ه"
        if unsaid and not self._is_weak_talks() and (other or self.noun.is_adverbial) and not self._stands_alone():
            side = self._call().called or self._sides_of_talks(self.noun.clause_subject(), other)
        if not other and is_pair(side) and self._may_face(side):
            return Sides.among(side)
        if len(side) > 1 and other and self._stands_definite() and not self._is_agreed_on():
            return None
        return Sides(side, other, mutual=True)

    def _is_agreed_on(self) -> bool:
        """Tell whether the noun is what several agreed or wish to do: «اتفقا على الاجتماع مع X»."""
        if self.noun.scene.word_before(self.noun.here) not in _LEADING_TO or self.noun.form.number != "s":
            return False
        verb = self.noun.scene.before(self.noun.place - 1)
        return verb is not None and verb.finite and not self.noun.after[0].is_place

    def _sides_of_talks(self, subject: list[Actor], other: list[Actor]) -> list[Actor]:
        """Return who has talks: for «قال X إن المفاوضات مع Y» the state of X unless Y is a person, else the subject."""
        before = self.noun.scene.before(self.noun.place)
        told = before is not None and before.role is Role.THAT and self.noun.form.definite
        met = any(actor.type is EntityType.PER for actor in other)
        if met or not self.is_talks or self.noun.form.pronoun or not subject:
            return subject
        if self._is_measured():
            return [self.discourse.homes.get(actor.country or "", actor) for actor in subject]
        if not told:
            return subject
        return [state for state in self.discourse.states if state.country == subject[0].country][-1:]

    def _is_measured(self) -> bool:
        """Tell whether only how far the talks of states went is told: «أعلن X تقدما في المحادثات مع Y»."""
        if self.support is not None or not self.noun.form.definite:
            return False
        words, first = self.noun.scene.words, self.noun.here.first
        measured = words[max(0, first - _MEASURED_WITHIN) : first]
        return measured[-1:] == ("في",) and not _MEASURES.isdisjoint(measured)

    def _stands_alone(self) -> bool:
        """Tell whether the noun opens its clause: «المفاوضات مع X لم تتقدم» does not say whose they are."""
        if not self.noun.form.definite or self.noun.form.pronoun or self.support is not None:
            return False
        if self.noun.here.clitic not in ("", "و"):
            return False
        before = self.noun.scene.before(self.noun.place)
        if before is not None and self.noun.channel is Channel.CALL and is_chosen(before):
            return False
        if before is not None and before.role is Role.PREPOSITION:
            return self.is_talks and self.noun.scene.word_before(self.noun.here) in _TOPICS
        return before is None or before.role is not Role.THAT

    def _pair_after(self) -> list[Actor]:
        """Return the two who had talks of so long: «بعد ساعات من المحادثات، أعلن X وY»."""
        words, first = self.noun.scene.words, self.noun.here.first
        told = {word.lstrip("و") for word in words[max(0, first - _LASTED_WITHIN) : first]}
        if words[first - 1] != "من" or not self.noun.form.definite or told.isdisjoint(_LENGTHS) or "بعد" not in told:
            return []
        after = self.noun.clause.person_after()
        return after if is_pair(after) else []

    def _pair_before(self) -> list[Actor]:
        """Return the pair right before «تواصلا هاتفيا», which may be read as a noun."""
        near = [item for _, item in self.noun.clause.left()][:_PAIR_WITHIN]
        bare = (item.actors for item in near if item.role is Role.GROUP and not item.preposition)
        return next((actors for actors in bare if is_pair(actors)), [])


def _is_one_person(side: list[Actor]) -> bool:
    """Tell whether *side* is one person."""
    return len(side) == 1 and side[0].type is EntityType.PER
