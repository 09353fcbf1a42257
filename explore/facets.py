"""Count the communications that each value of a field would leave under the other filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from explore import blocs, phrases
from explore.contacts import Codes, codes, tally
from explore.masks import CODED, EITHER, SIDES, Sieve, columns
from explore.selection import NONE
from explore.tables import Tables


@dataclass(frozen=True, slots=True)
class Option:
    """Offer one value of a field, with the number of communications it would leave."""

    value: str
    name_en: str
    name_ar: str
    n: int


def options(sieve: Sieve, field: str, most: int | None = None) -> list[Option]:
    """List the values of *field* with their counts, most frequent first; chosen values are always listed.

    Blocs come after the states, for each is as frequent as all of its members. Asked for *most* values, it leaves out
    rarer ones beyond so many that are not chosen: to name thousands takes longer than to count a million.
    """
    chosen = sieve.selection.choice(field)
    wanted = (*chosen.include, *chosen.exclude)
    column, (counts, of_blocs) = _column(sieve, field), _counts(sieve, field)
    frequent = _frequent(counts, None if most is None else most + len(wanted))
    values = {**dict.fromkeys(wanted, 0), **_values(column, _places(column, wanted), counts)}
    values |= _values(column, frequent, counts) | of_blocs
    listed = [Option(value, *names(sieve.tables, field, value), n) for value, n in values.items()]
    return sorted(listed, key=_place)


def _place(option: Option) -> tuple[bool, int, bool, str]:
    return option.value in blocs.known(), -option.n, option.value == NONE, option.name_en


def names(tables: Tables, field: str, value: str) -> tuple[str, str]:
    """Return the English and the Arabic name under which *value* of *field* is shown."""
    if value == NONE:
        plain = field.replace("sender_", "").replace("recipient_", "")
        return phrases.word("none", plain, "en"), phrases.word("none", plain, "ar")
    if field in CODED:
        return phrases.word(field, value, "en"), phrases.word(field, value, "ar")
    if field.endswith("country") and value in blocs.known():
        return blocs.names(value)
    if field.endswith("country"):
        return phrases.country(value, "en"), phrases.country(value, "ar")
    return tables.names.get(value, (value, value)) if field in ("person", "sender", "recipient") else (value, value)


def _column(sieve: Sieve, field: str) -> pd.Series:
    """Return the column whose categories are the values of *field*; both sides of an event have the same."""
    if field == "source":
        return sieve.tables.source
    if field in CODED:
        return sieve.events[field]
    return sieve.events[f"sender_{EITHER[field]}" if field in EITHER else columns(field)[0]]


def _frequent(counts: Codes, most: int | None) -> Codes:
    """Return the places that occur, of more than *most* those at least as frequent as the last of them."""
    least = 1 if most is None or most >= len(counts) else max(1, np.partition(counts, -most)[-most])
    return np.flatnonzero(counts >= least)


def _places(column: pd.Series, values: Sequence[str]) -> Codes:
    """Find the places of *values* in the counts: a missing value comes first, then the categories."""
    found = column.cat.categories.get_indexer(pd.Index(list(values), dtype="str")) + 1
    missing = np.array([value == NONE for value in values], dtype=np.bool_)
    return np.asarray(found[(found > 0) | missing])


def _values(column: pd.Series, places: Codes, counts: Codes) -> dict[str, int]:
    """Name the values at *places* beside their counts."""
    named = column.cat.categories.take(places[places > 0] - 1).tolist()
    missing = [NONE] * int(np.count_nonzero(places == 0))
    ordered = np.concatenate([places[places > 0], places[places == 0]])
    return dict(zip([*map(str, named), *missing], counts[ordered].tolist(), strict=True))


def _counts(sieve: Sieve, field: str) -> tuple[Codes, dict[str, int]]:
    """Count the communications of each category, after those of a missing value, and of each bloc."""
    if field in SIDES:
        return _count_side(sieve, field)
    if field in EITHER:
        return _count_either(sieve, EITHER[field])
    return sieve.tables.grouped.count(_column(sieve, field), sieve.without(field)), {}


def _count_either(sieve: Sieve, suffix: str) -> tuple[Codes, dict[str, int]]:
    rows = sieve.rows("person" if suffix == "id" else suffix)
    sender, recipient = (sieve.events[f"{side}_{suffix}"] for side in ("sender", "recipient"))
    n = len(sender.cat.categories) + 1
    here, there = codes(sender, rows), codes(recipient, rows)
    counts = tally(here, n) + tally(there[here != there], n)
    if suffix == "id":
        return counts, {}
    return counts, blocs.count(np.bitwise_or(*(of_side[rows] for of_side in sieve.tables.blocs.values())))


def _count_side(sieve: Sieve, field: str) -> tuple[Codes, dict[str, int]]:
    """Count as the side of a row the one it names, and of a mutual row the other one too."""
    straight, crossed = sieve.sides(field)
    if any(sieve.selection.choice(other) for other in SIDES if other != field):
        rest = sieve.without("sides")
        fitting = straight | crossed
        rows = sieve.tables.grouped.choose(fitting if rest is None else rest & fitting)
    else:
        rows = sieve.rows("sides")
    here, there = (codes(sieve.events[name], rows) for name in columns(field))
    straight, crossed = straight[rows], crossed[rows]
    changed = crossed & ~(straight & (here == there))
    n = len(_column(sieve, field).cat.categories) + 1
    counts = tally(here[straight], n) + tally(there[changed], n)
    if not field.endswith("_country"):
        return counts, {}
    ours, theirs = (sieve.tables.blocs[name][rows] for name in columns(field))
    return counts, blocs.count(ours * straight | theirs * crossed)
