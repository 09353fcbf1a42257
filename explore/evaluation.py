"""Measure a reading against gold annotations: precision, recall and F1 of events by channel, and what agrees in them.

The formats, and what counts as an event, stand in ``tests/gold/README.md``. Events that may be found (``must`` false)
count neither way; statements count for recall alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from explore.gold import Expected, Gold, Mark, load, plain_date, plain_latin
from explore.model import Actor, Article, Channel, EntityType, Event, Mention, Reading
from explore.reading import default
from explore.scores import ENTITIES, QUALITIES, Scores, Tally

_STRICT = ("direction", "status", "date")
# A must-event is worth more than two agreeing qualities when one extracted event could stand for several gold ones.
_MUST = 2


def measure(prefix: str, *, dated: bool = False) -> Scores:
    """Read the gold articles of *prefix* and compare; *dated* tells their days of publication to the reader.

    Raises:
        BarqiyaError: the gold or a knowledge table is broken.
    """
    reader = default()
    return evaluate((gold, reader.read(_dated(gold) if dated else gold.article)) for gold in load(prefix))


def _dated(gold: Gold) -> Article:
    return replace(gold.article, published=gold.published[0] if gold.published else None)


def evaluate(pairs: Iterable[tuple[Gold, Reading]]) -> Scores:
    """Compare gold articles with what was read from them."""
    scores = Scores()
    for gold, reading in pairs:
        scores.articles += 1
        _count_events(gold.events, reading.events, scores)
        _count_mentions(gold.marks, reading.mentions, scores)
        _count_offsets(reading, scores)
        if gold.published:
            scores.published.add(plain_date(reading.article.published) in gold.published)
    return scores


def _count_events(gold: Sequence[Expected], found: Sequence[Event], scores: Scores) -> None:
    matches = _align(gold, found)
    for place, expected in enumerate(gold):
        if not expected.must:
            continue
        agreement = matches.get(place)
        if Channel.STATEMENT in expected.channels:
            scores.statements.add(agreement is not None)
            continue
        scores.channels.setdefault(expected.channels[0], Tally()).add(agreement is not None)
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
        "occasion": not expected.occasions
        or (event.occasion is not None and event.occasion.value in expected.occasions),
    }


def _is_pair(expected: Expected, sender: Actor, recipient: Actor | None) -> bool:
    return expected.sender.names(sender) and (expected.recipient is None or expected.recipient.names(recipient))


def _count_mentions(marks: Sequence[Mark], mentions: Sequence[Mention], scores: Scores) -> None:
    """Compare marks and mentions of each type; gold without marks says nothing about mentions."""
    if not marks:
        return
    for name in ENTITIES:
        wanted = [mark for mark in marks if mark.type == name]
        found = [mention for mention in mentions if mention.type.value == name]
        matches = _match(wanted, found, overlap=name == "DATE")
        tally = scores.entities[name]
        tally.hits += len(matches)
        tally.extra += len(found) - len(matches)
        tally.missed += len(wanted) - len(matches)
        for mark, mention in matches:
            if mark.value != "?":
                scores.values.add(_same_value(mark, mention))


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
