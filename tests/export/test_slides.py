"""The deck opens without repair, can be edited, and its Arabic runs the right way."""

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pypdfium2
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from explore import filters
from explore.charts import timeline
from explore.export import slides
from explore.export.subject import Subject
from explore.selection import Selection

A, C = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}",
)
ARABIC = re.compile("[\u0621-\u064a]")
OFFICE_SECONDS = 240
# The order that the schema of charts demands of a category axis.
AXIS = [
    "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark",
    "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt", "auto", "lblAlgn", "lblOffset",
    "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl", "extLst",
]  # fmt: skip


@pytest.fixture(scope="module", params=["ar", "en"])
def made(request, seeds):
    return Subject(seeds.tables, Selection(), request.param)


@pytest.fixture(scope="module")
def deck(made):
    return slides.pptx(made)


@pytest.fixture(scope="module")
def opened(deck):
    return Presentation(io.BytesIO(deck))


def parts(deck):
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return {name: package.read(name) for name in package.namelist()}


def shapes(opened, kind):
    return [shape for slide in opened.slides for shape in slide.shapes if shape.shape_type == kind]


def test_slides_are_wide(opened):
    assert opened.slide_width / opened.slide_height == pytest.approx(16 / 9, rel=1e-3)


def test_every_part_is_known_and_every_link_leads_somewhere(deck):
    found = parts(deck)
    types = ElementTree.fromstring(found["[Content_Types].xml"])
    named = {entry.get("PartName", "").lstrip("/") for entry in types} | {
        f".{entry.get('Extension')}" for entry in types
    }
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
        assert name == "[Content_Types].xml" or name in named or f".{name.rsplit('.', 1)[1]}" in named
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            for link in ElementTree.fromstring(content):
                if link.get("TargetMode") != "External":
                    assert _target(folder, link.get("Target")) in found


def _target(folder, target):
    steps = [] if target.startswith("/") else folder.rstrip("/").split("/")
    for step in target.strip("/").split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(filter(None, steps))


def test_shapes_of_a_slide_have_ids_of_their_own(opened):
    for slide in opened.slides:
        assert max(Counter(shape.shape_id for shape in slide.shapes).values()) == 1


def test_axes_keep_the_order_of_the_schema(deck):
    charts = [content for name, content in parts(deck).items() if re.search(r"charts/chart\d*\.xml$", name)]
    for chart in charts:
        for axis in ElementTree.fromstring(chart).iter(f"{C}catAx"):
            places = [AXIS.index(child.tag.removeprefix(C)) for child in axis]
            assert places == sorted(places)


def test_arabic_paragraphs_run_from_right_to_left_and_name_a_face(deck):
    checked = 0
    for name, content in parts(deck).items():
        if not re.search(r"(slides/slide|notesSlides/notesSlide)\d+\.xml$", name):
            continue
        for paragraph in ElementTree.fromstring(content).iter(f"{A}p"):
            runs = list(paragraph.iter(f"{A}r"))
            text = "".join(run.find(f"{A}t").text or "" for run in runs)
            first = re.search("[A-Za-z\u0621-\u064a]", text)
            if first and ARABIC.match(first[0]):
                checked += 1
                assert paragraph.find(f"{A}pPr").get("rtl") == "1" or "lang" in runs[0].find(f"{A}rPr").attrib
            for run in runs:
                properties = run.find(f"{A}rPr")
                assert properties.find(f"{A}latin").get("typeface")
                assert properties.find(f"{A}cs").get("panose")
    assert checked > 5


def test_everything_on_an_arabic_slide_runs_from_right_to_left(seeds):
    deck = slides.pptx(Subject(seeds.tables, Selection(), "ar"))
    for name, content in parts(deck).items():
        if re.search(r"slides/slide\d+\.xml$", name):
            for paragraph in ElementTree.fromstring(content).iter(f"{A}p"):
                if any(ARABIC.search(text.text or "") for text in paragraph.iter(f"{A}t")):
                    assert paragraph.find(f"{A}pPr").get("rtl") == "1"


def test_the_timeline_is_a_chart_with_the_numbers_of_the_view(opened, made):
    [shape] = shapes(opened, MSO_SHAPE_TYPE.CHART)
    total = sum(sum(series.values) for series in shape.chart.plots[0].series)
    rows = timeline.rows(made.view.charted, language=made.language)
    assert total == pytest.approx(rows[["happened", "intended", "struck", "imprecise"]].to_numpy().sum(), abs=0.5)


def test_time_has_no_gaps_in_the_chart(opened):
    [shape] = shapes(opened, MSO_SHAPE_TYPE.CHART)
    periods = list(shape.chart.plots[0].categories)
    assert len(periods) == len(set(periods)) > 30


def test_the_matrix_is_a_table(opened, made):
    [shape] = shapes(opened, MSO_SHAPE_TYPE.TABLE)
    assert (shape.table._tbl.tblPr.get("rtl") == "1") == made.rtl
    counts = [int(cell.text) for row in list(shape.table.rows)[1:] for cell in list(row.cells)[1:] if cell.text]
    assert sum(counts) >= made.view.n / 2


def test_pictures_and_charts_have_words_for_who_cannot_see_them(opened):
    for kind in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE):
        for shape in shapes(opened, kind):
            assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_notes_carry_numbers_and_sources(opened, made):
    for slide in opened.slides:
        notes = slide.notes_slide.notes_text_frame.text
        assert made.sentence in notes
        assert str(len(made.view.articles)) in notes


def test_every_slide_has_a_title(opened):
    assert all(slide.shapes.title.text for slide in opened.slides)


def test_the_same_view_gives_the_same_bytes(deck, made, seeds):
    assert deck == slides.pptx(Subject(seeds.tables, Selection(), made.language))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_views_of_nothing_and_of_odd_texts(nowhere, nasty, language):
    for view, selection in ((nowhere, Selection(confidence=1.0).add("channel", "video")), (nasty, Selection())):
        found = Presentation(io.BytesIO(slides.pptx(Subject(view.tables, selection, language))))
        assert len(found.slides) >= 2
        assert filters.apply(view.tables, selection).n == view.n


def test_an_office_program_draws_every_slide(deck, opened, made, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    (tmp_path / "deck.pptx").write_bytes(deck)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS)
    document = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    assert len(document) == len(opened.slides)
    for page in range(len(document)):
        assert document[page].render(scale=0.5).to_pil().convert("L").getextrema()[0] < 128
    first = document[0].get_textpage().get_text_range()
    assert ("عملية" if made.rtl else "communications") in first
    document.close()
