"""Read lists of words that a layer looks for, folded as the words of articles are, and keep them between runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from explore.knowledge import cache
from explore.knowledge.packed import Plain
from explore.knowledge.tables import parse, read_sources
from explore.text import fold

# The lists of one file: tables of lists by name.
WordLists = Mapping[str, Mapping[str, frozenset[str]]]
_FILE = "words.toml"
# The code that makes the kept value, as it was when this process began to run it.
_CODE = {path.name: path.read_bytes() for path in (Path(__file__), Path(fold.__file__))}


def read(folder: Path, where: Path | None = None) -> WordLists:
    """Return the lists of words.toml in *folder*, from the cache in *where* (the user's, unless told) or read anew.

    Raises:
        KnowledgeError: the file cannot be read or is not TOML.
    """
    sources = read_sources(folder)
    key = cache.digest({**_CODE, **sources})
    lists: WordLists = cache.fetch(f"{folder.name}-words", key, lambda: _fold(sources), where or cache.folder())
    return lists


def _fold(sources: Mapping[str, bytes]) -> Plain:
    tables = parse(sources)[_FILE]
    return {
        table: {name: frozenset(map(fold.key, words)) for name, words in lists.items()}
        for table, lists in tables.items()
    }
