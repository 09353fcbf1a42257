"""Name the values of a closed set as ``enum.StrEnum`` does, but look them up fast.

A reading asks for ``Kind.PERSON`` and the like many thousand times. In Python 3.11 that takes an enum ten times as long
as any other class, for its metaclass answers missing attributes itself (3.12 ended that: gh-95083).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from enum import StrEnum as Named
else:

    class _Members(type):
        """Make each text in the body of a class a member of it."""

        def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> None:
            """Replace the texts in the body by members, one for each text."""
            super().__init__(name, bases, body)
            texts = {key: text for key, text in body.items() if key.isupper() and isinstance(text, str)}
            cls._members = {text: str.__new__(cls, text) for text in texts.values()}
            for key, text in texts.items():
                setattr(cls, key, cls._members[text])

        def __call__(cls, text: str) -> Any:
            """Return the member that is written so."""
            if text not in cls._members:
                raise ValueError(f"{text!r} is not a valid {cls.__name__}")
            return cls._members[text]

        def __iter__(cls) -> Iterator[Any]:
            """Yield the members in the order in which they are written."""
            return iter(cls._members.values())

        def __len__(cls) -> int:
            """Return the number of members."""
            return len(cls._members)

    class Named(str, metaclass=_Members):
        """Begin a closed set of named texts."""

        __slots__ = ()

        @property
        def value(self) -> str:
            """Return the plain text."""
            return str(self)

        def __reduce__(self) -> tuple[type, tuple[str]]:
            """Copy and unpickle to the member itself."""
            return type(self), (str(self),)


__all__ = ["Named"]
