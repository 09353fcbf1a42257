"""Turn an article and what was found in it into right-to-left HTML.

The text is untrusted: it is escaped, and its direction controls and other controls are made visible and inert.
A mark may begin inside a word (ل + بوتين), so nothing here adds space, a box or an isolate at a mark: letters stay
joined. Overlapping marks are nested, and cut where they cross; none is dropped. Stripping the tags gives back the
article's words, character for character.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from explore.model import Event, Mention, Reading


class Layer(StrEnum):
    """Name what a mark shows: the words that say an event, the word that triggered it, or an entity."""

    EVIDENCE = "evidence"
    TRIGGER = "trigger"
    ENTITY = "entity"


# Wider layers are opened first, so that entities stand inside the evidence that holds them.
_DEPTH = {Layer.EVIDENCE: 0, Layer.TRIGGER: 1, Layer.ENTITY: 2}
# U+2028 and the like are left alone; these would turn, hide or break the text around them.
_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
# Spaces that HTML would swallow; where there are none the text can be set without a space hanging at the line's end.
_SPACES = re.compile(r"^ | $|[\t\r\f]|  ")
_SPACED = ' class="spaced"'
# HTML can carry neither.
_IMPOSSIBLE = re.compile("[\\x00\\ud800-\\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Mark:
    """Ask for ``text[start:end]`` to be marked.

    ``kind`` is the entity type or channel (a CSS class), ``of`` the id of the entity or event, ``title`` is shown on
    hover. ``chosen`` marks stand out from the others.
    """

    start: int
    end: int
    layer: Layer
    kind: str
    of: str
    title: str = ""
    chosen: bool = False


def anchor(event_id: str, prefix: str = "event") -> str:
    """Return the HTML id of the evidence of an event (or of its card, with another *prefix*).

    >>> anchor("000/1")
    'event-000-1'
    """
    return f"{prefix}-{re.sub(r'[^0-9A-Za-z_-]', '-', event_id)}"


def marks(
    reading: Reading,
    *,
    mention_title: Callable[[Mention], str] = lambda mention: mention.why,
    event_title: Callable[[Event], str] = lambda event: event.why,
    events: Iterable[str] | None = None,
    chosen: str | None = None,
) -> list[Mark]:
    """List the marks of a reading: its mentions, evidence and trigger of its *events* (ids; None stands for all)."""
    wanted = None if events is None else set(events)
    shown = [event for event in reading.events if wanted is None or event.event_id in wanted]
    out = [
        Mark(m.start, m.end, Layer.ENTITY, m.type, m.entity_id or m.mention_id, mention_title(m))
        for m in reading.mentions
    ]
    for event in shown:
        of, stands_out = event.event_id, event.event_id == chosen
        said, trigger = event.evidence, event.trigger
        out.append(Mark(said.start, said.end, Layer.EVIDENCE, event.channel, of, event_title(event), stands_out))
        out.append(Mark(trigger.start, trigger.end, Layer.TRIGGER, event.channel, of, chosen=stands_out))
    return out


def highlight(text: str, marks: Iterable[Mark]) -> str:
    """Return *text* as one right-to-left block with *marks* drawn in it.

    Each line is a block of its own, so that what is copied has the article's line breaks and no others.

    >>> highlight("أ<ب", [Mark(0, 1, Layer.ENTITY, "PER", "x")])
    '<div class="article" dir="rtl" lang="ar"><div><mark class="entity PER" data-of="x">أ</mark>&lt;ب</div></div>'
    """
    ordered = sorted(_inside(marks, len(text)), key=lambda m: (_DEPTH[m.layer], m.start, -m.end, m.of))
    begun: set[Mark] = set()
    lines = []
    for start, end in _lines(text):
        here = [mark for mark in ordered if mark.start < end and mark.end > start]
        shown = "".join(_pieces(text, start, end, here, begun)) or "<br>"
        lines.append(f"<div{_SPACED if _SPACES.search(text[start:end]) else ''}>{shown}</div>")
    body = "\n".join(lines)
    return f'<div class="article" dir="rtl" lang="ar">{body}</div>'


def escape(text: str) -> str:
    """Return *text* safe inside HTML, with its control characters visible and inert.

    The label is drawn by the style sheet, so it is never part of what is copied.
    """
    out = []
    last = 0
    for found in _CONTROL.finditer(text):
        out.append(html.escape(text[last : found.start()]))
        shown = _IMPOSSIBLE.sub(_REPLACEMENT, found[0]).replace("\r", "&#13;")
        out.append(f'<span class="control" data-code="U+{ord(found[0]):04X}">{shown}</span>')
        last = found.end()
    out.append(html.escape(text[last:]))
    return "".join(out)


def _inside(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Keep the marks that cover something of the text; the same mark asked for twice is drawn once."""
    return list(dict.fromkeys(m for m in marks if 0 <= m.start < m.end <= length))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, marks: list[Mark], begun: set[Mark]) -> Iterator[str]:
    """Yield the HTML of one line: text cut at every border of a mark, tags opened and closed in order."""
    borders = {start, end, *(b for m in marks for b in (m.start, m.end) if start < b < end)}
    cuts = sorted(borders)
    stack: list[Mark] = []
    for left, right in pairwise(cuts):
        active = [m for m in marks if m.start < right and m.end > left]
        kept = _common(stack, active)
        yield from (_close(m) for m in reversed(stack[kept:]))
        yield from (_open(m, first=m not in begun) for m in active[kept:])
        begun.update(active)
        stack = active
        yield escape(text[left:right])
    yield from (_close(m) for m in reversed(stack))


def _common(left: list[Mark], right: list[Mark]) -> int:
    """Count how many marks two stacks share from the bottom."""
    count = 0
    while count < min(len(left), len(right)) and left[count] == right[count]:
        count += 1
    return count


def _open(mark: Mark, *, first: bool) -> str:
    names = [mark.layer, mark.kind, *(["chosen"] if mark.chosen else []), *([] if first else ["rest"])]
    attributes = [f'class="{html.escape(" ".join(names))}"', f'data-of="{html.escape(mark.of)}"']
    if first and mark.layer is Layer.EVIDENCE:
        attributes.insert(0, f'id="{anchor(mark.of)}"')
    if mark.title:
        attributes.append(f'title="{html.escape(mark.title)}"')
    return f"<{_tag(mark)} {' '.join(attributes)}>"


def _close(mark: Mark) -> str:
    return f"</{_tag(mark)}>"


def _tag(mark: Mark) -> str:
    return "mark" if mark.layer is Layer.ENTITY else "span"
