"""Tell how far a verb or a noun reaches: the items before and behind it that belong to its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.events.words import listed
from explore.model import EntityType

# A clause ends before one of these, or before the next verb.
_BEGINNINGS = frozenset((Role.BOUNDARY, Role.THAT))
_ENDS = frozenset((Role.BOUNDARY, Role.THAT, Role.RELATIVE))
# Behind an indefinite noun these open a clause about it: «لقاء كان من المقرر أن يجمعه …».
_WAS = listed("shared", "was")
# An aside closes at most so many items behind its verb: «، في برقيات بعثها اليوم،».
_ASIDE = 5
# «المقرر», «أن»
_EXPECTED = 2
# «، حيث يشارك في القمة،» is an aside where «مع X» follows.
_OPENINGS = frozenset((Role.BOUNDARY, Role.RELATIVE))
_CLOSINGS = frozenset((Role.COMMA, Role.BOUNDARY))
# A relative clause in commas stands behind a named group and closes within so many items.
_PLACE_OF_RELATIVE = 3
_RELATIVE_ASIDE = 10
# «زيارة X، الذي …، إلى Y» tells of X, «زيارة X، التي …» of the visit.
_HIM_WHO = ("الذي", "اللذ")
# Between two dashes it has at most so many.
DASHES = frozenset(("-", "–", "—"))
_DASHED_ASIDE = 18
# Whoever «الذي» tells to come somewhere is the subject of what goes on behind.
_COMING = frozenset(("verb.visit", "verb.arrive", "verb.leave_for"))
# The subject stands right behind its verb.
_SUBJECT = 1
# «التي تبدأ الثلاثاء، وتستمر أربعة أيام،» has at most so many items of these kinds.
_LENGTH_WITHIN = 9
_OF_LENGTH = frozenset((Role.WORD, Role.DATE, Role.COMMA, Role.SUPPORT))
# The verb or relative of a noun stands at most so many items behind it; in a relative clause so many.
_OF_NOUN = 4
_OF_NOUN_IN_RELATIVE = 8
_SIGNED = "noun.agreement"
_OF = "from"
_INVITED = "noun.invitation"


# Behind this the sentence goes back to its main subject: «… يجمع X بY، وذلك في اتصال أجراه».
AND_THAT = "وذلك"


@dataclass(slots=True)
class Reach:
    """Hold one item of a sentence with the items that belong to it."""

    items: Sequence[Item]
    place: int
    _right: list[tuple[int, Item]] | None = None
    _of_noun: list[tuple[int, Item]] | None = None
    _left: list[tuple[int, Item]] | None = None

    def right(self) -> list[tuple[int, Item]]:
        """Return the items after the verb or noun until its clause ends."""
        if self._right is None:
            self._right = self._read_right()
        return self._right

    def _read_right(self) -> list[tuple[int, Item]]:
        out: list[tuple[int, Item]] = []
        resume = 0
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if place < resume:
                continue
            if item.role is Role.SUPPORT and "hand" in item.senses.keys and not item.finite and not item.clitic:
                # «يلتقي X Y، حاملا إليه رسالة»: what is brought along is told apart.
                break
            if item.finite or item.role in _ENDS:
                resume = self._after_clause(place)
                if not resume:
                    break
                continue
            out.append((place, item))
        return out

    def _after_clause(self, place: int) -> int:
        """Return where the clause goes on behind one that *place* opens inside it; 0 where it ends there."""
        item = self.items[place]
        if item.role is Role.RELATIVE:
            inner = self._after_relative(place) or self._after_length(place) or self._after_subject(place)
            return inner or self._before_with(place)
        if item.role is Role.BOUNDARY:
            return self._before_with(place)
        return (self._after_aside(place) or self._after_description(place)) if _opens_verb(item) else 0

    def _before_with(self, place: int) -> int:
        """Return where «مع X» stands behind «في نيويورك، حيث يشارك في القمة،»; 0 where it does not close that aside."""
        if self.items[place - 1].role is not Role.COMMA:
            return 0
        opening = self.items[place]
        within = range(place + 1, min(place + 1 + _RELATIVE_ASIDE, len(self.items) - 1))
        comma = next((later for later in within if self.items[later].role in _CLOSINGS), 0)
        following = self.items[comma + 1] if comma and self.items[comma].role is Role.COMMA else opening
        return comma + 1 if following.key == "with" and not following.clitic else 0

    def _after_length(self, place: int) -> int:
        """Return where «مع X», «X» goes on behind «خلال الزيارة التي تستمر يومين»; 0 where no such act is there."""
        if not is_act_noun(self.items[place - 1]):
            return 0
        if place < self.place + _PLACE_OF_RELATIVE or self.items[place - 2].role is not Role.PREPOSITION:
            return 0
        for later in range(place + 1, min(place + 1 + _LENGTH_WITHIN, len(self.items))):
            item = self.items[later]
            if (item.role is Role.PREPOSITION and item.key == "with") or (names_person(item) and not item.preposition):
                return later
            if item.role not in _OF_LENGTH:
                return 0
        return 0

    def _after_subject(self, place: int) -> int:
        """Return where «مع Y» goes on behind «يلتقي X الذي يرافقه وفد اليوم»; 0 where no date parts the two."""
        if place != self.place + _SUBJECT + 1:
            return 0
        if self.items[place - 1].role is not Role.GROUP:
            return 0
        dated = placed = False
        comes = any(not _COMING.isdisjoint(one.senses.keys) for one in self.items[place + 1 : place + 2])
        for later in range(place + 1, min(place + 1 + _RELATIVE_ASIDE, len(self.items))):
            item = self.items[later]
            if item.role in (Role.BOUNDARY, Role.THAT, Role.COMMA):
                return 0
            if dated and ((item.role is Role.PREPOSITION and item.key == "with") or _is_next_person(item)):
                return later
            if comes and placed and names_person(item) and not item.preposition and not item.clitic:
                # «التقى X الذي يزور Y ضمن جولة Z»
                return later
            dated = dated or item.role is Role.DATE
            placed = placed or (item.role is Role.GROUP and item.is_place)
        return 0

    def _after_description(self, place: int) -> int:
        """Return where the clause goes on behind «محادثات استضافتها طوكيو»; 0 where no verb at *place* describes.

        A verb with a pronoun describes the indefinite noun right before it, and takes the item behind it as subject.
        """
        item, noun = self.items[place], self.items[place - 1]
        if not is_act_noun(noun) or noun.last != item.first:
            return 0
        definite = any(sense.form.definite for sense in noun.senses)
        describes = not definite and any(sense.form.pronoun for sense in item.senses)
        return place + 2 if describes else 0

    def _after_aside(self, place: int) -> int:
        """Return where the clause goes on behind «، في برقيات بعثها اليوم،»; 0 where no verb at *place* opens that."""
        item = self.items[place]
        if item.role is not Role.SUPPORT or self.items[place - 1].role is not Role.ACT:
            return 0
        if not any(item.role is Role.COMMA for item in self.items[self.place + 1 : place]):
            return 0
        within = range(place + 1, min(place + 1 + _ASIDE, len(self.items)))
        return next((later + 1 for later in within if self.items[later].role is Role.COMMA), 0)

    def _after_relative(self, place: int) -> int:
        """Return where the clause goes on behind «X، الذي يتولى الحكم منذ 2012،»; 0 where no such clause closes."""
        if place < self.place + _PLACE_OF_RELATIVE:
            return 0
        comma, named = self.items[place - 1], self.items[place - 2]
        if is_where(comma):
            # «في نيودلهي التي وصلها أمس، X»
            comma, named = Item(Role.COMMA, comma.last, comma.last), comma
        if comma.role is not Role.COMMA or not (named.role is Role.GROUP or is_act_noun(named)):
            return 0
        if comma.key in DASHES:
            within = range(place + 1, min(place + 1 + _DASHED_ASIDE, len(self.items)))
            return next((later + 1 for later in within if self.items[later].key == comma.key), 0)
        within = range(place + 1, min(place + 1 + _RELATIVE_ASIDE, len(self.items)))
        closing = next((later for later in within if self.items[later].role in (Role.COMMA, Role.BOUNDARY)), 0)
        return closing + 1 if closing and self.items[closing].role is Role.COMMA else 0

    def right_of_noun(self) -> list[tuple[int, Item]]:
        """Return the items after a noun; one relative clause with a verb right after the noun belongs to it."""
        if self._of_noun is None:
            self._of_noun = self._read_of_noun()
        return self._of_noun

    def _read_of_noun(self) -> list[tuple[int, Item]]:
        out: list[tuple[int, Item]] = []
        opened = relative = False
        near = self.place + _OF_NOUN
        resume = 0
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if place >= resume:
                resume = self._before_with(place) if item.role in _OPENINGS else 0
            if place < resume:
                continue
            of_somebody = item.role is Role.RELATIVE and (opened or item.word.startswith(_HIM_WHO))
            if of_somebody and (resume := self._after_relative(place)):
                continue
            if not opened and place <= near:
                if item.role is Role.RELATIVE or item.word in _WAS or (item.key == _OF and self.is_expected(place)):
                    relative, near = True, self.place + _OF_NOUN_IN_RELATIVE
                    continue
                if item.role is Role.THAT and relative:
                    continue
                if item.finite and _opens_verb(item) and (item.role is Role.SUPPORT or reaches_him(item)):
                    opened = True
                    continue
            if item.finite or item.role in _ENDS or (item.role is Role.ACT and not self.chained(place)):
                break
            if item.role is Role.COMMA and (self._opens_speech(place) or self._parts_with(place)):
                break
            out.append((place, item))
        return out

    def _parts_with(self, place: int) -> bool:
        """Tell whether «مع X» behind a comma is of the verb before: «تشاور قبل الاتصال، مع X»."""
        if place != self.place + 1 or place + 1 >= len(self.items):
            return False
        definite = any(sense.form.definite for sense in self.items[self.place].senses)
        return definite and self.items[place + 1].key == "with"

    def is_expected(self, place: int) -> bool:
        """Tell whether «من» at *place* opens what tells of the indefinite noun: «لقاء [من المقرر أن] يجمع X وY»."""
        following = self.items[place + 1 : place + 1 + _EXPECTED]
        if len(following) < _EXPECTED or following[1].role is not Role.THAT:
            return False
        known = any(sense.form.definite or sense.form.pronoun for sense in self.items[self.place].senses)
        return following[0].role is Role.WORD and following[0].word.startswith("ال") and not known

    def _opens_speech(self, place: int) -> bool:
        """Tell whether what somebody says begins at a colon: «قال X خلال لقاء: "سنعمل مع Y"»."""
        behind = place + 1
        return self.items[place].key == ":" and behind < len(self.items) and self.items[behind].role is Role.QUOTE

    def chained(self, place: int) -> bool:
        """Tell whether the act noun at *place* only specifies the one before: «رسالة تهنئة», «جولة مباحثات»."""
        item, before = self.items[place], self.items[place - 1]
        if before.role is Role.ACT and item.first == before.last and not item.clitic:
            return True
        if item.clitic == "ل" and _INVITED in self.items[self.place].senses.keys:
            # «دعوة لزيارة Z من Y»
            return "noun.visit" in item.senses.keys
        # «اتفاقيات ومذكرات تفاهم بين X وY» are all of the same two.
        signed = item.clitic == "و" and _SIGNED in item.senses.keys
        return signed and _SIGNED in self.items[self.place].senses.keys

    def left(self) -> list[tuple[int, Item]]:
        """Return the items before the verb or noun, nearest first, until the clause before begins."""
        if self._left is None:
            self._left = []
            for place in range(self.place - 1, -1, -1):
                item = self.items[place]
                if item.role in _BEGINNINGS:
                    break
                self._left.append((place, item))
        return self._left


def _opens_verb(item: Item) -> bool:
    """Tell whether *item* is a finite verb to which nothing is attached."""
    return item.finite and not item.clitic


def _is_next_person(item: Item) -> bool:
    """Tell whether *item* is somebody who may be the object of a verb before: «استقبل X الذي … أمس [Y]»."""
    somebody = names_person(item) or (item.role is Role.GROUP and bool(item.actors) and bool(item.phrases[0].offices))
    return somebody and not item.preposition and not item.clitic


def reaches_him(item: Item) -> bool:
    """Tell whether *item* is a verb by which a letter reached somebody: «وصلته», which is a verb of coming as well."""
    return item.role is Role.ACT and item.finite and any(s.key == "reach" and s.form.pronoun for s in item.senses)


def is_act_noun(item: Item) -> bool:
    """Tell whether *item* is an act, and no finite verb."""
    return item.role is Role.ACT and not item.finite


def is_where(item: Item) -> bool:
    """Tell whether *item* only says where: «في إسطنبول»."""
    return item.role is Role.GROUP and item.is_place and item.preposition in ("place", "at")


def names_person(item: Item) -> bool:
    """Tell whether the first whom *item* names is a person."""
    return bool(item.actors) and item.actors[0].type is EntityType.PER
