"""Put Arabic into visual order for surfaces that neither join letters nor order text.

The only user of arabic_reshaper and bidi. What shapes Arabic by itself must be given the text as it is: HTML, every
Streamlit widget, table and chart, Plotly's SVG and its static pictures, matplotlib, Pillow with raqm, WeasyPrint.
Reshaped text is broken there. What needs ``shape``: Plotly's WebGL text, Pillow's basic layout, reportlab, fpdf2
without text shaping.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import arabic_reshaper
from bidi import get_display
from bidi.mirror import MIRRORED


class Direction(StrEnum):
    """Say which way a line runs as a whole."""

    RIGHT_TO_LEFT = "R"
    LEFT_TO_RIGHT = "L"


# A mark that the ordering carries along with the character before it. After ordering, it stands before characters that
# were turned round: that is how the ones to be mirrored are told (the library orders rightly but does not mirror).
_TAG = "\N{COMBINING GRAPHEME JOINER}"
# Their work is done once the text is in order; surfaces without shaping draw them as boxes.
_CONTROLS = dict.fromkeys(
    (0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A))
)
# Vowel signs go: a surface without shaping cannot place them. Only the ligatures that Arabic demands (lam-alef): many
# faces lack the others.
_RESHAPER = arabic_reshaper.ArabicReshaper(
    configuration={"delete_harakat": True, "delete_tatweel": False, "support_zwj": True, "support_ligatures": True}
    | {"ARABIC LIGATURE ALLAH": False}
)


def shape(text: str, direction: Direction = Direction.RIGHT_TO_LEFT) -> str:
    """Return *text* with its letters joined and in the order in which they are drawn from left to right.

    >>> shape("سلام (1)") == "(1) \N{ARABIC LETTER MEEM ISOLATED FORM}\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}"\
 "\N{ARABIC LETTER SEEN INITIAL FORM}"
    True
    """
    return order(_RESHAPER.reshape(text), direction)


def order(text: str, direction: Direction = Direction.RIGHT_TO_LEFT) -> str:
    """Return *text* in visual order, line by line, brackets mirrored, letters as they are."""
    return "\n".join(_order(line, direction) for line in text.split("\n"))


def _order(line: str, direction: Direction) -> str:
    tagged = "".join(f"{c}{_TAG}" if c in MIRRORED else c for c in line.replace(_TAG, ""))
    drawn = iter(get_display(tagged, base_dir=direction.value))
    return "".join(_untagged(char, drawn) for char in drawn).translate(_CONTROLS)


def _untagged(char: str, following: Iterator[str]) -> str:
    """Take the tag off a drawn character: before it, it says that it was turned round; after it, that it was not."""
    if char == _TAG:
        turned: str = MIRRORED[next(following)]
        return turned
    if char in MIRRORED:
        next(following)
    return char
