"""Draw totals of communications by calendar unit: the overview of a timeline, and its lanes when there are too many.

From the bottom up: what happened (filled), what was intended (hollow), what was struck (crossed), and in pale what is
dated too loosely to stand in one unit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from explore import phrases
from explore.charts import bins as units
from explore.charts import theme
from explore.charts.bins import Bins, Dated, Weights
from explore.charts.marks import GROUPS
from explore.charts.theme import Palette
from explore.contacts import Codes
from explore.phrases import Language

_DAY = 86_400_000  # milliseconds
_FILL = (1.0, 0.0, 0.0, 0.3)
_PATTERNS = ("", "", "x", "")
_SMALLEST = 0.01  # of a communication: smaller shares are rounding


@dataclass(frozen=True)
class Totals:
    """Hold the counts, by lane, layer (the three groups, then the loosely dated) and unit."""

    layers: Weights
    bins: Bins

    @property
    def heights(self) -> Weights:
        """Return the height of the whole column, by lane and unit."""
        summed: Weights = self.layers.sum(axis=1)
        return summed


def add_up(days: Dated, group: Codes, lane_of: Codes, n_lanes: int, bins: Bins) -> Totals:
    """Count communications by lane, group and unit."""
    n = len(GROUPS)
    within, spread = units.count(days, lane_of * n + group, n_lanes * n, bins)
    shape = (n_lanes, n, len(bins))
    loose = spread.reshape(shape).sum(axis=1, keepdims=True)
    return Totals(np.concatenate([within.reshape(shape), loose], axis=1), bins)


def traces(
    totals: Totals,
    base: Sequence[float],
    scale: Sequence[float],
    colours_of_lanes: Sequence[str],
    values: Sequence[str | None],
    *,
    yaxis: str,
    language: Language,
    colours: Palette,
) -> Iterator[go.Bar]:
    """Draw one trace a layer. Lane k stands on *base* and *scale* gives its height of one communication."""
    names = [totals.bins.name(place, language) for place in range(len(totals.bins))]
    periods = [totals.bins.period(place) for place in range(len(totals.bins))]
    below = np.concatenate([np.zeros_like(totals.layers[:, :1]), np.cumsum(totals.layers, axis=1)[:, :-1]], axis=1)
    for layer in range(totals.layers.shape[1]):
        lanes, places = (found.tolist() for found in np.nonzero(totals.layers[:, layer] > _SMALLEST))
        if not lanes:
            continue
        pairs = list(zip(lanes, places, strict=True))
        yield go.Bar(
            x=[_middle(periods[place]) for place in places],
            width=[_width(periods[place]) for place in places],
            y=[round(float(totals.layers[lane, layer, place]) * scale[lane], 2) for lane, place in pairs],
            base=[round(base[lane] + float(below[lane, layer, place]) * scale[lane], 2) for lane, place in pairs],
            marker=_look(layer, [colours_of_lanes[lane] for lane in lanes]),
            customdata=[_data(periods[place], values[lane]) for lane, place in pairs],
            hovertext=[theme.shown(_told(totals, lane, place, names, language), language) for lane, place in pairs],
            hoverinfo="text",
            yaxis=yaxis,
            showlegend=False,
        )


def _look(layer: int, hues: list[str]) -> dict[str, Any]:
    fill = [theme.faded(hue, _FILL[layer]) for hue in hues]
    pattern = {"shape": "x", "fgcolor": hues, "size": 5, "solidity": 0.3} if _PATTERNS[layer] else None
    return {"color": fill, "line": {"color": hues, "width": 0.8 if 0 < layer < len(GROUPS) else 0}, "pattern": pattern}


def _data(period: tuple[dt.date, dt.date], value: str | None) -> list[str]:
    dates = [day.isoformat() for day in period]
    return dates if value is None else [*dates, value]


def _told(totals: Totals, lane: int, place: int, names: Sequence[str], language: Language) -> str:
    """Say how many communications a column holds: "ديسمبر 2018: 12 رسالة …"."""
    counts = totals.layers[lane, :, place]
    colon, comma = phrases.text("colon", language), phrases.text("comma", language)
    parts = [
        f"{phrases.number(float(n))} {phrases.word('group', name, language)}"
        for name, n in zip(GROUPS, counts, strict=False)
        if n
    ]
    if counts[-1] > _SMALLEST:
        parts.append(phrases.text("spread", language, n=phrases.number(round(float(counts[-1]), 1))))
    return f"<b>{names[place]}</b><br>{comma.join(parts)}" if parts else f"<b>{names[place]}</b>{colon}0"


def _middle(period: tuple[dt.date, dt.date]) -> str:
    first, last = (dt.datetime.combine(day, dt.time()) for day in period)
    middle = first + (last - first + dt.timedelta(days=1)) / 2
    return middle.isoformat(sep=" ", timespec="minutes")


def _width(period: tuple[dt.date, dt.date]) -> int:
    return round(((period[1] - period[0]).days + 1) * _DAY * 0.9)
