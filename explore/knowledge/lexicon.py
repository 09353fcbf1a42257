"""Look word groups of the tables up in a row of tokens.

A group may start inside a word: attached و ف ب ل ك (and ل + ال written لل) are split off when the rest is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from explore.knowledge import compiled
from explore.knowledge.compiled import Group
from explore.knowledge.entries import entries, verb_forms
from explore.knowledge.senses import REMEMBERED, Hit, Kind, Sense, Senses
from explore.knowledge.tables import Tables
from explore.text.tokens import places

__all__ = ["REMEMBERED", "Hit", "Kind", "Lexicon", "Sense", "Senses", "compile_tables", "default", "verb_forms"]

_PROCLITICS = "وفبلك"
# Behind one of these no other stands: «لبنوك» is no Nuuk.
_LAST = ("ب", "ل", "ك")
_MIN_STEM = 2
_ARTICLE = "ال"
# More different words than a long run of articles shows; the memory of words is emptied there, so that it stays flat.
_REMEMBERED = 50_000
# Marks inside a longer group that are passed over.
_PASSED = frozenset(("\n", "-"))


@dataclass(slots=True)
class _Starts:
    """Hold the ways to read a word: the letters split off, and the groups that begin with the rest.

    ``alone`` is what it means by itself, fewest letters split off first. Only where one of ``following`` stands behind
    the word may it begin a longer group.
    """

    groups: tuple[tuple[str, Group], ...]
    alone: tuple[tuple[str, Senses], ...]
    following: frozenset[str]

    @classmethod
    def of(cls, groups: Iterable[tuple[str, Group]]) -> Self:
        """Return the ways to read a word that begins *groups*, each behind its clitic."""
        groups = sorted(groups, key=lambda start: len(start[0]))
        following = frozenset(rest.split(maxsplit=1)[0] for _, group in groups for rest in group if rest)
        alone = tuple((clitic, group[""]) for clitic, group in groups if group[""])
        return cls(tuple(groups), alone, following | _PASSED if following else following)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold the word groups by their first word, and the tables they were made from."""

    groups: Mapping[str, Group]
    tables: Tables
    _starts: dict[str, _Starts] = field(default_factory=dict, repr=False, compare=False)
    _unknown: set[str] = field(default_factory=set, repr=False, compare=False)

    def find_all(self, words: Sequence[str]) -> list[tuple[Hit, ...]]:
        """Return the hits that begin at each place of *words*."""
        self._remember(words)
        found: list[tuple[Hit, ...]] = [()] * len(words)
        for place in places(words, self._starts):
            found[place] = _read(self._starts[words[place]], words, place)
        return found

    def find(self, words: Sequence[str], place: int) -> tuple[Hit, ...]:
        """Return the hits that begin at *place*: for each way to split off proclitics the longest group, best first."""
        self._remember((words[place],))
        starts = self._starts.get(words[place])
        return _read(starts, words, place) if starts is not None else ()

    def _remember(self, words: Sequence[str]) -> None:
        """Keep the ways to read each of *words* as the beginning of known groups, if any, for its next place."""
        new = set(words).difference(self._starts).difference(self._unknown)
        if new and len(self._starts) + len(self._unknown) >= _REMEMBERED:
            self._starts.clear()
            self._unknown.clear()
            new = set(words)
        for word in new:
            groups = [(clitic, self.groups[stem]) for clitic, stem in splits(word) if stem in self.groups]
            if groups:
                self._starts[word] = _Starts.of(groups)
            else:
                self._unknown.add(word)


def _read(starts: _Starts, words: Sequence[str], place: int) -> tuple[Hit, ...]:
    """Return the hits at *place*, the longest first."""
    after = place + 1
    if starts.following and after < len(words) and words[after] in starts.following:
        return _read_on(starts, words, place)
    if len(starts.alone) == 1:
        clitic, senses = starts.alone[0]
        return (Hit(place, after, clitic, senses),)
    return tuple([Hit(place, after, clitic, senses) for clitic, senses in starts.alone])


def _read_on(starts: _Starts, words: Sequence[str], place: int) -> tuple[Hit, ...]:
    """Return the hits at *place*, where longer groups may begin."""
    hits: list[Hit] = []
    for clitic, group in starts.groups:
        end, senses = _walk(group, words, place + 1)
        if senses:
            hits.append(Hit(place, end, clitic, senses))
    hits.sort(key=lambda hit: -hit.last)
    return tuple(hits)


def _walk(group: Group, words: Sequence[str], place: int) -> tuple[int, Senses]:
    """Follow the longest known group; a line break or hyphen inside a longer group is passed over."""
    end, senses = place, group[""]
    rest = ""
    size = len(words)
    while place < size:
        longer = f"{rest} {words[place]}"
        found = group.get(longer)
        if found is None and words[place] in _PASSED and place + 1 < size:
            place += 1
            longer = f"{rest} {words[place]}"
            found = group.get(longer)
        if found is None:
            break
        rest = longer
        place += 1
        if found:
            end, senses = place, found
    return end, senses


def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to read *word* as proclitics + stem, the whole word first.

    >>> splits("وللرئيس")
    (('', 'وللرئيس'), ('و', 'للرئيس'), ('ول', 'الرئيس'), ('ول', 'لرئيس'), ('ولل', 'رئيس'))
    """
    return tuple(dict.fromkeys((("", word), *_peel("", word, 3))))


def _peel(clitic: str, word: str, left: int) -> Iterator[tuple[str, str]]:
    if not left or len(word) <= _MIN_STEM or word[0] not in _PROCLITICS:
        return
    letter, rest = word[0], word[1:]
    if clitic.endswith(_LAST) and letter + clitic[-1] != "لل":
        return
    if letter == "ل" and rest[0] == "ل":
        yield clitic + letter, _ARTICLE + rest[1:]
    if clitic and letter in "وف":
        return
    if letter in clitic:
        yield clitic + letter, rest
        return
    yield clitic + letter, rest
    yield from _peel(clitic + letter, rest, left - 1)


def compile_tables(tables: Tables) -> Lexicon:
    """Build the lexicon of *tables*."""
    return Lexicon(compiled.group(entries(tables)), tables)


@lru_cache(maxsize=1)
def default() -> Lexicon:
    """Return the lexicon of the packaged tables."""
    known = compiled.load()
    return Lexicon(known.groups, known.tables)
