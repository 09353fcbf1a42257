"""Periods offered above the dates."""

import datetime as dt

from benchmarks.synthetic import generate
from explore.app import periods


def test_presets(seeds):
    offered = periods.presets(seeds.whole.charted)
    assert list(offered)[:2] == ["month", "year"]
    first, last = offered["month"]
    assert (last - first).days == 29
    assert offered["2018"] == (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert periods.named(offered, *offered["2018"]) == "2018"
    assert periods.named(offered, None, None) is None


def test_nothing_has_no_periods():
    assert periods.presets(generate(0).events) == {}
