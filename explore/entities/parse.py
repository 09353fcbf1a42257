"""Parse actor phrases: [honorific] [office] [nation or state] [name] [apposition], in the orders the press uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress, count

from explore.entities.appositions import Appositions
from explore.entities.bearers import Bearers
from explore.entities.forenames import Forenames
from explore.entities.lists import Lists
from explore.entities.ministries import Ministries
from explore.entities.phrase import Phrase
from explore.entities.posts import Posts
from explore.entities.remits import Remits
from explore.entities.scan import Scan
from explore.entities.slots import Slots
from explore.entities.starts import Starts
from explore.entities.titles import Titles
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Sense
from explore.knowledge.tables import Person

# The noun of a movement may carry what belongs to its name: «بين إسرائيل وحركة حماس», «لقاء بحركة فتح».
_MOVEMENTS = listed("parse", "movements")
_MOVEMENT_CLITICS = ("", "و", "ب", "ل", "وب", "ول")
# Behind a name a phrase goes on over one of these; the preposition leads to the parliament where somebody sits.
_GOING_ON = frozenset(("(", "،", ",", '"', "-", "–", ".", "/", "في", "فى"))
# No noun group of the press has more parts; a bound against tables that would let one go on for ever.
_MOST_PARTS = 24

# A step tells whether it has read on in a phrase.
Step = Callable[[Phrase], bool]


class Parser:
    """Read the phrases of one text, left to right."""

    def __init__(self, scan: Scan, people: Mapping[str, Person], exemplars: Sequence[tuple[str, ...]] = ()) -> None:
        """Prepare to parse the tokens of *scan*.

        *people* tells which state a known name belongs to; *exemplars* are words that lead to examples («منهم»).
        """
        self.scan = scan
        self.phrases: list[Phrase] = []
        self.starts = Starts(scan, self.phrases)
        self.lists = Lists(scan, exemplars, self.phrases)
        self.slots = Slots(scan, Bearers(scan, people), self.lists)
        posts = Posts(scan, self.slots)
        self.remits = Remits(scan)
        self.ministries = Ministries(scan)
        appositions = Appositions(scan, self.slots, posts, self.remits)
        titles = Titles(scan, self.slots, appositions)
        self.forenames = Forenames(scan, self.phrases)
        self._order(titles, posts, appositions)

    def _order(self, titles: Titles, posts: Posts, appositions: Appositions) -> None:
        """Order the steps by which a phrase of each kind goes on, the likeliest first: the first that reads on wins."""
        slots = self.slots
        self.steps_of_open = self._order_open(titles, posts, appositions)
        self.steps_of_delegation = (
            slots.follow,
            titles.pass_mark,
            appositions.pass_nickname,
            titles.pass_quality,
            titles.take_seat,
            titles.take_chamber,
            titles.take_unknown_name,
            appositions.read,
            slots.take_movement,
        )
        self.steps_of_named = (
            slots.follow, titles.pass_mark, appositions.pass_nickname, titles.take_chamber, appositions.read
        )  # fmt: skip
        self.steps_of_titled = (
            slots.follow, titles.pass_mark, titles.take_chamber, titles.take_unknown_name, appositions.read
        )  # fmt: skip
        self.steps_of_bare = (slots.follow, appositions.read)

    def _order_open(self, titles: Titles, posts: Posts, appositions: Appositions) -> tuple[Step, ...]:
        """Order the steps of a phrase with an office whose holder is not named yet."""
        slots = self.slots
        return (
            slots.follow,
            titles.pass_mark,
            self.ministries.read,
            titles.pass_fields,
            self.remits.read,
            titles.pass_quality,
            slots.take_movement,
            slots.take_quoted,
            slots.take_long_owner,
            titles.take_seat,
            titles.take_chamber,
            titles.pass_constituency,
            titles.pass_principal,
            titles.take_homeland,
            titles.take_unknown_name,
            posts.read,
            appositions.read,
            titles.take_far_name,
        )

    def parse(self) -> list[Phrase]:
        """Return all phrases in reading order."""
        free = 0
        for place in compress(count(), self.scan.hits):
            if place < free:
                continue
            start = self.starts.at(place)
            if start is None:
                continue
            phrase = self._phrase(place, *start)
            if phrase is not None:
                self.phrases.append(phrase)
                free = phrase.last
        return self.phrases

    def _phrase(self, place: int, hit: Hit, sense: Sense) -> Phrase | None:
        """Return the phrase that begins at *place* with *sense* of *hit*, or None."""
        phrase = Phrase(place, hit.last, hit.clitic)
        self.slots.fill(phrase, hit, sense)
        self._extend(phrase)
        if not phrase.is_actor:
            return None
        if self.forenames.take(phrase):
            while self.phrases and self.phrases[-1].last > phrase.first:
                self.phrases.pop()
        self._take_noun(phrase)
        self.lists.govern(phrase)
        return phrase

    def _take_noun(self, phrase: Phrase) -> None:
        """Take the noun before a movement's name, with what is attached to it: «[وحركة] حماس»."""
        if phrase.organisation is None or phrase.clitic or phrase.labels[0].first != phrase.first:
            return
        if self.phrases and self.phrases[-1].last >= phrase.first:
            return
        word = self.scan.word(phrase.first - 1)
        for clitic in _MOVEMENT_CLITICS:
            if word.startswith(clitic) and word[len(clitic) :] in _MOVEMENTS:
                phrase.first, phrase.clitic = phrase.first - 1, clitic
                return

    def _extend(self, phrase: Phrase) -> None:
        """Read on while the next words belong to the same noun group."""
        for _ in range(_MOST_PARTS):
            for step in self._steps(phrase):
                if step(phrase):
                    break
            else:
                return

    def _steps(self, phrase: Phrase) -> tuple[Step, ...]:
        """Return the steps that may read on in a phrase as it is."""
        if phrase.is_open:
            return self.steps_of_open
        if phrase.body == "delegation":
            return self.steps_of_delegation
        if phrase.name is None:
            return self.steps_of_titled if phrase.is_titled or phrase.nations else self.steps_of_bare
        return self.steps_of_named if self._may_go_on(phrase.last) else ()

    def _may_go_on(self, place: int) -> bool:
        """Tell whether a phrase with its name may go on at *place*: over a mark or «في», or with a noun."""
        scan = self.scan
        return scan.word(place) in _GOING_ON or not all(hit.senses.are_plain for hit in scan.at(place))
