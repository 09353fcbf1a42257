"""Show the filtered events as a table of typed columns, and hand out exactly these rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from explore import phrases
from explore.app import parts, state
from explore.app.state import View
from explore.phrases import Language, number

_COLUMNS = (
    "date", "channel", "sender", "recipient", "status", "evidence", "occasion", "sender_country", "recipient_country",
    "place", "mutual", "confidence", "article_id", "event_id",
)  # fmt: skip
# Pixels: a day in figures is never cut.
_WIDTHS = {"date": 100}
_A_PAGE = 500  # rows
_COUNTRIES = ("sender_country", "recipient_country")
_WORDS = ("channel", "status", "occasion")


def show(view: View) -> None:
    """Draw the table, its download, and the way from a row to its evidence."""
    say = view.say
    parts.note(say("events.rows", n=number(len(view.events))))
    rows = _page(view)
    picked = st.dataframe(
        table(view, rows),
        hide_index=True,
        width="stretch",
        height="auto",
        column_config={name: _config(name, say(f"column.{name}")) for name in _COLUMNS},
        on_select="rerun",
        selection_mode="single-row",
        key=f"ledger.{hash(view.place.selection)}.{rows.start}",
    )
    st.download_button(
        say("events.download"),
        lambda: csv(view.events),
        file_name=say("events.file_name"),
        mime="text/csv",
        help=say("events.download_help"),
        icon=":material/download:",
        on_click="ignore",
        key="events.download",
    )
    parts.note(say("events.hint"))
    for row in picked.selection.rows:
        event = view.events.iloc[rows.start + row]
        state.go(article=str(event["article_id"]), event=str(event["event_id"]))
        st.switch_page("pages/articles.py")


def _page(view: View) -> slice:
    """Offer the pages of a long table and return the rows of the one chosen: a browser is not sent a million rows."""
    n = len(view.events)
    if n <= _A_PAGE:
        return slice(0, n)
    first = (st.pagination(-(-n // _A_PAGE), key=f"ledger.page.{hash(view.place.selection)}") - 1) * _A_PAGE
    last = min(n, first + _A_PAGE)
    parts.note(view.say("events.page", first=number(first + 1), last=number(last)))
    return slice(first, last)


def table(view: View, rows: slice) -> pd.DataFrame:
    """Return *rows* of the columns that the table shows, in the words of the interface's language."""
    events, language = view.events.iloc[rows], view.language
    shown = events.assign(
        date=_said(events["date"], str),
        place=_said(events["place"], view.place_name),
        # As a category it would carry the ids of all articles to the browser.
        article_id=events["article_id"].astype("str"),
        sender=_name(events, "sender", language),
        recipient=_name(events, "recipient", language),
        **{name: _said(events[name], partial(phrases.word, name, language=language)) for name in _WORDS},
        **{name: _said(events[name], partial(phrases.country, language=language)) for name in _COUNTRIES},
    )
    return shown.loc[:, list(_COLUMNS)]


def csv(events: pd.DataFrame) -> bytes:
    """Return *events* as CSV with all columns: UTF-8, no mark before it, nothing escaped."""
    return events.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode("utf-8")


def _name(events: pd.DataFrame, side: str, language: Language) -> pd.Series:
    """Name one side; to the public where there is no recipient."""
    other = "ar" if language == "en" else "en"
    names = events[f"{side}_name_{language}"].astype("str").fillna(events[f"{side}_name_{other}"].astype("str"))
    return names.fillna(phrases.word("none", side, language))


def _said(column: pd.Series, say: Callable[[str], str]) -> pd.Series:
    """Put a column of keys into words; what is missing stays an empty cell."""
    return column.astype("str").map(say, na_action="ignore").astype("str").fillna("")


def _config(name: str, label: str) -> ColumnConfig:
    if name == "confidence":
        return st.column_config.NumberColumn(label, format="%.2f")
    if name == "mutual":
        return st.column_config.CheckboxColumn(label)
    return st.column_config.TextColumn(label, width="large" if name == "evidence" else _WIDTHS.get(name))
