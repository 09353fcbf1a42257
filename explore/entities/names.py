"""Tell a name that no table knows from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from explore.knowledge.tables import FOLDER, read_toml

# Particles inside a name: the word after them belongs to it.
_LINKS = frozenset(("بن", "ابن", "بنت", "ال", "ابو", "ابي", "عبد", "ام", "دي", "دو", "دا", "دوس", "دل", "ديل", "لا", "فان", "فون", "در", "تن", "سان", "ولد", "بني", "ماك", "او", "لو", "لي"))
_LONGEST = 6
_PREFIXES = ("ال", "وال", "بال", "لل", "و", "ب", "ل", "ف", "ك", "س")
_VERBAL = ("ي", "ت", "سي", "ست", "وي", "وت")


@dataclass(frozen=True)
class Vocabulary:
    """Hold the words that names are made of, and those that they are not."""

    given: frozenset[str]
    either: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the packaged vocabulary (knowledge/vocabulary.toml)."""
    table = read_toml(FOLDER / "vocabulary.toml")
    return Vocabulary(*(frozenset(table[field].split()) for field in ("given", "either", "common")))


@lru_cache(maxsize=50_000)
def may_begin(word: str) -> bool:
    """Tell whether *word* may be the first word of an unknown name."""
    words = vocabulary()
    if len(word) < 2 or not word.isalpha() or word.isascii():  # noqa: PLR2004
        return False
    if word in words.given or word in ("عبد", "ابو", "ولد", "بن"):
        return True
    return word not in words.either and not _is_common(word)


@lru_cache(maxsize=50_000)
def may_continue(word: str) -> bool:
    """Tell whether *word* may follow inside an unknown name."""
    words = vocabulary()
    if len(word) < 2 or not word.isalpha() or word.isascii():  # noqa: PLR2004
        return False
    return word in words.given or word in words.either or word in _LINKS or not _is_common(word)


def is_common(word: str) -> bool:
    """Tell whether *word* itself is an everyday word."""
    return word in vocabulary().common


def _is_common(word: str) -> bool:
    """Tell whether *word*, or what stands behind its prefixes, is an everyday word."""
    common = vocabulary().common
    if word in common:
        return True
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2 and word[len(prefix) :] in common:
            return True
    return word.endswith(("ا", "ه", "ات", "ين", "ون", "ها", "هم")) and word[: -2 if word.endswith(("ات", "ين", "ون", "ها", "هم")) else -1] in common


def is_given(word: str) -> bool:
    """Tell whether *word* is known as part of names."""
    return word in vocabulary().given


def _begins_with_next(words: Sequence[str], first: int, stop: int) -> bool:
    """Tell whether a word that is a name or an everyday word begins a name: the next one is surely part of names."""
    return words[first] in vocabulary().either and first + 1 < stop and is_given(words[first + 1])


def measure(words: Sequence[str], first: int, stop: int) -> int:
    """Return where the unknown name that begins at *first* ends, at most at *stop*; *first* where none begins."""
    if first >= stop or not (may_begin(words[first]) or _begins_with_next(words, first, stop)):
        return first
    end = first + 1
    linked = words[first] in _LINKS
    while end < stop and end - first < _LONGEST:
        word = words[end]
        if not (linked and word.isalpha()) and not may_continue(word):
            break
        linked = word in _LINKS
        end += 1
    while end > first + 1 and words[end - 1] in _LINKS and words[end - 1] not in ("لي",):
        end -= 1
    return end
