"""Tell each communication of a view once, with the articles that report it and their outlets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from explore.contacts import Codes, codes
from explore.filters import View

SEPARATOR = "; "


@dataclass(frozen=True)
class Communications:
    """Hold which event row tells each communication, and the articles that report it.

    ``rows`` are places in the events frame. Those of communication i are reported by the articles (category codes)
    ``reports[starts[i]:ends[i]]``.
    """

    view: View
    rows: Codes
    reports: Codes
    starts: Codes
    ends: Codes

    @property
    def n(self) -> int:
        """Count the communications."""
        return len(self.rows)

    def block(self, first: int, last: int) -> pd.DataFrame:
        """Return the rows of the communications from *first* up to *last*, with what is known of their reports."""
        frame = self.view.tables.events.iloc[self.rows[first:last]]
        spans = zip(self.starts[first:last].tolist(), self.ends[first:last].tolist(), strict=True)
        reports = [self.reports[start:end].tolist() for start, end in spans]
        return frame.assign(
            n_sources=(self.ends - self.starts)[first:last],
            article_ids=pd.Series(self._joined("article_id", reports), index=frame.index, dtype="str"),
            sources=pd.Series(self._joined("source", reports), index=frame.index, dtype="str"),
        )

    def _joined(self, column: str, reports: list[list[int]]) -> list[str | None]:
        """Join what *column* says of the articles of each communication, each value once."""
        used = sorted({code for row in reports for code in row})
        articles = self.view.tables.articles
        said = articles[column].set_axis(codes(articles["article_id"])).loc[used].astype(object)
        named = {code: str(value) for code, value in zip(used, said, strict=True) if isinstance(value, str)}
        joined = (dict.fromkeys(named[code] for code in row if code in named) for row in reports)
        return [SEPARATOR.join(values) or None for values in joined]


def of(view: View) -> Communications:
    """Find the communications of *view*, in the order of the rows that tell them."""
    tables, events = view.tables, view.tables.events
    rows, contact_of = view.rows, tables.grouped.contact
    width = len(events["article_id"].cat.categories) + 1
    keys = contact_of * width + codes(events["article_id"])
    keys = np.unique(keys if view.kept is None else keys[view.kept])
    contact, reports = keys // width, keys % width
    starts = np.searchsorted(contact, contact_of[rows])
    ends = np.searchsorted(contact, contact_of[rows], side="right")
    return Communications(view, rows, reports, starts, ends)
