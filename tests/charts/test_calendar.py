"""The grid of years and days of the year."""

import datetime as dt

import pytest

from benchmarks.synthetic import generate
from explore import tables
from explore.charts import calendar, timeline


def marks(figure):
    return next(trace for trace in figure.data if trace.type == "scatter")


def dated(*days):
    events = generate(len(days)).events.astype("object")
    for row, (first, last) in enumerate(days):
        events.loc[row, ["date_start", "date_end", "communication_id"]] = [first, last, f"c{row}"]
        events.loc[row, ["status"]] = ["happened"]
    return tables.typed(events, tables.EVENTS)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("n", [0, 1, 40, 3000])
def test_every_size_can_be_drawn(n, language, dark):
    assert calendar.figure(generate(n).events, language=language, dark=dark).to_json()


def test_the_same_day_of_any_year_stands_in_one_column():
    days = [("2018-12-30", "2018-12-30"), ("2020-12-30", "2020-12-30"), ("2019-03-01", "2019-03-01")]
    drawn = marks(calendar.figure(dated(*days), language="en"))
    places = dict(zip(map(int, drawn.y), map(int, drawn.x), strict=True))
    assert places[2018] == places[2020]
    assert places[2019] == dt.date(2000, 3, 1).timetuple().tm_yday - 1


def test_a_month_is_a_pale_span_and_a_year_has_no_place():
    days = [("2018-06-01", "2018-06-30"), ("2019-01-01", "2019-12-31"), ("2018-06-02", "2018-06-02")]
    figure = calendar.figure(dated(*days), language="en")
    spans = next(trace for trace in figure.data if trace.type == "bar")
    assert [int(long) for long in spans.x] == [30]
    assert figure.layout.annotations[0].text.endswith("1")


def test_a_mark_opens_its_event_and_a_full_day_its_date():
    days = [("2018-12-30", "2018-12-30"), ("2019-12-30", "2019-12-30"), ("2019-12-30", "2019-12-30")]
    found = [timeline.clicked(data) for data in marks(calendar.figure(dated(*days), language="ar")).customdata]
    assert isinstance(found[0], timeline.Mark)
    assert found[1] == timeline.Period(dt.date(2019, 12, 30), dt.date(2019, 12, 30))
