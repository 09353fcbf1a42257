"""Check that a kept value is used only when it is whole and made from the very same tables and code."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from explore.knowledge import cache, compiled
from explore.knowledge.packed import Packed, Plain, pack
from explore.knowledge.tables import FOLDER

KEY = cache.digest({"a.toml": b"x = 1"})


class Maker:
    """Make a value and count how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Plain:
        self.times += 1
        return {"روسيا": ("RUS", 1, None)}


def test_a_value_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    assert [cache.fetch("t", KEY, make, tmp_path / "deep") for _ in range(3)] == [make()] * 3
    assert make.times == 2  # the second time by this test


def test_another_key_makes_anew(tmp_path: Path) -> None:
    make = Maker()
    cache.fetch("t", KEY, make, tmp_path)
    cache.fetch("t", cache.digest({"a.toml": b"x = 2"}), make, tmp_path)
    assert make.times == 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "foreign", "other key"])
def test_a_damaged_file_is_ignored_and_replaced(tmp_path: Path, damage: str) -> None:
    make = Maker()
    cache.fetch("t", KEY, make, tmp_path)
    (path,) = tmp_path.glob("*.bin")
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[:-1],
            "flipped": data[:-1] + bytes((data[-1] ^ 1,)),
            "emptied": b"",
            "foreign": b"not ours" * 100,
            "other key": data[:8] + bytes(32) + data[40:],
        }[damage]
    )
    assert cache.fetch("t", KEY, make, tmp_path) == {"روسيا": ("RUS", 1, None)}
    assert make.times == 2
    assert path.read_bytes() == data


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    make = Maker()
    assert cache.fetch("t", KEY, make, tmp_path / "file" / "folder") == make()
    assert cache.fetch("t", KEY, make, None) == make()


def test_only_a_few_old_files_are_kept(tmp_path: Path) -> None:
    for n in range(8):
        cache.fetch("t", cache.digest({"a": bytes((n,))}), Maker(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 5


def test_many_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        values = list(pool.map(lambda _: cache.fetch("t", KEY, Maker(), tmp_path), range(32)))
    assert values == [Maker()()] * 32
    assert [path.suffix for path in tmp_path.iterdir()] == [".bin"]


def test_the_digest_tells_names_and_lengths_apart() -> None:
    parts = ({"a": b"bc"}, {"ab": b"c"}, {"a": b"b", "c": b""}, {"c": b"", "a": b"b"}, {})
    assert len({cache.digest(one) for one in parts}) == len(parts)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the XDG folder is a custom of other systems")
def test_the_folder_follows_the_users_wish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "barqiya"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache.folder() == Path.home() / ".cache" / "barqiya"


SMALL = {
    "countries.toml": '[RUS]\nname_en = "Russia"\nnames = ["موسكوفيا"]\nadjectives = ["روسي"]\ncapital = ["موسكو"]\n',
    "places.toml": "",
    "organisations.toml": "",
    "offices.toml": '[plurals]\n[president]\ntitles = ["رئيس"]\nrank = 1\n',
    "people/all.toml": (
        '[v-p]\nname_en = "V Putin"\nname_ar = "ف بوتين"\ncountry = "RUS"\nterms = ["president 2012-05-07/.."]\n'
    ),
}


def small(folder: Path) -> Path:
    """Write a small set of tables; the grammar's ones are the packaged."""
    for name in ("honorifics.toml", "bodies.toml", "acts.toml", "words.toml"):
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    (folder / "people").mkdir()
    for name, text in SMALL.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    folder, where = tmp_path / "tables", tmp_path / "cache"
    folder.mkdir()
    small(folder)
    load = compiled.load.__wrapped__
    first, again = load(folder, where), load(folder, where)
    assert dict(first.groups) == dict(again.groups)
    assert dict(first.tables.people) == dict(again.tables.people)
    assert dict(first.latin) == dict(again.latin) == {"ف": {"ف": "V"}, "ب": {"بوتين": "Putin"}}
    stamp = (folder / "countries.toml").stat()
    text = SMALL["countries.toml"].replace("موسكوفيا", "رسيوا")
    (folder / "countries.toml").write_text(text, encoding="utf-8")
    os.utime(folder / "countries.toml", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    changed = load(folder, where)
    assert "رسيوا" in changed.groups
    assert "موسكوفيا" not in changed.groups


def test_changed_code_makes_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, where = tmp_path / "tables", tmp_path / "cache"
    folder.mkdir()
    small(folder)
    compiled.load.__wrapped__(folder, where)
    monkeypatch.setattr(compiled, "_CODE", {**compiled._CODE, "forms.py": b"other"})
    compiled.load.__wrapped__(folder, where)
    assert len(list(where.iterdir())) == 2


def test_the_code_that_compiles_is_part_of_the_key() -> None:
    assert {"forms.py", "entries.py", "rows.py", "senses.py", "compiled.py", "tables.py", "fold.py"} <= set(
        compiled._CODE
    )


def test_packed_entries_are_made_when_asked_for() -> None:
    made: list[str] = []

    def make(key: str, row: Plain) -> tuple[str, Plain]:
        made.append(key)
        return key, row

    table = Packed(pack({"a": (1,), "b": (2,)}), make)
    assert (len(table), list(table), "a" in table, "c" in table, made) == (2, ["a", "b"], True, False, [])
    assert table["b"] is table["b"]
    assert made == ["b"]
    assert table.get("c") is None
