"""Say events in the columns of the table that lists them, and order them by what the columns say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import phrases
from explore.app.state import View
from explore.contacts import Codes, codes

# Where a column of the table has another name in the events.
_SOURCES = {"sender": "sender_id", "recipient": "recipient_id"}
_WORDS = ("channel", "status", "occasion")
DESCENDING = "-"


def frame(view: View, events: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Return the columns *names* of *events* in the words of the interface's language."""
    return pd.DataFrame({name: _said(view, events, name) for name in names}, index=events.index)


def order(view: View, by: str) -> Codes:
    """Return the places of the events in the order of the column *by*, falling behind a minus; empty ones last."""
    key = _key(view, by.removeprefix(DESCENDING))
    return np.argsort(-key if by.startswith(DESCENDING) else key, kind="stable").astype(np.int64, copy=False)


def _said(view: View, events: pd.DataFrame, name: str) -> pd.Series:
    column = events[_SOURCES.get(name, name)]
    if name == "status":
        pairs = zip(column.astype("str"), events["channel"].astype("str"), strict=True)
        return pd.Series([phrases.status(*pair, view.language) for pair in pairs], index=events.index, dtype="str")
    if column.dtype.kind in "bf":
        return column
    said = column.astype("str").map(_say(view, name), na_action="ignore").astype("str")
    return said.fillna(phrases.word("none", name, view.language) if name == "recipient" else "")


def _say(view: View, name: str) -> Callable[[str], str]:
    """Return how a value of the column *name* is put into words."""
    if name in _WORDS:
        return partial(phrases.word, name, language=view.language)
    if name in _SOURCES:
        place = 0 if view.language == "en" else 1
        return lambda value: view.library.tables.names[value][place]
    if name.endswith("_country"):
        return partial(phrases.country, language=view.language)
    if name.endswith("_office"):
        return partial(phrases.office, language=view.language)
    return view.place_name if name == "place" else str


def _key(view: View, name: str) -> npt.NDArray[np.float64]:
    """Return a number for every event that grows with what the column says; NaN where it says nothing."""
    column = view.events["date_start" if name == "date" else _SOURCES.get(name, name)]
    if isinstance(column.dtype, pd.CategoricalDtype):
        said = pd.Series([_say(view, name)(str(value)) for value in column.cat.categories], dtype="str")
        ranks = np.append(said.rank(method="dense").to_numpy(np.float64), np.nan)
        ranked: npt.NDArray[np.float64] = ranks[codes(column)]  # code -1, a missing value, reads the last entry
        return ranked
    if column.dtype.kind in "bf":
        return column.to_numpy(np.float64)
    if column.dtype.kind == "M":
        days = column.to_numpy().astype("datetime64[D]").astype(np.int64)
        key: npt.NDArray[np.float64] = days.astype(np.float64)
        key[column.isna().to_numpy()] = np.nan
        return key
    return np.asarray(column.rank(method="dense"), dtype=np.float64)
