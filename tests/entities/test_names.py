"""Tell names that no table knows from everyday words. Words stand in their folded spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.entities import names


@pytest.mark.parametrize("word", ["محمد", "باكاري", "دومبيا", "عبد", "ابو", "ولد"])
def test_may_begin_a_name(word: str) -> None:
    assert names.may_begin(word)


@pytest.mark.parametrize("word", ["ان", "قال", "الاتفاق", "والحكومه", "ب", "2019", "Trump", "،", "", "المسوولين"])
def test_begins_no_name(word: str) -> None:
    assert not names.may_begin(word)


@pytest.mark.parametrize("word", ["بن", "ال", "دي", "فان", "دومبيا"])
def test_may_go_on_inside_a_name(word: str) -> None:
    assert names.may_continue(word)


@pytest.mark.parametrize("word", ["ان", "الذي", "الاربعاء", "2019", "Trump", "-"])
def test_ends_a_name(word: str) -> None:
    assert not names.may_continue(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("باكاري دومبيا ان", "باكاري دومبيا"),
        ("باكاري دومبيا ، ان", "باكاري دومبيا"),
        ("محمد بن ناصر المري قال", "محمد بن ناصر المري"),
        ("محمد بن", "محمد"),
        ("دومبيا الذي", "دومبيا"),
        ("ان باكاري", ""),
        ("", ""),
    ],
)
def test_how_far_a_name_goes(text: str, name: str) -> None:
    words = text.split()
    assert " ".join(words[: names.measure(words, 0, len(words))]) == name


@given(
    st.lists(st.sampled_from(["محمد", "بن", "ال", "دومبيا", "ان", "،", "قال", "عبد", "2019"]), max_size=9), st.data()
)
def test_a_name_stays_between_its_bounds(words: list[str], data: st.DataObject) -> None:
    stop = data.draw(st.integers(0, len(words)))
    first = data.draw(st.integers(0, stop))
    end = names.measure(words, first, stop)
    assert first <= end <= stop
    assert all(word.isalpha() for word in words[first:end])


@given(st.text())
def test_nothing_fails(word: str) -> None:
    names.may_begin(word)
    names.may_continue(word)
    names.is_common(word)
    names.is_given(word)
