import csv
import io
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.csv
import pytest

from explore.columns import ARTICLES, EVENTS, MENTIONS, typed
from explore.export import codebook, sheets
from explore.export.context import Context
from explore.export.csv import CELL, fitting, neutral, write, write_excel
from explore.filters import View

TABLES = tuple(codebook.tables())
DECLARED = {"events": EVENTS, "articles": ARTICLES, "mentions": MENTIONS}
MADE: dict[tuple[int, str], list[tuple[str, ...]]] = {}
# The large view costs seconds a table: the widest one stands for all.
PAIRS = [*(("nasty", table) for table in TABLES), ("large", "events")]


def frame(view: View, table: str) -> pd.DataFrame:
    """Return the rows that were written; NUL is the one character that CSV cannot hold."""
    rows = pd.concat(list(sheets.of(view, Context(table=table))), ignore_index=True)
    texts = [name for name in rows if rows[name].dtype in ("str", "category")]
    return rows.assign(**{name: rows[name].astype("str").str.replace("\0", "\ufffd") for name in texts})


def plain(view: View, table: str) -> list[tuple[str, ...]]:
    """Return the rows as the texts of their cells; they are made once, for that takes seconds."""
    if (id(view), table) not in MADE:
        MADE[id(view), table] = _plain(view, table)
    return MADE[id(view), table]


def _plain(view: View, table: str) -> list[tuple[str, ...]]:
    truth = {True: "true", False: "false", None: ""}
    columns = sheets.cells(frame(view, table))
    shown = [[truth[v] if v is None or isinstance(v, bool) else str(v) for v in values] for values in columns]
    return list(zip(*shown, strict=True))


@pytest.fixture
def view(name: str, request: pytest.FixtureRequest) -> View:
    found: View = request.getfixturevalue(name)
    return found


def test_there_are_enough_rows(large: View) -> None:
    assert min(len(large.events), len(large.mentions), len(large.articles)) >= 100_000


@pytest.mark.parametrize(("name", "table"), PAIRS)
def test_python_reads_the_same(view: View, table: str) -> None:
    text = b"".join(write(view, Context(table=table))).decode()
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(head) == tuple(codebook.tables()[table].names)
    assert [tuple(row) for row in rows] == plain(view, table)


@pytest.mark.parametrize(("name", "table"), [("nasty", table) for table in DECLARED])
def test_pandas_reads_the_same_frame(view: View, table: str) -> None:
    data = b"".join(write(view, Context(table=table)))
    texts = [column.name for column in codebook.tables()[table].columns if column.is_text]
    read = pd.read_csv(io.BytesIO(data), dtype=dict.fromkeys(texts, "str"), keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(typed(read, DECLARED[table]), typed(frame(view, table), DECLARED[table]))


@pytest.mark.parametrize(("name", "table"), PAIRS)
def test_duckdb_reads_the_same(view: View, table: str, tmp_path: Path) -> None:
    path = tmp_path / f"{table}.csv"
    path.write_bytes(b"".join(write(view, Context(table=table))))
    query = (
        "from read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '')"
    )
    read = duckdb.execute(query, [str(path)]).fetchall()
    assert [tuple("" if value is None else value for value in row) for row in read] == plain(view, table)


@pytest.mark.parametrize(("name", "table"), PAIRS)
def test_arrow_reads_the_same(view: View, table: str) -> None:
    """R's arrow package reads so."""
    data = b"".join(write(view, Context(table=table)))
    names = codebook.tables()[table].names
    read = pyarrow.csv.read_csv(
        io.BytesIO(data),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pyarrow.string())),
    )
    columns = [["" if value is None else value for value in column.to_pylist()] for column in read.columns]
    assert list(zip(*columns, strict=True)) == plain(view, table)


def test_pandas_reads_as_many_as_there_are(large: View) -> None:
    data = io.BytesIO(b"".join(write(large, Context())))
    read = pd.read_csv(data, dtype="str", keep_default_na=False)
    assert list(zip(*(read[name].tolist() for name in read), strict=True)) == plain(large, "events")


def test_numbers_and_days_are_found_without_being_told(seeds: View, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(b"".join(write(seeds, Context())))
    types = dict(
        duckdb.execute("select column_name, column_type from (describe from read_csv(?))", [str(path)]).fetchall()
    )
    assert (types["mutual"], types["date_start"], types["confidence"]) == ("BOOLEAN", "DATE", "DOUBLE")


def test_form(nasty: View) -> None:
    data = b"".join(write(nasty, Context(table="edges")))
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert b'"' not in data


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("none", ["empty", "nowhere"])
def test_nothing_has_a_head(none: str, table: str, request: pytest.FixtureRequest) -> None:
    data = b"".join(write(request.getfixturevalue(none), Context(table=table)))
    assert data.decode() == ",".join(codebook.tables()[table].names) + "\n"


def test_text_only_where_it_may_be_passed_on(seeds: View) -> None:
    data = b"".join(write(seeds, Context(table="articles", with_text=False))).decode()
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert {row["text"] for row in rows} == {""}
    assert all(row["sha256"] for row in rows)


def test_no_cell_for_excel_begins_a_formula(nasty: View) -> None:
    for table in ("events", "articles", "mentions"):
        data = b"".join(write_excel(nasty, Context(table=table)))
        assert data.startswith(b"\xef\xbb\xbfevent_id" if table == "events" else b"\xef\xbb\xbf")
        assert b"sep=" not in data
        cells = [cell for row in csv.reader(io.StringIO(data[3:].decode(), newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝"))]
        assert '\'=HYPERLINK("https://example.org","اضغط")' in cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_neutral(start: str) -> None:
    assert neutral(f"{start}1") == f"'{start}1"
    assert neutral(f"1{start}") == f"1{start}"


@pytest.mark.parametrize("text", ["ب" * (CELL + 1), "🎉" * CELL])
def test_a_cell_is_cut_to_what_excel_holds(text: str) -> None:
    cut = fitting(text)
    assert len(cut.encode("utf-16-le")) // 2 <= CELL
    assert cut.endswith("…")
    assert fitting("ب" * CELL) == "ب" * CELL
