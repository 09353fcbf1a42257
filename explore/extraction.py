"""Write what was read to a file: JSON Lines with one article a line, or the table of events as CSV or Parquet."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from explore import corpus, filters, tables
from explore.corpus import Corpus
from explore.errors import SourceError
from explore.events.another import ANOTHER
from explore.events.merge import merge_corpus
from explore.export import formats
from explore.export.context import Context
from explore.export.target import opened
from explore.model import Actor, Event, Reading, Span

_NO_WORDS = Span(0, 0)


def extract(paths: Iterable[str | Path], form: str, out: str) -> list[SourceError]:
    """Read *paths* and write the result to *out*, whole or not at all; return what could not be read.

    Raises:
        BarqiyaError: *out* cannot be written, or a knowledge table is broken.
    """
    if form == "jsonl":
        return _write_lines(paths, out)
    read = corpus.read(paths, besides=out)
    with opened(out) as file:
        _write_events(read, form, file)
    return list(read.problems)


def _write_lines(paths: Iterable[str | Path], out: str) -> list[SourceError]:
    """Write article after article. Only what merging needs of each event stays in memory until the end."""
    problems: list[SourceError] = []
    keys: list[Event] = []
    published: dict[str, str | None] = {}
    actors: dict[Actor, Actor] = {}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as spool, opened(out) as file:
        for item in corpus.stream(paths, besides=out):
            if isinstance(item, Reading):
                published[item.article.article_id] = item.article.published
                keys.extend(_key(event, actors) for event in item.events)
                spool.write(_line(tables.rows(item)))
            elif isinstance(item, SourceError):
                problems.append(item)
        spool.seek(0)
        for line in _merged(spool, merge_corpus(keys, published)):
            file.write(line.encode())
    return problems


def _key(event: Event, actors: dict[Actor, Actor]) -> Event:
    """Return the event with what merging asks of it, without its words; each actor is kept once, in *actors*."""
    recipient = None if event.recipient is None else actors.setdefault(event.recipient, event.recipient)
    sender = actors.setdefault(event.sender, event.sender)
    why = ANOTHER if ANOTHER in event.why else ""
    return replace(event, sender=sender, recipient=recipient, evidence=_NO_WORDS, why=why, date_basis="")


def _merged(lines: Iterable[str], ids: dict[str, str]) -> Iterator[str]:
    for line in lines:
        shown = json.loads(line)
        for event in shown["events"]:
            event["communication_id"] = ids.get(event["event_id"], event["communication_id"])
        yield _line(shown)


def _line(shown: dict[str, object]) -> str:
    return json.dumps(shown, ensure_ascii=False) + "\n"


def _write_events(read: Corpus, form: str, file: IO[bytes]) -> None:
    """Write the table of events as ``barqiya export`` does."""
    everything = filters.apply(tables.build(read.readings), filters.Selection())
    for part in formats.formats()[form].write(everything, Context()):
        file.write(part)
