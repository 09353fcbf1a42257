"""Answer who held an office on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cached_property, lru_cache

from explore.knowledge.tables import FOLDER, Person, Tables, Term, load
from explore.text.fold import key as fold_key

_LEADERS = ("president", "king", "emir", "sultan", "queen", "supreme_leader", "leader", "prince", "grand_duke", "pope", "prime_minister")
_HEADS = ("secretary_general", "president", "chairman", "director_general", "commission_president", "council_president", "managing_director", "high_representative", "high_commissioner", "prosecutor", "speaker", "leader")
# A week on both sides: an article may name the old holder on the day of the change.
_SLACK = dt.timedelta(days=0)


class Index:
    """Index the terms of *tables* by office and state or organisation."""

    def __init__(self, tables: Tables) -> None:
        """Index *tables*."""
        self.tables = tables
        self.places = {place.name_en: place for place in tables.places}
        self._terms: dict[tuple[str, str | None], list[tuple[Term, Person]]] = defaultdict(list)
        for person in tables.people.values():
            for term in person.terms:
                self._terms[term.office, term.of].append((term, person))

    def holder(self, office: str, of: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Return who held *office* in the days from *first* to *last*; None where nobody or several did."""
        if first is None or last is None:
            return None
        found = {person.key: person for term, person in self._terms.get((office, of), ()) if term.covers(first, last)}
        return next(iter(found.values())) if len(found) == 1 else self._latest(office, of, first)

    def _latest(self, office: str, of: str, first: dt.date) -> Person | None:
        """Return who was in office on the first day, where a change falls into the days asked for."""
        found = [(term.first, person) for term, person in self._terms.get((office, of), ()) if term.covers(first, first)]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def leader(self, of: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Return the head of state, whatever the office is called there, else the head of government."""
        for office in _LEADERS:
            person = self.holder(office, of, first, last)
            if person is not None:
                return person
        return None

    def head(self, organisation: str, office: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Return who led *organisation*: in *office*, else under any title of a head where the words say رئيس or مدير."""
        person = self.holder(office, organisation, first, last)
        if person is not None or office not in ("president", "chairman", "director_general", "secretary_general"):
            return person
        for other in _HEADS:
            person = self.holder(other, organisation, first, last)
            if person is not None:
                return person
        return None

    def office_of(self, person: Person, first: dt.date | None, last: dt.date | None) -> str | None:
        """Return the highest office that *person* held in those days (terms are listed in no order)."""
        if first is None or last is None:
            return None
        held = [term.office for term in person.terms if term.covers(first, last)]
        return min(held, key=self._rank) if held else None

    def _rank(self, office: str) -> int:
        return self._ranks.get(office, 5)

    def capital_names(self, country: str) -> tuple[str, ...]:
        """Return the folded names of the capital of *country*."""
        return self._capitals[country]

    @cached_property
    def _capitals(self) -> dict[str, tuple[str, ...]]:
        return {key: tuple(map(fold_key, entry.capital)) for key, entry in self.tables.countries.items()}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {key: int(entry.get("rank", 5)) for key, entry in self.tables.offices.items() if key != "plurals"}


@lru_cache(maxsize=1)
def default() -> Index:
    """Return the index of the packaged tables."""
    return Index(load(FOLDER))
