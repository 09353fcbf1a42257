"""Make a deck of slides of a view: one finding a slide, charts that PowerPoint can edit, numbers in the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from explore.charts import blocks, chord, flows
from explore.charts.theme import LIGHT
from explore.export import accounts, as_pdf, as_png, deck_file, picture, slide_chart, slide_text
from explore.export.as_pdf import About
from explore.export.look import REPORTED, Chart
from explore.export.plot_axes import Room
from explore.export.printed import method, say
from explore.export.shapes import Drawing
from explore.export.slide_text import Area, Page
from explore.export.subject import Subject, footer, version

_BODY = Area(0.6, 1.75, 12.13, 4.95)  # inches
_PIXELS = 96.0  # of the chord's picture, an inch
_SHARP = 3.0  # times as many points are drawn
_EVIDENCE = 3  # communications on one slide
_MOST_EVIDENCE = 12
_MOST_NOTES = 40
_WIDEST_TABLE = 10  # parties: more cannot be read on a slide


def pptx(subject: Subject) -> bytes:
    """Return the deck as a PowerPoint file."""
    deck = Presentation()
    deck_file.prepare(deck, f"{say('briefing', subject.language)}: {subject.sentence}", version(subject.language))
    _title(deck, subject)
    if subject.view.n:
        for chart in REPORTED:
            _chart(deck, subject, chart)
        _evidence(deck, subject)
    _method(deck, subject)
    return deck_file.save(deck)


def _page(deck: Deck, subject: Subject, title: str, notes: Sequence[str]) -> Page:
    """Add a slide with its title, the sentence under it, its foot and its notes."""
    page = slide_text.page(deck, rtl=subject.rtl)
    page.title(title)
    page.write(Area(0.6, 1.15, 12.13, 0.5), [subject.sentence], size=16, colour=LIGHT.muted)
    page.write(Area(0.6, 6.95, 12.13, 0.35), [" · ".join(footer(subject))], size=11, colour=LIGHT.muted)
    page.note([title, subject.sentence, *notes, *footer(subject)])
    return page


def _title(deck: Deck, subject: Subject) -> None:
    page = slide_text.page(deck, rtl=subject.rtl)
    page.write(Area(0.9, 1.5, 11.5, 0.6), [say("briefing", subject.language)], size=20, colour=LIGHT.muted)
    page.title(subject.sentence, Area(0.9, 2.1, 11.5, 1.6), size=36)
    numbers = accounts.figures(subject)
    slide_chart.figures(page, Area(0.9, 4.0, 11.5, 1.5), [(figure.name, figure.value) for figure in numbers])
    page.write(Area(0.9, 6.3, 11.5, 0.6), [" · ".join(footer(subject))], size=12, colour=LIGHT.muted)
    page.note([subject.sentence, *(f"{figure.name}: {figure.value}" for figure in numbers), *footer(subject)])


def _chart(deck: Deck, subject: Subject, chart: Chart) -> None:
    page = _page(deck, subject, accounts.finding(subject, chart), list(_numbers(subject, chart)))
    described = subject.describe(chart)
    if chart == "timeline":
        _columns(page, subject, described)
    elif chart == "chord":
        page.picture(_BODY, _drawn(subject), described)
    else:
        _table(page, subject, described)


def _columns(page: Page, subject: Subject, described: str) -> None:
    periods, counts = accounts.by_period(subject)
    series = {say(name, subject.language): values for name, values in counts.items() if any(values)}
    slide_chart.columns(page, _BODY, periods, series, described)


def _drawn(subject: Subject) -> bytes:
    """Draw the chord diagram as a sharp picture, without a browser."""
    width, height = _BODY.width * _PIXELS, _BODY.height * _PIXELS
    shapes = picture.chart_shapes(subject, "chord", Room(0, 0, width, height), 17.0)
    page = Drawing(width, height, LIGHT.background, tuple(shapes))
    about = About(subject.sentence, "", version(subject.language), subject.language)
    return as_png.draw(as_pdf.write([page], about, unit=72 / _PIXELS), scale=_SHARP * _PIXELS / 72)


def _table(page: Page, subject: Subject, described: str) -> None:
    found = flows.gather(subject.view.charted, subject.by, subject.language, subject.ranking, _WIDEST_TABLE)
    gathered = blocks.arranged(found)
    cells = matrix_counts(gathered)
    names = [party.name for party in gathered.parties]
    corner = say("sender_recipient", subject.language)
    slide_chart.table(page, _BODY, names, cells, corner, described)


def matrix_counts(gathered: flows.Flows) -> list[list[int]]:
    """Count what each party sent to each; what is mutual stands in both cells, as in the matrix on the screen."""
    counts = gathered.matrix()
    for flow in gathered.flows:
        if flow.mutual and flow.sender != flow.recipient:
            counts[flow.recipient][flow.sender] += flow.n
    return counts


def _numbers(subject: Subject, chart: Chart) -> Iterator[str]:
    """Say the numbers of a chart, for the notes."""
    yield subject.describe(chart)
    if chart == "timeline":
        yield from accounts.said_periods(subject)[:_MOST_NOTES]
    else:
        yield from chord.sentences(subject.view.charted, language=subject.language, by=subject.by)[:_MOST_NOTES]


def _evidence(deck: Deck, subject: Subject) -> None:
    found = list(accounts.accounts(subject, _MOST_EVIDENCE))
    for first in range(0, len(found), _EVIDENCE):
        shown = found[first : first + _EVIDENCE]
        page = _page(deck, subject, say("events", subject.language), [account.reports for account in shown])
        for place, account in enumerate(shown):
            area = Area(_BODY.left, _BODY.top + place * 1.68, _BODY.width, 1.55)
            slide_chart.account(page, area, account)


def _method(deck: Deck, subject: Subject) -> None:
    page = _page(deck, subject, say("method", subject.language), [])
    page.write(_BODY, method(subject.language)[:-1], size=18, colour=LIGHT.text, after=10)
