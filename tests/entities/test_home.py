"""Tell which state an article speaks from."""

import pytest

from explore.entities import home
from explore.entities.phrase import Phrase
from explore.knowledge import index
from explore.text.tokens import tokenize

KUWAIT = Phrase(0, 1, state_keys=["KWT"])
CAIRO = Phrase(0, 1, state_keys=["EGY"], capital=True)
KUNA = Phrase(2, 3, organisation="kuna")
REUTERS = Phrase(2, 3, organisation="reuters")


def find(text: str, *phrases: Phrase, named: tuple[str, ...] = ()) -> str | None:
    return home.find(tokenize(text), phrases, index.default(), set(named))


@pytest.mark.parametrize(
    ("text", "phrases", "country"),
    [
        ("الكويت (كونا) - قال أمير البلاد ذلك", (KUWAIT, KUNA), "KWT"),
        ("القاهرة (كونا) - قال الرئيس ذلك", (CAIRO, KUNA), "KWT"),
        ("القاهرة (رويترز) - قال الرئيس ذلك", (CAIRO, REUTERS), "EGY"),
        ("القاهرة - قال الرئيس ذلك", (CAIRO,), "EGY"),
        ("القاهرة : قال الرئيس ذلك", (CAIRO,), "EGY"),
    ],
)
def test_the_dateline_and_its_agency(text: str, phrases: tuple[Phrase, ...], country: str) -> None:
    assert find(text, *phrases) == country


def test_an_agency_at_the_end() -> None:
    words = "ذلك " * 40
    last = 41
    assert find(f"{words}(كونا)", Phrase(last, last + 1, organisation="kuna")) == "KWT"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("", ()),
        ("قال الرئيس ذلك", ()),
        ("القاهرة قال الرئيس ذلك اليوم", (CAIRO,)),
        ("قالت وكالة كونا ذلك اليوم", (KUNA,)),
        ("قالت وكالة (رويترز) ذلك اليوم", (Phrase(3, 4, organisation="reuters"),)),
    ],
)
def test_what_does_not_tell(text: str, phrases: tuple[Phrase, ...]) -> None:
    assert find(text, *phrases) is None


def test_without_a_dateline_most_people_tell() -> None:
    assert find("", named=("hassan-rouhani", "mohammad-javad-zarif", "vladimir-putin")) == "IRN"
    assert find("", named=("hassan-rouhani", "vladimir-putin")) is None
    assert find("القاهرة - قال", CAIRO, named=("hassan-rouhani",)) == "EGY"
