"""Tell whether an act is still to come, or only wanted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explore.events.account import AHEAD, WAS, WAS_WITHIN, Account
from explore.events.aims import is_to_come, is_toward
from explore.events.items import Item, Role
from explore.events.letters import HASTENING
from explore.events.tenses import tenses
from explore.model import Channel, EntityType, Status

# Before a present verb these say that it was happening.
_WAS_DOING = frozenset(("كان", "كانت", "كانوا", "ظل"))
# «قبل ثلاثة أيام من زيارة X»: so many words before.
_AHEAD_OF = 4
_BEFORE_IT = frozenset(("قبل", "قبيل", "عشيه"))
_DAYS = frozenset(("ايام", "يومين", "اسبوع", "اسبوعين", "اسابيع", "شهر", "اشهر"))
# «قبل أيام من انعقاد قمة»: one of these may stand before the noun.
_HOLDING = frozenset(("انعقاد", "بدء", "موعد", "انطلاق", "اجراء", "عقد"))
_THAT = frozenset(("ان", "وان", "بان"))
# «بعد أن يلتقي», «سبق أن يلتقي» are no plans.
# A hope stands at most so many words before the verb.
_HOPE = 4
_NO_PLAN = frozenset(("بعد", "قبل", "منذ", "سبق"))
# What may be; these stand at most so many words before the verb: «يمكن أن يلتقي».
_POSSIBLE = frozenset(("يمكن", "يحتمل", "ربما", "المحتمل", "محتمل", "الممكن"))
_POSSIBLE_WITHIN = 3
_JOURNEYS = frozenset((
    "verb.arrive", "verb.land", "verb.visit", "verb.leave_for", "verb.move", "verb.return", "verb.come",
    "verb.head_for",
))  # fmt: skip
_DURING = frozenset(("خلال", "اثناء", "في"))
# «يجري خلالها مباحثات»: within two words of the verb.
_DURING_IT = frozenset(("خلالها", "خلاله", "اثناءها", "اثناءه"))
_NEXT = 2
_WHEN = frozenset(("عندما", "حينما", "حين"))
_BEFORE_THAT = ("قبل", "ان")
_TAKES_IN = frozenset(("يشمل", "تشمل", "يتضمن", "تتضمن", "يتخلل", "تتخلل"))
_HELD = frozenset(("يعقد", "تعقد", "يعقدان", "تعقدان", "يجمع", "تجمع", "يجمعه", "تجمعه", "يجمعهما", "تجمعهما"))
_BEGUN = frozenset(("يبدا", "تبدا", "يقوم", "تقوم", "يبدان"))
# «التفاوض للتوصل إلى اتفاق»: nobody has reached it.
_TO_REACH = "للتوصل"
_PRESENT = ("ي", "ت")
# «التوصل إلى اتفاق مع X يتطلب جهودا»
_TAKES = frozenset(("يتطلب", "تتطلب", "يستلزم", "تستلزم", "يستدعي", "تستدعي", "مرهون", "مشروط", "مرهونه", "مشروطه"))
_NOW = frozenset(("حاليا", "الان"))
_FIRST = frozenset(("اول", "ارفع", "اعلي", "كاول", "كارفع"))
# «يزور X حاليا», «أول رئيس فرنسي يزور»: so many words part them from the verb.
_NOW_WITHIN = 6
_FIRST_WITHIN = 4
# «يتم خلالها التوقيع», «يلي ذلك مراسم توقيع»: so many words before the verbal noun.
_DONE = frozenset(("يتم", "تتم", "يجري", "يشهد", "تشهد", "يلي", "يعقب", "تعقب", "يليه", "تليها", "يعقبه", "تعقبه"))
_DONE_WITHIN = 5
# What was last week is no aim: «نص لاتصال X مع Y، الأسبوع الماضي»; the word stands at most so many words behind.
_GONE = frozenset(("الماضي", "الماضيه", "امس"))
_GONE_WITHIN = 9
# «حيث من المقرر أن يلتقي», «حيث يلتقي»: the verb stands at most so many words behind.
_WHERE_WITHIN = 2
_VISITING = frozenset(("verb.arrive", "verb.visit"))
_LEAVING = frozenset(("verb.leave_for", "verb.move"))


class Prospects(Account):
    """Tell what says that an act is still to come, or only wanted."""

    def is_invitation(self) -> bool:
        """Tell whether somebody was only invited: «دعا X Y إلى زيارة»."""
        return self.draft.invited

    def is_wished_for(self) -> bool:
        """Tell whether a verb governs the act that wants it: «وافق X على لقاء Y»."""
        return self.governed is Status.WISHED

    def is_possible(self) -> bool:
        """Tell whether a verb of the present may come true: «قد يلتقي», «يمكن أن يلتقي»."""
        if self.verb.first == 0:
            return False
        may = self.words[self.verb.first - 1] == "قد"
        return may or not _POSSIBLE.isdisjoint(self.words[max(0, self.verb.first - _POSSIBLE_WITHIN) : self.verb.first])

    def will_be(self) -> bool:
        """Tell whether a noun is the subject of a verb to come: «القمة مع X ستعقد», «إن المباحثات مع Y ستتناول»."""
        place = self.draft.place
        if not (self._stands_first() or self._is_held_first()):
            return False
        for item in self.items[place + 1 :]:
            if item.finite or item.role in (Role.THAT, Role.BOUNDARY, Role.RELATIVE):
                return item.finite and tenses(item) == {"future"}
            if is_to_come(item):
                return True
        return False

    def _stands_first(self) -> bool:
        """Tell whether an act noun without a verb opens its clause."""
        if not self.is_noun or not self.is_alone or self.trigger.clitic:
            return False
        return self._opens(self.draft.place)

    def _is_held_first(self) -> bool:
        """Tell whether a verbal noun that carries the act opens its clause: «إن عقد محادثات … سيكون»."""
        verb = self.draft.verb
        if self.is_alone or verb is None or verb > self.draft.place or self.verb.clitic:
            return False
        return any("masdar" in sense.tags for sense in self.verb.senses) and self._opens(verb)

    def _opens(self, place: int) -> bool:
        """Tell whether a clause opens at *place*."""
        return not place or self.items[place - 1].role in (Role.THAT, Role.BOUNDARY)

    def is_weighed(self) -> bool:
        """Tell whether only what the act would take is told: «إن التوصل إلى اتفاق مع X قد يستغرق»."""
        if self.draft.channel is Channel.AGREEMENT and self.verb.word.startswith(_TO_REACH):
            return True
        if not self._is_held_first():
            return False
        if not _TAKES.isdisjoint(self.behind):
            return True
        pairs = pairwise(self.behind)
        return any(word == "قد" and following.startswith(_PRESENT) for word, following in pairs)

    def is_during(self) -> bool:
        """Tell whether the act is the time of what is to come: «سينقل X تحياته خلال لقائه مع Y»."""
        place = self.draft.place
        if not self.is_noun or self.draft.verb is not None or not place:
            return False
        if self.items[place - 1].role is not Role.PREPOSITION or self.words[self.trigger.first - 1] not in _DURING:
            return False
        verb = next((item for item in reversed(self.items[:place]) if item.finite), None)
        return verb is not None and tenses(verb) == {"future"}

    def is_part_of_plan(self) -> bool:
        """Tell whether a present verb goes on with what is to come: «سيزور X Y يجري خلالها مباحثات»."""
        first = self.verb.first
        if self.tenses != {"present"} or _DURING_IT.isdisjoint(self.words[max(0, first - 1) : first + _NEXT]):
            return False
        earlier = [item for item in self.items if item.finite and item.last <= first and item.role is not Role.SPEECH]
        if not earlier:
            return False
        since = self.words[earlier[-1].last : first]
        return tenses(earlier[-1]) == {"future"} or self.cues.find("planned", since) is not None

    def is_on_programme(self) -> bool:
        """Tell whether a journey is to take the act in: «جدول زيارة X يشمل لقاءات مع»."""
        if not self.is_noun or self.draft.channel is Channel.VISIT or not self.before:
            return False
        return self.before[-1].lstrip("وس") in _TAKES_IN

    def is_to_be(self) -> bool:
        """Tell whether a present verb tells when something else will be: «عندما يلتقي X Y»."""
        first = self.verb.first
        return first > 0 and self.words[first - 1].lstrip("و") in _WHEN

    def is_sequel(self) -> bool:
        """Tell whether a present verb only goes on with what is past: «وصل X قبل أن يلتقي Y»."""
        first = self.verb.first
        if tuple(self.words[first - 2 : first]) != _BEFORE_THAT:
            return False
        if self.cues.find("planned", self.words[self.draft.sentence : first]) is not None:
            return False
        verbs = [item for item in self.items if item.finite and item.role is not Role.SPEECH]
        place = verbs.index(self.verb) if self.verb in verbs else 0
        goes_on = any(tenses(item) == {"future"} for item in verbs[place:])
        return place > 0 and not goes_on and tenses(verbs[place - 1]) == {"past"}

    def is_going_on(self) -> bool:
        """Tell whether a visit is under way or over: «X الذي يزور Y», «يزور Y حاليا», «أول رئيس يزور Y»."""
        if self.draft.channel is not Channel.VISIT or not self.is_alone:
            return False
        if self.verb.clitic or self.cues.find("planned", [*self.before, *self.behind]) is not None:
            return False
        before = self.items[self.draft.place - 1] if self.draft.place else None
        relative = before is not None and before.role is Role.RELATIVE
        now = not _NOW.isdisjoint(self.behind[:_NOW_WITHIN])
        return relative or now or not _FIRST.isdisjoint(self.before[-_FIRST_WITHIN:])

    def is_aim_of_arrival(self) -> bool:
        """Tell whether somebody came for the act, who may be told to have done it: «وصل X إلى Y للقاء Z»."""
        came = any(item.finite and tenses(item) == {"past"} and _comes(item) for item in self.items[: self.draft.place])
        return came and self.is_aim()

    def looks_ahead(self) -> bool:
        """Tell whether a present verb stands with a time to come: «يزور X Y الأسبوع المقبل»."""
        return not AHEAD.isdisjoint(self.behind)

    def is_intended(self) -> bool:
        """Tell whether a verb governs the act that plans it: «اتفقا على عقد قمة»."""
        return self.governed is Status.PLANNED

    def is_subjunctive(self) -> bool:
        """Tell whether a present verb follows أن or ل directly: «قرر أن يلتقي», «ليسلمه», not «بعد أن يلتقي»."""
        first = self.verb.first
        if self.verb.clitic[-1:] == "ل":
            return True
        if first == 0 or self.words[first - 1] not in _THAT:
            return False
        return _NO_PLAN.isdisjoint(self.words[first - 2 : first - 1])

    def was_to_be(self) -> bool:
        """Tell whether كان stands before such a verb: «كان من المقرر أن يلتقي»."""
        return any(word.lstrip("و") in WAS for word in self.far) and self.is_subjunctive()

    def is_hoped_for(self) -> bool:
        """Tell whether a subjunctive hangs on a hope: «أعرب عن أمله في أن يزور X», «يرغب في أن يلتقي Y»."""
        first = self.verb.first
        return self.is_subjunctive() and self.cues.find("wished", self.words[max(0, first - _HOPE) : first]) is not None

    def is_still_before(self) -> bool:
        """Tell whether only what comes before the act is told: «قبل لقاء X»."""
        first = self.trigger.first
        if first == 0 or "past" in self.tenses:
            return False
        first -= self.words[first - 1] in _HOLDING
        if first == 0:
            return False
        if any(word.lstrip("و") in WAS for word in self.before):
            return False
        return self.words[first - 1].lstrip("و") in _BEFORE_IT or not _BEFORE_IT.isdisjoint(self._time_before(first))

    def is_days_before(self) -> bool:
        """Tell whether what was some days before the act is told: «قبل أيام من لقاء X»."""
        return self.is_still_before() and not _DAYS.isdisjoint(self._time_before(self.trigger.first))

    def _time_before(self, first: int) -> Sequence[str]:
        """Return the words up to the token *first* where they may tell how long before it: «قبل أيام من»."""
        return self.words[max(0, first - _AHEAD_OF) : first] if self.words[first - 1] == "من" else ()

    def is_aim(self) -> bool:
        """Tell whether the act is an aim: no verb carries it, or one of the present tense."""
        hailed = self.draft.channel is Channel.LETTER and any(word.lstrip("وف") in HASTENING for word in self.before)
        if hailed or not _GONE.isdisjoint(self.behind[:_GONE_WITHIN]):
            return False
        may_aim = not self.tenses or (self.is_present_tense and not self.is_alone)
        return may_aim and is_toward(self.items, self.draft.place, self.words)

    def is_present(self) -> bool:
        """Tell whether a present verb stands after the lead: «ويلتقي X غدا Y», but not «كان يلتقي»."""
        if self.lead or self._goes_on_now() or (self.draft.spoken and self.is_alone):
            return False
        journey = self.draft.channel is Channel.VISIT and self._comes_before_that()
        if not (self.is_alone or self._is_carried_now() or journey):
            return False
        if any(word.lstrip("و") in _WAS_DOING for word in self.before[-WAS_WITHIN:]):
            return False
        return not (self._is_next() and any(tenses(item) == {"past"} for item in self.items[: self.draft.place]))

    def is_done_next(self) -> bool:
        """Tell whether a present verb brings the verbal noun that carries the act: «ويتم خلالها توقيع اتفاقية»."""
        if self.is_alone or self.tenses or self.draft.channel is not Channel.AGREEMENT:
            return False
        if not any("masdar" in sense.tags for sense in self.verb.senses):
            return False
        before = [word.lstrip("و") for word in self.before[-_DONE_WITHIN:]]
        return not _DONE.isdisjoint(before) and _WAS_DOING.isdisjoint(before)

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
            return True
        assert self.draft.verb is not None
        before = self.items[self.draft.verb - 1] if self.draft.verb else None
        told = before is not None and before.role is Role.RELATIVE
        return word in _BEGUN and self.draft.verb < self.draft.place and not told


def _comes(item: Item) -> bool:
    """Tell whether *item* is a verb of coming or going somewhere."""
    return not _JOURNEYS.isdisjoint(item.senses.keys)


def _arrives(item: Item) -> bool:
    """Tell whether *item* is a verb of coming somewhere in the past."""
    return item.finite and _comes(item) and tenses(item) == {"past"}


def _goes(item: Item) -> bool:
    """Tell whether *item* is a verb of leaving, or of what is still to come: «سيقوم بزيارة»."""
    if item.finite and tenses(item) == {"future"}:
        return True
    keys = item.senses.keys
    if not _LEAVING.isdisjoint(keys):
        return True
    return item.finite and not _VISITING.isdisjoint(keys) and "past" not in tenses(item)
