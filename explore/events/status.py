"""Judge whether an act happened, is planned or wished, was cancelled or is denied, and say why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from explore.events.drafts import Draft
from explore.events.governors import Governors
from explore.events.items import Item, Role
from explore.events.tenses import tenses
from explore.knowledge.lexicon import Kind
from explore.model import Channel, EntityType, Status
from explore.text.fold import key as fold_key

# The reason where a mere noun does not say whether the act took place: «زيارة X إلى Y».
UNSAID = "nothing says whether it took place"
# A lead tells what happened, or is to happen that day, in the present: «يستقبل X Y الجمعة».
NEWS_OF_THE_DAY = "the news of the day, in the present"
# What was still to come when somebody spoke may be told to have happened: «قال قبل وصوله».
BEFORE_IT = "what comes before it is told"
# Who came for an act may be told to have done it.
AIM_OF_ARRIVAL = "aim of who came"
# What the present tense tells may be under way.
PRESENT = "present verb after the lead"
# «أول زيارة لX إلى Y منذ 2015» is one of its own.
_ORDINALS = frozenset(("اول", "اخر", "ثاني", "ثالث", "رابع", "خامس", "سابقه"))
# Behind these even an aim is past: «بعد لقاء».
_PAST = frozenset(("بعد", "عقب", "منذ", "اثر", "خلال", "غداه", "فور"))
# These stand behind the noun that they speak of, never before it.
_OF_THE_NOUN_BEFORE = frozenset(("مقرره", "المقرره", "المرتقبه", "مرتقبه", "المزمعه", "المنتظره", "المتوقعه"))
# «يرغب في لقاء» wants the act itself; «تعهد في لقاء» something during it.
_WANTING = frozenset(("يرغب", "ترغب", "رغبته", "رغبتها", "رغبه", "امله", "يامل", "تامل", "امل", "يفكر", "نيته"))
# Behind these a noun is what somebody came for.
_AIMS = frozenset(
    ("لتدشين", "لاطلاق", "لافتتاح", "لبدء", "لتروس", "لحضور", "لاجراء", "لعقد", "لاستكمال", "لمواصله", "لاستيناف")
)
# Verbal nouns that are an aim with their article too.
_TO_DO = frozenset(("للاجتماع", "للتباحث", "للتشاور", "للتفاوض", "للالتقاء", "للتحادث"))
# «لدى وصوله للاجتماع» arrives at what is held.
_ARRIVAL = "وصول"
_AIM_OF_MORE = ("لاجراء", "مزيد", "من")
# «نتاج لمباحثات», «صور لزيارة»: what comes of an act, or shows it, is no aim.
_OF_ACTS = frozenset((
    "نتاج", "نتاجا", "نتيجه", "ثمره", "صور", "صوره", "نص", "تتويج", "تتويجا", "امتداد", "امتدادا", "استمرار",
    "استمرارا", "استكمالا", "وفقا", "طبقا", "تنفيذا", "خلافا", "تقييم", "تغطيه", "متابعه", "انتقاد", "انتقادات",
))  # fmt: skip
_MORE = frozenset(("مزيد", "المزيد", "عدد", "جوله", "سلسله"))
_NEGATIONS = frozenset(("عدم", "بعدم", "لعدم", "وعدم", "لم", "لن", "ولم", "ولن", "لا", "ولا", "دون"))
_VERBAL = (Role.ACT, Role.SUPPORT, Role.SPEECH, Role.BOUNDARY)
# «لم يستغرق اجتماع X وY طويلا»: the meeting was.
_WENT = frozenset(("يستغرق", "تستغرق", "يدم", "تدم", "يتطرق", "تتطرق", "يسفر", "تسفر", "يحقق", "تحقق", "تفض", "يفض"))
_WAS = frozenset(("كان", "كانت"))
# Before a present verb these say that it was happening.
_WAS_DOING = frozenset(("كان", "كانت", "كانوا", "ظل"))
# «قبل ثلاثة أيام من زيارة X»: so many words before.
_AHEAD_OF = 4
_BEFORE_IT = frozenset(("قبل", "قبيل", "عشيه"))
# «قبل أيام من انعقاد قمة»: one of these may stand before the noun.
_HOLDING = frozenset(("انعقاد", "بدء", "موعد", "انطلاق", "اجراء", "عقد"))
_THAT = frozenset(("ان", "وان", "بان"))
# «بعد أن يلتقي», «سبق أن يلتقي» are no plans.
_NO_PLAN = frozenset(("بعد", "قبل", "منذ", "سبق"))
# What may be; these stand at most so many words before the verb: «يمكن أن يلتقي».
_POSSIBLE = frozenset(("يمكن", "يحتمل", "ربما", "المحتمل", "محتمل", "الممكن"))
_POSSIBLE_WITHIN = 3
_AHEAD = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "المقبلين", "القادمين", "قريبا", "لاحقا", "لاحق"))
# Verbs to come whose subject may be an act: «المباحثات ستتناول».
_WILL = frozenset((
    "سيناقش", "ستناقش", "سيتضمن", "ستتضمن", "سيتم", "ستتم", "سيشهد", "ستشهد", "سيستعرض", "ستستعرض", "سيطرح", "ستطرح",
    "سيطلب", "ستطلب", "سيعرب", "ستعرب", "سيءكد", "ستءكد", "سيوكد", "ستوكد", "سيهدف", "ستهدف", "سيمثل", "ستمثل",
    "ستتناول", "سيتناول", "ستركز", "سيركز", "ستتركز", "سيتركز", "ستشمل", "سيشمل", "ستبحث", "سيبحث", "ستكون", "سيكون",
    "ستستمر", "سيستمر", "ستستغرق", "سوف", "ستناقش", "سيناقش", "ستتطرق", "سيتطرق", "ستتمحور", "سيتمحور", "ستعقد",
    "سيعقد", "ستبدا", "سيبدا", "ستنطلق", "سينطلق",
))  # fmt: skip
_JOURNEYS = frozenset(("verb.arrive", "verb.land", "verb.visit", "verb.leave_for", "verb.move"))
# How a verb to come begins, and what begins so and is none.
_FUTURE = ("سي", "ست")
_SHORTEST_FUTURE = 5
_NO_FUTURE = (
    "سيار", "سياس", "سياح", "سياد", "سياق", "سيد", "سيطر", "سينا", "سينما", "سيول", "سيره", "سيمن", "سيرت", "سيرغ",
    "سيرج", "سيلف", "ستراتيج", "ستاد", "ستين", "ستوكهولم", "ستيفن", "سيبيريا", "سيداو", "ستار", "ستارمر", "ستيف",
)  # fmt: skip
_DURING = frozenset(("خلال", "اثناء", "في"))
# «يجري خلالها مباحثات»: within two words of the verb.
_DURING_IT = frozenset(("خلالها", "خلاله", "اثناءها", "اثناءه"))
_NEXT = 2
# During an act something else will be: «سيركز X خلال لقائه Y».
_MEANWHILE = frozenset(("خلال", "اثناء"))
_WHEN = frozenset(("عندما", "حينما", "حين"))
_BEFORE_THAT = ("قبل", "ان")
_TAKES_IN = frozenset(("يشمل", "تشمل", "يتضمن", "تتضمن", "يتخلل", "تتخلل"))
_HELD = frozenset(("يعقد", "تعقد", "يعقدان", "تعقدان", "يجمع", "تجمع", "يجمعه", "تجمعه", "يجمعهما", "تجمعهما"))
_BEGUN = frozenset(("يبدا", "تبدا", "يقوم", "تقوم", "يبدان"))
# «رفض التعليق على زيارة X», «رفض الكشف عن هويته» denies nothing.
_UNTOLD = frozenset(("التعليق", "التعقيب", "الافصاح", "الخوض", "الادلاء", "الكشف", "ذكر"))
# «التفاوض للتوصل إلى اتفاق»: nobody has reached it.
_TO_REACH = "للتوصل"
_PRESENT = ("ي", "ت")
_BUT = frozenset(("لكن", "لكنه", "الا", "غير"))
_NOW = frozenset(("حاليا", "الان"))
# «يزور X حاليا», «أول رئيس فرنسي يزور»: so many words part them from the verb.
_NOW_WITHIN = 6
_FIRST_WITHIN = 4
# How many words before and behind the act its cues may stand.
_BEFORE = 9
_BEHIND = 3
# A denial may stand so much farther before: «نفى الكرملين ما أوردته … عن اتصال».
_DENIAL = 10
# «لم يجر X أي اتصال»: the negation stands at most so many words before.
_DENIED_WITHIN = 6
# «لم يلتق X وY منذ …» says when they last did.
_SINCE = 8
# «لم يزر … كما كان مقررا» says within so many words that a plan fell through.
_CANCELLED = 6
# What was last week is no aim: «نص لاتصال X مع Y، الأسبوع الماضي»; the word stands at most so many words behind.
_GONE = frozenset(("الماضي", "الماضيه", "امس"))
_GONE_WITHIN = 9
# «اجتماع مع X من شأنه أن»: an act whose effects are weighed; the word stands at most so many words behind.
_WOULD = frozenset(("شانه", "شانها"))
_WOULD_WITHIN = 7
_IN_IT = frozenset(("خلالها", "خلاله", "اثناءها", "اثناءه"))
# «العمل لتحديد موعد اللقاء»: so many words before the noun belong to it.
_BETWEEN = 3
# «لو», «كأن» make unreal what stands so close behind them.
_UNREAL = 4
# كان stands at most so many words before the verb of which it makes a past.
_WAS_WITHIN = 6
# «حيث من المقرر أن يلتقي», «حيث يلتقي»: the verb stands at most so many words behind.
_WHERE_WITHIN = 2
_VISITING = frozenset(("verb.arrive", "verb.visit"))
_LEAVING = frozenset(("verb.leave_for", "verb.move"))
# A negation stands right before its verb, or one word farther.
_NEGATION = 2
# The lists of words.toml in the order in which they decide; None drops the act.
_CUES: tuple[tuple[str, Status | None], ...] = (
    ("unreal", None),
    ("denied", Status.DENIED),
    ("cancelled", Status.CANCELLED),
    ("planned", Status.PLANNED),
    ("wished", Status.WISHED),
)


class Cues:
    """Hold the status cues of words.toml, folded."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Fold the cue groups."""
        names = [*(name for name, _ in _CUES), "denied_after", "cancelled_after"]
        self.groups = {name: tuple(tuple(fold_key(group).split()) for group in words[name]) for name in names}
        self._starts = {name: _by_first(groups) for name, groups in self.groups.items()}
        self.governors = Governors(words)

    def find(self, name: str, words: Sequence[str]) -> str | None:
        """Return the first cue of list *name* that stands in *words*."""
        starts = self._starts[name]
        if starts.keys().isdisjoint(words):
            return None
        found = [
            (rank, group)
            for place, word in enumerate(words)
            if word in starts
            for rank, group in starts[word]
            if len(group) == 1 or tuple(words[place + 1 : place + len(group)]) == group[1:]
        ]
        return " ".join(min(found)[1]) if found else None


def _by_first(groups: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the groups with their ranks by the first word, as it is and behind و or ف."""
    out: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for rank, group in enumerate(groups):
        for letter in ("", "و", "ف"):
            out.setdefault(letter + group[0], []).append((rank, group))
    return out


class _Account:
    """Hold an act with the words around it that may say what became of it."""

    def __init__(self, draft: Draft, items: Sequence[Item], words: Sequence[str], cues: Cues, *, lead: bool) -> None:
        self.draft = draft
        self.items = items
        self.words = words
        self.cues = cues
        self.lead = lead
        self.trigger = items[draft.place]
        self.verb = items[draft.verb] if draft.verb is not None else self.trigger
        self.is_alone = self.verb is self.trigger
        self.is_noun = _is_act_noun(self.verb)
        self.tenses = frozenset() if self.is_noun or not self.verb.finite else tenses(self.verb)
        self.is_present_tense = self.tenses == {"present"}
        self.governed = (
            cues.governors.find(items, min(draft.place, items.index(self.verb)), words)
            if (self.is_noun or not self.is_alone) and not self._is_told_behind()
            else None
        )
        self._gather()

    def _gather(self) -> None:
        """Gather the words before, around and behind the act, in which each kind of cue may stand."""
        words, trigger, verb = self.words, self.trigger, self.verb
        start = min(verb.first, trigger.first)
        first = max(self.draft.first, start - _BEFORE)
        self.before = [word for word in words[first:start] if word not in _OF_THE_NOUN_BEFORE]
        self.far = words[max(self.draft.sentence, first - _DENIAL, self._turned()) : start]
        self.around = [
            *self.before,
            *words[verb.first : verb.first + 1],
            *words[trigger.first : self._said_behind()],
            *self._adjective(),
        ]
        self.behind = words[trigger.last : self._next_act()]
        self.negation = next((word for word in reversed(self.before[-_NEGATION:]) if word in _NEGATIONS), "")

    def _turned(self) -> int:
        """Return the token behind «لكن», with which the sentence turns to something else before the act; else 0."""
        earlier = (item for item in self.items[: self.draft.place] if item.role is Role.BOUNDARY)
        return max((item.last for item in earlier if self.words[item.first].lstrip("و") in _BUT), default=0)

    def _said_behind(self) -> int:
        """Return the token before which a cue behind the act may stand: a few words on, where no «أن» comes first."""
        end = self.trigger.last + _BEHIND
        said = (item.first for item in self.items[self.draft.place + 1 :] if item.role is Role.THAT)
        return min(end, next(said, end)) if self.is_noun else end

    def _adjective(self) -> Sequence[str]:
        """Return the word behind the noun's genitive, which may describe the noun: «زيارة الرئيس X المتوقعة»."""
        following = self.items[self.draft.place + 1 : self.draft.place + 2]
        if not self.is_noun or not following or following[0].role is not Role.GROUP or following[0].preposition:
            return ()
        last = following[0].last
        last += self.words[last : last + 1] == ("،",)
        behind = self.words[last : last + 1]
        return behind if behind and behind[0].startswith("ال") else ()

    def _next_act(self) -> int:
        """Return the token at which the next verb or noun that is an act begins, else where the sentence ends."""
        later = (item for item in self.items[self.draft.place + 1 :] if item.role is Role.ACT)
        return next((item.first for item in later if item.first >= self.trigger.last), self.items[-1].last)

    def _between(self) -> Sequence[str]:
        """Return the last words between the verb and its noun: «يجري العمل لتحديد موعد اللقاء»."""
        between = self.items[self.draft.verb + 1 : self.draft.place] if self.draft.verb is not None else ()
        return [item.word for item in between if item.role is Role.WORD][-_BETWEEN:]

    def fell_through(self) -> bool:
        """Tell whether a negated act had been planned: «لم يلتق X Y كما كان مقررا»."""
        return bool(self.negation) and self.cues.find("cancelled", self.behind[:_CANCELLED]) is not None

    def happened_last(self) -> bool:
        """Tell whether a negated act is dated by منذ: «لم يلتق X وY منذ 2019»."""
        if not self.negation or "لن" in self.negation or not self.is_alone:
            return False
        if self.draft.channel is Channel.AGREEMENT:
            # «لم يوقعا معاهدة منذ الحرب» never signed one.
            return False
        return "منذ" in self.words[self.trigger.last : self.trigger.last + _SINCE]

    def is_denied_outright(self) -> bool:
        """Tell whether the text insists that it never was: «لم يجر X أي اتصال», «لم يتحدثا قط»."""
        denied = self.negation.lstrip("و") == "لم" or "لم" in self.far[-_DENIED_WITHIN:]
        return denied and (self.before[-1:] == ["اي"] or "قط" in self.behind)

    def did_not_happen(self) -> bool:
        """Tell whether a negation that nobody denies stands before: «لم يلتق», «دون أي لقاء»."""
        if self.before[-1:] == ["اي"]:
            return True
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
        quoted = (item.first for item in self.items[self.draft.place + 1 :] if item.role is Role.QUOTE)
        told = self.behind[: max(0, next(quoted, self.items[-1].last) - self.trigger.last)]
        return self.cues.find("denied_after", told) is not None

    def is_called_off_behind(self) -> bool:
        """Tell whether the sentence calls the act off: «الزيارة ألغيت»."""
        return self.is_noun and self.is_alone and self.cues.find("cancelled_after", self.behind) is not None

    def was_going_to_be(self) -> bool:
        """Tell whether كان stands before a future verb: «كان سيلتقي», «كان X سيلتقي»."""
        return self.tenses == {"future"} and any(word.lstrip("و") in _WAS for word in self._since_act()[-_WAS_WITHIN:])

    def _since_act(self) -> Sequence[str]:
        """Return the words between the act before, or the beginning of the clause, and the verb."""
        place = min(self.draft.place, self.items.index(self.verb))
        earlier = [item.last for item in self.items[:place] if item.role in _VERBAL]
        return self.words[max([self.draft.sentence, *earlier]) : self.verb.first]

    def is_invitation(self) -> bool:
        """Tell whether somebody was only invited: «دعا X Y إلى زيارة»."""
        return self.draft.invited

    def is_cancelled(self) -> bool:
        """Tell whether the verb that carries the noun cancels it: «ألغى الزيارة»."""
        return self.draft.cancelled

    def was_planned_and_called_off(self) -> bool:
        """Tell whether a plan stands before the act and its end behind: «كان من المقرر أن يلتقي … لكن اللقاء ألغي»."""
        if (
            self.draft.channel is Channel.LETTER
            or self.tenses == {"past"}
            or not any(self.cues.find(name, self.far) for name in ("planned", "cancelled"))
        ):
            return False
        return self.cues.find("cancelled_after", self.words[self.trigger.last : self.items[-1].last]) is not None

    def is_unreal(self) -> bool:
        """Tell whether the act is only imagined or demanded: «لو التقى», «هل يلتقي», «لقاء X من شأنه أن»."""
        if self.is_noun and not _WOULD.isdisjoint(self.behind[:_WOULD_WITHIN]):
            return True
        return self.cues.find("unreal", self.before[-_UNREAL:]) is not None

    def is_wished_for(self) -> bool:
        """Tell whether a verb governs the act that wants it: «وافق X على لقاء Y»."""
        return self.governed is Status.WISHED

    def is_refused(self) -> bool:
        """Tell whether a verb governs the act that refuses it or rules it out: «استبعد X لقاء Y»."""
        return self.governed is Status.DENIED

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
            if _is_to_come(item):
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
        return relative or now or "اول" in self.before[-_FIRST_WITHIN:]

    def is_aim_of_arrival(self) -> bool:
        """Tell whether somebody came for the act, who may be told to have done it: «وصل X إلى Y للقاء Z»."""
        came = any(item.finite and tenses(item) == {"past"} and _comes(item) for item in self.items[: self.draft.place])
        return came and self.is_aim()

    def looks_ahead(self) -> bool:
        """Tell whether a present verb stands with a time to come: «يزور X Y الأسبوع المقبل»."""
        return not _AHEAD.isdisjoint(self.behind)

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

    def is_still_before(self) -> bool:
        """Tell whether only what comes before the act is told: «قبل لقاء X»."""
        first = self.trigger.first
        if first == 0 or "past" in self.tenses:
            return False
        first -= self.words[first - 1] in _HOLDING
        if first == 0:
            return False
        if any(word.lstrip("و") in _WAS for word in self.before):
            return False
        if self.words[first - 1].lstrip("و") in _BEFORE_IT:
            return True
        return self.words[first - 1] == "من" and not _BEFORE_IT.isdisjoint(
            self.words[max(0, first - _AHEAD_OF) : first]
        )

    def is_aim(self) -> bool:
        """Tell whether the act is an aim: no verb carries it, or one of the present tense."""
        if not _GONE.isdisjoint(self.behind[:_GONE_WITHIN]):
            return False
        may_aim = not self.tenses or (self.is_present_tense and not self.is_alone)
        return may_aim and _toward(self.items, self.draft.place, self.words)

    def is_present(self) -> bool:
        """Tell whether a present verb stands after the lead: «ويلتقي X غدا Y», but not «كان يلتقي»."""
        if self.lead or self._goes_on_now() or (self.draft.spoken and self.is_alone):
            return False
        if not self.is_alone and not self._is_carried_now():
            return False
        if any(word.lstrip("و") in _WAS_DOING for word in self.before[-_WAS_WITHIN:]):
            return False
        return not (self._is_next() and any(tenses(item) == {"past"} for item in self.items[: self.draft.place]))

    def _goes_on_now(self) -> bool:
        """Tell whether states negotiate, which takes more than a day: «وتتفاوض X مع Y»."""
        negotiates = any(sense.key == "verb.negotiate" for sense in self.verb.senses)
        return self.is_alone and negotiates and self.draft.senders[0].type is not EntityType.PER

    def _is_next(self) -> bool:
        """Tell whether the act came after what a past verb tells: «وصل X قبل أن يلتقي Y»; a journey may be to come."""
        before = tuple(self.words[self.verb.first - 2 : self.verb.first])
        return self.draft.channel is not Channel.VISIT and before == _BEFORE_THAT

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
        return not _IN_IT.isdisjoint(self.words[self.verb.last : self.verb.last + 1])

    def _is_carried_now(self) -> bool:
        """Tell whether a present verb carries what is to come: «ويعقد X اجتماعا», «ويبدأ X زيارة»."""
        word = self.words[self.verb.first].lstrip("و")
        if word in _HELD:
            return True
        assert self.draft.verb is not None
        before = self.items[self.draft.verb - 1] if self.draft.verb else None
        told = before is not None and before.role is Role.RELATIVE
        return word in _BEGUN and self.draft.verb < self.draft.place and not told

    def _is_during(self, cue: str) -> bool:
        """Tell whether *cue* tells what was wished for during the act: «أمل في التقدم خلال لقاء», «تعهد في لقاء»."""
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        return before in _PAST or (before == "في" and cue not in _WANTING)

    def _is_when(self) -> bool:
        """Tell whether the act says when something else was cancelled: «ألغى برنامجه في ثاني أيام من زيارته»."""
        before = self.words[self.trigger.first - 1] if self.trigger.first else ""
        return self.is_noun and (before in _PAST or (before == "من" and self.draft.channel is Channel.VISIT))

    def _is_told_behind(self) -> bool:
        """Tell whether a past verb behind the noun tells of it: «القمة التي جمعت X وY»."""
        behind = self.draft.verb is not None and self.draft.verb > self.draft.place
        return behind and self.tenses == {"past"}

    def by_cue(self) -> tuple[Status, str] | None:
        """Return what the first cue says, else what the tense says; None where the act is unreal."""
        places: dict[str, Sequence[str]] = {
            "denied": self.far,
            "unreal": self.before[-_UNREAL:],
            "planned": [*self._between(), *self.around],
        }
        if self.is_alone and self.tenses == {"past"}:
            # What follows a past verb was planned there, not here: «بحث ترتيبات اللقاء مع X هاتفيا».
            places["planned"] = self.before
        elif self._is_told_behind():
            # «موعد الاتصالات التي جرت»: what stands before the noun plans nothing that has taken place.
            places["planned"] = self.words[self.trigger.first : self._said_behind()]
        elif self.tenses == {"past"}:
            # «في الأشهر المقبلة أجرى X محادثات»: a past verb plans nothing, whatever stands behind its noun.
            places["planned"] = [word for word in self.before if word not in _AHEAD]
        elif self.draft.channel is Channel.CALL and self.words[self.trigger.first - 1] == "في":
            # «بحث ترتيبات الرحلة في مكالمة»: only what stands on the call itself plans it.
            places["planned"] = self.words[self.trigger.first : self.trigger.last + _BEHIND]
        for name, status in _CUES:
            if status is Status.DENIED and not _UNTOLD.isdisjoint(self.far):
                continue
            cue = self.cues.find(name, places.get(name, self.around))
            if cue is None or (status is Status.WISHED and ("past" in self.tenses or self._is_during(cue))):
                continue
            if status is Status.CANCELLED and self._is_when():
                continue
            return (status, f"cue {cue}") if status is not None else None
        if self.tenses == {"future"}:
            return Status.PLANNED, "future verb"
        if self.tenses == {"present"}:
            return Status.HAPPENED, NEWS_OF_THE_DAY
        return Status.HAPPENED, UNSAID if self._is_mere_name() else "no sign of a plan or denial"

    def _is_mere_name(self) -> bool:
        """Tell whether a noun only names a visit or summit: «زيارة X إلى Y», not «بعد زيارة», «أول زيارة»."""
        if not self.is_noun or not self.is_alone:
            return False
        before = self.words[self.trigger.first - 1].lstrip("و") if self.trigger.first else ""
        visit = self.draft.channel is Channel.VISIT or "قمه" in self.words[self.trigger.first]
        return visit and before not in _PAST and before not in _ORDINALS


# What a sentence may say of an act, in the order in which it decides; None drops the act.
_SIGNS: tuple[tuple[Callable[[_Account], bool], Status | None, str], ...] = (
    (_Account.fell_through, Status.CANCELLED, "it had been planned"),
    (_Account.happened_last, Status.HAPPENED, "not again since then"),
    (_Account.is_denied_outright, Status.DENIED, "the text insists that it never was"),
    (_Account.is_wished_for, Status.WISHED, "somebody wants it"),
    (_Account.is_refused, Status.DENIED, "somebody refuses it"),
    (_Account.will_not_be, Status.DENIED, "it will not be"),
    (_Account.did_not_happen, None, "negated"),
    (_Account.is_denied_behind, Status.DENIED, "denied in the same sentence"),
    (_Account.is_called_off_behind, Status.CANCELLED, "called off in the same sentence"),
    (_Account.was_going_to_be, Status.CANCELLED, "it was going to be"),
    (_Account.is_invitation, Status.WISHED, "an invitation"),
    (_Account.is_cancelled, Status.CANCELLED, "the verb says so"),
    (_Account.was_planned_and_called_off, Status.CANCELLED, "planned, then called off"),
    (_Account.is_unreal, None, "unreal"),
    (_Account.is_weighed, None, "weighed"),
    (_Account.is_possible, Status.WISHED, "it is only possible"),
    (_Account.is_intended, Status.PLANNED, "intended"),
    (_Account.is_sequel, Status.HAPPENED, "it went on so"),
    (_Account.is_subjunctive, Status.PLANNED, "subjunctive after ان"),
    (_Account.is_still_before, Status.PLANNED, BEFORE_IT),
    (_Account.is_aim_of_arrival, Status.PLANNED, AIM_OF_ARRIVAL),
    (_Account.is_aim, Status.PLANNED, "aim of what is to come"),
    (_Account.will_be, Status.PLANNED, "its verb is to come"),
    (_Account.is_during, Status.PLANNED, "during what is to come"),
    (_Account.is_part_of_plan, Status.PLANNED, "part of what is to come"),
    (_Account.is_on_programme, Status.PLANNED, "on the programme"),
    (_Account.is_to_be, Status.PLANNED, "it is spoken of as to come"),
    (_Account.is_going_on, Status.HAPPENED, "the visit is under way"),
    (_Account.looks_ahead, Status.PLANNED, "a present verb with a time to come"),
    (_Account.is_on_the_way, Status.PLANNED, "what somebody left for"),
    (_Account.is_how_to_come, Status.PLANNED, "how somebody is to go"),
    (_Account.is_present, Status.PLANNED, PRESENT),
)
# These are only of a verb in the present tense.
_OF_PRESENT = (
    _Account.is_possible,
    _Account.is_sequel,
    _Account.is_subjunctive,
    _Account.is_part_of_plan,
    _Account.is_to_be,
    _Account.is_going_on,
    _Account.looks_ahead,
    _Account.is_on_the_way,
    _Account.is_present,
)
_SIGNS_OF_OTHERS = tuple(sign for sign in _SIGNS if sign[0] not in _OF_PRESENT)


def judge(
    draft: Draft, items: Sequence[Item], words: Sequence[str], cues: Cues, *, lead: bool
) -> tuple[Status, str] | None:
    """Return the status with its reason; None where the text says that the act simply did not take place."""
    account = _Account(draft, items, words, cues, lead=lead)
    for applies, status, reason in _SIGNS if account.is_present_tense else _SIGNS_OF_OTHERS:
        if applies(account):
            return (status, reason) if status is not None else None
    return account.by_cue()


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


def _is_act_noun(item: Item) -> bool:
    """Tell whether *item* is an act by a noun."""
    sense = item.sense(Kind.ACT)
    return sense is not None and sense.key.startswith("noun.")


def _is_more(before: Sequence[str]) -> bool:
    """Tell whether *before* ends in «لإجراء مزيد من»: more of it is to come."""
    if len(before) < len(_AIM_OF_MORE) or before[-1] != "من":
        return False
    return before[-2] in _MORE and before[-3] in _AIMS


def _toward(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether a noun is the aim of a verb (للقاء، لعقد) or hangs on a future verb of its clause."""
    trigger = items[place]
    before = words[trigger.first - 1].lstrip("و") if trigger.first else ""
    if before in _MEANWHILE:
        return _hangs_on_future(items[:place])
    if place and items[place - 1].role is Role.PREPOSITION and before in _PAST:
        return False
    if trigger.first and (words[trigger.first - 1] in _AIMS or _is_more(words[: trigger.first])):
        return True
    if trigger.clitic == "ل" and trigger.senses and not trigger.senses[0].form.definite and before not in _OF_ACTS:
        return True
    if words[trigger.first] in _TO_DO and not before.startswith(_ARRIVAL):
        return True
    return _hangs_on_future(items[:place])


def _is_to_come(item: Item) -> bool:
    """Tell whether *item* is a verb to come, also one that no table knows: «سيتصدر»."""
    word = item.word.lstrip("و")
    if word in _WILL:
        return True
    unknown = item.role is Role.WORD and word.startswith(_FUTURE) and len(word) >= _SHORTEST_FUTURE
    return unknown and not word.startswith(_NO_FUTURE)


def _hangs_on_future(before: Sequence[Item]) -> bool:
    """Tell whether the verb of the clause, the last among the items *before*, is to come."""
    for item in reversed(before):
        if item.role in (Role.BOUNDARY, Role.THAT):
            return False
        # «سيلتقي X ويحضر مأدبة، فضلا عن لقائه Y»: a present verb with و goes on with the one before.
        goes_on = item.clitic == "و" and tenses(item) == {"present"}
        if (item.finite and not goes_on) or _is_to_come(item):
            return not item.finite or tenses(item) <= {"future"}
    return False
