"""Count the communications that each value of a field would leave under the other filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from explore import blocs, phrases
from explore.contacts import Codes, codes
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


def options(sieve: Sieve, field: str) -> list[Option]:
    """List the values of *field* with their counts, most frequent first; chosen values are always listed.

    Blocs come after the states, for each is as frequent as all of its members.
    """
    chosen = sieve.selection.choice(field)
    values = {**dict.fromkeys((*chosen.include, *chosen.exclude), 0), **_counts(sieve, field)}
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


def _counts(sieve: Sieve, field: str) -> dict[str, int]:
    if field in SIDES:
        return _count_side(sieve, field)
    if field in EITHER:
        return _count_either(sieve, EITHER[field])
    if field == "source":
        return _count_sources(sieve)
    return _count_coded(sieve, field)


def _count_coded(sieve: Sieve, field: str) -> dict[str, int]:
    """Count each communication once for every value that its reports give it: one may say planned, one happened."""
    column = sieve.events[field]
    values = [*map(str, column.cat.categories), NONE]
    kept = np.flatnonzero(sieve.without(field))
    contact, code = sieve.tables.contact_of[kept], codes(column)[kept]
    seen = np.zeros((int(contact.max(initial=-1)) + 1, len(values)), dtype=np.bool_)
    seen[contact, code] = True  # code -1, a missing value, is the last column
    return {value: int(n) for value, n in zip(values, seen.sum(axis=0), strict=True) if n}


def _count_either(sieve: Sieve, suffix: str) -> dict[str, int]:
    field = "person" if suffix == "id" else suffix
    rows = sieve.rows(field)
    sender, recipient = (codes(sieve.events[f"{side}_{suffix}"])[rows] for side in ("sender", "recipient"))
    counts = _tally(sieve.events[f"sender_{suffix}"], [sender, recipient[sender != recipient]])
    if suffix == "country":
        counts |= blocs.count(np.bitwise_or(*(of_side[rows] for of_side in sieve.tables.blocs.values())))
    return counts


def _count_side(sieve: Sieve, field: str) -> dict[str, int]:
    """Count as the side of a row the one it names, and of a mutual row the other one too."""
    straight, crossed = sieve.sides(field)
    asked = any(sieve.selection.choice(other) for other in SIDES if other != field)
    rows = sieve.once(sieve.without("sides") & (straight | crossed)) if asked else sieve.rows("sides")
    here, there = (codes(sieve.events[name])[rows] for name in columns(field))
    straight, crossed = straight[rows], crossed[rows]
    changed = crossed & ~(straight & (here == there))
    counts = _tally(sieve.events[columns(field)[0]], [here[straight], there[changed]])
    if field.endswith("_country"):
        ours, theirs = (sieve.tables.blocs[name][rows] for name in columns(field))
        counts |= blocs.count(ours * straight | theirs * crossed)
    return counts


def _count_sources(sieve: Sieve) -> dict[str, int]:
    """Count each communication once for every source that reports it."""
    source = sieve.tables.articles["source"]
    at = np.full(len(sieve.events["article_id"].cat.categories) + 1, -1, dtype=np.int64)
    at[codes(sieve.tables.articles["article_id"])] = codes(source)
    rows = np.flatnonzero(sieve.without("source"))
    n = len(source.cat.categories) + 1
    once = pd.unique(sieve.tables.contact_of[rows] * n + at[codes(sieve.events["article_id"])[rows]] + 1)
    return _tally(source, [once % n - 1])


def _tally(column: pd.Series, parts: Iterable[Codes]) -> dict[str, int]:
    """Count category codes; code -1, a missing value, counts as NONE."""
    values = [*column.cat.categories, NONE]
    totals: Counter[str] = Counter()
    for part in parts:
        counts = np.bincount(np.where(part < 0, len(values) - 1, part), minlength=len(values))
        totals.update({str(values[code]): int(counts[code]) for code in np.flatnonzero(counts)})
    return dict(totals)
