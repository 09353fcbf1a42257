"""Hold the laws of a reading over any text: it never fails, and all that it quotes stands where it says."""

import random
import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from explore.model import Article, Span
from explore.reading import default

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "events.toml").read_text("utf-8"))
TEXTS = [case["text"] for name in ("made_up", "negative", "known_failures") for case in CASES[name]]
WORDS = sorted({word for text in TEXTS for word in text.split()})
SENTENCES = st.lists(st.sampled_from(TEXTS), max_size=12).map(" ".join)
JUMBLES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
# What mail, scraped pages and PDFs leave in a text: marks, controls, halves of pairs, letters of other scripts.
ODDITIES = [*WORDS[::7], "\u0640", "\u064b", "\u200f", "\u202e", "\ufeff", "\n", "(", "»", "\U0001f4e8", "و"]
SCRAPS = st.lists(st.sampled_from(ODDITIES)).map("".join)
DAYS = st.one_of(st.none(), st.dates().map(str))


def check(text: str, day: str | None) -> None:
    reading = default().read(Article("a", "a.txt", 1, "", text, "", published=day))
    assert reading.article.text == text
    for one in reading.mentions:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.why
    for event in reading.events:
        for span in (event.trigger, event.evidence):
            assert 0 <= span.start < span.end <= len(text)
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        assert event.why
        assert 0 < event.confidence <= 1
        assert (event.date_start is None) == (event.date_end is None)
        assert event.recipient is None or event.recipient.id != event.sender.id
    assert len({event.event_id for event in reading.events}) == len(reading.events)


@settings(deadline=None, max_examples=60)
@given(SENTENCES, DAYS)
def test_sentences_in_any_order(text: str, day: str | None) -> None:
    check(text, day)


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.text(), JUMBLES, SCRAPS), DAYS)
def test_any_text(text: str, day: str | None) -> None:
    check(text, day)


def test_torn_sentences() -> None:
    """Torn and joined anew, real constructions meet in ways that no grammar foresees: thousands are read here."""
    draw = random.Random(0)
    for _ in range(6_000):
        torn = (tear(draw, draw.choice(TEXTS).split()) for _ in range(draw.randint(1, 6)))
        check(" ".join(torn), draw.choice((None, "2018-06-15")))


def tear(draw: random.Random, words: list[str]) -> str:
    first = draw.randrange(len(words))
    return " ".join(words[first : first + draw.randint(1, 16)])


@settings(deadline=None, max_examples=30)
@given(SENTENCES, DAYS)
def test_reading_twice_gives_the_same(text: str, day: str | None) -> None:
    article = Article("a", "a.txt", 1, "", text, "", published=day)
    assert default().read(article) == default().read(article)


def test_a_span_quotes_its_words() -> None:
    text = "استقبل السيسي ماكرون."
    event = default().read(Article("a", "a.txt", 1, "", text, "", published="2019-03-14")).events[0]
    assert event.trigger == Span(0, 6)
    assert event.evidence.of(text) == "استقبل السيسي ماكرون"
