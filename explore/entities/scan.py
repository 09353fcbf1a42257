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

    def at(self, place: int) -> tuple[Hit, ...]:
        """Return the hits that begin at *place*, the longest first; none behind the last token."""
        return self.hits[place] if place < len(self.hits) else ()

    def word(self, place: int) -> str:
        """Return the folded word at *place*, empty outside the text."""
        return self.tokens.words[place] if 0 <= place < len(self.hits) else ""

    def best(self, place: int, kind: Kind) -> tuple[Hit, Sense] | None:
        """Return the best hit of *kind* that begins at *place*, with its sense; None behind the last token."""
        for hit in self.at(place):
            for sense in hit.senses:
                if sense.kind is kind:
                    return hit, sense
        return None

    def whole(self, place: int, kind: Kind) -> tuple[Hit, Sense] | None:
        """Return the best hit of *kind* at *place* unless proclitics are attached to it: «بوتين», not «وبوتين»."""
        found = self.best(place, kind)
        return found if found is not None and not found[0].clitic else None


def is_weak(sense: Sense) -> bool:
    """Tell whether a name counts only with help from around it, as it is an everyday word too or means many."""
    return "weak" in sense.tags


def scan(tokens: Tokens, lexicon: Lexicon) -> Scan:
    """Look up all *tokens*."""
    hits = lexicon.find_all(tokens.words)
    names = [sense for found in hits for hit in found for sense in hit.senses.names]
    named = {sense.key for sense in names if sense.kind is Kind.PERSON}
    return Scan(tokens, hits, named, {sense.key for sense in names if sense.kind is Kind.STATE})
