"""Find the faults that reading the tables lets pass: each is one sentence naming file, entry, problem and remedy."""

from __future__ import annotations

from collections.abc import Iterator

from explore.errors import KnowledgeError
from explore.knowledge import check_names, check_terms
from explore.knowledge.faults import Review, entries_of
from explore.knowledge.rows import Files, to_plain
from explore.knowledge.tables import parse, read_sources

_NEEDED = {
    "people/": ("name_en", "name_ar"),
    "countries.toml": ("name_en", "names"),
    "organisations.toml": ("name_en", "names", "kind"),
    "places.toml": ("names",),
    "blocs.toml": ("name_en", "name_ar", "members"),
}
_KINDS = frozenset((
    "palace", "ministry", "agency", "outlet", "platform", "bloc", "body", "club", "company", "movement",
))  # fmt: skip


def check(files: Files | None = None) -> list[str]:
    """Return the faults of *files* (the packaged tables, unless told), in the order of the files."""
    files = files if files is not None else parse(read_sources())
    broken = [*_missing(files)]
    if broken:
        return broken
    try:
        to_plain(files)
    except KnowledgeError as error:
        return [str(error)]
    review = Review.of(files)
    found = [*_repeated(files), *_dangling(files), *_kinds(files), *_members(files)]
    found += [*check_terms.check(files, review), *check_names.check(files, review)]
    return [*dict.fromkeys(found), *review.unused()]


def _missing(files: Files) -> Iterator[str]:
    for name, fields in _NEEDED.items():
        for entry in entries_of(files, name):
            for field in fields:
                if not entry.fields.get(field):
                    yield entry.fault(f"lacks {field}", "add it")


def _repeated(files: Files) -> Iterator[str]:
    """Find people who have an entry in two files: the later one would silently win."""
    seen: dict[str, str] = {}
    for entry in entries_of(files, "people/"):
        if entry.key in seen:
            yield entry.fault(f"stands in {seen[entry.key]} too", "keep one entry")
        seen[entry.key] = entry.file


def _dangling(files: Files) -> Iterator[str]:
    """Find keys of states and organisations that have no entry."""
    known = files["countries.toml"].keys()
    for name in ("people/", "places.toml", "organisations.toml"):
        for entry in entries_of(files, name):
            for field in ("country", "stands_for"):
                state = entry.fields.get(field)
                if state is not None and state not in known:
                    yield entry.fault(f"{field} '{state}' is not in countries.toml", "correct the code")
    for entry in entries_of(files, "offices.toml"):
        for state in (*entry.fields.get("fixed", {}).values(), *entry.fields.get("only", ())):
            if state not in known:
                yield entry.fault(f"'{state}' is not in countries.toml", "correct the code")


def _kinds(files: Files) -> Iterator[str]:
    for entry in entries_of(files, "organisations.toml"):
        if entry.fields["kind"] not in _KINDS:
            yield entry.fault(f"kind '{entry.fields['kind']}' is none of {', '.join(sorted(_KINDS))}", "correct it")


def _members(files: Files) -> Iterator[str]:
    """Find members of blocs that are no states, and days of states that are no members or left before they joined."""
    known = files["countries.toml"].keys()
    for entry in entries_of(files, "blocs.toml"):
        members, since, until = (entry.fields.get(name, ()) for name in ("members", "since", "until"))
        for state in members:
            if state not in known:
                yield entry.fault(f"member '{state}' is not in countries.toml", "correct the code")
        for state in (*since, *until):
            if state not in members:
                yield entry.fault(f"'{state}' has a day and is no member", "add the member or drop the day")
            elif state in since and state in until and until[state] < since[state]:
                yield entry.fault(f"'{state}' left before it joined", "correct the days")
