"""Fold Arabic text to its matching form, with the way back to the places of the shown text.

Spelling varies where meaning does not: أ إ آ ا, ى ي, ة ه, ؤ و, ئ ي, «مسئول», harakat, tatweel, Arabic-Indic digits,
presentation forms, Persian letters, quotation marks. All matching happens on the folded form; every offset found there
leads back through ``Folded.origin``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
    "ؤ": "و", "ڤ": "ف", "گ": "ك", "ک": "ك", "ڭ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_QUOTES = "«»“”„‟‹›″‘’‚‛′`´"
_DASHES = "–—‒―‐‑−"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_UPPER = {chr(c): chr(c).lower() for c in range(ord("A"), ord("Z") + 1)}
_MAP = str.maketrans(
    {
        **_LETTERS,
        **_DIGITS,
        **_UPPER,
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SPACES, " "),
    }
)
_PAIRS = tuple((chr(letter), folded) for letter, folded in _MAP.items())
# Egypt writes «مسئول», «شئون» for «مسؤول», «شؤون»; other words with ئو (سئول, لاجئون) are spelt so everywhere.
_EGYPTIAN = (("مسئو", "مسؤو"), ("شئو", "شؤو"))
_TATWEEL = "\N{ARABIC TATWEEL}"
# What carries no letter: harakat, Quranic marks, tatweel, zero-width and bidi controls, soft hyphen, byte-order mark.
_INVISIBLE = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
# Presentation forms of Arabic, and full-width Latin.
_FORMS = "\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e"
# A tatweel run that touches no letter is a typed dash ("10 ــ 12 يناير").
_SPECIAL = re.compile(
    rf"(?P<dash>(?<![^\W\d_{_TATWEEL}]){_TATWEEL}+(?![^\W\d_{_TATWEEL}]))|(?P<drop>[{_INVISIBLE}{_TATWEEL}]+)|(?P<form>[{_FORMS}])"
)
# Where something special may be: one class of letters is found much faster than the groups above are tried.
_RARE = re.compile(f"[{_INVISIBLE}{_TATWEEL}{_FORMS}]")
# From this length on, a text is mapped letter by letter of the map rather than place by place of the text.
_LONG = 400


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold the folded text and, for each of its characters, the place it came from.

    ``origin`` has one more entry than ``text`` (the end), or is None where every place is its own origin.
    """

    text: str
    origin: tuple[int, ...] | None

    def start(self, place: int) -> int:
        """Return where the folded character at *place* begins in the shown text."""
        return place if self.origin is None else self.origin[place]

    def end(self, place: int) -> int:
        """Return where a folded stretch that ends before *place* ends in the shown text."""
        if self.origin is None or place == 0:
            return place
        return self.origin[place - 1] + 1


def fold(text: str) -> Folded:
    """Fold *text* for matching, keeping the way back.

    >>> fold("إلى الأُمّة").text
    'الي الامه'
    >>> fold("إلى الأُمّة").start(7)
    8
    """
    mapped = _map(text)
    rare = _RARE.search(text)
    if rare is None:
        return Folded(mapped, None)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    while rare is not None:
        start = rare.start()
        pieces.append(mapped[last:start])
        origin.extend(range(last, start))
        replacement, last = _replacement(text, start)
        pieces.append(replacement)
        origin.extend([start] * len(replacement))
        rare = _RARE.search(text, last)
    pieces.append(mapped[last:])
    origin.extend(range(last, len(text) + 1))
    return Folded("".join(pieces), tuple(origin))


def _map(text: str) -> str:
    """Return *text* with every letter of the map replaced; no letter is mapped to one that is mapped itself."""
    for written, meant in _EGYPTIAN:
        text = text.replace(written, meant)
    if len(text) < _LONG:
        return text.translate(_MAP)
    for letter, folded in _PAIRS:
        text = text.replace(letter, folded)
    return text


def _replacement(text: str, place: int) -> tuple[str, int]:
    """Return what stands for the special letters at *place*, and where they end."""
    found = _SPECIAL.match(text, place)
    assert found is not None
    if found.lastgroup == "drop":
        return "", found.end()
    if found.lastgroup == "dash":
        return "-", found.end()
    shown = unicodedata.normalize("NFKC", found[0]).translate(_MAP)
    return _SPECIAL.sub("", shown), found.end()


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return the folded form of a short string, single-spaced: the form in which names are compared.

    >>> key("دونالد  ترامْب")
    'دونالد ترامب'
    """
    return " ".join(re.sub(r"[^\w]+|_", " ", fold(text).text).split())
