"""The meeting shows one chart at a time, says what stands behind every mark, and needs nothing but its own file."""

import datetime as dt
import json
import re

import numpy as np
import pytest

from benchmarks.synthetic import generate
from explore.charts import chord, parties, timeline
from explore.export import faces, meeting
from explore.export.look import CHARTS
from explore.export.subject import Subject
from explore.selection import Selection

MEGABYTE = 1 << 20
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
DECEMBER = (dt.date(2018, 12, 1), dt.date(2018, 12, 31))
SHOWN = "document.querySelector('.scene.on').dataset.chart"


@pytest.fixture
def open_meeting(browser, seeds, tmp_path):
    """Return a function that opens the file in a browser that may fetch nothing."""
    pages = []

    def open_meeting(language, **options):
        subject = Subject(seeds.tables, Selection(), language)
        file = tmp_path / "meeting.html"
        file.write_bytes(meeting.html(subject))
        page = browser.new_page(**{"viewport": {"width": 1600, "height": 900}, **options})
        asked, errors = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        pages.append((page, asked, errors))
        return page, subject

    yield open_meeting
    for page, asked, errors in pages:
        page.close()
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert errors == []


@LANGUAGES
def test_the_arrow_that_points_on_turns_to_the_next_chart(open_meeting, language):
    page, subject = open_meeting(language)
    onward, back = ("ArrowLeft", "ArrowRight") if language == "ar" else ("ArrowRight", "ArrowLeft")
    seen = []
    for _ in CHARTS:
        seen.append(page.evaluate(SHOWN))
        shown = page.locator(".scene.on")
        assert shown.locator("h1").is_visible()
        assert shown.locator("p").inner_text() == faces.calm(subject.sentence)
        assert shown.locator(".drawn:visible").count() == 1
        page.keyboard.press(onward)
    assert seen == list(CHARTS)
    assert page.evaluate(SHOWN) == CHARTS[0]
    page.keyboard.press(back)
    assert page.evaluate(SHOWN) == CHARTS[-1]


@LANGUAGES
def test_everything_a_chart_must_tell_stands_on_the_stage(open_meeting, language):
    page, subject = open_meeting(language)
    said = page.locator(".meeting footer").inner_text()
    for part in ("6", str(subject.view.n), "2025", "برقية" if language == "ar" else "Barqiya"):
        assert part in said
    assert page.locator(".meeting").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_type_is_large_and_set_in_the_face_of_the_file(open_meeting):
    page, _ = open_meeting("ar")
    size = "parseFloat(getComputedStyle(document.querySelector('.scene.on h1')).fontSize)"
    assert page.evaluate(size) > 35
    label = page.locator(".scene.on .drawn:visible text").first
    assert label.bounding_box()["height"] > 20
    assert page.evaluate("document.fonts.check('16px \"Barqiya Print\"', 'بوتين')")
    face = "getComputedStyle(document.querySelector('.scene.on text')).fontFamily"
    assert page.evaluate(face).startswith('"Barqiya Print"')


@LANGUAGES
def test_a_click_on_a_mark_shows_the_words_that_say_so(open_meeting, language):
    page, subject = open_meeting(language)
    mark = page.locator(".scene.on .drawn:visible g[data-of] circle").first
    sets = json.loads(page.locator(".meeting aside script").text_content())
    place = int(sets[int(mark.evaluate("mark => mark.parentNode.dataset.of"))])
    mark.click()
    shown = page.locator(".meeting aside li:visible")
    assert shown.count() == 1
    evidence = " ".join(subject.communications(meeting.MOST)["evidence"].iloc[place].split())
    assert shown.locator("blockquote").inner_text() == evidence
    assert shown.locator("blockquote").get_attribute("dir") == "rtl"
    page.keyboard.press("Escape")
    assert page.locator(".meeting aside").is_hidden()
    page.keyboard.press("e")
    assert page.locator(".meeting aside li:visible").count() == subject.view.n


@pytest.mark.parametrize("screen", [(1600, 900), (1280, 860), (1024, 768)])
def test_the_circle_fills_the_room(open_meeting, screen):
    page, _ = open_meeting("ar", viewport=dict(zip(("width", "height"), screen, strict=True)))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(SHOWN) == "chord"
    tall = page.locator(".scene.on .drawn:visible g[data-of]").evaluate_all(
        """parts => {
            const boxes = parts.map(part => part.getBoundingClientRect());
            return Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top));
        }"""
    )
    assert tall > 0.55 * screen[1]
    foot = page.locator(".meeting footer").bounding_box()
    assert foot["y"] + foot["height"] <= screen[1]


def test_light_and_dark(open_meeting):
    page, _ = open_meeting("ar", color_scheme="dark")
    ground = "getComputedStyle(document.querySelector('.meeting')).backgroundColor"
    assert page.evaluate(ground) == "rgb(17, 22, 28)"
    page.keyboard.press("d")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator(".scene.on .drawn.light").is_visible()
    assert page.locator(".scene.on .drawn.dark").is_hidden()


@pytest.mark.parametrize("by", ["person", "country"])
def test_ribbons_and_cells_stand_for_what_they_count(seeds, by):
    subject = Subject(seeds.tables, Selection(), "en", by=by)
    told = meeting._Told(subject)
    both = parties.sides(told.rows, by)
    sender, recipient = (np.asarray(both.values, dtype=object)[side] for side in (both.sender, both.recipient))
    for one, other in {*zip(sender, recipient, strict=True)}:
        expected = ((sender == one) & (recipient == other)) | (
            told.rows["mutual"].to_numpy() & (sender == other) & (recipient == one)
        )
        assert told.places(chord.Pair(one, other)) == " ".join(map(str, np.flatnonzero(expected)))
    of_one = (sender == sender[0]) | (recipient == sender[0])
    assert told.places(chord.Actor(sender[0])) == " ".join(map(str, np.flatnonzero(of_one)))
    assert told.number("chord", ("",)) == told.number("matrix", ("", sender[0])) == ""


def test_columns_stand_for_their_days(seeds):
    subject = Subject(seeds.tables, Selection(), "en")
    told = meeting._Told(subject)
    within = told.places(timeline.Period(*DECEMBER, "letter")).split()
    rows = told.rows.iloc[[int(place) for place in within]]
    assert len(rows) > 0
    assert set(rows["channel"]) == {"letter"}
    assert ((rows["date_start"] <= "2018-12-31") & (rows["date_end"] >= "2018-12-01")).all()
    every = told.places(timeline.Period(*DECEMBER)).split()
    assert set(within) < set(every)


@LANGUAGES
def test_the_same_view_gives_the_same_file(seeds, language):
    first, second = (Subject(seeds.tables, Selection(), language) for _ in range(2))
    assert meeting.html(first) == meeting.html(second)


def test_many_communications_stay_a_few_megabytes_and_the_rest_is_told():
    subject = Subject(generate(20_000), Selection(), "en")
    made = meeting.html(subject)
    assert len(made) < 4 * MEGABYTE
    assert f"first 1,500 of {subject.view.n:,}" in made.decode()


def test_nothing_to_show_is_said(nowhere):
    made = meeting.html(Subject(nowhere.tables, Selection(confidence=1.0).add("channel", "video"), "ar")).decode()
    assert made.count("<section") == 1
    assert "لا شيء يطابق" in made


def test_texts_of_articles_are_words_not_markup(nasty):
    made = meeting.html(Subject(nasty.tables, Selection(), "ar")).decode()
    assert not re.search(r"<(?:script|img|b)>?[^>]*alert", made)
    assert "\u202e" not in made
    assert made.count("<script>") == 1
