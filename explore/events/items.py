"""Name what stands in a sentence: actor groups, acts, verbs, dates and the small words between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from explore.entities.phrase import Phrase
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Actor
from explore.named import Named


class Role(Named):
    """Name what an item does in its sentence."""

    GROUP = "group"
    ACT = "act"
    SUPPORT = "support"
    SPEECH = "speech"
    BOUNDARY = "boundary"
    RELATIVE = "relative"
    THAT = "that"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    DATE = "date"
    QUOTE = "quote"
    COMMA = "comma"
    WORD = "word"


@dataclass(slots=True)
class Item:
    """Hold one item over the tokens from ``first`` up to ``last``; ``within`` is the state in which a place lies.

    A ``possessed`` word ends in a pronoun (مكتبه), so that no genitive follows it.
    """

    role: Role
    first: int
    last: int
    clitic: str = ""
    senses: tuple[Sense, ...] = ()
    phrases: list[Phrase] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    key: str = ""
    word: str = ""
    finite: bool = False
    within: list[Actor] = field(default_factory=list)
    possessed: bool = False

    @property
    def preposition(self) -> str:
        """Return the preposition that governs a group."""
        return self.phrases[0].preposition if self.phrases else ""

    @property
    def visited(self) -> list[Actor]:
        """Return the state to which a visit goes: the group's own, or the one in which its place lies."""
        return self.actors or self.within

    @property
    def is_place(self) -> bool:
        """Tell whether a group is only places and states."""
        return bool(self.phrases) and all(phrase.is_place for phrase in self.phrases)

    def sense(self, kind: Kind) -> Sense | None:
        """Return the first sense of *kind*."""
        return next((sense for sense in self.senses if sense.kind is kind), None)

    def take(self, joined: Item) -> None:
        """Take in the group *joined* that continues this one: «X وY»."""
        self.phrases.extend(joined.phrases)
        self.actors.extend(joined.actors)
        self.last = joined.last
