"""Cut tokens into sentences."""

from __future__ import annotations

from explore.text.tokens import SENTENCE_ENDS, Tokens

# One letter before a full stop is an abbreviation or an initial: أ.ف.ب, د. علي.
_INITIAL = 1
_BULLETS = frozenset(("-", "•", "*"))


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Return token ranges ``(first, last)`` that tile the whole of *tokens*, one a sentence.

    A sentence ends after . ! ? … or a line break; closing quotation marks and brackets stay with it.
    """
    words = tokens.words
    out: list[tuple[int, int]] = []
    first = place = 0
    while place < len(words):
        if words[place] in SENTENCE_ENDS and not _abbreviates(tokens, place) and not _lists(words, place):
            place += 1
            while (
                place < len(words)
                and words[place] in ('"', ")", "]", "\n", ".", "!", "؟", "…")
                and (words[place] != '"' or tokens.starts[place] == tokens.ends[place - 1])
            ):
                place += 1
            out.append((first, place))
            first = place
        else:
            place += 1
    if first < len(words):
        out.append((first, len(words)))
    return out


def _lists(words: tuple[str, ...], place: int) -> bool:
    """Tell whether a line break only sets off an item of a list: after a colon, or before a dash or bullet."""
    if words[place] != "\n" or place + 1 >= len(words):
        return False
    return words[place - 1 : place] == (":",) and words[place + 1] in _BULLETS or words[place + 1] in _BULLETS and words[place - 1] not in SENTENCE_ENDS


def _abbreviates(tokens: Tokens, place: int) -> bool:
    """Tell whether the full stop at *place* belongs to an initial or an abbreviation."""
    if tokens.words[place] != "." or place == 0:
        return False
    before = tokens.words[place - 1]
    return len(before) <= _INITIAL and before.isalpha() and tokens.ends[place - 1] == tokens.starts[place]
