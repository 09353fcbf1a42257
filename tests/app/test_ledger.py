"""The table of events and its download."""

import io

import pandas as pd

from explore import tables
from explore.app.ledger import csv
from explore.columns import EVENTS


def test_csv_reads_back_whole(seeds):
    written = csv(seeds.tables.events)
    assert not written.startswith(b"\xef\xbb\xbf")
    back = tables.typed(pd.read_csv(io.BytesIO(written), dtype={"cameo": "str"}), EVENTS)
    pd.testing.assert_frame_equal(back, seeds.tables.events.reset_index(drop=True), check_categorical=False)
