"""Cut a text into tokens: words, numbers and punctuation in folded form, with their places in the shown text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explore.text.fold import fold

# Hyphens, underscores and hash signs inside or before a word only separate: جاي-إن, كوريا_الشمالية, #ترمب.
# A wide gap on one line is a column or line break of the page it was scraped from.
_TOKEN = re.compile(r"\d+|[^\W\d_]+|\n+| {5,}|[^\w\s]")
_JOINER = re.compile(r"[-_#]")
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
        return len(self.words)

    def shown(self, first: int, last: int) -> str:
        """Return the shown text of the tokens from *first* up to, not including, *last*."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenize(text: str) -> Tokens:
    """Cut *text* into folded tokens.

    >>> tokenize("بعث بوتين، #رسالة إلى مون جاي-إن.").words
    ('بعث', 'بوتين', '،', 'رساله', 'الي', 'مون', 'جاي', 'ان', '.')
    """
    folded = fold(text)
    shown = folded.text
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(shown):
        word = found[0]
        start, end = found.span()
        if word in "-_#" and _joins(shown, start, end):
            continue
        words.append("\n" if word[0] in "\n " else word)
        starts.append(folded.start(start))
        ends.append(folded.end(end))
    return Tokens(text, tuple(words), tuple(starts), tuple(ends))


def _joins(shown: str, start: int, end: int) -> bool:
    """Tell whether the mark between *start* and *end* glues letters rather than stands alone."""
    after = end < len(shown) and shown[end].isalpha()
    if shown[start] == "#":
        return after
    return after and start > 0 and shown[start - 1].isalpha()
