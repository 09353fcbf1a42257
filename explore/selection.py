"""Hold what the analyst asked for: a frozen selection, and its form in the address of a page.

A selection knows no tables; ``explore.filters`` applies it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from explore.model import Channel, Occasion, Status

_T = TypeVar("_T")

NONE = "none"  # stands for a missing value: a letter to the public, no occasion, an organisation of no state
FIELDS = (
    "person", "sender", "recipient", "country", "sender_country", "recipient_country",
    "channel", "status", "occasion", "source", "words",
)  # fmt: skip
# What the parameters of an address are called; behind _NOT those of fields exclude.
PARAMETERS = (*(field.replace("_", "-") for field in FIELDS), "from", "to", "confidence")
# The axis that charts of dates show when the data lie within it: the years the project is about.
SHOWN_FIRST, SHOWN_LAST = dt.date(2018, 1, 1), dt.date(2025, 12, 31)
_NOT = "not-"
_CLOSED: Mapping[str, frozenset[str]] = {
    "channel": frozenset(Channel),
    "status": frozenset(Status),
    "occasion": frozenset((*Occasion, NONE)),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold the values of one field that are wanted (none: all are) and those that are not."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is chosen."""
        return bool(self.include or self.exclude)


@dataclass(frozen=True, slots=True)
class Chip:
    """Name one thing that is set, so that it can be shown and taken away."""

    field: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """Hold everything that is asked of the events. ``person`` and ``country`` mean either side."""

    first: dt.date | None = None
    last: dt.date | None = None
    person: Choice = Choice()
    sender: Choice = Choice()
    recipient: Choice = Choice()
    country: Choice = Choice()
    sender_country: Choice = Choice()
    recipient_country: Choice = Choice()
    channel: Choice = Choice()
    status: Choice = Choice()
    occasion: Choice = Choice()
    source: Choice = Choice()
    words: Choice = Choice()
    confidence: float = 0.0

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return self != Selection()

    def choice(self, field: str) -> Choice:
        """Return the choice of *field*."""
        chosen: Choice = getattr(self, field)
        return chosen

    def add(self, field: str, value: str, *, exclude: bool = False) -> Selection:
        """Include *value* of *field*, or exclude it; the other of the two is taken back."""
        bare = self.remove(field, value).choice(field)
        grown = dataclasses.replace(bare, exclude=(*bare.exclude, value)) if exclude else None
        return self._with(field, grown or dataclasses.replace(bare, include=(*bare.include, value)))

    def remove(self, field: str, value: str = "") -> Selection:
        """Take *value* of *field* away; ``dates`` and ``confidence`` are taken away whole."""
        if field == "dates":
            return dataclasses.replace(self, first=None, last=None)
        if field == "confidence":
            return dataclasses.replace(self, confidence=0.0)
        chosen = self.choice(field)
        kept = (tuple(v for v in values if v != value) for values in (chosen.include, chosen.exclude))
        return self._with(field, Choice(*kept))

    def toggle(self, field: str, value: str) -> Selection:
        """Include *value* of *field*, or take it away if it is included."""
        return self.remove(field, value) if value in self.choice(field).include else self.add(field, value)

    def toggle_pair(self, sender: str, recipient: str, *, by: str = "person") -> Selection:
        """Keep only what *sender* sent to *recipient*; asked again, let everything in. *by* is person or country."""
        fields = ("sender", "recipient") if by == "person" else ("sender_country", "recipient_country")
        wanted = (Choice((sender,)), Choice((recipient,)))
        if tuple(self.choice(field) for field in fields) == wanted:
            wanted = (Choice(), Choice())
        return self._with(fields[0], wanted[0])._with(fields[1], wanted[1])

    def chips(self) -> tuple[Chip, ...]:
        """List what is set, in the order of the fields."""
        chips = []
        if self.first is not None or self.last is not None:
            chips.append(Chip("dates", f"{self.first or '..'}/{self.last or '..'}"))
        for field in FIELDS:
            chosen = self.choice(field)
            chips += [Chip(field, value) for value in chosen.include]
            chips += [Chip(field, value, excluded=True) for value in chosen.exclude]
        if self.confidence:
            chips.append(Chip("confidence", f"{self.confidence:g}"))
        return tuple(chips)

    def _with(self, field: str, choice: Choice) -> Selection:
        changed: dict[str, Choice] = {field: choice}
        return dataclasses.replace(self, **changed)  # type: ignore[arg-type]


def to_query(selection: Selection) -> dict[str, list[str]]:
    """Write *selection* as the parameters of an address; what is not set has no parameter."""
    query: dict[str, list[str]] = {}
    for name, day in (("from", selection.first), ("to", selection.last)):
        if day is not None:
            query[name] = [day.isoformat()]
    for field in FIELDS:
        chosen, name = selection.choice(field), field.replace("_", "-")
        if chosen.include:
            query[name] = list(chosen.include)
        if chosen.exclude:
            query[_NOT + name] = list(chosen.exclude)
    if selection.confidence:
        query["confidence"] = [repr(selection.confidence)]
    return query


def from_query(
    query: Mapping[str, str | Sequence[str]], known: Mapping[str, Collection[str]] | None = None
) -> tuple[Selection, list[str]]:
    """Read a selection back from the parameters of an address, and list what had to be dropped as ``name=value``.

    *known* gives, for the fields it names, the values that exist; other parameters are none of our business.
    """
    dropped: list[str] = []
    given = {name: [values] if isinstance(values, str) else list(values) for name, values in query.items()}
    first = _single(given, "from", dt.date.fromisoformat, dropped)
    last = _single(given, "to", dt.date.fromisoformat, dropped)
    if first is not None and last is not None and last < first:
        dropped.append(f"to={last}")
        last = None
    confidence = _single(given, "confidence", _share, dropped)
    allowed = {**_CLOSED, **(known or {})}
    choices = {field: _choice(given, field, allowed.get(field), dropped) for field in FIELDS}
    return Selection(first, last, confidence=confidence or 0.0, **choices), dropped


def is_filter(name: str) -> bool:
    """Tell whether a parameter of an address is a filter.

    >>> is_filter("not-sender-country"), is_filter("not-from"), is_filter("chanel")
    (True, False, False)
    """
    return name in PARAMETERS or name.removeprefix(_NOT).replace("-", "_") in FIELDS


def _single(given: Mapping[str, list[str]], name: str, read: Callable[[str], _T], dropped: list[str]) -> _T | None:
    found: _T | None = None
    for value in given.get(name, ()):
        try:
            found = read(value)
        except ValueError:
            dropped.append(f"{name}={value}")
    return found


def _share(value: str) -> float:
    share = float(value)
    if not 0 <= share <= 1:
        raise ValueError(value)
    return share


def _choice(given: Mapping[str, list[str]], field: str, allowed: Collection[str] | None, dropped: list[str]) -> Choice:
    name = field.replace("_", "-")
    include = _valid(given.get(name, ()), name, allowed, dropped)
    exclude = _valid(given.get(_NOT + name, ()), _NOT + name, allowed, dropped)
    return Choice(include, tuple(value for value in exclude if value not in include))


def _valid(values: Sequence[str], name: str, allowed: Collection[str] | None, dropped: list[str]) -> tuple[str, ...]:
    kept: dict[str, None] = {}
    for value in values:
        if value.strip() and (allowed is None or value in allowed):
            kept[value] = None
        else:
            dropped.append(f"{name}={value}")
    return tuple(kept)


def parse_words(typed: str) -> Choice:
    """Read what was typed into a search box: words that must occur, ``-word`` that must not, and quoted phrases.

    >>> parse_words('رسالة -تهنئة "رأس السنة"')
    Choice(include=('رسالة', 'رأس السنة'), exclude=('تهنئة',))
    """
    include: dict[str, None] = {}
    exclude: dict[str, None] = {}
    for sign, phrase, word in re.findall(r'(-?)(?:["«“]([^"»”]*)["»”]|([^\s"«“]+))', typed):
        value = " ".join((phrase or word).split())
        if value:
            (exclude if sign else include)[value] = None
    return Choice(tuple(include), tuple(value for value in exclude if value not in include))


def print_words(choice: Choice) -> str:
    """Write a choice of words as it would be typed.

    >>> print_words(Choice(("رأس السنة",), ("تهنئة",)))
    '"رأس السنة" -تهنئة'
    """
    quoted = [f'"{value}"' if " " in value else value for value in (*choice.include, *choice.exclude)]
    n = len(choice.include)
    return " ".join([*quoted[:n], *(f"-{value}" for value in quoted[n:])])
