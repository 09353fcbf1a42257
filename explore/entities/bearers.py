"""Say which title a known person may bear, by the state each is of."""

from __future__ import annotations

from collections.abc import Mapping

from explore.entities import names
from explore.entities.offices import HEADS, LEADERS, MONARCHS, SENIOR, TOP
from explore.entities.phrase import AIDES, Phrase
from explore.entities.scan import Scan
from explore.entities.weak import CLASS_NOUNS
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind, Sense
from explore.knowledge.tables import Person

# Offices whose title tells where one serves, or for whom, not where one is from: «السفير لدى مصر».
POSTED = frozenset(("ambassador", "envoy", "spokesperson", "high_representative"))
# What a word may be beside a weak name, so that it is no name behind a title.
_NO_NAMES = frozenset((Kind.HONORIFIC, Kind.OFFICE, Kind.WORD))

_SENT = frozenset(("envoy",))
_SITTING = tuple(listed("bearers", "sitting"))
# Titles that nobody bears but who holds one of these.
_ROYAL = MONARCHS | {"crown_prince", "deputy_crown_prince"}
_OF_FEW = {"first_lady": frozenset(("first_lady",)), "crown_prince": _ROYAL, "deputy_crown_prince": _ROYAL}
# «مستشار الرئيس», «مساعد رئيس الوزراء»: such a title tells whom its holder serves.
_OF_LEADER = " "
# «الزعيم الكوري» may be of either Korea.
_NORTH_KOREA = "PRK"
_KOREAN = "كوري"


class Bearers:
    """Compare titles with the people who may bear them."""

    def __init__(self, scan: Scan, people: Mapping[str, Person]) -> None:
        """Hold the text of *scan* and the known *people*."""
        self.scan = scan
        self.people = people

    def country(self, key: str) -> str | None:
        """Return the state of the known person *key*; None where no table tells it."""
        person = self.people.get(key)
        return person.country if person is not None else None

    def agrees(self, phrase: Phrase, key: str) -> bool:
        """Tell whether the known person *key* may bear the title of the phrase: the states agree."""
        country = self.country(key)
        if not self._may_hold(phrase, key):
            return False
        if country is None or phrase.is_dual or phrase.counterpart:
            return True
        if phrase.offices and phrase.office.key in POSTED:
            return True
        told = phrase.countries
        return not told or country in told or (country == _NORTH_KOREA and _is_korean(phrase))

    def has_led(self, key: str) -> bool:
        """Tell whether the known person *key* ever led a state or its government."""
        person = self.people.get(key)
        return person is not None and any(term.office in LEADERS for term in person.terms)

    def _may_hold(self, phrase: Phrase, key: str) -> bool:
        """Tell whether a known person may hold a title that few hold: «زوجة الرئيس [X]», «لسمو ولي العهد [X]»."""
        if not phrase.offices or phrase.office.key not in _OF_FEW:
            return True
        person = self.people.get(key)
        return (
            person is None
            or not person.terms
            or any(term.office in _OF_FEW[phrase.office.key] for term in person.terms)
        )

    def may_bear(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether a *title* apart may be of the person whom the phrase names: its state is theirs."""
        if (
            _is_of_another(phrase, title)
            or self._serves_elsewhere(phrase, title)
            or self._leads(phrase, title)
            or self._never_headed(phrase, title)
        ):
            return False
        told = title.countries or [tag for office in title.offices for tag in office.tags]
        if not told or (title.office.key in POSTED and title.office.key != "ambassador"):
            return True
        if phrase.name is not None and phrase.name.person is not None:
            country = self.country(phrase.name.person)
            return country in told or (country is None and not self._heads_body(phrase.name.person))
        own = phrase.countries
        return not own or not set(own).isdisjoint(told)

    def _serves_elsewhere(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether the title is in a movement or party to which the leader or minister named never belonged."""
        if title.organisation is None or phrase.name is None or phrase.name.person is None:
            return False
        if self.scan.word(title.labels[-1].first - 1).removeprefix("ل") not in CLASS_NOUNS:
            return False
        person = self.people.get(phrase.name.person)
        terms = person.terms if person is not None else ()
        return any(term.office in SENIOR for term in terms) and all(term.of != title.organisation for term in terms)

    def _heads_body(self, key: str) -> bool:
        """Tell whether the known person *key* holds offices of an organisation: no title of a state is theirs."""
        person = self.people.get(key)
        return person is not None and bool(person.terms)

    def _never_headed(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether a known person never headed the organisation: «أبلغ الرئيس X [الأمين العام للأمم المتحدة]»."""
        if title.organisation is None or title.office.key not in HEADS or phrase.name is None or not phrase.offices:
            return False
        person = self.people.get(phrase.name.person or "")
        return person is not None and all(term.of != title.organisation for term in person.terms)

    def _leads(self, phrase: Phrase, title: Phrase) -> bool:
        """Tell whether a leader is named who sits in no committee and serves nobody: «التقى الرئيس X [مبعوث Y]»."""
        serving = AIDES if phrase.offices and phrase.office.key in LEADERS else _SENT if not phrase.offices else ()
        sent = title.office.key in serving and not phrase.former
        if phrase.name is None or phrase.name.person is None:
            return False
        if not (sent or title.office.form.word.startswith(_SITTING)):
            return False
        person = self.people.get(phrase.name.person)
        held = {term.office for term in person.terms} if person is not None else set()
        return not held.isdisjoint(LEADERS) and title.office.key not in held

    def is_served(self, phrase: Phrase, key: str) -> bool:
        """Tell whether the known person *key* is the leader whose adviser the title tells: «مستشار الرئيس الروسي X»."""
        if not phrase.offices or phrase.offices[-1].key not in AIDES or _OF_LEADER not in phrase.offices[-1].form.word:
            return False
        person = self.people.get(key)
        return person is not None and any(term.office in LEADERS for term in person.terms)

    def is_meant(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a weak name may follow this title: its bearer is named in full, or held that very office."""
        if any(other.kind in _NO_NAMES for other in hit.senses) or self._begins_another(hit):
            return False
        if sense.key in self.scan.named:
            return True
        return not names.is_common(self.scan.word(hit.first)) and self._held(phrase, sense.key)

    def _begins_another(self, hit: Hit) -> bool:
        """Tell whether the name of somebody else goes on behind a family name that many share: «كيم [سوك]»."""
        if hit.last - hit.first != 1:
            return False
        following = self.scan.word(hit.last)
        return names.is_given(following) and not self.scan.at(hit.last)

    def _held(self, phrase: Phrase, key: str) -> bool:
        """Tell whether the known person *key* ever held one of the offices of the phrase."""
        offices = {office.key for office in phrase.offices}
        person = self.people.get(key)
        return person is not None and any(term.office in offices for term in person.terms)


def _is_of_another(phrase: Phrase, title: Phrase) -> bool:
    """Tell whether the *title* is a woman's behind a man's, or a ruler's behind that of a stranger who is none."""
    if not phrase.offices:
        return False
    woman = phrase.office.form.gender == "m" and title.office.form.gender == "f"
    stranger = phrase.name is not None and phrase.name.person is None
    rules = all(office.key not in LEADERS for office in phrase.offices) and title.office.key in TOP
    return woman or (stranger and rules)


def _is_korean(phrase: Phrase) -> bool:
    """Tell whether the phrase tells a Korean without saying of which Korea."""
    return any(nation.form.word.removeprefix("ال") == _KOREAN for nation in phrase.nations)
