"""Say which verbs may carry an act noun, and in which sense: «بعث رسالة», «أجرى اتصالا», «ألغى زيارة»."""

from __future__ import annotations

from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.events.scene import Scene
from explore.events.words import listed
from explore.frozen import quick
from explore.knowledge.forms import Form
from explore.knowledge.lexicon import Kind, Sense
from explore.model import Channel

# «حضر مأدبة، فضلا عن لقائه X», «ستجري بعد أيام من لقاء X»: nothing carries what stands behind one of these.
_APART = listed("carrying", "apart")
# These carry even a noun that a preposition governs: «شارك في قمة», «جمعهما في لقاء».
_THROUGH_PREPOSITION = frozenset(("join", "host", "attend"))
# These verbs are acts as well, and carry a noun all the same: «تلقى رسالة», «وصلت رسالة».
_ACTS_AS_WELL = frozenset(("exchange", "receive", "reach", "hand", "attend"))
_BEGINNING = "بدء"
_GOING_ON = frozenset(("استيناف", _BEGINNING))


@quick
@dataclass(frozen=True, slots=True)
class Support:
    """Hold the verb that carries a noun: its sense, its place among the items and what its subject does."""

    sense: Sense
    place: int
    role: str
    cancelled: bool = False

    @property
    def key(self) -> str:
        """Return its key in acts.toml."""
        return self.sense.key

    @property
    def form(self) -> Form:
        """Return its grammatical form."""
        return self.sense.form

    @property
    def is_dual(self) -> bool:
        """Tell whether it is a verb of two: «عقدا»."""
        return self.form.number == "d" and bool(self.form.tense)


class Carrying:
    """Say which verb may carry the noun at one place."""

    def __init__(self, scene: Scene, place: int, channel: Channel, key: str) -> None:
        """Prepare for the noun at *place*, an act of *channel* that acts.toml calls *key*."""
        self.scene = scene
        self.place = place
        self.names = {channel, key}
        self.clause = scene.clause(place)

    def _carried_by(self, item: Item, place: int, *, cancelled: bool = False) -> Support | None:
        """Return *item* as the support of the noun, in its first sense that fits; «وصل» rather reaches than joins.

        Behind a preposition «عقد» is the noun, not the verb: «على عقد لقاء».
        """
        before = self.scene.before(place)
        governed = before is not None and before.role is Role.PREPOSITION and before.last == item.first
        for sense in sorted(item.senses, key=lambda sense: (sense.key != "reach", governed and bool(sense.form.tense))):
            if sense.kind is not Kind.SUPPORT or self._is_thanked_for(sense, place):
                continue
            if self._fits(sense) and not self._is_only_spoken_of(item, sense):
                role = str(self.scene.acts.supports[sense.key]["subject"])
                return Support(sense, place, role, cancelled or sense.key == "cancel")
        return None

    def _is_only_spoken_of(self, item: Item, sense: Sense) -> bool:
        """Tell whether what would go on is only spoken of: «بحث استئناف الحوار», not «على بدئه», «لاستئنافه»."""
        if "masdar" not in sense.tags or sense.form.word not in _GOING_ON:
            return False
        agreed = sense.form.word == _BEGINNING and self.scene.word_before(item) == "علي"
        return item.clitic != "ل" and not agreed

    def _is_thanked_for(self, sense: Sense, place: int) -> bool:
        """Tell whether what the verb at *place* sends is thanks for the noun: «قدم X الشكر لY على [تعازيه]»."""
        return (
            sense.key == "send" and place < self.place and self.scene.word_before(self.scene.items[self.place]) == "علي"
        )

    def _is_means(self) -> bool:
        """Tell whether the noun is by what somebody calls something off: «ألغى [برسالة] إلى X القمة»."""
        return is_by_letter(self.scene.items[self.place])

    def _fits(self, sense: Sense) -> bool:
        """Tell whether *sense* may carry the noun: not «وصل برسالة», not «ألغاه», and only its own channels."""
        if sense.key == "reach" and self.scene.items[self.place].clitic == "ب":
            return False
        if sense.key == "cancel" and (self._is_means() or (sense.form.pronoun and "masdar" not in sense.tags)):
            return False
        if self.scene.acts.supports[sense.key].get("direct") and self.scene.items[self.place - 1].role is Role.WORD:
            return False
        only = self.scene.acts.supports[sense.key].get("only")
        return only is None or not self.names.isdisjoint(only)


def is_by_letter(item: Item) -> bool:
    """Tell whether *item* is «برسالة»."""
    return item.clitic == "ب" and "noun.letter" in item.senses.keys


def may_carry(item: Item, *, governed: str) -> bool:
    """Tell whether a verb before the noun may carry it; few do across a preposition that governs the noun."""
    if item.role is Role.SUPPORT:
        return not governed or (governed not in _APART and has_key(item, *_THROUGH_PREPOSITION))
    return item.role is Role.ACT and item.finite and not governed and has_key(item, *_ACTS_AS_WELL)


def has_key(item: Item, *keys: str) -> bool:
    """Tell whether a sense of *item* has one of *keys*."""
    return not item.senses.keys.isdisjoint(keys)


def cancels_next(support: Support) -> bool:
    """Tell whether a verbal noun cancels what stands behind it: «محادثات هاتفية على إلغاء زيارة»."""
    return "masdar" in support.sense.tags and cancels(support.sense)


def cancels(sense: Sense) -> bool:
    """Tell whether *sense* cancels the noun behind it, not what a pronoun on it means."""
    return sense.key == "cancel" and not sense.form.pronoun
