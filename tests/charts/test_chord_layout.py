import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.charts.chord_layout import Arc, Layout, Order, lay_out

ORACLE = Path(__file__).parent / "oracle"
CASES = json.loads((ORACLE / "cases.json").read_text(encoding="utf-8"))
SORTS = ("sort_groups", "sort_subgroups", "sort_chords")


def run(case):
    orders = {name: Order(case[name]) for name in SORTS}
    return lay_out(case["matrix"], pad_angle=case["pad_angle"], **orders)


def flat(arc: Arc):
    return [arc.index, arc.start, arc.end, arc.value]


def plain(layout: Layout):
    return {
        "groups": [flat(arc) for arc in layout.groups],
        "chords": [[flat(chord.source), flat(chord.target)] for chord in layout.chords],
    }


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_every_angle_is_that_of_d3(case):
    assert plain(run(case)) == {"groups": case["groups"], "chords": case["chords"]}


def test_d3_itself_still_gives_these_angles():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    asked = json.dumps(CASES)
    done = subprocess.run([node, ORACLE / "d3chord.mjs"], input=asked, capture_output=True, text=True, check=False)
    if "ERR_MODULE_NOT_FOUND" in done.stderr:
        pytest.skip("d3-chord is not installed")
    assert json.loads(done.stdout) == [{name: case[name] for name in ("groups", "chords")} for case in CASES]


@pytest.mark.parametrize("n", [0, 1, 3])
def test_a_matrix_without_flows_has_an_empty_layout(n):
    assert lay_out([[0] * n for _ in range(n)], pad_angle=0.1) == Layout((), ())


MATRICES = st.integers(1, 8).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 50), min_size=n, max_size=n), min_size=n, max_size=n)
)


@settings(deadline=None)
@given(MATRICES.filter(lambda matrix: any(map(any, matrix))), st.floats(0, 0.2))
def test_arcs_and_gaps_make_a_full_circle(matrix, pad):
    layout = lay_out(matrix, pad_angle=pad)
    arcs = sum(arc.end - arc.start for arc in layout.groups)
    assert math.isclose(arcs + pad * len(matrix), math.tau)
    for arc in layout.groups:
        pieces = [end for chord in layout.chords for end in (chord.source, chord.target) if end.index == arc.index]
        assert math.isclose(sum(piece.end - piece.start for piece in pieces), arc.end - arc.start, abs_tol=1e-9)


@settings(deadline=None)
@given(MATRICES.filter(lambda matrix: any(map(any, matrix))))
def test_both_ends_of_a_chord_are_equally_wide(matrix):
    for chord in lay_out(matrix).chords:
        width = chord.source.end - chord.source.start
        assert math.isclose(width, chord.target.end - chord.target.start, abs_tol=1e-9)
        assert chord.source.value == matrix[chord.source.index][chord.target.index]
