"""List the articles that the filters leave, and find the one that is open."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from explore import phrases
from explore.app import parts, state, tell
from explore.app.state import View
from explore.model import Reading
from explore.render.highlight import escape

_A_PAGE = 10
_SNIPPET = 220
_ORDERS = {"newest": ("published", False), "oldest": ("published", True), "events": ("found", False)}


def opened(view: View) -> Reading | None:
    """Return the reading of the open article; say so if it is not among those read."""
    if view.place.article is None:
        return None
    reading = view.library.readings.get(view.place.article)
    if reading is None:
        st.warning(view.say("articles.gone"), icon=":material/link_off:")
    return reading


def show(view: View) -> None:
    """List the articles, a page at a time, with the number of their events that match."""
    articles = in_order(view)
    if len(articles) == 0:
        parts.nothing(view)
        return
    parts.option(view, "articles", "sort")
    first = 0
    if len(articles) > _A_PAGE:
        first = (st.pagination(-(-len(articles) // _A_PAGE), key="shelf.page") - 1) * _A_PAGE
    for row in articles.iloc[first : first + _A_PAGE].itertuples():
        _entry(view, str(row.article_id), str(row.title), str(row.text), int(row.found), _text(row.published), _text(row.source))


def in_order(view: View) -> pd.DataFrame:
    """Return the articles in the order asked for, with ``found``, the number of their events that match."""
    counted = view.events["article_id"].value_counts()
    found = view.shown.articles["article_id"].astype(str).map(counted).fillna(0).astype("int64")
    articles = view.shown.articles.assign(found=found)
    if view.place.sort not in _ORDERS:
        return articles
    column, ascending = _ORDERS[view.place.sort]
    return articles.sort_values(column, ascending=ascending, kind="stable", na_position="last")


def _entry(view: View, article_id: str, title: str, text: str, found: int, published: str, source: str) -> None:
    shown = tell.title(_text(title), text)
    facts = [published or view.say("articles.unknown_date"), source, phrases.counted("contact", found, view.language)]
    with st.container(key=f"entry-{article_id}"):
        st.button(shown, key=f"open.{article_id}", type="tertiary", on_click=partial(state.go, article=article_id, event=None))
        st.html(
            f'<div class="entry"><p class="facts">{" · ".join(f"<bdi>{escape(fact)}</bdi>" for fact in facts if fact)}</p>'
            f'<p class="snippet" dir="rtl" lang="ar">{escape(_beginning(text, shown))}</p></div>'
        )


def _beginning(text: str, title: str) -> str:
    """Return the first words of *text* behind its title."""
    flat = " ".join(text.split()).removeprefix(title.removesuffix("…")).strip()
    return flat if len(flat) <= _SNIPPET else flat[:_SNIPPET].rsplit(" ", 1)[0] + "…"


def _text(value: object) -> str:
    """Return a cell as text; a missing one is empty."""
    return "" if value is None or value != value or value == "nan" else str(value)
