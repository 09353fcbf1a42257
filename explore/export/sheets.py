"""Cut any table of a view into blocks of rows, so that an export never holds more than one block beside the tables.

Every format reads its rows from here: the same rows in the same order, whatever it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from explore.contacts import Codes, Mask
from explore.export import codebook, communications, network
from explore.export.codebook import Table
from explore.export.context import Context
from explore.filters import View
from explore.masks import at_articles

# Rows in a block: some tens of megabytes of Python objects for the widest table.
BLOCK = 25_000
_NO_DAY = "NaT"


@dataclass(frozen=True)
class Sheet:
    """Hold the description of one table of a view, the number of its rows, and a way to go through them in blocks.

    There is always one block at least, so that an empty table has its columns and their types.
    """

    table: Table
    n: int
    blocks: Callable[[], Iterator[pd.DataFrame]]

    def __iter__(self) -> Iterator[pd.DataFrame]:
        """Go through the rows, a block at a time."""
        return self.blocks()


def of(view: View, context: Context) -> Sheet:
    """Return the table that *context* names, of the rows that *view* keeps."""
    return _MAKERS[context.table](view, context)


def table(context: Context, name: str) -> Context:
    """Return *context* with another table."""
    return replace(context, table=name)


def cells(block: pd.DataFrame) -> list[list[Any]]:
    """Return the columns of *block* as lists of plain values: text, numbers, booleans, days as ISO text, None.

    >>> cells(pd.DataFrame({"a": pd.Categorical(["x", None]), "b": [1, 2]}))
    [['x', None], [1, 2]]
    """
    return [_plain(block[name]) for name in block]


def records(block: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Go through the rows of *block* as mappings of plain values."""
    names = [str(name) for name in block.columns]
    return (dict(zip(names, row, strict=True)) for row in zip(*cells(block), strict=True))


def told(sheet: Sheet, context: Context) -> Iterator[pd.DataFrame]:
    """Go through the blocks of *sheet*, telling the context's progress after each."""
    done = 0
    for block in sheet:
        yield block
        done += len(block)
        if context.progress is not None:
            context.progress(done, sheet.n)


def _plain(column: pd.Series) -> list[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        used = column.cat.remove_unused_categories()
        shown: list[Any] = [*used.cat.categories, None]
        return [shown[code] for code in used.cat.codes]
    if column.dtype.kind == "M":
        days = np.datetime_as_string(column.to_numpy(), unit="D").tolist()
        return [None if day == _NO_DAY else day for day in days]
    if column.dtype.kind in "biu":
        return list(column.tolist())
    values = column.astype(object)
    return list(values.where(column.notna(), None))


def _events(view: View, context: Context) -> Sheet:
    return _cut("events", view.tables.events, view.kept)


def _articles(view: View, context: Context) -> Sheet:
    sheet = _cut("articles", view.tables.articles, view.kept_articles)
    return sheet if context.with_text else Sheet(sheet.table, sheet.n, lambda: map(_without_text, sheet))


def _mentions(view: View, context: Context) -> Sheet:
    frame, kept = view.tables.mentions, view.kept_articles
    return _cut("mentions", frame, None if kept is None else at_articles(view.tables, frame, kept))


def _communications(view: View, context: Context) -> Sheet:
    found = communications.of(view)
    described = codebook.tables()["communications"]
    bounds = partial(_bounds, found.n)
    return Sheet(described, found.n, lambda: (found.block(*bound)[described.names] for bound in bounds()))


def _network(name: str, make: Callable[[View], pd.DataFrame]) -> Callable[[View, Context], Sheet]:
    return lambda view, context: _cut(name, make(view), None)


def _without_text(block: pd.DataFrame) -> pd.DataFrame:
    return block.assign(text=pd.Series([None] * len(block), dtype="str", index=block.index))


def _cut(name: str, frame: pd.DataFrame, kept: Mask | None) -> Sheet:
    """Go through the rows of *frame* that *kept* marks (None: all) without copying them all at once."""
    described = codebook.tables()[name]
    if kept is None:
        return Sheet(described, len(frame), lambda: (frame.iloc[first:last] for first, last in _bounds(len(frame))))
    rows: Codes = np.flatnonzero(kept)
    return Sheet(described, len(rows), lambda: (frame.iloc[rows[first:last]] for first, last in _bounds(len(rows))))


def _bounds(n: int) -> Iterator[tuple[int, int]]:
    return ((first, min(first + BLOCK, n)) for first in range(0, max(n, 1), BLOCK))


_MAKERS: Mapping[str, Callable[[View, Context], Sheet]] = {
    "events": _events,
    "communications": _communications,
    "articles": _articles,
    "mentions": _mentions,
    "people": _network("people", network.people),
    "nodes": _network("nodes", network.nodes),
    "edges": _network("edges", network.edges),
}
