"""Tell whether an unknown name is a known one as another outlet spells it: «موراي ماكالي» is «موراي مكولي»."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from explore.knowledge.tables import Person
from explore.text.fold import key as fold_key

# Letters that outlets choose freely, or leave out, where they write the sounds of a foreign name.
_FREE = dict.fromkeys("اويىهةءعئؤ")
_ALIKE = {
    **dict.fromkeys("قكغجخ", "ك"),
    **dict.fromkeys("تط", "ت"),
    **dict.fromkeys("سصثزذظ", "س"),
    **dict.fromkeys("دض", "د"),
}
_SOUNDS = str.maketrans({**_FREE, **_ALIKE})
# Fewer consonants say too little.
_LEAST_CONSONANTS = 2
_SHORTEST = 3


@lru_cache(maxsize=20_000)
def _consonants(word: str) -> str:
    """Return the consonants of a folded word by their sounds, each once in a row."""
    sounds = word.translate(_SOUNDS)
    return "".join(letter for place, letter in enumerate(sounds) if not place or letter != sounds[place - 1])


def is_spelling_of(shown: str, person: Person) -> bool:
    """Tell whether the folded name *shown* is *person*: its family name sounds so, or all of it stands in the name."""
    words = [word for word in shown.split() if len(word) >= _SHORTEST]
    if not words:
        return False
    names = [fold_key(name).split() for name in (person.name_ar, *person.names)]
    if any(set(words) <= set(name) for name in names):
        return True
    families = (name[-1] for name in names if len(name) > 1)
    return any(_sound_alike(words[-1], family) for family in families) or _sounds_in_full(words, names)


def bears_in_full(shown: str, person: Person) -> bool:
    """Tell whether every word of the folded name *shown*, of two or more, stands in one name of *person*."""
    words = set(shown.split())
    return len(words) > 1 and any(words <= set(fold_key(name).split()) for name in (person.name_ar, *person.names))


def _sounds_in_full(words: list[str], names: Iterable[list[str]]) -> bool:
    """Tell whether every word sounds as one of the same name, in a name of two words or more."""
    return len(words) > 1 and any(
        all(any(_sound_alike(word, other, 1) for other in name) for word in words) for name in names
    )


def _sound_alike(word: str, other: str, least: int = _LEAST_CONSONANTS) -> bool:
    consonants = _consonants(word.removeprefix("ال"))
    return len(consonants) >= least and consonants == _consonants(other.removeprefix("ال"))
