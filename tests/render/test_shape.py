"""Visual order against the Unicode bidi conformance data, joined letters against HarfBuzz."""

import unicodedata
from pathlib import Path

import pytest
import uharfbuzz
from bidi.mirror import MIRRORED

from explore.render.shape import Direction, order, shape

SAMPLE = Path(__file__).parent.parent / "cases" / "bidi_characters.txt"
# Debian's unicode-data has the whole of it (91,000 cases).
WHOLE = Path("/usr/share/unicode/BidiCharacterTest.txt")
FACES = (Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"), Path("/usr/share/fonts/TTF/DejaVuSans.ttf"))
REMOVED = {0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)}
WORDS = [
    "بوتين", "لبوتين", "السلام", "لا", "الأميركي", "إلى", "رئيس", "تهنئة", "بيسكوف",
    "ولآخرين", "مؤتمر", "شؤون", "كلا"]  # fmt: skip


@pytest.mark.parametrize("data", [SAMPLE, WHOLE], ids=["sample", "whole"])
def test_order_is_that_of_the_conformance_data(data):
    if not data.exists():
        pytest.skip(f"{data} is not on this machine")
    wrong = [case for case in _cases(data) if order(case[0], case[1]) != case[2]]
    assert wrong == []


def _cases(data):
    """Yield the cases with a stated direction: text, direction, and what is drawn from left to right."""
    for line in data.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        codes, base, _, levels, drawn = line.split(";")
        if base == "2":
            continue
        chars = [chr(int(code, 16)) for code in codes.split()]
        turned = [level != "x" and int(level) % 2 == 1 for level in levels.split()]
        shown = "".join(MIRRORED.get(chars[i], chars[i]) if turned[i] else chars[i] for i in map(int, drawn.split()))
        direction = Direction.RIGHT_TO_LEFT if base == "1" else Direction.LEFT_TO_RIGHT
        yield "".join(chars), direction, shown.translate(dict.fromkeys(REMOVED))


@pytest.mark.parametrize("word", WORDS)
def test_letters_join_as_harfbuzz_joins_them(word):
    face = next((path for path in FACES if path.exists()), None)
    if face is None:
        pytest.skip("DejaVu Sans is not on this machine")
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    drawn = [font.get_nominal_glyph(ord(_plain(char))) for char in shape(word)]
    assert drawn == [info.codepoint for info in buffer.glyph_infos]


def _plain(char):
    """Return an isolated form as the plain letter, which the font draws for it."""
    name = unicodedata.name(char)
    letter = name.endswith("ISOLATED FORM") and "LIGATURE" not in name
    return unicodedata.normalize("NFKC", char) if letter else char


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("(ا)", "(\ufe8d)"),
        ("«ا» 2018", "2018 «\ufe8d»"),
        ("ا\nب", "\ufe8d\n\ufe8f"),
        ("", ""),
        ("وَ", "\ufeed"),
    ],
    ids=["brackets", "quotation marks and numbers", "lines", "nothing", "vowel signs go"],
)
def test_shape(text, drawn):
    assert shape(text) == drawn
