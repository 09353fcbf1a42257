"""Find faulty names: shared by two, common words, spelt twice, in a foreign script, burdened with a title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from explore.knowledge.compiled import Group, group
from explore.knowledge.entries import entries
from explore.knowledge.faults import Entry, Review, entries_of
from explore.knowledge.rows import Files, to_plain
from explore.knowledge.senses import Kind, Sense
from explore.knowledge.tables import from_plain
from explore.text.fold import key as fold_key

# Fields whose names mean the same, by file; a name stands once in each.
_ALIKE = {
    "people/": (("name_ar", "names"), ("short", "weak")),
    "countries.toml": (("names",), ("weak",), ("adjectives",), ("plurals",), ("capital",)),
    "organisations.toml": (("names", "weak"),),
    "places.toml": (("names",),),
}
_FOREIGN = re.compile(r"[A-Za-z?\ufffd]")
# The lexicon passes over shorter ones.
_SHORTEST = 3
# Without it a title may be a given name (سيد عباس، أمير حسين).
_ARTICLE = "ال"
_TITLES = frozenset((Kind.HONORIFIC, Kind.OFFICE))


def check(files: Files, review: Review) -> Iterator[str]:
    """Yield the faults of all names."""
    yield from _spelling(files)
    yield from _shared(files, review)
    yield from _people(files, review)
    groups = group(entries(from_plain(to_plain(files))))
    common = frozenset(files.get("vocabulary.toml", {}).get("common", "").split())
    for entry in entries_of(files, "people/"):
        yield from _ambiguous(entry, groups, common, review)
        yield from _titled(entry, groups)


def _spelling(files: Files) -> Iterator[str]:
    for name, rows in _ALIKE.items():
        for entry in entries_of(files, name):
            for fields in rows:
                yield from _twice(entry, fields)
                if name != "organisations.toml":
                    yield from _foreign(entry, fields)


def _twice(entry: Entry, fields: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for word in entry.words(*fields):
        folded = fold_key(word)
        if not folded:
            yield entry.fault(f"{fields[-1]} has an empty name '{word}'", "drop it")
        elif folded in seen:
            yield entry.fault(f"'{word}' stands twice in {' and '.join(fields)} (folding makes them equal)", "drop one")
        seen.add(folded)


def _foreign(entry: Entry, fields: tuple[str, ...]) -> Iterator[str]:
    for word in entry.words(*fields):
        if _FOREIGN.search(word):
            yield entry.fault(f"'{word}' is not in Arabic letters", "correct or drop it")


def _shared(files: Files, review: Review) -> Iterator[str]:
    """Find names that two states, two organisations, two places, or a place and a state share."""
    owners: dict[str, dict[str, Entry]] = defaultdict(dict)
    for name in ("countries.toml", "organisations.toml", "places.toml"):
        for entry in entries_of(files, name):
            for folded in entry.folded("names", "capital"):
                kind = "organisation " if name == "organisations.toml" else ""
                owners[kind + folded].setdefault(entry.key, entry)
    for folded, several in owners.items():
        one, *others = several.values()
        for other in others:
            if not review.allows("shared", folded):
                yield other.fault(f"shares the name '{folded}' with [{one.key}]", "keep it in one of them")


def _people(files: Files, review: Review) -> Iterator[str]:
    """Find full or short names that two persons share."""
    owners: dict[str, Entry] = {}
    for fields in (("name_ar", "names"), ("short",)):
        for entry in entries_of(files, "people/"):
            for folded in entry.folded(*fields):
                other = owners.setdefault(folded, entry)
                if other.key != entry.key and not review.allows("shared", folded):
                    problem = f"{fields[-1]} '{folded}' is a name of [{other.key}] too"
                    yield entry.fault(problem, "write it in full, or move the short one to weak")


def _ambiguous(entry: Entry, groups: Mapping[str, Group], common: frozenset[str], review: Review) -> Iterator[str]:
    """Find names that count alone (short ones, and full ones of one word) though they mean something else too."""
    for name in (*entry.folded("short"), *_single_words(entry)):
        if len(name) < _SHORTEST:
            yield entry.fault(f"'{name}' is too short to count alone", "drop it or move it to weak")
        others = {sense.kind for sense in _senses(groups, name) if sense.kind is not Kind.PERSON}
        if others and not review.allows("ambiguous", name):
            yield entry.fault(f"'{name}' is also a name of kind {', '.join(sorted(others))}", "move it to weak")
        if name in common and not review.allows("common", name):
            yield entry.fault(f"'{name}' is a common word (vocabulary.toml)", "move it to weak")


def _single_words(entry: Entry) -> list[str]:
    return [name for name in entry.folded("name_ar", "names") if " " not in name]


def _titled(entry: Entry, groups: Mapping[str, Group]) -> Iterator[str]:
    """Find names that only put a title before another name of the person, which reading does by itself."""
    names = entry.folded("name_ar", "names")
    for name in entry.folded("names"):
        title, _, rest = name.partition(" ")
        if (
            rest in names
            and title.startswith(_ARTICLE)
            and any(sense.kind in _TITLES for sense in _senses(groups, title))
        ):
            yield entry.fault(f"'{name}' is '{rest}' with a title", "drop it")


def _senses(groups: Mapping[str, Group], words: str) -> tuple[Sense, ...]:
    head, space, rest = words.partition(" ")
    return groups.get(head, {}).get(space + rest, ())
