"""A real server and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import explore
from explore.app import library

ROOT = Path(__file__).parents[2]
VARIABLE = "BARQIYA_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Containers have no user namespaces for Chromium's own sandbox, and little shared memory.
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]
START_SECONDS = 60
PATIENCE_MS = 60_000


@contextmanager
def _serve(folder=None):
    """Run the dashboard on a free port, on the seeds or on *folder*, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != library.VARIABLE}
    if folder is not None:
        environment[library.VARIABLE] = os.fspath(folder)
    flags = ["--server.headless", "true", "--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), *flags]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait(address, process):
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


@pytest.fixture(scope="session")
def server():
    """Give the address of one server for all tests."""
    with _serve() as address:
        yield address


@pytest.fixture
def cold_server():
    """Give the address of a server that nobody has visited."""
    with _serve() as address:
        yield address


@pytest.fixture
def serve():
    """Give a context that runs a server on another folder."""
    return _serve


@pytest.fixture(scope="module")
def browser():
    found = os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail(f"no Chromium was found: install it (Debian: apt install chromium) or name it in {VARIABLE}")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser):
    """Return a function that opens an address in a browser of its own, and fail on anything fetched from elsewhere."""
    contexts, elsewhere = [], []

    def open_page(address, **options):
        context = browser.new_context(**{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _local(request.url) or elsewhere.append(request.url))
        page.goto(address)
        _settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert elsewhere == []


def _local(url):
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


@pytest.fixture
def settle():
    """Give a function that waits until a page is drawn."""
    return _settle


def _settle(page):
    """Wait until the page has been drawn and the server has nothing more to say."""
    page.wait_for_selector('[data-testid="stSidebar"] .brand', state="attached")
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', state="attached")
    page.wait_for_function("!document.querySelector('[data-testid=\"stSkeleton\"]')")


@pytest.fixture(scope="session")
def seeds():
    """Give the tables of the articles that come along."""
    return explore.read(ROOT / "seeds").tables
