"""Set the look: direction of the language, and the colours that highlights share with the charts."""

from __future__ import annotations

from functools import cache
from importlib import resources

import streamlit as st

from explore.app.words import Words
from explore.charts import theme
from explore.model import Channel, EntityType

# The page is mirrored as a whole; charts turn their own texts and must not be.
# Streamlit pushes a closed sidebar out to the left, and rounds the outer corners of segmented controls left and right.
# It calls the pages for which there is no room "3 more" in any language.
# Its arrows point right to what comes next and to what is folded up; an expander with an icon of its own has no arrow.
_MIRRORED = """
.stApp, [role="dialog"], [data-testid="stDateInputCalendar"] { direction: rtl; }
.bar { background-position: right; }
.stApp .js-plotly-plot { direction: ltr; }
.rc-overflow-item-rest p { font-size: 0; }
.rc-overflow-item-rest p::after { content: var(--x-more); font-size: 0.875rem; }
[data-testid="stSidebar"][data-collapsed="true"] { transform: none !important; overflow: hidden; visibility: hidden; }
[data-testid="stExpandSidebarButton"], [data-testid="stSidebarCollapseButton"] { transform: scaleX(-1); }
[data-testid="stExpander"] summary [data-testid="stIconMaterial"],
:is([data-testid="stPaginationPrev"], [data-testid="stPaginationNext"]) [data-testid="stIconMaterial"],
[data-testid="stDateInputCalendar"] button:is([slot="previous"], [slot="next"]) svg { transform: scaleX(-1); }
[data-testid="stToolbar"] > div > div:last-child { margin-left: 0 !important; margin-right: auto !important; }
.stApp input[role="combobox"] { text-align: right; }
[data-testid="stButtonGroup"] > div { padding-inline: 1px; }
[role="dialog"] > button:first-child { right: auto; left: 1.5rem; }
[role="dialog"] > h2 { padding-inline: 0 2.5rem; }
[data-variant="segmented_control"] { border-radius: 0 !important; border-width: 1px !important; }
[data-variant="segmented_control"]:not([data-selected]) { border-color: var(--x-line) !important; }
[data-variant="segmented_control"]:first-child { border-radius: 0 0.4rem 0.4rem 0 !important; }
[data-variant="segmented_control"]:last-child { border-radius: 0.4rem 0 0 0.4rem !important; }
"""


def apply(say: Words, *, dark: bool) -> None:
    """Write the style sheet into the page."""
    more = f':root {{ --x-more: "{say("app.more")}"; }}'
    st.html(f"<style>{_sheet()}{_colours(dark)}{more}{_MIRRORED if say.language == 'ar' else ''}</style>")


@cache
def _sheet() -> str:
    return resources.files("explore.app").joinpath("style.css").read_text(encoding="utf-8")


@cache
def _colours(dark: bool) -> str:
    palette = theme.palette(dark=dark)
    kinds: dict[str, str] = {kind: theme.entity_colour(kind, dark=dark) for kind in EntityType}
    kinds |= {channel: theme.channel_colour(channel, dark=dark) for channel in Channel}
    rules = "".join(f".{kind} {{ --c: {colour}; }}" for kind, colour in kinds.items())
    root = f"--x-line: {palette.grid}; --x-surface: {palette.surface}; --x-accent: {palette.accent};"
    return f":root {{ {root} }} {rules}"
