"""Every page with no, one, some and many events: nothing breaks, and what is sent stays small."""

import json

import pytest

from benchmarks.synthetic import generate
from explore.app import library
from explore.app.library import Library
from explore.app.router import PAGES
from explore.corpus import Corpus

MOST = 500_000  # bytes of one chart


@pytest.fixture(scope="module", params=[0, 1, 40, 10_000])
def made(request):
    return Library(Corpus(()), generate(request.param), f"made up {request.param}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page(visit, charts, monkeypatch, made, language):
    monkeypatch.setattr(library, "load", lambda: made)
    app = visit(lang=language)
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        assert app.title
        assert max(map(len, map(json.dumps, charts(app))), default=0) <= MOST


@pytest.mark.parametrize("query", [{"form": "matrix"}, {"by": "country"}, {"form": "list"}])
def test_every_form_of_the_network(visit, monkeypatch, made, query):
    monkeypatch.setattr(library, "load", lambda: made)
    assert not visit("network", lang="ar", **query).exception


@pytest.mark.parametrize("query", [{"layout": "calendar"}, {"lanes": "pair"}, {"lanes": "country"}])
def test_every_form_of_the_timeline(visit, monkeypatch, made, query):
    monkeypatch.setattr(library, "load", lambda: made)
    assert not visit("timeline", lang="en", **query).exception
