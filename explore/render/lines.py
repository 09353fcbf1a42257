"""Break text into lines for surfaces that do not order Arabic themselves: first break, then put each line in order.

Ordering first and breaking then would put the end of a sentence on its first line. A line alone no longer knows what
stands around it, and a date or a bracket at its ends could turn the other way; so each line keeps an invisible mark of
the strong letter before it and after it. ``shape.shape`` heeds these marks and takes them away.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

# What tells the order of letters nothing about the letter itself, only its direction (Unicode bidi classes).
_MARK_OF = {
    "AL": "\N{ARABIC LETTER MARK}",
    "R": "\N{RIGHT-TO-LEFT MARK}",
    "L": "\N{LEFT-TO-RIGHT MARK}",
}


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Break *text* into lines of at most *width*, as *measure* tells it of a line; each is still in reading order.

    >>> [line.strip("\\N{ARABIC LETTER MARK}") for line in wrap("من بوتين إلى ترامب", 9, len)]
    ['من بوتين', 'إلى ترامب']
    """
    return [line for paragraph in text.split("\n") for line in _in_context(_broken(paragraph, width, measure))]


def clip(text: str, width: float, measure: Measure) -> str:
    """Shorten *text* to one line of at most *width*, with an ellipsis where it was cut.

    >>> clip("فلاديمير بوتين", 10, len)
    'فلاديمير…'
    """
    if measure(text) <= width:
        return text
    kept = text
    while kept and measure(f"{kept}…") > width:
        kept = kept[:-1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return f"{whole.rstrip()}…"


def _broken(paragraph: str, width: float, measure: Measure) -> list[str]:
    found: list[str] = []
    line, filled, space = "", 0.0, measure(" ")
    for word in paragraph.split():
        # Letters do not join over a space: a line is as wide as its words and the spaces between them.
        needed = measure(word)
        if line and filled + space + needed <= width:
            line, filled = f"{line} {word}", filled + space + needed
            continue
        found += [line] if line else []
        while needed > width and len(word) > 1:
            head = _head(word, width, measure)
            found.append(head)
            word = word[len(head) :]
            needed = measure(word)
        line, filled = word, needed
    return [*found, line]


def _head(word: str, width: float, measure: Measure) -> str:
    """Return as much of an overlong *word* as fits, at least a letter with its vowel signs."""
    end = len(word) - 1
    while end > 1 and (measure(word[:end]) > width or unicodedata.combining(word[end])):
        end -= 1
    return word[:end]


def _in_context(parts: list[str]) -> Iterator[str]:
    for place, part in enumerate(parts):
        before = _strong(reversed(" ".join(parts[:place])[-200:]))
        after = _strong(iter(" ".join(parts[place + 1 : place + 4])))
        yield f"{before}{part}{after}"


def _strong(chars: Iterator[str]) -> str:
    """Return the mark of the first of *chars* that has a direction; nothing if none has one."""
    return next((mark for char in chars if (mark := _MARK_OF.get(unicodedata.bidirectional(char)))), "")
