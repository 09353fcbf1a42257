"""Read the sentences of tests/cases/events.toml: who communicated with whom, how, when, and whether it took place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from explore.model import Article, Channel, Event
from explore.reading import default

TESTS = Path(__file__).parents[1]
SEEDS = TESTS.parent / "seeds"
CASES = tomllib.loads((TESTS / "cases" / "events.toml").read_text("utf-8"))


def read(case: dict[str, Any]) -> list[str]:
    article = Article("a", "a.txt", 1, "", case["text"], "", published=case.get("published"))
    events = default().read(article).events
    return sorted(tell(event) for event in events if case.get("statements") or event.channel is not Channel.STATEMENT)


def tell(event: Event) -> str:
    sides = [event.sender.name_en, event.recipient.name_en if event.recipient is not None else "-"]
    told = " – ".join(sorted(sides)) if event.mutual else " → ".join(sides)
    occasion = f", {event.occasion}" if event.occasion is not None else ""
    return f"{event.channel} {event.status}: {told}, {event.date or 'undated'}{occasion}"


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["label"]) for case in CASES[name]]


@pytest.mark.parametrize("case", cases("in_the_wild"))
def test_what_the_press_writes(case: dict[str, Any]) -> None:
    assert read(case) == sorted(case["events"])


def test_the_wild_is_in_the_seeds() -> None:
    seeds = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.iterdir()))
    wild = [line.rstrip(".") for case in CASES["in_the_wild"] for line in case["text"].split("\n")]
    assert [line for line in wild if line not in seeds] == []


@pytest.mark.parametrize("case", cases("made_up"))
def test_each_rule(case: dict[str, Any]) -> None:
    assert read(case) == sorted(case["events"])


@pytest.mark.parametrize("case", cases("negative"))
def test_what_is_no_communication(case: dict[str, Any]) -> None:
    assert read(case) == []


@pytest.mark.xfail(strict=True, reason="known failure: a test that passes belongs in another section")
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    assert read(case) == sorted(case["events"])
