"""Collect what an expression says while it is read word by word."""

from __future__ import annotations

from dataclasses import dataclass

from explore.dates.mentions import Fields, Kind, Part, Relation


@dataclass(slots=True)
class Draft:
    """Hold the fields of an expression that is still being read (see ``Fields``)."""

    kind: Kind | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    relation: Relation | None = None
    year_relation: Relation | None = None
    in_month: Relation | None = None
    part: Part | None = None
    months: tuple[int, int] | None = None
    hijri: bool = False
    until: Draft | None = None

    def freeze(self) -> Fields:
        """Return the fields as a frozen value."""
        kind = self.kind or _kind(self)
        until = None if self.until is None else self.until.freeze()
        return Fields(
            kind, self.year, self.month, self.day, self.weekday, self.offset, self.relation, self.year_relation,
            self.in_month, self.part, self.months, self.hijri, until,
        )  # fmt: skip

    def take(self, other: Draft) -> None:
        """Take over the date that *other* read."""
        self.year, self.month, self.day, self.hijri = other.year, other.month, other.day, other.hijri
        self.until, self.in_month, self.year_relation = other.until, other.in_month, other.year_relation
        if other.relation is not None:
            self.relation = other.relation


def _kind(draft: Draft) -> Kind:
    if draft.day is not None:
        return Kind.DAY
    if draft.offset is not None:
        return Kind.OFFSET
    if draft.weekday is not None:
        return Kind.WEEKDAY
    return Kind.YEAR if draft.month is None else Kind.MONTH
