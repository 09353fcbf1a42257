"""Apply a selection to the tables: the same frames, fewer rows, and how many each further choice would leave.

A selection is what the analyst asked for, a view is what it leaves. ``explore.masks`` does the marking.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from explore import blocs, phrases
from explore.contacts import Codes, Mask, codes
from explore.facets import Option, names, options
from explore.masks import OF_ARTICLES, Sieve, at_articles
from explore.selection import (
    FIELDS,
    NONE,
    SHOWN_FIRST,
    SHOWN_LAST,
    Chip,
    Choice,
    Selection,
    parse_words,
    print_words,
    to_query,
)
from explore.selection import from_query as _from_query
from explore.tables import CHARTED, Tables

__all__ = [
    "FIELDS", "NONE", "SHOWN_FIRST", "SHOWN_LAST", "Chip", "Choice", "Option", "Selection", "View",
    "all_facets", "apply", "facets", "from_query", "known", "name", "parse_words", "print_words", "to_query",
]  # fmt: skip


@dataclass(frozen=True)
class View:
    """Show the part of *tables* that a selection keeps; each frame is cut when it is first looked at.

    ``kept`` marks the event rows kept and ``kept_articles`` the articles; None stands for all. ``sieve`` counts what
    further choices would leave.
    """

    sieve: Sieve
    kept: Mask | None
    kept_articles: Mask | None

    @property
    def tables(self) -> Tables:
        """Return the tables that are shown in part."""
        return self.sieve.tables

    @property
    def rows(self) -> Codes:
        """Return one event row for each communication kept, the one that best tells it."""
        return self.sieve.rows(None)

    @cached_property
    def events(self) -> pd.DataFrame:
        """Return the event rows kept."""
        return self.tables.events if self.kept is None else self.tables.events[self.kept]

    @cached_property
    def charted(self) -> pd.DataFrame:
        """Return one row for each communication kept, with the columns that charts read: quicker than from events."""
        return self.tables.events[list(CHARTED)].iloc[self.rows]

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Return the articles kept."""
        return self.tables.articles if self.kept_articles is None else self.tables.articles[self.kept_articles]

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Return the mentions of the articles kept."""
        if self.kept_articles is None:
            return self.tables.mentions
        return self.tables.mentions[at_articles(self.tables, self.tables.mentions, self.kept_articles)]

    @property
    def n(self) -> int:
        """Count the communications kept."""
        return len(self.rows)


def apply(tables: Tables, selection: Selection) -> View:
    """Keep the rows of *tables* that *selection* asks for; rows are never added, changed or moved.

    An event is kept when its days overlap the dates asked for; of unknown date, only when no dates are asked for.
    Sender and recipient of a mutual event match in either order. Articles follow their events, but while nothing or
    only the source and words of articles are asked for, articles without events stay too.
    """
    sieve = Sieve(tables, selection)
    kept = sieve.without(None)
    if set(sieve.masks) <= set(OF_ARTICLES):
        return View(sieve, kept, sieve.kept_articles)
    at = codes(tables.events["article_id"])[kept]
    left = np.bincount(at, minlength=len(tables.events["article_id"].cat.categories)) > 0
    return View(sieve, kept, left[codes(tables.articles["article_id"])])


def facets(tables: Tables, selection: Selection, field: str) -> list[Option]:
    """Count the communications that each value of *field* has under the other filters, most frequent first.

    Values that are chosen are listed even when nothing is left of them. The words of texts have no facets.
    """
    return options(Sieve(tables, selection), field)


def all_facets(tables: Tables, selection: Selection) -> dict[str, list[Option]]:
    """Return the facets of every field, sharing the work."""
    sieve = Sieve(tables, selection)
    return {field: options(sieve, field) for field in FIELDS if field != "words"}


def known(tables: Tables) -> dict[str, Collection[str]]:
    """List the values that exist in *tables*, for the fields whose values the corpus decides."""
    events = tables.events
    ids, states = set(events["sender_id"].cat.categories), set(events["sender_country"].cat.categories)
    sources = set(tables.articles["source"].cat.categories)
    people = {field: {*ids, NONE} for field in ("person", "sender", "recipient")}
    countries = {field: {*states, *blocs.known(), NONE} for field in ("country", "sender_country", "recipient_country")}
    return {**people, **countries, "source": {*sources, NONE}}


def from_query(query: Mapping[str, str | list[str]], tables: Tables | None = None) -> tuple[Selection, list[str]]:
    """Read a selection from an address; with *tables*, values that the corpus does not know are dropped and listed."""
    return _from_query(query, None if tables is None else known(tables))


def name(tables: Tables, field: str, value: str, language: phrases.Language) -> str:
    """Return the name under which *value* of *field* is shown."""
    pair = names(tables, field, value)
    return pair[0] if language == "en" else pair[1]
