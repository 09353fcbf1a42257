"""A place and its address: there and back, and what an address may not ask for."""

import dataclasses
import datetime as dt
from urllib.parse import urlencode

import pytest

from explore import tables
from explore.app.place import Place, read, write
from explore.export import command
from explore.selection import Choice, Selection

PLACES = [
    Place(),
    Place(language="ar"),
    Place(selection=Selection(first=dt.date(2018, 1, 1), sender=Choice(("vladimir-putin",), ("donald-trump",)))),
    Place(selection=Selection(words=Choice(("رأس السنة", "a&b=c#d")))),
    Place(article="000", event="000/1", lanes="pair", by="country", form="matrix", sort="newest"),
]


@pytest.mark.parametrize("place", PLACES)
def test_an_address_leads_back(place):
    assert read(write(place)) == (place, [])


def test_an_export_knows_every_option_of_an_address():
    day = dt.date(2018, 1, 1)
    place = Place(
        "en", Selection(channel=Choice(("call",))), "a", "a#1", "p", "arabic", (day, day), "pair", "country", "matrix",
        "calendar", "chord", "newest", ("date",), "date",
    )  # fmt: skip
    assert len(write(place)) == len(dataclasses.fields(place))
    context = command.context_of(tables.EMPTY, f"?{urlencode(write(place), doseq=True)}")
    assert (context.language, context.selection, context.by) == ("en", place.selection, "country")


def test_a_plain_place_has_a_plain_address():
    assert write(Place()) == {}


@pytest.mark.parametrize(
    "query",
    [{"lang": ["fr"]}, {"form": ["pie"]}, {"channel": ["pigeon"]}, {"from": ["yesterday"]}, {"confidence": ["2"]}],
)
def test_what_makes_no_sense_is_dropped_and_told(query):
    [(name, [value])] = query.items()
    assert read(query) == (Place(), [f"{name}={value}"])


def test_what_the_corpus_does_not_know_is_dropped():
    place, dropped = read({"sender": ["nobody", "somebody"]}, {"sender": {"somebody"}})
    assert place.selection.sender == Choice(("somebody",))
    assert dropped == ["sender=nobody"]


def test_other_parameters_are_left_alone():
    assert read({"utm_source": ["x"]}) == (Place(), [])


def test_the_period_of_a_comparison_is_in_the_address():
    period = (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert write(Place(against=period)) == {"against": ["2018-01-01/2018-12-31"]}
    assert read({"against": ["2018-01-01/2018-12-31"]}) == (Place(against=period), [])
    for wrong in ("2018", "2019-01-01/2018-01-01", "a/b/c"):
        assert read({"against": [wrong]}) == (Place(), [f"against={wrong}"])
