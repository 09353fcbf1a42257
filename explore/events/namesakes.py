"""Find who else bears a bare title, where the holder of the home state cannot be meant: «زيارة الرئيس إلى القاهرة»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.phrase import Phrase
from explore.events.drafts import Draft
from explore.events.greetings import SPOKEN
from explore.events.items import Item, Role
from explore.events.parties import ONE_STATE, SAME
from explore.events.story import Story
from explore.events.words import listed
from explore.model import Actor, Channel, EntityType, Event

# Who has done one of these has come to the other's land, or received them.
_IN_PERSON = frozenset((Channel.VISIT, Channel.MEETING, Channel.TALKS))
_IN_PASSING = listed("namesakes", "in_passing")


def with_foreigner(
    draft: Draft, pair: tuple[Actor, Actor], items: Sequence[Item], words: Sequence[str], story: Story
) -> tuple[Actor, Actor]:
    """Return the *pair* of a talk in passing, «خلال مكالمة مع Y», with somebody of another state for Y's own."""
    if draft.verb is not None or draft.channel not in SPOKEN:
        return pair
    before = words[items[draft.place].first - 1].lstrip("و")
    if before not in _IN_PASSING or meant(draft.channel, *pair, items, story) != pair:
        return pair
    if story.judge.objection(draft.channel, *pair) not in (ONE_STATE, SAME):
        return pair
    other = _foreigner_before(items, draft.place, *pair)
    return pair if other is None else (other, pair[1])


def meant(
    channel: Channel, sender: Actor, recipient: Actor, items: Sequence[Item], story: Story
) -> tuple[Actor, Actor]:
    """Return the two sides, another bearer of a bare title for one whom the other side cannot have met."""
    if story.judge.objection(channel, sender, recipient) not in (ONE_STATE, SAME):
        return sender, recipient
    other = _other_bearer(sender, recipient, items, story.events)
    if other is not None:
        return other, recipient
    return sender, _other_bearer(recipient, sender, items, story.events) or recipient


def _other_bearer(actor: Actor, side: Actor, items: Sequence[Item], told: Sequence[Event]) -> Actor | None:
    """Return who in the office of *actor* met the state of *side* in the events *told* last; None where none is meant.

    Only a title without name and state may mean somebody else.
    """
    if actor.office is None or not any(_may_mean_another(item, actor) for item in items):
        return None
    met = (_who_met(event, actor.office, side) for event in reversed(told))
    return next((one for one in met if one is not None), None)


def _who_met(event: Event, office: str, side: Actor) -> Actor | None:
    """Return the side of *event* who holds *office* in another state than *side*, and met that state."""
    if event.recipient is None or event.channel not in _IN_PERSON:
        return None
    for one, other in ((event.sender, event.recipient), (event.recipient, event.sender)):
        if one.office == office and one.country != side.country == other.country:
            return one
    return None


def _may_mean_another(item: Item, actor: Actor) -> bool:
    """Tell whether *item* is a bare title that was read as *actor*."""
    return item.role is Role.GROUP and item.actors == [actor] and _is_bare_title(item.phrases[0])


def _is_bare_title(phrase: Phrase) -> bool:
    """Tell whether a title tells neither name nor state: «الرئيس», «وزير الخارجية»."""
    told = phrase.name is not None or phrase.has_state or phrase.organisation or phrase.place or phrase.counterpart
    if told or len(phrase.offices) != 1 or phrase.is_dual or phrase.body is not None:
        return False
    form = phrase.office.form
    return form.definite or " ال" in form.word


def _foreigner_before(items: Sequence[Item], place: int, actor: Actor, other: Actor) -> Actor | None:
    """Return the nearest person of another state than *other* who is named bare before the act at *place*.

    None where *actor*, of whom the act was read, is named so as a person.

    «أعلنت أنقرة تقديم X اعتذارا خلال مكالمة مع Y»: whoever talks to Y is not Y's own state.
    """
    if not any(other in item.actors for item in items[place + 1 :]):
        return None
    for item in reversed(items[:place]):
        if item.role is Role.GROUP and not item.preposition and len(item.actors) == 1:
            named = item.actors[0]
            if named.type is EntityType.PER and named == actor:
                return None
            if named.type is EntityType.PER and named.country not in (None, other.country):
                return named
    return None
