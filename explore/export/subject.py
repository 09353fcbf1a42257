"""Hold what is printed: the tables, what was asked of them, and in which language; and what is said about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from explore import filters, phrases
from explore.charts import calendar, chord, matrix, timeline
from explore.charts.lanes import LanesBy
from explore.charts.parties import By
from explore.export.look import Chart
from explore.export.printed import say
from explore.filters import View
from explore.phrases import Language
from explore.selection import Selection
from explore.sentence import sentence
from explore.tables import Tables
from explore.version import VERSION

_NAMED_SOURCES = 3


@dataclass(frozen=True)
class Subject:
    """Hold the view that is printed; ``by`` and ``lanes`` are how its charts are arranged."""

    tables: Tables
    selection: Selection
    language: Language
    by: By = "person"
    lanes: LanesBy = "channel"

    @cached_property
    def view(self) -> View:
        """Return the rows that the selection keeps."""
        return filters.apply(self.tables, self.selection)

    def communications(self, most: int) -> pd.DataFrame:
        """Return one row for each of the first *most* communications, in order of date; the undated come last."""
        charted = self.view.charted
        found = charted.sort_values(["date_start", "date_end", "event_id"], kind="stable", na_position="last")
        return self.tables.events.loc[found.index[:most]]

    @property
    def rtl(self) -> bool:
        """Tell whether the language runs from right to left."""
        return self.language == "ar"

    @cached_property
    def sentence(self) -> str:
        """Say the view as a sentence."""
        return sentence(self.selection, self.view.n, self.language, self.tables)

    @cached_property
    def ranking(self) -> tuple[str, ...]:
        """Order the parties of the whole corpus: colours stay the same whatever is filtered."""
        return chord.ranking(self.tables.events, self.by)

    def figure(self, chart: Chart, *, dark: bool = False) -> Any:
        """Return *chart* as the screen has it."""
        if chart == "timeline":
            asked = (self.selection.first, self.selection.last)
            dates = None if asked == (None, None) else asked
            language, lanes = self.language, self.lanes
            return timeline.figure(self.view.charted, language=language, lanes=lanes, dates=dates, dark=dark)
        if chart == "calendar":
            return calendar.figure(self.view.charted, language=self.language, dark=dark)
        module = chord if chart == "chord" else matrix
        order = self.ranking
        return module.figure(self.view.charted, language=self.language, by=self.by, ranking=order, dark=dark)

    def describe(self, chart: Chart) -> str:
        """Say *chart* in words."""
        if chart in ("timeline", "calendar"):
            return timeline.describe(self.view.charted, language=self.language)
        return chord.describe(self.view.charted, language=self.language, by=self.by)


def reported(subject: Subject) -> pd.DataFrame:
    """Return the articles that report the communications."""
    articles = subject.view.articles
    return articles[articles["article_id"].isin(subject.view.events["article_id"])]


def footer(subject: Subject) -> list[str]:
    """Say source, number, dates and version: what a picture must carry when it leaves home."""
    language = subject.language
    n = phrases.counted("contact", subject.view.n, language)
    return [_sources(subject), n, _span(subject), version(language)]


def span(subject: Subject) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of what is dated."""
    dated = subject.view.charted[["date_start", "date_end"]].dropna()
    return None if dated.empty else (dated["date_start"].min().date(), dated["date_end"].max().date())


def version(language: Language) -> str:
    """Name the program and its version."""
    return say("version", language, version=VERSION)


def _span(subject: Subject) -> str:
    found = span(subject)
    if found is None:
        return say("no_span", subject.language)
    return say("span", subject.language, period=phrases.period(*found, subject.language))


def _sources(subject: Subject) -> str:
    """Name the sources that report most, whether there are unnamed ones, and how many articles there are."""
    language, found = subject.language, reported(subject)
    count = phrases.counted("report", len(found), language)
    counts = found["source"].astype("str").dropna().value_counts()
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    if not ranked:
        return say("source_unknown", language, count=count)
    named = [str(name) for name, _ in ranked[:_NAMED_SOURCES]]
    if more := len(ranked) - len(named):
        named.append(say("more_sources", language, n=phrases.number(more)))
    if counts.sum() < len(found):
        named.append(say("unnamed_sources", language))
    comma = phrases.text("comma", language)
    return f"{say('source', language, names=comma.join(named))} ({count})"
