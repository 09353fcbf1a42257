"""Read lists of words: folded, kept between runs only while they are the same, and each of some use."""

import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from explore.entities import words as of_entities
from explore.errors import KnowledgeError
from explore.events import words as of_events
from explore.knowledge import wordlists
from explore.text.fold import key

LISTED = re.compile(r'listed\("(\w+)", "(\w+)"\)')
LAYERS = pytest.mark.parametrize("words", [of_entities, of_events])


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "words.toml").write_text(text, "utf-8")
    return folder


def test_words_are_folded(tmp_path: Path) -> None:
    folder = written(tmp_path / "t", '[of]\nway = ["إلى", "على متن", "زيارة"]\n')
    assert wordlists.read(folder, tmp_path / "kept") == {"of": {"way": {"الي", "علي متن", "زياره"}}}


def test_a_changed_list_is_read_anew(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = wordlists.read(written(tmp_path / "t", '[of]\nway = ["من"]\n'), kept)
    assert wordlists.read(tmp_path / "t", kept) == first
    assert wordlists.read(written(tmp_path / "t", '[of]\nway = ["في"]\n'), kept) == {"of": {"way": {"في"}}}


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"words\.toml"):
        wordlists.read(written(tmp_path / "t", "[of"), tmp_path / "kept")


@LAYERS
def test_every_list_is_looked_for_by_the_module_of_its_table(words: ModuleType) -> None:
    folder = Path(str(words.__file__)).parent
    tables = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    looked_for = {
        (path.stem, *found) for path in folder.glob("*.py") for found in LISTED.findall(path.read_text("utf-8"))
    }
    assert {(table, name) for _, table, name in looked_for} == {
        (table, name) for table, lists in tables.items() for name in lists
    }
    assert [found for found in looked_for if found[1] not in ("shared", found[0])] == []


@LAYERS
def test_tables_stand_in_order_and_words_once(words: ModuleType) -> None:
    tables = tomllib.loads((Path(str(words.__file__)).parent / "words.toml").read_text("utf-8"))
    assert list(tables) == sorted(tables, key=lambda table: (table != "shared", table))
    rows = {
        (table, name): [key(word) for word in row] for table, lists in tables.items() for name, row in lists.items()
    }
    assert [where for where, row in rows.items() if len(row) != len(set(row))] == []


@LAYERS
def test_no_list_stands_twice(words: ModuleType) -> None:
    """Equal lists of several modules have one name, under [shared]."""
    tables = tomllib.loads((Path(str(words.__file__)).parent / "words.toml").read_text("utf-8"))
    lists = [words.listed(table, name) for table in tables for name in tables[table]]
    assert len(lists) == len(set(lists))
