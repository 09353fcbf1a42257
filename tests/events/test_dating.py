"""Choose the date of an act. A sentence is a row of roles here, one word each: "speech date that act date"."""

import datetime as dt

import pytest

from explore.events.calendar import Calendar
from explore.events.dating import choose
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.moments import DateRead
from explore.model import Channel, Status

TODAY = dt.date(2019, 3, 14)
Told = tuple[str, tuple[dt.date, dt.date]]
MARCH = ("2019-03", (dt.date(2019, 3, 1), dt.date(2019, 3, 31)))
YEAR = ("2019", (dt.date(2019, 1, 1), dt.date(2019, 12, 31)))


def day(number: int) -> Told:
    told = dt.date(2019, 3, number)
    return told.isoformat(), (told, told)


def items(roles: str) -> list[Item]:
    return [Item(Role(role), place, place + 1) for place, role in enumerate(roles.split())]


def when(
    roles: str, act: int, dates: dict[int, Told], status: Status = Status.HAPPENED, words: dict[int, str] | None = None,
    bound: tuple[int, ...] = (),
) -> list[str | None]:  # fmt: skip
    """Return the dates chosen for the act at place *act*; *dates* and *words* stand at their places."""
    row = items(roles)
    spoken = [(words or {}).get(place, f"w{place}") for place in range(len(row))]
    reads = [
        DateRead(place, place + 1, value, days, why="", bound=place in bound) for place, (value, days) in dates.items()
    ]
    draft = Draft(Channel.MEETING, act, [], [], mutual=False, why=[])
    return [one.value for one in choose(draft, Calendar(row, reads), spoken, status, TODAY)]


def test_its_own_date() -> None:
    assert when("act group date", 0, {2: day(3)}) == ["2019-03-03"]
    assert when("date act group", 1, {0: day(3)}) == ["2019-03-03"]


def test_its_own_date_not_that_of_the_report() -> None:
    assert when("speech date that act date", 3, {1: day(13), 4: day(3)}) == ["2019-03-03"]


def test_its_own_date_not_that_of_the_next_act() -> None:
    assert when("act date boundary act date", 0, {1: day(3), 4: day(9)}) == ["2019-03-03"]
    assert when("act date boundary act date", 3, {1: day(3), 4: day(9)}) == ["2019-03-09"]


def test_the_more_precise_of_its_own() -> None:
    assert when("act date group date", 0, {1: MARCH, 3: day(3)}) == ["2019-03-03"]
    assert when("act date group date", 0, {1: YEAR, 3: MARCH}) == ["2019-03"]


def test_the_nearer_of_two_days() -> None:
    assert when("act date group date", 0, {1: day(3), 3: day(9)}) == ["2019-03-03"]


def test_the_date_of_the_report_for_what_happened() -> None:
    assert when("speech date that act", 3, {1: day(13)}) == ["2019-03-13"]


@pytest.mark.parametrize("status", [Status.PLANNED, Status.WISHED])
def test_a_plan_takes_no_day_that_is_past(status: Status) -> None:
    assert when("speech date that act", 3, {1: day(13)}, status) == [None]
    assert when("speech date that act", 3, {1: day(14)}, status) == [None]
    assert when("speech date that act", 3, {1: day(20)}, status) == ["2019-03-20"]


def test_since_when_is_not_when() -> None:
    assert when("act date", 0, {1: day(3)}, bound=(1,)) == [None]


def test_the_date_of_the_visit_during_which_it_happened() -> None:
    during = {2: "خلال"}
    assert when("act group preposition act date", 0, {4: MARCH}, words=during) == ["2019-03"]
    assert when("speech date that act group preposition act", 3, {1: day(13)}, words={5: "خلال"}) == ["2019-03-13"]


def test_two_dates_behind_one_act() -> None:
    assert when("act date date", 0, {1: day(3), 2: day(9)}, words={2: "و9"}) == ["2019-03-03", "2019-03-09"]
    assert when("act date word date", 0, {1: day(3), 3: day(9)}, words={2: "ثم"}) == ["2019-03-03", "2019-03-09"]
    assert when("act date date", 0, {1: day(3), 2: day(9)}) == ["2019-03-03"]


def test_no_date() -> None:
    assert when("act group", 0, {}) == [None]
    assert when("boundary act", 1, {}) == [None]


def test_a_date_that_waits_belongs_to_the_next_act() -> None:
    assert when("date act date boundary act", 1, {0: MARCH, 2: YEAR}) == ["2019-03"]
    assert when("date boundary act", 2, {0: day(3)}) == ["2019-03-03"]
