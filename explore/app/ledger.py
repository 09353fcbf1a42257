"""Show the filtered events as a table of the columns asked for, and hand out exactly these."""

from __future__ import annotations

from html import escape as quote

import pandas as pd
import streamlit as st

from explore.app import cells, grid, links, memory, parts, state
from explore.app.grid import Head
from explore.app.place import COLUMNS
from explore.app.state import View
from explore.contacts import Codes
from explore.export.csv import neutral
from explore.phrases import number

_A_PAGE = 100  # rows


def show(view: View) -> None:
    """Draw the table, its download, and the way from a row to its evidence."""
    parts.note(view.say("events.rows", n=number(len(view.events))))
    _choose(view)
    order = _order(view)
    rows = _page(view)
    _table(view, _rows(view, order, rows))
    parts.note(view.say("events.hint"))
    _download(view, order)


def _choose(view: View) -> None:
    """Offer the columns, in the order in which they are chosen."""
    key = "widget.columns"
    state.let_show(key, list(view.place.columns), in_words=True)
    with st.expander(view.say("events.columns"), icon=":material/view_column:"):
        st.multiselect(
            view.say("events.columns_shown"),
            COLUMNS,
            format_func=lambda name: view.say(f"column.{name}"),
            key=key,
            select_all=False,
            on_change=lambda: state.go(columns=tuple(st.session_state[key]) or view.place.columns),
        )


def _order(view: View) -> Codes | None:
    """Return the places of all rows in the order asked for; None leaves them as they were read."""
    by = view.place.order
    return memory.once(view, "ledger", lambda view: cells.order(view, by)) if by else None


def _rows(view: View, order: Codes | None, part: slice) -> pd.DataFrame:
    return view.events.iloc[part] if order is None else view.events.iloc[order[part]]


def _page(view: View) -> slice:
    """Offer the pages of a long table and return the rows of the one chosen: a browser is not sent a million rows."""
    n = len(view.events)
    if n <= _A_PAGE:
        return slice(0, n)
    key = f"ledger.page.{hash((view.place.selection, view.place.order))}"
    first = (st.pagination(-(-n // _A_PAGE), key=key) - 1) * _A_PAGE
    last = min(n, first + _A_PAGE)
    parts.note(view.say("events.page", first=number(first + 1), last=number(last)))
    return slice(first, last)


def _table(view: View, events: pd.DataFrame) -> None:
    names = view.place.columns
    shown = cells.frame(view, events, names)
    leads = "evidence" if "evidence" in names else names[0]
    to = (
        {"article": str(article), "event": str(event)}
        for article, event in zip(events["article_id"], events["event_id"], strict=True)
    )
    rows = (
        [_cell(view, name, value, place if name == leads else None) for name, value in zip(names, row, strict=True)]
        for row, place in zip(shown.itertuples(index=False, name=None), to, strict=True)
    )
    grid.show(view.say("page.events"), [_head(view, name) for name in names], rows)


def _head(view: View, name: str) -> Head:
    """Name a column, as a link that sorts by it: first upwards, then downwards, then not at all."""
    down = f"{cells.DESCENDING}{name}"
    order, after, mark = view.place.order, name, ""
    sorted_as = {name: "ascending", down: "descending"}.get(order)
    if sorted_as:
        after, mark = (down, "▲") if order == name else ("", "▼")
    link = links.link(view, "events", view.say(f"column.{name}"), order=after, article=None, event=None)
    return Head(name, f"{link} <span aria-hidden='true'>{mark}</span>" if mark else link, sorted_as)


def _cell(view: View, name: str, value: object, leads: dict[str, str] | None) -> str:
    """Write one cell; the one that *leads* to the evidence is a link."""
    if name == "confidence":
        value = f"{value:.2f}"
    if leads is None:
        return grid.cell(value, view.say)
    text = str(value)
    shown = links.link(view, "articles", " ".join(text.split()) or view.say("events.open"), **leads)
    return f'<div class="leads" title="{quote(text)}">{shown}</div>'


def _download(view: View, order: Codes | None) -> None:
    """Offer all rows as they are shown; with all columns they can be taken away from the head of the page."""
    st.download_button(
        view.say("events.download_shown"),
        lambda: shown_csv(view, _rows(view, order, slice(None))),
        file_name=view.say("events.download_shown_file"),
        mime="text/csv",
        help=view.say("events.download_shown_help"),
        icon=":material/download:",
        on_click="ignore",
        key="events.download_shown",
    )


def shown_csv(view: View, events: pd.DataFrame) -> bytes:
    """Return *events* as CSV with the columns, the heads and the words that the table shows, for a spreadsheet."""
    shown = cells.frame(view, events, view.place.columns)
    for name in view.place.columns:
        if shown[name].dtype == "str":
            shown[name] = shown[name].map(neutral)
    heads = grid.labels(view.place.columns, view.say)
    return shown.rename(columns=heads).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
