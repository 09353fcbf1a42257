"""Give the words of words.toml to the modules that look for them."""

from __future__ import annotations

from pathlib import Path

from explore.knowledge import wordlists

_LISTS = wordlists.read(Path(__file__).parent)


def listed(table: str, name: str) -> frozenset[str]:
    """Return the words that words.toml lists in *table* as *name*, folded."""
    return _LISTS[table][name]


def with_and(words: frozenset[str]) -> frozenset[str]:
    """Return *words*, each also behind و: «كان», «وكان»."""
    return words.union("و" + word for word in words)
