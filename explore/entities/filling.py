"""Put a hit of the lexicon into its slot of a phrase."""

from __future__ import annotations

from explore.entities.phrase import Label, Name, Phrase
from explore.entities.scan import Scan, is_weak
from explore.entities.weak import CLASS_NOUNS
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind, Sense

_TITLES = listed("filling", "titles")

# Whose long name may begin inside a title.
_OWNERS = frozenset((Kind.STATE, Kind.ORGANISATION))


class Filling:
    """Fill the slots of phrases from one text."""

    def __init__(self, scan: Scan) -> None:
        """Hold the text of *scan*."""
        self.scan = scan

    def fill(self, phrase: Phrase, hit: Hit, sense: Sense) -> None:
        """Put one hit into the slot of its kind; the phrase then reaches as far as the hit."""
        phrase.last = hit.last
        match sense.kind:
            case Kind.PERSON:
                phrase.name = self._bare_name(hit, sense)
            case Kind.OFFICE:
                phrase.offices.append(sense)
            case Kind.NATION:
                phrase.nations.append(sense)
                phrase.people = phrase.first == hit.first and sense.form.number == "p"
                phrase.side = phrase.first == hit.first and sense.form.number == "s"
            case Kind.STATE | Kind.CAPITAL:
                phrase.state_keys.append(sense.key)
                phrase.capital = sense.kind is Kind.CAPITAL
                phrase.labels.append(_label(hit, sense))
            case Kind.PLACE:
                phrase.place = sense.key
                phrase.labels.append(_label(hit, sense))
            case Kind.ORGANISATION:
                phrase.organisation = sense.key
                phrase.labels.append(self._organisation(hit, sense))
            case _:
                self._fill_word(phrase, hit, sense)

    def _fill_word(self, phrase: Phrase, hit: Hit, sense: Sense) -> None:
        """Fill the slots that hold no name and no office; a wish («حفظه الله») leaves no trace."""
        match sense.kind:
            case Kind.BODY:
                phrase.seat = phrase.seat or _label(hit, sense)
                phrase.body = phrase.body or sense.key
            case Kind.HONORIFIC:
                phrase.honorifics.append(sense.key)
            case Kind.COUNTERPART:
                phrase.counterpart = self.scan.word(hit.first).removeprefix(hit.clitic)
            case Kind.INSIDE:
                phrase.former |= "former" in sense.tags
                phrase.elect |= "elect" in sense.tags
                phrase.guest |= "guest" in sense.tags
            case Kind.PAIR:
                phrase.pair = True
                phrase.state_keys.extend(sense.key.split() if sense.key != "pair" else ())
                phrase.offices.extend(other for other in hit.senses if other.kind is Kind.OFFICE)

    def _bare_name(self, hit: Hit, sense: Sense) -> Name:
        """Return the name without the titles that some known names are written with (الأمير وليام)."""
        first = hit.first
        while first + 1 < hit.last and self._is_title(first):
            first += 1
        return Name(first, hit.last, sense.key, hit.clitic if first == hit.first else "")

    def _is_title(self, place: int) -> bool:
        """Tell whether the word at *place* is a title by itself."""
        if self.scan.word(place) in _TITLES:
            return True
        alone = (hit for hit in self.scan.at(place) if hit.last == place + 1)
        return any(sense.kind in (Kind.HONORIFIC, Kind.OFFICE) for hit in alone for sense in hit.senses)

    def _organisation(self, hit: Hit, sense: Sense) -> Label:
        """Return the name of an organisation without the class noun before it: صحيفة [واشنطن بوست]."""
        noun = self.scan.word(hit.first)[len(hit.clitic) :]
        if noun in CLASS_NOUNS and self._is_named_without(hit, sense):
            return Label(hit.first + 1, hit.last, sense.kind, sense.key)
        return _label(hit, sense)

    def _is_named_without(self, hit: Hit, sense: Sense) -> bool:
        """Tell whether the words behind a class noun name the organisation by themselves."""
        if hit.first + 1 >= hit.last:
            return False
        rest = (other for other in self.scan.at(hit.first + 1) if other.last == hit.last)
        return any(one.key == sense.key for other in rest for one in other.senses)

    def take_movement(self, phrase: Phrase) -> bool:
        """Take the organisation of «قادة حركة طالبان», «وفد حركة حماس», «رئيس المكتب لحركة حماس»."""
        noun = self.scan.word(phrase.last)
        if (
            not (phrase.is_open or phrase.body == "delegation")
            or phrase.is_owned
            or noun.removeprefix("ل") not in CLASS_NOUNS
        ):
            return False
        found = self.scan.whole(phrase.last + 1, Kind.ORGANISATION)
        if found is None:
            return self._take_quoted(phrase, phrase.last + 1)
        self.fill(phrase, *found)
        return True

    def take_quoted(self, phrase: Phrase) -> bool:
        """Take the organisation in quotation marks behind an open title: «قائد «قوات الدعم السريع» X»."""
        return phrase.is_open and not phrase.is_owned and self._take_quoted(phrase, phrase.last)

    def _take_quoted(self, phrase: Phrase, place: int) -> bool:
        """Take the organisation in the quotation marks that open at *place*: «لحركة ["حماس"]»."""
        if self.scan.word(place) != '"':
            return False
        found = self.scan.whole(place + 1, Kind.ORGANISATION)
        if found is None or self.scan.word(found[0].last) != '"':
            return False
        self.fill(phrase, *found)
        phrase.last += 1
        return True

    def take_long_owner(self, phrase: Phrase) -> bool:
        """Take whose long name begins inside the title: «رئيس الجمهورية الإسلامية الموريتانية», «زعيم حزب المؤتمر»."""
        if not phrase.is_open or phrase.is_owned:
            return False
        for hit in self.scan.at(phrase.last - 1):
            owner = next((sense for sense in hit.senses if sense.kind in _OWNERS and not is_weak(sense)), None)
            if owner is not None and hit.last > phrase.last:
                self.fill(phrase, hit, owner)
                return True
        return False


def _label(hit: Hit, sense: Sense) -> Label:
    """Return the label of a whole hit."""
    return Label(hit.first, hit.last, sense.kind, sense.key, hit.clitic)
