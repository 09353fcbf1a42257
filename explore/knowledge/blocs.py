"""Read which states stand together: blocs, and since and until when each of their members was one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explore.knowledge.tables import FOLDER, read_toml

FILE = "blocs.toml"


@dataclass(frozen=True, slots=True)
class Bloc:
    """Hold one bloc: how its members are called together, and the days on which each joined and left, if any."""

    key: str
    name_en: str
    name_ar: str
    members: tuple[str, ...]
    since: Mapping[str, dt.date]
    until: Mapping[str, dt.date]


@lru_cache(maxsize=1)
def load() -> Mapping[str, Bloc]:
    """Return the blocs by key.

    Raises:
        KnowledgeError: the table is missing or is not TOML.
    """
    return {
        key: Bloc(
            key,
            entry["name_en"],
            entry["name_ar"],
            tuple(entry["members"]),
            entry.get("since", {}),
            entry.get("until", {}),
        )
        for key, entry in read_toml(FOLDER / FILE).items()
    }
