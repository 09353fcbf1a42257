from dataclasses import replace
from pathlib import Path

import pytest

from explore import filters
from explore.errors import BarqiyaError, SelectionError
from explore.export import codebook, command, formats
from explore.export.context import Context
from explore.export.look import CHARTS, Look
from explore.filters import View
from explore.selection import Selection

SEEDS = Path(__file__).parents[2] / "seeds"
LETTERS = Selection().add("channel", "letter")


@pytest.mark.parametrize("key", formats.formats())
def test_the_very_bytes_of_the_button(key: str, letters: View, tmp_path: Path) -> None:
    form = formats.formats()[key]
    context = Context(LETTERS, "en", by="country", look=Look("chord"))
    file = tmp_path / form.file_name(context)
    view = "http://localhost:8501/network?lang=en&channel=letter&by=country#here"
    assert command.export([SEEDS], view, str(file)) == []
    assert file.read_bytes() == b"".join(form.write(letters, context))
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_every_format_has_an_ending_of_its_own() -> None:
    for key, form in formats.formats().items():
        assert formats.find(form.file_name(Context())).key == key
        assert form.label["ar"] != ""


@pytest.mark.parametrize("table", codebook.tables())
def test_the_name_of_the_file_names_the_table(table: str, seeds: View, tmp_path: Path) -> None:
    file = tmp_path / f"{table}.csv"
    command.write(seeds.tables, "", str(file), formats.find(str(file)))
    assert file.read_text(encoding="utf-8").startswith(codebook.tables()[table].names[0])


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "html"])
def test_the_name_of_the_file_names_the_chart(chart: str, ending: str) -> None:
    form = formats.find(f"out/{chart}.{ending}")
    assert form.key == ending
    assert form.named(f"barqiya-{chart}.{ending}") == chart


@pytest.mark.parametrize(
    ("view", "chart"),
    [
        ("", "timeline"),
        ("http://localhost:8501/network?lang=en", "chord"),
        ("http://localhost:8501/network?form=matrix", "matrix"),
        ("http://localhost:8501/timeline?layout=calendar&article=a&sort=newest", "calendar"),
    ],
)
def test_a_link_names_the_chart_where_the_file_does_not(view: str, chart: str, seeds: View, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    command.write(seeds.tables, view, str(file), formats.find(str(file)))
    context = replace(command.context_of(seeds.tables, view), look=Look(chart))
    made = formats.formats()["svg"].write(seeds, context)
    assert file.read_bytes() == b"".join(made)


def test_a_picture_looks_as_asked(seeds: View, tmp_path: Path) -> None:
    file, form, look = tmp_path / "chord.png", formats.formats()["png"], Look(ratio="1:1", scale=1.0, dark=True)
    command.write(seeds.tables, "by=country&lang=en", str(file), form, look=look)
    asked = Context(language="en", by="country", look=Look("chord", "1:1", 1.0, dark=True))
    assert file.read_bytes() == b"".join(form.write(seeds, asked))
    assert asked.link == "?lang=en&by=country"


@pytest.mark.parametrize(
    ("view", "selection"),
    [
        ("", Selection()),
        ("http://localhost:8501/events", Selection()),
        ("channel=letter", LETTERS),
        ("?channel=letter&lang=ar", LETTERS),
        ("http://localhost:8501/?words=%D8%B1%D8%B3%D8%A7%D9%84%D8%A9", Selection().add("words", "رسالة")),
    ],
)
def test_views(view: str, selection: Selection, seeds: View) -> None:
    assert command.context_of(seeds.tables, view).selection == selection


@pytest.mark.parametrize(
    ("view", "file", "says"),
    [
        ("channel=lettre", "events.csv", "asks for channel=lettre, which does not exist here"),
        ("sender=nobody", "events.csv", "asks for sender=nobody"),
        ("by=party", "chord.svg", "asks for by=party"),
        ("chanel=letter", "events.csv", "^chanel: is no filter; known are person, sender, .*from, to, confidence"),
        ("channel=letter&foo=1&not-form=list", "events.csv", "^foo, not-form: are no filters"),
        ("http://localhost:8501/events?chanel=letter", "events.csv", "^chanel: is no filter"),
        ("lang=fr", "events.csv", "asks for lang=fr"),
        ("letters", "events.csv", "is neither a link nor filters"),
        ("", "events.docx", "has no known ending; let it end in one of .csv, .excel.csv, "),
        ("", "missing/events.csv", "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(view: str, file: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(BarqiyaError, match=says):
        command.export([SEEDS], view, str(tmp_path / file))
    assert list(tmp_path.iterdir()) == []


def test_every_ending_is_named_once() -> None:
    with pytest.raises(SelectionError) as caught:
        formats.find("events.docx")
    named = caught.value.remedy.removeprefix("let it end in one of ").removesuffix(", or name a format").split(", ")
    assert sorted(named) == sorted({form.suffix for form in formats.formats().values()})


def test_formats_and_tables_that_are_not_known(seeds: View, tmp_path: Path) -> None:
    with pytest.raises(SelectionError, match="is no format that is known"):
        command.export([SEEDS], "", str(tmp_path / "a"), form="word")
    with pytest.raises(SelectionError, match="is no table that csv holds"):
        command.write(seeds.tables, "", str(tmp_path / "a.csv"), formats.formats()["csv"], table="places")


def test_progress_is_told_to_those_who_wait(monkeypatch: pytest.MonkeyPatch, seeds: View, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "_PATIENCE", 0.0)
    told: list[str] = []
    command.write(seeds.tables, "", str(tmp_path / "a.csv"), formats.formats()["csv"], tell=told.append)
    assert told == ["100%"]


def test_a_selection_survives_its_link(seeds: View) -> None:
    selection = filters.Selection().add("sender", "vladimir-putin").add("words", "رأس السنة", exclude=True)
    assert command.context_of(seeds.tables, Context(selection).link).selection == selection
