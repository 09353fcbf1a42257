"""Write unknown names in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.entities.romanize import romanize


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("باكاري ساماكي", "Bakari Samaki"),
        ("سلطان", "Sltan"),
        ("يوسف", "Yusf"),
        ("ناصر بن حمد", "Nasr bin Hmd"),
        ("ناصر المري", "Nasr al-Mri"),
        ("ماياك", "Mayak"),
        ("شاهين", "Shahin"),
        ("غادة", "Ghada"),
        ("چاڤيز", "Chaviz"),
        ("", ""),
    ],
)
def test_letter_by_letter(name: str, latin: str) -> None:
    assert romanize(name) == latin


@given(st.lists(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوية", min_size=1), max_size=4).map(" ".join))
def test_every_word_stays_a_word_in_latin_letters(name: str) -> None:
    latin = romanize(name)
    assert latin.isascii()
    assert len(latin.split(" ")) == len(name.split(" "))


@given(st.text())
def test_nothing_fails(name: str) -> None:
    romanize(name)
