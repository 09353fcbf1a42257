"""Words around a plot."""

import pytest

from explore.charts import theme
from explore.export import plot_text
from explore.export.plot_axes import Room
from explore.export.plot_text import Manner

MANNER = Manner(16.0, False, 0.0, 900.0, 0.0, "#ffffff", "#000000")


@pytest.mark.parametrize(("width", "said"), [(900, ["first note · second"]), (100, ["first note", "second"])])
def test_notes_take_as_few_lines_as_hold_them_whole(width, said):
    layout = {"annotations": [theme.footnote("first note<br>second", "en", theme.LIGHT)]}
    shapes, _ = plot_text.notes(layout, Room(0, 0, width, 300), MANNER)
    assert [shape.text for shape in shapes] == said
