"""Read on inside a title as long as its holder's name may still follow."""

from __future__ import annotations

from dataclasses import replace

from explore.entities import names
from explore.entities.appositions import Appositions
from explore.entities.offices import OWNED
from explore.entities.phrase import AIDES, Name, Phrase
from explore.entities.scan import Scan, is_weak
from explore.entities.slots import Slots
from explore.entities.words import listed
from explore.knowledge.lexicon import Kind

# The rest of a ministry's fields begins so, and goes on so: «وزير الطاقة [والمناجم والموارد المائية]».
_FIELD_BEGINS = ("وال", "بال")
_FIELD_GOES_ON = (*_FIELD_BEGINS, "ال", "لل")
# How an adjective of a delegation ends: برلماني، أمنيا، تجارية.
_QUALITIES = ("ي", "يا", "يه")
_MINISTERS = listed("titles", "ministers")
# No ministry has more words of fields than these.
_LONGEST_FIELDS = 5
# A name may stand so many tokens behind an open title: «رئيس جارة بلاده الجنوبية مون».
_FAR = 5
_HOMELANDS = listed("titles", "homelands")
# What stands behind an honorific of one letter.
_ABBREVIATING = frozenset((".", "/"))
# A word with these readings opens a clause or is somebody else, so that a title does not reach beyond it.
_CLAUSES = frozenset((Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH, Kind.PERSON))
# «الرئيس الفخري للدولة X»: the state, no honorific.
_OF_STATE = "للدوله"
# Behind «ب» or «ل» these open somebody else: «قدم الرئيس شكره للشيخ X».
_SOMEBODY = frozenset((Kind.OFFICE, Kind.COUNTERPART, Kind.HONORIFIC))
# Who sits in a parliament, behind one of these.
_SITTING = frozenset(("chairman", "member", "party_leader"))
_CHAMBERS = frozenset(("parliament", "senate"))
_INSIDE = frozenset(("في", "فى"))
# For whom somebody sits there, in so many words at most: «عن ولاية أريزونا الأميركية».
_CONSTITUENCIES = listed("titles", "constituencies")
_LONGEST_CONSTITUENCY = 5
# Where somebody is from who comes in a delegation.
_SEATS = frozenset((Kind.STATE, Kind.ORGANISATION))


# «زوجة الرئيس الأمريكي X» is who bears the title, not X.
_SPOUSE = "first_lady"


class Titles:
    """Go on with titles: what they are over, where they serve, and the name at their end."""

    def __init__(self, scan: Scan, slots: Slots, appositions: Appositions) -> None:
        """Hold the text of *scan*; *slots* and *appositions* tell what may follow."""
        self.scan = scan
        self.slots = slots
        self.appositions = appositions

    def pass_fields(self, phrase: Phrase) -> bool:
        """Pass over the rest of a long title where a name follows: «وزير الطاقة والمناجم، السيد X»."""
        if not phrase.is_open or phrase.is_dual or phrase.has_state:
            return False
        place = self._fields_end(phrase.last, bare=self._opens_fields(phrase))
        if place == phrase.last or place >= len(self.scan.tokens.words):
            return False
        # The probe shares all other slots: a state read behind the fields is the title's, even where no name follows.
        probe = replace(phrase, last=place, honorifics=[*phrase.honorifics])
        read = self.slots.follow(probe)
        if read and phrase.has_state:
            phrase.last = probe.last
            return True
        named = read and (probe.name is not None or len(probe.honorifics) > len(phrase.honorifics))
        if not named and not self.appositions.name_after_comma(probe):
            return False
        phrase.last = place
        return True

    def _opens_fields(self, phrase: Phrase) -> bool:
        """Tell whether any definite word may open the fields: behind «وزير», or behind the first of them with «ال»."""
        word = phrase.offices[-1].form.word
        return word in _MINISTERS or (word.startswith("وزير") and self.scan.word(phrase.last - 1).startswith("ال"))

    def _fields_end(self, first: int, *, bare: bool) -> int:
        """Return where the words of a ministry's fields end that begin at *first*; *first* where none do.

        Behind a *bare* «وزير» any definite word may begin them: «وزير التعدين السوداني».
        """
        place = first
        begins = _FIELD_GOES_ON if bare else _FIELD_BEGINS
        while place - first < _LONGEST_FIELDS and self._is_plain(place) and self.scan.whole(place, Kind.NATION) is None:
            if not self.scan.word(place).startswith(begins if place == first else _FIELD_GOES_ON):
                break
            place += 1
        return place

    def pass_mark(self, phrase: Phrase) -> bool:
        """Pass over the mark behind an honorific of one letter: «الرئيس د.محمد مرسي», «د/ علي زيدان»."""
        if not phrase.honorifics or len(phrase.honorifics[-1]) > 1:
            return False
        if phrase.honorifics[-1] != self.scan.word(phrase.last - 1) or self.scan.word(phrase.last) not in _ABBREVIATING:
            return False
        phrase.last += 1
        return True

    def pass_quality(self, phrase: Phrase) -> bool:
        """Pass over what kind of delegation it is where its nation follows: «وفدا برلمانيا تونسيا»."""
        place = phrase.last
        if place - phrase.first != 1 or phrase.body != "delegation" or not self.scan.word(place).endswith(_QUALITIES):
            return False
        nation = self.scan.whole(place + 1, Kind.NATION)
        definite = self.scan.word(place - 1).removeprefix(phrase.clitic).startswith("ال")
        if nation is None or nation[1].form.definite is not definite or not self._is_plain(place):
            return False
        phrase.last = place + 1
        return True

    def take_seat(self, phrase: Phrase) -> bool:
        """Take the state of «مسؤولين في دولة الإمارات», the body of «وفدا من الاتحاد الأوروبي»."""
        if phrase.body != "delegation" or phrase.has_state:
            return False
        if self.scan.word(phrase.last) not in ("في", "من"):
            return False
        for hit in self.scan.at(phrase.last + 1):
            for sense in hit.senses:
                if sense.kind in _SEATS and not hit.clitic and not is_weak(sense):
                    self.slots.fill(phrase, hit, sense)
                    return True
                nation = self.scan.whole(hit.last, Kind.NATION) if sense.key in _CHAMBERS else None
                if nation is not None:
                    self.slots.fill(phrase, *nation)
                    return True
        return False

    def take_chamber(self, phrase: Phrase) -> bool:
        """Take the parliament in which somebody sits: «زعيمة المعارضة في البرلمان الهندي», «بمجلس الشيوخ الأميركي»."""
        if not phrase.offices or phrase.has_state or phrase.organisation:
            return False
        if _SITTING.isdisjoint(office.key for office in phrase.offices):
            return False
        apart = self.scan.word(phrase.last) in _INSIDE
        for hit in self.scan.at(phrase.last + apart):
            if hit.clitic != ("" if apart else "ب"):
                continue
            for sense in hit.senses:
                if sense.kind is Kind.ORGANISATION and not is_weak(sense):
                    self.slots.fill(phrase, hit, sense)
                    return True
                nation = self.scan.whole(hit.last, Kind.NATION) if sense.key in _CHAMBERS else None
                if nation is not None:
                    self.slots.fill(phrase, *nation)
                    return True
        return False

    def pass_constituency(self, phrase: Phrase) -> bool:
        """Pass over for whom somebody sits in a parliament: «السيناتور الأميركي عن ولاية أريزونا، X»."""
        if phrase.name is not None or not phrase.offices or phrase.office.key not in _SITTING:
            return False
        start = phrase.last
        if self.scan.word(start) != "عن" or self.scan.word(start + 1) not in _CONSTITUENCIES:
            return False
        towns = {hit.last for hit in self.scan.at(start + 2)}
        for place in range(start + 2, start + 2 + _LONGEST_CONSTITUENCY):
            if self._is_named_at(phrase, place) or (place in towns and names.name_end(self.scan, place) > place + 1):
                phrase.last = place
                return True
        return False

    def _is_named_at(self, phrase: Phrase, place: int) -> bool:
        """Tell whether the holder's name stands at *place*, or behind a comma there."""
        if self.scan.word(place) == "،":
            return self.appositions.name_after_comma(replace(phrase, last=place))
        found = self.scan.whole(place, Kind.PERSON)
        return found is not None and self.slots.bearers.agrees(phrase, found[1].key)

    def pass_principal(self, phrase: Phrase) -> bool:
        """Pass over whom an envoy or spokesman serves: «مبعوث ترمب», «الناطق باسم مون»."""
        if not phrase.is_open or phrase.principal:
            return False
        any_name = self._has_principal(phrase)
        for hit in self.scan.at(phrase.last):
            for sense in hit.senses:
                if sense.kind is not Kind.PERSON or hit.clitic:
                    continue
                himself = phrase.serves_leader and not self.slots.bearers.has_led(sense.key)
                if not himself and (any_name or self.slots.bearers.is_served(phrase, sense.key)):
                    phrase.principal = sense.key
                    phrase.last = hit.last
                    return True
        return False

    def _has_principal(self, phrase: Phrase) -> bool:
        """Tell whether whom the holder serves is still to be told."""
        if phrase.principal:
            return False
        if phrase.is_chained or phrase.serves_leader:
            return True
        office = phrase.offices[-1]
        if office.key == _SPOUSE and phrase.has_state:
            return True
        if office.key not in AIDES or phrase.has_state or self.slots.owns(phrase):
            return False
        return not (office.form.definite or self.slots.ends_definite(phrase)) or self.slots.lacks_body(phrase)

    def take_unknown_name(self, phrase: Phrase) -> bool:
        """Take a name that no table knows after a title."""
        if not _wants_name(phrase) or self._names_another(phrase):
            return False
        if names.is_adjective_before_known(self.scan, phrase.last):
            phrase.last += 1
            return True
        end = names.name_end(self.scan, phrase.last)
        if (
            end == phrase.last
            or (end - phrase.last == 1 and not self._is_name(phrase))
            or self._is_another(phrase, end)
        ):
            return False
        phrase.name = Name(phrase.last, end, None)
        phrase.last = end
        return True

    def _names_another(self, phrase: Phrase) -> bool:
        """Tell whether the word behind the title is the surname of somebody named who cannot bear the title."""
        senses = (sense for hit in self.scan.at(phrase.last) for sense in hit.senses if not hit.clitic)
        named = [one.key for one in senses if one.kind is Kind.PERSON and one.key in self.scan.named]
        if not named or any(self.slots.bearers.agrees(phrase, key) for key in named):
            return False
        # «سفير كوريا الشمالية مون جونغ نام» is no Moon named before.
        return names.name_end(self.scan, phrase.last) - phrase.last <= 1

    def _is_another(self, phrase: Phrase, end: int) -> bool:
        """Tell whether the name up to *end* is of somebody who cannot bear the title: «التقى الرئيس الروسي [X]»."""
        hits = (hit for hit in self.scan.at(phrase.last) if hit.last == end and not hit.clitic)
        known = [sense.key for hit in hits for sense in hit.senses if sense.kind is Kind.PERSON and not is_weak(sense)]
        bearers, told = self.slots.bearers, phrase.countries
        return bool(told and known) and not any(
            bearers.agrees(phrase, key) or bearers.country(key) in told for key in known
        )

    def _is_name(self, phrase: Phrase) -> bool:
        """Tell whether one unknown word after the title may be a name by itself."""
        return names.is_given(self.scan.word(phrase.last)) and (bool(phrase.honorifics) or phrase.has_state)

    def take_homeland(self, phrase: Phrase) -> bool:
        """Take «بلاده»: «رسالة من رئيس بلاده» is from who leads the state of the person spoken of."""
        if not phrase.is_open or phrase.has_state or phrase.organisation or phrase.is_dual or phrase.homeland:
            return False
        if self.scan.word(phrase.last) not in _HOMELANDS or phrase.offices[-1].form.definite:
            return False
        phrase.homeland = True
        phrase.last += 1
        return True

    def take_far_name(self, phrase: Phrase) -> bool:
        """Take a known name a few plain words behind an open title: «رئيس جارة بلاده الجنوبية مون»."""
        if not phrase.is_open or phrase.is_dual:
            return False
        for place in range(phrase.last + 1, min(phrase.last + _FAR, len(self.scan.tokens.words))):
            if not self._is_plain(place - 1) or self._opens_title(place - 1):
                return False
            found = self.scan.whole(place, Kind.PERSON)
            if found is not None and not is_weak(found[1]) and self._may_be_far(phrase, found[1].key):
                self.slots.fill(phrase, *found)
                return True
        return False

    def _may_be_far(self, phrase: Phrase, key: str) -> bool:
        """Tell whether a known person some words on may bear the title: whoever is of no state bears none of one's."""
        bearers = self.slots.bearers
        return bearers.agrees(phrase, key) and not (phrase.has_state and bearers.country(key) is None)

    def _opens_title(self, place: int) -> bool:
        """Tell whether somebody else's title begins here: «رئيس الجمهورية [وزير خارجية X]», «[ووزير خارجيته] X»."""
        joined = (hit for hit in self.scan.at(place) if hit.clitic == "و")
        owned = any(sense.form.word.endswith(OWNED) for hit in joined for sense in hit.senses)
        return owned or self.scan.whole(place, Kind.OFFICE) is not None

    def _is_plain(self, place: int) -> bool:
        """Tell whether a token is a word that neither opens a clause nor governs."""
        if not self.scan.word(place).isalpha():
            return False
        hits = self.scan.at(place) if self.scan.word(place) != _OF_STATE else ()
        if any(sense.kind in _SOMEBODY for hit in hits if hit.clitic.endswith(("ب", "ل")) for sense in hit.senses):
            return False
        return not any(sense.kind in _CLAUSES for hit in hits if hit.clitic in ("", "و") for sense in hit.senses)


def _wants_name(phrase: Phrase) -> bool:
    """Tell whether an unknown name may follow: a title or a nation stands alone, no body and no pair."""
    if phrase.name is not None or phrase.pair or phrase.body:
        return False
    if phrase.organisation and not phrase.offices:
        return False
    return phrase.is_titled or bool(phrase.nations)
