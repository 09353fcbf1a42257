import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.text.clean import clean
from explore.text.lines import lines
from explore.text.stories import split, trim

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "pages.toml").read_text("utf-8"))["case"]
POOL = sorted({line for case in CASES for line in case["page"].split("\n")})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["comment"])
def test_a_page_becomes_its_stories(case):
    text = clean(case["page"])
    page = split(text)
    assert [[story.title, story.text] for story in page.stories] == case["stories"]
    assert [text[part.start : part.end] for part in page.aside] == case["aside"]
    assert all(part.why for part in page.aside)


@settings(deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=25))
def test_every_line_is_told_once(drawn):
    """Nothing is lost and nothing doubled: each line is a title, or in a text, or set aside."""
    text = clean("\n".join(drawn))
    page = split(text)
    told = [line.text for story in page.stories for line in lines(f"{story.title}\n{story.text}")]
    told += [line.text for part in page.aside for line in lines(text[part.start : part.end])]
    assert sorted(told) == sorted(line.text for line in lines(text))


def test_a_record_keeps_all_but_links_to_other_stories():
    text = "بعث الرئيس رسالة إلى نظيره.\nللمزيد: أسعار النفط ترتفع\nوهنأه بالعيد."
    left, aside = trim(text)
    assert left == "بعث الرئيس رسالة إلى نظيره.\nوهنأه بالعيد."
    assert [text[part.start : part.end] for part in aside] == ["للمزيد: أسعار النفط ترتفع"]


def test_a_record_that_is_nothing_but_a_link_is_kept():
    assert trim("اقرأ أيضا: أسعار النفط ترتفع") == ("اقرأ أيضا: أسعار النفط ترتفع", ())


@pytest.mark.parametrize(
    "unit",
    ["عنوان يتكرر في كل مكان", "عنوان {n} في كل مكان", "اقرأ أيضا\nعنوان\nوقال الوزير {n} إن اللقاء كان مفيدا جدا."],
    ids=["one heading", "many headings", "many links"],
)
def test_a_page_of_any_length_is_split_in_one_pass(unit):
    """Looking ahead from every line anew would take minutes here."""
    text = "\n".join(unit.format(n=n) for n in range(20_000))
    page = split(text)
    assert len(page.stories) == 1
