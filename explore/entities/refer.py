"""Say whom a phrase means: a known person, the holder of an office on that day, a state, an organisation.

A role is who held it on the article's day; a role that the article has named before is that person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from explore.entities import ministries
from explore.entities.actors import Meaning, state_actor
from explore.entities.bodies import Bodies, country_of
from explore.entities.incumbents import Incumbents
from explore.entities.members import as_head, in_list, is_bare_group, is_met_as_well
from explore.entities.memory import Memory
from explore.entities.offices import LEADERS, MINISTERS, SERVING_HOME
from explore.entities.pairs import Pairs
from explore.entities.phrase import COUNTERPARTS, HEADED, Name, Phrase
from explore.entities.roles import Roles, speaks_of_home
from explore.entities.romanize import romanize
from explore.entities.styles import Styles
from explore.entities.surnames import UNKNOWN
from explore.entities.words import listed
from explore.knowledge.index import Index
from explore.model import Actor, EntityType
from explore.text.fold import key as fold_key
from explore.text.tokens import Tokens

_ENDS_OF_LIFE = listed("refer", "ends_of_life")


_HER = "ها"
_THEIR = "هما"
_KOREAS = {("KOR", "الشمالي"): "PRK", ("PRK", "الجنوبي"): "KOR"}
# Who serves a leader stands for the state of that leader.
_SERVANTS = frozenset(("envoy", "adviser"))
# «مبعوثا [خاصا] من X»
_FROM = "من"
_QUALIFIED = 2
_EACH_OF = ("كل", "من")
_HELD_IN_EACH = MINISTERS | LEADERS
_IN = "في"
_IN_EACH = frozenset((_IN, "كل", "من"))


# In Lebanon «الرؤساء الثلاثة» are those of the state.
_OF_THREE_PRESIDENTS = "LBN"


class Referents:
    """Remember whom an article has named, and resolve its phrases in reading order."""

    def __init__(
        self,
        tokens: Tokens,
        index: Index,
        first: dt.date | None,
        last: dt.date | None,
        home: str | None = None,
        named_after: frozenset[str] = frozenset(),
    ) -> None:
        """Prepare; *first* and *last* bound the article's day (None where it is unknown), *home* is its home state.

        Whoever stands behind a word of *named_after* gave a thing the name and is not spoken of: «مطار أتاتورك».
        """
        self.tokens = tokens
        self.index = index
        self.home = home
        self.unspoken = _ENDS_OF_LIFE | named_after
        self.incumbents = Incumbents(index, first, last)
        self.memory = Memory(self.incumbents)
        self.bodies = Bodies(tokens, index, home, self.memory)
        self.roles = Roles(self.incumbents, home, self.memory, self.bodies)
        # Whom the article names as no table spells them, by the id of a stranger so called.
        self.spelt: dict[str, Actor] = {}
        # The state that the head of the list tells in which the phrase being read stands.
        self.listed: str | None = None
        # The ministers of one state who were told together last.
        self.ministers: list[Actor] = []
        self.pairs = Pairs(tokens, index.tables, self.memory)
        # Who bears a title in the feminine.
        self.women: set[str] = set()
        self.styles = Styles(tokens, self.memory, home)

    def all(self, phrases: Sequence[Phrase]) -> dict[int, list[tuple[Actor, str]]]:
        """Resolve *phrases* in reading order: first token of each -> whom it means and why; two for a pair."""
        out: dict[int, list[tuple[Actor, str]]] = {}
        subject: Actor | None = None
        # Whose counterpart «نظيره» is.
        owner: Actor | None = None
        # Who was named before the subject, where that stands behind a preposition: «يلتقي [X] بY ونظيره».
        main: Actor | None = None
        subject_at: Phrase | None = None
        head: Phrase | None = None
        for phrase, following in zip(phrases, [*phrases[1:], None], strict=False):
            together = self._together(phrase, subject, subject_at)
            if together is not None:
                out[phrase.first] = together
                continue
            seated = head is not None and bool(phrase.state_keys) and self._seats(phrase, head)
            named = as_head(phrase, head) if head is not None and seated else phrase
            shares = head is not None and (phrase.joined or self._leads(phrase, head)) and head.has_state
            self.listed = head.countries[0] if head is not None and shares else None
            listed = in_list(named, head) if named.joined and head is not None else named
            if not seated:
                owner = subject
                if listed.counterpart:
                    owner = self._woman(listed) or (main if is_met_as_well(listed, subject_at) else subject)
            meaning = self._resolve(listed, owner) or (self._resolve(phrase, None) if seated else None)
            meaning = meaning or self._sent(phrase, following)
            head = head if (phrase.joined and not phrase.counterpart) or seated else phrase
            if meaning is None:
                continue
            out[phrase.first] = [(meaning.actor, meaning.why)]
            if meaning.actor.type is EntityType.PER and not phrase.counterpart and not phrase.joined:
                main = subject if phrase.preposition else None
                subject, subject_at = meaning.actor, phrase
        return out

    def _together(
        self, phrase: Phrase, subject: Actor | None, subject_at: Phrase | None
    ) -> list[tuple[Actor, str]] | None:
        """Return whom a dual or plural means that names nobody: «الرئيسان», «القادة»; None where it is none."""
        if phrase.pair and phrase.name is None and not phrase.nations:
            return [(actor, "the two named before") for actor in self.pairs.resolve(phrase, subject, subject_at)]
        ministers = self._ministers(phrase) if phrase.beside or phrase.counterpart else []
        if ministers:
            return ministers
        if not phrase.offices or not is_bare_group(phrase) or self.home == _OF_THREE_PRESIDENTS:
            return None
        several = self.pairs.several(phrase, subject, subject_at)
        return [(actor, "those named before") for actor in several] or None

    def _ministers(self, phrase: Phrase) -> list[tuple[Actor, str]]:
        """Return those of «وزيرا الخارجية والدفاع الروسيان», and «نظيريهما المصريين», where no names follow."""
        if phrase.name is not None or not phrase.has_state:
            return []
        if phrase.beside:
            meanings = [self._resolve(title, None) for title in ministries.each(phrase)]
        elif phrase.counterpart.endswith(_THEIR):
            meanings = [self._resolve(phrase, minister) for minister in self.ministers]
        else:
            return []
        people = [(meaning.actor, meaning.why) for meaning in meanings if meaning is not None]
        self.ministers = [actor for actor, _ in people]
        return people if len(set(self.ministers)) == len(meanings) else []

    def _leads(self, phrase: Phrase, delegation: Phrase) -> bool:
        """Tell whether *phrase* is who heads the *delegation* right before it: «وفد تركي برئاسة وزير التجارة X»."""
        if delegation.body != "delegation" or phrase.first - delegation.last != 1:
            return False
        return self.tokens.words[delegation.last] in HEADED

    def _woman(self, phrase: Phrase) -> Actor | None:
        """Return the latest woman whose counterpart «نظيرها» is."""
        if not phrase.counterpart.endswith(_HER):
            return None
        return next((actor for actor in reversed(self.memory.actors()) if actor.id in self.women), None)

    def _sent(self, phrase: Phrase, following: Phrase | None) -> Meaning | None:
        """Return the state of whoever an envoy or adviser without a name serves: «مبعوث ترمب», «كبير مستشاري كيم»."""
        if not phrase.is_open or phrase.office.key not in _SERVANTS or phrase.joined:
            return None
        if not phrase.principal and (phrase.office.key != "envoy" or phrase.is_owned):
            return None
        country = self._country(phrase.principal) if phrase.principal else self._country_of_sender(phrase, following)
        if country is None:
            return None
        return Meaning(
            state_actor(self.index.tables, country, "envoy"), "an envoy stands for the state of who sent him"
        )

    def _country_of_sender(self, envoy: Phrase, sender: Phrase | None) -> str | None:
        """Return the state of the *sender* right behind an envoy: «مبعوث شخصي من X», «المبعوث الشخصي لX»."""
        if sender is None or not sender.is_person:
            return None
        between = self.tokens.words[envoy.last : sender.first]
        by = sender.clitic == "ل" if not between else between[-1] == _FROM and len(between) <= _QUALIFIED
        if not by:
            return None
        named = self._country(sender.name.person) if sender.name is not None and sender.name.person else None
        return named or country_of(sender, self.index)

    def _country(self, person: str) -> str | None:
        known = self.index.tables.people.get(person)
        return known.country if known is not None else None

    def _seats(self, phrase: Phrase, head: Phrase) -> bool:
        """Tell whether *phrase* is a state whose holder is meant: «نظرائه في كل من A وB», «وزيري المالية في A وB»."""
        if head.name is not None or head.has_state or not phrase.is_place or phrase.capital:
            return False
        between = self.tokens.words[head.last : phrase.first]
        inside = phrase.joined or _IN_EACH.issuperset(between)
        if head.counterpart.startswith(COUNTERPARTS):
            return inside
        if not head.offices or head.is_owned or head.office.key not in _HELD_IN_EACH:
            return False
        return between[: len(_EACH_OF)] == _EACH_OF or (head.is_dual and inside and between[:1] == (_IN,))

    def _resolve(self, phrase: Phrase, subject: Actor | None) -> Meaning | None:
        """Say whom *phrase* means, and remember it; *subject* is whose counterpart a نظيره is."""
        meaning = self._meaning(phrase, subject)
        if meaning is None:
            return None
        if self.tokens.words[phrase.first - 1].lstrip("لب") in self.unspoken and phrase.first:
            return meaning
        if meaning.actor.type is EntityType.PER:
            self.memory.add_person(meaning.actor, phrase)
            if phrase.offices and phrase.office.form.gender == "f":
                self.women.add(meaning.actor.id)
            self.styles.note(phrase, meaning.actor)
        elif meaning.actor.type is EntityType.GPE:
            self.memory.add_state(meaning.actor, phrase)
        return meaning

    def _meaning(self, phrase: Phrase, subject: Actor | None) -> Meaning | None:
        """Choose by what the phrase tells: a name, «نظيره», «سموه», an office, else a body, state or organisation."""
        if phrase.name is not None:
            return self._named(phrase, phrase.name)
        if phrase.counterpart:
            office = subject.office if subject is not None and not phrase.former else None
            return self.roles.counterpart(phrase, office, self._other_korea(phrase, subject)) if office else None
        if phrase.is_style:
            return self.styles.resolve(phrase, subject)
        if (phrase.pair or phrase.side) and not (phrase.offices or phrase.body):
            return self.bodies.side(phrase)
        if phrase.homeland:
            return self.roles.of_homeland(phrase)
        if phrase.offices:
            # A title with a principal alone («مبعوث ترمب») names nobody.
            of_another = phrase.principal and not (phrase.office.key == "first_lady" and phrase.has_state)
            return None if of_another else self.roles.resolve(phrase)
        return self.styles.ranked(phrase) or self.bodies.resolve(phrase)

    def _other_korea(self, phrase: Phrase, subject: Actor | None) -> str | None:
        """Return which Korea «نظيره الشمالي», «نظيره الجنوبي» means beside somebody of the other."""
        behind = self.tokens.words[phrase.last] if phrase.last < len(self.tokens.words) else ""
        return _KOREAS.get((subject.country or "", behind)) if subject is not None else None

    def _named(self, phrase: Phrase, name: Name) -> Meaning | None:
        """Return whom a name means: a known person, a surname's bearer, or somebody whom no table knows."""
        if name.person is None:
            return self._stranger(phrase, name)
        if name.person.startswith(UNKNOWN):
            earlier = self.spelt.get(name.person) or self.memory.by_key(name.person)
            return Meaning(earlier, "surname of a person named in full") if earlier is not None else None
        why = "named in full" if name.last - name.first > 1 else "short name of a known person"
        return Meaning(self.incumbents.actor(name.person), why)

    def _stranger(self, phrase: Phrase, name: Name) -> Meaning:
        """Return a person whom no table knows, the same for the same name and for its beginning."""
        shown = " ".join(self.tokens.shown(name.first, name.last)[len(name.clitic) :].split())
        office = phrase.office.key if phrase.offices else None
        country = country_of(phrase, self.index) or self._chamber(phrase)
        at_home = office in SERVING_HOME or (bool(phrase.offices) and speaks_of_home(phrase))
        country = country or (self.listed or self.home if at_home else None)
        holder = self.roles.spelt(phrase, country, fold_key(shown))
        if holder is None and country is None:
            holder = self.roles.spelt_anywhere(phrase, fold_key(shown))
        if holder is not None:
            self.spelt[f"{UNKNOWN}{fold_key(shown)}"] = holder.actor
            return holder
        if office == "ambassador" and phrase.organisation is not None:
            # Whoever speaks for an organisation is of no state.
            office = "envoy"
        actor = Actor(f"{UNKNOWN}{fold_key(shown)}", romanize(shown), shown, EntityType.PER, country, office)
        earlier = self.memory.namesake(actor)
        if earlier is not None:
            return Meaning(earlier, "named before")
        return Meaning(actor, "a name after a title")

    def _chamber(self, phrase: Phrase) -> str | None:
        """Return the state in whose parliament somebody sits: «رئيس لجنة الدفاع بمجلس الشيوخ الأميركي X»."""
        if phrase.organisation is None or not phrase.offices:
            return None
        entry = self.index.tables.organisations[phrase.organisation]
        return entry.stands_for or entry.country
