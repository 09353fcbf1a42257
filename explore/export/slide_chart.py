"""Put charts on slides that can be edited there: columns, tables, key figures, quoted evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from explore import phrases
from explore.charts.theme import LIGHT
from explore.export.accounts import Account
from explore.export.flow import is_rtl
from explore.export.slide_text import Area, Page, describe, direct, paragraph, style

_HUES = ("#0072b2", "#8fbfe0", "#b33000", "#c9ced6")  # happened, intended, struck, loosely dated
_NAMES = 2.2  # times as wide as a number: the column of senders
_CLIPPED = 22
_LABELS = 13  # under a chart


def columns(page: Page, area: Area, periods: Sequence[str], series: Mapping[str, Sequence[float]], said: str) -> None:
    """Add a stacked column chart whose numbers can be edited."""
    data = CategoryChartData(number_format="0.##")
    data.categories = list(periods)
    for name, values in series.items():
        data.add_series(name, values)
    shape = page.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *area.emu(), data)
    describe(shape, said)
    chart = shape.chart
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.plots[0].gap_width = 40
    for hue, plotted in zip(_HUES, chart.plots[0].series, strict=False):
        plotted.format.fill.solid()
        plotted.format.fill.fore_color.rgb = _rgb(hue)
    _axes(chart, page.rtl, len(periods))


def _axes(chart: Any, rtl: bool, n: int) -> None:
    chart.font.size = Pt(14)
    chart.font.color.rgb = _rgb(LIGHT.text)
    style(chart.font._rPr, arabic=rtl)
    chart.value_axis.major_gridlines.format.line.color.rgb = _rgb(LIGHT.grid)
    chart.value_axis.format.line.fill.background()
    chart.category_axis.format.line.color.rgb = _rgb(LIGHT.muted)
    chart.value_axis.tick_labels.number_format = "0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.has_major_gridlines = True
    if n > _LABELS:
        _skip(chart.category_axis, 12 if n > 4 * _LABELS else -(-n // _LABELS))


def _skip(axis: Any, step: int) -> None:
    """Write every so many labels only; the schema wants these elements last but one, before ``noMultiLvlLbl``."""
    last = axis._element.find(qn("c:noMultiLvlLbl"))
    for tag in ("c:tickLblSkip", "c:tickMarkSkip"):
        made = etree.SubElement(axis._element, qn(tag), {"val": str(step)})
        if last is not None:
            last.addprevious(made)


def table(page: Page, area: Area, names: Sequence[str], cells: Sequence[Sequence[int]], corner: str, said: str) -> None:
    """Add the matrix as a table: senders in rows, recipients in columns, in the direction of the language."""
    n = len(names)
    shape = page.slide.shapes.add_table(n + 1, n + 1, *area.emu())
    describe(shape, said)
    made = shape.table
    if page.rtl:
        made._tbl.tblPr.set("rtl", "1")
    unit = area.width / (n + _NAMES)
    for column in range(n + 1):
        made.columns[column].width = Inches(unit * _NAMES if column == 0 else unit)
    for row in range(n + 1):
        made.rows[row].height = Emu(round(Inches(area.height) / (n + 1)))
    size = max(8.0, min(14.0, 150.0 / (n + 1)))
    highest = max(max(row) for row in cells)
    _fill(made.cell(0, 0), corner, size - 1, page.rtl, LIGHT.surface, muted=True)
    for place, name in enumerate(names, start=1):
        shown = name if len(name) <= _CLIPPED else f"{name[: _CLIPPED - 1]}…"
        _fill(made.cell(0, place), shown, size - 1, page.rtl, LIGHT.surface)
        _fill(made.cell(place, 0), shown, size, page.rtl, LIGHT.surface)
        for column, count in enumerate(cells[place - 1], start=1):
            shade = _shade(count / highest) if count else LIGHT.background
            _fill(made.cell(place, column), phrases.number(count) if count else "", size, page.rtl, shade, middle=True)


def _fill(
    cell: Any, text: str, size: float, rtl: bool, ground: str, *, muted: bool = False, middle: bool = False
) -> None:
    cell.margin_left = cell.margin_right = Inches(0.05)
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(ground)
    paragraph(cell.text_frame.paragraphs[0], text, rtl=rtl, size=size, colour=LIGHT.muted if muted else LIGHT.text)
    if middle:
        cell.text_frame.paragraphs[0]._p.get_or_add_pPr().set("algn", "ctr")


def _shade(share: float) -> str:
    """Return a tint of blue on which dark text keeps its contrast."""
    pale, deep = (232, 241, 248), (120, 180, 220)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(pale, deep, strict=True))


def figures(page: Page, area: Area, values: Sequence[tuple[str, str]]) -> None:
    """Add key figures side by side, the first where lines begin."""
    gap = 0.15
    width = (area.width - gap * (len(values) - 1)) / len(values)
    for place, (name, value) in enumerate(values):
        column = len(values) - 1 - place if page.rtl else place
        box = page.slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *Area(area.left + column * (width + gap), area.top, width, area.height).emu()
        )
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(LIGHT.surface)
        box.line.fill.background()
        box.shadow.inherit = False
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Inches(0.1)
        paragraph(frame.paragraphs[0], value, rtl=page.rtl, size=28, colour=LIGHT.text, bold=True)
        paragraph(frame.add_paragraph(), name, rtl=page.rtl, size=12, colour=LIGHT.muted)


def account(page: Page, area: Area, told: Account) -> None:
    """Add one communication: who, what, and the words that say so, in their own direction."""
    bar = Area(area.left + area.width - 0.06 if page.rtl else area.left, area.top + 0.05, 0.06, area.height - 0.15)
    mark = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *bar.emu())
    mark.fill.solid()
    mark.fill.fore_color.rgb = _rgb(LIGHT.channels[told.channel])
    mark.line.fill.background()
    mark.shadow.inherit = False
    left = area.left if page.rtl else area.left + 0.2
    frame = page.write(Area(left, area.top, area.width - 0.2, area.height), [told.what], size=13, colour=LIGHT.muted)
    paragraph(frame.add_paragraph(), told.who, rtl=page.rtl, size=18, colour=LIGHT.text, bold=True)
    quoted, arabic = frame.add_paragraph(), is_rtl(told.evidence)
    shown = told.evidence if len(told.evidence) <= 260 else told.evidence[:260].rsplit(" ", 1)[0] + "…"
    paragraph(quoted, f"«{shown}»" if arabic else f"“{shown}”", rtl=arabic, size=15, colour=LIGHT.text)
    direct(quoted, rtl=arabic)


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)
