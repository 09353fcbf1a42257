"""Tell which dates do not say when: since or until when something is, or the year of a thing."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.words import listed

# منذ governs a date so many tokens behind it at most.
_GOVERNED = 4
# Marks behind which منذ no longer governs.
_ENDS = frozenset("،,؛;.:")
_SINCE = "منذ"
_UNTIL = frozenset(("حتي", "بحلول"))
# «برنامج التعاون لعام 2021»: the year is of the programme.
_OF_YEAR = frozenset(("لعام", "للعام", "لسنه"))
# «الاتفاق النووي لعام 2015» was made in that year.
_MADE = listed("bounded", "made")
# «الانتخابات المقبلة في 2024», «حرب أكتوبر عام 1973»: what has a year or month of its own.
_THINGS = listed("bounded", "things")
_DATED = listed("bounded", "dated")
_COMING = listed("bounded", "coming")
_BETWEEN = frozenset(("في", "عام", "خلال", "اكتوبر", "سنه"))
# The EDTF of a year or month is no longer.
_VAGUE = 7
_ARTICLE = "ال"


def is_bound(words: Sequence[str], first: int, value: str | None) -> bool:
    """Tell whether the date at *first* does not say when: منذ or حتى governs it, or a thing before it has it.

    >>> is_bound("سبل دعم الحكومه في الانتخابات المقبله في 2024".split(), 7, "2024")
    True
    """
    before = words[max(0, first - _GOVERNED) : first]
    near = before
    if not _ENDS.isdisjoint(before):
        # A comma ends the reach of both.
        near = before[max(place for place, word in enumerate(before) if word in _ENDS) + 1 :]
    return _SINCE in near or _UNTIL.issuperset(before[-1:] or ("",)) or _is_of_thing(near, words[first], value)


def _is_of_thing(near: Sequence[str], word: str, value: str | None) -> bool:
    """Tell whether the date that opens with *word* behind *near* is the year or month of a thing."""
    if word in _OF_YEAR:
        return _MADE.isdisjoint(near)
    if near and near[-1].lstrip("و") in _DATED:
        # «انتخابات 12 مايو», «هجمات 11 سبتمبر»
        return True
    for place in range(len(near) - 1, -1, -1):
        one = near[place]
        if one.lstrip("وبلف") in _THINGS or one in _THINGS:
            coming = not _COMING.isdisjoint(near[place:])
            return coming or (value is not None and len(value) <= _VAGUE)
        if one not in _BETWEEN and not one.startswith(_ARTICLE):
            return False
    return False
