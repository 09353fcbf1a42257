import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from explore.export import codebook, sheets, xlsx
from explore.export.context import Context
from explore.export.csv import write_excel
from explore.filters import View

OFFICE = shutil.which("soffice")
# How workbooks write what XML cannot hold.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def book(view: View, context: Context) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(b"".join(xlsx.write(view, context))))


def shown(value: object) -> object:
    """Return a cell as Excel shows it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


@pytest.mark.parametrize("table", ["events", "articles", "mentions", "communications", "people", "edges"])
def test_cells_are_what_they_were(nasty: View, table: str) -> None:
    sheet = sheets.of(nasty, Context(table=table))
    head, *rows = book(nasty, Context(table=table))[table].iter_rows()
    assert [cell.value for cell in head] == sheet.table.names
    wanted = [row for block in sheet for row in zip(*sheets.cells(block), strict=True)]
    for row, cells in zip(wanted, rows, strict=True):
        for column, value, cell in zip(sheet.table.columns, row, cells, strict=True):
            if column.type == "date" and value is not None:
                assert cell.value.date().isoformat() == value
            elif value is not None:
                assert shown(cell.value) == (excel(value) if isinstance(value, str) else pytest.approx(value))
                assert cell.data_type == {str: "s", bool: "b"}.get(type(value), "n")
                assert cell.hyperlink is None


def test_a_hundred_thousand_rows_are_what_they_were(large: View) -> None:
    context = Context(table="mentions")
    made = b"".join(xlsx.write(large, context))
    page = openpyxl.load_workbook(io.BytesIO(made), read_only=True)["mentions"]
    place = codebook.tables()["mentions"].names.index("text")
    found = [shown(row[place]) for row in page.iter_rows(min_row=2, values_only=True)]
    assert found == [excel(text) for text in large.mentions["text"]]
    assert len(found) >= 100_000


def excel(text: str) -> str:
    """Return *text* with the line ends of Excel, and without what a workbook cannot hold."""
    return text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def test_no_formula_and_no_link_in_the_file(nasty: View) -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(xlsx.write(nasty, Context(table="articles"))))) as file:
        parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}
    assert not [name for name, part in parts.items() if "<f>" in part or "<hyperlink" in part]


def test_sheets_read_from_right_to_left(seeds: View) -> None:
    workbook = book(seeds, Context())
    assert workbook.sheetnames == ["events", "دليل الأعمدة", "عن هذا الملف"]
    for page in workbook.worksheets:
        assert page.sheet_view.rightToLeft
        assert page.freeze_panes == "B2"
    events: Worksheet = workbook["events"]
    assert events.auto_filter.ref == f"A1:AI{len(seeds.events) + 1}"
    evidence = get_column_letter(codebook.tables()["events"].names.index("evidence") + 1)
    assert events.column_dimensions[evidence].width > 40


def test_the_codebook_speaks_both_languages(seeds: View) -> None:
    _, *rows = book(seeds, Context(language="en"))["codebook"].iter_rows(values_only=True)
    assert [row[1] for row in rows] == codebook.tables()["events"].names
    for row, column in zip(rows, codebook.tables()["events"].columns, strict=True):
        assert row[2:6] == (*vars(column.words["ar"]).values(), *vars(column.words["en"]).values())


def test_nothing_is_a_workbook_too(empty: View) -> None:
    assert book(empty, Context())["events"].max_row == 1


def test_more_rows_than_a_sheet_holds_go_on_in_another(seeds: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 31)
    workbook = book(seeds, Context())
    pages = [page for page in workbook.worksheets if page.title.startswith("events")]
    ids = [row[0] for page in pages for row in page.iter_rows(min_row=2, values_only=True)]
    assert ids == seeds.events["event_id"].tolist()
    assert pages[0].auto_filter.ref == "A1:AI31"


def test_same_bytes(seeds: View) -> None:
    assert b"".join(xlsx.write(seeds, Context())) == b"".join(xlsx.write(seeds, Context()))


def _convert(file: Path, form: str) -> Path:
    home = file.parent / "home"
    command = [str(OFFICE), "--headless", f"-env:UserInstallation={home.as_uri()}", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(file.parent / "out"), str(file)], check=True, capture_output=True)
    (made,) = (file.parent / "out").iterdir()
    return made


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["xlsx", "excel-csv"])
def test_libreoffice_shows_text_as_text(nasty: View, tmp_path: Path, form: str) -> None:
    context = Context(table="articles")
    if form == "xlsx":
        file = tmp_path / "articles.xlsx"
        file.write_bytes(b"".join(xlsx.write(nasty, context)))
        made = _convert(file, "csv:Text - txt - csv (StarCalc):44,34,76,1")
        rows = list(csv.DictReader(io.StringIO(made.read_text(encoding="utf-8"), newline="")))
        titles = [row["title"] for row in rows]
        assert '=HYPERLINK("https://example.org","اضغط")' in titles
        assert {"007", "1e5", "2018-06", "+1+1", "@SUM(A1:A9)", "تهنئة 🎉👨‍👩‍👧🇸🇦"} <= set(titles)
    else:
        file = tmp_path / "articles.csv"
        file.write_bytes(b"".join(write_excel(nasty, context)))
        page = openpyxl.load_workbook(_convert(file, "xlsx")).active
        assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
        assert page.max_row == len(nasty.articles) + 1
