"""List the formats that a view can be exported in; buttons and the command line read the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from explore.errors import SelectionError
from explore.export import cmif, codebook, csv, jsonl, package, parquet, plover, xlsx
from explore.export.annotations import write as write_annotations
from explore.export.context import Context
from explore.export.words import section
from explore.filters import View
from explore.phrases import Language

Write = Callable[[View, Context], Iterator[bytes]]
_OF_TABLES: Mapping[str, Write] = {
    "csv": csv.write,
    "excel-csv": csv.write_excel,
    "xlsx": xlsx.write,
    "jsonl": jsonl.write,
    "parquet": parquet.write,
}
_OF_VIEWS: Mapping[str, Write] = {
    "package": package.write,
    "cmif": cmif.write,
    "annotations": write_annotations,
    "plover": plover.write,
}
# What files are called that hold no table; the package is called like the programme.
_STEMS = {"cmif": "letters", "annotations": "annotations", "plover": "communications"}


@dataclass(frozen=True)
class Format:
    """Name a format, what it is called on screen, and what writes it.

    ``tables`` lists the tables it can write, one of which ``Context.table`` names; none where it writes the whole view.
    """

    key: str
    label: Mapping[Language, str]
    mime: str
    suffix: str
    tables: tuple[str, ...]
    write: Write

    def file_name(self, context: Context) -> str:
        """Return what the file is called.

        >>> formats()["xlsx"].file_name(Context(table="people"))
        'barqiya-people.xlsx'
        """
        stem = context.table if self.tables else _STEMS.get(self.key)
        return ("barqiya" if stem is None else f"barqiya-{stem}") + self.suffix


def formats() -> dict[str, Format]:
    """Return every format by its key, in the order in which they are offered."""
    tables = tuple(codebook.tables())
    written = [(_OF_TABLES, tables), (_OF_VIEWS, ())]
    return {key: _format(key, write, of) for writers, of in written for key, write in writers.items()}


def find(file: str) -> Format:
    """Return the format that the name of *file* ends in; the longest ending decides.

    >>> find("events.excel.csv").key, find("events.csv").key
    ('excel-csv', 'csv')

    Raises:
        SelectionError: no format ends so.
    """
    known = sorted(formats().values(), key=lambda form: -len(form.suffix))
    for form in known:
        if PurePath(file).name.lower().endswith(form.suffix):
            return form
    raise SelectionError(
        where=file,
        problem="ends like no format that is known",
        remedy=f"let it end in one of {', '.join(form.suffix for form in formats().values())}, or name a format",
    )


def _format(key: str, write: Write, tables: tuple[str, ...]) -> Format:
    words = section("formats")[key]
    return Format(key, {"ar": words["ar"], "en": words["en"]}, words["mime"], words["suffix"], tables, write)
