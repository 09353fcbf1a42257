"""Figures on their way to the browser: nothing is lost, and a hundred times more events are not many more bytes."""

import json

import numpy as np
import pytest

from benchmarks.synthetic import generate
from explore import filters
from explore.app.packing import pack
from explore.charts import calendar, chord, matrix, theme, timeline
from explore.export import plot
from explore.selection import Choice, Selection


def plain(value):
    """Return *value* without arrays, and fractions no finer than they are sent."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return float(np.float32(value)) if isinstance(value, float) else value


@pytest.mark.parametrize("n", [0, 1, 40, 3_000])
@pytest.mark.parametrize("chart", [timeline, calendar, chord, matrix])
def test_what_is_unpacked_is_what_was_packed(chart, n, unpacked):
    figure = chart.figure(generate(n).events, language="ar")
    sent = json.loads(json.dumps(pack(figure)))
    assert plain(unpacked(sent["figure"], sent["words"])) == plain(plot.read(figure))


def test_a_word_that_comes_again_is_sent_once():
    bars = {"type": "bar", "x": ["2018", "2019"], "customdata": np.array([["2019", "a"]] * 3, dtype=object)}
    words = pack(theme.figure([bars], {}))["words"]
    assert [words.count(word) for word in ("2018", "2019", "a")] == [1, 1, 1]


def test_words_among_other_things_stay_as_they_are():
    arc = {"type": "scatter", "meta": ["a", None]}
    assert pack(theme.figure([arc], {}))["figure"]["data"] == [arc]


@pytest.fixture(scope="module")
def of_busiest():
    """Return the communications of the busiest party, by how many events there are of all."""
    return {n: _of_busiest(generate(n)) for n in (5_000, 100_000)}


def _of_busiest(tables):
    party = str(tables.events["sender_id"].value_counts().index[0])
    return filters.apply(tables, Selection(person=Choice((party,)))).charted


@pytest.mark.parametrize("lanes", ["channel", "person", "country", "pair"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_twenty_times_more_events_are_not_twice_as_many_bytes(lanes, language, of_busiest):
    few, many = (
        len(json.dumps(pack(timeline.figure(of_busiest[n], language=language, lanes=lanes)))) for n in of_busiest
    )
    assert many < 2 * few
