"""Find the files to read: those named, and those in the folders named, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from explore.errors import SourceError

TEXT, RECORDS = frozenset((".txt", ".text", "")), frozenset((".jsonl", ".ndjson"))
_KINDS = "give .txt files, one article or saved page each, or .jsonl files with one article a line"
# How many letters of a path an error shows.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class File:
    """Hold a file to read, and its name as the reader sees it: below the folder that was given, with slashes."""

    path: Path
    name: str

    @property
    def holds_records(self) -> bool:
        """Tell whether the file holds many articles, one a line."""
        return self.path.suffix.lower() in RECORDS


def files(paths: Iterable[str | Path]) -> Iterator[File | SourceError]:
    """Yield every file of *paths* that can be read, and an error for every other; hidden files are passed over."""
    for path in map(Path, paths):
        try:
            exists, folder = path.exists(), path.is_dir()
        except OSError as error:
            yield _closed(str(path), error, "give the path of a file or folder that may be read")
            continue
        if folder:
            yield from _folder(path)
        elif exists:
            yield _file(path, path.name)
        else:
            yield SourceError(where=_short(path), problem="does not exist", remedy="check the spelling of the path")


def _folder(folder: Path) -> Iterator[File | SourceError]:
    found = list(_walk(folder))
    yield from found
    if not found:
        yield SourceError(where=str(folder), problem="holds no files", remedy=_KINDS)


def _walk(folder: Path) -> Iterator[File | SourceError]:
    refused: list[OSError] = []
    for place, below, names in os.walk(folder, onerror=refused.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            yield _file(path, path.relative_to(folder).as_posix())
    for error in refused:
        yield _closed(str(error.filename), error, "check its permissions")


def _closed(name: str, error: OSError, remedy: str) -> SourceError:
    return SourceError(where=_short(name), problem=f"cannot be opened ({error.strerror})", remedy=remedy)


def _short(name: str | Path) -> str:
    """Return a name as a sentence can hold it, on one line: somebody may have given a text instead of its path."""
    line = str(name).replace("\n", " ")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _file(path: Path, name: str) -> File | SourceError:
    kind = path.suffix.lower()
    if kind in TEXT or kind in RECORDS:
        return File(path, name)
    return SourceError(where=name, problem=f"files of kind {kind} are not read", remedy=_KINDS)
