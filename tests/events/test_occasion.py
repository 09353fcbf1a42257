"""Tell what a letter was written for."""

import pytest

from explore.events.occasion import Occasions
from explore.knowledge import index
from explore.model import Occasion

PACKAGED = Occasions(index.default().tables.acts["occasion"])
OCCASIONS = Occasions({"condolence": ["تعزية"], "eid": ["عيد الفطر"], "anniversary": ["عيد", "ذكرى"], "other": []})


def find(text: str, first: int = 0, last: int | None = None) -> Occasion:
    words = text.split()
    return OCCASIONS.find(words, first, len(words) if last is None else last, (0, len(words)))


@pytest.mark.parametrize(
    ("words", "occasion"),
    [
        ("برقيه تعزيه", Occasion.CONDOLENCE),
        ("برقيه بتعزيه", Occasion.CONDOLENCE),
        ("برقيه وتعزيه", Occasion.CONDOLENCE),
        ("تعزيه اليه", Occasion.CONDOLENCE),
        ("بمناسبه عيد الفطر", Occasion.EID),
        ("بعيد الفطر", Occasion.EID),
        ("بمناسبه عيد الجلوس", Occasion.ANNIVERSARY),
        ("برقيه", Occasion.OTHER),
        ("", Occasion.OTHER),
    ],
)
def test_a_cue_with_or_without_attached_letters(words: str, occasion: Occasion) -> None:
    assert find(words) is occasion


@pytest.mark.parametrize("words", ["سعيد الفطره", "مواعيد", "الذكريات"])
def test_a_cue_inside_a_word_is_none(words: str) -> None:
    assert find(words) is Occasion.OTHER


def test_the_first_cue_of_the_table_wins() -> None:
    assert find("ذكري عيد الفطر تعزيه") is Occasion.CONDOLENCE
    assert find("ذكري عيد الفطر") is Occasion.EID


def test_the_clause_wins_over_the_sentence() -> None:
    assert find("تعزيه ثم بعث برقيه بعيد الفطر", first=2) is Occasion.EID
    assert find("تعزيه ثم بعث برقيه", first=2) is Occasion.CONDOLENCE


@pytest.mark.parametrize(("word", "greets"), [("تهنيه", True), ("وهنا", True), ("معايدته", True), ("رساله", False)])
def test_greetings_are_known(word: str, greets: bool) -> None:
    assert OCCASIONS.greets(["بعث", word]) is greets


def test_what_points_back() -> None:
    assert OCCASIONS.refers_back(["برقيه", "مماثله"])
    assert OCCASIONS.refers_back(["بهذه", "المناسبه"])
    assert not OCCASIONS.refers_back(["برقيه", "تهنيه"])


@pytest.mark.parametrize(
    ("words", "occasion"),
    [
        ("بالعام الجديد", Occasion.NEW_YEAR),
        ("بعيد الميلاد المجيد", Occasion.CHRISTMAS),
        ("باليوم الوطني", Occasion.NATIONAL_DAY),
        ("بحلول شهر رمضان", Occasion.RAMADAN),
        ("بعيد الاضحي", Occasion.EID),
        ("بفوزه في الانتخابات", Occasion.ELECTION),
        ("بتنصيبه", Occasion.INAUGURATION),
        ("بالشفاء العاجل", Occasion.RECOVERY),
        ("في ضحايا الزلزال", Occasion.CONDOLENCE),
        ("بعيد النصر", Occasion.VICTORY),
        ("بذكري جلوسه", Occasion.ANNIVERSARY),
        ("يدعوه الي القمه", Occasion.INVITATION),
        # Of two that stand in one greeting, the table's order decides.
        ("بعيد الميلاد وراس السنه", Occasion.NEW_YEAR),
        ("بذكري الاستقلال", Occasion.NATIONAL_DAY),
        ("بضحايا الهجوم في عيد الفطر", Occasion.CONDOLENCE),
        ("بالذكري السبعين للنصر", Occasion.VICTORY),
    ],
)
def test_the_packaged_table(words: str, occasion: Occasion) -> None:
    row = words.split()
    assert PACKAGED.find(row, 0, len(row), (0, len(row))) is occasion


def test_every_occasion_of_the_table_is_one() -> None:
    assert {Occasion(name) for name in index.default().tables.acts["occasion"]} == set(Occasion)
