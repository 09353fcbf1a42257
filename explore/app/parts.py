"""Draw the parts that every page is made of: its head, its empty states, its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pandas as pd
import streamlit as st

from explore import filters, numerals, phrases
from explore.app import grid, library, memory, router, sidebar, state, takeaway
from explore.app.place import OPTIONS, write
from explore.app.state import View
from explore.errors import BarqiyaError
from explore.export.look import chart_of
from explore.filters import Chip
from explore.render.highlight import escape

# What the stage shows; without it, it is made anew.
SNAPSHOT = "snapshot"
_TO_STAGE = "to_stage"
_CHARTED = ("overview", "timeline", "network")


def heading(view: View, page: str) -> None:
    """Draw the title of *page*, the sentence that says what is shown, and the filters that are set."""
    head(view, view.say(f"page.{page}"), view.sentence)


def head(view: View, title: str, sentence: str) -> None:
    """Draw a title, the sentence below it, and the filters that are set."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        st.title(title, anchor=False)
        if len(view.library.tables.articles):
            takeaway.button(view)
        if view.shown.n and state.page() in _CHARTED:
            st.button(view.say("stage.open"), icon=":material/slideshow:", on_click=_to_stage, key="present")
    takeaway.show(view)
    if st.session_state.pop(_TO_STAGE, False):
        st.switch_page(f"pages/{router.STAGE}.py")
    _notices(view)
    st.html(f'<p class="sentence">{escape(sentence)}</p>')
    # The box is there without chips too: else the first one would move all below it, which the browser draws anew then.
    with st.container(horizontal=True, gap="small", key="chips"):
        for n, chip in enumerate(view.place.selection.chips()):
            _chip(view, chip, n)


def _to_stage() -> None:
    """Go and show the charts in a meeting, the one of this page first, as they are now."""
    state.go(chart=chart_of(state.page(), write(state.here())))
    st.session_state.pop(SNAPSHOT, None)
    st.session_state[_TO_STAGE] = True


def nothing(view: View) -> bool:
    """Tell whether there is no event to show, and if so say why and what to do."""
    tables = view.library.tables
    if len(tables.articles) == 0:
        paths = (f'<bdi dir="ltr">{escape(path)}</bdi>' for path in _paths())
        message(view, "empty", paths=phrases.text("comma", view.language).join(paths))
    elif len(tables.events) == 0:
        message(view, "no_events")
    elif view.shown.n == 0:
        message(view, "no_match")
        st.button(view.say("filter.clear"), on_click=sidebar.clear, key="nothing.clear")
    else:
        return False
    return True


def message(view: View, name: str, **values: object) -> None:
    """Draw a calm box that says what is the matter and what to do."""
    title, body = view.say(f"state.{name}_title"), view.say(f"state.{name}", **values)
    st.html(f'<section class="message" role="status"><h2>{title}</h2><p>{body}</p></section>')


def failed(error: BarqiyaError) -> None:
    """Say that nothing could be read, and why."""
    title = state.words()("state.failed_title")
    st.html(f'<section class="message" role="alert"><h2>{title}</h2><p dir="auto">{escape(str(error))}</p></section>')


def option(view: View, section: str, name: str) -> str:
    """Offer the values of one page option, and return the one that holds."""
    key = f"widget.{name}"
    state.let_show(key, getattr(view.place, name))
    st.segmented_control(
        view.say(f"{section}.{name}"),
        OPTIONS[name],
        format_func=lambda value: view.say(f"{section}.{name}_{value}"),
        key=key,
        required=True,
        on_change=lambda: state.go(**{name: st.session_state[key]}),
    )
    return str(getattr(view.place, name))


def sentences(listed: list[str]) -> None:
    """Draw sentences as a list."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in listed)
    st.html(f'<ul class="sentences">{items}</ul>')


def options(view: View, section: str, *names: str) -> None:
    """Offer several page options beside each other."""
    with st.container(horizontal=True, gap="medium"):
        for name in names:
            option(view, section, name)


def twin(view: View, name: str, rows: Callable[[View], pd.DataFrame]) -> None:
    """Offer the data of the chart of this *name* as a table, which is made and sent when it is opened."""
    label = view.say("state.table")
    with st.expander(label, key=f"widget.table.{name}", on_change="rerun") as table:
        if table.open:
            grid.show_frame(label, memory.once(view, f"rows {name}", rows), view.say)


def section(title: str, body: str) -> None:
    """Draw HTML under a heading."""
    st.html(f'<section class="part"><h2>{escape(title)}</h2>{body}</section>')


def note(text: str) -> None:
    """Write a quiet line."""
    st.html(f'<p class="note">{escape(text)}</p>')


def facts(known: Iterable[str]) -> str:
    """Set facts, given as HTML, beside each other: the dot between two of them neither begins nor ends a line."""
    return f'<span class="dotted">{" ".join(f"<span>{fact}</span>" for fact in known)}</span>'


def _paths() -> tuple[str, ...]:
    return library.paths()


def _notices(view: View) -> None:
    dropped = state.dropped()
    if dropped:
        st.warning(view.say("filter.dropped", values=", ".join(dropped)), icon=":material/link_off:")
    problems = view.library.corpus.problems
    if problems:
        with st.expander(view.say("state.problems"), icon=":material/error:"):
            for problem in problems:
                st.html(f'<p dir="auto">{escape(str(problem))}</p>')


def _chip(view: View, chip: Chip, n: int) -> None:
    """Draw one thing that is set, as a button that takes it away."""
    say = view.say
    value = chip_value(view, chip)
    if chip.excluded:
        value = say("filter.without", value=value)
    st.button(
        say("filter.chip", field=say(f"filter.{chip.field}"), value=value),
        key=f"chip.{n}",
        icon=":material/close:",
        help=say("filter.chip_help"),
        on_click=partial(_remove, chip),
    )


def chip_value(view: View, chip: Chip) -> str:
    """Write the value of a filter in words."""
    if chip.field == "dates":
        first, last = view.place.selection.first, view.place.selection.last
        return phrases.period(first, last, view.language)
    if chip.field in ("words", "confidence"):
        return numerals.shown(chip.value) if chip.field == "confidence" else chip.value
    return filters.name(view.library.tables, chip.field, chip.value, view.language)


def _remove(chip: Chip) -> None:
    state.select(state.here().selection.remove(chip.field, chip.value))
