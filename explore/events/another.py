"""Tell apart two acts of the same sides that are told beside each other: «التقى X Y بعد اجتماع مماثل معه»."""

from __future__ import annotations

from explore.model import Event

# The reason that says so of the later one.
ANOTHER = "another of the kind"
# So many characters part the two at most.
_BESIDE = 250


def are_two(one: Event, other: Event) -> bool:
    """Tell whether one of two acts of an article is another of the kind than the one told beside it."""
    if one.article_id != other.article_id:
        return False
    apart = abs(one.trigger.start - other.trigger.start)
    return 0 < apart < _BESIDE and any(ANOTHER in event.why for event in (one, other))
