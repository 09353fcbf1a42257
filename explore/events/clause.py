"""Find the arguments of a verb or a noun in the items of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.events.leftward import ADVERBS, MANNERS, Leftward
from explore.events.reach import AND_THAT, is_act_noun, names_person
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import Actor

# «اتصالين», «اتصال هاتفي», «مكالمة هاتفية» have all that belongs to them.
_COMPLETE = ("ين", "تان", " هاتفي", " هاتفيا", " هاتفيه", " افتراضي", " افتراضيه", " مرءي", " مرءيه", " خطيه")
_ANOTHER = listed("clause", "another")
CLASSES = listed("clause", "classes")
_HAVING_COPY = listed("clause", "having_copy")
_COPY_WITHIN = 2
_RANKS = listed("clause", "ranks")
SENDING = listed("clause", "sending")
# «بعد لقائها X»: behind the pronoun stands who was met.
_OF_TWO_SIDES = frozenset(("noun.meeting", "verb.receive"))


@dataclass(slots=True)
class Clause(Leftward):
    """Look for arguments around one item of a sentence."""

    def continued(self, name: str) -> list[Actor]:
        """Return the actors of later «ومن …», «وإلى …», «وآخر من …» in the same sentence."""
        out: list[Actor] = []
        for place in range(self.place + 1, len(self.items) - 1):
            item, following = self.items[place], self.items[place + 1]
            if item.role is Role.ACT and not self.chained(place):
                break
            if item.clitic != "و" and self.items[place - 1].word not in _ANOTHER:
                continue
            if item.role is Role.PREPOSITION and item.key == name and following.role is Role.GROUP:
                out.extend(following.actors)
            if _is_attached(item, name):
                out.extend(item.actors)
        return out

    def bare_right(self) -> list[tuple[int, Item]]:
        """Return the groups without preposition to the right; none that belongs to what «وذلك» adds."""
        out: list[tuple[int, Item]] = []
        for place, item in self.right():
            if item.word == AND_THAT:
                break
            if item.role is Role.GROUP and not item.preposition and item.actors and not self.of_noun(place):
                out.append((place, item))
        return out

    def of_noun(self, place: int) -> bool:
        """Tell whether the group is the genitive of a noun right before it: «على هامش قمة الناتو», «في دورة المجلس»."""
        before = self.items[place - 1]
        if before.last != self.items[place].first or place - 1 <= self.place:
            return False
        if before.role is Role.WORD:
            if before.word.startswith("ب") and not names_person(self.items[place]) and before.word not in MANNERS:
                return True
            return (
                before.word not in CLASSES
                and before.word not in _RANKS
                and not _is_adverb(before)
                and not before.possessed
            )
        return is_act_noun(before) and not any(map(_takes_no_genitive, before.senses))

    def nearest_subject(self) -> Item | None:
        """Return the group that is the subject of the clause around a noun: before it, else after the next verb."""
        bare: list[Item] = []
        for place, item in self.left():
            named = item.role is Role.GROUP and not item.preposition and item.actors and not item.is_place
            if named and not self.is_dateline(place):
                bare.append(item)
        if bare:
            # «استقبل X Y، وذلك بعد لقائه Z»: it goes on about X.
            return bare[-1] if any(item.word == AND_THAT for _, item in self.left()) else bare[0]
        return self._subject_after()

    def sent(self) -> list[Actor]:
        """Return who is sent for what the noun tells: «أوفد X وزيره Y إلى Z لإجراء محادثات»; empty where nobody is."""
        left = self.left()
        at = next((n for n, (_, item) in enumerate(left) if item.finite or item.word.lstrip("وف") in SENDING), None)
        if at is None or left[at][1].word.lstrip("وف") not in SENDING:
            return []
        bare = [item for _, item in reversed(left[:at]) if item.role is Role.GROUP and not item.preposition]
        if len(bare) == 1 and self._has_subject_before(left[at][0]):
            return bare[0].actors
        return bare[1].actors if len(bare) > 1 and bare[1].first == bare[0].last else []

    def _has_subject_before(self, place: int) -> bool:
        """Tell whether who does the verb at *place* stands right before it: «إنه سيرسل», «إن X سيرسل»."""
        before = self.items[place - 1] if place else None
        return before is not None and before.role in (Role.THAT, Role.GROUP) and not before.preposition

    def is_dateline(self, place: int) -> bool:
        """Tell whether a group stands in brackets, as an agency does in a dateline: «مكسيكو (أ ف ب) -»."""
        following = self.items[place + 1 : place + 2]
        return place > 0 and self.items[place - 1].key == "(" and any(item.key == ")" for item in following)

    def person_after(self) -> list[Actor]:
        """Return the person who is the subject behind a fronted noun: «إنه خلال اتصاله بX لفت Y إلى»."""
        item = self._subject_after()
        return item.actors if item is not None and names_person(item) else []

    def _subject_after(self) -> Item | None:
        """Find the subject behind a fronted phrase: «وفي رسالة إلى X، تعهد Y»."""
        seen_verb = False
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if item.role is Role.THAT:
                return None
            # A word that opens a clause behind a comma is most often a verb that no table knows.
            unknown_verb = item.role is Role.WORD and self.items[place - 1].role is Role.COMMA
            seen_verb = seen_verb or unknown_verb or item.finite
            fronted = item.role is Role.GROUP and self._is_fronted(place)
            named = item.role is Role.GROUP and not item.preposition and bool(item.actors)
            if (seen_verb or fronted) and named and not self._has_copy(place):
                return item
        return None

    def _has_copy(self, place: int) -> bool:
        """Tell whether a group only got to see a letter: «بعث بها إلى X وحصلت وكالة فرانس برس على نسخة منها»."""
        return any(item.word.lstrip("و") in _HAVING_COPY for item in self.items[max(0, place - _COPY_WITHIN) : place])

    def _is_fronted(self, place: int) -> bool:
        """Tell whether a group stands between a comma and its verb: «في اتصال مع X.. Y يؤكد»."""
        following = self.items[place + 1 : place + 2]
        return self.items[place - 1].role is Role.COMMA and any(item.finite for item in following)


def _takes_no_genitive(sense: Sense) -> bool:
    """Tell whether no group belongs to an act noun: one with its article; what «لقائها X» tells is its object."""
    met = bool(sense.form.pronoun) and sense.key in _OF_TWO_SIDES
    return (sense.form.definite and not met) or _is_complete(sense)


def _is_complete(sense: Sense) -> bool:
    """Tell whether no genitive can follow the noun: a dual with its ن, «اتصالين», or an adjective behind it."""
    return sense.form.word.endswith(_COMPLETE)


def _is_adverb(item: Item) -> bool:
    """Tell whether a word may stand between a verb and a group without taking that as its genitive."""
    return item.word.endswith("ا") or item.word in ADVERBS or item.word.startswith(("ال", "ب", "ل"))


def _is_attached(item: Item, name: str) -> bool:
    """Tell whether *item* is a group on which the preposition *name* is written: «ولX», «ثم بX»."""
    if item.role is not Role.GROUP or item.is_place:
        return False
    return item.preposition in (name, "at") and item.clitic[-1:] in ("ب", "ل")
