"""Tell the stamps that pages bear, «آخر تحديث: الثلاثاء, 5 يناير, 2010, 14:58 GMT»: they date the article itself."""

from __future__ import annotations

from collections.abc import Sequence

from explore.dates.lexicon import COMMAS, Lexicon, match

# A clock with its zone begins so many tokens before the day that it leads: «2300 (GMT+04:00) - 02/09/09».
_CLOCK_TOKENS = 9
_CENTURY = 2000
_SHORT_YEAR_DIGITS = 2


def is_stamp(lexicon: Lexicon, words: Sequence[str], place: int, after: int) -> bool:
    """Tell whether the words of a stamp stand right before the expression or right after it, or a clock leads it."""
    return (
        _is_led(lexicon, words, place)
        or _ends_with_words(lexicon, words, place)
        or _begins_with_words(lexicon, words, after)
    )


def short_year(lexicon: Lexicon, words: Sequence[str], place: int, year: str) -> int | None:
    """Return the year that two digits mean at the end of the date at *place*, where a clock with its zone leads it."""
    if len(year) != _SHORT_YEAR_DIGITS or not year.isdecimal() or not _is_led(lexicon, words, place):
        return None
    return _CENTURY + int(year)


def _is_led(lexicon: Lexicon, words: Sequence[str], place: int) -> bool:
    clock = words[max(0, place - _CLOCK_TOKENS) : place]
    return bool(clock) and clock[-1] == "-" and not lexicon.words["stamps.zones"].isdisjoint(clock)


def _ends_with_words(lexicon: Lexicon, words: Sequence[str], place: int) -> bool:
    end = place - (place > 0 and words[place - 1] == ":")
    before = [*words[max(0, end - lexicon.longest_stamp) : end]]
    return any((found := match(lexicon.stamps, before, at)) and found[1] == len(before) for at in range(len(before)))


def _begins_with_words(lexicon: Lexicon, words: Sequence[str], after: int) -> bool:
    behind = [*words[after : after + 1 + lexicon.longest_stamp]]
    if behind and behind[0] in COMMAS:
        behind = behind[1:]
    return bool(behind) and match(lexicon.stamps, behind, 0) is not None
