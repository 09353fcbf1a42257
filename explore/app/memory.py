"""Make costly things once: for the same articles, filters and look they are shown as they were made before."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

import streamlit as st

from explore.app.place import write
from explore.app.state import View
from explore.selection import to_query

_T = TypeVar("_T")
# For all readers together: enough for the way back, little enough for the memory of a laptop.
_KEPT = 300
# Rows of events beyond which making a chart may be felt.
_SLOW = 50_000


def once(view: View, name: str, make: Callable[[View], _T]) -> _T:
    """Return what *make* makes of *view*; *name* tells it from other things made of the same view."""
    place = write(dataclasses.replace(view.place, article=None, event=None))
    key = repr((name, view.library.state, place, view.language, view.dark))
    with _waiting(view):
        made: _T = _remembered(key, lambda: make(view))
    return made


def of_selection(view: View, name: str, make: Callable[[View], _T]) -> _T:
    """Return what *make* makes of the filters, in whatever language and on whatever page."""
    key = repr((name, view.library.state, to_query(view.place.selection)))
    made: _T = _remembered(key, lambda: make(view))
    return made


def of_library(view: View, name: str, make: Callable[[View], _T]) -> _T:
    """Return what *make* makes of the whole library, whatever is filtered."""
    made: _T = _remembered(repr((name, view.library.state)), lambda: make(view))
    return made


def _waiting(view: View) -> AbstractContextManager[object]:
    """Tell the reader of a large corpus that something is being made; for a small one it would only flicker."""
    return st.spinner(view.say("state.drawing")) if len(view.library.tables.events) > _SLOW else nullcontext()


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _remembered(key: str, _make: Callable[[], Any]) -> Any:
    """Make something once for each *key*."""
    return _make()
