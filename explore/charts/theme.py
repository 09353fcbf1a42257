"""Hold the colours, faces and manners of all charts, in light and dark, and wrap what they write in Arabic.

The hues began as those of Okabe and Ito (2008) and were moved, as little as possible, until each had a contrast of 3:1
or more against its background (WCAG 2.2, 1.4.11) and any two lay well apart (CIELAB) to the full, the red-blind and the
green-blind eye. Text has 4.5:1 or more. Colour never tells alone: arcs and lanes carry names, status shows in shape.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from explore.phrases import Language

FONT = '"Source Sans", "Source Sans 3", "Noto Sans Arabic", "Noto Naskh Arabic", "DejaVu Sans", sans-serif'
SIZE = 13
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}
# What plotly calls "none". Without one it sends its own along with every figure, where nothing of it shows.
_NO_TEMPLATE = {"data": {"scatter": [{"type": "scatter"}]}}
_OPEN, _CLOSE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colours of one theme."""

    background: str
    surface: str
    text: str
    muted: str
    grid: str
    accent: str
    neutral: str
    actors: tuple[str, ...]
    channels: Mapping[str, str]
    entities: Mapping[str, str]


LIGHT = Palette(
    background="#ffffff",
    surface="#f4f6f8",
    text="#1c2430",
    muted="#566070",
    grid="#dfe4ea",
    accent="#0072b2",
    neutral="#7b8594",
    actors=(
        "#1476bd", "#b33000", "#097445", "#c26d9d", "#a97a00", "#1a87ba",
        "#343e42", "#8d1a52", "#2c268d", "#2b9277", "#62701c", "#d65466",
    ),
    channels={
        "letter": "#0072b2", "call": "#9b2f00", "video": "#977b00", "meeting": "#00704a",
        "visit": "#8e477f", "talks": "#24917d", "agreement": "#272790", "statement": "#373c43",
    },
    entities={"PER": "#0072b2", "GPE": "#00704a", "ORG": "#8e477f", "DATE": "#977b00", "ROLE": "#566070"},
)  # fmt: skip
DARK = Palette(
    background="#11161c",
    surface="#1b222b",
    text="#e8ecf1",
    muted="#a3adba",
    grid="#2b343f",
    accent="#79bee8",
    neutral="#8b96a5",
    actors=(
        "#5db5e0", "#db7b3d", "#35d4a3", "#d283bb", "#e1db44", "#a8d5f2",
        "#d7dde3", "#e56494", "#a49fff", "#47d6be", "#b2c24c", "#ef978e",
    ),
    channels={
        "letter": "#79bee8", "call": "#ec8c46", "video": "#e5ca37", "meeting": "#32ca9f",
        "visit": "#b873ac", "talks": "#75cccc", "agreement": "#a1a2ff", "statement": "#edf5ff",
    },
    entities={"PER": "#79bee8", "GPE": "#32ca9f", "ORG": "#d283bb", "DATE": "#e5ca37", "ROLE": "#a3adba"},
)  # fmt: skip


def palette(*, dark: bool) -> Palette:
    """Return the colours of the dark or the light theme."""
    return DARK if dark else LIGHT


def channel_colour(channel: str, *, dark: bool) -> str:
    """Return the colour that *channel* has everywhere."""
    return palette(dark=dark).channels[channel]


def entity_colour(kind: str, *, dark: bool) -> str:
    """Return the colour that entities of *kind* have everywhere."""
    return palette(dark=dark).entities[kind]


def shown(text: str, language: Language) -> str:
    """Make *text* readable where a chart draws it: in Arabic every line gets a right-to-left base of its own.

    Plotly lines have a left-to-right base, and each piece between ``<br>`` is a line.

    >>> shown("من بوتين<br>5 رسائل", "ar").count("\\N{RIGHT-TO-LEFT ISOLATE}")
    2
    """
    if language == "en":
        return text
    return "<br>".join(f"{_OPEN}{line}{_CLOSE}" for line in text.split("<br>"))


def packed(values: Sequence[Any]) -> npt.NDArray[Any]:
    """Return *values*, or rows of them, as an array: plotly checks a list item by item, an array at once.

    Numbers become 32-bit floats, finer than a pixel, which also travel to the browser in less space.
    """
    numeric = all(isinstance(value, (int, float)) for value in values)
    return np.asarray(values, dtype=np.float32 if numeric else object)


def clipped(text: str, longest: int) -> str:
    """Shorten *text* to *longest* letters at a space, with an ellipsis."""
    if len(text) <= longest:
        return text
    head = text[:longest].rsplit(" ", 1)[0] if " " in text[:longest] else text[: longest - 1]
    return head.rstrip() + "…"


def faded(colour: str, opacity: float) -> str:
    """Return *colour*, a six-digit hex value, with *opacity*."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def figure(traces: Sequence[Mapping[str, Any] | go.Scatter], layout: Mapping[str, Any]) -> go.Figure:
    """Put a figure together. Plotly would look up every property anew, which takes longest of all: tests do that."""
    return go.Figure(list(traces), layout, _validate=False)


def layout(language: Language, colours: Palette, height: int) -> dict[str, Any]:
    """Return the layout that all charts share."""
    right = language == "ar"
    return {
        "height": height,
        "template": _NO_TEMPLATE,
        "paper_bgcolor": colours.background,
        "plot_bgcolor": colours.background,
        "font": {"family": FONT, "size": SIZE, "color": colours.text},
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.muted,
            "font": {"family": FONT, "size": SIZE, "color": colours.text},
            "align": "right" if right else "left",
        },
        "legend": {
            "orientation": "h",
            "x": 1 if right else 0,
            "xanchor": "right" if right else "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
            "font": {"color": colours.text},
        },
        "showlegend": False,
        "margin": {"l": 16, "r": 16, "t": 16, "b": 16},
    }


def nothing(title: str, hint: str, language: Language, colours: Palette) -> list[dict[str, Any]]:
    """Return the annotations that say, in the middle of an empty chart, that and why it is empty."""
    shared = {"x": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    return [
        {**shared, "y": 0.6, "text": shown(f"<b>{title}</b>", language), "font": {"size": 17, "color": colours.text}},
        {**shared, "y": 0.42, "text": shown(hint, language), "font": {"size": SIZE, "color": colours.muted}},
    ]


def footnote(text: str, language: Language, colours: Palette, *, below: int = 4) -> dict[str, Any]:
    """Return the annotation that says *text* *below* pixels under a plot, at the side where lines begin."""
    right = language == "ar"
    return {
        "x": 1 if right else 0,
        "xanchor": "right" if right else "left",
        "xref": "paper",
        "y": 0,
        "yanchor": "top",
        "yref": "paper",
        "yshift": -below,
        "align": "right" if right else "left",
        "showarrow": False,
        "text": shown(text, language),
        "font": {"size": SIZE - 1, "color": colours.muted},
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
