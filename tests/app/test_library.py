"""Which articles are read, and when anew."""

import os

import pytest

from explore.app import library


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("بعث الرئيس الروسي فلاديمير بوتين رسالة إلى نظيره الأميركي دونالد ترامب.", "utf-8")
    monkeypatch.setenv(library.VARIABLE, str(tmp_path))
    return tmp_path


def test_the_environment_names_the_folders(monkeypatch):
    monkeypatch.setenv(library.VARIABLE, os.pathsep.join(["one", "two"]))
    assert library.paths() == ("one", "two")


def test_the_command_line_names_the_folders(monkeypatch):
    monkeypatch.delenv(library.VARIABLE, raising=False)
    monkeypatch.setattr("sys.argv", ["/x/dashboard.py", "one", "two"])
    assert library.paths() == ("one", "two")


def test_without_either_the_seeds_are_read(monkeypatch):
    monkeypatch.delenv(library.VARIABLE, raising=False)
    monkeypatch.setattr("sys.argv", ["pytest", "tests"])
    [seeds] = library.paths()
    assert seeds.endswith("seeds")


def test_unchanged_files_are_read_once(folder):
    assert library.load() is library.load()


def test_a_changed_file_is_read_anew(folder):
    before = library.load()
    (folder / "b.txt").write_text("التقى الرئيس الروسي فلاديمير بوتين نظيره الصيني شي جين بينغ.", "utf-8")
    after = library.load()
    assert (len(before.corpus.readings), len(after.corpus.readings)) == (1, 2)
    assert set(after.readings) > set(before.readings)
