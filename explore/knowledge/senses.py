"""Name what a word group of the tables may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from explore.knowledge.forms import Form
from explore.named import Named


class Kind(Named):
    """Name what a word group of the tables is."""

    PERSON = "person"
    STATE = "state"
    CAPITAL = "capital"
    PLACE = "place"
    ORGANISATION = "organisation"
    NATION = "nation"
    OFFICE = "office"
    BODY = "body"
    HONORIFIC = "honorific"
    WISH = "wish"
    INSIDE = "inside"
    COUNTERPART = "counterpart"
    PAIR = "pair"
    ACT = "act"
    SUPPORT = "support"
    SPEECH = "speech"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold one meaning of a word group: its kind, the table key, its grammatical form and tags."""

    kind: Kind
    key: str
    form: Form
    tags: frozenset[str] = frozenset()


_NAMING = frozenset((Kind.PERSON, Kind.STATE))
_PLAIN = frozenset((Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH))
# What follows from senses alone is kept for so many; a long run of articles shows fewer.
REMEMBERED = 20_000


class Senses(tuple[Sense, ...]):
    """Hold all that one word group may mean.

    A text meets the same few again and again, and each word group has one such object: its identity is its hash, so
    that what follows from it alone is found fast. ``names`` are those that name a person or state plainly.
    """

    names: tuple[Sense, ...]
    __hash__ = object.__hash__

    def __new__(cls, senses: Iterable[Sense] = ()) -> Self:
        """Take *senses* in their order."""
        self = super().__new__(cls, senses)
        self.names = tuple(sense for sense in self if sense.kind in _NAMING and "weak" not in sense.tags)
        return self

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the table keys of all."""
        return frozenset(sense.key for sense in self)

    @cached_property
    def tenses(self) -> frozenset[str]:
        """Return the tenses of those that are verbs."""
        return frozenset(sense.form.tense for sense in self if sense.form.tense)

    @cached_property
    def are_no_name(self) -> bool:
        """Tell whether the words make a group in which no word is a name."""
        return any(sense.key == "no_name" for sense in self)

    @cached_property
    def are_plain(self) -> bool:
        """Tell whether the word belongs to no noun group: a verb, an act or a small word."""
        return all(sense.kind in _PLAIN for sense in self)

    @cached_property
    def are_of_town(self) -> bool:
        """Tell whether the word may be a state or the capital of another."""
        towns = {sense.key for sense in self if sense.kind is Kind.CAPITAL}
        return bool(towns) and any(sense.kind is Kind.STATE and sense.key not in towns for sense in self)


NOTHING = Senses()


@dataclass(slots=True)
class Hit:
    """Hold the senses of the tokens from ``first`` up to ``last``; ``clitic`` letters were split off the first word."""

    first: int
    last: int
    clitic: str
    senses: Senses


PLAIN = Form("")
_FormRow = tuple[str, str, str, bool, str, str]
Row = tuple[str, str, _FormRow | None, tuple[str, ...]]


def to_rows(senses: Iterable[Sense]) -> tuple[Row, ...]:
    """Return *senses* as plain tuples, fit to be packed."""
    return tuple((str(sense.kind), sense.key, _form_row(sense.form), tuple(sorted(sense.tags))) for sense in senses)


def _form_row(form: Form) -> _FormRow | None:
    if form == PLAIN:
        return None
    return form.word, form.number, form.gender, form.definite, form.pronoun, form.tense


def from_rows(rows: Sequence[Row]) -> Senses:
    """Return the senses of *rows*."""
    return Senses(_from_row(*row) for row in rows) if rows else NOTHING


def _from_row(kind: str, key: str, form: _FormRow | None, tags: tuple[str, ...]) -> Sense:
    return Sense(Kind(kind), key, PLAIN if form is None else Form(*form), frozenset(tags))
