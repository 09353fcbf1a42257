"""Make a picture of a chart that stands alone: title, filter sentence, source, number, dates and version inside it.

SVG and PNG are drawn here, without a browser, from the numbers of the figure on the screen; the HTML file holds that
figure itself, with all it needs to work offline.
"""

from __future__ import annotations

from html import escape

from explore.charts import theme
from explore.charts.theme import Palette
from explore.export import as_pdf, as_png, as_svg, faces, plot
from explore.export.as_pdf import About
from explore.export.look import SIZES, Chart, Ratio
from explore.export.plot_axes import Room
from explore.export.plot_text import Manner
from explore.export.printed import say
from explore.export.shapes import Drawing, Shape, Text, begin
from explore.export.subject import Subject, footer, version
from explore.render.lines import wrap

_POINTS = 0.75  # points of a pixel
_SIZE, _TITLE, _SAID, _FOOT = 16.0, 27.0, 18.0, 13.5  # pixels of type
_EDGE = 36.0


def drawing(subject: Subject, chart: Chart, ratio: Ratio = "16:9", *, dark: bool = False) -> Drawing:
    """Return the picture of *chart* as shapes."""
    width, height = SIZES[ratio]
    colours = theme.palette(dark=dark)
    head, top = _head(subject, chart, width, colours)
    foot, bottom = _foot(subject, width, height, colours)
    room = Room(_EDGE, top, width - 2 * _EDGE, bottom - top)
    shapes = chart_shapes(subject, chart, room, _SIZE, dark=dark)
    title = f"{say(chart, subject.language)} — {subject.sentence}"
    shown = (*head, *shapes, *foot)
    return Drawing(width, height, colours.background, shown, title, subject.describe(chart))


def chart_shapes(subject: Subject, chart: Chart, room: Room, size: float, *, dark: bool = False) -> list[Shape]:
    """Draw *chart* alone, to fill *room*, in type of *size*."""
    colours = theme.palette(dark=dark)
    manner = Manner(size, subject.rtl, room.x, room.x + room.width, room.y, colours.background, colours.text)
    return plot.draw(plot.read(subject.figure(chart, dark=dark)), room, manner)


def svg(subject: Subject, chart: Chart, ratio: Ratio = "16:9", *, dark: bool = False) -> bytes:
    """Return *chart* as an SVG file that carries its face."""
    return as_svg.write(drawing(subject, chart, ratio, dark=dark), subject.language)


def pdf(subject: Subject, chart: Chart, ratio: Ratio = "16:9", *, dark: bool = False) -> bytes:
    """Return *chart* as a PDF document of one page."""
    drawn = drawing(subject, chart, ratio, dark=dark)
    about = About(drawn.title, drawn.description, version(subject.language), subject.language)
    return as_pdf.write([drawn], about, unit=_POINTS)


def png(subject: Subject, chart: Chart, ratio: Ratio = "16:9", *, scale: float = 2.0, dark: bool = False) -> bytes:
    """Return *chart* as PNG, *scale* times the size that ``look.SIZES`` gives in pixels."""
    return as_png.draw(pdf(subject, chart, ratio, dark=dark), scale=scale / _POINTS)


def html(subject: Subject, chart: Chart, *, dark: bool = False) -> bytes:
    """Return *chart* as a page that works offline: what the pointer meets still speaks."""
    figure = subject.figure(chart, dark=dark)
    face = f"'{faces.FAMILY}', sans-serif"
    figure.update_layout(font_family=face, hoverlabel_font_family=face)
    drawn = figure.to_html(
        config=theme.CONFIG, include_plotlyjs=True, full_html=False, div_id="chart", default_width="100%"
    )
    direction = "rtl" if subject.rtl else "ltr"
    title, colours = escape(say(chart, subject.language)), theme.palette(dark=dark)
    foot = "".join(f"<span><bdi>{escape(part)}</bdi></span>" for part in footer(subject))
    return (
        f'<!doctype html>\n<html lang="{subject.language}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{faces.css()}{_css(colours)}'
        f"</style></head><body><h1>{title}</h1><p>{escape(subject.sentence)}</p>"
        f'<figure dir="ltr" role="img" aria-label="{escape(subject.describe(chart))}">{drawn}</figure>'
        f"<footer>{foot}</footer></body></html>\n"
    ).encode()


def _css(colours: Palette) -> str:
    return (
        f"body{{margin:2rem auto;max-width:1200px;padding:0 1rem;background:{colours.background};color:{colours.text};"
        f"font:1.05rem/1.6 '{faces.FAMILY}',sans-serif}}h1{{font-size:1.7rem;margin:0}}p{{margin:.2rem 0 1rem}}"
        f"figure{{margin:0}}footer{{display:flex;flex-wrap:wrap;gap:.3rem 2rem;color:{colours.muted};font-size:.9rem}}"
    )


def _head(subject: Subject, chart: Chart, width: float, colours: Palette) -> tuple[list[Shape], float]:
    """Set title and sentence; return them and where the chart begins."""
    shapes: list[Shape] = []
    x, side = width - _EDGE if subject.rtl else _EDGE, begin(rtl=subject.rtl)
    y = _EDGE + _TITLE * 0.8
    title = say(chart, subject.language)
    shapes.append(Text(x, y, title, _TITLE, colours.text, side, rtl=subject.rtl, bold=True))
    for line in wrap(subject.sentence, width - 2 * _EDGE, lambda said: faces.width(said, _SAID))[:3]:
        y += _SAID * 1.65
        shapes.append(Text(x, y, line, _SAID, colours.muted, side, rtl=subject.rtl))
    return shapes, y + _SAID


def _foot(subject: Subject, width: float, height: float, colours: Palette) -> tuple[list[Shape], float]:
    """Set what the picture must tell of its origin; return it and where the chart ends."""
    said = " · ".join(footer(subject))
    found = wrap(said, width - 2 * _EDGE, lambda line: faces.width(line, _FOOT))[:3]
    x, side = width - _EDGE if subject.rtl else _EDGE, begin(rtl=subject.rtl)
    top = height - _EDGE * 0.6 - len(found) * _FOOT * 1.6
    shapes: list[Shape] = [
        Text(x, top + (k + 1) * _FOOT * 1.6 - 4, line, _FOOT, colours.muted, side, rtl=subject.rtl)
        for k, line in enumerate(found)
    ]
    return shapes, top - 6
