"""Say what a phrase takes from the list or the people beside which it stands."""

from __future__ import annotations

from dataclasses import replace

from explore.entities.phrase import Phrase

# Whom somebody met stands behind one of these.
_MET = frozenset(("with", "at"))


def as_head(phrase: Phrase, head: Phrase) -> Phrase:
    """Return a state with the title of which it is one seat: «نظرائه في [A] وB», «وزيري خارجية كل من [A] وB»."""
    return replace(phrase, counterpart=head.counterpart, offices=[] if head.counterpart else head.offices)


def is_met_as_well(phrase: Phrase, before: Phrase | None) -> bool:
    """Tell whether a counterpart is met as whoever stands *before* it is: «سيلتقي X بY [وبنظيريه]» are those of X."""
    return phrase.joined and before is not None and before.preposition in _MET


def is_bare_group(phrase: Phrase) -> bool:
    """Tell whether a plural title tells nothing of its own, so that it may mean several named before: «القادة»."""
    if not phrase.offices or phrase.office.form.number != "p" or phrase.has_state or phrase.organisation is not None:
        return False
    return phrase.name is None and phrase.office.form.definite and len(phrase.offices) == 1


def in_list(phrase: Phrase, head: Phrase) -> Phrase:
    """Return a later member of «وزراء خارجية A وB» or «الرئيسان الروسي والتركي» with the office of the list."""
    if phrase.offices:
        return phrase
    if head.body == "delegation" and phrase.nations:
        return replace(phrase, body=head.body)
    if head.counterpart and not phrase.counterpart and _is_mere_state(phrase):
        return replace(phrase, counterpart=head.counterpart)
    if head.is_dual and _is_mere_state(phrase):
        return replace(phrase, offices=head.offices, pair=not head.offices)
    return phrase


def _is_mere_state(phrase: Phrase) -> bool:
    """Tell whether a phrase tells a state and nobody by name."""
    return phrase.has_state and phrase.name is None and not phrase.pair
