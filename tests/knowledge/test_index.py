"""Check who held which office on which day."""

import datetime as dt

import pytest

from explore.knowledge import index
from explore.knowledge.index import Index


@pytest.fixture(scope="module")
def packaged() -> Index:
    return index.default()


@pytest.mark.parametrize(
    ("office", "of", "day", "holder"),
    [
        ("president", "USA", "2017-01-19", "barack-obama"),
        ("president", "USA", "2017-01-20", "donald-trump"),
        ("president", "USA", "2018-12-30", "donald-trump"),
        ("president", "USA", "2021-06-01", "joe-biden"),
        ("president", "USA", "2025-01-20", "donald-trump"),
        ("president", "USA", "2025-02-01", "donald-trump"),
        ("president", "RUS", "2018-12-30", "vladimir-putin"),
        ("president", "FRA", "2017-05-13", "francois-hollande"),
        ("president", "FRA", "2017-05-14", "emmanuel-macron"),
        ("prime_minister", "GBR", "2019-07-23", "theresa-may"),
        ("prime_minister", "GBR", "2019-07-24", "boris-johnson"),
        ("prime_minister", "GBR", "2022-09-06", "liz-truss"),
        ("prime_minister", "GBR", "2022-10-25", "rishi-sunak"),
        ("emir", "KWT", "2020-09-28", "sabah-al-ahmad-al-jaber-al-sabah"),
        ("emir", "KWT", "2020-09-29", "nawaf-al-ahmad-al-jaber-al-sabah"),
        ("sultan", "OMN", "2020-01-09", "qaboos-bin-said"),
        ("sultan", "OMN", "2020-01-11", "haitham-bin-tariq"),
        ("foreign_minister", "SAU", "2019-10-24", "faisal-bin-farhan-al-saud"),
        ("crown_prince", "SAU", "2017-06-20", "mohammed-bin-nayef"),
        ("crown_prince", "SAU", "2017-06-22", "mohammed-bin-salman"),
        ("secretary_general", "united-nations", "2016-12-31", "ban-ki-moon"),
        ("secretary_general", "united-nations", "2017-01-01", "antonio-guterres"),
        ("president", "LBN", "2016-06-01", None),
        ("president", "LBN", "2024-06-01", None),
        ("king", "FRA", "2020-01-01", None),
    ],
)
def test_holder(packaged: Index, office: str, of: str, day: str, holder: str | None) -> None:
    person = packaged.holder(office, of, dt.date.fromisoformat(day), dt.date.fromisoformat(day))
    assert (person.key if person else None) == holder


def test_a_span_over_a_handover_means_who_was_there_on_its_first_day(packaged: Index) -> None:
    person = packaged.holder("president", "USA", dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert person is not None
    assert person.key == "donald-trump"


def test_nobody_without_a_day(packaged: Index) -> None:
    assert packaged.holder("president", "USA", None, None) is None


@pytest.mark.parametrize(
    ("state", "day", "leader"),
    [
        ("SAU", "2018-06-01", "salman-of-saudi-arabia"),
        ("QAT", "2018-06-01", "tamim-bin-hamad-al-thani"),
        ("IRN", "2018-06-01", "hassan-rouhani"),
        ("JPN", "2019-05-02", "naruhito"),
        ("DEU", "2018-06-01", "frank-walter-steinmeier"),
        ("SDN", "2021-06-01", "abdel-fattah-al-burhan"),
    ],
)
def test_leader(packaged: Index, state: str, day: str, leader: str) -> None:
    person = packaged.leader(state, dt.date.fromisoformat(day), dt.date.fromisoformat(day))
    assert person is not None
    assert person.key == leader


def test_the_head_of_an_organisation_by_any_title(packaged: Index) -> None:
    day = dt.date(2022, 3, 1)
    person = packaged.head("iaea", "president", day, day)
    assert person is not None
    assert person.key == "rafael-grossi"


def test_the_highest_office_of_a_day(packaged: Index) -> None:
    person = packaged.tables.people["mohammed-bin-salman"]
    assert packaged.office_of(person, dt.date(2019, 1, 1), dt.date(2019, 1, 1)) == "crown_prince"
    assert packaged.office_of(person, None, None) is None


def test_capital_names_are_folded(packaged: Index) -> None:
    assert "القاهره" in packaged.capital_names("EGY")
