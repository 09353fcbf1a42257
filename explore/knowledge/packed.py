"""Keep the entries of a table packed until somebody asks for them: a text needs few of the many thousands."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")
# What marshal writes and reads without running code: strings, numbers, None, and tuples and dicts of these.
Plain = Any


class Packed(Mapping[str, Value]):
    """Map keys to values that are unpacked when first asked for."""

    def __init__(self, rows: Mapping[str, bytes], make: Callable[[str, Plain], Value]) -> None:
        """Hold *rows* as ``pack`` made them; *make* turns a key and its plain row into the value."""
        self.rows = rows
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        """Return the value of *key*."""
        value = self._made.get(key)
        if value is None:
            value = self._made[key] = self._make(key, marshal.loads(self.rows[key]))
        return value

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in the order of the table."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.rows)

    def __contains__(self, key: object) -> bool:
        """Tell whether *key* has an entry, without unpacking it."""
        return key in self.rows


def pack(rows: Mapping[str, Plain]) -> dict[str, bytes]:
    """Return *rows* with every plain value packed.

    >>> Packed(pack({"a": (1, 2)}), lambda key, row: sum(row))["a"]
    3
    """
    return {key: marshal.dumps(row) for key, row in rows.items()}
