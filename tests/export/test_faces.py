"""The print face draws the forms that HarfBuzz would choose, glyph by glyph."""

import re

import pytest
import uharfbuzz

from explore.export import faces

NAMES = (faces.REGULAR, faces.BOLD)
ARABIC = re.compile("[\u0621-\u064a]+")


@pytest.fixture(scope="module", params=NAMES)
def font(request):
    blob = uharfbuzz.Blob.from_file_path(str(faces.file(f"{request.param}.ttf")))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


def shaped(font, word):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def test_every_word_of_the_seeds_has_the_glyphs_of_harfbuzz(font, seeds):
    words = {word for text in seeds.articles["text"] for word in ARABIC.findall(text)}
    assert len(words) > 500
    wrong = [
        word
        for word in words
        if [font.get_nominal_glyph(ord(c)) for c in faces.drawn(word, rtl=True)] != shaped(font, word)
    ]
    assert wrong == []


@pytest.mark.parametrize("letters", ["ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ", "پچڤگ"])
def test_every_letter_in_every_place(font, letters):
    words = [shown for letter in letters for shown in (letter, f"س{letter}", f"{letter}س", f"س{letter}س", f"ل{letter}")]
    # A heh that stands alone is the mark of the Hijri era: engines take another form for it.
    for word in filter("ه".__ne__, words):
        assert [font.get_nominal_glyph(ord(c)) for c in faces.drawn(word, rtl=True)] == shaped(font, word), word


def test_widths_are_those_of_harfbuzz(font):
    word = "الأميركيين"
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    advance = sum(position.x_advance for position in buffer.glyph_positions)
    bold = "Bold" in str(font.face.get_name(uharfbuzz.OTNameIdPredefined.FULL_NAME))
    assert faces.width(word, 1000, bold=bold) == pytest.approx(advance, abs=2)


def test_what_an_article_says_cannot_turn_the_page_around():
    assert faces.drawn("a\u202eb\u2066c", rtl=False) == "abc"


def test_the_style_carries_both_weights_and_fetches_nothing():
    css = faces.css()
    assert css.count("@font-face") == 2
    assert "http" not in css
