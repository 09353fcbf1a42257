"""Read what a click on the chord diagram or its matrix twin means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pair:
    """Name the two sides of a ribbon that was clicked."""

    sender: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Name the arc that was clicked."""

    value: str


def clicked(customdata: Sequence[Any]) -> Pair | Actor | None:
    """Read what a click on the diagram or on its matrix twin means; the others, taken together, mean nothing."""
    if len(customdata) < 2 or customdata[0] == "" or customdata[1] == "":
        return None
    sender, recipient = str(customdata[0]), customdata[1]
    return Actor(sender) if recipient is None else Pair(sender, str(recipient))
