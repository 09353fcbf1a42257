"""Tests of what other programs read: annotations, CMIF, PLOVER."""

import hashlib
import json
from typing import Any
from xml.etree import ElementTree

import pytest

from explore.export import annotations, cmif, plover
from explore.export.context import Context
from explore.filters import View

TEI = {"": "http://www.tei-c.org/ns/1.0"}


def items(view: View, context: Context) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(b"".join(annotations.write(view, context)))["items"]
    return found


@pytest.mark.parametrize("name", ["seeds", "letters", "nasty"])
def test_evidence_is_found_by_its_place(name: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    texts = view.articles.set_index("article_id")["text"].to_dict()
    found = items(view, Context())
    assert [item["id"] for item in found] == [f"urn:barqiya:event:{one}" for one in view.events["event_id"]]
    for item in found:
        text = texts[item["target"]["source"].removeprefix("urn:barqiya:article:")]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])
        assert item["target"]["textSha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_annotations_say_the_event(letters: View) -> None:
    bodies = items(letters, Context())[0]["body"]
    assert [body["value"] for body in bodies] == [
        "رسالة من فلاديمير بوتين إلى دونالد ترامب، 2018-12-30",
        "letter from Vladimir Putin to Donald Trump, 2018-12-30",
    ]


def test_no_words_around_the_evidence_where_texts_stay(letters: View) -> None:
    quotes = [item["target"]["selector"][0] for item in items(letters, Context(with_text=False))]
    assert all(quote.keys() == {"type", "exact"} for quote in quotes)


@pytest.mark.parametrize("name", ["empty", "nowhere"])
def test_no_events_make_an_empty_page(name: str, request: pytest.FixtureRequest) -> None:
    assert items(request.getfixturevalue(name), Context()) == []


@pytest.mark.parametrize("name", ["seeds", "nasty", "empty"])
def test_letters_that_were_sent(name: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    root = ElementTree.fromstring(b"".join(cmif.write(view, Context(language="en"))))
    found = root.findall(".//correspDesc", TEI)
    kept = view.charted[(view.charted["channel"] == "letter") & (view.charted["status"] == "happened")]
    assert [one.get("n") for one in found] == kept["event_id"].tolist()
    for one in found:
        assert len(one.findall("correspAction[@type='sent']/*[@key]", TEI)) == 1


def test_a_letter(letters: View) -> None:
    root = ElementTree.fromstring(b"".join(cmif.write(letters, Context(language="en"))))
    assert root.find(".//publicationStmt/idno", TEI) is None  # a file that is not yet published has no address
    first = root.find(".//correspDesc", TEI)
    assert first is not None
    sender, date = first.findall("correspAction[@type='sent']/*", TEI)
    assert (sender.text, date.attrib) == ("Vladimir Putin", {"when": "2018-12-30"})
    assert first.findtext("correspAction[@type='received']/persName", namespaces=TEI) == "Donald Trump"


@pytest.mark.parametrize(
    ("precision", "days", "edtf", "wanted"),
    [
        ("day", ("2018-12-29", "2018-12-29"), "2018-12-29?", '<date when="2018-12-29" cert="low"/>'),
        ("month", ("2018-06-01", "2018-06-30"), "2018-06", '<date when="2018-06"/>'),
        ("year", ("2018-01-01", "2018-12-31"), "2018", '<date when="2018"/>'),
        ("range", ("2022-01-10", "2022-01-12"), "x/y", '<date notBefore="2022-01-10" notAfter="2022-01-12"/>'),
        ("range", (None, "2022-01-12"), "../2022-01-12", '<date notAfter="2022-01-12"/>'),
        ("unknown", (None, None), None, ""),
    ],
)  # fmt: skip
def test_dates_keep_their_precision(precision: str, days: tuple[Any, Any], edtf: str | None, wanted: str) -> None:
    row = {"date_start": days[0], "date_end": days[1], "date": edtf, "date_precision": precision}
    assert cmif._date(row) == wanted


def test_plover(letters: View) -> None:
    events = [json.loads(line) for line in b"".join(plover.write(letters, Context())).decode().splitlines()]
    assert len(events) == letters.n
    first = events[0]
    assert (first["event_type"], first["cameo_code"], first["quad_class"]) == ("SUPPORT", "051", 1)
    assert (first["actor"]["id"], first["recipient"]["country"]) == ("vladimir-putin", "USA")
    assert len(first["article_ids"]) == 2


@pytest.mark.parametrize(("code", "quad"), [("010", 1), ("057", 1), ("161", 4), ("016", 1)])
def test_quad_classes(code: str, quad: int, letters: View) -> None:
    (row, *_) = (row for row in _rows(letters))
    assert plover._event({**row, "cameo": code})["quad_class"] == quad


def _rows(view: View) -> list[dict[str, Any]]:
    from explore.export import sheets

    (block,) = sheets.of(view, Context(table="communications"))
    return list(sheets.records(block))


def test_a_hundred_thousand_rows_are_all_there(large: View) -> None:
    found = items(large, Context())
    assert [item["target"]["selector"][0]["exact"] for item in found] == large.events["evidence"].tolist()
    lines = b"".join(plover.write(large, Context())).decode().split("\n")[:-1]
    assert len([json.loads(line) for line in lines]) == large.n
    root = ElementTree.fromstring(b"".join(cmif.write(large, Context())))
    sent = (large.charted["channel"] == "letter") & (large.charted["status"] == "happened")
    assert len(root.findall(".//correspDesc", TEI)) == sent.sum() > 10_000
