"""Say what exports say besides the data, in Arabic and English, from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from explore.phrases import Language


@cache
def section(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of one section of the table by their keys, in the order of the table."""
    table = tomllib.loads(resources.files("explore.export").joinpath("words.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, str]] = table[name]
    return found


def say(name: str, key: str, language: Language, **values: object) -> str:
    """Return the words *key* of the section *name*, filled with *values*.

    >>> say("sheet", "codebook", "ar")
    'دليل الأعمدة'
    """
    return section(name)[key][language].format(**values)
