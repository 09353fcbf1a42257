"""Find what belongs to a verb that is an act: its groups behind prepositions, its destination, its pronouns."""

from __future__ import annotations

from collections.abc import Sequence, Set

from explore.events.items import Item, Role
from explore.events.parties import SPEAKING
from explore.events.scene import Scene
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import Actor, Channel, EntityType

# Which prepositions and which pronouns bring the argument that acts.toml names.
_PREPOSITIONS = {"to": ("to",), "with": ("with", "at"), "from": ("from",)}
_PRONOUNS = {"to": ("to_pronoun", "dative_pronoun"), "with": ("with_pronoun", "at_pronoun")}
# Where the state visited may stand, by what the verb needs; "" is a bare group.
_DESTINATIONS = {"to": ("to",), "in": ("place", "at"), "from": ("from",), "bare": ("",)}
_ANY_DESTINATION = ("to", "")
# Verbs on which a pronoun is where somebody comes.
_COMING = frozenset(("visit", "arrive", "head_for"))
# «على شرف X», «على شرفه»
_HONOURS = frozenset(("شرف", "لشرف"))
_HONOURS_OWNED = frozenset(("شرفه", "شرفها"))
_BEFORE_OR_AFTER = listed("shared", "before_or_after")
_CONFERENCES = frozenset(("موتمر", "الموتمر"))
_TALKS = frozenset(("noun.meeting", "noun.talks", "noun.call"))
# A place so far behind a verb no longer says to whom: «كتب إلى … إلى موسكو».
_FAR_PLACE = 4
# «حل X ضيفا على المملكة».
_SENT = frozenset((Channel.LETTER, Channel.CALL))
_GUEST_OF = ("ضيفا", "علي")
_LEAVING = ("غادر", "يغادر", "تغادر")
# «بكل منهما», within so many words of the verb.
_EACH_OF_TWO = frozenset(tuple(group.split()) for group in listed("complements", "each_of_two"))
_EACH_WITHIN = 4
_BY = listed("complements", "by")
_COUPLE = 2
_COUNTRY = frozenset(("البلاد", "للبلاد"))
# «جاء ثانيا حزب X الموالي لY»: whoever comes goes «إلى».
_CAME = ("جاء", "ياتي", "تاتي")
# A place so close behind إلى is where that leads: «إلى العاصمة الروسية موسكو».
_LED = 5

# «هاتفه» is no lady.
_HIM = "ه"


class Verb:
    """Hold a verb that is an act, and look for its arguments."""

    def __init__(self, scene: Scene, place: int, sense: Sense) -> None:
        """Prepare for the verb at *place*."""
        self.scene = scene
        self.place = place
        self.sense = sense
        self.key = sense.key.removeprefix("verb.")
        self.act = scene.acts.verbs[self.key]
        self.channel = Channel(self.act["channel"])
        self.here = scene.items[place]
        self.clause = scene.clause(place)
        self.is_masdar = "masdar" in sense.tags
        self.is_definite_masdar = self.is_masdar and sense.form.word.startswith("ال")
        self.is_mutual = bool(self.act.get("mutual"))

    def bare(self) -> list[Item]:
        """Return the groups without preposition behind the verb; a second title of the same person is no other."""
        groups = [item for _, item in self.clause.bare_right()]
        return [item for place, item in enumerate(groups) if not place or not _are_same(item, groups[place - 1])]

    def argument(self, source: str) -> list[Actor]:
        """Return the argument that acts.toml calls *source*: to, with, place or honoured."""
        if source == "place":
            return self._destination()
        if source == "honoured":
            return self._honoured()
        if source == "with" and self._is_each_of_two():
            return self._the_two_others()
        named = False
        for _, item in self.clause.right():
            named = named or (item.role is Role.GROUP and not item.preposition and bool(item.actors))
            if named and source == "with" and self._is_another_talk(item):
                return []
            if self._governs(item, source):
                return item.actors + self.clause.continued(source)
            if item.role is Role.PRONOUN and item.key in _PRONOUNS.get(source, ()):
                return self._meant_by_preposition(item)
        return []

    def _honoured(self) -> list[Actor]:
        """Return for whom a dinner is given: «على شرف X», «تكريما لX», «لX», «له»."""
        for _, item in self.clause.right():
            if item.role is Role.PRONOUN and item.key == "dative_pronoun":
                return self._meant_by_preposition(item)
            if item.word in _HONOURS_OWNED:
                return self.scene.discourse.other(*self.scene.discourse.speaker())
            if item.role is not Role.GROUP or not item.actors or item.is_place:
                continue
            if item.clitic[-1:] == "ل" or self.scene.word_before(item) in _HONOURS:
                return item.actors
        return []

    def _is_each_of_two(self) -> bool:
        """Tell whether the verb is of both named before: «اجتمع بكل منهما على حدة»."""
        behind = self.scene.behind(self.here, _EACH_WITHIN)
        return any(tuple(behind[at : at + 2]) in _EACH_OF_TWO for at in range(len(behind)))

    def _the_two_others(self) -> list[Actor]:
        """Return the two latest people but the subject."""
        left, bare = self.clause.subject_left(), self.bare()
        subject = left.actors if left is not None else bare[0].actors if bare else self.scene.discourse.speaker()
        return [actor for actor in self.scene.discourse.people if actor not in subject][-_COUPLE:]

    def _is_another_talk(self, item: Item) -> bool:
        """Tell whether *item* is a talk before or after this one: «التقى X Y قبل قمته مع Z»."""
        talks = item.role is Role.ACT and any(sense.key in _TALKS for sense in item.senses)
        return talks and item.word not in _CONFERENCES and self.scene.word_before(item) in _BEFORE_OR_AFTER

    def _governs(self, item: Item, source: str) -> bool:
        """Tell whether *item* is the group behind «إلى», «مع»: no place but one right behind «إلى» or «مع»."""
        if item.role is not Role.GROUP or not item.actors or item.preposition not in _PREPOSITIONS.get(source, ()):
            return False
        if not item.is_place:
            return True
        return item.preposition == "with" or (source == "to" and item.first - self.here.last <= _FAR_PLACE)

    def _meant_by_preposition(self, pronoun: Item) -> list[Actor]:
        """Return whom «إليه», «معه» mean; «كتب إليه» goes to who got the letter before."""
        bare = self.bare()
        subject = bare[0].actors if bare else self.scene.discourse.speaker()
        if not subject:
            return []
        got = self.scene.discourse.by_act.get(Channel.LETTER, [])[1:]
        if self.channel is Channel.LETTER and got and got[0].country != subject[0].country:
            return got
        return self.meant(subject[0], him=pronoun.word.endswith(_HIM))

    def _destination(self) -> list[Actor]:
        """Return the state visited: a place or state after إلى or ل, or bare where the verb takes one."""
        if self.key in _COMING and self.sense.form.pronoun and not self.is_masdar:
            return self._there()
        toward: int | None = None
        other: list[Actor] = []
        last = self.here.last
        for place, item in self.clause.right():
            if item.role is Role.PREPOSITION and item.key == "to":
                toward = item.last
            if self._leaves() and any(sense.key == "noun.visit" for sense in item.senses):
                # «غادر X مختتما زيارة لY» leaves what was visited.
                return self._at_host()
            if item.role is not Role.GROUP:
                continue
            led = toward is not None and item.first - toward < _LED
            if not item.preposition and not led and self.clause.of_noun(place):
                continue
            if self.scene.words[item.first] in _COUNTRY:
                self._settle_country(item)
            if self.key == "land" and item.actors and self._is_guest_of(item):
                return self._home_of(item.actors[0])
            if _is_visited(item) and self._leads_to(item, led=led, beside=item.first == last):
                if not self._is_of_visit(place):
                    return item.visited
                other = other or item.visited
            last = item.last
        return other or self._at_host()

    def _is_guest_of(self, item: Item) -> bool:
        """Tell whether somebody came as a guest of whom *item* names: «حل X ضيفا على Y»."""
        return tuple(self.scene.words[item.first - 2 : item.first]) == _GUEST_OF

    def _home_of(self, host: Actor) -> list[Actor]:
        """Return the state of the *host*, which may be one itself."""
        if host.type is EntityType.GPE:
            return [host]
        home = self.scene.discourse.homes.get(host.country or "")
        return [] if home is None else [home]

    def _there(self) -> list[Actor]:
        """Return the place before «التي زارها», else where the latest visit went: «حيث وصلها الاثنين»."""
        if self.place > 1 and self.scene.items[self.place - 1].role is Role.RELATIVE:
            town = self.scene.items[self.place - 2]
            return town.visited if town.role is Role.GROUP and town.is_place else []
        return self.scene.discourse.destination if self.sense.form.pronoun == "ها" else []

    def _is_of_visit(self, place: int) -> bool:
        """Tell whether the place belongs to a visit right before it: «يتوجه بعد زيارته لX إلى Y»."""
        before, here = self.scene.items[place - 1], self.scene.items[place]
        return before.last == here.first and any(sense.key == "noun.visit" for sense in before.senses)

    def _leaves(self) -> bool:
        """Tell whether the verb says what somebody leaves: «غادر»."""
        return self.scene.words[self.here.first].lstrip("وف").startswith(_LEAVING)

    def _settle_country(self, item: Item) -> None:
        """Let «البلاد» mean where the latest visit went, where the visitor is from the state that it means else."""
        subject = self.clause.subject_left()
        visitors = subject.actors if subject is not None else self.scene.discourse.speaker()
        homes = {actor.country for actor in visitors}
        abroad = [place for place in self.scene.discourse.destination if homes and place.country not in homes]
        if abroad and (not item.actors or item.actors[0].country in homes):
            item.actors = abroad

    def _at_host(self) -> list[Actor]:
        """Return the state of the host in «استقبل X Y لدى وصوله», where it was named."""
        before = self.scene.before(self.place)
        told = before is not None and before.role is Role.PREPOSITION
        discourse = self.scene.discourse
        if not told or self.key != "arrive" or not self.is_masdar or discourse.parties_at != discourse.sentence:
            return []
        if not any(map(self._is_reception, self.scene.items[: self.place])):
            return []
        guest = self.clause.nearest_subject()
        hosts = [actor for actor in discourse.parties if guest is not None and actor not in guest.actors]
        return [discourse.homes[host.country] for host in hosts if len(hosts) == 1 and host.country is not None]

    def _is_reception(self, item: Item) -> bool:
        """Tell whether *item* is a verb whose subject is the host: «استقبل»."""
        keys = (sense.key.removeprefix("verb.") for sense in item.senses if sense.key.startswith("verb."))
        return any(self.scene.acts.verbs[key].get("host") for key in keys)

    def _leads_to(self, item: Item, *, led: bool, beside: bool) -> bool:
        """Tell whether the verb leads to the place *item*: «زار موسكو», «وصل إلى موسكو», «وصل X موسكو»."""
        if self.here.word.lstrip("وف").startswith(_CAME) and item.clitic[-1:] == "ل":
            return False
        if item.preposition in _DESTINATIONS.get(self.act.get("needs", ""), _ANY_DESTINATION):
            return True
        return not item.preposition and (led or (beside and self.key == "arrive"))

    def by(self) -> list[Actor]:
        """Return who did it in a passive clause: after من قبل، من طرف، من جانب، من لدن."""
        if self.channel is Channel.VISIT:
            return []
        for _, item in self.clause.right():
            if item.role is Role.ACT:
                return []
            if item.actors and item.preposition == "from" and self.scene.word_before(item) in _BY:
                return item.actors
        return []

    def meant(self, subject: Actor, *, him: bool = False) -> list[Actor]:
        """Return whom a pronoun means: the subject of the sentence before, else the latest other person.

        It is of a man where a preposition bears *him*: «معه».
        """
        discourse = self.scene.discourse
        # «التقى X Y الذي دعاه»: what is told of Y goes back to X.
        ladies = discourse.ladies if him or self._means_him() else frozenset()
        main = discourse.main if discourse.current == [subject] else []
        if main and main[0].type is not EntityType.PER:
            # Who is told of bears no name: «المبعوثة الكورية».
            return []
        back = _foreign(main, subject, ladies)
        if not back and self.key == "receive":
            # «اجتمع X بY، كما استقبله Z»: who travels is received.
            back = _foreign(discourse.current, subject, ladies)
        if back:
            return back
        topic = (discourse.addressee(subject) if self.channel in _SENT else []) or discourse.subject[:1]
        near = self._beside(subject, ladies) or _foreign(topic, subject, ladies)
        return near or _foreign(discourse.people[::-1], subject, ladies)

    def _means_him(self) -> bool:
        """Tell whether the pronoun on the verb is a man: «هاتفه»; in «X الذي استقبلته» it is X."""
        before = self.scene.before(self.place)
        return self.sense.form.pronoun == _HIM and (before is None or before.role is not Role.RELATIVE)

    def _beside(self, subject: Actor, ladies: Set[str]) -> list[Actor]:
        """Return the nearest person of another state who stands before the verb in its sentence."""
        for item in reversed(self.scene.items[: self.place]):
            if item.role is Role.GROUP and item.preposition != "other":
                nearest = _foreign(item.actors[::-1], subject, ladies)
                if nearest:
                    return nearest
        return []


def _is_visited(item: Item) -> bool:
    """Tell whether *item* is a place in a state, or «البلدين»."""
    seated = item.phrases[0].pair or item.phrases[0].organisation is not None
    states = seated and all(actor.type is EntityType.GPE for actor in item.actors)
    return bool(item.visited) and (item.is_place or states)


def _are_same(item: Item, other: Item) -> bool:
    """Tell whether two groups name the same people, under whatever titles."""
    return [actor.id for actor in item.actors] == [actor.id for actor in other.actors]


def _foreign(actors: Sequence[Actor], subject: Actor, ladies: Set[str]) -> list[Actor]:
    """Return the first person among *actors* of another state than *subject* and none of the *ladies*."""
    people = (actor for actor in actors if actor.type is EntityType.PER and actor.id not in ladies)
    found = (actor for actor in people if actor.country != subject.country and actor.office not in SPEAKING)
    return next(([actor] for actor in found), [])
