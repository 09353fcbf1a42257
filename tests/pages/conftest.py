"""A dashboard without a browser, on the seeds or on other articles."""

import json
import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explore.app import library

ROOT = Path(__file__).parents[2]
# A first run imports everything; the shared machines that run this are slow.
PATIENCE = 120


@pytest.fixture
def visit(monkeypatch):
    """Return a function that opens a page, as a reader's first visit, with an address and a folder of articles."""

    def visit(page="overview", folder=None, **query):
        monkeypatch.delenv(library.VARIABLE, raising=False)
        if folder is not None:
            monkeypatch.setenv(library.VARIABLE, os.fspath(folder))
        app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE)
        for name, value in query.items():
            app.query_params[name.replace("_", "-")] = value
        app.run()
        if page != "overview":
            app.switch_page(f"pages/{page}.py").run()
        return app

    return visit


@pytest.fixture
def charts(unpacked):
    """Return a function that reads what is sent to draw the charts of a page."""

    def charts(app):
        sent = [element.proto for element in app.get("bidi_component")]
        drawn = [json.loads(proto.bytes) for proto in sent if proto.component_name == "barqiya.chart"]
        return [data | {"figure": unpacked(data["figure"], data["words"])} for data in drawn]

    return charts


@pytest.fixture
def one_event(tmp_path):
    """Return a folder with one article that tells of one letter."""
    text = "بعث الرئيس الروسي فلاديمير بوتين، الأحد 30 ديسمبر 2018، رسالة تهنئة إلى نظيره الأميركي دونالد ترامب."
    (tmp_path / "one.txt").write_text(text, "utf-8")
    return tmp_path
