"""Describe the tables of a package as CSV on the Web metadata: types, keys, languages and the direction of texts."""

from __future__ import annotations

from collections.abc import Iterable

from explore.export.codebook import LANGUAGES, Column, Table

# An EDTF date may be a month or a range: for CSV on the Web it is text.
_TYPES: dict[str, object] = {
    "edtf": "string",
    "boolean": {"base": "boolean", "format": "true|false"},
}
_DIALECT = {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\n"], "doubleQuote": True}


def describe(tables: Iterable[Table]) -> dict[str, object]:
    """Describe *tables*, each in the file of its name."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dialect": _DIALECT,
        "tableDirection": "auto",
        "tables": [_table(table) for table in tables],
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "url": f"{table.name}.csv",
        "dc:title": [_said(table.words[language].title, language) for language in LANGUAGES],
        "dc:description": [_said(table.words[language].text, language) for language in LANGUAGES],
        "tableSchema": {
            "columns": [_column(column, required=column.name in table.key) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"columnReference": column, "reference": {"resource": f"{name}.csv", "columnReference": field}}
                for column, (name, field) in table.refers.items()
            ],
        },
    }


def _column(column: Column, *, required: bool) -> dict[str, object]:
    described: dict[str, object] = {
        "name": column.name,
        # The head of the file has to be among the titles.
        "titles": {"und": column.name} | _titles(column),
        "dc:description": [_said(column.words[language].text, language) for language in LANGUAGES],
        "datatype": _TYPES.get(column.type, column.type),
        "null": [""],
        "required": required,
    }
    if column.is_text:
        described["textDirection"] = column.flow
        described["lang"] = "ar" if column.flow == "rtl" else "und"
    return described


def _titles(column: Column) -> dict[str, str]:
    return {str(language): words.title for language, words in column.words.items()}


def _said(words: str, language: str) -> dict[str, str]:
    return {"@value": words, "@language": language}
