"""Show the charts of a view one after the other in full screen, frozen as they were when they were opened."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

import streamlit as st

from explore import numerals, phrases
from explore.app import links, scripts, state
from explore.app.parts import SNAPSHOT
from explore.app.state import View
from explore.export import meeting
from explore.export.look import page_of
from explore.export.subject import Subject

_KEY = "stage"
_SCRIPT = meeting.script() + scripts.read("stage")
_stage = st.components.v2.component("barqiya.stage", js=_SCRIPT, isolate_styles=False)


@dataclass(frozen=True)
class Snapshot:
    """Hold the stage of a view as it was made: what is read later does not change it."""

    subject: tuple[object, ...]
    html: str


def show(view: View) -> None:
    """Draw the stage over all else."""
    way = dataclasses.replace(
        view.place, language=view.language, chart="timeline", article=None, event=None, party=None
    )
    page = page_of(view.place.chart)
    data = {
        "html": _snapshot(view).html,
        "chart": view.place.chart,
        "ground": "dark" if view.dark else "light",
        "page": page,
        "close": links.address(page, way),
    }
    _stage(key=_KEY, data=data, on_shown_change=_turned)


def _turned() -> None:
    state.go(chart=st.session_state[_KEY].shown)


def _snapshot(view: View) -> Snapshot:
    """Return the snapshot of this view that the session holds, or make it now."""
    place = view.place
    subject = (place.selection, view.language, place.digits, place.by, place.lanes)
    kept: Snapshot | None = st.session_state.get(SNAPSHOT)
    if kept is None or kept.subject != subject:
        with st.spinner(view.say("state.drawing")):
            kept = st.session_state[SNAPSHOT] = Snapshot(subject, _made(view))
    return kept


def _made(view: View) -> str:
    place, now = view.place, dt.datetime.now()
    subject = Subject(view.library.tables, place.selection, view.language, place.by, place.lanes)

    def evidence(article: str, event: str) -> str:
        return links.link(view, "articles", view.say("stage.read"), article=article, event=event)

    day, time = phrases.day(now.date(), view.language), numerals.shown(f"{now:%H:%M}")
    as_of = view.say("stage.as_of", day=day, time=time)
    return meeting.stage(subject, evidence, facts=[as_of], close=view.say("stage.close"))
