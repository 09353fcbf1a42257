"""Judge whether an act happened, is planned or wished, was cancelled or is denied, and say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explore.events.account import AHEAD, BEHIND, PAST, UNREAL
from explore.events.cues import CUES, Cues
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.prospects import Prospects
from explore.events.reach import names_person
from explore.events.refusals import NOT_CALLED_OFF, Refusals
from explore.events.words import listed
from explore.model import Channel, Status

# The reason where a mere noun does not say whether the act took place: «زيارة X إلى Y».
UNSAID = "nothing says whether it took place"
# What is plainly told to have happened.
NO_SIGN = "no sign of a plan or denial"
# A lead tells what happened, or is to happen that day, in the present: «يستقبل X Y الجمعة».
NEWS_OF_THE_DAY = "the news of the day, in the present"
# What was still to come when somebody spoke may be told to have happened: «قال قبل وصوله».
BEFORE_IT = "what comes before it is told"
INTENDED = "intended"
DAYS_BEFORE = "some days off: " + BEFORE_IT
# What was to be may be told to have been called off.
WAS_TO_BE = "it was to be"
# «زيارة X إلى Y ستتيح»: what a visit under way is still to bring.
WILL_BE = "its verb is to come"
# «أنهى X زيارته»: the day told is that on which a visit ended.
AT_ITS_END = "told at its end"
# «لم يلتق X وY منذ 2019» tells when they last did.
NOT_SINCE = "not again since then"
ON_PROGRAMME = "on the programme"
# «لم يزر X Z إلا مرة» does not tell that it was on the day of the article.
SO_OFTEN = "no more often than told"
# What is to come may be part of a visit under way.
DURING = "during what is to come"
AIM = "aim of what is to come"
# A stop of a tour may be where the traveller already is.
NEXT_STOP = "a stop of the tour still to come"
# Who came for an act may be told to have done it.
AIM_OF_ARRIVAL = "aim of who came"
# What the present tense tells may be under way.
PRESENT = "present verb after the lead"
_ORDINALS = listed("shared", "ordinals")
_AFTER = listed("shared", "after")
_LASTED = 5
_COMING = listed("status", "coming")
_WANTING = listed("status", "wanting")
_UNTOLD = listed("status", "untold")
# «الدخول في محادثات» is no more than to talk.
_ENTERING = listed("status", "entering")
_NOT = "لم"
_DENYING = listed("status", "denying")
_REFUSED_WITHIN = 7
_REFUSING = ("رفض", "يرفض", "ترفض")
_AND_THAT = "وان"
_DURING = listed("shared", "during")
_THIS = frozenset(("هذه", "وهذه", "هذا", "وهذا", "لهذه", "بهذه"))
_BARE_THAT = listed("shared", "bare_that")
# «العمل لتحديد موعد اللقاء»: so many words before the noun belong to it.
_BETWEEN = 3


class _Judged(Refusals, Prospects):
    """Judge an act by the first sign that applies, else by the first cue or the tense."""

    def _between(self) -> Sequence[str]:
        """Return the last words between the verb and its noun: «يجري العمل لتحديد موعد اللقاء»."""
        between = self.items[self.draft.verb + 1 : self.draft.place] if self.draft.verb is not None else ()
        return [item.word for item in between if item.role is Role.WORD][-_BETWEEN:]

    def _is_during(self, cue: str) -> bool:
        """Tell whether *cue* tells what was wished for during the act: «أمل في التقدم خلال لقاء», «تعهد في لقاء»."""
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        told = {word.lstrip("و") for word in self.words[max(0, self.trigger.first - _LASTED) : self.trigger.first]}
        if before == "من" and not told.isdisjoint(_AFTER):
            # «بعد ساعات من المباحثات، تعهد X وY»
            return True
        if before == "في":
            return cue not in _WANTING and _ENTERING.isdisjoint(self.words[max(0, self.trigger.first - 2) :][:1])
        return before in PAST

    def _is_when(self) -> bool:
        """Tell whether the act says when something else was cancelled: «ألغى برنامجه في ثاني أيام من زيارته»."""
        before = self.words[self.trigger.first - 1] if self.trigger.first else ""
        return self.is_noun and (before in PAST or (before == "من" and self.draft.channel is Channel.VISIT))

    def _is_told_apart(self, cue: str) -> bool:
        """Tell whether the cue is of what came before: «إن ذلك لم يحدث، وإن آخر مكالمة», «رفضه، وأنهما تبادلا»."""
        if cue.startswith(_REFUSING) and self.verb.clitic == "و" and "past" in self.tenses:
            # «رفض X الدعوة وتوجه إلى Y»
            return True
        if not cue.startswith((_NOT, *_REFUSING)) or _AND_THAT not in self.far:
            return False
        first = cue.split()[0]
        return first in self.far and self.far.index(_AND_THAT) > self.far.index(first)

    def _denies_other(self, cue: str) -> bool:
        """Tell whether *cue* denies something else than the act."""
        return self._is_told_apart(cue) or self._is_denied_in_it() or self._is_where_denied()

    def _is_denied_in_it(self) -> bool:
        """Tell whether something else was denied during the act: «رفض X خلال اتصال مع Y لقاء Z»."""
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        return self.is_noun and (before in _DURING or (before == "في" and self.draft.channel is Channel.CALL))

    def _is_where_denied(self) -> bool:
        """Tell whether something else is denied behind the act: «نفى X، خلال لقائه Y، أن», «نفى X الذي التقى Y أن»."""
        place = self.draft.place
        if not any(item.role is Role.THAT and item.word in _BARE_THAT for item in self.items[place + 1 :]):
            return False
        if any(item.role is Role.THAT for item in self.items[:place]):
            return False
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        if self.is_noun and (before in PAST or before == "في"):
            return True
        told = next((at for at in range(place - 1, 0, -1) if self.items[at].role is Role.RELATIVE), 0)
        named = self.items[told - 1 - (self.items[told - 1].role is Role.COMMA)] if told else self.trigger
        return named.role is Role.GROUP and names_person(named)

    def _may_deny(self) -> Sequence[str]:
        """Return the words before the act that may deny it: of its own clause where a past verb opens one.

        «وفي حين يرفض X الحوار، تلقى اتصالا» goes on behind the comma.
        """
        at = self.items.index(self.verb)
        opens = at > 0 and self.items[at - 1].role is Role.COMMA and self.words[self.items[at - 1].first] == "،"
        if "past" not in self.verb.senses.tenses or not opens or self.verb.clitic:
            return self.far
        return self.words[max(self.verb.first, self.trigger.first - len(self.far)) : self.trigger.first]

    def is_refused_aim(self) -> bool:
        """Tell whether what should lead to the act is refused: «رفض X وساطة لإجراء حوار», «نفى خططا للقاء»."""
        if not self.is_aim():
            return False
        place = self.draft.opening
        for item in reversed(self.items[max(0, place - _REFUSED_WITHIN) : place]):
            word = self.words[item.first].lstrip("وف")
            if word in _DENYING:
                return True
            if item.finite or item.role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE, Role.COMMA):
                return False
        return False

    def _was_done_after(self) -> bool:
        """Tell whether something else was cancelled before what a past verb tells: «بعد إلغاء زيارة، أجرى X مكالمة»."""
        return self.tenses == {"past"} and self.cues.find("cancelled", self.before) is not None

    def by_cue(self) -> tuple[Status, str] | None:
        """Return what the first cue says, else what the tense says; None where the act is unreal."""
        places = self._places_of_cues()
        for name, status in CUES:
            if status is Status.DENIED and not _UNTOLD.isdisjoint(self.far):
                continue
            cue = self.cues.find(name, places.get(name, self.around))
            if cue is not None and status is Status.DENIED and self._denies_other(cue):
                continue
            if cue is None or (status is Status.WISHED and ("past" in self.tenses or self._is_during(cue))):
                continue
            if status is Status.CANCELLED and (self._is_when() or self._was_done_after()):
                continue
            return (status, f"cue {cue}") if status is not None else None
        if self.tenses == {"future"}:
            return Status.PLANNED, "future verb"
        if self.tenses == {"present"}:
            return Status.HAPPENED, UNSAID if self._is_numbered() else NEWS_OF_THE_DAY
        return Status.HAPPENED, UNSAID if self._is_mere_name() else NO_SIGN

    def _places_of_cues(self) -> dict[str, Sequence[str]]:
        """Return the words among which the cues of some sort may stand; all others stand around the act."""
        places: dict[str, Sequence[str]] = {
            "denied": self._may_deny(),
            "unreal": self.before[-UNREAL:],
            "planned": [*self._between(), *self.around],
        }
        if self.is_alone and self.tenses == {"past"}:
            # What follows a past verb was planned there, not here: «بحث ترتيبات اللقاء مع X هاتفيا».
            places["planned"] = self.before
        elif self._is_told_behind() or self._is_told_of():
            # «موعد الاتصالات التي جرت»: what stands before the noun plans nothing that has taken place.
            places["planned"] = self.words[self.trigger.first : self._said_behind()]
        elif self.tenses == {"past"}:
            # «في الأشهر المقبلة أجرى X محادثات»: a past verb plans nothing, whatever stands behind its noun.
            places["planned"] = [word for word in self.before if word not in AHEAD]
        elif self.is_noun and self.is_alone and self.words[self.trigger.first - 1].lstrip("و") in _AFTER:
            # «أعلن عن اجتماع مرتقب بعد لقاء مع X»: what comes before an act that has been does not plan it.
            places["planned"] = self.words[self.trigger.first : self._said_behind()]
        elif self.draft.channel is Channel.CALL and self.words[self.trigger.first - 1] == "في":
            # «بحث ترتيبات الرحلة في مكالمة»: only what stands on the call itself plans it.
            places["planned"] = self.words[self.trigger.first : self.trigger.last + BEHIND]
        elif self.draft.channel is Channel.LETTER:
            # «بعث برسالة ألغى فيها القمة»: what the letter calls off is not the letter.
            places["cancelled"] = self.before
        return places

    def _is_mere_name(self) -> bool:
        """Tell whether a noun only names a visit or summit: «زيارة X إلى Y», not «بعد زيارة», «أول زيارة»."""
        if not self.is_noun or not self.is_alone:
            return False
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        if before in _COMING:
            # «ويأتي لقاء X وY وسط خلافات»
            return True
        visit = self.draft.channel is Channel.VISIT or "قمه" in self.words[self.trigger.first]
        # «وتعد هذه أول زيارة», «هذه القمة» means the one told before, which may be still to come.
        meant = not _THIS.isdisjoint(self.words[max(0, self.trigger.first - _BETWEEN) : self.trigger.first])
        return visit and (meant or (before not in PAST and before not in _ORDINALS))


# What a sentence may say of an act, in the order in which it decides; None drops the act.
_SIGNS: tuple[tuple[Callable[[_Judged], bool], Status | None, str], ...] = (
    (Refusals.is_only_threatened, Status.PLANNED, NOT_CALLED_OFF),
    (Refusals.fell_through, Status.CANCELLED, "it had been planned"),
    (Refusals.happened_last, Status.HAPPENED, NOT_SINCE),
    (Refusals.happened_but_so_often, Status.HAPPENED, SO_OFTEN),
    (Refusals.is_denied_outright, Status.DENIED, "the text insists that it never was"),
    (Prospects.is_wished_for, Status.WISHED, "somebody wants it"),
    (Refusals.is_refused, Status.DENIED, "somebody refuses it"),
    (Refusals.will_not_be, Status.DENIED, "it will not be"),
    (Refusals.has_no_plan, Status.DENIED, "nobody plans it"),
    (Refusals.did_not_happen, None, "negated"),
    (Refusals.is_denied_behind, Status.DENIED, "denied in the same sentence"),
    (Refusals.is_called_off_behind, Status.CANCELLED, "called off in the same sentence"),
    (Refusals.was_going_to_be, Status.CANCELLED, "it was going to be"),
    (Prospects.is_accepted, Status.PLANNED, "an invitation that was accepted"),
    (Prospects.is_invitation, Status.WISHED, "an invitation"),
    (Refusals.is_cancelled, Status.CANCELLED, "the verb says so"),
    (Refusals.was_planned_and_called_off, Status.CANCELLED, "planned, then called off"),
    (Refusals.is_unreal, None, "unreal"),
    (Prospects.is_weighed, None, "weighed"),
    (Prospects.is_made_conditional, None, "weighed"),
    (Prospects.will_not_come_about, Status.DENIED, "it will not be"),
    (Prospects.may_come_about, Status.WISHED, "it is only possible"),
    (Prospects.is_possible, Status.WISHED, "it is only possible"),
    (Prospects.is_only_thought_of, Status.WISHED, "it is only thought of"),
    (Prospects.is_being_prepared, Status.PLANNED, "it is still to come"),
    (Prospects.is_intended, Status.PLANNED, INTENDED),
    (Prospects.is_sequel, Status.HAPPENED, "it went on so"),
    (Prospects.is_sequel_in_plan, Status.PLANNED, "next in what is to come"),
    (Prospects.is_aim_of_move, Status.HAPPENED, "it went on so"),
    (Prospects.was_to_be, Status.PLANNED, WAS_TO_BE),
    (Prospects.is_hoped_for, Status.WISHED, "somebody hopes for it"),
    (Prospects.is_subjunctive, Status.PLANNED, "subjunctive after ان"),
    (Prospects.is_days_before, Status.PLANNED, DAYS_BEFORE),
    (Prospects.is_still_before, Status.PLANNED, BEFORE_IT),
    (Prospects.is_during, Status.PLANNED, DURING),
    (_Judged.is_refused_aim, Status.DENIED, "somebody refuses it"),
    (Prospects.is_means_of_plan, Status.PLANNED, "how what is planned is to be"),
    (Prospects.is_aim_of_arrival, Status.PLANNED, AIM_OF_ARRIVAL),
    (Prospects.is_aim, Status.PLANNED, AIM),
    (Prospects.will_be, Status.PLANNED, WILL_BE),
    (Prospects.is_part_of_plan, Status.PLANNED, "part of what is to come"),
    (Prospects.is_next_in_plan, Status.PLANNED, "next in what is to come"),
    (Prospects.is_toured_next, Status.PLANNED, NEXT_STOP),
    (Prospects.is_on_programme, Status.PLANNED, ON_PROGRAMME),
    (Prospects.is_done_next, Status.PLANNED, "a present verb brings it"),
    (Prospects.is_to_be, Status.PLANNED, "it is spoken of as to come"),
    (Prospects.is_going_on, Status.HAPPENED, "the visit is under way"),
    (Prospects.looks_ahead, Status.PLANNED, "a present verb with a time to come"),
    (Prospects.is_on_the_way, Status.PLANNED, "what somebody left for"),
    (Prospects.is_how_to_come, Status.PLANNED, "how somebody is to go"),
    (Prospects.is_present, Status.PLANNED, PRESENT),
)
# These are only of a verb in the present tense.
_OF_PRESENT = (
    Prospects.is_possible,
    Prospects.is_sequel,
    Prospects.is_sequel_in_plan,
    Prospects.was_to_be,
    Prospects.is_hoped_for,
    Prospects.is_subjunctive,
    Prospects.is_part_of_plan,
    Prospects.is_to_be,
    Prospects.is_going_on,
    Prospects.looks_ahead,
    Prospects.is_on_the_way,
    Prospects.is_present,
)
_SIGNS_OF_OTHERS = tuple(sign for sign in _SIGNS if sign[0] not in _OF_PRESENT)


def judge(
    draft: Draft, items: Sequence[Item], words: Sequence[str], cues: Cues, *, lead: bool
) -> tuple[Status, str] | None:
    """Return the status with its reason; None where the text says that the act simply did not take place."""
    account = _Judged(draft, items, words, cues, lead=lead)
    for applies, status, reason in _SIGNS if account.is_present_tense else _SIGNS_OF_OTHERS:
        if applies(account):
            return (status, reason) if status is not None else None
    return account.by_cue()
