"""Give the words of words.toml to the modules that look for them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from explore.knowledge import wordlists


def listed(table: str, name: str) -> frozenset[str]:
    """Return the words that words.toml lists in *table* as *name*, folded."""
    return _lists()[table][name]


@lru_cache(maxsize=1)
def _lists() -> wordlists.WordLists:
    return wordlists.read(Path(__file__).parent)
