"""Prepare a deck and save it so that the same view gives the same bytes: no time of making, files in a fixed order."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from pptx.presentation import Presentation as Deck
from pptx.util import Inches

_WIDTH, _HEIGHT = 13.333, 7.5  # inches: 16:9
_EPOCH = dt.datetime(2000, 1, 1)
_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can tell
# When a part says it was made; the tables inside charts are stamped with the time of day.
_STAMP = re.compile(rb"(<dcterms:(?:created|modified) [^>]*>)[^<]*")
_STEADY = rb"\g<1>2000-01-01T00:00:00Z"
_FIRST = "[Content_Types].xml"


def prepare(deck: Deck, title: str, author: str) -> None:
    """Set size and properties of a new deck."""
    deck.slide_width, deck.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], author, author
    properties.created = properties.modified = _EPOCH
    properties.revision = 1


def save(deck: Deck) -> bytes:
    """Return the file."""
    made = io.BytesIO()
    deck.save(made)
    return steady(made.getvalue())


def steady(package: bytes) -> bytes:
    """Return an office file, and those inside it, without the times at which their parts were made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(given.namelist(), key=lambda name: (name != _FIRST, name)):
            content = given.read(name)
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            written.writestr(info, steady(content) if name.endswith(".xlsx") else _STAMP.sub(_STEADY, content))
    return made.getvalue()
