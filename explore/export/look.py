"""Say how charts look when they leave the screen: which one, in what shape and size, on light or dark ground."""

from __future__ import annotations

from collections.abc import Mapping
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
