"""Lay readings out as three pandas frames with declared columns and dtypes: articles, mentions, events.

A missing value is NaN (or NaT), never an empty string. Names and ids are categories: small and quick to filter. The two
sides of an event share their categories, so that their codes can be compared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore import blocs, columns, contacts
from explore.columns import ARTICLES, CHARTED, EVENTS, MENTIONS, typed
from explore.model import Actor, Event, Mention, Reading

__all__ = [
    "ARTICLES",
    "CHARTED",
    "EMPTY",
    "EVENTS",
    "MENTIONS",
    "Tables",
    "build",
    "charted",
    "communications",
    "count",
    "rows",
    "typed",
]

_ACTOR = ("id", "name_en", "name_ar", "type", "country", "office")


@dataclass(frozen=True)
class Tables:
    """Hold the three frames of one corpus, and what is worked out from them once."""

    articles: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame

    @cached_property
    def grouped(self) -> contacts.Grouped:
        """Group the event rows by communication and pair."""
        return contacts.group(self.events)

    @cached_property
    def source(self) -> pd.Series:
        """Give the source of the article of every event row."""
        source, article = self.articles["source"], self.events["article_id"]
        table = np.full(len(article.cat.categories) + 1, -1, dtype=np.int32)
        table[contacts.codes(self.articles["article_id"])] = contacts.codes(source)
        return pd.Series(pd.Categorical.from_codes(table[contacts.codes(article)], source.cat.categories))

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """Give the English and the Arabic name of every actor by its id."""
        found: dict[str, tuple[str, str]] = {}
        for side in ("recipient", "sender"):
            wanted = [f"{side}_id", f"{side}_name_en", f"{side}_name_ar"]
            for key, english, arabic in _first_of_each(self.events, wanted).itertuples(index=False):
                found[key] = (_or(english, arabic, key), _or(arabic, english, key))
        return found

    @cached_property
    def blocs(self) -> Mapping[str, npt.NDArray[np.uint32]]:
        """Give the blocs of the states of both sides of every event row, by the column of the states."""
        return {name: blocs.bits(self.events, name) for name in ("sender_country", "recipient_country")}

    @cached_property
    def searchable(self) -> pd.Series:
        """Hold the folded title and text of every article, between spaces, for the search of words."""
        return columns.searchable(self.articles)


def build(readings: Iterable[Reading]) -> Tables:
    """Lay *readings* out as frames, in the order given."""
    articles: list[dict[str, object]] = []
    mentions: list[dict[str, object]] = []
    events: list[dict[str, object]] = []
    for reading in readings:
        text, article_id = reading.article.text, reading.article.article_id
        articles.append(_article(reading))
        mentions.extend({"article_id": article_id, **_mention(mention)} for mention in reading.mentions)
        events.extend(_event(event, text) for event in reading.events)
    return share(_frame(articles, ARTICLES), _frame(mentions, MENTIONS), _frame(events, EVENTS))


def rows(reading: Reading) -> dict[str, object]:
    """Return the JSON object of one article: its own fields, and lists of its mentions and its events."""
    shown = _article(reading)
    return {
        **shown,
        "mentions": [_mention(mention) for mention in reading.mentions],
        "events": [_event(event, reading.article.text) for event in reading.events],
    }


def communications(events: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each communication and pair, with ``n_sources``, the number of articles that report it.

    The row kept is the one that best tells it: what happened comes before what was only planned.
    """
    grouped = contacts.group(events)
    chosen = grouped.choose()
    n_sources = contacts.reports(events, grouped.contact)[grouped.contact[chosen]]
    return events.iloc[chosen].assign(n_sources=n_sources)


def charted(events: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each communication and pair, with the columns that charts read and no others.

    A frame that is so already, such as ``View.charted``, comes back as it is.
    """
    if tuple(events.columns) == CHARTED:
        return events
    return events[list(CHARTED)].iloc[contacts.group(events).choose()]


def count(events: pd.DataFrame) -> int:
    """Count the communications in *events*, however many articles report each."""
    return int(contacts.of(events).max(initial=-1)) + 1


def _article(reading: Reading) -> dict[str, object]:
    article = reading.article
    counts = {"n_mentions": len(reading.mentions), "n_events": len(reading.events)}
    return {name: counts[name] if name in counts else getattr(article, name) for name in ARTICLES}


def _mention(mention: Mention) -> dict[str, object]:
    return dataclasses.asdict(mention)


def _event(event: Event, text: str) -> dict[str, object]:
    values: dict[str, object] = {
        **{name: getattr(event, name) for name in EVENTS if hasattr(event, name)},
        **_party("sender", event.sender),
        **_party("recipient", event.recipient),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "evidence_start": event.evidence.start,
        "evidence_end": event.evidence.end,
        "evidence": event.evidence.of(text),
    }
    return {name: values[name] for name in EVENTS}


def _party(side: str, actor: Actor | None) -> dict[str, object]:
    return {f"{side}_{name}": None if actor is None else getattr(actor, name) for name in _ACTOR}


def _frame(records: Sequence[Mapping[str, object]], declared: Mapping[str, str]) -> pd.DataFrame:
    return typed(pd.DataFrame.from_records(records, columns=list(declared)), declared)


def share(articles: pd.DataFrame, mentions: pd.DataFrame, events: pd.DataFrame) -> Tables:
    """Give the article ids of all three frames the same categories, in the order of the articles."""
    ids = articles["article_id"].drop_duplicates().tolist()
    # A cast to the same categories in another order would leave the order as it is.
    frames = (articles, mentions, events)
    return Tables(*(frame.assign(article_id=frame["article_id"].cat.set_categories(ids)) for frame in frames))


def _first_of_each(frame: pd.DataFrame, wanted: list[str]) -> pd.DataFrame:
    key = frame[wanted[0]]
    first = contacts.first_rows(np.asarray(key.cat.codes, dtype=np.int64), len(key.cat.categories))
    return frame.iloc[first][wanted]


def _or(*values: Any) -> str:
    """Return the first of *values* that is a text."""
    return next(value for value in values if isinstance(value, str))


EMPTY = build(())
