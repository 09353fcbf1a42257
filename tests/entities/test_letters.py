"""Check what words are called that nobody in the tables bears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.entities.letters import spell


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("ماياك", "Mayak"),
        ("شاهين", "Shahin"),
        ("غادة", "Ghada"),
        ("چاڤيز", "Chaviz"),
        ("سلطان", "Saltan"),
        ("حرب", "Harb"),
        ("صقر", "Saqer"),
        ("فرانك", "Frank"),
        ("سترافو", "Strafo"),
        ("غراهام", "Graham"),
        ("أورويل", "Oruil"),
        ("إيفلين", "Iflin"),
        ("عيدان", "Eidan"),
        ("شانغ", "Shang"),
        ("تشابلن", "Chablan"),
        ("نزاروف", "Nazarov"),
        ("غبية", "Ghabiya"),
        ("شبانه", "Shabaneh"),
        ("فندى", "Fandi"),
        ("رافد", "Rafid"),
        ("مارت", "Mart"),
        ("عويضة", "Uwaida"),
        ("صفاء", "Safa"),
        ("", ""),
    ],
)
def test_letter_by_letter(word: str, latin: str) -> None:
    assert spell(word) == latin


@pytest.mark.parametrize(
    ("word", "latin"), [("شافعي", "Shafei"), ("تويجري", "Tuwaijri"), ("برعي", "Barei"), ("مارد", "Marid")]
)
def test_an_arabic_word(word: str, latin: str) -> None:
    assert spell(word, arabic=True) == latin


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤپچڤگژ", min_size=1))
def test_every_word_is_a_word_in_latin_letters(word: str) -> None:
    latin = spell(word)
    assert latin.isascii()
    assert latin.isalpha()


@given(st.text())
def test_nothing_fails(word: str) -> None:
    assert spell(word).isascii()
