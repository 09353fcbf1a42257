"""Show one person or state: names, offices, communications in and out, partners, articles; or list them all."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pandas as pd
import streamlit as st

from explore import filters, phrases
from explore.app import digest, figures, links, listing, memory, parts, shelf, state, tell
from explore.app.digest import Party
from explore.app.state import View
from explore.knowledge import compiled
from explore.knowledge.tables import Term
from explore.phrases import number
from explore.render.highlight import escape
from explore.selection import Selection
from explore.sentence import sentence

_LISTED, _FOUND = 60, 2000  # shown as bars; offered in the field that finds one
_PARTNERS, _LATEST, _ARTICLES, _SPELLINGS = 12, 12, 12, 12


def show(view: View) -> bool:
    """Draw the party that is open; tell whether there was one."""
    value = view.place.party
    if value is None:
        return False
    rows = digest.of_party(view.library.whole.charted, view.place.by, value)
    if rows.empty:
        st.warning(view.say("parties.gone"), icon=":material/link_off:")
        return False
    names = _names(view, value)
    shown = memory.once(view, "party", lambda view: digest.of_party(view.charted, view.place.by, value))
    said = sentence(_of(view, value), len(shown), view.language, view.library.tables)
    parts.head(view, names[0], said)
    st.html(f'<p class="facts">{_facts(view, names[1:])}</p>')
    if not shown.empty:
        _figures(view, value, shown)
    left, right = st.columns(2, gap="large")
    with left:
        _contacts(view, value, shown)
    with right:
        _background(view, value, shown)
    return True


def list_all(view: View) -> None:
    """List the parties that the filters leave, the most active first, and offer a field that finds one."""
    found = memory.once(view, "all parties", lambda view: _busiest(view, view.charted, _FOUND))
    whole = memory.of_library(
        view,
        f"all parties {view.place.by} {view.language}",
        lambda view: {party.value: party.n for party in _busiest(view, view.library.whole.charted, _FOUND)},
    )
    names = {party.value: party.name for party in found}
    key = "widget.party"
    state.let_show(key, None)
    st.selectbox(
        view.say("parties.find"),
        list(names),
        format_func=lambda value: names.get(value, value),
        placeholder=view.say("filter.any"),
        key=key,
        on_change=lambda: state.go(party=st.session_state[key]),
    )
    st.html(listing.party_bars(view, found[:_LISTED], whole, view.place.by))
    if len(found) > _LISTED:
        parts.note(view.say("overview.more", n=number(len(found) - _LISTED)))


def _busiest(view: View, charted: pd.DataFrame, limit: int) -> list[Party]:
    return digest.busiest(charted, view.place.by, view.language, limit)


def _of(view: View, value: str) -> Selection:
    """Return the filters that are set, and the party on either side."""
    field = "country" if view.place.by == "country" and _is_state(value) else "person"
    chosen = view.place.selection
    return chosen if value in chosen.choice(field).include else chosen.add(field, value)


def _is_state(value: str) -> bool:
    return len(value) == len("RUS") and value.isupper()


def _names(view: View, value: str) -> tuple[str, str]:
    """Return the name in the language of the interface, and the one in the other."""
    field = "country" if view.place.by == "country" and _is_state(value) else "person"
    english, arabic = (filters.name(view.library.tables, field, value, language) for language in ("en", "ar"))
    return (arabic, english) if view.language == "ar" else (english, arabic)


def _facts(view: View, others: tuple[str, ...]) -> str:
    everyone = links.link(view, "parties", view.say("parties.back"), party=None)
    return parts.facts([everyone, *(f"<bdi>{escape(name)}</bdi>" for name in others)])


def _figures(view: View, value: str, shown: pd.DataFrame) -> None:
    """Draw the totals of the party and its timeline."""
    party = next(found for found in _busiest(view, shown, len(shown) * 2) if found.value == value)
    counts = {"sent": party.sent, "received": party.received, "mutual": party.mutual}
    counts["articles"] = shown["article_id"].nunique()
    tiles = (
        f"<div><dt>{view.say(f'parties.{name}')}</dt><dd><bdi>{number(n)}</bdi></dd></div>"
        for name, n in counts.items()
    )
    st.html(f'<dl class="tiles">{"".join(tiles)}</dl>')
    figures.show_lanes(view, shown)


def _contacts(view: View, value: str, shown: pd.DataFrame) -> None:
    partners = [party for party in _busiest(view, shown, _PARTNERS + 1) if party.value != value]
    whole = {party.value: party.n for party in partners}
    parts.section(view.say("parties.partners"), listing.party_bars(view, partners[:_PARTNERS], whole, view.place.by))
    parts.section(view.say("parties.latest"), listing.communications(view, digest.newest(shown, _LATEST)))
    if len(shown):
        every = links.link(view, "events", view.say("parties.all", n=number(len(shown))), selection=_of(view, value))
        st.html(f"<p>{every}</p>")


def _background(view: View, value: str, shown: pd.DataFrame) -> None:
    """Draw what is known of the party beside its communications."""
    parts.section(view.say("parties.names"), _spellings(view, value))
    if view.place.by == "country":
        people = [
            party for party in digest.busiest(shown, "person", view.language, _FOUND) if _is_of(shown, party, value)
        ]
        parts.section(view.say("parties.people"), listing.party_bars(view, people[:_PARTNERS], {}, "person"))
    elif offices := _offices(view, value):
        parts.section(view.say("parties.offices"), offices)
    parts.section(view.say("parties.articles"), _articles(view, shown))


def _is_of(shown: pd.DataFrame, party: Party, country: str) -> bool:
    """Tell whether a party belongs to the state."""
    sides = (shown[shown[f"{side}_id"] == party.value][f"{side}_country"] for side in ("sender", "recipient"))
    return any((side == country).any() for side in sides)


def _spellings(view: View, value: str) -> str:
    """List how the articles write the name, with how often."""
    mentions = view.library.tables.mentions
    counted: Counter[str] = Counter(mentions.loc[mentions["entity_id"] == value, "text"].astype("str"))
    for text in list(counted):
        if text.startswith("ل") and f"ا{text}" in counted:  # للرئيس: the preposition took the alef
            counted[f"ا{text}"] += counted.pop(text)
    most = counted.most_common(_SPELLINGS)
    items = (f'<li><bdi lang="ar">{escape(text)}</bdi> <bdi>({number(n)})</bdi></li>' for text, n in most)
    return f'<ul class="names">{"".join(items)}</ul>'


def _offices(view: View, value: str) -> str:
    """List the offices that the knowledge tables have for a person, the latest first; empty if there are none."""
    person = compiled.load().tables.people.get(value)
    if person is None:
        return ""
    terms = sorted(person.terms, key=lambda term: term.first, reverse=True)
    return f'<ul class="told">{"".join(_term(view, term) for term in terms)}</ul>'


def _term(view: View, term: Term) -> str:
    first = None if term.first == dt.date.min else term.first
    last = None if term.last == dt.date(9999, 12, 31) else term.last
    held = " · ".join([phrases.office(term.office, view.language), *([_seat(view, term.of)] if term.of else [])])
    period = phrases.period(first, last, view.language)
    return f'<li><bdi>{escape(held)}</bdi><span class="facts"><bdi>{escape(period)}</bdi></span></li>'


def _seat(view: View, key: str) -> str:
    organisation = compiled.load().tables.organisations.get(key)
    if organisation is None:
        return phrases.country(key, view.language)
    return organisation.names[0] if view.language == "ar" else organisation.name_en


def _articles(view: View, shown: pd.DataFrame) -> str:
    counted = shown["article_id"].value_counts()
    counted = counted[counted > 0].head(_ARTICLES)
    articles = view.library.tables.articles.set_index(view.library.tables.articles["article_id"].astype("str"))
    items = []
    for article, n in counted.items():
        entry = articles.loc[str(article)]
        title = tell.title(shelf.text_of(entry["title"]), str(entry["text"]))
        opened = links.link(view, "articles", title, article=str(article), event=None)
        said = phrases.counted("contact", int(n), view.language)
        items.append(f'<li><span dir="rtl">{opened}</span><span class="facts"><bdi>{said}</bdi></span></li>')
    return f'<ul class="told">{"".join(items)}</ul>'
