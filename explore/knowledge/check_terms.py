"""Find faulty terms: unknown offices, posts of nobody, ends before beginnings, two holders where one can be."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from explore.knowledge.faults import Entry, Review, entries_of, label
from explore.knowledge.rows import Files, day, post

# Offices that one person holds at a time. Rival rulers and heads of movements are "leader" or "chairman": many hold it.
# Several states share the office of finance_minister out (Spain, Australia).
_SINGLE = frozenset(
    (
        "president", "king", "queen", "emir", "sultan", "prince", "grand_duke", "supreme_leader", "pope",
        "prime_minister", "crown_prince", "foreign_minister", "defence_minister", "interior_minister",
        "secretary_general", "commission_president", "council_president", "high_representative",
        "managing_director",
    )
)  # fmt: skip
_HEADS_OF_STATE = frozenset(
    ("president", "king", "queen", "emir", "sultan", "prince", "grand_duke", "supreme_leader", "leader", "pope",
     "governor_general")
)  # fmt: skip
# Gaps are looked for where days are exact; shorter ones are vacancies that no article is likely to ask about.
_EXACT_FROM = dt.date(2016, 1, 1)
_VACANCY = dt.timedelta(days=60)
# Both may serve on the day of the handover.
_HANDOVER = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Served:
    entry: Entry
    text: str
    post: str
    first: str
    last: str

    @property
    def office(self) -> str:
        """Return the office without its state."""
        return self.post.partition("@")[0]

    @property
    def begins(self) -> dt.date:
        """Return the last day on which the term may have begun (2012-05 leaves that open)."""
        return day(self.first, at_end=True) if self.first != ".." else dt.date.min

    @property
    def ends(self) -> dt.date:
        """Return the first day on which the term may have ended."""
        return day(self.last, at_end=False) if self.last not in ("", "..") else dt.date.max


def check(files: Files, review: Review) -> Iterator[str]:
    """Yield the faults of all terms."""
    posts: dict[str, list[_Served]] = defaultdict(list)
    for entry in entries_of(files, "people/"):
        for text in entry.words("terms"):
            served = _served(entry, text)
            yield from _faults(files, served)
            posts[served.post].append(served)
    for held in posts.values():
        if held[0].office in _SINGLE:
            for one, other in combinations(held, 2):
                yield from _overlap(one, other, review)
    for state in files["countries.toml"]:
        heads = [served for office in sorted(_HEADS_OF_STATE) for served in posts.get(post(office, state), ())]
        yield from _vacancies("head of state", heads, review)
        yield from _vacancies("head of government", posts.get(post("prime_minister", state), []), review)


def _served(entry: Entry, text: str) -> _Served:
    head, _, days = text.partition(" ")
    office, _, of = head.partition("@")
    first, _, last = days.strip().partition("/")
    return _Served(entry, text, post(office, of or entry.fields.get("country")), first, last)


def _faults(files: Files, served: _Served) -> Iterator[str]:
    office, _, of = served.post.partition("@")
    if office not in files["offices.toml"]:
        yield served.entry.fault(f"office '{office}' is not in offices.toml", "correct the key or add the office")
    if of and of not in files["countries.toml"] and of not in files["organisations.toml"]:
        yield served.entry.fault(f"'{of}' is neither a state nor an organisation of the tables", "correct the key")
    if not of:
        yield served.entry.fault(f"term '{served.text}' is of nothing", "add a country or an @organisation")
    if day(served.first, at_end=False) > day(served.last, at_end=True):
        yield served.entry.fault(f"term '{served.text}' ends before it begins", "correct the days")


def _overlap(one: _Served, other: _Served, review: Review) -> Iterator[str]:
    """Report an overlap that no reading of imprecise days can explain."""
    certain = min(one.ends, other.ends) - max(one.begins, other.begins)
    if certain <= _HANDOVER or review.allows("overlap", label(one.post, one.entry.key, other.entry.key)):
        return
    problem = f"'{other.text}' overlaps '{one.text}' of [{one.entry.key}] by {certain.days} days"
    yield other.entry.fault(problem, "correct the days, or add the pair to reviewed.toml with its reason")


def _vacancies(what: str, held: list[_Served], review: Review) -> Iterator[str]:
    """Report long times without any holder between two terms."""
    filled = dt.date.min
    last: _Served | None = None
    for served in sorted(held, key=lambda one: day(one.first, at_end=False)):
        begins, ends = day(served.first, at_end=False), day(served.last, at_end=True)
        if last is not None and begins > _EXACT_FROM and begins - max(filled, _EXACT_FROM) > _VACANCY:
            state = served.post.partition("@")[2]
            if not review.allows("vacant", label(f"{what} of {state}", str(filled.year))):
                problem = (
                    f"no {what} of {state} is known between '{last.text}' of [{last.entry.key}] and '{served.text}'"
                )
                yield served.entry.fault(problem, "add the holder, or the vacancy to reviewed.toml with its reason")
        if ends > filled:
            filled, last = ends, served
