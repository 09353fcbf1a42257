"""Draw the charts, and turn what is clicked in them into another place."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from importlib import resources
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from explore.app import parts, state
from explore.app.place import Place, write
from explore.app.state import View
from explore.charts import chord, matrix, theme, timeline

TO_ARTICLE = "to_article"
# Where a click on points (their custom data) or a brushed stretch leads from a place.
Follow = Callable[[Place, Sequence[Sequence[Any]], Sequence[str] | None], Place]

_SCRIPT = resources.files("explore.app").joinpath("clicks.js").read_text(encoding="utf-8")
_clicks = st.components.v2.component("barqiya.clicks", js=_SCRIPT, isolate_styles=False)


def show_timeline(view: View) -> None:
    """Draw the timeline; a mark opens its evidence, a bar or a brushed stretch sets the dates."""
    selection = view.place.selection
    dates = None if selection.first is None and selection.last is None else (selection.first, selection.last)
    figure = timeline.figure(view.events, language=view.language, lanes=view.place.lanes, dates=dates, dark=view.dark)
    _draw(view, figure, timeline.describe(view.events, language=view.language), on_timeline, brushed=True)
    if st.session_state.pop(TO_ARTICLE, False):
        st.switch_page("pages/articles.py")
    parts.note(view.say("timeline.key"))
    parts.twin(view, timeline.rows(view.events, language=view.language))


def show_network(view: View) -> None:
    """Draw who sent to whom as a chord diagram, a matrix or, asked for or when they are few, as sentences."""
    by, form = view.place.by, view.place.form
    listed = chord.sentences(view.events, language=view.language, by=by)
    if form == "list":
        parts.sentences(listed)
        return
    if form == "chord" and view.shown.n < chord.FEW:
        parts.note(view.say("network.few"))
        parts.sentences(listed)
    module = chord if form == "chord" else matrix
    ranking = chord.ranking(view.library.tables.events, by)
    figure = module.figure(view.events, language=view.language, by=by, ranking=ranking, dark=view.dark)
    _draw(view, figure, chord.describe(view.events, language=view.language, by=by), on_network, brushed=False)
    parts.note(view.say("network.key" if form == "chord" else "network.key_matrix"))
    parts.twin(view, chord.rows(view.events, language=view.language, by=by))


def on_timeline(place: Place, points: Sequence[Sequence[Any]], box: Sequence[str] | None) -> Place:
    """Return where a click on *points* (their custom data) or a brushed *box* leads."""
    clicked = timeline.clicked(points[0]) if points else None
    if box is not None:
        first, last = timeline.brushed(box)
    elif isinstance(clicked, timeline.Mark):
        return dataclasses.replace(place, article=clicked.article_id, event=clicked.event_id)
    elif isinstance(clicked, timeline.Period):
        first, last = clicked.first, clicked.last
    else:
        return place
    return dataclasses.replace(place, selection=dataclasses.replace(place.selection, first=first, last=last))


def on_network(place: Place, points: Sequence[Sequence[Any]], box: Sequence[str] | None) -> Place:
    """Return where a click on an arc or ribbon leads: the filter of its party or pair, or without it if it was set."""
    clicked = chord.clicked(points[0]) if points else None
    selection = place.selection
    if isinstance(clicked, chord.Pair):
        selection = selection.toggle_pair(clicked.sender, clicked.recipient, by=place.by)
    elif isinstance(clicked, chord.Actor):
        selection = selection.toggle(place.by, clicked.value)
    return dataclasses.replace(place, selection=selection)


def _draw(view: View, figure: go.Figure, description: str, follow: Follow, *, brushed: bool) -> None:
    """Draw *figure*. Its key changes with the place, so what was clicked is forgotten when the chart changes."""
    key = f"figure-{zlib.crc32(str(write(view.place)).encode())}"
    with st.container(key=f"in-{key}"):
        st.plotly_chart(
            figure,
            width="stretch",
            theme=None,
            config=theme.CONFIG,
            key=key,
            alt=description,
            on_select=partial(_brushed, key, follow) if brushed else "ignore",
            selection_mode=("box",),
        )
    clicked = f"clicks-{key}"
    _clicks(key=clicked, data={"chart": f"st-key-in-{key}"}, on_clicked_change=partial(_clicked, clicked, follow))


def _brushed(key: str, follow: Follow) -> None:
    for box in st.session_state[key].selection.box:
        state.put(follow(state.here(), [], tuple(box["x"])))


def _clicked(key: str, follow: Follow) -> None:
    before = state.here()
    after = follow(before, [st.session_state[key].clicked], None)
    state.put(after)
    st.session_state[TO_ARTICLE] = after.event is not None and after != before
