"""The reasons of the reader in Arabic: all that it gives for real sentences, and all acts and bodies."""

import re
import tomllib
from pathlib import Path

import pytest

import explore
from explore import numerals
from explore.app import reasons
from explore.app.words import Words
from explore.model import Article
from explore.reading import default

ARABIC = Words("ar")
KNOWLEDGE = Path(explore.__file__).parent / "knowledge"
CASES = Path(__file__).parents[1] / "cases"


def given(reading):
    """Yield every reason of a reading."""
    yield from (why for event in reading.events for why in (event.why, event.date_basis) if why)
    yield from (mention.why for mention in reading.mentions if mention.why)
    yield from [reading.article.published_basis] if reading.article.published_basis else []


def is_arabic(said):
    return not re.search("[A-Za-z{}]", said)


def test_the_reasons_of_the_five_articles_are_said_in_arabic(seeds):
    everything = {why for reading in seeds.corpus.readings for why in given(reading)}
    everything |= {part.why for part in seeds.corpus.set_aside}
    assert len(everything) > 50
    assert {why for why in everything if not is_arabic(reasons.said(why, ARABIC))} == set()


@pytest.mark.parametrize("file", ["events", "entities", "dates"])
def test_the_reasons_of_all_cases_are_said_in_arabic(file):
    cases = tomllib.loads((CASES / f"{file}.toml").read_text("utf-8"))
    everything = set()
    for n, case in enumerate(case for kind in cases.values() for case in kind):
        article = Article(f"a{n}", "cases", 1, "", case["text"], "", published=case.get("published"))
        everything |= set(given(default().read(article)))
    assert {why for why in everything if not is_arabic(reasons.said(why, ARABIC))} == set()


@pytest.mark.parametrize("kind", ["verb", "noun", "support"])
def test_every_act_has_a_word(kind):
    acts = tomllib.loads((KNOWLEDGE / "acts.toml").read_text("utf-8"))
    assert set(reasons.table()[kind]) == set(acts[kind])


def test_every_body_has_a_word():
    assert set(reasons.table()["body"]) == set(tomllib.loads((KNOWLEDGE / "bodies.toml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("president of RUS on that day", "رئيس، روسيا، في ذلك اليوم"),
        (
            "the sentence is dated so: 2 days before the article's day",
            "الجملة مؤرخة بذلك، عدد الأيام قبل يوم المقال: 2",
        ),
        ("embassy of USA", "سفارة، الولايات المتحدة"),
        ("White House stands for the state", "البيت الأبيض بمعنى الدولة"),
        (
            "link to another story, under «اقرأ أيضًا» (line 132)",
            "رابط إلى خبر آخر، تحت «اقرأ أيضًا» (السطر 132)",
        ),
        (
            "a Sunday that fits the dates at 58-85, 784-812, and 2019 as the latest year named",
            "يوم الأحد يوافق التواريخ في المواضع 58-85, 784-812، وآخر سنة مذكورة 2019",
        ),
        ("whatever nobody foresaw", "whatever nobody foresaw"),
    ],
)
def test_a_reason_is_said(why, said):
    assert reasons.said(why, ARABIC) == said
    assert reasons.said(why, Words("en")) == why


def test_the_digits_of_a_reason_follow_the_choice():
    try:
        numerals.use("arabic")
        assert reasons.said("2 days after the article's day", ARABIC) == "عدد الأيام بعد يوم المقال: ٢"
    finally:
        numerals.use("latin")
