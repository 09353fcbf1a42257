"""Draw who communicated with whom as a directed chord diagram: people or countries on a circle, ribbons between them.

A ribbon has the colour of its sender and a point at its recipient; what is mutual is hatched and has none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from explore import phrases, tables
from explore.charts import chord_layout, flows, parties, ribbons, theme
from explore.charts.chord_layout import Chord, Layout
from explore.charts.clicks import Actor, Pair, clicked
from explore.charts.flows import Flow, Flows
from explore.charts.parties import By
from explore.charts.theme import Palette
from explore.model import Status
from explore.phrases import Language

__all__ = ["FEW", "Actor", "Pair", "clicked", "describe", "figure", "ranking", "rows", "sentences"]

FEW = 5  # below this many communications a list of sentences says more than a circle
_HEIGHT, _EMPTY_HEIGHT = 580, 260
_OPACITY = 0.62  # of ribbons; those of the others step back
_PAD = 0.04  # radians between arcs
_WIDEST = 0.22  # radians that one communication takes at most
_REACH_X, _REACH_Y = 1.95, 1.2
_SPACING = 0.105  # between labels, in radii: about 25 pixels at the height above
# Hairlines need fewer places to click, and each is sent to the browser.
_LARGEST, _MANY_POINTS, _FEW_POINTS = 40, 9, 3
_LONGEST = 30  # letters of a label


def figure(
    events: pd.DataFrame,
    *,
    language: Language,
    by: By = "person",
    ranking: Sequence[str] | None = None,
    dark: bool = False,
) -> go.Figure:
    """Draw the communications in *events* between people or countries.

    *ranking*, from the whole corpus, keeps order and colours the same whatever is filtered.
    """
    colours = theme.palette(dark=dark)
    gathered = flows.gather(events, by, language, ranking)
    if not gathered.flows:
        return _empty(language, colours)
    layout = chord_layout.lay_out(gathered.matrix(), pad_angle=_pad(gathered))
    paint = _paint(gathered, ranking, colours)
    drawn = sorted(_chords(gathered, layout), key=lambda pair: -pair[0].n)
    traces = [
        *(_ribbon(flow, chord, gathered, paint, language, colours) for flow, chord in drawn),
        *(
            _arc(place, ribbons.sector(arc), gathered, paint, language, colours)
            for place, arc in enumerate(layout.groups)
        ),
        _leaders(layout, colours),
        _labels(gathered, layout, language, colours),
        _clickable(gathered, layout, drawn, language),
    ]
    return go.Figure(traces, _layout(gathered, language, colours))


def describe(events: pd.DataFrame, *, language: Language, by: By = "person") -> str:
    """Say in words what the diagram shows: its text alternative."""
    gathered = flows.gather(events, by, language)
    if not gathered.flows:
        return phrases.text("nothing", language)
    largest = sorted(gathered.flows, key=lambda flow: -flow.n)[:3]
    said = phrases.text("semicolon", language).join(flows.say(flow, gathered.parties, language) for flow in largest)
    count = phrases.counted("contact", gathered.total, language)
    among = phrases.counted("party", len(parties.ranking(tables.charted(events), by)), language)
    return phrases.text("chord_alt", language, count=count, parties=among, parts=said)


def sentences(events: pd.DataFrame, *, language: Language, by: By = "person") -> list[str]:
    """Say every flow as a sentence, the largest first: what to show instead when there are few."""
    gathered = flows.gather(events, by, language)
    return [flows.say(flow, gathered.parties, language) for flow in sorted(gathered.flows, key=lambda f: -f.n)]


def rows(events: pd.DataFrame, *, language: Language, by: By = "person") -> pd.DataFrame:
    """Return the diagram as a table: one row a flow, the largest first."""
    gathered = flows.gather(events, by, language)
    named = [party.name for party in gathered.parties]
    table = [
        {"sender": named[flow.sender], "recipient": named[flow.recipient], "mutual": flow.mutual, "n": flow.n}
        | {str(status): dict(flow.statuses).get(str(status), 0) for status in Status}
        for flow in sorted(gathered.flows, key=lambda flow: -flow.n)
    ]
    return pd.DataFrame(table, columns=["sender", "recipient", "mutual", "n", *map(str, Status)])


def ranking(events: pd.DataFrame, by: By = "person") -> tuple[str, ...]:
    """Order all parties of a corpus by how much they communicate."""
    return parties.ranking(tables.charted(events), by)


def _pad(gathered: Flows) -> float:
    """Return the angle between arcs: wide where communications are so few that they would fill the circle."""
    ends = 2 * sum(flow.n for flow in gathered.flows)
    return max(_PAD, (math.tau - ends * _WIDEST) / len(gathered.parties))


def _chords(gathered: Flows, layout: Layout) -> Iterator[tuple[Flow, Chord]]:
    """Give every flow its chord; a chord that holds both a directed and a mutual flow is cut in two."""
    of_pair = {(chord.source.index, chord.target.index): chord for chord in layout.chords}
    shared: dict[tuple[int, int], list[Flow]] = {}
    for flow in gathered.flows:
        shared.setdefault((flow.sender, flow.recipient), []).append(flow)
    for pair, together in shared.items():
        chord = of_pair[pair]
        if len(together) == 1:
            yield together[0], chord
            continue
        yield from zip(together, ribbons.split(chord, together[0].n / chord.source.value), strict=True)


def _paint(gathered: Flows, ranked: Sequence[str] | None, colours: Palette) -> list[str]:
    """Give every party a colour: by its rank in the corpus, or the next one free; the others are grey."""
    rank = {value: n for n, value in enumerate(ranked or [party.value for party in gathered.parties])}
    free = dict.fromkeys(colours.actors)
    paint = []
    for party in gathered.parties:
        wanted = colours.actors[rank.get(party.value, 0) % len(colours.actors)]
        colour = wanted if wanted in free else next(iter(free), colours.neutral)
        paint.append(colours.neutral if party.value == "" else colour)
        free.pop(paint[-1], None)
    return paint


def _layout(gathered: Flows, language: Language, colours: Palette) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True}
    layout = theme.layout(language, colours, _HEIGHT) | {
        "xaxis": axis | {"range": [-_REACH_X, _REACH_X]},
        "yaxis": axis | {"range": [-_REACH_Y, _REACH_Y], "scaleanchor": "x"},
        "hovermode": "closest",
        "dragmode": False,
    }
    said = phrases.text("chord_key", language)
    if gathered.apart:
        said += f"<br>{phrases.text('apart', language, n=phrases.number(gathered.apart))}"
    margin = {"l": 16, "r": 16, "t": 8, "b": 20 + 18 * (said.count("<br>") + 1)}
    return layout | {"annotations": [theme.footnote(said, language, colours)], "margin": margin}


def _empty(language: Language, colours: Palette) -> go.Figure:
    axis = {"visible": False, "fixedrange": True}
    title, hint = (phrases.text(key, language) for key in ("nothing", "nothing_hint"))
    said = theme.nothing(title, hint, language, colours)
    layout = theme.layout(language, colours, _EMPTY_HEIGHT) | {"annotations": said, "xaxis": axis, "yaxis": axis}
    return go.Figure(layout=layout)


def _ribbon(
    flow: Flow, chord: Chord, gathered: Flows, paint: Sequence[str], language: Language, colours: Palette
) -> dict[str, Any]:
    x, y = (theme.packed(part) for part in ribbons.ribbon(chord, mutual=flow.mutual))
    sent = paint[flow.sender]
    look: dict[str, Any] = {
        "fillcolor": theme.faded(sent, _OPACITY if gathered.parties[flow.sender].value else _OPACITY / 2),
        "line": {"color": sent, "width": 0.6},
    }
    if flow.mutual:
        pattern = {"shape": "/", "size": 7, "solidity": 0.28, "fgcolor": colours.text, "bgcolor": colours.grid}
        look = {"fillpattern": pattern, "line": {"color": colours.neutral, "width": 0.8}}
    said = theme.shown(flows.say(flow, gathered.parties, language), language)
    return dict(
        type="scatter", x=x, y=y, mode="lines", fill="toself", hoveron="fills", text=said, hoverinfo="text", **look
    )


def _arc(
    place: int, outline: ribbons.Outline, gathered: Flows, paint: Sequence[str], language: Language, colours: Palette
) -> dict[str, Any]:
    said = theme.shown(_said_party(gathered, place, language), language)
    line = {"color": colours.background, "width": 0.5}
    drawn = {"mode": "lines", "fill": "toself", "fillcolor": paint[place], "line": line}
    return dict(type="scatter", x=outline[0], y=outline[1], hoveron="fills", text=said, hoverinfo="text", **drawn)


def _said_party(gathered: Flows, place: int, language: Language) -> str:
    party = gathered.parties[place]
    counts = {name: phrases.number(getattr(party, name)) for name in ("sent", "received", "mutual")}
    return f"<b>{party.name}</b><br>{phrases.text('sent_received', language, **counts)}"


def _leaders(layout: Layout, colours: Palette) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for place in ribbons.places(layout.groups, _SPACING):
        x += [place.from_x, place.x, None]
        y += [place.from_y, place.y, None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": colours.muted, "width": 0.7},
        "hoverinfo": "skip",
    }


def _labels(gathered: Flows, layout: Layout, language: Language, colours: Palette) -> dict[str, Any]:
    places = ribbons.places(layout.groups, _SPACING)
    return {
        "type": "scatter",
        "x": [place.x for place in places],
        "y": [place.y for place in places],
        "mode": "text",
        "text": [theme.shown(theme.clipped(party.name, _LONGEST), language) for party in gathered.parties],
        "textposition": ["middle right" if place.right else "middle left" for place in places],
        "textfont": {"color": colours.text, "size": theme.SIZE},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _clickable(
    gathered: Flows, layout: Layout, drawn: Sequence[tuple[Flow, Chord]], language: Language
) -> dict[str, Any]:
    """Lay invisible marks along ribbons and arcs: plotly reports clicks on marks, not on filled outlines."""
    marks: list[tuple[float, float, list[str | None], str]] = []
    for place, (flow, chord) in enumerate(drawn):
        points = _MANY_POINTS if place < _LARGEST else _FEW_POINTS
        data: list[str | None] = [gathered.parties[flow.sender].value, gathered.parties[flow.recipient].value]
        said = flows.say(flow, gathered.parties, language)
        marks += [(x, y, data, said) for x, y in zip(*ribbons.middle(chord, points), strict=True)]
    for place, arc in enumerate(layout.groups):
        named, said = [gathered.parties[place].value, None], _said_party(gathered, place, language)
        marks += [(x, y, named, said) for x, y in zip(*ribbons.along(arc), strict=True)]
    return {
        "type": "scatter",
        "x": theme.packed([mark[0] for mark in marks]),
        "y": theme.packed([mark[1] for mark in marks]),
        "customdata": theme.packed([mark[2] for mark in marks]),
        "hovertext": theme.packed([theme.shown(mark[3], language) for mark in marks]),
        "mode": "markers",
        "marker": {"size": 12, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "hoverinfo": "text",
    }
