import dataclasses
import os
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, sync_playwright

import explore
from explore import filters, tables
from explore.columns import ARTICLES, EVENTS, MENTIONS, typed
from explore.filters import View
from explore.model import Actor, Article, Channel, EntityType, Event, Mention, Precision, Reading, Span, Status
from explore.selection import Selection

CASES = Path(__file__).parents[1] / "cases" / "export.toml"
SEEDS = Path(__file__).parents[2] / "seeds"
NASTY: list[str] = tomllib.loads(CASES.read_text(encoding="utf-8"))["texts"]
_BEFORE = "نص "


def _reading(number: int, text: str) -> Reading:
    """Return an article whose title, source, text, evidence, mention and sender all say *text*."""
    key = f"a-{number}"
    article = Article(
        key, f"{text}.txt", 1, text, f"{_BEFORE}{text} آخر", f"{number:064x}", text, text, "2018-12-30", "told"
    )
    span = Span(len(_BEFORE), len(_BEFORE) + len(text))
    sender = Actor(f"p{number % 5}", f"Name {number % 5}", f"اسم {number % 5}", EntityType.PER, "RUS", "president")
    recipient = Actor("q", "Other", "آخر", EntityType.GPE, None) if number % 3 else None
    event = Event(
        f"{key}#1", f"c-{number // 2}", key, list(Channel)[number % 8], None, Status.HAPPENED, number % 4 == 1, sender,
        recipient, "2018-12-30?", "2018-12-30", "2018-12-30", Precision.DAY, "told", text, span, span,
        0.1 + number % 9 / 10, "051", "SUPPORT", f"because {text}",
    )  # fmt: skip
    mention = Mention(f"{key}@3", span.start, span.end, text, EntityType.PER, "p", "P", "ب", "RUS", None, None, text)
    return Reading(article, (mention,), (event,))


@pytest.fixture(scope="session")
def nasty() -> View:
    """Return a view of everything that has broken exports somewhere."""
    return filters.apply(tables.build(_reading(*pair) for pair in enumerate(NASTY)), Selection())


@pytest.fixture(scope="session")
def large(nasty: View) -> View:
    """Return a view of 100,000 rows of each table, with the same texts."""
    times = -(-100_000 // len(NASTY))

    def grown(frame: pd.DataFrame, declared: dict[str, str], ids: list[str]) -> pd.DataFrame:
        made = pd.concat([frame.astype(dict.fromkeys(ids, "str"))] * times, ignore_index=True)
        suffix = pd.Series(made.index // len(frame)).astype("str")
        return typed(made.assign(**{name: made[name] + "-" + suffix for name in ids}), declared)

    small = nasty.tables
    made = tables.share(
        grown(small.articles, ARTICLES, ["article_id"]),
        grown(small.mentions, MENTIONS, ["article_id", "mention_id"]),
        grown(small.events, EVENTS, ["article_id", "event_id", "communication_id"]),
    )
    return filters.apply(made, Selection())


@pytest.fixture(scope="session")
def seeds() -> View:
    """Return a view of the articles that come along."""
    return filters.apply(explore.read(SEEDS).tables, Selection())


@pytest.fixture(scope="session")
def letters(seeds: View) -> View:
    """Return a view of their letters."""
    return filters.apply(seeds.tables, Selection().add("channel", "letter"))


@pytest.fixture(scope="session")
def empty() -> View:
    """Return a view of nothing."""
    return filters.apply(tables.EMPTY, Selection())


@pytest.fixture(scope="session")
def nowhere(seeds: View) -> View:
    """Return a view that filters left nothing of."""
    return filters.apply(seeds.tables, dataclasses.replace(Selection(), confidence=1.0).add("channel", "video"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a real browser to compare with."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("BARQIYA_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium is on this machine to compare with")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--font-render-hinting=none"])
        yield running
        running.close()
