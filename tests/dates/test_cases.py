"""Read the date expressions of tests/cases/dates.toml."""

import tomllib
from pathlib import Path

import pytest

from explore.dates import find, publication, resolve
from explore.text.tokens import tokenize

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "dates.toml").read_text("utf-8"))


def read(case):
    tokens = tokenize(case["text"])
    mentions = find.find(tokens)
    published = publication.infer(tokens, mentions, case.get("published"))
    dated = resolve.resolve(mentions, published)
    return [[case["text"][mention.start : mention.end], mention.value or "?"] for mention in dated]


def cases(*names):
    return [pytest.param(case, id=case["label"]) for name in names for case in CASES[name]]


@pytest.mark.parametrize("case", cases("in_the_wild", "made_up"))
def test_dates_are_found_and_placed(case):
    assert read(case) == case["dates"]


@pytest.mark.parametrize("case", cases("negative"))
def test_what_is_no_date_is_left_alone(case):
    assert read(case) == []


@pytest.mark.xfail(strict=True, reason="known failure: a test that passes belongs in another section")
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case):
    assert read(case) == case["dates"]
