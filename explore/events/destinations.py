"""Find where a visit leads: «زيارة X إلى Z», «تشمل», «غادر X Z بعد زيارة»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.arguments import Noun
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.knowledge.lexicon import Kind
from explore.model import Actor, Channel, EntityType

_TOURS = listed("destinations", "tours")
# «تشمل أربع دول أفريقية هي X»: the verb stands at most so many words before the stop; these may part them.
_TOUR_WITHIN = 6
_ON_TOUR = listed("destinations", "on_tour")
_NUMBERED = ("يه", "يا")
# What is visited stands at most so many items before its state.
_INSIDE_WITHIN = 7
_VISIT = "زيار"
_TOUR = "جول"
_WITNESSED = tuple(listed("shared", "witnessed"))
# «زيارة إلى الخارج»
_ABROAD = ("الخارج",)
# «أولى محطات جولته»
_STATIONS = listed("destinations", "stations")
_STATION_WITHIN = 3
_THIS = frozenset(("هذه", "تلك"))
_LEAVING = listed("destinations", "leaving")
_AFTER = listed("shared", "after")
_BEGINNING = tuple(listed("destinations", "beginning"))
_COUPLE = 2
_COMING = frozenset(("قادما", "قادمه", "عايدا", "عايده"))

# «السفارة الفرنسية في X», «القنصلية العامة لفرنسا في X»
_EMBASSIES = ("السفار", "سفار", "القنصلي", "قنصلي")
_EMBASSY_WITHIN = 4


class Destination:
    """Find the state that is visited."""

    def __init__(self, noun: Noun) -> None:
        """Prepare for *noun*."""
        self.noun = noun
        self.discourse = noun.discourse
        self.places = self._destinations()
        self.invited = False

    def _destinations(self) -> list[Item]:
        """Return the places behind the noun; none where one of no state comes first: «إلى أوروبا»."""
        places = [item for item in self.noun.after if item.is_place or _is_seat(item)]
        groups = (item for _, item in self.noun.clause.right_of_noun() if item.role is Role.GROUP)
        first = next((item for item in groups if (item.is_place or _is_seat(item)) and item.preposition == "to"), None)
        return places if first is None or first.visited else []

    def _toured(self) -> list[Actor]:
        """Return the state behind «تشمل», «تقوده إلى»: «زيارة X تشمل Z», «تشمل زيارة X Z»."""
        if self.noun.scene.word_before(self.noun.here).lstrip("و") in _TOURS and len(self.noun.after) > 1:
            return self.noun.pick(self.places, "")
        for item in self.noun.scene.items[self.noun.place + 1 :]:
            if item.role is Role.GROUP and item.is_place and self._is_on_tour(item):
                return item.visited
        return []

    def _is_on_tour(self, stop: Item) -> bool:
        """Tell whether *stop* is named by «تشمل»: «تشمل X», «ستقوده أيضا إلى X», «تشمل أربع دول هي X وY»."""
        words = self.noun.scene.words[max(self.noun.here.last, stop.first - _TOUR_WITHIN) : stop.first]
        told = next((at for at, word in enumerate(words) if word in _TOURS), None)
        if told is None:
            return False
        return all(word in _ON_TOUR or word.endswith(_NUMBERED) or not word.isalpha() for word in words[told + 1 :])

    def _beside(self) -> list[Actor]:
        """Return the place right behind «زيارته»: what stands behind «إلى» later is of something else."""
        beside = self.noun.after[0] if self.noun.form.pronoun and self.noun.after else None
        if beside is None or not beside.is_place or beside.preposition or beside.first != self.noun.here.last:
            return []
        return beside.visited

    def _possessed(self) -> list[Actor]:
        """Return the bare place behind «زيارته», «زيارة X»."""
        genitive = self.noun.genitive()
        if genitive and genitive[0].type is EntityType.PER and len(self.noun.after) > 1:
            beside = self.noun.after[1].first == self.noun.after[0].last
            return self.noun.pick(self.noun.after[1:2], "") if beside and self.noun.after[1].is_place else []
        return self.noun.pick(self.places, "") if self.noun.form.pronoun else []

    def _stayed(self) -> list[Actor]:
        """Return the state in which a visit begins or a tour is: «الزيارة التي سيبدأها X في Y», «جولة X في Y»."""
        behind = self.noun.support is not None and self.noun.support.place > self.noun.place
        of_him = any(item.preposition == "to" and not item.is_place for item in self.noun.after[:1])
        tour = self.noun.form.word.startswith(_TOUR) and bool(self.noun.form.pronoun or self.noun.genitive())
        return self.noun.pick(self.places, "place") if behind or of_him or tour else self._right_in()

    def _right_in(self) -> list[Actor]:
        """Return the state right behind whose visit it is: «خلال زيارته في لندن», «خلال زيارة له في لندن»."""
        behind = self.noun.scene.items[self.noun.place + 1 :]
        his = bool(behind) and behind[0].role is Role.PRONOUN
        where = next((item for item in behind[his:] if item.role is not Role.PREPOSITION), None)
        if where is None or where.role is not Role.GROUP or not (his or self.noun.form.pronoun):
            return []
        return where.visited if where.is_place and where.preposition == "place" else []

    def _departed(self) -> list[Actor]:
        """Return the state left behind: «غادر X القاهرة بعد زيارة», «عاد X قادما من القاهرة بعد زيارة»."""
        closes = self.noun.support is not None and "participle" in self.noun.support.sense.tags
        if not self.noun.is_adverbial and not closes:
            return []
        left = [item for _, item in self.noun.clause.left()]
        coming = next((place for place, item in self.noun.clause.left() if item.word in _COMING), None)
        if coming is not None and self.noun.scene.word_before(self.noun.here) in _AFTER:
            from_there = self.noun.scene.items[coming + 1 : self.noun.place]
            return self.noun.pick((item for item in from_there if item.is_place), "from")
        if not any(item.word.lstrip("وف") in _LEAVING for item in left):
            return []
        return self.noun.pick((item for item in left if item.is_place), "") or self._left_untold(left)

    def _left_untold(self, left: Sequence[Item]) -> list[Actor]:
        """Return where the last visit went, where nothing says what somebody left: «وغادر X بعد زيارة قصيرة»."""
        told = any(item.is_place or item.key == "to" for item in left if item.role is not Role.COMMA)
        after = self.noun.scene.word_before(self.noun.here) in _AFTER
        return self.discourse.destination if after and not told and self._is_to_nowhere() else []

    def _begun(self) -> list[Actor]:
        """Return where a tour begins: «استهل X جولته من Y», «بدأت الجولة من Y»."""
        support = self.noun.support
        begins = support is not None and support.key == "make" and support.form.word.startswith(_BEGINNING)
        tour = self.noun.form.word.removeprefix("ال").startswith(_TOUR)
        first = self.noun.pick(self.places, "from") if begins and tour else []
        # «بجولة بدأها من X وختمها في Y»
        ended = self.noun.pick(self.places, "place") if first and support is not None and support.form.pronoun else []
        return [*first, *ended]

    def _received_by(self) -> list[Actor]:
        """Return the state of the host who receives the visitor: «استقبل X Y في زيارة رسمية تستغرق يومين»."""
        left = [item for _, item in self.noun.clause.left()]
        at = next((at for at, item in enumerate(left) if item.finite and "verb.receive" in item.senses.keys), None)
        if at is None or any(sense.form.pronoun for sense in left[at].senses):
            return []
        bare = [item for item in reversed(left[:at]) if item.role is Role.GROUP and not item.preposition]
        people = [item.actors for item in bare if item.actors and item.actors[0].type is EntityType.PER]
        two = len(people) == _COUPLE and people[0][0].country != people[1][0].country
        home = self.discourse.homes.get(people[0][0].country or "") if two else None
        return [home] if home is not None else []

    def _inside(self) -> list[Actor]:
        """Return the state of what is visited there: «زيارته إلى مخيمات في X», «زيارة المزار بX»."""
        if self.noun.form.definite and not self.noun.form.pronoun:
            return []
        items = self.noun.scene.items[self.noun.place + 1 : self.noun.place + 1 + _INSIDE_WITHIN]
        for place, item in enumerate(items):
            if item.role is Role.GROUP and item.is_place and item.preposition in ("place", "at"):
                return item.visited if any(one.role is Role.WORD for one in items[:place]) else []
            if item.role not in (Role.WORD, Role.PREPOSITION, Role.COMMA):
                return []
        return []

    def _witnessing(self) -> list[Actor]:
        """Return the state in «شهدت بيروت زيارة X»."""
        support = self.noun.support
        if support is None or support.key != "make" or not support.form.word.startswith(_WITNESSED):
            return []
        groups = [*self.noun.before, self.noun.scene.clause(support.place).subject_left()]
        return next((item.visited for item in groups if item is not None and item.is_place), [])

    def _placed(self) -> list[Actor]:
        """Return the state where the clause plays: «بحث X في بغداد مع Y العلاقات، في مستهل زيارة تستمر يومين»."""
        if not self.noun.is_adverbial or not self._is_to_nowhere():
            return []
        received = self._received_by()
        if received:
            return received
        left = [item for _, item in self.noun.clause.left()]
        if self.noun.scene.before(self.noun.place - 1) is not None and not any(item.finite for item in left):
            # «قالت X في باريس إن العلاقات قوية، في أول زيارة لها»
            left = self.noun.scene.items[: self.noun.place]
        placed = [item for item in left if item.is_place and item.preposition in ("place", "at") and item.actors]
        where = [item for item in placed if not self._is_of_embassy(item)]
        verbs = [item for item in left if item.finite]
        acts = [sense for item in verbs if (sense := item.sense(Kind.ACT)) is not None]
        come = any(self.noun.scene.acts.channels[sense.key] == Channel.VISIT for sense in acts)
        return where[0].actors if len(where) == 1 and verbs and not come else []

    def _is_of_embassy(self, place: Item) -> bool:
        """Tell whether *place* is only where an embassy stands: «علقت السفارة الفرنسية في [X] على زيارة Y»."""
        before = self.noun.scene.words[max(0, place.first - _EMBASSY_WITHIN) : place.first]
        return any(word.lstrip("و").startswith(_EMBASSIES) for word in before)

    def _untold(self) -> list[Actor]:
        """Return where a visit leads that tells it not: to that of the last, or where the article is written."""
        if self._is_held():
            return self._received_by() or self.discourse.destination or self.discourse.here()
        return self.discourse.here() if self._is_arrival() else []

    def _is_held(self) -> bool:
        """Tell whether somebody begins or ends a visit to where is not told: «بدأ X زيارة رسمية تستغرق يومين»."""
        support = self.noun.support
        return support is not None and support.key == "make" and (self._is_to_nowhere() or self._is_this())

    def _is_this(self) -> bool:
        """Tell whether the visit is the one told of: «كان مقررا أن يقوم X بهذه الزيارة في تموز»."""
        return self.noun.scene.word_before(self.noun.here).lstrip("وبل") in _THIS and bool(self.discourse.destination)

    def _is_arrival(self) -> bool:
        """Tell whether somebody comes for the visit: «يصل X غدا في زيارة تستمر يومين»."""
        if (
            not self.noun.is_adverbial
            or self.noun.scene.word_before(self.noun.here) != "في"
            or not self._is_to_nowhere()
        ):
            return False
        left = [item for _, item in self.noun.clause.left()]
        verb = next((item for item in left if item.finite), None)
        comes = verb is not None and any(sense.key == "verb.arrive" for sense in verb.senses)
        return comes and not any(item.key == "to" or (item.role is Role.GROUP and item.is_place) for item in left)

    def _is_to_nowhere(self) -> bool:
        """Tell whether one visit is told without where it goes."""
        form = self.noun.form
        if not form.word.startswith(_VISIT) or form.definite or form.pronoun or form.number == "p":
            return False
        words = self.noun.scene.words
        leading = (item for _, item in self.noun.clause.right_of_noun() if item.key == "to")
        return all(words[item.last : item.last + 1] == _ABROAD for item in leading)

    def _at_station(self) -> list[Actor]:
        """Return where a tour stops: «في طوكيو، أولى محطات جولته», «إلى طوكيو، المحطة الثانية في جولة X»."""
        before = self.noun.scene.words[max(0, self.noun.here.first - _STATION_WITHIN) : self.noun.here.first]
        if _STATIONS.isdisjoint(before) or (self.noun.form.definite and not self.noun.form.pronoun):
            return []
        stops = (item for item in reversed(self.noun.scene.items[: self.noun.place]) if item.role is Role.GROUP)
        stop = next(stops, None)
        return stop.visited if stop is not None and stop.is_place and stop.preposition != "from" else []

    def _hosted_there(self, guest: Sequence[Actor]) -> list[Actor]:
        """Return where the text has told of before that somebody received the *guest*: «زيارة X كانت فرصة»."""
        form = self.noun.form
        plain = form.word.startswith(_VISIT) and form.number == "s" and not form.pronoun and not form.definite
        if not plain or len(guest) != 1 or len(self.noun.after) > 1 or guest != self.noun.genitive():
            return []
        told = self.discourse.hosted.get(guest[0].id)
        return [told] if told is not None else self._said_at_home(guest[0])

    def _said_at_home(self, guest: Actor) -> list[Actor]:
        """Return the state of the dateline where one of its people tells of the *guest*'s visit: «بيروت - قال X إن»."""
        here, speaker = self.discourse.here(), self.discourse.current or self.discourse.subject
        before = self.noun.scene.before(self.noun.place)
        told = before is not None and before.role is Role.THAT and bool(here and speaker)
        return here if told and speaker[0].country == here[0].country != guest.country else []

    def _is_returned(self) -> bool:
        """Tell whether a visit answers another: «رد الزيارة»."""
        return self.noun.support is not None and self.noun.support.key == "return"


def _is_seat(item: Item) -> bool:
    """Tell whether somebody comes to the seat of a state: «زيارته إلى البيت الأبيض»."""
    seated = item.preposition == "to" and item.phrases[0].organisation is not None and bool(item.actors)
    return seated and item.clitic != "ل" and all(actor.type is EntityType.GPE for actor in item.actors)
