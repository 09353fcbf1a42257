"""Taking away and presenting, in a real browser: nothing is written before it is asked for, and nothing moves."""

import io
import zipfile

import pytest

from explore.app.words import Words
from explore.export import command
from explore.export.formats import find

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
SHOWN = "document.querySelector('.meeting .scene.on').dataset.chart"
FACE = "part => getComputedStyle(part).fontFamily"
ON_TOP = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.meeting') !== null"


def to_stage(page, language):
    page.get_by_role("button", name=Words(language)("stage.open")).click()
    page.wait_for_selector(".meeting .scene.on")


@LANGUAGES
def test_the_dialog_hands_over_the_bytes_of_the_command_line(server, open_page, settle, language, tmp_path, seeds):
    say = Words(language)
    page = open_page(f"{server}/network?lang={language}&channel=letter&by=country&form=matrix")
    page.get_by_role("button", name=say("take.button")).click()
    dialog = page.get_by_role("dialog")
    assert dialog.evaluate("box => getComputedStyle(box).direction") == say.direction
    for kind in ("chart", "research"):
        dialog.get_by_role("radio", name=say(f"take.kind_{kind}"), exact=True).click()
        name = "barqiya-matrix.svg" if kind == "chart" else "barqiya.zip"
        dialog.get_by_text(name, exact=True).wait_for()
        settle(page)
        with page.expect_download() as download:
            dialog.get_by_role("button", name=say("take.download")).click()
        file = tmp_path / name
        command.write(seeds, page.url, str(file), find(name))
        assert download.value.path().read_bytes() == file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        assert {"charts/chord.svg", "charts/chord.png", "events.csv"} <= set(package.namelist())


@LANGUAGES
def test_a_meeting_from_chart_to_chart_to_the_evidence_and_back(server, open_page, settle, language):
    page = open_page(f"{server}/network?lang={language}")
    to_stage(page, language)
    assert page.evaluate(SHOWN) == "chord"
    assert page.evaluate(ON_TOP)
    faces = [page.locator(part).first.evaluate(FACE) for part in (".stApp", ".meeting h1", ".meeting .drawn text")]
    assert [face.split(", ")[:2] for face in faces] == [['"Source Sans"', '"Noto Sans Arabic"']] * 3
    page.keyboard.press("ArrowLeft" if language == "ar" else "ArrowRight")
    assert page.evaluate(SHOWN) == "matrix"
    page.wait_for_url("**chart=matrix**")
    settle(page)
    assert page.evaluate(SHOWN) == "matrix"
    page.locator(".meeting .drawn:visible g[data-of] text").first.click()
    page.locator(".meeting aside li:visible a").first.click()
    page.wait_for_selector(".reader .evidence.chosen")
    page.go_back()
    page.wait_for_selector(".meeting .scene.on")
    assert page.evaluate(SHOWN) == "matrix"
    page.keyboard.press("Escape")
    page.wait_for_selector(".meeting", state="detached")
    page.wait_for_url("**/network?**")
    settle(page)
    assert page.locator('[data-testid="stSidebar"]').evaluate("bar => bar.inert") is False


def test_the_stage_is_a_link(cold_server, open_page):
    page = open_page(f"{cold_server}/present?lang=ar&channel=letter&chart=calendar")
    page.wait_for_selector(".meeting .scene.on")
    assert page.evaluate(SHOWN) == "calendar"
    assert "رسا" in page.locator(".scene.on > p").inner_text()


def test_what_is_presented_does_not_change_under_the_presenter(serve, open_page, settle, tmp_path):
    text = "بعث الرئيس الروسي فلاديمير بوتين، الأحد 30 ديسمبر/كانون الأول 2018، رسالة تهنئة إلى نظيره الأميركي {}."
    (tmp_path / "one.txt").write_text(text.format("دونالد ترامب"), "utf-8")
    with serve(tmp_path) as address:
        page = open_page(f"{address}/timeline?lang=en")
        to_stage(page, "en")
        before = page.locator(".meeting .facts").inner_text()
        assert "1 communication" in before or "1 letter" in before
        assert "as of" in before
        (tmp_path / "two.txt").write_text(text.format("جو بايدن"), "utf-8")
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**chart=calendar**")
        settle(page)
        assert page.locator(".meeting .facts").inner_text() == before
        page.keyboard.press("Escape")
        page.wait_for_selector(".meeting", state="detached")
        settle(page)
        to_stage(page, "en")
        assert page.locator(".meeting .facts").inner_text() != before
