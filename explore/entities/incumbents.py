"""Say who held an office on the day of an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass, field

from explore.entities.actors import person_actor
from explore.entities.offices import TOP
from explore.knowledge.index import Index
from explore.knowledge.tables import Person
from explore.model import Actor

# Who is elected takes office within this time.
_LONGEST_TRANSITION = dt.timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Incumbents:
    """Look office holders up in the *index* for the days from ``first`` to ``last``; None where they are unknown."""

    index: Index
    first: dt.date | None
    last: dt.date | None
    _actors: dict[str, Actor] = field(default_factory=dict, repr=False, compare=False)

    def actor(self, key: str) -> Actor:
        """Return the actor for the known person *key*, in the highest office held."""
        actor = self._actors.get(key)
        if actor is None:
            person = self.index.tables.people[key]
            office = self.index.office_of(person, self.first, self.last)
            actor = self._actors[key] = person_actor(person, office)
        return actor

    def holder(self, office: str, country: str, leading: Set[str]) -> Person | None:
        """Return who held *office*; an office out of *leading* may be called otherwise there, and means who leads."""
        person = self.index.holder(office, country, self.first, self.last)
        if person is None and office in leading:
            return self.index.leader(country, self.first, self.last)
        return person

    def head(self, organisation: str, office: str) -> Person | None:
        """Return who led *organisation*, under the title of *office* or another."""
        return self.index.head(organisation, office, self.first, self.last)

    def ever_held(self, actor: Actor, office: str) -> bool:
        """Tell whether a known person held *office* at some time."""
        person = self.index.tables.people.get(actor.id)
        return person is not None and any(term.office == office for term in person.terms)

    def is_to_lead(self, actor: Actor, offices: Set[str] = TOP) -> bool:
        """Tell whether a known person is elected or named to one of *offices* and does not hold it yet."""
        person = self.index.tables.people.get(actor.id)
        if person is None or self.last is None or self.first is None:
            return False
        latest = self.last + _LONGEST_TRANSITION
        coming = (term for term in person.terms if term.office in offices and self.last < term.first < latest)
        elected = (term for term in person.terms if term.office == "president_elect" and offices is TOP)
        return any(term.covers(self.first, self.last) for term in elected) or next(coming, None) is not None

    def may_hold(self, actor: Actor, office: str) -> bool:
        """Tell whether a known head of state still was one: King Khalid in an airport's name is not."""
        if self.first is None or self.last is None or office not in TOP:
            return True
        person = self.index.tables.people.get(actor.id)
        if person is None or not person.terms:
            return True
        return any(term.covers(self.first, self.last) for term in person.terms)
