"""Hold the colours, faces and manners of all charts, in light and dark, and wrap what they write in Arabic.

The hues follow Okabe and Ito (2008), which readers with any colour vision tell apart, darkened for the light theme and
lightened for the dark one until each has a contrast of 3:1 or more against its background (WCAG 2.2, 1.4.11); text has
4.5:1 or more. Beyond eight hues colour alone does not tell actors apart: every arc carries its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

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
        "#0072b2", "#c8500a", "#007a5a", "#b05c8e", "#8a6d00", "#2e8bc0",
        "#3b3f46", "#882255", "#332288", "#2a9080", "#6b7a1e", "#cc6070",
    ),
    channels={
        "letter": "#0072b2", "call": "#c8500a", "video": "#8a6d00", "meeting": "#007a5a",
        "visit": "#b05c8e", "talks": "#2a9080", "agreement": "#332288", "statement": "#3b3f46",
    },
    entities={"PER": "#0072b2", "GPE": "#007a5a", "ORG": "#b05c8e", "DATE": "#8a6d00", "ROLE": "#566070"},
)  # fmt: skip
DARK = Palette(
    background="#11161c",
    surface="#1b222b",
    text="#e8ecf1",
    muted="#a3adba",
    grid="#2b343f",
    accent="#56b4e9",
    neutral="#8b96a5",
    actors=(
        "#56b4e9", "#f0883e", "#2dc79b", "#e08fc0", "#e5d84a", "#a7cfee",
        "#c9ced6", "#e0709c", "#a99bf0", "#6fd3c4", "#b3c355", "#f2a0a8",
    ),
    channels={
        "letter": "#56b4e9", "call": "#f0883e", "video": "#e5d84a", "meeting": "#2dc79b",
        "visit": "#e08fc0", "talks": "#8fe0d4", "agreement": "#a99bf0", "statement": "#c9ced6",
    },
    entities={"PER": "#56b4e9", "GPE": "#2dc79b", "ORG": "#e08fc0", "DATE": "#e5d84a", "ROLE": "#a3adba"},
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


def layout(language: Language, colours: Palette, height: int) -> dict[str, Any]:
    """Return the layout that all charts share."""
    right = language == "ar"
    return {
        "height": height,
        "template": None,
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
