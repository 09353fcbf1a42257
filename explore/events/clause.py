"""Find the arguments of a verb or a noun in the items of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.knowledge.lexicon import Kind
from explore.model import Actor, EntityType

_FINITE = (Kind.ACT, Kind.SUPPORT, Kind.SPEECH)
# A list may go on with one of these and the preposition again: «وأخرى إلى …».
ANOTHER = frozenset(("واخر", "واخري", "وثالث", "وثالثه", "وثانيه", "وثان", "ورابع", "ورابعه", "ثم", "وثم", "وكذلك"))
# Behind an indefinite noun these open a clause about it: «لقاء كان من المقرر أن يجمعه …».
_WAS = frozenset(("كان", "كانت"))
# Adverbs that may stand between a verb and its subject or object.
ADVERBS = frozenset(
    (
        "هاتفيا",
        "ايضا",
        "بعدها",
        "قبلها",
        "خلالها",
        "حينها",
        "الليله",
        "شخصيا",
        "مرتين",
        "مرات",
        "مره",
        "كذلك",
        "قد",
        "كلا",
        "كل",
        "من",
        "ثم",
        "فجر",
        "صباح",
        "مساء",
        "ظهر",
        "يوم",
        "امس",
        "معا",
        "بدوره",
        "بدورها",
    )
)


def is_finite(item: Item) -> bool:
    """Tell whether the item is a finite verb."""
    if item.role not in (Role.ACT, Role.SUPPORT, Role.SPEECH):
        return False
    verbal = [bool(sense.form.tense) for sense in item.senses if sense.kind in _FINITE]
    return all(verbal)


@dataclass(slots=True)
class Clause:
    """Look for arguments around one item of a sentence."""

    items: list[Item]
    place: int

    def right(self) -> Iterator[tuple[int, Item]]:
        """Yield the items after the verb or noun until its clause ends."""
        resume = 0
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if place < resume:
                continue
            if is_finite(item) and item.role is Role.SUPPORT and not item.clitic:
                resume = self._after_aside(place)
                if resume:
                    continue
            if self._describes(place):
                resume = place + 2
                continue
            if item.role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE) or is_finite(item):
                return
            yield place, item

    def _describes(self, place: int) -> bool:
        """Tell whether a verb with a pronoun describes the indefinite noun right before it: «محادثات استضافتها طوكيو»."""
        item, noun = self.items[place], self.items[place - 1]
        if (
            noun.role is not Role.ACT
            or is_finite(noun)
            or noun.last != item.first
            or item.clitic
            or not is_finite(item)
        ):
            return False
        definite = any(sense.form.definite for sense in noun.senses)
        return not definite and any(sense.form.pronoun for sense in item.senses)

    def _after_aside(self, place: int) -> int:
        """Return where the clause goes on behind «، في برقيات بعثها اليوم،»; 0 where the verb at *place* is no aside."""
        opened = any(item.role is Role.COMMA for item in self.items[self.place + 1 : place])
        if not opened or self.items[place - 1].role is not Role.ACT:
            return 0
        closing = (
            later for later in range(place + 1, min(place + 6, len(self.items))) if self.items[later].role is Role.COMMA
        )
        return next(closing, -1) + 1

    def right_of_noun(self) -> Iterator[tuple[int, Item]]:
        """Yield the items after a noun; one relative clause with a verb right after the noun belongs to it."""
        opened = relative = False
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            near = place - self.place <= (8 if relative else 4)
            if (item.role is Role.RELATIVE or item.word in _WAS) and near and not opened:
                relative = True
                continue
            if item.role is Role.THAT and relative and near and not opened:
                continue
            if is_finite(item) and item.role is Role.SUPPORT and near and not opened and not item.clitic:
                opened = True
                continue
            if item.role is Role.ACT and not is_finite(item) and not self.chained(place):
                return
            if item.role in (Role.BOUNDARY, Role.THAT, Role.RELATIVE) or is_finite(item):
                return
            yield place, item

    def chained(self, place: int) -> bool:
        """Tell whether the act noun at *place* only specifies the one before: «رسالة تهنئة», «جولة مباحثات»."""
        return (
            self.items[place - 1].role is Role.ACT
            and self.items[place].first == self.items[place - 1].last
            and not self.items[place].clitic
        )

    def left(self) -> Iterator[tuple[int, Item]]:
        """Yield the items before the verb or noun, nearest first, until the clause before begins."""
        for place in range(self.place - 1, -1, -1):
            item = self.items[place]
            if item.role is Role.THAT or (item.role is Role.BOUNDARY and item.key != "،"):
                return
            yield place, item

    def _is_adverb(self, item: Item) -> bool:
        return item.word.endswith("ا") or item.word in ADVERBS or item.word.startswith(("ال", "ب", "ل"))

    def subject_left(self) -> Item | None:
        """Return the bare group right before the verb: «بوتين، بعث الأحد …», «X الذي زار …»."""
        here = self.items[self.place]
        if here.clitic[:1] in ("و", "ف"):
            return None
        words = 0
        relative = False
        for _, item in self.left():
            relative |= item.role is Role.RELATIVE
            if item.role is Role.GROUP:
                dateline = item.is_place and words > 1
                named = self._in_apposition(item)
                if named is not None:
                    return named
                return item if (relative or not item.preposition) and item.actors and not dateline else None
            if is_finite(item):
                return None
            if item.key in (")", "-", ":"):
                return None
            if item.role is Role.WORD:
                words += 1
                if words > 2:  # noqa: PLR2004
                    return None
        return None

    def _in_apposition(self, item: Item) -> Item | None:
        """Return the person before «، شيخ الأزهر،»: what stands between commas only says who they are."""
        place = self.items.index(item)
        if (
            self.items[place - 1].role is Role.WORD
            and place + 1 < len(self.items)
            and self.items[place + 1].role is Role.COMMA
        ):
            place -= 1
        if (
            place < 2
            or self.items[place - 1].role is not Role.COMMA
            or self.items[self.items.index(item) + 1].role is not Role.COMMA
        ):  # noqa: PLR2004
            return None
        before = self.items[place - 2]
        if before.role is not Role.GROUP or before.preposition or not before.actors or item.preposition:
            return None
        told = item.actors[0].type is EntityType.PER if item.actors else False
        return before if before.actors[0].type is EntityType.PER and not told and not item.is_place else None

    def continued(self, name: str) -> list[Actor]:
        """Return the actors of later «ومن …», «وإلى …», «وآخر من …» in the same sentence."""
        out: list[Actor] = []
        for place in range(self.place + 1, len(self.items) - 1):
            item, following = self.items[place], self.items[place + 1]
            if item.role is Role.ACT and not self.chained(place):
                break
            again = item.clitic == "و" or self.items[place - 1].word in ANOTHER
            if item.role is Role.PREPOSITION and again and item.key == name and following.role is Role.GROUP:
                out.extend(following.actors)
            attached = item.role is Role.GROUP and item.preposition in (name, "at") and item.clitic[-1:] in ("ب", "ل")
            if attached and (again or self.items[place - 1].word == "ثم") and not item.is_place:
                out.extend(item.actors)
        return out

    def bare_right(self) -> list[tuple[int, Item]]:
        """Return the groups without preposition to the right."""
        return [
            (place, item)
            for place, item in self.right()
            if item.role is Role.GROUP and not item.preposition and item.actors and not self.of_noun(place)
        ]

    def of_noun(self, place: int) -> bool:
        """Tell whether the group is the genitive of a noun right before it: «على هامش قمة الناتو», «في دورة المجلس»."""
        before = self.items[place - 1]
        if before.role is Role.WORD and before.last == self.items[place].first and place - 1 > self.place:
            return not self._is_adverb(before) and not before.possessed
        noun = before.role is Role.ACT and not is_finite(before) and before.last == self.items[place].first
        return noun and place - 1 > self.place and not any(sense.form.definite for sense in before.senses)

    def nearest_subject(self) -> Item | None:
        """Return the group that is the subject of the clause around a noun: before it, else after the next verb."""
        for _, item in self.left():
            if item.role is Role.GROUP and not item.preposition and item.actors and not item.is_place:
                return item
        return self._subject_after()

    def _subject_after(self) -> Item | None:
        """Find the subject behind a fronted phrase: «وفي رسالة إلى X، تعهد Y»."""
        seen_verb = False
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if item.role is Role.THAT:
                return None
            if is_finite(item):
                seen_verb = True
            if item.role is Role.WORD and self.items[place - 1].role is Role.COMMA:
                seen_verb = True
            if seen_verb and item.role is Role.GROUP and not item.preposition and item.actors:
                return item
        return None
