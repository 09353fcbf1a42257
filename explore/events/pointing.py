"""Date an act by one told before to which its words point: «وقعا في ختامها», «وجاءت المكالمة غداة لقاء X وY»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from explore.events import distances
from explore.events.drafts import TALKING, Draft
from explore.events.items import Item, Role
from explore.events.moments import When, is_guess, moved, of_lead, of_visit
from explore.events.words import listed
from explore.model import Channel, Event, Status

# «ويأتي ذلك بعد يومين من»: so a sentence opens that sets the act before beside another.
_COMES = listed("pointing", "comes")
_OPENING = 4
_THAT = "ذلك"
# «جاء ذلك خلال جلسة مباحثات», «وجاء ذلك على هامش لقائه»: the act stands at most so many words behind.
_MEANWHILE = listed("pointing", "meanwhile")
_SETTING = 7
# «بعد أسبوع من» is seldom meant to the day.
_SHORT = 3
_CLOSING = frozenset((Channel.AGREEMENT, Channel.MEETING))
# «وفي اليوم نفسه» is of the act told last, not of the date that was named last.
_SAME_DAY = 3
_ON_THE_DAY = (("في", "اليوم"), ("وفي", "اليوم"))
_SAME = frozenset(("نفسه", "ذاته", "عينه"))
_RECKONED = "reckoned from the day named before"
# «شهدا في ختامها توقيع», «اتفقا في ختامها»: the word stands at most so many before the act or behind it.
_IT = listed("pointing", "it")
_IT_BEFORE = 6
_IT_BEHIND = 2
# «بعدها بيومين» was another day.
_LATER = ("بعدها", "بعده")
_AFTER = listed("pointing", "after")
_TALKS = listed("pointing", "talks")
# «عقب المحادثات مع X» tells of talks, and points to none.
_OF_WHOM = frozenset(("مع", "بين", "التي", "الذي"))


def find(draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event]) -> When | None:
    """Return the date of *draft* by the event *told* before to which its words point; None where they point to none."""
    if not told or draft.channel is Channel.STATEMENT:
        return None
    if words[draft.sentence].lstrip("و") in _COMES:
        return _of_day_beside(draft, items, words, told)
    if draft.channel in _CLOSING and (_points_back(draft, items, words) or _closes_talks(draft, items, words)):
        met = next((event for event in reversed(told) if event.channel in TALKING), None)
        return None if met is None else of_visit(met)
    return None


def is_same_day(draft: Draft, words: Sequence[str], when: When) -> bool:
    """Tell whether «وفي اليوم نفسه» opens the sentence, and no other date is that of the act."""
    opening = tuple(words[draft.sentence : draft.sentence + _SAME_DAY])
    if opening[:2] not in _ON_THE_DAY or opening[2:3] == () or opening[2] not in _SAME:
        return False
    # «في اليوم نفسه من العام الماضي» is another.
    another = words[draft.sentence + _SAME_DAY : draft.sentence + _SAME_DAY + 1] == ("من",)
    return not another and (when.value is None or when.basis.endswith(_RECKONED))


def of_last(told: Sequence[Event]) -> When | None:
    """Return the day of the act told last; None where its day is not sure."""
    acts = (event for event in reversed(told) if event.channel is not Channel.STATEMENT)
    last = next((event for event in acts if event.status is Status.HAPPENED), None)
    when = None if last is None or is_guess(last) else of_visit(last)
    return when if when is not None and when.days is not None and when.days[0] == when.days[1] else None


def of_days_from(draft: Draft, items: Sequence[Item], words: Sequence[str], today: dt.date | None) -> When | None:
    """Return the day so far from that of the article, for a lead that names none: «…، وذلك بعد يوم من [لقاء] X وY»."""
    first = items[draft.opening]
    word, shift = distances.shift(first, words)
    if today is None or shift is None or abs(shift) > _SHORT:
        return None
    lead = of_lead(today)
    return moved(lead, shift, f"{word} {lead.basis}")


def is_setting(act: Item, words: Sequence[str], first: int) -> bool:
    """Tell whether the sentence at *first* says during what the news before it came: «جاء ذلك خلال [لقائه] Y»."""
    if act.first - first > _SETTING or words[first].lstrip("و") not in _COMES:
        return False
    return _THAT in words[first : act.first] and not _MEANWHILE.isdisjoint(words[first : act.first])


def sets_lead(act: Item, words: Sequence[str], first: int) -> bool:
    """Tell whether the second sentence, at *first*, says during what the news of the lead came."""
    return is_setting(act, words, first) and sum(word == "." for word in words[:first]) <= 1


def _of_day_beside(draft: Draft, items: Sequence[Item], words: Sequence[str], told: Sequence[Event]) -> When | None:
    """Return the day so far from the act told before: «وجاءت المكالمة [غداة لقاء] X وY», «ويأتي ذلك بعد يومين من»."""
    first = items[draft.opening]
    word, shift = distances.shift(first, words)
    if shift is None or abs(shift) > _SHORT:
        return None
    if any(item.finite and item.role is Role.ACT for item in items[1 : draft.place]):
        return None
    latest = _latest(told, said=_THAT in words[draft.sentence : draft.sentence + _OPENING])
    if latest is None or latest.days is None or latest.days[0] != latest.days[1]:
        return None
    return moved(latest, shift, f"{word} {latest.basis}")


def _latest(told: Sequence[Event], *, said: bool) -> When | None:
    """Return the latest day on which something *told* happened, or was *said*: what the article is about."""
    acts = [event for event in told if said or event.channel is not Channel.STATEMENT]
    sure = [event for event in acts if not is_guess(event)] or acts[-1:]
    dated = [when for event in sure if (when := of_visit(event)) is not None and when.days is not None]
    return max(dated, key=lambda when: when.days or (), default=None)


def _points_back(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> bool:
    """Tell whether a pronoun beside the act means talks told before: «شهدا [في ختامها] توقيع», «[أعقبها] عشاء»."""
    act = items[draft.place]
    for at in range(max(draft.sentence, act.first - _IT_BEFORE), min(act.last + _IT_BEHIND, len(words) - 1)):
        if words[at] in _IT and not (words[at] in _LATER and words[at + 1].startswith("ب")):
            return True
    return False


def _closes_talks(draft: Draft, items: Sequence[Item], words: Sequence[str]) -> bool:
    """Tell whether the act came behind talks told before: «وشهد الزعيمان [عقب الجلسة] توقيع», «[خلال اللقاء] وقع»."""
    for at in range(max(draft.sentence, draft.first), items[draft.place].first - 1):
        if words[at].lstrip("و") in _AFTER and words[at + 1] in _TALKS and words[at + 2] not in _OF_WHOM:
            return True
    return False
