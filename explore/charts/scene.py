"""Hold what all parts of one timeline share: its communications, their days, lanes and calendar units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import tables
from explore.charts import bins, lanes, marks, totals
from explore.charts.bins import Bins, Dated, Placed
from explore.charts.lanes import Lanes, LanesBy
from explore.charts.theme import Palette
from explore.charts.totals import Totals
from explore.contacts import Codes
from explore.phrases import Language

Asked = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Scene:
    """Hold the parts; ``group`` is the group of status of every row, ``shown`` whether it has a date on the axis."""

    charted: pd.DataFrame
    days: Dated
    group: Codes
    lanes: Lanes
    bins: Bins
    first: int
    last: int
    language: Language
    colours: Palette
    shown: npt.NDArray[np.bool_]

    @cached_property
    def overall(self) -> Totals:
        """Add up all lanes, each communication once."""
        group = self.group[self.placed.rows]
        return totals.add_up(self.placed, group, np.zeros_like(group), 1, self.bins)

    @cached_property
    def placed(self) -> Placed:
        """Find the calendar units of all communications."""
        return bins.place(self.days, self.bins)


def scene(events: pd.DataFrame, language: Language, by: LanesBy, asked: Asked | None, colours: Palette) -> Scene:
    """Work out the scene of *events*, with lanes by *by* and the dates *asked* for."""
    charted = tables.charted(events)
    days = bins.dated(charted)
    first, last = bins.window(days, asked)
    shown = days.known & (days.last >= first) & (days.first <= last)
    sorted_lanes = lanes.sort(charted, by, language)
    units, group = bins.cut(first, last), marks.groups(charted)
    return Scene(charted, days, group, sorted_lanes, units, first, last, language, colours, shown)


def by_lane(scene: Scene) -> Totals:
    """Add up *scene* lane by lane."""
    whole = scene.placed
    at = np.full(len(scene.charted), -1, dtype=np.int64)
    at[whole.rows] = np.arange(len(whole.rows))
    entries = at[scene.lanes.rows]
    lane_of, entries = scene.lanes.lane_of[entries >= 0], entries[entries >= 0]
    placed = whole.take(entries)
    return totals.add_up(placed, scene.group[placed.rows], lane_of, len(scene.lanes.labels), scene.bins)
