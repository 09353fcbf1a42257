"""What the dialog hands over is what the command line writes, and nothing is made before it is asked for."""

import dataclasses
import hashlib
import time

import pytest

from explore import numerals
from explore.app import handover, links, takeaway
from explore.app.handover import Work
from explore.app.place import Place
from explore.app.state import View
from explore.app.words import Words
from explore.export import command
from explore.export.context import Context
from explore.export.formats import formats
from explore.export.look import Look
from explore.filters import apply
from explore.selection import Selection

PLACE = Place("ar", Selection().add("channel", "letter"), by="country", lanes="person", form="matrix")


@pytest.fixture
def view(seeds):
    return View(seeds, PLACE, apply(seeds.tables, PLACE.selection), Words("ar"), dark=False)


@pytest.mark.parametrize("key", formats())
def test_the_command_line_writes_the_very_bytes_of_the_button(view, key, tmp_path):
    form = formats()[key]
    context = Context(PLACE.selection, "ar", by=PLACE.by, lanes=PLACE.lanes, look=Look("matrix"))
    handed = handover.make(view.shown, form, context, Work()).read()
    file = tmp_path / form.file_name(context)
    command.write(view.library.tables, links.address("network", PLACE), str(file), form)
    assert hashlib.sha256(handed).digest() == hashlib.sha256(file.read_bytes()).digest()
    assert len(handed) == file.stat().st_size > 0


def test_every_format_is_offered_once():
    offered = [key for belongs in takeaway.KINDS.values() for key, form in formats().items() if belongs(form)]
    assert sorted(offered) == sorted(formats())
    for key, form in formats().items():
        if not (form.tables or form.charts):
            assert Words("ar").has(f"take.{key}")


def test_work_is_told_once_it_is_felt(view, monkeypatch):
    work, seen = Work(), []

    def slow(shown, context):
        context.progress(1, 4)
        seen.append((work.felt, work.share))
        monkeypatch.setattr(handover, "_PATIENCE", 0.0)
        time.sleep(0.01)
        seen.append((work.felt, work.share))
        yield b"x"

    form = dataclasses.replace(formats()["csv"], write=slow)
    assert bytes(handover.make(view.shown, form, Context(), work).read()) == b"x"
    assert seen == [(False, 0.25), (True, 0.25)]
    assert not work.felt


def test_work_that_fails_is_over(view):
    def broken(shown, context):
        yield b"x"
        raise OSError("disk full")

    work = Work()
    with pytest.raises(OSError, match="disk full"):
        handover.make(view.shown, dataclasses.replace(formats()["csv"], write=broken), Context(), work)
    assert work.began is None


def test_what_is_handed_over_can_be_read_again(view):
    made = handover.make(view.shown, formats()["csv"], Context(), Work())
    first = bytes(made.read())
    made.seek(0)
    assert bytes(made.read()) == first


def test_files_have_latin_digits_whatever_the_page_shows(view):
    form, context = formats()["svg"], Context(PLACE.selection, "ar")
    plain = bytes(handover.make(view.shown, form, context, Work()).read())
    numerals.use("arabic")
    assert bytes(handover.make(view.shown, form, context, Work()).read()) == plain
