"""Write a table as an Excel workbook: the rows, the codebook in both languages, and a sheet about the view.

Text cells are text: none becomes a formula, a link or a number. Sheets run from right to left, heads stay in sight.

XlsxWriter is used because it can write row by row (``constant_memory``) and stamps no time of its own on the file;
openpyxl writes the time of saving into the file, so that no two files are the same.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from explore.export import codebook, sheets
from explore.export.codebook import Column
from explore.export.context import Context
from explore.export.csv import fitting, writable
from explore.export.parquet import pieces
from explore.export.sheets import Sheet
from explore.export.words import say
from explore.filters import View
from explore.phrases import Language
from explore.version import VERSION

# The rows of one sheet of Excel, its head included; what is more goes on in further sheets.
ROWS = 1_048_576
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "nan_inf_to_errors": True, "use_zip64": True,
}  # fmt: skip
# A file says when it was made; ours says the same day always, so that the same view gives the same bytes.
_MADE = dt.datetime(2000, 1, 1)
# Excel counts its days from 1900; earlier ones stay text.
_FIRST_DAY = "1900-03-01"
_READS_RIGHT_TO_LEFT = {"rtl": 2, "ltr": 1, "auto": 0}
_CODEBOOK_WIDTHS = (16, 20, 24, 60, 24, 60, 10, 60)


class _Book:
    """Hold an open workbook and its formats."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EDEAE2", "align": "right"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.flows = {
            flow: book.add_format({"reading_order": order, "num_format": "@"})
            for flow, order in _READS_RIGHT_TO_LEFT.items()
        }

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[int]) -> Worksheet:
        """Add a sheet that runs from right to left, with its head in sight."""
        sheet: Worksheet = self.book.add_worksheet(name)
        sheet.right_to_left()
        sheet.freeze_panes(1, 1)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        for place, head in enumerate(heads):
            sheet.write_string(0, place, head, self.head)
        return sheet


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the table that *context* names as a workbook, piece by piece."""
    with tempfile.TemporaryFile() as file:
        with xlsxwriter.Workbook(file, _OPTIONS) as book:
            book.set_properties({"created": _MADE, "title": context.sentence(view.n, context.language, view.tables)})
            _write_all(_Book(book), view, context)
        yield from pieces(file)


def _write_all(book: _Book, view: View, context: Context) -> None:
    sheet = sheets.of(view, context)
    _write_rows(book, sheet, context)
    _write_codebook(book, sheet, context)
    _write_about(book, sheet, view, context)


def _write_rows(book: _Book, sheet: Sheet, context: Context) -> None:
    columns, filled, page = sheet.table.columns, ROWS, None
    writers = [_writer(column, book) for column in columns]
    number = 0
    for block in sheets.told(sheet, context):
        for row in zip(*sheets.cells(block), strict=True):
            if filled == ROWS:
                number, filled = number + 1, 1
                page = _page(book, sheet, number)
            for place, value in enumerate(row):
                if value is not None:
                    writers[place](page, filled, place, value)
            filled += 1
    if page is None:
        _page(book, sheet, 1)


def _page(book: _Book, sheet: Sheet, number: int) -> Worksheet:
    table = sheet.table
    name = table.name if number == 1 else f"{table.name} {number}"
    page = book.sheet(name, table.names, [column.width for column in table.columns])
    rows = min(sheet.n - (number - 1) * (ROWS - 1), ROWS - 1)
    page.autofilter(0, 0, rows, len(table.columns) - 1)
    return page


def _writer(column: Column, book: _Book) -> Callable[[Any, int, int, Any], None]:
    """Return what writes one cell of *column*."""
    if column.type == "date":
        return lambda page, row, place, value: _write_day(page, row, place, value, book.day)
    if column.is_text:
        shape = book.flows[column.flow]
        return lambda page, row, place, value: page.write_string(row, place, _cell(value), shape)
    if column.type == "boolean":
        return lambda page, row, place, value: page.write_boolean(row, place, value)
    return lambda page, row, place, value: page.write_number(row, place, value)


def _cell(text: str) -> str:
    """Return *text* as one cell can hold it; Excel ends lines with LF alone."""
    return fitting(writable(text).replace("\r\n", "\n").replace("\r", "\n"))


def _write_day(page: Worksheet, row: int, place: int, value: str, shape: Format) -> None:
    if value < _FIRST_DAY:
        page.write_string(row, place, value)
    else:
        page.write_datetime(row, place, dt.datetime.fromisoformat(value), shape)


def _write_codebook(book: _Book, sheet: Sheet, context: Context) -> None:
    heads = [say("codebook", "table", "en"), say("codebook", "column", "en")]
    heads += [say("codebook", part, language) for language in codebook.LANGUAGES for part in ("title", "text")]
    heads += [say("codebook", "type", "en"), f"{say('codebook', 'values', 'ar')} / {say('codebook', 'values', 'en')}"]
    page = book.sheet(say("sheet", "codebook", context.language), heads, _CODEBOOK_WIDTHS)
    for row, column in enumerate(sheet.table.columns, start=1):
        words = [part for language in codebook.LANGUAGES for part in _both(column, language)]
        cells = [sheet.table.name, column.name, *words, column.type, _listed(column)]
        for place, cell in enumerate(cells):
            page.write_string(row, place, cell, book.wrapped)
    page.autofilter(0, 0, len(sheet.table.columns), len(heads) - 1)


def _both(column: Column, language: Language) -> tuple[str, str]:
    return column.words[language].title, column.words[language].text


def _listed(column: Column) -> str:
    return "\n".join(f"{value}: {words['ar']} / {words['en']}" for value, words in column.values.items())


def _write_about(book: _Book, sheet: Sheet, view: View, context: Context) -> None:
    page = book.sheet(say("sheet", "about", context.language), ["", "", ""], (14, 90, 14))
    sentences = [context.sentence(view.n, language, view.tables) for language in codebook.LANGUAGES]
    told = {
        "view": "\n".join(sentences),
        "rows": str(sheet.n),
        "link": context.link,
        "corpus": context.corpus,
        "version": f"Barqiya {VERSION}",
    }
    lines = [(say("about", key, "ar"), value, say("about", key, "en")) for key, value in told.items() if value]
    lines.append(("", f"{say('about', 'limits', 'ar')}\n{say('about', 'limits', 'en')}", ""))
    for row, line in enumerate(lines, start=1):
        for place, cell in enumerate(line):
            page.write_string(row, place, _cell(cell), book.wrapped)
