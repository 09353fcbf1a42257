"""Write the letters of a view that were sent as CMIF, the exchange form of correspondence metadata in TEI.

CMIF describes letters that exist: planned, wished, cancelled and denied ones stay out. Dates keep their precision: a
day, month or year stands in ``when``, a range in ``notBefore`` and ``notAfter``, an unknown date has no element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from explore.export import sheets
from explore.export.context import Context
from explore.filters import View
from explore.model import Channel, EntityType, Status
from explore.version import VERSION

_EDITOR = "The Barqiya authors"
# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title xml:lang="{language}">{title}</title><editor>{editor}</editor></titleStmt>
<publicationStmt><publisher>{editor}</publisher>{date}</publicationStmt>
<sourceDesc><bibl type="online" xml:id="barqiya">{version} {link}</bibl></sourceDesc>
</fileDesc>
<profileDesc>
"""
_TAIL = """</profileDesc>
</teiHeader>
<text><body><p/></body></text>
</TEI>
"""


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the letters of *view* that were sent as one TEI document, piece by piece."""
    yield _head(view, context).encode()
    sheet = sheets.of(view, sheets.table(context, "communications"))
    for block in sheets.told(sheet, context):
        letters = block[(block["channel"] == Channel.LETTER) & (block["status"] == Status.HAPPENED)]
        yield "".join(_letter(row, context) for row in sheets.records(letters)).encode()
    yield _TAIL.encode()


def _head(view: View, context: Context) -> str:
    latest = view.articles["published"].dropna().astype("str").str[:10].max()
    return _HEAD.format(
        language=context.language,
        title=_text(context.sentence(view.n, context.language, view.tables)),
        editor=_EDITOR,
        link=_text(context.link),
        date=f"<date when={_attribute(latest)}/>" if isinstance(latest, str) else "",
        version=_text(f"Barqiya {VERSION}"),
    )


def _letter(row: Mapping[str, Any], context: Context) -> str:
    received = "" if row["recipient_id"] is None else _action("received", _name(row, "recipient", context))
    return (
        f'<correspDesc source="#barqiya" n={_attribute(row["event_id"])}>\n'
        + _action("sent", _name(row, "sender", context) + _date(row))
        + received
        + f'<note xml:lang="ar">{_text(row["evidence"] or "")}</note>\n</correspDesc>\n'
    )


def _action(kind: str, inside: str) -> str:
    return f'<correspAction type="{kind}">{inside}</correspAction>\n'


def _name(row: Mapping[str, Any], side: str, context: Context) -> str:
    element = "persName" if row[f"{side}_type"] == EntityType.PER else "orgName"
    language = context.language
    name = row[f"{side}_name_{language}"] or row[f"{side}_id"] or ""
    key = _attribute(row[f"{side}_id"] or "")
    return f'<{element} key={key} xml:lang="{language}">{_text(name)}</{element}>'


def _date(row: Mapping[str, Any]) -> str:
    first, last, edtf = row["date_start"], row["date_end"], row["date"] or ""
    whole = {"day": 10, "month": 7, "year": 4}.get(row["date_precision"])
    if whole is not None and first is not None:
        told = {"when": first[:whole]}
    else:
        told = {name: day for name, day in (("notBefore", first), ("notAfter", last)) if day is not None}
    if not told:
        return ""
    told |= {"cert": "low"} if "?" in edtf or "~" in edtf else {}
    return "<date " + " ".join(f"{name}={_attribute(value)}" for name, value in told.items()) + "/>"


def _text(value: str) -> str:
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)).replace("\r", "&#13;")


def _attribute(value: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value))
