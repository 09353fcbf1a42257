"""Hold an actor phrase: one noun group of the press with its slots, before anybody knows who is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from explore.knowledge.lexicon import Sense


@dataclass(slots=True)
class Name:
    """Mark the tokens of a name inside a phrase: a known person's key, or None for a name no table knows."""

    first: int
    last: int
    person: str | None
    clitic: str = ""


@dataclass(slots=True)
class Phrase:
    """Hold the slots of one actor phrase over the tokens from ``first`` up to ``last``.

    ``offices`` stand head first. ``nations`` and ``states`` are country keys in reading order. ``preposition`` is to,
    from, with, between, place, other or empty; a ``joined`` phrase continues a list and shares its preposition.
    """

    first: int
    last: int
    clitic: str = ""
    preposition: str = ""
    joined: bool = False
    honorifics: list[str] = field(default_factory=list)
    offices: list[Sense] = field(default_factory=list)
    nations: list[Sense] = field(default_factory=list)
    states: list[Name] = field(default_factory=list)
    state_keys: list[str] = field(default_factory=list)
    organisation: str | None = None
    body: str | None = None
    place: str | None = None
    name: Name | None = None
    counterpart: str = ""
    pair: bool = False
    former: bool = False
    elect: bool = False
    capital: bool = False
    pronoun: str = ""
    principal: str | None = None
    self_reference: bool = False
    people: bool = False

    @property
    def is_dual(self) -> bool:
        """Tell whether the phrase opens a group of two (الرئيسان الروسي … والتركي …)."""
        return self.pair or (bool(self.offices) and self.offices[0].form.number != "s")

    @property
    def is_person(self) -> bool:
        """Tell whether the phrase means a person: by a name, a title or as a counterpart."""
        return bool(self.name or self.offices or self.counterpart or self.self_reference or self.pair)

    @property
    def is_place(self) -> bool:
        """Tell whether the phrase is a bare place or state, with no office, body or name."""
        return not (self.name or self.offices or self.body not in (None, "territory") or self.organisation or self.counterpart or self.pair or self.self_reference)
