"""Tell who may be the two sides of a communication, and pair the sides of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explore.entities.offices import HEADS, LEADERS
from explore.events.drafts import Draft
from explore.frozen import quick
from explore.model import Actor, Channel, EntityType, Event

# Organisations of these kinds tell of communications, or play and trade; they are not their sides.
_REPORTERS = frozenset(("agency", "outlet", "platform", "club", "company"))
# Whoever holds one of these stands for who sent them, even where no state is told.
_SENT = HEADS | {"envoy"}
# Why most pairs are none: nobody communicates at home.
ONE_STATE = "both of one state"
SAME = "one and the same"
SPEAKING = frozenset(("spokesperson", "foreign_spokesperson"))
# So many who act together without a sender are paired each with each.
_MOST_TOGETHER = 3


def pairs(draft: Draft) -> Iterator[tuple[Actor, Actor]]:
    """Yield the sender–recipient pairs; where several act together without a sender, every two of them."""
    for sender in draft.senders:
        for recipient in draft.recipients:
            yield sender, recipient
    if draft.mutual and draft.together and len(draft.senders) == 1 and 1 < len(draft.recipients) <= _MOST_TOGETHER:
        for place, one in enumerate(draft.recipients):
            for other in draft.recipients[place + 1 :]:
                yield one, other


@quick
@dataclass(frozen=True, slots=True)
class Judge:
    """Say why two actors cannot be the two sides of a communication.

    ``kinds`` maps organisations to their kind; ``movements`` are armed ones and who lead them, which face their own
    state as another would. In an article about sport, teams meet under the names of states.
    """

    kinds: Mapping[str, str]
    movements: frozenset[str] = frozenset()
    is_sport: bool = False

    def objection(self, channel: Channel, sender: Actor, recipient: Actor) -> str | None:
        """Return the reason against the pair, or None."""
        written = channel is Channel.LETTER
        if sender.id == recipient.id:
            return SAME
        reporter = next((actor for actor in (sender, recipient) if self.only_reports(actor)), None)
        if reporter is not None:
            return f"{reporter.name_en} only reports"
        if not written and any(map(self._only_speaks, (sender, recipient))):
            return "a spokesperson only speaks for others"
        if (
            sender.country is not None
            and sender.country == recipient.country
            and not _is_international(sender, recipient)
            and (channel is Channel.VISIT or (sender.id in self.movements) is (recipient.id in self.movements))
        ):
            return ONE_STATE
        return self._people(sender, recipient, written=written, visit=channel is Channel.VISIT)

    def _people(self, sender: Actor, recipient: Actor, *, written: bool, visit: bool) -> str | None:
        people = [actor for actor in (sender, recipient) if actor.type is EntityType.PER]
        strangers = [actor for actor in people if actor.country is None and actor.id.startswith("name:")]
        strangers = [actor for actor in strangers if actor.office not in _SENT]
        if len(strangers) > written:
            return f"nobody knows the state of {strangers[0].name_en}"
        official = sender.office in LEADERS or (visit and sender.office is not None)
        if self.is_sport and not written and len(people) < (1 if official else 2):
            return "the article is about sport"
        return None

    def _only_speaks(self, actor: Actor) -> bool:
        """Tell whether *actor* is a spokesperson of a state; those of movements negotiate for them."""
        return actor.office in SPEAKING and actor.id not in self.movements

    def only_reports(self, actor: Actor) -> bool:
        """Tell whether *actor* is an agency or outlet, which is no side."""
        return actor.type is EntityType.ORG and self.kinds.get(actor.id) in _REPORTERS


def _is_international(*actors: Actor) -> bool:
    return any(actor.office in HEADS for actor in actors)


def are_sides(event: Event, one: Actor, other: Actor) -> bool:
    """Tell whether *one* and *other* are the sides of *event*, in person or as their states."""
    if event.recipient is None:
        return False
    told = (event.sender, event.recipient)
    return any(_stands_for(told[0], two[0]) and _stands_for(told[1], two[1]) for two in ((one, other), (other, one)))


def _stands_for(told: Actor, actor: Actor) -> bool:
    if told.id == actor.id:
        return True
    people = told.type is EntityType.PER and actor.type is EntityType.PER
    return not people and told.country is not None and told.country == actor.country


def are_of_two_states(found: Sequence[Event]) -> bool:
    """Tell whether one event is told, or one side receives several of one state: «استقبل X وزيرين من Y»."""
    if len(found) == 1:
        return True
    states = {
        frozenset((event.sender.country, event.recipient.country if event.recipient else None)) for event in found
    }
    one = len({event.sender for event in found}) == 1 or len({event.recipient for event in found}) == 1
    received = all(event.channel is Channel.MEETING and not event.mutual for event in found)
    return received and len(states) == 1 and one and None not in next(iter(states))


def are_people(event: Event) -> bool:
    """Tell whether both sides of *event* are people."""
    return (
        event.sender.type is EntityType.PER and event.recipient is not None and event.recipient.type is EntityType.PER
    )
