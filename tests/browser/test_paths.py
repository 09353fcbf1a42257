"""The main paths, in a real browser against a real server."""

import io
import re

import pandas as pd
import pytest

from explore import tables
from explore.app import library
from explore.app.words import Words
from explore.columns import EVENTS

IN_SIGHT = "e => { const box = e.getBoundingClientRect(); return box.top > 0 && box.top < innerHeight }"
WORDS = {"ar": "بوتين", "en": "Putin"}


def sentence(page):
    return page.locator(".sentence").inner_text()


def mark(page):
    """Return where the first mark of the timeline is, at its edge."""
    marks = page.locator(".lanes .marks").first
    x, y = re.findall(r"[\d.]+", marks.get_attribute("d"))[:2]
    box = page.locator(".lanes").bounding_box()
    return box["x"] + float(x), box["y"] + float(y)


def filter_by(page, settle, label, typed):
    """Choose in a field of the sidebar the first value that fits what is typed, and wait until the page says so."""
    before = sentence(page)
    field = page.get_by_role("combobox", name=label, exact=True).first
    field.click()
    field.press_sequentially(typed)
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    page.wait_for_function("said => document.querySelector('.sentence')?.innerText !== said", arg=before)
    settle(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_filter_link_read_and_download(server, open_page, settle, language):
    say = Words(language)
    page = open_page(f"{server}/?lang={language}")
    everything = sentence(page)
    filter_by(page, settle, say("filter.sender"), WORDS[language])
    page.wait_for_url("**sender=vladimir-putin**")
    filtered = sentence(page)
    assert filtered != everything

    again = open_page(page.url)
    assert sentence(again) == filtered

    page.get_by_role("link", name=say("page.articles")).click()
    page.wait_for_selector(".entry")
    settle(page)
    assert "sender=vladimir-putin" in page.url
    assert sentence(page) == filtered

    page.locator('[class*="st-key-open"] button').first.click()
    page.wait_for_selector(".reader")
    settle(page)
    assert page.locator(".article").get_attribute("dir") == "rtl"
    link = page.locator(".card a").last
    link.click()
    evidence = page.locator(link.get_attribute("href"))
    assert "chosen" in evidence.get_attribute("class")
    page.wait_for_timeout(800)
    assert page.evaluate(
        IN_SIGHT,
        evidence.element_handle(),
    )

    page.get_by_role("link", name=say("page.events")).click()
    page.wait_for_selector(".grid")
    settle(page)
    page.get_by_role("button", name=say("take.button")).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=say("take.download")).click()
    written = download.value.path().read_bytes()
    assert download.value.suggested_filename == "barqiya-events.csv"
    rows = tables.typed(pd.read_csv(io.BytesIO(written), dtype={"cameo": "str"}), EVENTS)
    assert len(rows) > 0
    assert (
        (rows["sender_id"] == "vladimir-putin") | (rows["mutual"] & (rows["recipient_id"] == "vladimir-putin"))
    ).all()
    assert rows["sender_name_ar"].str.contains("بوتين").any()


@pytest.mark.parametrize("page_name", ["timeline", "network", "parties", "articles", "events"])
def test_a_deep_link_is_the_first_visit(cold_server, open_page, page_name):
    """Streamlit's older routing would run the page alone (see ``explore.app.router.guard``)."""
    page = open_page(f"{cold_server}/{page_name}?lang=en&sender=vladimir-putin")
    assert page.get_by_role("heading", level=1).inner_text() == Words("en")(f"page.{page_name}")
    assert page.get_by_role("combobox", name="Sender", exact=True).count() > 0
    assert "Vladimir Putin" in sentence(page)
    assert "sender=vladimir-putin" in page.url
    assert page.get_by_role("link", name="dashboard").count() == 0


def test_a_mark_of_the_timeline_opens_its_evidence_and_back_returns(server, open_page):
    page = open_page(f"{server}/timeline?lang=en&channel=letter")
    x, y = mark(page)
    page.mouse.move(x, y)
    assert page.locator(".told-of").inner_text().startswith("from ")
    page.mouse.click(x, y)
    page.wait_for_selector(".reader .evidence.chosen")
    assert "event=" in page.url
    assert "channel=letter" in page.url
    assert page.locator(".card.chosen").count() == 1
    page.go_back()
    page.wait_for_selector(".lanes .marks", state="attached")
    assert "channel=letter" in page.url


def test_an_arc_or_ribbon_filters_and_lets_go(server, open_page):
    page = open_page(f"{server}/network?lang=en&channel=letter")
    before = sentence(page)
    page.locator(".circle .trace").last.click()
    page.wait_for_function("said => document.querySelector('.sentence')?.innerText !== said", arg=before)
    assert any(name in page.url for name in ("person=", "sender="))
    filtered = page.url
    page.get_by_role("button", name="Channel: letter").click()
    page.wait_for_function("before => location.href !== before", arg=filtered)
    assert "channel" not in page.url


def test_brushing_the_timeline_sets_the_dates(server, open_page):
    page = open_page(f"{server}/timeline?lang=en")
    box = page.locator(".lanes").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 60, steps=8)
    assert page.locator(".lanes .brush").is_visible()
    page.mouse.up()
    page.wait_for_url("**from=20*&to=20*")
    page.wait_for_selector(".st-key-chips button")
    assert page.locator(".lanes .brush").count() == 0


def test_a_filter_changes_the_chart_that_is_there(server, open_page):
    page = open_page(f"{server}/network?lang=en&person=vladimir-putin&channel=letter")
    chart = page.get_by_role("figure").element_handle()
    page.locator(".circle .trace").last.hover()
    said, drawn = chart.get_attribute("aria-label"), page.locator(".circle .trace").count()
    page.get_by_role("button", name="Channel: letter").press("Enter")
    page.wait_for_function("drawn => document.querySelectorAll('.circle .trace').length > drawn", arg=drawn)
    assert chart.evaluate("chart => chart.isConnected")
    assert page.locator(".circle").count() == 1
    assert chart.get_attribute("aria-label") != said
    assert page.locator(".circle .faded").count() == 0
    assert not page.locator(".told-of").is_visible()


def test_the_table_runs_with_the_language_sorts_and_leads_to_the_evidence(server, open_page, settle):
    page = open_page(f"{server}/events?lang=ar&channel=letter")
    heads = page.locator(".grid th")
    places = [heads.nth(n).bounding_box()["x"] for n in range(heads.count())]
    assert places == sorted(places, reverse=True)
    heads.first.locator("a").click()
    page.wait_for_url("**order=date**")
    page.wait_for_selector(".grid th[aria-sort='ascending']")
    settle(page)
    page.locator(".grid tbody tr").first.locator("td").nth(1).click()
    page.wait_for_selector(".reader .evidence.chosen")
    assert "order=date" in page.url
    page.go_back()
    page.wait_for_selector(".grid th[aria-sort='ascending']")


def test_back_goes_back_to_the_view_before(server, open_page, settle):
    page = open_page(f"{server}/?lang=en")
    everything = sentence(page)
    filter_by(page, settle, "Channel", "letter")
    page.wait_for_url("**channel=letter**")
    assert sentence(page) != everything
    page.go_back()
    page.wait_for_function("said => document.querySelector('.sentence')?.innerText === said", arg=everything)
    assert "channel" not in page.url


def test_switching_the_language_mirrors_the_page(server, open_page, settle):
    page = open_page(f"{server}/events?lang=en&sender=vladimir-putin")
    assert page.locator('[data-testid="stSidebar"]').bounding_box()["x"] < 100
    page.get_by_role("radio", name="العربية").click()
    page.wait_for_url("**lang=ar**")
    page.wait_for_function("getComputedStyle(document.querySelector('.stApp')).direction === 'rtl'")
    settle(page)
    assert page.locator('[data-testid="stSidebar"]').bounding_box()["x"] > 800
    assert page.get_by_role("heading", level=1).inner_text() == Words("ar")("page.events")
    assert "فلاديمير بوتين" in sentence(page)
    assert page.locator("[data-tag]").first.inner_text().startswith("فلاديمير بوتين")


def test_what_is_chosen_keeps_its_count_in_step_with_the_other_filters(server, open_page, settle):
    page = open_page(f"{server}/timeline?lang=en&sender=vladimir-putin")
    before = page.locator("[data-tag]").first.inner_text()
    filter_by(page, settle, "Channel", "letter")
    page.wait_for_function("said => document.querySelector('[data-tag]').innerText !== said", arg=before)
    page.get_by_role("button", name="Channel: letter").click()
    page.wait_for_function("said => document.querySelector('[data-tag]').innerText === said", arg=before)


def test_nothing_matches(server, open_page, settle):
    page = open_page(f"{server}/network?lang=ar&sender=donald-trump&status=denied")
    assert page.locator(".message").is_visible()
    page.locator(".stMain").get_by_role("button", name=Words("ar")("filter.clear")).click()
    page.wait_for_selector(".circle")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_browser(server, open_page, theme):
    page = open_page(f"{server}/articles?lang=en", color_scheme=theme)
    red = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor.match(/\\d+/)[0] * 1")
    assert (red < 100) == (theme == "dark")


def test_a_phone_shows_the_text_and_hides_the_filters(server, open_page):
    page = open_page(f"{server}/articles?lang=ar", viewport={"width": 390, "height": 844})
    page.locator('[class*="st-key-open"] button').first.click()
    box = page.locator(".article").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator('[data-testid="stSidebar"] .brand').is_visible()


@pytest.fixture
def hostile(tmp_path):
    lines = [
        "بوتين يراسل ترامب",
        "بعث الرئيس الروسي فلاديمير بوتين رسالة إلى نظيره الأميركي دونالد ترامب <script>window.hit = 1</script>",
        '<img src=x onerror="window.hit = 1"> </div></div><h1>عنوان</h1> &lt;b&gt; **نجوم** [رابط](javascript:hit)',
        "نص \N{RIGHT-TO-LEFT OVERRIDE}معكوس وما بعده abc",
    ]
    (tmp_path / "hostile.txt").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_a_hostile_article_stays_text(hostile, serve, open_page):
    with serve(hostile) as address:
        page = open_page(f"{address}/articles?lang=en")
        page.locator('[class*="st-key-open"] button').first.click()
        page.wait_for_selector(".article")
        assert page.evaluate("window.hit") is None
        assert page.locator(".article :is(script, img, h1, b, a)").count() == 0
        assert "<script>window.hit = 1</script>" in page.locator(".article").inner_text()
        assert page.locator(".article .control").get_attribute("data-code") == "U+202E"


def test_what_is_copied_is_the_article(server, open_page, monkeypatch):
    monkeypatch.delenv(library.VARIABLE, raising=False)
    page = open_page(f"{server}/articles?lang=ar", permissions=["clipboard-read", "clipboard-write"])
    for number, reading in enumerate(library.load().corpus.readings):
        page.locator('[class*="st-key-open"] button').nth(number).click()
        page.wait_for_selector(".article")
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.article'))")
        page.keyboard.press("Control+C")
        assert page.evaluate("navigator.clipboard.readText()").strip() == reading.article.text.strip()
        page.get_by_role("button", name=Words("ar")("articles.back")).click()
        page.wait_for_selector(".article", state="detached")
        page.wait_for_selector(".entry")


def test_names_are_stepped_through_with_the_keyboard(server, open_page):
    page = open_page(f"{server}/articles?lang=ar")
    page.locator('[class*="st-key-open"] button').first.click()
    page.wait_for_selector(".reader mark[tabindex='0']")
    page.locator(".reader mark[tabindex='0']").focus()
    focused = "() => [...document.querySelectorAll('.reader mark.entity:not(.rest)')].indexOf(document.activeElement)"
    assert page.evaluate(focused) == 0
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == 1
    here = page.evaluate("document.activeElement.dataset.of")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.of") == here
    assert page.locator(".told-of").inner_text() == page.evaluate("document.activeElement.title")
    page.keyboard.press("Escape")
    assert not page.locator(".told-of").is_visible()


def test_a_finger_reads_who_is_meant(server, open_page):
    page = open_page(f"{server}/articles?lang=ar", viewport={"width": 390, "height": 844}, has_touch=True)
    page.locator('[class*="st-key-open"] button').first.tap()
    page.wait_for_selector(".reader mark[tabindex='0']")
    page.locator(".reader mark.PER").first.tap()
    told = page.locator(".told-of")
    told.wait_for()
    page.wait_for_timeout(800)
    assert "Vladimir Putin" in told.inner_text()
    box, name = told.bounding_box(), page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
    assert -8 <= min(abs(box["y"] - name["bottom"]), abs(box["y"] + box["height"] - name["top"])) - 8 <= 40
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_legend_switches_marks_off_and_what_is_set_aside_is_shown(server, open_page, settle):
    page = open_page(f"{server}/articles?lang=ar")
    titles = page.locator('[class*="st-key-open"] button')
    for number in range(titles.count()):
        titles.nth(number).click()
        # The marks can be stepped through from when the page hears clicks.
        page.wait_for_selector(".reader mark[tabindex='0']")
        settle(page)
        page.locator(".legend .key.PER").click()
        assert page.locator(".reader mark.PER:not(.off)").count() == 0
        if aside := page.locator('.stMain [data-testid="stExpander"] summary').all():
            aside[0].click()
            page.locator("figure.aside .article").first.wait_for()
            assert not re.search("[A-Za-z]", page.locator("figure.aside figcaption").first.inner_text())
            return
        page.get_by_role("button", name=Words("ar")("articles.back")).click()
        page.wait_for_selector(".entry")
        settle(page)
    pytest.fail("nothing is set aside in any article")


def test_a_link_to_the_overview_opens_in_a_new_tab(server, open_page):
    page = open_page(f"{server}/?lang=en")
    link = page.locator(".bars a[data-page='overview']").first
    link.wait_for()
    there = open_page(link.evaluate("link => link.href"))
    there.wait_for_selector(".tiles")
    assert there.locator('[role="dialog"]').count() == 0
    assert "channel=" in there.url
