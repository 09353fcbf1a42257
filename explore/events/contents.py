"""Read a letter by what it says, or by who chose to write: «برقية خاطب فيها X Y», «أما X فاختار البرقية»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.arguments import Noun
from explore.events.drafts import Sides
from explore.events.groups import is_bare_person
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import Channel

_IN_IT = listed("shared", "in_it")
# «رسالة شخصية يدعو فيها»: so many items behind the noun.
_INSIDE_WITHIN = 5
_COUPLE = 2
# «رسالته التي وجهها إلى»: so many items behind the noun.
_TO_WITHIN = 5
_ADDRESSING = listed("contents", "addressing")
_CHOOSING = listed("contents", "choosing")


def told_inside(noun: Noun) -> Sides | None:
    """Return who says what to whom in the letter: «برقية خاطب فيها X Y», «رسالة يدعو فيها X Y إلى»."""
    items = noun.scene.items[noun.place + 1 :]
    at = next((at for at, item in enumerate(items[:_INSIDE_WITHIN]) if item.word in _IN_IT), 0)
    if not at or items[at - 1].word not in _ADDRESSING or any(map(_is_no_quality, items[: at - 1])):
        return None
    behind = items[at + 1 : at + 1 + _COUPLE]
    if len(behind) < _COUPLE or not all(map(is_bare_person, behind)) or behind[0].last != behind[1].first:
        return None
    # What day stands in it is of what the letter says.
    noun.named_apart = noun.undated = True
    return Sides(behind[0].actors, behind[1].actors)


def _is_no_quality(item: Item) -> bool:
    """Tell whether *item* is no word that only says what sort of letter it is: «رسالة تهنئة رسمية»."""
    return item.finite or item.role not in (Role.WORD, Role.ACT)


def chosen(noun: Noun) -> Sides | None:
    """Return who chose to write, and to whom the others turned: «أما X فاختار البرقية»."""
    verb = noun.scene.before(noun.place)
    if verb is None or not noun.form.definite or not is_chosen(verb):
        return None
    subject = noun.clause.nearest_subject()
    if subject is None:
        return None
    noun.named_apart = True
    told = noun.discourse.by_act.get(Channel.LETTER, [])[1:] or noun.discourse.by_act.get(Channel.CALL, [])[1:]
    turned = noun.discourse.addressee(*subject.actors) or told
    return Sides(subject.actors, turned)


def is_chosen(verb: Item) -> bool:
    """Tell whether *verb* says that somebody chose what follows: «فاختار», «فآثر»."""
    return not _CHOOSING.isdisjoint((verb.word, verb.word[1:]))


def goes_to_stranger(items: Sequence[Item], place: int) -> bool:
    """Tell whether the letter at *place* goes to whom no table knows: «رسالته التي وجهها إلى [الأمة]»."""
    for at in range(place + 1, min(place + 1 + _TO_WITHIN, len(items) - 1)):
        if items[at].key == "to" and (at == place + 1 or items[at - 1].role is Role.SUPPORT):
            to = items[at + 1]
            return (to.role is Role.WORD and not to.possessed) or (to.role is Role.GROUP and not to.visited)
    return False
