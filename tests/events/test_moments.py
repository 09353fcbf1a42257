"""Hold when an act was."""

import datetime as dt

import pytest

from explore.events.moments import UNKNOWN, When, of_lead, precision
from explore.model import Precision

TODAY = dt.date(2019, 3, 14)


def test_the_day_of_the_lead_is_doubtful() -> None:
    told = of_lead(TODAY)
    assert (told.value, told.days) == ("2019-03-14?", (TODAY, TODAY))
    assert of_lead(None) == UNKNOWN


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-03-14", Precision.DAY),
        ("2019-03-14?", Precision.DAY),
        ("2019-03-14/2019-03-16", Precision.RANGE),
        ("2019-03", Precision.MONTH),
        ("2019-03~", Precision.MONTH),
        ("2019", Precision.YEAR),
        (None, Precision.UNKNOWN),
    ],
)
def test_how_exactly_a_date_is_known(value: str | None, expected: Precision) -> None:
    assert precision(When(value, (TODAY, TODAY), "")) is expected


def test_a_date_without_days_is_unknown() -> None:
    assert precision(When("2019", None, "")) is Precision.UNKNOWN
