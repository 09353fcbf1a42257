"""Check the inflected forms against tests/cases/forms.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from explore.knowledge import forms
from explore.knowledge.forms import Form
from explore.text.fold import key as fold_key

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "forms.toml").read_text(encoding="utf-8"))


def told(form: Form) -> str:
    """Write a form as the cases do."""
    parts = (form.word, form.number, form.gender, "definite" if form.definite else "", form.pronoun, form.tense)
    return " ".join(part for part in parts if part)


def made(kind: str, case: dict[str, Any]) -> list[Form]:
    if kind == "verb":
        return list(forms.verb(case["past"], case["present"], past_f=case.get("past_f", "")))
    return list(getattr(forms, kind)(case["word"], tuple(case.get("plurals", ()))))


ALL = [pytest.param(kind, case, id=f"{kind}: {case['label']}") for kind, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("kind", "case"), ALL)
def test_forms_are_made(kind: str, case: dict[str, Any]) -> None:
    found = {told(form) for form in made(kind, case)}
    assert [wanted for wanted in case["has"] if wanted not in found] == []


@pytest.mark.parametrize(("kind", "case"), ALL)
def test_wrong_forms_are_not_made(kind: str, case: dict[str, Any]) -> None:
    found = {form.word for form in made(kind, case)}
    assert found.isdisjoint(case["lacks"])


@pytest.mark.parametrize(("kind", "case"), ALL)
def test_forms_are_in_folded_spelling(kind: str, case: dict[str, Any]) -> None:
    words = {form.word for form in made(kind, case)}
    assert {word for word in words if fold_key(word) != word} == set()
