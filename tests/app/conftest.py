"""The five articles, read as the dashboard reads them."""

import pytest

from explore.app import library


@pytest.fixture
def seeds(monkeypatch):
    monkeypatch.delenv(library.VARIABLE, raising=False)
    return library.load()
