"""Find the groups around an act noun: its genitive, and those behind prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explore.events.items import Item, Role
from explore.events.reach import names_person
from explore.events.scene import Scene
from explore.events.supports import SupportSearch
from explore.events.words import listed
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Actor, Channel

# These may stand between a noun and its genitive: «لقاء كل من X وY».
_EACH = listed("shared", "each")
# «برقية مماثلة», «زيارة مشابهة» take a party from the act before.
_ALIKE = listed("genitives", "alike")
_ALIKE_WITHIN = 3
_COMMA = ("،",)
_EDGES = listed("genitives", "edges")


class ActNoun:
    """Hold a noun that is an act, with its genitive and the groups around it.

    ``after`` are the groups behind the noun, ``before`` those between its verb and it. ``channel`` is that of acts.toml
    until the clause says more. ``doubt`` grows where an argument was only guessed.
    """

    def __init__(self, scene: Scene, place: int, sense: Sense) -> None:
        """Prepare for the noun at *place*."""
        self.scene = scene
        self.place = place
        self.sense = sense
        self.form = sense.form
        self.key = sense.key.removeprefix("noun.")
        self.act = scene.acts.nouns[self.key]
        self.channel = Channel(self.act["channel"])
        self.here = scene.items[place]
        self.clause = scene.clause(place)
        self.discourse = scene.discourse
        self.support = SupportSearch(scene, place, self.channel, self.key).find()
        self.role = self.support.role if self.support is not None else ""
        self.after = self._groups_after()
        self.before = self._groups_before()
        self.doubt = 0.0
        # Whether both sides are named in the sentence, although not beside the noun.
        self.named_apart = False
        # Whether no day in the sentence is that of the act.
        self.undated = False

    def _groups_after(self) -> list[Item]:
        """Return the groups behind the noun that name somebody; a visit may go where nobody is named."""
        right = self.clause.right_of_noun()
        groups = (item for place, item in right if item.role is Role.GROUP and not self.clause.is_dateline(place))
        return [item for item in groups if (item.visited if self.channel is Channel.VISIT else item.actors)]

    def _groups_before(self) -> list[Item]:
        """Return the groups that stand between the verb and its noun."""
        if self.support is None:
            return []
        between = self.scene.items[self.support.place + 1 : self.place]
        return [item for item in between if item.role is Role.GROUP and item.actors]

    @property
    def is_weak(self) -> bool:
        """Tell whether the noun often means no act: «خطاب», «لقاء»."""
        return "weak" in self.sense.tags

    @property
    def is_instrumental(self) -> bool:
        """Tell whether the noun stands as «برسالة»."""
        return self.here.clitic == "ب"

    @property
    def is_adverbial(self) -> bool:
        """Tell whether the noun stands in «في زيارة», «خلال زيارة»: its agent is the subject of the clause."""
        if self.here.clitic or (self.form.definite and not self.form.pronoun):
            return False
        before = self.scene.before(self.place)
        if before is not None and before.word in _EDGES:
            before = self.scene.before(self.place - 1)
        return before is not None and before.role is Role.PREPOSITION

    @property
    def is_alike(self) -> bool:
        """Tell whether «مماثلة» stands behind the noun."""
        return not _ALIKE.isdisjoint(self.scene.behind(self.here, _ALIKE_WITHIN))

    def is_told_by_verb(self) -> bool:
        """Tell whether a verb of the clause already says that a letter was written: «هنأ X نظيره في رسالة»."""
        for _, item in self.clause.left():
            if item.role is Role.SUPPORT and not item.senses:
                # «وحذا X حذوه ببرقية»
                return True
            sense = item.sense(Kind.ACT)
            if sense is not None and sense.key.startswith("verb.") and item.finite:
                told = self.scene.acts.verbs[sense.key.removeprefix("verb.")]["channel"]
                return Channel(told) is Channel.LETTER
        return False

    def pick(self, groups: Iterable[Item], *prepositions: str, places: bool = True) -> list[Actor]:
        """Return the first of *groups* behind one of *prepositions*."""
        fitting = (item for item in groups if item.preposition in prepositions and (places or not item.is_place))
        return next((item.visited for item in fitting), [])

    def bare_after(self) -> list[Item]:
        """Return the groups behind the noun without preposition."""
        return [item for item in self.after if not item.preposition]

    def genitive(self) -> list[Actor]:
        """Return the group that stands right after the bare noun: «رسالة بوتين», «لقاء عريقات مع»."""
        if self.form.definite or not self.after or self.after[0].preposition:
            return []
        gap = self.scene.words[self.here.last : self.after[0].first]
        return self.after[0].visited if set(gap) <= _EACH or self._is_set_off(gap) else []

    def _is_set_off(self, gap: Sequence[str]) -> bool:
        """Tell whether commas part who travels from the rest: «زيارة، وزير الدفاع X، الأخيرة لY»."""
        named = self.after[0]
        closes = self.scene.words[named.last : named.last + 1] == _COMMA == tuple(gap)
        return closes and self.channel is Channel.VISIT and not self.form.pronoun and names_person(named)

    def is_of_stranger(self) -> bool:
        """Tell whether somebody whom nobody knows stands right behind the noun: «زيارة الرئيس الأمريكي الأسبق»."""
        following = self.scene.items[self.place + 1 : self.place + 2]
        if self.form.definite or not following or following[0].first != self.here.last:
            return False
        return is_unknown(following[0]) and following[0].phrases[0].former


def is_unknown(item: Item) -> bool:
    """Tell whether *item* is a bare group of which nobody is known."""
    return item.role is Role.GROUP and not item.actors and not item.preposition
