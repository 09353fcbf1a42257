"""Name what stands in a sentence: actor groups, acts, verbs, dates and the small words between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from explore.entities.phrase import Phrase
from explore.knowledge.lexicon import Kind, Sense
from explore.knowledge.senses import NOTHING, Senses
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


# A verb or its noun has one of these.
VERBS = frozenset((Role.ACT, Role.SUPPORT, Role.SPEECH))


@dataclass(eq=False, slots=True)
class Item:
    """Hold one item over the tokens from ``first`` up to ``last``; ``within`` is the state in which a place lies.

    ``owners`` are those of whom a group names only the office: «مكتب X».

    A ``finite`` item is a verb, no participle or noun; one that ``says`` may be a verb of speech. A ``possessed`` word
    ends in a pronoun (مكتبه), so that no genitive follows it. A group stands behind its ``preposition``; it is a place
    where it names only places and states.
    """

    role: Role
    first: int
    last: int
    word: str = ""
    key: str = ""
    actors: list[Actor] = field(default_factory=list)
    # Few items have more than a place and a word: what only some have is set on these.
    clitic: str = field(default="", init=False)
    senses: Senses = field(default=NOTHING, init=False)
    finite: bool = field(default=False, init=False)
    says: bool = field(default=False, init=False)
    possessed: bool = field(default=False, init=False)
    phrases: Sequence[Phrase] = field(default=(), init=False)
    within: Sequence[Actor] = field(default=(), init=False)
    owners: Sequence[Actor] = field(default=(), init=False)
    preposition: str = field(default="", init=False)
    is_place: bool = field(default=False, init=False)

    @classmethod
    def group(cls, phrase: Phrase, actors: list[Actor], within: list[Actor]) -> Item:
        """Return the group of *phrase*, which means *actors* or lies *within* a state."""
        item = cls(Role.GROUP, phrase.first, phrase.last, actors=actors)
        item.clitic, item.phrases, item.within = phrase.clitic, (phrase,), within
        item.preposition, item.is_place = phrase.preposition, phrase.is_place
        return item

    @property
    def visited(self) -> list[Actor]:
        """Return the states to which a visit goes: the group's own, and those in which its places lie."""
        return [*self.actors, *(state for state in self.within if state not in self.actors)]

    def sense(self, kind: Kind) -> Sense | None:
        """Return the first sense of *kind*."""
        for sense in self.senses:
            if sense.kind is kind:
                return sense
        return None

    def take(self, joined: Item) -> None:
        """Take in the group *joined* that continues this one: «X وY»."""
        self.phrases = (*self.phrases, *joined.phrases)
        self.actors.extend(actor for actor in joined.actors if actor not in self.actors)
        self.within = [*self.within, *(state for state in joined.within if state not in self.within)]
        self.last = joined.last
        self.is_place = self.is_place and joined.is_place
