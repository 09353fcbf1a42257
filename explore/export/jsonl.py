"""Write tables as JSON Lines: one object a row, every column in order, null for what is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from explore.export import sheets
from explore.export.context import Context
from explore.filters import View

# Halves of surrogate pairs cannot be encoded; some readers take the others for the end of a line.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the table that *context* names as JSON Lines, piece by piece."""
    sheet = sheets.of(view, context)
    for block in sheets.told(sheet, context):
        yield "".join(map(line, sheets.records(block))).encode()


def line(shown: Mapping[str, object]) -> str:
    r"""Return *shown* as one line, safe for readers that end lines at more than LF.

    >>> line({"text": "من\u2028إلى"})
    '{"text": "من\\u2028إلى"}\n'
    """
    return text(shown) + "\n"


def text(shown: object, indent: int | None = None) -> str:
    """Return *shown* as JSON, Arabic letters as they are."""
    return _ESCAPED.sub(_escape, json.dumps(shown, ensure_ascii=False, indent=indent))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
