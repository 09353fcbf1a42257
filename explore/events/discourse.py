"""Remember who was named, so that pronouns and «الجانبان» find whom they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explore.entities.offices import LEADERS, MINISTERS
from explore.model import Actor, EntityType

_COUPLE = 2
# The sides of an act are still spoken of so many sentences later.
_RECENT = 2
# Pronouns never reach farther back than so many people or states.
_REMEMBERED = 100
# To whom so many others turned, of that person the text tells: «هنأه X وY، واتصل به Z».
_SEVERAL = 2


def are_people(actors: Sequence[Actor]) -> bool:
    """Tell whether all *actors* are people."""
    return all(actor.type is EntityType.PER for actor in actors)


def is_pair(actors: Sequence[Actor]) -> bool:
    """Tell whether *actors* are two of different states, who can be the two sides."""
    return len(actors) == 2 and actors[0].country != actors[1].country


def are_same_two(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Tell whether both are the same couple."""
    return len(one) == _COUPLE and set(one) == set(other)


@dataclass(slots=True)
class Discourse:
    """Remember what pronouns may mean: the subject of the last clause and the people named so far, latest last.

    ``subject`` is that of the sentence before, ``alone`` the latest one that was no pair, ``current`` that of
    this sentence; ``main`` waits while a relative clause has its own. ``met`` are those named in this sentence,
    ``joint`` the people named together last, ``joined`` those named so by their names, behind no preposition, in
    sentence ``joined_at``. ``parties`` are the two sides of the latest act, told in sentence ``parties_at``,
    ``leading`` those of the first, ``sides`` of all; ``by_act`` keeps them by channel. ``destination`` is where the
    latest visit went, ``visiting`` its two states, ``visitor`` who went there in this sentence, ``delegation`` whom
    the latest delegation stands for. ``decoys`` are the nouns that meant
    something else before, ``women`` who bears a feminine title. ``callers`` are, for each person, those who wrote
    to or phoned that person. ``homes`` gives the state of an ISO code, ``seat`` the state of the dateline.
    ``hosted`` is, by the id of each guest, the state where somebody received that guest. ``groups`` are, by their
    number, those who were named together last, ``groups_by`` of whom the text told then. ``talking`` are the sides
    of the latest talks.
    """

    subject: list[Actor] = field(default_factory=list)
    alone: list[Actor] = field(default_factory=list)
    current: list[Actor] = field(default_factory=list)
    main: list[Actor] = field(default_factory=list)
    people: list[Actor] = field(default_factory=list)
    met: list[Actor] = field(default_factory=list)
    joint: list[Actor] = field(default_factory=list)
    joined: list[Actor] = field(default_factory=list)
    joined_at: int = 0
    states: list[Actor] = field(default_factory=list)
    parties: list[Actor] = field(default_factory=list)
    parties_at: int = 0
    leading: list[Actor] = field(default_factory=list)
    sides: set[Actor] = field(default_factory=set)
    sentence: int = 0
    destination: list[Actor] = field(default_factory=list)
    visiting: list[Actor] = field(default_factory=list)
    by_act: dict[str, list[Actor]] = field(default_factory=dict)
    delegation: list[Actor] = field(default_factory=list)
    visitor: list[Actor] = field(default_factory=list)
    decoys: set[str] = field(default_factory=set)
    women: set[str] = field(default_factory=set)
    callers: dict[Actor, set[Actor]] = field(default_factory=dict)
    homes: Mapping[str, Actor] = field(default_factory=dict)
    seat: str | None = None
    hosted: dict[str, Actor] = field(default_factory=dict)
    groups: dict[int, list[Actor]] = field(default_factory=dict)
    groups_by: list[Actor] = field(default_factory=list)
    talking: list[Actor] = field(default_factory=list)

    def speaker(self) -> list[Actor]:
        """Return the subject that goes on: of this sentence, else of the one before."""
        return self.current or self.subject

    def here(self) -> list[Actor]:
        """Return the state in which the article was written, where its dateline tells it."""
        return [self.homes[self.seat]] if self.seat is not None and self.seat in self.homes else []

    def meet(self, actors: Sequence[Actor]) -> None:
        """Note that *actors* were named."""
        self.met.extend(actors)
        if len(actors) > 1:
            self.groups[len(actors)] = list(actors)
            self.groups_by = (self.current or self.subject)[:1]
        if len(actors) > 1 and are_people(actors):
            self.joint = list(actors)
        for actor in actors:
            row = self.people if actor.type is EntityType.PER else self.states
            if row and row[-1] is actor:
                continue
            for at in range(len(row) - 1, -1, -1):
                if row[at].id == actor.id and row[at] == actor:
                    del row[at]
                    break
            row.append(actor)
            del row[:-_REMEMBERED]

    def pair(self) -> list[Actor]:
        """Return the two latest people of different states, else the two latest states."""
        return _latest_pair(self.people) or _latest_pair(self.states)

    def couple(self) -> list[Actor]:
        """Return whom «بينهما» means: the two latest people, or the sides of the latest act where one of these is new.

        Whoever was named since only spoke: «استقبل X Y. وقال Z إن … . وجاء ذلك بعد اتصال بينهما».
        """
        latest = self.pair()
        new = [actor for actor in latest if actor not in self.parties]
        recent = self.sentence - self.parties_at <= _RECENT and is_pair(self.parties) and are_people(self.parties)
        return list(self.parties) if recent and len(new) == 1 and new[0] not in self.met else latest

    def is_new_beside(self, countries: Sequence[str | None], pair: Sequence[Actor]) -> bool:
        """Tell whether one of *pair* is of no state of *countries*, and nobody of that state is named here."""
        new = [actor.country for actor in pair if actor.country not in countries]
        return len(new) == 1 and all(actor.country != new[0] for actor in self.met)

    def both(self, *subject: Actor) -> list[Actor]:
        """Return the two whom «إليهما», «معهما» means beside *subject*: those named together, else who met last."""
        before = self.parties if self.parties_at < self.sentence else []
        return next((two for two in (self.joint, before) if is_pair(two) and not set(two) & set(subject)), [])

    def facing(self, subject: Sequence[Actor]) -> list[Actor]:
        """Return the other side of the latest act of *subject*."""
        return [actor for actor in self.parties if actor not in subject]

    def the_two(self) -> list[Actor]:
        """Return whom a dual without a name means: the sides of the latest act, else the two latest named."""
        return self.parties or self.pair()

    def addressee(self, *callers: Actor) -> list[Actor]:
        """Return to whom two others and more have turned, and whom *callers* of other states may turn to next."""
        states = {actor.country for actor in callers}
        turned = (who for who, others in self.callers.items() if len(others) >= _SEVERAL and who.country not in states)
        return [*turned][-1:]

    def written_to(self, caller: Actor) -> list[Actor]:
        """Return the latest one to whom *caller* is told to have turned."""
        return next(([who] for who, others in reversed(self.callers.items()) if caller in others), [])

    def other(self, *actors: Actor) -> list[Actor]:
        """Return the latest person of another state than all of *actors*, whom «إليه» may mean; empty where none."""
        states = {actor.country for actor in actors}
        return next(([one] for one in reversed(self.people) if one.country not in states), [])


def _latest_pair(row: Sequence[Actor]) -> list[Actor]:
    """Return the last of *row* and the one before of another state; empty where there is none."""
    if not row:
        return []
    latest = row[-1]
    return next(([actor, latest] for actor in reversed(row[:-1]) if actor.country != latest.country), [])


def may_be_called(told: Sequence[Actor], parties: Sequence[Actor]) -> bool:
    """Tell whether *parties* may be called what *told* were: two presidents are no two ministers."""
    return all(
        {actor.office for actor in parties} <= offices
        for offices in (MINISTERS, frozenset(LEADERS))
        if all(actor.office in offices for actor in told)
    )
