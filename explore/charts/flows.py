"""Add communications up into flows between the busiest parties; all others become one.

A flow is what one party sent to another, or what is mutual between two. The chord diagram, its matrix twin and its
table are drawn from the same flows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from explore import phrases, tables
from explore.charts.parties import By, Sides, sides, stable
from explore.contacts import Codes, codes
from explore.model import Channel, Status
from explore.phrases import Language

LIMIT = 12  # more arcs than this cannot be told apart, by colour or by eye


@dataclass(frozen=True, slots=True)
class Party:
    """Hold one arc: its value ("" for the others, taken together), its name and how much it communicates."""

    value: str
    name: str
    sent: int = 0
    received: int = 0
    mutual: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Hold what goes from one party to another (places in ``Flows.parties``), counted by channel and by status."""

    sender: int
    recipient: int
    mutual: bool
    n: int
    channels: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Flows:
    """Hold the parties in their order and the flows between them.

    ``apart`` counts what the others did among themselves, which no flow holds; ``total`` counts all.
    """

    parties: tuple[Party, ...]
    flows: tuple[Flow, ...]
    apart: int
    total: int

    def matrix(self) -> list[list[int]]:
        """Return the flows as rows of senders; what is mutual stands where the earlier party sends to the later."""
        rows = [[0] * len(self.parties) for _ in self.parties]
        for flow in self.flows:
            rows[flow.sender][flow.recipient] += flow.n
        return rows


def gather(
    events: pd.DataFrame,
    by: By,
    language: Language,
    ranked: Sequence[str] | None = None,
    limit: int = LIMIT,
    among: Collection[str] | None = None,
) -> Flows:
    """Add *events* up into flows between at most *limit* parties and the others, in the order of *ranked*.

    *among* tells the parties to name; else they are the busiest.
    """
    charted = tables.charted(events)
    both = sides(charted, by)
    present = np.flatnonzero(both.totals()).tolist()
    chosen = set(busiest([charted], by, limit) if among is None else among)
    named = stable([place for place in present if both.values[place] in chosen], both, ranked)
    flows, apart = _add_up(charted, _slots(both, named), len(named))
    merged = len(present) - len(named)
    labels = [(both.values[place], both.name(place, language)) for place in named]
    if merged:
        labels.append(("", phrases.text("others", language, n=phrases.number(merged))))
    parties = tuple(_party(value, name, place, flows) for place, (value, name) in enumerate(labels))
    return Flows(parties, flows, apart, len(charted))


def busiest(frames: Sequence[pd.DataFrame], by: By, limit: int = LIMIT) -> list[str]:
    """Return the parties that communicate most in all *frames* together, most first."""
    totals: Counter[str] = Counter()
    for frame in frames:
        both = sides(tables.charted(frame), by)
        counted = both.totals()
        totals.update({both.values[place]: int(counted[place]) for place in np.flatnonzero(counted).tolist()})
    order = sorted(totals, key=lambda value: (-totals[value], value))
    # A thirteenth party is named rather than called "others (1)".
    return order if len(order) <= limit + 1 else order[:limit]


def _slots(both: Sides, named: Sequence[int]) -> tuple[Codes, Codes]:
    """Return the place of both sides among the named parties; all others stand at the place after them."""
    slot = np.full(len(both.values), len(named), dtype=np.int64)
    slot[list(named)] = np.arange(len(named))
    return slot[both.sender], slot[both.recipient]


def _add_up(charted: pd.DataFrame, slots: tuple[Codes, Codes], k: int) -> tuple[tuple[Flow, ...], int]:
    sender, recipient = slots
    mutual = charted["mutual"].to_numpy()
    low = np.where(mutual, np.minimum(sender, recipient), sender)
    high = np.where(mutual, np.maximum(sender, recipient), recipient)
    keys = (low * (k + 1) + high) * 2 + mutual
    apart = (sender == k) & (recipient == k)
    size = 2 * (k + 1) ** 2
    channels = _table(keys, codes(charted["channel"]), size, len(Channel), ~apart)
    statuses = _table(keys, codes(charted["status"]), size, len(Status), ~apart)
    flows = [
        Flow(
            key // 2 // (k + 1),
            key // 2 % (k + 1),
            bool(key % 2),
            int(channels[key].sum()),
            _named(Channel, channels[key]),
            _named(Status, statuses[key]),
        )
        for key in np.flatnonzero(channels.sum(axis=1)).tolist()
    ]
    return tuple(flows), int(apart.sum())


def _table(keys: Codes, columns: Codes, n_keys: int, n_columns: int, kept: np.ndarray) -> Codes:
    counts = np.bincount((keys * n_columns + columns)[kept], minlength=n_keys * n_columns)
    return counts.reshape(n_keys, n_columns)


def _named(names: Iterable[str], counts: Codes) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(n)) for name, n in zip(names, counts, strict=True) if n)


def _party(value: str, name: str, place: int, flows: Sequence[Flow]) -> Party:
    return Party(
        value,
        name,
        sent=sum(flow.n for flow in flows if not flow.mutual and flow.sender == place),
        received=sum(flow.n for flow in flows if not flow.mutual and flow.recipient == place),
        mutual=sum(flow.n for flow in flows if flow.mutual and place in (flow.sender, flow.recipient)),
    )


def say(flow: Flow, parties: Sequence[Party], language: Language) -> str:
    """Say a flow in words: "من بوتين إلى ترامب: 5 رسائل (4 تمت، 1 مخططة)"."""
    who = phrases.sides(parties[flow.sender].name, parties[flow.recipient].name, language, mutual=flow.mutual)
    colon = phrases.text("colon", language)
    return f"{who}{colon}{counted(flow.n, flow.channels, language)} ({said_status(flow, language)})"


def counted(n: int, channels: Sequence[tuple[str, int]], language: Language) -> str:
    """Count in the noun of the channel, or in communications with the channels after them."""
    if len(channels) == 1:
        return phrases.counted(channels[0][0], n, language)
    parts = phrases.text("comma", language).join(phrases.counted(name, k, language) for name, k in channels)
    return f"{phrases.counted('contact', n, language)}{phrases.text('colon', language)}{parts}"


def said_status(flow: Flow, language: Language) -> str:
    """Say how many happened, were planned …; one status needs no number."""
    if flow.n == 1:
        return phrases.status(flow.statuses[0][0], flow.channels[0][0], language)
    if len(flow.statuses) == 1:
        return phrases.word("status", flow.statuses[0][0], language)
    shown = (f"{phrases.number(n)} {phrases.word('status', name, language)}" for name, n in flow.statuses)
    return phrases.text("comma", language).join(shown)
