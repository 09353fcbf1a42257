"""Tell what a letter was written for, from the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explore.events.words import listed
from explore.model import Occasion
from explore.text.fold import key as fold_key

# The lead of an article, in tokens: what a greeting is for may be told only there.
_LEAD = 80
_LETTERS = ("", "و", "ب", "ل", "بال", "لل", "وب", "ول")


class Occasions:
    """Hold the occasion cues of acts.toml, folded, in the order in which they win."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        """Fold the cue groups."""
        groups = [(Occasion(name), fold_key(group)) for name, groups in table.items() for group in groups]
        # The groups with their ranks by their first word, as it stands behind proclitics.
        self._openings: dict[str, list[tuple[int, Occasion, str]]] = {}
        for rank, (occasion, group) in enumerate(groups):
            for letters in _LETTERS:
                self._openings.setdefault(letters + group.partition(" ")[0], []).append((rank, occasion, group))

    def find(self, words: Sequence[str], first: int, last: int, sentence: tuple[int, int]) -> Occasion:
        """Return the occasion told in the clause from *first* to *last*, else in the sentence, else ``other``."""
        for lo, hi in ((first, last), sentence):
            said = words[lo:hi]
            if self._openings.keys().isdisjoint(said):
                continue
            text = " " + " ".join(said) + " "
            for _, occasion, group in sorted({row for word in said for row in self._openings.get(word, ())}):
                if _stands(text, group):
                    return occasion
        return Occasion.OTHER

    def greets(self, words: Sequence[str]) -> bool:
        """Tell whether the words speak of a greeting."""
        return any(
            word.endswith(("تهنيه", "تهاني", "معايدته")) or word.lstrip("و").startswith(("هنا", "يهني", "تهني"))
            for word in words
        )

    def refers_back(self, words: Sequence[str]) -> bool:
        """Tell whether the words point at the occasion told before: مماثلة، بهذه المناسبة."""
        return any(word in _BACK for word in words)


@dataclass(slots=True)
class Thread:
    """Follow the occasions of an article's letters: one may share that of the letter before."""

    occasions: Occasions
    words: Sequence[str]
    last: Occasion = Occasion.OTHER

    def tell(self, act: str | None, first: int, last: int, sentence: tuple[int, int]) -> Occasion:
        """Return the occasion of the letter told from *first* to *last*; *act* is the one that its verb implies."""
        found = self._own(first, last, sentence)
        if act is not None and found is Occasion.OTHER:
            found = Occasion(act)
        if found is Occasion.OTHER and self.occasions.refers_back(self.words[first : last + 2]):
            found = self.last
        if found is not Occasion.OTHER:
            self.last = found
        return found

    def _own(self, first: int, last: int, sentence: tuple[int, int]) -> Occasion:
        """Return the occasion told beside the letter, for greetings that of the letter before or of the lead."""
        found = self.occasions.find(self.words, first, last, sentence)
        if found is not Occasion.OTHER or not self.occasions.greets(self.words[first:last]):
            return found
        if self.last is not Occasion.OTHER:
            return self.last
        return self.occasions.find(self.words, 0, min(len(self.words), _LEAD), sentence)


_BACK = listed("occasion", "back")


def _stands(text: str, group: str) -> bool:
    place = text.find(group + " ")
    while place > 0:
        start = text.rfind(" ", 0, place) + 1
        if text[start:place] in _LETTERS:
            return True
        place = text.find(group + " ", place + 1)
    return False
