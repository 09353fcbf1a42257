"""Choose the date of an act: the one its own words carry, else the one of the sentence that reports it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from explore.events.clause import is_finite
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.model import Precision, Status


@dataclass(frozen=True, slots=True)
class DateRead:
    """Hold a date expression as the event layer needs it: its tokens, EDTF value, interval and reason.

    ``bound`` marks dates behind منذ or حتى, which say since or until when, not when.
    """

    first: int
    last: int
    value: str | None
    days: tuple[dt.date, dt.date] | None
    why: str
    bound: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """Hold the date of an event. ``value`` is EDTF or None."""

    value: str | None
    days: tuple[dt.date, dt.date] | None
    basis: str


_DURING = frozenset(("خلال", "اثناء", "هامش", "ختام"))
UNKNOWN = When(None, None, "no date told")


def choose(
    draft: Draft,
    items: Sequence[Item],
    dates: Sequence[DateRead],
    words: Sequence[str],
    status: Status,
    today: dt.date | None,
) -> list[When]:
    """Return the date that belongs to the act of *draft* (two where two are told), else that of the verb reporting it.

    The most precise date of the act wins, then the nearest. A plan does not take the day on which it was reported.
    """
    by_token = {date.first: date for date in dates if not date.bound}
    owners = owned(items)
    mine = _own(draft, items, owners, by_token)
    if mine:
        best = min(
            mine,
            key=lambda place: (_vagueness(by_token[items[place].first]), _distance(items[place], items[draft.place])),
        )
        found = [_when(by_token[items[best].first], "")]
        again = _again(best, items, words)
        if again is not None and items[again].first in by_token:
            found.append(_when(by_token[items[again].first], ""))
        return found
    during = _during(draft, items, owners, words)
    if during is not None:
        return [_when(by_token[during], "of the act during which it happened: ")] if during in by_token else [UNKNOWN]
    if status in (Status.PLANNED, Status.WISHED):
        return [_to_come(draft, items, by_token, today)]
    for place in range(draft.place - 1, -1, -1):
        item = items[place]
        if item.role is Role.DATE and item.first in by_token:
            owner = owners.get(place)
            if (
                owner is None
                or items[owner].role is Role.SPEECH
                or is_finite(items[owner])
                and not _parted(items, owner, draft.place)
            ):
                return [_when(by_token[item.first], "the sentence is dated so: ")]
    return [UNKNOWN]


def _again(place: int, items: Sequence[Item], words: Sequence[str]) -> int | None:
    """Return the second date of «في 27 مايو و3 يونيو», «في 27 مايو ثم في 3 يونيو»; None where one is told."""
    joined = False
    for later in range(place + 1, min(place + 4, len(items))):
        item = items[later]
        joined |= words[item.first][:1] == "و" or words[item.first] == "ثم"
        if item.role is Role.DATE:
            return later if joined else None
        if words[item.first].lstrip("و") not in ("ثم", "في", "يوم"):
            return None
    return None


def of_lead(today: dt.date | None) -> When:
    """Return the article's day, marked as doubtful, for the news of a lead that names no day."""
    if today is None:
        return UNKNOWN
    return When(f"{today.isoformat()}?", (today, today), "the news of the lead, dated by the article's day")


def has_own(draft: Draft, items: Sequence[Item], dates: Sequence[DateRead]) -> bool:
    """Tell whether a date belongs to the act itself."""
    return bool(_own(draft, items, owned(items), {date.first: date for date in dates if not date.bound}))


def _own(draft: Draft, items: Sequence[Item], owners: dict[int, int], by_token: dict[int, DateRead]) -> list[int]:
    own = {draft.place, draft.verb}
    return [
        place
        for place, item in enumerate(items)
        if item.role is Role.DATE and owners.get(place) in own and item.first in by_token
    ]


def _to_come(draft: Draft, items: Sequence[Item], by_token: dict[int, DateRead], today: dt.date | None) -> When:
    """Return the nearest date of the sentence that was still to come: «القمة المرتقبة، الجمعة، … وستكون أول زيارة»."""
    ahead = [
        item for item in items
        if item.first in by_token and today is not None and (days := by_token[item.first].days) is not None and days[0] > today
    ]  # fmt: skip
    if not ahead:
        return UNKNOWN
    nearest = min(ahead, key=lambda item: _distance(item, items[draft.place]))
    return _when(by_token[nearest.first], "the coming day that the sentence names: ")


def _during(draft: Draft, items: Sequence[Item], owners: dict[int, int], words: Sequence[str]) -> int | None:
    """Return the token of the date of the act that follows with خلال: «وقع الزعيمان اتفاقية خلال زيارة … في يونيو»."""
    for place in range(draft.place + 1, len(items)):
        item = items[place]
        if item.role in (Role.BOUNDARY, Role.THAT):
            return None
        if item.role is Role.ACT and item.first and words[item.first - 1] in _DURING:
            return next((items[date].first for date, owner in owners.items() if owner == place), None)
    return None


def _parted(items: Sequence[Item], one: int, other: int) -> bool:
    """Tell whether a clause ends between two items."""
    return any(
        item.role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE) or item.clitic == "و" and is_finite(item)
        for item in items[one + 1 : other + 1]
    )


def _vagueness(date: DateRead) -> int:
    if date.value is None:
        return 9
    return {4: 2, 7: 1}.get(len(date.value.rstrip("?~%")), 0)


def owned(items: Sequence[Item]) -> dict[int, int]:
    """Return for each date item the act or verb that it dates: the last one before it in its clause, else the next."""
    out: dict[int, int] = {}
    last: int | None = None
    waiting: list[int] = []
    for place, item in enumerate(items):
        if item.role is Role.SUPPORT and last is not None and items[last].role is Role.ACT and not item.clitic:
            continue
        if item.role in (Role.ACT, Role.SPEECH, Role.SUPPORT):
            for date in waiting:
                out[date] = place
            waiting = []
            last = place
        elif item.role is Role.DATE:
            if last is None:
                waiting.append(place)
            else:
                out[place] = last
        elif item.role in (Role.BOUNDARY, Role.THAT):
            last = None
            waiting = [] if item.role is Role.BOUNDARY else waiting
    return out


def _when(date: DateRead, prefix: str) -> When:
    return When(date.value, date.days, prefix + date.why)


def _distance(date: Item, trigger: Item) -> int:
    if date.first >= trigger.last:
        return date.first - trigger.last
    return trigger.first - date.last + 1


def precision(when: When) -> Precision:
    """Return how exactly *when* is known."""
    if when.value is None or when.days is None:
        return Precision.UNKNOWN
    plain = when.value.rstrip("?~%")
    if "/" in plain:
        return Precision.RANGE
    return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(plain), Precision.DAY)
