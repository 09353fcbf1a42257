"""Say which two a dual means: «الرئيسان», «الجانبان», «البلدان»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explore.entities.actors import state_actor
from explore.entities.memory import Memory
from explore.entities.offices import ANY_TOP, LEADERS, MINISTERS
from explore.entities.phrase import Phrase
from explore.entities.words import listed
from explore.knowledge.tables import Tables
from explore.model import Actor, EntityType
from explore.text.tokens import Tokens

_STATES = tuple(listed("pairs", "states"))
# Parts of those that mean two people, never two states.
_PEOPLE = ("رجل",)
# Parts of the duals that mean two leaders: رئيسان، زعيمان، قائدان.
_LEADERS = ("ري", "زعيم", "قايد")
# «زعيما البلدين», «وزيري خارجية البلدين» are people.
_TITLES_OF_TWO = ("رييسا", "رييسي", "زعيما", "زعيمي", "قايدا", "قايدي", "وزيرا", "وزيري")
# «وزيرا دفاع البلدين» of whom none is named stand for the states.
_OF_BOTH = "البلدين"
# Parts of the duals that tell an office of two states.
_OFFICES = {
    "خارجيه": "foreign_minister", "وزراء": "prime_minister", "ريي": "leader", "زعيم": "leader",
    "قايد": "leader",
}  # fmt: skip
_PRESIDENTS = ("رييسان", "رييسين")
_OWN = tuple(listed("pairs", "own"))
# Two of one kind that an adjective tells of: «المسؤولان الأوروبيان» need not be the two named last.
_DUAL_ENDINGS = ("يان", "يين")
_VISITING = ("زار", "يزور", "تزور")
_VISITED_WITHIN = 8
_GUESTS = "الضيف"
_HIS_GUESTS = ("ضيفيه", "ضيفاه", "ضيفيها")
_COUPLE = 2
_THAT = frozenset(("ان", "وان", "بان"))
_ALREADY = "سبق"
# What ends a sentence.
_ENDS = frozenset((".", "؟", "?", "!", "\n"))
# Behind these the two are those acted upon, without the one who acts: «سيتصل بالرئيسين».
_ACTED_UPON = frozenset(("to", "at", "from"))
# «استقبل X كلا من الرئيسين», «استقبل X الرئيسين»: so an object ends.
_EACH_OF = (("كلا", "من"), ("كل", "من"))
_OBJECT = "ين"
# «توقيع الزعيمين»: what the two do.
_OF_ACTS = listed("pairs", "of_acts")
# «القادة الثلاثة»
_NUMBERS = {"الثلاثه": 3, "الاربعه": 4}
# Behind one of these a subject ends so too: «لكن الرجلين عادا».
_BEFORE_SUBJECT = _THAT | {"لكن", "ولكن", "لان", "كان", "ليت", "لعل"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Resolve duals by whom the article has named."""

    tokens: Tokens
    tables: Tables
    memory: Memory

    def resolve(self, phrase: Phrase, subject: Actor | None, named: Phrase | None) -> list[Actor]:
        """Return the two latest people of different states, or the two latest states where such are meant.

        Who acts upon the two, or speaks of them, is not one of them; *subject* was the last whom a phrase *named*.
        """
        words = " ".join(self.tokens.words[phrase.first : phrase.last])
        if phrase.state_keys:
            return self._of_states(phrase.state_keys, words)
        if self.tokens.words[phrase.last : phrase.last + 1] and self.tokens.words[phrase.last].endswith(_DUAL_ENDINGS):
            return []
        if _GUESTS in words or words.startswith(_HIS_GUESTS):
            return self._guests(subject)
        told = named is not None and self._is_told_about(phrase, named)
        apart = subject if self._are_acted_upon(phrase) or told or self._are_met(phrase, named) else None
        rows = self._rows(words)
        ministers = rows[0] if "وزير" in words else None
        home = subject.country if subject is not None and self._are_visited(phrase) else None
        for row in rows:
            others = [actor for actor in row if actor != apart and (home is None or actor.country != home)]
            pair = _latest_two(others) or (_latest_two(row) if row is ministers else [])
            if pair:
                return self._in_office(pair, words) or pair
        return []

    def _in_office(self, pair: Sequence[Actor], words: str) -> list[Actor]:
        """Return who held the office in the states of *pair*, where no one who may hold it was named.

        «تحسنت العلاقات بين موسكو وأنقرة. والتقى [رئيسا البلدين]», «التقى وزيرا الخارجية. وسيجتمع [رئيسا البلدين]».
        """
        if not words.startswith(_TITLES_OF_TWO):
            return []
        office = next((office for part, office in _OFFICES.items() if part in words), None)
        lower = () if office == "foreign_minister" else MINISTERS
        if office is None or not all(one.type is EntityType.GPE or one.office in lower for one in pair):
            return []
        incumbents = self.memory.incumbents
        people = [incumbents.holder(office, one.country or "", ANY_TOP) for one in pair]
        return [incumbents.actor(person.key) for person in people if person is not None] if all(people) else []

    def several(self, phrase: Phrase, subject: Actor | None, named: Phrase | None) -> list[Actor]:
        """Return the latest three or four of different states whom «القادة الثلاثة», «الوزراء الأربعة» means.

        Who acts upon them in the same sentence is not one of them.
        """
        number = _NUMBERS.get(self.tokens.words[phrase.last]) if phrase.last < len(self.tokens.words) else None
        if number is None:
            return []
        here = named is not None and _ENDS.isdisjoint(self.tokens.words[named.last : phrase.first])
        offices = MINISTERS if phrase.office.key in MINISTERS else LEADERS
        latest: dict[str | None, Actor] = {}
        for actor in reversed(self.memory.holding(offices)):
            if not (here and actor == subject):
                latest.setdefault(actor.country, actor)
        return list(latest.values())[number - 1 :: -1] if len(latest) >= number else []

    def _of_states(self, countries: Sequence[str], words: str) -> list[Actor]:
        """Return the two states that the dual tells, or who leads them: «الكوريتان», «زعيما الكوريتين»."""
        if not words.removeprefix("ال").startswith(_LEADERS):
            return [state_actor(self.tables, country, None) for country in countries]
        incumbents = self.memory.incumbents
        people = (incumbents.holder("leader", country, ANY_TOP) for country in countries)
        return [incumbents.actor(person.key) for person in people if person is not None]

    def _are_visited(self, phrase: Phrase) -> bool:
        """Tell whether the two are states that somebody visits, who is of neither: «سيزور X البلدين»."""
        before = self.tokens.words[max(0, phrase.first - _VISITED_WITHIN) : phrase.first]
        return any(word.lstrip("وس").startswith(_VISITING) for word in before)

    def _guests(self, subject: Actor | None) -> list[Actor]:
        """Return the two latest people who are not from the state of the host *subject*."""
        if subject is None:
            return []
        abroad = [actor for actor in self.memory.actors() if actor.country != subject.country]
        return abroad[-2:] if len(abroad) > 1 else []

    def _rows(self, words: str) -> tuple[list[Actor], ...]:
        """Return the rows of actors that may hold the two, the likeliest first."""
        memory = self.memory
        unnamed = "وزير" in words and words.endswith(_OF_BOTH) and not memory.holding(MINISTERS)
        if unnamed or (any(part in words for part in _STATES) and not words.startswith(_TITLES_OF_TWO)):
            homes = [state_actor(self.tables, actor.country, None) for actor in memory.actors() if actor.country]
            return memory.couple, homes, memory.states, [*homes[-1:], *memory.states[-1:]]
        states = [] if any(part in words for part in _PEOPLE) else memory.states
        bearers = memory.holding(_offices(words))
        if words.removeprefix("ال").startswith(_PRESIDENTS):
            return self._with_head_of(bearers), states
        return bearers, memory.actors(), states

    def _with_head_of(self, leaders: list[Actor]) -> list[Actor]:
        """Return the *leaders*, and where all are of one state the head of the other state named last."""
        homes = {actor.country for actor in leaders}
        other = next((state.country for state in reversed(self.memory.states) if state.country not in homes), None)
        if len(homes) != 1 or other is None:
            return leaders
        incumbents = self.memory.incumbents
        head = incumbents.holder("leader", other, ANY_TOP)
        return [incumbents.actor(head.key), *leaders] if head is not None else leaders

    def _are_acted_upon(self, phrase: Phrase) -> bool:
        """Tell whether a preposition says that somebody acts upon the two; «سبق للرجلين أن» says what they did."""
        before = self.tokens.words[phrase.first - 1] if phrase.first else ""
        return phrase.preposition in _ACTED_UPON and before.lstrip("و") != _ALREADY

    def _are_met(self, phrase: Phrase, named: Phrase | None) -> bool:
        """Tell whether the two are whom the subject *named* met: «مع الزعيمين», «استقبل X كلا من الرئيسين»."""
        if named is None or named.preposition or not phrase.first:
            return False
        words = self.tokens.words
        if phrase.preposition or phrase.clitic:
            return phrase.preposition == "with"
        if words[max(0, phrase.first - _COUPLE) : phrase.first] in _EACH_OF:
            return True
        if words[phrase.first - 1].removeprefix("ب") in _OF_ACTS and not words[phrase.first].startswith(_OWN):
            return False
        return words[phrase.first].endswith(_OBJECT) and words[phrase.first - 1] not in _BEFORE_SUBJECT

    def _is_told_about(self, phrase: Phrase, named: Phrase) -> bool:
        """Tell whether whoever was *named* speaks of the two in the same sentence: «قال X إن الرجلين سيلتقيان».

        «الجانبان» may include his own side.
        """
        words = self.tokens.words
        before = words[phrase.first - 1] if phrase.first else ""
        if before not in _THAT or words[phrase.first].startswith(_OWN):
            return False
        if named.preposition or (named.first and words[named.first - 1] in _THAT):
            return False
        return _ENDS.isdisjoint(words[named.last : phrase.first])


def _offices(words: str) -> frozenset[str]:
    """Return the offices that the dual names: those of ministers, of leaders, or none."""
    if "وزير" in words:
        return MINISTERS
    return LEADERS if any(part in words for part in _LEADERS) else frozenset()


def _latest_two(row: Sequence[Actor]) -> list[Actor]:
    """Return the last of the row and the latest from another state; nothing where there are no two."""
    if not row:
        return []
    latest = row[-1]
    other = next((actor for actor in reversed(row) if actor.country != latest.country), None)
    return [other, latest] if other is not None else []
