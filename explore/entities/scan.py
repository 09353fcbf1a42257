"""Look every token up in the lexicon once, and settle which short names may count in this text."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind, Lexicon, Sense
from explore.knowledge.senses import Senses
from explore.text.tokens import Tokens, places

# Behind one of these «عمان» is the state, whatever else the text tells.
_OF_OMAN = ("سلطان", "سلطنه")
# So far from the text, before it or behind it, some look for a word.
_OUTSIDE = 16
# «صحيفة المصري اليوم», «"المصري اليوم"», «بغداد اليوم - متابعة»
_TODAY = frozenset(("اليوم",))
_PAPERS = listed("shared", "class_nouns")
_TELLING = listed("scan", "telling")
_BEFORE_PAPERS = frozenset(('"', "(", "[", "\n", "-", "/"))
_OF_STATES = frozenset((Kind.STATE, Kind.CAPITAL, Kind.NATION))
_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


class Scan:
    """Hold the hits of each token, and the people and states that the text names plainly.

    ``word`` gives the folded word at a place and ``at`` the hits that begin there, the longest first: nothing a little
    outside the text.
    """

    def __init__(self, tokens: Tokens, hits: list[tuple[Hit, ...]], named: set[str], states: set[str]) -> None:
        """Hold the *hits* of *tokens*, which *named* people and *states* are the plain ones of."""
        self.tokens = tokens
        self.hits = [*hits, *[()] * _OUTSIDE]
        self.named = named
        self.states = states
        self.word = (*tokens.words, *[""] * _OUTSIDE).__getitem__
        self.at = self.hits.__getitem__

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


def clitic_of(word: str, nouns: Container[str]) -> str | None:
    """Return the proclitics with which *word* is one of *nouns*; None where it is none."""
    if word in nouns:
        return ""
    if word[:1] not in _CLITICS:
        return None
    return next((clitic for clitic in _CLITICS if word.startswith(clitic) and word[len(clitic) :] in nouns), None)


def scan(tokens: Tokens, lexicon: Lexicon) -> Scan:
    """Look up all *tokens*."""
    hits = _with_today(lexicon.find_all(tokens.words), tokens.words, lexicon)
    senses = {hit.senses for hit in chain.from_iterable(hits)}
    if any(map(attrgetter("are_no_name"), senses)):
        hits = _without_no_names(hits)
        senses = {hit.senses for hit in chain.from_iterable(hits)}
    plain = [sense for one in senses if one.names for sense in one.names]
    named = {sense.key for sense in plain if sense.kind is Kind.PERSON}
    states = {sense.key for sense in plain if sense.kind is Kind.STATE}
    towns = any(map(attrgetter("are_of_town"), senses))
    if towns:
        people = lexicon.tables.people
        hits = _settle_towns(hits, tokens.words, [people[key].country for key in named if key in people])
    return Scan(tokens, hits, named, states)


def _with_today(hits: list[tuple[Hit, ...]], words: tuple[str, ...], lexicon: Lexicon) -> list[tuple[Hit, ...]]:
    """Let «اليوم» behind a state say when where nothing sets a paper off: «الرئيس المصري اليوم», «إلى بغداد اليوم»."""
    for today in places(words, _TODAY):
        first = today - 1
        if not today or not any(hit.last == today + 1 for hit in hits[first]):
            continue
        before = words[first - 1] if first else "\n"
        if before not in _BEFORE_PAPERS and clitic_of(before, _PAPERS) is None and clitic_of(before, _TELLING) is None:
            shorter = lexicon.find(words[:today], first)
            hits[first] = (
                shorter if any(sense.kind in _OF_STATES for hit in shorter for sense in hit.senses) else hits[first]
            )
    return hits


def _without_no_names(hits: list[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """Drop what is read in a group in which no word is a name: «باليمن والبركات», «مسقط رأسه»."""
    for group in [hit for hit in chain.from_iterable(hits) if hit.senses.are_no_name]:
        hits[group.first : group.last] = [()] * (group.last - group.first)
    return hits


def _settle_towns(
    hits: list[tuple[Hit, ...]], words: Sequence[str], homes: Sequence[str | None]
) -> list[tuple[Hit, ...]]:
    """Let a word that is a state and the capital of another mean the capital where the text tells that one only.

    «عمان» is Amman beside «الأردني» or «عبد الله الثاني», unless «العماني», «سلطنة عمان» or «السلطان قابوس» stands
    there too. *homes* are the states of the people named.
    """
    towns = {place: found[0] for place, found in enumerate(hits) if found and found[0].senses.are_of_town}
    if not towns:
        return hits
    senses = [sense for found in hits for hit in found for sense in hit.senses]
    told = {sense.key for sense in senses if sense.kind in (Kind.STATE, Kind.NATION)}.union(homes)
    out = list(hits)
    for place, hit in towns.items():
        if place and words[place - 1].endswith(_OF_OMAN):
            continue
        town = next(sense for sense in hit.senses if sense.kind is Kind.CAPITAL)
        state = next(sense for sense in hit.senses if sense.kind is Kind.STATE)
        lone = sum(sense.key == state.key for sense in senses) == len(towns)
        if town.key in told and lone and state.key not in homes:
            kept = Senses(sense for sense in hit.senses if sense is not state)
            out[place] = (replace(hit, senses=kept), *hits[place][1:])
    return out
