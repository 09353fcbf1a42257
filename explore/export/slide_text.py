"""Write on slides: paragraphs that run the right way, in faces that every office program has or knows to replace.

PowerPoint joins and orders Arabic itself, so the text stays as it is; what it must be told is the direction of each
paragraph, the language of each run, and a face for Arabic ("complex script") beside the one for Latin.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

from explore.charts.theme import LIGHT
from explore.export import faces
from explore.export.flow import is_rtl

FACE = "Arial"
# Arial's own numbers (PANOSE, swiss, and its character sets): programs without it choose a replacement by them.
_LIKE = {"panose": "020B0604020202020204", "pitchFamily": "34"}
_LATIN, _ARABIC = "0", "-78"
_TITLE_ONLY = 5
_TITLE = 30.0


@dataclass(frozen=True, slots=True)
class Area:
    """Hold a rectangle of a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        """Return it in the units of the file."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True, slots=True)
class Page:
    """Hold one slide and the direction of what is written on it."""

    slide: Any
    rtl: bool

    def title(self, text: str, area: Area | None = None, size: float = _TITLE) -> None:
        """Write the title, where outline and screen readers find it."""
        shape = self.slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (area or Area(0.6, 0.4, 12.13, 0.8)).emu()
        shape.text_frame.word_wrap = True
        shape.text_frame.margin_left = shape.text_frame.margin_right = 0
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        fitted = size if len(text) < 60 else size * 0.8
        paragraph(shape.text_frame.paragraphs[0], text, rtl=self.rtl, size=fitted, colour=LIGHT.text, bold=True)

    def write(self, area: Area, texts: Sequence[str], *, size: float, colour: str, after: float = 0) -> Any:
        """Write paragraphs in a box."""
        frame = self.slide.shapes.add_textbox(*area.emu()).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        for place, text in enumerate(texts):
            added = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            added.space_after = Pt(after)
            paragraph(added, text, rtl=self.rtl, size=size, colour=colour)
        return frame

    def note(self, texts: Sequence[str]) -> None:
        """Write the notes."""
        frame = self.slide.notes_slide.notes_text_frame
        for place, text in enumerate(texts):
            added = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph(added, text, rtl=self.rtl, size=12, colour="#000000")

    def picture(self, area: Area, png: bytes, described: str) -> None:
        """Put a picture in *area*, with its text alternative."""
        added = self.slide.shapes.add_picture(io.BytesIO(png), *area.emu())
        describe(added, described)


def page(deck: Deck, *, rtl: bool) -> Page:
    """Add a slide that has nothing on it but a place for its title."""
    return Page(deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY]), rtl)


def describe(shape: Any, text: str) -> None:
    """Give *shape* its text alternative."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", faces.calm(text))


def paragraph(made: Any, text: str, *, rtl: bool, size: float, colour: str, bold: bool = False) -> None:
    """Write *text* in a paragraph, in the direction *rtl*, in both scripts' faces."""
    run = made.add_run()
    run.text = faces.calm(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor(*bytes.fromhex(colour.removeprefix("#")))
    direct(made, rtl=rtl)
    style(run._r.get_or_add_rPr(), arabic=is_rtl(text, rtl))


def direct(made: Any, *, rtl: bool) -> None:
    """Say which way a paragraph runs; its lines begin at that side."""
    properties = made._p.get_or_add_pPr()
    properties.set("rtl", "1" if rtl else "0")
    # In a paragraph from right to left, PowerPoint reads "right" as the side where lines begin.
    made.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT


def style(properties: Any, *, arabic: bool) -> None:
    """Name language and faces in the properties of a run or a chart's text."""
    properties.set("lang", "ar-SA" if arabic else "en-GB")
    for tag, charset in (("a:latin", _LATIN), ("a:ea", _LATIN), ("a:cs", _ARABIC)):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        if tag != "a:ea":
            etree.SubElement(properties, qn(tag), {"typeface": FACE, **_LIKE, "charset": charset})
