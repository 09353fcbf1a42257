"""Hold a verb that is an act, and find where one of going leads: «وصل إلى X», «زار X», «زار القوات في X»."""

from __future__ import annotations

from explore.entities.offices import HEADS
from explore.events.items import Item, Role
from explore.events.leftward import ADVERBS
from explore.events.reach import names_person
from explore.events.scene import Scene
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import Actor, Channel, EntityType

# Where the state visited may stand, by what the verb needs; "" is a bare group.
_DESTINATIONS = {"to": ("to",), "in": ("place", "at"), "from": ("from",), "bare": ("",)}
_ANY_DESTINATION = ("to", "")
# Verbs on which a pronoun is where somebody comes.
_COMING = frozenset(("visit", "arrive", "head_for"))
# Whoever does one of these may see a thing in another state; behind these prepositions no place is where it stands.
SEEING = frozenset(("visit", "inspect"))
# «وسنغافورة ثالث دولة يزورها X»: ordinal and noun stand so many words before the verb.
_ORDINALS = listed("shared", "superlatives") | listed("shared", "ordinals")
_STOPS = listed("going", "stops")
_STOP_WITHIN = 4
_ELSEWHERE = frozenset(("to", "with", "from"))
# «حل X ضيفا على المملكة»
_GUEST_OF = ("ضيفا", "علي")
_LEAVING = ("غادر", "يغادر", "تغادر")
_COUNTRY = frozenset(("البلاد", "للبلاد"))
# «جاء ثانيا حزب X الموالي لY»: whoever comes goes «إلى».
_CAME = ("جاء", "ياتي", "تاتي", "جاءت", "اتي", "اتت")
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_WHEN = frozenset(("بعد", "قبل", "عقب", "اثر", "خلال", "غداه", "عشيه", "قبيل", "وسط"))
# «وفي الدوحة،» are three items.
_FRONT = 3
# A place so close behind إلى is where that leads: «إلى العاصمة الروسية موسكو».
_LED = 5


class Going:
    """Hold a verb that is an act, and look for the state to which it leads."""

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
        # Whose guest somebody is: «حل X ضيفا على Y».
        self.received_by: list[Actor] = []

    def bare(self) -> list[Item]:
        """Return the groups without preposition behind the verb; a second title of the same person is no other."""
        groups = [item for place, item in self.clause.bare_right() if not self._is_made(item, place)]
        return [item for place, item in enumerate(groups) if not place or not _are_same(item, groups[place - 1])]

    def _is_made(self, item: Item, place: int) -> bool:
        """Tell whether *item* only tells what somebody named before becomes: «هنأ X بانتخاب Y رئيسا لZ»."""
        word = self.scene.words[item.first]
        if len(item.actors) != 1 or not item.phrases[0].offices or not word.endswith("ا") or word.startswith("ال"):
            return False
        return any(item.actors[0] in before.actors for before in self.scene.items[self.place + 1 : place])

    def destination(self) -> list[Actor]:
        """Return the state visited: a place or state after إلى or ل, or bare where the verb takes one."""
        if self._comes_about():
            return []
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
                self.received_by = item.actors if names_person(item) else []
                home = self._home_of(item.actors[0])
                if home:
                    return home
            if _is_visited(item) and self._leads_to(item, led=led, beside=item.first == last):
                if not self._is_of_visit(place):
                    return item.visited
                other = other or item.visited
            last = item.last
        return other or self._inside() or self._at_host() or self._fronted()

    def _comes_about(self) -> bool:
        """Tell whether a thing came about, and nobody came: «وجاء الاتصال بعد أسبوع على زيارة», «جاء القرار قبل»."""
        if self.here.word.lstrip("وف") not in _CAME or self.place + 2 >= len(self.scene.items):
            return False
        thing, behind = self.scene.items[self.place + 1 : self.place + 3]
        named = thing.role is Role.WORD and thing.word.startswith("ال") and behind.word in _WHEN
        return (thing.role is Role.ACT and not thing.finite) or thing.word in _THIS or named

    def _fronted(self) -> list[Actor]:
        """Return the state that opens the sentence, where nothing else tells where somebody came: «وفي X، وصل Y»."""
        items = self.scene.items[: self.place]
        if self.key != "arrive" or len(items) < _FRONT or items[0].key != "place" or items[2].role is not Role.COMMA:
            return []
        told = any(item.role is Role.GROUP and item.is_place for item in items[_FRONT:])
        led = any(item.key == "to" or (item.is_place and item.preposition != "from") for _, item in self.clause.right())
        return items[1].visited if items[1].is_place and not told and not led else []

    def _inside(self) -> list[Actor]:
        """Return the state of a thing that is visited there: «زار X القوات الفرنسية في Z», «تفقد X مصنعا بZ»."""
        if self.key not in SEEING or self.sense.form.pronoun:
            return []
        subject = self.clause.subject_left()
        seen = False
        for _, item in self.clause.right():
            if item.role is Role.GROUP and item.is_place and item.preposition in _DESTINATIONS["in"]:
                return item.visited if seen else []
            thing = item.role is Role.WORD and item.word not in ADVERBS
            body = item.role is Role.GROUP and not names_person(item) and not item.preposition
            seen = seen or thing or (body and subject is not None)
            subject = subject or (item if item.role is Role.GROUP and item.actors else None)
            if item.role in (Role.ACT, Role.SUPPORT) or item.key in _ELSEWHERE:
                return []
        return []

    def _is_guest_of(self, item: Item) -> bool:
        """Tell whether somebody came as a guest of whom *item* names: «حل X ضيفا على Y»."""
        return tuple(self.scene.words[item.first - 2 : item.first]) == _GUEST_OF

    def _home_of(self, host: Actor) -> list[Actor]:
        """Return the state of the *host*, which may be one itself."""
        if host.type is EntityType.GPE:
            return [host]
        # Whoever leads an organisation receives no one in the state that they are from.
        home = self.scene.discourse.homes.get(host.country or "") if host.office not in HEADS else None
        return [] if home is None else [home]

    def _there(self) -> list[Actor]:
        """Return the place before «التي زارها», else where the latest visit went: «حيث وصلها الاثنين»."""
        if self.place > 1 and self.scene.items[self.place - 1].role is Role.RELATIVE:
            town = self.scene.items[self.place - 2 - (self.scene.items[self.place - 2].role is Role.COMMA)]
            return town.visited if town.role is Role.GROUP and town.is_place else []
        stop = self._stop_before()
        if stop is not None:
            return stop.visited
        return self.scene.discourse.destination if self.sense.form.pronoun == "ها" else []

    def _stop_before(self) -> Item | None:
        """Return the place of which «أول عاصمة يزورها X», «ثالث دولة يزورها X» is told."""
        told = self.scene.words[max(0, self.here.first - _STOP_WITHIN) : self.here.first]
        if _ORDINALS.isdisjoint(told) or _STOPS.isdisjoint(told):
            return None
        places = (item for item in reversed(self.scene.items[: self.place]) if item.role is Role.GROUP and item.visited)
        stop = next(places, None)
        return stop if stop is not None and stop.is_place and not stop.preposition else None

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


def _is_visited(item: Item) -> bool:
    """Tell whether *item* is a place in a state, or «البلدين»."""
    seated = item.phrases[0].pair or item.phrases[0].organisation is not None
    states = seated and all(actor.type is EntityType.GPE for actor in item.actors)
    return bool(item.visited) and (item.is_place or states)


def _are_same(item: Item, other: Item) -> bool:
    """Tell whether two groups name the same people, under whatever titles."""
    return [actor.id for actor in item.actors] == [actor.id for actor in other.actors]
