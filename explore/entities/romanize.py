"""Write an Arabic name in Latin letters, for names that no table knows."""

from __future__ import annotations

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "aa", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i", "ى": "a",
    "ئ": "i", "ؤ": "u", "ء": "", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ژ": "zh",
}  # fmt: skip
_GLIDES = {"و": "w", "ي": "y"}
_VOWELS = frozenset("اأإآويىةع")


def romanize(name: str) -> str:
    """Return *name* letter by letter in Latin script, each word capitalised: a label, not a scholarly transliteration.

    >>> romanize("باكاري دومبيا")
    'Bakari Dumbya'
    """
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if word == "بن":
        return "bin"
    article = word.startswith("ال") and len(word) > 3
    letters = word[2:] if article else word
    out = ""
    for place, letter in enumerate(letters):
        following = letters[place + 1 : place + 2]
        if letter in _GLIDES and (place == 0 or following in ("ا", "ى")) and following:
            out += _GLIDES[letter]
        else:
            out += _LETTERS.get(letter, "")
    shown = out[:1].upper() + out[1:]
    return f"al-{shown}" if article else shown
