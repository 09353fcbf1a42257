"""Read the TOML tables into frozen values, with one clear sentence for whatever is broken in them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from explore.errors import KnowledgeError
from explore.knowledge.packed import Packed, Plain
from explore.knowledge.rows import PLAIN_TABLES, to_plain

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one office of a person: the office's key, the state (ISO 3166-1 alpha-3) or organisation, and its days."""

    office: str
    of: str | None
    first: dt.date
    last: dt.date

    def covers(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether the term overlaps the days from *first* to *last*."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person: names, state and offices. ``short`` names point at the person alone, ``weak`` ones do not."""

    key: str
    name_en: str
    name_ar: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    weak: tuple[str, ...]
    country: str | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """Hold one state: names, adjectives (masculine singular), broken plurals of these, and the capital."""

    key: str
    name_en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    plurals: tuple[str, ...]
    capital_en: str
    capital: tuple[str, ...]
    weak: tuple[str, ...]
    demonym_en: str


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one place that is neither a state nor a capital. ``weak`` names are common words too."""

    name_en: str
    names: tuple[str, ...]
    country: str | None
    weak: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """Hold one organisation; ``stands_for`` is the state for whose leaders the press uses its name.

    ``weak`` names are common words too: they count beside a class noun (صحيفة) or in brackets.
    """

    key: str
    name_en: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    stands_for: str | None
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Hold every table, as read; ``holders`` lists by "office@state" the terms and the keys of who served them."""

    countries: Mapping[str, Country]
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    holders: Mapping[str, tuple[tuple[Term, str], ...]]
    offices: Mapping[str, Mapping[str, Any]]
    honorifics: Mapping[str, Any]
    bodies: Mapping[str, Mapping[str, Any]]
    acts: Mapping[str, Any]
    words: Mapping[str, Any]


def read_toml(path: Path) -> dict[str, Any]:
    """Read one table file.

    Raises:
        KnowledgeError: the file is missing or is not TOML.
    """
    return _parse(path.name, _read_bytes(path))


def read_sources(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return the bytes of every table of *folder* by file name, in a fixed order.

    Raises:
        KnowledgeError: a file cannot be read.
    """
    paths = (*sorted(folder.glob("*.toml")), *sorted(folder.glob("people/*.toml")))
    return {path.relative_to(folder).as_posix(): _read_bytes(path) for path in paths}


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeError(where=path.name, problem=f"cannot be read ({error})", remedy="restore the file") from error


def parse(sources: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """Return the content of every file of *sources*.

    Raises:
        KnowledgeError: a file is not TOML.
    """
    return {name: _parse(name, data) for name, data in sources.items()}


def _parse(name: str, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(where=name, problem=f"cannot be read ({error})", remedy="mend the table") from error


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER) -> Tables:
    """Read all tables of *folder*, slowly: ``compiled.load`` keeps what it has read.

    Raises:
        KnowledgeError: a table is missing, is not TOML, or an entry lacks a field; the message names it.
    """
    return from_plain(to_plain(parse(read_sources(folder))))


def from_plain(plain: Plain) -> Tables:
    """Return the tables of what ``to_plain`` made."""
    return Tables(
        countries=Packed(plain["countries"], lambda key, row: Country(key, *row)),
        places=Packed(plain["places"], lambda key, row: Place(key, *row)),
        organisations=Packed(plain["organisations"], lambda key, row: Organisation(key, *row)),
        people=Packed(plain["people"], _to_person),
        holders=Packed(plain["holders"], lambda _, rows: tuple((_to_term(*row[:-1]), row[-1]) for row in rows)),
        **{name: plain[name] for name in PLAIN_TABLES},
    )


def _to_person(key: str, row: Plain) -> Person:
    name_en, name_ar, names, short, weak, country, terms = row
    return Person(key, name_en, name_ar, names, short, weak, country, tuple(_to_term(*term) for term in terms))


def _to_term(office: str, of: str | None, first: int, last: int) -> Term:
    return Term(office, of, dt.date.fromordinal(first), dt.date.fromordinal(last))
