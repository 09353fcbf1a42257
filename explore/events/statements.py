"""Read public statements: who spoke in public, and whom they addressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explore.entities.phrase import Phrase
from explore.events.clause import Clause
from explore.events.discourse import Discourse
from explore.events.items import Item, Role
from explore.events.words import listed
from explore.frozen import quick
from explore.model import Actor

_BUT_HE = listed("statements", "but_he")
_THE_LATTER = frozenset(("الاخير", "الاخيره"))
# The speaker stands at most so many items before the verb: «بوتين، اليوم، قال».
_REACH = 2


@quick
@dataclass(frozen=True, slots=True)
class Said:
    """Hold who spoke to whom, and the tokens from ``first`` up to ``last`` that say so."""

    speaker: Actor
    addressed: Actor | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Statements:
    """Read the statements of one article.

    ``organisations`` are the palaces and ministries that speak under their own name, ``addressing`` the forms of verbs
    whose object is spoken to, ``saying`` participles such as معتبرا.
    """

    words: Sequence[str]
    organisations: Mapping[str, Actor]
    addressing: frozenset[str]
    saying: frozenset[str]

    def read(self, place: int, items: Sequence[Item], discourse: Discourse) -> list[Said]:
        """Return what the verb or participle at *place* tells: one statement for each whom it addresses."""
        item = items[place]
        if item.role is Role.BOUNDARY:
            return self._by_participle(place, items)
        if not _speaks(items, place):
            return []
        group = self._subject(place, items)
        if group is None:
            return self._carried_over(place, items, discourse)
        if len(group.actors) != 1:
            return []
        return self._said(place, items, group, self._speaker(group))

    def _said(self, place: int, items: Sequence[Item], group: Item | None, speaker: Actor) -> list[Said]:
        item = items[place]
        first = item.first if group is None else min(group.first, item.first)
        last = item.last if group is None else max(group.last, item.last)
        to = self._addressed(place, group, items)
        if to is None:
            return [Said(speaker, None, first, last)]
        others = [actor for actor in to.actors if actor.id != speaker.id]
        return [Said(speaker, other, first, max(last, to.last)) for other in others]

    def _subject(self, place: int, items: Sequence[Item]) -> Item | None:
        """Return the bare group right behind the verb, else the one before it."""
        before = self.words[items[place].first - 1].lstrip("و") if items[place].first else ""
        if before in _BUT_HE:
            return None
        following = items[place + 1] if place + 1 < len(items) else None
        if following is not None and following.role is Role.GROUP and not following.preposition:
            return following
        return _group_before(items, place)

    def _carried_over(self, place: int, items: Sequence[Item], discourse: Discourse) -> list[Said]:
        """Read a verb without a subject: «وحذرت من أن», «ولكنه شكر X», «لكن الأخيرة ردت بأن»."""
        item = items[place]
        before = self.words[item.first - 1].lstrip("و") if item.first else ""
        if before in _THE_LATTER and discourse.people:
            return self._said(place, items, None, discourse.people[-1])
        opens = place == 0 and item.clitic[:1] == "و" and self.words[item.first].lstrip("وف") in self.addressing
        speaker = discourse.speaker()
        if len(speaker) == 1 and (before in _BUT_HE or opens):
            return self._said(place, items, None, speaker[0])
        return []

    def _by_participle(self, place: int, items: Sequence[Item]) -> list[Said]:
        """Read «لم يخف X امتعاضه، معتبرا أن …», where no verb of the sentence says it."""
        if items[place].word not in self.saying:
            return []
        following = items[place + 1] if place + 1 < len(items) else None
        if following is None or following.role is not Role.THAT:
            return []
        if any(item.finite for item in items[:place]):
            return []
        named = (item for item in items[:place] if item.role is Role.GROUP and item.actors and not item.preposition)
        subject = next((item for item in named if not item.is_place), None)
        if subject is None or len(subject.actors) != 1:
            return []
        return [Said(subject.actors[0], None, subject.first, items[place].last)]

    def _speaker(self, group: Item) -> Actor:
        """Return who speaks: a palace or ministry by its own name, not the state that it stands for."""
        phrase = group.phrases[0]
        organisation = self.organisations.get(phrase.organisation or "")
        return organisation if organisation is not None and not _is_titled(phrase) else group.actors[0]

    def _addressed(self, place: int, group: Item | None, items: Sequence[Item]) -> Item | None:
        """Return the object of a verb such as هاجم or شكر: whom the speaker addressed."""
        if self.words[items[place].first].lstrip("وف") not in self.addressing:
            return None
        after = [item for _, item in Clause(items, place).bare_right() if item is not group]
        return after[0] if after else None


def _is_titled(phrase: Phrase) -> bool:
    return bool(phrase.offices) or phrase.name is not None


def _speaks(items: Sequence[Item], place: int) -> bool:
    """Tell whether the item is a verb of speech in the past or present; رد is one before أن."""
    item = items[place]
    if item.says:
        return True
    replies = item.role is Role.SUPPORT and any(sense.key == "return" and sense.form.tense for sense in item.senses)
    return replies and place + 1 < len(items) and items[place + 1].role is Role.THAT


def _group_before(items: Sequence[Item], place: int) -> Item | None:
    for item in reversed(items[max(0, place - _REACH) : place]):
        if item.role is Role.GROUP:
            return item if not item.preposition and not items[place].clitic else None
        if item.role not in (Role.COMMA, Role.DATE, Role.WORD):
            return None
    return None
