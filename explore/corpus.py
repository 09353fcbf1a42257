"""Read files into a corpus: articles, what they say, what was set aside, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from explore import reading
from explore.errors import SourceError
from explore.events.merge import merge_corpus
from explore.model import Article, Event, Reading, SetAside
from explore.reading import Reader
from explore.sources import files, pages, records


@dataclass(frozen=True)
class Corpus:
    """Hold all that was read from some files, in the order of the files.

    Reports of one communication carry the same ``communication_id``, whichever articles they stand in.
    """

    readings: tuple[Reading, ...]
    set_aside: tuple[SetAside, ...] = ()
    problems: tuple[SourceError, ...] = ()


def read(paths: Iterable[str | Path], reader: Reader | None = None, *, besides: str | Path | None = None) -> Corpus:
    """Read the files and folders *paths*, *besides* one file in them; what cannot be read becomes a problem.

    Raises:
        KnowledgeError: a knowledge table is broken.
    """
    found: list[Reading] = []
    aside: list[SetAside] = []
    problems: list[SourceError] = []
    for item in stream(paths, reader, besides=besides):
        if isinstance(item, Reading):
            found.append(item)
        elif isinstance(item, SetAside):
            aside.append(item)
        else:
            problems.append(item)
    return Corpus(merge(found), tuple(aside), tuple(problems))


def stream(
    paths: Iterable[str | Path], reader: Reader | None = None, *, besides: str | Path | None = None
) -> Iterator[Reading | SetAside | SourceError]:
    """Yield the reading of one article after the other, not yet merged, with no more than one in memory.

    Raises:
        KnowledgeError: a knowledge table is broken.
    """
    used = reader or reading.default()
    for item in articles(paths, besides=besides):
        yield used.read(item) if isinstance(item, Article) else item


def articles(
    paths: Iterable[str | Path], *, besides: str | Path | None = None
) -> Iterator[Article | SetAside | SourceError]:
    """Yield the articles of *paths*, each once: a copy with the very same bytes is set aside."""
    seen: dict[str, str] = {}
    for file in files.files(paths):
        if isinstance(file, SourceError):
            yield file
            continue
        if besides is not None and file.path.resolve() == Path(besides).resolve():
            continue
        for item in records.read(file) if file.holds_records else pages.read(file):
            if isinstance(item, Article) and item.article_id in seen:
                why = f"the same article as in {seen[item.article_id]}"
                yield SetAside(item.file, 0, len(item.text), item.text, why)
                continue
            if isinstance(item, Article):
                seen[item.article_id] = item.file
            yield item


def merge(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Give every report of one communication the same ``communication_id``."""
    found = tuple(readings)
    published = {one.article.article_id: one.article.published for one in found}
    ids = merge_corpus((event for one in found for event in one.events), published)
    return tuple(rename(one, ids) for one in found)


def rename(one: Reading, ids: dict[str, str]) -> Reading:
    """Return the reading with the communication ids that *ids* gives for its events."""
    return replace(one, events=tuple(_named(event, ids) for event in one.events))


def _named(event: Event, ids: dict[str, str]) -> Event:
    return replace(event, communication_id=ids.get(event.event_id, event.communication_id))
