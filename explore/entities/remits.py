"""Pass over what an official is charged with, between the title and the name: «لشؤون الشرق الأدنى X»."""

from __future__ import annotations

from explore.entities.phrase import LANDS, Label, Phrase
from explore.entities.scan import Scan, is_weak
from explore.entities.words import listed
from explore.knowledge.lexicon import Kind

# «لشؤون أفريقيا», «للشؤون السياسية»
_AFFAIRS = listed("remits", "affairs")
# «المعني بالتغير المناخي», «المكلف بملف ليبيا»
_CHARGED = listed("remits", "charged")
_AT = "ب"
_DEFINITE = ("ال", "وال")
_LANDS = LANDS | {Kind.ORGANISATION}
# One of these begins the holder's name, a clause or somebody else.
_ENDS = frozenset((Kind.PERSON, Kind.OFFICE, Kind.HONORIFIC, Kind.ACT, Kind.SUPPORT, Kind.SPEECH, Kind.WORD))
# No remit of the press has more words.
_LONGEST = 6


class Remits:
    """Go on with a title over the remit of its holder."""

    def __init__(self, scan: Scan) -> None:
        """Hold the text of *scan*."""
        self.scan = scan

    def read(self, phrase: Phrase) -> bool:
        """Read on over «لشؤون الشرق الأدنى», «للشؤون السياسية», «المعني بسوريا» behind a title without a name.

        The lands and bodies in it are labels of the phrase, but not its state.
        """
        start = self._opened(phrase.last) if phrase.is_open and not phrase.is_dual else phrase.last
        if start == phrase.last:
            return False
        end = start
        while end - phrase.last < _LONGEST:
            land = self._land(end)
            if land is not None:
                phrase.labels.append(land)
            elif not self._is_plain(end, first=end == start):
                break
            end = land.last if land is not None else end + 1
        if end == start:
            return False
        phrase.last = end
        return True

    def _opened(self, place: int) -> int:
        """Return where the words of a remit begin that opens at *place*; *place* itself where none does."""
        charged = self.scan.word(place) in _CHARGED and self.scan.word(place + 1).startswith(_AT)
        return place + 1 if charged or self.scan.word(place) in _AFFAIRS else place

    def _land(self, place: int) -> Label | None:
        """Return the land or body whose name stands at *place*."""
        for hit in self.scan.at(place):
            for sense in hit.senses:
                if sense.kind in _LANDS and hit.clitic in ("", "و", _AT) and not is_weak(sense):
                    return Label(hit.first, hit.last, sense.kind, sense.key, hit.clitic)
        return None

    def _is_plain(self, place: int, *, first: bool) -> bool:
        """Tell whether the word at *place* goes on with a remit: any *first* one, then definite ones.

        «وحقوق الإنسان» is made definite by the word behind it.
        """
        word = self.scan.word(place)
        joined = word.startswith("و") and self.scan.word(place + 1).startswith("ال")
        if not word.isalpha() or not (first or joined or word.startswith(_DEFINITE)):
            return False
        return not any(sense.kind in _ENDS for hit in self.scan.at(place) if not hit.clitic for sense in hit.senses)
