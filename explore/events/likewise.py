"""Date an act that goes on from the one before: «استقبل X أمس Y. كما استقبل Z», «وبعث ولي العهد برقية مماثلة»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from explore.events.borrowed import BACK
from explore.events.drafts import Draft
from explore.events.items import Item
from explore.events.moments import When
from explore.events.pointing import is_setting
from explore.events.words import listed
from explore.model import Channel, Event, Occasion, Precision, Status

_AS_WELL = listed("likewise", "before")
_TOO = listed("likewise", "behind")
# «كما قد التقى» has so many words before the verb; «والتقى X أيضا», so many behind it.
_BEFORE = 2
_BEHIND = 3
# What is older is no news of which more is told.
_NEWS = dt.timedelta(days=10)
_ALREADY = "قد"


def find(
    draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event], today: dt.date | None
) -> When | None:
    """Return the date of the act told last, where *draft* only adds to it; None where it stands by itself."""
    if is_setting(items[draft.place], words, draft.sentence):
        return _of_what_came(draft, told)
    last = next((event for event in reversed(told) if event.channel is not Channel.STATEMENT), None)
    if last is None or last.date_precision is not Precision.DAY or last.status is not Status.HAPPENED:
        return None
    assert last.date is not None
    assert last.date_start is not None
    if last.date.endswith("?"):
        return None
    day = dt.date.fromisoformat(last.date_start)
    if today is not None and today - day > _NEWS:
        return None
    if not (_is_same_greeting(draft, last) or _adds(draft, last, items, words)):
        return None
    return When(last.date, (day, day), f"as the act told before it: {last.date_basis}")


def _of_what_came(draft: Draft, told: Sequence[Event]) -> When | None:
    """Return when that was said or done which came during the act: «أكد X اليوم …. جاء ذلك خلال لقائه Y».

    What a side said at greater length has its day at the beginning: «أكد X اليوم …. وأضاف …. جاء ذلك …».
    """
    sides = (*draft.senders, *draft.recipients)
    for last in reversed(told):
        ours = last.sender in sides or last.recipient in sides
        if ours and last.date_start is not None:
            exact = last.status is Status.HAPPENED and last.date_precision is Precision.DAY
            day = dt.date.fromisoformat(last.date_start)
            return When(last.date, (day, day), f"of what came during it: {last.date_basis}") if exact else None
        if not ours or last.channel is not Channel.STATEMENT:
            return None
    return None


def _is_same_greeting(draft: Draft, last: Event) -> bool:
    """Tell whether another congratulates whom the letter before does: «وبعث ولي العهد برقية مماثلة إلى X»."""
    if draft.channel is not Channel.LETTER or last.channel is not Channel.LETTER or draft.verb is None:
        return False
    greets = Occasion.OTHER not in (last.occasion, draft.occasion)
    states = {sender.country for sender in draft.senders}
    return greets and last.recipient in draft.recipients and last.sender.country in states


def _adds(draft: Draft, last: Event, items: Sequence[Item], words: Sequence[str]) -> bool:
    """Tell whether one side of the act before does the next as well: «كما التقى Y», «والتقى أيضا Z»."""
    verb = items[draft.carrier]
    before = words[max(0, verb.first - _BEFORE) : verb.first]
    if not BACK.isdisjoint(words[max(0, verb.first - _BEFORE) : draft.last]):
        return False
    said = before[-1:] if before[-1:] != (_ALREADY,) else before[:1]
    too = draft.channel is last.channel and not _TOO.isdisjoint(words[verb.last : verb.last + _BEHIND])
    added = too or not _AS_WELL.isdisjoint(said)
    sides = (*draft.senders, *draft.recipients)
    return added and (last.sender in sides or last.recipient in sides)
