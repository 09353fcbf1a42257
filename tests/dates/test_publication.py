"""Infer the day of made-up articles."""

import datetime as dt

import pytest

from explore.dates import find, publication, resolve
from explore.text.tokens import tokenize


def infer(text, metadata=None, **more):
    tokens = tokenize(text)
    return publication.infer(tokens, find.find(tokens), metadata, **more)


def test_metadata_wins():
    found = infer("قال اليوم الأحد 30 ديسمبر 2018 إنه", "2019-01-02T10:00:00Z")
    assert (found.value, found.day, found.basis) == ("2019-01-02", dt.date(2019, 1, 2), "told by the file")


def test_metadata_may_name_a_month():
    found = infer("قال أمس إنه", "2019-01")
    assert (found.value, found.day) == ("2019-01", None)


@pytest.mark.parametrize("metadata", ["", "yesterday", "2019-13-40", "12"])
def test_metadata_that_is_no_date_is_passed_over(metadata):
    assert infer("لا تاريخ هنا", metadata).basis != "told by the file"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("تونس 7 أوت 2021 (وات) - تحادث", "2021-08-07"),
        ("جدة - واس - الجمعة 1 شوال 1444هـ الموافق 21 أبريل 2023م\nتلقى", "2023-04-21"),
        ("افتتح أمس الجمعة 30 نوفمبر 2018 معرضا", "2018-12-01"),
        ("يلتقيان غدا السبت 9 مايو 2020 في", "2020-05-08"),
        ("الكويت - 2 - 12 (كونا) -- بعث اليوم الأحد برقية، وفي عام 2018 أيضا", "2018-12-02"),
        ("الدوحة في 19 يناير /قنا/ تلقى اليوم رسالة. ومن المقرر أن يشارك في قمة فبراير 2022.", "2022-01-19"),
        ("أقيمت في أنقرة، الأربعاء 24 نوفمبر/تشرين الثاني، مراسم. وسترد الزيارة في فبراير 2022.", "2021-11-24"),
        ("قال اليوم السبت إنه أصيب. وكان قد أعلن الجمعة 2 أكتوبر 2020 ذلك.", "2020-10-03"),
        ("في 24 يوليو 1923 وقعت المعاهدة. وتمر الذكرى المئوية اليوم الاثنين بلا احتفال.", "2023-07-24"),
        ("الرئيسية\nرياضة\nآخر تحديث:   الثلاثاء, 5 يناير/ كانون الثاني, 2010, 14:58 GMT\nأجرى الوزير", "2010-01-05"),
        ("الأحد، 13 كانون الأول/ديسمبر 2009، آخر تحديث 12:00 (GMT+0400)\nزار الرئيس", "2009-12-13"),
        ("صحف: لقاء مرتقب\n2300 (GMT+04:00) - 02/09/09\nقال", "2009-09-02"),
        ("هنأ الأحد نظيره بالعام الجديد، متمنيا الخير في عام 2020.", "2019-12-29"),
        (
            "اللقاء المقرر الجمعة مهم، وسيعقد الجمعة المقبل. قال الثلاثاء إنه سيأتي الجمعة، "
            "والموعد المقرر يوم 15 أغسطس، وهو الأول منذ عام 2015.",
            "2025-08-12",
        ),
    ],
)
def test_the_text_settles_the_day(text, value):
    assert infer(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "قال أمس إنه",
        "قال الثلاثاء إنه التقى به مساء الاثنين",
        "بيعت 12/10/09 قطعة في المزاد - 02/09/09",
        "قال الثلاثاء إن الزلزال وقع فجر الاثنين 6 فبراير",
        "في عام 2011 اندلعت",
        "",
    ],
)
def test_what_the_text_leaves_open_stays_open(text):
    found = infer(text)
    assert (found.value, found.day) == (None, None)


def test_a_guess_is_flagged_and_so_is_what_hangs_on_it():
    text = "أعلن الأحد أن رسالة وصلت. وكانا قد وقعا في العاشر من مارس 2023 اتفاقا."
    tokens = tokenize(text)
    mentions = find.find(tokens)
    published = publication.infer(tokens, mentions, None)
    assert published.value == "2023-03-19?"
    assert [mention.value for mention in resolve.resolve(mentions, published)] == ["2023-03-19?", "2023-03-10"]


def test_a_dateline_that_contradicts_its_weekday_is_flagged():
    assert infer("الرياض، الجمعة 30 ديسمبر 2018 (واس) - بعث").value == "2018-12-30?"


def test_a_year_may_be_all_that_is_settled():
    found = infer("قال إن هذا العام 2024 كان صعبا")
    assert (found.value, found.day) == ("2024", None)


def test_dates_are_settled_within_a_known_month():
    tokens = tokenize("في العام الماضي وفي 30 ديسمبر وأمس")
    mentions = find.find(tokens)
    published = publication.infer(tokens, mentions, "2018-12")
    assert [mention.value for mention in resolve.resolve(mentions, published)] == ["2017", "2018-12-30", None]


def test_what_is_known_beside_the_dates_may_decide():
    text = "قال الثلاثاء إن الزلزال وقع فجر الاثنين 6 فبراير"
    found = infer(text, known=lambda day: 4.0 if day.year == 2023 else -4.0)
    assert found.value == "2023-02-07?"
