"""Say in words what a mention or an event is, for cards, hover texts and lists."""

from __future__ import annotations

import datetime as dt

from explore import numerals, phrases
from explore.app import reasons
from explore.app.words import Words
from explore.model import Actor, Event, Mention
from explore.phrases import Language

# EDTF marks a doubtful date so.
_DOUBTFUL = "?"
_TITLE_WORDS = 12


def actor(who: Actor, language: Language) -> str:
    """Name a party in *language*, or in the other one where it has no name there."""
    names = (who.name_ar, who.name_en) if language == "ar" else (who.name_en, who.name_ar)
    return names[0] or names[1] or who.id


def event(told: Event, language: Language) -> str:
    """Say who communicated with whom, and how: "رسالة من فلاديمير بوتين إلى دونالد ترامب"."""
    recipient = None if told.recipient is None else actor(told.recipient, language)
    return communication(told.channel, actor(told.sender, language), recipient, language, mutual=told.mutual)


def communication(channel: str, sender: str, recipient: str | None, language: Language, *, mutual: bool) -> str:
    """Say what passed between the two; without a *recipient* it went to the public."""
    said = phrases.communication(channel, sender, recipient, language, mutual=mutual)
    return said[:1].upper() + said[1:]


def date(told: Event, say: Words) -> str:
    """Write the day or days of an event as exactly as they are known."""
    if told.date is None or told.date_start is None or told.date_end is None:
        return say("card.date_unknown")
    first, last = dt.date.fromisoformat(told.date_start), dt.date.fromisoformat(told.date_end)
    return phrases.period(first, last, say.language) + (_doubt(say) if _DOUBTFUL in told.date else "")


def edtf(date: str, say: Words) -> str:
    """Write a *date* as EDTF does, but its doubt as the cards write it.

    >>> edtf("2018-12-29?", Words("ar"))
    '2018-12-29 (؟)'
    """
    return numerals.shown(date.removesuffix(_DOUBTFUL)) + (_doubt(say) if date.endswith(_DOUBTFUL) else "")


def _doubt(say: Words) -> str:
    return " (؟)" if say.language == "ar" else " (?)"


def facts(told: Event, say: Words, place: str | None) -> list[str]:
    """List what is known of an event beside its parties: date, status, occasion, and *place* as it is called here."""
    known = [date(told, say), phrases.status(told.status, told.channel, say.language)]
    if told.occasion is not None:
        known.append(phrases.word("occasion", told.occasion, say.language))
    if place:
        known.append(say("card.place", place=place))
    return known


def mention(found: Mention, say: Words) -> str:
    """Say who or what is meant, in both languages, with the office of that day, and why."""
    names = [name for name in (found.name_ar, found.name_en) if name]
    lines = [" · ".join(dict.fromkeys(names))] if names else [say(f"type.{found.type}")]
    role = [phrases.office(found.office, say.language)] if found.office else []
    state = [phrases.country(found.country, say.language)] if found.country else []
    lines += [" · ".join([*role, *state])] if role or state else []
    lines += [edtf(found.date, say)] if found.date else []
    return "\n".join([*lines, *([reasons.said(found.why, say)] if found.why else [])])


def title(shown: str | None, text: str) -> str:
    """Return the title of an article, or its first words where it has none.

    >>> title("", "بعث بوتين رسالة")
    'بعث بوتين رسالة'
    """
    if shown:
        return shown
    words = text.split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
