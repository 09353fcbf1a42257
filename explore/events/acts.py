"""Hold the act table, folded and ready to match."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from explore.events.words import listed
from explore.text.fold import key as fold_key

# «عبر تقنية "زوم"»
_QUOTE = ' "'
_HIS = listed("acts", "his")
_BEFORE_RELATIONS = ("", "ال", "لل", "بال", "وال", "و", "ل")


def _definite(words: Sequence[str]) -> str:
    """Return the adjective that the first of *words* is with the article: «المؤتمر الصحافي»."""
    return words[0].removeprefix("ال") if words and words[0].startswith("ال") else ""


class ActTable:
    """Hold acts.toml with its word groups folded."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Fold the word groups of *table*."""
        self.verbs: Mapping[str, Any] = table["verb"]
        self.nouns: Mapping[str, Any] = table["noun"]
        self.supports: Mapping[str, Any] = table["support"]
        self.channels = {
            f"{kind}.{key}": str(act["channel"]) for kind in ("verb", "noun") for key, act in table[kind].items()
        }
        self._near = {
            name: re.compile(f" و?(?:{'|'.join(map(fold_key, groups))}) ") for name, groups in table["near"].items()
        }
        self._openings = {
            name: frozenset(letter + fold_key(group).split()[0] for group in groups for letter in ("", "و"))
            for name, groups in table["near"].items()
        }
        self._after = frozenset(fold_key(group) for group in table["decoys"]["after"])
        self._after_letter = self._after | frozenset(fold_key(group) for group in table["decoys"]["after_letter"])
        self._decoy_openings = frozenset(group.partition(" ")[0] for group in self._after_letter)
        self._relations = frozenset(
            letters + fold_key(word) for word in table["decoys"]["between"] for letters in _BEFORE_RELATIONS
        )
        self._unnamed = frozenset(fold_key(word) for word in table["decoys"]["unnamed"])
        self._before = frozenset(fold_key(group) for group in table["decoys"]["before"])

    def near(self, name: str, words: Sequence[str]) -> bool:
        """Tell whether a word group of [near] *name* stands in *words*."""
        if self._openings[name].isdisjoint(words):
            return False
        text = f" {' '.join(words)} ".replace(_QUOTE, "")
        return self._near[name].search(text) is not None

    def is_relation(self, word: str) -> bool:
        """Tell whether *word*, before «بين», is what two states have with each other, not what they do."""
        return word in self._relations

    def opens_unnamed(self, word: str) -> bool:
        """Tell whether *word* opens an object of which nobody is named: «استقبل X [وفدا] من …»."""
        return word in self._unnamed

    def is_decoy(self, before: str, after: Sequence[str], *, letter: bool) -> bool:
        """Tell whether the words beside an act noun make it something else; more do so beside a *letter*."""
        if before in self._before or before[1:] in self._before:
            return True
        decoys = self._after_letter if letter else self._after
        told = after[1:] if after and after[0] in _HIS else after
        if not told:
            return False
        narrow = told[0] in self._decoy_openings and any(" ".join(told[:width]) in decoys for width in (1, 2, 3))
        return narrow or _definite(told) in decoys
