"""The grid of years and days of the year."""

import datetime as dt

import pytest

from benchmarks.synthetic import generate
from explore import tables
from explore.charts import calendar, timeline

NEW_YEAR, MAY, SEPTEMBER = ("2018-12-30",) * 2, ("2019-05-01", "2019-05-31"), ("2019-09-01", "2019-09-30")


def drawn(figure, kind):
    return [trace for trace in figure.data if trace.type == kind and not trace.showlegend]


def marks(figure):
    return drawn(figure, "scatter")[0]


def dated(*days, statuses=()):
    events = generate(len(days)).events.astype("object")
    for row, (first, last) in enumerate(days):
        events.loc[row, ["date_start", "date_end", "communication_id"]] = [first, last, f"c{row}"]
        events.loc[row, ["status"]] = [statuses[row] if statuses else "happened"]
    return tables.typed(events, tables.EVENTS)


def explained(figure):
    return [trace for trace in figure.data if trace.showlegend]


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
    spans = drawn(figure, "bar")[0]
    assert [int(long) for long in spans.x] == [30]
    assert figure.layout.annotations[0].text.endswith("1")


def test_a_mark_opens_its_event_and_a_full_day_its_date():
    days = [("2018-12-30", "2018-12-30"), ("2019-12-30", "2019-12-30"), ("2019-12-30", "2019-12-30")]
    found = [timeline.clicked(data) for data in marks(calendar.figure(dated(*days), language="ar")).customdata]
    assert isinstance(found[1], timeline.Mark)
    assert found[0] == timeline.Period(dt.date(2019, 12, 30), dt.date(2019, 12, 30))


def test_a_day_shows_the_surest_status_that_fell_on_it_and_tells_all():
    days = [NEW_YEAR, NEW_YEAR, ("2019-12-30",) * 2, ("2020-12-30",) * 2]
    figure = calendar.figure(dated(*days, statuses=("planned", "happened", "wished", "denied")), language="en")
    found = {trace.marker.symbol: trace for trace in drawn(figure, "scatter")}
    assert {symbol: trace.y.tolist() for symbol, trace in found.items()} == {
        "circle": [2018],
        "circle-open": [2019],
        "circle-x-open": [2020],
    }
    assert [said in found["circle"].hovertext[0] for said in (", planned", ", happened")] == [True, True]
    assert found["circle-x-open"].hovertext[0].endswith(", denied")


def test_many_of_one_day_are_told_by_status():
    statuses = ("happened", "planned", "planned", "cancelled", "happened")
    figure = calendar.figure(dated(*[NEW_YEAR] * 5, statuses=statuses), language="en")
    assert marks(figure).hovertext[0].endswith("2 happened, 2 planned or wished, 1 cancelled or denied")


def test_spans_show_their_status():
    figure = calendar.figure(dated(MAY, SEPTEMBER, statuses=("happened", "planned")), language="en")
    happened, planned = drawn(figure, "bar")
    assert (happened.marker.pattern.shape, planned.marker.pattern.shape) == (None, ".")


def test_the_key_explains_what_is_there_and_nothing_else():
    figure = calendar.figure(dated(NEW_YEAR, ("2019-12-30",) * 2), language="en")
    assert [trace.name for trace in explained(figure)] == ["happened", "planned or wished", "cancelled or denied"]
    figure = calendar.figure(
        dated(NEW_YEAR, NEW_YEAR, MAY, SEPTEMBER, statuses=("happened",) * 3 + ("planned",)), language="en"
    )
    said = [(trace.type, trace.name) for trace in explained(figure)]
    assert ("scatter", "size: how many on that day, 2 at most") in said
    assert ("bar", "loosely dated") in said
    assert said[1:3] == [("scatter", ""), ("bar", "planned or wished")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_largest_mark_keeps_clear_of_the_years(language):
    figure = calendar.figure(dated(*[("2018-12-31",) * 2] * 9, ("2018-01-01",) * 2), language=language)
    low, high = figure.layout.xaxis.range
    pixels = 476 / (high - low)  # of a day, in the narrowest plot
    assert (high - max(marks(figure).x)) * pixels >= max(marks(figure).marker.size) / 2 - 1


def test_where_days_or_spans_are_many_they_only_say_how_many(monkeypatch):
    monkeypatch.setattr(calendar, "_FULL", 1)
    days = [NEW_YEAR, ("2019-12-30",) * 2, MAY, MAY, SEPTEMBER]
    figure = calendar.figure(dated(*days), language="en")
    assert sorted(marks(figure).text) == ["30 December 2018: 1", "30 December 2019: 1"]
    assert sorted(drawn(figure, "bar")[0].text) == ["May 2019: 2", "September 2019: 1"]
