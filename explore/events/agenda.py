"""Read an article that only announces what its day is to bring: «أهم الأخبار المتوقعة اليوم»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from explore.events import status
from explore.events.moments import UNKNOWN, When
from explore.events.words import listed
from explore.model import Status
from explore.text.fold import key

_NEWS = listed("agenda", "news")
_EXPECTED = listed("agenda", "expected")
# It says so in its title or within so many words.
_OPENING = 40
_OF_THE_DAY = "the agenda of the day"


def announces(title: str, words: Sequence[str]) -> bool:
    """Tell whether an article with this *title* and these *words* lists what is to happen on its day.

    >>> announces("أهم الأخبار المتوقعة اليوم", ())
    True
    """
    opening = (*key(title).split(), *words[:_OPENING])
    return any(one in _NEWS and other in _EXPECTED for one, other in pairwise(opening))


def settle(
    judged: tuple[Status, str], whens: list[When], today: dt.date | None
) -> tuple[tuple[Status, str], list[When]]:
    """Return the status and dates of an act of the agenda: what the present tense tells is to come that day."""
    present = judged[1] == status.NEWS_OF_THE_DAY
    if today is None or not (present or judged[0] is Status.PLANNED):
        return judged, whens
    told = (Status.PLANNED, _OF_THE_DAY) if present else judged
    open_ = whens == [UNKNOWN] or (whens[0].value or "").endswith("?")
    return told, [When(today.isoformat(), (today, today), _OF_THE_DAY)] if open_ else whens
