"""Choose how a phrase begins at a token: the longest hit whose sense may open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from explore.entities.phrase import THE_LATTER, Phrase
from explore.entities.scan import Scan, is_weak
from explore.entities.weak import counts
from explore.entities.words import listed
from explore.knowledge.lexicon import REMEMBERED, Hit, Kind, Sense, Senses

# What may open a phrase; where one word may be several of these, the first wins.
_STARTS = (
    Kind.PERSON, Kind.PAIR, Kind.OFFICE, Kind.BODY, Kind.HONORIFIC, Kind.COUNTERPART, Kind.ORGANISATION, Kind.STATE,
    Kind.CAPITAL, Kind.PLACE,
)  # fmt: skip
_OPENING = frozenset(_STARTS)
# A word that is first of all one of these opens nothing, whatever its shorter readings.
_PLAIN = frozenset((Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH))
_BETWEEN_PEOPLES = listed("starts", "between_peoples")
# Acts that two states share; the widest has three words.
_SHARED = frozenset(("noun.meeting", "noun.talks", "noun.call", "noun.agreement", "noun.video"))
_WIDEST = 3
_BEFORE_LATTER = listed("starts", "before_latter")
_FIELDS = frozenset(("والماليه",))
_WITH = "مع"
_DASHES = frozenset(("-", "–", "—", "/"))
# How many phrases back the head of a list of nations is sought.
_LIST_REACH = 5


def _wants_owner(sense: Sense) -> bool:
    """Tell whether an act noun still wants its genitive: «لقاء الأخير Y», not «اللقاء الأخير»."""
    form = sense.form
    return sense.kind is Kind.ACT and not (form.tense or form.definite or form.pronoun)


@dataclass(slots=True)
class _Opening:
    """Hold what senses may open a phrase with: plain ones, else weak ones; ``nations`` may do so in a list.

    Those that are ``weak`` may open one only with help from the text. A ``paper`` is what a place is in quotation
    marks. Senses that are ``closed`` are first of all a word that opens nothing.
    """

    senses: Sequence[Sense]
    weak: bool
    nations: Sequence[Sense]
    paper: Sense | None
    closed: bool


@lru_cache(maxsize=REMEMBERED)
def _opening(senses: Senses) -> _Opening:
    """Return what *senses* may open a phrase with: of plain names and titles the likeliest, else all weak ones."""
    opening = [sense for sense in senses if sense.kind in _OPENING]
    plain = [sense for sense in opening if not is_weak(sense)]
    likeliest = [min(plain, key=lambda sense: _STARTS.index(sense.kind))] if plain else opening
    nations = [sense for sense in senses if sense.kind is Kind.NATION]
    papers = (sense for sense in senses if sense.kind is Kind.ORGANISATION and senses[0].kind is Kind.PLACE)
    return _Opening(likeliest, not plain, nations, next(papers, None), senses[0].kind in _PLAIN)


class Starts:
    """Find where phrases begin."""

    def __init__(self, scan: Scan, phrases: Sequence[Phrase]) -> None:
        """Hold the text of *scan*; *phrases* grow as the text is read."""
        self.scan = scan
        self.phrases = phrases

    def at(self, place: int) -> tuple[Hit, Sense] | None:
        """Return the hit and the sense with which a phrase begins at *place*, or None."""
        found = self.scan.hits[place]
        nations = False
        for hit in found:
            opening = _opening(hit.senses)
            if opening.paper is not None and self._is_quoted(hit):
                return hit, opening.paper
            for sense in opening.senses:
                if not (opening.weak and not counts(self.scan, hit, sense)) and (
                    sense.key != THE_LATTER or self._is_latter(hit)
                ):
                    return hit, sense
            if opening.closed and not hit.clitic:
                return None
            nations = nations or bool(opening.nations)
        if not nations:
            return None
        return self._later_nation(place) or self._side(place) or self._people(place)

    def _is_quoted(self, hit: Hit) -> bool:
        """Tell whether a place stands alone in quotation marks, as a paper does: «علمت «الشرق الأوسط» أن»."""
        return self.scan.word(hit.first - 1) == self.scan.word(hit.last) == '"'

    def _is_latter(self, hit: Hit) -> bool:
        """Tell whether «الأخير» means somebody: «زيارة يقوم بها الأخير», «بأن الأخير», not «اللقاء الأخير»."""
        if hit.clitic.endswith(("ب", "ل")) or self.scan.word(hit.first - 1).lstrip("و") in _BEFORE_LATTER:
            return True
        before = (sense for one in self.scan.at(hit.first - 1) if one.last == hit.first for sense in one.senses)
        return any((sense.kind in _PLAIN and sense.form.tense) or _wants_owner(sense) for sense in before)

    def _side(self, place: int) -> tuple[Hit, Sense] | None:
        """Read each state of «قمة سعودية مصرية», «محادثات روسية - تركية», «المحادثات الروسية مع X»."""
        before = self.phrases[-1] if self.phrases else None
        if before is not None and before.side and before.last in (place, place - self._marks(place - 1)):
            return _nation(self.scan.at(place), lambda sense: sense.form.number == "s")
        if not self._ends_act(place):
            return None
        found = _nation(self.scan.at(place), lambda sense: sense.form.number == "s")
        if found is None:
            return None
        if self._faces(found[0].last):
            return found
        other = found[0].last + self._marks(found[0].last)
        return found if _nation(self.scan.at(other), lambda sense: sense.form.number == "s") is not None else None

    def _faces(self, place: int) -> bool:
        """Tell whether the other side stands behind «مع» at *place*: «المحادثات الأميركية [مع] X»."""
        return self.scan.word(place) == _WITH

    def _marks(self, place: int) -> int:
        """Return how many dashes part two adjectives at *place*: one or none."""
        return int(self.scan.word(place) in _DASHES)

    def _ends_act(self, place: int) -> bool:
        """Tell whether a noun that is an act ends right before *place*."""
        hits = (
            hit for start in range(max(0, place - _WIDEST), place) for hit in self.scan.at(start) if hit.last == place
        )
        return any(sense.key in _SHARED for hit in hits for sense in hit.senses if sense.kind is Kind.ACT)

    def _people(self, place: int) -> tuple[Hit, Sense] | None:
        """Read «بين الإسرائيليين والفلسطينيين», «مع الإيرانيين»: a people that stands for its state."""
        governed = self.scan.word(place - 1) in _BETWEEN_PEOPLES
        hits = [hit for hit in self.scan.at(place) if (governed if not hit.clitic else self._joins_people(hit))]
        return _nation(hits, lambda sense: sense.form.number == "p" and sense.form.definite)

    def _joins_people(self, hit: Hit) -> bool:
        """Tell whether «والفلسطينيين» stands right behind another people."""
        before = self.phrases[-1] if self.phrases else None
        return hit.clitic == "و" and before is not None and before.last == hit.first and before.people

    def _later_nation(self, place: int) -> tuple[Hit, Sense] | None:
        """Read «والتركي Y» after «الرئيسان الروسي X», «والإيراني Y» after «نظيريه الأوزبكي X»."""
        if not self.phrases or place - self.phrases[-1].last > 1:
            return None
        head = self._head()
        if head.is_dual and not head.nations and self.scan.word(place) in _FIELDS:
            # «وزيري الخارجية والمالية»: a ministry, not Mali.
            return None
        hits = [hit for hit in self.scan.at(place) if hit.clitic.startswith("و")]
        if head.body == "delegation":
            return _nation(hits, lambda sense: True)
        sides = head.preposition == "between" and bool(head.nations)
        if head.is_dual or sides or head.counterpart.startswith("نظ") or self._is_of_like_title(hits):
            return _nation(hits, lambda sense: sense.form.definite and sense.form.number == "s")
        return None

    def _is_of_like_title(self, hits: Sequence[Hit]) -> bool:
        """Tell whether a known name follows the adjective, a like title before: «الرئيس الروسي X [والتركي] Y»."""
        before = self.phrases[-1]
        if not (before.offices and before.nations and before.is_closed):
            return False
        return any(self.scan.whole(hit.last, Kind.PERSON) is not None for hit in hits)

    def _head(self) -> Phrase:
        """Return the phrase that opens the list which the latest phrase is part of."""
        latest = self.phrases[-_LIST_REACH:]
        return next(filter(_opens_list, reversed(latest)), latest[0])


def _opens_list(phrase: Phrase) -> bool:
    """Tell whether a list begins here: nothing before it, or «والرئيسان الروسي …», «ونظيريه الأوزبكي …»."""
    if not phrase.joined or phrase.counterpart:
        return True
    return phrase.is_dual and bool(phrase.nations)


def _nation(hits: Sequence[Hit], is_fit: Callable[[Sense], bool]) -> tuple[Hit, Sense] | None:
    """Return the first adjective of a state that is fit."""
    senses = ((hit, sense) for hit in hits for sense in _opening(hit.senses).nations)
    return next((row for row in senses if is_fit(row[1])), None)
