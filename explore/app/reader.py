"""Draw one article: its text with what was found marked in it, beside the events that it tells of."""

from __future__ import annotations

from functools import partial
from html import escape as quote

import streamlit as st

from explore import numerals
from explore.app import parts, reasons, scripts, state, takeaway, tell
from explore.app.state import View
from explore.app.words import Words
from explore.model import Article, EntityType, Event, Reading, SetAside
from explore.phrases import counted, number, word
from explore.render.highlight import anchor, escape, highlight, marks

_SCRIPT = scripts.read("told", "reader")
_behaviour = st.components.v2.component("barqiya.reader", js=_SCRIPT, isolate_styles=False)
_TEXT_WIDTH, _EVENTS_WIDTH = 3, 2


def show(view: View, reading: Reading, before: str | None, after: str | None) -> None:
    """Draw *reading*, text beside events, each leading to the other; *before* and *after* are its neighbours."""
    matching = _matching(view, reading)
    _ways(view, before, after)
    left, right = st.columns([_TEXT_WIDTH, _EVENTS_WIDTH], gap="large")
    with left:
        _head(view, reading)
        st.html(legend(view, reading))
        st.html(text(view, reading, matching))
        parts.note(view.say("articles.step_help"))
    with right:
        _events(view, reading, matching)
    _set_aside(view, reading)
    chosen = view.place.event
    _behaviour(key="reader", data={"target": None if chosen is None else anchor(chosen)})


def text(view: View, reading: Reading, events: list[Event]) -> str:
    """Return the article as HTML, with its mentions and the evidence of *events* marked."""
    drawn = marks(
        reading,
        mention_title=partial(tell.mention, say=view.say),
        event_title=lambda event: view.say("card.evidence", event=tell.event(event, view.language)),
        events=[event.event_id for event in events],
        chosen=view.place.event,
    )
    label = quote(view.say("articles.text"))
    return f'<div class="reader" role="region" aria-label="{label}">{highlight(reading.article.text, drawn)}</div>'


def legend(view: View, reading: Reading) -> str:
    """Return the legend: entity types and channels that occur, each a switch for its marks."""
    types = [kind for kind in EntityType if any(m.type == kind for m in reading.mentions)]
    channels = dict.fromkeys(event.channel for event in reading.events)
    switches = [_switch(kind, "entity", view.say(f"type.{kind}")) for kind in types]
    switches += [_switch(kind, "evidence", word("channel", kind, view.language)) for kind in channels]
    label = quote(view.say("articles.legend"))
    return f'<div class="legend" role="group" aria-label="{label}">{"".join(switches)}</div>'


def card(view: View, event: Event) -> str:
    """Return one event as HTML, with a link to its evidence in the text."""
    say = view.say
    chosen = " chosen" if event.event_id == view.place.event else ""
    told = (reasons.said(reason, say) for reason in (event.why, event.date_basis) if reason)
    why = "".join(f'<p dir="auto">{escape(reason)}</p>' for reason in told)
    place = view.place_name(event.place) if event.place else None
    facts = tell.facts(event, say, place)
    sources = view.library.sources.get(event.communication_id, 1)
    if sources > 1:
        facts.append(say("card.sources", articles=counted("report", sources, view.language)))
    confidence = say("card.confidence", value=numerals.shown(f"{event.confidence:.2f}"))
    return (
        f'<section class="card {event.channel} {event.status}{chosen}" id="{anchor(event.event_id, "card")}">'
        f"<h3>{escape(tell.event(event, view.language))}</h3>"
        f'<p class="facts">{parts.facts(f"<bdi>{escape(fact)}</bdi>" for fact in facts)}</p>'
        f'<p class="links"><a href="#{anchor(event.event_id)}">{say("articles.show_in_text")}</a>'
        f'<bdi class="confidence">{confidence}</bdi></p>'
        f"<details><summary>{say('articles.why')}</summary>{why}</details></section>"
    )


def _switch(kind: str, layer: str, name: str) -> str:
    shown = f'class="key {layer} {kind}" data-kind="{kind}" aria-pressed="true"'
    return f'<button type="button" {shown}>{quote(name)}</button>'


def _matching(view: View, reading: Reading) -> list[Event]:
    """Return the events of the article that the filters leave, in the order of the text."""
    kept = set(view.events.loc[view.events["article_id"] == reading.article.article_id, "event_id"])
    return sorted(
        (event for event in reading.events if event.event_id in kept or event.event_id == view.place.event),
        key=lambda event: event.evidence.start,
    )


def _ways(view: View, before: str | None, after: str | None) -> None:
    """Draw the ways to the list and to the neighbours in it."""
    rtl = view.language == "ar"
    icons = {
        "back": "list",
        "previous": "arrow_forward" if rtl else "arrow_back",
        "next": "arrow_back" if rtl else "arrow_forward",
    }
    with st.container(horizontal=True, gap="small", key="reader.ways"):
        for name, article in (("back", None), ("previous", before), ("next", after)):
            st.button(
                view.say(f"articles.{name}"),
                icon=f":material/{icons[name]}:",
                key=f"reader.{name}",
                disabled=name != "back" and article is None,
                on_click=partial(state.go, article=article, event=None),
            )
        takeaway.button(view)
    takeaway.show(view)


def _head(view: View, reading: Reading) -> None:
    article, say = reading.article, view.say
    title = escape(tell.title(article.title, article.text))
    basis = f' title="{quote(reasons.said(article.published_basis, say))}"' if article.published_basis else ""
    facts = parts.facts(_facts(article, say))
    st.html(f'<div class="head"><h2 dir="rtl" lang="ar">{title}</h2><p class="facts"{basis}>{facts}</p></div>')


def _facts(article: Article, say: Words) -> list[str]:
    """List, as HTML, where an article comes from; what is not known is left out, but not that its day is unknown."""
    known = [("published", tell.edtf(article.published or "", say)), ("source", article.source), ("file", article.file)]
    facts = [f"{say(f'articles.{name}')}: <bdi>{escape(value)}</bdi>" for name, value in known if value]
    facts += [] if article.published else [say("articles.unknown_date")]
    facts += [say("articles.part", part=number(article.part))] if article.part > 1 else []
    return [*facts, *([] if article.title else [say("articles.untitled")])]


def _events(view: View, reading: Reading, matching: list[Event]) -> None:
    say = view.say
    st.html(f'<h2 class="cards">{say("articles.events")} <bdi>({number(len(matching))})</bdi></h2>')
    if not reading.events:
        st.html(f'<p class="note">{say("articles.no_events")}</p>')
    st.html(f'<div class="cards">{"".join(card(view, event) for event in matching)}</div>')
    hidden = len(reading.events) - len(matching)
    if hidden:
        st.html(f'<p class="note">{say("articles.hidden", n=number(hidden))}</p>')


def _set_aside(view: View, reading: Reading) -> None:
    """Offer what belongs to no article of this file."""
    aside = [part for part in view.library.corpus.set_aside if part.file == reading.article.file]
    if aside:
        with st.expander(view.say("articles.set_aside", n=number(len(aside)))):
            st.html(f'<p class="note">{view.say("articles.set_aside_help")}</p>')
            st.html("".join(_aside(part, view.say) for part in aside))


def _aside(part: SetAside, say: Words) -> str:
    why = f'<figcaption dir="auto">{escape(reasons.said(part.why, say))}</figcaption>'
    return f'<figure class="aside">{highlight(part.text, [])}{why}</figure>'
