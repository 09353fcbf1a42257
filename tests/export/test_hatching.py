"""The strokes of hatched areas."""

import pytest

from explore.export.hatching import strokes
from explore.export.shapes import Hatch


@pytest.mark.parametrize(("wide", "high"), [(1, 1), (3, 40), (11, 7), (60, 60)])
def test_an_area_has_a_dot_in_its_middle_and_none_outside(wide, high):
    ring = [(5.0, 5.0), (5.0 + wide, 5.0), (5.0 + wide, 5.0 + high), (5.0, 5.0 + high)]
    dots = [start for start, _ in strokes([ring], Hatch(".", "#000000", spacing=6.0))]
    assert (5 + wide / 2, 5 + high / 2) in dots
    assert all(5 <= x <= 5 + wide and 5 <= y <= 5 + high for x, y in dots)
    assert len(dots) >= (wide // 6) * (high // 6)
