"""Judge a visit by what is told of its talks, and talks by what became of the visit."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events import status
from explore.events.drafts import TALKING
from explore.events.moments import is_guess
from explore.frozen import changed
from explore.model import Channel, Event, Status

# What a mere word plans, no verb says.
CUE = "; cue "


def with_its_talks(visit: Event, told: Sequence[Event]) -> Event:
    """Return *visit*, if nothing says what became of it, as planned where all whom its guest meets are to come."""
    if visit.channel is not Channel.VISIT or visit.recipient is None or not is_neutral(visit):
        return visit
    talks = [event for event in told if event.channel in TALKING and _is_part_of(event, visit)]
    if not talks or not all(event.status is Status.PLANNED and CUE not in event.why for event in talks):
        return visit
    return changed(visit, status=Status.PLANNED, why=f"{visit.why}; whom the guest meets is to come")


def with_its_visit(talk: Event, told: Sequence[Event]) -> Event:
    """Return *talk*, if it only was to be, as called off with the visit whose part it was."""
    if talk.channel not in TALKING or talk.status is not Status.PLANNED or not talk.why.endswith(status.WAS_TO_BE):
        return talk
    off = (event for event in told if event.channel is Channel.VISIT and event.status is Status.CANCELLED)
    if any(_is_part_of(talk, visit, before=False) for visit in off):
        return changed(talk, status=Status.CANCELLED, why=f"{talk.why}; its visit was called off")
    return talk


def _is_part_of(talk: Event, visit: Event, *, before: bool = True) -> bool:
    """Tell whether the guest of *visit* meets somebody there, as was told *before* it."""
    sides = [side for side in (talk.sender, talk.recipient) if side is not None and side != visit.sender]
    host = visit.recipient.country if visit.recipient is not None else None
    told = not before or talk.evidence.start < visit.evidence.start
    return told and len(sides) == 1 and sides[0].country == host is not None


def is_neutral(event: Event) -> bool:
    """Tell whether a report does not say what became of an act, so that it may be of one to come."""
    return event.status is Status.HAPPENED and is_guess(event) and event.why.endswith(status.UNSAID)


def is_doubtful(event: Event) -> bool:
    """Tell whether the day of *event* is a guess."""
    return event.date is not None and event.date.endswith("?")
