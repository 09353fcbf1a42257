"""Draw pages as PDF with reportlab: vectors, an embedded face, selectable text; the same pages give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from explore.export import faces
from explore.export.hatching import strokes
from explore.export.shapes import Bookmark, Circle, Drawing, Ink, Polygon, Shape, Text


@dataclass(frozen=True, slots=True)
class About:
    """Hold what the document says about itself."""

    title: str
    subject: str
    producer: str
    language: str


def write(pages: Sequence[Drawing], about: About, *, unit: float = 1.0) -> bytes:
    """Return *pages* as a PDF document, *unit* points for each of their units."""
    faces.register()
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1, pageCompression=1, lang=about.language, initialFontName=faces.REGULAR)
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setAuthor(about.producer)
    canvas.setCreator(about.producer)
    canvas.setProducer(about.producer)
    if any(page.bookmarks for page in pages):
        canvas.showOutline()
    for number, page in enumerate(pages):
        _page(canvas, page, number, unit)
    canvas.save()
    return made.getvalue()


def _page(canvas: Canvas, page: Drawing, number: int, unit: float) -> None:
    canvas.setPageSize((page.width * unit, page.height * unit))
    # The origin moves to the top left; text is turned back where it is written.
    canvas.transform(unit, 0, 0, -unit, 0, page.height * unit)
    canvas.setFillColor(HexColor(page.background))
    canvas.rect(0, 0, page.width, page.height, stroke=0, fill=1)
    for shape in page.shapes:
        _draw(canvas, shape)
    for place, mark in enumerate(page.bookmarks):
        _mark(canvas, mark, f"p{number}-{place}", (page.height - mark.y) * unit)
    canvas.showPage()


def _mark(canvas: Canvas, mark: Bookmark, key: str, top: float) -> None:
    canvas.bookmarkHorizontalAbsolute(key, top, fit="XYZ")
    canvas.addOutlineEntry(mark.title, key, mark.level)


def _draw(canvas: Canvas, shape: Shape) -> None:
    canvas.saveState()
    if isinstance(shape, Text):
        _text(canvas, shape)
    elif isinstance(shape, Circle):
        _apply(canvas, shape.ink)
        fills, strokes_ = shape.ink.fill is not None, shape.ink.stroke is not None
        canvas.circle(shape.x, shape.y, shape.radius, stroke=int(strokes_), fill=int(fills))
    else:
        _polygon(canvas, shape)
    canvas.restoreState()


def _polygon(canvas: Canvas, shape: Polygon) -> None:
    ink = shape.ink
    _apply(canvas, ink)
    if ink.fill is not None:
        canvas.drawPath(_path(canvas, shape), stroke=0, fill=1)
    if ink.hatch is not None:
        _hatch(canvas, shape)
    if ink.stroke is not None:
        canvas.drawPath(_path(canvas, shape), stroke=1, fill=0)


def _hatch(canvas: Canvas, shape: Polygon) -> None:
    hatch = shape.ink.hatch
    if hatch is None:
        return
    canvas.saveState()
    canvas.clipPath(_path(canvas, shape), stroke=0, fill=0)
    canvas.setStrokeColor(HexColor(hatch.colour))
    canvas.setLineWidth(hatch.width)
    canvas.setLineCap(1)
    canvas.lines([(*start, *end) for start, end in strokes(shape.rings, hatch)])
    canvas.restoreState()


def _path(canvas: Canvas, shape: Polygon) -> PDFPathObject:
    path = canvas.beginPath()
    for ring in shape.rings:
        path.moveTo(*ring[0])
        for point in ring[1:]:
            path.lineTo(*point)
        if shape.closed:
            path.close()
    return path


def _apply(canvas: Canvas, ink: Ink) -> None:
    canvas.setLineJoin(1)
    if ink.fill is not None:
        canvas.setFillColor(HexColor(ink.fill))
        canvas.setFillAlpha(ink.opacity)
    if ink.stroke is not None:
        canvas.setStrokeColor(HexColor(ink.stroke))
        canvas.setStrokeAlpha(ink.stroke_opacity)
        canvas.setLineWidth(ink.width)
        canvas.setDash(list(ink.dash))


def _text(canvas: Canvas, text: Text) -> None:
    canvas.translate(text.x, text.y)
    canvas.rotate(text.angle)
    canvas.scale(1, -1)
    canvas.setFillColor(HexColor(text.colour))
    canvas.setFont(faces.BOLD if text.bold else faces.REGULAR, text.size)
    shown = faces.drawn(text.text, rtl=text.rtl)
    shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor]
    canvas.drawString(-shift * faces.width(text.text, text.size, bold=text.bold), 0, shown)
