"""Name the pages, and keep Streamlit's older way of routing out of the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from explore.app.words import Words

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

# The page, and its icon among the Material symbols that Streamlit carries.
PAGES = {
    "overview": ":material/space_dashboard:",
    "timeline": ":material/timeline:",
    "network": ":material/hub:",
    "parties": ":material/groups:",
    "articles": ":material/article:",
    "events": ":material/table_rows:",
}

# The page of the meeting: it has buttons of its own on the pages of charts.
STAGE = "present"


def pages(folder: Path, say: Words) -> list[StreamlitPage]:
    """List the pages in *folder*; the first is the one that opens."""
    stage = st.Page(folder / f"{STAGE}.py", title=say(f"page.{STAGE}"), url_path=STAGE, visibility="hidden")
    listed = [
        st.Page(folder / f"{name}.py", title=say(f"page.{name}"), icon=icon, url_path=name, default=n == 0)
        for n, (name, icon) in enumerate(PAGES.items())
    ]
    return [*listed, stage]


def name(page: StreamlitPage) -> str:
    """Name a page as addresses do; the first one has no path of its own."""
    return page.url_path or next(iter(PAGES))


def guard() -> None:
    """Run the dashboard around this page, if Streamlit opened the page alone. Every page calls this first.

    With a folder ``pages`` beside the dashboard, Streamlit routes the old way until ``st.navigation`` was called once:
    the first visit to a fresh server by a deep link would show a page without filters. The flag is internal, so a test
    pins it.
    """
    try:
        from streamlit.runtime.pages_manager import PagesManager
    except ImportError:
        return
    if getattr(PagesManager, "uses_pages_directory", False):
        PagesManager.uses_pages_directory = False
        st.rerun()
