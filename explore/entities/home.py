"""Tell which state an article speaks from: the one meant where a text says just رئيس الجمهورية or أمير البلاد."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explore.entities.phrase import Phrase
from explore.knowledge.index import Index
from explore.text.tokens import Tokens

# A dateline and its agency stand within this many tokens of the beginning or the end.
_DATELINE = 16
_DATELINE_MARKS = frozenset(("(", "-", "/", ":", "،"))
# Agencies that report from everywhere for everybody: where they write from says more than where they are from.
_WORLDWIDE = frozenset(("afp", "reuters", "associated-press", "upi", "bloomberg", "dpa", "efe"))


def find(tokens: Tokens, phrases: Sequence[Phrase], index: Index, named: set[str]) -> str | None:
    """Return the ISO code of the home state, or None."""
    return _agency(tokens, phrases, index) or _dateline(tokens, phrases) or _people(index, named)


def _agency(tokens: Tokens, phrases: Sequence[Phrase], index: Index) -> str | None:
    for phrase in phrases:
        near = phrase.first < _DATELINE or phrase.first > len(tokens) - _DATELINE // 2
        if near and phrase.organisation is not None and phrase.organisation not in _WORLDWIDE and not phrase.offices:
            organisation = index.tables.organisations[phrase.organisation]
            if organisation.kind == "agency" and organisation.country is not None and _bracketed(tokens, phrase):
                return organisation.country
    return None


def _bracketed(tokens: Tokens, phrase: Phrase) -> bool:
    around = (*tokens.words[max(0, phrase.first - 2) : phrase.first], *tokens.words[phrase.last : phrase.last + 1])
    return bool(_DATELINE_MARKS & set(around))


def _dateline(tokens: Tokens, phrases: Sequence[Phrase]) -> str | None:
    for phrase in phrases[:2]:
        if phrase.first <= 2 and phrase.is_place and phrase.state_keys:
            after = tokens.words[phrase.last : phrase.last + 4]
            if _DATELINE_MARKS & set(after):
                return phrase.state_keys[0]
    return None


def _people(index: Index, named: set[str]) -> str | None:
    """Return the state most of whose people the article names, where one clearly leads."""
    count = Counter(index.tables.people[key].country for key in named if index.tables.people[key].country)
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
