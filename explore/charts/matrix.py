"""Draw the flows of the chord diagram as a matrix, senders in rows and recipients in columns: the same data and clicks.

Beyond about fifteen parties a matrix reads better than a circle. The depth of a cell grows with the logarithm of its
count, so that one busy pair does not blank out all others; the count itself stands in the cell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from explore import phrases
from explore.charts import blocks, flows, theme
from explore.charts.flows import Flow, Flows
from explore.charts.parties import By
from explore.charts.theme import Palette
from explore.phrases import Language

LIMIT = 18  # parties that are named: more cells would overlap on a usual screen
_CELL, _AROUND, _EMPTY = 30, 150, 260
_LONGEST = 24  # letters of a label
_SLANT = 130  # pixels
_LETTER = 5.6  # pixels of a letter of a label
_PALEST = 0.12
_INKS = ("#000000", "#ffffff")  # on any ground, one of these two has a contrast of 4.5:1


def figure(
    events: pd.DataFrame,
    *,
    language: Language,
    by: By = "person",
    ranking: Sequence[str] | None = None,
    dark: bool = False,
) -> go.Figure:
    """Draw the communications in *events* as a matrix; what is mutual stands in both of its cells."""
    colours = theme.palette(dark=dark)
    gathered = blocks.arranged(flows.gather(events, by, language, ranking, LIMIT))
    if not gathered.flows:
        title, hint = (phrases.text(key, language) for key in ("nothing", "nothing_hint"))
        hidden = {"visible": False, "fixedrange": True}
        shared = {"annotations": theme.nothing(title, hint, language, colours), "xaxis": hidden, "yaxis": hidden}
        return theme.figure([], theme.layout(language, colours, _EMPTY) | shared)
    return theme.figure([_cells(gathered, language, colours)], _layout(gathered, language, colours))


def _cells(gathered: Flows, language: Language, colours: Palette) -> go.Scatter:
    """Draw the cells as square marks: a click on a heat map does not reach the page."""
    cells: dict[tuple[int, int], list[Flow]] = {}
    for flow in gathered.flows:
        cells.setdefault((flow.sender, flow.recipient), []).append(flow)
        if flow.mutual and flow.sender != flow.recipient:
            cells.setdefault((flow.recipient, flow.sender), []).append(flow)
    counts = [sum(flow.n for flow in found) for found in cells.values()]
    depths = [_PALEST + (1 - _PALEST) * math.log1p(n) / math.log1p(max(counts)) for n in counts]
    values = [party.value for party in gathered.parties]
    said = ["<br>".join(flows.say(flow, gathered.parties, language) for flow in found) for found in cells.values()]
    return go.Scatter(
        x=[recipient for _, recipient in cells],
        y=[sender for sender, _ in cells],
        mode="markers+text",
        text=[phrases.number(n) for n in counts],
        textfont={"color": [_ink(_shade(depth, colours)) for depth in depths], "size": theme.SIZE - 2},
        marker={"symbol": "square", "size": _CELL - 3, "color": [_shade(depth, colours) for depth in depths]},
        customdata=[[values[sender], values[recipient]] for sender, recipient in cells],
        hovertext=[theme.shown(line, language) for line in said],
        hoverinfo="text",
        cliponaxis=False,
    )


def _shade(depth: float, colours: Palette) -> str:
    """Mix the accent into the background, so that the contrast of the text on it is known."""
    ground, accent = (_parts(colour) for colour in (colours.background, colours.accent))
    mixed = (round(low + (high - low) * depth) for low, high in zip(ground, accent, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _ink(shade: str) -> str:
    """Return black or white, whichever contrasts more with a cell of this *shade*."""
    return max(_INKS, key=lambda ink: theme.contrast(ink, shade))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _layout(gathered: Flows, language: Language, colours: Palette) -> dict[str, Any]:
    n = len(gathered.parties)
    right = language == "ar"
    labels = [theme.shown(theme.clipped(party.name, _LONGEST), language) for party in gathered.parties]
    axis = {
        "tickvals": list(range(n)),
        "ticktext": labels,
        "fixedrange": True,
        "zeroline": False,
        "gridcolor": colours.grid,
        "tickfont": {"color": colours.text},
        "automargin": True,
    }
    titles = (theme.shown(phrases.text(key, language), language) for key in ("recipient_axis", "sender_axis"))
    across, down = ({"text": f"<b>{title}</b>", "font": {"color": colours.muted}} for title in titles)
    columns = [n - 0.5, -0.5] if right else [-0.5, n - 0.5]
    beside = max(len(theme.clipped(party.name, _LONGEST)) for party in gathered.parties) * _LETTER
    return theme.layout(language, colours, n * _CELL + _AROUND) | {
        "xaxis": axis | {"range": columns, "side": "top", "tickangle": 45 if right else -45, "title": across},
        "yaxis": axis | {"range": [n - 0.5, -0.5], "side": "right" if right else "left", "title": down},
        # Slanting labels reach beyond the last column; plotly leaves out those that do not fit.
        "margin": {"l": _SLANT if right else 16, "r": 16 if right else _SLANT, "t": 16, "b": 16},
        "hovermode": "closest",
        "dragmode": False,
        "meta": {"least": round(n * _CELL + _SLANT + beside)},  # pixels of width: cells would overlap in less
    }
