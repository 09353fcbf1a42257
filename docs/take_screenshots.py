"""Take the pictures of the README anew: `python docs/take_screenshots.py`, with the packages for tests installed.

Starts the dashboard on the seeds, visits every page in both languages, and writes docs/images/PAGE-LANGUAGE.png. With a
folder, `python docs/take_screenshots.py FOLDER`, it writes there every page in both languages and both themes, to be
looked at.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1280, "height": 860}
# Page, its address, and what shows that it has been drawn.
VIEWS = {
    "overview": ("", ".bars"),
    "timeline": ("timeline", ".lanes"),
    "calendar": ("timeline", ".lanes"),
    "network": ("network", ".circle"),
    "matrix": ("network", ".js-plotly-plot .scatterlayer"),
    "compared": ("network", ".circle"),
    "parties": ("parties", ".tiles"),
    "articles": ("articles", ".entry"),
    "events": ("events", ".grid"),
    "meeting": ("present", ".meeting .scene.on"),
}
# What a view asks for beyond its page.
ASKED = {
    "calendar": "&layout=calendar",
    "matrix": "&form=matrix",
    "compared": "&from=2018-01-01&to=2018-12-31&against=2024-01-01%2F2024-12-31",
    "parties": "&party=vladimir-putin",
    "meeting": "&chart=chord",
}
# Views that the README does not show.
APART = {"matrix", "compared"}
# Charts grow in, and the canvas of the table paints after it is there.
SETTLE_MS = 1500
START_SECONDS = 60


@contextmanager
def serve() -> Iterator[str]:
    """Run the dashboard on a free port and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "BARQIYA_PATHS"}
    flags = ["--server.headless", "true", "--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), *flags]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait(address: str) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def visit(browser: Browser, address: str, drawn: str, theme: str = "light") -> Page:
    """Open a page and wait until it is drawn."""
    page = browser.new_page(viewport=SIZE, color_scheme=theme)  # type: ignore[arg-type]
    page.goto(address)
    page.wait_for_selector(drawn, timeout=START_SECONDS * 1000, state="attached")
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', state="attached")
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    page.wait_for_timeout(SETTLE_MS)
    return page


def take(page: Page, file: Path) -> None:
    """Write the picture of a page."""
    page.screenshot(path=file)
    print(file)
    page.close()


def take_views(browser: Browser, server: str, language: str, theme: str, end: str, folder: Path) -> None:
    """Write the pictures of all views, in files that end in *end*."""
    for name, (path, drawn) in VIEWS.items():
        if folder == IMAGES and name in APART:
            continue
        page = visit(browser, f"{server}/{path}?lang={language}{ASKED.get(name, '')}", drawn, theme)
        take(page, folder / f"{name}-{language}{end}.png")
    take_article(browser, server, language, theme, folder / f"article-{language}{end}.png")


def take_article(browser: Browser, server: str, language: str, theme: str, file: Path) -> None:
    """Write the picture of the first article, with its first letter chosen."""
    page = visit(browser, f"{server}/articles?lang={language}", ".entry", theme)
    page.locator('[class*="st-key-open"] button').first.click()
    page.wait_for_selector(".reader mark")
    page.locator(".card.letter a").first.click()
    page.wait_for_timeout(SETTLE_MS)
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, 0)")
    page.wait_for_timeout(SETTLE_MS)
    take(page, file)


def main() -> None:
    """Take the pictures of the README, or all of them into the folder that is named."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else None
    chromium = os.environ.get("BARQIYA_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    (folder or IMAGES).mkdir(parents=True, exist_ok=True)
    with serve() as server, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for language in ("ar", "en"):
            take_views(browser, server, language, "light", "", folder or IMAGES)
            if folder is not None:
                take_views(browser, server, language, "dark", "-dark", folder)
        if folder is None:
            take_article(browser, server, "ar", "dark", IMAGES / "article-ar-dark.png")
        browser.close()


if __name__ == "__main__":
    main()
