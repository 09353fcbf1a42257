import json

import pytest

from explore.export import codebook, sheets
from explore.export.context import Context
from explore.export.jsonl import line, write
from explore.filters import View


@pytest.mark.parametrize(("name", "table"), [*(("nasty", table) for table in codebook.tables()), ("large", "events")])
def test_every_row_is_read_back(name: str, table: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    text = b"".join(write(view, Context(table=table))).decode()
    rows = [json.loads(one) for one in text.splitlines()]
    assert rows == [row for block in sheets.of(view, Context(table=table)) for row in sheets.records(block)]


def test_half_a_surrogate_pair() -> None:
    assert json.loads(line({"text": "\ud800"}).encode()) == {"text": "\ud800"}
