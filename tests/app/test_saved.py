"""Views kept under a name."""

import pytest

from explore.app import saved


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    there = tmp_path / "settings" / "views.json"
    monkeypatch.setenv(saved.VARIABLE, str(there))
    return there


def test_views_are_kept(file):
    assert saved.views() == {}
    saved.keep({"رسائل بوتين": "network?lang=ar&sender=vladimir-putin"})
    assert saved.views() == {"رسائل بوتين": "network?lang=ar&sender=vladimir-putin"}
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("broken", ["", "[1]", "{", "\x00"])
def test_a_broken_file_holds_none(file, broken):
    file.parent.mkdir()
    file.write_text(broken, "utf-8")
    assert saved.views() == {}
