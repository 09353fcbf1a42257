import shutil
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import explore
from explore import corpus
from explore.errors import SourceError
from explore.model import Reading

SEEDS = Path(__file__).parents[1] / "seeds"


@lru_cache(maxsize=1)
def seeds():
    return corpus.read([SEEDS])


def test_five_files_hold_six_articles():
    told = [(one.article.file[:3], one.article.part, bool(one.article.title)) for one in seeds().readings]
    assert told == [
        ("000", 1, False),
        ("001", 1, True),
        ("002", 1, False),
        ("003", 1, True),
        ("003", 2, True),
        ("004", 1, False),
    ]
    assert all(one.article.source_id is None for one in seeds().readings)
    assert seeds().problems == ()


def test_the_page_announces_five_other_stories():
    why = [part.why for part in seeds().set_aside]
    assert sum(one.startswith("announces another story") for one in why) == 5
    assert {part.file[:3] for part in seeds().set_aside} == {"003"}


def test_every_line_of_the_files_is_kept_somewhere():
    for path in sorted(SEEDS.iterdir()):
        own = [one.article for one in seeds().readings if one.article.file == path.name]
        kept = [line for article in own for line in (article.title, *article.text.split("\n"))]
        kept += [line for part in seeds().set_aside if part.file == path.name for line in part.text.split("\n")]
        lines = path.read_text("utf-8").split("\n")
        assert sorted(filter(None, map(str.strip, kept))) == sorted(filter(None, map(str.strip, lines)))


def test_ids_depend_neither_on_place_nor_on_order(tmp_path):
    for number, path in enumerate(sorted(SEEDS.iterdir(), reverse=True)):
        shutil.copy(path, tmp_path / f"{number}.txt")
    moved = corpus.read([tmp_path])

    def ids(found):
        return sorted((event.event_id, event.communication_id) for one in found.readings for event in one.events)

    assert ids(moved) == ids(seeds())


def test_one_communication_in_two_articles_has_one_id():
    sources = {}
    for one in seeds().readings[:2]:
        for event in one.events:
            if event.channel == "letter" and event.recipient is not None:
                sources.setdefault(event.recipient.id, []).append(event.communication_id)
    for recipient in ("donald-trump", "theresa-may"):
        assert len(sources[recipient]) == 2
        assert len(set(sources[recipient])) == 1


def test_a_copy_is_set_aside_and_not_counted_twice(tmp_path):
    source = next(SEEDS.glob("000*"))
    for name in ("a.txt", "b.txt"):
        shutil.copy(source, tmp_path / name)
    found = corpus.read([tmp_path])
    assert len(found.readings) == 1
    assert [(part.file, part.why) for part in found.set_aside] == [("b.txt", "the same article as in a.txt")]


def test_what_cannot_be_read_stops_nothing(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(99))
    (tmp_path / "b.txt").write_text("استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي في موسكو.", "utf-8")
    found = corpus.read([tmp_path / "nowhere", tmp_path])
    assert len(found.readings) == 1
    assert [str(problem).split(":")[0].rpartition("/")[2] for problem in found.problems] == ["nowhere", "a.txt"]


def test_articles_come_one_by_one(tmp_path):
    """The first is there before the second file is opened."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"استقبل الرئيس الروسي نظيره التركي في موسكو {name}.", "utf-8")
    found = corpus.stream([tmp_path])
    assert isinstance(next(found), Reading)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(found), SourceError)


@pytest.mark.parametrize("paths", [SEEDS, str(SEEDS), [SEEDS]])
def test_a_notebook_gets_frames(paths):
    found = explore.read(paths)
    assert (len(found.articles), len(found.readings), len(found.set_aside)) == (6, 6, len(seeds().set_aside))
    assert found.events is found.events
    assert list(found.events["event_id"]) == [event.event_id for one in seeds().readings for event in one.events]
    assert all(first.article_id != other.article_id for first, other in pairwise(found.articles.itertuples()))
    assert len(found.mentions) == sum(len(one.mentions) for one in seeds().readings)
