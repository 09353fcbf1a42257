"""Name the place of a communication in the language of the page; the tables of events hold its English name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from explore.knowledge.tables import FOLDER, read_toml
from explore.phrases import Language


def name(place: str, language: Language) -> str:
    """Return the name of *place*; one that is not in the knowledge tables keeps its own.

    >>> name("Helsinki", "ar"), name("Russia", "ar"), name("Moscow", "en")
    ('هلسنكي', 'روسيا', 'Moscow')
    """
    return place if language == "en" else _arabic().get(place, place)


@cache
def _arabic() -> Mapping[str, str]:
    """Read the two tables that name places, and no others: reading all takes seconds."""
    places, countries = (read_toml(FOLDER / file) for file in ("places.toml", "countries.toml"))
    found = {english: row["names"][0] for english, row in places.items() if row.get("names")}
    for row in countries.values():
        found[row["name_en"]] = row["names"][0]
        if row.get("capital"):
            found[row["capital_en"]] = row["capital"][0]
    return found
