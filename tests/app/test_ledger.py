"""The downloads of the table of events."""

import io

import pandas as pd
import pytest

from explore import filters, tables
from explore.app import cells, state
from explore.app.ledger import shown_csv
from explore.app.place import COLUMNS, Place
from explore.app.words import Words
from explore.selection import Choice, Selection


@pytest.mark.parametrize(("language", "sender"), [("ar", "فلاديمير بوتين"), ("en", "Vladimir Putin")])
def test_what_is_shown_is_handed_out_in_its_columns_and_words(seeds, language, sender):
    asked = Selection(sender=Choice(("vladimir-putin",)), channel=Choice(("letter",)))
    place = Place(language, asked, columns=("recipient", "sender", "confidence", "mutual"))
    say = Words(language)
    view = state.View(seeds, place, filters.apply(seeds.tables, asked), say, dark=False)
    written = shown_csv(view, view.events.iloc[::-1])
    assert written.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(written), encoding="utf-8-sig")
    assert list(back) == [say(f"column.{name}") for name in place.columns]
    assert len(back) == len(view.events)
    assert set(back[say("column.sender")]) == {sender}
    assert back[say("column.confidence")].tolist() == view.events["confidence"].tolist()[::-1]


def test_dates_are_handed_out_as_edtf_writes_them(seeds):
    view = state.View(seeds, Place("ar", columns=("date",)), seeds.whole, Words("ar"), dark=False)
    back = pd.read_csv(io.BytesIO(shown_csv(view, seeds.tables.events)), encoding="utf-8-sig", dtype="str")
    assert "2018-12-29?" in set(back["التاريخ"])


def test_a_formula_is_handed_out_as_text(seeds):
    events = seeds.tables.events.assign(evidence="=HYPERLINK(A1)")
    view = state.View(seeds, Place("en", columns=COLUMNS), seeds.whole, Words("en"), dark=False)
    back = pd.read_csv(io.BytesIO(shown_csv(view, events)), encoding="utf-8-sig")
    assert set(back["Evidence"]) == {"'=HYPERLINK(A1)"}


@pytest.mark.parametrize(("order", "places"), [("date", [2, 0, 1]), ("-date", [0, 2, 1])])
def test_undated_events_come_last_whichever_way_dates_are_sorted(seeds, order, places):
    days = pd.to_datetime(["2021-01-01", None, "2018-01-01"])
    events = seeds.tables.events.iloc[:3].assign(date_start=days)
    whole = tables.share(seeds.tables.articles, seeds.tables.mentions, events)
    shown = filters.apply(whole, filters.Selection())
    view = state.View(seeds, Place("en"), shown, Words("en"), dark=False)
    assert cells.order(view, order).tolist() == places
