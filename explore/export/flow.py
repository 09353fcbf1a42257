"""Let blocks of words and drawings flow over pages: what belongs together stays together."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from explore.charts.theme import LIGHT
from explore.export import faces
from explore.export.shapes import Bookmark, Circle, Drawing, Polygon, Shape, Text, begin
from explore.render.lines import wrap

WIDTH, HEIGHT = 595.0, 842.0  # points: A4
EDGE, FOOT = 52.0, 44.0
INSIDE = WIDTH - 2 * EDGE
_LOWEST = HEIGHT - EDGE - FOOT * 0.4
_LINE = 1.62  # of the size, from base line to base line: Arabic needs more than Latin


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a piece of a page, its top at zero; with ``keep`` it stays on the page of the next block."""

    height: float
    shapes: tuple[Shape, ...] = ()
    keep: bool = False
    new_page: bool = False
    bookmark: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """Say how a paragraph is set."""

    size: float = 10.5
    colour: str = LIGHT.text
    bold: bool = False
    rtl: bool = True
    indent: float = 0.0


def paragraph(text: str, kind: Type, *, keep: bool = False) -> list[Block]:
    """Set *text* in blocks of one line; its first two lines stay together, with *keep* all of it and what follows."""
    width = INSIDE - kind.indent
    found = wrap(text, width, lambda said: faces.width(said, kind.size, bold=kind.bold))
    x = EDGE + INSIDE - kind.indent if kind.rtl else EDGE + kind.indent
    height = kind.size * _LINE
    blocks = []
    for place, line in enumerate(found):
        shape = Text(x, height * 0.72, line, kind.size, kind.colour, begin(rtl=kind.rtl), kind.rtl, kind.bold)
        blocks.append(Block(height, (shape,), keep=keep or (place == 0 and len(found) > 1)))
    return blocks


def heading(text: str, *, rtl: bool, new_page: bool = False, level: int = 0) -> list[Block]:
    """Set a heading, with its bookmark; it stays with what follows."""
    lines = paragraph(text, Type(size=17.0 - 3 * level, bold=True, rtl=rtl), keep=True)
    first = dataclasses.replace(lines[0], bookmark=text, level=level, new_page=new_page)
    return [first, *lines[1:], space(5, keep=True)]


def space(height: float, *, keep: bool = False) -> Block:
    """Leave room."""
    return Block(height, keep=keep)


def is_rtl(text: str, default: bool = True) -> bool:
    """Tell whether the first letter of *text* that has a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return default if first is None else first != "L"


def paginate(blocks: Iterable[Block]) -> list[Drawing]:
    """Lay *blocks* out on pages."""
    pages: list[tuple[list[Shape], list[Bookmark]]] = [([], [])]
    y = EDGE
    for group in _groups(blocks):
        high = sum(block.height for block in group)
        if y > EDGE and (group[0].new_page or y + high > _LOWEST):
            pages.append(([], []))
            y = EDGE
        for block in group:
            if y + block.height > _LOWEST and y > EDGE:
                pages.append(([], []))
                y = EDGE
            shapes, bookmarks = pages[-1]
            shapes += [moved(shape, y) for shape in block.shapes]
            if block.bookmark is not None:
                bookmarks.append(Bookmark(block.bookmark, y, block.level))
            y += block.height
    return [_page(shapes, bookmarks) for shapes, bookmarks in pages]


def _groups(blocks: Iterable[Block]) -> Iterator[Sequence[Block]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group


def _page(shapes: Sequence[Shape], bookmarks: Sequence[Bookmark]) -> Drawing:
    return Drawing(WIDTH, HEIGHT, LIGHT.background, tuple(shapes), bookmarks=tuple(bookmarks))


def moved(shape: Shape, down: float) -> Shape:
    """Return *shape*, moved *down*."""
    if isinstance(shape, Polygon):
        rings = tuple(tuple((x, y + down) for x, y in ring) for ring in shape.rings)
        return dataclasses.replace(shape, rings=rings)
    if isinstance(shape, (Circle, Text)):
        return dataclasses.replace(shape, y=shape.y + down)
    return shape
