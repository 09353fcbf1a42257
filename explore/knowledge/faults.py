"""Hold what the checks of the tables share: entries with their file, and the faults that a reviewer has let pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explore.knowledge.rows import Files
from explore.text.fold import key as fold_key

REVIEWED = "reviewed.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one entry of a table with the file that it stands in."""

    file: str
    key: str
    fields: Mapping[str, Any]

    def fault(self, problem: str, remedy: str) -> str:
        """Return the sentence that reports a fault of the entry."""
        return f"{self.file}: [{self.key}]: {problem}; {remedy}"

    def words(self, *fields: str) -> tuple[str, ...]:
        """Return the names in *fields*, one after another; a field is a name or a list of them."""
        found: list[str] = []
        for name in fields:
            value = self.fields.get(name, ())
            found += [value] if isinstance(value, str) else value
        return tuple(found)

    def folded(self, *fields: str) -> tuple[str, ...]:
        """Return the names in *fields* in the spelling that is compared."""
        return tuple(map(fold_key, self.words(*fields)))


def entries_of(files: Files, name: str) -> Iterator[Entry]:
    """Yield the entries of every file whose name begins with *name*."""
    for file, content in files.items():
        if file.startswith(name):
            for key, fields in content.items():
                if isinstance(fields, Mapping):
                    yield Entry(file, key, fields)


@dataclass(frozen=True, slots=True)
class Review:
    """Hold what reviewed.toml lets pass, and what of it has been met."""

    allowed: Mapping[str, frozenset[str]]
    met: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, files: Files) -> Review:
        """Read the review that stands among *files*."""
        content = files.get(REVIEWED, {})
        return cls({rule: frozenset(map(_label, content[rule])) for rule in content})

    def allows(self, rule: str, what: str) -> bool:
        """Tell whether *what* passes *rule*, and remember that it was met."""
        self.met.add((rule, what))
        return what in self.allowed.get(rule, ())

    def unused(self) -> Iterator[str]:
        """Report what the review lets pass though it no longer occurs."""
        for rule, allowed in self.allowed.items():
            for what in sorted(allowed):
                if (rule, what) not in self.met:
                    yield f"{REVIEWED}: [{rule}]: '{what}' does not occur; drop it"


def _label(entry: Mapping[str, Any]) -> str:
    """Return what an entry of the review is about, as the checks ask for it."""
    if "name" in entry:
        return fold_key(entry["name"])
    return label(entry["post"], *entry.get("people", ()), *entry.get("years", ()))


def label(post: str, *rest: str) -> str:
    """Return the name of an overlap (the post and who shares it) or of a vacancy (the post and the year).

    >>> label("king@JOR", "b", "a")
    'king@JOR a b'
    """
    return " ".join((post, *sorted(rest)))
