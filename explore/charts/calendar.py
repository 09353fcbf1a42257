"""Draw communications on a grid of years and days of the year: greetings that return every year stand in a column.

What is known to some days or a month is a span in the row of its year; what is known to a year or longer says nothing
of the day, and is counted below. A day or span has the look of the surest that fell on it: filled if anything happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from explore import phrases
from explore.charts import bins, days, marks, symbols, theme
from explore.charts.bins import Days
from explore.charts.days import Grid, Shared
from explore.contacts import Codes
from explore.phrases import Language

_ROW, _ABOVE, _BELOW, _EMPTY = 34, 58, 40, 240  # pixels
_MONTHS = 26  # pixels between the plot and what stands above the names of months
_ASIDE = 10  # days left free before and after the year, for the largest mark on its first and last day
_SMALLEST, _LARGEST = 8.0, 26.0  # pixels of a mark
_SHARE = 0.55  # of a row that a pale span takes
_MANY = 3  # communications of one day are told one by one up to here
_FULL = 400  # days, or spans of days, beyond which a mark only says how many: telling each would slow the page


def figure(events: pd.DataFrame, *, language: Language, dark: bool = False) -> go.Figure:
    """Draw the communications in *events*; clicks mean what they mean in ``explore.charts.timeline``."""
    grid = days.grid(events, language, theme.palette(dark=dark))
    if grid.charted.empty:
        return _nothing(grid)
    return theme.figure([*_spans(grid), *_marks(grid), *_key(grid)], _layout(grid))


def _marks(grid: Grid) -> Iterator[dict[str, Any]]:
    """Draw one mark for each day that is known exactly, the larger the more fell on it."""
    shared = grid.single
    counts = shared.counts
    growth = np.sqrt(counts / max(1, counts.max(initial=1))) * (counts > 1)
    size = (_SMALLEST + (_LARGEST - _SMALLEST) * growth).astype(np.float32)
    said = _told(grid, shared)
    for group in range(len(symbols.GROUPS)):
        # What is small lies on what is large.
        places = np.flatnonzero(shared.group == group)
        places = places[np.argsort(-size[places], kind="stable")]
        if len(places):
            look = symbols.mark(group, grid.colours.accent, size[places], grid.colours.background)
            yield {"type": "scatter", "mode": "markers", "marker": look} | _placed(grid, shared, places, said)


def _placed(grid: Grid, shared: Shared, places: Codes, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return where marks stand, what a click on them opens, and what they say."""
    first = shared.ends[places, 0]
    ids = grid.charted.iloc[shared.first_rows[places]][["event_id", "article_id"]].astype("object").to_numpy()
    return {
        "x": days.of_year(first).astype(np.float32),
        "y": days.years(first).astype(np.float32),
        "customdata": theme.packed(
            [_leads(n, ends, own) for n, ends, own in zip(shared.counts[places], shared.ends[places], ids, strict=True)]
        ),
        "showlegend": False,
    } | {name: value[places] if isinstance(value, np.ndarray) else value for name, value in said.items()}


def _leads(n: int, ends: Days, own: Any) -> list[str]:
    """Return what a click opens: the event of a day that has but one, else the days."""
    return [str(part) for part in own] if n == 1 else [bins.date(day).isoformat() for day in ends.tolist()]


def _told(grid: Grid, shared: Shared) -> dict[str, Any]:
    """Say under the pointer what fell on some days, in few letters if there are many of them."""
    return _numbers(grid, shared) if len(shared.rows) > _FULL else _stories(grid, shared)


def _numbers(grid: Grid, shared: Shared) -> dict[str, Any]:
    """Say how many fell on some days."""
    colon = phrases.text("colon", grid.language)
    named = (phrases.period(bins.date(one), bins.date(other), grid.language) for one, other in shared.ends.tolist())
    said = [f"{period}{colon}{phrases.number(n)}" for period, n in zip(named, shared.counts.tolist(), strict=True)]
    return {"text": theme.packed(said), "hovertemplate": theme.shown("%{text}", grid.language) + "<extra></extra>"}


def _stories(grid: Grid, shared: Shared) -> dict[str, Any]:
    """Say what fell on some days."""
    said = [_story(grid, ends, rows) for ends, rows in zip(shared.ends.tolist(), shared.rows, strict=True)]
    return {"hovertext": theme.packed(said), "hoverinfo": "text"}


def _story(grid: Grid, ends: Sequence[int], rows: Codes) -> str:
    first, last = (bins.date(day) for day in ends)
    lines = [f"<b>{phrases.period(first, last, grid.language)}</b>"]
    if len(rows) > _MANY:
        lines += [phrases.counted("contact", len(rows), grid.language), _statuses(grid, rows)]
    else:
        lines += marks.briefly(grid.charted.iloc[rows], grid.language)
    return theme.shown("<br>".join(lines), grid.language)


def _statuses(grid: Grid, rows: Codes) -> str:
    """Say how many have which status: "3 happened, 1 planned or wished"."""
    counts = np.bincount(grid.group[rows], minlength=len(symbols.GROUPS)).tolist()
    said = [
        f"{phrases.number(n)} {phrases.word('group', name, grid.language)}"
        for name, n in zip(symbols.GROUPS, counts, strict=True)
        if n
    ]
    return phrases.text("comma", grid.language).join(said)


def _spans(grid: Grid) -> Iterator[dict[str, Any]]:
    """Draw what is known to some days or a month, all spans of the same days as one."""
    shared = grid.spread
    said = _told(grid, shared)
    for group in range(len(symbols.GROUPS)):
        places = np.flatnonzero(shared.group == group)
        if len(places):
            placed = _placed(grid, shared, places, said)
            first, last = shared.ends[places].T
            yield placed | {
                "type": "bar",
                "orientation": "h",
                "base": placed["x"] - np.float32(0.5),
                "x": (last - first + 1).astype(np.float32),
                "width": _SHARE,
                "marker": symbols.box(group, grid.colours.accent),
                "textposition": "none",
            }


def _key(grid: Grid) -> Iterator[dict[str, Any]]:
    """Explain marks and spans, as far as there are any."""
    hue, ground = grid.colours.accent, grid.colours.background
    groups, marked = set(grid.spread.group.tolist()), bool(grid.single.rows)
    yield from symbols.key(grid.language, hue, ground, marks=marked, boxes=groups - {0}, loose=0 in groups)
    most = int(grid.single.counts.max(initial=0))
    if most > 1:
        yield symbols.sizes(most, grid.language, hue, ground)


def _layout(grid: Grid) -> dict[str, Any]:
    years = days.years(grid.first)
    low, high = int(years.min()), int(years.max())
    right = grid.language == "ar"
    inner = min(_ROW, 900 // (high - low + 1)) * (high - low + 1)
    inner = max(_EMPTY - _ABOVE - _BELOW, inner)
    layout, note = theme.layout(grid.language, grid.colours, inner + _ABOVE + _BELOW), _note(grid)
    return layout | {
        "xaxis": _month_axis(grid),
        "yaxis": _year_axis(grid, low, high),
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0,
        "barmode": "overlay",
        "showlegend": True,
        "legend": layout["legend"] | {"y": 1 + _MONTHS / inner},
        "annotations": [theme.footnote(note, grid.language, grid.colours, below=8)] if note else [],
        "margin": {"l": 16 if right else 52, "r": 52 if right else 16, "t": _ABOVE, "b": _BELOW},
    }


def _month_axis(grid: Grid) -> dict[str, Any]:
    starts = [*days.STARTS, 366]
    names = [theme.shown(phrases.month(month, grid.language, short=True), grid.language) for month in range(1, 13)]
    return {
        **_plain(grid),
        "range": [-_ASIDE, 366 + _ASIDE],
        "tickvals": [(one + other) / 2 for one, other in pairwise(starts)],
        "ticktext": names,
        "showgrid": False,
        "minor": {"tickvals": starts, "showgrid": True, "gridcolor": grid.colours.grid},
        "side": "top",
    }


def _year_axis(grid: Grid, low: int, high: int) -> dict[str, Any]:
    shown = list(range(high, low - 1, -max(1, (high - low + 1) // 24)))
    return {
        **_plain(grid),
        "range": [low - 0.6, high + 0.6],
        "tickvals": shown,
        "ticktext": [phrases.year(year) for year in shown],
        "gridcolor": grid.colours.grid,
        "side": "right" if grid.language == "ar" else "left",
        "tickfont": {"color": grid.colours.text},
    }


def _plain(grid: Grid) -> dict[str, Any]:
    return {"fixedrange": True, "zeroline": False, "color": grid.colours.muted, "ticks": ""}


def _note(grid: Grid) -> str:
    """Say how many have no place on the grid."""
    if not grid.left_out:
        return ""
    return phrases.text("unplaced", grid.language, n=phrases.number(grid.left_out))


def _nothing(grid: Grid) -> go.Figure:
    """Draw the months alone, and say that and why nothing stands on them."""
    title = phrases.text("nothing_placed" if grid.left_out else "nothing", grid.language)
    hint = _note(grid) or phrases.text("nothing_hint", grid.language)
    said = theme.nothing(title, hint, grid.language, grid.colours)
    layout = theme.layout(grid.language, grid.colours, _EMPTY)
    axes = {"xaxis": _month_axis(grid), "yaxis": {"visible": False, "fixedrange": True}}
    return theme.figure([], layout | axes | {"annotations": said, "margin": layout["margin"] | {"t": 30}})
