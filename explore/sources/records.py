"""Read JSON Lines: one article a line, {id, title, text, date, source}, of which only ``text`` must be there."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from explore.errors import SourceError
from explore.model import Article, SetAside
from explore.sources.files import File
from explore.sources.pages import LARGEST, article_id
from explore.text.clean import clean, one_line
from explore.text.stories import trim

_EXAMPLE = 'write one {"id": …, "title": …, "text": …, "date": "2018-12-30", "source": …} a line, in UTF-8'
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(file: File) -> Iterator[Article | SetAside | SourceError]:
    """Yield the article of every line, what was set aside in it, and what was wrong with it."""
    try:
        with file.path.open("rb") as opened:
            number = records = 0
            while line := opened.readline(LARGEST + 1):
                number += 1
                if line.strip():
                    records += 1
                    yield from _line(line, file.name, number)
                while len(line) > LARGEST and not line.endswith(b"\n"):
                    line = opened.readline(LARGEST + 1)
    except OSError as error:
        yield SourceError(where=file.name, problem=f"cannot be read ({error.strerror})", remedy="check its permissions")
        return
    if records == 0:
        yield SourceError(where=file.name, problem="is empty", remedy=_EXAMPLE)


def _line(line: bytes, name: str, number: int) -> Iterator[Article | SetAside | SourceError]:
    where = f"{name}: line {number}"
    try:
        record = _record(line, where)
        text = _text(record, "text", where)
        published = _day(record, where)
    except SourceError as error:
        yield error
        return
    if isinstance(published, SourceError):
        yield published
        published = None
    shown, aside = trim(clean(text))
    yield _article(record, shown, published, name, number, hashlib.sha256(line.strip()).hexdigest())
    for part in aside:
        yield SetAside(name, part.start, part.end, clean(text)[part.start : part.end], f"{part.why} (line {number})")


def _article(
    record: Mapping[str, Any], text: str, published: str | None, name: str, number: int, sha256: str
) -> Article:
    source_id = record.get("id")
    return Article(
        article_id=article_id(sha256),
        file=name,
        part=number,
        title=one_line(str(record.get("title") or "")),
        text=text,
        sha256=sha256,
        source=one_line(str(record.get("source") or "")),
        source_id=None if source_id is None else str(source_id),
        published=published,
    )


def _record(line: bytes, where: str) -> dict[str, Any]:
    """Return the object of a line.

    Raises:
        SourceError: the line is too long, or is not a JSON object.
    """
    if len(line) > LARGEST:
        raise SourceError(where=where, problem=f"is longer than {LARGEST // 1_000_000} MB", remedy=_EXAMPLE)
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(where=where, problem=f"byte {error.start + 1} is not valid UTF-8", remedy=_EXAMPLE) from error
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg} at character {error.pos + 1})"
        raise SourceError(where=where, problem=problem, remedy=_EXAMPLE) from error
    except RecursionError as error:
        raise SourceError(where=where, problem="is nested too deeply", remedy=_EXAMPLE) from error
    if not isinstance(record, dict):
        raise SourceError(where=where, problem="is not a JSON object", remedy=_EXAMPLE)
    return record


def _text(record: Mapping[str, Any], field: str, where: str) -> str:
    text = record.get(field)
    if not isinstance(text, str) or not text.strip():
        raise SourceError(where=where, problem=f'has no "{field}"', remedy=_EXAMPLE)
    return text


def _day(record: Mapping[str, Any], where: str) -> str | SourceError | None:
    """Return the day of publication; the time of day, where one follows, is cut off."""
    given = record.get("date")
    if given is None or given == "":
        return None
    day = _DAY.match(str(given))
    try:
        return dt.date.fromisoformat(day[0]).isoformat() if day else _no_day(given, where)
    except ValueError:
        return _no_day(given, where)


def _no_day(given: object, where: str) -> SourceError:
    problem = f'"date" is {str(given)[:40]!r}, which is no day, so that the day is taken from the text'
    return SourceError(where=where, problem=problem, remedy="write it as 2018-12-30")
