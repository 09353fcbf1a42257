"""Find every expression of an article that places something on the calendar, in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from explore.dates import clauses, expressions, stamps
from explore.dates.draft import Draft
from explore.dates.expressions import Opener
from explore.dates.lexicon import AND, Lexicon, attach, load
from explore.dates.mentions import DateMention
from explore.text.fold import fold
from explore.text.tokens import Tokens, places

# Openers look this far ahead without asking where the text ends.
_LOOKAHEAD = 12


def find(tokens: Tokens) -> list[DateMention]:
    """Find the date expressions of *tokens*, in order; no two overlap.

    >>> from explore.text.tokens import tokenize
    >>> [m.fields.day for m in find(tokenize("بعث الأحد 30 ديسمبر/كانون الأول رسالة"))]
    [30]
    """
    lexicon, starts = load(), _starts()
    words = [*tokens.words, *[""] * _LOOKAHEAD]
    out: list[DateMention] = []
    free = 0
    for place in places(tokens.words, starts):
        if place < free:
            continue
        word = words[place]
        bare, cut, openers = starts[word]
        words[place] = bare
        draft, after = _read(lexicon, words, place, openers)
        words[place] = word
        if after > place:
            after = min(after, len(tokens))
            out.append(_mention(lexicon, tokens, place, after, cut, draft, out))
            free = after
    return out


@lru_cache(maxsize=1)
def _starts() -> dict[str, tuple[str, int, tuple[Opener, ...]]]:
    return attach(expressions.openers(load()))


def _read(lexicon: Lexicon, words: list[str], place: int, openers: tuple[Opener, ...]) -> tuple[Draft, int]:
    """Try the openers in turn; the first that reads an expression stands."""
    for opener in openers:
        draft = Draft()
        after = opener(lexicon, words, place, draft)
        if after:
            return draft, after
    return Draft(), 0


def _mention(
    lexicon: Lexicon, tokens: Tokens, place: int, after: int, cut: int, draft: Draft, before: list[DateMention]
) -> DateMention:
    since = before[-1].last if before else 0
    words = tokens.words
    return DateMention(
        first=place,
        last=after,
        start=_start(tokens, place, cut),
        end=tokens.ends[after - 1],
        fields=draft.freeze(),
        future=draft.offset is None and clauses.looks_ahead(lexicon, words, place, after),
        dateline=draft.day is not None and _dates_the_article(lexicon, words, place, after),
        joined=bool(before) and all(word == AND or word in lexicon.words["links.until"] for word in words[since:place]),
        document=draft.day is not None and clauses.is_document(lexicon, words, place),
    )


def _dates_the_article(lexicon: Lexicon, words: Sequence[str], place: int, after: int) -> bool:
    return clauses.is_dateline(words, place, after) or stamps.is_stamp(lexicon, words, place, after)


def _start(tokens: Tokens, place: int, cut: int) -> int:
    """Return where the expression begins in the shown text, after *cut* attached letters."""
    start, end = tokens.starts[place], tokens.ends[place]
    if not cut:
        return start
    if end - start == len(tokens.words[place]):
        return start + cut
    shown = tokens.text
    return next((at for at in range(start + 1, end) if len(fold(shown[start : at + 1]).text) > cut), start)
