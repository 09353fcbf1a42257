"""Tell which state an article speaks from: the one meant where a text says just رئيس الجمهورية or أمير البلاد."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explore.entities.offices import MINISTERS, MONARCHS, OF_HOME
from explore.entities.phrase import Phrase
from explore.knowledge.index import Index
from explore.text.tokens import Tokens

# An agency stands within so many tokens of the beginning, or half as many of the end.
_NEAR_BEGINNING = 16
_NEAR_END = 8
# A dateline is one of the first phrases, begins within the first tokens, and its mark follows soon: «عمان - بترا».
_DATELINE_PHRASES = 2
_DATELINE_FIRST = 2
_DATELINE_REACH = 4
_DATELINE_MARKS = frozenset(("(", "-", "/", ":", "،"))
# The outlet stands within so many tokens of the beginning: «دبي، الإمارات العربية المتحدة (CNN)».
_DESK_WITHIN = 7
# Whoever holds one of these at home is introduced without the state.
_AT_HOME = OF_HOME | MINISTERS
# Agencies that report from everywhere for everybody: where they write from says more than where they are from.
# Only at home is somebody the president of the republic.
_OF_THE_COUNTRY = ("الجمهوريه", "البلاد", "الدوله")
_WORLDWIDE = frozenset(("afp", "reuters", "associated-press", "upi", "bloomberg", "dpa", "efe"))


def find(tokens: Tokens, phrases: Sequence[Phrase], index: Index, named: set[str]) -> str | None:
    """Return the ISO code of the home state, or None."""
    written = None if _is_desk(phrases, index) else dateline(tokens, phrases, index)
    said = _agency(tokens, phrases, index) or _introduced(phrases, index)
    return said or written or _untold(phrases, index) or _people(index, named)


def _is_desk(phrases: Sequence[Phrase], index: Index) -> bool:
    """Tell whether an outlet follows the dateline, whose desk reports on everywhere: «دبي (CNN)»."""
    signs = (phrase.organisation for phrase in phrases[: _DATELINE_PHRASES + 1] if phrase.first <= _DESK_WITHIN)
    return any(key is not None and index.tables.organisations[key].kind == "outlet" for key in signs)


def _agency(tokens: Tokens, phrases: Sequence[Phrase], index: Index) -> str | None:
    """Return the state of the national agency that signs the article: «(واس)»."""
    for phrase in phrases:
        if phrase.organisation is None or phrase.organisation in _WORLDWIDE or phrase.offices:
            continue
        entry = index.tables.organisations[phrase.organisation]
        if entry.kind == "agency" and entry.country is not None and _signs(tokens, phrase):
            return entry.country
    return None


def _introduced(phrases: Sequence[Phrase], index: Index) -> str | None:
    """Return the state whose leader is introduced as that of it: «رئيس الجمهورية، السيد X», «أمير البلاد X»."""
    for phrase in phrases:
        person = index.tables.people.get(phrase.name.person or "") if phrase.name is not None else None
        if person is None or not phrase.offices or phrase.has_state or phrase.organisation:
            continue
        if phrase.office.form.word.endswith(_OF_THE_COUNTRY):
            return person.country
    return None


def _signs(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether an agency stands near the beginning or the end, beside a mark of a dateline."""
    if _NEAR_BEGINNING <= phrase.first <= len(tokens) - _NEAR_END:
        return False
    before = tokens.words[max(0, phrase.first - 2) : phrase.first]
    after = tokens.words[phrase.last : phrase.last + 1]
    return after == ("\n",) or not _DATELINE_MARKS.isdisjoint(before + after)


def dateline(tokens: Tokens, phrases: Sequence[Phrase], index: Index) -> str | None:
    """Return the ISO code of the state where the article is written: «عمان - بترا»; None where it does not say."""
    for phrase in phrases[:_DATELINE_PHRASES]:
        if phrase.first <= _DATELINE_FIRST and phrase.is_place and (phrase.state_keys or phrase.place):
            after = tokens.words[phrase.last : phrase.last + _DATELINE_REACH]
            if not _DATELINE_MARKS.isdisjoint(after):
                return phrase.state_keys[0] if phrase.state_keys else index.places[str(phrase.place)].country
    return None


def _untold(phrases: Sequence[Phrase], index: Index) -> str | None:
    """Return the state whose leaders or ministers alone are introduced without it: «وزير الخارجية سامح شكري».

    Kings are introduced so everywhere: they tell it only where nobody else does.
    """
    seen: dict[str, str] = {}
    for phrase in phrases:
        key = phrase.name.person if phrase.name is not None else None
        if key is not None and key in index.tables.people and key not in seen:
            untold = bool(phrase.offices) and not (phrase.has_state or phrase.organisation)
            seen[key] = phrase.office.key if untold else ""
    for offices in (_AT_HOME - MONARCHS, _AT_HOME):
        countries = {index.tables.people[key].country for key, office in seen.items() if office in offices}
        if countries:
            return countries.pop() if len(countries) == 1 else None
    return None


def _people(index: Index, named: set[str]) -> str | None:
    """Return the state most of whose people the article names, where one clearly leads."""
    countries = (index.tables.people[key].country for key in named)
    ranked = Counter(country for country in countries if country).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
