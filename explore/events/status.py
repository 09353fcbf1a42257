"""Judge whether an act happened, is planned or wished, was cancelled or is denied, and say why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explore.events.clause import is_finite
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.knowledge.lexicon import Kind
from explore.model import Status
from explore.text.fold import key as fold_key

_PAST = frozenset(("بعد", "عقب", "منذ", "اثر", "خلال", "غداه", "فور"))
# «لم يلتق X وY منذ …» says when they last did.
_SINCE = 8
# These stand behind the noun that they speak of, never before it.
_OF_THE_NOUN_BEFORE = frozenset(("مقرره", "المقرره", "المرتقبه", "مرتقبه", "المزمعه", "المنتظره", "المتوقعه"))
_AIMS = frozenset(("لحضور", "لاجراء", "لعقد", "لاستكمال", "لمواصله", "لاستيناف"))
_BEFORE = 9
_AFTER = 3
# A denial may stand so much farther before: «نفى الكرملين ما أوردته … عن اتصال».
_DENIAL = 10
_ORDER = (
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
        names = [*(name for name, _ in _ORDER), "denied_after", "cancelled_after"]
        self.groups = {name: tuple(tuple(fold_key(group).split()) for group in words[name]) for name in names}

    def find(self, name: str, words: Sequence[str]) -> str | None:
        """Return the first cue of list *name* that stands in *words*."""
        for group in self.groups[name]:
            size = len(group)
            for place in range(len(words) - size + 1):
                if words[place] == group[0] or words[place][:1] in "وف" and words[place][1:] == group[0]:
                    if tuple(words[place + 1 : place + size]) == group[1:]:
                        return " ".join(group)
        return None


def judge(
    draft: Draft, items: Sequence[Item], words: Sequence[str], cues: Cues, *, lead: bool
) -> tuple[Status, str] | None:
    """Return the status with its reason; None where the text says that the act simply did not take place."""
    trigger = items[draft.place]
    verb = items[draft.verb] if draft.verb is not None else trigger
    noun = verb.sense(Kind.ACT)
    tenses = (
        set()
        if noun is not None and noun.key.startswith("noun.") or not is_finite(verb)
        else {sense.form.tense for sense in verb.senses if sense.form.tense}
    )
    lo = max(draft.first, min(verb.first, trigger.first) - _BEFORE)
    before = [word for word in words[lo : min(verb.first, trigger.first)] if word not in _OF_THE_NOUN_BEFORE]
    far = words[max(draft.sentence, lo - _DENIAL) : min(verb.first, trigger.first)]
    around = [*before, *words[verb.first : verb.first + 1], *words[trigger.first : trigger.last + _AFTER]]
    negated = _negation(before)
    behind = words[trigger.last : _next_act(draft, items)]
    if negated and cues.find("cancelled", behind[:6]):
        return Status.CANCELLED, "it had been planned"
    if (
        negated
        and verb is trigger
        and (since := words[trigger.last : trigger.last + _SINCE])
        and "منذ" in since
        and "لن" not in negated
    ):
        return Status.HAPPENED, "not again since then"
    if negated and not cues.find("denied", before[:-1]) or before[-1:] == ["اي"]:
        return None
    if cues.find("denied_after", behind):
        return Status.DENIED, "denied in the same sentence"
    if noun is not None and noun.key.startswith("noun.") and verb is trigger and cues.find("cancelled_after", behind):
        return Status.CANCELLED, "called off in the same sentence"
    if tenses == {"future"} and words[verb.first - 1] in ("كان", "كانت") and verb.first:
        return Status.CANCELLED, "it was going to be"
    if draft.invited:
        return Status.WISHED, "an invitation"
    if draft.cancelled:
        return Status.CANCELLED, "the verb says so"
    if (
        tenses != {"past"}
        and cues.find("planned", far)
        and cues.find("cancelled_after", words[trigger.last : items[-1].last])
    ):
        return Status.CANCELLED, "planned, then called off"
    if _subjunctive(verb, words, tenses):
        return Status.PLANNED, "subjunctive after ان"
    if trigger.first and words[trigger.first - 1].lstrip("و") in ("قبل", "قبيل") and "past" not in tenses:
        return Status.PLANNED, "what comes before it is told"
    if (not tenses or tenses == {"present"} and verb is not trigger) and _toward(items, draft.place, words):
        return Status.PLANNED, "aim of what is to come"
    if verb is trigger and tenses == {"present"} and not lead and not _was(before):
        return Status.PLANNED, "present verb after the lead"
    for name, status in _ORDER:
        cue = cues.find(name, {"denied": far, "unreal": before[-4:]}.get(name, around))
        if cue is not None and status is None:
            return None
        if cue is not None and status is not None and not (status is Status.WISHED and "past" in tenses):
            return status, f"cue {cue}"
    if tenses == {"future"}:
        return Status.PLANNED, "future verb"
    return Status.HAPPENED, "no sign of a plan or denial"


def _next_act(draft: Draft, items: Sequence[Item]) -> int:
    """Return the token at which the next verb or noun that is an act begins, else where the sentence ends."""
    later = (
        item.first
        for item in items[draft.place + 1 :]
        if item.role is Role.ACT and item.first >= items[draft.place].last
    )
    return next(later, items[-1].last)


def _toward(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether a noun is the aim of a verb (للقاء، لعقد) or hangs on a future verb of its clause."""
    trigger = items[place]
    if place and items[place - 1].role is Role.PREPOSITION and words[trigger.first - 1].lstrip("و") in _PAST:
        return False
    if trigger.first and words[trigger.first - 1] in _AIMS:
        return True
    if trigger.clitic == "ل" and trigger.senses and not trigger.senses[0].form.definite:
        return True
    for item in reversed(items[:place]):
        if item.role in (Role.BOUNDARY, Role.THAT):
            return False
        if is_finite(item):
            return all(sense.form.tense == "future" for sense in item.senses if sense.form.tense)
    return False


def _was(before: Sequence[str]) -> bool:
    """Tell whether كان stands before a present verb: it was happening."""
    return any(word.lstrip("و") in ("كان", "كانت", "كانوا", "ظل") for word in before[-6:])


def _subjunctive(verb: Item, words: Sequence[str], tenses: set[str]) -> bool:
    """Tell whether a present verb follows أن directly: «قرر أن يلتقي», but not «بعد أن يلتقي»."""
    if tenses != {"present"} or verb.first == 0 or words[verb.first - 1] not in ("ان", "وان", "بان"):
        return False
    return words[verb.first - 2 : verb.first - 1] not in (("بعد",), ("قبل",), ("منذ",), ("سبق",))


def _negation(before: Sequence[str]) -> str | None:
    """Return the negation right before the verb."""
    near = [word for word in before[-2:] if word in ("لم", "لن", "ولم", "ولن", "لا", "ولا", "دون")]
    return near[-1] if near else None
