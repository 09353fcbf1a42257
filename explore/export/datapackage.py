"""Describe the tables of a package as a Frictionless Data Package 2.0, every field in English and Arabic.

The standard has one language; Arabic stands beside it in ``title_ar``, ``description_ar`` and ``label_ar``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from explore.export.codebook import Column, Table, Words
from explore.export.context import Context
from explore.filters import View
from explore.phrases import Language
from explore.version import VERSION

_PROFILES = "https://datapackage.org/profiles/2.0/"
_TYPES = {"edtf": "string"}
_DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True}


def describe(view: View, context: Context, written: Iterable[tuple[Table, int, str]]) -> dict[str, object]:
    """Describe the package: *written* gives each table with the size and the SHA-256 of its file."""
    return {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "barqiya",
        "title": context.sentence(view.n, "en", view.tables),
        "title_ar": context.sentence(view.n, "ar", view.tables),
        "description": "Communications read from Arabic news. README.md and codebook.md tell more.",
        "version": VERSION,
        "keywords": ["diplomacy", "letters", "telegrams", "Arabic news", "event data"],
        "contributors": [{"title": "The Barqiya authors", "roles": ["creator"]}],
        "resources": [_resource(*one) for one in written],
    }


def _resource(table: Table, size: int, checksum: str) -> dict[str, object]:
    return {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        **_bilingual(table.words),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{checksum}",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    return {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(column, required=column.name in table.key) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": resource, "fields": [field]}}
            for column, (resource, field) in table.refers.items()
        ],
    }


def _field(column: Column, *, required: bool) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        **_bilingual(column.words),
    }
    if column.values:
        field["categories"] = [
            {"value": value, "label": words["en"], "label_ar": words["ar"]} for value, words in column.values.items()
        ]
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints = _constraints(column, required=required)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column, *, required: bool) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.name == "confidence":
        constraints |= {"minimum": 0, "maximum": 1}
    return constraints


def _bilingual(words: Mapping[Language, Words]) -> dict[str, object]:
    english, arabic = words["en"], words["ar"]
    return {
        "title": english.title,
        "title_ar": arabic.title,
        "description": english.text,
        "description_ar": arabic.text,
    }
