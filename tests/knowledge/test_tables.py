"""Check that broken tables are reported by file, entry, problem and remedy."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from explore.errors import KnowledgeError
from explore.knowledge.rows import day, to_plain
from explore.knowledge.tables import from_plain, parse, read_sources, read_toml


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, Any]]:
    return parse(read_sources())


@pytest.mark.parametrize(
    ("file", "entry", "message"),
    [
        ("people/x.toml", {}, "people/x.toml: [x]: lacks 'name_en'; correct the entry"),
        ("people/x.toml", {"name_en": "X", "name_ar": "س", "terms": ["king 2012-13/.."]}, "month must be in 1..12"),
        ("people/x.toml", {"name_en": "X", "name_ar": "س", "terms": ["king soon"]}, "invalid literal"),
        ("countries.toml", {"name_en": "X"}, "countries.toml: [x]: lacks 'names'; correct the entry"),
    ],
)
def test_broken_entries(files: dict[str, dict[str, Any]], file: str, entry: dict[str, Any], message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        to_plain({**files, file: {**files.get(file, {}), "x": entry}})
    assert message in str(caught.value)


def test_a_missing_table(files: dict[str, dict[str, Any]]) -> None:
    with pytest.raises(KnowledgeError, match=r"^acts\.toml: is missing; restore the file$"):
        to_plain({name: content for name, content in files.items() if name != "acts.toml"})


def test_a_file_that_is_no_toml() -> None:
    with pytest.raises(KnowledgeError, match=r"^people/a\.toml: cannot be read"):
        parse({"people/a.toml": b"[x\n"})
    with pytest.raises(KnowledgeError, match=r"^a\.toml: cannot be read"):
        parse({"a.toml": b"\xff"})


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"^none\.toml: cannot be read"):
        read_toml(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012-05-07", "2012-05-07", "2012-05-07"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("..", "0001-01-01", "9999-12-31"),
    ],
)
def test_days(text: str, first: str, last: str) -> None:
    found = day(text, at_end=False), day(text, at_end=True)
    assert found == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_terms_take_the_persons_state_unless_told(files: dict[str, dict[str, Any]]) -> None:
    entry = {"name_en": "X", "name_ar": "س", "country": "EGY", "terms": ["king 2012/2013", "president@JOR 2014/.."]}
    tables = from_plain(to_plain({**files, "people/x.toml": {"x": entry}}))
    assert [(term.office, term.of) for term in tables.people["x"].terms] == [("king", "EGY"), ("president", "JOR")]
    assert ("x",) in [(key,) for _, key in tables.holders["king@EGY"]]


def test_a_state_is_shown_by_its_own_name(files: dict[str, dict[str, Any]]) -> None:
    """The first of its names is the one on the screen and in the files."""
    shown = [entry["names"][0] for entry in files["countries.toml"].values()]
    assert [name for name in shown if name.startswith(("نظير", "جارت", "بلاد"))] == []
