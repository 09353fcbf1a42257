"""Settle what a word does that may be a verb, a noun or a preposition, by what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.events.items import Role
from explore.events.uses import CONSENTS, DOUBTFUL, LEADS, VISITED, Use, Uses
from explore.events.words import listed
from explore.knowledge.lexicon import Hit

JOURNEYS = tuple(listed("settling", "journeys"))
# «الزيارة الأولى قد قادته»
_JOURNEY_WITHIN = 3
REPLIED = listed("settling", "replied")
_ON_HIM = listed("settling", "on_him")
_WHAT_COMES = frozenset(("noun.letter", "noun.call"))
# «هاتفه» is his telephone, unless a person stands beside it; «قد هاتفه» is the verb.
_PHONES = frozenset(("هاتفه", "هاتفها"))
_RUNG = Use(Role.ACT, "", finite=True)
_ALREADY = "قد"
_LONGEST_NAME = 9
_ABOUT = "عن"


@dataclass(slots=True)
class Settling:
    """Hold the words of an article with its hits and phrases, by their first token."""

    scan: Scan
    phrase_at: Mapping[int, Phrase]
    words: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        """Take the words of the article."""
        self.words = self.scan.tokens.words

    def _settle(self, hit: Hit, uses: Uses, word: str) -> Use | None:
        """Return what *hit* does among what stands around it; None where that is nothing."""
        if hit.senses[0].form.word in DOUBTFUL and self._looks_only(hit):
            return None
        if hit.senses[0].key == LEADS and not self._leads_visitor(hit.first):
            return None
        if hit.senses[0].key == CONSENTS and not self._is_before_two(hit.last):
            return None
        if word in REPLIED and bool(hit.clitic) is not self._is_reply(hit.last):
            return None
        if uses.via is not uses.alone and self._is_via(hit.first):
            return uses.via
        rung = uses.rings and word.lstrip("وف") in _PHONES and self._is_beside_person(hit.first)
        return _RUNG if rung else uses.alone

    def _leads_visitor(self, place: int) -> bool:
        """Tell whether a journey leads somebody: «الزيارة التي [قادت] X إلى Y», not «التحالف الذي تقوده X»."""
        near = self.words[max(0, place - _JOURNEY_WITHIN) : place]
        return any(word.lstrip("وبل").removeprefix("ال").startswith(JOURNEYS) for word in near)

    def _is_before_two(self, place: int) -> bool:
        """Tell whether two stand right behind a verb: «وافق [الجانبان]», «وافقت [صربيا وكوسوفو]»."""
        phrase = self.phrase_at.get(place)
        if phrase is None:
            return False
        following = self.phrase_at.get(phrase.last)
        return phrase.pair or phrase.is_dual or (following is not None and following.joined)

    def _is_beside_person(self, place: int) -> bool:
        """Tell whether a bare person stands right before or behind: «أن X هاتفه», «كان X قد هاتفه», «حين هاتفه X»."""
        if place and self.words[place - 1] == _ALREADY:
            return True
        behind = self.phrase_at.get(place + 1)
        if behind is not None and behind.is_person and not behind.clitic:
            return True
        near = (self.phrase_at.get(at) for at in range(place - 1, max(-1, place - 1 - _LONGEST_NAME), -1))
        before = next((phrase for phrase in near if phrase is not None), None)
        return before is not None and before.last == place and before.is_person and not before.preposition

    def _is_noun(self, hit: Hit) -> bool:
        """Tell whether what folded looks like a verb with «ه» is written with «ة»: «قابلة», «حملة», «وجهة»."""
        return self.scan.tokens.shown(hit.last - 1, hit.last).strip().endswith("ة")

    def _looks_only(self, hit: Hit) -> bool:
        """Tell whether a hit is a noun that only looks like a verb: «للغاية», «وزارته»."""
        form = hit.senses[0].form.word
        if form in VISITED:
            return hit.clitic == "و"
        return hit.clitic.endswith("ل") or self._is_noun(hit)

    def _is_reply(self, place: int) -> bool:
        """Tell whether «عليه» or who replies stands at *place*: «وردّ عليه X», «ورد الملك X ببرقية».

        «وردت عليه برقيات» tells what came.
        """
        if self.scan.word(place) in _ON_HIM:
            senses = (sense for hit in self.scan.at(place + 1) for sense in hit.senses)
            return not any(sense.key in _WHAT_COMES for sense in senses)
        following = self.phrase_at.get(place)
        return following is not None and not following.preposition

    def _is_via(self, place: int) -> bool:
        """Tell whether عبر is the preposition (via), as where neither عن nor a person follows (to express)."""
        phrase = self.phrase_at.get(place + 1)
        if phrase is not None and phrase.is_person:
            return False
        return self.words[place + 1 : place + 2] != (_ABOUT,)
