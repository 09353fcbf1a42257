"""Tell how many days an act lies from the day that its sentence names: «غداة القمة», «بعد يومين من لقاء X»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explore.events.items import Item, Role
from explore.events.words import listed, with_and

# «غداة القمة» is the day after it, «عشية القمة» the one before: so many days from the one named lies the act.
_SHIFTS = {"غداه": -1, "عشيه": 1}
# «بعد يومين من لقاء X» lies before the day named, «قبل ثلاثة أيام من» behind it.
_SIDES = {"بعد": -1, "قبل": 1}
_FROM = frozenset(("من", "علي"))
_MANY = "ايام"
_COUNTED = 3
_DAYS = {"ساعات": 0, "ساعه": 0, "ساعتين": 0, "دقائق": 0, "يوم": 1, "يومين": 2, "اسبوع": 7, "اسبوعين": 14}
_NUMBERS = {
    "ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تسعه": 9, "عشره": 10,
    "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "10": 10,
}  # fmt: skip
# «بعد نحو شهر من توقيع», «بعد أقل من أسبوعين على لقاء»: so long before the act or its verbal noun.
_SPAN_WITHIN = 8
_COUPLE = 2
_SPANS = listed("distances", "spans")
_ABOUT = listed("distances", "about")
# Whoever comes back after a journey of days made it before.
_LEAVING = frozenset(("verb.return", "verb.return_from", "verb.leave"))
_AFTER = frozenset(("بعد", "عقب", "اثر", "ختام"))
_LONG = frozenset(("ايام", "يومين", "اسبوع", "اسبوعين"))
# «التقى X مؤخرا Y», «سبق أن زار X Y», «التقى X قبل أسابيع Y»: these lie some time back, nobody says how long.
_LATELY = listed("distances", "lately")
_AGO = frozenset(("قبل", "منذ"))
_LONG_AGO = listed("distances", "long_ago")
_TIMES = listed("distances", "times")
_BACK = with_and(_LATELY | _AGO | _TIMES)
_LAST = frozenset(("الاخير", "الاخيره", "الاخيرين", "السابق", "السابقه"))
_BEFORE_IT = 3
_ENDING = frozenset((Role.ACT, Role.SUPPORT, Role.SPEECH, Role.BOUNDARY, Role.THAT, Role.RELATIVE))


def shift(act: Item, words: Sequence[str]) -> tuple[str, int | None]:
    """Return the word before *act* that says how far it is from another day, and by how many days."""
    word = words[act.first - 1].lstrip("و") if act.first else ""
    side, count, unit = _told(act, words)
    if side not in _SIDES:
        return word, _SHIFTS.get(word)
    days = _DAYS.get(unit) if not count else _NUMBERS.get(count) if unit == _MANY else None
    return side, None if days is None else _SIDES[side] * days


def shift_to(first: int, last: int, words: Sequence[str]) -> int | None:
    """Return how many days an act lies from the date at *last*, which a word from *first* on tells; None for none.

    «تسلم رسالة غداة القمة في 6 يونيو» was a day later.
    """
    for at in range(last - 1, first - 1, -1):
        days = _SHIFTS.get(words[at].lstrip("و"))
        if days is not None:
            return -days
    return None


def is_beside(act: Item, words: Sequence[str]) -> bool:
    """Tell whether another act was the day before or behind that of *act*: «تلقى اتصالا غداة [القمة]»."""
    return act.first > 0 and words[act.first - 1].lstrip("و") in _SHIFTS


def is_apart(act: Item, words: Sequence[str]) -> bool:
    """Tell whether *act* was some time before or behind what the sentence dates: «بعد أيام من لقاء X».

    «بعد شهر تقريبا من توقيع [اتفاق]» has the verbal noun between.
    """
    side, _, unit = _told(act, words)
    if side in _SIDES:
        return _DAYS.get(unit) != 0
    near = words[max(0, act.first - _SPAN_WITHIN) : act.first]
    of = next((at for at in range(len(near) - 1, max(-1, len(near) - 1 - _COUPLE), -1) if near[at] in _FROM), 0)
    span = [word.lstrip("و") for word in near[:of]]
    since = next((at for at in range(of - 1, -1, -1) if span[at] in _SIDES), of)
    between = span[since + 1 :]
    return not _SPANS.isdisjoint(between) and _SPANS.issuperset(word for word in between if word not in _ABOUT)


def is_set_off(act: Item, words: Sequence[str]) -> bool:
    """Tell whether *act* only says how long before or behind it another was: «التقى X بعد ساعات من [لقائه] Y»."""
    return _told(act, words)[0] in _SIDES


def is_over(items: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Tell whether the sentence dates the end of long journeys: «عاد X اليوم بعد زيارة إلى Y استمرت يومين»."""
    visit = items[place]
    if "noun.visit" not in visit.senses.keys or not visit.first:
        return False
    left = any(item.finite and not _LEAVING.isdisjoint(item.senses.keys) for item in items[:place])
    several = any(sense.form.number in ("d", "p") for sense in visit.senses)
    long = several or not _LONG.isdisjoint(words[visit.last : items[-1].last])
    return left and long and words[visit.first - 1].lstrip("و") in _AFTER


def is_lately(items: Sequence[Item], place: int, verb: int | None, words: Sequence[str]) -> bool:
    """Tell whether the act at *place*, carried by *verb*, lies some time back: «التقى X Y مؤخرا», «لقائه الأخير»."""
    first, last = sorted((place, place if verb is None else verb))
    if words[items[place].last : items[place].last + 1] and words[items[place].last] in _LAST:
        return True
    end = next((item.first for item in items[last + 1 :] if item.finite or item.role in _ENDING), items[-1].last)
    start = max(items[0].first, items[first].first - _BEFORE_IT)
    if _BACK.isdisjoint(words[start:end]):
        return False
    said = [word.lstrip("و") for word in words[start:end]]
    if not _LATELY.isdisjoint(said):
        return True
    return any(
        (one in _AGO and other in _LONG_AGO) or (one in _TIMES and other in _LAST) for one, other in pairwise(said)
    )


def _told(act: Item, words: Sequence[str]) -> tuple[str, str, str]:
    """Return «بعد», «ثلاثة», «أيام» of «بعد ثلاثة أيام من» before *act*, the count empty where none is told."""
    first = act.first
    if first <= _COUNTED or words[first - 1] not in _FROM:
        return "", "", ""
    side, count, unit = (word.lstrip("و") for word in words[first - 1 - _COUNTED : first - 1])
    return (side, count, unit) if side in _SIDES else (count, "", unit)
