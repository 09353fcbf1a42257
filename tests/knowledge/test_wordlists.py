"""Read lists of words: folded, and kept between runs only while they are the same."""

from pathlib import Path

import pytest

from explore.errors import KnowledgeError
from explore.knowledge import wordlists


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
