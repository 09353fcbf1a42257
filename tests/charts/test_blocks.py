"""Rows and columns of the matrix in blocks."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic import generate
from explore.charts.blocks import arranged, order
from explore.charts.flows import gather


def test_blocks_stand_together():
    blocks = [{0, 3, 5}, {1, 2, 4}]
    links = [[float(any({a, b} <= block for block in blocks)) for b in range(6)] for a in range(6)]
    found = order(links)
    assert {frozenset(found[:3]), frozenset(found[3:])} == set(map(frozenset, blocks))


SQUARES = st.integers(0, 8).flatmap(
    lambda n: st.lists(st.lists(st.floats(0, 9), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(SQUARES)
def test_nobody_is_lost(links):
    assert sorted(order(links)) == list(range(len(links)))


def test_flows_keep_their_ends():
    gathered = gather(generate(3000).events, "person", "en", limit=18)
    again = arranged(gathered)

    def said(flows):
        return {(flows.parties[f.sender].value, flows.parties[f.recipient].value, f.mutual, f.n) for f in flows.flows}

    assert said(again) == said(gathered)
    assert again.parties[-1].value == ""
