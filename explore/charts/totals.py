"""Draw totals of communications by calendar unit: the overview of a timeline, and its lanes when there are too many.

From the bottom up: what happened (filled), what was intended (dotted), what was struck (crossed), and in pale what is
dated too loosely to stand in one unit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from explore import phrases
from explore.charts import bins as units
from explore.charts import symbols, theme
from explore.charts.bins import Bins, Placed, Weights
from explore.charts.symbols import GROUPS
from explore.contacts import Codes
from explore.phrases import Language

_DAY = 86_400_000  # milliseconds
LOOSE = "loose"
LAYERS = (*GROUPS, LOOSE)
_SMALLEST = 0.001  # of a communication: smaller shares are rounding


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


def add_up(placed: Placed, group: Codes, lane_of: Codes, n_lanes: int, bins: Bins) -> Totals:
    """Count communications by lane, group and unit."""
    n = len(GROUPS)
    within, spread = units.count(placed, lane_of * n + group, (n_lanes * n, len(bins)))
    shape = (n_lanes, n, len(bins))
    loose = spread.reshape(shape).sum(axis=1, keepdims=True)
    return Totals(np.concatenate([within.reshape(shape), loose], axis=1), bins)


@dataclass(frozen=True)
class Column:
    """Say where the columns of one lane stand: on ``base``, one communication ``scale`` high, coloured ``hue``.

    ``value`` is what a click on the lane selects; None where there is but one lane.
    """

    base: float
    scale: float
    hue: str
    value: str | None = None


def traces(totals: Totals, columns: Sequence[Column], *, yaxis: str, language: Language) -> Iterator[dict[str, Any]]:
    """Draw one trace for each lane and layer that has anything in it."""
    found = np.flatnonzero((totals.layers > _SMALLEST).any(axis=(0, 1))).tolist()
    named = {place: _named(totals.bins, place, language) for place in found}
    for lane, column in enumerate(columns):
        for layer in range(len(LAYERS)):
            places = np.flatnonzero(totals.layers[lane, layer] > _SMALLEST).tolist()
            if places:
                drawn = _bars(totals, lane, layer, places, column, [named[place] for place in places])
                yield drawn | {"hovertemplate": _template(layer, language), "yaxis": yaxis}


@dataclass(frozen=True, slots=True)
class _Named:
    """Hold how a calendar unit is written: once, for it stands in every lane and layer."""

    name: str
    middle: str
    first: str
    last: str


def _named(bins: Bins, place: int, language: Language) -> _Named:
    first, last = bins.period(place)
    return _Named(bins.name(place, language), _middle(first, last), first.isoformat(), last.isoformat())


def _bars(
    totals: Totals, lane: int, layer: int, places: Sequence[int], column: Column, named: Sequence[_Named]
) -> dict[str, Any]:
    layers = totals.layers[lane]
    counts = layers[layer, places]
    below = layers[:layer, places].sum(axis=0) * column.scale + column.base
    return {
        "type": "bar",
        "x": theme.packed([unit.middle for unit in named]),
        "width": round(float(np.median(np.diff(totals.bins.edges))) * _DAY * 0.9),
        "y": (counts * column.scale).astype(np.float32),
        "base": below.astype(np.float32),
        "marker": symbols.box(0, column.hue) if LAYERS[layer] == LOOSE else symbols.column(layer, column.hue),
        "customdata": theme.packed(
            [
                [unit.first, unit.last, column.value or "", phrases.number(round(n, 1))]
                for unit, n in zip(named, counts.tolist(), strict=True)
            ]
        ),
        "text": theme.packed([unit.name for unit in named]),
        "textposition": "none",
        "showlegend": False,
    }


def _template(layer: int, language: Language) -> str:
    """Say under the pointer: the unit, and how many of this layer."""
    name = LAYERS[layer]
    said = phrases.text("spread", language) if name == LOOSE else phrases.word("group", name, language)
    return theme.shown(f"<b>%{{text}}</b><br>%{{customdata[3]}} {said}", language) + "<extra></extra>"


def _middle(first: dt.date, last: dt.date) -> str:
    middle = dt.datetime.combine(first, dt.time()) + (last - first + dt.timedelta(days=1)) / 2
    return middle.date().isoformat() if middle.hour == 0 else middle.isoformat(sep=" ", timespec="minutes")
