"""Add a view up: totals, the busiest pairs and parties, the latest communications, what needs a second look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import contacts, filters, tables
from explore.charts import bins, parties
from explore.charts.parties import By, Sides
from explore.contacts import Mask, codes
from explore.model import Channel, Precision
from explore.phrases import Language
from explore.selection import NONE

# What is read with less confidence than this deserves a second look.
LOW = 0.6
# Parties that no table of the knowledge has: their name stands in the article, and nothing more is known.
_UNKNOWN = "name:"
_DOUBTFUL = "?"


@dataclass(frozen=True, slots=True)
class Party:
    """Hold one party and how much it communicates; what a state sends to itself is sent and received, but once in n."""

    value: str
    name: str
    n: int
    sent: int
    received: int
    mutual: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a sender and a recipient, or two who did something together, and how often."""

    sender: str
    recipient: str
    sender_name: str
    recipient_name: str
    mutual: bool
    n: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Hold how many communications, articles, parties and states there are, and from when to when."""

    contacts: int
    articles: int
    parties: int
    countries: int
    first: dt.date | None
    last: dt.date | None


def totals(charted: pd.DataFrame, n_articles: int) -> Totals:
    """Add up the communications in *charted*."""
    days = bins.dated(charted)
    first, last = days.first[days.known], days.last[days.known]
    return Totals(
        len(charted),
        n_articles,
        _distinct(charted, "id"),
        _distinct(charted, "country"),
        bins.date(first.min()) if len(first) else None,
        bins.date(last.max()) if len(last) else None,
    )


def channels(charted: pd.DataFrame) -> Mapping[str, int]:
    """Count the communications of each channel."""
    counted = np.bincount(codes(charted["channel"]), minlength=len(Channel)).tolist()
    return {str(channel): n for channel, n in zip(Channel, counted, strict=True)}


def busiest(charted: pd.DataFrame, by: By, language: Language, limit: int) -> list[Party]:
    """List the parties that communicate most; the public is none."""
    both = parties.sides(charted, by)
    size = len(both.values)
    mutual = charted["mutual"].to_numpy()
    sent, received = (np.bincount(side[~mutual], minlength=size) for side in (both.sender, both.recipient))
    together = np.bincount(both.sender[mutual], minlength=size)
    apart = mutual & (both.recipient != both.sender)
    together += np.bincount(both.recipient[apart], minlength=size)
    totals = both.totals()
    return [
        Party(both.values[k], both.name(k, language), int(totals[k]), int(sent[k]), int(received[k]), int(together[k]))
        for k in _largest(totals, both, limit)
    ]


def pairs(charted: pd.DataFrame, by: By, language: Language, limit: int) -> list[Pair]:
    """List the pairs between which most went to and fro, each direction by itself; the public is no party."""
    both = parties.sides(charted, by)
    size, public = len(both.values), both.values.index(NONE)
    mutual = charted["mutual"].to_numpy()
    swapped = mutual & (both.sender > both.recipient)
    sender = np.where(swapped, both.recipient, both.sender)
    recipient = np.where(swapped, both.sender, both.recipient)
    keys = ((sender * size + recipient) * 2 + mutual)[(sender != public) & (recipient != public)]
    found, counts = np.unique(keys, return_counts=True)
    order = np.lexsort((found, -counts))[:limit]
    return [_pair(int(found[k]), int(counts[k]), both, language) for k in order]


def of_party(charted: pd.DataFrame, by: By, value: str) -> pd.DataFrame:
    """Return the communications that *value* is on either side of."""
    both = parties.sides(charted, by)
    if value not in both.values:
        return charted.iloc[:0]
    place = both.values.index(value)
    return charted.iloc[np.flatnonzero((both.sender == place) | (both.recipient == place))]


def newest(charted: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the communications that began last, the newest first; those without a date come last."""
    days = bins.dated(charted)
    order = np.argsort(np.where(days.known, -days.first, np.iinfo(np.int64).max), kind="stable")
    return charted.iloc[order[:limit]]


def latest(charted: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the communications of the latest days, the latest first; those known to a month or worse are left out."""
    exact = charted[(charted["date_precision"] == Precision.DAY).to_numpy()]
    return exact.iloc[np.argsort(-bins.dated(exact).first, kind="stable")[:limit]]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Hold how many communications one thing is the matter with, and the first of them."""

    n: int
    first: pd.DataFrame


def to_review(view: filters.View, limit: int) -> dict[str, Doubtful]:
    """Return what deserves a second look, by what is the matter, and at most *limit* communications of each."""
    return {name: _doubtful(view, matter, limit) for name, matter in _matters(view.tables.events).items()}


def _doubtful(view: filters.View, matter: Mask, limit: int) -> Doubtful:
    rows = view.tables.grouped.choose(matter if view.kept is None else matter & view.kept)
    return Doubtful(len(rows), view.tables.events[list(tables.CHARTED)].iloc[rows[:limit]])


def _matters(events: pd.DataFrame) -> dict[str, Mask]:
    """Mark the rows that each thing is the matter with."""
    date = events["date"]
    doubtful = _table(date, lambda value: _DOUBTFUL in value)
    unknown = _has_unknown(events, "sender") | _has_unknown(events, "recipient")
    return {
        "doubtful_date": doubtful[codes(date)],
        "unknown_date": events["date_start"].isna().to_numpy(),
        "unknown_party": unknown,
        "low_confidence": (events["confidence"] < LOW).to_numpy(),
    }


def _has_unknown(events: pd.DataFrame, side: str) -> Mask:
    ids = events[f"{side}_id"]
    return np.asarray(_table(ids, lambda value: value.startswith(_UNKNOWN))[codes(ids)])


def _table(column: pd.Series, holds: Callable[[str], bool]) -> Mask:
    """Tell of each category of *column* whether it *holds*, and last that it does not of a missing value."""
    return np.array([*map(holds, column.cat.categories.tolist()), False], dtype=np.bool_)


def _distinct(charted: pd.DataFrame, what: str) -> int:
    both = np.concatenate([contacts.codes(charted[f"{side}_{what}"]) for side in ("sender", "recipient")])
    return int(np.count_nonzero(np.bincount(both[both >= 0])))


def _largest(counts: npt.NDArray[np.int64], both: Sides, limit: int) -> list[int]:
    present = (k for k in np.flatnonzero(counts).tolist() if both.values[k] != NONE)
    return sorted(present, key=lambda k: (-counts[k], both.values[k]))[:limit]


def _pair(key: int, n: int, both: Sides, language: Language) -> Pair:
    low, high = divmod(key // 2, len(both.values))
    names = (both.name(low, language), both.name(high, language))
    return Pair(both.values[low], both.values[high], *names, bool(key % 2), n)
