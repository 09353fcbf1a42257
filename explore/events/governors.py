"""Find the verb that governs an act as something wanted or refused: «وافق X على لقاء Y», «استبعد X عقد قمة»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Status
from explore.text.fold import key as fold_key

_ARRANGING = listed("governors", "arranging")
# The subject and what arranges the act are at most so many items.
_BETWEEN = 7
# «يسمح بعقد لقاء», «دعا للقاء»: letters that lead to the act.
_LED = ("ل", "ب")
_AND = ("و", "ف")
_HOW = listed("governors", "how")
_MAY_PART = _HOW | listed("governors", "before_subjects")
# «خلال اتصال هاتفي مطول»: the noun is told of in at most so many words.
_MEANWHILE = listed("governors", "meanwhile")
_QUALITIES = 3
_ENDING = frozenset(("ختام", "هامش"))
# An aside between commas has at most so many items, and no verb.
_ASIDE = 16
_TURNING = frozenset((Role.BOUNDARY, Role.THAT, Role.RELATIVE))
_SEVERAL = "ون"
# The widest head: «ابدي استعداده».
_WIDEST = 3


class Governors:
    """Hold the governing verbs of words.toml, folded: their words and the preposition that leads to the act."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Fold the lists ``wished_by``, ``planned_by`` and ``denied_by``."""
        lists = (
            ("wished_by", Status.WISHED),
            ("planned_by", Status.PLANNED),
            ("denied_by", Status.DENIED),
        )
        self._known = {_split(entry): status for name, status in lists for entry in words[name]}
        self._ends = frozenset(head.rpartition(" ")[2] for head, _ in self._known)

    def find(self, items: Sequence[Item], place: int, words: Sequence[str]) -> Status | None:
        """Return what the verb that governs the item at *place* makes of it; None where none does."""
        tail, place = _tail(items, place, words)
        for _ in range(_BETWEEN):
            if place <= 0:
                return None
            item = items[place - 1]
            found = self._ending_at(words, item.last, tail)
            if found is not None:
                return found
            aside = _aside(items, place - 1) if item.role is Role.COMMA else _meanwhile(items, place, words)
            if not aside and not _may_part(item):
                return None
            place -= aside or 1
        return None

    def _ending_at(self, words: Sequence[str], last: int, tail: str) -> Status | None:
        """Return what the widest known head that ends before token *last* makes of the act."""
        if self._ends.isdisjoint(_with_and_without_and(words[last - 1])):
            return None
        for width in range(min(_WIDEST, last), 0, -1):
            first, *rest = words[last - width : last]
            for opening in _with_and_without_and(first):
                found = self._known.get((" ".join((opening, *rest)), tail))
                if found is not None:
                    return found
        return None


def _with_and_without_and(word: str) -> tuple[str, ...]:
    """Return *word*, and what is left of it behind an attached «و» or «ف»: «ووعد», «وعد»."""
    return (word, word[1:]) if word.startswith(_AND) else (word,)


def _tail(items: Sequence[Item], place: int, words: Sequence[str]) -> tuple[str, int]:
    """Return the preposition that leads to the act at *place*, and the place behind what stands before that."""
    if items[place].clitic[-1:] in _LED:
        return items[place].clitic[-1:], place
    while place and words[items[place - 1].first].removeprefix("ل") in _ARRANGING:
        if words[items[place - 1].first][:1] == "ل":
            return "ل", place - 1
        place -= 1
    before = items[place - 1] if place else None
    if before is not None and before.role is Role.PREPOSITION:
        return before.word, place - 1
    return "", place


def _aside(items: Sequence[Item], place: int) -> int:
    """Return how many items the aside has that the comma at *place* closes: «يعتزم X، بعد …، عقد لقاء»; 0 for none."""
    first = next((at for at in range(place - 1, max(-1, place - _ASIDE), -1) if items[at].role is Role.COMMA), place)
    between = items[first:place]
    return 0 if any(item.finite or item.role in _TURNING for item in between) else len(between) + 1


def _meanwhile(items: Sequence[Item], place: int, words: Sequence[str]) -> int:
    """Return how many items before *place* tell during what it was decided: «اتفق X وY خلال اتصال هاتفي على لقاء»."""
    for at in range(place - 1, max(0, place - 1 - _QUALITIES), -1):
        item = items[at]
        if item.role is Role.ACT:
            before = words[item.first - 1]
            if item.finite or before not in _MEANWHILE:
                return 0
            return place - at + 1 + (before in _ENDING)
        if item.role is not Role.WORD:
            return 0
    return 0


def _may_part(item: Item) -> bool:
    """Tell whether *item* may stand between the verb and its act: its subject, «مع Y», a date or an adverb."""
    if item.role is Role.GROUP:
        return item.preposition in ("", "to", "with")
    # «توقع محللون لقاء X وY»: whoever they are.
    several = item.role is Role.WORD and item.word.endswith(_SEVERAL)
    return several or item.role is Role.DATE or item.word in _MAY_PART or item.key == "with"


def _split(entry: str) -> tuple[str, str]:
    """Return head and tail of «وافق … على», folded; the tail is empty or the preposition before the act."""
    head, gap, tail = entry.partition("…")
    if gap:
        return fold_key(head), fold_key(tail)
    *words, last = fold_key(entry).split()
    return " ".join(words), last
