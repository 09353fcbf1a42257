"""Describe every column of every exported table in Arabic and English, from codebook.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from explore import phrases
from explore.columns import ARTICLES, EVENTS, MENTIONS
from explore.phrases import Language

LANGUAGES: tuple[Language, ...] = ("ar", "en")
_DECLARED: Mapping[str, Mapping[str, str]] = {"articles": ARTICLES, "mentions": MENTIONS, "events": EVENTS}
_WIDTH = 14


@dataclass(frozen=True)
class Words:
    """Hold a title and a description in one language."""

    title: str
    text: str


@dataclass(frozen=True)
class Column:
    """Describe one column: its type, its words, the list its values come from and the direction of its text."""

    name: str
    type: str
    words: Mapping[Language, Words]
    values: Mapping[str, Mapping[Language, str]]
    flow: str
    width: int

    @property
    def is_text(self) -> bool:
        """Tell whether cells hold text, dates in EDTF among them."""
        return self.type in ("string", "edtf")


@dataclass(frozen=True)
class Table:
    """Describe one table: its columns in order, its key, and the columns that point at other tables."""

    name: str
    words: Mapping[Language, Words]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]]

    @property
    def names(self) -> list[str]:
        """List the names of the columns."""
        return [column.name for column in self.columns]


@cache
def tables() -> Mapping[str, Table]:
    """Return the description of every table by its name, in the order of the codebook."""
    book = _book()
    return {name: _table(name, entry, book) for name, entry in book["tables"].items()}


def _table(name: str, entry: Mapping[str, Any], book: Mapping[str, Any]) -> Table:
    names = entry.get("columns") or list(_DECLARED[name])
    described = {**book["columns"], **book.get("only", {}).get(name, {})}
    columns = tuple(_column(column, described[column], book["values"]) for column in names)
    refers = {column: _place(place) for column, place in entry.get("refers", {}).items()}
    return Table(name, _words(entry), columns, tuple(entry["key"]), refers)


def _column(name: str, entry: Mapping[str, Any], values: Mapping[str, Any]) -> Column:
    listed = values[entry["values"]] if "values" in entry else {}
    return Column(name, entry["type"], _words(entry), listed, entry.get("flow", "ltr"), entry.get("width", _WIDTH))


def _words(entry: Mapping[str, Any]) -> Mapping[Language, Words]:
    return {language: Words(*entry[language]) for language in LANGUAGES}


def _place(place: str) -> tuple[str, str]:
    table, column = place.split(".")
    return table, column


def _book() -> dict[str, Any]:
    text = resources.files("explore.export").joinpath("codebook.toml").read_text(encoding="utf-8")
    book = tomllib.loads(text)
    book["values"]["office"] = {**phrases.offices(), **book["values"]["office"]}
    return book
