"""Cut a text into tokens: words, numbers and punctuation in folded form, with their places in the shown text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count

from explore.text.fold import fold

# Hyphens, underscores and hash signs inside or before a word only separate: جاي-إن, كوريا_الشمالية, #ترمب.
# A wide gap on one line is a column or line break of the page it was scraped from.
# Folded Arabic words are found by their range first, which is faster than asking each letter for its category.
_TOKEN = re.compile(r"([ء-ي]++(?!\w)|[^\W\d_]+|[^\w\s]|\d+|\n+| {5,})")
# Line breaks, spaces and the marks that may join words sort before this one; letters and digits behind it.
_LETTERS_FROM = "."
# «و X»: the conjunction is written on its word.
_AND = "و"
# Arabic letters sort behind this one, Latin ones and digits before it.
_ARABIC_FROM = "\u0620"
SENTENCE_ENDS = frozenset((".", "!", "?", "؟", "…", "\n"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold parallel tuples: the folded ``words``, and where each begins and ends in the shown text.

    A run of line breaks is one token ``"\\n"``; each punctuation mark is a token; quotation marks are all ``'"'``.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def shown(self, first: int, last: int) -> str:
        """Return the shown text of the tokens from *first* up to, not including, *last*."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def places(words: Sequence[str], known: Container[str]) -> list[int]:
    """Return where one of the *known* words stands among *words*.

    >>> places(("بعث", "الي", "بوتين", "الي"), {"الي"})
    [1, 3]
    """
    return list(compress(count(), map(known.__contains__, words)))


def tokenize(text: str) -> Tokens:
    """Cut *text* into folded tokens.

    >>> tokenize("بعث بوتين، #رسالة إلى مون جاي-إن.").words
    ('بعث', 'بوتين', '،', 'رساله', 'الي', 'مون', 'جاي', 'ان', '.')
    >>> tokenize("بوتين و أردوغان").words
    ('بوتين', 'واردوغان')
    """
    folded = fold(text)
    parts = _TOKEN.split(folded.text)
    words = parts[1::2]
    places = list(accumulate(map(len, parts)))
    starts, ends = places[:-1:2], places[1::2]
    joiners: set[int] = set()
    for at in compress(count(), map(_LETTERS_FROM.__gt__, list(words))):
        if words[at][0] in "\n ":
            words[at] = "\n"
        elif words[at] in "-#+" and _joins(folded.text, starts[at], ends[at]):
            joiners.add(at)
    if _AND in words:
        for at in _ands(folded.text, words, starts, ends):
            words[at + 1], starts[at + 1] = _AND + words[at + 1], starts[at]
            joiners.add(at)
    if joiners:
        kept = bytearray(b"\1") * len(words)
        for at in joiners:
            kept[at] = 0
        words, starts, ends = list(compress(words, kept)), list(compress(starts, kept)), list(compress(ends, kept))
    if folded.origin is not None:
        origin = folded.origin
        starts, ends = list(map(origin.__getitem__, starts)), [origin[end - 1] + 1 for end in ends]
    return Tokens(text, tuple(words), tuple(starts), tuple(ends))


def _ands(shown: str, words: list[str], starts: list[int], ends: list[int]) -> Iterator[int]:
    """Yield the places of a «و» that stands apart from its word: «بوتين و أردوغان»."""
    for at in places(words[:-1], {_AND}):
        is_word = len(words[at + 1]) > 1 and words[at + 1] > _ARABIC_FROM
        if is_word and shown[ends[at] : starts[at + 1]].isspace():
            yield at


def _joins(shown: str, start: int, end: int) -> bool:
    """Tell whether the mark between *start* and *end* glues letters or figures («5+1») rather than stands alone."""
    if shown[start] == "+":
        return shown[start - 1 : start].isdecimal() and shown[end : end + 1].isdecimal()
    after = end < len(shown) and shown[end].isalpha()
    if shown[start] == "#":
        return after
    return after and start > 0 and shown[start - 1].isalpha()
