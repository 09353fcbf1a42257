"""Tell whether an act did not take place, was called off or is denied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explore.events.account import NEGATIONS, STRESSING, UNREAL, WAS, WAS_WITHIN, Account
from explore.events.items import VERBS, Role
from explore.events.words import listed, with_and
from explore.model import Channel, Status

_TELLING = VERBS | {Role.BOUNDARY}
_WENT = listed("refusals", "went")
# «لم يجر X أي اتصال»: the negation stands at most so many words before.
_DENIED_WITHIN = 6
# «لم يلتق X وY منذ …» says when they last did.
_SINCE = 8
_TIMES = listed("refusals", "times")
_WHEN_WITHIN = 3
# «من غير المتوقع أن» has so many words before its verb.
_UNLIKELY_WITHIN = 3
_PLANNED = listed("refusals", "planned")
_REFUSING = listed("refusals", "refusing")
_AS = "كما"
_MET = frozenset((Channel.MEETING, Channel.CALL, Channel.VIDEO, Channel.VISIT))
_NO = (["لا"], ["ولا"])
_CONTRARY = listed("refusals", "contrary")
_WHAT = listed("shared", "what")
_EXCEPT = listed("refusals", "except")
_COMING_BACK = listed("refusals", "coming_back")
_RULED_OUT = frozenset(("المستبعد", "مستبعدا"))
_EXPECTED = listed("refusals", "expected")
# «لم يزر … كما كان مقررا» says within so many words that a plan fell through.
_CANCELLED = 6
# «اجتماع مع X من شأنه أن»: an act whose effects are weighed; the word stands at most so many words behind.
_WOULD = frozenset(("شانه", "شانها"))
_WOULD_WITHIN = 7

_CALLED_OFF = listed("refusals", "called_off")
# «لا توجد خطط لعقد لقاء»: the plan stands at most so many words before the act.
_PLANS = listed("refusals", "plans")
_NONE = listed("refusals", "none")
_NOT, _THERE_IS = frozenset(("لا", "لم")), listed("refusals", "there_is")
_PLAN_WITHIN = 4
NOT_CALLED_OFF = "nobody has called it off"
# What leaves open whether an act is called off stands at most so many items before the verb that would.
_THREATS = listed("refusals", "threats")
_THREAT_WITHIN = 8
_NOT_CALLED_OFF = (Status.WISHED, Status.DENIED)
_TURNS = with_and(listed("refusals", "turns"))
# «ما أشيع عن رسالة X "لا أساس له من الصحة"»
_SHORT_QUOTE = 6


class Refusals(Account):
    """Tell what says that an act did not take place, was called off or is denied."""

    def fell_through(self) -> bool:
        """Tell whether a negated act had been planned: «لم يلتق X Y كما كان مقررا»."""
        if not self.negation:
            return False
        behind = self.behind[:_CANCELLED]
        planned = not _PLANNED.isdisjoint(behind) and (self.is_noun or not self.is_alone or _AS in behind)
        return planned or self.cues.find("cancelled", self.behind[:_CANCELLED]) is not None

    def happened_last(self) -> bool:
        """Tell whether a negated act is dated by منذ: «لم يلتق X وY منذ 2019»."""
        if not self.negation or "لن" in self.negation or not self.is_alone:
            return False
        if self.draft.channel is Channel.AGREEMENT:
            # «لم يوقعا معاهدة منذ الحرب» never signed one.
            return False
        behind = self.words[self.trigger.last : self.trigger.last + _SINCE]
        return "منذ" in behind and self._tells_when(self.trigger.last + behind.index("منذ") + 1)

    def happened_but_so_often(self) -> bool:
        """Tell whether a negation only says how often or where it was: «لم يزر X Z إلا مرة»."""
        if not self.negation or "لن" in self.negation or not self.is_alone or self.is_noun:
            return False
        return not _EXCEPT.isdisjoint(self.words[self.trigger.last : self.trigger.last + _SINCE])

    def _tells_when(self, first: int) -> bool:
        """Tell whether a time stands behind «منذ»: «منذ 2019», «منذ نحو عام», not «منذ عودة X إلى السلطة»."""
        dated = any(item.role is Role.DATE and first <= item.first < first + _WHEN_WITHIN for item in self.items)
        return dated or not _TIMES.isdisjoint(self.words[first : first + _WHEN_WITHIN])

    def is_denied_outright(self) -> bool:
        """Tell whether the text insists that it never was: «لم يجر X أي اتصال», «لم يتحدثا قط»."""
        denied = self.negation.lstrip("و") == "لم" or "لم" in self.far[-_DENIED_WITHIN:]
        if self.is_noun and self.is_alone and self.before[-1:] in _NO and self.draft.channel in _MET:
            # «لا لقاء بين X وY»
            return True
        any_at_all = "اي" in (*self.before[-1:], *self.words[self.trigger.first - 1 : self.trigger.first])
        return denied and (any_at_all or "قط" in self.behind or self._is_contrary())

    def _is_contrary(self) -> bool:
        """Tell whether others had told it: «خلافا لما تردد، لم يلتق X Y»."""
        far = self.far
        return any(word.lstrip("و") in _CONTRARY and far[at + 1] in _WHAT for at, word in enumerate(far[:-1]))

    def has_no_plan(self) -> bool:
        """Tell whether nobody plans it: «لا توجد حتى الآن خطط لعقد لقاء», «ليس هناك موعد لزيارة X»."""
        if _PLANS.isdisjoint(word.lstrip("و") for word in self.before[-_PLAN_WITHIN:]):
            return False
        before = [word.lstrip("و") for word in self.before]
        none = any(no in _NOT and there in _THERE_IS for no, there in pairwise(before))
        return none or not _NONE.isdisjoint(before)

    def did_not_happen(self) -> bool:
        """Tell whether a negation that nobody denies stands before: «لم يلتق», «دون أي لقاء»."""
        if self.before[-1:] == ["اي"]:
            # «نفى عقد أي لقاء» denies it.
            return self.cues.find("denied", self.far) is None
        if self._has_lasted():
            return False
        return bool(self.negation) and self.cues.find("denied", self.before[:-1]) is None

    def _has_lasted(self) -> bool:
        """Tell whether only how an act was is negated: «لم يستغرق اجتماع X مع Y طويلا»."""
        return self.is_noun and self.is_alone and self.before[-1:] != [] and self.before[-1] in _WENT

    def will_not_be(self) -> bool:
        """Tell whether it is said of two whom the sentence names that it is none to come: «لن يلتقي X Y»."""
        if self.negation.lstrip("و") != "لن" or not self.did_not_happen():
            return False
        named = {actor.id for item in self.items for actor in item.actors}
        return self.draft.senders[0].id in named and self.draft.recipients[0].id in named

    def is_denied_behind(self) -> bool:
        """Tell whether the sentence denies the act after telling it."""
        if not self.cues.may_stand("denied_after", self.words[self.trigger.last : self.items[-1].last]):
            return False
        quotes = [item for item in self.items[self.draft.place + 1 :] if item.role is Role.QUOTE]
        end = quotes[0].first if quotes else self.items[-1].last
        told = self.behind[: max(0, end - self.trigger.last)]
        if self.cues.find("denied_after", told) is not None:
            return True
        quoted = self.words[end + 1 : quotes[1].first] if len(quotes) > 1 else ()
        within = end < self.trigger.last + len(self.behind) and self.words[end - 1] != ":"
        return within and len(quoted) <= _SHORT_QUOTE and self.cues.find("denied_after", quoted) is not None

    def is_called_off_behind(self) -> bool:
        """Tell whether the sentence calls the act off: «الزيارة ألغيت», «الزيارة التي كان X يعتزمها ألغيت»."""
        described = self.draft.verb is not None and self.draft.verb > self.draft.place and self.tenses != {"past"}
        noun = (self.is_noun and self.is_alone) or described
        if not noun or self.cues.find("cancelled_after", self.behind) is None:
            return False
        return self.cues.find("cancelled_after", self._told_of_it(self.behind)) is not None

    def _told_of_it(self, behind: Sequence[str]) -> Sequence[str]:
        """Return the words *behind* the act but verbs whose subject is another: «لقاء X، فيما [ألغيت] زيارة Y»."""
        first = self.trigger.last
        others = {item.first - 1 - first for item in self.items if item.role is Role.ACT and not item.finite}
        return [word for at, word in enumerate(behind) if at not in others]

    def was_going_to_be(self) -> bool:
        """Tell whether كان stands before a future verb: «كان سيلتقي», «كان X سيلتقي»."""
        return self.tenses == {"future"} and not WAS.isdisjoint(self._since_act()[-WAS_WITHIN:])

    def _since_act(self) -> Sequence[str]:
        """Return the words between the act before, or the beginning of the clause, and the verb."""
        place = min(self.draft.place, self.items.index(self.verb))
        earlier = [item.last for item in self.items[:place] if item.role in _TELLING]
        return self.words[max([self.draft.sentence, *earlier]) : self.verb.first]

    def is_cancelled(self) -> bool:
        """Tell whether the verb that carries the noun cancels it, or one before: «ألغى الزيارة», «أُلغيت زيارة».

        «يجب إلغاء الزيارة» does not.
        """
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        cancelled = self.draft.cancelled or (not self.is_alone and before in _CALLED_OFF)
        return cancelled and not self.is_unreal()

    def is_only_threatened(self) -> bool:
        """Tell whether nobody has called the act off yet: «هدد X بإلغاء اللقاء», «لن يلغي X الزيارة», «قد تلغى»."""
        if not self.draft.cancelled or self.is_alone or self.tenses == {"past"}:
            return False
        return self.negation != "" or self.governed in _NOT_CALLED_OFF or self._is_threatened()

    def _is_threatened(self) -> bool:
        """Tell whether a word before the verb of calling off leaves it open: «هدد ب», «احتمال», «نفى»."""
        verb = self.items.index(self.verb)
        for item in reversed(self.items[max(0, verb - _THREAT_WITHIN) : verb]):
            if item.word.removeprefix("و") in _THREATS:
                return True
            if item.finite or item.role in _TELLING or item.word in STRESSING:
                return False
        return False

    def was_planned_and_called_off(self) -> bool:
        """Tell whether a plan stands before the act and its end behind: «كان من المقرر أن يلتقي … لكن اللقاء ألغي»."""
        if (
            self.draft.channel is Channel.LETTER
            or self.tenses == {"past"}
            or not any(self.cues.find(name, self.far) for name in ("planned", "cancelled"))
        ):
            return False
        return self.cues.find("cancelled_after", self._told_of_it(self.rest)) is not None or self._had_been_planned()

    def _had_been_planned(self) -> bool:
        """Tell whether «كان من المقرر أن» turns behind the act to what became of the plan: «لكن X لن يحضر»."""
        if WAS.isdisjoint(self.far):
            return False
        turn = next((at for at, word in enumerate(self.rest) if word in _TURNS), len(self.rest))
        return self.cues.find("fell_through", self.rest[turn:]) is not None

    def is_unreal(self) -> bool:
        """Tell whether the act is only imagined or demanded: «لو التقى», «هل يلتقي», «لقاء X من شأنه أن»."""
        if self.is_noun and not _WOULD.isdisjoint(self.behind[:_WOULD_WITHIN]):
            return True
        if self.cues.find("unreal", self.before[-UNREAL:]) is not None:
            return True
        return self._is_unlikely() or self._is_returned_to()

    def _is_returned_to(self) -> bool:
        """Tell whether talks are only what somebody is to come back to: «طالبه بالعودة إلى المحادثات»."""
        before = self.words[max(0, self.trigger.first - 2) : self.trigger.first]
        return len(before) > 1 and before[1] == "الي" and before[0] in _COMING_BACK

    def _is_unlikely(self) -> bool:
        """Tell whether nobody expects what the verb tells: «من غير المتوقع أن يلتقي X Y», «من المستبعد أن»."""
        told = self.words[max(0, self.verb.first - _UNLIKELY_WITHIN) : self.verb.first]
        if len(told) < _UNLIKELY_WITHIN or told[-1] != "ان":
            return False
        return told[-2] in _RULED_OUT or (told[-3] == "غير" and told[-2] in _EXPECTED)

    def is_refused(self) -> bool:
        """Tell whether a verb governs the act that refuses it or rules it out: «استبعد X لقاء Y»."""
        return self.governed is Status.DENIED or self._is_refused_behind_that()

    def _is_refused_behind_that(self) -> bool:
        """Tell whether somebody refuses to do what the verb behind «أن» tells: «رفض X أن يلتقي Y»."""
        if self.words[self.verb.first - 1 : self.verb.first] != ("ان",):
            return False
        place = self.items.index(self.verb) - 2
        while place >= 0 and self.items[place].role in (Role.GROUP, Role.COMMA):
            place -= 1
        verb = self.items[place] if place >= 0 else None
        refused = verb is not None and self.words[verb.first].lstrip("وف") in _REFUSING
        return refused and (place == 0 or self.words[self.items[place].first - 1] not in NEGATIONS)
