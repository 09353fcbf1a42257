"""What cards and hover texts say."""

import pytest

from explore.app import tell
from explore.app.words import Words
from explore.model import (
    Actor,
    Channel,
    EntityType,
    Event,
    Mention,
    Occasion,
    Precision,
    Span,
    Status,
)

PUTIN = Actor("vladimir-putin", "Vladimir Putin", "فلاديمير بوتين", EntityType.PER, "RUS", "president")
TRUMP = Actor("donald-trump", "Donald Trump", "دونالد ترامب", EntityType.PER, "USA", "president")


def event(**changes):
    values = {
        "event_id": "000/1", "communication_id": "c", "article_id": "000", "channel": Channel.LETTER,
        "occasion": Occasion.NEW_YEAR, "status": Status.HAPPENED, "mutual": False, "sender": PUTIN, "recipient": TRUMP,
        "date": "2018-12-30", "date_start": "2018-12-30", "date_end": "2018-12-30", "date_precision": Precision.DAY,
        "date_basis": "", "place": "Moscow", "trigger": Span(0, 1), "evidence": Span(0, 1), "confidence": 0.9,
        "cameo": "051", "plover": "SUPPORT", "why": "",
    }  # fmt: skip
    return Event(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "language", "said"),
    [
        ({}, "ar", "رسالة من فلاديمير بوتين إلى دونالد ترامب"),
        ({}, "en", "Letter from Vladimir Putin to Donald Trump"),
        ({"mutual": True, "channel": Channel.MEETING}, "ar", "لقاء بين فلاديمير بوتين ودونالد ترامب"),
        ({"recipient": None, "channel": Channel.STATEMENT}, "en", "Statement from Vladimir Putin"),
    ],
)
def test_event(changes, language, said):
    assert tell.event(event(**changes), language) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "30 December 2018"),
        ({"date": "2018-12-29?", "date_start": "2018-12-29", "date_end": "2018-12-29"}, "29 December 2018 (?)"),
        ({"date": "2018-06", "date_start": "2018-06-01", "date_end": "2018-06-30"}, "June 2018"),
        ({"date": None, "date_start": None, "date_end": None}, "date unknown"),
    ],
)
def test_date(changes, said):
    assert tell.date(event(**changes), Words("en")) == said


@pytest.mark.parametrize(
    ("channel", "status", "said"),
    [
        (Channel.MEETING, Status.HAPPENED, "تم"),
        (Channel.AGREEMENT, Status.CANCELLED, "ملغى"),
        (Channel.STATEMENT, Status.DENIED, "منفي"),
        (Channel.VISIT, Status.WISHED, "مأمولة"),
        (Channel.CALL, Status.PLANNED, "مخططة"),
        (Channel.TALKS, Status.HAPPENED, "تمت"),
    ],
)
def test_the_status_agrees_with_the_noun_of_the_channel(channel, status, said):
    assert said in tell.facts(event(channel=channel, status=status), Words("ar"), None)


@pytest.mark.parametrize(
    ("channel", "mutual", "english", "arabic"),
    [
        ("visit", False, "Visit by Putin to the United States", "زيارة بوتين إلى الولايات المتحدة"),
        ("call", False, "Call from Putin to the United States", "مكالمة هاتفية من بوتين إلى الولايات المتحدة"),
        ("meeting", True, "Meeting between Putin and the United States", "لقاء بين بوتين والولايات المتحدة"),
    ],
)
def test_what_passed_between_two_is_said_as_people_say_it(channel, mutual, english, arabic):
    assert tell.communication(channel, "Putin", "United States", "en", mutual=mutual) == english
    assert tell.communication(channel, "بوتين", "الولايات المتحدة", "ar", mutual=mutual) == arabic


def test_facts_leave_out_what_is_not_known():
    assert tell.facts(event(), Words("ar"), "موسكو") == ["30 ديسمبر 2018", "تمت", "رأس السنة", "في موسكو"]
    assert tell.facts(event(occasion=None), Words("en"), None) == ["30 December 2018", "happened"]


def test_mention_says_who_in_both_languages_office_and_why():
    found = Mention(
        "m", 0, 5, "بوتين", EntityType.PER, "p", "Vladimir Putin", "فلاديمير بوتين", "RUS", "president", None, "surname"
    )
    assert tell.mention(found, Words("ar")) == "فلاديمير بوتين · Vladimir Putin\nرئيس · روسيا\nsurname"


def test_a_mention_of_nobody_known_says_what_it_is():
    found = Mention("m", 0, 5, "زيد", EntityType.PER, None, None, None, None, None, None, "")
    assert tell.mention(found, Words("en")) == "Person"


def test_title_of_an_untitled_article_is_its_first_words():
    assert tell.title("", "كلمة " * 20).endswith("…")
    assert tell.title("عنوان", "نص") == "عنوان"
