"""Read the words that names are made of, and those that they are not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from explore.knowledge.tables import FOLDER, read_toml


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
