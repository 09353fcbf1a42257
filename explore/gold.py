"""Read gold annotations: articles with marked names and days (``.ann``), and their events (``.events.jsonl``)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explore.errors import SourceError
from explore.model import Actor, Article

_MARK = re.compile(r"\[\[(PER|GPE|ORG|DATE):([^|\]]*)\|([^\]]*)\]\]")
_ARTICLE = re.compile(r"^=== (.*)\n((?:#.*\n)*)\n?", re.MULTILINE)
# Doubt and approximation are no part of the day that is compared.
_DOUBT = re.compile("[?~%]")
_UNSPOKEN = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS = str.maketrans("أإآٱىةؤئگچ", "اااايهويجج")


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a marked place of a gold text: a name, or a day, and its value."""

    type: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Hold the names under which a sender or recipient is right."""

    en: frozenset[str]
    ar: frozenset[str]

    def names(self, actor: Actor | None) -> bool:
        """Tell whether *actor* bears one of the names."""
        if actor is None:
            return False
        return plain_latin(actor.name_en) in self.en or plain_arabic(actor.name_ar) in self.ar


@dataclass(frozen=True, slots=True)
class Expected:
    """Hold one gold event: every accepted channel, status, date and occasion."""

    must: bool
    channels: tuple[str, ...]
    statuses: tuple[str, ...]
    dates: tuple[str | None, ...]
    occasions: tuple[str, ...]
    mutual: bool
    sender: Party
    recipient: Party | None


@dataclass(frozen=True, slots=True)
class Gold:
    """Hold one gold article: what to read, and what a correct reading finds. ``published`` lists the accepted days."""

    article: Article
    published: tuple[str, ...]
    marks: tuple[Mark, ...]
    events: tuple[Expected, ...]


def load(prefix: str) -> list[Gold]:
    """Read PREFIX.ann and PREFIX.events.jsonl.

    Raises:
        SourceError: one of them is missing or broken.
    """
    events = _events(f"{prefix}.events.jsonl")
    texts = _ARTICLE.split(_content(f"{prefix}.ann"))[1:]
    return [_article(texts[n], texts[n + 1], texts[n + 2], events) for n in range(0, len(texts), 3)]


def _article(name: str, head: str, marked: str, events: Mapping[str, list[Expected]]) -> Gold:
    meta = dict(_header(head))
    text, marks = _unmark(marked.strip("\n"))
    key = name.strip()
    article = Article(key, meta.get("file", f"{key}.txt"), 1, meta.get("title", ""), text, "", source_id=key)
    published = tuple(filter(None, meta.get("published", "").split("|")))
    return Gold(article, published, tuple(marks), tuple(events.get(key, ())))


def _header(head: str) -> Iterator[tuple[str, str]]:
    for line in head.splitlines():
        name, _, value = line.removeprefix("#").partition(":")
        yield name.strip(), value.strip()


def _unmark(marked: str) -> tuple[str, list[Mark]]:
    """Strip every mark to its surface, and return the text and where the marks were."""
    pieces, marks, place, length = [], [], 0, 0
    for found in _MARK.finditer(marked):
        pieces += [marked[place : found.start()], found[3]]
        start = length + found.start() - place
        length = start + len(found[3])
        marks.append(Mark(found[1], found[2], start, length))
        place = found.end()
    return "".join([*pieces, marked[place:]]), marks


def _events(path: str) -> dict[str, list[Expected]]:
    found: dict[str, list[Expected]] = {}
    for number, line in enumerate(_content(path).split("\n"), 1):
        if line.strip():
            try:
                event = json.loads(line)
                found.setdefault(event["article"], []).append(_expected(event))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                where = f"{path}: line {number}"
                raise SourceError(
                    where=where, problem=f"is no gold event ({error})", remedy="correct the line"
                ) from error
    return found


def _expected(event: Mapping[str, Any]) -> Expected:
    recipient = event.get("recipient")
    return Expected(
        must=bool(event["must"]),
        channels=tuple(event["channel"]),
        statuses=tuple(event["status"]),
        dates=tuple(plain_date(day) for day in event["date"]),
        occasions=tuple(event.get("occasion") or ()),
        mutual=bool(event.get("mutual")),
        sender=_party(event["sender"]),
        recipient=None if recipient is None else _party(recipient),
    )


def _party(names: Mapping[str, Any]) -> Party:
    latin, arabic = names.get("en") or (), names.get("ar") or ()
    return Party(frozenset(map(plain_latin, latin)), frozenset(map(plain_arabic, arabic)))


def _content(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "give what stands before .ann and .events.jsonl, for example tests/gold/seeds"
        raise SourceError(where=path, problem="cannot be read", remedy=remedy) from error


def plain_date(day: str | None) -> str | None:
    """Return an EDTF value without its marks of doubt.

    >>> plain_date("2018-12-29?")
    '2018-12-29'
    """
    return _DOUBT.sub("", day) if day else None


def plain_arabic(name: str | None) -> str:
    """Return an Arabic name as gold compares it."""
    return " ".join(re.sub(r"[^\w]+", " ", _UNSPOKEN.sub("", name or "").translate(_LETTERS)).split())


def plain_latin(name: str | None) -> str:
    """Return an English name as gold compares it.

    >>> plain_latin("Recep Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    spread = unicodedata.normalize("NFKD", name or "")
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())
