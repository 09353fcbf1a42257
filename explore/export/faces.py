"""Hold the face that printed things are set in, and measure text in it.

One file a weight holds Arabic with all its joined forms, Latin, Greek and Cyrillic, so that a line needs no change of
font. Where it comes from is told in static/README.md.
"""

from __future__ import annotations

import base64
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from explore.render.shape import Direction, shape

FAMILY = "Barqiya Print"
REGULAR, BOLD = "BarqiyaPrint-Regular", "BarqiyaPrint-Bold"
_EM = 1000  # units in which widths are given
_PACKAGE = Path(__file__).parents[1]
# Inside the package when installed, beside it in a checkout.
_FOLDERS = (_PACKAGE / "home" / "static", _PACKAGE.parent / "static")
_FORMS = re.compile(r"^<([0-9A-F]{2})> <(FB[5-9A-F][0-9A-F]|F[CDE][0-9A-F]{2})>$", re.MULTILINE)
# Without ink, or, in the words of an article, able to turn the words around them: printed text has its own directions.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


class _Face(TTFont):  # type: ignore[misc]
    """Tell readers of the PDF which letters the joined forms stand for, so that what is copied can be searched."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name that reportlab calls
        """Add the font to *doc*, and name letters instead of their forms in its table of characters."""
        super().addObjects(doc)
        for name, part in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and f"+{self.face.name.decode()}" in name:
                part.content = _FORMS.sub(_as_letters, part.content)


def _as_letters(line: re.Match[str]) -> str:
    # Readers turn the letters of a line round, also those that share a ligature.
    letters = normalize("NFKC", chr(int(line[2], 16)))[::-1]
    return f"<{line[1]}> <{letters.encode('utf-16-be').hex().upper()}>"


def file(name: str) -> Path:
    """Return the path of the font file *name*.

    Raises:
        FileNotFoundError: the fonts were not installed.
    """
    found = next((path for folder in _FOLDERS if (path := folder / name).is_file()), None)
    if found is None:
        raise FileNotFoundError(f"{name}: the print face is missing: install barqiya again")
    return found


@cache
def register() -> None:
    """Make both weights known to reportlab."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(_Face(name, str(file(f"{name}.ttf"))))


def calm(text: str) -> str:
    """Take out of *text* what has no ink and what would turn the words around it.

    >>> calm("a\\u202eb")
    'ab'
    """
    return _CONTROLS.sub("", text)


def drawn(text: str, *, rtl: bool) -> str:
    """Return *text* as it is drawn from left to right: letters joined, in visual order, without what has no ink."""
    return shape(calm(text), Direction.RIGHT_TO_LEFT if rtl else Direction.LEFT_TO_RIGHT)


@cache
def _widths(name: str) -> dict[int, float]:
    register()
    widths: dict[int, float] = pdfmetrics.getFont(name).face.charWidths
    return widths


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure *text*, in the unit of *size*.

    Order does not change the width of a line, only joining does.
    """
    of = _widths(BOLD if bold else REGULAR)
    missing: float = pdfmetrics.getFont(BOLD if bold else REGULAR).face.defaultWidth
    return sum(of.get(ord(char), missing) for char in drawn(text, rtl=True)) * size / _EM


@cache
def css() -> str:
    """Return the style rules that carry the face inside a picture or page."""
    return "".join(_rule(name, weight) for name, weight in ((REGULAR, 400), (BOLD, 700)))


def _rule(name: str, weight: int) -> str:
    data = base64.b64encode(file(f"{name}.woff2").read_bytes()).decode("ascii")
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:{source}}}"
