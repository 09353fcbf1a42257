"""Hold acts with their two sides, before status, date and merging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explore.model import Actor, Channel

# The two meet in one of these.
TALKING = frozenset((Channel.MEETING, Channel.TALKS))


@dataclass(slots=True)
class Draft:
    """Hold an act with its sides. ``place`` indexes the trigger among the items; ``verb`` is the verb that carries it.

    ``sentence`` is the token at which the sentence begins, ``first`` and ``last`` are the tokens of the clause.
    Of a ``received`` act the recipient is told of: «تلقى X رسالة من Y».
    A ``spoken`` letter may be words spoken face to face: «هنأ X Y».
    The day told of an ``undated`` act is another's: «عاد X من Y أمس».
    ``day`` is the place of its date where a verb left out has another than the act: «التقى X أمس Y، واليوم Z».
    A ``vague`` draft only points back at an act told elsewhere; ``doubt`` is taken off the confidence of the event.
    """

    channel: Channel
    place: int
    senders: list[Actor]
    recipients: list[Actor]
    mutual: bool
    why: list[str]
    verb: int | None = None
    occasion: str | None = None
    doubt: float = 0.0
    cancelled: bool = False
    together: bool = False
    vague: bool = False
    invited: bool = False
    spoken: bool = False
    received: bool = False
    undated: bool = False
    day: int | None = None
    sentence: int = 0
    first: int = 0
    last: int = 0

    @property
    def agents(self) -> list[Actor]:
        """Return who acts: the host of a guest, who receives a letter or call, else the first sender."""
        receives = self.received or (self.channel is Channel.MEETING and not self.mutual)
        return self.recipients if receives else self.senders[:1]

    @property
    def carrier(self) -> int:
        """Return the place of the verb that carries the act, or that of the act itself."""
        return self.place if self.verb is None else self.verb

    @property
    def opening(self) -> int:
        """Return the place of the act or of its verb, whichever stands first."""
        return self.place if self.verb is None else min(self.place, self.verb)


class Sides(NamedTuple):
    """Hold the two sides of an act; ``together`` marks a group in which every two are sides to each other."""

    senders: list[Actor]
    recipients: list[Actor]
    mutual: bool = False
    together: bool = False
    invited: bool = False

    @classmethod
    def among(cls, actors: Sequence[Actor], *, together: bool = False) -> Sides:
        """Return the sides of an act that *actors* did with each other."""
        return cls(list(actors[:1]), list(actors[1:]), mutual=True, together=together)

    @property
    def complete(self) -> bool:
        """Tell whether both sides are known."""
        return bool(self.senders and self.recipients)
