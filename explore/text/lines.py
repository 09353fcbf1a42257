"""Tell the lines of a news page apart: paragraphs, headings, captions, labels, bylines, links to other stories.

A line is judged by its shape and by the words of ``page.toml``, never by the outlet or the story.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from explore.text.fold import key

_TABLE = Path(__file__).with_name("page.toml")
# The plain function: a cache of whole lines would only cost memory.
_fold = key.__wrapped__
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CLOSING = r"[\s\"'”»«)\]]*$"
# Titles may end in two or three dots, a question or an exclamation mark; only long lines that do are sentences.
_SENTENCE_END, _ASKING_END = re.compile(rf"(?<!\.)\.{_CLOSING}"), re.compile(rf"[.؟?!…]{_CLOSING}")
_BRACKET = re.compile(r"\(([^()]{1,60})\)\s*$")
# What stands between «اقرأ أيضا» and a title on the same line.
_MARK = re.compile(r"\s*(?:[:|/\-–…،>»]|\.\.)")
_LATIN = re.compile(r"[A-Za-z]{1,3}[+-]?")
_NUMBER, _DASH = re.compile(r"\d+"), re.compile(r"[-–—/]")
_YEAR = re.compile(r"(?:14|19|20)\d\d")
# A summary or a paragraph has more words than the title above it: measured on news pages, titles end before twenty.
_PARAGRAPH, _QUESTION, _LIST, _SENTENCE = 20, 15, 8, 6
# Longer lines are paragraphs: they are compared as they stand, for folding them would cost time and tell nothing.
_LONG = 400
# «قد يهمك أيضا» and the like are shorter.
_OPENING = 40
_CAPTION = range(4, 41)
_BYLINE = range(1, 7)
_TITLE = range(4, 26)
# Numbers that a dateline holds («الرياض 14 جمادى الأولى 1444هـ الموافق 8 ديسمبر»): a day beside the year.
_DATELINE_NUMBERS = 2


class Kind(Enum):
    """Say what a line is by its shape."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    LABEL = "label"
    BLOCK = "heading of a block of other stories"
    LINKS = "heading of links to other stories"
    LINK = "link to another story"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line that is not blank: its place in the text, its words, its folded form and its kind."""

    start: int
    end: int
    text: str
    key: str
    kind: Kind

    @property
    def n_words(self) -> int:
        """Count the words."""
        return self.key.count(" ") + 1

    @property
    def is_title(self) -> bool:
        """Tell whether the line can be a title: a heading, and not the place, agency and day of a dateline."""
        return self.kind is Kind.HEADING and self.n_words in _TITLE and not self.is_dateline

    @property
    def is_dateline(self) -> bool:
        """Tell whether the line gives the place, agency or day of a report: «أنقرة/ الأناضول»."""
        words = self.key.split()
        if any(" ".join(words[-n:]) in _phrases()["agencies"] for n in (1, 2, 3)):
            return self.n_words < min(_TITLE) or _DASH.search(self.text) is not None or bool(_NUMBER.search(self.key))
        return len(_NUMBER.findall(self.key)) >= _DATELINE_NUMBERS and _YEAR.search(self.key) is not None


def lines(text: str) -> list[Line]:
    """Return the lines of *text* that are not blank."""
    found = []
    for match in _LINE.finditer(text):
        shown = match[0].strip()
        start = match.start() + match[0].index(shown[0])
        folded = _fold(shown) if len(shown) <= _LONG else " ".join(shown.split())
        kind = _kind(shown, folded) if len(shown) <= _LONG else Kind.PARAGRAPH
        found.append(Line(start, start + len(shown), shown, folded, kind))
    return found


def _kind(shown: str, folded: str) -> Kind:
    phrases = _phrases()
    if folded in phrases["labels"] or _LATIN.fullmatch(shown):
        return Kind.LABEL
    if folded in phrases["blocks"]:
        return Kind.BLOCK
    if folded in phrases["links"]:
        return Kind.LINKS
    if _is_link(shown):
        return Kind.LINK
    return _prose(shown, folded)


def _prose(shown: str, folded: str) -> Kind:
    n_words = folded.count(" ") + 1
    bracket = _BRACKET.search(shown)
    if bracket is not None:
        if _fold(bracket[1]) in _phrases()["agencies"] and n_words in _CAPTION:
            return Kind.CAPTION
        if n_words in _BYLINE:
            return Kind.BYLINE
    lists = n_words >= _LIST and shown.endswith(":")
    ends = (n_words >= _SENTENCE and _SENTENCE_END.search(shown)) or (
        n_words >= _QUESTION and _ASKING_END.search(shown)
    )
    return Kind.PARAGRAPH if lists or ends or n_words >= _PARAGRAPH else Kind.HEADING


def _is_link(shown: str) -> bool:
    """Tell whether a line is «اقرأ أيضا: عنوان»: the words, a mark, and one title."""
    opening = _MARK.split(shown, maxsplit=1)
    return len(opening) > 1 and len(opening[0]) <= _OPENING and _fold(opening[0]) in _phrases()["links"]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, frozenset[str]]:
    with _TABLE.open("rb") as file:
        return {name: frozenset(map(key, phrases)) for name, phrases in tomllib.load(file).items()}
