import io
import json
import os
import subprocess
import sys
import tracemalloc
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from explore import corpus, explain, extraction, launch, tables
from explore.__main__ import main
from explore.columns import EVENTS
from explore.knowledge import tables as knowledge
from explore.version import VERSION

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture
def run(capsys):
    """Run a command and return its status, its output and what it said of problems."""

    def command(*arguments):
        status = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


def test_extract_writes_an_article_a_line(run, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run("extract", SEEDS, "--format", "jsonl", "--out", out) == (0, "", "")
    written = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert written == [json.loads(json.dumps(tables.rows(reading))) for reading in corpus.read([SEEDS]).readings]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_extract_brings_the_id_and_the_day_of_a_record_back(run, tmp_path):
    record = {
        "id": "n-17",
        "title": "ت",
        "text": "استقبل الرئيس الروسي نظيره التركي اليوم.",
        "date": "2018-04-04",
        "source": "و",
    }
    (tmp_path / "news.jsonl").write_text(json.dumps(record), "utf-8")
    run("extract", tmp_path / "news.jsonl", "--out", tmp_path / "out.jsonl")
    written = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert (written["source_id"], written["published"], written["source"]) == ("n-17", "2018-04-04", "و")


@pytest.mark.parametrize(
    ("form", "read"), [("csv", partial(pd.read_csv, dtype={"cameo": "str"})), ("parquet", pd.read_parquet)]
)
def test_extract_writes_the_table_of_events(run, tmp_path, form, read):
    out = tmp_path / f"events.{form}"
    assert run("extract", SEEDS, "--format", form, "--out", out)[0] == 0
    events = tables.typed(read(out), EVENTS)
    pd.testing.assert_frame_equal(events, tables.build(corpus.read([SEEDS]).readings).events, check_categorical=False)


def test_extract_writes_to_the_standard_output(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "utf-8"))
    assert main(["extract", str(next(SEEDS.glob("002*")))]) == 0
    assert json.loads(raw.getvalue())["file"].startswith("002")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(99))
    (tmp_path / "b.txt").write_text("استقبل الرئيس الروسي نظيره التركي في موسكو.", "utf-8")
    status, _, told = run("extract", tmp_path, tmp_path / "nowhere", "--out", tmp_path / "out.jsonl")
    assert status == 2
    assert told.splitlines() == [
        "barqiya: a.txt: is not text that can be read; save it as plain text in UTF-8",
        f"barqiya: {tmp_path / 'nowhere'}: does not exist; check the spelling of the path",
    ]
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["file"] == "b.txt"


def test_the_output_of_last_time_is_no_input(run, tmp_path):
    (tmp_path / "b.txt").write_text("استقبل الرئيس الروسي نظيره التركي في موسكو.", "utf-8")
    for _ in range(2):
        run("extract", tmp_path, "--out", tmp_path / "out.jsonl")
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1


def test_thousands_of_problems_do_not_flood_the_screen(run, tmp_path):
    (tmp_path / "news.jsonl").write_text("broken\n" * 5000)
    status, _, told = run("extract", tmp_path / "news.jsonl", "--out", tmp_path / "out.jsonl")
    assert status == 2
    assert told.splitlines()[-1] == "barqiya: and 4980 more like these"


def test_a_place_that_cannot_be_written_is_told(run, tmp_path):
    out = tmp_path / "nowhere" / "out.jsonl"
    status, _, told = run("extract", SEEDS, "--out", out)
    assert status == 2
    assert told.startswith(f"barqiya: {out}: cannot be written (No such file or directory); ")


def test_a_broken_table_of_knowledge_is_told(run, tmp_path, monkeypatch):
    (tmp_path / "countries.toml").write_text("[RUS\n", "utf-8")
    (tmp_path / "people").mkdir()
    monkeypatch.setattr(corpus.reading, "default", lambda: knowledge.load(tmp_path))
    status, _, told = run("extract", SEEDS, "--out", tmp_path / "out.jsonl")
    assert status == 2
    assert told.startswith("barqiya: countries.toml: cannot be read")
    assert not (tmp_path / "out.jsonl").exists()


def test_memory_does_not_grow_with_the_articles(tmp_path):
    """What stays of an article until the end is the key of each event, a small part of its line."""

    def peak(n):
        text = (
            "استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في موسكو يوم الأحد. "
            + "وتحدث الرئيس. " * 200
        )
        lines = (json.dumps({"id": number, "text": f"{text} {number}"}) + "\n" for number in range(n))
        (tmp_path / "news.jsonl").write_text("".join(lines), "utf-8")
        tracemalloc.start()
        extraction.extract([tmp_path / "news.jsonl"], "jsonl", str(tmp_path / "out.jsonl"))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    corpus.reading.default()
    peak(2)
    few, many = peak(5), peak(35)
    assert (many - few) / 30 < 12_000


def test_explain_tells_every_step(run):
    status, told, _ = run("explain", next(SEEDS.glob("003*")))
    assert status == 0
    reading = corpus.read([SEEDS]).readings[4]
    for event in reading.events:
        assert event.event_id in told
        assert event.why in told
    assert all(mention.why in told for mention in reading.mentions)
    assert "== set aside" in told
    assert "«مقالات ذات صلة»" in told


def test_explain_tells_what_was_dropped():
    read = corpus.read([SEEDS])
    told = "\n".join(explain.explain(read))
    assert all(note.text in told for reading in read.readings for note in reading.notes)


def test_explain_says_what_is_wrong_with_the_file(run, tmp_path):
    status, _, told = run("explain", tmp_path / "nowhere.txt")
    assert status == 2
    assert "does not exist" in told


def test_evaluate_prints_the_figures(run):
    status, told, _ = run("evaluate", ROOT / "tests" / "gold" / "seeds")
    assert status == 0
    assert "event_f1" in told
    assert run("evaluate", ROOT / "tests" / "gold" / "seeds", "--dated")[0] == 0


def test_evaluate_says_where_gold_is_looked_for(run):
    status, _, told = run("evaluate", "nowhere")
    assert status == 2
    assert told.startswith("barqiya: nowhere.")


def test_run_starts_the_dashboard_on_the_paths(monkeypatch, run, tmp_path):
    from streamlit.web import cli

    started = []
    monkeypatch.setattr(cli, "main_run", lambda arguments, **_: started.append(arguments))
    monkeypatch.setenv(launch.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    assert run("run", "news", SEEDS, "--port", "8999", "--headless")[0] == 0
    ((dashboard, *options),) = started
    assert Path(dashboard) == ROOT / "dashboard.py"
    assert {"--server.port=8999", "--server.headless=true", "--browser.gatherUsageStats=false"} < set(options)
    assert launch.os.environ[launch.VARIABLE] == launch.os.pathsep.join([str(tmp_path / "news"), str(SEEDS)])


def test_run_says_which_path_does_not_exist(run):
    status, _, told = run("run", "nowhere")
    assert (status, told) == (2, "barqiya: nowhere: does not exist; check the spelling of the path\n")


def test_dashboard_and_command_line_agree_on_the_variable():
    from explore.app import library

    assert library.VARIABLE == launch.VARIABLE


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "a", "--format", "xml"], ["nothing"], []])
def test_a_wrong_command_is_told_with_its_usage(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: barqiya" in capsys.readouterr().err


def test_arabic_is_written_where_the_system_has_none():
    command = [sys.executable, "-m", "explore", "explain", str(next(SEEDS.glob("001*")))]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "الكرملين" in told.stdout.decode()


def test_the_module_is_the_command_and_knows_its_version_without_being_installed():
    # -S: nothing that is installed is found.
    told = subprocess.run(
        [sys.executable, "-S", "-m", "explore", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"barqiya {VERSION}\n"
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
