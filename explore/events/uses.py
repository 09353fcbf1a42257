"""Tell what a word does in a sentence, whatever stands around it: it acts, speaks, joins or governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from explore.events.items import Item, Role
from explore.events.words import listed
from explore.knowledge.lexicon import REMEMBERED, Kind, Senses

_WORD_ROLES = {
    "boundary": Role.BOUNDARY,
    "relative": Role.RELATIVE,
    "that": Role.THAT,
    "to_pronoun": Role.PRONOUN,
    "dative_pronoun": Role.PRONOUN,
    "with_pronoun": Role.PRONOUN,
    "at_pronoun": Role.PRONOUN,
    "from_pronoun": Role.PRONOUN,
    "between_pronoun": Role.PRONOUN,
    "to": Role.PREPOSITION,
    "with": Role.PREPOSITION,
    "from": Role.PREPOSITION,
    "between": Role.PREPOSITION,
    "place": Role.PREPOSITION,
    "other_prepositions": Role.PREPOSITION,
}
# What an item with a sense of these kinds does; acts come before verbs that only support them.
VERBAL = {Kind.ACT: Role.ACT, Kind.SUPPORT: Role.SUPPORT, Kind.SPEECH: Role.SPEECH}
_LOOKALIKES = listed("uses", "lookalikes")
# «للغاية» looks like إلغائه, «وزارته» like و + زارته.
_CANCELLING = "الغايه"
VISITED = frozenset(("زارته", "زارتها"))
DOUBTFUL = VISITED | {_CANCELLING}
# One alone who consents agrees with nobody.
CONSENTS = "verb.consent"
# «الزيارة التي قادت X إلى Y», not «التحالف الذي تقوده X».
LEADS = "lead"
# What may be attached to a small word such as «إلى» and leaves it what it is.
CONJUNCTIONS = ("", "و", "ف")


@dataclass(slots=True)
class Use:
    """Hold what a hit does in a sentence, whatever stands around it: the fields of its item.

    What is ``owned`` is a verb that ends in «ه», whatever verb it is.
    """

    role: Role
    key: str
    finite: bool = False
    says: bool = False
    owned: bool = False


@dataclass(slots=True)
class Uses:
    """Hold what a hit does, ``alone`` and as عبر (``via``); None where that is nothing.

    What ``rings`` may be «هاتفه», his telephone. What is ``doubtful`` may be another word, by what stands around it.
    """

    alone: Use | None
    via: Use | None
    rings: bool
    doubtful: bool


@lru_cache(maxsize=REMEMBERED)
def classify(senses: Senses, clitic: str) -> Uses:
    """Return what a hit with *clitic* before it does."""
    kinds = [sense.kind for sense in senses]
    alone = via = _read(senses, clitic, kinds)
    if not clitic and {Kind.WORD, Kind.SPEECH}.issubset(kinds):
        via = _read(senses, clitic, [kind for kind in kinds if kind is not Kind.SPEECH])
    rings = clitic in CONJUNCTIONS and "verb.ring" in senses.keys
    named = senses[0].form.word in DOUBTFUL or senses[0].key in (CONSENTS, LEADS)
    return Uses(alone, via, rings, rings or named or via is not alone)


def _read(senses: Senses, clitic: str, kinds: Sequence[Kind]) -> Use | None:
    """Return what a hit with senses of these *kinds* does."""
    role = _verbal(kinds)
    if role is not None:
        if _is_another_word(senses, clitic):
            return None
        verbs = [sense.form for sense in senses if sense.kind in VERBAL]
        finite = all(form.tense for form in verbs)
        owned = finite and all(form.pronoun == "ه" for form in verbs)
        return Use(role, "", finite, _says(senses), owned)
    small = next((sense for sense in senses if sense.kind is Kind.WORD), None)
    if small is None or clitic not in CONJUNCTIONS:
        return None
    return Use(_WORD_ROLES[small.key], small.key, False, _says(senses))


def _says(senses: Senses) -> bool:
    """Tell whether a word may be a verb of speech in the past or present."""
    return any(sense.kind is Kind.SPEECH and sense.form.tense in ("past", "present") for sense in senses)


def _verbal(kinds: Sequence[Kind]) -> Role | None:
    """Return what a word of *kinds* does as an act or a verb; None where it is neither."""
    for kind, role in VERBAL.items():
        if kind in kinds:
            return role
    return None


def _is_another_word(senses: Senses, clitic: str) -> bool:
    """Tell whether a hit only looks like an act or a verb: «للغاية», «كرسالة», «بقال»."""
    if senses[0].form.word in _LOOKALIKES or "ك" in clitic:
        return True
    return _is_verb(senses) and _governed(senses, clitic)


def _governed(senses: Senses, clitic: str) -> bool:
    """Tell whether a preposition stands on the word, so that it is no finite verb (ل may stand on a present one)."""
    if "ل" in clitic and all(sense.form.tense != "present" for sense in senses):
        return True
    return "ب" in clitic


def _is_verb(senses: Senses) -> bool:
    """Tell whether a word with *senses* can only be a finite verb."""
    return all(sense.form.tense for sense in senses)


def settle_verb(item: Item) -> None:
    """Let a word that may be a noun as well be the verb that it is."""
    item.senses = Senses(sense for sense in item.senses if sense.form.tense)
    item.finite = True


def behind_preposition(before: Item, item: Item) -> bool:
    """Tell whether *before* is a preposition, right before what looks like a verb."""
    if before.role is not Role.PREPOSITION or before.last != item.first:
        return False
    return all(sense.form.tense for sense in item.senses if sense.kind in VERBAL)


def specifies(before: Item, item: Item) -> bool:
    """Tell whether a word that looks like a verb is the genitive of an act noun: «رسالة شكر»."""
    if item.role is not Role.SPEECH or item.clitic or before.last != item.first:
        return False
    noun = before.sense(Kind.ACT)
    return noun is not None and noun.key.startswith("noun.")
