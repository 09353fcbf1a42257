"""Say what printed things say around their charts, from the table in printed.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from explore.phrases import Language


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("explore.export").joinpath("printed.toml").read_text(encoding="utf-8"))


def say(key: str, language: Language, **values: object) -> str:
    """Fill the sentence *key* with *values*.

    >>> say("page", "en", n=2, total=9)
    'Page 2 of 9'
    """
    shown: str = _table()["text"][key][language]
    return shown.format(**values)


def method(language: Language) -> list[str]:
    """Return the paragraphs on method and limits."""
    paragraphs: list[str] = _table()["method"][language]
    return paragraphs
