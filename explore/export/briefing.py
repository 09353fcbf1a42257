"""Make a printable report of a view as PDF, without a browser: what was asked, its numbers, charts and evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from explore import phrases
from explore.charts.theme import LIGHT
from explore.export import accounts, as_pdf, as_png, cover, faces, picture
from explore.export.accounts import Account
from explore.export.as_pdf import About
from explore.export.flow import (
    EDGE,
    FOOT,
    HEIGHT,
    INSIDE,
    WIDTH,
    Block,
    Type,
    heading,
    is_rtl,
    paginate,
    paragraph,
    space,
)
from explore.export.look import REPORTED, Chart
from explore.export.plot_axes import Room
from explore.export.printed import method, say
from explore.export.shapes import Drawing, Ink, Shape, Text, begin, box, end, line
from explore.export.subject import Subject, reported, version
from explore.render.lines import clip

MOST_EVENTS = 300  # printed; more would be a table, and tables have exports of their own
MOST_ARTICLES = 200
_HEIGHTS: dict[Chart, float] = {"timeline": 500.0, "chord": 440.0, "matrix": 470.0}  # points
_SIZE = 9.0  # points of type in charts
_TIES = 5


def pages(subject: Subject) -> list[Drawing]:
    """Lay the report out on pages."""
    blocks = [*cover.blocks(subject), *_charts(subject), *_events(subject), *_sources(subject), *_method(subject)]
    laid = paginate(blocks)
    return [_numbered(page, place, len(laid), subject) for place, page in enumerate(laid, start=1)]


def pdf(subject: Subject) -> bytes:
    """Return the report as PDF, with embedded face, selectable text, bookmarks and page numbers."""
    title = f"{say('briefing', subject.language)}: {subject.sentence}"
    about = About(title, subject.describe("timeline"), version(subject.language), subject.language)
    return as_pdf.write(pages(subject), about)


def pngs(subject: Subject, *, scale: float = 2.0) -> list[bytes]:
    """Return the pages of the report as pictures, *scale* pixels a point."""
    document = pdf(subject)
    return [as_png.draw(document, scale=scale, page=n) for n in range(as_png.count(document))]


def _charts(subject: Subject) -> Iterator[Block]:
    if not subject.view.n:
        return
    for chart in REPORTED:
        yield from heading(say(chart, subject.language), rtl=subject.rtl, new_page=True)
        if (found := accounts.finding(subject, chart)) != say(chart, subject.language):
            yield from paragraph(found, Type(12, LIGHT.muted, rtl=subject.rtl), keep=True)
        shapes = picture.chart_shapes(subject, chart, Room(EDGE, 8, INSIDE, _HEIGHTS[chart]), _SIZE)
        yield Block(_HEIGHTS[chart] + 24, tuple(shapes))
        yield from _said(subject, chart)


def _said(subject: Subject, chart: Chart) -> Iterator[Block]:
    """Say under a chart what it shows: for who cannot see it, and to quote."""
    kind = Type(10, LIGHT.text, rtl=subject.rtl)
    if chart == "timeline":
        yield from paragraph(subject.describe(chart), kind)
    elif chart == "chord":
        for tie in accounts.ties(subject, _TIES):
            yield from paragraph(f"• {tie}", kind)


def _events(subject: Subject) -> Iterator[Block]:
    language, total = subject.language, subject.view.n
    if not total:
        return
    yield from heading(say("events", language), rtl=subject.rtl, new_page=True)
    if total > MOST_EVENTS:
        said = say("events_cut", language, shown=phrases.number(MOST_EVENTS), total=phrases.number(total))
        yield from paragraph(said, Type(colour=LIGHT.muted, rtl=subject.rtl), keep=True)
    for account in accounts.accounts(subject, MOST_EVENTS):
        yield from _event(account, subject.rtl)


def _event(account: Account, rtl: bool) -> Iterator[Block]:
    hue = LIGHT.channels[account.channel]
    yield from paragraph(account.who, Type(11, bold=True, rtl=rtl), keep=True)
    yield from paragraph(account.what, Type(9.5, LIGHT.muted, rtl=rtl), keep=True)
    evidence_rtl = is_rtl(account.evidence)
    quoted = f"«{account.evidence}»" if evidence_rtl else f"“{account.evidence}”"
    *before, last = paragraph(quoted, Type(11, rtl=evidence_rtl, indent=12))
    for block in (*before, dataclasses.replace(last, keep=True)):
        yield _barred(block, hue, evidence_rtl)
    yield space(2, keep=True)
    yield from paragraph(account.reports, Type(8.5, LIGHT.muted, rtl=rtl))
    yield space(11)


def _barred(block: Block, hue: str, rtl: bool) -> Block:
    """Set a bar in the colour of the channel beside a line of evidence, where the line begins."""
    x = EDGE + INSIDE - 3 if rtl else EDGE
    return dataclasses.replace(block, shapes=(*block.shapes, box(x, 0, 3, block.height, Ink(hue))))


def _sources(subject: Subject) -> Iterator[Block]:
    language, articles = subject.language, reported(subject)
    if articles.empty:
        return
    yield from heading(say("sources", language), rtl=subject.rtl, new_page=True)
    if len(articles) > MOST_ARTICLES:
        shown, total = phrases.number(MOST_ARTICLES), phrases.number(len(articles))
        said = say("sources_cut", language, shown=shown, total=total)
        yield from paragraph(said, Type(colour=LIGHT.muted, rtl=subject.rtl), keep=True)
    rows = articles.head(MOST_ARTICLES).to_dict("records")
    for n, row in enumerate(rows, start=1):
        title = row["title"] if isinstance(row["title"], str) else str(row["file"])
        parts = [accounts.apart(row[name]) for name in ("source", "published", "file") if isinstance(row[name], str)]
        yield from paragraph(f"{n}. {accounts.apart(title)}", Type(10, rtl=subject.rtl), keep=True)
        yield from paragraph(" · ".join(parts), Type(8.5, LIGHT.muted, rtl=subject.rtl, indent=14))
        yield space(4)


def _method(subject: Subject) -> Iterator[Block]:
    yield from heading(say("method", subject.language), rtl=subject.rtl)
    for said in method(subject.language):
        yield from paragraph(said, Type(10, rtl=subject.rtl))
        yield space(4)


def _numbered(page: Drawing, n: int, total: int, subject: Subject) -> Drawing:
    """Add the foot of the page: its number, and what document it belongs to."""
    rtl, y = subject.rtl, HEIGHT - FOOT
    near, far = (WIDTH - EDGE, EDGE) if rtl else (EDGE, WIDTH - EDGE)
    number = say("page", subject.language, n=n, total=total)
    said = clip(f"{version(subject.language)} · {subject.sentence}", INSIDE * 0.75, lambda text: faces.width(text, 8.5))
    foot: list[Shape] = [
        line([(EDGE, y - 14), (WIDTH - EDGE, y - 14)], LIGHT.grid),
        Text(near, y, said, 8.5, LIGHT.muted, begin(rtl=rtl), rtl=rtl),
        Text(far, y, number, 8.5, LIGHT.muted, end(rtl=rtl), rtl=rtl),
    ]
    return dataclasses.replace(page, shapes=(*page.shapes, *foot), title=number)
