"""Offer to take the view away in every format, in one dialog that makes nothing before it is asked to."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from explore.app import state
from explore.app.handover import Work, make
from explore.app.place import write
from explore.app.state import View
from explore.export import codebook, printed
from explore.export.context import Context
from explore.export.formats import Format, formats
from explore.export.look import CHARTS, SIZES, Look, chart_of
from explore.render.highlight import escape

_REPORTS = ("briefing", "deck", "meeting")
# What is offered: whether a format belongs to it, and in which order.
KINDS: Mapping[str, Callable[[Format], bool]] = {
    "table": lambda form: bool(form.tables),
    "chart": lambda form: bool(form.charts),
    "report": lambda form: form.key in _REPORTS,
    "research": lambda form: not (form.tables or form.charts or form.key in _REPORTS),
}
_TABLES = ("events", "communications", "articles", "mentions", "people")
_SCALES = (1.0, 2.0, 3.0)
# What a page is about.
_OF_PAGE = {"articles": "articles", "parties": "people"}
_CHARTED = ("timeline", "network")
_ASKED, _WORK = "take.asked", "take.work"


def button(view: View) -> None:
    """Offer the dialog."""
    st.button(view.say("take.button"), icon=":material/download:", on_click=_ask, key="take")


def show(view: View) -> None:
    """Open the dialog if it was asked for."""
    if st.session_state.pop(_ASKED, False):
        # Closed, it must stop asking how far the work is.
        st.dialog(view.say("take.title"), width="medium", on_dismiss="rerun")(_draw)(view)


def _ask() -> None:
    st.session_state[_ASKED], st.session_state[_WORK] = True, Work()


def _draw(view: View) -> None:
    """Draw what to take, in which format, and the button that makes and hands over the file."""
    say = view.say
    st.html(f'<p class="note">{escape(view.sentence)}</p>')
    first = "chart" if state.page() in _CHARTED else "table"
    kind = st.segmented_control(
        say("take.kind"),
        list(KINDS),
        default=first,
        format_func=lambda kind: say(f"take.kind_{kind}"),
        required=True,
        label_visibility="collapsed",
        key="take.kind",
    )
    context = Context(view.place.selection, view.language, by=view.place.by, lanes=view.place.lanes)
    offered = {key: form for key, form in formats().items() if KINDS[str(kind)](form)}
    form, context = _CHOOSERS[str(kind)](view, offered, context)
    work: Work = st.session_state[_WORK]
    st.download_button(
        say("take.download"),
        partial(make, view.shown, form, context, work),
        file_name=form.file_name(context),
        mime=form.mime,
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="take.download",
    )
    st.html(f'<p class="note"><bdi dir="ltr">{escape(form.file_name(context))}</bdi></p>')
    _progress(view, work)


def _table(view: View, offered: Mapping[str, Format], context: Context) -> tuple[Format, Context]:
    """Let a table and its format be chosen."""
    titles = {name: codebook.tables()[name].words[view.language].title for name in _TABLES}
    first = _OF_PAGE.get(state.page(), _TABLES[0])
    chosen = _choose(view, "table", _TABLES, titles, first)
    return _format(view, offered), dataclasses.replace(context, table=chosen)


def _chart(view: View, offered: Mapping[str, Format], context: Context) -> tuple[Format, Context]:
    """Let a chart, its format, and as far as the format has them its shape, size and ground be chosen."""
    say = view.say
    titles = {chart: printed.say(chart, view.language) for chart in CHARTS}
    chart = _choose(view, "chart", CHARTS, titles, chart_of(state.page(), write(view.place)))
    form = _format(view, offered)
    look = Look(chart)
    if form.key != "html":
        ratio = _choose(view, "ratio", tuple(SIZES), {ratio: say(f"take.{ratio}") for ratio in SIZES}, look.ratio)
        look = dataclasses.replace(look, ratio=ratio)
    if form.key == "png":
        width, height = SIZES[look.ratio]
        sizes = {scale: f"\u2066{width * scale:.0f} × {height * scale:.0f}\u2069" for scale in _SCALES}
        look = dataclasses.replace(look, scale=_choose(view, "scale", _SCALES, sizes, look.scale))
    dark = st.toggle(say("take.dark"), value=look.dark, key="take.dark")
    return form, dataclasses.replace(context, look=dataclasses.replace(look, dark=dark))


def _whole(view: View, offered: Mapping[str, Format], context: Context) -> tuple[Format, Context]:
    """Let a format of the whole view be chosen, each with a line on what it is for."""
    key = st.radio(
        view.say("take.format"),
        list(offered),
        format_func=lambda key: offered[key].label[view.language],
        captions=[view.say(f"take.{key}") for key in offered],
        label_visibility="collapsed",
        key=f"take.{next(iter(offered))}",
    )
    return offered[key], context


_CHOOSERS = {"table": _table, "chart": _chart, "report": _whole, "research": _whole}


def _format(view: View, offered: Mapping[str, Format]) -> Format:
    labels = {key: form.label[view.language] for key, form in offered.items()}
    return offered[_choose(view, "format", tuple(offered), labels, next(iter(offered)))]


def _choose(view: View, name: str, values: Sequence[Any], labels: Mapping[Any, str], first: Any) -> Any:
    return st.selectbox(
        view.say(f"take.{name}"),
        values,
        index=values.index(first),
        format_func=labels.__getitem__,
        key=f"take.{name}",
    )


@st.fragment(run_every=1.0)
def _progress(view: View, work: Work) -> None:
    """Tell how far the work is, once it can be felt."""
    if work.felt:
        st.progress(work.share, text=view.say("take.working"))
