"""Date what was told without a day by the sentence behind: «سيزور X Y. والزيارة مقررة في 3 مارس»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from explore.events import moments
from explore.events.calendar import Calendar
from explore.events.drafts import TALKING
from explore.events.items import Item, Role
from explore.events.moments import When
from explore.events.words import listed
from explore.frozen import changed
from explore.model import Channel, Event, Status

# «وتبدأ الزيارة في», «ومن المقرر أن يعقد اللقاء في»: one of these stands right before the noun.
_BEFORE = frozenset(letters + word for word in listed("redating", "before") for letters in ("", "و"))
# «والزيارة مقررة في», «واللقاء سيعقد في»: one of these stands right behind it.
_BEHIND = listed("redating", "behind")
_SETTING = frozenset((Role.PREPOSITION, Role.DATE, Role.COMMA))
_AHEAD = frozenset((Status.PLANNED, Status.WISHED))


def is_spoken_of(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether the act there was told before, and its sentence says when: «والزيارة مقررة في».

    «وتعقد القمة العربية في» tells of another.
    """
    item, following = items[place], items[place + 1 : place + 2]
    if item.clitic not in ("", "و") or not following or not any(sense.form.definite for sense in item.senses):
        return False
    if words[item.last] in _BEHIND:
        return True
    return item.first > 0 and words[item.first - 1] in _BEFORE and following[0].role in _SETTING


def only_date(calendar: Calendar, place: int) -> When | None:
    """Return the one date of the sentence, where it stands behind the item at *place* and is exact."""
    places = calendar.places
    if len(places) != 1 or places[0] < place:
        return None
    read = calendar.dates[calendar.items[places[0]].first]
    when = When(read.value, read.days, f"the sentence behind says when: {read.why}")
    return when if when.days is not None and when.days[0] == when.days[1] else None


def fill(told: list[Event], since: int, channel: Channel, when: When, today: dt.date | None) -> None:
    """Give the one event *told* from *since* on that is of *channel* and has no date the day *when*."""
    kinds = TALKING if channel in TALKING else {channel}
    ours = [at for at in range(since, len(told)) if told[at].channel in kinds]
    undated = [at for at in ours if moments.is_guess(told[at])]
    if len(undated) != 1 or when.days is None:
        return
    event = told[undated[0]]
    if event.status in _AHEAD:
        when = moments.forward(when, today)
    if when.days is None or (event.status is Status.HAPPENED and today is not None and when.days[0] > today):
        return
    told[undated[0]] = changed(
        event, date=when.value, date_start=when.days[0].isoformat(), date_end=when.days[1].isoformat(),
        date_precision=moments.precision(when), date_basis=when.basis,
    )  # fmt: skip
