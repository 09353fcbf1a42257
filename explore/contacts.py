"""Number the contacts of an events frame: one communication between one pair, however many articles report it.

Plain numpy on category codes, so that a million rows take some tens of milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore.model import Status

Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# Where reports of one communication differ, the later knowledge wins: a meeting that happened was once only planned.
PRECEDENCE = (Status.HAPPENED, Status.CANCELLED, Status.DENIED, Status.PLANNED, Status.WISHED)


def of(events: pd.DataFrame) -> Codes:
    """Number the contact of every row from 0; the two orders of a mutual pair are one contact."""
    sender, recipient = codes(events["sender_id"]), codes(events["recipient_id"])
    mutual = events["mutual"].to_numpy()
    low = np.where(mutual, np.minimum(sender, recipient), sender)
    high = np.where(mutual, np.maximum(sender, recipient), recipient)
    n = len(events["sender_id"].cat.categories) + 1
    keys = (codes(events["communication_id"]) * n + low + 1) * n + high + 1
    numbers, _ = pd.factorize(keys)
    return numbers.astype(np.int64, copy=False)


def preference(events: pd.DataFrame) -> Codes:
    """Order the rows by status, the one that best tells a communication first, else as they stand."""
    rank = np.full(len(Status) + 1, len(Status), dtype=np.int8)
    for place, name in enumerate(events["status"].cat.categories):
        rank[place] = PRECEDENCE.index(Status(name))
    return np.argsort(rank[codes(events["status"])], kind="stable").astype(np.int64, copy=False)


@dataclass(frozen=True)
class Grouped:
    """Hold the contact of every row, so laid out that the contacts of any rows are found without sorting.

    ``alone`` marks the rows that are the only one of their contact, which most are; ``shared`` lists the others contact
    by contact, the row that best tells it first.
    """

    contact: Codes
    alone: Mask
    shared: Codes

    def choose(self, kept: Mask | None = None) -> Codes:
        """Choose, of the rows *kept*, the one for each contact that best tells it; they are returned as they stand."""
        chosen, rows = self._split(kept)
        contact = self.contact[rows]
        first = np.ones(len(rows), dtype=np.bool_)
        first[1:] = contact[1:] != contact[:-1]
        chosen[rows[first]] = True
        return np.flatnonzero(chosen)

    def count(self, column: pd.Series, kept: Mask | None = None) -> Codes:
        """Count the contacts of the rows *kept* for a missing value and for each category of *column*.

        Where the rows of one contact differ, it counts once for every value.
        """
        chosen, rows = self._split(kept)
        n = len(column.cat.categories) + 1
        once = pd.unique(self.contact[rows] * n + codes(column, rows) + 1) % n
        counts: Codes = tally(codes(column, chosen), n) + np.bincount(once, minlength=n)
        return counts

    def _split(self, kept: Mask | None) -> tuple[Mask, Codes]:
        if kept is None:
            return self.alone.copy(), self.shared
        return self.alone & kept, self.shared[kept[self.shared]]


def group(events: pd.DataFrame) -> Grouped:
    """Lay out the contacts of *events*."""
    contact, order = of(events), preference(events)
    alone = np.bincount(contact)[contact] == 1
    shared = order[~alone[order]]
    return Grouped(contact, alone, shared[np.argsort(contact[shared], kind="stable")])


def reports(events: pd.DataFrame, contact: Codes) -> Codes:
    """Count the articles that report each contact."""
    keys = contact * len(events["article_id"].cat.categories) + codes(events["article_id"])
    once = contact[~pd.Series(keys).duplicated().to_numpy()]
    return np.bincount(once).astype(np.int64, copy=False)


def tally(found: Codes, n: int) -> Codes:
    """Count category codes; code -1, a missing value, comes first of the *n* counts."""
    return np.bincount(found + 1, minlength=n)


def first_rows(keys: Codes, n: int) -> Codes:
    """Return the first place of each key below *n* that occurs; keys below zero are missing values."""
    first = np.full(n, -1, dtype=np.int64)
    present = np.flatnonzero(keys >= 0)[::-1]
    first[keys[present]] = present  # numpy keeps the last of repeated assignments, which is the first place
    return first[first >= 0]


def codes(column: pd.Series, rows: Codes | Mask | slice = slice(None)) -> Codes:
    """Return the category codes of a column, or of some *rows* of it, -1 for missing values."""
    return np.asarray(column.array.codes[rows], dtype=np.int64)
