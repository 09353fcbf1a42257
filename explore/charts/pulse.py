"""Draw how many communications each calendar unit saw, small: the overview of a timeline by itself."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from explore.charts import frame, scene, theme
from explore.charts.scene import Asked
from explore.phrases import Language

_HEIGHT, _ABOVE, _BELOW = 216, 34, 44


def figure(events: pd.DataFrame, *, language: Language, dates: Asked | None = None, dark: bool = False) -> go.Figure:
    """Draw the communications in *events*; clicks and brushes mean what they mean in ``explore.charts.timeline``."""
    drawn = scene.scene(events, language, "channel", dates, theme.palette(dark=dark))
    if not drawn.shown.any():
        return frame.empty(drawn)
    right = language == "ar"
    shared = {"fixedrange": True, "zeroline": False, "color": drawn.colours.muted}
    counts = {"side": "right" if right else "left", "rangemode": "tozero", "gridcolor": drawn.colours.grid}
    layout = theme.layout(language, drawn.colours, _HEIGHT) | {
        "xaxis": frame.date_axis(drawn) | shared,
        "yaxis": shared | frame.count_ticks(drawn) | counts,
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": "select",
        "selectdirection": "h",
        "margin": {"l": 16 if right else 40, "r": 40 if right else 16, "t": _ABOVE, "b": _BELOW},
        "showlegend": True,
    }
    legend = frame.legend(drawn, drawn.colours.neutral, marks=False)
    return theme.figure([*frame.overview(drawn), *legend], layout)
