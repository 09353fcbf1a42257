"""Say which state or organisation a phrase without a person means: a ministry, a delegation, a capital, a company."""

from __future__ import annotations

from dataclasses import dataclass

from explore.entities.actors import Meaning, organisation_actor, place_actor, state_actor
from explore.entities.memory import Memory
from explore.entities.phrase import Phrase
from explore.knowledge.index import Index
from explore.text.tokens import Tokens

# Bodies that are those of the home state where the text names none: «الخارجية», «الرئاسة».
# Who governs one of these acts as a state, though few recognise it.
_UNRECOGNISED = frozenset(("Somaliland", "Abkhazia", "South Ossetia", "Transnistria", "Northern Cyprus"))
_OF_HOME = frozenset(("foreign_ministry", "presidency", "royal_court"))

_THE_OFFICIAL = frozenset(("المسوول", "المسووله"))
_THE_GUEST = frozenset(("الضيف", "الضيفه", "الزاير"))


def country_of(phrase: Phrase, index: Index) -> str | None:
    """Return the state that a phrase tells: by adjective, by name, by a town, or by a title used in one state alone."""
    if phrase.has_state:
        return phrase.countries[0]
    if phrase.place is not None and (phrase.offices or phrase.body):
        return index.places[phrase.place].country
    return next((tag for sense in phrase.offices for tag in sense.tags), None)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Resolve phrases that name no person; ``home`` is the state which the article speaks from."""

    tokens: Tokens
    index: Index
    home: str | None
    memory: Memory

    def resolve(self, phrase: Phrase) -> Meaning | None:
        """Say which state or organisation a phrase without a title means."""
        if phrase.people:
            return Meaning(state_actor(self.index.tables, phrase.nations[0].key, None), "a people stands for its state")
        return self.body(phrase) or self._state(phrase)

    def side(self, phrase: Phrase) -> Meaning | None:
        """Say which state is one of «الجانبان الروسي والتركي»."""
        if not phrase.nations:
            return None
        return Meaning(state_actor(self.index.tables, phrase.nations[0].key, None), "a side is its state")

    def body(self, phrase: Phrase) -> Meaning | None:
        """Say whom a ministry, court, delegation or official («المسؤول الروسي») stands for."""
        if phrase.body is None:
            return None
        country = country_of(phrase, self.index)
        official = self._official(phrase, country) if country is not None else None
        if official is not None:
            return official
        if country is None and self._is_of_home(phrase):
            country = self.home
        if country is None:
            return None
        return Meaning(state_actor(self.index.tables, country, None), f"{phrase.body} stands for the state")

    def _official(self, phrase: Phrase, country: str) -> Meaning | None:
        """Return the person named before whom «المسؤول الروسي» means."""
        word = self.tokens.words[phrase.first].removeprefix(phrase.clitic)
        if phrase.body != "delegation" or word not in _THE_OFFICIAL | _THE_GUEST:
            return None
        named = self.memory.latest(country) if word in _THE_GUEST else self.memory.citizen(country)
        return Meaning(named, "the official of that state named before") if named is not None else None

    def _is_of_home(self, phrase: Phrase) -> bool:
        """Tell whether a body without a state is the home state's: «العاصمة», «الخارجية», but not «رئاسة الاتحاد»."""
        last = self.tokens.words[phrase.last - 1]
        if phrase.body == "territory":
            return last.endswith("العاصمه")
        return phrase.body in _OF_HOME and last.removeprefix(phrase.clitic).startswith("ال")

    def _state(self, phrase: Phrase) -> Meaning | None:
        """Return the state or the organisation that the phrase names."""
        if phrase.state_keys:
            why = "capital stands for the state" if phrase.capital else "state"
            return Meaning(state_actor(self.index.tables, phrase.state_keys[0], None), why)
        if phrase.organisation is not None:
            return self.organisation(phrase.organisation)
        if phrase.place in _UNRECOGNISED:
            return Meaning(place_actor(self.index.places[phrase.place]), "acts as a state that few recognise")
        return None

    def organisation(self, key: str) -> Meaning:
        """Return the organisation, or the state that it stands for: a palace, a parliament."""
        entry = self.index.tables.organisations[key]
        if entry.stands_for is None:
            return Meaning(organisation_actor(entry), "organisation")
        state = state_actor(self.index.tables, entry.stands_for, None)
        return Meaning(state, f"{entry.name_en} stands for the state")
