"""Lay a sentence out as a row of items: actor groups, acts, verbs, dates and the small words between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from explore.entities.phrase import Phrase
from explore.entities.scan import Scan
from explore.knowledge.lexicon import Hit, Kind, Sense
from explore.model import Actor


class Role(StrEnum):
    """Name what an item does in its sentence."""

    GROUP = "group"
    ACT = "act"
    SUPPORT = "support"
    SPEECH = "speech"
    BOUNDARY = "boundary"
    RELATIVE = "relative"
    THAT = "that"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    DATE = "date"
    QUOTE = "quote"
    COMMA = "comma"
    WORD = "word"


@dataclass(slots=True)
class Item:
    """Hold one item over the tokens from ``first`` up to ``last``; ``within`` is the state in which a place lies.

    A ``possessed`` word ends in a pronoun (مكتبه), so that no genitive follows it.
    """

    role: Role
    first: int
    last: int
    clitic: str = ""
    senses: tuple[Sense, ...] = ()
    phrases: list[Phrase] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    key: str = ""
    word: str = ""
    within: list[Actor] = field(default_factory=list)
    possessed: bool = False

    @property
    def preposition(self) -> str:
        """Return the preposition that governs a group."""
        return self.phrases[0].preposition if self.phrases else ""

    @property
    def visited(self) -> list[Actor]:
        """Return the state to which a visit goes: the group's own, or the one in which its place lies."""
        return self.actors or self.within

    @property
    def is_place(self) -> bool:
        """Tell whether a group is only places and states."""
        return bool(self.phrases) and all(phrase.is_place for phrase in self.phrases)

    def sense(self, kind: Kind) -> Sense | None:
        """Return the first sense of *kind*."""
        return next((sense for sense in self.senses if sense.kind is kind), None)


_WORD_ROLES = {
    "boundary": Role.BOUNDARY,
    "relative": Role.RELATIVE,
    "that": Role.THAT,
    "to_pronoun": Role.PRONOUN,
    "with_pronoun": Role.PRONOUN,
    "at_pronoun": Role.PRONOUN,
    "from_pronoun": Role.PRONOUN,
    "between_pronoun": Role.PRONOUN,
    "to": Role.PREPOSITION,
    "with": Role.PREPOSITION,
    "from": Role.PREPOSITION,
    "between": Role.PREPOSITION,
    "place": Role.PREPOSITION,
    "other_prepositions": Role.PREPOSITION,
}
# Forms that are another word far more often: «للغاية» (إلغائه), «وزارته» (و + زارته).
_POSSESSIVES = ("ه", "ها", "هم", "هما")
_VERBAL = (Kind.ACT, Kind.SUPPORT, Kind.SPEECH)
_AMONG = frozenset(("بينهم", "منهم", "ابرزهم", "راسهم", "فيهم"))
_LOOKALIKES = frozenset(("الغايه", "زارته", "زارتها", "هاتفه", "هاتفها", "هاتفهم"))
_MARKS = {
    '"': Role.QUOTE,
    "،": Role.COMMA,
    ",": Role.COMMA,
    "؛": Role.BOUNDARY,
    ";": Role.BOUNDARY,
    ":": Role.COMMA,
    "(": Role.COMMA,
    ")": Role.COMMA,
    "-": Role.COMMA,
    "\n": Role.BOUNDARY,
    ".": Role.BOUNDARY,
}


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold what is known of each token before sentences are laid out."""

    scan: Scan
    phrase_at: Mapping[int, Phrase]
    date_at: Mapping[int, int]
    actors: Mapping[int, list[Actor]]
    things: frozenset[str]
    palaces: frozenset[str]
    states: Mapping[str, Sequence[Actor]]

    def items(self, first: int, last: int) -> list[Item]:
        """Return the items of the tokens from *first* up to *last*, joined phrases as one group."""
        out: list[Item] = []
        for item in self._items(first, last):
            if item.role is Role.GROUP and item.phrases[0].joined:
                group = _open_group(out)
                if group is not None:
                    group.phrases.extend(item.phrases)
                    group.actors.extend(item.actors)
                    group.last = item.last
                    while out[-1] is not group:
                        out.pop()
                    continue
            if out and (item.role is Role.SPEECH and _specifies(out[-1], item) or _behind_preposition(out[-1], item)):
                item.role = Role.WORD
            out.append(item)
        _exemplify(out, self.scan.tokens.words)
        return out

    def _items(self, first: int, last: int) -> Iterator[Item]:
        place = first
        while place < last:
            item = self._item(place, last)
            yield item
            place = max(item.last, place + 1)

    def _item(self, place: int, last: int) -> Item:
        phrase = self.phrase_at.get(place)
        if phrase is not None:
            belongs = not phrase.clitic and place > 0 and self.scan.tokens.words[place - 1].lstrip("ولب") in self.things
            palace = phrase.organisation in self.palaces and phrase.preposition in ("at", "place")
            actors = [] if belongs or palace else list(self.actors.get(place, ()))
            within = [] if actors or belongs or phrase.place is None else list(self.states.get(phrase.place, ()))
            return Item(Role.GROUP, place, phrase.last, phrase.clitic, phrases=[phrase], actors=actors, within=within)
        end = self.date_at.get(place)
        if end is not None:
            return Item(Role.DATE, place, end)
        word = self.scan.tokens.words[place]
        mark = _MARKS.get(word)
        if word == "\n" and place + 1 < last:
            mark = Role.COMMA
        if mark is not None:
            return Item(mark, place, place + 1, key=word)
        following = self.scan.tokens.words[place + 1 : place + 2]
        for hit in self.scan.hits[place]:
            found = _classify(hit, following)
            if found is not None and hit.last <= last:
                found.word = word
                return found
        shown = self.scan.tokens.shown(place, place + 1)
        return Item(Role.WORD, place, place + 1, word=word, possessed=shown.endswith(_POSSESSIVES))


def _exemplify(items: list[Item], words: Sequence[str]) -> None:
    """Give the names behind «من بينهم», «منهم» to the unnamed group before them: «إلى ملوك ورؤساء …، منهم X وY»."""
    for place, item in enumerate(items[:-1]):
        following = items[place + 1]
        if following.role is not Role.GROUP or words[following.first - 1] not in _AMONG:
            continue
        unnamed = next(
            (one for one in reversed(items[:place]) if one.role is Role.GROUP and not one.actors and _is_plural(one)),
            None,
        )
        if unnamed is not None:
            unnamed.actors = following.actors
            following.actors = []


def _is_plural(item: Item) -> bool:
    return any(office.form.number == "p" for phrase in item.phrases for office in phrase.offices)


def _classify(hit: Hit, following: Sequence[str]) -> Item | None:
    """Make the item of a hit; acts come before verbs that only support them.

    عبر is a preposition (via) unless عن follows (to express).
    """
    kinds = {sense.kind for sense in hit.senses}
    if Kind.WORD in kinds and Kind.SPEECH in kinds and tuple(following) != ("عن",) and not hit.clitic:
        kinds.discard(Kind.SPEECH)
    for kind, role in ((Kind.ACT, Role.ACT), (Kind.SUPPORT, Role.SUPPORT), (Kind.SPEECH, Role.SPEECH)):
        if kind in kinds:
            if (
                hit.senses[0].form.word in _LOOKALIKES
                or hit.clitic
                and set(hit.clitic) & set("ك")
                or (_is_verb(hit.senses) and _governed(hit))
            ):
                return None
            return Item(role, hit.first, hit.last, hit.clitic, hit.senses)
    if Kind.WORD in kinds:
        sense = next(sense for sense in hit.senses if sense.kind is Kind.WORD)
        if hit.clitic and hit.clitic not in ("و", "ف"):
            return None
        return Item(_WORD_ROLES[sense.key], hit.first, hit.last, hit.clitic, hit.senses, key=sense.key)
    return None


def _behind_preposition(before: Item, item: Item) -> bool:
    """Tell whether a preposition stands right before what looks like a verb: then it is a noun (على استضافتها)."""
    verbal = item.role in (Role.ACT, Role.SUPPORT, Role.SPEECH) and _is_verb(
        [sense for sense in item.senses if sense.kind in _VERBAL]
    )
    return verbal and before.role is Role.PREPOSITION and before.last == item.first


def _specifies(before: Item, item: Item) -> bool:
    """Tell whether a word that looks like a verb is the genitive of an act noun: «رسالة شكر»."""
    noun = before.sense(Kind.ACT)
    return noun is not None and noun.key.startswith("noun.") and before.last == item.first and not item.clitic


def _governed(hit: Hit) -> bool:
    """Tell whether a preposition stands on the word, so that it is no finite verb (ل may stand on a present one)."""
    letters = set(hit.clitic)
    return bool(letters & set("بك")) or "ل" in letters and all(sense.form.tense != "present" for sense in hit.senses)


def _is_verb(senses: Sequence[Sense]) -> bool:
    return all(sense.form.tense for sense in senses)


def _open_group(items: list[Item]) -> Item | None:
    """Return the group that a joined phrase continues: the last item, at most a comma away."""
    for item in reversed(items[-2:]):
        if item.role is Role.GROUP:
            return item
        if item.role not in (Role.COMMA, Role.QUOTE):
            return None
    return None
