"""Draw tables as HTML: their columns run with the language, their cells wrap, print and are read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as quote

import pandas as pd
import streamlit as st

from explore.app import tell
from explore.app.words import Words
from explore.phrases import number
from explore.render.highlight import escape


@dataclass(frozen=True, slots=True)
class Head:
    """Hold the head of one column: its key, its HTML, and how it is sorted, "ascending" or "descending", if it is."""

    key: str
    shown: str
    sorted: str | None = None


def show(label: str, heads: Sequence[Head], rows: Iterable[Sequence[str]]) -> None:
    """Draw *rows*, whose cells are HTML, in a box of their own that is scrolled where it is too narrow."""
    first = "".join(_head(head) for head in heads)
    body = "".join(_row(heads, cells) for cells in rows)
    table = f"<table><thead><tr>{first}</tr></thead><tbody>{body}</tbody></table>"
    st.html(f'<div class="grid" role="region" tabindex="0" aria-label="{quote(label)}">{table}</div>')


def show_frame(label: str, frame: pd.DataFrame, say: Words) -> None:
    """Draw *frame*, its columns named in the words of the interface."""
    heads = [Head(name, escape(say(f"column.{name}"))) for name in frame.columns]
    show(label, heads, ([cell(value, say) for value in row] for row in frame.itertuples(index=False, name=None)))


def cell(value: object, say: Words) -> str:
    """Write a value as HTML: a number or a day in the digits of the interface, yes or nothing, a text as it runs."""
    if isinstance(value, bool):
        return f'<span aria-label="{quote(say("column.yes"))}">✓</span>' if value else ""
    if isinstance(value, (int, float)):
        return "" if value != value else f"<bdi>{number(value)}</bdi>"
    if value is None:
        return ""
    text = str(value)
    return f"<bdi>{escape(text)}</bdi>" if any(letter.isalpha() for letter in text) else _day(text, say)


def _day(date: str, say: Words) -> str:
    """Write an EDTF *date* as HTML; of a period too long for its column the last day stands below the first."""
    shown = tell.edtf(date, say)
    # What follows the digits of a day, such as its doubt, stands where the language goes on.
    way = "" if shown == date else f' dir="{say.direction}"'
    return f"<bdi{way}>{escape(shown).replace('/', '/<wbr>')}</bdi>"


def _head(head: Head) -> str:
    told = f' aria-sort="{head.sorted}"' if head.sorted else ""
    return f'<th scope="col" class="of-{head.key}"{told}>{head.shown}</th>'


def _row(heads: Sequence[Head], cells: Sequence[str]) -> str:
    drawn = (f'<td class="of-{head.key}">{shown}</td>' for head, shown in zip(heads, cells, strict=True))
    return f"<tr>{''.join(drawn)}</tr>"


def labels(names: Iterable[str], say: Words) -> Mapping[str, str]:
    """Return what each column is called."""
    return {name: say(f"column.{name}") for name in names}
