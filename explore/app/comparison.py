"""Set the network beside that of another period: same parties, same colours, and a communication as wide in both."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping

import streamlit as st

from explore import filters, phrases
from explore.app import figures, memory, parts, periods, sidebar, state
from explore.app.figures import Drawn
from explore.app.packing import pack
from explore.app.periods import Period
from explore.app.state import View
from explore.charts import chord

_BEFORE = "before"


def offer(view: View) -> None:
    """Offer the periods to compare with: the years, and the time before the dates that are set."""
    offered = dict(memory.of_library(view, "periods", lambda view: periods.presets(view.library.whole.charted)))
    chosen, against = view.place.selection, view.place.against
    if before := periods.before(chosen.first, chosen.last):
        offered = {_BEFORE: before, **offered}
    if against is not None and against not in offered.values():
        offered[phrases.period(*against, view.language)] = against
    key = "widget.against"
    state.let_show(key, None if against is None else periods.named(offered, *against), in_words=True)
    st.selectbox(
        view.say("network.against"),
        list(offered),
        format_func=lambda name: view.say("network.before") if name == _BEFORE else sidebar.period_name(view, name),
        placeholder=view.say("network.against_nothing"),
        key=key,
        width=280,
        on_change=lambda: _set(offered, st.session_state[key]),
    )


def _set(offered: Mapping[str, Period], name: str | None) -> None:
    state.go(against=None if name is None else offered[name])


def show(view: View, against: Period) -> None:
    """Draw the network of the filters, and beside it that of the same filters in the period *against*."""
    other = _in(view, against)
    for side, name, shown, beside in zip(
        st.columns(2), ("network", "against"), (view, other), (other, view), strict=True
    ):
        with side:
            _show(name, shown, beside)
    parts.note(view.say("network.key_compare"))


def _in(view: View, period: Period) -> View:
    """Look at the same in another period."""
    selection = dataclasses.replace(view.place.selection, first=period[0], last=period[1])
    place = dataclasses.replace(view.place, selection=selection, against=None)
    shown = memory.once(
        dataclasses.replace(view, place=place), "shown", lambda view: filters.apply(view.library.tables, selection)
    )
    return dataclasses.replace(view, place=place, shown=shown)


def _show(name: str, view: View, beside: View) -> None:
    drawn = memory.once(view, f"network beside {_dates(beside)}", lambda view: _draw(view, beside))
    named = phrases.period(*_dates(view), view.language) or view.say("network.whole")
    st.html(f'<h2 class="beside"><bdi>{named}</bdi></h2>')
    parts.note(phrases.counted("contact", view.shown.n, view.language))
    figures.show_chart(view, name, drawn, figures.on_network)
    parts.twin(view, name, figures.rows_of_network)


def _dates(view: View) -> tuple[dt.date | None, dt.date | None]:
    return view.place.selection.first, view.place.selection.last


def _draw(view: View, beside: View) -> Drawn:
    figure = chord.figure(
        view.charted,
        language=view.language,
        by=view.place.by,
        ranking=figures.ranking(view),
        dark=view.dark,
        beside=beside.charted,
    )
    told = chord.describe(view.charted, language=view.language, by=view.place.by)
    return Drawn(pack(figure), told)
