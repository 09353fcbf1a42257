"""List communications and parties as HTML: each line a link to where it can be read or looked into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from explore import phrases
from explore.app import links, parts, tell
from explore.app.digest import Party
from explore.app.state import View
from explore.charts.parties import By
from explore.phrases import Language, number
from explore.render.highlight import escape


def communications(view: View, charted: pd.DataFrame) -> str:
    """List the communications in *charted*, each with its day and a link to its evidence."""
    lines = zip(*(charted[name] for name in ("event_id", "article_id")), _said(charted, view.language), strict=True)
    items = (
        f"<li>{links.link(view, 'articles', said, article=str(article), event=str(event))}{facts}</li>"
        for event, article, (said, facts) in lines
    )
    return f'<ul class="told">{"".join(items)}</ul>'


def bars(view: View, page: str, rows: Mapping[str, tuple[str, int, int, Mapping[str, object]]]) -> str:
    """Draw rows as bars: by key the label, how many are left, how many there are, and where a click leads."""
    most = max((whole for _, _, whole, _ in rows.values()), default=1) or 1
    return f'<ul class="bars">{"".join(_bar(view, page, key, row, most) for key, row in rows.items())}</ul>'


def party_bars(view: View, parties: Sequence[Party], whole: Mapping[str, int], by: By) -> str:
    """Draw parties, people or states as *by* says, as bars, each a link to its own page."""
    rows = {
        party.value: (party.name, party.n, max(party.n, whole.get(party.value, 0)), {"party": party.value, "by": by})
        for party in parties
    }
    return bars(view, "parties", rows)


def _bar(view: View, page: str, key: str, row: tuple[str, int, int, Mapping[str, object]], most: int) -> str:
    label, n, whole, changes = row
    shares = f"--n: {100 * n / most:.1f}%; --whole: {100 * whole / most:.1f}%"
    return (
        f"<li>{links.link(view, page, label, **changes)}"
        f'<span class="bar {escape(key)}" style="{shares}"></span><bdi>{number(n)}</bdi></li>'
    )


def _said(charted: pd.DataFrame, language: Language) -> Iterator[tuple[str, str]]:
    """Say each communication, and its day and status as HTML."""
    other = "en" if language == "ar" else "ar"
    sides = [
        charted[f"{side}_name_{language}"].astype("object").fillna(charted[f"{side}_name_{other}"].astype("object"))
        for side in ("sender", "recipient")
    ]
    rest = (charted[name] for name in ("channel", "mutual", "status", "date_start", "date_end"))
    for sender, recipient, channel, mutual, status, first, last in zip(*sides, *rest, strict=True):
        named = recipient if isinstance(recipient, str) else None
        said = tell.communication(str(channel), str(sender), named, language, mutual=bool(mutual))
        known = [] if pd.isna(first) else [phrases.period(first.date(), last.date(), language)]
        facts = [*known, phrases.status(str(status), str(channel), language)]
        yield said, f'<span class="facts">{parts.facts(f"<bdi>{escape(fact)}</bdi>" for fact in facts)}</span>'
