"""Say who holds an office: whoever the article has named in it, else who held it on the article's day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass

from explore.entities.actors import Meaning, person_actor, state_actor
from explore.entities.bodies import Bodies, country_of
from explore.entities.incumbents import Incumbents
from explore.entities.memory import Memory
from explore.entities.offices import ANY_TOP, LEADERS, MINISTERS, OF_HOME, OWNED, STANDING_FOR_STATE, TOP
from explore.entities.phrase import Phrase
from explore.entities.spellings import bears_in_full, is_spelling_of
from explore.entities.words import listed
from explore.knowledge.tables import Person
from explore.model import Actor

_HOME_WORDS = tuple(listed("roles", "home_words"))
# Offices without a state that mean whoever of the home state was named in them.
_NAMED_AT_HOME = OF_HOME | {"president_elect", "minister"}
# Where the home state's was introduced without the state, such a title alone means that minister.
_INTRODUCED = MINISTERS - {"minister"}
_SOME_HOLDER = listed("roles", "some_holder")
# «البابا الأميركي» is the pope, wherever he comes from.
_POPE = "pope"
# «رئيس لجنة الصداقة الفرنسية» leads no state.
_CHAIRMAN = "chairman"
# A state has many who chair one of these: «رئيس اللجنة السعودية».
_HELD_BY_MANY = tuple(listed("roles", "held_by_many"))
# Whose counterparts hold another office in states: the Union's foreign policy chief deals with foreign ministers.
_PEERS = {"high_representative": "foreign_minister"}
# «رئيس الوزراء المكلف» is not who holds the office.
_DESIGNATED = frozenset(("prime_minister",))
# Many hold one of these at once: without a name nobody is meant before all others.
_OF_MANY = frozenset(("ambassador", "envoy", "commander", "minister", "adviser", "member"))


@dataclass(frozen=True, slots=True)
class Roles:
    """Resolve titles without a name; ``home`` is the state which the article speaks from."""

    incumbents: Incumbents
    home: str | None
    memory: Memory
    bodies: Bodies

    def resolve(self, phrase: Phrase) -> Meaning | None:
        """Say who holds the office of *phrase*, or for which state or organisation its holder stands."""
        country = country_of(phrase, self.incumbents.index)
        office, only = self._entry(phrase)
        if only is not None and (country is None or office == _POPE):
            return self._sole(office, only)
        if _is_elsewhere(phrase, country, only):
            return None
        if office == "spokesperson" and phrase.body is not None:
            return self.bodies.body(phrase)
        if phrase.organisation is not None:
            return self._of_organisation(phrase, phrase.organisation, office)
        if country is None and _is_anybody(phrase):
            return None
        if phrase.office.form.number != "s":
            return self._of_several(phrase, office, country)
        return self._of_one(phrase, office, country)

    def _entry(self, phrase: Phrase) -> tuple[str, Collection[str] | None]:
        """Return the office of the tables that the title means, and the only states that know it."""
        entry = self.incumbents.index.tables.offices[phrase.office.key]
        return str(entry.get("same_as", phrase.office.key)), entry.get("only")

    def _sole(self, office: str, only: Collection[str]) -> Meaning | None:
        """Return who is named in an office that few states know, where the title tells no state."""
        named = self.memory.holder(office, None)
        return _named(named, office) if named is not None and named.country in only else None

    def _of_organisation(self, phrase: Phrase, organisation: str, office: str) -> Meaning | None:
        """Return the head of an organisation on the day, else the organisation."""
        named = self._serving(organisation, office) if office in _OF_MANY else None
        if named is not None:
            return _named(named, office)
        person = self.incumbents.head(organisation, office) if office not in _OF_MANY else None
        if person is not None and phrase.office.form.number == "s":
            return _on_that_day(person, office, organisation)
        return self.bodies.organisation(organisation)

    def _serving(self, organisation: str, office: str) -> Actor | None:
        """Return the latest person named whom the tables know in *office* of *organisation*: «مبعوث الأمم المتحدة»."""
        people = self.incumbents.index.tables.people
        for actor in reversed(self.memory.holding({office})):
            known = people.get(actor.id)
            if known is not None and any(term.of == organisation and term.office == office for term in known.terms):
                return actor
        return None

    def _of_several(self, phrase: Phrase, office: str, country: str | None) -> Meaning | None:
        """Resolve the first of «وزراء خارجية A وB», «الرئيسان الروسي والتركي»; the rest of the list comes apart."""
        if country is None:
            return None
        named = self.memory.holder(office, country) if not _are_all(phrase) else None
        if named is not None:
            return _named(named, office)
        one = office not in _OF_MANY and not _are_all(phrase)
        person = self.incumbents.holder(office, country, TOP) if one else None
        if person is not None:
            return _on_that_day(person, office, country)
        return Meaning(state_actor(self.incumbents.index.tables, country, office), "officials stand for the state")

    def _of_one(self, phrase: Phrase, office: str, country: str | None) -> Meaning | None:
        """Return whom the article has named in the office, else who holds it; nobody for a former holder."""
        if phrase.guest:
            return self._visiting(office)
        if phrase.elect and office in _DESIGNATED:
            designate = self._elect(_DESIGNATED)
            return _named(designate, office) if designate is not None else None
        elect = self._elect() if office == "president_elect" and country is None else None
        if elect is not None:
            return _named(elect, office)
        at_home = self._at_home(phrase, office) if country is None and not phrase.former else None
        if at_home is not None:
            return at_home
        owner = self._owner(phrase) if country is None else None
        # «الوزير الروسي المكلف بX» is another than the minister named before.
        charged = phrase.elect and office == "minister"
        before = None if charged else self.memory.holder(office, country or owner, phrase.office.form.word)
        if before is not None:
            return _named(before, office)
        return None if phrase.former or _is_some(phrase) else self._incumbent(phrase, office, country)

    def _elect(self, offices: Set[str] = TOP) -> Actor | None:
        """Return the latest person of the article who is to hold one of *offices*."""
        people = reversed(self.memory.actors())
        return next((actor for actor in people if self.incumbents.is_to_lead(actor, offices)), None)

    def _visiting(self, office: str) -> Meaning | None:
        """Return the latest person from abroad in the office: «الرئيس الضيف»."""
        abroad = [named.actor for named in self.memory.people if named.actor.country != self.home]
        guest = next((actor for actor in reversed(abroad) if actor.office == office), None)
        return _named(guest, office) if guest is not None else None

    def _at_home(self, phrase: Phrase, office: str) -> Meaning | None:
        """Return who holds an office of the home state, for a title that tells no state."""
        introduced = self.memory.plain.get(office) if office in _INTRODUCED else None
        if self.home is None:
            return _named(introduced, office) if introduced is not None and " " in phrase.office.form.word else None
        meaning = self._of_home(office, self.home) if speaks_of_home(phrase) else None
        if meaning is None and introduced is not None and introduced.country == self.home:
            return _named(introduced, office)
        if meaning is not None or office not in _NAMED_AT_HOME:
            return meaning
        named = self.memory.holder(office, self.home, phrase.office.form.word)
        return _named(named, office) if named is not None else None

    def _of_home(self, office: str, home: str) -> Meaning | None:
        """Return who is named in an office of the home state, else who held it on the day."""
        named = self.memory.holder(office, home)
        if named is not None:
            return Meaning(named, f"{office} of the home state, named in the article")
        person = self.incumbents.holder(office, home, TOP) if office not in _OF_MANY else None
        if person is None:
            return None
        return Meaning(person_actor(person, office), f"{office} of the home state on that day")

    def _incumbent(self, phrase: Phrase, office: str, told: str | None) -> Meaning | None:
        """Return who held the office on the day, else the state *told* where its officials stand for it."""
        country = told or self._owner(phrase) or (self.home if phrase.office.key in OF_HOME else None)
        if country is None:
            return None
        if phrase.elect and office == "president":
            office = "president_elect"
        leading = ANY_TOP if office != _CHAIRMAN else frozenset()
        many = office in _OF_MANY or (office == _CHAIRMAN and phrase.office.form.word.startswith(_HELD_BY_MANY))
        person = None if many else self.incumbents.holder(office, country, leading)
        if person is not None:
            return _on_that_day(person, office, country)
        if told is None or office not in STANDING_FOR_STATE:
            return None
        return self._state_of(told, office)

    def _state_of(self, country: str, office: str) -> Meaning:
        state = state_actor(self.incumbents.index.tables, country, office)
        return Meaning(state, "an official without a name stands for the state")

    def _owner(self, phrase: Phrase) -> str | None:
        """Return the state of the person before, for titles with a pronoun (ولي عهده، وزير خارجيته)."""
        if not phrase.office.form.word.endswith(OWNED) or not self.memory.people:
            return None
        return next(reversed(self.memory.people)).actor.country

    def of_homeland(self, phrase: Phrase) -> Meaning | None:
        """Say who holds the office of «رئيس بلاده»: in the state of the latest person who does not lead it."""
        office, _ = self._entry(phrase)
        for actor in reversed(self.memory.actors()):
            if actor.country is None or actor.office in TOP:
                continue
            person = self.incumbents.holder(office, actor.country, ANY_TOP)
            return _on_that_day(person, office, actor.country) if person and person.key != actor.id else None
        return None

    def spelt(self, phrase: Phrase, country: str | None, shown: str) -> Meaning | None:
        """Return the holder of a title whose name no table spells as the article does, folded *shown*."""
        if country is None or not phrase.offices or phrase.former or phrase.elect or phrase.is_dual:
            return None
        office, _ = self._entry(phrase)
        person = self.incumbents.holder(office, country, ANY_TOP) if office not in _OF_MANY else None
        if person is None or not is_spelling_of(shown, person):
            return None
        return Meaning(person_actor(person, office), f"{office} of {country} on that day, spelt otherwise")

    def spelt_anywhere(self, phrase: Phrase, shown: str) -> Meaning | None:
        """Return who alone of all holders of a title bears a full name, folded *shown*: «وزير الخارجية محمد عمرو»."""
        if not phrase.offices or phrase.former or phrase.elect or phrase.is_dual or " " not in shown:
            return None
        office, _ = self._entry(phrase)
        if office in _OF_MANY or phrase.organisation is not None:
            return None
        incumbents = self.incumbents
        holders = ((of, incumbents.index.holder(office, of, incumbents.first, incumbents.last)) for of in self.states)
        bearers = [(of, person) for of, person in holders if person is not None and bears_in_full(shown, person)]
        if len(bearers) != 1:
            return None
        country, person = bearers[0]
        return Meaning(person_actor(person, office), f"{office} of {country} on that day, spelt otherwise")

    @property
    def states(self) -> Iterable[str]:
        """Return the ISO codes of all states."""
        return self.incumbents.index.tables.countries

    def counterpart(self, phrase: Phrase, office: str, told: str | None = None) -> Meaning | None:
        """Return who holds in another state, which may be *told* apart, the *office* of the subject: «نظيره الروسي»."""
        country = told or country_of(phrase, self.incumbents.index)
        office = _PEERS.get(office, office)
        if country is not None and office in _OF_MANY:
            return self._state_of(country, office)
        person = self.incumbents.holder(office, country, LEADERS) if country is not None else None
        if person is None:
            return self._state_of(country, office) if country is not None and office in STANDING_FOR_STATE else None
        return Meaning(person_actor(person, office), f"counterpart: {office} of {country} on that day")


def _is_elsewhere(phrase: Phrase, country: str | None, only: Collection[str] | None) -> bool:
    """Tell whether no table knows the office there: in a town («محافظ الإسكندرية»), or in a state without it."""
    if only is not None and country not in only:
        return True
    return phrase.place is not None and not phrase.has_state


def _are_all(phrase: Phrase) -> bool:
    """Tell whether a plural title means many of one state: «القادة العراقيون», not «الرؤساء الروسي والتركي»."""
    if phrase.office.form.number != "p" or len(phrase.nations) != 1:
        return False
    form = phrase.nations[0].form
    return form.number != "s" or form.gender == "f"


def _is_anybody(phrase: Phrase) -> bool:
    """Tell whether a title is bare and indefinite, so that it may mean any holder: «رئيس», «رئيس دولة»."""
    form = phrase.office.form
    return not form.definite and (" " not in form.word or form.word in _SOME_HOLDER)


def _is_some(phrase: Phrase) -> bool:
    """Tell whether the title means some holder of a leading office, not a certain one: «أول زيارة لرئيس إسرائيلي»."""
    if phrase.office.key not in ANY_TOP | LEADERS:
        return False
    if phrase.nations:
        return not phrase.nations[0].form.definite
    return phrase.office.form.word.endswith("ا") and any(label.clitic == "ل" for label in phrase.labels)


def speaks_of_home(phrase: Phrase) -> bool:
    """Tell whether a title without a state is that of the home state (رئيس الجمهورية), whoever was named last."""
    return phrase.office.key == "prime_minister" or any(word in phrase.office.form.word for word in _HOME_WORDS)


def _named(actor: Actor, office: str) -> Meaning:
    """Return whom the article has named in the office."""
    return Meaning(actor, f"{office} named in the article")


def _on_that_day(person: Person, office: str, owner: str) -> Meaning:
    """Return who held the office of a state or organisation on the article's day."""
    return Meaning(person_actor(person, office), f"{office} of {owner} on that day")
