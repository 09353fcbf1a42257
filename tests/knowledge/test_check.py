"""Check the checker: the packaged tables have no fault, and every planted one is found."""

import datetime as dt
from typing import Any

import pytest

from explore.knowledge.check import check
from explore.knowledge.tables import parse, read_sources

Files = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def files() -> Files:
    return parse(read_sources())


def person(**fields: Any) -> dict[str, Any]:
    return {"name_en": "X", "name_ar": "كشتبان المزروع", **fields}


PEOPLE = {
    "far": person(country="ZZZ"),
    "vladimir-putin": person(),
    "nobody": person(country="EGY", terms=["juggler 2016/.."]),
    "nowhere": person(terms=["king@narnia 2016/.."]),
    "stateless": person(terms=["king 2016/.."]),
    "backwards": person(country="EGY", terms=["minister 2018/2016"]),
    "rival": person(country="USA", terms=["president 2018-01-01/2018-03-01"]),
    "old": person(country="ATA", terms=["president 2010/2017-01-05"]),
    "new": person(country="ATA", terms=["president 2018-01-05/.."]),
    "trump-again": person(short=["ترامب"]),
    "namesake": person(names=["فلاديمير بوتين"]),
    "minister": person(short=["رئيس"]),
    "word": person(short=["الحرية"]),
    "tiny": person(short=["مي"]),
    "single": person(names=["رئيس"]),
    "blank": person(names=["ــ"]),
    "twice": person(names=["كشتبان", "كشتبان الأحمر", "كشتبان الاحمر"]),
    "junk": person(names=["كشتبان Smith"]),
    "titled": person(names=["الملك كشتبان المزروع", "كشتبان المزروع الأول"]),
}
FAULTS = [
    "people/zz.toml: [far]: country 'ZZZ' is not in countries.toml; correct the code",
    "people/zz.toml: [vladimir-putin]: stands in people/eurasia.toml too; keep one entry",
    "people/zz.toml: [nobody]: office 'juggler' is not in offices.toml; correct the key or add the office",
    "people/zz.toml: [nowhere]: 'narnia' is neither a state nor an organisation of the tables; correct the key",
    "people/zz.toml: [stateless]: term 'king 2016/..' is of nothing; add a country or an @organisation",
    "people/zz.toml: [backwards]: term 'minister 2018/2016' ends before it begins; correct the days",
    "people/zz.toml: [rival]: 'president 2018-01-01/2018-03-01' overlaps 'president 2017-01-20/2021-01-20' of "
    "[donald-trump] by 59 days; correct the days, or add the pair to reviewed.toml with its reason",
    "people/zz.toml: [trump-again]: short 'ترامب' is a name of [donald-trump] too; write it in full, or move the short "
    "one to weak",
    "people/zz.toml: [new]: no head of state of ATA is known between 'president 2010/2017-01-05' of [old] and "
    "'president 2018-01-05/..'; add the holder, or the vacancy to reviewed.toml with its reason",
    "people/zz.toml: [namesake]: names 'فلاديمير بوتين' is a name of [vladimir-putin] too; write it in full, or move "
    "the short one to weak",
    "people/zz.toml: [minister]: 'رييس' is also a name of kind office; move it to weak",
    "people/zz.toml: [word]: 'الحريه' is a common word (vocabulary.toml); move it to weak",
    "people/zz.toml: [tiny]: 'مي' is too short to count alone; drop it or move it to weak",
    "people/zz.toml: [single]: 'رييس' is also a name of kind office; move it to weak",
    "people/zz.toml: [blank]: names has an empty name 'ــ'; drop it",
    "people/zz.toml: [twice]: 'كشتبان الاحمر' stands twice in name_ar and names (folding makes them equal); drop one",
    "people/zz.toml: [junk]: 'كشتبان Smith' is not in Arabic letters; correct or drop it",
    "people/zz.toml: [titled]: 'الملك كشتبان المزروع' is 'كشتبان المزروع' with a title; drop it",
    "countries.toml: [QQQ]: shares the name 'روسيا' with [RUS]; keep it in one of them",
    "organisations.toml: [club]: kind 'guild' is none of agency, bloc, body, club, company, ministry, movement, "
    "outlet, palace, platform; correct it",
    "organisations.toml: [club]: stands_for 'ZZZ' is not in countries.toml; correct the code",
    "blocs.toml: [odd-members]: member 'ZZZ' is not in countries.toml; correct the code",
    "blocs.toml: [odd-members]: 'FRA' has a day and is no member; add the member or drop the day",
    "blocs.toml: [odd-members]: 'GBR' left before it joined; correct the days",
    "reviewed.toml: [shared]: 'نكره' does not occur; drop it",
]


@pytest.fixture(scope="module")
def found(files: Files) -> list[str]:
    club = {"name_en": "Club", "names": ["نادي الكشتبان"], "kind": "guild", "stands_for": "ZZZ"}
    since, until = {"FRA": dt.date(2018, 1, 1), "GBR": dt.date(2019, 1, 1)}, {"GBR": dt.date(2018, 1, 1)}
    odd = {"name_en": "Odd", "name_ar": "أضداد", "members": ["ZZZ", "GBR"], "since": since, "until": until}
    review = files["reviewed.toml"]
    return check(
        {
            **files,
            "people/zz.toml": PEOPLE,
            "countries.toml": {**files["countries.toml"], "QQQ": {"name_en": "Q", "names": ["روسيا"]}},
            "organisations.toml": {**files["organisations.toml"], "club": club},
            "blocs.toml": {**files["blocs.toml"], "odd-members": odd},
            "reviewed.toml": {**review, "shared": [*review["shared"], {"name": "نكرة", "reason": "none"}]},
        }
    )


def test_the_packaged_tables_have_no_fault() -> None:
    assert check() == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.split("]")[0].rpartition("[")[2])
def test_planted_faults_are_found(found: list[str], fault: str) -> None:
    assert fault in found


def test_what_is_missing_is_told_alone(files: Files) -> None:
    found = check({**files, "people/zz.toml": {"x": {"name_en": "X"}}})
    assert found == ["people/zz.toml: [x]: lacks name_ar; add it"]


def test_a_day_that_cannot_be_read_is_told(files: Files) -> None:
    (found,) = check({**files, "people/zz.toml": {"x": person(country="EGY", terms=["king 2016-13/.."])}})
    assert found.startswith("people/zz.toml: [x]: month must be in 1..12")
