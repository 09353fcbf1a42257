"""Say how charts look when they leave the screen: which one, in what shape and size, on light or dark ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Chart = Literal["timeline", "calendar", "chord", "matrix"]
Ratio = Literal["16:9", "4:3", "1:1"]
CHARTS: tuple[Chart, ...] = get_args(Chart)
# What reports print: days of the year repeat what their timeline says.
REPORTED: tuple[Chart, ...] = ("timeline", "chord", "matrix")
# Pixels at scale 1.
SIZES: Mapping[Ratio, tuple[int, int]] = {"16:9": (1280, 720), "4:3": (1120, 840), "1:1": (1000, 1000)}


@dataclass(frozen=True)
class Look:
    """Hold what a reader may choose of a picture; ``scale`` makes the pixels of a PNG more, the others have none."""

    chart: Chart = "timeline"
    ratio: Ratio = "16:9"
    scale: float = 2.0
    dark: bool = False


def chart_of(page: str, query: Mapping[str, Sequence[str]]) -> Chart:
    """Return the chart that a page of the dashboard shows at an address, the timeline where it shows none.

    >>> chart_of("network", {"form": ["matrix"]}), chart_of("events", {})
    ('matrix', 'timeline')
    """
    asked = {name: query.get(name, ("",))[-1] for name in ("form", "layout", "chart")}
    if page == "network":
        return "matrix" if asked["form"] == "matrix" else "chord"
    if page == "present":
        return next((chart for chart in CHARTS if chart == asked["chart"]), CHARTS[0])
    return "calendar" if page == "timeline" and asked["layout"] == "calendar" else "timeline"


def page_of(chart: Chart) -> str:
    """Return the page that shows *chart* alone."""
    return "timeline" if chart in ("timeline", "calendar") else "network"
