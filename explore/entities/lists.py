"""Settle the preposition that governs a phrase, and whether the phrase continues a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.entities.weak import CLASS_NOUNS
from explore.entities.words import listed
from explore.knowledge.lexicon import REMEMBERED, Kind, Senses

_PREPOSITIONS = {
    "to": "to", "from": "from", "with": "with", "between": "between", "place": "place", "other_prepositions": "other",
}  # fmt: skip
_CLITIC_PREPOSITIONS = {"ل": "to", "ب": "at", "ك": "other"}
# The preposition (via), or the verb (to express).
_THROUGH = "عبر"
_MEDIA = listed("lists", "media")
_NEWS = frozenset(("الانباء", "انباء"))
_SOME = listed("lists", "some")
_LANDS = listed("lists", "lands")
_OF_TWO = listed("lists", "of_two")
# «قوات تابعة لX», «فصيل موال لX»: what belongs to somebody goes to nobody.
_BELONGING = listed("lists", "belonging")
# «مع كبار قادة X»
_SENIOR = listed("lists", "senior")
# «التقى بX وعدد من المسؤولين»: these are governed as X is.
AND_SOME = listed("lists", "and_some")
_MOVEMENTS = listed("lists", "movements")
# «بين X وكل من Y وZ», «بين X وعدد من المسؤولين الصينيين»
_EACH_OF = [(word, "من") for word in AND_SOME]
AND_EACH = frozenset((*_EACH_OF, *(("،", *words) for words in _EACH_OF)))
# «كل» with a preposition of its own.
_EACH = {"لكل": "to", "بكل": "at"}
# What may stand between the members of a list written line by line, and between its head and the first of them.
_BULLETS = frozenset(("\n", "-", "•", "*", "،", ",", "؛", ":", "–"))
# The colon that opens such a list stands within so many tokens before the first member.
_COLON_REACH = 4
_COMMAS = frozenset(("،", ","))
# A member of a list stands at most this far from the one before: a comma or a closing quotation mark.
_BETWEEN_MEMBERS = frozenset(("،", ",", '"'))
# «بين X من جهة، وY وZ من جهة أخرى»
ON_ONE_SIDE = frozenset((("من", "جهه"), ("من", "جانب"), ("من", "ناحيه")))
# «زعماء، ومن بينهم على سبيل المثال X»: examples stand at most so many tokens behind their group.
_LONGEST_BRIDGE = 6
# «رسالة من «X»»: a quotation mark parts a name from its preposition.
_QUOTES = frozenset(('"', "«"))
_BEFORE_QUOTES = listed("lists", "before_quotes")
# The longest preposition: «على هامش لقاء».
_WIDEST = 3
# How many phrases back the head of a list of officials is sought.
_OFFICIALS_REACH = 4
# What may part a preposition from the phrase that it governs.
_LEADING = frozenset((
    *_BULLETS, *_QUOTES, *_MOVEMENTS, *_OF_TWO, *_SENIOR, *_LANDS, *_NEWS, *_MEDIA, "من",
    *(letter + word for letter in _CLITIC_PREPOSITIONS for word in _MOVEMENTS),
))  # fmt: skip


class Lists:
    """Join phrases to the ones read before them."""

    def __init__(self, scan: Scan, exemplars: Sequence[tuple[str, ...]], phrases: Sequence[Phrase]) -> None:
        """Hold the text of *scan*; *exemplars* («منهم») lead to examples, *phrases* grow as the text is read."""
        self.scan = scan
        self.exemplars = exemplars
        self.exemplar_ends = {group[-1] for group in exemplars}
        self.phrases = phrases

    def govern(self, phrase: Phrase) -> None:
        """Settle the preposition that governs the phrase, and whether it continues a list."""
        if phrase.side and not self._follows_head(phrase):
            phrase.joined = bool(self.phrases) and self.phrases[-1].side
            phrase.preposition = "between"
            return
        if phrase.clitic[-1:] in _CLITIC_PREPOSITIONS:
            belongs = phrase.clitic == "ل" and self.scan.word(phrase.first - 1).lstrip("و") in _BELONGING
            phrase.preposition = "other" if belongs else _CLITIC_PREPOSITIONS[phrase.clitic[-1]]
            phrase.joined = phrase.clitic.startswith("و") and self._follows(phrase)
            return
        phrase.preposition = "" if self._expresses(phrase) else self._preposition_before(phrase.first)
        if (not phrase.preposition or self._is_of_each(phrase)) and self._continues(phrase):
            phrase.joined = True
            phrase.preposition = self.phrases[-1].preposition

    def _expresses(self, phrase: Phrase) -> bool:
        """Tell whether «عبر» before a person is the verb: «عبر الملك سلمان في برقية …»."""
        return self.scan.word(phrase.first - 1).lstrip("و") == _THROUGH and phrase.is_person

    def _is_of_each(self, phrase: Phrase) -> bool:
        """Tell whether «وكل من» parts the phrase from the one before."""
        return bool(self.phrases) and self._gap(phrase) in AND_EACH

    def _follows_head(self, phrase: Phrase) -> bool:
        """Tell whether an adjective goes on with a list of titles: «الرئيسان الروسي X والتركي Y»."""
        return phrase.clitic.startswith("و") and bool(self.phrases) and not self.phrases[-1].side

    def lists_officials(self, phrase: Phrase) -> bool:
        """Tell whether a state in a list is followed by its official: «رئيسا وزراء السودان X وإثيوبيا Y»."""
        if not phrase.state_keys or not phrase.clitic.startswith("و"):
            return False
        latest = reversed(self.phrases[-_OFFICIALS_REACH:])
        head = next((earlier for earlier in latest if not earlier.joined or earlier.is_dual), None)
        return head is not None and head.is_dual

    def _continues(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is a later member of the list before it."""
        if not self.phrases:
            return False
        gap = self._gap(phrase)
        if self._exemplifies(gap) or gap in AND_EACH:
            return True
        if phrase.clitic.startswith("و"):
            return self._follows(phrase)
        return not phrase.clitic and self._is_listed(phrase, gap)

    def _gap(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the words between the phrase before and this one."""
        return self.scan.tokens.words[self.phrases[-1].last : phrase.first]

    def _follows(self, phrase: Phrase) -> bool:
        """Tell whether the phrase before ends right here, at most a comma away."""
        if not self.phrases:
            return False
        gap = self._gap(phrase)
        if gap[:2] in ON_ONE_SIDE:
            gap = gap[2:]
        return len(gap) <= 1 and _BETWEEN_MEMBERS.issuperset(gap)

    def _exemplifies(self, gap: tuple[str, ...]) -> bool:
        """Tell whether the phrase behind *gap* gives the names of the group before it: «إلى زعماء، منهم X»."""
        if not 1 <= len(gap) <= _LONGEST_BRIDGE or gap[-1] not in self.exemplar_ends:
            return False
        return any(group == gap[-len(group) :] for group in self.exemplars)

    def _is_listed(self, phrase: Phrase, gap: tuple[str, ...]) -> bool:
        """Tell whether a bare phrase behind *gap* is listed by a comma alone: «A، B وC» under one preposition."""
        before = self.phrases[-1]
        if not before.preposition:
            return False
        if "\n" in gap and _BULLETS.issuperset(gap):
            return True
        comma = len(gap) == 1 and gap[0] in _COMMAS
        return comma and before.preposition != "place" and _are_alike(before, phrase)

    def _preposition_before(self, first: int) -> str:
        """Return the preposition that ends right before token *first*, empty where none does."""
        if self.scan.word(first - 1) in _LEADING:
            return self._preposition_apart(first)
        return self._preposition_at(first)

    def _preposition_apart(self, first: int) -> str:
        """Return the preposition before token *first*, which other words part from it: «مع كبار قادة X»."""
        first = self._list_head(first)
        if self.scan.word(first - 1) in _QUOTES:
            # «مع جماعة «X»» is with X.
            first -= (self.scan.word(first - 2) in _BEFORE_QUOTES) + 2 * (self.scan.word(first - 2) in CLASS_NOUNS)
            if self.scan.word(first - 2) in _CLITIC_PREPOSITIONS:
                # «لقاء X بـ«Y»»
                return _CLITIC_PREPOSITIONS[self.scan.word(first - 2)]
        word = self.scan.word(first - 1)
        if word[:1] in _CLITIC_PREPOSITIONS and word[1:] in _MOVEMENTS:
            return _CLITIC_PREPOSITIONS[word[0]]
        first -= word in _MOVEMENTS
        before = self.scan.word(first - 1)
        first -= before in _OF_TWO or before in _SENIOR or before in _LANDS
        first = self._before_medium(first)
        if self.scan.word(first - 1) == "من":
            before = self.scan.word(first - 2)
            if before in _EACH:
                return _EACH[before]
            if before in _SOME:
                return self._preposition_before(first - 2)
            if before[:1] in _CLITIC_PREPOSITIONS and before[1:] in _SOME:
                return _CLITIC_PREPOSITIONS[before[0]]
            if before in AND_SOME:
                return self.phrases[-1].preposition if self.phrases and self.phrases[-1].last == first - 2 else ""
        return self._preposition_at(first)

    def _preposition_at(self, first: int) -> str:
        """Return the preposition that ends at token *first*, empty where none does."""
        # Folded, «علي» at the end of a name is the preposition «على».
        free = self.phrases[-1].last if self.phrases else 0
        for start in range(max(first - _WIDEST, free, 0), first):
            for hit in self.scan.hits[start]:
                found = hit.last == first and _preposition(hit.senses, hit.clitic)
                if found:
                    return found
        return ""

    def _before_medium(self, first: int) -> int:
        """Return where the class noun of a medium begins before *first*: «بحسب وكالة الأنباء X», «وفق صحيفة X»."""
        if self.scan.word(first - 1) in _NEWS and self.scan.word(first - 2) in _MEDIA:
            return first - 2
        return first - (self.scan.word(first - 1) in _MEDIA)

    def _list_head(self, first: int) -> int:
        """Return where the words before a list by lines end: «رسائل إلى:\\n- A\\n- B» is governed by إلى."""
        words = self.scan.tokens.words
        place = first - 1
        if place <= 1 or words[place] not in _BULLETS or ":" not in words[max(0, first - _COLON_REACH) : first]:
            return first
        while place > 0 and words[place] in _BULLETS:
            place -= 1
        return place + 1


@lru_cache(maxsize=REMEMBERED)
def _preposition(senses: Senses, clitic: str) -> str:
    """Return which preposition a hit is, empty where it is none or a verb of speech reads there too («وقال لـ»)."""
    if clitic and any(sense.kind is Kind.SPEECH for sense in senses):
        return ""
    words = (sense.key for sense in senses if sense.kind is Kind.WORD)
    return next((_PREPOSITIONS[key] for key in words if key in _PREPOSITIONS), "")


def _are_alike(before: Phrase, phrase: Phrase) -> bool:
    """Tell whether both are people, both places or neither: only such stand in one list."""
    delegations = (before.body == "delegation") == (phrase.body == "delegation")
    return delegations and before.is_place == phrase.is_place and before.is_person == phrase.is_person
