"""Read the names and roles of tests/cases/entities.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from explore.model import Article, EntityType
from explore.reading import default

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "entities.toml").read_text("utf-8"))


def read(case: dict[str, Any]) -> list[list[str | None]]:
    article = Article("a", "a.txt", 1, "", case["text"], "", published=case["published"])
    mentions = default().read(article).mentions
    return [[one.type.value, one.text, one.name_en] for one in mentions if one.type is not EntityType.DATE]


def cases(*names: str) -> list[Any]:
    return [pytest.param(case, id=case["label"]) for name in names for case in CASES[name]]


@pytest.mark.parametrize("case", cases("in_the_wild", "made_up"))
def test_names_and_roles_are_found(case: dict[str, Any]) -> None:
    assert read(case) == case["entities"]


@pytest.mark.parametrize("case", cases("negative"))
def test_words_that_are_no_names(case: dict[str, Any]) -> None:
    assert read(case) == []


@pytest.mark.xfail(strict=True, reason="known failure: a test that passes belongs in another section")
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    assert read(case) == case["entities"]
