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

FOLDER = Path(__file__).parent
_FIRST_DAY = dt.date(1, 1, 1)
_LAST_DAY = dt.date(9999, 12, 31)


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


@dataclass(frozen=True, slots=True)
class Tables:
    """Hold every table, as read."""

    countries: Mapping[str, Country]
    places: tuple[Place, ...]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
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
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(
            where=path.name, problem=f"cannot be read ({error})", remedy="mend the table or restore the file"
        ) from error


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Tables:
    """Read all tables of *folder*.

    Raises:
        KnowledgeError: a table is missing, is not TOML, or an entry lacks a field; the message names it.
    """
    people: dict[str, Person] = {}
    for path in sorted((folder / "people").glob("*.toml")):
        for key, entry in read_toml(path).items():
            people[key] = _read(path.name, key, entry, _person)
    return Tables(
        countries=_read_all(folder / "countries.toml", _country),
        places=tuple(_read_all(folder / "places.toml", _place).values()),
        organisations=_read_all(folder / "organisations.toml", _organisation),
        people=people,
        offices=read_toml(folder / "offices.toml"),
        honorifics=read_toml(folder / "honorifics.toml"),
        bodies=read_toml(folder / "bodies.toml"),
        acts=read_toml(folder / "acts.toml"),
        words=read_toml(folder / "words.toml"),
    )


def _read_all(path: Path, build: Any) -> dict[str, Any]:
    return {key: _read(path.name, key, entry, build) for key, entry in read_toml(path).items()}


def _read(file: str, key: str, entry: Any, build: Any) -> Any:
    try:
        return build(key, entry)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise KnowledgeError(where=f"{file}: [{key}]", problem=problem, remedy="correct the entry") from error


def _country(key: str, entry: dict[str, Any]) -> Country:
    return Country(
        key,
        entry["name_en"],
        tuple(entry["names"]),
        tuple(entry.get("adjectives", ())),
        tuple(entry.get("plurals", ())),
        entry.get("capital_en", ""),
        tuple(entry.get("capital", ())),
        tuple(entry.get("weak", ())),
        entry.get("demonym_en", ""),
    )


def _place(key: str, entry: dict[str, Any]) -> Place:
    return Place(key, tuple(entry["names"]), entry.get("country"), bool(entry.get("weak", False)))


def _organisation(key: str, entry: dict[str, Any]) -> Organisation:
    return Organisation(
        key, entry["name_en"], tuple(entry["names"]), entry["kind"], entry.get("country"), entry.get("stands_for"),
        tuple(entry.get("weak", ())),
    )


def _person(key: str, entry: dict[str, Any]) -> Person:
    country = entry.get("country")
    return Person(
        key,
        entry["name_en"],
        entry["name_ar"],
        tuple(entry.get("names", ())),
        tuple(entry.get("short", ())),
        tuple(entry.get("weak", ())),
        country,
        tuple(_term(text, country) for text in entry.get("terms", ())),
    )


def _term(text: str, country: str | None) -> Term:
    office, _, days = text.partition(" ")
    office, _, of = office.partition("@")
    first, _, last = days.strip().partition("/")
    return Term(office, of or country, _day(first, at_end=False), _day(last, at_end=True))


def _day(text: str, *, at_end: bool) -> dt.date:
    """Read ``2012``, ``2012-05``, ``2012-05-07`` or ``..``; a part stands for its first day, or its last *at_end*."""
    if text in ("", ".."):
        return _LAST_DAY if at_end else _FIRST_DAY
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:  # noqa: PLR2004
        return dt.date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if at_end else 1)
    if not at_end:
        return dt.date(year, month, 1)
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
