"""Show at a glance what the corpus holds, what the filters leave of it, and what deserves a second look."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from explore import filters, phrases
from explore.app import digest, figures, listing, memory, parts
from explore.app.digest import Doubtful, Pair, Party, Totals
from explore.app.state import View
from explore.phrases import number
from explore.render.highlight import escape

_PAIRS, _PARTIES, _LATEST, _REVIEWED = 8, 8, 6, 8


class Glance(NamedTuple):
    """Hold what the page shows of a view, or of the whole corpus."""

    totals: Totals
    channels: dict[str, int]
    people: list[Party]
    pairs: list[Pair]
    latest: pd.DataFrame
    review: dict[str, Doubtful]


def show(view: View) -> None:
    """Draw the page."""
    shown = memory.once(view, "glance", _glance)
    whole = memory.of_library(view, f"glance {view.language}", _whole)
    st.html(_tiles(view, shown.totals, whole.totals))
    figures.show_pulse(view)
    left, right = st.columns(2, gap="large")
    with left:
        parts.section(view.say("overview.channels"), _channels(view, shown, whole))
        parts.section(view.say("overview.people"), _people(view, shown, whole))
    with right:
        parts.section(view.say("overview.pairs"), _pairs(view, shown))
        parts.section(view.say("overview.latest"), listing.communications(view, shown.latest))
    _review(view, shown.review)


def _glance(view: View) -> Glance:
    return _add_up(view, view.shown)


def _whole(view: View) -> Glance:
    return _add_up(view, view.library.whole)


def _add_up(view: View, shown: filters.View) -> Glance:
    charted = shown.charted
    return Glance(
        digest.totals(charted, len(shown.articles)),
        dict(digest.channels(charted)),
        digest.busiest(charted, "person", view.language, _PARTIES),
        digest.pairs(charted, "person", view.language, _PAIRS),
        digest.latest(charted, _LATEST),
        digest.to_review(shown, _REVIEWED),
    )


def _tiles(view: View, shown: Totals, whole: Totals) -> str:
    """Return the totals as HTML, beside each that of the whole corpus where the filters leave less."""
    tiles = []
    for name in ("contacts", "articles", "parties", "countries"):
        left, all_of_it = getattr(shown, name), getattr(whole, name)
        rest = "" if left == all_of_it else f"<small>{view.say('overview.of', n=number(all_of_it))}</small>"
        tiles.append((name, f"<bdi>{number(left)}</bdi> {rest}"))
    tiles.append(("period", f"<bdi>{_period(view, shown)}</bdi>"))
    drawn = "".join(
        f"<div class='{name}'><dt>{view.say(f'overview.{name}')}</dt><dd>{said}</dd></div>" for name, said in tiles
    )
    return f'<dl class="tiles">{drawn}</dl>'


def _period(view: View, shown: Totals) -> str:
    """Return from when to when as HTML; a line may end between two days, not within one."""
    said = phrases.period(shown.first, shown.last, view.language) or view.say("card.date_unknown")
    return " ".join(f"<span>{escape(day)}</span>" for day in re.split(r"(?<=–) ", said))


def _channels(view: View, shown: Glance, whole: Glance) -> str:
    rows = {
        channel: (
            phrases.word("channels", channel, view.language),
            shown.channels[channel],
            n,
            {"selection": view.place.selection.toggle("channel", channel)},
        )
        for channel, n in whole.channels.items()
        if n
    }
    return listing.bars(view, "overview", rows)


def _people(view: View, shown: Glance, whole: Glance) -> str:
    everywhere = {party.value: party.n for party in whole.people}
    return listing.party_bars(view, shown.people, everywhere, "person")


def _pairs(view: View, shown: Glance) -> str:
    rows: dict[str, tuple[str, int, int, dict[str, Any]]] = {}
    for n, pair in enumerate(shown.pairs):
        chosen = view.place.selection.toggle_pair(pair.sender, pair.recipient)
        said = phrases.sides(pair.sender_name, pair.recipient_name, view.language, mutual=pair.mutual)
        rows[f"pair-{n}"] = (said[:1].upper() + said[1:], pair.n, pair.n, {"selection": chosen})
    return listing.bars(view, "events", rows)


def _review(view: View, review: dict[str, Doubtful]) -> None:
    """Offer what deserves a second look, by what is the matter."""
    parts.section(view.say("overview.review"), "")
    if not any(found.n for found in review.values()):
        parts.note(view.say("overview.nothing_to_review"))
    for name, found in review.items():
        if found.n:
            with st.expander(f"{view.say(f'overview.{name}')} ({number(found.n)})", key=f"review-{name}"):
                parts.note(view.say(f"overview.{name}_help"))
                st.html(listing.communications(view, found.first))
                if found.n > _REVIEWED:
                    parts.note(view.say("overview.more", n=number(found.n - _REVIEWED)))
