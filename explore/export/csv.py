"""Write tables as CSV: for programs exactly as they are, for Excel so that it shows them and computes nothing.

For programs: UTF-8 without a byte order mark, lines that end in LF, a header, RFC 4180 quotes where they are needed, a
missing value as an empty cell, days as 2018-12-30, true and false. Nothing else is escaped or changed, but NUL, which
RFC 4180 does not allow and many readers end a cell at, becomes U+FFFD: one for one, so that offsets stay right.

For Excel: a byte order mark, CR LF, no ``sep=`` line, and an apostrophe before text that could pass for a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from explore.export import sheets
from explore.export.codebook import Table
from explore.export.context import Context
from explore.filters import View

_MARK = b"\xef\xbb\xbf"
_TRUTH = {True: "true", False: "false", None: None}
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
# The starts of formulas after OWASP's page on CSV injection, and their full-width twins, which Excel takes for them.
_FORMULA = tuple(
    "=+-@\t\r\n\0\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
# What one cell of Excel holds, in UTF-16 units.
CELL = 32_767
_CUT = "…"


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the table that *context* names as CSV for programs, piece by piece."""
    return _pieces(view, context, "\n", _same)


def write_excel(view: View, context: Context) -> Iterator[bytes]:
    """Yield the table that *context* names as CSV for Excel, piece by piece."""
    yield _MARK
    yield from _pieces(view, context, "\r\n", lambda values: [neutral(value) for value in values])


def neutral(value: str | None) -> str | None:
    """Return *value* so that Excel takes it for text, cut to what one of its cells holds.

    >>> neutral("=HYPERLINK(A1)"), neutral("من بوتين")
    ("'=HYPERLINK(A1)", 'من بوتين')
    """
    if not value:
        return value
    return fitting(f"'{value}" if value.startswith(_FORMULA) else value)


def fitting(value: str) -> str:
    """Cut *value* to what a cell of Excel holds; a cut is shown."""
    if len(value) <= CELL // 2 or len(units := value.encode("utf-16-le", "replace")) <= CELL * 2:
        return value
    return units[: (CELL - 1) * 2].decode("utf-16-le", "ignore") + _CUT


def writable(text: str) -> str:
    """Return *text* without the few characters that no text file can hold, one for one."""
    return _UNWRITABLE.sub(_REPLACED, text) if "\0" in text or not _is_whole(text) else text


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _same(values: list[Any]) -> list[Any]:
    return values


def _pieces(view: View, context: Context, end: str, clean: Callable[[list[Any]], list[Any]]) -> Iterator[bytes]:
    sheet = sheets.of(view, context)
    yield _lines([sheet.table.names], end)
    for block in sheets.told(sheet, context):
        columns = _columns(sheet.table, sheets.cells(block), clean)
        yield _lines(zip(*columns, strict=True), end)


def _columns(table: Table, columns: list[list[Any]], clean: Callable[[list[Any]], list[Any]]) -> Iterator[list[Any]]:
    for column, values in zip(table.columns, columns, strict=True):
        if column.type == "boolean":
            yield [_TRUTH[value] for value in values]
        else:
            yield clean(values) if column.is_text else values


class _Rows(list[str]):
    """Collect the rows of a csv writer, each without the CR LF that made the writer quote both of them."""

    def write(self, row: str) -> None:
        self.append(row[:-2])


def _lines(rows: Iterable[Iterable[Any]], end: str) -> bytes:
    found = _Rows()
    csv.writer(found, lineterminator="\r\n").writerows(rows)
    found.append("")
    return writable(end.join(found)).encode()
