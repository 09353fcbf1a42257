"""Measure the dashboard on synthetic events: `python benchmarks/dashboard.py [N …] [--browser]`.

For every page and size: the time of a rerun on the server after a filter changed to something never asked before, what
it sends to the browser, and the same time divided by that of a peer in the same run: a bare Streamlit page that filters
the same frame with pandas and draws it with plotly alone, no counts beside the filters, no text, no second language.
With --browser also the time in Chromium from the click that takes a filter away until the new chart is painted.
Machines differ and are shared: read the ratios.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.synthetic import LEADERS, generate  # noqa: E402
from explore import launch  # noqa: E402
from explore.app import library  # noqa: E402
from explore.app.library import Library  # noqa: E402
from explore.app.place import Place  # noqa: E402
from explore.app.router import PAGES  # noqa: E402
from explore.corpus import Corpus  # noqa: E402
from explore.selection import Choice, Selection  # noqa: E402

SIZES = (40, 10_000, 1_000_000)
# Busy parties, so that at least a hundredth of all events is left to draw.
SENDERS = [leader[0] for leader in LEADERS[:7]]
PATIENCE = 600
PEER = """
import streamlit as st
from benchmarks.dashboard import bare
bare(st.session_state["sender"])
"""


def pretend(n: int) -> None:
    """Let the dashboard read *n* made-up events, in this process only."""
    made = Library(Corpus((), (), ()), generate(n), f"synthetic {n}")
    library.load = lambda: made


def bare(sender: str) -> None:
    """Draw what the peer draws: communications by month, and by pair as a Sankey diagram."""
    import streamlit as st

    events = library.load().tables.events
    kept = events[(events["sender_id"] == sender) | (events["recipient_id"] == sender)]
    months = kept.groupby(kept["date_start"].dt.to_period("M"), observed=True).size()
    st.plotly_chart(go.Figure(go.Bar(x=[str(month) for month in months.index], y=months.to_numpy())), key="months")
    pairs = kept.groupby(["sender_id", "recipient_id"], observed=True).size().nlargest(40)
    names = list(dict.fromkeys(name for pair in pairs.index for name in pair))
    ends = [[names.index(pair[side]) for pair in pairs.index] for side in (0, 1)]
    links = {"source": ends[0], "target": ends[1], "value": pairs.to_numpy()}
    st.plotly_chart(go.Figure(go.Sankey(node={"label": names}, link=links)), key="pairs")


def rerun(app: AppTest, **state: object) -> float:
    """Run a page again with changed session state and return the milliseconds it took."""
    for name, value in state.items():
        app.session_state[name] = value
    begun = time.perf_counter()
    app.run()
    taken = (time.perf_counter() - begun) * 1000
    if app.exception:
        raise RuntimeError(app.exception[0].value)
    return taken


def times_of_page(page: str) -> tuple[float, int]:
    """Return the median milliseconds of a rerun of *page* after a filter change, and the bytes that it sends."""
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE)
    app.run()
    if page != next(iter(PAGES)):
        app.switch_page(f"pages/{page}.py").run()
    taken = [rerun(app, place=asked(sender)) for sender in SENDERS]
    return statistics.median(taken), sum(sizes(app._tree))


def asked(sender: str) -> Place:
    """Ask for everything that one party was on either side of."""
    return Place(language="en", selection=Selection(person=Choice((sender,))))


def times_of_peer() -> float:
    """Return the median milliseconds of a rerun of the peer."""
    app = AppTest.from_string(PEER, default_timeout=PATIENCE)
    app.session_state["sender"] = SENDERS[0]
    app.run()
    return statistics.median([rerun(app, sender=sender) for sender in SENDERS])


def sizes(block: Any) -> Iterator[int]:
    """Yield the bytes of every element below *block*."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from sizes(child)
        else:
            yield child.proto.ByteSize()


@contextmanager
def served(n: int) -> Iterator[str]:
    """Serve the dashboard on *n* made-up events and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, __file__, str(n), "--serve", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Wait until the server answers."""
    for _ in range(PATIENCE):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(address)


# Waits until a chart other than the one before stands there and the browser has painted twice.
PAINTED = """
() => new Promise(done => {
  const box = () => document.querySelector('[class*="st-key-in-figure-"]');
  const before = box()?.className;
  const begun = performance.now();
  document.querySelector('.st-key-chips button').click();
  const look = () => {
    const now = box();
    const drawn = now && now.className !== before && now.querySelector('.js-plotly-plot :is(.point, .js-fill)');
    if (!drawn) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
  };
  look();
})
"""


def times_in_browser(n: int, page: str) -> float:
    """Return the median milliseconds from the click on a chip until the chart without that filter is painted."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("BARQIYA_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(n) as address, sync_playwright() as play:
        wait_for(address)
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        taken = []
        for sender in SENDERS:
            opened = browser.new_page(viewport={"width": 1280, "height": 900})
            opened.set_default_timeout(PATIENCE * 1000)
            opened.goto(f"{address}/{page}?lang=en&channel=letter&person={sender}")
            # Of few events a sender may have no letter: then there is a chip, but no chart yet.
            opened.wait_for_selector(".st-key-chips button")
            opened.wait_for_selector('[data-test-script-state="notRunning"]')
            opened.wait_for_timeout(1000)
            taken.append(opened.evaluate(PAINTED))
            opened.close()
        browser.close()
    return statistics.median(taken)


def report(n: int, *, browser: bool) -> None:
    """Print one line a page."""
    pretend(n)
    peer = times_of_peer()
    print(f"{n:>9,} events: peer (pandas, plotly, bare Streamlit page) {peer:6.0f} ms", flush=True)
    for page in PAGES:
        taken, sent = times_of_page(page)
        line = f"{n:>9,}  {page:<9} server {taken:6.0f} ms  {taken / peer:5.2f} x peer  sent {sent / 1000:6.0f} kB"
        if browser and page in ("timeline", "network"):
            line += f"  click to painted {times_in_browser(n, page):6.0f} ms"
        print(line, flush=True)


def main() -> None:
    """Measure all sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--serve", type=int, metavar="PORT", help="only serve the dashboard on the first size")
    given = parser.parse_args()
    if given.serve is not None:
        pretend(given.sizes[0])
        launch.dashboard((), port=given.serve, headless=True)
        return
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True  # "no browser"
    for n in given.sizes:
        report(n, browser=given.browser)


if __name__ == "__main__":
    main()
