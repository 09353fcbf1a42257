"""Draw what stands around the lanes of a timeline: overview, axes, legend, notes, and the chart when it is empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from explore import phrases
from explore.charts import axis, scene, symbols, theme, totals
from explore.charts.scene import Scene
from explore.charts.totals import Column
from explore.model import Channel
from explore.phrases import Language

_OVERVIEW, _GAP = 110, 20  # pixels: the overview, and between it and the lanes
_ABOVE, _LABELS, _NOTE = 34, 40, 18  # pixels: legend, labels of the axis (two lines), one line of notes
_EMPTY = 240
_BESIDE = 0.008  # of the axis is left free at both ends, for marks on its first and last day
_LONGEST = 50  # letters of the label of a lane
_FEW = 4  # lines of the overview beside the lowest
_LETTER = {"ar": 5.6, "en": 7.0}  # pixels of a letter, to leave room for the labels


def overview(drawn: Scene) -> Iterator[dict[str, Any]]:
    """Draw the totals of all lanes, as bars of the calendar unit."""
    columns = [Column(0.0, 1.0, drawn.colours.neutral)]
    return totals.traces(drawn.overall, columns, yaxis="y", language=drawn.language)


def lane_totals(drawn: Scene, floors: Sequence[float], height: float) -> list[dict[str, Any]]:
    """Draw every lane as totals, each to a scale of its own."""
    added = scene.by_lane(drawn)
    highest = np.maximum(added.heights.max(axis=1), 1e-9)
    columns = [
        Column(floor + 3, (height - 8) / most, drawn.colours.channels.get(value, drawn.colours.neutral), value)
        for floor, most, value in zip(floors, highest.tolist(), drawn.lanes.values, strict=True)
    ]
    return list(totals.traces(added, columns, yaxis="y2", language=drawn.language))


def legend(drawn: Scene, hue: str, *, marks: bool, channels: bool = False) -> Iterator[dict[str, Any]]:
    """Explain columns and, if there are any, *marks*; and if asked the colours of *channels*, where lanes name none."""
    loose = bool((drawn.days.first != drawn.days.last)[drawn.shown].any())
    boxes = range(len(symbols.GROUPS))
    yield from symbols.key(drawn.language, hue, drawn.colours.background, marks=marks, boxes=boxes, loose=loose)
    present = set(drawn.charted["channel"].unique()) if channels else set()
    for channel in (channel for channel in Channel if channel in present):
        label = phrases.word("channels", channel, drawn.language)
        look = symbols.column(0, drawn.colours.channels[channel])
        yield symbols.entry(label, drawn.language, look, "legend2")


def layout(
    drawn: Scene, heights: Sequence[float], floors: Sequence[float], *, added_up: bool, channels: bool
) -> dict[str, Any]:
    """Return the layout: overview above, lanes below, one axis of dates under both."""
    lanes_high = sum(heights)
    inner = _OVERVIEW + _GAP + lanes_high
    notes = _notes(drawn, added_up=added_up)
    below = _LABELS + _NOTE * (notes.count("<br>") + 1 if notes else 0) + 8
    labels = _lane_labels(drawn)
    beside = 20 + round(_LETTER[drawn.language] * max(map(len, labels)))
    right = drawn.language == "ar"
    colours = drawn.colours
    shared = {"fixedrange": True, "zeroline": False, "color": colours.muted}
    count_axis = shared | {
        "domain": [(lanes_high + _GAP) / inner, 1],
        "side": "right" if right else "left",
        **count_ticks(drawn),
        "rangemode": "tozero",
        "gridcolor": colours.grid,
    }
    above = 2 * _ABOVE if channels else _ABOVE
    shared_layout = theme.layout(drawn.language, colours, round(inner + above + below))
    legend = shared_layout["legend"]
    return shared_layout | {
        "legend": legend,
        "legend2": legend | {"y": 1 + (_ABOVE - 6) / inner},
        "xaxis": date_axis(drawn) | shared | {"anchor": "y2"},
        "yaxis": count_axis,
        "yaxis2": shared | _lane_axis(drawn, heights, floors, labels) | {"domain": [0, lanes_high / inner]},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": "select",
        "selectdirection": "h",
        "showlegend": True,
        "shapes": [_floor_line(floor, colours.grid) for floor in (*floors, lanes_high)],
        "annotations": [theme.footnote(notes, drawn.language, colours, below=_LABELS)] if notes else [],
        "margin": {"l": 16 if right else beside, "r": beside if right else 16, "t": above, "b": below},
    }


def _lane_axis(
    drawn: Scene, heights: Sequence[float], floors: Sequence[float], labels: Sequence[str]
) -> dict[str, Any]:
    return {
        "range": [0, sum(heights)],
        "side": "right" if drawn.language == "ar" else "left",
        "tickvals": [floor + height / 2 for floor, height in zip(floors, heights, strict=True)],
        "ticktext": [theme.shown(label, drawn.language) for label in labels],
        "tickfont": {"color": drawn.colours.text},
        "showgrid": False,
        "automargin": True,  # in a wider face than that of the screen
    }


def empty(drawn: Scene) -> go.Figure:
    """Draw the axis of dates alone, and say that and why nothing stands on it."""
    language, colours = drawn.language, drawn.colours
    undated = len(drawn.charted)
    title, hint = (phrases.text(key, language) for key in ("nothing", "nothing_hint"))
    if undated:
        title = phrases.text("nothing_placed", language)
        hint = phrases.text("undated", language, n=phrases.number(undated))
    return theme.figure(
        [],
        theme.layout(language, colours, _EMPTY)
        | {
            "xaxis": date_axis(drawn) | {"fixedrange": True, "color": colours.muted},
            "yaxis": {"visible": False, "fixedrange": True},
            "annotations": theme.nothing(title, hint, language, colours),
            "margin": {"l": 16, "r": 16, "t": 16, "b": _LABELS + 8},
        },
    )


def date_axis(drawn: Scene) -> dict[str, Any]:
    """Return the axis of dates."""
    marked = axis.ticks(drawn.first, drawn.last, drawn.language)
    beside = (drawn.last - drawn.first + 1) * _BESIDE
    return {
        "type": "date",
        "range": [_instant(drawn.first - beside), _instant(drawn.last + 1 + beside)],
        "tickvals": [place.isoformat() for place in marked.places],
        "ticktext": [theme.shown(label, drawn.language) for label in marked.labels],
        "ticks": "",
        "showgrid": False,
        "minor": {
            "tickvals": [line.isoformat() for line in marked.lines],
            "showgrid": True,
            "gridcolor": drawn.colours.grid,
        },
    }


def _instant(days: float) -> str:
    moment = dt.datetime(1970, 1, 1) + dt.timedelta(days=days)
    return moment.isoformat(sep=" ", timespec="minutes")


def count_ticks(drawn: Scene) -> dict[str, Any]:
    """Return the ticks of the overview: at most a few round numbers, however small or large the columns are."""
    highest = drawn.overall.heights.max(initial=0)
    step = next(
        factor * 10**power for power in range(19) for factor in (1, 2, 5) if factor * 10**power * _FEW >= highest
    )
    values = list(range(0, int(highest) + 1, step))
    return {"dtick": step, "tickvals": values, "ticktext": [phrases.number(value) for value in values]}


def _lane_labels(drawn: Scene) -> list[str]:
    """Name the lanes, each with what is drawn in it and what has no date."""
    dated, undated = (
        np.bincount(drawn.lanes.lane_of[kept[drawn.lanes.rows]], minlength=len(drawn.lanes.labels)).tolist()
        for kept in (drawn.shown, ~drawn.days.known)
    )
    counts = [_count(*both, drawn.language) for both in zip(dated, undated, strict=True)]
    return [f"{theme.clipped(label, _LONGEST)} · {n}" for label, n in zip(drawn.lanes.labels, counts, strict=True)]


def _count(dated: int, undated: int, language: Language) -> str:
    if not undated:
        return phrases.number(dated)
    numbers = {"dated": phrases.number(dated), "undated": phrases.number(undated)}
    return phrases.text("dated_and_undated" if dated else "all_undated", language, **numbers)


def _notes(drawn: Scene, *, added_up: bool) -> str:
    """Say what the picture does not show by itself: totals instead of marks, and what is not on the axis."""
    language = drawn.language
    undated = int(np.count_nonzero(~drawn.days.known))
    outside = int(np.count_nonzero(drawn.days.known & ~drawn.shown))
    unit = phrases.word("unit", drawn.bins.unit, language)
    said = [phrases.text("added_up", language, unit=unit)] if added_up else []
    said += [phrases.text("undated", language, n=phrases.number(undated))] if undated else []
    said += [phrases.text("outside", language, n=phrases.number(outside))] if outside else []
    return "<br>".join(said)


def _floor_line(floor: float, colour: str) -> dict[str, Any]:
    line = {"color": colour, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y2", "y0": floor, "y1": floor, "line": line}
