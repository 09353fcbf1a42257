"""List the articles that the filters leave, and find the one that is open."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

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


class Entry(NamedTuple):
    """Hold what the list says of an article; what is missing is empty."""

    article_id: str
    title: str
    text: str
    published: str
    source: str
    found: str


def opened(view: View) -> Reading | None:
    """Return the reading of the open article; say so if it is not among those read."""
    if view.place.article is None:
        return None
    reading = view.library.readings.get(view.place.article)
    if reading is None:
        st.warning(view.say("articles.gone"), icon=":material/link_off:")
    return reading


def neighbours(view: View, reading: Reading) -> tuple[str | None, str | None]:
    """Return the articles before and after this one in the list, as far as there are any."""
    listed = [str(article) for article in in_order(view)["article_id"]]
    if reading.article.article_id not in listed:
        return None, None
    place = listed.index(reading.article.article_id)
    return (listed[place - 1] if place else None), (listed[place + 1] if place + 1 < len(listed) else None)


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
    with st.container(key="entries"):
        for row in articles.iloc[first : first + _A_PAGE].itertuples():
            _entry(view, Entry(*(text_of(getattr(row, name)) for name in Entry._fields)))


def in_order(view: View) -> pd.DataFrame:
    """Return the articles in the order asked for, with ``found``, the number of their events that match."""
    counted = view.events["article_id"].value_counts()
    found = view.shown.articles["article_id"].astype(str).map(counted).fillna(0).astype("int64")
    articles = view.shown.articles.assign(found=found)
    if view.place.sort not in _ORDERS:
        return articles
    column, ascending = _ORDERS[view.place.sort]
    return articles.sort_values(column, ascending=ascending, kind="stable", na_position="last")


def _entry(view: View, entry: Entry) -> None:
    shown = tell.title(entry.title, entry.text)
    found = phrases.counted("contact", int(entry.found), view.language)
    facts = [tell.edtf(entry.published, view.say) or view.say("articles.unknown_date"), entry.source, found]
    known = parts.facts(f"<bdi>{escape(fact)}</bdi>" for fact in facts if fact)
    snippet = f'<p class="snippet" dir="rtl" lang="ar">{escape(_beginning(entry.text, shown))}</p>'
    opened = partial(state.go, article=entry.article_id, event=None)
    with st.container():
        st.button(shown, key=f"open.{entry.article_id}", type="tertiary", on_click=opened)
        st.html(f'<div class="entry"><p class="facts">{known}</p>{snippet}</div>')


def _beginning(text: str, title: str) -> str:
    """Return the first words of *text* behind its title."""
    flat = " ".join(text.split()).removeprefix(title.removesuffix("…")).strip()
    return flat if len(flat) <= _SNIPPET else flat[:_SNIPPET].rsplit(" ", 1)[0] + "…"


def text_of(value: object) -> str:
    """Return a cell as text; a missing one is empty."""
    return "" if value is None or value != value or value == "nan" else str(value)
