"""Fill the frames of acts: who communicated with whom, for verbs that are acts and for nouns carried by a verb."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.acts import ActTable
from explore.events.discourse import Discourse
from explore.events.drafts import Draft
from explore.events.hosting import hosted
from explore.events.items import Item
from explore.events.nouns import NounFrame
from explore.events.scene import Scene
from explore.events.verbs import VerbFrame
from explore.knowledge.lexicon import Kind


class Frames:
    """Fill the frames of one sentence."""

    def __init__(self, acts: ActTable, items: list[Item], discourse: Discourse, words: Sequence[str]) -> None:
        """Prepare for the *items* of a sentence; *acts* is the table acts.toml, folded."""
        self.scene = Scene(acts, items, discourse, words)

    def act(self, place: int) -> list[Draft]:
        """Return the drafts of the act at *place*: the noun that it may be, else the first verb that fits."""
        senses = [sense for sense in self.scene.items[place].senses if sense.kind is Kind.ACT]
        for sense in senses:
            if sense.key.startswith("noun."):
                frame = NounFrame(self.scene, place, sense)
                draft = frame.fill()
                attended = hosted(self.scene, place)
                drafts = [draft, *frame.deliver(draft)] if draft is not None else []
                return [*drafts, attended] if attended is not None else drafts
        for sense in senses:
            told = VerbFrame(self.scene, place, sense)
            draft = told.fill()
            if draft is not None:
                return [draft, *told.receive(draft)]
        return []

    def channel(self, item: Item) -> str:
        """Return the channel of *item*, an act."""
        sense = item.sense(Kind.ACT)
        assert sense is not None
        return self.scene.acts.channels[sense.key]
