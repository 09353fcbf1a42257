"""Tell which greetings were spoken when two met or phoned, and are no letters: «قدم X خلال الاتصال التعازي لY»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.drafts import Draft
from explore.events.items import Item
from explore.events.moments import When, is_guess, is_unsure
from explore.events.parties import are_sides
from explore.events.words import listed
from explore.model import Actor, Channel, Event, Status

# Who meets or phones greets by word of mouth.
SPOKEN = frozenset((Channel.MEETING, Channel.CALL, Channel.TALKS, Channel.VIDEO))
_TALKS = frozenset(("noun.call", "noun.meeting", "noun.talks", "noun.video"))
_DURING = listed("shared", "during")


def is_said_during(draft: Draft, items: Sequence[Item]) -> bool:
    """Tell whether a call or meeting stands before, during which it was said: «قدم X [خلال الاتصال] التعازي لY»."""
    told = (at for at in range(1, draft.place) if any(sense.key in _TALKS for sense in items[at].senses))
    return any(items[at - 1].word.lstrip("و") in _DURING for at in told)


def have_met(told: Sequence[Event], here: int, sender: Actor, recipient: Actor, when: When) -> bool:
    """Tell whether the two met or phoned, as *told* before: in the sentence that begins at *here*, or on that day."""
    return any(
        (event.channel in SPOKEN or (event.channel is Channel.VISIT and event.evidence.start >= here))
        and event.status is Status.HAPPENED
        and are_sides(event, sender, recipient)
        and (event.evidence.start >= here or is_unsure(when.value) or is_guess(event) or when.value == event.date)
        for event in told
    )
