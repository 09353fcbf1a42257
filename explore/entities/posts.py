"""Read where an envoy serves and where a ruler rules, between the title and the name."""

from __future__ import annotations

from dataclasses import replace

from explore.entities import names
from explore.entities.bearers import POSTED
from explore.entities.offices import LEADERS
from explore.entities.phrase import AIDES, LANDS, Phrase
from explore.entities.scan import Scan
from explore.entities.slots import Slots
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind

# Where envoys are sent.
_SEATS = LANDS | {Kind.ORGANISATION}
# «قائد القوات الأميركية في العراق»
_SERVING_ABROAD = POSTED | {"commander"}
_AT_HOME = listed("posts", "at_home")
# Who serves a leader, behind «ل»: «المبعوث الخاص للرئيس الروسي X».
_SERVANTS = AIDES - {"first_lady"}
# What leads to the post: «لدى مصر», «إلى أوكرانيا».
_AT = frozenset(("لدي", "في", "الي"))


class Posts:
    """Pass over or take the places that titles tell with a preposition."""

    def __init__(self, scan: Scan, slots: Slots) -> None:
        """Hold the text of *scan*; *slots* tells what may follow a post."""
        self.scan = scan
        self.slots = slots

    def read(self, phrase: Phrase) -> bool:
        """Read on over the post of an envoy, or take the state where the holder of another office rules."""
        if not phrase.is_open:
            return False
        if phrase.office.key in _SERVANTS and self._pass_served(phrase):
            return True
        if any(office.key in _SERVING_ABROAD for office in phrase.offices):
            return self._pass_partner(phrase) or self._pass_post(phrase)
        return self._take_realm(phrase)

    def _pass_served(self, phrase: Phrase) -> bool:
        """Pass over the leader whom somebody named serves: «المبعوث الخاص للرئيس الروسي X», X being no leader."""
        served = (hit for hit in self.scan.at(phrase.last) if hit.clitic == "ل" and _is_leader(hit))
        hit = next(served, None)
        if hit is None or phrase.is_dual or phrase.has_state or phrase.organisation:
            return False
        # The probe shares all other slots: of which state the leader is stays with the phrase.
        probe = replace(phrase, last=hit.last, nations=[*phrase.nations], state_keys=[*phrase.state_keys])
        self.slots.follow(probe)
        probe.last = self._behind_seats(probe.last)
        named = self.scan.whole(probe.last + (self.scan.word(probe.last) == "،"), Kind.PERSON)
        if probe.name is not None or named is None or self.slots.bearers.has_led(named[1].key):
            return False
        if not self.slots.bearers.agrees(probe, named[1].key):
            return False
        phrase.last, phrase.nations, phrase.state_keys = probe.last, probe.nations, probe.state_keys
        return True

    def _behind_seats(self, place: int) -> int:
        """Return the place behind where a leader's envoy is sent: «للرئيس X [إلى سوريا]», «[للشرق الأوسط]»."""
        led = self.scan.word(place) in _AT
        seats = (hit.last for hit in self.scan.at(place + led) if _is_seat(hit, "" if led else "ل"))
        end = next(seats, place)
        more = (hit.last for hit in self.scan.at(end) if end > place and _is_seat(hit, "و"))
        return next(more, end)

    def _pass_post(self, phrase: Phrase) -> bool:
        """Pass over «السفير الأميركي لدى مصر X», «مبعوث ترمب إلى أوكرانيا X», «السفير الأميركي بالقاهرة X»."""
        if phrase.has_state and self._pass_seat(phrase):
            return True
        if self.scan.word(phrase.last) not in _AT:
            return False
        if self.scan.word(phrase.last) == "لدي" and self.scan.word(phrase.last + 1) in _AT_HOME:
            phrase.last += 2
            return True
        for hit in self.scan.at(phrase.last + 1):
            if _is_seat(hit) and (self.scan.word(phrase.last) == "لدي" or self._is_followed(phrase, hit.last)):
                phrase.last = hit.last
                return True
        return False

    def _pass_partner(self, phrase: Phrase) -> bool:
        """Pass over the second body that an envoy serves: «مبعوث الأمم المتحدة والجامعة العربية إلى سوريا X»."""
        if phrase.organisation is None:
            return False
        for hit in self.scan.at(phrase.last):
            joined = hit.clitic == "و" and any(sense.kind is Kind.ORGANISATION for sense in hit.senses)
            if joined and (self.scan.word(hit.last) in _AT or self.scan.whole(hit.last, Kind.PERSON) is not None):
                phrase.last = hit.last
                return True
        return False

    def _pass_seat(self, phrase: Phrase) -> bool:
        """Pass over a seat on which ب is written: «السفير الروسي بالقاهرة X»."""
        for hit in self.scan.at(phrase.last):
            seat = hit.clitic == "ب" and any(sense.kind in _SEATS for sense in hit.senses)
            if seat and self._is_followed(phrase, hit.last):
                phrase.last = hit.last
                return True
        return False

    def _is_followed(self, phrase: Phrase, place: int) -> bool:
        """Tell whether the phrase goes on behind its post: by a known slot, an unknown name or a comma."""
        # The probe shares all other slots: what it reads of names and states stays with the phrase.
        probe = replace(phrase, last=place, nations=[*phrase.nations], offices=[*phrase.offices])
        if self.slots.follow(probe):
            return True
        return names.name_end(self.scan, place) - place > 1 or self.scan.word(place) == "،"

    def _take_realm(self, phrase: Phrase) -> bool:
        """Take «رئيس المرحلة الانتقالية في مالي X»: a state after في, where its citizen's name follows."""
        if phrase.has_state or self.scan.word(phrase.last) != "في":
            return False
        for hit in self.scan.at(phrase.last + 1):
            for sense in hit.senses:
                ours = self._names_citizen(hit.last, sense.key) or self._names_speaker(phrase, hit.last)
                if sense.kind is Kind.STATE and not hit.clitic and ours:
                    self.slots.fill(phrase, hit, sense)
                    return True
        return False

    def _names_speaker(self, phrase: Phrase, place: int) -> bool:
        """Tell whether the unknown name of a speaker follows: «رئيس مجلس النواب في الباراغواي X»."""
        return phrase.office.key == "speaker" and names.name_end(self.scan, place) - place > 1

    def _names_citizen(self, place: int, state: str) -> bool:
        """Tell whether the name at *place* is of somebody from *state*."""
        found = self.scan.whole(place, Kind.PERSON)
        return found is not None and self.slots.bearers.country(found[1].key) == state


def _is_leader(hit: Hit) -> bool:
    """Tell whether a hit is the title of a leader, whom others serve."""
    return any(sense.kind is Kind.OFFICE and sense.key in LEADERS for sense in hit.senses)


def _is_seat(hit: Hit, clitic: str = "") -> bool:
    """Tell whether an envoy may be sent there: to a state, a town or an organisation, with *clitic* written on it."""
    return hit.clitic == clitic and any(sense.kind in _SEATS for sense in hit.senses)
