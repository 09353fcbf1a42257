"""Everyone reaches everything: no serious fault that axe-core finds, phones, and the ways from the overview."""

import itertools
import re
from importlib import resources

import pytest

from explore import phrases
from explore.app.words import Words

PAGES = [
    "",
    "timeline",
    "timeline?layout=calendar",
    "network",
    "network?form=matrix",
    "parties",
    "parties?party=vladimir-putin",
    "articles",
    "articles?article=a-2beffbda24f9",
    "events",
    "present?chart=chord",
]
# The drawing of a chart.
DRAWN = ":is(.lanes, .circle)"
# Where a pointer meets a drawn outline and nothing above it.
INSIDE = """outline => {
    const { left, top, right, bottom } = outline.getBoundingClientRect();
    for (let x = left; x < right; x++)
        for (let y = top; y < bottom; y++) if (document.elementFromPoint(x, y) === outline) return [x, y];
}"""
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
# What Streamlit itself draws and no page can change.
NOT_OURS = "[data-testid='stHeader']"


@pytest.fixture(scope="session")
def axe():
    """Return the script of axe-core, which comes with a package for tests."""
    pytest.importorskip("axe_playwright_python")
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page_name", PAGES)
def test_axe_finds_no_serious_fault(server, open_page, axe, page_name, theme):
    language = "ar" if theme == "light" else "en"
    joined = "&" if "?" in page_name else "?"
    page = open_page(f"{server}/{page_name}{joined}lang={language}", color_scheme=theme)
    page.wait_for_timeout(1000)
    page.evaluate(axe)
    asked = {"runOnly": RULES}
    found = page.evaluate("([skipped, asked]) => axe.run({exclude: skipped.split(', ')}, asked)", [NOT_OURS, asked])[
        "violations"
    ]
    serious = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"][:3]])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_overview_to_a_person_to_the_evidence(server, open_page, settle, language):
    say = Words(language)
    page = open_page(f"{server}/?lang={language}")
    page.locator(".part a[data-page='parties']").first.click()
    page.wait_for_url("**/parties?**party=vladimir-putin**")
    settle(page)
    page.locator(".told a[data-page='articles']").first.click()
    page.wait_for_url("**/articles?**event=**")
    page.wait_for_selector(".reader .evidence.chosen")
    page.get_by_role("link", name=say("page.overview")).click()
    page.wait_for_selector(".tiles")
    page.locator(".bars a[data-page='overview']").first.click()
    page.wait_for_selector(".st-key-chips button")
    assert "channel=" in page.url


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "\u2067من فلاديمير بوتين إلى "), ("en", "from Vladimir Putin to ")]
)
def test_under_the_pointer_a_ribbon_says_what_it_is_and_the_others_fade(server, open_page, language, said):
    page = open_page(f"{server}/network?lang={language}&sender=vladimir-putin&channel=letter")
    ribbon = page.locator(".circle .trace").first
    x, y = ribbon.evaluate(INSIDE)
    page.mouse.move(x, y)
    page.wait_for_selector(".circle .trace.faded", state="attached")
    # What stays are the ribbon and the arcs at its ends.
    assert page.locator(".circle .trace:not(.faded)").count() == 3
    assert ribbon.evaluate("ribbon => !ribbon.classList.contains('faded')")
    assert page.locator(".told-of").inner_text().startswith(said)
    page.mouse.move(5, 5)
    page.wait_for_function("!document.querySelector('.trace.faded')")
    assert not page.locator(".told-of").is_visible()


@pytest.mark.parametrize(("language", "turned"), [("ar", "matrix(-1, 0, 0, 1, 0, 0)"), ("en", "none")])
def test_arrows_point_where_the_language_goes(server, open_page, language, turned):
    page = open_page(f"{server}/timeline?lang={language}")
    way = "arrow => getComputedStyle(arrow).transform"
    folded = page.locator('[data-testid="stExpander"] summary', has_text=Words(language)("state.table"))
    arrow = folded.get_by_text("keyboard_arrow_right", exact=True)
    assert arrow.evaluate(way) == turned
    page.locator('[data-testid="stDateInputField"]').first.click()
    page.keyboard.press("ArrowDown")
    arrows = page.locator('[data-testid="stDateInputCalendar"] button[slot] svg')
    arrows.first.wait_for()
    assert [arrow.evaluate(way) for arrow in arrows.all()] == [turned] * 2
    back, onward = (arrow.bounding_box()["x"] for arrow in arrows.all())
    assert (back > onward) == (language == "ar")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_line_of_facts_begins_or_ends_with_a_dot(server, open_page, language):
    page = open_page(f"{server}/articles?lang={language}")
    page.locator('[class*="st-key-open"] button').first.click()
    page.wait_for_selector(".card .dotted")
    cut = """facts => {
        const { left, right } = facts.getBoundingClientRect();
        const rtl = getComputedStyle(facts).direction === "rtl";
        return [...facts.children].map(fact => {
            const box = fact.getBoundingClientRect();
            const begins = Math.abs(rtl ? right - box.right : box.left - left) < 1;
            return [begins, getComputedStyle(fact, "::before").content !== "none", getComputedStyle(facts).clipPath];
        });
    }"""
    lines = [line for facts in page.locator(".card .dotted").all() for line in facts.evaluate(cut)]
    assert (True, True) in {(begins, dotted) for begins, dotted, _ in lines}, "no line is broken"
    assert all(clipped == "inset(0px)" for *_, clipped in lines)
    assert "·" not in page.locator(".card .dotted").first.inner_text()


@pytest.mark.parametrize("width", [390, 768])
@pytest.mark.parametrize("page_name", ["", "timeline", "network", "parties"])
def test_narrow_screens_scroll_charts_not_pages(server, open_page, page_name, width):
    page = open_page(f"{server}/{page_name}?lang=ar", viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    if page_name in ("timeline", "network"):
        page.wait_for_selector(DRAWN)
        drawn = page.locator(DRAWN).first.bounding_box()["width"]
        assert drawn >= min(width, 500)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_on_a_laptop_the_evidence_begins_in_sight(server, open_page, language):
    page = open_page(f"{server}/events?lang={language}")
    page.wait_for_selector(".grid")
    assert page.evaluate("[...document.querySelectorAll('.grid')].every(grid => grid.scrollWidth === grid.clientWidth)")


def test_a_chart_takes_on_the_width_of_its_box(server, open_page):
    page = open_page(f"{server}/timeline?lang=en", viewport={"width": 1280, "height": 900})
    page.wait_for_selector(".lanes")
    fits = """wide => {
        const svg = document.querySelector('.lanes');
        return (svg.clientWidth > 800) === wide && svg.clientWidth === svg.parentElement.clientWidth;
    }"""
    page.wait_for_function(fits, arg=True)
    page.set_viewport_size({"width": 1100, "height": 900})
    page.wait_for_function(fits, arg=False)
    page.get_by_test_id("stSidebar").hover()
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    page.wait_for_function(fits, arg=True)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_chart_that_cannot_be_drawn_says_so(server, browser, language):
    with browser.new_context() as context:
        context.route("**/plotly.min.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{server}/network?lang={language}&form=matrix")
        page.get_by_text(Words(language)("state.no_plotly")).wait_for()
        assert page.get_by_role("alert").count() == 1


def test_the_menu_stands_at_the_end_of_the_line_on_a_phone(server, open_page):
    page = open_page(f"{server}/?lang=ar", viewport={"width": 390, "height": 844})
    assert page.locator('[data-testid="stMainMenuButton"]').bounding_box()["x"] < 40
    assert page.locator('[data-testid="stExpandSidebarButton"]').bounding_box()["x"] > 340


@pytest.mark.parametrize("page_name", ["", "timeline", "network"])
def test_a_chart_fits_the_sheet_that_it_is_printed_on(server, open_page, page_name):
    page = open_page(f"{server}/{page_name}?lang=ar", viewport={"width": 1600, "height": 900})
    page.wait_for_selector(DRAWN)
    page.wait_for_timeout(500)
    width = f"document.querySelector('{DRAWN}').getBoundingClientRect().width"
    wide = page.evaluate(width)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(width) <= 690 < wide
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(width) == wide


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_days_of_the_year_are_drawn_with_their_key_and_without_plotly(server, open_page, language):
    page = open_page(f"{server}/timeline?lang={language}&layout=calendar")
    page.wait_for_selector(".lanes .marks", state="attached")
    assert page.locator(".js-plotly-plot").count() == 0
    rings = [page.locator(f".lanes .{kind}[stroke-dasharray]") for kind in ("key", "marks")]
    assert min(ring.count() for ring in rings) >= 1
    key, chart = page.locator(".lanes text", has_text=phrases.word("group", "intended", language)), rings[0].first
    words, symbol = key.bounding_box(), chart.bounding_box()
    assert abs(words["y"] + words["height"] / 2 - symbol["y"] - symbol["height"] / 2) < 4
    assert (symbol["x"] > words["x"]) == (language == "ar")
    x, y = re.findall(r"[\d.]+", page.locator(".lanes .marks").first.get_attribute("d"))[:2]
    box = page.locator(".lanes").bounding_box()
    page.mouse.move(box["x"] + float(x) + 1, box["y"] + float(y))
    assert page.locator(".told-of").inner_text()


@pytest.mark.parametrize("width", [390, 1000])
def test_cells_of_the_matrix_do_not_overlap_however_narrow_the_screen(server, open_page, width):
    page = open_page(f"{server}/network?lang=ar&form=matrix", viewport={"width": width, "height": 844})
    page.wait_for_selector(".js-plotly-plot .point")
    boxes = [cell.bounding_box() for cell in page.locator(".js-plotly-plot .point").all()]
    lefts = sorted({round(box["x"]) for box in boxes})
    assert min(right - left for left, right in itertools.pairwise(lefts) if right - left > 1) >= boxes[0]["width"] - 1
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


def test_pages_for_which_there_is_no_room_are_offered_in_arabic(server, open_page):
    page = open_page(f"{server}/?lang=ar", viewport={"width": 900, "height": 844})
    more = page.get_by_test_id("stTopNavSection").locator("p")
    said = more.evaluate("word => [getComputedStyle(word).fontSize, getComputedStyle(word, '::after').content]")
    assert said == ["0px", f'"{Words("ar")("app.more")}"']
