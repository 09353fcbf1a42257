"""Put charts on the page: one drawing for each, that is changed when its figure changes.

Streamlit's own chart is taken down with every change, and built anew, twice over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component

from explore.app import scripts
from explore.app.packing import Packed
from explore.charts import theme

_SCRIPT = scripts.read("unpack", "told", "drawing", "circle", "chord", "lanes", "timeline", "plot", "chart")
_chart = st.components.v2.component("barqiya.chart", js=_SCRIPT, isolate_styles=False)


def ready() -> None:
    """Let the server hand out what draws charts."""
    _plotly()


def draw(
    name: str,
    figure: Packed,
    *,
    alt: str,
    failed: str,
    on_clicked: Callable[[list[Any]], None],
    on_brushed: Callable[[list[str]], None],
) -> None:
    """Draw the chart of this *name*, *alt* in words; *failed* is said if the browser cannot draw.

    A click gives the custom data of a mark, a brush the two ends of a stretch.
    """
    key = f"figure-{name}"
    config = theme.CONFIG | {"responsive": False}  # its box may change when the window does not
    parts = {"plotly": _plotly(), **figure, "config": config, "alt": alt, "failed": failed}

    def told(what: str, then: Callable[[Any], None]) -> None:
        if (value := st.session_state[key][what]) is not None:
            then(value)

    with st.container(key=f"in-{key}"):
        _chart(
            key=key,
            data=_written(parts),
            on_clicked_change=lambda: told("clicked", on_clicked),
            on_brushed_change=lambda: told("brushed", on_brushed),
        )


def _written(parts: Mapping[str, Any]) -> bytes:
    """Write *parts* as JSON. Streamlit would write every Arabic letter in six bytes."""
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


@st.cache_resource(show_spinner=False)
def _plotly() -> str:
    """Let the server hand out plotly.js from where plotly is installed, and return its address.

    Streamlit takes this down in a run alone, so it is asked for in the first one.
    """
    served = declare_component("plotly", path=str(resources.files("plotly") / "package_data"))
    return f"component/{served.name}/plotly.min.js"
