"""Bring the tables and their word groups into the form that is read fast, and keep it between runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from explore.knowledge import cache
from explore.knowledge.entries import entries
from explore.knowledge.latin import learn
from explore.knowledge.packed import Packed, Plain, pack
from explore.knowledge.rows import to_plain
from explore.knowledge.senses import NOTHING, Sense, Senses, from_rows, to_rows
from explore.knowledge.tables import FOLDER, Tables, from_plain, parse, read_sources
from explore.text import fold

# What follows the first word of a group, each word behind a space ("" for the word alone) -> senses; none where the
# words only begin a longer group.
Group = Mapping[str, Senses]
# The code that makes the kept value, as it was when this process began to run it.
_CODE = {path.name: path.read_bytes() for path in (*sorted(FOLDER.glob("*.py")), Path(fold.__file__))}


@dataclass(frozen=True, slots=True)
class Compiled:
    """Hold the tables, every word group of them by its first word, and the Latin spellings by their first letter."""

    tables: Tables
    groups: Mapping[str, Group]
    latin: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER, where: Path | None = None) -> Compiled:
    """Return the tables of *folder*, from the cache in *where* (the user's, unless told) or compiled anew.

    Raises:
        KnowledgeError: a table is missing, is not TOML, or an entry lacks a field; the message names it.
    """
    sources = read_sources(folder)
    key = cache.digest({**_CODE, **sources})
    plain = cache.fetch("knowledge", key, lambda: _compile(sources), where or cache.folder())
    latin = Packed(plain["latin"], lambda _, spellings: spellings)
    return Compiled(from_plain(plain["tables"]), Packed(plain["groups"], _unpack), latin)


def _compile(sources: Mapping[str, bytes]) -> Plain:
    files = parse(sources)
    tables = to_plain(files)
    groups = _rows(group(entries(from_plain(tables))))
    return {"tables": tables, "groups": pack(groups), "latin": pack(_by_letter(learn(files)))}


def _by_letter(spellings: Mapping[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for word, latin in spellings.items():
        found.setdefault(word[:1], {})[word] = latin
    return found


def _rows(groups: Mapping[str, Group]) -> dict[str, Plain]:
    return {head: {rest: to_rows(senses) for rest, senses in group.items()} for head, group in groups.items()}


def _unpack(_: str, rows: Plain) -> Group:
    return {rest: from_rows(senses) for rest, senses in rows.items()}


def group(found: Iterable[tuple[str, Sense]]) -> dict[str, Group]:
    """Gather word groups by their first word, with everything that begins a longer group."""
    groups: dict[str, dict[str, Senses]] = {}
    for words, sense in found:
        head, *rest = words.split() or [""]
        known = groups.setdefault(head, {"": NOTHING})
        place = ""
        for word in rest:
            place = f"{place} {word}"
            known.setdefault(place, NOTHING)
        if sense not in known[place]:
            known[place] = Senses((*known[place], sense))
    return dict(groups)
