import hashlib

import pytest

from explore.errors import SourceError
from explore.model import Article, SetAside
from explore.sources import pages
from explore.sources.files import File

NEWS = "بعث الرئيس رسالة تهنئة إلى نظيره يوم الأحد في الثلاثين.\nاقرأ أيضا: أسعار النفط\n"


@pytest.fixture
def file(tmp_path):
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    return File(tmp_path / "a.txt", "news/a.txt")


def test_a_file_becomes_an_article_and_what_was_set_aside(file):
    article, aside = pages.read(file)
    sha256 = hashlib.sha256(NEWS.encode()).hexdigest()
    assert article == Article(f"a-{sha256[:12]}", "news/a.txt", 1, "", NEWS.split("\n")[0], sha256)
    assert aside == SetAside("news/a.txt", 56, 78, "اقرأ أيضا: أسعار النفط", "link to another story")


def test_the_name_of_the_file_does_not_change_the_ids(file, tmp_path):
    (tmp_path / "b.txt").write_text(NEWS, "utf-8")
    ids = [next(iter(pages.read(one))).article_id for one in (file, File(tmp_path / "b.txt", "b.txt"))]
    assert ids[0] == ids[1]


def test_a_file_too_large_for_an_article_is_not_read_into_memory(file, monkeypatch):
    monkeypatch.setattr(pages, "LARGEST", 20)
    (problem,) = pages.read(file)
    assert str(problem).startswith("news/a.txt: is larger than")


def test_a_file_that_is_gone_is_a_problem(tmp_path):
    (problem,) = pages.read(File(tmp_path / "gone.txt", "gone.txt"))
    assert isinstance(problem, SourceError)
    assert "cannot be opened" in str(problem)


def test_a_broken_byte_is_told_beside_the_article(file):
    file.path.write_bytes(NEWS.encode() + b"\xff")
    problem, article, _ = pages.read(file)
    assert "not valid UTF-8" in str(problem)
    assert isinstance(article, Article)
