"""Let a surname mean whom the article has named in full."""

import pytest

from explore.entities import surnames
from explore.entities.phrase import Name, Phrase
from explore.entities.scan import scan
from explore.knowledge import index, lexicon
from explore.model import Article
from explore.reading import default
from explore.text.tokens import tokenize


def collect(text: str, *names: tuple[int, int, str | None]) -> dict[str, list[str]]:
    """Return the surnames of *text*, in which people are named from one word up to another, with who bear them."""
    phrases = [Phrase(first, last, name=Name(first, last, person)) for first, last, person in names]
    found = surnames.collect(tokenize(text), phrases, index.default().tables.people)
    return {surname: bearers.people for surname, bearers in found.items()}


def borne(surname: str, person: str) -> dict[str, surnames.Bearers]:
    bearers = surnames.Bearers()
    bearers.add(0, person)
    return {surname: bearers}


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("سامح شكري", "sameh-shoukry", {"شكري": ["sameh-shoukry"]}),
        ("باكاري ساماكي", None, {"ساماكي": ["name:باكاري ساماكي"]}),
        ("مون جاي إن", "moon-jae-in", {"مون": ["moon-jae-in"]}),
        ("شي جين بينغ", "xi-jinping", {}),
        ("تميم بن حمد", "tamim-bin-hamad-al-thani", {}),
        ("باكاري سلام", None, {}),
        ("بوتين", "vladimir-putin", {}),
    ],
)
def test_full_names_give_their_surname(text: str, person: str | None, found: dict[str, list[str]]) -> None:
    assert collect(text, (0, len(text.split()), person)) == found


def test_a_surname_of_two_people_means_the_last_one_named_before_it() -> None:
    bearers = surnames.Bearers()
    bearers.add(0, "sameh-shoukry")
    bearers.add(9, "somebody")
    bearers.add(20, "sameh-shoukry")
    assert [bearers.at(place) for place in (0, 5, 12, 30)] == [None, "sameh-shoukry", "somebody", "sameh-shoukry"]


def test_a_known_bearer_goes_before_others_once_named() -> None:
    bearers = surnames.Bearers()
    bearers.add(0, "somebody")
    bearers.add(9, "sameh-shoukry")
    assert [bearers.at(place, "sameh-shoukry") for place in (5, 12)] == ["somebody", "sameh-shoukry"]


def test_a_surname_of_one_person_means_that_person_everywhere() -> None:
    bearers = surnames.Bearers()
    bearers.add(9, "somebody")
    bearers.add(20, "somebody")
    assert bearers.at(0) == "somebody"


def test_who_is_named() -> None:
    tokens = tokenize("باكاري ساماكي")
    assert surnames.identify(tokens, Phrase(0, 2, name=Name(0, 2, "x"))) == "x"
    assert surnames.identify(tokens, Phrase(0, 2, name=Name(0, 2, None))) == "name:باكاري ساماكي"
    assert surnames.identify(tokens, Phrase(0, 2)) is None


@pytest.mark.parametrize(("word", "clitic"), [("دومبيا", ""), ("ودومبيا", "و"), ("لدومبيا", "ل"), ("وبدومبيا", "وب")])
def test_a_hit_is_added_where_the_surname_stands_alone(word: str, clitic: str) -> None:
    scanned = scan(tokenize(f"قال {word} ذلك"), lexicon.default())
    assert surnames.inject(scanned, borne("دومبيا", "somebody"), [])
    assert (scanned.hits[1][0].clitic, scanned.hits[1][0].senses[0].key) == (clitic, "somebody")


def test_nothing_is_added_to_a_phrase_that_stands() -> None:
    scanned = scan(tokenize("قال دومبيا ذلك"), lexicon.default())
    assert not surnames.inject(scanned, borne("دومبيا", "somebody"), [Phrase(1, 2)])
    assert not surnames.inject(scanned, borne("ساماكي", "somebody"), [])
    assert not surnames.inject(scanned, {}, [])


def people(text: str) -> list[str | None]:
    read = default().read(Article("a", "", 1, "", text, "", published="2019-03-14"))
    return [one.entity_id for one in read.mentions if one.type.value == "PER"]


def test_the_article_decides_whom_a_short_name_means() -> None:
    assert people("قال رئيس الوزراء البريطاني بوريس جونسون ذلك. وأضاف جونسون.") == ["boris-johnson"] * 2
    assert people("قال رئيس مجلس النواب الأميركي مايك جونسون ذلك. وأضاف جونسون.") == ["mike-johnson"] * 2


def test_a_surname_before_the_full_name_is_understood() -> None:
    assert people("شكري: لا جديد. وقال وزير الخارجية المصري سامح شكري ذلك.") == ["sameh-shoukry"] * 2
