"""Say in Arabic why the reader read what it read, from the table in reasons.toml.

The reader gives its reasons in English, from a closed list of sentences with slots. One that the table does not know is
shown as it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from explore import numerals, phrases
from explore.app.words import Words
from explore.knowledge import compiled

_JOINED = "; "
_SLOT = re.compile(r"\\\{(\w+)\\\}")


@cache
def table() -> dict[str, dict[str, str]]:
    """Return the table: the reasons, and the words of their slots."""
    return tomllib.loads(resources.files("explore.app").joinpath("reasons.toml").read_text(encoding="utf-8"))


def said(why: str, say: Words) -> str:
    """Say the reasons *why*, which the reader joins by semicolons, in the language of the interface.

    >>> said("noun letter; carried by send; no sign of a plan or denial", Words("ar"))
    'اسم «رسالة»؛ يحمله فعل «أرسل»؛ لا شيء ينم عن خطة أو نفي'
    """
    if say.language == "en":
        return why
    return phrases.text("semicolon", "ar").join(_reason(part, say) for part in why.split(_JOINED))


def _reason(why: str, say: Words) -> str:
    for pattern, arabic in _patterns():
        if found := pattern.fullmatch(why):
            slots = {name: _slot(name, value, say) for name, value in found.groupdict().items()}
            if all(slot is not None for slot in slots.values()):
                return arabic.format(**slots)
    return why


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the reasons as patterns, those without slots and the longer ones first."""
    reasons = sorted(table()["arabic"].items(), key=lambda reason: (reason[0].count("{"), -len(reason[0])))
    return tuple((re.compile(_SLOT.sub(r"(?P<\1>.+)", re.escape(english))), arabic) for english, arabic in reasons)


def _slot(name: str, value: str, say: Words) -> str | None:
    """Put what stands in a slot into Arabic; None where it is nothing that may stand there."""
    readings: Mapping[str, Callable[[], str | None]] = {
        "reason": lambda: _reason(value, say),
        "office": lambda: phrases.office(value, "ar") if value in phrases.offices() else None,
        "of": lambda: _owner(value),
        "body": lambda: table()["body"].get(value) or _named(value),
        "n": lambda: numerals.shown(value) if value[-1:].isdecimal() else None,
    }
    if name in readings:
        return readings[name]()
    return table()[name].get(value) if name in table() else value


def _owner(key: str) -> str | None:
    """Name the state or organisation of an office."""
    organisation: Any = compiled.load().tables.organisations.get(key)
    if organisation is not None:
        return str(organisation.names[0])
    shown = phrases.country(key, "ar")
    return None if shown == key else shown


@cache
def _named(english: str) -> str | None:
    """Return the Arabic name of the organisation that is called so in English."""
    organisations = compiled.load().tables.organisations.values()
    return next((entry.names[0] for entry in organisations if entry.name_en == english), None)
