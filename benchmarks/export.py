"""Measure what exports of a large view take: seconds, the memory beside the tables, the size of the file.

    python benchmarks/export.py 1000000 csv xlsx package

Memory is the most that the process grew above what it held when the tables stood, so that what an earlier format left
behind counts against a later one. Ratios are against CSV written by pandas in one piece, which runs last.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.synthetic import generate
from explore import filters
from explore.export.context import Context
from explore.export.formats import formats
from explore.filters import View
from explore.selection import Selection

_PEER = "pandas.to_csv"
_MEGABYTE = 1 << 20
# Seconds between two looks at the memory.
_EVERY = 0.05


def main() -> None:
    """Measure the formats that were named, or all."""
    n, *keys = sys.argv[1:] or ["100000"]
    tables = generate(int(n))
    view = filters.apply(tables, Selection())
    _ = view.tables.grouped, view.tables.names
    held = _memory()
    print(f"{int(n):,} events, {len(tables.articles):,} articles, {held:,.0f} MB of tables and Python")
    measured = {key: _measure(view, key, held) for key in [*(keys or formats()), _PEER]}
    base = measured[_PEER][0]
    print(f"{'format':<14}{'seconds':>9}{'ratio':>7}{'MB beside':>11}{'MB file':>9}")
    for key, (seconds, beside, size) in measured.items():
        print(f"{key:<14}{seconds:>9.1f}{seconds / base:>7.1f}{beside:>11,.0f}{size:>9,.0f}")


def _measure(view: View, key: str, held: float) -> tuple[float, float, float]:
    """Return the seconds, the memory beside the tables and the size of the file, in megabytes."""
    peak, done, size = [held], threading.Event(), 0

    def watch() -> None:
        while not done.wait(_EVERY):
            peak.append(max(peak.pop(), _memory()))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    started = time.perf_counter()
    for part in _parts(view, key):
        size += len(part)
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    print(f"{key}: {seconds:.1f} s", file=sys.stderr, flush=True)
    return seconds, peak[0] - held, size / _MEGABYTE


def _parts(view: View, key: str) -> Iterator[bytes]:
    write: Callable[[View, Context], Iterator[bytes]] = _pandas if key == _PEER else formats()[key].write
    return write(view, Context())


def _pandas(view: View, context: Context) -> Iterator[bytes]:
    yield view.events.to_csv(index=False, lineterminator="\n").encode()


def _memory() -> float:
    """Return what the process holds in memory, in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
