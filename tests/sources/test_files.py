import os

import pytest

from explore.errors import SourceError
from explore.sources.files import files


def names(found):
    return [str(file) if isinstance(file, SourceError) else file.name for file in found]


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "news/c.jsonl", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("خبر")
    assert names(files([tmp_path])) == ["a.txt", "b.txt", "news/c.jsonl"]


def test_a_file_is_known_by_its_name(tmp_path):
    (tmp_path / "a.txt").write_text("خبر")
    assert names(files([tmp_path / "a.txt", str(tmp_path / "a.txt")])) == ["a.txt", "a.txt"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("nowhere", "nowhere: does not exist; check the spelling of the path"),
        ("picture.png", "picture.png: files of kind .png are not read; give .txt files"),
        ("empty", "empty: holds no files; give .txt files"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path, path, problem):
    (tmp_path / "picture.png").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    (told,) = names(files([tmp_path / path]))
    assert problem in told


def test_a_text_that_is_given_instead_of_its_path_is_told_in_one_short_sentence():
    (told,) = names(files(["أجرى الرئيس المصري اتصالا هاتفيا بنظيره التركي.\n" * 100]))
    assert told.startswith("أجرى الرئيس المصري اتصالا")
    assert len(told) < 400
    assert "\n" not in told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_is_a_problem(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert "cannot be opened" in names(files([tmp_path]))[-1]
