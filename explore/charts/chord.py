"""Draw who communicated with whom as a directed chord diagram: people or countries on a circle, ribbons between them.

A ribbon has the colour of its sender and a point at its recipient; what is mutual is hatched and has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from explore import phrases, tables
from explore.charts import circle, flows, parties, theme
from explore.charts.clicks import Actor, Pair, clicked
from explore.charts.flows import Flows
from explore.charts.parties import By
from explore.charts.theme import Palette
from explore.model import Status
from explore.phrases import Language

__all__ = ["FEW", "Actor", "Pair", "clicked", "describe", "figure", "ranking", "rows", "sentences"]

FEW = 5  # below this many communications a list of sentences says more than a circle
_EMPTY_HEIGHT = 260
_NEAR = 4  # pixels from a hairline where it still says what it is


def figure(
    events: pd.DataFrame,
    *,
    language: Language,
    by: By = "person",
    ranking: Sequence[str] | None = None,
    dark: bool = False,
    beside: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw the communications in *events* between people or countries.

    *ranking*, from the whole corpus, keeps order and colours the same whatever is filtered. The communications in
    *beside* are drawn in another diagram: both name the same parties in the same colours, and in both a communication
    takes the same angle.
    """
    colours = theme.palette(dark=dark)
    frames = [events] if beside is None else [events, beside]
    named = flows.busiest(frames, by)
    diagrams = [flows.gather(frame, by, language, ranking, among=named) for frame in frames]
    gathered, room = diagrams[0], circle.WIDE if beside is None else circle.NARROW
    if not gathered.flows:
        return _empty(room, language, colours)
    shared = circle.scale(diagrams, ranking, colours)
    traces = circle.traces(gathered, shared, room, language, colours)
    return theme.figure(traces, _layout(gathered, room, language, colours))


def describe(events: pd.DataFrame, *, language: Language, by: By = "person") -> str:
    """Say in words what the diagram shows: its text alternative."""
    gathered = flows.gather(events, by, language)
    if not gathered.flows:
        return phrases.text("nothing", language)
    largest = sorted(gathered.flows, key=lambda flow: -flow.n)[:3]
    said = phrases.text("semicolon", language).join(flows.say(flow, gathered.parties, language) for flow in largest)
    count = phrases.counted("contact", gathered.total, language)
    present = int(np.count_nonzero(parties.sides(tables.charted(events), by).totals()))
    among = phrases.counted("party", present, language)
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


def _layout(gathered: Flows, room: circle.Room, language: Language, colours: Palette) -> dict[str, Any]:
    layout = theme.layout(language, colours, room.height) | _axes(room)
    layout |= {"hovermode": "closest", "hoverdistance": _NEAR, "dragmode": False}
    said = phrases.text("chord_key", language)
    if gathered.apart:
        said += f"<br>{phrases.text('apart', language, n=phrases.number(gathered.apart))}"
    margin = {"l": 16, "r": 16, "t": 8, "b": 20 + 18 * (said.count("<br>") + 1)}
    return layout | {"annotations": [theme.footnote(said, language, colours)], "margin": margin}


def _axes(room: circle.Room) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True}
    return {
        "xaxis": axis | {"range": [-room.reach_x, room.reach_x]},
        "yaxis": axis | {"range": [-room.reach_y, room.reach_y], "scaleanchor": "x"},
    }


def _empty(room: circle.Room, language: Language, colours: Palette) -> go.Figure:
    title, hint = (phrases.text(key, language) for key in ("nothing", "nothing_hint"))
    said = theme.nothing(title, hint, language, colours)
    return theme.figure([], theme.layout(language, colours, _EMPTY_HEIGHT) | _axes(room) | {"annotations": said})
