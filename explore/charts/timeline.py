"""Draw when communications took place: an overview by calendar unit above lanes of single marks.

Above some number of marks the lanes show totals, and the chart says so. A frame of events or of ``tables.charted``
does; the latter is quicker.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from explore import phrases
from explore.charts import bins, frame, marks, scene, symbols, theme
from explore.charts.lanes import LanesBy
from explore.charts.scene import Asked, Scene
from explore.phrases import Language

MOST_MARKS = 1500  # beyond this, and where lanes would be too high, lanes show totals
# Pixels from row to row: the largest at which the lanes are not too high. In smaller marks the cross cannot be seen.
_PITCHES = (13.0, 11.5, 10.0)
_HIGHEST = 760  # pixels of all lanes
_LANE = 30  # least pixels of a lane
_TOTAL_LANE = 46  # pixels of a lane of totals


@dataclass(frozen=True, slots=True)
class Mark:
    """Name the event whose mark was clicked."""

    event_id: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Period:
    """Name the calendar unit whose column was clicked, and the value of its lane."""

    first: dt.date
    last: dt.date
    lane: str | None = None


def figure(
    events: pd.DataFrame,
    *,
    language: Language,
    lanes: LanesBy = "channel",
    dates: Asked | None = None,
    dark: bool = False,
) -> go.Figure:
    """Draw the communications in *events*; *dates* are those asked for, an open end being None."""
    drawn = scene.scene(events, language, lanes, dates, theme.palette(dark=dark))
    if not drawn.shown.any():
        return frame.empty(drawn)
    entries = drawn.shown[drawn.lanes.rows]
    stacked = _stacked(drawn, entries)
    heights = [_TOTAL_LANE] * len(drawn.lanes.labels) if stacked is None else _heights(*stacked)
    floors = [float(sum(heights[k + 1 :])) for k in range(len(heights))]
    colourful = lanes != "channel" and stacked is not None
    parts = (
        frame.lane_totals(drawn, floors, _TOTAL_LANE) if stacked is None else _marks(drawn, entries, *stacked, floors)
    )
    legend = frame.legend(drawn, drawn.colours.text, marks=stacked is not None, channels=colourful)
    layout = frame.layout(drawn, heights, floors, added_up=stacked is None, channels=colourful)
    return theme.figure([*frame.overview(drawn), *parts, *legend], layout)


def describe(events: pd.DataFrame, *, language: Language) -> str:
    """Say in words what the timeline shows: its text alternative."""
    drawn = scene.scene(events, language, "channel", None, theme.LIGHT)
    comma = phrases.text("comma", language)
    if drawn.charted.empty:
        return phrases.text("nothing", language)
    sizes = drawn.lanes.sizes().tolist()
    parts = comma.join(phrases.counted(value, n, language) for value, n in zip(drawn.lanes.values, sizes, strict=True))
    known = drawn.days.known
    period = phrases.text("no_dates", language)
    if known.any():
        ends = (drawn.days.first[known].min(), drawn.days.last[known].max())
        period = phrases.period(bins.date(ends[0]), bins.date(ends[1]), language)
    count = phrases.counted("contact", len(drawn.charted), language)
    return phrases.text("timeline_alt", language, count=count, period=period, parts=parts)


def rows(events: pd.DataFrame, *, language: Language, dates: Asked | None = None) -> pd.DataFrame:
    """Return the overview as a table: one row a calendar unit that is not empty."""
    drawn = scene.scene(events, language, "channel", dates, theme.LIGHT)
    layers = drawn.overall.layers[0]
    filled = np.flatnonzero(layers.sum(axis=0))
    periods = [drawn.bins.period(int(place)) for place in filled]
    table: dict[str, Any] = {
        "period": [drawn.bins.name(int(place), language) for place in filled],
        "first": [period[0] for period in periods],
        "last": [period[1] for period in periods],
    }
    names = (*symbols.GROUPS, "imprecise")
    return pd.DataFrame(table | {name: layers[k][filled] for k, name in enumerate(names)})


def clicked(customdata: Sequence[Any]) -> Mark | Period | None:
    """Read what a click means: the event of a mark, or the unit (and lane) of a column."""
    given = [str(value) for value in customdata]
    if len(given) < 2:
        return None
    try:
        first, last = (dt.date.fromisoformat(value) for value in given[:2])
    except ValueError:
        return Mark(given[0], given[1])
    return Period(first, last, given[2] if len(given) > 2 and given[2] else None)


def brushed(box: Sequence[str]) -> tuple[dt.date, dt.date]:
    """Turn the two ends of a brushed box into whole days, the earlier first.

    >>> brushed(["2019-03-02 07:12:11.5", "2018-12-30"])
    (datetime.date(2018, 12, 30), datetime.date(2019, 3, 2))
    """
    days = sorted(dt.date.fromisoformat(str(end)[:10]) for end in box)
    return days[0], days[-1]


def _stacked(drawn: Scene, entries: np.ndarray) -> tuple[marks.Stack, float] | None:
    """Stack single marks at the largest pitch that fits; None if there are too many."""
    if np.count_nonzero(entries) > MOST_MARKS:
        return None
    for pitch in _PITCHES:
        stacked = marks.stack(drawn.lanes, drawn.days, drawn.last - drawn.first + 1, pitch, entries)
        if sum(_heights(stacked, pitch)) <= _HIGHEST:
            return stacked, pitch
    return None


def _heights(stacked: marks.Stack, pitch: float) -> list[float]:
    return [max(_LANE, depth * pitch + 12) for depth in stacked.depth.tolist()]


def _marks(
    drawn: Scene, entries: np.ndarray, stacked: marks.Stack, pitch: float, floors: Sequence[float]
) -> list[dict[str, Any]]:
    y = np.asarray(floors)[drawn.lanes.lane_of] + 6 + (stacked.row + 0.5) * pitch
    drawing = marks.Drawing(
        drawn.charted, drawn.lanes, drawn.days, drawn.group, y, entries, pitch - 2, drawn.language, drawn.colours
    )
    return list(marks.traces(drawing, drawn.bins))
