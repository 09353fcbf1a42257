import io
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from explore.columns import ARTICLES, EVENTS, MENTIONS, typed
from explore.export import codebook, sheets
from explore.export.context import Context
from explore.export.parquet import write
from explore.filters import View

DECLARED = {"events": EVENTS, "articles": ARTICLES, "mentions": MENTIONS}


@pytest.mark.parametrize("table", DECLARED)
@pytest.mark.parametrize("name", ["nasty", "letters", "empty"])
def test_pandas_reads_the_same_frame(name: str, table: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    read = pd.read_parquet(io.BytesIO(b"".join(write(view, Context(table=table)))))
    rows = pd.concat(list(sheets.of(view, Context(table=table))), ignore_index=True)
    declared = DECLARED[table]
    bare = typed(rows.astype({n: "str" for n in declared if declared[n] == "category"}), declared)
    back = typed(read.astype({n: "str" for n in declared if declared[n] == "category"}), declared)
    pd.testing.assert_frame_equal(back, bare)


def test_duckdb_reads_as_many_as_there_are(large: View, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(b"".join(write(large, Context())))
    read = duckdb.execute("select event_id, evidence, mutual, confidence from read_parquet(?)", [str(path)]).fetchall()
    events = large.events
    wanted = [events[name].tolist() for name in ("event_id", "evidence", "mutual", "confidence")]
    assert read == list(zip(*wanted, strict=True))


@pytest.mark.parametrize("table", codebook.tables())
def test_columns_tell_what_they_hold(seeds: View, table: str) -> None:
    schema = pq.read_schema(io.BytesIO(b"".join(write(seeds, Context(table=table)))))
    assert schema.names == codebook.tables()[table].names
    for column in codebook.tables()[table].columns:
        told = schema.field(column.name).metadata
        assert told[b"description_ar"].decode() == column.words["ar"].text


def test_days_are_days(seeds: View, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(b"".join(write(seeds, Context())))
    assert duckdb.execute("select typeof(date_start) from read_parquet(?)", [str(path)]).fetchone() == ("DATE",)


def test_same_bytes(seeds: View) -> None:
    assert list(write(seeds, Context())) == list(write(seeds, Context()))
