"""The words of the interface: complete in both languages, all of them used, none missing."""

import re
import string
import tomllib
from pathlib import Path

import pytest

import explore
from explore import numerals, phrases
from explore.app.place import OPTIONS
from explore.app.takeaway import KINDS
from explore.app.words import LANGUAGES, Words, table
from explore.export import printed
from explore.export.formats import formats
from explore.export.look import SIZES
from explore.knowledge import compiled
from explore.model import EntityType
from explore.selection import FIELDS

ROOT = Path(explore.__file__).parent
CODE = "\n".join(
    path.read_text("utf-8")
    for path in [*(ROOT / "app").glob("*.py"), *ROOT.parent.glob("*.py"), *ROOT.parent.glob("pages/*.py")]
)
KEYS = [f"{section}.{name}" for section, names in table().items() for name in names]
# Names of things that Arabic readers know by their Latin names.
LATIN = {"CSV", "UTF-8", "barqiya", "run", "FOLDER", "barqiya-table.csv", "PowerPoint", "zip"}


@pytest.mark.parametrize("key", KEYS)
def test_said_in_both_languages(key):
    section, _, name = key.partition(".")
    said = table()[section][name]
    assert set(said) == set(LANGUAGES)
    assert all(words.strip() == words != "" for words in said.values())
    fields = [{field for _, field, _, _ in string.Formatter().parse(said[language]) if field} for language in LANGUAGES]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("key", KEYS)
def test_arabic_is_arabic(key):
    section, _, name = key.partition(".")
    arabic = re.sub(r"\{\w+\}", "", table()[section][name]["ar"])
    assert set(re.findall(r"[A-Za-z][\w.-]*", arabic)) <= LATIN
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", arabic)


def test_every_word_that_the_code_says_is_in_the_table():
    said = set(re.findall(r"""\bsay\(\s*f?["']([\w.]+)["']""", CODE))
    said |= set(re.findall(r"""view\.say\(["']([\w.]+)["']""", CODE))
    assert said - set(KEYS) == set()


def test_every_word_of_the_table_is_said():
    said = set(re.findall(r"""["']([a-z_]+\.[a-z_A-Z]+)["']""", CODE))
    built = {f"{section}.{name}_{value}" for section in table() for name, values in OPTIONS.items() for value in values}
    built |= {f"{section}.{name}" for section in table() for name in OPTIONS}
    built |= {f"type.{kind}" for kind in EntityType} | {f"filter.{field}" for field in (*FIELDS, "dates", "confidence")}
    built |= {f"state.{name}{end}" for name in ("empty", "no_events", "no_match") for end in ("", "_title")}
    built |= {key for key in KEYS if key.split(".")[0] in ("page", "column")} | {
        f"articles.{name}" for name in ("back", "previous", "next")
    }
    built |= {f"articles.{name}" for name in ("published", "source", "file")}
    quoted = set(re.findall(r"""["'](\w+)["']""", CODE))
    named = (key.partition(".") for key in KEYS if key.split(".")[0] in ("overview", "parties", "take"))
    built |= {f"{section}.{name}" for section, _, name in named if name.removesuffix("_help") in quoted}
    built |= {f"take.{name}" for name in (*formats(), *SIZES)} | {f"take.kind_{kind}" for kind in KINDS}
    built |= {"filter.last_month", "filter.last_year"}
    assert set(KEYS) - said - built == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stretch_of_time_has_one_word_everywhere(language):
    said = {Words(language)(key) for key in ("filter.dates", "overview.period", "column.period")}
    assert said == {printed.say("span", language, period="").rstrip(": ")}


def test_every_office_of_the_knowledge_has_words_and_no_other():
    offices = tomllib.loads((ROOT / "knowledge" / "offices.toml").read_text("utf-8"))
    terms = {term.office for person in compiled.load().tables.people.values() for term in person.terms}
    titled = {key for key, office in offices.items() if office.get("titles")}
    assert titled | terms == set(phrases.offices())


def test_digits_in_the_words_follow_the_choice():
    try:
        numerals.use("arabic")
        assert "٣٠" in Words("ar")("filter.last_month")
        assert Words("ar")("overview.more", n="3") == "وسواها: 3."
    finally:
        numerals.use("latin")
    assert "30" in Words("ar")("filter.last_month")
