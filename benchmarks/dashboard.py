"""Measure the dashboard on synthetic events: `python benchmarks/dashboard.py [N …] [--browser]`.

For every page and size: the time of a rerun on the server after a filter changed to something never asked before, what
it sends to the browser, and the same time divided by that of a peer in the same run: a bare Streamlit page that filters
the same frame with pandas and draws it with plotly alone, no counts beside the filters, no text, no second language.
With --browser also the time in Chromium from the click that takes a filter away until the new chart is painted, beside
that of the peer. The size "seeds" is that of the articles that come along. Machines differ and are shared: read the
ratios.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest
from streamlit.web import cli

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import browser  # noqa: E402
from benchmarks.synthetic import generate  # noqa: E402
from explore import launch  # noqa: E402
from explore.app import library  # noqa: E402
from explore.app.library import Library  # noqa: E402
from explore.app.place import Place  # noqa: E402
from explore.app.router import PAGES  # noqa: E402
from explore.corpus import Corpus  # noqa: E402
from explore.selection import Choice, Selection  # noqa: E402

SIZES = ("40", "10000", "1000000")
SEEDS = "seeds"
# Busy parties, so that at least a hundredth of all events is left to draw.
PARTIES = 7
PATIENCE = 600
PEER = """
import streamlit as st
from benchmarks.dashboard import bare
bare(st.session_state["sender"])
"""


def pretend(size: str) -> None:
    """Let the dashboard read as many made-up events, in this process only."""
    if size != SEEDS:
        made = Library(Corpus((), (), ()), generate(int(size)), f"synthetic {size}")
        library.load = lambda: made


def busiest() -> list[str]:
    """Return the parties that send most, and letters among other things: for them a filter of the channel tells."""
    events = library.load().tables.events
    kinds = events.groupby("sender_id", observed=True)["channel"].agg(
        lambda of: "letter" in set(of) and of.nunique() > 1
    )
    counts = events["sender_id"].value_counts()
    return [str(party) for party in counts.index if kinds.get(party, False)][:PARTIES]


def bare(sender: str, channel: str | None = None, charts: Sequence[str] = browser.PAGES) -> None:
    """Draw what the peer draws: communications by month, and by pair as a Sankey diagram."""
    import streamlit as st

    events = library.load().tables.events
    kept = events[(events["sender_id"] == sender) | (events["recipient_id"] == sender)]
    kept = kept if channel is None else kept[kept["channel"] == channel]
    if "timeline" in charts:
        months = kept.groupby(kept["date_start"].dt.to_period("M"), observed=True).size()
        st.plotly_chart(go.Figure(go.Bar(x=[str(month) for month in months.index], y=months.to_numpy())), key="months")
    if "network" in charts:
        pairs = kept.groupby(["sender_id", "recipient_id"], observed=True).size().nlargest(40)
        st.plotly_chart(go.Figure(_sankey(pairs)), key="pairs")


def _sankey(pairs: pd.Series) -> go.Sankey:
    names = list(dict.fromkeys(name for pair in pairs.index for name in pair))
    ends = [[names.index(pair[side]) for pair in pairs.index] for side in (0, 1)]
    links = {"source": ends[0], "target": ends[1], "value": pairs.to_numpy()}
    return go.Sankey(node={"label": names}, link=links)


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
    taken = [rerun(app, place=asked(sender)) for sender in busiest()]
    return statistics.median(taken), sum(sizes(app._tree))


def asked(sender: str) -> Place:
    """Ask for everything that one party was on either side of."""
    return Place(language="en", selection=Selection(person=Choice((sender,))))


def times_of_peer() -> float:
    """Return the median milliseconds of a rerun of the peer."""
    app = AppTest.from_string(PEER, default_timeout=PATIENCE)
    app.session_state["sender"] = busiest()[0]
    app.run()
    return statistics.median([rerun(app, sender=sender) for sender in busiest()])


def sizes(block: Any) -> Iterator[int]:
    """Yield the bytes of every element below *block*."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from sizes(child)
        else:
            yield child.proto.ByteSize()


def report(size: str) -> None:
    """Print one line a page."""
    pretend(size)
    peer = times_of_peer()
    print(f"{size:>9} events: peer (pandas, plotly, bare Streamlit page) {peer:6.0f} ms", flush=True)
    for page in PAGES:
        taken, sent = times_of_page(page)
        line = f"{size:>9}  {page:<9} server {taken:6.0f} ms  {taken / peer:5.2f} x peer  sent {sent / 1000:6.0f} kB"
        print(line, flush=True)


def report_browser(size: str, rounds: int) -> None:
    """Print one line a page with a chart."""
    pretend(size)
    taken = browser.times(size, busiest(), rounds)
    for page in browser.PAGES:
        ours, peer = taken[page, "dashboard"], taken[page, "peer"]
        print(f"{size:>9}  {page:<9} click to painted {ours:6.0f} ms  {ours / peer:5.2f} x peer ({peer:.0f} ms)")


def serve(script: str, port: int) -> None:
    """Serve the dashboard, or the page of the peer."""
    if script == "dashboard":
        launch.dashboard((), port=port, headless=True)
    else:
        page = ROOT / "benchmarks" / "peer_page.py"
        cli.main_run([str(page), f"--server.port={port}", "--server.headless=true"], standalone_mode=False)


def main() -> None:
    """Measure all sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=SIZES, help='numbers of made-up events, or "seeds"')
    parser.add_argument("--browser", action="store_true", help="measure in Chromium too")
    parser.add_argument("--only-browser", action="store_true", help="measure in Chromium alone")
    parser.add_argument("--rounds", type=int, default=1, help="how often in Chromium every party is asked for")
    parser.add_argument("--serve", nargs=2, metavar=("PORT", "SCRIPT"), help="only serve the first size")
    given = parser.parse_args()
    if given.serve:
        pretend(given.sizes[0])
        serve(given.serve[1], int(given.serve[0]))
        return
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True  # "no browser"
    for size in given.sizes:
        if not given.only_browser:
            report(size)
        if given.browser or given.only_browser:
            report_browser(size, given.rounds)


if __name__ == "__main__":
    main()
