"""Remember whom an article has named, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from explore.entities.incumbents import Incumbents
from explore.entities.offices import LEADERS, MINISTERS, TOP
from explore.entities.phrase import AIDES, Phrase
from explore.entities.words import listed
from explore.frozen import quick
from explore.model import Actor
from explore.text.fold import key as fold_key

# «الوزير» alone means any minister named before.
_THE_MINISTER = frozenset(("الوزير", "الوزيره"))
# «رئيس مجلس السيادة» is who was called so before «قائد قوات الدعم السريع».
_OF_MANY_NAMES = "leader"
# «مستشار» may be a chancellor as well.
_SERVING = AIDES | {"chancellor"}
_FAMILY = listed("memory", "family")
# So far back a title or pair may point; no article of the press names as many people.
_REMEMBERED = 500


@quick
@dataclass(frozen=True, slots=True)
class Named:
    """Hold a person whom the article has named, with the offices and honorifics that stood with the name."""

    actor: Actor
    titles: frozenset[str]

    def bears(self, office: str, word: str, country: str | None) -> bool:
        """Tell whether *office*, written *word*, may mean this person; of *country* where it is told."""
        if office in self.titles or word in self.titles:
            return True
        if office == "president_elect":
            return "president" in self.titles
        if office == "minister":
            return word in _THE_MINISTER and not MINISTERS.isdisjoint(self.titles)
        if country is None:
            return False
        return office == "official" or (office == "leader" and self._leads())

    def is_styled(self, style: str) -> bool:
        """Tell whether the person was introduced so: «صاحب السمو الشيخ X» is «سموه» afterwards."""
        return any(style in title for title in self.titles)

    def _leads(self) -> bool:
        """Tell whether the person leads a state, as «الزعيم» says."""
        return not TOP.isdisjoint(self.titles) or self.actor.office in LEADERS


@dataclass(slots=True)
class Memory:
    """Hold the people and states named so far, and the two states that were named together last."""

    incumbents: Incumbents
    people: dict[Named, bool] = field(default_factory=dict)
    names: dict[tuple[str, ...], list[Actor]] = field(default_factory=dict)
    states: list[Actor] = field(default_factory=list)
    couple: list[Actor] = field(default_factory=list)
    # By office, who was introduced in it by name without any state: «وزير الخارجية محمد كامل عمرو».
    plain: dict[str, Actor] = field(default_factory=dict)

    def add_person(self, actor: Actor, phrase: Phrase) -> None:
        """Remember that *phrase* means the person *actor*."""
        # «مستشار العاهل السعودي X» bears the first title only.
        serves = phrase.offices and phrase.office.key in _SERVING and not phrase.office.form.definite
        own = phrase.offices[:1] if serves else phrase.offices
        titles = {office.key for office in own}.union(phrase.honorifics)
        titles.update(office.form.word for office in own if office.key == _OF_MANY_NAMES)
        if actor.office:
            titles.add(actor.office)
        if phrase.name is not None and own and not phrase.is_owned:
            self.plain[phrase.office.key] = actor
        named = Named(actor, frozenset(titles))
        # The latest stands last, however often the same person is named.
        if not self.people.pop(named, False):
            self.names.setdefault(_opening(actor), []).append(actor)
        self.people[named] = True
        if len(self.people) > _REMEMBERED:
            del self.people[next(iter(self.people))]

    def add_state(self, actor: Actor, phrase: Phrase) -> None:
        """Remember a state, and the one that it was joined to: «الإمارات وسلوفاكيا»."""
        if phrase.joined and self.states and self.states[-1].country != actor.country:
            self.couple = [self.states[-1], actor]
        self.states.append(actor)
        del self.states[:-_REMEMBERED]

    def actors(self) -> list[Actor]:
        """Return the people named so far."""
        return [named.actor for named in self.people]

    def holding(self, offices: Set[str]) -> list[Actor]:
        """Return the people named so far who bear one of these titles."""
        return [named.actor for named in self.people if not offices.isdisjoint(named.titles)]

    def styled(self, style: str, offices: Set[str]) -> list[Actor]:
        """Return the people named so far whom a style fits: by one of *offices*, or because it stood with the name."""
        return [named.actor for named in self.people if named.is_styled(style) or not offices.isdisjoint(named.titles)]

    def holder(self, office: str, country: str | None, word: str = "") -> Actor | None:
        """Return the latest person who holds *office*, which may be written *word*; of *country* where one is told."""
        bearers = [
            named
            for named in self._latest_of(country)
            if named.bears(office, word, country) and self.incumbents.may_hold(named.actor, office)
        ]
        called = (named.actor for named in bearers if office == _OF_MANY_NAMES and word in named.titles)
        return next(called, None) or (bearers[0].actor if bearers else self._ever(office, country))

    def _ever(self, office: str, country: str | None) -> Actor | None:
        """Return the latest person from *country* who ever held *office*, where the article's day is unknown."""
        if country is None or self.incumbents.first is not None:
            return None
        people = (named.actor for named in self._latest_of(country))
        return next((actor for actor in people if self.incumbents.ever_held(actor, office)), None)

    def latest(self, country: str) -> Actor | None:
        """Return the latest person from *country*."""
        return next((named.actor for named in self._latest_of(country)), None)

    def citizen(self, country: str) -> Actor | None:
        """Return the latest person from *country*: rather one below its leaders, last of all its head of state."""
        people = [named.actor for named in self._latest_of(country)]
        ranked = sorted(people, key=lambda actor: (actor.office in LEADERS) + (actor.office in TOP))
        return next(iter(ranked), None)

    def _latest_of(self, country: str | None) -> Iterable[Named]:
        """Give the people from *country*, or all, the latest first."""
        return (named for named in reversed(self.people) if country is None or named.actor.country == country)

    def by_key(self, key: str) -> Actor | None:
        """Return the first person named whose key is *key*."""
        return next((actor for actor in self.actors() if actor.id == key), None)

    def namesake(self, stranger: Actor) -> Actor | None:
        """Return who is named before as *stranger* is now, or by a longer name that begins or ends so."""
        words = fold_key(stranger.name_ar).split()
        for actor in self.names.get(_opening(stranger), ()):
            begins = fold_key(actor.name_ar).split()[: len(words)] == words
            if actor.id == stranger.id or (len(words) > 1 and begins):
                return actor
        return self._called(words) if words[0] in _FAMILY else None

    def _called(self, words: list[str]) -> Actor | None:
        """Return the latest person whose name ends in a family name of several words: «السيد بن عبد الرحمن»."""
        ends = (actor for actor in reversed(self.actors()) if fold_key(actor.name_ar).split()[-len(words) :] == words)
        return next(ends, None)


def _opening(actor: Actor) -> tuple[str, ...]:
    """Return the first two words of a name, by which namesakes are found."""
    return tuple(fold_key(actor.name_ar).split()[:2])
