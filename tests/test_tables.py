import io
import json

import pandas as pd
import pytest

from benchmarks.synthetic import generate
from explore import filters, tables
from explore.model import (
    Actor,
    Article,
    Channel,
    EntityType,
    Event,
    Mention,
    Occasion,
    Precision,
    Reading,
    Span,
    Status,
)
from explore.selection import Choice, Selection
from explore.tables import ARTICLES, EVENTS, MENTIONS

TEXT = 'بعث بوتين رسالة إلى ترامب، و"بوتين"\nشكره.'
PUTIN = Actor("vladimir-putin", "Vladimir Putin", "فلاديمير بوتين", EntityType.PER, "RUS", "president")
TRUMP = Actor("donald-trump", "Donald Trump", "دونالد ترامب", EntityType.PER, "USA", "president")


def event(name, *, sender=PUTIN, recipient=TRUMP, communication="c1", article="a", **changes):
    values = {
        "channel": Channel.LETTER,
        "occasion": Occasion.NEW_YEAR,
        "status": Status.HAPPENED,
        "mutual": False,
        "date": "2018-12-30",
        "date_start": "2018-12-30",
        "date_end": "2018-12-30",
        "date_precision": Precision.DAY,
        "date_basis": "told",
        "place": None,
        "trigger": Span(0, 3),
        "evidence": Span(0, 25),
        "confidence": 0.9,
        "cameo": "051",
        "plover": "SUPPORT",
        "why": "frame",
    }
    ids = {"event_id": name, "communication_id": communication, "article_id": article}
    return Event(**ids, sender=sender, recipient=recipient, **(values | changes))


def reading(article="a", *events):
    mention = Mention(f"{article}/m1", 4, 9, "بوتين", EntityType.PER, PUTIN.id, PUTIN.name_en, PUTIN.name_ar, "RUS",
                      "president", None, "name")  # fmt: skip
    return Reading(Article(article, f"{article}.txt", 1, "", TEXT, "0" * 64), (mention,), events)


def built(*events):
    return tables.build([reading("a", *events)])


@pytest.mark.parametrize(
    "corpus", [tables.EMPTY, built(), built(event("a/1")), generate(40)], ids=["0", "none", "1", "40"]
)
def test_every_frame_has_the_declared_columns_and_dtypes(corpus):
    for frame, columns in ((corpus.articles, ARTICLES), (corpus.mentions, MENTIONS), (corpus.events, EVENTS)):
        assert list(frame.columns) == list(columns)
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == columns
        assert frame.index.equals(pd.RangeIndex(len(frame)))


def test_an_event_is_laid_out_with_its_words():
    row = built(event("a/1")).events.iloc[0]
    assert (row["sender_name_ar"], row["recipient_country"]) == ("فلاديمير بوتين", "USA")
    assert row["evidence"] == "بعث بوتين رسالة إلى ترامب"
    assert row["date_start"] == pd.Timestamp("2018-12-30")


def test_what_is_missing_is_missing_not_empty():
    corpus = built(event("a/1", recipient=None, date=None, date_start=None, date_end=None, occasion=None))
    row = corpus.events.iloc[0]
    assert row[["recipient_id", "recipient_name_ar", "date", "date_start", "occasion", "place"]].isna().all()
    assert corpus.articles[["title", "source", "published"]].isna().all(axis=None)


def test_rows_can_be_written_as_json():
    row = json.loads(json.dumps(tables.rows(reading("a", event("a/1"))), ensure_ascii=False))
    assert set(row) == {*ARTICLES, "mentions", "events"}
    assert set(row["events"][0]) == set(EVENTS)
    said = row["events"][0]
    assert row["text"][said["evidence_start"] : said["evidence_end"]] == said["evidence"]
    assert row["mentions"][0]["name_ar"] == "فلاديمير بوتين"


@pytest.mark.parametrize("corpus", [built(event("a/1"), event("a/2", recipient=None, date_start=None)), generate(300)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_reads_back_the_same(corpus, encoding):
    for frame, columns in ((corpus.articles, ARTICLES), (corpus.mentions, MENTIONS), (corpus.events, EVENTS)):
        written = frame.to_csv(index=False).encode(encoding)
        read = pd.read_csv(io.BytesIO(written), encoding=encoding, dtype=str, keep_default_na=False, na_values=[""])
        numbers = {name: dtype for name, dtype in columns.items() if dtype in ("int64", "float64")}
        again = tables.typed(read.astype(numbers).replace({"True": True, "False": False}), columns)
        pd.testing.assert_frame_equal(again, frame, check_categorical=False)


def test_a_communication_reported_twice_counts_once():
    twice = tables.build([reading("a", event("a/1")), reading("b", event("b/1", article="b"))])
    told = tables.communications(twice.events)
    assert (len(told), told["n_sources"].tolist(), tables.count(twice.events)) == (1, [2], 1)


def test_pairs_of_one_communication_are_counted_apart():
    corpus = built(event("a/1"), event("a/2", recipient=None))
    assert tables.count(corpus.events) == 2


def test_the_two_orders_of_a_mutual_pair_are_one():
    there, back = event("a/1", mutual=True), event("a/2", mutual=True, sender=TRUMP, recipient=PUTIN)
    assert tables.count(built(there, back).events) == 1
    assert tables.count(built(event("a/1"), event("a/2", sender=TRUMP, recipient=PUTIN)).events) == 2


def test_of_two_reports_what_happened_tells_more_than_what_was_planned():
    corpus = built(event("a/1", status=Status.PLANNED), event("a/2"))
    assert tables.communications(corpus.events)["event_id"].tolist() == ["a/2"]


def test_the_frame_of_charts_is_the_same_by_both_ways():
    events = generate(500).events
    charted = tables.charted(events)
    pd.testing.assert_frame_equal(charted, tables.communications(events)[list(tables.CHARTED)])
    assert tables.charted(charted) is charted


def test_actors_have_names_in_both_languages_whatever_is_missing():
    nameless = Actor("x", "", "فلان", EntityType.PER)
    assert built(event("a/1", recipient=nameless)).names["x"] == ("فلان", "فلان")


def test_the_three_frames_number_their_articles_alike():
    corpus = tables.build([reading("b", event("b/1", article="b")), reading("a"), reading("c")])
    for frame in (corpus.articles, corpus.mentions, corpus.events):
        assert frame["article_id"].cat.categories.tolist() == ["b", "a", "c"]


def test_a_view_holds_the_articles_of_its_events_though_others_have_none():
    corpus = tables.build([reading("b", event("b/1", article="b")), reading("a"), reading("c")])
    view = filters.apply(corpus, Selection(channel=Choice(("letter",))))
    assert view.articles["article_id"].tolist() == view.mentions["article_id"].tolist() == ["b"]
