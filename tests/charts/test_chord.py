import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import generate
from explore import tables
from explore.charts import chord, flows, matrix, ribbons
from explore.charts.chord import Actor, Pair
from explore.charts.chord_layout import Arc, Chord
from explore.charts.flows import LIMIT, gather

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
BY = pytest.mark.parametrize("by", ["person", "country"])


def letters(*rows):
    """Return events of these (sender, recipient, mutual, status)."""
    names = {"putin": ("Putin", "بوتين", "RUS"), "trump": ("Trump", "ترامب", "USA"), None: (None, None, None)}
    columns = {"channel": "letter", "mutual": [row[2] for row in rows], "status": [row[3] for row in rows]}
    for side, k in (("sender", 0), ("recipient", 1)):
        ids = [row[k] for row in rows]
        columns[f"{side}_id"] = ids
        for place, name in enumerate(("name_en", "name_ar", "country")):
            columns[f"{side}_{name}"] = [names[value][place] for value in ids]
    ids = [f"c{k}" for k in range(len(rows))]
    return tables.typed(generate(len(rows)).events.assign(communication_id=ids, **columns), tables.EVENTS)


FIVE = letters(*[("putin", "trump", False, "happened")] * 4, ("putin", "trump", False, "planned"))


def clicks(figure):
    return {tuple(trace.meta) for trace in figure.data if trace.meta is not None}


def cells(figure):
    return {tuple(entry) for entry in figure.data[0].customdata}


def texts(figure):
    return [trace.text for trace in figure.data if isinstance(trace.text, str)]


def test_a_ribbon_says_who_wrote_to_whom_and_what_became_of_it():
    assert "\u2067من بوتين إلى ترامب: 5 رسائل (4 تمت، 1 مخططة)\u2069" in texts(chord.figure(FIVE, language="ar"))
    assert "from Putin to Trump: 5 letters (4 happened, 1 planned)" in texts(chord.figure(FIVE, language="en"))
    assert "from Russia to the United States: 5 letters (4 happened, 1 planned)" in texts(
        chord.figure(FIVE, language="en", by="country")
    )


def test_ribbons_and_arcs_can_be_clicked():
    assert clicks(chord.figure(FIVE, language="ar")) == {("putin", "trump"), ("putin", None), ("trump", None)}
    assert cells(matrix.figure(FIVE, language="ar")) == {("putin", "trump")}
    assert chord.clicked(["putin", "trump"]) == Pair("putin", "trump")
    assert chord.clicked(["putin", None]) == Actor("putin")
    assert chord.clicked(["", "trump"]) is None
    assert chord.clicked(["putin", ""]) is None


def test_mutual_and_directed_flows_of_a_pair_are_drawn_apart():
    events = letters(("putin", "trump", False, "happened"), ("trump", "putin", True, "happened"))
    said = texts(chord.figure(events, language="en"))
    assert "from Putin to Trump: 1 letter (happened)" in said
    assert "between Putin and Trump: 1 letter (happened)" in said
    assert cells(matrix.figure(events, language="en")) == {("putin", "trump"), ("trump", "putin")}


def test_a_letter_to_the_public_has_a_place():
    figure = chord.figure(letters(("putin", None, False, "happened")), language="en")
    assert ("putin", "none") in clicks(figure)


@LANGUAGES
@BY
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("n", [0, 1, 40, 3000])
def test_figures_of_every_size_can_be_drawn(n, by, language, dark):
    events = generate(n).events
    ranking = chord.ranking(events, by)
    for figure in (
        chord.figure(events, language=language, by=by, ranking=ranking, dark=dark),
        matrix.figure(events, language=language, by=by, ranking=ranking, dark=dark),
    ):
        assert figure.to_json()
    assert chord.describe(events, language=language, by=by)
    assert len(chord.sentences(events, language=language, by=by)) == len(chord.rows(events, language=language, by=by))


def test_no_communication_is_lost_in_the_others():
    events = generate(3000).events
    gathered = gather(events, "person", "en")
    assert len(gathered.parties) == LIMIT + 1
    assert gathered.parties[-1].value == ""
    assert sum(flow.n for flow in gathered.flows) + gathered.apart == gathered.total == tables.count(events)
    for flow in gathered.flows:
        assert flow.n == sum(n for _, n in flow.channels) == sum(n for _, n in flow.statuses)


def test_a_thirteenth_party_is_named():
    events = generate(3000).events
    ids = chord.ranking(events)[: LIMIT + 1]
    kept = events[events["sender_id"].isin(ids) & events["recipient_id"].isin(ids)]
    assert len(gather(kept, "person", "en").parties) == LIMIT + 1
    assert all(party.value for party in gather(kept, "person", "en").parties)


def test_order_and_colours_stay_when_filters_change():
    events = generate(3000).events
    ranking = chord.ranking(events)
    calls = events[events["channel"] == "call"]
    order = [party.value for party in gather(calls, "person", "en", ranking).parties[:-1]]
    assert order == sorted(order, key=ranking.index)
    shown = {}
    for part in (events, calls):
        figure = chord.figure(part, language="en", ranking=ranking)
        arcs = [trace for trace in figure.data if trace.text and str(trace.text).startswith("<b>")]
        shown |= {(trace.text.split("</b>")[0], trace.fillcolor): None for trace in arcs if "others" not in trace.text}
    top = [name for name, _ in shown][:6]
    assert len({pair for pair in shown if pair[0] in top}) == 6


def arcs(figure):
    """Return the radians and the colour of every arc by the value of its party."""
    found = {}
    for trace in figure.data:
        if trace.fill and trace.meta[1] is None:
            x, y = (np.asarray(part, dtype=float) for part in (trace.x, trace.y))
            outer = np.hypot(x, y) > 0.99
            turns = np.unwrap(np.arctan2(x[outer], y[outer]))
            found[trace.meta[0]] = (turns[-1] - turns[0], trace.fillcolor)
    return found


def test_beside_each_other_a_communication_takes_the_same_angle_and_a_party_the_same_colour():
    events = generate(3000).events
    many, few = events.iloc[:400], events.iloc[400:520]
    ranking = chord.ranking(events)
    one, other = (
        chord.figure(part, language="en", ranking=ranking, beside=twin) for part, twin in ((many, few), (few, many))
    )
    named = flows.busiest([many, few], "person")
    assert named == flows.busiest([few, many], "person")
    scales = []
    for part, figure in ((many, one), (few, other)):
        ends = {
            party.value: party.sent + party.received + party.mutual
            for party in gather(part, "person", "en", among=named).parties
        }
        drawn = arcs(figure)
        assert drawn.keys() == ends.keys()
        scales += [angle / ends[value] for value, (angle, _) in drawn.items() if value and ends[value] > 5]
    assert max(scales) == pytest.approx(min(scales), rel=0.05)
    shared = arcs(one).keys() & arcs(other).keys()
    assert len(shared) > 5
    assert all(arcs(one)[value][1] == arcs(other)[value][1] for value in shared)


def test_alone_the_circle_is_full():
    events = generate(3000).events
    total = sum(angle for angle, _ in arcs(chord.figure(events, language="en")).values())
    assert total == pytest.approx(math.tau - 0.04 * (LIMIT + 1), abs=0.02)
    half = arcs(chord.figure(events.iloc[:1500], language="en", beside=events))
    assert sum(angle for angle, _ in half.values()) < 0.8 * total


@settings(deadline=None)
@given(st.lists(st.floats(-1.1, 1.1), max_size=13), st.floats(0.05, 0.2))
def test_labels_keep_their_distance(heights, spacing):
    rising = sorted(heights)
    spread = ribbons.spread(rising, spacing)
    assert all(above - below >= spacing - 1e-5 for below, above in itertools.pairwise(spread))
    assert sum(spread) == pytest.approx(sum(rising), abs=1e-4)


def test_the_recipient_end_is_shorter():
    there = Chord(Arc(0, 0.0, 0.5, 1), Arc(1, 3.0, 3.5, 1))

    def reach(outline, low, high):
        points = zip(*outline, strict=True)
        return max(math.hypot(x, y) for x, y in points if low <= math.atan2(x, y) % math.tau <= high)

    directed, mutual = ribbons.ribbon(there, mutual=False), ribbons.ribbon(there, mutual=True)
    assert reach(directed, 3.0, 3.5) < reach(directed, 0.1, 0.4) - 0.03
    assert reach(mutual, 3.0, 3.5) == pytest.approx(reach(mutual, 0.1, 0.4), abs=0.01)


def test_two_flows_share_a_chord_by_their_size():
    first, second = ribbons.split(Chord(Arc(0, 0.0, 1.0, 4), Arc(1, 2.0, 3.0, 4)), 0.25)
    assert (first.source.end, second.source.start, first.target.end, second.target.end) == (0.25, 0.25, 2.25, 3.0)
