"""Fold Arabic text to its matching form, with the way back to the places of the shown text.

Spelling varies where meaning does not: أ إ آ ا, ى ي, ة ه, ؤ و, ئ ي, harakat, tatweel, Arabic-Indic digits,
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
_TATWEEL = "\N{ARABIC TATWEEL}"
# What carries no letter: harakat, Quranic marks, tatweel, zero-width and bidi controls, soft hyphen, byte-order mark.
_INVISIBLE = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# A tatweel run that touches no letter is a typed dash ("10 ــ 12 يناير").
_SPECIAL = re.compile(
    rf"(?P<dash>(?<![^\W\d_{_TATWEEL}]){_TATWEEL}+(?![^\W\d_{_TATWEEL}]))|(?P<drop>[{_INVISIBLE}{_TATWEEL}]+)|(?P<form>[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e])"
)


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
    if _SPECIAL.search(text) is None:
        return Folded(text.translate(_MAP), None)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for found in _SPECIAL.finditer(text):
        pieces.append(text[last : found.start()].translate(_MAP))
        origin.extend(range(last, found.start()))
        replacement = _replacement(found)
        pieces.append(replacement)
        origin.extend([found.start()] * len(replacement))
        last = found.end()
    pieces.append(text[last:].translate(_MAP))
    origin.extend(range(last, len(text) + 1))
    return Folded("".join(pieces), tuple(origin))


def _replacement(found: re.Match[str]) -> str:
    if found["dash"] is not None:
        return "-"
    if found["drop"] is not None:
        return ""
    shown = unicodedata.normalize("NFKC", found[0]).translate(_MAP)
    return _SPECIAL.sub("", shown)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return the folded form of a short string, single-spaced: the form in which names are compared.

    >>> key("دونالد  ترامْب")
    'دونالد ترامب'
    """
    return " ".join(re.sub(r"[^\w]+|_", " ", fold(text).text).split())
