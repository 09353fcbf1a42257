"""Make the actors that people, states and organisations of the tables are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from explore.frozen import quick
from explore.knowledge.tables import Organisation, Person, Place, Tables
from explore.model import Actor, EntityType

# States with the offices of those who stand for them; there are fewer.
_REMEMBERED = 5_000
# A state is written as three letters (ISO 3166-1 alpha-3), an organisation by its key.
_CODE = 3


@quick
@dataclass(frozen=True, slots=True)
class Meaning:
    """Hold whom a phrase means, and the reason."""

    actor: Actor
    why: str


def person_actor(person: Person, office: str | None) -> Actor:
    """Return the actor for a known person."""
    country = person.country or _state_of(person, office)
    return Actor(person.key, person.name_en, person.name_ar, EntityType.PER, country, office)


def _state_of(person: Person, office: str | None) -> str | None:
    """Return the state that somebody serves in *office* who served organisations or other states before or after."""
    states = (term.of for term in person.terms if term.office == office and term.of is not None)
    return next((state for state in states if len(state) == _CODE and state.isupper()), None)


@lru_cache(maxsize=_REMEMBERED)
def state_actor(tables: Tables, country: str, office: str | None) -> Actor:
    """Return the actor for a state."""
    state = tables.countries[country]
    return Actor(country, state.name_en, state.names[0], EntityType.GPE, country, office)


def organisation_actor(entry: Organisation) -> Actor:
    """Return the actor for an organisation."""
    return Actor(entry.key, entry.name_en, entry.names[0], EntityType.ORG, entry.country)


def place_actor(place: Place) -> Actor:
    """Return the actor for a town or region, which acts for nobody but may be named."""
    return Actor(f"place:{place.name_en}", place.name_en, place.names[0], EntityType.GPE, place.country)
