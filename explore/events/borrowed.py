"""Borrow the date of an act from what it was part of: a letter from the meeting, a meeting from the visit."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from explore.events.calendar import Calendar
from explore.events.dating import OF_SAYING
from explore.events.drafts import TALKING, Draft
from explore.events.items import Item, Role
from explore.events.moments import MARKS, When, is_guess, of_visit
from explore.events.words import listed
from explore.model import Channel, EntityType, Event

BACK = listed("borrowed", "back")
# Who takes a letter, or hands it over, does so where the two meet.
_HANDED = frozenset(("hand", "receive"))
_OF_STAY = frozenset((Channel.MEETING, Channel.TALKS, Channel.AGREEMENT))
_TALKED = TALKING | {Channel.CALL, Channel.VIDEO}
# «وخلال هذه الزيارة»: so begins what happened during the act told before, within so many words.
_DURING_THIS = frozenset((during, this) for during in ("خلال", "اثناء", "ختام", "هامش") for this in ("هذا", "هذه"))
_OPENING = 4
# «وهي أول زيارة», «وكانت تلك الزيارة الرابعة»
_THIS = listed("borrowed", "this")
# «وكان X في استقبال الوزراء» tells how they came.
_ON_ARRIVAL = "استقبال"
# «كان قد التقى» begins so many words before the act.
_AUXILIARIES = 2
# «بحسب ما أعلن», «حسبما أعلن», «كما أعلن»
_AS = "ما"
_OF_MEETING = "of the meeting during it: "
# What happened «خلالها», at most so many words behind its verb, or «كان في استقباله» is part of a visit.
_DURING_IT = listed("shared", "during_it")
_DURING_IT_WITHIN = 2
_GUEST_RECEIVED = ("استقباله", "استقبالها", "مستقبلي")


def find(draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event]) -> When | None:
    """Return the date of *draft*, which tells none, by the events *told* before; None where it was part of none."""
    guest = _of_guest(draft, items, words, told)
    if guest is not None:
        return guest
    if draft.channel is Channel.LETTER and draft.verb is not None:
        return None if _HANDED.isdisjoint(items[draft.verb].senses.keys) else _of_delivery(draft, told)
    if told and _is_part_of(draft, words):
        return of_visit(told[-1])
    if draft.channel not in _OF_STAY:
        return None
    back = not BACK.isdisjoint(words[max(0, draft.first - _AUXILIARIES) : draft.last])
    if back and not items[draft.place].word.startswith(_ON_ARRIVAL):
        return None
    visits = (event for event in reversed(told) if event.channel is Channel.VISIT)
    stay = next((visit for visit in visits if _is_stay(visit, draft)), None)
    if stay is not None:
        return of_visit(stay)
    return of_talks(draft, told)


def _of_guest(draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event]) -> When | None:
    """Return the date of the visit told last, whose part the act was: «التقى خلالها X», «كان في استقباله X»."""
    behind = items[draft.carrier].last
    during = not _DURING_IT.isdisjoint(words[behind : behind + _DURING_IT_WITHIN])
    if not during and not items[draft.place].word.startswith(_GUEST_RECEIVED):
        return None
    last = next((event for event in reversed(told) if event.channel is Channel.VISIT), None)
    return of_visit(last) if last is not None and last.sender in (*draft.senders, *draft.recipients) else None


def of_reception(draft: Draft, items: Sequence[Item], here: Sequence[Event]) -> When | None:
    """Return the date of a meeting told *here* during a visit that goes on: «استقبل X أمس Y الذي يزور البلاد»."""
    place = draft.carrier
    told = items[place - 1].role is Role.RELATIVE or "present" in items[place].senses.tenses
    if draft.channel is not Channel.VISIT or not told:
        return None
    met = _met_there(draft, here)
    return None if met is None else of_visit(met, _OF_MEETING)


def of_this_visit(draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event]) -> When | None:
    """Return the date of the meeting before, of whose visit more is told: «التقى X Y الأحد. وهي أول زيارة له»."""
    act = items[draft.place].first
    opening = words[draft.sentence : act] if act - draft.sentence < _OPENING else ()
    if draft.channel is not Channel.VISIT or not any(word.lstrip("و") in _THIS for word in opening):
        return None
    met = _met_there(draft, told)
    return None if met is None or is_guess(met) else of_visit(met, _OF_MEETING)


def _met_there(draft: Draft, told: Sequence[Event]) -> Event | None:
    """Return the meeting *told* last of the visitor with somebody of the state visited."""
    hosts = {host.country for host in draft.recipients}
    return next((event for event in reversed(told) if event.channel in TALKING and _hosts(event, draft, hosts)), None)


def _hosts(met: Event, draft: Draft, hosts: Set[str | None]) -> bool:
    """Tell whether somebody of the states *hosts* met the visitor there."""
    if met.recipient is None:
        return False
    sides = ((met.sender, met.recipient), (met.recipient, met.sender))
    return any(guest in draft.senders and host.country in hosts for guest, host in sides)


def of_attribution(draft: Draft, calendar: Calendar) -> When | None:
    """Return the day on which a lead says that its news was told: «اتفق X وY على كذا، بحسب ما أعلن Z أمس»."""
    for place, owner in calendar.owners.items() if calendar.dates else ():
        date = calendar.dates.get(calendar.items[place].first)
        if date is None or owner <= draft.place or not calendar.items[owner - 1].word.endswith(_AS):
            continue
        day = date.days is not None and date.days[0] == date.days[1]
        return When(f"{str(date.value).rstrip(MARKS)}?", date.days, OF_SAYING + date.why) if day else None
    return None


def _is_part_of(draft: Draft, words: Sequence[str]) -> bool:
    """Tell whether the act was part of the one told before: «وخلال هذا اللقاء، جرى توقيع …»."""
    first = draft.sentence
    opening = [word.lstrip("و") for word in words[first : first + _OPENING]]
    return any(pair in _DURING_THIS for pair in pairwise(opening))


def _of_delivery(draft: Draft, told: Sequence[Event]) -> When | None:
    """Return the date of the meeting at which a letter was handed over: «استقبل X Y، الذي سلمه رسالة من Z»."""
    met = [event for event in told if event.channel in TALKING]
    ours = next((event for event in reversed(met) if _is_delivery(event, draft)), None)
    if ours is None or (is_guess(ours) and (ours is not met[-1] or ours.recipient not in draft.recipients)):
        return None
    return of_visit(ours)


def _is_delivery(met: Event, draft: Draft) -> bool:
    """Tell whether who got the letter met there somebody of the state of its sender."""
    if met.recipient is None:
        return False
    for carrier, receiver in ((met.sender, met.recipient), (met.recipient, met.sender)):
        if receiver in draft.recipients and any(carrier.country == sender.country for sender in draft.senders):
            return True
    return False


def of_talks(draft: Draft, told: Sequence[Event]) -> When | None:
    """Return the date of the talks right before that an agreement closed: «التقى X أمس Y واتفقا على …»."""
    latest = told[-1] if told and draft.channel is Channel.AGREEMENT else None
    if latest is None or latest.channel not in _TALKED or latest.recipient is None or is_guess(latest):
        return None
    sides = (*draft.senders, *draft.recipients)
    if {latest.sender, latest.recipient} == set(sides):
        return of_visit(latest)
    states = {latest.sender.country, latest.recipient.country}
    same = states == {side.country for side in sides} and all(side.type is EntityType.GPE for side in sides)
    return of_visit(latest) if same else None


def _is_stay(visit: Event, draft: Draft) -> bool:
    """Tell whether one side was for that day the guest of the state of the other: «وصل X السبت إلى Z. والتقى Y»."""
    if visit.recipient is None or visit.date_start != visit.date_end or is_guess(visit):
        return False
    for guests, hosts in ((draft.senders, draft.recipients), (draft.recipients, draft.senders)):
        if visit.sender in guests and any(host.country == visit.recipient.country for host in hosts):
            return True
    return False
