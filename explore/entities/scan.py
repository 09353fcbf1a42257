"""Look every token up in the lexicon once, and settle which short names may count in this text."""

from __future__ import annotations

from dataclasses import dataclass

from explore.knowledge.lexicon import Hit, Kind, Lexicon, Sense
from explore.text.tokens import Tokens


@dataclass(slots=True)
class Scan:
    """Hold the hits of each token, and the people and states that the text names plainly."""

    tokens: Tokens
    hits: list[tuple[Hit, ...]]
    named: set[str]
    states: set[str]

    def best(self, place: int, kind: Kind) -> tuple[Hit, Sense] | None:
        """Return the best hit of *kind* that begins at *place*, with its sense; None behind the last token."""
        for hit in self.hits[place] if place < len(self.hits) else ():
            for sense in hit.senses:
                if sense.kind is kind:
                    return hit, sense
        return None


def scan(tokens: Tokens, lexicon: Lexicon) -> Scan:
    """Look up all *tokens*."""
    words = tokens.words
    hits = [lexicon.find(words, place) for place in range(len(words))]
    named: set[str] = set()
    states: set[str] = set()
    for found in hits:
        for hit in found:
            for sense in hit.senses:
                if sense.kind is Kind.PERSON and "weak" not in sense.tags:
                    named.add(sense.key)
                elif sense.kind is Kind.STATE and "weak" not in sense.tags:
                    states.add(sense.key)
    return Scan(tokens, hits, named, states)
