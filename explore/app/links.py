"""Write links from one place to another, and follow them within the session that is open.

A link is an address like any other: it can be opened in a new tab, and a reader's keyboard finds it.
"""

from __future__ import annotations

import dataclasses
from html import escape as quote
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from explore import filters
from explore.app import place, router, scripts, state
from explore.app.place import Place
from explore.app.state import View
from explore.render.highlight import escape

_SCRIPT = scripts.read("links")
_listen = st.components.v2.component("barqiya.links", js=_SCRIPT, isolate_styles=False)


def link(view: View, page: str, shown: str, **changes: Any) -> str:
    """Return, as HTML, a link to *page* of the same place with *changes*, written as *shown*."""
    there = dataclasses.replace(view.place, language=view.language, **changes)
    return bare(address(page, there), shown)


def bare(address: str, shown: str) -> str:
    """Return, as HTML, a link to an *address* of this application, written as *shown*."""
    page, _, query = address.partition("?")
    # The page that opens has no path: under its name Streamlit would say that there is no such page.
    path = "./" if page == next(iter(router.PAGES)) else page
    return f'<a href="{quote(f"{path}?{query}")}" data-page="{quote(page)}">{escape(shown)}</a>'


def address(page: str, there: Place) -> str:
    """Return the address of *page* at *there*, relative to any other page.

    >>> address("network", Place(language="ar", by="country"))
    'network?lang=ar&by=country'
    """
    return f"{page}?{urlencode(place.write(there), doseq=True)}"


def follow(view: View) -> None:
    """Go where a link that was clicked leads; called once a run, before the page is drawn."""
    clicked = _listen(key="links", on_followed_change=lambda: None).followed
    if clicked is None:
        return
    page, query = clicked
    there, _ = place.read(parse_qs(query), filters.known(view.library.tables))
    state.put(there)
    if page in (*router.PAGES, router.STAGE):
        st.switch_page(f"pages/{page}.py")
