import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import explore
from explore import filters
from explore.export import codebook, formats, package
from explore.export.context import Context
from explore.export.csv import write as write_csv
from explore.export.look import REPORTED, Look
from explore.filters import View
from explore.selection import Selection
from explore.sentence import sentence

LETTERS = Selection().add("channel", "letter")


def pack(view: View, context: Context) -> bytes:
    return b"".join(package.write(view, context))


@pytest.fixture(scope="module")
def files(letters: View) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack(letters, Context(LETTERS)))) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("name", ["letters", "nasty", "nowhere"])
def test_frictionless_finds_no_fault(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = tmp_path / "package.zip"
    file.write_bytes(pack(request.getfixturevalue(name), Context(LETTERS)))
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(file)]
    report = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    assert report["valid"], report
    assert report["stats"]["tasks"] == len(package.TABLES)


def test_checksums(files: dict[str, bytes]) -> None:
    told = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert told == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}


def test_the_same_view_gives_the_same_bytes(letters: View) -> None:
    again = filters.apply(explore.read(Path(__file__).parents[2] / "seeds").tables, LETTERS)
    assert pack(letters, Context(LETTERS)) == pack(again, Context(LETTERS))


def test_what_was_asked_can_be_asked_again(files: dict[str, bytes], letters: View) -> None:
    asked = json.loads(files["query.json"])
    assert filters.from_query(asked["query"], letters.tables) == (LETTERS, [])
    assert asked["sentence"] == {
        language: sentence(LETTERS, letters.n, language, letters.tables) for language in codebook.LANGUAGES
    }
    assert asked["rows"]["events"] == {"kept": len(letters.events), "total": len(letters.tables.events)}
    assert asked["rows"]["communications"]["kept"] == letters.n


def test_tables_are_those_of_the_buttons(files: dict[str, bytes], letters: View) -> None:
    for name in package.TABLES:
        assert files[f"{name}.csv"] == b"".join(write_csv(letters, Context(LETTERS, table=name)))


def test_every_field_is_described_in_both_languages(files: dict[str, bytes]) -> None:
    resources = json.loads(files["datapackage.json"])["resources"]
    assert [resource["name"] for resource in resources] == list(package.TABLES)
    for resource in resources:
        head = next(csv.reader(io.StringIO(files[resource["path"]].decode())))
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert resource["bytes"] == len(files[resource["path"]])
        for field in resource["schema"]["fields"]:
            assert all(field[key] for key in ("title", "title_ar", "description", "description_ar"))


def test_texts_have_a_direction(files: dict[str, bytes]) -> None:
    tables = json.loads(files["csv-metadata.json"])["tables"]
    events = {column["name"]: column for column in tables[0]["tableSchema"]["columns"]}
    assert events["evidence"]["textDirection"] == "rtl"
    assert events["evidence"]["lang"] == "ar"
    assert events["event_id"]["textDirection"] == "ltr"


def test_the_readme_names_every_file(files: dict[str, bytes], letters: View) -> None:
    told = files["README.md"].decode()
    for name in files:
        assert f"`{name.partition('/')[0] + '/' if '/' in name else name}`" in told or name == "README.md"
    for language in codebook.LANGUAGES:
        assert sentence(LETTERS, letters.n, language, letters.tables) in told


def test_the_codebook_names_every_column(files: dict[str, bytes]) -> None:
    told = files["codebook.md"].decode()
    for name in package.TABLES:
        for column in codebook.tables()[name].columns:
            assert f"| `{column.name}` | {column.words['ar'].title} |" in told
            assert f"| `{column.name}` | {column.words['en'].title} |" in told


def test_texts_stay_where_they_may_not_be_passed_on(letters: View) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(letters, Context(LETTERS, with_text=False)))) as packed:
        articles = csv.DictReader(io.StringIO(packed.read("articles.csv").decode(), newline=""))
        assert {row["text"] for row in articles} == {""}
        assert "does not allow" in packed.read("README.md").decode()
        long = max(letters.articles["text"], key=len)
        assert long[-200:].encode() not in b"".join(packed.read(name) for name in packed.namelist())


def test_progress_ends_at_the_end(letters: View) -> None:
    told: list[tuple[int, int]] = []
    pack(letters, Context(LETTERS, progress=lambda done, total: told.append((done, total))))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_hundred_thousand_rows_are_packed_whole(large: View) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(large, Context()))) as packed:
        for name in package.TABLES:
            with packed.open(f"{name}.csv") as file:
                written = b"".join(write_csv(large, Context(table=name)))
                assert hashlib.sha256(file.read()).digest() == hashlib.sha256(written).digest()
        told = json.loads(packed.read("query.json"))["rows"]
    assert told["events"]["kept"] == len(large.events) >= 100_000
    assert told["communications"]["kept"] == large.n


def test_charts_are_the_pictures_of_the_buttons(files: dict[str, bytes], letters: View) -> None:
    for chart in REPORTED:
        for ending in ("svg", "png"):
            made = formats.formats()[ending].write(letters, Context(LETTERS, look=Look(chart)))
            assert files[f"charts/{chart}.{ending}"] == b"".join(made)
