"""Tell the reading of an article step by step: what was found in each sentence, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explore.corpus import Corpus
from explore.model import EntityType, Event, Mention, Reading, SetAside
from explore.text.sentences import sentences
from explore.text.tokens import tokenize


def explain(corpus: Corpus) -> Iterator[str]:
    """Yield the lines that explain every reading of *corpus*, and what was set aside beside them."""
    for reading in corpus.readings:
        yield from _article(reading)
    yield from _aside(corpus.set_aside)


def _article(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"== {article.file}, article {article.part} ({article.article_id})"
    yield f"   title: {article.title or 'none'}"
    yield f"   day:   {article.published or 'unknown'} ({article.published_basis or 'nothing tells it'})"
    for number, (start, end) in enumerate(_places(article.text), 1):
        yield ""
        yield f"{number:3}. [{start}:{end}] {' '.join(article.text[start:end].split())}"
        yield from _sentence(reading, start, end)
    yield ""


def _places(text: str) -> Iterator[tuple[int, int]]:
    tokens = tokenize(text)
    for first, last in sentences(tokens):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if text[start:end].strip():
            yield start, end


def _sentence(reading: Reading, start: int, end: int) -> Iterator[str]:
    """Yield what was found between *start* and *end*: days, names, communications, and acts that were dropped."""
    inside = [mention for mention in reading.mentions if start <= mention.start < end]
    yield from (_date(mention) for mention in inside if mention.type is EntityType.DATE)
    yield from (_name(mention) for mention in inside if mention.type is not EntityType.DATE)
    for event in reading.events:
        if start <= event.trigger.start < end:
            yield from _event(event, reading.article.text)
    for note in reading.notes:
        if start <= note.span.start < end:
            yield f"     not   {note.span.of(reading.article.text)}: {note.text} [{note.step}]"


def _date(mention: Mention) -> str:
    return f"     day   {mention.text} = {mention.date or 'open'} ({mention.why})"


def _name(mention: Mention) -> str:
    known = ", ".join(filter(None, (mention.country, mention.office)))
    shown = mention.name_en or mention.name_ar or "unknown"
    return f"     {mention.type.value:5} {mention.text} = {shown}{f' [{known}]' if known else ''} ({mention.why})"


def _event(event: Event, text: str) -> Iterator[str]:
    recipient = "the public" if event.recipient is None else event.recipient.name_en
    pair = (
        f"between {event.sender.name_en} and {recipient}"
        if event.mutual
        else f"from {event.sender.name_en} to {recipient}"
    )
    what = f"{event.channel.value} ({event.occasion.value})" if event.occasion is not None else event.channel.value
    yield f"     EVENT {event.event_id} {what} {pair}, {event.status.value}"
    yield f"           words: {event.trigger.of(text)} | {' '.join(event.evidence.of(text).split())}"
    yield f"           date:  {event.date or 'unknown'} ({event.date_basis or 'nothing tells it'})"
    yield f"           why:   {event.why} (confidence {event.confidence:.2f})"


def _aside(parts: Iterable[SetAside]) -> Iterator[str]:
    for number, part in enumerate(parts):
        if number == 0:
            yield "== set aside"
        yield f"     {part.file} [{part.start}:{part.end}] {part.why}: {' '.join(part.text.split())}"
