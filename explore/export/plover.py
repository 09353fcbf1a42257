"""Write the communications of a view in the manner of PLOVER event data, with CAMEO codes, as JSON Lines.

Sources: PLOVER 2.0 (Halterman et al. 2023), CAMEO 1.1b3 (Schrodt 2012); quad classes as GDELT draws them from CAMEO.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explore.export import jsonl, sheets
from explore.export.communications import SEPARATOR
from explore.export.context import Context
from explore.filters import View

# The highest CAMEO root of each quad class: words and deeds of cooperation, words and deeds of conflict.
_QUADS = ((5, 1), (9, 2), (14, 3), (20, 4))
_ACTOR = ("id", "name_en", "name_ar", "type", "country", "office")
_DATE = {"edtf": "date", "first": "date_start", "last": "date_end", "precision": "date_precision"}


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield one object for each communication of *view*, piece by piece."""
    sheet = sheets.of(view, sheets.table(context, "communications"))
    for block in sheets.told(sheet, context):
        yield "".join(jsonl.line(_event(row)) for row in sheets.records(block)).encode()


def _event(row: Mapping[str, Any]) -> dict[str, object]:
    kind, _, mode = (row["plover"] or "").partition(":")
    root = row["cameo"][:2] if row["cameo"] else None
    return {
        "event_id": row["event_id"],
        "communication_id": row["communication_id"],
        "event_type": kind or None,
        "event_mode": mode or None,
        "cameo_code": row["cameo"],
        "cameo_root": root,
        "quad_class": None if root is None else next(quad for last, quad in _QUADS if int(root) <= last),
        "event_date": {name: row[key] for name, key in _DATE.items()},
        "status": row["status"],
        "channel": row["channel"],
        "context": row["occasion"],
        "symmetric": row["mutual"],
        "actor": _actor(row, "sender"),
        "recipient": _actor(row, "recipient"),
        "placename": row["place"],
        "confidence": row["confidence"],
        "evidence": row["evidence"],
        "article_ids": _split(row["article_ids"]),
        "sources": _split(row["sources"]),
    }


def _actor(row: Mapping[str, Any], side: str) -> dict[str, object] | None:
    if row[f"{side}_id"] is None:
        return None
    return {name: row[f"{side}_{name}"] for name in _ACTOR}


def _split(joined: str | None) -> list[str]:
    return joined.split(SEPARATOR) if joined else []
