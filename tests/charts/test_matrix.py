"""The matrix of senders and recipients."""

import pytest

from benchmarks.synthetic import generate
from explore.charts import matrix, theme


@pytest.mark.parametrize("dark", [False, True])
def test_the_number_in_a_cell_is_readable_however_deep_its_colour(dark):
    cells = matrix.figure(generate(5000).events, language="en", dark=dark).data[0]
    contrasts = [theme.contrast(*pair) for pair in zip(cells.textfont.color, cells.marker.color, strict=True)]
    assert len(set(cells.marker.color)) > 20
    assert min(contrasts) >= 4.5
