"""Make one page of a view to show in a meeting: a chart at a time in large type, its evidence a click away.

The page holds all it needs and changes nothing while it is shown: face, charts in light and dark, and the words of the
communications. The dashboard shows the same stage, with links to the articles; as a file it works offline.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from html import escape
from importlib import resources

import numpy as np
import numpy.typing as npt

from explore import phrases
from explore.charts import chord, parties, theme, timeline
from explore.charts.parties import By
from explore.contacts import Mask
from explore.export import accounts, as_svg, faces, picture
from explore.export.accounts import Account
from explore.export.flow import is_rtl
from explore.export.look import CHARTS, Chart
from explore.export.plot_axes import Room
from explore.export.printed import say
from explore.export.shapes import Drawing, Of
from explore.export.subject import Subject, footer

MOST = 1500  # communications whose words are on the page
# Of a chart; it is drawn as large as the screen lets it be. A circle fills the height, whatever is beside it.
_WIDE, _ROUND = (1280.0, 600.0), (1000.0, 620.0)
_TYPE = 19.0
_GROUNDS = {"light": theme.LIGHT, "dark": theme.DARK}
# Few fonts have a sign for the whole screen.
_CORNERS = (
    '<svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="1.6" '
    'aria-hidden="true"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg>'
)
_KEYS = {"previous": "‹", "next": "›", "evidence": "❝", "ground": "◐", "screen": _CORNERS}

Values = npt.NDArray[np.object_]
Clicked = timeline.Mark | timeline.Period | chord.Pair | chord.Actor
# Where the evidence of an article and event can be read, if anywhere.
Link = Callable[[str, str], str]


def html(subject: Subject) -> bytes:
    """Return the meeting as one file."""
    title = _words(f"{say('meeting', subject.language)}: {subject.sentence}")
    return (
        f'<!doctype html>\n<html lang="{subject.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>body{{margin:0}}</style></head><body>{stage(subject)}"
        f"<script>{script()}present(document.querySelector('.meeting'))</script></body></html>\n"
    ).encode()


def stage(subject: Subject, link: Link | None = None, *, facts: Sequence[str] = (), close: str = "") -> str:
    """Return the stage as HTML; *link* writes links to the evidence, *facts* are told too, *close* names the exit."""
    told = _Told(subject)
    direction = "rtl" if subject.rtl else "ltr"
    charts = CHARTS if subject.view.n else CHARTS[:1]
    scenes = "".join(_scene(subject, chart, told, _place(n, len(charts), subject)) for n, chart in enumerate(charts, 1))
    return (
        f"<style>{faces.css()}{_colours()}{_resource('meeting.css')}</style>"
        f'<main class="meeting" dir="{direction}" lang="{subject.language}">{scenes}'
        f"{_aside(subject, told, link)}{_foot(subject, facts, close)}</main>"
    )


def script() -> str:
    """Return the function ``present``, which brings a stage to life."""
    return _resource("meeting.js")


def _resource(name: str) -> str:
    return resources.files("explore.export").joinpath(name).read_text(encoding="utf-8")


def _colours() -> str:
    return "".join(
        f".meeting[data-ground={ground}]{{--ground:{of.background};--surface:{of.surface};--ink:{of.text};"
        f"--muted:{of.muted};--line:{of.grid};--accent:{of.accent}}}"
        for ground, of in _GROUNDS.items()
    )


class _Told:
    """Know which communications a part of a chart stands for, by their places on the page."""

    def __init__(self, subject: Subject) -> None:
        self.rows = subject.communications(MOST)
        self._events = {str(event): place for place, event in enumerate(self.rows["event_id"])}
        self.sets: dict[str, int] = {}
        self._known: dict[Hashable, str] = {}
        self._sides = self._named(subject.by)
        self._lanes = [self.rows["channel"].astype("object").to_numpy()]
        if subject.lanes in ("person", "country"):
            self._lanes += self._named(subject.lanes)

    def _named(self, by: By) -> list[Values]:
        """Return the values of the two sides of every row."""
        both = parties.sides(self.rows, by)
        return [np.asarray(both.values, dtype=object)[side] for side in (both.sender, both.recipient)]

    def number(self, chart: Chart, of: Of) -> str:
        """Return the number of the set of places that a part of *chart* stands for; many parts share one."""
        timed = chart in ("timeline", "calendar")
        clicked = timeline.clicked(of) if timed else chord.clicked(of)
        if clicked not in self._known:
            self._known[clicked] = self.places(clicked)
        found = self._known[clicked]
        return str(self.sets.setdefault(found, len(self.sets))) if found else ""

    def places(self, clicked: Clicked | None) -> str:
        """Return the places of the communications that were clicked."""
        if isinstance(clicked, timeline.Mark):
            return str(self._events.get(clicked.event_id, ""))
        if isinstance(clicked, timeline.Period):
            return self._within(clicked)
        return "" if clicked is None else self._between(clicked)

    def _within(self, clicked: timeline.Period) -> str:
        first, last = (np.datetime64(day) for day in (clicked.first, clicked.last))
        within = (self.rows["date_start"].to_numpy() <= last) & (self.rows["date_end"].to_numpy() >= first)
        if clicked.lane is not None:
            within &= np.any([names == clicked.lane for names in self._lanes], axis=0)
        return _places(within)

    def _between(self, clicked: chord.Pair | chord.Actor) -> str:
        sender, recipient = self._sides
        if isinstance(clicked, chord.Actor):
            return _places((sender == clicked.value) | (recipient == clicked.value))
        one, other = clicked.sender, clicked.recipient
        turned = self.rows["mutual"].to_numpy() & (sender == other) & (recipient == one)
        return _places(((sender == one) & (recipient == other)) | turned)


def _words(said: str) -> str:
    """Return words as HTML, without what would turn those around them."""
    return escape(faces.calm(said))


def _places(kept: Mask) -> str:
    return " ".join(map(str, np.flatnonzero(kept).tolist()))


def _place(n: int, total: int, subject: Subject) -> str:
    return say("place", subject.language, n=phrases.number(n), total=phrases.number(total))


def _scene(subject: Subject, chart: Chart, told: _Told, place: str) -> str:
    title, language = escape(say(chart, subject.language)), subject.language
    drawn = "".join(
        f'<div class="drawn {ground}">{_drawn(subject, chart, told, dark=ground == "dark")}</div>'
        for ground in _GROUNDS
    )
    return (
        f'<section class="scene" data-chart="{chart}" data-place="{place}" aria-label="{title}">'
        f'<h1 tabindex="-1">{title}</h1>'
        f'<p lang="{language}">{_words(subject.sentence)}</p>{drawn}</section>'
    )


def _drawn(subject: Subject, chart: Chart, told: _Told, *, dark: bool) -> str:
    width, height = _ROUND if chart == "chord" else _WIDE
    shapes = picture.chart_shapes(subject, chart, Room(0, 0, width, height), _TYPE, dark=dark)
    page = Drawing(width, height, "", tuple(shapes), say(chart, subject.language), subject.describe(chart))
    return as_svg.inline(page, f"{chart}-{'dark' if dark else 'light'}", partial(told.number, chart))


def _aside(subject: Subject, told: _Told, link: Link | None) -> str:
    """List the communications in words; the page shows those that were clicked."""
    language = subject.language
    ids = told.rows[["event_id", "article_id"]].astype("str").to_numpy().tolist()
    found = zip(accounts.accounts(subject, MOST), ids, strict=True)
    items = "".join(_item(account, link and link(article, event), language) for account, (event, article) in found)
    more = subject.view.n - len(ids)
    rest = f'<p class="rest">{escape(_rest(subject, len(ids)))}</p>' if more > 0 else ""
    return (
        f'<aside hidden aria-label="{escape(say("evidence", language))}">'
        f'<h2>{escape(say("evidence", language))} <bdi class="count"></bdi></h2>{rest}<ol>{items}</ol>'
        f'<script type="application/json">{json.dumps(list(told.sets))}</script></aside>'
    )


def _rest(subject: Subject, shown: int) -> str:
    numbers: Mapping[str, str] = {"shown": phrases.number(shown), "total": phrases.number(subject.view.n)}
    return say("evidence_cut", subject.language, **numbers)


def _item(account: Account, link: str | None, language: phrases.Language) -> str:
    right = is_rtl(account.evidence)
    direction, tongue = ("rtl", "ar") if right else ("ltr", "en")
    way = "" if link is None else f'<p class="way">{link}</p>'
    return (
        f"<li><h3>{_words(account.who)}</h3><p>{_words(account.what)}</p>"
        f'<blockquote dir="{direction}" lang="{tongue}">{_words(account.evidence)}</blockquote>'
        f'<p class="reports">{_words(account.reports)}</p>{way}</li>'
    )


def _foot(subject: Subject, facts: Sequence[str], close: str) -> str:
    said = "".join(f"<bdi>{_words(part)}</bdi>" for part in (*footer(subject), *facts))
    name = _words(close)
    way = f'<a data-close title="{name}" aria-label="{name}">✕</a>' if close else ""
    return f'<footer><p class="facts">{said}</p><nav>{"".join(_buttons(subject))}{way}</nav></footer>'


def _buttons(subject: Subject) -> Sequence[str]:
    """Return what can be pressed; the way on is always at the outer side of the way back."""
    glyphs = dict(_KEYS)
    if subject.rtl:
        glyphs |= {"previous": _KEYS["next"], "next": _KEYS["previous"]}
    made = [
        # Left to right, or a right-to-left page would turn the arrows round.
        f'<button type="button" dir="ltr" data-do="{name}" title="{escape(say(name, subject.language))}" '
        f'aria-label="{escape(say(name, subject.language))}">{glyph}</button>'
        for name, glyph in glyphs.items()
    ]
    return [made[0], '<bdi class="place" aria-live="polite"></bdi>', *made[1:]]
