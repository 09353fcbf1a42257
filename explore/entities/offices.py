"""Group the offices of the tables by rank and by what the press says of them."""

from __future__ import annotations

from explore.entities.words import listed

MINISTERS = frozenset((
    "foreign_minister", "defence_minister", "interior_minister", "finance_minister", "minister",
    "deputy_foreign_minister",
))  # fmt: skip
MONARCHS = frozenset(("king", "queen", "emir", "sultan", "prince", "grand_duke"))
_STATE_LEADERS = MONARCHS | {"president", "leader", "supreme_leader"}
# Who serves the home state where the text tells no other: «النائب العام، المستشار X».
SERVING_HOME = MINISTERS | {
    "speaker", "prosecutor", "governor", "army_chief", "intelligence_chief", "national_security_adviser",
    "deputy_prime_minister", "vice_president",
}  # fmt: skip
# Who speaks for a state as its head, or as the head of its government.
LEADERS = _STATE_LEADERS | {"pope", "prime_minister"}
# Who is head of state, whatever the office is called there.
TOP = _STATE_LEADERS | {"chairman"}
# The press calls every head of state so: «رئيس», «زعيم».
ANY_TOP = frozenset(("president", "leader", "chairman"))
# Whose title means the home state where the text names none: the leaders of a state and those below.
OF_HOME = LEADERS | {"foreign_minister", "crown_prince"}
# Officials without a name who stand for their state.
STANDING_FOR_STATE = MINISTERS | {
    "ambassador", "envoy", "adviser", "speaker", "national_security_adviser", "intelligence_chief", "army_chief",
    "commander", "deputy_prime_minister",
}  # fmt: skip
# Who holds one of these speaks for an organisation, not for their state.
HEADS = frozenset((
    "secretary_general", "director_general", "high_representative", "commission_president", "council_president",
    "high_commissioner", "managing_director",
))  # fmt: skip
# Who holds one of these holds none in a movement at the same time.
SENIOR = LEADERS | {"foreign_minister", "defence_minister"}
# How titles with a pronoun end: «وزير خارجيتها».
OWNED = tuple(listed("offices", "owned"))
