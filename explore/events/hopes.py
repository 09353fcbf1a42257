"""Tell whether an act is only wanted, possible or an aim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explore.events.account import NEGATIONS, WAS, Account
from explore.events.aims import is_toward
from explore.events.calling import CALLING
from explore.events.items import Item, Role
from explore.events.letters import HASTENING
from explore.events.tenses import tenses
from explore.events.words import listed
from explore.model import Channel, Status

# «قبل ثلاثة أيام من زيارة X»: so many words before.
_AHEAD_OF = 4
_BEFORE_IT = frozenset(("قبل", "قبيل", "عشيه"))
# No verb follows one of these.
_EVE = frozenset(("قبيل", "عشيه"))
_DAYS = listed("hopes", "days")
# «وكان X قد التقى Y قبيل زيارته»: what had been is not to come.
_HAD = "قد"
_HOLDING = listed("hopes", "holding")
_THAT = frozenset(("ان", "وان", "بان"))
# A hope stands at most so many words before the verb.
_HOPE = 4
_NO_PLAN = listed("hopes", "no_plan")
# What may be; these stand at most so many words before the verb: «يمكن أن يلتقي».
_POSSIBLE = listed("hopes", "possible")
_POSSIBLE_WITHIN = 3
_JOURNEYS = frozenset((
    "verb.arrive", "verb.land", "verb.visit", "verb.leave_for", "verb.move", "verb.return", "verb.come",
    "verb.head_for",
))  # fmt: skip
# «التفاوض للتوصل إلى اتفاق»: nobody has reached it.
_TO_REACH = "للتوصل"
_REACHING = ("التوصل", "ابرام")
_SEEKING = listed("hopes", "seeking")
_THOUGHTS, _IDEAS = listed("hopes", "thoughts"), listed("hopes", "ideas")
# «بحث X وY توقيع اتفاق»: at most so many items before the signing.
_DISCUSSING = listed("hopes", "discussing")
_DISCUSSED_WITHIN = 6
_PRESENT = ("ي", "ت")
_MOVED = frozenset(letter + word for word in listed("hopes", "moved") for letter in ("", "و", "ف"))
# «قبل أن ينتقل إلى القصر للقاء X»
_MOVING = frozenset(("ينتقل", "تنتقل"))
_GOING_OVER = _MOVED | _MOVING
_BEFORE_THAT = ("قبل", "ان")
# «من المقرر أن»: the plan stands so many words before «أن» at most.
_BARE_THAT = listed("shared", "bare_that")
_PLANNED_WITHIN = 3
_TAKES = listed("hopes", "takes")
_COMES_ABOUT = listed("hopes", "comes_about")
_CONDITIONS = listed("hopes", "conditions")
# What was last week is no aim: «نص لاتصال X مع Y، الأسبوع الماضي»; the word stands at most so many words behind.
_GONE = frozenset(("الماضي", "الماضيه", "امس"))
_GONE_WITHIN = 9
# «لإجراء محادثات ركزت على السلام»: what came about is no aim.
_WENT = listed("hopes", "went")
# «وقبل X الدعوة»: so many words from the verb on.
_COMES = listed("hopes", "comes")
_ACCEPTS = listed("hopes", "accepts")
_INVITATION = frozenset(("الدعوه", "دعوته", "دعوتها"))
_INVITED = frozenset(("دعوه", "الدعوه", "دعوته", "دعوتها", "دعوات"))
_ACCEPTED = 6
_WAS_HELD = listed("hopes", "was_held")


class Hopes(Account):
    """Tell what says that an act is only wanted, possible or an aim."""

    def is_invitation(self) -> bool:
        """Tell whether somebody was only invited: «دعا X Y إلى زيارة», «تلقى X دعوة للقاء Y»."""
        first = min(self.trigger.first, self.verb.first)
        to_meet = self.is_noun and self.draft.channel is not Channel.VISIT
        return self.draft.invited or (to_meet and first > 0 and self.words[first - 1] in _INVITED)

    def is_accepted(self) -> bool:
        """Tell whether whoever was invited will come: «دعا X Y إلى زيارة Z، وقبل Y الدعوة», «وسيلبي الدعوة»."""
        if not self.draft.invited:
            return False
        behind = [word.lstrip("و") for word in self.words[self.trigger.last : self.items[-1].last]]
        if not NEGATIONS.isdisjoint(behind):
            return False
        said = (behind[place : place + _ACCEPTED] for place, word in enumerate(behind) if word in _ACCEPTS)
        return not _COMES.isdisjoint(behind) or any(not _INVITATION.isdisjoint(words) for words in said)

    def is_wished_for(self) -> bool:
        """Tell whether a verb governs the act that wants it: «وافق X على لقاء Y»."""
        return self.governed is Status.WISHED

    def is_possible(self) -> bool:
        """Tell whether a verb of the present may come true: «قد يلتقي», «يمكن أن يلتقي»."""
        if self.verb.first == 0:
            return False
        may = self.words[self.verb.first - 1] == "قد"
        return may or not _POSSIBLE.isdisjoint(self.words[max(0, self.verb.first - _POSSIBLE_WITHIN) : self.verb.first])

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
        if self.draft.channel is Channel.AGREEMENT and (self._is_to_be_reached() or self._is_discussed()):
            return True
        if not self._is_held_first():
            return False
        if not _TAKES.isdisjoint(self.behind):
            return True
        pairs = pairwise(self.behind)
        return any(word == "قد" and following.startswith(_PRESENT) for word, following in pairs)

    def _is_to_be_reached(self) -> bool:
        """Tell whether an agreement is only sought: «للتوصل إلى اتفاق», «من أجل التوصل إلى اتفاق»."""
        sought = self.verb.first > 0 and self.words[self.verb.first - 1] in _SEEKING
        return self.verb.word.startswith(_TO_REACH) or (sought and self.verb.word.startswith(_REACHING))

    def is_only_thought_of(self) -> bool:
        """Tell whether the act, or its holding, is but an idea or a need: «أهمية عقد لقاء بين X وY», «فكرة لقاء»."""
        if self.is_alone:
            return self.is_noun and self.trigger.first > 0 and self.words[self.trigger.first - 1].lstrip("ب") in _IDEAS
        if not any("masdar" in sense.tags for sense in self.verb.senses):
            return False
        at = self.items.index(self.verb)
        at -= at > 0 and self.items[at - 1].role is Role.PREPOSITION
        return at > 0 and self.words[self.items[at - 1].first].lstrip("ولب") in _THOUGHTS

    def _is_discussed(self) -> bool:
        """Tell whether the signing is only talked of: «بحث X وY توقيع اتفاق», «محادثات بشأن إبرام اتفاق»."""
        if self.is_alone or not any("masdar" in sense.tags for sense in self.verb.senses):
            return False
        at = self.items.index(self.verb)
        for item in reversed(self.items[max(0, at - _DISCUSSED_WITHIN) : at]):
            if item.word.removeprefix("و") in _DISCUSSING:
                return True
            if item.finite or item.role in (Role.THAT, Role.BOUNDARY, Role.RELATIVE):
                return False
        return False

    def may_come_about(self) -> bool:
        """Tell whether a verb behind the noun says that it may be: «محادثات بين X وY قد تعقد», «يمكن أن تستأنف»."""
        before = self._before_it_comes_about()
        if not before:
            return False
        return before[-1] == "قد" or (before[-1] == "ان" and not _POSSIBLE.isdisjoint(before))

    def is_made_conditional(self) -> bool:
        """Tell whether only the condition of the act is told: «المحادثات مع X لن تبدأ إلا إذا», «لن تعقد قبل أن»."""
        return self.will_not_come_about() and not _CONDITIONS.isdisjoint(self.rest)

    def will_not_come_about(self) -> bool:
        """Tell whether a verb behind the noun denies what is to come: «المفاوضات بين X وY لن تستأنف»."""
        return "لن" in self._before_it_comes_about()[-1:]

    def _before_it_comes_about(self) -> Sequence[str]:
        """Return the words right before the verb behind a noun that opens its clause by which it comes about."""
        if not self._stands_first() or _COMES_ABOUT.isdisjoint(self.rest):
            return ()
        at = next(at for at, word in enumerate(self.rest) if word in _COMES_ABOUT)
        return self.rest[max(0, at - _POSSIBLE_WITHIN) : at]

    def is_aim_of_arrival(self) -> bool:
        """Tell whether somebody came for the act, who may be told to have done it: «وصل X إلى Y للقاء Z»."""
        before = self.items[: self.draft.place]
        return any(item.finite and comes(item) and tenses(item) == {"past"} for item in before) and self.is_aim()

    def is_aim_of_move(self) -> bool:
        """Tell whether somebody went over to the act: «ثم [انتقل] إلى القصر للقاء X», «[اغتنم] المناسبة ليجتمع بX»."""
        if _GOING_OVER.isdisjoint(self.words[self.items[0].first : self.trigger.first]):
            return False
        earlier = self.items[: self.draft.place]
        nearest = next((item for item in reversed(earlier) if _goes_over(item, self.words)), None)
        if nearest is None or any(tenses(item) == {"future"} for item in earlier):
            return False
        if self.cues.find("planned", self.words[self.draft.sentence : nearest.first]) is not None:
            return False
        return self.is_aim() or (self.is_alone and self.verb.clitic[-1:] == "ل")

    def is_means_of_plan(self) -> bool:
        """Tell whether the act is how something is to be: «من المقرر أن يحظى X باستقبال من Y»."""
        place = self.draft.opening
        carrier = self.items[place]
        if carrier.clitic[-1:] != "ب" or carrier.finite:
            return False
        for item in reversed(self.items[:place]):
            if item.role is Role.THAT:
                return self._opens_plan(item)
            if item.role in (Role.BOUNDARY, Role.RELATIVE) or (item.finite and tenses(item) != {"present"}):
                return False
        return False

    def _opens_plan(self, that: Item) -> bool:
        """Tell whether *that* is أن behind a plan: «من المقرر أن»."""
        told = self.words[max(self.draft.sentence, that.first - _PLANNED_WITHIN) : that.first]
        return that.role is Role.THAT and that.word in _BARE_THAT and self.cues.find("planned", told) is not None

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
        if any(item.role is Role.GROUP and item.last == first for item in self.items):
            # «مون جيه إن يلتقي X»: the word ends a name.
            return False
        return _NO_PLAN.isdisjoint(self.words[first - 2 : first - 1])

    def was_to_be(self) -> bool:
        """Tell whether كان stands before such a verb: «كان من المقرر أن يلتقي»."""
        return not WAS.isdisjoint(self.far) and self.is_subjunctive()

    def is_hoped_for(self) -> bool:
        """Tell whether a subjunctive hangs on a hope: «أعرب عن أمله في أن يزور X», «يرغب في أن يلتقي Y»."""
        first = self.verb.first
        if not self.is_subjunctive():
            return False
        hoped = self.cues.find("wished", self.words[max(0, first - _HOPE) : first]) is not None
        return hoped or self._is_called_for()

    def _is_called_for(self) -> bool:
        """Tell whether somebody only calls upon who is to do it: «طالب X Y بأن يلتقي Z»."""
        before = self.items[: self.items.index(self.verb)]
        verb = next((item for item in reversed(before) if item.finite), None)
        return verb is not None and self.words[verb.first].lstrip("وف") in CALLING

    def is_still_before(self) -> bool:
        """Tell whether only what comes before the act is told: «قبل لقاء X»."""
        first = self.trigger.first
        if first == 0 or ("past" in self.tenses and self.words[first - 1].lstrip("و") not in _EVE):
            return False
        first -= self.words[first - 1] in _HOLDING
        if first == 0:
            return False
        had = self.words[self.draft.sentence] in WAS and _HAD in self.words[self.draft.sentence : first]
        if had or not WAS.isdisjoint(self.before):
            return False
        return self.words[first - 1].lstrip("و") in _BEFORE_IT or not _BEFORE_IT.isdisjoint(self._time_before(first))

    def is_days_before(self) -> bool:
        """Tell whether what was some days before the act is told: «قبل أيام من لقاء X»."""
        return not _DAYS.isdisjoint(self._time_before(self.trigger.first)) and self.is_still_before()

    def _time_before(self, first: int) -> Sequence[str]:
        """Return the words up to the token *first* where they may tell how long before it: «قبل أيام من»."""
        return self.words[max(0, first - _AHEAD_OF) : first] if self.words[first - 1] == "من" else ()

    def is_aim(self) -> bool:
        """Tell whether the act is an aim: no verb carries it, or one of the present tense."""
        hailed = self.draft.channel is Channel.LETTER and any(word.lstrip("وف") in HASTENING for word in self.before)
        if hailed or self._is_told_of() or not _GONE.isdisjoint(self.behind[:_GONE_WITHIN]):
            return False
        may_aim = not self.tenses or (self.is_present_tense and not self.is_alone)
        return may_aim and is_toward(self.items, self.draft.place, self.words)

    def _is_told_of(self) -> bool:
        """Tell whether a past verb behind the noun and its parties tells of it.

        «محادثات مع X ركزت على», «تحضيرا للقمة بين X وY التي عقدت»
        """
        if self.trigger.finite:
            return False
        later = self.items[self.draft.place + 1 :]
        behind = next((item for item in later if item.role not in (Role.GROUP, Role.PREPOSITION)), None)
        if behind is None or behind.role is not Role.RELATIVE:
            return behind is not None and self.words[behind.first] in _WENT
        return not _WAS_HELD.isdisjoint(self.words[behind.last : behind.last + 1])


def _goes_over(item: Item, words: Sequence[str]) -> bool:
    """Tell whether *item* is a past verb behind which the aim came about at once: «انتقل للقاء X»."""
    if words[item.first] in _MOVING:
        return tuple(words[max(0, item.first - 2) : item.first]) == _BEFORE_THAT
    return words[item.first] in _MOVED


def comes(item: Item) -> bool:
    """Tell whether *item* is a verb of coming or going somewhere."""
    return not _JOURNEYS.isdisjoint(item.senses.keys)
