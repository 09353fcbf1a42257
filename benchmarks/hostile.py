"""Make texts that no press writes, of any length: what a pattern or a loop inside a loop would choke on."""

from __future__ import annotations

from collections.abc import Callable

_MONTHS = ("يناير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر")
_STATES = (
    "روسيا",
    "مصر",
    "تركيا",
    "فرنسا",
    "ألمانيا",
    "إيران",
    "العراق",
    "لبنان",
    "تونس",
    "الجزائر",
    "المغرب",
    "الكويت",
)
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def repeat(part: str) -> Callable[[int], str]:
    """Return a maker of *part* again and again."""
    return lambda size: (part * (size // len(part) + 1))[:size]


def _counted(make: Callable[[int], str]) -> Callable[[int], str]:
    """Return a maker of parts that differ: the first, the second and so on."""

    def text(size: int) -> str:
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(make(len(parts)))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return text


def _stranger(number: int) -> str:
    """Return a titled name that no table knows, another one for each number."""
    first, last = (
        "".join(_LETTERS[(number // len(_LETTERS) ** place + place * step) % len(_LETTERS)] for place in range(5))
        for step in (1, 3)
    )
    return f"السفير الروسي {first} {last} و"


def _letter(number: int) -> str:
    """Return the report of one letter of many between many."""
    one, other = _STATES[number % len(_STATES)], _STATES[(number // len(_STATES) + number + 1) % len(_STATES)]
    return f"بعث رئيس {one} رسالة إلى رئيس {other} في {number % 28 + 1} مايو {2000 + number % 26}. "


def _day(number: int) -> str:
    return f"اليوم {number % 28 + 1} {_MONTHS[number // 28 % len(_MONTHS)]}، "


TEXTS: dict[str, Callable[[int], str]] = {
    "no punctuation": repeat(
        "بعث الرئيس الروسي فلاديمير بوتين رسالة إلى نظيره السوري بشار الأسد قال فيها إن موسكو تدعم دمشق "
    ),
    "one name": repeat("بوتين "),
    "one full name": repeat("فلاديمير بوتين "),
    "one joined name": repeat("وبوتين "),
    "names and commas": repeat("بوتين، "),
    "half a known name": repeat("الولايات "),
    "broken names": repeat("الولايات\n"),
    "people whom nobody knows": _counted(_stranger),
    "one title": repeat("الرئيس "),
    "titles of titles": repeat("مستشار رئيس وزراء "),
    "pairs": repeat("الزعيمان "),
    "one verb": repeat("التقى "),
    "one noun that is an act": repeat("زيارة "),
    "one verb of speech": repeat("قال بوتين "),
    "acts without an end": repeat("بعث بوتين رسالة إلى الأسد "),
    "letters between many": _counted(_letter),
    "opening quotes": repeat("«"),
    "nested quotes": repeat("«قال "),
    "opening brackets": repeat("("),
    "nested brackets": repeat("( بوتين "),
    "commas": repeat("،"),
    "full stops": repeat("."),
    "line breaks": repeat("\n"),
    "bullets": repeat("\n- "),
    "one number": repeat("7"),
    "numbers": repeat("7 "),
    "slashes": repeat("1/"),
    "one date": repeat("5 مايو 2018 "),
    "dates of today": _counted(_day),
    "a year and dates of today": lambda size: f"عام 2018 {_counted(_day)(size)}"[:size],
    "dates and months": repeat("5 مايو، مايو 2018، "),
    "ranges": repeat("من 5 إلى "),
    "ordinals": repeat("الثالث والعشرون من "),
    "one word": repeat("و"),
    "spaces": repeat(" "),
    "letters and marks": repeat("بَ"),
    "tatweel": repeat("ـ"),
    "hyphens": repeat("ا-"),
    "presentation forms": repeat("ﻻ"),
}
