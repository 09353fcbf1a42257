"""Write an Arabic name in Latin letters, for names that no table knows."""

from __future__ import annotations

import re

from explore.entities.letters import spell
from explore.knowledge import compiled
from explore.knowledge.latin import unit_key, units

_ARTICLE = "ال"
# «الم» has no article: two letters behind it are the fewest that a word has.
_SHORTEST_WITH_ARTICLE = 4
# Words that are often written together with what follows.
_GLUED = re.compile(r"\b(عبد)(?=ال)|\b([أا]بو)(?=\w{3})")
_BETWEEN = re.compile("[-#_]")


def romanize(name: str) -> str:
    """Return *name* in Latin script, each word as most people of the tables spell it, else letter by letter.

    >>> romanize("أسامة عبد الله باكاري")
    'Osama Abdullah Bakari'
    """
    return " ".join(filter(None, map(_unit, units(_BETWEEN.sub(" ", name)))))


def _unit(unit: str) -> str:
    """Return a word, or words that make one: where nobody bears them together, each by itself."""
    known = _known(unit)
    parts = _GLUED.sub(r"\g<0> ", unit).split()
    if known is None and len(parts) > 1:
        return " ".join(filter(None, map(_unit, parts)))
    return known or _word(unit)


def _word(word: str) -> str:
    """Return a word that nobody bears, with its article apart: «الشيخ» is al-Sheikh."""
    if not word.startswith(_ARTICLE) or len(word) < _SHORTEST_WITH_ARTICLE:
        return spell(word)
    stem = word.removeprefix(_ARTICLE)
    return f"al-{_known(stem) or spell(stem, arabic=True)}"


def _known(unit: str) -> str | None:
    """Return how most people of the tables spell a word."""
    key = unit_key(unit)
    return compiled.load().latin.get(key[:1], {}).get(key)
