"""Mark the event rows that each part of a selection keeps, one mask a part.

Everything works on category codes, so that a million rows take some tens of milliseconds; keeping the masks apart makes
it cheap to ask what would be left without one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from explore import blocs, search
from explore.contacts import Codes, Mask, codes
from explore.selection import NONE, Choice, Selection
from explore.tables import Tables

SIDES = ("sender", "recipient", "sender_country", "recipient_country")
EITHER = {"person": "id", "country": "country"}
CODED = ("channel", "status", "occasion")
OF_ARTICLES = ("source", "words")


class Sieve:
    """Hold one mask of event rows for every part of a selection that is set."""

    def __init__(self, tables: Tables, selection: Selection) -> None:
        """Mark, part by part, the rows of *tables* that *selection* keeps."""
        self.tables, self.selection, self.events = tables, selection, tables.events
        self.masks: dict[str, Mask] = {}
        self.kept_articles: Mask | None = self._article_masks()
        self._event_masks()
        self._chosen: dict[tuple[str, ...], Codes] = {}

    def _article_masks(self) -> Mask | None:
        articles, every = self.tables.articles, []
        for field in OF_ARTICLES:
            if not (choice := self.selection.choice(field)):
                continue
            kept = _wanted(articles["source"], choice) if field == "source" else _said(self.tables, choice)
            self.masks[field] = at_articles(self.tables, self.events, kept)
            every.append(kept)
        return _all(every)

    def _event_masks(self) -> None:
        selection, events = self.selection, self.events
        if selection.first is not None or selection.last is not None:
            self.masks["dates"] = _overlaps(events, selection)
        if selection.confidence:
            self.masks["confidence"] = events["confidence"].to_numpy() >= selection.confidence
        for field in CODED:
            if choice := selection.choice(field):
                self.masks[field] = _wanted(events[field], choice)
        for field, suffix in EITHER.items():
            if choice := selection.choice(field):
                self.masks[field] = self._either(suffix, choice)
        if any(selection.choice(field) for field in SIDES):
            straight, crossed = self.sides(None)
            self.masks["sides"] = straight | crossed

    def sides(self, but: str | None) -> tuple[Mask, Mask]:
        """Mark the rows whose sides fit as they stand, and the mutual ones that fit with sides changed.

        The field *but* is not asked about.
        """
        straight, mutual = np.ones(len(self.events), dtype=np.bool_), self.events["mutual"].to_numpy()
        crossed, barred = mutual.copy(), np.zeros(len(self.events), dtype=np.bool_)
        for field in SIDES:
            choice = self.selection.choice(field)
            if field == but or not choice:
                continue
            here, there = columns(field)
            if choice.include:
                straight &= self._is_one(here, choice.include)
                crossed &= self._is_one(there, choice.include)
            if choice.exclude:
                barred |= self._is_one(here, choice.exclude)
                barred |= mutual & self._is_one(there, choice.exclude)
        return straight & ~barred, crossed & ~barred

    def _either(self, suffix: str, choice: Choice) -> Mask:
        sender, recipient = (f"{side}_{suffix}" for side in ("sender", "recipient"))
        kept = np.ones(len(self.events), dtype=np.bool_)
        if choice.include:
            kept = self._is_one(sender, choice.include) | self._is_one(recipient, choice.include)
        if choice.exclude:
            kept &= ~(self._is_one(sender, choice.exclude) | self._is_one(recipient, choice.exclude))
        return kept

    def _is_one(self, column: str, values: Collection[str]) -> Mask:
        """Mark the rows whose side is one of *values*; a bloc stands for the states that belonged to it on the day."""
        kept = within(self.events[column], values)
        if column.endswith("_country") and (asked := blocs.chosen(values)):
            kept |= (self.tables.blocs[column] & asked) != 0
        return kept

    def without(self, but: str | None) -> Mask | None:
        """Combine all masks save that of *but*; None stands for all rows."""
        return _all([mask for part, mask in self.masks.items() if part != but])

    def rows(self, but: str | None) -> Codes:
        """Return one row for each communication that is left when the part *but* is not asked about."""
        parts = tuple(part for part in self.masks if part != but)
        if parts not in self._chosen:
            self._chosen[parts] = self.tables.grouped.choose(self.without(but))
        return self._chosen[parts]


def columns(field: str) -> tuple[str, str]:
    """Name the column that *field* is about, and the same of the other side."""
    side, _, suffix = field.partition("_")
    other = "recipient" if side == "sender" else "sender"
    return f"{side}_{suffix or 'id'}", f"{other}_{suffix or 'id'}"


def within(column: pd.Series, values: Collection[str]) -> Mask:
    """Mark the rows whose value is one of *values*; NONE stands for a missing one."""
    table = np.append(np.asarray(column.cat.categories.isin(list(values)), dtype=np.bool_), NONE in values)
    return np.asarray(table[column.array.codes])  # code -1, a missing value, reads the last entry


def _all(masks: Sequence[Mask]) -> Mask | None:
    """Mark what all *masks* keep, one after the other: numpy's reduction would first copy them into one table."""
    if not masks:
        return None
    kept = masks[0].copy()
    for mask in masks[1:]:
        kept &= mask
    return kept


def _wanted(column: pd.Series, choice: Choice) -> Mask:
    kept = within(column, choice.include) if choice.include else np.ones(len(column), dtype=np.bool_)
    return kept & ~within(column, choice.exclude) if choice.exclude else kept


def _overlaps(events: pd.DataFrame, selection: Selection) -> Mask:
    start, end = events["date_start"].to_numpy(), events["date_end"].to_numpy()
    kept = ~np.isnat(start)
    if selection.first is not None:
        kept &= end >= np.datetime64(selection.first)
    if selection.last is not None:
        kept &= start <= np.datetime64(selection.last)
    return np.asarray(kept, dtype=np.bool_)


def _said(tables: Tables, choice: Choice) -> Mask:
    kept = np.ones(len(tables.articles), dtype=np.bool_)
    for term in choice.include:
        kept &= search.mentions(tables.searchable, term)
    for term in choice.exclude:
        kept &= ~search.mentions(tables.searchable, term)
    return kept


def at_articles(tables: Tables, frame: pd.DataFrame, kept: Mask) -> Mask:
    """Carry a mask of articles over to the rows of *frame* that belong to them."""
    table = np.zeros(len(frame["article_id"].cat.categories) + 1, dtype=np.bool_)
    table[codes(tables.articles["article_id"])] = kept
    return np.asarray(table[codes(frame["article_id"])])
