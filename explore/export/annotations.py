"""Write the evidence of every event of a view as W3C Web Annotations, one page that can be read as a whole.

Offsets count Unicode code points in the text of the article, and the checksum of that text (SHA-256 of its UTF-8 bytes)
stands beside them, so that a reader can tell whether it holds the same text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from explore import phrases
from explore.contacts import Codes, codes
from explore.export import codebook, jsonl, sheets
from explore.export.context import Context
from explore.filters import View
from explore.model import Status
from explore.phrases import Language
from explore.version import VERSION

# The two words that the vocabulary of annotations lacks.
_TERMS = {"textSha256": "urn:barqiya:term:textSha256", "offsets": "urn:barqiya:term:offsets"}
_OFFSETS = "Unicode code points"
# Words before and behind a quotation that help to find it again, as the vocabulary suggests.
_AROUND = 32


@dataclass(frozen=True)
class _Texts:
    """Look up the texts of articles by the category codes of their ids."""

    texts: pd.Series
    places: Codes

    def of(self, wanted: Codes) -> dict[int, tuple[str, str]]:
        """Return the text and its checksum of each article in *wanted*."""
        found = {}
        for code in np.unique(wanted).tolist():
            text = self.texts.iloc[self.places[code]]
            shown = text if isinstance(text, str) else ""
            found[code] = (shown, hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest())
        return found


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the annotations of *view* as JSON-LD, one a line, piece by piece."""
    sheet = sheets.of(view, sheets.table(context, "events"))
    texts = _texts(view)
    yield (jsonl.text(_head(view, context, sheet.n))[:-1] + ', "items": [').encode()
    end = "\n"
    for block in sheets.told(sheet, context):
        for items in _lines(block, texts, context):
            yield (end + items).encode()
            end = ",\n"
    yield b"\n]}\n"


def _lines(block: pd.DataFrame, texts: _Texts, context: Context) -> Iterator[str]:
    articles = codes(block["article_id"])
    known = texts.of(articles)
    items = [
        jsonl.text(_annotation(row, *known[at], context))
        for at, row in zip(articles.tolist(), sheets.records(block), strict=True)
    ]
    if items:
        yield ",\n".join(items)


def _texts(view: View) -> _Texts:
    articles = view.tables.articles
    places = np.zeros(len(articles["article_id"].cat.categories), dtype=np.int64)
    places[codes(articles["article_id"])] = np.arange(len(articles))
    return _Texts(articles["text"], places)


def _head(view: View, context: Context, n: int) -> dict[str, object]:
    return {
        "@context": ["http://www.w3.org/ns/anno.jsonld", _TERMS],
        "id": f"urn:barqiya:view:{context.link}",
        "type": "AnnotationPage",
        "label": context.sentence(view.n, context.language, view.tables),
        "generator": {"type": "Software", "name": f"Barqiya {VERSION}"},
        "offsets": _OFFSETS,
        "startIndex": 0,
        "partOf": {"id": f"urn:barqiya:view:{context.link}#all", "type": "AnnotationCollection", "total": n},
    }


def _annotation(event: Mapping[str, Any], text: str, checksum: str, context: Context) -> dict[str, object]:
    start, end = event["evidence_start"], event["evidence_end"]
    quote = {"type": "TextQuoteSelector", "exact": event["evidence"]}
    if context.with_text:
        quote |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return {
        "id": f"urn:barqiya:event:{event['event_id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [_body(event, language) for language in codebook.LANGUAGES],
        "target": {
            "source": f"urn:barqiya:article:{event['article_id']}",
            "textSha256": checksum,
            "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
        },
    }


def _body(event: Mapping[str, Any], language: Language) -> dict[str, object]:
    return {
        "type": "TextualBody",
        "value": said(event, language),
        "language": language,
        "format": "text/plain",
        "purpose": "describing",
    }


def said(event: Mapping[str, Any], language: Language) -> str:
    """Say an event in one line: its channel, its sides, its date and, unless it happened, its status."""
    sender, recipient = (event[f"{side}_name_{language}"] or event[f"{side}_id"] for side in ("sender", "recipient"))
    channel, status = event["channel"], event["status"]
    told = phrases.communication(channel, sender, recipient, language, mutual=event["mutual"])
    status = None if status == Status.HAPPENED else phrases.status(status, channel, language)
    return phrases.text("comma", language).join(part for part in (told, event["date"], status) if part)
