"""Add up hits, extras and misses, and turn them into precision, recall, F1 and shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

QUALITIES = ("direction", "status", "date", "occasion")
ENTITIES = ("PER", "GPE", "ORG", "DATE")


@dataclass
class Tally:
    """Count hits, extras and misses."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hit: bool) -> None:
        """Count one thing that was asked for: found, or missed."""
        if hit:
            self.hits += 1
        else:
            self.missed += 1

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return _share(self.hits, self.hits + self.extra)

    @property
    def recall(self) -> float:
        """Return the share of what is there that was found."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return _share(2 * self.hits, 2 * self.hits + self.extra + self.missed)


@dataclass
class Scores:
    """Add up the figures of all articles."""

    articles: int = 0
    channels: dict[str, Tally] = field(default_factory=dict)
    entities: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in ENTITIES})
    statements: Tally = field(default_factory=Tally)
    agreeing: Counter[str] = field(default_factory=Counter)
    published: Tally = field(default_factory=Tally)
    values: Tally = field(default_factory=Tally)
    bad_offsets: int = 0

    @property
    def events(self) -> Tally:
        """Return the tally of all events but statements."""
        return _sum(self.channels.values())

    @property
    def strict(self) -> Tally:
        """Return the tally in which an event is a hit only if direction, status and date agree."""
        events, right = self.events, self.agreeing["strict"]
        wrong = events.hits - right
        return Tally(right, events.extra + wrong, events.missed + wrong)

    def figures(self) -> dict[str, float | int | None]:
        """Return every figure by its name."""
        events, entities = self.events, self.entities
        return {
            "articles": self.articles,
            "event_precision": events.precision,
            "event_recall": events.recall,
            "event_f1": events.f1,
            "strict_f1": self.strict.f1,
            **{f"{name}_accuracy": _share(self.agreeing[name], events.hits) for name in QUALITIES},
            "statement_recall": _known(self.statements),
            "published_accuracy": _known(self.published),
            **{f"{name}_f1": tally.f1 for name, tally in entities.items()},
            "entity_f1": _sum(entities.values()).f1,
            "value_accuracy": _known(self.values),
            "bad_offsets": self.bad_offsets,
            "events_true": events.hits,
            "events_extra": events.extra,
            "events_missed": events.missed,
        }


def report(scores: Scores) -> list[str]:
    """Return the lines of a report: every figure, then precision, recall and F1 by channel."""
    shown = [
        f"{name:22} {value:.3f}" if isinstance(value, float) else f"{name:22} {value}"
        for name, value in scores.figures().items()
    ]
    head = f"{'channel':22} {'precision':>9} {'recall':>9} {'F1':>9} {'right':>6} {'extra':>6} {'missed':>6}"
    tallies = [*sorted(scores.channels.items()), ("all", scores.events)]
    return [*shown, "", head, *(_row(name, tally) for name, tally in tallies)]


def _row(name: str, tally: Tally) -> str:
    figures = f"{tally.precision:9.3f} {tally.recall:9.3f} {tally.f1:9.3f}"
    return f"{name:22} {figures} {tally.hits:6} {tally.extra:6} {tally.missed:6}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _known(tally: Tally) -> float | None:
    """Return the share of hits, or None where nothing was asked."""
    return tally.recall if tally.hits + tally.missed else None


def _sum(tallies: Iterable[Tally]) -> Tally:
    known = list(tallies)
    return Tally(*(sum(getattr(tally, name) for tally in known) for name in ("hits", "extra", "missed")))
