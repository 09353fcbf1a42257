"""Find partners that stand in a list without a preposition of their own: «اتصالات شملت X وY», «مع أعضاء كذا وX»."""

from __future__ import annotations

from explore.events.arguments import Noun
from explore.events.items import Role
from explore.events.words import listed
from explore.model import Actor

_INCLUDING = listed("company", "including")
# Who is known stands at most so many items behind those whom nobody knows.
_WITHIN = 4


def included(noun: Noun) -> list[Actor]:
    """Return with whom somebody had several calls or meetings: «أجرى X سلسلة اتصالات شملت Y وZ»."""
    if noun.form.number != "p":
        return []
    bare = (item for item in noun.bare_after() if not item.is_place)
    return next((item.actors for item in bare if noun.scene.word_before(item) in _INCLUDING), [])


def beside_unknown(noun: Noun) -> list[Actor]:
    """Return who is listed behind a group that nobody knows: «مع أعضاء حكومته وX وY»."""
    right = [item for _, item in noun.clause.right_of_noun()]
    first = next((at for at, item in enumerate(right) if item.role is Role.GROUP), len(right))
    if first >= len(right) or right[first].preposition != "with" or right[first].actors:
        return []
    behind = next((item for item in right[first + 1 : first + 1 + _WITHIN] if item.role is not Role.WORD), None)
    if behind is None or behind.role is not Role.GROUP or behind.preposition or behind.is_place:
        return []
    return behind.actors
