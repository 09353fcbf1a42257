"""Cut tokens into sentences."""

from __future__ import annotations

from explore.text.tokens import SENTENCE_ENDS, Tokens, places

# One letter before a full stop is an abbreviation or an initial: أ.ف.ب, د. علي.
_INITIAL = 1
# The title of a doctor, whose full stop may stand apart.
_DOCTOR = "د"
# Longer ones are cut: what looks around in its sentence costs a bounded time, whatever the text. Of 26,000 sentences of
# the press the longest had 405 tokens.
_LONGEST = 450
# So many full stops in a row part a heading; three are an ellipsis.
_PARTING = 2
_CLOSING = frozenset(('"', ")", "]", "\n", ".", "!", "؟", "…"))
_COMMAS = frozenset(("،", ","))
_BULLETS = frozenset(("-", "•", "*"))


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Return token ranges ``(first, last)`` that tile the whole of *tokens*, one a sentence.

    A sentence ends after . ! ? … or a line break; closing quotation marks and brackets stay with it.
    """
    words = tokens.words
    out: list[tuple[int, int]] = []
    first = 0
    for end in places(words, SENTENCE_ENDS):
        if end < first or _abbreviates(tokens, end) or _lists(words, end) or _leads_on(words, end):
            continue
        place = end + 1
        while (
            place < len(words)
            and words[place] in _CLOSING
            and (words[place] != '"' or tokens.starts[place] == tokens.ends[place - 1])
        ):
            place += 1
        out.append((first, place))
        first = place
    if first < len(words):
        out.append((first, len(words)))
    return [(start, min(start + _LONGEST, last)) for first, last in out for start in range(first, last, _LONGEST)]


def _lists(words: tuple[str, ...], place: int) -> bool:
    """Tell whether a line break only sets off an item of a list, after a colon or before a dash, or stands at a comma.

    A saved page breaks the line around a link: «قال الرئيس،⏎X⏎، إن».
    """
    if words[place] != "\n" or place + 1 >= len(words):
        return False
    before, after = words[place - 1 : place], words[place + 1]
    if after in _COMMAS or not _COMMAS.isdisjoint(before):
        return True
    return after in _BULLETS and (before == (":",) or not SENTENCE_ENDS.intersection(before))


def _leads_on(words: tuple[str, ...], place: int) -> bool:
    """Tell whether two full stops only part a heading: «خلال لقائه لافروف.. السيسي يؤكد …»."""
    dots = [words[near : near + 1] == (".",) for near in range(max(place - 2, 0), place + 3)]
    return sum(dots) == _PARTING and words[place + 2 : place + 3] != ("\n",) and place + 2 < len(words)


def _abbreviates(tokens: Tokens, place: int) -> bool:
    """Tell whether the full stop at *place* belongs to an initial or an abbreviation."""
    if tokens.words[place] != "." or place == 0:
        return False
    before = tokens.words[place - 1]
    apart = tokens.ends[place - 1] != tokens.starts[place]
    return len(before) <= _INITIAL and before.isalpha() and (not apart or before == _DOCTOR)
