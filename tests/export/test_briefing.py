"""The briefing holds what the view holds, can be read, searched and leafed through, and is made without a browser."""

import io

import pypdfium2
import pytest
from PIL import Image

from benchmarks.synthetic import generate
from explore.app import digest
from explore.export import accounts, briefing, cover, faces, picture
from explore.export.flow import HEIGHT, WIDTH
from explore.export.look import REPORTED
from explore.export.printed import say
from explore.export.shapes import Text
from explore.export.subject import Subject
from explore.selection import Selection

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


@pytest.fixture(scope="module", params=["ar", "en"])
def made(request, seeds):
    return Subject(seeds.tables, Selection(), request.param)


@pytest.fixture(scope="module")
def document(made):
    opened = pypdfium2.PdfDocument(briefing.pdf(made))
    yield opened
    opened.close()


def words(document):
    return " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))


def test_what_is_printed_can_be_selected_as_it_reads(document, made):
    found = " ".join(words(document).split())
    for account in accounts.accounts(made, briefing.MOST_EVENTS):
        # Lines end within a sentence, so its words are looked for one by one.
        assert [word for word in account.evidence.split() if word.isalpha() and word not in found] == []


@LANGUAGES
def test_the_figures_are_those_of_the_overview(seeds, language):
    made = Subject(seeds.tables, Selection(), language)
    shown = {figure.name: figure.value for figure in accounts.figures(made)}
    assert shown[say("parties", language)] == str(digest.totals(made.view.charted, 1).parties)
    assert shown[say("undated", language)] == str(digest.to_review(made.view, 1)["unknown_date"].n)


def test_lam_alef_is_read_as_two_letters(document):
    assert "الأميركي" in words(document)


def test_bookmarks_name_the_parts(document, made):
    titles = [entry.get_title() for entry in document.get_toc()]
    parts = [say(key, made.language) for key in ("figures", *REPORTED, "events", "sources", "method")]
    assert [title for title in titles if title in parts] == parts


def test_pages_are_numbered(document, made):
    for n in range(len(document)):
        number = say("page", made.language, n=n + 1, total=len(document))
        assert number in document[n].get_textpage().get_text_range()


def test_all_faces_are_embedded(made):
    raw = briefing.pdf(made)
    assert b"Helvetica" not in raw
    assert raw.count(b"/FontFile2") >= 2


def test_the_same_view_gives_the_same_bytes(made, seeds):
    assert briefing.pdf(made) == briefing.pdf(Subject(seeds.tables, Selection(), made.language))


def test_charts_are_drawn_from_the_numbers_of_the_screen(made):
    on_screen = made.figure("chord")
    names = {text.strip("\u2067\u2069") for trace in on_screen.data if trace.mode == "text" for text in trace.text}
    page = next(
        page
        for page in briefing.pages(made)
        if any(mark.title == say("chord", made.language) for mark in page.bookmarks)
    )
    assert names <= {shape.text for shape in page.shapes if isinstance(shape, Text)}


def test_nothing_leaves_the_page(made):
    for page in briefing.pages(made):
        for shape in page.shapes:
            if isinstance(shape, Text):
                assert 0 < shape.x < WIDTH
                assert 0 < shape.y < HEIGHT


def test_pictures_of_the_pages(made):
    drawn = [Image.open(io.BytesIO(png)) for png in briefing.pngs(made, scale=1)]
    assert len(drawn) == len(briefing.pages(made))
    assert all(picture.size == (595, 842) for picture in drawn)
    assert all(picture.convert("L").getextrema()[0] < 128 for picture in drawn)


@LANGUAGES
def test_a_view_of_nothing_says_so(nowhere, language):
    made = Subject(nowhere.tables, Selection(confidence=1.0).add("channel", "video"), language)
    document = pypdfium2.PdfDocument(briefing.pdf(made))
    assert say("nothing", language).rstrip(".") in words(document)
    document.close()


@LANGUAGES
def test_odd_texts_are_printed(nasty, language):
    document = pypdfium2.PdfDocument(briefing.pdf(Subject(nasty.tables, Selection(), language)))
    assert len(document) > 3
    document.close()


def test_a_long_view_is_cut_and_says_so():
    made = Subject(generate(2000), Selection(), "en")
    document = pypdfium2.PdfDocument(briefing.pdf(made))
    assert f"The first {briefing.MOST_EVENTS} of" in words(document)
    document.close()


def test_a_chart_alone_is_a_document_too(seeds):
    document = pypdfium2.PdfDocument(picture.pdf(Subject(seeds.tables, Selection(), "ar"), "timeline"))
    assert document[0].get_size() == (960, 540)
    document.close()


def test_the_numbers_of_bars_stand_beside_them(made):
    bars = [block.shapes for block in cover.blocks(made) if len(block.shapes) == 3]
    assert len(bars) == len(accounts.by_channel(made))
    for _, bar, number in bars:
        across = [x for ring in bar.rings for x, _ in ring]
        width = faces.width(number.text, number.size)
        left = number.x - (width if number.anchor == "right" else 0)
        assert left + width < min(across) if made.rtl else left > max(across)


def test_no_page_begins_with_the_sources_of_an_event_on_the_page_before(made):
    reports = {account.reports for account in accounts.accounts(made, briefing.MOST_EVENTS)}
    for page in briefing.pages(made):
        first = min((shape for shape in page.shapes if isinstance(shape, Text)), key=lambda text: text.y)
        assert first.text not in reports
