"""Find the subject that stands before a verb, or tell that it is somebody whom no table knows."""

from __future__ import annotations

from dataclasses import dataclass

from explore.events.items import VERBS, Item, Role
from explore.events.reach import Reach, names_person
from explore.events.words import listed

_SUPERLATIVES = listed("shared", "superlatives")
_AUXILIARIES = listed("leftward", "auxiliaries")
_TIMES = listed("leftward", "times")
MANNERS = listed("leftward", "manners")
ADVERBS = _TIMES | MANNERS | listed("shared", "each") | {"ذلك"}
# «أما X فزار Y»: behind this a verb with ف has its subject before it.
_AS_FOR = "اما"
# Marks behind which a verb has no subject before it: «(أ ف ب)», «موسكو -», «X:».
_CUTS = frozenset((")", ".", "-", ":", "/", "–", "—"))
_DURING_IT = listed("shared", "in_it") | listed("shared", "during_it")
# How many unknown words may part a subject from its verb; a place farther than one word is a dateline.
_WORDS_BETWEEN = 2
# «X، الذي كان يزور Y، اتصل»: an aside between commas has at most so many items.
_ASIDE_WITHIN = 9
# «الذي كان يزور Y»: the relative stands at most so many items before the place.
_RELATIVE_WITHIN = 4
# «أن وفدا كويتيا يضم نحو 10 مسؤولين سيزور»: so many items behind the delegation.
_OF_MEMBERS = listed("leftward", "of_members")
_MEMBERS_WITHIN = 3
_DATELINE = 1
# «أن X، المبعوث إلى كذا، بحث»: so many items at most, and none of these.
_DESCRIBED_WITHIN = 14
_BEGINNINGS = frozenset((Role.THAT, Role.BOUNDARY))
_TELLING = VERBS | {Role.RELATIVE}
# Whoever nobody knows has at most so many words between أن and the verb; these mean the speaker's own state.
_STRANGER_WITHIN = 3
_OF_THE_SPEAKER = listed("leftward", "of_the_speaker")
_NO_STRANGERS = ADVERBS | _OF_THE_SPEAKER
# A verb of the present behind أن begins so; behind these words a subject may follow.
_PRESENT = ("ي", "ت")
_BARE_THAT = listed("shared", "bare_that")
# «والتقى X، ومن هناك طار»: what may open a clause behind a comma.
_AND = "و"
_OPENING = frozenset((Role.PREPOSITION, Role.PRONOUN))
# «الذي أغضبت …»: so may end a verb that no table knows, of somebody else.
_HERS = ("ت",)
_THEN = listed("leftward", "then")
_WHAT = listed("shared", "what")


@dataclass(slots=True)
class Leftward(Reach):
    """Look before one item of a sentence for its subject."""

    def subject_left(self) -> Item | None:
        """Return the bare group before the verb, a delegation with its members between: «وفد X يضم Y وZ سيزور …»."""
        nearest = self._nearest_left()
        return nearest or (None if self.items[self.place].clitic else self._delegation_left() or self._described_left())

    def _described_left(self) -> Item | None:
        """Return the person behind أن whom only a description parts from the verb: «أن X، المبعوث إلى كذا، بحث»."""
        opening = range(self.place - 1, -1, -1)
        that = next((at for at in opening if self.items[at].role in _BEGINNINGS or self.items[at].finite), None)
        between = self.items[that + 1 : self.place] if that is not None else ()
        if that is None or self.items[that].role is not Role.THAT or not 1 < len(between) <= _DESCRIBED_WITHIN:
            return None
        named, comma = between[:2]
        told = any(one.role in _TELLING or (names_person(one) and not one.preposition) for one in between[1:])
        return (
            named if comma.role is Role.COMMA and names_person(named) and not named.preposition and not told else None
        )

    def _delegation_left(self) -> Item | None:
        """Return the delegation behind أن of which only its members part the verb."""
        for place, item in self.left():
            told = place > 0 and self.items[place - 1].role is Role.THAT
            if told and item.role is Role.GROUP and item.phrases[-1].body == "delegation":
                behind = self.items[place + 1 : min(place + 1 + _MEMBERS_WITHIN, self.place)]
                return item if item.actors and any(one.word in _OF_MEMBERS for one in behind) else None
            if item.finite and item.word not in _OF_MEMBERS:
                return None
        return None

    def _nearest_left(self) -> Item | None:
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
            if item.role is Role.GROUP and self._is_sought(place):
                continue
            if item.role is Role.GROUP and self._is_first_such(place):
                told = self._told_such(place)
                if told is not None:
                    return told
                continue
            if item.role is Role.GROUP and self._parts(place):
                return None
            inner = self._in_relative(place) if item.role is Role.GROUP else None
            if inner is not None:
                return inner
            if item.role is Role.GROUP and self._is_visited(place):
                # «X الذي كان يزور Y اتصل»: the verb of the relative hides nothing behind it.
                behind, words = place - 1, 0
                continue
            if item.role is Role.GROUP:
                if (item.is_place and self._is_told_in_it()) or self._speaks(place) or self._is_told_by(place):
                    return None
                dateline = item.is_place and words > _DATELINE
                bare = relative or not item.preposition
                return self._in_apposition(place) or (item if bare and item.actors and not dateline else None)
            relative = relative or item.role is Role.RELATIVE
            words += item.role is Role.WORD
            if item.finite or (item.key in _CUTS and not (relative and words == 0)) or words > _WORDS_BETWEEN:
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

    def _is_visited(self, place: int) -> bool:
        """Tell whether the place there is only where somebody went of whom a relative tells: «الذي كان يزور Y»."""
        item, before = self.items[place], self.items[max(0, place - _RELATIVE_WITHIN) : place]
        if not item.is_place or item.preposition or not before or "verb.visit" not in before[-1].senses.keys:
            return False
        return any(one.role is Role.RELATIVE for one in before) and before[-1].finite

    def _in_relative(self, place: int) -> Item | None:
        """Return of whom a relative clause with a verb of its own tells: «X الذي أغضبت مشاركته [Y] سيزور Z»."""
        items = self.items
        within = range(place - 1, max(0, place - 1 - _RELATIVE_WITHIN), -1)
        relative = next((at for at in within if items[at].role is Role.RELATIVE), None)
        if relative is None or relative + 1 == place or any(s.form.pronoun for s in items[self.place].senses):
            return None
        told, verb = items[relative - 1], items[relative + 1]
        unknown = verb.role is Role.WORD and verb.word.endswith(_HERS) and verb.word not in _AUXILIARIES
        apart = any(item.role is Role.COMMA or item.finite for item in items[relative + 2 : self.place])
        bare = names_person(told) and not told.preposition
        return told if unknown and bare and not apart else None

    def _speaks(self, place: int) -> bool:
        """Tell whether the group at *place* only says what begins in quotation marks: «قال X "استقبلت Y Z"»."""
        if place == 0 or self.items[place - 1].role is not Role.SPEECH:
            return False
        return self.items[self.place - 1].role is Role.QUOTE

    def _is_told_by(self, place: int) -> bool:
        """Tell whether the group at *place* only told of it, a comma before the verb: «خلافا لما أعلنه X، التقى Y»."""
        told = place > 1 and self.items[place + 1].role is Role.COMMA
        return told and self.items[place - 2].word in _WHAT

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

    def _told_such(self, place: int) -> Item | None:
        """Return of whom «أول رئيس أميركي» is told, who is named before: «استعداد X ليكون أول رئيس أميركي يلتقي Y»."""
        states = {actor.country for actor in self.items[place].actors}
        before = (item for item in reversed(self.items[:place]) if item.role is Role.GROUP and item.actors)
        nearest = next(before, None)
        if nearest is None or not names_person(nearest) or len(nearest.actors) > 1:
            return None
        return nearest if nearest.actors[0].country in states else None

    def has_nobody_left(self) -> bool:
        """Tell whether somebody whom no table knows bears the title right before the verb: «إن وزيره لن يلتقي»."""
        for place, item in self.left():
            if item.role is Role.GROUP and item.preposition == "place" and place > 1:
                # «إن قائدي العمليات العسكرية في البلدين تحدثا»
                return self._opens_with_unnamed(place)
            if item.role is Role.GROUP:
                phrase = item.phrases[0]
                unnamed = bool(phrase.offices) and phrase.office.form.number == "s" and not item.actors
                return unnamed and not item.preposition and not phrase.clitic
            if item.role is not Role.WORD or item.word not in _AUXILIARIES:
                return False
        return False

    def _opens_with_unnamed(self, place: int) -> bool:
        """Tell whether two without names stand right behind أن, before the place there."""
        for at in range(place - 1, 0, -1):
            item = self.items[at]
            if item.role is Role.GROUP:
                two = bool(item.phrases[0].offices) and item.phrases[0].office.form.number == "d"
                return two and not item.actors and self.items[at - 1].role is Role.THAT
            if item.role not in (Role.WORD, Role.PREPOSITION):
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


def _goes_on(opening: Item) -> bool:
    """Tell whether *opening* goes on with «وفي …», «ومنها», «وبعدها»."""
    joined = opening.word.startswith(_AND) or opening.clitic == _AND
    return joined and (opening.role in _OPENING or opening.word in _THEN)
