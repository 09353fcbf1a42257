"""Hold a corpus together with its pandas frames: what a notebook works with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from explore import corpus
from explore.corpus import Corpus

if TYPE_CHECKING:
    import pandas as pd

    from explore.tables import Tables


@dataclass(frozen=True)
class Collection(Corpus):
    """Hold readings, what was set aside, problems, and the frames ``articles``, ``mentions`` and ``events``."""

    @cached_property
    def tables(self) -> Tables:
        """Lay the readings out as frames, once. pandas is loaded only here."""
        from explore import tables

        return tables.build(self.readings)

    @property
    def articles(self) -> pd.DataFrame:
        """Return one row an article."""
        return self.tables.articles

    @property
    def mentions(self) -> pd.DataFrame:
        """Return one row for every place in a text that names somebody, something or a day."""
        return self.tables.mentions

    @property
    def events(self) -> pd.DataFrame:
        """Return one row for every communication between one sender and one recipient that an article reports."""
        return self.tables.events


def read(paths: str | Path | Iterable[str | Path]) -> Collection:
    """Read a file, a folder, or several of them.

    >>> read("seeds").events["sender_name_en"].value_counts().idxmax()  # doctest: +SKIP
    'Vladimir Putin'
    """
    named = [paths] if isinstance(paths, str | Path) else paths
    found = corpus.read(named)
    return Collection(found.readings, found.set_aside, found.problems)
