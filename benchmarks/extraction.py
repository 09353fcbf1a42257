"""Measure how fast articles are read, beside three peers on the same texts in the same run.

    python benchmarks/extraction.py [speed] [length] [hostile] [memory]

Times are CPU seconds of one core. Peers and reading take turns, round by round, and medians are compared. A peer that
is not installed is passed over (``pip install -e .[benchmark]``).
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import hostile
from benchmarks.peers import PEERS, MissingPeerError
from explore import corpus, gold, reading
from explore.model import Article

ROOT = Path(__file__).resolve().parents[1]
_ROUNDS = 7
# Articles in the larger set that is timed. The search for dates alone takes some 30 ms for each.
_MIXED = 60
# So many articles are read for the memory, so many of them to warm up: then every cache of words is full.
_MANY, _WARM, _EVERY = 10_000, 4_000, 1_000
# Words that are invented for an article, and in each name: only what may be a name is remembered.
_INVENTED, _NAME = 30, 5
_TIMES = (1, 2, 4, 8, 16, 32)
_LETTERS = "ابتجحخدرزسشصطعغفقكلمنهوي"
# Characters of a hostile text, and by how much cost per character may grow from a quarter of it.
_LONG, _GROWTH = 200_000, 2.0
_MICRO = 1_000_000


def main() -> None:
    """Run the parts that are named, or all."""
    parts: dict[str, Callable[[], None]] = {
        "speed": _speed, "length": _length, "hostile": _hostile, "memory": _memory
    }  # fmt: skip
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(parts))
    named = parser.parse_args().parts or list(parts)
    for name in named:
        if name not in parts:
            parser.error(f"{name} is none of {', '.join(parts)}")
    for name in named:
        parts[name]()


def seeds() -> list[str]:
    """Return the texts of the articles in the five seed files."""
    return [one.text for one in corpus.articles([ROOT / "seeds"]) if isinstance(one, Article)]


def mixed(seed: int = 0) -> Iterator[str]:
    """Yield articles without end, made of paragraphs of the seeds and of the gold set dev; the same at every run."""
    draw = random.Random(seed)
    texts = [*seeds(), *(one.article.text for one in gold.load(str(ROOT / "tests" / "gold" / "dev")))]
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    while True:
        yield "\n".join(draw.choices(paragraphs, k=draw.randint(3, 9)))


def _speed() -> None:
    read = reading.default().read
    runs: dict[str, Callable[[str], object]] = {"Barqiya, whole reading": lambda text: read(_article(text))}
    for name, make in PEERS.items():
        try:
            runs[name] = make()
        except MissingPeerError as error:
            print(f"{name} is passed over: {error}")
    for title, texts in (("seeds", seeds()), ("mixed paragraphs", list(islice(mixed(), _MIXED)))):
        _table(title, texts, _take_turns(runs, texts))


def _take_turns(runs: dict[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, float]:
    """Return the median seconds of each run over *texts*; the first round warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(_ROUNDS + 1):
        for name, run in runs.items():
            seconds[name].append(_seconds(run, texts))
    return {name: statistics.median(taken[1:]) for name, taken in seconds.items()}


def _seconds(run: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - started


def _table(title: str, texts: Sequence[str], seconds: dict[str, float]) -> None:
    letters = sum(map(len, texts))
    ours, *_ = seconds.values()
    print(f"\n{title}: {len(texts)} articles, {letters:,} characters, median of {_ROUNDS} rounds")
    print(f"{'':<42}{'articles/s':>11}{'us/char':>9}{'our time / its':>16}")
    for name, taken in seconds.items():
        print(f"{name:<42}{len(texts) / taken:>11,.0f}{taken / letters * _MICRO:>9.2f}{ours / taken:>16.2f}")


def _length() -> None:
    """Grow one article and see whether a character costs the same."""
    text = seeds()[0] + "\n"
    grown = {times: text * times for times in _TIMES}
    costs = {times: min(_cost(long) for _ in range(3)) for times, long in grown.items()}
    print(f"\ngrowing article ({len(text):,} characters): cost of a character against the single article")
    for times, cost in costs.items():
        print(f"{times:>4} x{cost:>8.2f} us{cost / costs[_TIMES[0]]:>7.2f}")


def _cost(text: str) -> float:
    """Return the microseconds for each character of *text*."""
    return _seconds(lambda one: reading.default().read(_article(one)), [text]) / len(text) * _MICRO


def _hostile() -> None:
    """See whether any odd text costs more for each character when it is longer."""
    print(f"\nhostile texts of {_LONG:,} characters: cost of a character, and against a text of a quarter")
    _cost(seeds()[0])
    for name, make in hostile.TEXTS.items():
        quarter, whole = _cost(make(_LONG // 4)), _cost(make(_LONG))
        growth = whole / quarter
        print(f"{name:<28}{whole:>8.2f} us{growth:>7.2f}{'  GROWS' if growth > _GROWTH and whole > 1 else ''}")


def _memory() -> None:
    """Read many different articles, each with words that no other has, and watch the memory of the process."""
    read, draw = reading.default().read, random.Random(1)
    print(f"\n{_MANY:,} articles, each with {_INVENTED} words that are its own: resident memory")
    warm = 0.0
    for number, text in enumerate(islice(mixed(1), _MANY), 1):
        read(_article("\n".join((text, *_strangers(draw)))))
        warm = _resident() if number == _WARM else warm
        if number % _EVERY == 0:
            print(f"{number:>7,}{_resident():>9.1f} MB{'  warm' if number == _WARM else ''}")
    print(f"since warm{_resident() - warm:>+6.1f} MB")


def _strangers(draw: random.Random) -> Iterator[str]:
    """Yield sentences of names that no other article has."""
    for _ in range(0, _INVENTED, _NAME):
        yield f"السفير {' '.join(''.join(draw.choices(_LETTERS, k=7)) for _ in range(_NAME))}."


def _resident() -> float:
    """Return the megabytes of the process (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / (1 << 20)


def _article(text: str) -> Article:
    return Article("benchmark", "benchmark", 1, "", text, "")


if __name__ == "__main__":
    main()
