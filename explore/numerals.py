"""Write figures in Latin or, on request, Arabic-Indic digits: ١٢٣.

The choice holds for the thread that makes it, as a locale does: whoever shows one page to one reader makes it once, and
everything that is said for that page follows. Where nobody chose, as in files, digits are Latin.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import Literal, get_args

Numerals = Literal["latin", "arabic"]
NUMERALS: tuple[Numerals, ...] = get_args(Numerals)

_chosen: ContextVar[Numerals] = ContextVar("numerals", default="latin")
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MARKS = {".": "٫", ",": "٬"}
_MARK = re.compile(r"(?<=\d)[.,](?=\d)")


def use(numerals: Numerals) -> None:
    """Write digits so from now on, in this thread."""
    _chosen.set(numerals)


def shown(text: str) -> str:
    """Return *text* in the digits chosen, with the marks of thousands and fractions that go with them.

    >>> use("arabic"); shown("1,234.5 في 2018-12-30")
    '١٬٢٣٤٫٥ في ٢٠١٨-١٢-٣٠'
    >>> use("latin"); shown("1,234.5")
    '1,234.5'
    """
    if _chosen.get() == "latin":
        return text
    return _MARK.sub(lambda mark: _MARKS[mark[0]], text).translate(_DIGITS)
