"""Say how far the mark of a name reaches, and find the names that stand inside titles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set
from dataclasses import replace
from functools import lru_cache

from explore.entities.phrase import LANDS, SPEAKS_FOR, Label, Phrase
from explore.entities.scan import Scan, clitic_of, is_weak
from explore.entities.weak import CLASS_NOUNS
from explore.entities.words import listed
from explore.knowledge.lexicon import REMEMBERED, Hit, Kind, Sense, Senses
from explore.knowledge.tables import Tables

_NAMES = LANDS | {Kind.ORGANISATION}
# «رئيس [جمهورية كينيا]», «قائد [قوات الدعم السريع]»
_CALLED = frozenset((Kind.STATE, Kind.ORGANISATION))
# What a state is called before its name: «رئيس [جمهورية كينيا]».
_STATES = listed("reach", "states")
# Class nouns that are no part of a place's name: «إقليم [كردستان]».
_OUTSIDE = listed("reach", "outside")
_NEVER_INSIDE = listed("reach", "never_inside")
# Behind one of these «السعودية» is an adjective.
_CAPITALS = listed("reach", "capitals")
# What makes a body of the place behind it: «[قصر بوغور]», «[جامعة دمشق]».
HOUSES = listed("reach", "houses")
# Bodies that give their chairman his title: «رئيس مجلس السيادة».
_COUNCILS = listed("reach", "councils")
_MINISTRY = "وزاره"
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "لل", "وب", "ول", "ولل", "فب", "فل")
# One of these stands in a title that holds a body, or before it.
_BODIES = SPEAKS_FOR.union(clitic + _MINISTRY for clitic in _PROCLITICS)
_SEATED = frozenset(("embassy", "consulate"))
_AT = frozenset(("في", "فى", "لدي"))


class Reach:
    """Find the marks inside the phrases of one text."""

    def __init__(self, scan: Scan, tables: Tables) -> None:
        """Hold the text of *scan*; *tables* tell what is named."""
        self.scan = scan
        self.tables = tables

    def labels(self, phrase: Phrase) -> list[Label]:
        """Return all names of a phrase but people's, those inside its title too, each as far as its mark reaches."""
        found = [*phrase.labels, *self._inside(phrase)] if phrase.offices else phrase.labels
        marked = [self._trimmed(self._official(label)) for label in found if not self._is_adjective(label)]
        return [part for label in marked for part in self._parted(label)]

    def _parted(self, label: Label) -> Iterator[Label]:
        """Yield a palace and its town apart: «[القصر الرئاسي] في [جوبا]»."""
        is_palace = label.kind is Kind.ORGANISATION and self.tables.organisations[label.key].kind == "palace"
        for place in range(label.first + 1, label.last) if is_palace else ():
            for hit in self.scan.at(place):
                apart = self.scan.word(place - 1) in _AT
                sense = _of_name(hit.senses) if apart or hit.clitic == "ب" else None
                if sense is not None and hit.last == label.last:
                    yield replace(label, last=place - apart)
                    yield Label(hit.first, hit.last, sense.kind, sense.key, hit.clitic)
                    return
        yield label

    def _inside(self, phrase: Phrase) -> Iterator[Label]:
        """Yield the names that a title holds: «سيد [الكرملين]», «المبعوث الأممي إلى [اليمن] X»."""
        spans = [(span.first, span.last) for span in (*phrase.labels, phrase.seat, phrase.name) if span is not None]
        taken = {place for first, last in spans for place in range(first, last)}
        place = phrase.first
        while place < phrase.last:
            label = self._name(place, phrase.last, taken) if self.scan.at(place) else None
            if label is not None:
                yield label
            place = label.last if label is not None else place + 1

    def _name(self, place: int, end: int, taken: Set[int]) -> Label | None:
        """Return the longest name at *place* that meets nothing *taken*; only a state's may reach beyond *end*."""
        for hit in self.scan.at(place):
            sense = _of_name(hit.senses) if taken.isdisjoint(range(place, hit.last)) else None
            if sense is None or self._is_title(hit, sense):
                continue
            if hit.last <= end or sense.kind is Kind.STATE:
                return Label(hit.first, hit.last, sense.kind, sense.key, hit.clitic)
        return None

    def _is_title(self, hit: Hit, sense: Sense) -> bool:
        """Tell whether a name is rather a part of a title: «رئيس [مجلس السيادة]», «رئيس [الجمهورية التونسية]»."""
        if sense.kind is Kind.ORGANISATION:
            return self.scan.word(hit.first)[len(hit.clitic) :] in _COUNCILS
        pair = hit.last - hit.first == len(("الجمهورية", "التونسية"))
        return pair and self.scan.whole(hit.last - 1, Kind.NATION) is not None

    def _official(self, label: Label) -> Label:
        """Return a state or force with what it is called before its name, which its leader's title ends in."""
        if label.kind not in _CALLED or label.clitic or label.first == 0:
            return label
        for hit in self.scan.at(label.first - 1):
            whole = self._whole(hit, label) if hit.last >= label.last else None
            if whole is not None:
                return whole
        if label.kind is not Kind.STATE:
            return label
        clitic = self.noun_before(label, _STATES)
        return label if clitic is None else replace(label, first=label.first - 1, clitic=clitic)

    def _whole(self, hit: Hit, label: Label) -> Label | None:
        """Return the longer name that *hit* is of the kind of *label*: that of the same state, or a body's own."""
        senses = [sense for sense in hit.senses if sense.kind is label.kind]
        noun = self.scan.word(hit.first)[len(hit.clitic) :]
        own = [sense for sense in senses if sense.key == label.key and noun not in CLASS_NOUNS]
        other = [sense for sense in senses if label.kind is Kind.ORGANISATION and sense.key != label.key]
        found = next((sense for sense in (*own, *other) if not is_weak(sense)), None)
        return None if found is None else Label(hit.first, hit.last, label.kind, found.key, hit.clitic)

    def noun_before(self, label: Label, nouns: Container[str]) -> str | None:
        """Return the proclitics of the one of *nouns* that stands right before a name; None where none does."""
        return clitic_of(self.scan.word(label.first - 1), nouns) if not label.clitic else None

    def _trimmed(self, label: Label) -> Label:
        """Return a place without the class noun in its name: «إقليم [كردستان]»."""
        noun = self.scan.word(label.first)[len(label.clitic) :]
        if label.kind is not Kind.PLACE or label.last - label.first == 1:
            return label
        if noun in _NEVER_INSIDE:
            return replace(label, first=label.first + 1, clitic="")
        if noun not in _OUTSIDE:
            return label
        rest = self.scan.whole(label.first + 1, Kind.PLACE)
        if rest is None or rest[0].last != label.last:
            return label
        return Label(label.first + 1, label.last, label.kind, label.key)

    def _is_adjective(self, label: Label) -> bool:
        """Tell whether a state's name is its adjective too and describes a town: «العاصمة السعودية», «جدة السعودية»."""
        if label.kind is not Kind.STATE or label.clitic or label.last - label.first > 1:
            return False
        if self.scan.whole(label.first, Kind.NATION) is None:
            return False
        towns = self.scan.at(label.first - 1) if label.first else ()
        town = any(sense.kind is Kind.PLACE for hit in towns if hit.last == label.first for sense in hit.senses)
        return town or self.scan.word(label.first - 1).endswith(tuple(_CAPITALS))

    def with_body(self, phrase: Phrase) -> Phrase:
        """Return a phrase with the body that its title holds: «المتحدث باسم [الخارجية الهندية] X»."""
        if not phrase.offices or phrase.body is not None:
            return phrase
        if _BODIES.isdisjoint(self.scan.tokens.words[max(0, phrase.first - 1) : phrase.last]):
            return phrase
        for place in range(phrase.first, phrase.last):
            found = self.scan.best(place, Kind.BODY)
            if found is not None and found[0].last <= phrase.last and self._is_spoken_for(found[0], found[1]):
                hit, sense = found
                return replace(phrase, body=sense.key, seat=Label(place, hit.last, sense.kind, sense.key, hit.clitic))
        return phrase

    def _is_spoken_for(self, hit: Hit, sense: Sense) -> bool:
        """Tell whether a body inside a title is one of its own: «باسم الخارجية», «وكيل وزارة الخارجية»."""
        if not self.tables.bodies[sense.key]["mention"]:
            return False
        return self.scan.word(hit.first - 1) in SPEAKS_FOR or self.scan.word(hit.first)[len(hit.clitic) :] == _MINISTRY

    def post(self, phrase: Phrase) -> Label | None:
        """Return where the embassy stands that ends a phrase: «سفارة قطر في [باريس]», «السفارة الروسية ب[لندن]»."""
        if phrase.body not in _SEATED or phrase.name is not None or phrase.offices:
            return None
        apart = self.scan.word(phrase.last) in _AT
        for hit in self.scan.at(phrase.last + apart):
            sense = _of_name(hit.senses)
            if sense is not None and sense.kind in LANDS and hit.clitic == ("" if apart else "ب"):
                return Label(hit.first, hit.last, sense.kind, sense.key, hit.clitic)
        return None


@lru_cache(maxsize=REMEMBERED)
def _of_name(senses: Senses) -> Sense | None:
    """Return what a hit names for certain: a land or an organisation, and no nationality."""
    if any(sense.kind is Kind.NATION and sense.form.definite for sense in senses):
        return None
    return next((sense for sense in senses if sense.kind in _NAMES and not is_weak(sense)), None)
