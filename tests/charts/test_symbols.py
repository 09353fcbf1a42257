"""The looks of status: the same in the key and in the chart, and seen on their ground."""

import pandas as pd
import pytest

from benchmarks.synthetic import generate
from explore import tables
from explore.charts import calendar, pulse, symbols, theme, timeline
from explore.model import Status

CHARTS = {"timeline": timeline.figure, "pulse": pulse.figure, "calendar": calendar.figure}


def events():
    """Return events of every status, each known to a day, a month and a year."""
    rows = []
    for month, status in enumerate(Status, start=1):
        day, first = f"2019-0{month}-05", f"2019-0{month}-01"
        ends = [(day, day), (first, f"2019-0{month}-28"), ("2019-01-01", "2019-12-31")]
        rows += [(status, *pair) for pair in ends]
    made = generate(len(rows), seed=5).events.iloc[: len(rows)].assign(channel="call")
    columns = dict(zip(("status", "date_start", "date_end"), zip(*rows, strict=True), strict=True))
    columns |= {name: pd.to_datetime(columns[name]) for name in ("date_start", "date_end")}
    apart = [f"c{row}" for row in range(len(rows))]
    return tables.typed(made.assign(**columns, communication_id=apart), tables.EVENTS)


def look(trace):
    """Return what tells the looks apart: symbol and dash of a mark, pattern and fill of a box."""
    marker = trace.marker
    if trace.type == "scatter":
        return marker.symbol, marker.line.dash is not None
    fill = marker.color if isinstance(marker.color, str) else marker.color[0]
    filled = not fill.startswith("rgba") or fill.endswith(",1)")
    return marker.pattern.shape, filled


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_the_key_has_every_look_of_the_chart(chart, dark):
    figure = CHARTS[chart](events(), language="en", dark=dark)
    drawn = {look(trace) for trace in figure.data if not trace.showlegend}
    assert len(drawn) >= 4
    assert drawn <= {look(trace) for trace in figure.data if trace.showlegend}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_every_box_has_an_outline_that_stands_out(chart, dark):
    figure, ground = CHARTS[chart](events(), language="ar", dark=dark), theme.palette(dark=dark).background
    boxes = [trace.marker.line for trace in figure.data if trace.type == "bar"]
    assert all(line.width >= 1 for line in boxes)
    hues = {hue for line in boxes for hue in ([line.color] if isinstance(line.color, str) else line.color)}
    assert min(theme.contrast(hue, ground) for hue in hues) >= 3


def test_planned_marks_are_broken_rings_whatever_their_size():
    assert (
        symbols.mark(1, "#000000", 8.0, "#ffffff")["line"]["dash"]
        != symbols.mark(1, "#000000", 11.0, "#fff")["line"]["dash"]
    )
    assert all("dash" not in symbols.mark(group, "#000000", 8.0, "#ffffff")["line"] for group in (0, 2))
