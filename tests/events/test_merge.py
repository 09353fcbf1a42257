"""Count one communication once, and two as two."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.events.merge import merge_article, merge_corpus, same
from explore.model import Actor, Article, Channel, EntityType, Event, Occasion, Precision, Span, Status
from explore.reading import default

PUTIN, TRUMP, KIM = (
    Actor(key, key, key, EntityType.PER, country)
    for key, country in (("vladimir-putin", "RUS"), ("donald-trump", "USA"), ("kim-jong-un", "PRK"))
)
CALL = Event(
    event_id="a#1", communication_id="a#1", article_id="a", channel=Channel.CALL, occasion=None, status=Status.HAPPENED,
    mutual=False, sender=PUTIN, recipient=TRUMP, date=None, date_start=None, date_end=None,
    date_precision=Precision.UNKNOWN, date_basis="no date told", place=None, trigger=Span(0, 4), evidence=Span(0, 9),
    confidence=0.5, cameo="041", plover="CONSULT:phone", why="verb",
)  # fmt: skip
LETTER = replace(CALL, channel=Channel.LETTER, occasion=Occasion.NEW_YEAR)
MEETING = replace(CALL, channel=Channel.MEETING, mutual=True)


def on(event: Event, first: str, last: str | None = None) -> Event:
    """Return the event on a day, or in an interval that only its month is known of."""
    exact = last is None
    return replace(
        event, date=first if exact else first[:7], date_start=first, date_end=last or first,
        date_precision=Precision.DAY if exact else Precision.MONTH,
    )  # fmt: skip


def other_way(event: Event) -> Event:
    assert event.recipient is not None
    return replace(event, sender=event.recipient, recipient=event.sender)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CALL, CALL),
        (CALL, on(CALL, "2019-03-14")),
        (on(CALL, "2019-03-14"), on(CALL, "2019-03-01", "2019-03-31")),
        (CALL, other_way(replace(CALL, mutual=True))),
        (MEETING, other_way(MEETING)),
        (MEETING, replace(MEETING, channel=Channel.TALKS)),
        (replace(CALL, status=Status.PLANNED), replace(CALL, status=Status.WISHED)),
        (LETTER, replace(LETTER, occasion=Occasion.OTHER)),
        (LETTER, replace(LETTER, occasion=Occasion.CHRISTMAS)),
    ],
)  # fmt: skip
def test_reports_of_one(one: Event, other: Event) -> None:
    assert same(one, other)
    assert same(other, one)
    assert len(merge_article([one, other])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CALL, other_way(CALL)),
        (CALL, replace(CALL, recipient=KIM)),
        (CALL, replace(CALL, recipient=None)),
        (CALL, replace(CALL, channel=Channel.VIDEO)),
        (MEETING, replace(MEETING, channel=Channel.VISIT)),
        (CALL, replace(CALL, status=Status.PLANNED)),
        (CALL, replace(CALL, status=Status.DENIED)),
        (on(CALL, "2019-03-11"), on(CALL, "2019-03-14")),
        (on(CALL, "2019-02-28"), on(CALL, "2019-03-01", "2019-03-31")),
        (LETTER, replace(LETTER, occasion=Occasion.CONDOLENCE)),
    ],
)
def test_two_are_two(one: Event, other: Event) -> None:
    assert not same(one, other)
    assert not same(other, one)
    assert len(merge_article([one, other])) == 2


def test_what_is_long_past_is_not_the_news() -> None:
    old = on(MEETING, "2018-06-12")
    assert len(merge_article([MEETING, old], dt.date(2019, 3, 14))) == 2
    assert len(merge_article([MEETING, old], dt.date(2018, 6, 13))) == 1
    assert len(merge_article([MEETING, old], None)) == 1


def test_the_best_of_each_report_is_kept() -> None:
    vague = replace(other_way(on(CALL, "2019-03-01", "2019-03-31")), mutual=True, confidence=0.3)
    exact = replace(on(CALL, "2019-03-14"), place="Moscow", confidence=0.9, evidence=Span(20, 29))
    (merged,) = merge_article([vague, exact])
    assert (merged.date, merged.date_precision, merged.place) == ("2019-03-14", Precision.DAY, "Moscow")
    assert (merged.sender, merged.recipient, merged.mutual) == (PUTIN, TRUMP, False)
    assert (merged.confidence, merged.evidence) == (0.9, vague.evidence)


def test_a_named_occasion_wins_over_other() -> None:
    (merged,) = merge_article([replace(LETTER, occasion=Occasion.OTHER), LETTER])
    assert merged.occasion is Occasion.NEW_YEAR


def test_events_are_numbered_in_their_article() -> None:
    merged = merge_article([CALL, LETTER, CALL, MEETING])
    assert [event.event_id for event in merged] == ["a#1", "a#2", "a#3"]
    assert [event.channel for event in merged] == [Channel.CALL, Channel.LETTER, Channel.MEETING]


def test_undated_reports_of_two_articles_stay_apart() -> None:
    ids = merge_corpus([CALL, replace(CALL, event_id="b#1", article_id="b")])
    assert ids["a#1"] != ids["b#1"]


def test_dated_reports_of_two_articles_are_one() -> None:
    ids = merge_corpus([on(CALL, "2019-03-14"), replace(on(CALL, "2019-03-14"), event_id="b#1", article_id="b")])
    assert ids["a#1"] == ids["b#1"]


def communications(*texts: str, day: str = "2019-03-14") -> list[set[str]]:
    """Return the communications that each article reports, all articles being of one day."""
    read = [default().read(Article(str(n), "", 1, "", text, "", published=day)).events for n, text in enumerate(texts)]
    ids = merge_corpus(event for events in read for event in events)
    return [{ids[event.event_id] for event in events if event.channel is not Channel.STATEMENT} for events in read]


def test_one_call_in_two_papers() -> None:
    one, other = communications(
        "أجرى الرئيس الروسي فلاديمير بوتين، الأربعاء، اتصالا هاتفيا مع نظيره التركي رجب طيب أردوغان.",
        "قال الكرملين إن بوتين وأردوغان تحدثا هاتفيا الأربعاء.",
    )
    assert len(one) == 1
    assert one == other


def test_a_letter_sent_and_received() -> None:
    one, other = communications(
        "بعث أمير الكويت الشيخ صباح الأحمد الجابر الصباح في 13 مارس برقية تهنئة إلى الرئيس المصري عبد الفتاح السيسي.",
        "تلقى الرئيس المصري عبد الفتاح السيسي في 13 مارس برقية تهنئة من أمير الكويت الشيخ صباح الأحمد الجابر الصباح.",
    )
    assert len(one) == 1
    assert one == other


def test_two_calls_of_one_week_in_two_papers() -> None:
    one, other = communications(
        "أجرى بوتين الثلاثاء اتصالا هاتفيا مع أردوغان.", "أجرى بوتين الأربعاء اتصالا هاتفيا مع أردوغان."
    )
    assert len(one) == len(other) == 1
    assert one != other


def test_a_plan_and_what_came_of_it() -> None:
    one, other = communications(
        "يلتقي بوتين أردوغان في موسكو في 15 مارس 2019.", "قال الكرملين إن بوتين التقى أردوغان في 13 مارس 2019."
    )
    assert len(one) == len(other) == 1
    assert one != other


ACTORS = st.sampled_from([PUTIN, TRUMP, KIM])
DATES = st.sampled_from(
    [None, ("2019-03-14", None), ("2019-03-15", None), ("2019-03-01", "2019-03-31"), ("2018-06-12", None)]
)


@st.composite
def reports(draw: st.DrawFn) -> Event:
    """Draw one report of a communication."""
    channel = draw(st.sampled_from([Channel.CALL, Channel.LETTER, Channel.MEETING, Channel.TALKS]))
    sender, recipient = draw(st.permutations([PUTIN, TRUMP, KIM]))[:2]
    occasion = draw(st.sampled_from([Occasion.OTHER, Occasion.NEW_YEAR, Occasion.CONDOLENCE]))
    event = replace(
        CALL, channel=channel, sender=sender, recipient=recipient, mutual=draw(st.booleans()),
        status=draw(st.sampled_from([Status.HAPPENED, Status.PLANNED, Status.WISHED])),
        occasion=occasion if channel is Channel.LETTER else None,
    )  # fmt: skip
    dates = draw(DATES)
    return on(event, *dates) if dates is not None else event


ARTICLES = st.lists(reports(), max_size=8)
CORPORA = st.lists(ARTICLES, max_size=4).map(
    lambda articles: [
        replace(event, event_id=f"{number}#{place}", article_id=str(number))
        for number, events in enumerate(articles)
        for place, event in enumerate(events)
    ]
)
TODAY = st.sampled_from([None, dt.date(2019, 3, 16)])


@settings(deadline=None, max_examples=50)
@given(ARTICLES, TODAY)
def test_merging_adds_nothing_and_loses_no_party(events: Sequence[Event], today: dt.date | None) -> None:
    def parties(found: Sequence[Event]) -> set[tuple[str, ...]]:
        return {tuple(sorted((one.sender.id, one.recipient.id if one.recipient else ""))) for one in found}

    merged = merge_article(events, today)
    assert len(merged) <= len(events)
    assert parties(merged) == parties(events)
    assert {event.date for event in merged} <= {event.date for event in events}


@settings(deadline=None, max_examples=50)
@given(ARTICLES, TODAY)
def test_merging_twice_changes_nothing(events: Sequence[Event], today: dt.date | None) -> None:
    merged = merge_article(events, today)
    assert merge_article(merged, today) == merged


@settings(deadline=None, max_examples=50)
@given(CORPORA, st.randoms())
def test_the_order_of_reading_changes_no_id(events: list[Event], random: Random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    ids = merge_corpus(events)
    assert merge_corpus(shuffled) == ids
    assert set(ids) == {event.event_id for event in events}


@settings(deadline=None, max_examples=50)
@given(CORPORA)
def test_one_id_means_one_channel_and_the_same_parties(events: list[Event]) -> None:
    ids = merge_corpus(events)
    told: dict[str, set[tuple[object, ...]]] = {}
    for event in events:
        assert event.recipient is not None
        parties = frozenset((event.sender.id, event.recipient.id))
        told.setdefault(ids[event.event_id], set()).add((event.channel, parties))
    assert all(len(kinds) == 1 for kinds in told.values())
