import datetime as dt

import pytest

from benchmarks.synthetic import generate
from explore.filters import NONE, Choice, Selection
from explore.sentence import sentence

CORPUS = generate(400)
LETTERS = Choice(("letter",))
PUTIN = Choice(("vladimir-putin",))
YEARS = (dt.date(2018, 1, 1), dt.date(2021, 12, 31))


@pytest.mark.parametrize(
    ("selection", "n", "arabic", "english"),
    [
        (Selection(), 0, "لا عمليات تواصل", "no communications"),
        (Selection(), 2, "عمليتا تواصل", "2 communications"),
        (
            Selection(*YEARS, channel=LETTERS, sender=PUTIN),
            12,
            "12 رسالة وبرقية من فلاديمير بوتين، 2018–2021",
            "12 letters and telegrams from Vladimir Putin, 2018–2021",
        ),
        (
            Selection(channel=LETTERS, sender=PUTIN, recipient=Choice(("donald-trump", NONE)), confidence=0.5),
            3,
            "3 رسائل وبرقيات من فلاديمير بوتين إلى دونالد ترامب أو عموم الجمهور، بثقة لا تقل عن 0.5",
            "3 letters and telegrams from Vladimir Putin to Donald Trump or the public, confidence at least 0.5",
        ),
        (
            Selection(sender_country=Choice(("gcc-members",)), country=Choice((), ("EGY", "nato-members"))),
            7,
            "7 عمليات تواصل من دول مجلس التعاون الخليجي، عدا ما يخص مصر أو دول حلف شمال الأطلسي",
            "7 communications from GCC states, without Egypt or NATO states on either side",
        ),
        (
            Selection(country=Choice((), ("RUS",)), words=Choice(("{عيد}",)), first=dt.date(2019, 3, 5)),
            1,
            "عملية تواصل واحدة، يرد «{عيد}» في مقالها، عدا ما يخص روسيا، منذ 5 مارس 2019",
            "1 communication, in articles that say “{عيد}”, without Russia on either side, since 5 March 2019",
        ),
    ],
)
def test_a_selection_is_said_in_both_languages(selection, n, arabic, english):
    assert sentence(selection, n, "ar", CORPUS) == arabic
    assert sentence(selection, n, "en", CORPUS) == english
