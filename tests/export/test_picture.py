"""Pictures tell all on their own, and their Arabic is drawn as a browser draws it."""

import dataclasses
import io
import math
import re
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageFilter

from explore import columns, filters, tables
from explore.export import as_pdf, as_png, as_svg, picture
from explore.export.as_pdf import About
from explore.export.look import CHARTS, SIZES
from explore.export.shapes import Circle, Drawing, Text
from explore.export.subject import Subject, footer
from explore.selection import Choice, Selection

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
CHART = pytest.mark.parametrize("chart", CHARTS)
SVG = "{http://www.w3.org/2000/svg}"
LINES = [
    "من فلاديمير بوتين إلى دونالد ترامب: 5 رسائل (4 تمت، 1 مخططة)",
    "الأحد 30 ديسمبر/كانون الأول 2018، «جدول أعمال»",
    "رئيسة الوزراء البريطانية تيريزا ماي، والأمم المتحدة",
    "لآخرين ولأردوغان والآن الإعلام بالأسد",
    "38 عملية تواصل، 2018–2025 · برقية 0.1.0",
    "نقلت وكالة Reuters (لندن) عن الكرملين [بيان]",
]
ABOUT = About("t", "s", "p", "ar")
MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")


def subject(view, language, **options):
    return Subject(view.tables, Selection(), language, **options)


def texts(svg):
    return [MARKS.sub("", "".join(found.itertext())) for found in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@LANGUAGES
@CHART
def test_a_picture_tells_where_it_comes_from(seeds, chart, language):
    made = subject(seeds, language)
    said = " ".join(texts(picture.svg(made, chart)))
    for part in (made.sentence, "6", str(seeds.n), "برقية" if language == "ar" else "Barqiya", "2025"):
        assert part in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "المصدر: QNA، ومصدر غير مذكور (مقالان)"),
        ("en", "Source: QNA, others not named (2 articles)"),
    ],
)
def test_a_source_is_not_credited_with_articles_of_others(seeds, language, said):
    reports = filters.apply(seeds.tables, Selection()).events["article_id"].unique()[:2]
    articles = seeds.tables.articles[seeds.tables.articles["article_id"].isin(reports)]
    named = columns.typed(articles.assign(source=["QNA", None]), columns.ARTICLES)
    events = seeds.tables.events[seeds.tables.events["article_id"].isin(reports)]
    few = tables.share(named, seeds.tables.mentions.iloc[:0], events)
    assert footer(Subject(few, Selection(), language))[0] == said


@CHART
def test_a_picture_fetches_nothing_and_carries_its_face(seeds, chart):
    svg = picture.svg(subject(seeds, "ar"), chart).decode()
    assert svg.count("url(data:font/woff2;base64,") == 2
    assert not re.search(r"(?:href|src)=|url\((?!data:|#)", svg)


@CHART
def test_the_same_view_gives_the_same_bytes(seeds, chart):
    first, second = subject(seeds, "ar"), subject(seeds, "ar")
    for make in (picture.svg, picture.pdf, picture.png, picture.html):
        assert make(first, chart) == make(second, chart)


@pytest.mark.parametrize("ratio", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_sizes(letters, ratio, scale):
    made = Image.open(io.BytesIO(picture.png(Subject(letters.tables, Selection(), "ar"), "chord", ratio, scale=scale)))
    width, height = SIZES[ratio]
    assert abs(made.width - width * scale) <= 1
    assert abs(made.height - height * scale) <= 1


@LANGUAGES
@CHART
def test_nothing_is_written_outside_the_picture(seeds, chart, language):
    for ratio, (width, height) in SIZES.items():
        for shape in picture.drawing(subject(seeds, language), chart, ratio).shapes:
            if isinstance(shape, Text):
                assert 0 <= shape.x <= width
                assert 0 <= shape.y <= height


@CHART
def test_what_is_not_known_to_the_day_is_drawn(seeds, chart):
    days = seeds.tables.events["date_end"] - seeds.tables.events["date_start"]
    loose = filters.apply(dataclasses.replace(seeds.tables, events=seeds.tables.events[days.dt.days > 1]), Selection())
    assert str(loose.n) in " ".join(texts(picture.svg(subject(loose, "en"), chart)))


@CHART
@LANGUAGES
def test_nothing_to_draw_is_said(nowhere, chart, language):
    made = Subject(nowhere.tables, Selection(confidence=1.0).add("channel", "video"), language)
    said = " ".join(texts(picture.svg(made, chart)))
    assert ("لا شيء يطابق" if language == "ar" else "Nothing matches") in said


def test_dark_pictures_have_a_dark_ground(seeds):
    made = Image.open(io.BytesIO(picture.png(subject(seeds, "ar"), "chord", scale=0.5, dark=True)))
    assert sum(made.getpixel((2, 2))) < 150


def browsed(browser, svg):
    width, height = 900, 60 * len(LINES)
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.set_content(f"<body style='margin:0'>{svg.decode()}")
    page.evaluate("document.fonts.ready")
    shot = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(shot)).convert("L")


def sheet(lines):
    shapes = [Text(880, 60 * k + 42, line, 28, "#000000", "right", rtl=True) for k, line in enumerate(lines)]
    return Drawing(900, 60 * len(lines), "#ffffff", tuple(shapes))


def printed(lines):
    return Image.open(io.BytesIO(as_png.draw(as_pdf.write([sheet(lines)], ABOUT), scale=2))).convert("L")


def strays(one, other):
    """Return the share of the ink of *one* that lies more than two pixels from that of *other*."""
    near = other.filter(ImageFilter.MinFilter(5))
    stray = ImageChops.subtract(near, one)
    return sum(stray.histogram()[128:]) / sum(one.histogram()[:128])


def test_words_are_drawn_as_the_browser_draws_them(browser):
    shot, made = browsed(browser, as_svg.write(sheet(LINES), "ar")), printed(LINES)
    assert shot.size == made.size
    assert strays(made, shot) < 0.01
    assert strays(shot, made) < 0.01


@pytest.mark.parametrize(
    "spoil",
    [lambda line: line[::-1], lambda line: "\u200c".join(line), lambda line: " ".join(line.split()[::-1])],
    ids=["turned round", "not joined", "words in the wrong order"],
)
def test_the_comparison_would_see_broken_arabic(browser, spoil):
    shot = browsed(browser, as_svg.write(sheet(LINES), "ar"))
    assert strays(printed([spoil(line) for line in LINES]), shot) > 0.1


@CHART
def test_svg_and_png_are_one_picture(browser, seeds, chart):
    made = subject(seeds, "ar")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_content(f"<body style='margin:0'>{picture.svg(made, chart).decode()}")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("L")
    page.close()
    drawn = Image.open(io.BytesIO(picture.png(made, chart, scale=1))).convert("L")
    assert strays(drawn, shot) < 0.02
    assert strays(shot, drawn) < 0.02


@LANGUAGES
@CHART
def test_the_page_works_offline(browser, seeds, chart, language, tmp_path):
    made = subject(seeds, language)
    file = tmp_path / "chart.html"
    file.write_bytes(picture.html(made, chart))
    page = browser.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector("#chart .main-svg")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []
    assert made.sentence in page.inner_text("body")
    assert page.evaluate("document.fonts.check('16px \"Barqiya Print\"')")
    page.close()


@pytest.mark.parametrize("chart", ["timeline", "calendar"])
@LANGUAGES
def test_rings_are_broken_in_the_key_and_in_the_chart(seeds, chart, language):
    planned = Subject(seeds.tables, Selection(status=Choice(("planned",))), language)
    drawn = picture.drawing(planned, chart).shapes
    rings = [shape for shape in drawn if isinstance(shape, Circle) and shape.ink.dash]
    assert {bool(ring.of) for ring in rings} == {False, True}
    for ring in rings:
        around = math.tau * ring.radius / sum(ring.ink.dash)
        assert around == pytest.approx(round(around))
