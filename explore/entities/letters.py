"""Write an Arabic word letter by letter in Latin script, with the short vowels that make it pronounceable."""

from __future__ import annotations

import re

# One sign a sound: a capital stands for two Latin letters, "c" and "x" for the heavy s and t.
_LETTERS = str.maketrans({
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "T", "ج": "j", "ح": "h", "خ": "K", "د": "d",
    "ذ": "D", "ر": "r", "ز": "z", "س": "s", "ش": "S", "ص": "c", "ض": "d", "ط": "x", "ظ": "z", "ع": "a", "غ": "G",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i", "ى": "i",
    "ئ": "i", "ؤ": "u", "پ": "p", "چ": "C", "ڤ": "v", "گ": "g", "ژ": "Z",
})  # fmt: skip
_SHOWN = str.maketrans(
    {"c": "s", "x": "t", "T": "th", "K": "kh", "D": "dh", "S": "sh", "G": "gh", "C": "ch", "Z": "zh"}
)
# Behind an article the word is Arabic: «التويجري، الشافعي، الحارث».
_ARABIC = (
    (re.compile("(?<=^[^اوي])وي(?=.)"), "uwai"),
    (re.compile("(?<=[^اويى])عي$"), "ei"),
    (re.compile("(?<=ا)([رلمن])(?=[بتثجحخدذرزسشصضطظفقكلمن]$)"), r"\1ي"),
)
# Letters that sound otherwise where they stand; و and ي are vowels but at the beginning and before an alif.
_STANDING = (
    (re.compile("تش"), "C"),
    (re.compile("نغ"), "ng"),
    (re.compile("^غ(?=[رل])"), "g"),
    (re.compile("اى$"), "ay"),
    (re.compile("^[اأ]و(?=.)"), "o"),
    (re.compile("^[اإ]ي(?=.)"), "i"),
    (re.compile("^عي(?=.)"), "ei"),
    (re.compile("^عوي(?=.)"), "uwai"),
    (re.compile("ية$"), "iya"),
    (re.compile("(?<=[^اوىيئ])ه$"), "eh"),
    (re.compile("(?<=[^اوىيئ])و$"), "o"),
    (re.compile("(?<=...)وف$"), "ov"),
    (re.compile("(?<=..[ستغك])ون$"), "on"),
    (re.compile("(?<=ا)([بتثجحخدذزسشصضطظفقك])(?=[بتثجحخدذرزسشصضطظفقكلمن]$)"), r"\1ي"),
    (re.compile("^و(?=.)|و(?=[اىة])|(?<=ا)و(?=ي)"), "w"),
    (re.compile("^ي(?=.)|ي(?=[اى])"), "y"),
)
_VOWELS, _OTHERS = "[aeiou]", "[a-zA-Z](?<![aeiou])"
# What opens foreign words before a vowel, behind the first consonant (Frank, Stephen, Strauss).
_OPENING = f"(?:(?<=[bfkgtdp])r|(?<=[bfkgp])l|(?<=s)[tkp]r?|(?<=s)[mnlfb]|(?<=S)tr?){_VOWELS}"
_CROWDED = re.compile(f"^({_OTHERS})(?={_OTHERS})")
_CROWDED_UNLESS_FOREIGN = re.compile(f"^({_OTHERS})(?={_OTHERS})(?!{_OPENING})")
# Short vowels are not written: one stands between consonants that nobody speaks together.
_SPOKEN = (
    (re.compile("a{2,}"), "a"),
    (re.compile("i{2,}"), "ie"),
    (re.compile("u{2,}"), "u"),
    (re.compile(f"(?<={_VOWELS})({_OTHERS}{_OTHERS})(?={_OTHERS})(?![rlwy]{_VOWELS})"), r"\1a"),
    (re.compile(f"(?<=[a-zA-Z])({_OTHERS})(?<![rwy])(?=r$)"), r"\1e"),
    (re.compile(f"(?<={_VOWELS})({_OTHERS})(?<![rlmnwy])(?=[lmn]$)"), r"\1e"),
)
_LATIN = re.compile("[a-zA-Z]")
_NOT_LATIN = re.compile("[^a-zA-Z]")


def spell(word: str, *, arabic: bool = False) -> str:
    """Return one word in Latin letters, capitalised: a label, not a scholarly transliteration.

    *arabic* tells that it is no foreign word.

    >>> spell("دومبيا"), spell("برعي"), spell("برعي", arabic=True)
    ('Dumbya', 'Brai', 'Barei')
    """
    word = _LATIN.sub("", word)
    for pattern, latin in (*(_ARABIC if arabic else ()), *_STANDING):
        word = pattern.sub(latin, word)
    word = _NOT_LATIN.sub("", word.translate(_LETTERS))
    word = (_CROWDED if arabic else _CROWDED_UNLESS_FOREIGN).sub(r"\1a", word)
    for pattern, latin in _SPOKEN:
        word = pattern.sub(latin, word)
    shown = word.translate(_SHOWN)
    return shown[:1].upper() + shown[1:]
