"""Say whom a phrase means: a known person, the holder of an office on that day, a state, an organisation.

A role is who held it on the article's day; a role that the article has named before is that person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from explore.entities.actors import Meaning, organisation_actor, person_actor, state_actor
from explore.entities.phrase import Phrase
from explore.entities.romanize import romanize
from explore.entities.surnames import UNKNOWN
from explore.knowledge.index import Index
from explore.knowledge.tables import Person, Tables
from explore.model import Actor, EntityType
from explore.text.fold import key as fold_key
from explore.text.tokens import Tokens

MINISTERS = frozenset(
    (
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "minister",
        "deputy_foreign_minister",
    )
)
LEADERS = (
    "president",
    "king",
    "queen",
    "emir",
    "sultan",
    "leader",
    "supreme_leader",
    "prince",
    "grand_duke",
    "pope",
    "prime_minister",
)
_THE_MINISTER = frozenset(("الوزير", "الوزيره"))
# Titles that mean the home state where they name none.
_OF_HOME = ("الجمهوريه", "البلاد", "الدوله", "الحكومه", "مجلس الوزراء")
# Whom a style of address fits.
_STYLES = {
    "سمو": frozenset(
        ("emir", "crown_prince", "deputy_crown_prince", "deputy_king", "prince", "ruler", "governor", "prime_minister")
    ),
    "جلال": frozenset(("king", "sultan", "queen")),
    "فخام": frozenset(("president",)),
    "سياد": frozenset(("president", "leader")),
    "معالي": MINISTERS | {"speaker", "chairman", "secretary_general"},
    "سعاد": frozenset(("ambassador", "minister", "foreign_minister", "deputy_foreign_minister")),
}
_TOP = frozenset(
    ("president", "leader", "king", "emir", "sultan", "queen", "supreme_leader", "prince", "grand_duke", "chairman")
)
# Officials without a name who stand for their state.
_STANDS_FOR_STATE = frozenset(
    (
        "ambassador",
        "envoy",
        "minister",
        "deputy_foreign_minister",
        "foreign_minister",
        "defence_minister",
        "national_security_adviser",
        "intelligence_chief",
        "interior_minister",
        "finance_minister",
        "army_chief",
        "deputy_prime_minister",
    )
)


@dataclass(slots=True)
class Referents:
    """Remember whom an article has named, and resolve its phrases in reading order.

    ``first`` and ``last`` bound the article's day; None where it is unknown.
    """

    tokens: Tokens
    index: Index
    first: dt.date | None
    last: dt.date | None
    home: str | None = None
    seen: list[tuple[Actor, frozenset[str]]] = field(default_factory=list)
    states: list[Actor] = field(default_factory=list)
    couple: list[Actor] = field(default_factory=list)

    @property
    def tables(self) -> Tables:
        """Return the tables that the referents come from."""
        return self.index.tables

    def all(self, phrases: Sequence[Phrase]) -> dict[int, list[tuple[Actor, str]]]:
        """Resolve *phrases* in reading order: first token of each -> whom it means (two for a pair), with the reason."""
        out: dict[int, list[tuple[Actor, str]]] = {}
        subject: Actor | None = None
        opener: Phrase | None = None
        for phrase in phrases:
            if phrase.pair and phrase.name is None and not phrase.nations:
                out[phrase.first] = [(actor, "the two named before") for actor in self._pair(phrase, subject)]
                continue
            meaning = self.resolve(self._in_list(phrase, opener), subject)
            if not phrase.joined:
                opener = phrase
            if meaning is None:
                continue
            out[phrase.first] = [(meaning.actor, meaning.why)]
            if meaning.actor.type is EntityType.PER and not phrase.counterpart and not phrase.joined:
                subject = meaning.actor
            elif meaning.actor.type is EntityType.GPE:
                self.couple = self._coupled(phrase, meaning.actor)
                self.states.append(meaning.actor)
        return out

    def _coupled(self, phrase: Phrase, latest: Actor) -> list[Actor]:
        """Return the two states that were named together last: «الإمارات وسلوفاكيا»."""
        if phrase.joined and self.states and self.states[-1].country != latest.country:
            return [self.states[-1], latest]
        return self.couple

    def _in_list(self, phrase: Phrase, opener: Phrase | None) -> Phrase:
        """Return a later member of «وزراء خارجية A وB» or «الرئيسان الروسي والتركي» with the office of the list."""
        if (
            opener is not None
            and phrase.joined
            and opener.body == "delegation"
            and phrase.nations
            and not phrase.offices
        ):
            return replace(phrase, body=opener.body)
        if (
            opener is None
            or not phrase.joined
            or not opener.is_dual
            or not opener.offices
            or phrase.offices
            or phrase.name
            or phrase.pair
        ):
            return phrase
        if not (phrase.nations or phrase.state_keys):
            return phrase
        return replace(phrase, offices=opener.offices)

    def _pair(self, phrase: Phrase, subject: Actor | None) -> list[Actor]:
        """Return the two latest people of different states, or the two latest states where sides or countries are meant.

        Who acts upon the two («سيتصل بالرئيسين») is not one of them.
        """
        words = " ".join(self.tokens.words[phrase.first : phrase.last])
        apart = subject if phrase.preposition in ("to", "at", "from") or self._told_about(phrase) else None
        rows = [self._alike(words), [actor for actor, _ in self.seen], self.states]
        if any(part in words for part in ("البلد", "الدولت", "الحكوم", "حكوم", "جيشا")):
            rows = [
                self.couple,
                [state_actor(self.tables, actor.country, None) for actor, _ in self.seen if actor.country],
                self.states,
            ]
        for row in ([actor for actor in row if actor != apart] for row in rows):
            for latest in row[-1:]:
                other = next((actor for actor in reversed(row) if actor.country != latest.country), None)
                if other is not None:
                    return [other, latest]
        return []

    def _told_about(self, phrase: Phrase) -> bool:
        """Tell whether somebody speaks of the two: «قال X إن الرجلين سيلتقيان»; his own side (الجانبان) may be one of them."""
        before = self.tokens.words[phrase.first - 1] if phrase.first else ""
        own = ("الجانب", "الطرف", "البلد", "الدولت", "الحكوم")
        return before in ("ان", "وان", "بان") and not self.tokens.words[phrase.first].startswith(own)

    def _alike(self, words: str) -> list[Actor]:
        """Return the people named so far who hold the office that the pair names: ministers or leaders."""
        offices = (
            MINISTERS
            if "وزير" in words
            else frozenset(LEADERS)
            if "ري" in words or "زعيم" in words or "قايد" in words
            else frozenset()
        )
        return [actor for actor, held in self.seen if held & offices or actor.office in offices]

    def resolve(self, phrase: Phrase, subject: Actor | None = None) -> Meaning | None:
        """Say whom *phrase* means; *subject* is whose counterpart a نظيره is."""
        meaning = self._resolve(phrase, subject)
        if meaning is not None and meaning.actor.type is EntityType.PER:
            offices = frozenset(sense.key for sense in phrase.offices) | frozenset(phrase.honorifics)
            if meaning.actor.office:
                offices |= {meaning.actor.office}
            self.seen.append((meaning.actor, offices))
        return meaning

    def _resolve(self, phrase: Phrase, subject: Actor | None) -> Meaning | None:
        if phrase.name is not None and phrase.name.person is not None and phrase.name.person.startswith(UNKNOWN):
            return self._again(phrase.name.person)
        if phrase.name is not None and phrase.name.person is not None:
            return self._known(phrase, self.tables.people[phrase.name.person])
        if phrase.name is not None:
            return self._unknown(phrase)
        if phrase.counterpart:
            return self._counterpart(phrase, subject)
        if phrase.is_style:
            return self._self(phrase)
        if phrase.offices and not phrase.principal:
            return self._role(phrase)
        if phrase.offices:
            return None
        if phrase.people:
            return Meaning(state_actor(self.tables, phrase.nations[0].key, None), "a people stands for its state")
        return self._body(phrase) or self._state(phrase)

    def _known(self, phrase: Phrase, person: Person) -> Meaning:
        office = self.index.office_of(person, self.first, self.last)
        why = (
            "named in full"
            if len((phrase.name and self.tokens.words[phrase.name.first : phrase.name.last]) or ()) > 1
            else "short name of a known person"
        )
        return Meaning(person_actor(person, office), why)

    def _again(self, key: str) -> Meaning | None:
        """Return the person named before whose surname stands here."""
        earlier = next((actor for actor, _ in self.seen if actor.id == key), None)
        return Meaning(earlier, "surname of a person named in full") if earlier is not None else None

    def _unknown(self, phrase: Phrase) -> Meaning | None:
        assert phrase.name is not None
        shown = " ".join(self.tokens.shown(phrase.name.first, phrase.name.last).split())
        country = self._country(phrase)
        office = phrase.offices[0].key if phrase.offices else None
        actor = Actor(f"{UNKNOWN}{fold_key(shown)}", romanize(shown), shown, EntityType.PER, country, office)
        words = fold_key(shown).split()
        for earlier, _ in self.seen:
            known = fold_key(earlier.name_ar).split()
            if earlier.id == actor.id or (len(words) > 1 and known[: len(words)] == words):
                return Meaning(earlier, "named before")
        return Meaning(actor, "a name after a title")

    def _country(self, phrase: Phrase) -> str | None:
        if phrase.nations:
            return phrase.nations[0].key
        if phrase.state_keys:
            return phrase.state_keys[0]
        if phrase.place is not None and (phrase.offices or phrase.body):
            return self.index.places[phrase.place].country
        for sense in phrase.offices:
            if sense.tags:
                return next(iter(sense.tags))
        return None

    def _counterpart(self, phrase: Phrase, subject: Actor | None) -> Meaning | None:
        country = self._country(phrase)
        if country is None or subject is None or subject.office is None:
            return None
        person = self.index.holder(subject.office, country, self.first, self.last)
        if person is None and subject.office in LEADERS:
            person = self.index.leader(country, self.first, self.last)
        if person is None:
            return None
        return Meaning(person_actor(person, subject.office), f"counterpart: {subject.office} of {country} on that day")

    def _role(self, phrase: Phrase) -> Meaning | None:
        country = self._country(phrase)
        entry = self.tables.offices[phrase.offices[0].key]
        office = str(entry.get("same_as", phrase.offices[0].key))
        only = entry.get("only")
        if only is not None and country is None:
            named = self._mentioned(office, None)
            return (
                Meaning(named, f"{office} named in the article")
                if named is not None and named.country in only
                else None
            )
        if only is not None and country not in only:
            return None
        if phrase.place is not None and not phrase.state_keys and not phrase.nations:
            return None
        if office == "spokesperson" and phrase.body is not None:
            return self._body(phrase)
        if (
            not phrase.offices[0].form.definite
            and " " not in phrase.offices[0].form.word
            and country is None
            and phrase.organisation is None
        ):
            return None
        if phrase.organisation is not None:
            return self._organisation_role(phrase, office)
        if phrase.offices[0].form.number != "s":
            return self._of_several(phrase, office, country)
        if country is None and self._speaks_of_home(phrase):
            at_home = self._at_home(office)
            if at_home is not None:
                return at_home
        at_home = (
            self._mentioned(office, self.home, phrase.offices[0].form.word)
            if country is None
            and self.home is not None
            and office in (*LEADERS, "foreign_minister", "crown_prince", "president_elect", "minister")
            else None
        )
        before = at_home or self._mentioned(office, country, phrase.offices[0].form.word)
        if before is not None:
            return Meaning(before, f"{office} named in the article")
        if phrase.former:
            return None
        country = country or self._owner(phrase) or self._home_for(phrase)
        if country is None:
            return None
        office = "president_elect" if phrase.elect and office == "president" else office
        person = self.index.holder(office, country, self.first, self.last)
        if person is None and office in ("president", "leader", "chairman"):
            person = self.index.leader(country, self.first, self.last)
        if person is not None:
            return Meaning(person_actor(person, office), f"{office} of {country} on that day")
        if office in _STANDS_FOR_STATE and self._country(phrase) is not None:
            return Meaning(state_actor(self.tables, country, office), "an official without a name stands for the state")
        return None

    def _speaks_of_home(self, phrase: Phrase) -> bool:
        """Tell whether a title without a state is that of the home state (رئيس الجمهورية), not of whoever was named last."""
        word = phrase.offices[0].form.word
        return self.home is not None and (
            phrase.offices[0].key == "prime_minister" or any(end in word for end in _OF_HOME)
        )

    def _at_home(self, office: str) -> Meaning | None:
        before = self._mentioned(office, self.home)
        if before is not None:
            return Meaning(before, f"{office} of the home state, named in the article")
        assert self.home is not None
        person = self.index.holder(office, self.home, self.first, self.last)
        if person is None and office in _TOP:
            person = self.index.leader(self.home, self.first, self.last)
        return (
            Meaning(person_actor(person, office), f"{office} of the home state on that day")
            if person is not None
            else None
        )

    def _owner(self, phrase: Phrase) -> str | None:
        """Return the state of the person before, for titles with a pronoun (ولي عهده، وزير خارجيته)."""
        if not phrase.offices[0].form.word.endswith(
            ("عهده", "عهدها", "خارجيته", "خارجيتها", "وزرايه", "وزرايها", "دفاعه", "نايبه", "مبعوثه")
        ):
            return None
        return self.seen[-1][0].country if self.seen else None

    def _self(self, phrase: Phrase) -> Meaning | None:
        """Resolve «سموه، جلالته، فخامته»: the latest person whom that style of address fits, of the home state first."""
        offices = next((offices for style, offices in _STYLES.items() if phrase.honorifics[0].startswith(style)), None)
        if offices is None:
            return None
        fitting = [actor for actor, held in self.seen if actor.office in offices or held & offices]
        if self.home is not None:
            fitting = [actor for actor in fitting if actor.country == self.home] or fitting
        return Meaning(fitting[-1], f"{phrase.honorifics[0]} means the last one so addressed") if fitting else None

    def _of_several(self, phrase: Phrase, office: str, country: str | None) -> Meaning | None:
        """Resolve the first of «وزراء خارجية A وB», «الرئيسان الروسي والتركي»; the rest of the list follows in ``all``."""
        if country is None:
            return None
        person = self.index.holder(office, country, self.first, self.last)
        if person is None and office in _TOP:
            person = self.index.leader(country, self.first, self.last)
        if person is not None:
            return Meaning(person_actor(person, office), f"{office} of {country} on that day")
        return Meaning(state_actor(self.tables, country, office), "officials stand for the state")

    def _home_for(self, phrase: Phrase) -> str | None:
        """Return the home state for roles that name none (رئيس الجمهورية); a bare minister or envoy has none."""
        return (
            self.home
            if phrase.offices[0].key in LEADERS or phrase.offices[0].key in ("foreign_minister", "crown_prince")
            else None
        )

    def _organisation_role(self, phrase: Phrase, office: str) -> Meaning | None:
        assert phrase.organisation is not None
        person = self.index.head(phrase.organisation, office, self.first, self.last)
        if person is not None and phrase.offices[0].form.number == "s":
            return Meaning(person_actor(person, office), f"{office} of {phrase.organisation} on that day")
        return self._organisation(phrase.organisation)

    def _mentioned(self, office: str, country: str | None, word: str = "-") -> Actor | None:
        """Return the latest person of the article who holds the office (and is of the country, where one is told)."""
        for actor, offices in reversed(self.seen):
            if (country is not None and actor.country != country) or not self._in_office(actor, office):
                continue
            if (
                office in offices
                or office == actor.office
                or word in offices
                or (office == "president_elect" and "president" in offices)
            ):
                return actor
            if office == "minister" and word in _THE_MINISTER and (offices & MINISTERS or actor.office in MINISTERS):
                return actor
            if office == "official" and country is not None:
                return actor
            if office == "leader" and country is not None and (offices & _TOP or actor.office in LEADERS):
                return actor
        return None

    def _whole(self, phrase: Phrase) -> bool:
        """Tell whether a body is named without a state on purpose (الخارجية), not as the head of more (رئاسة الاتحاد)."""
        words = self.tokens.words[phrase.first : phrase.last]
        return words[-1].removeprefix(phrase.clitic).startswith("ال")

    def _in_office(self, actor: Actor, office: str) -> bool:
        """Tell whether a known head of state still was one on the article's day (King Khalid in an airport's name is not)."""
        person = self.tables.people.get(actor.id)
        if person is None or self.first is None or self.last is None or office not in _TOP:
            return True
        return not person.terms or any(term.covers(self.first, self.last) for term in person.terms)

    def _body(self, phrase: Phrase) -> Meaning | None:
        if phrase.body is None:
            return None
        country = self._country(phrase)
        if (
            phrase.body == "delegation"
            and country is not None
            and self.tokens.words[phrase.first].removeprefix(phrase.clitic) == "المسوول"
        ):
            named = next((actor for actor, _ in reversed(self.seen) if actor.country == country), None)
            if named is not None:
                return Meaning(named, "the official of that state named before")
        if country is None and phrase.body == "territory" and self.tokens.words[phrase.last - 1].endswith("العاصمه"):
            country = self.home
        if country is None and phrase.body in ("foreign_ministry", "presidency", "royal_court") and self._whole(phrase):
            country = self.home
        if country is None:
            return None
        return Meaning(state_actor(self.tables, country, None), f"{phrase.body} stands for the state")

    def _state(self, phrase: Phrase) -> Meaning | None:
        if phrase.state_keys:
            why = "capital stands for the state" if phrase.capital else "state"
            return Meaning(state_actor(self.tables, phrase.state_keys[0], None), why)
        if phrase.organisation is not None:
            return self._organisation(phrase.organisation)
        return None

    def _organisation(self, key: str) -> Meaning:
        organisation = self.tables.organisations[key]
        if organisation.stands_for is not None:
            return Meaning(
                state_actor(self.tables, organisation.stands_for, None), f"{organisation.name_en} stands for the state"
            )
        return Meaning(organisation_actor(organisation), "organisation")
