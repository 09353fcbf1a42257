import json

import pytest

from explore.errors import SourceError
from explore.model import Article, SetAside
from explore.sources import records
from explore.sources.files import File

RECORD = {
    "id": "n-17",
    "title": " رسالة  إلى\nالرئيس ",
    "text": "بعث الرئيس رسالة.\r\n",
    "date": "2018-12-30",
    "source": "وكالة",
}


def read(tmp_path, data):
    path = tmp_path / "news.jsonl"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(records.read(File(path, "news.jsonl")))


def line(**fields):
    return json.dumps({**RECORD, **fields}, ensure_ascii=False)


def test_a_record_becomes_an_article(tmp_path):
    (article,) = read(tmp_path, line())
    assert isinstance(article, Article)
    shown = (article.title, article.text, article.source, article.source_id, article.published, article.part)
    assert shown == ("رسالة إلى الرئيس", "بعث الرئيس رسالة.", "وكالة", "n-17", "2018-12-30", 1)


def test_only_the_text_must_be_there(tmp_path):
    (article,) = read(tmp_path, '{"text": "بعث الرئيس رسالة."}')
    assert (article.title, article.source, article.source_id, article.published) == ("", "", None, None)


def test_the_id_of_an_article_does_not_depend_on_its_line(tmp_path):
    first = read(tmp_path, f"{line()}\n{line(id=2)}\n")
    other = read(tmp_path, f"\n{line(id=2)}\r\n\ufeff\n{line()}")
    assert {one.article_id for one in first} == {one.article_id for one in other if isinstance(one, Article)}


@pytest.mark.parametrize("date", ["2018-12-30T08:15:00Z", "2018-12-30 08:15"])
def test_the_time_of_day_is_cut_off(tmp_path, date):
    assert read(tmp_path, line(date=date))[0].published == "2018-12-30"


@pytest.mark.parametrize("date", ["", None])
def test_a_record_need_not_be_dated(tmp_path, date):
    assert read(tmp_path, line(date=date))[0].published is None


@pytest.mark.parametrize("date", ["30/12/2018", "2018-02-30", 20181230, "الأحد"])
def test_a_date_that_is_no_day_is_told_and_the_article_read(tmp_path, date):
    problem, article = read(tmp_path, line(date=date))
    assert str(problem).startswith('news.jsonl: line 1: "date" is')
    assert article.published is None


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ('{"text": "بعث', "is not JSON"),
        ("بعث الرئيس رسالة", "is not JSON"),
        ('["بعث"]', "is not a JSON object"),
        ('{"title": "بعث"}', 'has no "text"'),
        ('{"text": 7}', 'has no "text"'),
        ('{"text": " "}', 'has no "text"'),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_the_others_read(tmp_path, broken, problem):
    article, told, other = read(tmp_path, f"{line()}\n{broken}\n{line(id=2)}\n")
    assert str(told).startswith(f"news.jsonl: line 2: {problem}")
    assert told.remedy
    assert isinstance(article, Article)
    assert other.part == 3


def test_bytes_of_another_encoding_are_told(tmp_path):
    told, article = read(tmp_path, line().encode("cp1256") + b"\n" + line().encode())
    assert "is not valid UTF-8" in str(told)
    assert isinstance(article, Article)


def test_an_endless_line_is_passed_over_without_holding_it(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "LARGEST", 200)
    told, article = read(tmp_path, f"{line(text='بعث ' * 500)}\n{line(text='بعث')}")
    assert "line 1: is longer than" in str(told)
    assert article.part == 2


def test_links_to_other_stories_are_set_aside(tmp_path):
    article, aside = read(tmp_path, line(text="بعث الرئيس رسالة.\nاقرأ أيضا: النفط"))
    assert article.text == "بعث الرئيس رسالة."
    assert isinstance(aside, SetAside)
    assert (aside.text, aside.why) == ("اقرأ أيضا: النفط", "link to another story (line 1)")


def test_half_a_surrogate_pair_can_be_written(tmp_path):
    (article,) = read(tmp_path, '{"text": "بعث \\ud83d"}')
    assert article.text.encode()


@pytest.mark.parametrize("data", ["", "\n\n"])
def test_an_empty_file_is_told(tmp_path, data):
    (problem,) = read(tmp_path, data)
    assert isinstance(problem, SourceError)
    assert "is empty" in str(problem)
