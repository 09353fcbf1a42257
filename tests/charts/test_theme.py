import itertools
import json
from functools import partial

import numpy as np
import plotly.graph_objects as go
import pytest

from benchmarks.synthetic import generate
from explore.charts import calendar, chord, matrix, pulse, theme, timeline
from explore.model import Channel, EntityType

THEMES = pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])

# What a red- or green-blind eye makes of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
BLIND = {
    "none": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colour, eye):
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(np.maximum(XYZ @ np.clip(BLIND[eye] @ linear, 0, 1) / WHITE, 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@THEMES
def test_text_is_readable(colours):
    for ground in (colours.background, colours.surface):
        assert theme.contrast(colours.text, ground) >= 7
        assert theme.contrast(colours.muted, ground) >= 4.5


@THEMES
def test_every_mark_stands_out_from_the_ground(colours):
    marks = (*colours.actors, *colours.channels.values(), *colours.entities.values(), colours.accent, colours.neutral)
    assert min(theme.contrast(mark, colours.background) for mark in marks) >= 3


@THEMES
@pytest.mark.parametrize("eye", BLIND)
def test_channels_and_actors_can_be_told_apart_by_any_eye(colours, eye):
    for hues, least in ((colours.channels.values(), 16), (colours.actors, 11)):
        pairs = itertools.combinations(hues, 2)
        assert min(np.linalg.norm(lab(one, eye) - lab(other, eye)) for one, other in pairs) >= least


@THEMES
def test_every_channel_and_kind_of_entity_has_its_own_colour(colours):
    assert set(colours.channels) == set(map(str, Channel))
    assert set(colours.entities) == set(map(str, EntityType))
    assert len({*colours.actors}) == 12


def test_only_arabic_lines_are_wrapped():
    assert theme.shown("a<br>b", "en") == "a<br>b"
    wrapped = theme.shown("من <b>بوتين</b><br>2018", "ar")
    assert [line[0] + line[-1] for line in wrapped.split("<br>")] == ["\u2067\u2069"] * 2


def test_long_names_are_cut_at_a_space():
    assert theme.clipped("Sabah Al-Ahmad Al-Jaber", 16) == "Sabah Al-Ahmad…"
    assert theme.clipped("Putin", 16) == "Putin"


DRAWN = {
    "timeline": timeline.figure,
    "people": partial(timeline.figure, lanes="person"),
    "calendar": calendar.figure,
    "pulse": pulse.figure,
    "chord": chord.figure,
    "matrix": matrix.figure,
}


@pytest.mark.parametrize("n", [0, 1, 40, 5000])
@pytest.mark.parametrize("chart", DRAWN)
def test_plotly_finds_nothing_wrong_with_a_figure_and_nothing_to_change(chart, n):
    figure = DRAWN[chart](generate(n).events, language="ar")
    sent, checked = (json.loads(made.to_json()) for made in (figure, go.Figure(figure.to_dict())))
    for made in (sent, checked):
        made["layout"].setdefault("annotations", [])
    assert sent == checked
