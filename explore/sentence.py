"""Say a selection as a sentence, in English and Arabic: what is counted, whose, when, under which conditions."""

from __future__ import annotations

from collections.abc import Iterable

from explore import numerals, phrases
from explore.facets import names
from explore.phrases import Language
from explore.selection import FIELDS, Selection
from explore.tables import Tables

# Whose a communication is follows the noun directly; everything else follows after commas.
_CORE = ("sender", "recipient", "sender_country", "recipient_country")


def sentence(selection: Selection, n: int, language: Language, tables: Tables) -> str:
    """Say that *n* communications answer *selection*.

    >>> from explore.selection import Choice
    >>> from explore.tables import EMPTY
    >>> chosen = Selection(channel=Choice(("letter",)), sender_country=Choice(("RUS",)))
    >>> sentence(chosen, 12, "ar", EMPTY), sentence(chosen, 1, "en", EMPTY)
    ('12 رسالة وبرقية من روسيا', '1 letter or telegram from Russia')
    """
    core = [_subject(selection, n, language)]
    rest: list[str] = []
    for field in FIELDS:
        chosen = selection.choice(field)
        if chosen.include and not _is_subject(selection, field):
            said = phrases.text(field, language, names=_names(tables, field, chosen.include, language))
            (core if field in _CORE else rest).append(said)
    rest += _exceptions(selection, language, tables)
    if period := phrases.period(selection.first, selection.last, language):
        rest.append(period)
    if selection.confidence:
        rest.append(phrases.text("confidence", language, value=numerals.shown(f"{selection.confidence:g}")))
    return phrases.text("comma", language).join([" ".join(core), *rest])


def _is_subject(selection: Selection, field: str) -> bool:
    return field == "channel" and len(selection.channel.include) == 1


def _subject(selection: Selection, n: int, language: Language) -> str:
    """Count in the noun of the one channel asked for, else in communications."""
    if len(selection.channel.include) != 1:
        return phrases.counted("contact", n, language)
    channel = selection.channel.include[0]
    return phrases.counted("letter_or_telegram" if channel == "letter" else channel, n, language)


def _exceptions(selection: Selection, language: Language, tables: Tables) -> list[str]:
    return [
        phrases.text(f"except_{field}", language, names=_names(tables, field, excluded, language))
        for field in FIELDS
        if (excluded := selection.choice(field).exclude)
    ]


def _names(tables: Tables, field: str, values: Iterable[str], language: Language) -> str:
    """Name *values*, joined by "or"; words that must all occur are joined by commas."""
    shown = [names(tables, field, value)[0 if language == "en" else 1] for value in values]
    if field in (*_CORE, "person", "country"):
        shown = [phrases.definite(name, language) for name in shown]
    if field == "words":
        quoted = (phrases.text("quoted", language, word=value) for value in shown)
        return phrases.text("comma", language).join(quoted)
    return phrases.text("or", language).join(shown)
