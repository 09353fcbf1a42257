"""Say the words of the interface in the reader's language, from the table in words.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

from explore import numerals
from explore.phrases import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
# Each language in its own words, so that it can be found by those who read no other.
OWN_NAMES: dict[Language, str] = {"ar": "العربية", "en": "English"}


@cache
def table() -> dict[str, dict[str, dict[Language, str]]]:
    """Return the table: section, key, language, words."""
    return tomllib.loads(resources.files("explore.app").joinpath("words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """Say words in one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Say the words of *key* with *values* filled in.

        >>> Words("ar")("articles.part", part=2)
        'الجزء 2'
        """
        section, _, name = key.partition(".")
        return numerals.shown(table()[section][name][self.language]).format(**values)

    def has(self, key: str) -> bool:
        """Tell whether the table has words for *key*."""
        section, _, name = key.partition(".")
        return name in table().get(section, {})

    @property
    def direction(self) -> str:
        """Return the direction of the language as HTML writes it."""
        return "rtl" if self.language == "ar" else "ltr"
