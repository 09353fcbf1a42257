"""Read who met where a letter was handed over: «سلم Z Y رسالة من X», «تسلم Y من Z رسالة من X».

«سلم Z رسالة X إلى Y» may have gone through others.
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
    bearer = _bearer(noun, letter)
    taker = letter.recipients[0]
    if bearer is None or bearer.id == taker.id or taker.type is not EntityType.PER:
        return []
    return [
        replace(
            letter, channel=Channel.MEETING, senders=[bearer], recipients=[taker], mutual=False, why=[_WHY],
            occasion=None, spoken=False, received=False,
        )
    ]  # fmt: skip


def _bearer(noun: Noun, letter: Draft) -> Actor | None:
    """Return the one who brought the letter, being of the state of its sender but somebody else."""
    if noun.role == "carrier":
        taken = any(item.actors == letter.recipients and not item.preposition for item in noun.before)
        found = Handover(noun).carrier() if taken else []
    else:
        found = next((item.actors for item in noun.before if item.preposition == "from"), [])
    sender = letter.senders[0]
    if len(found) != 1 or found[0].type is not EntityType.PER or found[0].id == sender.id:
        return None
    return found[0] if found[0].country is not None and found[0].country == sender.country else None
