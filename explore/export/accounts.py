"""Give an account of each communication in words, and of the view in numbers: what briefing and slides print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from explore import phrases
from explore.charts import chord, flows, marks, parties, scene, symbols, timeline
from explore.charts.theme import LIGHT
from explore.export import places
from explore.export.flow import is_rtl
from explore.export.printed import say
from explore.export.subject import Subject, reported, span
from explore.model import Channel
from explore.phrases import Language
from explore.selection import NONE

_NAMED = 3  # articles that are named under a communication


@dataclass(frozen=True, slots=True)
class Account:
    """Hold what is printed of one communication."""

    who: str
    what: str
    channel: str
    evidence: str
    reports: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one key figure."""

    name: str
    value: str


def accounts(subject: Subject, most: int) -> Iterator[Account]:
    """Give an account of the first *most* communications."""
    chosen = subject.communications(most)
    named = _articles(subject, chosen)
    for row in chosen.to_dict("records"):
        reports = named[_key(row["communication_id"], row["sender_id"], row["recipient_id"])]
        yield _account(row, reports, subject.language)


def _account(row: dict[Any, Any], reports: list[str], language: Language) -> Account:
    evidence = " ".join(str(row["evidence"]).split())
    return Account(who(row, language), what(row, language), str(row["channel"]), evidence, _listed(reports, language))


def who(row: dict[Any, Any], language: Language) -> str:
    """Say the two sides of a communication."""
    sender, recipient = (_name(row, side, language) for side in ("sender", "recipient"))
    return phrases.sides(str(sender), recipient, language, mutual=bool(row["mutual"]))


def what(row: dict[Any, Any], language: Language) -> str:
    """Say channel, status, date, occasion and place of a communication."""
    channel = str(row["channel"])
    parts = [phrases.word("channel", channel, language), phrases.status(str(row["status"]), channel, language)]
    parts.append(when(row, language))
    if isinstance(row["occasion"], str):
        parts.append(phrases.word("occasion", row["occasion"], language))
    if isinstance(row["place"], str):
        parts.append(places.name(row["place"], language))
    return phrases.text("comma", language).join(parts)


def when(row: dict[Any, Any], language: Language) -> str:
    """Say the date, and whether it is doubtful."""
    if pd.isna(row["date_start"]):
        return say("no_date", language)
    shown = phrases.period(row["date_start"].date(), row["date_end"].date(), language)
    return say("doubtful", language, date=shown) if "?" in str(row["date"]) else shown


def figures(subject: Subject) -> list[Figure]:
    """Return the key figures of the view."""
    charted, language = subject.view.charted, subject.language
    groups = np.bincount(marks.groups(charted), minlength=len(symbols.GROUPS)).tolist()
    values = {"communications": len(charted), **dict(zip(symbols.GROUPS, groups, strict=True))}
    values["parties"] = sum(value != NONE for value in parties.ranking(charted, subject.by))  # the public is none
    values["articles"] = len(reported(subject))
    values["undated"] = int(charted["date_start"].isna().sum())
    return [Figure(say(name, language), phrases.number(n)) for name, n in values.items()]


def by_channel(subject: Subject) -> list[tuple[str, int]]:
    """Count the communications of each channel that occurs."""
    counts = subject.view.charted["channel"].value_counts()
    return [(str(channel), int(counts[channel])) for channel in Channel if counts.get(channel, 0)]


def by_period(subject: Subject) -> tuple[list[str], dict[str, list[float]]]:
    """Count by calendar unit, the empty ones too: their names, and the counts of each group of status."""
    asked = (subject.selection.first, subject.selection.last)
    dates = None if asked == (None, None) else asked
    drawn = scene.scene(subject.view.charted, subject.language, "channel", dates, LIGHT)
    names = [drawn.bins.name(place, subject.language) for place in range(len(drawn.bins))]
    layers = drawn.overall.layers[0].round(2).tolist()
    return names, dict(zip((*symbols.GROUPS, "imprecise"), layers, strict=True))


def said_periods(subject: Subject) -> list[str]:
    """Say the counts of every calendar unit in which something is dated."""
    periods, counts = by_period(subject)
    language = subject.language
    said = []
    for place, period in enumerate(periods):
        found = [(name, values[place]) for name, values in counts.items() if values[place]]
        if any(name in symbols.GROUPS for name, _ in found):
            parts = (f"{say(name, language)} {phrases.number(n)}" for name, n in found)
            said.append(f"{period}{phrases.text('colon', language)}{phrases.text('comma', language).join(parts)}")
    return said


def finding(subject: Subject, chart: str) -> str:
    """Say the one thing that a chart shows: a title for its slide."""
    if not subject.view.n:
        return say("nothing", subject.language)
    found = _peak(subject) if chart == "timeline" else _strongest(subject) if chart == "chord" else _most_sent(subject)
    return say(chart, subject.language) if found in (None, subject.sentence) else str(found)


def ties(subject: Subject, most: int) -> list[str]:
    """Say the strongest ties in words."""
    return chord.sentences(subject.view.charted, language=subject.language, by=subject.by)[:most]


def _peak(subject: Subject) -> str | None:
    """Name the calendar unit with most communications, if there is but one."""
    rows = timeline.rows(subject.view.charted, language=subject.language)
    totals = rows[list(symbols.GROUPS)].sum(axis=1)
    if totals.empty or (totals == totals.max()).sum() != 1 or len(totals) == 1:
        return _overall(subject)
    top = int(totals.to_numpy().argmax())
    count = phrases.counted("contact", round(float(totals.iloc[top])), subject.language)
    return say("busiest", subject.language, period=rows["period"].iloc[top], count=count)


def _overall(subject: Subject) -> str | None:
    found = span(subject)
    if found is None:
        return None
    count = phrases.counted("contact", subject.view.n, subject.language)
    return say("spread_out", subject.language, count=count, period=phrases.period(*found, subject.language))


def _strongest(subject: Subject) -> str | None:
    """Name the largest flow, if there is but one and it joins two named parties."""
    gathered = flows.gather(subject.view.charted, subject.by, subject.language)
    ranked = sorted(gathered.flows, key=lambda flow: -flow.n)
    if len(ranked) > 1 and ranked[0].n == ranked[1].n:
        return None
    if any(not gathered.parties[place].value for place in (ranked[0].sender, ranked[0].recipient)):
        return None
    return say("strongest", subject.language, flow=flows.say(ranked[0], gathered.parties, subject.language))


def _most_sent(subject: Subject) -> str | None:
    gathered = flows.gather(subject.view.charted, subject.by, subject.language)
    ranked = sorted((party for party in gathered.parties if party.value), key=lambda party: -party.sent)
    if not ranked[0].sent or (len(ranked) > 1 and ranked[0].sent == ranked[1].sent):
        return None
    count = phrases.counted("contact", ranked[0].sent, subject.language)
    return say("most_sent", subject.language, name=ranked[0].name, count=count)


def _name(row: dict[Any, Any], side: str, language: Language) -> str | None:
    other = "en" if language == "ar" else "ar"
    found = (row[f"{side}_name_{tongue}"] for tongue in (language, other))
    return next((name for name in found if isinstance(name, str)), None)


def _key(communication: object, sender: object, recipient: object) -> tuple[str, frozenset[str]]:
    """Name one communication of one pair, in either order."""
    return str(communication), frozenset((str(sender), str(recipient)))


def _articles(subject: Subject, chosen: pd.DataFrame) -> dict[tuple[str, frozenset[str]], list[str]]:
    """List the titles of the articles that report each communication."""
    events = subject.view.events
    events = events[events["communication_id"].isin(chosen["communication_id"])]
    articles = subject.view.articles
    articles = articles.loc[articles["article_id"].isin(events["article_id"]), ["article_id", "title", "file"]]
    titles = dict(zip(articles["article_id"], map(_title, articles.to_dict("records")), strict=True))
    found: dict[tuple[str, frozenset[str]], list[str]] = {}
    columns = ("communication_id", "sender_id", "recipient_id", "article_id")
    for communication, sender, recipient, article in zip(*(events[name] for name in columns), strict=True):
        known = found.setdefault(_key(communication, sender, recipient), [])
        if titles[article] not in known:
            known.append(titles[article])
    return found


def _title(article: dict[Any, Any]) -> str:
    return apart(str(article["title"] if isinstance(article["title"], str) else article["file"]))


def apart(name: str) -> str:
    """Keep the words around *name* from changing its order: a file name within Arabic, an Arabic title within English.

    >>> apart("000_a.txt") == "\\N{LEFT-TO-RIGHT MARK}000_a.txt\\N{LEFT-TO-RIGHT MARK}"
    True
    """
    mark = "\N{RIGHT-TO-LEFT MARK}" if is_rtl(name) else "\N{LEFT-TO-RIGHT MARK}"
    return f"{mark}{name}{mark}"


def _listed(reports: list[str], language: Language) -> str:
    named = reports[:_NAMED]
    if more := len(reports) - len(named):
        named = [*named, say("more_sources", language, n=phrases.number(more))]
    return say("reports", language, names=phrases.text("semicolon", language).join(named))
