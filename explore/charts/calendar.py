"""Draw communications on a grid of years and days of the year: greetings that return every year stand in a column.

What is known to some days or a month is a pale span in the row of its year; what is known to a year or longer says
nothing of the day, and is counted below.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from explore import phrases, tables
from explore.charts import bins, marks, theme
from explore.charts.bins import Days
from explore.charts.theme import Palette
from explore.contacts import Codes
from explore.phrases import Language

_LEAP = 2000  # days of the year are laid out as those of a leap year, so that 1 March stands where it does every year
_LONGEST = 31  # days; what is known less exactly has no place on the grid
_ROW, _AROUND, _EMPTY = 34, 84, 240  # pixels
_SMALLEST, _LARGEST = 8.0, 26.0  # pixels of a mark
_SHARE = 0.55  # of a row that a pale span takes
_PALE = 0.28
_MANY = 3  # communications of one day are told one by one up to here
_FULL = 400  # days beyond which a mark only says how many: telling each would slow the page


@dataclass(frozen=True)
class Grid:
    """Hold the communications that have a place: year and day of both ends, and the rows of the frame."""

    charted: pd.DataFrame
    first: Days
    last: Days
    left_out: int
    language: Language
    colours: Palette

    def days(self, n: Days) -> Codes:
        """Return the day of the year of each of *n*, from 0, as in a leap year."""
        months = n.astype("datetime64[D]").astype("datetime64[M]")
        in_month = (n.astype("datetime64[D]") - months).astype(np.int64)
        starts = np.array([dt.date(_LEAP, month, 1).timetuple().tm_yday - 1 for month in range(1, 13)])
        of_year: Codes = starts[months.astype(np.int64) % 12] + in_month
        return of_year

    def years(self, n: Days) -> Codes:
        """Return the year of each of *n*."""
        years: Codes = n.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        return years


def figure(events: pd.DataFrame, *, language: Language, dark: bool = False) -> go.Figure:
    """Draw the communications in *events*; clicks mean what they mean in ``explore.charts.timeline``."""
    grid = _grid(events, language, theme.palette(dark=dark))
    if grid.charted.empty:
        return _nothing(grid)
    return theme.figure([*_spans(grid), _marks(grid)], _layout(grid))


def _grid(events: pd.DataFrame, language: Language, colours: Palette) -> Grid:
    charted = tables.charted(events)
    days = bins.dated(charted)
    kept = np.flatnonzero(days.known & (days.last - days.first < _LONGEST))
    return Grid(charted.iloc[kept], days.first[kept], days.last[kept], len(charted) - len(kept), language, colours)


def _marks(grid: Grid) -> dict[str, Any]:
    """Draw one mark for each day that is known exactly, the larger the more fell on it."""
    exact = np.flatnonzero(grid.first == grid.last)
    found, first_of, counts = np.unique(grid.first[exact], return_index=True, return_counts=True)
    order = np.argsort(grid.first[exact], kind="stable")
    groups = np.split(exact[order], np.cumsum(counts)[:-1]) if len(found) else []
    growth = np.sqrt(counts / max(1, counts.max(initial=1)))
    crowded = len(found) > _FULL
    singles = grid.charted.iloc[exact[first_of]]
    ids = singles[["event_id", "article_id"]].astype("object").to_numpy()
    return {
        "type": "scatter",
        "mode": "markers",
        "x": grid.days(found).astype(np.float32),
        "y": grid.years(found).astype(np.float32),
        "marker": {
            "size": (_SMALLEST + (_LARGEST - _SMALLEST) * growth * (counts > 1)).astype(np.float32),
            "color": theme.faded(grid.colours.accent, 0.75),
            "line": {"width": 1, "color": grid.colours.background},
        },
        "customdata": theme.packed([_leads(n, day, own) for n, day, own in zip(counts, found, ids, strict=True)]),
        **(_numbers(grid, found, counts) if crowded else _stories(grid, found, groups)),
        "showlegend": False,
    }


def _leads(n: int, day: int, own: Any) -> list[str]:
    """Return what a click opens: the event of a day that has but one, else the day."""
    date = bins.date(day).isoformat()
    return [str(own[0]), str(own[1])] if n == 1 else [date, date]


def _numbers(grid: Grid, found: Days, counts: Codes) -> dict[str, Any]:
    """Say under the pointer how many fell on a day, in few letters: there are many days."""
    colon = phrases.text("colon", grid.language)
    days = (phrases.day(bins.date(day), grid.language) for day in found.tolist())
    said = [f"{day}{colon}{phrases.number(n)}" for day, n in zip(days, counts.tolist(), strict=True)]
    return {"text": theme.packed(said), "hovertemplate": theme.shown("%{text}", grid.language) + "<extra></extra>"}


def _stories(grid: Grid, found: Days, groups: Sequence[Codes]) -> dict[str, Any]:
    """Say under the pointer what fell on a day."""
    said = [_story(grid, day, rows) for day, rows in zip(found.tolist(), groups, strict=True)]
    return {"hovertext": theme.packed(said), "hoverinfo": "text"}


def _story(grid: Grid, day: int, rows: Codes) -> str:
    lines = [f"<b>{phrases.day(bins.date(day), grid.language)}</b>"]
    if len(rows) > _MANY:
        lines.append(phrases.counted("contact", len(rows), grid.language))
    else:
        lines += [said.split("<br>")[0] for said in marks.told(grid.charted.iloc[rows], grid.language)]
    return theme.shown("<br>".join(lines), grid.language)


def _spans(grid: Grid) -> Iterator[dict[str, Any]]:
    """Draw what is known to some days or a month, all spans of the same days as one."""
    loose = np.flatnonzero(grid.first != grid.last)
    if not len(loose):
        return
    ends = np.stack([grid.first[loose], grid.last[loose]], axis=1)
    found, first_of, counts = np.unique(ends, axis=0, return_index=True, return_counts=True)
    begin, year = grid.days(found[:, 0]), grid.years(found[:, 0])
    long = found[:, 1] - found[:, 0] + 1
    frame = grid.charted.iloc[loose[first_of]]
    ids = frame[["event_id", "article_id"]].astype("object").to_numpy()
    periods = [phrases.period(bins.date(one), bins.date(other), grid.language) for one, other in found.tolist()]
    said = [
        f"<b>{period}</b><br>{phrases.counted('contact', int(n), grid.language)}"
        for period, n in zip(periods, counts, strict=True)
    ]
    yield {
        "type": "bar",
        "orientation": "h",
        "base": (begin - 0.5).astype(np.float32),
        "x": long.astype(np.float32),
        "y": year.astype(np.float32),
        "width": _SHARE,
        "marker": {"color": theme.faded(grid.colours.accent, _PALE), "line": {"width": 0}},
        "customdata": theme.packed(
            [
                [str(own[0]), str(own[1])] if n == 1 else [bins.date(d).isoformat() for d in days]
                for own, days, n in zip(ids, found.tolist(), counts, strict=True)
            ]
        ),
        "hovertext": theme.packed([theme.shown(line, grid.language) for line in said]),
        "hoverinfo": "text",
        "textposition": "none",
        "showlegend": False,
    }


def _layout(grid: Grid) -> dict[str, Any]:
    years = grid.years(grid.first)
    low, high = int(years.min()), int(years.max())
    right = grid.language == "ar"
    starts = [dt.date(_LEAP, month, 1).timetuple().tm_yday - 1 for month in range(1, 13)] + [366]
    step = max(1, (high - low + 1) // 24)
    shown = list(range(high, low - 1, -step))
    shared = {"fixedrange": True, "zeroline": False, "color": grid.colours.muted, "ticks": ""}
    names = [theme.shown(phrases.month(month, grid.language, short=True), grid.language) for month in range(1, 13)]
    months = {
        "range": [-4, 370],
        "tickvals": [(one + other) / 2 for one, other in pairwise(starts)],
        "ticktext": names,
        "showgrid": False,
        "minor": {"tickvals": starts, "showgrid": True, "gridcolor": grid.colours.grid},
        "side": "top",
    }
    rows = {
        "range": [low - 0.6, high + 0.6],
        "tickvals": shown,
        "ticktext": [phrases.year(year) for year in shown],
        "gridcolor": grid.colours.grid,
        "side": "right" if right else "left",
        "tickfont": {"color": grid.colours.text},
    }
    height = min(_ROW, 900 // (high - low + 1)) * (high - low + 1) + _AROUND
    note = _note(grid)
    return theme.layout(grid.language, grid.colours, max(_EMPTY, height)) | {
        "xaxis": shared | months,
        "yaxis": shared | rows,
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0,
        "barmode": "overlay",
        "annotations": [theme.footnote(note, grid.language, grid.colours, below=8)] if note else [],
        "margin": {"l": 16 if right else 52, "r": 52 if right else 16, "t": 30, "b": 40},
    }


def _note(grid: Grid) -> str:
    """Say how many have no place on the grid."""
    if not grid.left_out:
        return ""
    return phrases.text("unplaced", grid.language, n=phrases.number(grid.left_out))


def _nothing(grid: Grid) -> go.Figure:
    title, hint = phrases.text("nothing", grid.language), phrases.text("nothing_hint", grid.language)
    hidden = {"visible": False, "fixedrange": True}
    said = theme.nothing(title, _note(grid) or hint, grid.language, grid.colours)
    layout = theme.layout(grid.language, grid.colours, _EMPTY)
    return theme.figure([], layout | {"annotations": said, "xaxis": hidden, "yaxis": hidden})
