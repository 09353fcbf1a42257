"""Hold what is told of one article so far, with the rules that all articles share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from explore.entities.scan import Scan
from explore.events import occasion
from explore.events.acts import ActTable
from explore.events.cues import Cues
from explore.events.items import Item
from explore.events.parties import Judge
from explore.model import Actor, Event, Note, Span


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold what all articles share: the act table, cues, occasions, states by ISO code, what the statements need."""

    acts: ActTable
    cues: Cues
    occasions: occasion.Occasions
    kinds: Mapping[str, str]
    movements: frozenset[str]
    organisations: Mapping[str, Actor]
    homes: Mapping[str, Actor]
    addressing: frozenset[str]
    saying: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """Hold one article while it is told: its tokens and days, and the events and notes so far."""

    article_id: str
    scan: Scan
    rules: Rules
    judge: Judge
    today: dt.date | None
    dateline: str | None
    is_agenda: bool = False
    events: list[Event] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens from *first* up to *last*."""
        tokens = self.scan.tokens
        return Span(tokens.starts[first], tokens.ends[last - 1])

    def note(self, code: str, item: Item, text: str) -> None:
        """Add a note on the words of *item*."""
        self.notes.append(Note(code, self.span(item.first, item.last), text))
