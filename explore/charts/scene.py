"""Hold what all parts of one timeline share: its communications, their days, lanes and calendar units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import tables
from explore.charts import bins, lanes, marks, totals
from explore.charts.bins import Bins, Dated
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


def scene(events: pd.DataFrame, language: Language, by: LanesBy, asked: Asked | None, colours: Palette) -> Scene:
    """Work out the scene of *events*, with lanes by *by* and the dates *asked* for."""
    charted = tables.charted(events)
    days = bins.dated(charted)
    first, last = bins.window(days, asked)
    shown = days.known & (days.last >= first) & (days.first <= last)
    sorted_lanes = lanes.sort(charted, by, language)
    units, group = bins.cut(first, last), marks.groups(charted)
    return Scene(charted, days, group, sorted_lanes, units, first, last, language, colours, shown)


def overall(scene: Scene) -> Totals:
    """Add up all lanes of *scene*, each communication once."""
    return totals.add_up(scene.days, scene.group, np.zeros_like(scene.group), 1, scene.bins)


def by_lane(scene: Scene) -> Totals:
    """Add up *scene* lane by lane."""
    days, rows = scene.days, scene.lanes.rows
    entries = Dated(days.first[rows], days.last[rows], days.known[rows])
    return totals.add_up(entries, scene.group[rows], scene.lanes.lane_of, len(scene.lanes.labels), scene.bins)
