"""Keep the place of a session and its address in step, and give pages what they show."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explore import filters, numerals
from explore.app import library, place
from explore.app.library import Library
from explore.app.place import Place
from explore.app.words import Words
from explore.phrases import Language
from explore.selection import Selection
from explore.sentence import sentence

_LIBRARY = "library"
_PLACE = "place"
_PAGE = "page"
_DROPPED = "dropped"
_SHOWN = "shown"


@dataclass(frozen=True)
class View:
    """Hold what a page shows: the whole library, the part that the filters leave, and how to speak of it."""

    library: Library
    place: Place
    shown: filters.View
    say: Words
    dark: bool

    @property
    def language(self) -> Language:
        """Return the language of the interface."""
        return self.say.language

    @property
    def events(self) -> pd.DataFrame:
        """Return the events that the filters leave."""
        return self.shown.events

    @property
    def charted(self) -> pd.DataFrame:
        """Return the communications that the filters leave, one row each, as charts read them."""
        return self.shown.charted

    def place_name(self, english: str) -> str:
        """Name a place in the language of the interface, where the articles tell how."""
        return self.library.places.get(english, english) if self.language == "ar" else english

    @property
    def sentence(self) -> str:
        """Say what is shown, and how much of it."""
        return sentence(self.place.selection, self.shown.n, self.language, self.library.tables)


def here() -> Place:
    """Return the place of this session."""
    found: Place = st.session_state.get(_PLACE, Place())
    return found


def put(there: Place) -> None:
    """Look at another place."""
    st.session_state[_PLACE] = there


def turn_to(page: str) -> None:
    """Note which page is shown."""
    st.session_state[_PAGE] = page


def page() -> str:
    """Return the page that is shown."""
    return str(st.session_state[_PAGE])


def go(**changes: Any) -> None:
    """Change parts of the place of this session."""
    put(dataclasses.replace(here(), **changes))


def select(selection: Selection) -> None:
    """Change the filters."""
    go(selection=selection)


def refine(**changes: Any) -> None:
    """Change parts of the filters."""
    select(dataclasses.replace(here().selection, **changes))


def let_show(key: str, value: object, *, in_words: bool = False) -> None:
    """Let the widget of this *key* show *value*. What it shows already is not sent: the browser would draw it anew.

    What is chosen *in_words* is, for the words may have changed: the language, or a count that they tell.
    """
    if key not in st.session_state or st.session_state[key] != value or (in_words and value):
        st.session_state[key] = value


def words() -> Words:
    """Return the words in the chosen language, or in the browser's own where none was chosen."""
    chosen = here().language
    if chosen is not None:
        return Words(chosen)
    return Words("ar" if (st.context.locale or "").startswith("ar") else "en")


def write_digits() -> None:
    """Write the digits that the reader chose: Arabic ones are for Arabic alone."""
    numerals.use(here().digits if words().language == "ar" else "latin")


def open_library() -> None:
    """Read the articles, and bring place and address into step: at first, and after Back or Forward, the address leads.

    A BarqiyaError passes through before the address is touched: the link is good again once the folder is.
    """
    with st.spinner(words()("state.reading")):
        read = st.session_state[_LIBRARY] = library.load()
    arrived = {name: st.query_params.get_all(name) for name in st.query_params}
    if _PLACE not in st.session_state or _from_history():
        st.session_state[_PLACE], st.session_state[_DROPPED] = place.read(arrived, filters.known(read.tables))
    wanted = place.write(here())
    if wanted != arrived:
        st.query_params.from_dict(wanted)


def dropped() -> Sequence[str]:
    """Return what the address asked for in vain, once."""
    found: Sequence[str] = st.session_state.pop(_DROPPED, ())
    return found


def view() -> View:
    """Return what the pages show: the files are looked at once a run, by ``open_library``."""
    read: Library = st.session_state[_LIBRARY]
    return View(read, here(), _shown(read, here().selection), words(), dark())


def dark() -> bool:
    """Tell whether the page is shown in its dark theme."""
    return bool(st.context.theme.type == "dark")


def _shown(read: Library, selection: Selection) -> filters.View:
    """Apply the filters, or return what they left last time if neither they nor the library changed."""
    last = st.session_state.get(_SHOWN)
    if last is None or last[0] is not read or last[1] != selection:
        last = (read, selection, filters.apply(read.tables, selection))
        st.session_state[_SHOWN] = last
    shown: filters.View = last[2]
    return shown


def _from_history() -> bool:
    """Tell whether the reader pressed Back or Forward. The name is internal to Streamlit: without it Back does less."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))
