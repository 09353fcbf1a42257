"""Hold what is being looked at, and write it as the address of the page and read it back.

A place is one frozen value: the language, the filters, and the options of the pages. Widgets show it and change it, the
address repeats it, so a pasted link opens the same view.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explore.app.words import LANGUAGES
from explore.charts.lanes import LanesBy
from explore.charts.parties import By
from explore.export.look import CHARTS, Chart
from explore.numerals import NUMERALS, Numerals
from explore.phrases import Language
from explore.selection import Selection, from_query, to_query

# The values that the options of the pages may take; the first is the one that an address need not say.
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "digits": NUMERALS,
    "lanes": ("channel", "person", "country", "pair"),
    "by": ("person", "country"),
    "form": ("chord", "matrix", "list"),
    "layout": ("lanes", "calendar"),
    "chart": CHARTS,
    "sort": ("file", "newest", "oldest", "events"),
}


# The columns that the table of events can show; those before the mark stand there unless others are asked for.
COLUMNS = (
    "date", "channel", "sender", "recipient", "status", "evidence",
    "occasion", "confidence", "sender_country", "recipient_country", "sender_office", "recipient_office", "place",
    "mutual", "cameo", "plover", "article_id", "event_id", "communication_id",
)  # fmt: skip
_USUAL = COLUMNS[:6]
# What may be open: an article, an event in it, a person or state.
_OPEN = ("article", "event", "party")
_EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Place:
    """Hold what is being looked at. ``language`` None is the browser's own; article, event and party are open ones.

    ``against`` is the period that the network is compared with; ``columns`` and ``order``, a column, behind
    a minus if it falls, are those of the table of events.
    """

    language: Language | None = None
    selection: Selection = _EVERYTHING
    article: str | None = None
    event: str | None = None
    party: str | None = None
    digits: Numerals = "latin"
    against: tuple[dt.date, dt.date] | None = None
    lanes: LanesBy = "channel"
    by: By = "person"
    form: str = OPTIONS["form"][0]
    layout: str = OPTIONS["layout"][0]
    chart: Chart = CHARTS[0]
    sort: str = OPTIONS["sort"][0]
    columns: tuple[str, ...] = _USUAL
    order: str = ""


def write(place: Place) -> dict[str, list[str]]:
    """Write *place* as the parameters of an address; what is as always has no parameter.

    >>> write(Place(language="ar", by="country"))
    {'lang': ['ar'], 'by': ['country']}
    """
    query: dict[str, list[str]] = {"lang": [place.language]} if place.language is not None else {}
    query |= to_query(place.selection)
    for name, values in OPTIONS.items():
        if getattr(place, name) != values[0]:
            query[name] = [getattr(place, name)]
    for name in _OPEN:
        if getattr(place, name) is not None:
            query[name] = [getattr(place, name)]
    if place.against is not None:
        query["against"] = ["/".join(day.isoformat() for day in place.against)]
    if place.columns != _USUAL:
        query["columns"] = list(place.columns)
    if place.order:
        query["order"] = [place.order]
    return query


def read(
    query: Mapping[str, Sequence[str]], known: Mapping[str, Collection[str]] | None = None
) -> tuple[Place, list[str]]:
    """Read a place from the parameters of an address, and list as ``name=value`` what makes no sense and was dropped.

    >>> place, dropped = read({"lang": ["fr"], "by": ["country"]})
    >>> place.language, place.by, dropped
    (None, 'country', ['lang=fr'])
    """
    selection, dropped = from_query(query, known)
    found: dict[str, Any] = {}
    for name, allowed in {"language": LANGUAGES, **OPTIONS}.items():
        shown = "lang" if name == "language" else name
        for value in query.get(shown, ()):
            if value in allowed:
                found[name] = value
            else:
                dropped.append(f"{shown}={value}")
    for name in _OPEN:
        if query.get(name):
            found[name] = query[name][-1]
    found["against"] = _against(query.get("against", ()), dropped)
    found |= _table(query, dropped)
    return Place(selection=selection, **found), dropped


def _table(query: Mapping[str, Sequence[str]], dropped: list[str]) -> dict[str, Any]:
    """Read which columns the table of events has, and the one that it is sorted by."""
    columns = tuple(dict.fromkeys(name for name in query.get("columns", ()) if name in COLUMNS))
    orders = [name for name in query.get("order", ()) if name.removeprefix("-") in COLUMNS]
    dropped += [f"columns={name}" for name in query.get("columns", ()) if name not in COLUMNS]
    dropped += [f"order={name}" for name in query.get("order", ()) if name not in orders]
    return {"columns": columns or _USUAL, "order": orders[-1] if orders else ""}


def _against(values: Sequence[str], dropped: list[str]) -> tuple[dt.date, dt.date] | None:
    """Read a period as EDTF writes it; what is none is dropped."""
    period = None
    for value in values:
        try:
            first, last = map(dt.date.fromisoformat, value.split("/"))
        except ValueError:
            first, last = dt.date.max, dt.date.min
        if first <= last:
            period = first, last
        else:
            dropped.append(f"against={value}")
    return period
