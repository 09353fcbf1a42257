"""Write and read EDTF."""

import datetime as dt

import pytest

from explore.dates import edtf, hijri
from explore.dates.mentions import DateInterval


@pytest.mark.parametrize("value", ["2018-12-30", "2018-12", "2018", "2018-12-30?", "1923-07-24", "0950"])
def test_what_is_read_is_written_again(value):
    interval = edtf.read(value)
    assert interval is not None
    assert edtf.write(interval, doubtful=edtf.is_doubtful(value)) == value


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2022-01-10", "2022-01-12", "2022-01-10/2022-01-12"),
        ("2019-01-01", "2019-03-31", "2019-01/2019-03"),
        ("2011-01-01", "2015-12-31", "2011/2015"),
    ],
)
def test_ranges(first, last, value):
    interval = DateInterval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert edtf.write(interval) == value


def test_a_doubt_is_flagged_once():
    assert edtf.doubt(edtf.doubt("2018")) == "2018?"


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [(1444, 10, 1, "2023-04-21"), (1440, 4, 23, "2018-12-30"), (1343, 1, 1, "1924-08-01")],
)
def test_hijri_days(year, month, day, gregorian):
    assert hijri.day(year, month, day) == dt.date.fromisoformat(gregorian)


@pytest.mark.parametrize(("year", "month", "day"), [(1444, 10, 31), (1200, 1, 1), (1500, 1, 1), (1444, 13, 1)])
def test_days_outside_the_hijri_calendar(year, month, day):
    assert hijri.day(year, month, day) is None


def test_hijri_months_reach_over_the_turn_of_the_year():
    assert hijri.month(1444, 12) == DateInterval(dt.date(2023, 6, 19), dt.date(2023, 7, 18))
