"""Read names and titles of the same person that stand behind commas, in brackets or right behind a name."""

from __future__ import annotations

from explore.entities import names
from explore.entities.offices import MINISTERS
from explore.entities.phrase import HEADED, Name, Phrase
from explore.entities.posts import Posts
from explore.entities.remits import Remits
from explore.entities.scan import Scan
from explore.entities.slots import Slots
from explore.entities.weak import counts
from explore.entities.words import listed
from explore.knowledge.lexicon import Kind

_COMMAS = frozenset(("،", ",", '"', "-"))
_AROUND_WISHES = frozenset(("-", "–", '"'))
# What closes a name or a title set off by commas: «، فلاديمير بوتين،».
_AFTER_NAME = frozenset(("،", ",", ".", '"', "(", "\n", "-", ":"))
_AFTER_TITLE = frozenset(
    ("،", ",", ".", "\n", '"', ")", "-", ":", "؛", "والوفد", "الذي", "التي", "والذي", "والتي", "خلال")
)
_OF_STATE = listed("appositions", "of_state")
# «"أبو مازن"» closes so many tokens behind its opening.
_NICKNAMED = 3
_FATHERS = frozenset(("ابو", "ام", "ابا", "ابي"))
# A bracket inside a title closes within so many tokens: «رئيس الوزراء (المنتهية ولايته) X».
_LONGEST_BRACKET = 5
# A title apart is read in at most so many steps, each a word group of the tables.
_LONGEST_TITLE = 8


class Appositions:
    """Go on with a phrase behind a mark of punctuation."""

    def __init__(self, scan: Scan, slots: Slots, posts: Posts, remits: Remits) -> None:
        """Hold the text of *scan*; *slots*, *posts* and *remits* read a title that stands apart."""
        self.scan = scan
        self.slots = slots
        self.posts = posts
        self.remits = remits

    def read(self, phrase: Phrase) -> bool:
        """Read on over a comma or bracket where a name or a title of the same person stands behind it."""
        place = phrase.last
        if place + 1 >= len(self.scan.tokens.words):
            return False
        mark = self.scan.tokens.words[place]
        if mark == "(":
            return self._pass_bracket(phrase)
        if mark in _AROUND_WISHES and self._pass_wish(phrase):
            return True
        if mark not in _COMMAS:
            return phrase.name is not None and self._title_at(phrase, place)
        return self.name_after_comma(phrase) or self._title_after_comma(phrase)

    def pass_nickname(self, phrase: Phrase) -> bool:
        """Pass over what somebody is called as well, in quotation marks: «محمود عباس "أبو مازن"»."""
        if phrase.name is None or self.scan.word(phrase.last) != '"':
            return False
        if self.scan.word(phrase.last + 1) not in _FATHERS or self.scan.word(phrase.last + _NICKNAMED) != '"':
            return False
        phrase.last += _NICKNAMED + 1
        return True

    def _pass_bracket(self, phrase: Phrase) -> bool:
        """Pass over a short bracket inside a title when a name follows behind it."""
        if phrase.name is not None:
            return False
        inside = self.scan.tokens.words[phrase.last + 2 : phrase.last + 2 + _LONGEST_BRACKET]
        if ")" not in inside:
            return False
        return self._take_bearer(phrase, phrase.last + 2 + inside.index(")") + 1)

    def _take_bearer(self, phrase: Phrase, place: int) -> bool:
        """Take the known name at *place* where its state agrees with the title."""
        found = self.scan.whole(place, Kind.PERSON)
        if found is None or not self.slots.bearers.agrees(phrase, found[1].key):
            return False
        self.slots.fill(phrase, *found)
        return True

    def _pass_wish(self, phrase: Phrase) -> bool:
        """Pass over «- حفظه الله -», «"رعاه الله"»."""
        found = self.scan.best(phrase.last + 1, Kind.WISH)
        if found is None:
            return False
        end = found[0].last
        phrase.last = end + 1 if self.scan.word(end) == self.scan.word(phrase.last) else end
        return True

    def name_after_comma(self, phrase: Phrase) -> bool:
        """Take «الرئيس الروسي، فلاديمير بوتين،»."""
        if not _awaits_name(phrase):
            return False
        # «وزيرة التجارة الهولندية، "ليليان بلومين"»
        place = phrase.last + 1 + (self.scan.word(phrase.last + 1) == '"' != self.scan.word(phrase.last))
        found = self.scan.whole(place, Kind.PERSON)
        if found is not None and counts(self.scan, *found):
            return self._take_bearer(phrase, place)
        honorific = self.scan.whole(place, Kind.HONORIFIC)
        if honorific is None:
            return self._take_unknown(phrase, place)
        return self._take_honoured(phrase, honorific[0].last)

    def _take_honoured(self, phrase: Phrase, place: int) -> bool:
        """Take the name behind an honorific: «وزير الطاقة، السيد X»."""
        found = self.scan.whole(place, Kind.PERSON)
        if found is None:
            return self._take_unknown(phrase, place) or (phrase.has_state and self._take_long(phrase, place))
        self.slots.fill(phrase, *found)
        return True

    def _take_unknown(self, phrase: Phrase, first: int) -> bool:
        """Take a name that no table knows, of two words or more up to the closing mark."""
        end = names.name_end(self.scan, first)
        if end - first <= 1 or self.scan.word(end) not in _AFTER_NAME:
            end = names.closed_end(self.scan, first)
        if end == first:
            return False
        phrase.name = Name(first, end, None)
        phrase.last = end
        return True

    def _take_long(self, phrase: Phrase, first: int) -> bool:
        """Take a name that no table knows, of two words or more, wherever it ends."""
        end = names.name_end(self.scan, first)
        if end - first <= 1:
            return False
        phrase.name = Name(first, end, None)
        phrase.last = end
        return True

    def _title_after_comma(self, phrase: Phrase) -> bool:
        """Take «محمد بن سلمان، ولي العهد السعودي،»: a title between commas with no name of its own."""
        if self._goes_on_behind_comma(phrase):
            return True
        if not phrase.is_closed and not phrase.offices:
            return False
        return self._title_at(phrase, phrase.last + 1)

    def _goes_on_behind_comma(self, phrase: Phrase) -> bool:
        """Take the ministry of «وزير الدولة، وزير الخارجية، X»."""
        if phrase.name is not None or not phrase.offices or phrase.offices[-1].form.word not in _OF_STATE:
            return False
        office = self.scan.whole(phrase.last + 1, Kind.OFFICE)
        if office is None or office[1].key not in MINISTERS:
            return False
        self.slots.fill(phrase, *office)
        return True

    def _title_at(self, phrase: Phrase, place: int) -> bool:
        """Take the title at *place* into a named phrase, unless it has a name or a state of its own."""
        title = self._title(place) if phrase.name is not None else None
        if title is None or self._is_named(title):
            return False
        is_whole = self._ends_at_mark(title) if place > phrase.last else _is_definite(title)
        if not is_whole or not self.slots.bearers.may_bear(phrase, title) or self._leads_others(phrase, title):
            return False
        _add_title(phrase, title)
        return True

    def _leads_others(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether the phrase heads a delegation of another state than the *title* tells."""
        before = self.slots.lists.phrases[-1] if self.slots.lists.phrases else None
        if before is None or before.body != "delegation" or self.scan.word(phrase.first - 1) not in HEADED:
            return False
        return before.has_state and title.has_state and set(before.countries).isdisjoint(title.countries)

    def _title(self, place: int) -> Phrase | None:
        """Read the title of one person that begins at *place*."""
        office = self.scan.whole(place, Kind.OFFICE)
        # «سفيرا» is the accusative of one as well as a dual.
        if office is None or (office[1].form.number != "s" and not office[1].form.word.endswith("ا")):
            return None
        title = Phrase(place, place)
        self.slots.fill(title, *office)
        steps = (self.slots.follow, self.slots.take_movement, self.remits.read, self.posts.read)
        for _ in range(_LONGEST_TITLE):
            if not any(step(title) for step in steps):
                break
        return title

    def _is_named(self, title: Phrase) -> bool:
        """Tell whether a title apart has a name of its own, known or not: «، والرئيس X»."""
        if title.name is not None:
            return True
        return names.name_end(self.scan, title.last) > title.last and names.is_given(self.scan.word(title.last))

    def _ends_at_mark(self, title: Phrase) -> bool:
        """Tell whether a title behind a comma ends at a mark or with the text."""
        return title.last >= len(self.scan.tokens.words) or self.scan.word(title.last) in _AFTER_TITLE


def _awaits_name(phrase: Phrase) -> bool:
    """Tell whether the name of one office holder or counterpart is still to come."""
    return phrase.name is None and bool(phrase.offices or phrase.counterpart) and not phrase.is_dual


def _is_definite(title: Phrase) -> bool:
    """Tell whether a title right behind a name tells who: «بوتين رئيس روسيا», not «بوتين رئيسا», «استقبل X الوزير»."""
    if title.has_state or title.organisation or len(title.offices) > 1:
        return True
    return " " in title.office.form.word


def _add_title(phrase: Phrase, title: Phrase) -> None:
    """Give the offices of *title* to the phrase, and its state where the phrase tells none."""
    phrase.offices.extend(title.offices)
    if not phrase.nations:
        phrase.nations.extend(title.nations)
    if not phrase.state_keys:
        phrase.labels.extend(title.labels)
        phrase.state_keys.extend(title.state_keys)
    phrase.organisation = phrase.organisation or title.organisation
    if phrase.seat is None and phrase.body is None:
        phrase.body, phrase.seat = title.body, title.seat
    phrase.last = title.last
