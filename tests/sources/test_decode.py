import codecs

import pytest

from explore.errors import SourceError
from explore.sources.decode import decode

NEWS = "بعث الرئيس فلاديمير بوتين (Vladimir Putin) رسالة تهنئة إلى نظيره، يوم الأحد 30 ديسمبر.\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode(),
        NEWS.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"),
        NEWS.encode("utf-16-le"),
        NEWS.encode("utf-16-be"),
        NEWS.encode("cp1256"),
        NEWS.encode("iso8859-6"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "unmarked le", "unmarked be", "windows-1256", "iso-8859-6"],
)
def test_every_encoding_of_arabic_is_told_apart(data):
    decoded = decode(data, "a.txt")
    assert decoded.text == NEWS
    assert decoded.problem is None


@pytest.mark.parametrize("word", ["برقية", "گفت", "ﺑﺮﻗﻴﺔ", "Putin بوتين"])
def test_any_arabic_letter_makes_a_text_worth_reading(word):
    assert decode(word.encode(), "a.txt").text == word


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (codecs.BOM_UTF8, "is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00" + bytes(range(256)) * 4, "is not text"),
        (b"PK\x03\x04" + bytes(range(256)), "is not text"),
        (bytes(400), "is not text"),
        (codecs.BOM_UTF16_LE + bytes(range(1, 41)) * 5, "holds no Arabic text"),
        (b"The Kremlin said nothing.", "holds no Arabic text"),
        ("Été à la plage, déjà vu, où çà".encode("cp1252") * 9, "is not text"),
    ],
)
def test_what_is_not_text_is_told_in_one_sentence(data, problem):
    with pytest.raises(SourceError, match=problem) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data", [NEWS.encode()[:-40] + b"\xff" + NEWS.encode()[-40:], NEWS.strip().encode()[:-1] + b"\xd9"]
)
def test_a_broken_byte_loses_neither_the_file_nor_its_encoding(data):
    decoded = decode(data, "a.txt")
    assert "\ufffd" in decoded.text
    assert decoded.text.startswith("بعث الرئيس")
    assert "not valid UTF-8" in str(decoded.problem)
