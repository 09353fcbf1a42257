"""Hold an actor phrase: one noun group of the press with its slots, before anybody knows who is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from explore.entities.words import listed
from explore.frozen import quick
from explore.knowledge.lexicon import Kind, Sense

STYLES = listed("phrase", "styles")
_NOBLE_STYLES = listed("phrase", "noble_styles")
GUESTS = listed("phrase", "guests")
# Who was named last.
THE_LATTER = "الاخير"
LATTER = frozenset(("هذا الاخير", "هذه الاخيره", THE_LATTER))
# What means somebody without any name or office beside it.
_ALONE = STYLES | _NOBLE_STYLES | GUESTS | LATTER
# Who serves somebody else, so that a name behind the title may be that of the one served.
_OF_LEADERS = (" الرييس", " الملك", " الامير", " رييس الوزراء", " رييس الحكومه", " العاهل")
# «هنأ X نظراءه في كل من A وB»: several counterparts, who may stand for their states.
COUNTERPARTS = ("نظراي", "نظراء", "نظراو")
# «وفد تركي برئاسة X»
HEADED = frozenset(("برياسه", "بقياده"))
# A phrase that ends in one of these still lacks the body spoken for: «الناطق باسم».
SPEAKS_FOR = frozenset(("باسم", "بلسان"))
LANDS = frozenset((Kind.STATE, Kind.CAPITAL, Kind.PLACE))
AIDES = frozenset(("adviser", "envoy", "spokesperson", "first_lady"))


@dataclass(slots=True)
class Name:
    """Mark the tokens of a name inside a phrase: a known person's key, or None for a name no table knows."""

    first: int
    last: int
    person: str | None
    clitic: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Label:
    """Mark the tokens that name a state, a capital, a place or an organisation: its kind and table key."""

    first: int
    last: int
    kind: Kind
    key: str
    clitic: str = ""


@dataclass(slots=True)
class Phrase:
    """Hold the slots of one actor phrase over the tokens from ``first`` up to ``last``.

    ``offices`` stand head first, ``beside`` are those of others told with them; ``nations`` are adjectives,
    ``state_keys`` country keys, ``labels`` whatever is named but people, all in reading order. ``seat`` are the
    words of the ``body``, ``principal`` is whom an envoy serves, ``people`` marks a people that stands for its
    state, ``side`` an adjective that tells a side of an act: «قمة سعودية مصرية». ``preposition`` is to, from,
    with, between, at, place, other or empty; a ``joined`` phrase continues a list and shares its preposition.
    """

    first: int
    last: int
    clitic: str = ""
    preposition: str = ""
    joined: bool = False
    honorifics: list[str] = field(default_factory=list)
    offices: list[Sense] = field(default_factory=list)
    beside: list[Sense] = field(default_factory=list)
    nations: list[Sense] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    state_keys: list[str] = field(default_factory=list)
    organisation: str | None = None
    body: str | None = None
    seat: Label | None = None
    place: str | None = None
    name: Name | None = None
    counterpart: str = ""
    pair: bool = False
    former: bool = False
    elect: bool = False
    guest: bool = False
    capital: bool = False
    principal: str | None = None
    people: bool = False
    side: bool = False
    homeland: bool = False

    @property
    def office(self) -> Sense:
        """Return the head of the title; only for phrases with an office."""
        return self.offices[0]

    @property
    def is_titled(self) -> bool:
        """Tell whether a title stands in the phrase: an office, an honorific or «نظيره»."""
        return bool(self.offices or self.honorifics or self.counterpart)

    @property
    def is_open(self) -> bool:
        """Tell whether the phrase has an office whose holder is not named yet."""
        return self.name is None and bool(self.offices)

    @property
    def has_state(self) -> bool:
        """Tell whether the phrase tells a state, by an adjective or by its name."""
        return bool(self.nations or self.state_keys)

    @property
    def is_owned(self) -> bool:
        """Tell whether the phrase tells of which state or organisation it is."""
        return self.has_state or self.organisation is not None

    @property
    def countries(self) -> list[str]:
        """Return the keys of the states that the phrase tells, adjectives first."""
        return [nation.key for nation in self.nations] + self.state_keys

    @property
    def is_closed(self) -> bool:
        """Tell whether the name stands at the phrase's end, so that no genitive can follow."""
        return self.name is not None and self.name.last == self.last

    @property
    def is_chained(self) -> bool:
        """Tell whether a title serves another: «كبير مساعدي زعيم كوريا الشمالية X» names the leader, not the aide."""
        return len(self.offices) > 1 and self.office.key in AIDES and not self.office.form.definite

    @property
    def serves_leader(self) -> bool:
        """Tell whether the title is that of a leader's aide: «مبعوث الرئيس الأمريكي», behind which he may be named."""
        return bool(self.offices) and self.office.key in AIDES and self.office.form.word.endswith(_OF_LEADERS)

    @property
    def opens_with_style(self) -> bool:
        """Tell whether the first honorific is a style of address that means somebody named before: «سموه»."""
        return bool(self.honorifics) and self.honorifics[0] in STYLES

    @property
    def is_style(self) -> bool:
        """Tell whether the phrase is a lone style of address: سموه، جلالته، صاحب السمو، or «ضيفه»."""
        if len(self.honorifics) != 1 or self.last - self.first != len(self.honorifics[0].split()):
            return False
        return self.honorifics[0] in _ALONE

    @property
    def is_dual(self) -> bool:
        """Tell whether the phrase opens a group of two (الرئيسان الروسي … والتركي …)."""
        return self.pair or (bool(self.offices) and self.office.form.number != "s")

    @property
    def is_person(self) -> bool:
        """Tell whether the phrase means a person: by a name, a title or as a counterpart."""
        return bool(self.name or self.offices or self.counterpart or self.pair or self.is_style)

    @property
    def is_place(self) -> bool:
        """Tell whether the phrase is a bare place or state, with no office, body or name."""
        return not (self.is_person or self.body not in (None, "territory") or self.organisation)

    @property
    def is_actor(self) -> bool:
        """Tell whether the slots name somebody: a lone honorific does not."""
        return bool(self.labels or self.body or self.nations or self.is_person)
