"""Lines are broken in reading order; what stands at their ends still knows its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.render.lines import clip, wrap
from explore.render.shape import Direction, order

MARKS = "\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
WORDS = st.lists(st.text(alphabet="ابتلاK(ة12.-", min_size=1, max_size=30), min_size=1, max_size=30)


def bare(line):
    return line.strip(MARKS)


@given(WORDS, st.integers(1, 60))
def test_no_letter_is_lost_and_no_line_is_too_long(words, width):
    lines = [bare(line) for line in wrap(" ".join(words), width, len)]
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(len(line) <= width for line in lines)


def test_a_line_begins_where_the_sentence_does():
    first, *_ = wrap("بعث الرئيس الروسي رسالة تهنئة إلى نظيره", 20, len)
    assert bare(first) == "بعث الرئيس الروسي"


@pytest.mark.parametrize(
    ("text", "width", "drawn"),
    [
        # After Arabic, the parts of a date are drawn from right to left, also at the head of a line.
        ("في يوم 2018-12-30", 10, ["موي يف", "30-12-2018"]),
        ("one two", 4, ["one", "two"]),
    ],
    ids=["date", "latin"],
)
def test_ends_of_lines_are_drawn_as_in_the_whole(text, width, drawn):
    assert [order(line, Direction.RIGHT_TO_LEFT) for line in wrap(text, width, len)] == drawn


def test_one_line_is_drawn_as_it_stands():
    text = "عدد (5) من Reuters في 2018"
    assert [order(line) for line in wrap(text, 100, len)] == [order(text)]


def test_vowel_signs_stay_with_their_letter():
    assert [bare(line) for line in wrap("بَبَبَ", 3, len)] == ["بَ", "بَ", "بَ"]


def test_paragraphs_stay_apart():
    assert [bare(line) for line in wrap("ا\n\nب", 10, len)] == ["ا", "", "ب"]


@pytest.mark.parametrize(("text", "shown"), [("بوتين", "بوتين"), ("فلاديمير بوتين", "فلاديمير…"), ("", "")])
def test_clip(text, shown):
    assert clip(text, 10, len) == shown
