"""Draw the charts, and turn what is clicked in them into another place."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from explore.app import chart, memory, parts, state
from explore.app.packing import Packed, pack
from explore.app.place import Place
from explore.app.state import View
from explore.charts import calendar, chord, matrix, pulse, timeline

TO_ARTICLE = "to_article"
# Where a click on points (their custom data) or a brushed stretch leads from a place.
Follow = Callable[[Place, Sequence[Sequence[Any]], Sequence[str] | None], Place]


class Drawn(NamedTuple):
    """Hold a chart, and what it shows in words."""

    figure: Packed
    description: str


def show_timeline(view: View) -> None:
    """Draw the timeline; a mark opens its evidence, a bar or a brushed stretch sets the dates."""
    grid = view.place.layout == "calendar"
    name = "calendar" if grid else "timeline"
    drawn = memory.once(view, name, _calendar if grid else _timeline)
    show_chart(view, name, drawn, on_timeline)
    _open_evidence()
    parts.note(view.say("timeline.key_calendar" if grid else "timeline.key"))
    parts.twin(view, "timeline", lambda view: timeline.rows(view.charted, language=view.language))


def show_network(view: View) -> None:
    """Draw who sent to whom as a chord diagram, a matrix or, asked for or when they are few, as sentences."""
    by, form = view.place.by, view.place.form
    few = form == "chord" and view.shown.n < chord.FEW
    if few:
        parts.note(view.say("network.few"))
    if few or form == "list":
        parts.sentences(chord.sentences(view.charted, language=view.language, by=by))
    if form == "list":
        return
    drawn = memory.once(view, form, _network)
    show_chart(view, form, drawn, on_network)
    parts.note(view.say("network.key" if form == "chord" else "network.key_matrix"))
    parts.twin(view, "network", rows_of_network)


def rows_of_network(view: View) -> pd.DataFrame:
    """Return the network as a table."""
    return chord.rows(view.charted, language=view.language, by=view.place.by)


def _calendar(view: View) -> Drawn:
    charted, language = view.charted, view.language
    figure = calendar.figure(charted, language=language, dark=view.dark)
    return Drawn(pack(figure), timeline.describe(charted, language=language))


def show_pulse(view: View) -> None:
    """Draw how many communications each month or year saw; a bar or a brushed stretch sets the dates."""
    show_chart(view, "pulse", memory.once(view, "pulse", _pulse), on_timeline)


def _pulse(view: View) -> Drawn:
    charted, language = view.charted, view.language
    figure = pulse.figure(charted, language=language, dates=_asked(view), dark=view.dark)
    return Drawn(pack(figure), timeline.describe(charted, language=language))


def show_lanes(view: View, charted: pd.DataFrame) -> None:
    """Draw the timeline of part of a view, by channel, as ``show_timeline`` does."""
    drawn = memory.once(view, "lanes", lambda view: _lanes(view, charted))
    show_chart(view, "lanes", drawn, on_timeline)
    _open_evidence()
    parts.twin(view, "lanes", lambda view: timeline.rows(charted, language=view.language))


def _lanes(view: View, charted: pd.DataFrame) -> Drawn:
    language = view.language
    figure = timeline.figure(charted, language=language, dates=_asked(view), dark=view.dark)
    return Drawn(pack(figure), timeline.describe(charted, language=language))


def _open_evidence() -> None:
    """Go to the article whose mark was clicked, if one was."""
    if st.session_state.pop(TO_ARTICLE, False):
        st.switch_page("pages/articles.py")


def _asked(view: View) -> tuple[dt.date | None, dt.date | None] | None:
    """Return the dates asked for, if any are."""
    asked = (view.place.selection.first, view.place.selection.last)
    return None if asked == (None, None) else asked


def _timeline(view: View) -> Drawn:
    charted, language, place = view.charted, view.language, view.place
    figure = timeline.figure(charted, language=language, lanes=place.lanes, dates=_asked(view), dark=view.dark)
    return Drawn(pack(figure), timeline.describe(charted, language=language))


def _network(view: View) -> Drawn:
    charted, language, by = view.charted, view.language, view.place.by
    module = chord if view.place.form == "chord" else matrix
    figure = module.figure(charted, language=language, by=by, ranking=ranking(view), dark=view.dark)
    return Drawn(pack(figure), chord.describe(charted, language=language, by=by))


def ranking(view: View) -> tuple[str, ...]:
    """Order the parties of the whole corpus, whatever is filtered: arcs keep their place and colour."""
    by = view.place.by
    return memory.of_library(view, f"ranking {by}", lambda view: chord.ranking(view.library.whole.charted, by))


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


def show_chart(view: View, name: str, drawn: Drawn, follow: Follow) -> None:
    """Show the chart of this *name*; what is clicked or brushed in it leads where *follow* says."""
    chart.draw(
        name,
        drawn.figure,
        alt=drawn.description,
        failed=view.say("state.no_plotly"),
        on_clicked=partial(_clicked, follow),
        on_brushed=lambda stretch: state.put(follow(state.here(), [], stretch)),
    )


def _clicked(follow: Follow, mark: Sequence[Any]) -> None:
    before = state.here()
    after = follow(before, [mark], None)
    state.put(after)
    st.session_state[TO_ARTICLE] = after.event is not None and after != before
