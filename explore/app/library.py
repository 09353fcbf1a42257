"""Read the articles that the dashboard was started on, once for every state of the files."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import streamlit as st

from explore import corpus, filters, tables
from explore.corpus import Corpus
from explore.model import EntityType, Reading
from explore.tables import Tables

VARIABLE = "BARQIYA_PATHS"
_PACKAGE = Path(__file__).resolve().parents[1]
# Beside the package in a checkout, inside it when installed.
_SEEDS = (_PACKAGE.parent / "seeds", _PACKAGE / "seeds")
# Two states of the files: what is read anew, and what other sessions may still look at.
_KEPT = 2


@dataclass(frozen=True)
class Library:
    """Hold what was read, and its tables."""

    corpus: Corpus
    tables: Tables
    state: str = ""  # tells one state of the files from another

    @cached_property
    def whole(self) -> filters.View:
        """View everything, without filters."""
        return filters.apply(self.tables, filters.Selection())

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Give the Arabic name of every place by its English one, as the articles name it."""
        named = self.tables.mentions.loc[self.tables.mentions["type"] == EntityType.GPE, ["name_en", "name_ar"]]
        return dict(named.dropna().astype("str").drop_duplicates("name_en").itertuples(index=False))

    @cached_property
    def sources(self) -> Mapping[str, int]:
        """Count the articles that report each communication."""
        events = self.tables.events.astype({"communication_id": "str", "article_id": "str"})
        counted = events.groupby("communication_id")["article_id"].nunique()
        return {str(communication): int(n) for communication, n in counted.items()}

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """Give every reading by the id of its article."""
        return {reading.article.article_id: reading for reading in self.corpus.readings}


def paths() -> tuple[str, ...]:
    """Return the files and folders to read: from the environment, the command line, or the seeds that come along."""
    if os.environ.get(VARIABLE):
        return tuple(path for path in os.environ[VARIABLE].split(os.pathsep) if path)
    if Path(sys.argv[0]).name == "dashboard.py" and sys.argv[1:]:
        return tuple(sys.argv[1:])
    return (str(next((folder for folder in _SEEDS if folder.is_dir()), _SEEDS[0])),)


def load() -> Library:
    """Return the library of ``paths()``; it is read again only when a file changed."""
    return _load(paths(), tuple(_stamps(paths())))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _load(paths: tuple[str, ...], stamps: tuple[tuple[str, int, int], ...]) -> Library:
    """Read *paths*. The *stamps* are only here to tell one state of the files from another."""
    read = corpus.read(paths)
    return Library(read, tables.build(read.readings), hashlib.sha256(repr(stamps).encode()).hexdigest())


def _stamps(paths: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of every file, in a stable order."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                known = file.stat()
                yield str(file), known.st_size, known.st_mtime_ns
