import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.text.clean import clean, one_line


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\ufeffبعث", "بعث"),
        ("بعث\r\nبوتين\rرسالة\u2028تهنئة", "بعث\nبوتين\nرسالة\nتهنئة"),
        ("بعث\u00a0بوتين\tرسالة\u200aتهنئة", "بعث بوتين رسالة تهنئة"),
        ("\n \nبعث\n\n", "بعث"),
        ("  بعث", "  بعث"),
        ("ا\u0653", "آ"),
        ("بعث\x00\x02", "بعث  "),
        ("بعث \ud800", "بعث \ufffd"),
        ("سكّاً", "سكّاً"),
        ("الــرئيس ٢٠١٨ گ", "الــرئيس ٢٠١٨ گ"),
        ("لا\u200cيزال \u202bمن\u202c", "لا\u200cيزال \u202bمن\u202c"),
        ("", ""),
    ],
)
def test_the_shown_text_differs_only_in_what_nobody_sees(raw, shown):
    assert clean(raw) == unicodedata.normalize("NFC", shown)


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(raw):
    assert clean(clean(raw)) == clean(raw)


def test_a_title_stands_on_one_line():
    assert one_line(" قمة\r\n  هلسنكي\u00a0") == "قمة هلسنكي"
