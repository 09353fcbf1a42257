"""Hold what README and docs say to what there is."""

import re
from pathlib import Path

import pytest

from explore.__main__ import _parser
from explore.columns import ARTICLES, EVENTS, MENTIONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COLUMNS = (ROOT / "docs" / "columns.md").read_text("utf-8")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^(?:\S*[/\\])?barqiya (.+)$", README, re.MULTILINE))))
def test_every_command_exists(command):
    assert _parser().parse_args(command.split()).run


def test_every_make_target_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", README.split("## ")[0]):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE) or target == "missing"


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\]\(([^)]+)\)", README)) | set(re.findall(r"`(\w+/[\w./]+)`", README)))
)
def test_every_file_that_is_named_exists(path):
    assert (ROOT / path).exists()


def test_the_five_lines_of_python_run(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (code,) = (text for language, text in BLOCK.findall(README) if language == "python")
    assert len(code.strip().splitlines()) <= 5
    exec(compile(code, "README.md", "exec"), {})
    assert "Vladimir Putin" in capsys.readouterr().out


@pytest.mark.parametrize(("table", "columns"), [("articles", ARTICLES), ("mentions", MENTIONS), ("events", EVENTS)])
def test_the_columns_are_those_declared(table, columns):
    section = COLUMNS.partition(f"\n## {table}\n")[2].partition("\n## ")[0]
    told = {}
    for row in re.findall(r"^\| (`.*)$", section, re.MULTILINE):
        names, dtypes = (cell.strip() for cell in row.split("|")[:2])
        found = re.findall(r"`(\w+)`", names)
        each = dtypes.split(", ") if ", " in dtypes else [dtypes] * len(found)
        told.update(zip(found, each, strict=True))
    assert list(told.items()) == list(columns.items())


def test_the_commands_come_first():
    assert BLOCK.findall(README)[0][1].split("\n")[:2] == ["make run", "make test"]


def test_the_docs_name_no_place_outside_the_repository():
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        assert not re.search(r"(?<!\w)/(work|tmp|home)/|shared/", path.read_text("utf-8")), path
