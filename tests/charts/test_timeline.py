import datetime as dt

import numpy as np
import pandas as pd
import pytest

from benchmarks.synthetic import generate
from explore import tables
from explore.charts import axis, bins, calendar, theme, timeline
from explore.charts.timeline import Mark, Period

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


def corpus(*rows, **same):
    """Return the events of a corpus whose rows have these (first, last) days."""
    events = generate(max(1, len(rows)), seed=5).events.iloc[: len(rows)]
    days = {name: pd.to_datetime([row[k] for row in rows]) for k, name in enumerate(("date_start", "date_end"))}
    apart = {"communication_id": [f"c{k}" for k in range(len(rows))]}
    return tables.typed(events.assign(**days, **apart, **same), tables.EVENTS)


def traces(figure, yaxis):
    return [trace for trace in figure.data if trace.yaxis == yaxis and trace.customdata is not None]


def data(found):
    return [tuple(entry) for trace in found for entry in trace.customdata]


def height(figure):
    """Add up the overview, by the first day of its columns."""
    total = {}
    for trace in traces(figure, "y"):
        for entry, y in zip(trace.customdata, trace.y, strict=True):
            total[entry[0]] = round(total.get(entry[0], 0) + float(y), 3)
    return total


@LANGUAGES
@pytest.mark.parametrize("lanes", ["channel", "person", "country", "pair"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("n", [0, 1, 40])
def test_every_dated_communication_has_its_mark(n, lanes, language, dark):
    events = generate(n).events
    figure = timeline.figure(events, language=language, lanes=lanes, dark=dark)
    told = tables.communications(events)
    dated = told[told["date_start"].notna()]
    assert {event for event, _ in data(traces(figure, "y2"))} == set(dated["event_id"])
    assert figure.layout.paper_bgcolor == theme.palette(dark=dark).background


@LANGUAGES
def test_many_communications_are_added_up_and_the_chart_says_so(language):
    events = generate(timeline.MOST_MARKS * 2).events
    figure = timeline.figure(events, language=language)
    told = tables.communications(events)
    assert {len(entry) for entry in data(traces(figure, "y2"))} == {4}
    assert {entry[2] for entry in data(traces(figure, "y2"))} == set(told["channel"])
    assert ("مجاميع" if language == "ar" else "totals") in figure.layout.annotations[0].text
    assert sum(height(figure).values()) == pytest.approx(told["date_start"].notna().sum(), abs=0.1)


def test_what_is_known_to_the_year_is_no_peak_in_january():
    figure = timeline.figure(corpus(("2019-01-01", "2019-12-31"), ("2019-03-07", "2019-03-07")), language="en")
    columns = height(figure)
    assert columns["2019-01-01"] == pytest.approx(1 / 12, abs=1e-3)
    assert columns["2019-03-01"] == pytest.approx(13 / 12, abs=1e-3)
    bar = next(trace for trace in traces(figure, "y2") if trace.type == "bar")
    assert (bar.base[0], bar.x[0]) == ("2019-01-01", 365 * 86_400_000)


def test_what_is_known_to_the_month_counts_in_its_month():
    columns = height(timeline.figure(corpus(("2019-02-01", "2019-02-28")), language="en"))
    assert columns == {"2019-02-01": 1}


def test_only_the_part_within_the_axis_is_drawn():
    december = (dt.date(2019, 12, 1), dt.date(2019, 12, 31))
    figure = timeline.figure(corpus(("2019-01-01", "2019-12-31")), language="en", dates=december)
    assert sum(height(figure).values()) == pytest.approx(31 / 365, abs=0.01)


def test_status_shows_in_the_shape_of_marks():
    days = [("2019-01-05", "2019-01-05")] * 5
    statuses = ["happened", "planned", "wished", "cancelled", "denied"]
    figure = timeline.figure(corpus(*days, status=statuses), language="en")
    found = {trace.marker.symbol: len(trace.customdata) for trace in traces(figure, "y2")}
    assert found == {"circle": 1, "circle-open": 2, "circle-x-open": 2}


def test_marks_of_one_day_do_not_cover_each_other():
    figure = timeline.figure(corpus(*[("2018-12-30", "2018-12-30")] * 25, channel="letter"), language="ar")
    heights = [y for trace in traces(figure, "y2") if trace.type == "scatter" for y in trace.y]
    assert len(set(heights)) == 25
    assert figure.layout.yaxis2.range[1] > max(heights)


def test_undated_communications_are_told_not_drawn():
    figure = timeline.figure(corpus(("2019-01-05", "2019-01-05"), (None, None)), language="en")
    assert "not drawn: 1" in figure.layout.annotations[0].text


@pytest.mark.parametrize("draw", [timeline.figure, calendar.figure])
def test_what_matches_but_has_no_date_is_not_said_to_be_nothing(draw):
    title, hint = (note.text for note in draw(corpus((None, None)), language="en").layout.annotations)
    assert title == "<b>Nothing here can be placed in time</b>"
    assert hint.endswith("not drawn: 1")
    assert "Nothing matches" in draw(corpus(), language="en").layout.annotations[0].text


def test_a_lane_says_how_many_have_no_date():
    rows = [("2019-01-05",) * 2] * 4 + [(None, None)] * 3
    channels = ["letter", "letter", "call", "call", "call", "call", "video"]
    figure = timeline.figure(corpus(*rows, channel=channels), language="en")
    assert figure.layout.yaxis2.ticktext == ("Letters · 2", "Calls · 2 + 2 undated", "Video calls · 1 undated")


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ([("2019-01-05", "2019-01-05")], "2018-01-01", "2025-12-31"),
        ([("2025-12-30", "2026-01-02")], "2018-01-01", "2025-12-31"),
        ([("2012-05-05", "2012-05-05"), ("2019-01-05", "2019-01-05")], "2012-01-01", "2019-12-31"),
        ([(None, None)], "2018-01-01", "2025-12-31"),
    ],
)
def test_the_axis_is_2018_to_2025_unless_the_data_lie_elsewhere(rows, first, last):
    low, high = bins.window(bins.dated(tables.charted(corpus(*rows))), None)
    assert (str(bins.date(low)), str(bins.date(high))) == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "unit", "n"),
    [
        ("2018-12-01", "2018-12-31", "day", 31),
        ("2018-01-01", "2018-12-31", "week", 53),
        ("2018-01-01", "2025-12-31", "month", 96),
        ("2000-01-01", "2025-12-31", "quarter", 104),
        ("1945-01-01", "2025-12-31", "year", 81),
        ("2020-02-29", "2020-02-29", "day", 1),
    ],
)
def test_units_are_natural_and_cover_the_period(first, last, unit, n):
    ends = [bins.day(dt.date.fromisoformat(end)) for end in (first, last)]
    cut = bins.cut(*ends)
    assert (cut.unit, len(cut)) == (unit, n)
    assert cut.edges[0] <= ends[0]
    assert ends[1] < cut.edges[-1]
    assert (np.diff(cut.edges) > 0).all()


def test_months_are_named_in_the_language_with_latin_digits():
    first, last = bins.day(dt.date(2018, 12, 1)), bins.day(dt.date(2019, 3, 31))
    assert axis.ticks(first, last, "ar").labels == ("ديسمبر 2018", "يناير 2019", "فبراير 2019", "مارس 2019")
    assert axis.ticks(first, last, "en").labels == ("Dec 2018", "Jan 2019", "Feb 2019", "Mar 2019")


def test_clicks_and_brushes_are_read():
    assert timeline.clicked(["000/1", "000"]) == Mark("000/1", "000")
    assert timeline.clicked(["2018-12-01", "2018-12-31", "", "7"]) == Period(
        dt.date(2018, 12, 1), dt.date(2018, 12, 31)
    )
    assert timeline.clicked(["2018-12-01", "2018-12-31", "call", "7"]).lane == "call"
    assert timeline.clicked([]) is None


def test_the_picture_is_described_in_words_and_as_a_table():
    events = corpus(("2018-12-30", "2018-12-30"), ("2019-01-01", "2019-12-31"), channel="letter", status="planned")
    assert (
        timeline.describe(events, language="en")
        == "Timeline: 2 communications, 30 December 2018 – 31 December 2019. 2 letters"
    )
    assert timeline.describe(events, language="ar").startswith("خط زمني: عمليتا تواصل")
    table = timeline.rows(events, language="ar")
    assert table.loc[0, "period"] == "ديسمبر 2018"
    assert table[["happened", "intended", "struck", "imprecise"]].sum().round(3).tolist() == [0, 1, 0, 1]
