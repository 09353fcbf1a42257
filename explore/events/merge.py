"""Count one communication once: reports of it in one article and across articles become one, and keep every source."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from explore.events import status
from explore.events.another import are_two
from explore.events.drafts import TALKING
from explore.events.leaders import is_of_leaders
from explore.events.outcomes import CUE, is_doubtful, is_neutral, with_its_talks, with_its_visit
from explore.frozen import changed
from explore.model import Channel, EntityType, Event, Occasion, Status

_PRECISION = {"day": 0, "range": 1, "month": 2, "year": 3, "unknown": 4}
# What happened so many days ago is no news.
_NEWS = 60
_WEEK = 7
_DAY = len("2018-12-30")
# What is only dated by the day of its article may have been so many days before.
_NEWS_LAG = 2
# Who left a state or came back from it had been there.
_ENDS_OF_VISITS = ("verb leave;", "verb return_from;")
# Whoever came there is where a stop of the tour is: «وصل X إلى Y في جولة تشمل Z، بالإضافة إلى Y».
_ARRIVED = ("verb arrive;", "verb land;")
# What a state does, one of its people does.
_BY_STATE = frozenset((Channel.VISIT, Channel.LETTER))


def merge_article(events: Sequence[Event], today: dt.date | None = None) -> list[Event]:
    """Merge the reports of one article and give each event its id; the earliest evidence stays.

    *today* is the article's day: what is told without a date is news, not what is dated long before.
    """
    kept: list[Event] = []
    by_parties: dict[tuple[str, frozenset[str | None]], list[int]] = {}
    for event in events:
        places = by_parties.setdefault(_parties(event), [])
        place = next((i for i in places if same(kept[i], event) and not _apart(kept[i], event, today)), None)
        if place is None:
            places.append(len(kept))
            kept.append(event)
        else:
            kept[place] = _join(kept[place], event)
    told = [event for event in kept if not _is_told_of_its_person(event, kept)]
    settled = [with_its_visit(with_its_talks(event, kept), kept) for event in told]
    return [
        changed(event, event_id=f"{event.article_id}#{number}", communication_id=f"{event.article_id}#{number}")
        for number, event in enumerate(settled, 1)
    ]


def _is_told_of_its_person(event: Event, told: Sequence[Event]) -> bool:
    """Tell whether the state in *event* stands for its person in another: «استقبل X موفد السعودية»."""
    if event.channel not in TALKING or CUE in event.why:
        return False
    talks = [other for other in told if other.channel in TALKING]
    before = (other for other in talks if other.evidence.start < event.evidence.start)
    return any(_stands_for(event, other) for other in before) or any(is_of_leaders(event, other) for other in talks)


def _stands_for(event: Event, other: Event) -> bool:
    if event.recipient is None or other.recipient is None:
        return False
    for state, host in ((event.sender, event.recipient), (event.recipient, event.sender)):
        for person, partner in ((other.sender, other.recipient), (other.recipient, other.sender)):
            kinds = (state.type, person.type, host.type)
            alike = kinds == (EntityType.GPE, EntityType.PER, EntityType.PER) and state.country == person.country
            if alike and host.id == partner.id:
                return _status_agrees(event, other) and _dates_agree(event, other)
    return False


def _parties(event: Event) -> tuple[str, frozenset[str | None]]:
    """Return what two reports of one communication share: the kind of channel, and the two sides in any order."""
    channel = Channel.TALKS if event.channel in TALKING else event.channel
    if channel in _BY_STATE:
        return channel.value, frozenset((event.sender.country or event.sender.id, _id(event)))
    return channel.value, frozenset((event.sender.id, _id(event)))


def _apart(one: Event, other: Event, today: dt.date | None) -> bool:
    """Tell whether only one of two reports is dated, and so long ago that the other cannot mean it."""
    starts = [event.date_start for event in (one, other)]
    dated = next((start for start in starts if start is not None), None)
    if today is None or dated is None or None not in starts:
        return False
    return (today - dt.date.fromisoformat(dated)).days > _NEWS


def same(one: Event, other: Event) -> bool:
    """Tell whether two reports are of one communication: parties, channel, status, occasion and date agree."""
    if not _channels_agree(one, other) or not _parties_agree(one, other):
        return False
    if not _status_agrees(one, other) or are_two(one, other):
        return False
    if one.channel is Channel.LETTER and not _occasions_agree(one.occasion, other.occasion):
        return False
    if one.place is not None and other.place is not None and one.place != other.place and one.trigger == other.trigger:
        return False
    return _dates_agree(one, other)


def _channels_agree(one: Event, other: Event) -> bool:
    return one.channel is other.channel or {one.channel, other.channel} <= TALKING


def _parties_agree(one: Event, other: Event) -> bool:
    straight = (one.sender.id == other.sender.id or _acts_for(one, other)) and _id(one) == _id(other)
    if straight or not (one.mutual or other.mutual) or one.recipient is None or other.recipient is None:
        return straight
    return one.sender.id == other.recipient.id and one.recipient.id == other.sender.id


def _acts_for(one: Event, other: Event) -> bool:
    """Tell whether one report names who came or wrote, and the other only the state: «زيارة مسؤول أميركي»."""
    if one.channel not in _BY_STATE or one.sender.country != other.sender.country:
        return False
    return {one.sender.type, other.sender.type} == {EntityType.PER, EntityType.GPE}


def _id(event: Event) -> str | None:
    return event.recipient.id if event.recipient is not None else None


def _status_agrees(one: Event, other: Event) -> bool:
    future = (Status.PLANNED, Status.WISHED)
    if one.status is other.status or (one.status in future and other.status in future):
        return True
    if any(settles(*row) for settles in _SETTLING for row in ((one, other), (other, one))):
        return True
    return any(is_neutral(event) for event in (one, other)) and any(event.status in future for event in (one, other))


def _is_fulfilled_by(aim: Event, act: Event) -> bool:
    """Tell whether *aim* is what somebody came for, a visit told in the present or what is to come, and *act* that."""
    if aim.date not in (None, act.date) or aim.status is not Status.PLANNED or act.status is not Status.HAPPENED:
        return False
    under_way = aim.channel is Channel.VISIT and aim.why.endswith((
        status.PRESENT, status.DURING, status.WILL_BE, "future verb",
    ))  # fmt: skip
    there = aim.why.endswith(status.NEXT_STOP) and act.why.startswith(_ARRIVED)
    came = there or aim.why.endswith((status.AIM_OF_ARRIVAL, status.BEFORE_IT))
    return (under_way or came) and not is_neutral(act)


def _is_settled_by(news: Event, other: Event) -> bool:
    """Tell whether *news* leaves open whether the act was still to come, and *other* says so."""
    open_ = news.status is Status.HAPPENED and news.why.endswith(status.NEWS_OF_THE_DAY)
    if not open_ or other.status is not Status.PLANNED or news.date is None:
        return False
    # «يزور X Y … ويصل غدا»: a lead without a day announces the visit.
    announces = news.channel is Channel.VISIT and is_doubtful(news) and other.date is not None
    return other.date == news.date or (announces and str(other.date_start) >= str(news.date_start))


def _fell_through(plan: Event, end: Event) -> bool:
    """Tell whether *plan* is what was to be, and *end* says that it was called off."""
    return plan.status is Status.PLANNED and plan.why.endswith(status.WAS_TO_BE) and end.status is Status.CANCELLED


def _came_about(plan: Event, end: Event) -> bool:
    """Tell whether *plan* is told first, as on pages written while things happen, and *end* that it came that day."""
    told = plan.status is Status.PLANNED and end.status is Status.HAPPENED and plan.evidence.start < end.evidence.start
    return told and end.why.endswith(status.NO_SIGN) and plan.date == (end.date or "").rstrip("?")


def _occasions_agree(one: Occasion | None, other: Occasion | None) -> bool:
    if one is other or not {None, Occasion.OTHER}.isdisjoint((one, other)):
        return True
    return {one, other} <= {Occasion.NEW_YEAR, Occasion.CHRISTMAS}


def _dates_agree(one: Event, other: Event) -> bool:
    if one.date_start is None or other.date_start is None or one.date_end is None or other.date_end is None:
        return True
    if any(_tells_of_end(first) or _is_settled_by(first, then) for first, then in ((one, other), (other, one))):
        return True
    if any(map(is_neutral, (one, other))):
        return True
    return _earliest(one) <= other.date_end and _earliest(other) <= one.date_end


def _tells_of_end(event: Event) -> bool:
    """Tell whether a report only says that a visit ended, so that its day need not be that of the visit."""
    return event.why.startswith(_ENDS_OF_VISITS) or status.AT_ITS_END in event.why


def _earliest(event: Event) -> str:
    """Return the first day on which the event may have been: news without a day may be of the days before."""
    assert event.date_start is not None
    if not is_doubtful(event):
        return event.date_start
    return (dt.date.fromisoformat(event.date_start) - dt.timedelta(days=_NEWS_LAG)).isoformat()


# How the second of two reports may settle what the first leaves open.
_SETTLING = (_is_fulfilled_by, _is_settled_by, _fell_through, _came_about)


def _join(one: Event, other: Event) -> Event:
    """Keep the first report, with the more precise date and occasion of the two."""
    best = min((one, other), key=_vagueness)
    if is_neutral(best) and best.status is not (plan := other if best is one else one).status:
        # «تقليص زيارة X» in the lead of the news of what is to come
        best = plan
    occasion = one.occasion if one.occasion not in (None, Occasion.OTHER) else other.occasion
    settled = is_neutral(one) or any(settles(one, other) for settles in _SETTLING)
    decided = other if settled else one
    told = [event for event in (one, other) if not event.mutual] or [one]
    directed = min(told, key=lambda event: event.sender.type is not EntityType.PER)
    channel = one.channel if one.channel is other.channel else Channel.MEETING
    return changed(
        one, channel=channel, status=decided.status, why=decided.why,
        date=best.date, date_start=best.date_start, date_end=best.date_end,
        date_precision=best.date_precision, date_basis=best.date_basis, occasion=occasion,
        sender=directed.sender, recipient=directed.recipient, mutual=directed.mutual,
        confidence=max(one.confidence, other.confidence), place=one.place or other.place,
    )  # fmt: skip


def _vagueness(event: Event) -> tuple[bool, int, bool]:
    """Return how little a report says of when: the day on which a visit ended says least."""
    ended = _tells_of_end(event) or event.date is None
    return ended, _PRECISION[event.date_precision.value], is_doubtful(event)


def merge_corpus(events: Iterable[Event], published: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """Return event id -> communication id: the same for every report of one communication, in whatever order.

    *published* maps article ids to their days (EDTF). A greeting without a date is dated by them: two articles of one
    week tell of the same congratulations on the new year.
    """
    days = published or {}
    groups: list[list[Event]] = []
    by_parties: dict[tuple[str, ...], list[list[Event]]] = {}
    for event in sorted((_reported(event, days.get(event.article_id)) for event in events), key=_exactness):
        bucket = by_parties.setdefault((event.channel.value, *sorted((event.sender.id, _id(event) or ""))), [])
        group = next((group for group in bucket if _is_dated_alike(group[0], event)), None)
        if group is None:
            groups.append(group := [])
            bucket.append(group)
        group.append(event)
    return {event.event_id: _communication_id(group) for group in groups for event in group}


def _reported(event: Event, published: str | None) -> Event:
    """Date a greeting for a told occasion that has no date by the week before its article."""
    told = event.channel is Channel.LETTER and event.occasion not in (None, Occasion.OTHER)
    if event.date is not None or not told or published is None or len(published) != _DAY:
        return event
    week = dt.date.fromisoformat(published) - dt.timedelta(days=_WEEK)
    return changed(event, date=published, date_start=week.isoformat(), date_end=published)


def _is_dated_alike(one: Event, other: Event) -> bool:
    return one.date is not None and other.date is not None and same(one, other)


def _exactness(event: Event) -> tuple[int, str, str]:
    return _PRECISION[event.date_precision.value], event.date_start or "", event.event_id


def _communication_id(group: Sequence[Event]) -> str:
    first = min(event.event_id for event in group)
    return "c-" + hashlib.sha256(first.encode()).hexdigest()[:12]
