"""Split one file into its stories. Nothing is lost: whatever belongs to no story is set aside with a reason.

A saved news page repeats its title and captions, prints labels of buttons, links to other stories and shows cards that
announce them. A second story of the page begins where a title is printed twice with only captions and labels between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explore.text.lines import Kind, Line, lines

_FURNITURE = frozenset((Kind.LABEL, Kind.CAPTION))
_RELATED = frozenset((Kind.BLOCK, Kind.LINKS))
# Shorter lines repeat by chance.
_REPEATED_WORDS = 3
_GAP = re.compile(r"\s*")
# A card announces a story in one paragraph; two in a row are a story.
_STORY_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a stretch of the file that belongs to no story, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """Hold one story: its title, empty where the file has none, and its text."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the stories of one file and the parts that were set aside, both in the order of the file."""

    stories: tuple[Story, ...]
    aside: tuple[Part, ...]


def split(text: str) -> Page:
    """Split the cleaned *text* of a file into stories and parts set aside.

    >>> page = split("قمة الرئيسين في هلسنكي\\n\\nالتقى الرئيسان يوم الاثنين في العاصمة هلسنكي.\\nاقرأ أيضا: النفط")
    >>> page.stories[0].title, page.stories[0].text
    ('قمة الرئيسين في هلسنكي', 'التقى الرئيسان يوم الاثنين في العاصمة هلسنكي.')
    >>> page.aside[0].why
    'link to another story'
    """
    outline = _Outline(lines(text))
    stories = [_story(text, own, outline) for own in outline.stories]
    return Page(
        tuple(story for story in stories if story is not None),
        tuple(sorted(outline.aside, key=lambda part: part.start)),
    )


def trim(text: str) -> tuple[str, tuple[Part, ...]]:
    """Take links to other stories out of the *text* of a single story; return what is left and what was taken."""
    found = lines(text)
    outline = _Outline(found)
    own = [line for story in outline.stories for line in story]
    kept = [line for line in own if line.kind is not Kind.LINK]
    aside = [*outline.aside, *(_part(line, line.kind.value) for line in own if line.kind is Kind.LINK)]
    return (_joined(text, kept), tuple(aside)) if kept and aside else (text, ())


class _Outline:
    """Share the lines of a file out among its stories and what is set aside."""

    def __init__(self, found: Sequence[Line]) -> None:
        self.stories: list[list[Line]] = []
        self.aside: list[Part] = []
        starts = [0, *(place for place, line in enumerate(found) if line.kind in _RELATED)]
        for first, last in zip(starts, [*starts[1:], len(found)], strict=True):
            if last > first and found[first].kind in _RELATED:
                self._block(found[first:last])
            else:
                self._prose(found[first:last])

    def _prose(self, region: Sequence[Line], *, goes_on: bool = False) -> None:
        """Begin a story, unless the last one *goes_on*, and another wherever a title is printed twice."""
        begins = [0, *(place for place in range(1, len(region)) if _opens(region, place))]
        for first, last in zip(begins, [*begins[1:], len(region)], strict=True):
            if goes_on and first == 0 and self.stories:
                self.stories[-1].extend(region[first:last])
            elif first < last:
                self.stories.append(list(region[first:last]))

    def _block(self, region: Sequence[Line]) -> None:
        """Set other stories aside up to where the text goes on, or another story begins."""
        place, begins = _resume(region)
        self._set_aside(region[:place])
        self._prose(region[place:], goes_on=not begins)

    def _set_aside(self, region: Sequence[Line]) -> None:
        self.aside.append(_part(region[0], region[0].kind.value))
        for card in _cards(region[1:]):
            announces = any(line.kind is Kind.PARAGRAPH for line in card)
            why = "announces another story" if announces else Kind.LINK.value
            self.aside.append(Part(card[0].start, card[-1].end, f"{why}, under «{region[0].text}»"))


def _part(line: Line, why: str) -> Part:
    return Part(line.start, line.end, why)


def _opens(region: Sequence[Line], place: int) -> bool:
    """Tell whether a story begins at *place*: a title, captions or labels, and the title again."""
    again = _again(region, place)
    return again is not None and any(line.kind in _FURNITURE for line in region[place : again + 2])


def _again(region: Sequence[Line], place: int) -> int | None:
    """Return where the line at *place* is printed again with only captions and labels between, or None."""
    if region[place].kind is not Kind.HEADING or region[place].n_words < _REPEATED_WORDS:
        return None
    for later in range(place + 1, len(region)):
        if region[later].key == region[place].key:
            return later
        if region[later].kind not in _FURNITURE:
            return None
    return None


def _run(region: Sequence[Line], place: int, *, paragraphs: bool) -> int:
    """Return where the run of paragraphs, or of other lines, that begins at *place* ends."""
    while place < len(region) and (region[place].kind is Kind.PARAGRAPH) is paragraphs:
        place += 1
    return place


def _resume(region: Sequence[Line]) -> tuple[int, bool]:
    """Return where in a block of other stories the text goes on, and whether another story begins there."""
    place, cards = 1, 0
    while place < len(region):
        first = _run(region, place, paragraphs=False)
        last = _run(region, first, paragraphs=True)
        head = region[place:first]
        begin = next((n for n in range(place, first) if _again(region, n) is not None), None)
        long = last - first >= _STORY_PARAGRAPHS
        if (
            begin is not None
            and last > first
            and (long or any(line.kind is Kind.LABEL for line in region[begin:first]))
        ):
            return begin, True
        if long and cards:
            return place + (1 if head and head[0].kind is Kind.BYLINE else 0), True
        if long or (last > first and _goes_on(region, head, last)):
            return first, False
        place, cards = last, cards + 1
    return len(region), False


def _goes_on(region: Sequence[Line], head: Sequence[Line], last: int) -> bool:
    """Tell whether one paragraph below bare links is the article going on rather than the summary of a card."""
    card = any(line.kind in (Kind.CAPTION, Kind.BYLINE) for line in head)
    signed = last < len(region) and region[last].kind is Kind.BYLINE
    return region[0].kind is Kind.LINKS and not card and not signed


def _cards(region: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the cards of a block: headings and captions, a paragraph, a byline. Bare headings are a card each."""
    card: list[Line] = []
    told = False
    bare = not any(line.kind is Kind.PARAGRAPH for line in region)
    for line in region:
        if card and (bare or (told and line.kind is not Kind.BYLINE) or card[-1].kind is Kind.BYLINE):
            yield card
            card, told = [], False
        card.append(line)
        told = told or line.kind is Kind.PARAGRAPH
    if card:
        yield card


def _story(text: str, own: list[Line], outline: _Outline) -> Story | None:
    """Take the title and the furniture out of the lines of a story; None where no words are left."""
    title = _title(own)
    seen: set[str] = set() if title is None else {title.key}
    body = [line for line in own if line is not title]
    kept, aside = [], []
    for place, line in enumerate(body):
        why = _why_aside(line, seen, is_last=place == len(body) - 1)
        seen.add(line.key)
        if why is None:
            kept.append(line)
        else:
            aside.append(_part(line, why))
    outline.aside.extend(aside)
    shown = "" if title is None else title.text
    return Story(shown, _joined(text, kept)) if kept else Story("", shown) if title is not None else None


def _title(own: Sequence[Line]) -> Line | None:
    """Return the line that is the title: printed twice at the top, or a heading right above a paragraph."""
    ends = _run(own, 0, paragraphs=False)
    doubled = next((own[n] for n in range(ends) if _again(own, n) is not None), None)
    if doubled is not None or ends in (0, len(own)):
        return doubled
    return own[0] if own[0].is_title and not any(line.is_title for line in own[1:ends]) else None


def _why_aside(line: Line, seen: set[str], *, is_last: bool) -> str | None:
    """Say why a line does not belong to the text of its story, or None where it does."""
    if line.kind in (Kind.LABEL, Kind.LINK):
        return "label of the page" if line.kind is Kind.LABEL else line.kind.value
    if line.key in seen and line.n_words >= _REPEATED_WORDS:
        return f"repeats a {line.kind.value} above"
    if line.kind is Kind.CAPTION and not is_last:
        return "caption of a picture"
    return None


def _joined(text: str, kept: Sequence[Line]) -> str:
    """Return the lines *kept*, each with the blank lines that stood behind it."""
    pieces = []
    for line, following in zip(kept, [*kept[1:], None], strict=True):
        gap = _GAP.match(text, line.end)
        pieces.append(line.text)
        if following is not None and gap is not None:
            pieces.append(gap[0] if gap.end() == following.start else gap[0].rstrip(" "))
    return "".join(pieces)
