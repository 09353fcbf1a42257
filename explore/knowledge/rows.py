"""Turn the entries of the TOML files into plain rows, with one clear sentence for whatever they lack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from explore.errors import KnowledgeError
from explore.knowledge.packed import Plain, pack

# File name -> its content; people stand in "people/<region>.toml".
Files = Mapping[str, Mapping[str, Any]]
# Tables that are used as they are read.
PLAIN_TABLES = ("offices", "honorifics", "bodies", "acts", "words")
_FIRST_DAY = dt.date(1, 1, 1)
_LAST_DAY = dt.date(9999, 12, 31)
_YEAR_MONTH_DAY = 3


def post(office: str, of: str | None) -> str:
    """Return the key of ``Tables.holders`` for an office of a state or organisation.

    >>> post("king", "JOR")
    'king@JOR'
    """
    return f"{office}@{of or ''}"


def to_plain(files: Files) -> Plain:
    """Check the fields of every entry of *files* and return all tables as plain rows.

    Raises:
        KnowledgeError: a table is missing or an entry lacks a field.
    """
    people: dict[str, Plain] = {}
    for name in files:
        if name.startswith("people/"):
            people |= _rows(files, name, _person)
    return {
        "countries": pack(_rows(files, "countries.toml", _country)),
        "places": pack(_rows(files, "places.toml", _place)),
        "organisations": pack(_rows(files, "organisations.toml", _organisation)),
        "people": pack(people),
        "holders": pack(_holders(people)),
        **{name: _file(files, f"{name}.toml") for name in PLAIN_TABLES},
    }


def _holders(people: Mapping[str, Plain]) -> dict[str, list[Plain]]:
    holders: dict[str, list[Plain]] = {}
    for key, row in people.items():
        for term in row[-1]:
            holders.setdefault(post(term[0], term[1]), []).append((*term, key))
    return holders


def _file(files: Files, name: str) -> Mapping[str, Any]:
    if name not in files:
        raise KnowledgeError(where=name, problem="is missing", remedy="restore the file")
    return files[name]


def _rows(files: Files, name: str, read: Callable[[dict[str, Any]], Plain]) -> dict[str, Plain]:
    rows: dict[str, Plain] = {}
    for key, entry in _file(files, name).items():
        try:
            rows[key] = read(entry)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problem = f"lacks {error}" if isinstance(error, KeyError) else str(error)
            raise KnowledgeError(where=f"{name}: [{key}]", problem=problem, remedy="correct the entry") from error
    return rows


def _country(entry: dict[str, Any]) -> Plain:
    return (
        entry["name_en"], tuple(entry["names"]), *_lists(entry, "adjectives", "plurals"), entry.get("capital_en", ""),
        *_lists(entry, "capital", "weak"), entry.get("demonym_en", ""),
    )  # fmt: skip


def _place(entry: dict[str, Any]) -> Plain:
    return tuple(entry["names"]), entry.get("country"), bool(entry.get("weak", False))


def _organisation(entry: dict[str, Any]) -> Plain:
    states = entry.get("country"), entry.get("stands_for")
    return entry["name_en"], tuple(entry["names"]), entry["kind"], *states, *_lists(entry, "weak")


def _person(entry: dict[str, Any]) -> Plain:
    country = entry.get("country")
    terms = tuple(_term(text, country) for text in entry.get("terms", ()))
    return entry["name_en"], entry["name_ar"], *_lists(entry, "names", "short", "weak"), country, terms


def _lists(entry: dict[str, Any], *fields: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(entry.get(field, ())) for field in fields)


def _term(text: str, country: str | None) -> tuple[str, str | None, int, int]:
    office, _, days = text.partition(" ")
    office, _, of = office.partition("@")
    first, _, last = days.strip().partition("/")
    return office, of or country, day(first, at_end=False).toordinal(), day(last, at_end=True).toordinal()


def day(text: str, *, at_end: bool) -> dt.date:
    """Read ``2012``, ``2012-05``, ``2012-05-07`` or ``..``; a part stands for its first day, or its last *at_end*."""
    if text in ("", ".."):
        return _LAST_DAY if at_end else _FIRST_DAY
    parts = [int(part) for part in text.split("-")]
    if len(parts) == _YEAR_MONTH_DAY:
        return dt.date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if at_end else 1)
    if not at_end:
        return dt.date(year, month, 1)
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
