"""Measure a reading against gold annotations: precision, recall and F1 of events by channel, and what agrees in them.

The formats, and what counts as an event, stand in ``tests/gold/README.md``. Events that may be found (``must`` false)
count neither way; statements count for recall alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from explore.gold import Expected, Gold, Mark, plain_arabic, plain_latin
from explore.model import Actor, Channel, EntityType, Event, Mention, Reading

QUALITIES = ("direction", "status", "date", "occasion")
_STRICT = ("direction", "status", "date")
_ENTITIES = ("PER", "GPE", "ORG", "DATE")
# A must-event is worth more than two agreeing qualities when one extracted event could stand for several gold ones.
_MUST = 2


@dataclass
class Tally:
    """Count hits, extras and misses."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

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
    entities: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in _ENTITIES})
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


def evaluate(pairs: Iterable[tuple[Gold, Reading]]) -> Scores:
    """Compare gold articles with what was read from them."""
    scores = Scores()
    for gold, reading in pairs:
        scores.articles += 1
        _count_events(gold.events, reading.events, scores)
        _count_mentions(gold.marks, reading.mentions, scores)
        _count_offsets(reading, scores)
        if gold.published:
            _add(scores.published, plain_date(reading.article.published) in gold.published)
    return scores


def report(scores: Scores) -> list[str]:
    """Return the lines of a report: every figure, then precision, recall and F1 by channel."""
    shown = [f"{name:22} {value:.3f}" if isinstance(value, float) else f"{name:22} {value}" for name, value in scores.figures().items()]
    head = f"{'channel':22} {'precision':>9} {'recall':>9} {'F1':>9} {'right':>6} {'extra':>6} {'missed':>6}"
    tallies = [*sorted(scores.channels.items()), ("all", scores.events)]
    return [*shown, "", head, *(_row(name, tally) for name, tally in tallies)]


def _row(name: str, tally: Tally) -> str:
    figures = f"{tally.precision:9.3f} {tally.recall:9.3f} {tally.f1:9.3f}"
    return f"{name:22} {figures} {tally.hits:6} {tally.extra:6} {tally.missed:6}"


def _count_events(gold: Sequence[Expected], found: Sequence[Event], scores: Scores) -> None:
    matches = _align(gold, found)
    for place, expected in enumerate(gold):
        if not expected.must:
            continue
        agreement = matches.get(place)
        if Channel.STATEMENT in expected.channels:
            _add(scores.statements, agreement is not None)
            continue
        _add(scores.channels.setdefault(expected.channels[0], Tally()), agreement is not None)
        if agreement is not None:
            scores.agreeing.update(name for name in QUALITIES if agreement.qualities[name])
            scores.agreeing["strict"] += all(agreement.qualities[name] for name in _STRICT)
    used = {agreement.found for agreement in matches.values()}
    for place, event in enumerate(found):
        if place not in used and event.channel is not Channel.STATEMENT:
            scores.channels.setdefault(event.channel.value, Tally()).extra += 1


@dataclass(frozen=True)
class _Agreement:
    """Hold which found event stands for a gold one, and in what the two agree."""

    found: int
    qualities: Mapping[str, bool]


def _align(gold: Sequence[Expected], found: Sequence[Event]) -> dict[int, _Agreement]:
    """Pair gold and found events one to one, those that agree best first."""
    ranked = []
    for g, expected in enumerate(gold):
        for f, event in enumerate(found):
            qualities = compare(expected, event)
            if qualities is not None:
                worth = sum(qualities.values()) + (_MUST if expected.must else 0)
                ranked.append((-worth, g, f, qualities))
    matches: dict[int, _Agreement] = {}
    used: set[int] = set()
    for _, g, f, qualities in sorted(ranked, key=lambda row: row[:3]):
        if g not in matches and f not in used:
            matches[g] = _Agreement(f, qualities)
            used.add(f)
    return matches


def compare(expected: Expected, event: Event) -> dict[str, bool] | None:
    """Return in what an event agrees with a gold one, or None where it is another event."""
    if event.channel.value not in expected.channels:
        return None
    if _is_pair(expected, event.sender, event.recipient):
        direction = True
    elif event.recipient is not None and _is_pair(expected, event.recipient, event.sender):
        direction = expected.mutual
    else:
        return None
    return {
        "direction": direction,
        "status": event.status.value in expected.statuses,
        "date": plain_date(event.date) in expected.dates,
        "occasion": not expected.occasions or (event.occasion is not None and event.occasion.value in expected.occasions),
    }


def _is_pair(expected: Expected, sender: Actor, recipient: Actor | None) -> bool:
    return expected.sender.names(sender) and (expected.recipient is None or expected.recipient.names(recipient))


def _count_mentions(marks: Sequence[Mark], mentions: Sequence[Mention], scores: Scores) -> None:
    """Compare marks and mentions of each type; gold without marks says nothing about mentions."""
    if not marks:
        return
    for name in _ENTITIES:
        wanted = [mark for mark in marks if mark.type == name]
        found = [mention for mention in mentions if mention.type.value == name]
        matches = _match(wanted, found, overlap=name == "DATE")
        tally = scores.entities[name]
        tally.hits += len(matches)
        tally.extra += len(found) - len(matches)
        tally.missed += len(wanted) - len(matches)
        for mark, mention in matches:
            if mark.value != "?":
                _add(scores.values, _same_value(mark, mention))


def _match(marks: Sequence[Mark], mentions: Sequence[Mention], *, overlap: bool) -> list[tuple[Mark, Mention]]:
    """Pair marks and mentions of the same place; with *overlap*, of places that share a character."""
    free = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    pairs = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        hit = next((one for one in free if (one.start, one.end) == (mark.start, mark.end)), None)
        if hit is None and overlap:
            hit = next((one for one in free if one.start < mark.end and mark.start < one.end), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((mark, hit))
    return pairs


def _same_value(mark: Mark, mention: Mention) -> bool:
    if mention.type is EntityType.DATE:
        return plain_date(mention.date) == plain_date(mark.value)
    return plain_latin(mention.name_en) == plain_latin(mark.value)


def _count_offsets(reading: Reading, scores: Scores) -> None:
    text = reading.article.text
    scores.bad_offsets += sum(text[one.start : one.end] != one.text for one in reading.mentions)
    for event in reading.events:
        evidence, trigger = event.evidence, event.trigger
        good = 0 <= evidence.start <= trigger.start < trigger.end <= evidence.end <= len(text)
        scores.bad_offsets += not good


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _known(tally: Tally) -> float | None:
    """Return the share of hits, or None where nothing was asked."""
    return tally.recall if tally.hits + tally.missed else None


def _add(tally: Tally, hit: bool) -> None:
    if hit:
        tally.hits += 1
    else:
        tally.missed += 1


def _sum(tallies: Iterable[Tally]) -> Tally:
    known = list(tallies)
    return Tally(*(sum(getattr(tally, name) for tally in known) for name in ("hits", "extra", "missed")))
