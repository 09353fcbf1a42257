"""Measure in Chromium how long a change of filters takes, from the click until the new chart stands as it will stay."""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 600
PAGES = ("timeline", "network")

# A chart may be drawn several times over until it stays, in place of the one before or into it. The page itself notes
# the end of the frame that shows a change within a chart; the last one counts, once the server is done and nothing
# changed for a while.
PAINTED = """
() => new Promise(done => {
  let quiet = 0, waiting = false;
  const begun = performance.now();
  const running = () => document.querySelector('.stApp').dataset.testScriptState !== 'notRunning';
  const settle = taken => {
    clearTimeout(quiet);
    quiet = setTimeout(() => running() ? settle(taken) : done(taken), 700);
  };
  const painted = () => {
    waiting = false;
    settle(performance.now() - begun);
  };
  const drawn = change => change.target.closest && change.target.closest('.js-plotly-plot, [role=figure]');
  new MutationObserver(changes => {
    if (waiting || !changes.some(drawn)) return;
    waiting = true;
    requestAnimationFrame(() => scheduler.postTask(painted, {priority: 'user-blocking'}));
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
  document.querySelector('.st-key-chips button').click();
})
"""


@contextmanager
def served(script: str, size: str) -> Iterator[str]:
    """Serve *script*, "dashboard" or "peer", on the events of that *size* and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "benchmarks" / "dashboard.py"), size, "--serve", str(port), script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    """Wait until the server answers."""
    for _ in range(PATIENCE):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(address)


def times(size: str, senders: Sequence[str], rounds: int) -> Mapping[tuple[str, str], float]:
    """Return the median milliseconds by page and script: each round asks both scripts for every page in turn."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("BARQIYA_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    taken: dict[tuple[str, str], list[float]] = {}
    with served("dashboard", size) as ours, served("peer", size) as peer, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for sender in list(senders) * rounds:
            for page in PAGES:
                asked = f"lang=en&channel=letter&person={sender}"
                addresses = {"dashboard": f"{ours}/{page}?{asked}", "peer": f"{peer}/?page={page}&{asked}"}
                for script, address in addresses.items():
                    taken.setdefault((page, script), []).append(_painted(browser, address))
        browser.close()
    return {key: statistics.median(values) for key, values in taken.items()}


def _painted(browser: Any, address: str) -> float:
    """Return the milliseconds from the click that takes the channel away until the new chart is painted."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address)
    # Of few events a sender may have no letter: then there is a button, but no chart yet.
    page.wait_for_selector(".st-key-chips button")
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_timeout(1000)
    taken: float = page.evaluate(PAINTED)
    page.close()
    return taken
