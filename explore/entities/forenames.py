"""Read a name that no table knows and that stands before its title: «كمال عبد اللطيف، وزير التعدين السوداني»."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities import names
from explore.entities.offices import SERVING_HOME
from explore.entities.phrase import Name, Phrase
from explore.entities.scan import Scan, is_weak
from explore.knowledge.lexicon import Kind

_AND = "و"
_COMMAS = frozenset(("،", ","))
# Such a name has so many words.
_SHORTEST = 2
_LONGEST = 6
# It stands right behind a verb, an act or a preposition, or behind whoever else is named in full.
_BEFORE = frozenset((Kind.ACT, Kind.SUPPORT, Kind.SPEECH, Kind.WORD))


class Forenames:
    """Find the name of whom a title behind it tells."""

    def __init__(self, scan: Scan, phrases: Sequence[Phrase]) -> None:
        """Hold the text of *scan*; *phrases* grow as the text is read."""
        self.scan = scan
        self.phrases = phrases

    def take(self, phrase: Phrase) -> bool:
        """Take the name right before the title of *phrase*, at most a comma away, if that has none of its own."""
        if phrase.name is not None or phrase.clitic or not self._tells_one(phrase):
            return False
        end = phrase.first - 1 if self.scan.word(phrase.first - 1) in _COMMAS else phrase.first
        first = next(
            (end - width for width in range(_LONGEST, _SHORTEST - 1, -1) if self._is_name(end - width, end)), None
        )
        if first is None:
            return False
        phrase.clitic = _AND if self._is_joined(first) else ""
        phrase.name = Name(first, end, None, phrase.clitic)
        phrase.first = first
        return True

    def _is_joined(self, first: int) -> bool:
        """Tell whether the name at *first* goes on with a list of people: «مع الرئيس X، [وكارلوس] لوبيز رئيس …»."""
        word = self.scan.word(first)
        if not (word.startswith(_AND) and names.is_given(word[1:])):
            return False
        before = next((phrase for phrase in reversed(self.phrases) if phrase.last <= first), None)
        if before is None or not before.is_person:
            return False
        return before.last == first or (before.last == first - 1 and self.scan.word(first - 1) in _COMMAS)

    def _tells_one(self, phrase: Phrase) -> bool:
        """Tell whether the title is of one certain person: it tells a state or an organisation, or serves at home."""
        if not phrase.offices or phrase.is_dual or phrase.counterpart or phrase.principal or phrase.guest:
            return False
        at_home = phrase.office.key in SERVING_HOME and " ال" in phrase.office.form.word
        return phrase.has_state or phrase.organisation is not None or at_home

    def _is_name(self, first: int, end: int) -> bool:
        """Tell whether the words from *first* up to *end* are one unknown name behind a verb or preposition."""
        words = self.scan.tokens.words
        if first < 1:
            return False
        joined = self._is_joined(first)
        if not (joined or names.is_given(words[first]) or names.begins_with_next(words, first, end)):
            return False
        if names.name_end(self.scan, first) != end or self._is_known(first, end):
            return False
        if joined:
            return True
        governed = any(
            hit.last == first and hit.senses[0].kind in _BEFORE
            for start in range(max(0, first - 2), first)
            for hit in self.scan.at(start)
        )
        between_commas = self.scan.word(first - 1) in _COMMAS and self.scan.word(end) in _COMMAS
        return governed or between_commas or self._follows_another(first)

    def _is_known(self, first: int, end: int) -> bool:
        """Tell whether the tables know who is so called: «التقى دونالد ترامب [وزير خارجية X]» tells of two."""
        hits = (hit for hit in self.scan.at(first) if hit.last == end and not hit.clitic)
        return any(sense.kind is Kind.PERSON and not is_weak(sense) for hit in hits for sense in hit.senses)

    def _follows_another(self, first: int) -> bool:
        """Tell whether somebody with a title and a name stands right before: «استقبل الرئيس X [أسامة الحسن] وزير …»."""
        before = next((phrase for phrase in reversed(self.phrases) if phrase.last <= first), None)
        return before is not None and before.last == first and before.name is not None and bool(before.offices)
