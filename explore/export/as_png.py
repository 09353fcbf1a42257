"""Turn the pages of a PDF document into pictures, with the PDF engine that comes along: no browser is needed."""

from __future__ import annotations

import io
import threading

import pypdfium2

_INCH = 72  # points
# The engine allows one caller at a time.
_ALONE = threading.Lock()


def draw(document: bytes, *, scale: float = 2.0, page: int = 0) -> bytes:
    """Return *page* of a PDF *document* as PNG, *scale* pixels for each of its points."""
    with _ALONE:
        opened = pypdfium2.PdfDocument(document)
        try:
            picture = opened[page].render(scale=scale).to_pil().convert("RGB")
        finally:
            opened.close()
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=False, dpi=(_INCH * scale, _INCH * scale))
    return made.getvalue()


def count(document: bytes) -> int:
    """Count the pages of a PDF *document*."""
    with _ALONE:
        opened = pypdfium2.PdfDocument(document)
        try:
            return len(opened)
        finally:
            opened.close()
