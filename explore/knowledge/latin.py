"""Learn from the people of the tables how the words of Arabic names are usually written in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from explore.knowledge.rows import Files
from explore.text.fold import key as fold_key

# What a reviewer has written there outweighs every vote.
_REVIEWED = "latin.toml"
_DECIDED = 1_000_000
# How people of Arab states spell a name goes before how others do, if at least so many votes agree.
_ARABS = "people/arab.toml"
_AGREED = 3
# A vote counts more for the name that a table shows than for the other spellings of it.
_SHOWN, _ALSO = 2, 1
_ARTICLE, _LATIN_ARTICLE = "ال", "al-"
_FATHERS = frozenset(("عبد", "ابو", "ابي"))
_SECONDS = frozenset(("الدين", "الله"))
# "Al" apart is «آل».
_LATIN_ARTICLES = re.compile(r"\b(?:[Aa]l-|al |[Ee]l[- ]|a(?:r|s|sh)-)(?=\w)")
_LATIN_FATHERS = re.compile(r"\b(Abd|Abd[aeu]l|Abul?|Aboul?) (?=\w)")
# «ال» is no article in Alain, Elon, Ilham.
_NO_ARTICLE = re.compile("[AEI]l")
_HYPHEN = re.compile(r"(?<!\bal)-(\w)")
_PLAIN = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ə": "a",
    "Ə": "A", "æ": "ae", "ß": "ss", "’": "'", "ʻ": None,
})  # fmt: skip
# The Latin letters that a consonant may be written with, the usual one first.
_SOUNDS = {
    "ب": "bpv", "ت": "tc", "ث": "tszcd", "ج": "jgdz", "ح": "h", "خ": "khjgcx", "د": "d", "ذ": "dzt", "ر": "r",
    "ز": "zsj", "س": "scz", "ش": "scjx", "ص": "sc", "ض": "d", "ط": "t", "ظ": "zd", "غ": "gr", "ف": "fvpw",
    "ق": "qkgc", "ك": "kcgqx", "ل": "l", "م": "mn", "ن": "n", "ه": "h",
}  # fmt: skip
_CONSONANTS = re.compile("[bcdfgjklmnpqrstvxz][bcdfghjklmnpqrstvxz]*")
# These may have no letter of their own.
_MUTE = frozenset("هح")
# These may be written with a consonant.
_GLIDES = frozenset("وي")
# Of the consonants of a word so large a part is found in its Latin one, each so near behind the last.
_FITTING = 2 / 3
_NEAR = 4

# Word -> its spellings with their votes.
Votes = dict[str, Counter[str]]


def learn(files: Files) -> dict[str, str]:
    """Return the folded words of names, their parts written together (عبدالله), with the usual Latin spelling."""
    counted = {name: _count(people.values()) for name, people in files.items() if name.startswith("people/")}
    arabs, everybody = counted.get(_ARABS, _no_votes()), _no_votes()
    for word, votes in chain.from_iterable(found.items() for found in counted.values()):
        everybody[word].update(votes)
    for word, spelling in files.get(_REVIEWED, {}).items():
        arabs[unit_key(word)] = everybody[unit_key(word)] = Counter({spelling: _DECIDED})
    for word in everybody:
        arabs[word] = arabs[word] + _without_article(word, arabs)
    return {word: _most(word, arabs[word], votes) for word, votes in everybody.items()}


def _no_votes() -> Votes:
    return defaultdict(Counter)


def _count(people: Iterable[Mapping[str, Any]]) -> Votes:
    """Return the votes of *people* by word: each votes once for a spelling of a word."""
    votes = _no_votes()
    for person in people:
        latin = latin_units(person["name_en"])
        shown = set(_aligned(person["name_ar"], latin))
        also = {pair for name in person.get("names", ()) for pair in _aligned(name, latin)} - shown
        for pairs, weight in ((shown, _SHOWN), (also, _ALSO)):
            for word, spelling in filter(_fit, pairs):
                votes[word][spelling] += weight
                if word.startswith(_ARTICLE) and spelling.startswith(_LATIN_ARTICLE):
                    votes[word.removeprefix(_ARTICLE)][spelling.removeprefix(_LATIN_ARTICLE)] += weight
    return votes


def _without_article(word: str, votes: Votes) -> Counter[str]:
    """Return the votes for *word* that those make who bear it without «ال»: who is Hassan would be al-Hassan."""
    bare = votes.get(word.removeprefix(_ARTICLE), Counter()) if word.startswith(_ARTICLE) else Counter[str]()
    return Counter({_LATIN_ARTICLE + spelling: count for spelling, count in bare.items() if spelling[0].isupper()})


def _most(word: str, arabs: Counter[str], everybody: Counter[str]) -> str:
    """Return the spelling with most votes; of equal ones that nearest to the letters, the shortest, the first."""
    votes = arabs if max(arabs.values(), default=0) >= _AGREED else everybody
    usual = {_SOUNDS[letter][0] for letter in word if letter in _SOUNDS}
    return min(votes, key=lambda latin: (-votes[latin], -len(usual & set(latin.lower())), len(latin), latin))


def _aligned(name: str, latin: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of *name* with those of *latin* where they are as many."""
    arabic = next((found for found in (units(name), units(name, apart=True)) if len(found) == len(latin)), [])
    return zip(map(unit_key, arabic), latin, strict=False)


def unit_key(unit: str) -> str:
    """Return the form in which a word, or words that make one, are looked up.

    >>> unit_key("عبد الله")
    'عبدالله'
    """
    return fold_key(unit).replace(" ", "")


def units(name: str, *, apart: bool = False) -> list[str]:
    """Return the words of *name*, those together that make one: عبد الله، أبو زيد and, unless *apart*, بهاء الدين.

    >>> units("أبو بكر بهاء الدين عبد الله")
    ['أبو بكر', 'بهاء الدين', 'عبد الله']
    """
    found: list[str] = []
    open_ended = False
    for word in name.split():
        folded = fold_key(word)
        if open_ended or (folded in _SECONDS and not apart and found):
            found[-1] += f" {word}"
        else:
            found.append(word)
        open_ended = folded in _FATHERS
    return found


def latin_units(name: str) -> list[str]:
    """Return the words of a Latin name as ``units`` parts it, without accents, the article as "al-".

    >>> latin_units("Abdel Fattah el-Sisi")
    ['Abdel Fattah', 'al-Sisi']
    """
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    shown = "".join(letter for letter in letters if not unicodedata.combining(letter))
    shown = _LATIN_ARTICLES.sub(_LATIN_ARTICLE, shown)
    shown = _HYPHEN.sub(lambda found: f" {found[1].upper()}", shown)
    return [unit.replace("_", " ") for unit in _LATIN_FATHERS.sub(r"\1_", shown).split()]


def _fit(pair: tuple[str, str]) -> bool:
    """Tell whether most consonants of a word stand in its Latin spelling in their order, and hardly any others."""
    word, latin = pair
    if not _NO_ARTICLE.match(latin):
        word, latin = word.removeprefix(_ARTICLE), latin.removeprefix(_LATIN_ARTICLE)
    letters, spelling = [letter for letter in word if letter in _SOUNDS], latin.lower()
    place = met = 0
    for letter in letters:
        following = (spelling.find(sound, place, place + _NEAR + 1) for sound in _SOUNDS[letter])
        nearest = min((at for at in following if at >= 0), default=-1)
        if nearest >= 0:
            place, met = nearest + 1, met + 1
    room = sum(letter not in _MUTE for letter in letters) + bool(_GLIDES & set(word))
    return 0 < met >= _FITTING * len(letters) and len(_CONSONANTS.findall(spelling)) <= room and latin[-1] != "."
