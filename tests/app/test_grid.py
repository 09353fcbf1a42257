"""Cells of tables: escaped, in the digits of the interface, each in its own direction."""

import pandas as pd
import pytest

from explore import numerals
from explore.app import grid
from explore.app.words import Words


@pytest.fixture
def arabic_digits():
    numerals.use("arabic")
    yield
    numerals.use("latin")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1234, "<bdi>1,234</bdi>"),
        (0.5, "<bdi>0.5</bdi>"),
        (float("nan"), ""),
        (None, ""),
        (False, ""),
        (True, '<span aria-label="yes">✓</span>'),
        ("<b>", "<bdi>&lt;b&gt;</bdi>"),
        ("2018-12-29?", '<bdi dir="ltr">2018-12-29 (?)</bdi>'),
        ("2018-12-29", "<bdi>2018-12-29</bdi>"),
        ("2022-01-10/2022-01-12", "<bdi>2022-01-10/<wbr>2022-01-12</bdi>"),
        ("why?", "<bdi>why?</bdi>"),
    ],
)
def test_a_cell_is_written(value, shown):
    assert grid.cell(value, Words("en")) == shown


def test_doubt_of_a_day_is_written_in_arabic_whatever_the_digits():
    assert grid.cell("2018-12-29?", Words("ar")) == '<bdi dir="rtl">2018-12-29 (؟)</bdi>'


def test_figures_follow_the_digits_and_words_do_not(arabic_digits):
    say = Words("ar")
    assert grid.cell("2018-12-29?", say) == '<bdi dir="rtl">٢٠١٨-١٢-٢٩ (؟)</bdi>'
    assert grid.cell(pd.Timestamp(2018, 12, 29).date(), say) == '<bdi dir="rtl">٢٠١٨-١٢-٢٩</bdi>'
    assert grid.cell(0.25, say) == "<bdi>٠٫٢</bdi>"
    assert grid.cell("عام 2018", say) == "<bdi>عام 2018</bdi>"
