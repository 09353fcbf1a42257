"""Draw the filters that all pages share. Widgets show the place and change it; they hold nothing of their own."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from typing import Any, TypedDict, Unpack

import streamlit as st

from explore import filters, numerals
from explore.app import memory, periods, state
from explore.app.periods import Period
from explore.app.state import View
from explore.app.words import LANGUAGES, OWN_NAMES
from explore.facets import Option, options
from explore.numerals import NUMERALS, Numerals
from explore.phrases import Language, number
from explore.selection import parse_words, print_words

MAIN = ("person", "sender", "recipient", "country", "channel", "status")
MORE = ("sender_country", "recipient_country", "occasion", "source")
# Each kind of digits in its own, so that it can be found.
_OWN_DIGITS: Mapping[Numerals, str] = {"latin": "123", "arabic": "١٢٣"}
# Where every value of a field is the same, choosing among them says nothing.
_WORTH_ASKING = 2
_CONFIDENCE_STEPS = 20
# Values offered in one field. More would be sent with every change, and nobody reads so long a list.
_OFFERED = 400


def language() -> None:
    """Offer the languages of the interface and, in Arabic, the digits."""
    say = state.words()
    st.html(f'<p class="brand">{say("app.name")}</p><p class="note">{say("app.tagline")}</p>')
    with st.container(horizontal=True, gap="small", key="speech"):
        _switch("app.language", LANGUAGES, OWN_NAMES, **_bound("language", say.language, _set_language))
        if say.language == "ar":
            _switch("app.digits", NUMERALS, _OWN_DIGITS, **_bound("digits", state.here().digits, _set_digits))


def _set_language(language: Language) -> None:
    state.go(language=language)


def _set_digits(digits: Numerals) -> None:
    state.go(digits=digits)


def _switch(label: str, values: Sequence[str], shown: Mapping[Any, str], **bound: Unpack[Bound]) -> None:
    st.segmented_control(
        state.words()(label),
        values,
        format_func=shown.__getitem__,
        required=True,
        **bound,
    )


def show(view: View) -> None:
    """Draw the filters; those that are folded away are not even counted until they are opened."""
    say = view.say
    st.subheader(say("filter.heading"), anchor=False)
    facets = _Facets(view)
    _words(view)
    _period(view)
    _dates(view)
    for field in MAIN:
        _choice(view, field, facets[field])
    with st.expander(say("filter.more"), key="widget.more", on_change="rerun") as more:
        if more.open:
            for field in facets.worth_asking():
                _choice(view, field, facets[field])
            _confidence(view)
    with st.expander(say("filter.exclude"), key="widget.exclude", on_change="rerun") as exclude:
        if exclude.open:
            for field in (*MAIN, *facets.worth_asking()):
                _choice(view, field, facets[field], exclude=True)
    unset = not view.place.selection
    st.button(say("filter.clear"), on_click=clear, disabled=unset, width="stretch", key="widget.clear")


class _Facets:
    """Count the values of a field when they are asked for, once for the same filters."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __getitem__(self, field: str) -> list[Option]:
        return memory.of_selection(self._view, f"facets {field}", partial(_options, field))

    def worth_asking(self) -> list[str]:
        """List the further fields that have something to choose, or have something chosen."""
        chosen = self._view.place.selection
        return [field for field in MORE if len(self[field]) >= _WORTH_ASKING or chosen.choice(field)]


def _options(field: str, view: View) -> list[Option]:
    return options(view.shown.sieve, field, _OFFERED + 1)  # one more tells that there are more


def clear() -> None:
    """Take all filters away."""
    state.select(filters.Selection())


class Bound(TypedDict):
    """Tie a widget to the place: its key, and what happens when the reader changes it."""

    key: str
    on_change: Callable[[], None]


def _bound(name: str, value: object, change: Callable[[Any], None], *, in_words: bool = False) -> Bound:
    """Return key and callback of a widget that shows *value*, chosen *in_words*, and hands a new one to *change*."""
    key = f"widget.{name}"
    state.let_show(key, value, in_words=in_words)
    return {"key": key, "on_change": lambda: change(st.session_state[key])}


def _words(view: View) -> None:
    say = view.say
    st.text_input(
        say("filter.words"),
        placeholder=say("filter.words_hint"),
        help=say("filter.words_help"),
        **_bound("words", print_words(view.place.selection.words), _set_words),
    )


def _set_words(typed: str | None) -> None:
    state.refine(words=parse_words(typed or ""))


def _period(view: View) -> None:
    """Offer the periods that are often asked for, ahead of the two dates."""
    offered = memory.of_library(view, "periods", lambda view: periods.presets(view.library.whole.charted))
    chosen = view.place.selection
    st.selectbox(
        view.say("filter.dates"),
        list(offered),
        format_func=partial(period_name, view),
        placeholder=view.say("filter.any"),
        **_bound(
            "period", periods.named(offered, chosen.first, chosen.last), partial(_set_period, offered), in_words=True
        ),
    )


def period_name(view: View, name: str) -> str:
    """Say the name of a period that is offered."""
    return view.say(f"filter.last_{name}") if name in ("month", "year") else numerals.shown(name)


def _set_period(offered: Mapping[str, Period], name: str | None) -> None:
    if name is None or name in offered:
        first, last = (None, None) if name is None else offered[name]
        state.refine(first=first, last=last)


def _dates(view: View) -> None:
    sides = st.columns(2)
    for side, end, label in zip(sides, ("first", "last"), ("filter.from", "filter.to"), strict=True):
        value = getattr(view.place.selection, end)
        side.date_input(
            view.say(label),
            format="YYYY-MM-DD",
            min_value="1900-01-01",
            max_value="2100-12-31",
            **_bound(end, value, partial(_set_date, end)),
        )


def _set_date(end: str, day: dt.date | None) -> None:
    """Set one end; if the ends then cross, the other one is let go."""
    state.refine(**{end: day})
    chosen = state.here().selection
    if chosen.first is not None and chosen.last is not None and chosen.last < chosen.first:
        state.refine(**{"last" if end == "first" else "first": None})


def _choice(view: View, field: str, values: list[Option], *, exclude: bool = False) -> None:
    """Draw one field: its values with their counts under the other filters, most frequent first."""
    side = "exclude" if exclude else "include"
    chosen = getattr(view.place.selection.choice(field), side)
    offered = [*values[:_OFFERED], *(option for option in values[_OFFERED:] if option.value in chosen)]
    labels = {option.value: _label(view, option) for option in offered}
    # What the other side has chosen cannot be chosen here as well.
    taken = getattr(view.place.selection.choice(field), "include" if exclude else "exclude")
    st.multiselect(
        view.say(f"filter.{field}"),
        [value for value in {**labels, **dict.fromkeys(chosen)} if value not in taken],
        format_func=lambda value: labels.get(value, value),
        placeholder=view.say("filter.any"),
        help=_help(view, field, cut=len(values) > len(offered)),
        select_all=False,
        **_bound(f"{side}.{field}", list(chosen), partial(_set_choice, field, side, {*labels, *chosen}), in_words=True),
    )


def _help(view: View, field: str, *, cut: bool) -> str | None:
    told = [view.say("filter.country_help")] if field.endswith("country") else []
    told += [view.say("filter.cut", n=number(_OFFERED))] if cut else []
    return " ".join(told) or None


def _label(view: View, option: Option) -> str:
    """Write an option with its count, in one direction whatever the letters."""
    name = option.name_en if view.language == "en" else option.name_ar
    return f"{name} ({number(option.n)})"


def _set_choice(field: str, side: str, offered: Set[str], values: list[str]) -> None:
    """Set one side of a field; what the browser still shows under the counts of an earlier run says nothing new."""
    if not offered >= set(values):
        return
    before = state.here().selection.choice(field)
    state.refine(**{field: dataclasses.replace(before, **{side: tuple(values)})})


def _confidence(view: View) -> None:
    chosen = view.place.selection.confidence
    st.select_slider(
        view.say("filter.confidence"),
        sorted({step / _CONFIDENCE_STEPS for step in range(_CONFIDENCE_STEPS + 1)} | {chosen}),
        format_func=lambda share: numerals.shown(f"{share:.2f}"),
        **_bound("confidence", chosen, lambda value: state.refine(confidence=value), in_words=True),
    )
