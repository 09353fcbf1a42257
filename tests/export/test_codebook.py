import re

import pytest

from explore.columns import ARTICLES, EVENTS, MENTIONS
from explore.export import codebook
from explore.export.codebook import Table
from explore.filters import View
from explore.model import Channel, EntityType, Occasion, Precision, Review, Status

CLOSED = {
    "channel": Channel, "occasion": Occasion, "status": Status, "date_precision": Precision, "review": Review,
}  # fmt: skip


# Columns of events, which other tables may name.
_ELSEWHERE = {"sender_id", "recipient_id", "sender_office"}


@pytest.mark.parametrize(("name", "declared"), [("articles", ARTICLES), ("mentions", MENTIONS), ("events", EVENTS)])
def test_every_column_is_described_in_its_order(name: str, declared: dict[str, str]) -> None:
    assert codebook.tables()[name].names == list(declared)


@pytest.mark.parametrize("table", codebook.tables().values(), ids=lambda table: table.name)
def test_both_languages_say_something_of_their_own(table: Table) -> None:
    for column in table.columns:
        arabic, english = column.words["ar"], column.words["en"]
        assert all("\u0600" <= letter <= "\u06ff" for letter in arabic.title.replace(" ", "")[:2])
        assert english.text.endswith(".")
        assert english.text.isascii()
        assert len(arabic.text) > len(arabic.title) > 1


@pytest.mark.parametrize("name", CLOSED)
def test_every_value_is_explained(name: str) -> None:
    (column,) = (column for column in codebook.tables()["events"].columns if column.name == name)
    assert list(column.values) == [str(value) for value in CLOSED[name]]


@pytest.mark.parametrize(("table", "name"), [("events", "sender_office"), ("mentions", "office")])
def test_every_office_is_explained(table: str, name: str, seeds: View) -> None:
    (column,) = (column for column in codebook.tables()[table].columns if column.name == name)
    frame = {"events": seeds.events, "mentions": seeds.mentions}[table]
    assert set(frame[name].dropna()) <= set(column.values)


def test_what_is_said_of_the_rows_is_true(seeds: View) -> None:
    events, mentions = seeds.events, seeds.mentions
    assert set(events["confidence"]) <= {0.95, 0.85, 0.75}
    assert set(events["review"]) == {"unreviewed"}
    assert events["occasion"].notna().equals(events["channel"] == "letter")
    assert events["cameo"].str.len().eq(3).all()
    assert mentions["entity_id"].isna().equals(mentions["type"] == "DATE")
    assert set(mentions.loc[mentions["name_en"] == "Moscow", "entity_id"]) == {"RUS"}


def test_no_table_points_at_columns_that_it_lacks() -> None:
    named = {name for table in codebook.tables().values() for name in table.names if "_" in name}
    for table in codebook.tables().values():
        for column in table.columns:
            told = set(re.findall(r"[a-z]+(?:_[a-z]+)+", " ".join(words.text for words in column.words.values())))
            assert told & named <= {*table.names, *_ELSEWHERE}, (table.name, column.name)


def test_every_type_of_mention_is_explained() -> None:
    (column,) = (column for column in codebook.tables()["mentions"].columns if column.name == "type")
    assert set(column.values) == set(EntityType)


def test_types_fit_the_frames() -> None:
    kinds = {"int64": "integer", "float64": "number", "bool": "boolean", "datetime64[s]": "date"}
    for name, declared in (("articles", ARTICLES), ("mentions", MENTIONS), ("events", EVENTS)):
        for column in codebook.tables()[name].columns:
            assert (
                column.is_text
                if declared[column.name] in ("str", "category")
                else (column.type == kinds[declared[column.name]])
            )


def test_what_refers_finds_its_column() -> None:
    for table in codebook.tables().values():
        for column, (name, field) in table.refers.items():
            assert column in table.names
            assert codebook.tables()[name].key == (field,)
