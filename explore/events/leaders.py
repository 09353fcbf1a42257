"""Tell when the talk of two states is that of their leaders, told again: «قمة X وY», «التقى الرئيسان»."""

from __future__ import annotations

from explore.model import EntityType, Event


def is_of_leaders(event: Event, other: Event) -> bool:
    """Tell whether two states met when their people did: «قمة X وY» on the day on which their presidents met."""
    sides = event.sender, event.recipient, other.sender, other.recipient
    if event.date is None or event.date != other.date or None in sides or event.status is not other.status:
        return False
    types = [side.type for side in sides if side is not None]
    states = [side.country for side in sides if side is not None]
    return types == [EntityType.GPE] * 2 + [EntityType.PER] * 2 and {*states[:2]} == {*states[2:]}
