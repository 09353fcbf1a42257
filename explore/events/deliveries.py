"""Read who met where a letter was handed over: «سلم Z Y رسالة من X», «تسلم Y من Z رسالة من X».

«سلم Z رسالة X إلى Y» may have gone through others, «سلم Z Y رسالة X إلى W» through Y.
"""

from __future__ import annotations

from dataclasses import replace

from explore.events.arguments import Noun
from explore.events.drafts import Draft
from explore.events.handovers import Handover
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType

_WHY = "handed over a letter"
# Verbs by which a letter goes from hand to hand; who «نقل» or «حمل» one may have met nobody.
_IN_HAND = listed("deliveries", "in_hand")


def delivered(noun: Noun, letter: Draft) -> list[Draft]:
    """Return the meeting of who brought the *letter* and who took it; nothing where no verb puts it in their hands."""
    if noun.support is None or noun.support.form.word not in _IN_HAND:
        return []
    bearer, taker = _hands(noun, letter)
    if bearer is None or taker is None or bearer.id == taker.id or taker.type is not EntityType.PER:
        return []
    return [
        replace(
            letter, channel=Channel.MEETING, senders=[bearer], recipients=[taker], mutual=False, why=[_WHY],
            occasion=None, spoken=False, received=False,
        )
    ]  # fmt: skip


def _hands(noun: Noun, letter: Draft) -> tuple[Actor | None, Actor | None]:
    """Return who brought the letter and who took it: its addressee, or for him «سلم Z [Y] رسالة X إلى W»."""
    if noun.role != "carrier":
        found = next((item.actors for item in noun.before if item.preposition == "from"), [])
        return _sent(found, letter), letter.recipients[0]
    found = Handover(noun).carrier()
    bare = [item.actors for item in noun.before if not item.preposition]
    if letter.recipients in bare:
        return _sent(found, letter), letter.recipients[0]
    others = [actors for actors in bare if actors != found]
    if len(found) != 1 or len(others) != 1 or len(others[0]) != 1:
        return None, None
    states = {found[0].country, others[0][0].country}
    apart = len(states) > 1 and None not in states and found[0].type is EntityType.PER
    return (found[0], others[0][0]) if apart else (None, None)


def _sent(found: list[Actor], letter: Draft) -> Actor | None:
    """Return whom of *found* the sender of the letter may have sent: somebody else of the same state."""
    sender = letter.senders[0]
    if len(found) != 1 or found[0].type is not EntityType.PER or found[0].id == sender.id:
        return None
    return found[0] if found[0].country is not None and found[0].country == sender.country else None
