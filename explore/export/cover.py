"""Set the first page of a briefing: what was asked, in one sentence, and the numbers that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explore import phrases
from explore.charts.theme import LIGHT
from explore.export import accounts
from explore.export.accounts import Figure
from explore.export.flow import EDGE, INSIDE, Block, Type, heading, paragraph, space
from explore.export.look import REPORTED
from explore.export.printed import say
from explore.export.shapes import Ink, Shape, Text, begin, box
from explore.export.subject import Subject, footer

_COLUMNS, _GAP = 4, 10.0
_TILE = 62.0
_ROW = 20.0


def blocks(subject: Subject) -> Iterator[Block]:
    """Return the blocks of the cover."""
    rtl, language = subject.rtl, subject.language
    yield from paragraph(say("briefing", language), Type(12, LIGHT.muted, bold=True, rtl=rtl), keep=True)
    yield space(4)
    yield from heading(subject.sentence, rtl=rtl)
    yield from paragraph(" · ".join(footer(subject)), Type(10, LIGHT.muted, rtl=rtl))
    yield space(22)
    yield from heading(say("figures", language), rtl=rtl, level=1)
    yield from _tiles(accounts.figures(subject), rtl)
    if not subject.view.n:
        yield from paragraph(say("nothing", language), Type(12, rtl=rtl))
        return
    yield space(14)
    yield from heading(say("by_channel", language), rtl=rtl, level=1)
    yield from _bars(subject)
    yield space(14)
    yield from _findings(subject)


def _findings(subject: Subject) -> Iterator[Block]:
    known = {subject.sentence, *(say(chart, subject.language) for chart in REPORTED)}
    for said in dict.fromkeys(accounts.finding(subject, chart) for chart in REPORTED):
        if said not in known:
            yield from paragraph(f"• {said}", Type(11, rtl=subject.rtl))


def _tiles(figures: Sequence[Figure], rtl: bool) -> Iterator[Block]:
    for first in range(0, len(figures), _COLUMNS):
        row = enumerate(figures[first : first + _COLUMNS])
        yield Block(_TILE + _GAP, tuple(shape for place, figure in row for shape in _tile(figure, place, rtl)))


def _tile(figure: Figure, place: int, rtl: bool) -> Iterator[Shape]:
    width = (INSIDE - _GAP * (_COLUMNS - 1)) / _COLUMNS
    column = _COLUMNS - 1 - place if rtl else place
    left = EDGE + column * (width + _GAP)
    x = left + width - 9 if rtl else left + 9
    yield box(left, 0, width, _TILE, Ink(LIGHT.surface))
    yield Text(x, 29, figure.value, 21, LIGHT.text, begin(rtl=rtl), rtl=rtl, bold=True)
    yield Text(x, 49, figure.name, 9, LIGHT.muted, begin(rtl=rtl), rtl=rtl)


def _bars(subject: Subject) -> Iterator[Block]:
    counts = accounts.by_channel(subject)
    longest = max(n for _, n in counts)
    for channel, n in counts:
        yield Block(_ROW, tuple(_bar(channel, n, longest, subject)))


def _bar(channel: str, n: int, longest: int, subject: Subject) -> Iterator[Shape]:
    rtl = subject.rtl
    label, room = 110.0, INSIDE - 110 - 50
    length = max(2.0, room * n / longest)
    start = EDGE + INSIDE - label - length if rtl else EDGE + label
    x = EDGE + INSIDE if rtl else EDGE
    name = phrases.word("channels", channel, subject.language)
    yield Text(x, 12, name, 10, LIGHT.text, begin(rtl=rtl), rtl=rtl)
    yield box(start, 2.5, length, 12, Ink(LIGHT.channels[channel]))
    edge = start - 6 if rtl else start + length + 6
    yield Text(edge, 12, phrases.number(n), 10, LIGHT.text, begin(rtl=rtl), rtl=rtl)
