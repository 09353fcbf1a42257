"""Answer who held an office on a day."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache

from explore.knowledge import compiled
from explore.knowledge.rows import post
from explore.knowledge.senses import REMEMBERED
from explore.knowledge.tables import Person, Tables, Term
from explore.text.fold import key as fold_key

_LEADERS = (
    "president", "king", "emir", "sultan", "queen", "supreme_leader", "leader", "prince", "grand_duke", "pope",
    "prime_minister",
)  # fmt: skip
_HEADS = (
    "secretary_general", "president", "chairman", "director_general", "commission_president", "council_president",
    "managing_director", "high_representative", "high_commissioner", "prosecutor", "speaker", "leader",
)  # fmt: skip
# Titles that the press gives to the head of an organisation whatever the office is called there (رئيس، مدير، أمين).
_ANY_HEAD = frozenset(("president", "chairman", "director_general", "secretary_general"))
_LOWEST_RANK = 5


class Index:
    """Answer questions about the terms of *tables*.

    ``holder`` tells who held an office of a state or organisation in the days from a first to a last: where it changed
    hands, who had it on the first.
    """

    def __init__(self, tables: Tables) -> None:
        """Hold *tables*."""
        self.tables = tables
        self.places = tables.places
        self._capitals: dict[str, tuple[str, ...]] = {}
        self.holder = lru_cache(maxsize=REMEMBERED)(self._find_holder)

    def _find_holder(self, office: str, of: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Find who held *office*; on the day of a handover that is the successor."""
        if first is None or last is None:
            return None
        held = [(term, key) for term, key in self._terms(office, of) if term.covers(first, last)]
        if len({key for _, key in held}) > 1:
            held = [(term, key) for term, key in held if term.covers(first, first)]
        return self.tables.people[max(held, key=_begins)[1]] if held else None

    def _terms(self, office: str, of: str) -> tuple[tuple[Term, str], ...]:
        return self.tables.holders.get(post(office, of), ())

    def leader(self, of: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Return the head of state, whatever the office is called there, else the head of government."""
        return self._first_of(_LEADERS, of, first, last)

    def head(self, organisation: str, office: str, first: dt.date | None, last: dt.date | None) -> Person | None:
        """Return who led *organisation*: in *office*, else under any other title of a head (رئيس، مدير)."""
        person = self.holder(office, organisation, first, last)
        if person is not None or office not in _ANY_HEAD:
            return person
        return self._first_of(_HEADS, organisation, first, last)

    def _first_of(self, offices: tuple[str, ...], of: str, *days: dt.date | None) -> Person | None:
        found = (self.holder(office, of, *days) for office in offices)
        return next((person for person in found if person is not None), None)

    def office_of(self, person: Person, first: dt.date | None, last: dt.date | None) -> str | None:
        """Return the highest office that *person* held in those days (terms are listed in no order)."""
        if first is None or last is None:
            return None
        held = [term.office for term in person.terms if term.covers(first, last)]
        return min(held, key=self._rank) if held else None

    def _rank(self, office: str) -> int:
        return self._ranks.get(office, _LOWEST_RANK)

    def capital_names(self, country: str) -> tuple[str, ...]:
        """Return the folded names of the capital of *country*."""
        names = self._capitals.get(country)
        if names is None:
            names = self._capitals[country] = tuple(map(fold_key, self.tables.countries[country].capital))
        return names

    @cached_property
    def _ranks(self) -> dict[str, int]:
        ranks = {key: entry.get("rank", _LOWEST_RANK) for key, entry in self.tables.offices.items() if key != "plurals"}
        return {key: int(rank) for key, rank in ranks.items()}


def _begins(held: tuple[Term, str]) -> dt.date:
    return held[0].first


@lru_cache(maxsize=1)
def default() -> Index:
    """Return the index of the packaged tables."""
    return Index(compiled.load().tables)
