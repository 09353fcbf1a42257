"""Find the words of words.toml that say what became of an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explore.events.governors import Governors
from explore.model import Status
from explore.text.fold import key as fold_key

# The lists of words.toml in the order in which they decide; None drops the act.
CUES: tuple[tuple[str, Status | None], ...] = (
    ("unreal", None),
    ("denied", Status.DENIED),
    ("cancelled", Status.CANCELLED),
    ("planned", Status.PLANNED),
    ("wished", Status.WISHED),
)


class Cues:
    """Hold the status cues of words.toml, folded."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Fold the cue groups."""
        names = [*(name for name, _ in CUES), "denied_after", "cancelled_after", "planned_after", "fell_through"]
        self.groups = {name: tuple(tuple(fold_key(group).split()) for group in words[name]) for name in names}
        self._starts = {name: _by_first(groups) for name, groups in self.groups.items()}
        self.governors = Governors(words)

    def may_stand(self, name: str, words: Sequence[str]) -> bool:
        """Tell whether the first word of a cue of list *name* stands in *words*."""
        return not self._starts[name].keys().isdisjoint(words)

    def find(self, name: str, words: Sequence[str]) -> str | None:
        """Return the first cue of list *name* that stands in *words*."""
        starts = self._starts[name]
        if starts.keys().isdisjoint(words):
            return None
        found = [
            (rank, group)
            for place, word in enumerate(words)
            if word in starts
            for rank, group in starts[word]
            if len(group) == 1 or tuple(words[place + 1 : place + len(group)]) == group[1:]
        ]
        return " ".join(min(found)[1]) if found else None


def _by_first(groups: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the groups with their ranks by the first word, as it is and behind و or ف."""
    out: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for rank, group in enumerate(groups):
        for letter in ("", "و", "ف"):
            out.setdefault(letter + group[0], []).append((rank, group))
    return out
