"""Find what a party denies after it was told: «ونفت بكين حدوث الاتصال», «لكن الرياض نفت ذلك»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from explore.events.items import Item, Role
from explore.events.refusals import NOT_CALLED_OFF
from explore.events.words import listed
from explore.model import Channel, Event, Precision, Status

_DENYING = listed("denials", "denying")
_WRITTEN = frozenset(letters + word for letters in ("", "و", "ف") for word in _DENYING)
_IT = listed("denials", "it")
# «نفى X خلال لقائه Y أن»: something else is denied.
_DURING = listed("shared", "during")
# What is denied stands at most so many items behind the verb, and who denies it so many beside.
_OBJECT_WITHIN = 4
_PARTY_WITHIN = 2
_TOLD = frozenset((Status.HAPPENED, Status.PLANNED))
# «نفى أن يكون ذلك سرا» denies only what sort of thing it was.
_BEING = frozenset(("يكون", "تكون"))


@dataclass(frozen=True, slots=True)
class Denial:
    """Hold the states of who denies, and the channel denied; None where all that was told is."""

    states: frozenset[str]
    channel: str | None

    def meets(self, event: Event) -> bool:
        """Tell whether it denies *event*: of that channel, and by a party to it."""
        sides = {event.sender.country, event.recipient.country if event.recipient is not None else None}
        told = event.channel is not Channel.STATEMENT and self.channel in (None, event.channel.value)
        told = told and not event.why.endswith(NOT_CALLED_OFF)
        return told and event.status in _TOLD and not self.states.isdisjoint(sides)


def find(items: Sequence[Item], words: Sequence[str], channel: Callable[[Item], str]) -> Denial | None:
    """Return the denial that a sentence tells without the parties to what it denies; *channel* is that of an act."""
    if not items or _WRITTEN.isdisjoint(words[items[0].first : items[-1].last]):
        return None
    for place, item in enumerate(items):
        if not item.finite or item.role is not Role.SPEECH or item.word.lstrip("وف") not in _DENYING:
            continue
        states = _states(items[max(0, place - _PARTY_WITHIN) : place + 1 + _PARTY_WITHIN])
        for following in items[place + 1 : place + 1 + _OBJECT_WITHIN]:
            if following.role is Role.ACT:
                meanwhile = words[following.first - 1] in _DURING
                return Denial(states, channel(following)) if _is_definite(following) and not meanwhile else None
            if words[following.first] in _IT and words[following.first - 1] not in _BEING:
                return Denial(states, None)
    return None


def deny(event: Event) -> Event:
    """Return *event* as denied; the day of the news is no longer its own."""
    event = replace(event, status=Status.DENIED, why=f"{event.why}; denied afterwards by a party")
    if event.date is None or not event.date.endswith("?"):
        return event
    return replace(
        event, date=None, date_start=None, date_end=None, date_precision=Precision.UNKNOWN, date_basis="no date told"
    )


def _states(items: Sequence[Item]) -> frozenset[str]:
    """Return the states of the groups among *items*."""
    return frozenset(actor.country for item in items for actor in item.actors if actor.country is not None)


def _is_definite(item: Item) -> bool:
    """Tell whether an act is one told before: «الاتصال»."""
    return any(sense.form.definite for sense in item.senses)
