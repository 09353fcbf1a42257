"""What the overview and the pages of parties add up."""

import pandas as pd
import pytest

from benchmarks.synthetic import generate
from explore import filters, tables
from explore.app import digest

NAMES = {"putin": ("Putin", "بوتين", "RUS"), "trump": ("Trump", "ترامب", "USA"), "name:زيد": ("Zaid", "زيد", None)}


def told(*rows):
    """Build events from sender, recipient, mutual, date, precision, confidence."""
    base = generate(1).events.astype("object")
    made = []
    for n, (sender, recipient, mutual, date, precision, confidence) in enumerate(rows):
        row = base.iloc[0].to_dict() | {"event_id": f"a/{n}", "communication_id": f"c{n}", "article_id": "a"}
        for side, who in (("sender", sender), ("recipient", recipient)):
            english, arabic, country = NAMES.get(who, (None, None, None))
            row |= {f"{side}_id": who, f"{side}_name_en": english, f"{side}_name_ar": arabic}
            row |= {f"{side}_country": country}
        row |= {"mutual": mutual, "date": date, "date_start": date and date.rstrip("?"), "confidence": confidence}
        made.append(row | {"date_end": date and date.rstrip("?"), "date_precision": precision, "channel": "meeting"})
    return tables.typed(pd.DataFrame(made), tables.EVENTS)


@pytest.fixture
def events():
    return told(
        ("putin", "trump", False, "2018-12-30", "day", 0.9),
        ("putin", "trump", False, "2019-12-30?", "day", 0.9),
        ("trump", "putin", True, "2020-01-05", "day", 0.3),
        ("putin", "trump", True, None, "unknown", 0.9),
        ("putin", None, False, "2021-06-01", "month", 0.9),
        ("name:زيد", "putin", False, "2021-06-02", "day", 0.9),
    )


def alone(events):
    """Show *events* as those of one article, unfiltered."""
    one = generate(1)
    articles = one.articles.assign(article_id=pd.Categorical(["a"]))
    return filters.apply(tables.share(articles, one.mentions.iloc[:0], events), filters.Selection())


def test_totals(events):
    found = digest.totals(tables.charted(events), 1)
    assert (found.contacts, found.articles, found.parties, found.countries) == (6, 1, 3, 2)
    assert (found.first.year, found.last.year) == (2018, 2021)


def test_pairs_keep_directions_apart_and_mutual_ones_together(events):
    found = digest.pairs(tables.charted(events), "person", "en", 10)
    assert [(pair.sender, pair.recipient, pair.mutual, pair.n) for pair in found[:2]] in (
        [("putin", "trump", False, 2), ("putin", "trump", True, 2)],
        [("putin", "trump", True, 2), ("putin", "trump", False, 2)],
    )
    assert all("none" not in (pair.sender, pair.recipient) for pair in found)


def test_busiest_counts_what_was_sent_received_and_mutual(events):
    putin = digest.busiest(tables.charted(events), "person", "ar", 10)[0]
    assert (putin.name, putin.sent, putin.received, putin.mutual, putin.n) == ("بوتين", 3, 1, 2, 6)


def test_latest_leaves_out_what_is_not_known_to_the_day(events):
    charted = tables.charted(events)
    assert list(digest.latest(charted, 2)["event_id"]) == ["a/5", "a/2"]
    assert digest.newest(charted, 9)["event_id"].iloc[-1] == "a/3"


def test_what_needs_review(events):
    review = digest.to_review(alone(events), 5)
    assert {name: list(found.first["event_id"]) for name, found in review.items()} == {
        "doubtful_date": ["a/1"],
        "unknown_date": ["a/3"],
        "unknown_party": ["a/5"],
        "low_confidence": ["a/2"],
    }


def test_a_date_that_lies_within_known_days_is_drawn_and_so_not_unknown():
    """«Next week» settles no date, but bounds it."""
    week = told(("putin", "trump", False, None, "unknown", 0.9)).assign(
        date_start=pd.Timestamp("2018-12-30"), date_end=pd.Timestamp("2019-01-05")
    )
    assert not digest.to_review(alone(week), 5)["unknown_date"].n


def test_review_counts_all_but_holds_few():
    corpus = generate(3000)
    for selection in (filters.Selection(), filters.Selection(channel=filters.Choice(("letter",)))):
        view = filters.apply(corpus, selection)
        low = tables.charted(view.events[view.events["confidence"] < digest.LOW])
        found = digest.to_review(view, 4)["low_confidence"]
        assert found.n == len(low)
        pd.testing.assert_frame_equal(found.first, low.iloc[:4])


def test_of_party_takes_either_side(events):
    charted = tables.charted(events)
    assert len(digest.of_party(charted, "person", "trump")) == 4
    assert len(digest.of_party(charted, "country", "RUS")) == 6
    assert digest.of_party(charted, "person", "nobody").empty


@pytest.mark.parametrize("n", [0, 1, 3000])
@pytest.mark.parametrize("by", ["person", "country"])
def test_sizes(n, by):
    events = generate(n).events
    charted = tables.charted(events)
    parties = digest.busiest(charted, by, "en", n)
    assert digest.totals(charted, 0).contacts == tables.count(events)
    assert sum(digest.channels(charted).values()) == len(charted)
    assert all(len(digest.of_party(charted, by, party.value)) == party.n for party in parties[:20])
    assert sum(pair.n for pair in digest.pairs(charted, by, "ar", 10**6)) == len(charted)
