"""Find the arguments of a verb or a noun in the items of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explore.events.items import Item, Role
from explore.knowledge.lexicon import Sense
from explore.model import Actor, EntityType

# «أول رئيس يزور», «أرفع مسؤول يزور»
_SUPERLATIVES = frozenset(("اول", "ارفع", "اعلي", "اكبر", "ابرز", "كاول", "كارفع", "ثاني", "ثالث", "اخر"))
# What may part a subject from its verb.
_AUXILIARIES = frozenset(("قد", "لن", "لم", "لا", "ما", "سوف", "كان", "كانت"))
# «اتصالين», «اتصال هاتفي», «مكالمة هاتفية» have all that belongs to them.
_COMPLETE = ("ين", "تان", " هاتفي", " هاتفيا", " هاتفيه", " افتراضي", " افتراضيه", " مرءي", " مرءيه", " خطيه")
# A clause ends before one of these, or before the next verb.
_BEGINNINGS = frozenset((Role.BOUNDARY, Role.THAT))
_ENDS = frozenset((Role.BOUNDARY, Role.THAT, Role.RELATIVE))
# A list may go on with one of these and the preposition again: «وأخرى إلى …».
_ANOTHER = frozenset((
    "واخر", "واخري", "وثالث", "وثالثه", "وثانيه", "وثان", "ورابع", "ورابعه", "واخريين", "واخرين", "ومثلها",
    "ومثلهما", "ومثله", "ثم", "وثم", "وكذلك", "والاخر", "والاخري", "والثاني", "والثانيه", "والثالث", "والثالثه",
    "والرابع", "ولا",
))  # fmt: skip
# Behind an indefinite noun these open a clause about it: «لقاء كان من المقرر أن يجمعه …».
_WAS = frozenset(("كان", "كانت"))
# Adverbs that may stand between a verb and its subject or object.
_TIMES = frozenset((
    "بعدها", "قبلها", "خلالها", "حينها", "ثم", "الليله", "فجر", "صباح", "مساء", "ظهر", "يوم", "امس", "ايام", "يومين",
    "اسبوعا", "اسبوع", "اسبوعين", "ساعات", "اشهر", "شهور", "شهرين", "سنوات", "سنتين", "عامين", "اعوام",
    "قليله",
))  # fmt: skip
_MANNERS = frozenset(
    ("هناك", "هنالك", "هاتفيا", "شخصيا", "ايضا", "كذلك", "معا", "بدوره", "بدورها", "مرتين", "مرات", "مره", "قد")
)
ADVERBS = _TIMES | _MANNERS | frozenset(("كلا", "كل", "من", "ذلك"))
# «أما X فزار Y»: behind this a verb with ف has its subject before it.
_AS_FOR = "اما"
# Marks behind which a verb has no subject before it: «(أ ف ب)», «موسكو -», «X:».
_CUTS = frozenset((")", ".", "-", ":", "/", "–", "—"))
# «زار مدينة سوتشي», «حطت طائرة X»: what a place is, or how somebody comes, not what it belongs to.
_CLASSES = frozenset(("مدينه", "بلده", "ولايه", "جزيره", "اقليم", "محافظه", "منطقه", "طايره", "موكب"))
# «زار وفد أمريكي رفيع الخرطوم»: what rank who came has.
_RANKS = frozenset(("رفيع", "رفيعه", "المستوي", "كبير", "كبيره", "رسمي", "رسميه", "ثلاثي", "مشترك"))
# How many unknown words may part a subject from its verb; a place farther than one word is a dateline.
_WORDS_BETWEEN = 2
_DATELINE = 1
# Whoever nobody knows has at most so many words between أن and the verb; these mean the speaker's own state.
_STRANGER_WITHIN = 3
_OF_THE_SPEAKER = frozenset(
    ("بلاده", "بلادها", "بلادهم", "بلده", "بلدها", "حكومته", "حكومتها", "دولته", "وزارته", "وفده")
)
_NO_STRANGERS = ADVERBS | _OF_THE_SPEAKER
# A verb of the present behind أن begins so; behind these words a subject may follow.
_PRESENT = ("ي", "ت")
_BARE_THAT = frozenset(("ان", "بان", "وان", "وبان"))
# An aside closes at most so many items behind its verb: «، في برقيات بعثها اليوم،».
_ASIDE = 5
# A relative clause in commas stands behind a named group and closes within so many items.
_PLACE_OF_RELATIVE = 3
_RELATIVE_ASIDE = 10
# Who does one of these sends somebody, who goes for them.
SENDING = frozenset((
    "اوفد", "اوفدت", "يوفد", "توفد", "سيوفد", "ستوفد", "ارسل", "ارسلت", "يرسل", "ترسل", "سيرسل", "سترسل", "كلف", "كلفت",
    "يكلف", "تكلف", "انتدب", "انتدبت", "ابتعث",
))  # fmt: skip
# The subject stands right behind its verb.
_SUBJECT = 1
# «بعد لقائها X»: behind the pronoun stands who was met.
_OF_TWO_SIDES = frozenset(("noun.meeting", "verb.receive"))
# «التي تبدأ الثلاثاء، وتستمر أربعة أيام،» has at most so many items of these kinds.
_LENGTH_WITHIN = 9
_OF_LENGTH = frozenset((Role.WORD, Role.DATE, Role.COMMA, Role.SUPPORT))
# The verb or relative of a noun stands at most so many items behind it; in a relative clause so many.
_OF_NOUN = 4
_OF_NOUN_IN_RELATIVE = 8


@dataclass(slots=True)
class Clause:
    """Look for arguments around one item of a sentence."""

    items: Sequence[Item]
    place: int
    _right: list[tuple[int, Item]] | None = None
    _of_noun: list[tuple[int, Item]] | None = None
    _left: list[tuple[int, Item]] | None = None

    def right(self) -> list[tuple[int, Item]]:
        """Return the items after the verb or noun until its clause ends."""
        if self._right is None:
            self._right = list(self._read_right())
        return self._right

    def _read_right(self) -> Iterator[tuple[int, Item]]:
        resume = 0
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if place < resume:
                continue
            if item.finite or item.role in _ENDS:
                resume = self._after_clause(place)
                if not resume:
                    return
                continue
            yield place, item

    def _after_clause(self, place: int) -> int:
        """Return where the clause goes on behind one that *place* opens inside it; 0 where it ends there."""
        inner = self._after_aside(place) or self._after_description(place) or self._after_relative(place)
        return inner or self._after_length(place) or self._after_subject(place)

    def _after_length(self, place: int) -> int:
        """Return where «مع X», «X» goes on behind «خلال الزيارة التي تستمر يومين»; 0 where no such act is there."""
        if self.items[place].role is not Role.RELATIVE or not _is_act_noun(self.items[place - 1]):
            return 0
        if place < self.place + _PLACE_OF_RELATIVE or self.items[place - 2].role is not Role.PREPOSITION:
            return 0
        for later in range(place + 1, min(place + 1 + _LENGTH_WITHIN, len(self.items))):
            item = self.items[later]
            if (item.role is Role.PREPOSITION and item.key == "with") or (_is_person(item) and not item.preposition):
                return later
            if item.role not in _OF_LENGTH:
                return 0
        return 0

    def _after_subject(self, place: int) -> int:
        """Return where «مع Y» goes on behind «يلتقي X الذي يرافقه وفد اليوم»; 0 where no date parts the two."""
        if self.items[place].role is not Role.RELATIVE or place != self.place + _SUBJECT + 1:
            return 0
        if self.items[place - 1].role is not Role.GROUP:
            return 0
        dated = False
        for later in range(place + 1, min(place + 1 + _RELATIVE_ASIDE, len(self.items))):
            item = self.items[later]
            if item.role in (Role.BOUNDARY, Role.THAT, Role.COMMA):
                return 0
            if dated and item.role is Role.PREPOSITION and item.key == "with":
                return later
            dated = dated or item.role is Role.DATE
        return 0

    def _after_description(self, place: int) -> int:
        """Return where the clause goes on behind «محادثات استضافتها طوكيو»; 0 where no verb at *place* describes.

        A verb with a pronoun describes the indefinite noun right before it, and takes the item behind it as subject.
        """
        item, noun = self.items[place], self.items[place - 1]
        if not _is_act_noun(noun) or noun.last != item.first or not _opens_verb(item):
            return 0
        definite = any(sense.form.definite for sense in noun.senses)
        describes = not definite and any(sense.form.pronoun for sense in item.senses)
        return place + 2 if describes else 0

    def _after_aside(self, place: int) -> int:
        """Return where the clause goes on behind «، في برقيات بعثها اليوم،»; 0 where no verb at *place* opens that."""
        item = self.items[place]
        if item.role is not Role.SUPPORT or not _opens_verb(item) or self.items[place - 1].role is not Role.ACT:
            return 0
        if not any(item.role is Role.COMMA for item in self.items[self.place + 1 : place]):
            return 0
        within = range(place + 1, min(place + 1 + _ASIDE, len(self.items)))
        return next((later + 1 for later in within if self.items[later].role is Role.COMMA), 0)

    def _after_relative(self, place: int) -> int:
        """Return where the clause goes on behind «X، الذي يتولى الحكم منذ 2012،»; 0 where no such clause closes."""
        if self.items[place].role is not Role.RELATIVE or place < self.place + _PLACE_OF_RELATIVE:
            return 0
        comma, named = self.items[place - 1], self.items[place - 2]
        if _is_where(comma):
            # «في نيودلهي التي وصلها أمس، X»
            comma, named = Item(Role.COMMA, comma.last, comma.last), comma
        if comma.role is not Role.COMMA or not (named.role is Role.GROUP or _is_act_noun(named)):
            return 0
        within = range(place + 1, min(place + 1 + _RELATIVE_ASIDE, len(self.items)))
        closing = next((later for later in within if self.items[later].role in (Role.COMMA, Role.BOUNDARY)), 0)
        return closing + 1 if closing and self.items[closing].role is Role.COMMA else 0

    def right_of_noun(self) -> list[tuple[int, Item]]:
        """Return the items after a noun; one relative clause with a verb right after the noun belongs to it."""
        if self._of_noun is None:
            self._of_noun = list(self._read_of_noun())
        return self._of_noun

    def _read_of_noun(self) -> Iterator[tuple[int, Item]]:
        opened = relative = False
        near = self.place + _OF_NOUN
        for place in range(self.place + 1, len(self.items)):
            item = self.items[place]
            if not opened and place <= near:
                if item.role is Role.RELATIVE or item.word in _WAS:
                    relative, near = True, self.place + _OF_NOUN_IN_RELATIVE
                    continue
                if item.role is Role.THAT and relative:
                    continue
                if item.role is Role.SUPPORT and _opens_verb(item):
                    opened = True
                    continue
            if item.finite or item.role in _ENDS or (item.role is Role.ACT and not self.chained(place)):
                return
            if item.key == ":" and self._opens_speech(place):
                return
            yield place, item

    def _opens_speech(self, place: int) -> bool:
        """Tell whether what somebody says begins at a colon: «قال X خلال لقاء: "سنعمل مع Y"»."""
        return place + 1 < len(self.items) and self.items[place + 1].role is Role.QUOTE

    def chained(self, place: int) -> bool:
        """Tell whether the act noun at *place* only specifies the one before: «رسالة تهنئة», «جولة مباحثات»."""
        item, before = self.items[place], self.items[place - 1]
        return before.role is Role.ACT and item.first == before.last and not item.clitic

    def left(self) -> list[tuple[int, Item]]:
        """Return the items before the verb or noun, nearest first, until the clause before begins."""
        if self._left is None:
            self._left = list(self._read_left())
        return self._left

    def _read_left(self) -> Iterator[tuple[int, Item]]:
        for place in range(self.place - 1, -1, -1):
            item = self.items[place]
            if item.role in _BEGINNINGS:
                return
            yield place, item

    def subject_left(self) -> Item | None:
        """Return the bare group right before the verb: «بوتين، بعث الأحد …», «X الذي زار …»."""
        letter = self.items[self.place].clitic[:1]
        if letter == "و" or (letter == "ف" and not any(item.word.lstrip("و") == _AS_FOR for _, item in self.left())):
            return None
        words = 0
        relative = False
        for place, item in self.left():
            if item.role is Role.GROUP and (self._is_sought(place) or self._is_first_such(place)):
                continue
            if item.role is Role.GROUP:
                dateline = item.is_place and words > _DATELINE
                bare = relative or not item.preposition
                return self._in_apposition(place) or (item if bare and item.actors and not dateline else None)
            relative = relative or item.role is Role.RELATIVE
            words += item.role is Role.WORD
            if item.finite or item.key in _CUTS or words > _WORDS_BETWEEN:
                return None
        return None

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
        if item.preposition or item.is_place or _is_person(item) or following.role is not Role.COMMA:
            return None
        comma = place - 2 if place and self.items[place - 1].role is Role.WORD else place - 1
        if comma < 1 or self.items[comma].role is not Role.COMMA:
            return None
        before = self.items[comma - 1]
        return before if _is_person(before) and not before.preposition else None

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
        """Return the groups without preposition to the right."""
        return [
            (place, item)
            for place, item in self.right()
            if item.role is Role.GROUP and not item.preposition and item.actors and not self.of_noun(place)
        ]

    def of_noun(self, place: int) -> bool:
        """Tell whether the group is the genitive of a noun right before it: «على هامش قمة الناتو», «في دورة المجلس»."""
        before = self.items[place - 1]
        if before.last != self.items[place].first or place - 1 <= self.place:
            return False
        if before.role is Role.WORD:
            if before.word.startswith("ب") and not _is_person(self.items[place]) and before.word not in _MANNERS:
                return True
            return (
                before.word not in _CLASSES
                and before.word not in _RANKS
                and not _is_adverb(before)
                and not before.possessed
            )
        return _is_act_noun(before) and not any(map(_takes_no_genitive, before.senses))

    def nearest_subject(self) -> Item | None:
        """Return the group that is the subject of the clause around a noun: before it, else after the next verb."""
        for place, item in self.left():
            named = item.role is Role.GROUP and not item.preposition and item.actors and not item.is_place
            if named and not self.is_dateline(place):
                return item
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
        return item.actors if item is not None and _is_person(item) else []

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


def _opens_verb(item: Item) -> bool:
    """Tell whether *item* is a finite verb to which nothing is attached."""
    return item.finite and not item.clitic


def _is_act_noun(item: Item) -> bool:
    """Tell whether *item* is an act, and no finite verb."""
    return item.role is Role.ACT and not item.finite


def _is_complete(sense: Sense) -> bool:
    """Tell whether no genitive can follow the noun: a dual with its ن, «اتصالين», or an adjective behind it."""
    return sense.form.word.endswith(_COMPLETE)


def _is_where(item: Item) -> bool:
    """Tell whether *item* is a place behind a preposition."""
    return item.role is Role.GROUP and item.is_place and item.preposition in ("place", "at")


def _is_person(item: Item) -> bool:
    """Tell whether the first whom *item* names is a person."""
    return bool(item.actors) and item.actors[0].type is EntityType.PER


def _is_adverb(item: Item) -> bool:
    """Tell whether a word may stand between a verb and a group without taking that as its genitive."""
    return item.word.endswith("ا") or item.word in ADVERBS or item.word.startswith(("ال", "ب", "ل"))


def _is_attached(item: Item, name: str) -> bool:
    """Tell whether *item* is a group on which the preposition *name* is written: «ولX», «ثم بX»."""
    if item.role is not Role.GROUP or item.is_place:
        return False
    return item.preposition in (name, "at") and item.clitic[-1:] in ("ب", "ل")
