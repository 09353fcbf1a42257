"""Hold what an export has to know besides the rows: the filters, the language, the table, what may be passed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from explore.charts.lanes import LanesBy
from explore.charts.parties import By
from explore.export.look import Look
from explore.phrases import Language
from explore.selection import Selection, to_query
from explore.sentence import sentence
from explore.tables import Tables

_EVERYTHING = Selection()
_LOOK = Look()
# How charts are arranged when a link does not say.
_ARRANGED = {"by": "person", "lanes": "channel"}


@dataclass(frozen=True)
class Context:
    """Say which view is exported and how; equal views with equal contexts give equal bytes.

    ``table`` names the table that formats of one table write. ``with_text`` is False where the corpus does not allow
    its articles to be passed on. ``by`` and ``lanes`` are how charts are arranged, ``look`` is how pictures of them
    look. ``progress`` is told now and then how many rows of how many are written.
    """

    selection: Selection = _EVERYTHING
    language: Language = "ar"
    table: str = "events"
    corpus: str = ""
    with_text: bool = True
    by: By = "person"
    lanes: LanesBy = "channel"
    look: Look = _LOOK
    progress: Callable[[int, int], None] | None = field(default=None, compare=False)

    @property
    def query(self) -> dict[str, list[str]]:
        """Return the parameters of the address that opens this view."""
        arranged = {name: [getattr(self, name)] for name in _ARRANGED if getattr(self, name) != _ARRANGED[name]}
        return {"lang": [self.language], **to_query(self.selection), **arranged}

    @property
    def link(self) -> str:
        """Return the part of the address that makes the view, whatever server shows it.

        >>> Context(Selection().add("channel", "letter")).link
        '?lang=ar&channel=letter'
        """
        return "?" + urlencode(self.query, doseq=True)

    def sentence(self, n: int, language: Language, tables: Tables) -> str:
        """Say the filters and the number of communications they leave."""
        return sentence(self.selection, n, language, tables)
