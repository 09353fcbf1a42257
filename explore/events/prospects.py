"""Tell whether an act is still to come."""

from __future__ import annotations

from itertools import takewhile

from explore.events import schedules
from explore.events.account import AHEAD, WAS_WITHIN, WHILE
from explore.events.aims import is_to_come
from explore.events.hopes import Hopes, comes
from explore.events.items import Item, Role
from explore.events.tenses import comes_first, tenses
from explore.events.words import listed, with_and
from explore.model import Channel, EntityType

_WAS_DOING = with_and(listed("prospects", "was_doing"))
_DURING = frozenset(("خلال", "وخلال", "اثناء", "واثناء", "في", "وفي", "عند", "وعند", "لدي", "ولدي", "هامش"))
_AFTERWARDS = frozenset(("بعدها", "عقبها", "بعدءذ"))
# «يجري خلالها مباحثات»: within two words of the verb.
_DURING_IT = listed("shared", "during_it")
_IN_IT = _DURING_IT | listed("shared", "in_it")
_BEFORE_IT = with_and(frozenset(("عشيه", "قبيل")))
_NEXT = 2
_WHEN = frozenset(("عندما", "حينما", "حين"))
_BEFORE_THAT = ("قبل", "ان")
# «جولة أفريقية ستقوده إلى X»: so many words behind the tour.
_TOURED_NEXT = with_and(listed("prospects", "toured_next"))
_TOURED_WITHIN = 4
_HELD = listed("prospects", "held")
_BEGUN = listed("prospects", "begun")
_NOW = frozenset(("حاليا", "الان"))
_STOP = "noun stop"
_FIRST = listed("prospects", "first")
_NUMBERED = listed("prospects", "numbered")
# «ستكون موسكو أول عاصمة يزورها X»
_TO_BE = listed("prospects", "to_be")
# «يزور X حاليا», «أول رئيس فرنسي يزور»: so many words part them from the verb.
_NOW_WITHIN = 6
_FIRST_WITHIN = 4
# «يتم خلالها التوقيع», «يلي ذلك مراسم توقيع»: so many words before the verbal noun.
_DONE = listed("prospects", "done")
_DONE_WITHIN = 5
# «من المنتظر أن تتوج زيارة X إلى Y بالتوقيع على اتفاق»
_CROWNED = listed("prospects", "crowned")
# «حيث من المقرر أن يلتقي», «حيث يلتقي»: the verb stands at most so many words behind.
_WHERE_WITHIN = 2
_VISITING = frozenset(("verb.arrive", "verb.visit"))
_LEAVING = frozenset(("verb.leave_for", "verb.move"))
_JOURNEYS = _VISITING | _LEAVING | {"verb.come"}
_JOURNEY = "زيار"


class Prospects(Hopes):
    """Tell what says that an act is still to come."""

    def will_be(self) -> bool:
        """Tell whether a noun is the subject of a verb to come: «القمة مع X ستعقد», «إن المباحثات مع Y ستتناول»."""
        place = self.draft.place
        if self.draft.why[0] == _STOP and not _TO_BE.isdisjoint(word.lstrip("و") for word in self.before):
            # «على أن تكون برلين أولى محطاته»
            return True
        if not (self._stands_first() or self._is_held_first()):
            return False
        for item in self.items[place + 1 :]:
            if item.finite or item.role in (Role.THAT, Role.BOUNDARY, Role.RELATIVE):
                return item.finite and tenses(item) == {"future"}
            if is_to_come(item):
                return True
        return False

    def is_being_prepared(self) -> bool:
        """Tell whether it is said behind the noun that it is still to come: «لقاء X وY لا يزال قيد البحث»."""
        return self.is_noun and self.is_alone and self.cues.find("planned_after", self.behind) is not None

    def is_during(self) -> bool:
        """Tell whether the act is the time of what is to come: «سينقل X تحياته خلال لقائه مع Y»."""
        place = self.draft.place
        if not self.is_noun or self.draft.verb is not None or not place:
            return False
        if self.words[self.trigger.first - 1] not in _DURING:
            return False
        at = next((at for at in range(place - 1, -1, -1) if self.items[at].finite), None)
        if at is None:
            # «وعلى هامش القمة مع X، سيلتقي Y Z»
            return comes_first(self.items[place + 1 :])
        told = tenses(self.items[at])
        was = not _WAS_DOING.isdisjoint(self.words[self.draft.sentence : self.items[at].first])
        subjunctive = told == {"present"} and at > 0 and not was
        return told == {"future"} or (subjunctive and self._opens_plan(self.items[at - 1]))

    def is_part_of_plan(self) -> bool:
        """Tell whether a present verb goes on with what is to come: «سيزور X Y يجري خلالها مباحثات»."""
        first = self.verb.first
        if self.tenses != {"present"} or _IN_IT.isdisjoint(self.words[max(0, first - 1) : first + _NEXT]):
            return False
        earlier = [item for item in self.items if item.finite and item.last <= first and item.role is not Role.SPEECH]
        since = self.words[earlier[-1].last if earlier else self.draft.sentence : first]
        if not _BEFORE_IT.isdisjoint(self.words[self.draft.sentence : first]):
            return True
        if not earlier:
            return False
        to_come = tenses(earlier[-1]) == {"future"} or self._is_journey_to_come(earlier[-1])
        return to_come or self.cues.find("planned", since) is not None

    def _is_journey_to_come(self, verb: Item) -> bool:
        """Tell whether *verb* is of a journey to come, after the lead: «ويصل X إلى Y», not «X الذي يزور Y»."""
        if self.lead or tenses(verb) != {"present"} or self.items[self.items.index(verb) - 1].role is Role.RELATIVE:
            return False
        behind = self.words[verb.last : self.trigger.first]
        begun = self.words[verb.first].lstrip("و") in _BEGUN and any(word.startswith(_JOURNEY) for word in behind)
        return (begun or not _JOURNEYS.isdisjoint(verb.senses.keys)) and _NOW.isdisjoint(behind)

    def is_next_in_plan(self) -> bool:
        """Tell whether «ويلتقي» goes on with a plan: «من المقرر أن يتفقد X … ويلتقي Y», «سيتوجه X … ويجري محادثات»."""
        carried = any("participle" in sense.tags for sense in self.verb.senses) and self.verb is not self.trigger
        if not carried and (self.tenses != {"present"} or self.verb.clitic != "و"):
            return False
        for item in reversed(self.items[: self.items.index(self.verb)]):
            if item.role is Role.RELATIVE or (item.role is Role.BOUNDARY and not carried):
                return False
            if item.role is Role.THAT:
                return self._opens_plan(item)
            if item.finite and tenses(item) != {"present"}:
                return tenses(item) == {"future"} and item.role is not Role.SPEECH
            if item.finite and self._is_journey_to_come(item):
                return True
        return False

    def is_toured_next(self) -> bool:
        """Tell whether a tour is still to take somebody there: «وصل X إلى Y في مستهل جولة تشمل Z»."""
        if self.draft.channel is not Channel.VISIT or self.trigger.finite:
            return False
        told = self.is_noun or self.verb.first > self.trigger.first
        return told and not _TOURED_NEXT.isdisjoint(self.behind[:_TOURED_WITHIN])

    def is_on_programme(self) -> bool:
        """Tell whether a journey is to take the act in: «جدول زيارة X يشمل لقاءات مع», «ويتضمن برنامج X لقاء مع»."""
        takes = self.is_noun and self.draft.channel is not Channel.VISIT
        return takes and schedules.hold(self.before, self.items, self.trigger)

    def is_to_be(self) -> bool:
        """Tell whether a present verb tells when something else will be: «عندما يلتقي X Y»."""
        first = self.verb.first
        return first > 0 and self.words[first - 1].lstrip("و") in _WHEN

    def is_sequel(self) -> bool:
        """Tell whether a present verb only goes on with what is past: «وصل X قبل أن يلتقي Y ويزور Z»."""
        first = self._first_joined()
        if not self._is_before_that(first) or self._is_planned_before(first):
            return False
        verbs = [item for item in self.items if item.finite and item.role is not Role.SPEECH]
        place = verbs.index(first) if first in verbs else 0
        goes_on = any(tenses(item) == {"future"} for item in verbs[place:])
        return place > 0 and not goes_on and tenses(verbs[place - 1]) == {"past"}

    def is_sequel_in_plan(self) -> bool:
        """Tell whether a present verb goes on with a plan: «من المقرر أن يزور X Y قبل أن يتوجه إلى Z»."""
        first = self._first_joined()
        return self._is_before_that(first) and self._is_planned_before(first)

    def _is_before_that(self, verb: Item) -> bool:
        return tuple(self.words[verb.first - 2 : verb.first]) == _BEFORE_THAT

    def _is_planned_before(self, verb: Item) -> bool:
        """Tell whether a plan or a future verb stands before *verb* in its sentence."""
        if self.cues.find("planned", self.words[self.draft.sentence : verb.first]) is not None:
            return True
        earlier = (item for item in self.items if item.finite and item.first < verb.first)
        return any(tenses(item) == {"future"} and item.role is not Role.SPEECH for item in earlier)

    def _first_joined(self) -> Item:
        """Return the first of verbs in the present that «و» joins to that of the act: «قبل أن [يلتقي] X ويزور Y»."""
        verb = self.verb
        for item in reversed(self.items[: self.items.index(verb)]):
            if verb.clitic != "و" or item.role in (Role.THAT, Role.BOUNDARY):
                return verb
            if item.finite:
                if tenses(item) != {"present"}:
                    return verb
                verb = item
        return verb

    def is_going_on(self) -> bool:
        """Tell whether a visit is under way or over: «X الذي يزور Y», «يزور Y حاليا», «أول رئيس يزور Y»."""
        if self.draft.channel is not Channel.VISIT or not self.is_alone:
            return False
        said = self.words[self.trigger.last : max(self.draft.last, self.trigger.last + _NOW_WITHIN - 1) + 1]
        now = not _NOW.isdisjoint(said)
        before = self.items[max(0, self.draft.place - 2) : self.draft.place]
        if before and before[-1].word in _WAS_DOING:
            before = before[:-1]
        relative = bool(before) and before[-1].role is Role.RELATIVE
        # «يعتزم X، الذي يزور Y حاليا للتحضير للقمة المقبلة»: what stands around them plans another act.
        behind = list(takewhile(lambda word: word not in _NOW, self.behind)) if now else self.behind
        if self.cues.find("planned", behind if relative and now else [*self.before, *behind]) is not None:
            return False
        if self.verb.clitic:
            return now and self.verb.clitic == "و"
        first = not _FIRST.isdisjoint(self.before[-_FIRST_WITHIN:]) and _TO_BE.isdisjoint(self.before)
        return relative or now or first

    def looks_ahead(self) -> bool:
        """Tell whether a present verb stands with a time to come: «يزور X Y الأسبوع المقبل», «وينتقل بعدها إلى Y»."""
        next_ = self.words[self.verb.last : self.verb.last + _NEXT]
        return not AHEAD.isdisjoint(self.behind) or not _AFTERWARDS.isdisjoint(next_)

    def is_present(self) -> bool:
        """Tell whether a present verb stands after the lead: «ويلتقي X غدا Y», but not «كان يلتقي»."""
        if self.lead or self._goes_on_now() or (self.draft.spoken and self.is_alone):
            return False
        if self.words[self.verb.first - 1] in WHILE:
            # «صور للرجلين وهما يتصافحان»
            return False
        journey = self.draft.channel is Channel.VISIT and self._comes_before_that()
        if not (self.is_alone or self._is_carried_now() or journey):
            return False
        if not _WAS_DOING.isdisjoint(self.before[-WAS_WITHIN:]):
            return False
        return not (self._is_next() and any(tenses(item) == {"past"} for item in self.items[: self.draft.place]))

    def is_done_next(self) -> bool:
        """Tell whether a present verb brings the verbal noun that carries the act: «ويتم خلالها توقيع اتفاقية»."""
        if self.is_alone or self.tenses or self.draft.channel is not Channel.AGREEMENT:
            return False
        if not any("masdar" in sense.tags for sense in self.verb.senses):
            return False
        before = [word.lstrip("و") for word in self.before[-_DONE_WITHIN:]]
        return not (_DONE.isdisjoint(before) and _CROWNED.isdisjoint(self.before)) and _WAS_DOING.isdisjoint(before)

    def _goes_on_now(self) -> bool:
        """Tell whether states negotiate, which takes more than a day: «وتتفاوض X مع Y»."""
        negotiates = any(sense.key == "verb.negotiate" for sense in self.verb.senses)
        return self.is_alone and negotiates and self.draft.senders[0].type is not EntityType.PER

    def _is_next(self) -> bool:
        """Tell whether the act came after what a past verb tells: «وصل X قبل أن يلتقي Y»; a journey may be to come."""
        return self.draft.channel is not Channel.VISIT and self._comes_before_that()

    def _comes_before_that(self) -> bool:
        """Tell whether «قبل أن» stands before the verb."""
        return tuple(self.words[self.verb.first - 2 : self.verb.first]) == _BEFORE_THAT

    def is_how_to_come(self) -> bool:
        """Tell whether a visit is how somebody is to go: «ويتوجه X إلى Y، في أول زيارة له», not «كان يزور»."""
        if self.draft.channel is not Channel.VISIT or not self.is_noun or not self.is_alone or self.lead:
            return False
        within = self.words[max(self.draft.sentence, self.trigger.first - 2) : self.trigger.first]
        if "في" not in within:
            return False
        verbs = [item for item in self.items[: self.draft.place] if item.finite or item.role is Role.BOUNDARY]
        going = verbs[-1] if verbs else None
        return going is not None and going.finite and tenses(going) == {"present"} and _goes(going)

    def is_on_the_way(self) -> bool:
        """Tell whether a present verb says what somebody left or goes for: «توجه إلى X حيث يجري مباحثات»."""
        if self.is_alone and self._is_in_it() and any(map(_arrives, self.items[: self.draft.place])):
            return True
        if "حيث" not in self.words[self.verb.first - _WHERE_WITHIN : self.verb.first]:
            return False
        return any(map(_goes, self.items[: self.draft.place]))

    def _is_in_it(self) -> bool:
        """Tell whether the act is to be part of a visit: «وصل في زيارة يلتقي خلالها X»."""
        return not _DURING_IT.isdisjoint(self.words[self.verb.last : self.verb.last + 1])

    def _is_carried_now(self) -> bool:
        """Tell whether a present verb carries what is to come: «ويعقد X اجتماعا», «ويبدأ X زيارة»."""
        word = self.words[self.verb.first].lstrip("و")
        if word in _HELD:
            return not self._is_numbered()
        assert self.draft.verb is not None
        before = self.items[self.draft.verb - 1] if self.draft.verb else None
        told = before is not None and before.role is Role.RELATIVE
        return word in _BEGUN and self.draft.verb < self.draft.place and not told

    def _is_numbered(self) -> bool:
        """Tell whether a verb behind the noun says which it is, not when: «وهي القمة الأولى التي تجمع X وY»."""
        return not _NUMBERED.isdisjoint(self.words[self.trigger.last : self.verb.first])


def _arrives(item: Item) -> bool:
    """Tell whether *item* is a verb of coming somewhere in the past."""
    return item.finite and comes(item) and tenses(item) == {"past"}


def _goes(item: Item) -> bool:
    """Tell whether *item* is a verb of leaving, or of what is still to come: «سيقوم بزيارة»."""
    if item.finite and tenses(item) == {"future"}:
        return True
    keys = item.senses.keys
    if not _LEAVING.isdisjoint(keys):
        return True
    return item.finite and not _VISITING.isdisjoint(keys) and "past" not in tenses(item)
