"""List the formats that a view can be exported in; buttons and the command line read the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from explore.errors import SelectionError
from explore.export import cmif, codebook, csv, jsonl, package, parquet, plover, xlsx
from explore.export.annotations import write as write_annotations
from explore.export.context import Context
from explore.export.look import CHARTS
from explore.export.words import section
from explore.filters import View
from explore.phrases import Language

Write = Callable[[View, Context], Iterator[bytes]]


def _drawn(name: str) -> Write:
    """Write with a function of ``drawn``, loaded when it is asked for: the libraries that draw load slowly."""

    def write(view: View, context: Context) -> Iterator[bytes]:
        from explore.export import drawn

        yield from getattr(drawn, name)(view, context)

    return write


_OF_TABLES: Mapping[str, Write] = {
    "csv": csv.write,
    "excel-csv": csv.write_excel,
    "xlsx": xlsx.write,
    "jsonl": jsonl.write,
    "parquet": parquet.write,
}
_OF_CHARTS: Mapping[str, Write] = {
    "svg": _drawn("svg"),
    "png": _drawn("png"),
    "pdf": _drawn("pdf"),
    "html": _drawn("html"),
}
_OF_VIEWS: Mapping[str, Write] = {
    "briefing": _drawn("report"),
    "deck": _drawn("deck"),
    "meeting": _drawn("meet"),
    "package": package.write,
    "cmif": cmif.write,
    "annotations": write_annotations,
    "plover": plover.write,
}
# What files are called that hold neither one table nor one chart; the package is called like the programme.
_STEMS = {
    "briefing": "briefing", "deck": "deck", "meeting": "meeting",
    "cmif": "letters", "annotations": "annotations", "plover": "communications",
}  # fmt: skip


@dataclass(frozen=True)
class Format:
    """Name a format, what it is called on screen, and what writes it.

    ``tables`` lists the tables it can write, one of which ``Context.table`` names, ``charts`` the charts it can show,
    one of which ``Context.look`` names; it has neither where it writes the whole view.
    """

    key: str
    label: Mapping[Language, str]
    mime: str
    suffix: str
    tables: tuple[str, ...]
    charts: tuple[str, ...]
    write: Write

    def file_name(self, context: Context) -> str:
        """Return what the file is called.

        >>> formats()["xlsx"].file_name(Context(table="people"))
        'barqiya-people.xlsx'
        """
        stem = context.table if self.tables else context.look.chart if self.charts else _STEMS.get(self.key)
        return ("barqiya" if stem is None else f"barqiya-{stem}") + self.suffix

    def named(self, file: str) -> str | None:
        """Return the table or chart that the name of *file* consists of, with or without ``barqiya-``.

        >>> formats()["csv"].named("out/barqiya-people.csv"), formats()["svg"].named("chart.svg")
        ('people', None)
        """
        stem = PurePath(file).name.lower().removesuffix(self.suffix).removeprefix("barqiya-")
        return stem if stem in (self.tables or CHARTS) else None


def formats() -> dict[str, Format]:
    """Return every format by its key, in the order in which they are offered."""
    tables = tuple(codebook.tables())
    made = [_format(key, write, tables=tables) for key, write in _OF_TABLES.items()]
    made += [_format(key, write, charts=CHARTS) for key, write in _OF_CHARTS.items()]
    made += [_format(key, write) for key, write in _OF_VIEWS.items()]
    return {form.key: form for form in made}


def find(file: str) -> Format:
    """Return the format that the name of *file* ends in; the longest ending decides, then whether it names a chart.

    >>> find("events.excel.csv").key, find("events.csv").key, find("chord.pdf").key, find("tuesday.pdf").key
    ('excel-csv', 'csv', 'pdf', 'briefing')

    Raises:
        SelectionError: no format ends so.
    """
    name = PurePath(file).name.lower()
    ending = [form for form in formats().values() if name.endswith(form.suffix)]
    if ending:
        return max(ending, key=lambda form: (len(form.suffix), bool(form.charts) == (form.named(file) is not None)))
    raise SelectionError(
        where=file,
        problem="has no known ending",
        remedy=f"let it end in one of {', '.join(dict.fromkeys(form.suffix for form in formats().values()))}, "
        "or name a format",
    )


def _format(key: str, write: Write, *, tables: tuple[str, ...] = (), charts: tuple[str, ...] = ()) -> Format:
    words = section("formats")[key]
    return Format(key, {"ar": words["ar"], "en": words["en"]}, words["mime"], words["suffix"], tables, charts, write)
