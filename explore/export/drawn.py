"""Write what is drawn of a view, in the manner of all formats: pictures of a chart, briefing, slides, meeting.

Apart from ``formats``, because the libraries that draw take a while to load and most exports draw nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from explore.export import briefing, meeting, picture, slides
from explore.export.context import Context
from explore.export.look import REPORTED
from explore.export.subject import Subject
from explore.filters import View


def subject(view: View, context: Context) -> Subject:
    """Return what is drawn."""
    return Subject(view.tables, context.selection, context.language, context.by, context.lanes)


def svg(view: View, context: Context) -> Iterator[bytes]:
    """Yield the chart that *context* names as SVG."""
    look = context.look
    yield picture.svg(subject(view, context), look.chart, look.ratio, dark=look.dark)


def png(view: View, context: Context) -> Iterator[bytes]:
    """Yield the chart that *context* names as PNG."""
    look = context.look
    yield picture.png(subject(view, context), look.chart, look.ratio, scale=look.scale, dark=look.dark)


def pdf(view: View, context: Context) -> Iterator[bytes]:
    """Yield the chart that *context* names as PDF of one page."""
    look = context.look
    yield picture.pdf(subject(view, context), look.chart, look.ratio, dark=look.dark)


def html(view: View, context: Context) -> Iterator[bytes]:
    """Yield the chart that *context* names as a page that works offline."""
    yield picture.html(subject(view, context), context.look.chart, dark=context.look.dark)


def report(view: View, context: Context) -> Iterator[bytes]:
    """Yield the briefing as PDF."""
    yield briefing.pdf(subject(view, context))


def deck(view: View, context: Context) -> Iterator[bytes]:
    """Yield the slides."""
    yield slides.pptx(subject(view, context))


def meet(view: View, context: Context) -> Iterator[bytes]:
    """Yield the charts of a meeting as one page that works offline."""
    yield meeting.html(subject(view, context))


def for_package(view: View, context: Context) -> Iterator[tuple[str, bytes]]:
    """Yield the names and pictures of the charts that a package carries."""
    drawn = subject(view, context)
    for chart in REPORTED:
        yield f"charts/{chart}.svg", picture.svg(drawn, chart)
        yield f"charts/{chart}.png", picture.png(drawn, chart)
