"""Draw single communications on the lanes of a timeline: one mark each, stacked where they meet.

What is known only to a month or a year is a box over all of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import phrases
from explore.charts import symbols, theme
from explore.charts.bins import Bins, Dated, date
from explore.charts.lanes import Lanes
from explore.charts.theme import Palette
from explore.contacts import Codes, codes
from explore.model import Status
from explore.phrases import Language

Values = npt.NDArray[np.object_]

GROUP_OF = {
    Status.HAPPENED: 0,
    Status.PLANNED: 1,
    Status.WISHED: 1,
    Status.CANCELLED: 2,
    Status.DENIED: 2,
}
_PLOT_WIDTH = 820  # pixels of a plot on a usual screen, to tell which marks would meet
_DAY = 86_400_000  # milliseconds


@dataclass(frozen=True)
class Stack:
    """Hold the row of every entry within its lane, from the bottom, and how many rows each lane needs."""

    row: Codes
    depth: Codes


def groups(charted: pd.DataFrame) -> Codes:
    """Return the group of every row: happened, intended or struck."""
    table = np.array([GROUP_OF[status] for status in Status], dtype=np.int64)
    return table[codes(charted["status"])]


def stack(lanes: Lanes, days: Dated, span: int, pitch: float, kept: np.ndarray) -> Stack:
    """Give every entry *kept* the lowest free row of its lane; spans of days stand above single days."""
    width = span * pitch / _PLOT_WIDTH
    row, depth = np.zeros(len(lanes.rows), dtype=np.int64), np.zeros(len(lanes.labels), dtype=np.int64)
    first, last = days.first[lanes.rows], days.last[lanes.rows]
    for lane in range(len(lanes.labels)):
        inside = np.flatnonzero((lanes.lane_of == lane) & kept)
        for among in (inside[first[inside] == last[inside]], inside[first[inside] != last[inside]]):
            ordered = among[np.argsort(first[among], kind="stable")]
            ends = np.maximum(last[ordered] + 1, first[ordered] + width)
            rows = _rows(first[ordered].tolist(), ends.tolist())
            row[ordered] = depth[lane] + np.asarray(rows, dtype=np.int64)
            depth[lane] += max(rows, default=-1) + 1
    return Stack(row, depth)


def _rows(starts: Sequence[float], ends: Sequence[float]) -> list[int]:
    """Give rising intervals the lowest rows in which they do not meet."""
    rows, free, busy = [], list[int](), list[tuple[float, int]]()
    for start, end in zip(starts, ends, strict=True):
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        row = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (end, row))
        rows.append(row)
    return rows


@dataclass(frozen=True)
class Drawing:
    """Hold all that the traces of single marks need; ``y`` is the height of every entry of the lanes."""

    charted: pd.DataFrame
    lanes: Lanes
    days: Dated
    group: Codes
    y: np.ndarray
    kept: np.ndarray
    size: float
    language: Language
    colours: Palette

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return what is kept, in the order of the entries: columns are read once for all traces."""
        frame: pd.DataFrame = self.charted.iloc[self.lanes.rows[self.kept]]
        return frame

    @cached_property
    def said(self) -> Values:
        """Return what every entry kept says under the pointer."""
        said = [theme.shown(words, self.language) for words in told(self.frame, self.language)]
        return self._by_entry(np.asarray(said, dtype=object))

    @cached_property
    def ids(self) -> Values:
        """Return which event, of which article, a click on every entry kept opens."""
        return self._by_entry(self.frame[["event_id", "article_id"]].astype("object").to_numpy())

    @cached_property
    def hues(self) -> Values:
        """Return the colour of every entry kept."""
        hues = [self.colours.channels[str(channel)] for channel in self.frame["channel"]]
        return self._by_entry(np.asarray(hues, dtype=object))

    def _by_entry(self, values: Values) -> Values:
        entries = np.empty((len(self.kept), *values.shape[1:]), dtype=object)
        entries[self.kept] = values
        return entries


def traces(drawing: Drawing, bins: Bins) -> Iterator[dict[str, Any]]:
    """Draw pale bars first, then marks: one trace a group of status."""
    rows = drawing.lanes.rows
    single = drawing.days.first[rows] == drawing.days.last[rows]
    for group in range(len(symbols.GROUPS)):
        of_group = drawing.kept & (drawing.group[rows] == group)
        if (vague := np.flatnonzero(of_group & ~single)).size:
            yield _bars(drawing, vague, group, bins)
    for group in range(len(symbols.GROUPS)):
        of_group = drawing.kept & (drawing.group[rows] == group)
        if (exact := np.flatnonzero(of_group & single)).size:
            yield _marks(drawing, exact, group)


def _marks(drawing: Drawing, entries: Codes, group: int) -> dict[str, Any]:
    x = [_noon(n) for n in drawing.days.first[drawing.lanes.rows[entries]].tolist()]
    y = drawing.y[entries].round(1).tolist()
    marker = symbols.mark(group, drawing.hues[entries].tolist(), drawing.size, drawing.colours.background)
    shared = {"type": "scatter", "x": x, "y": y, "mode": "markers", "yaxis": "y2", "marker": marker}
    return shared | _told(drawing, entries)


def _bars(drawing: Drawing, entries: Codes, group: int, bins: Bins) -> dict[str, Any]:
    rows = drawing.lanes.rows[entries]
    first = np.maximum(drawing.days.first[rows], bins.edges[0])
    last = np.minimum(drawing.days.last[rows], bins.edges[-1] - 1)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [date(n).isoformat() for n in first.tolist()],
        "x": ((last - first + 1) * _DAY).tolist(),
        "y": drawing.y[entries].round(1).tolist(),
        "width": drawing.size * 0.8,
        "marker": symbols.box(group, drawing.hues[entries].tolist()),
        "yaxis": "y2",
    } | _told(drawing, entries)


def _told(drawing: Drawing, entries: Codes) -> dict[str, Any]:
    """Return what a mark says under the pointer and which event a click opens."""
    return {
        "hovertext": drawing.said[entries],
        "hoverinfo": "text",
        "customdata": drawing.ids[entries],
        "showlegend": False,
    }


def told(frame: pd.DataFrame, language: Language) -> Iterator[str]:
    """Say each communication of *frame*: who, what, whether it happened, when."""
    comma = phrases.text("comma", language)
    days = zip(frame["date_start"], frame["date_end"], strict=True)
    for (who, what), (first, last) in zip(_said(frame, language), days, strict=True):
        when = [] if pd.isna(first) else [phrases.period(first.date(), last.date(), language)]
        yield f"<b>{who}</b><br>{comma.join([*what, *when])}"


def briefly(frame: pd.DataFrame, language: Language) -> Iterator[str]:
    """Say each communication of *frame* in one line: who, what, whether it happened."""
    comma, colon = (phrases.text(mark, language) for mark in ("comma", "colon"))
    return (f"{who}{colon}{comma.join(what)}" for who, what in _said(frame, language))


def _said(frame: pd.DataFrame, language: Language) -> Iterator[tuple[str, list[str]]]:
    """Say between whom each communication was, and its channel and status."""
    other = "en" if language == "ar" else "ar"
    sides = ("sender", "recipient")
    names = [frame[f"{side}_name_{language}"].astype("object") for side in sides]
    names = [own.fillna(frame[f"{side}_name_{other}"].astype("object")) for own, side in zip(names, sides, strict=True)]
    rest = (frame[name] for name in ("mutual", "channel", "status"))
    for sender, recipient, mutual, channel, status in zip(*names, *rest, strict=True):
        named = recipient if isinstance(recipient, str) else None
        who = phrases.sides(sender, named, language, mutual=mutual)
        yield who, [phrases.word("channel", channel, language), phrases.status(status, channel, language)]


def _noon(n: int) -> str:
    return f"{date(n).isoformat()} 12:00"
