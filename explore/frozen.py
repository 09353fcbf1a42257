"""Make the objects of frozen dataclasses fast.

A frozen dataclass sets each of its fields by name, through ``object.__setattr__``. A reading makes hundreds of such
objects, and spent a fourteenth of its time on that. Here each slot is filled by its own descriptor, in less than half
the time; the objects are the same, and as frozen as before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any, TypeVar

Made = TypeVar("Made")
# The names of the fields of each class, and what reads them all.
_READERS: dict[type[Any], tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}


def quick(cls: type[Made]) -> type[Made]:
    """Let the objects of *cls*, a frozen dataclass with slots and two fields or more, be made fast."""
    rows = fields(cls)  # type: ignore[arg-type]
    known: dict[str, Any] = {f"_set_{row.name}": getattr(cls, row.name).__set__ for row in rows}
    known |= {f"_default_{row.name}": row.default for row in rows}
    lines = [f"def __init__(self, {', '.join(map(_parameter, rows))}):"]
    lines += [f"    _set_{row.name}(self, {row.name})" for row in rows]
    exec("\n".join(lines), known)
    type.__setattr__(cls, "__init__", known["__init__"])
    names = tuple(row.name for row in rows)
    _READERS[cls] = names, attrgetter(*names)
    return cls


def changed(one: Made, **values: object) -> Made:
    """Return *one*, whose class is ``quick``, with other *values* in some fields, as ``dataclasses.replace`` does."""
    names, read = _READERS[type(one)]
    return type(one)(**{**dict(zip(names, read(one), strict=True)), **values})


def _parameter(row: Field[Any]) -> str:
    """Return the parameter of a field, with its default where it has one."""
    return row.name if row.default is MISSING else f"{row.name}=_default_{row.name}"
