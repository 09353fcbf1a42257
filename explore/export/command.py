"""Export a view from the command line, with the very bytes that the buttons give."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args
from urllib.parse import parse_qs, urlsplit

from explore import corpus, filters, tables
from explore.charts.lanes import LanesBy
from explore.charts.parties import By
from explore.errors import SelectionError, SourceError
from explore.export import formats
from explore.export.context import Context
from explore.export.formats import Format
from explore.export.look import CHARTS, Chart, Look, chart_of
from explore.export.target import opened
from explore.phrases import Language
from explore.selection import PARAMETERS, is_filter
from explore.tables import Tables

_LANGUAGES: dict[str, Language] = {"ar": "ar", "en": "en"}
# Nobody waits for less.
_PATIENCE = 1.0
_LOOK = Look()
_ARRANGED = {"lang": tuple(_LANGUAGES), "by": get_args(By), "lanes": get_args(LanesBy)}
# What a link to the dashboard says of its pages: it changes no row.
_OF_PAGES = (
    *_ARRANGED, "form", "layout", "chart", "digits", "sort", "article", "event", "party", "against", "columns", "order",
)  # fmt: skip


def export(
    paths: Iterable[str | Path],
    view: str,
    to: str,
    *,
    form: str | None = None,
    table: str | None = None,
    look: Look = _LOOK,
    tell: Callable[[str], None] | None = None,
) -> list[SourceError]:
    """Read *paths* and write the *view* of them, a link or filters, to the file *to*; return what could not be read.

    *form* and *table* are what the name of the file says, unless given. *look* is how a picture looks; its chart is
    the one that the file is named after, else the one that the link shows. *tell* is told how far it is, after a
    second.

    Raises:
        SelectionError: the view asks for what does not exist, or the format or table is not known.
        BarqiyaError: the file cannot be written, or a knowledge table is broken.
    """
    chosen = formats.find(to) if form is None else _known(form)
    read = corpus.read(paths, besides=to)
    write(tables.build(read.readings), view, to, chosen, table=table, look=look, tell=tell)
    return list(read.problems)


def write(
    of: Tables,
    view: str,
    to: str,
    form: Format,
    *,
    table: str | None = None,
    look: Look = _LOOK,
    tell: Callable[[str], None] | None = None,
) -> None:
    """Write the *view* of the tables *of* to the file *to*.

    Raises:
        SelectionError: the view asks for what does not exist, or the table is not known.
        BarqiyaError: the file cannot be written.
    """
    progress = None if tell is None else _patient(tell)
    named = form.named(to)
    context = context_of(of, view, table=table or (named if form.tables else None) or "events", progress=progress)
    chart = next((chart for chart in CHARTS if chart == named), shown_chart(view))
    context = replace(context, look=replace(look, chart=chart))
    if form.tables and context.table not in form.tables:
        problem, remedy = f"is no table that {form.key} holds", f"name one of {', '.join(form.tables)}"
        raise SelectionError(where=context.table, problem=problem, remedy=remedy)
    with opened(to) as file:
        for part in form.write(filters.apply(of, context.selection), context):
            file.write(part)


def context_of(
    of: Tables, view: str, *, table: str = "events", progress: Callable[[int, int], None] | None = None
) -> Context:
    """Read a link, or just filters such as ``channel=letter&sender=vladimir-putin``, as what is to be exported.

    >>> context_of(tables.EMPTY, "http://localhost:8501/events?lang=en&channel=letter").link
    '?lang=en&channel=letter'

    Raises:
        SelectionError: it asks for what does not exist.
    """
    query = parse_qs(_query(view), keep_blank_values=True)
    _check(query)
    selection, dropped = filters.from_query(query, of)
    arranged = {name: query.get(name, ways[:1])[-1] for name, ways in _ARRANGED.items()}
    dropped += [f"{name}={value}" for name, value in arranged.items() if value not in _ARRANGED[name]]
    if dropped:
        raise SelectionError(
            where=view,
            problem=f"asks for {', '.join(dropped)}, which does not exist here",
            remedy="take it out or correct it",
        )
    language = _LANGUAGES[arranged.pop("lang")]
    return Context(selection, language, table, progress=progress, **arranged)  # type: ignore[arg-type]


def shown_chart(view: str) -> Chart:
    """Return the chart that the page of a link shows, the timeline where it shows none.

    >>> shown_chart("http://localhost:8501/network?form=matrix"), shown_chart("channel=letter")
    ('matrix', 'timeline')
    """
    return chart_of(urlsplit(view).path.rpartition("/")[2], parse_qs(_query(view)))


def _check(names: Iterable[str]) -> None:
    """Refuse parameters that no page knows: a mistyped filter would let everything pass.

    Raises:
        SelectionError: there are some.
    """
    unknown = [name for name in names if name not in _OF_PAGES and not is_filter(name)]
    if unknown:
        problem = "is no filter" if len(unknown) == 1 else "are no filters"
        remedy = f"known are {', '.join(PARAMETERS)}, and lang, by and lanes"
        raise SelectionError(where=", ".join(unknown), problem=problem, remedy=remedy)


def _query(view: str) -> str:
    """Return the parameters in *view*: what follows its question mark, or all of it when it has none."""
    before, mark, query = view.partition("?")
    if mark:
        return query.partition("#")[0]
    if "=" in before and "://" not in before:
        return before
    if before and "://" not in before:
        raise SelectionError(
            where=view, problem="is neither a link nor filters", remedy="write filters as channel=letter&lang=en"
        )
    return ""


def _known(form: str) -> Format:
    known = formats.formats()
    if form not in known:
        remedy = f"name one of {', '.join(known)}"
        raise SelectionError(where=form, problem="is no format that is known", remedy=remedy)
    return known[form]


def _patient(tell: Callable[[str], None]) -> Callable[[int, int], None]:
    """Tell the progress at most once a second, and nothing of what is done sooner."""
    last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _PATIENCE:
            last = time.monotonic()
            tell(f"{done / max(total, 1):.0%}")

    return progress
