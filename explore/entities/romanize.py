"""Write an Arabic name in Latin letters, for names that no table knows."""

from __future__ import annotations

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "aa", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i", "ى": "a",
    "ئ": "i", "ؤ": "u", "ء": "", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ژ": "zh",
}  # fmt: skip
_GLIDES = {"و": "w", "ي": "y"}
_ALIFS = frozenset(("ا", "ى"))
# «الم» has no article: two letters behind it are the fewest that a word has.
_SHORTEST_WITH_ARTICLE = 4


def romanize(name: str) -> str:
    """Return *name* letter by letter in Latin script, each word capitalised: a label, not a scholarly transliteration.

    >>> romanize("باكاري دومبيا")
    'Bakari Dumbya'
    """
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    """Return one word in Latin letters, with its article apart: «الشيخ» is al-Shikh."""
    if word == "بن":
        return "bin"
    article = word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE
    letters = word[2:] if article else word
    out = "".join(_letter(letters, place) for place in range(len(letters)))
    shown = out[:1].upper() + out[1:]
    return f"al-{shown}" if article else shown


def _letter(letters: str, place: int) -> str:
    """Return the letter at *place*: و and ي are consonants at the beginning and before an alif, else vowels."""
    letter, following = letters[place], letters[place + 1 : place + 2]
    glides = following in _ALIFS or (place == 0 and following)
    return _GLIDES[letter] if glides and letter in _GLIDES else _LETTERS.get(letter, "")
