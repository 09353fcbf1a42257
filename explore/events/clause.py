"""Find the arguments of a verb or a noun in the items of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from explore.events.items import Item, Role
from explore.events.reach import AND_THAT, Reach, is_act_noun, names_person
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import Actor

_SUPERLATIVES = listed("clause", "superlatives")
_AUXILIARIES = listed("clause", "auxiliaries")
# «اتصالين», «اتصال هاتفي», «مكالمة هاتفية» have all that belongs to them.
_COMPLETE = ("ين", "تان", " هاتفي", " هاتفيا", " هاتفيه", " افتراضي", " افتراضيه", " مرءي", " مرءيه", " خطيه")
_ANOTHER = listed("clause", "another")
_TIMES = listed("clause", "times")
_MANNERS = listed("clause", "manners")
ADVERBS = _TIMES | _MANNERS | listed("shared", "each") | {"ذلك"}
# «أما X فزار Y»: behind this a verb with ف has its subject before it.
_AS_FOR = "اما"
# Marks behind which a verb has no subject before it: «(أ ف ب)», «موسكو -», «X:».
_CUTS = frozenset((")", ".", "-", ":", "/", "–", "—"))
_DURING_IT = listed("shared", "in_it") | listed("shared", "during_it")
_CLASSES = listed("clause", "classes")
_RANKS = listed("clause", "ranks")
# How many unknown words may part a subject from its verb; a place farther than one word is a dateline.
_WORDS_BETWEEN = 2
# «X، الذي كان يزور Y، اتصل»: an aside between commas has at most so many items.
_ASIDE_WITHIN = 9
_DATELINE = 1
# Whoever nobody knows has at most so many words between أن and the verb; these mean the speaker's own state.
_STRANGER_WITHIN = 3
_OF_THE_SPEAKER = listed("clause", "of_the_speaker")
_NO_STRANGERS = ADVERBS | _OF_THE_SPEAKER
# A verb of the present behind أن begins so; behind these words a subject may follow.
_PRESENT = ("ي", "ت")
_BARE_THAT = listed("clause", "bare_that")
SENDING = listed("clause", "sending")
# «والتقى X، ومن هناك طار»: what may open a clause behind a comma.
_AND = "و"
_OPENING = frozenset((Role.PREPOSITION, Role.PRONOUN))
_THEN = listed("clause", "then")
# «بعد لقائها X»: behind the pronoun stands who was met.
_OF_TWO_SIDES = frozenset(("noun.meeting", "verb.receive"))


@dataclass(slots=True)
class Clause(Reach):
    """Look for arguments around one item of a sentence."""

    def subject_left(self) -> Item | None:
        """Return the bare group right before the verb: «بوتين، بعث الأحد …», «X الذي زار …»."""
        letter = self.items[self.place].clitic[:1]
        if letter == "و" or (letter == "ف" and not any(item.word.lstrip("و") == _AS_FOR for _, item in self.left())):
            return None
        words = 0
        relative = False
        behind = len(self.items)
        for place, item in self.left():
            if place >= behind:
                continue
            if item.role is Role.COMMA:
                behind = self._before_aside(place)
            if item.role is Role.GROUP and (self._is_sought(place) or self._is_first_such(place)):
                continue
            if item.role is Role.GROUP and self._parts(place):
                return None
            if item.role is Role.GROUP:
                if item.is_place and relative and self._is_told_in_it():
                    return None
                dateline = item.is_place and words > _DATELINE
                bare = relative or not item.preposition
                return self._in_apposition(place) or (item if bare and item.actors and not dateline else None)
            relative = relative or item.role is Role.RELATIVE
            words += item.role is Role.WORD
            if item.finite or item.key in _CUTS or words > _WORDS_BETWEEN:
                return None
        return None

    def _parts(self, place: int) -> bool:
        """Tell whether a new clause goes on behind the group at *place*: «والتقى X، ومن هناك طار إلى Y»."""
        beside = self.goes_on_from() == place + 1
        return beside and any(item.finite for _, item in Reach(self.items, place).left())

    def goes_on_from(self) -> int | None:
        """Return the comma behind which the clause of the verb goes on: «[،] ومن هناك طار», or None."""
        for place, item in self.left():
            if item.role is Role.COMMA:
                return place if _goes_on(self.items[place + 1]) else None
            if item.finite or item.role is Role.RELATIVE or (item.role is Role.GROUP and not item.preposition):
                return None
        return None

    def _before_aside(self, place: int) -> int:
        """Return where «، الذي كان يزور Y» begins that the comma at *place* closes; *place* where it closes none."""
        for back in range(place - 1, max(0, place - _ASIDE_WITHIN), -1):
            item = self.items[back]
            if item.role is Role.RELATIVE:
                told = self.items[back - 1].role is Role.COMMA and any(one.finite for one in self.items[back:place])
                return back - 1 if told else place
            if item.role in (Role.COMMA, Role.BOUNDARY, Role.THAT):
                return place
        return place

    def _is_told_in_it(self) -> bool:
        """Tell whether «فيها», «خلالها» stands right behind the verb: «زيارته إلى X التي التقى خلالها Y»."""
        return self.place + 1 < len(self.items) and self.items[self.place + 1].word in _DURING_IT

    def _is_sought(self, place: int) -> bool:
        """Tell whether a ministry is what somebody is to lead: «X المرشح لتولي وزارة الخارجية زار»."""
        before = self.items[place - 1] if place else None
        sought = before is not None and before.role is Role.WORD and before.word.startswith("ل")
        return sought and self.items[place].phrases[0].body is not None

    def _is_first_such(self, place: int) -> bool:
        """Tell whether a title only says of the subject before it what that is: «كان X أول رئيس دولة يزور Y»."""
        before = self.items[place - 1] if place else None
        if before is None or before.role is not Role.WORD or before.word not in _SUPERLATIVES:
            return False
        return bool(self.items[place].phrases[0].offices) and self.items[place].phrases[0].name is None

    def has_nobody_left(self) -> bool:
        """Tell whether somebody whom no table knows bears the title right before the verb: «إن وزيره لن يلتقي»."""
        for _, item in self.left():
            if item.role is Role.GROUP:
                phrase = item.phrases[0]
                unnamed = bool(phrase.offices) and phrase.office.form.number == "s" and not item.actors
                return unnamed and not item.preposition and not phrase.clitic
            if item.role is not Role.WORD or item.word not in _AUXILIARIES:
                return False
        return False

    def has_stranger_left(self) -> bool:
        """Tell whether words that no table knows are the subject right before the verb: «إن زوجها وجه رسالة»."""
        for words, item in enumerate(reversed(self.items[max(0, self.place - 1 - _STRANGER_WITHIN) : self.place])):
            if item.role is Role.THAT:
                return words > 0
            if item.role is not Role.WORD or item.word in _NO_STRANGERS or item.word.endswith("ا"):
                return False
        return False

    def goes_on_about_stranger(self) -> bool:
        """Tell whether «والتقى» goes on about somebody whom no table knows: «إن فلانا تردد على X والتقى Y»."""
        if self.items[self.place].clitic[:1] != "و":
            return False
        that = next((at for at in range(self.place - 1, -1, -1) if self.items[at].role is Role.THAT), None)
        if that is None or self.items[that].word not in _BARE_THAT or that + 1 >= self.place:
            return False
        between = self.items[that + 1 : self.place]
        if any(item.role in (Role.GROUP, Role.PRONOUN) and not item.preposition for item in between):
            return False
        first = between[0]
        opens = first.role is Role.WORD and first.word not in _NO_STRANGERS and not first.word.endswith("ا")
        return opens and not first.word.startswith(_PRESENT)

    def _in_apposition(self, place: int) -> Item | None:
        """Return the person before «، شيخ الأزهر،»: what stands between commas only says who they are."""
        item, following = self.items[place], self.items[place + 1]
        if item.preposition or item.is_place or names_person(item) or following.role is not Role.COMMA:
            return None
        comma = place - 2 if place and self.items[place - 1].role is Role.WORD else place - 1
        if comma < 1 or self.items[comma].role is not Role.COMMA:
            return None
        before = self.items[comma - 1]
        return before if names_person(before) and not before.preposition else None

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
        right = takewhile(lambda found: found[1].word != AND_THAT, self.right())
        return [
            (place, item)
            for place, item in right
            if item.role is Role.GROUP and not item.preposition and item.actors and not self.of_noun(place)
        ]

    def of_noun(self, place: int) -> bool:
        """Tell whether the group is the genitive of a noun right before it: «على هامش قمة الناتو», «في دورة المجلس»."""
        before = self.items[place - 1]
        if before.last != self.items[place].first or place - 1 <= self.place:
            return False
        if before.role is Role.WORD:
            if before.word.startswith("ب") and not names_person(self.items[place]) and before.word not in _MANNERS:
                return True
            return (
                before.word not in _CLASSES
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
            if (seen_verb or fronted) and item.role is Role.GROUP and not item.preposition and item.actors:
                return item
        return None

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


def _goes_on(opening: Item) -> bool:
    """Tell whether *opening* goes on with «وفي …», «ومنها», «وبعدها»."""
    joined = opening.word.startswith(_AND) or opening.clitic == _AND
    return joined and (opening.role in _OPENING or opening.word in _THEN)
