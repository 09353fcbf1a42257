"""Make the actors that people, states and organisations of the tables are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from explore.frozen import quick
from explore.knowledge.tables import Organisation, Person, Place, Tables
from explore.model import Actor, EntityType

# States with the offices of those who stand for them; there are fewer.
_REMEMBERED = 5_000


@quick
@dataclass(frozen=True, slots=True)
class Meaning:
    """Hold whom a phrase means, and the reason."""

    actor: Actor
    why: str


def person_actor(person: Person, office: str | None) -> Actor:
    """Return the actor for a known person."""
    return Actor(person.key, person.name_en, person.name_ar, EntityType.PER, person.country, office)


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
