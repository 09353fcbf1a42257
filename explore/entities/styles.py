"""Say whom a style of address or a rank means: «سموه», «ضيفه», «الأخير», «الجنرال الهندي»."""

from __future__ import annotations

from dataclasses import dataclass, field

from explore.entities.actors import Meaning
from explore.entities.memory import Memory
from explore.entities.offices import MINISTERS
from explore.entities.phrase import GUESTS, LATTER, Phrase
from explore.entities.words import listed
from explore.model import Actor
from explore.text.tokens import Tokens

# Whom a style of address fits, by its stem: «سموه», «سموها».
_STYLES = {
    "سمو": frozenset((
        "emir", "crown_prince", "deputy_crown_prince", "deputy_king", "prince", "ruler", "governor",
        "prime_minister",
    )),
    "قداس": frozenset(("pope", "patriarch")),
    "جلال": frozenset(("king", "sultan", "queen")),
    "فخام": frozenset(("president",)),
    "سياد": frozenset(("president", "leader")),
    "معالي": MINISTERS | {"speaker", "chairman", "secretary_general"},
    "سعاد": frozenset(("ambassador", "minister", "foreign_minister", "deputy_foreign_minister")),
}  # fmt: skip
_DONE_AGAIN = listed("styles", "done_again")
# The king of Saudi Arabia is «خادم الحرمين الشريفين»; «جلالته» is another's.
_UNSTYLED = ("جلال", "SAU")
# «أعرب عن سعادته» is of joy, not of somebody so addressed.
_EXPRESSED = frozenset(("عن",))
_BESIDE = frozenset(("from", "to", "with", "at"))


@dataclass(frozen=True, slots=True)
class Styles:
    """Resolve styles by whom the article has named; ``home`` is the state which it speaks from.

    ``doing`` is who was named right behind a verb last, by that verb.
    """

    tokens: Tokens
    memory: Memory
    home: str | None
    doing: dict[str, Actor] = field(default_factory=dict)

    def note(self, phrase: Phrase, actor: Actor) -> None:
        """Remember that *actor*, whom *phrase* means, did what the verb before says."""
        if verb := self._verb_before(phrase):
            self.doing[verb] = actor

    def resolve(self, phrase: Phrase, subject: Actor | None) -> Meaning | None:
        """Resolve «سموه، جلالته»: the latest person whom that style of address fits, of the home state first."""
        if self.tokens.words[phrase.first - 1] in _EXPRESSED:
            return None
        style = phrase.honorifics[0].removeprefix("حضره ").removeprefix("صاحب ال")
        if style in GUESTS:
            return self._guest(subject)
        if style in LATTER:
            # «تلقى X من الأخير رسالة» is of the one before X.
            others = phrase.preposition in _BESIDE and subject is not None
            latest = [actor for actor in self.memory.actors() if not others or actor != subject][-1:]
            return Meaning(latest[0], f"{style} means the last one named") if latest else None
        stem = next((stem for stem in _STYLES if style.startswith(stem)), None)
        if stem is None:
            return None
        fitting = self.memory.styled(stem, _STYLES[stem])
        again = self.doing.get(self._verb_before(phrase))
        if again in fitting:
            return Meaning(again, f"{style} means who did the same before")
        if self.home is not None and (stem, self.home) != _UNSTYLED:
            fitting = [actor for actor in fitting if actor.country == self.home] or fitting
        return Meaning(fitting[-1], f"{style} means the last one so addressed") if fitting else None

    def _verb_before(self, phrase: Phrase) -> str:
        """Return the verb right before the phrase, where it is one that is told again of the same person."""
        word = self.tokens.words[phrase.first - 1] if phrase.first else ""
        return next((stem for stem in (word, word[1:]) if stem in _DONE_AGAIN), "")

    def _guest(self, subject: Actor | None) -> Meaning | None:
        """Return whom «ضيفه» means: the latest person from another state than the subject."""
        if subject is None:
            return None
        others = (actor for actor in reversed(self.memory.actors()) if actor.country != subject.country)
        named = next(others, None)
        return Meaning(named, "the guest or host of the subject") if named is not None else None

    def ranked(self, phrase: Phrase) -> Meaning | None:
        """Return the latest person of a state who was named behind the same rank: «الجنرال الهندي»."""
        if not phrase.honorifics or len(phrase.nations) != 1 or not phrase.nations[0].form.definite:
            return None
        named = self.memory.styled(phrase.honorifics[-1], frozenset())
        citizens = [actor for actor in named if actor.country == phrase.nations[0].key]
        return Meaning(citizens[-1], "the latest of that rank and state") if citizens else None
