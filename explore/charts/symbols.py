"""Give every group of status its look, as a mark and as a box, and explain the looks in a key: one for all charts.

Filled is what happened; a broken ring or a dotted box what is planned or wished; a crossed one what was cancelled or
denied. A pale box is what is dated too loosely for a mark or a column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np

from explore import phrases
from explore.charts import theme
from explore.phrases import Language

GROUPS = ("happened", "intended", "struck")
_SYMBOLS = ("circle", "circle-open", "circle-x-open")
_PATTERNS = ("", ".", "x")
_DASHES = 8  # of a broken ring
_INKED = 0.6  # of a broken ring is drawn
_PALE = 0.3
_KEY = 10.0  # pixels of a mark in the key
_LARGE = 16.0
_NOWHERE = {"x": [None], "y": [None]}


def mark(group: int, hue: Any, size: Any, ground: str) -> dict[str, Any]:
    """Return how marks of a *group* look on *ground*; all have the same *hue* and *size*, or each its own."""
    line: dict[str, Any] = {"width": 1.6, "color": hue} if group else {"width": 0.5, "color": ground}
    if group == 1:
        dash = np.pi * float(np.min(size)) / _DASHES
        line["dash"] = f"{dash * _INKED:.1f}px,{dash * (1 - _INKED):.1f}px"
    return {"symbol": _SYMBOLS[group], "size": size, "color": hue, "line": line, "opacity": 1}


def box(group: int, hues: str | Sequence[str]) -> dict[str, Any]:
    """Return how boxes of a *group* look, of one hue or each of its own; what happened is pale, being loosely dated."""
    pale = 0.0 if group else _PALE
    fill = theme.faded(hues, pale) if isinstance(hues, str) else [theme.faded(hue, pale) for hue in hues]
    look: dict[str, Any] = {"color": fill, "line": {"color": hues, "width": 1}}
    pattern = {"shape": _PATTERNS[group], "fgcolor": hues, "size": 6, "solidity": 0.25}
    return look | {"pattern": pattern} if group else look


def column(group: int, hue: str) -> dict[str, Any]:
    """Return how columns of a *group* look; what happened is filled."""
    return box(group, hue) | ({} if group else {"color": hue})


def key(
    language: Language, hue: str, ground: str, *, marks: bool, boxes: Collection[int], loose: bool
) -> Iterator[dict[str, Any]]:
    """Explain the groups, as *marks* and, those in *boxes*, as boxes before the same word; and what is *loose*."""
    for group, name in enumerate(GROUPS):
        looks = [mark(group, hue, _KEY, ground)] if marks else []
        looks += [column(group, hue)] if group in boxes else []
        for place, look in enumerate(looks, start=1):
            yield entry(phrases.word("group", name, language) if place == len(looks) else "", language, look)
    if loose:
        yield entry(phrases.text("loose", language), language, box(0, hue))


def sizes(most: int, language: Language, hue: str, ground: str) -> dict[str, Any]:
    """Explain that a mark is the larger the more it stands for, *most* of them being the most."""
    said = phrases.text("sizes", language, n=phrases.number(most))
    return entry(said, language, mark(0, hue, _LARGE, ground))


def entry(said: str, language: Language, look: dict[str, Any], legend: str = "legend") -> dict[str, Any]:
    """Return an entry of a *legend*: a look and what it means; without words it stands before the next one."""
    shown = {"name": theme.shown(said, language) if said else "", "showlegend": True, "legend": legend, "marker": look}
    return _NOWHERE | shown | ({"type": "scatter", "mode": "markers"} if "symbol" in look else {"type": "bar"})
