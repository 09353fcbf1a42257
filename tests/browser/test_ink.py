"""Marks leave the letters alone: the same ink with and without them, in the face that the project carries."""

import io

import pytest
from PIL import Image, ImageChops

from explore.render.highlight import Layer, Mark, highlight

# Proclitic and name: the mark begins inside the word, also within a lam-alef.
CASES = [
    ("ل", "بوتين"),
    ("ب", "الأسد"),
    ("ل", "أردوغان"),
    ("ل", "لأميركيين"),
    ("و", "ترامب"),
    ("بال", "كرملين"),
    ("ف", "لافروف"),
]
# Antialiasing may differ in a few pixels; a broken join moves whole letters.
FAINT, FEW = 96, 0.02
STYLE = (
    ".article { font-size: 44px; width: 900px; }"
    ".article * { background: none !important; text-decoration: none !important; }"
)


@pytest.fixture(scope="module")
def page(server, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    opened = context.new_page()
    opened.goto(f"{server}/articles?lang=ar")
    opened.wait_for_selector('[class*="st-key-open"] button', timeout=60_000)
    opened.locator('[class*="st-key-open"] button').first.click()
    opened.wait_for_selector(".article")
    opened.add_style_tag(content=STYLE)
    opened.evaluate("document.fonts.ready")
    yield opened
    context.close()


def ink(page, shown, more=""):
    """Return the picture of a line of HTML."""
    drawn = shown.replace("<mark", f"<mark {more}")
    page.evaluate("html => { document.querySelector('.reader').innerHTML = html }", drawn)
    picture = page.locator(".article").screenshot()
    return Image.open(io.BytesIO(picture)).convert("L")


def difference(one, other):
    """Return the share of the ink of *one* that is drawn otherwise in *other*."""
    changed = sum(ImageChops.difference(one, other).histogram()[FAINT:])
    return changed / max(1, sum(one.histogram()[:128]))


def marked(before, name):
    text = before + name
    span = (len(before), len(text))
    layers = ((Layer.ENTITY, "PER"), (Layer.TRIGGER, "letter"), (Layer.EVIDENCE, "letter"))
    return text, [Mark(*span, layer, kind, "x") for layer, kind in layers]


def test_the_face_of_the_project_is_used(page):
    loaded = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    assert {"Noto Naskh Arabic", "Noto Sans Arabic"} <= {family.strip('"') for family in loaded}


@pytest.mark.parametrize(("before", "name"), CASES)
def test_a_marked_word_has_the_ink_of_the_plain_one(page, before, name):
    text, marks = marked(before, name)
    assert difference(ink(page, highlight(text, [])), ink(page, highlight(text, marks))) < FEW


def test_space_at_a_mark_would_be_seen(page):
    text, marks = marked("ل", "بوتين")
    spoilt = ink(page, highlight(text, marks), 'style="padding-inline: 6px"')
    assert difference(ink(page, highlight(text, [])), spoilt) > 10 * FEW
