"""Prepare the peers of the reading: each is made once, outside the time that is measured, and then given one text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from explore.knowledge import lexicon
from explore.text.fold import fold


class MissingPeerError(Exception):
    """Say which package a peer needs."""


def _dateparser() -> Callable[[str], object]:
    try:
        from dateparser.search import search_dates
    except ImportError:
        raise MissingPeerError("dateparser is not installed") from None
    return lambda text: search_dates(text, languages=["ar"])


def _spacy() -> Callable[[str], object]:
    """Return a blank Arabic pipeline that marks the very word groups that the lexicon knows, in folded spelling."""
    try:
        import spacy
    except ImportError:
        raise MissingPeerError("spaCy is not installed") from None
    pipeline = spacy.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": words} for words in _groups()])
    pipeline.max_length = 1_000_000
    return lambda text: pipeline(fold(text).text).ents


def _automaton() -> Callable[[str], object]:
    """Return one pass over folded text of an automaton of the same word groups: no word ends, no choice, no reading."""
    try:
        import ahocorasick
    except ImportError:
        raise MissingPeerError("pyahocorasick is not installed") from None
    automaton = ahocorasick.Automaton()
    for number, words in enumerate(_groups()):
        automaton.add_word(words, number)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def _aho_corasick() -> Callable[[str], object]:
    run = _automaton()
    return lambda text: run(fold(text).text)


def _bare_aho_corasick() -> Callable[[str], object]:
    """Return the pass without the folding: each text is folded in the round that warms up."""
    run, folded = _automaton(), lru_cache(maxsize=1024)(lambda text: fold(text).text)
    return lambda text: run(folded(text))


def _groups() -> Iterator[str]:
    """Yield every word group of the tables, folded."""
    for head, group in lexicon.default().groups.items():
        for rest, senses in group.items():
            if senses:
                yield head + rest


PEERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "dateparser.search_dates, Arabic": _dateparser,
    "spaCy blank Arabic + EntityRuler": _spacy,
    "pyahocorasick, folding and one pass": _aho_corasick,
    "pyahocorasick, one bare pass": _bare_aho_corasick,
}
