"""Draw the arcs, ribbons, labels and places to click of a chord diagram."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explore import phrases
from explore.charts import chord_layout, flows, ribbons, theme
from explore.charts.chord_layout import Chord, Layout
from explore.charts.flows import Flow, Flows
from explore.charts.ribbons import Outline
from explore.charts.theme import Palette
from explore.phrases import Language

_OPACITY = 0.62  # of ribbons; those of the others step back
_PAD = 0.04  # radians between arcs
_WIDEST = 0.22  # radians that one communication takes at most
_LARGEST = 40  # ribbons; the others are hairlines


@dataclass(frozen=True, slots=True)
class Room:
    """Say how much room a diagram has: how far its axes reach, and the distance, length and size of its labels.

    Reach and distance are in radii, the length in letters, size and height in pixels.
    """

    reach_x: float
    reach_y: float
    spacing: float
    longest: int
    size: int
    height: int


WIDE = Room(1.95, 1.2, 0.105, 26, theme.SIZE, 580)
NARROW = Room(1.8, 1.2, 0.14, 15, theme.SIZE - 1, 400)


@dataclass(frozen=True, slots=True)
class Scale:
    """Hold what diagrams beside each other share: the radians that one communication takes at most, and the colours."""

    widest: float
    paint: Mapping[str, str]


# A trace of a ribbon or an arc names its ends in ``meta``, the second of an arc is None: what a click on it means.
Trace = dict[str, Any]


@dataclass(frozen=True)
class _Circle:
    """Hold what all parts of one diagram share; ``drawn`` has the largest flows first."""

    gathered: Flows
    layout: Layout
    drawn: tuple[tuple[Flow, Chord], ...]
    paint: tuple[str, ...]
    room: Room
    language: Language
    colours: Palette


def scale(diagrams: Sequence[Flows], ranked: Sequence[str] | None, colours: Palette) -> Scale:
    """Return the largest scale at which all *diagrams* fit their circles, and a colour for each party of any of them.

    A party has the colour of its rank in *ranked*, or the next one free.
    """
    fitting = [(math.tau - _PAD * len(flows.parties)) / _ends(flows) for flows in diagrams if flows.flows]
    values = dict.fromkeys(party.value for flows in diagrams for party in flows.parties)
    return Scale(min([_WIDEST, *fitting]), _paint(list(values), ranked, colours))


def traces(gathered: Flows, shared: Scale, room: Room, language: Language, colours: Palette) -> list[Trace]:
    """Return the traces of the diagram of *gathered* at the *shared* scale."""
    layout = chord_layout.lay_out(gathered.matrix(), pad_angle=_pad(gathered, shared.widest))
    drawn = tuple(sorted(_chords(gathered, layout), key=lambda pair: -pair[0].n))
    paint = tuple(shared.paint[party.value] for party in gathered.parties)
    circle = _Circle(gathered, layout, drawn, paint, room, language, colours)
    arcs = (_arc(circle, place) for place in range(len(gathered.parties)))
    return [*_ribbons(circle), *arcs, _leaders(circle), _labels(circle)]


def _pad(gathered: Flows, widest: float) -> float:
    """Return the angle between arcs: what is left of the circle where communications do not fill it."""
    return max(_PAD, (math.tau - _ends(gathered) * widest) / len(gathered.parties))


def _ends(gathered: Flows) -> int:
    """Count the ends of all ribbons: each communication takes its share of the circle twice."""
    return 2 * sum(flow.n for flow in gathered.flows)


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


def _paint(values: Sequence[str], ranked: Sequence[str] | None, colours: Palette) -> dict[str, str]:
    """Give every party a colour: by its rank in the corpus, or the next one free; the others are grey."""
    rank = {value: n for n, value in enumerate(ranked or values)}
    free = dict.fromkeys(colours.actors)
    paint = {}
    for value in sorted(values, key=lambda value: (value == "", rank.get(value, len(rank)))):
        wanted = colours.actors[rank.get(value, 0) % len(colours.actors)]
        colour = wanted if wanted in free else next(iter(free), colours.neutral)
        paint[value] = colours.neutral if value == "" else colour
        free.pop(paint[value], None)
    return paint


def _ribbons(circle: _Circle) -> Iterator[Trace]:
    """Lay what is smaller over what is larger, but hairlines below all: they would cross out what they cover."""
    for flow, chord in (*circle.drawn[_LARGEST:], *circle.drawn[:_LARGEST]):
        outline = ribbons.ribbon(chord, mutual=flow.mutual)
        look = _look(circle, flow.sender, mutual=flow.mutual) | {"meta": _sides(circle, flow)}
        yield _filled(outline) | look | _speaking(_said(circle, flow))


def _look(circle: _Circle, sender: int, *, mutual: bool) -> Trace:
    colours, sent = circle.colours, circle.paint[sender]
    if mutual:
        pattern = {"shape": "/", "size": 7, "solidity": 0.28, "fgcolor": colours.text, "bgcolor": colours.grid}
        return {"fillpattern": pattern, "line": {"color": colours.neutral, "width": 0.8}}
    opacity = _OPACITY if circle.gathered.parties[sender].value else _OPACITY / 2
    return {"fillcolor": theme.faded(sent, opacity), "line": {"color": sent, "width": 0.6}}


def _arc(circle: _Circle, place: int) -> Trace:
    said = theme.shown(_said_party(circle, place), circle.language)
    line = {"color": circle.colours.background, "width": 0.5}
    outline = ribbons.sector(circle.layout.groups[place])
    of = {"meta": [circle.gathered.parties[place].value, None]}
    return _filled(outline) | {"fillcolor": circle.paint[place], "line": line} | _speaking(said) | of


def _filled(outline: Outline) -> Trace:
    x, y = (theme.packed(part) for part in outline)
    return {"type": "scatter", "x": x, "y": y, "mode": "lines", "fill": "toself"}


def _speaking(said: str) -> Trace:
    return {"hoveron": "points+fills", "text": said, "hoverinfo": "text"}


def _said_party(circle: _Circle, place: int) -> str:
    party = circle.gathered.parties[place]
    counts = {name: phrases.number(getattr(party, name)) for name in ("sent", "received", "mutual")}
    return f"<b>{party.name}</b><br>{phrases.text('sent_received', circle.language, **counts)}"


def _leaders(circle: _Circle) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for place in ribbons.places(circle.layout.groups, circle.room.spacing):
        x += [place.from_x, place.x, None]
        y += [place.from_y, place.y, None]
    line = {"color": circle.colours.muted, "width": 0.7}
    return {"type": "scatter", "x": x, "y": y, "mode": "lines", "line": line, "hoverinfo": "skip"}


def _labels(circle: _Circle) -> Trace:
    places = ribbons.places(circle.layout.groups, circle.room.spacing)
    names = [theme.clipped(party.name, circle.room.longest) for party in circle.gathered.parties]
    return {
        "type": "scatter",
        "x": [place.x for place in places],
        "y": [place.y for place in places],
        "mode": "text",
        "text": [theme.shown(name, circle.language) for name in names],
        "textposition": ["middle right" if place.right else "middle left" for place in places],
        "textfont": {"color": circle.colours.text, "size": circle.room.size},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _sides(circle: _Circle, flow: Flow) -> list[str]:
    return [circle.gathered.parties[place].value for place in (flow.sender, flow.recipient)]


def _said(circle: _Circle, flow: Flow) -> str:
    return theme.shown(flows.say(flow, circle.gathered.parties, circle.language), circle.language)
