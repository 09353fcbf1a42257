"""Check how the people of the tables vote on the Latin spelling of the words of names."""

from typing import Any

import pytest

from explore.knowledge.latin import latin_units, learn, unit_key, units
from explore.knowledge.tables import parse, read_sources

Files = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def packaged() -> Files:
    return parse(read_sources())


def people(*names: tuple[str, str]) -> dict[str, Any]:
    """Return a table of people of these English and Arabic names."""
    return {str(n): {"name_en": english, "name_ar": arabic} for n, (english, arabic) in enumerate(names)}


@pytest.mark.parametrize(
    ("english", "arabic", "word", "latin"),
    [
        pytest.param("Osama Haddad", "أسامة حداد", "اسامه", "Osama", id="word by word"),
        pytest.param(
            "Abdel Fattah el-Sisi", "عبد الفتاح السيسي", "عبدالفتاح", "Abdel Fattah", id="two words on both sides"
        ),
        pytest.param("Abdullah Haddad", "عبد الله حداد", "عبدالله", "Abdullah", id="two words and one"),
        pytest.param("Aboul Gheit", "أبو الغيط", "ابوالغيط", "Aboul Gheit", id="father of"),
        pytest.param("Salaheddine Haddad", "صلاح الدين حداد", "صلاحالدين", "Salaheddine", id="of the faith, one word"),
        pytest.param("Salah al-Din Haddad", "صلاح الدين حداد", "الدين", "al-Din", id="of the faith, two words"),
        pytest.param("Zayed Al Nahyan", "زايد آل نهيان", "نهيان", "Nahyan", id="of a house"),
        pytest.param("Amr El Sisi", "عمرو السيسي", "السيسي", "al-Sisi", id="an article"),
        pytest.param("Amr El Sisi", "عمرو السيسي", "سيسي", "Sisi", id="the word behind the article"),
        pytest.param("Muammar Gaddafi", "معمر القذافي", "القذافي", "Gaddafi", id="an article that Latin drops"),
        pytest.param("Elon Musk", "إيلون ماسك", "ايلون", "Elon", id="no article in Latin"),
        pytest.param("Alain Juppé", "آلان جوبيه", "الان", "Alain", id="no article in Arabic"),
        pytest.param("José Muñoz", "خوسيه مونيوز", "مونيوز", "Munoz", id="accents"),
        pytest.param("Kim Jong-un", "كيم جونغ أون", "اون", "Un", id="behind a hyphen"),
    ],
)
def test_words_are_aligned(english: str, arabic: str, word: str, latin: str) -> None:
    assert learn({"people/x.toml": people((english, arabic))}).get(word) == latin


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        pytest.param("Pope Francis", "فرنسيس", id="another count"),
        pytest.param("Recep Erdogan", "بشير حداد", id="other letters"),
        pytest.param("Yoko Kamikawa", "كاميكاوا يوكو", id="the other order"),
        pytest.param("V. P.", "ف ب", id="initials"),
    ],
)
def test_what_does_not_fit_votes_for_nothing(english: str, arabic: str) -> None:
    assert learn({"people/x.toml": people((english, arabic))}).get(unit_key(arabic.split()[0])) is None


def test_the_most_frequent_spelling_wins() -> None:
    table = people(("Khaled A", "خالد"), ("Khalid", "خالد"), ("Khaled", "خالد"), ("Khaled", "خالد"))
    assert learn({"people/x.toml": table}) == {"خالد": "Khaled"}


def test_equal_votes_go_to_the_nearest_to_the_letters_whatever_the_order() -> None:
    names = ("Gamal", "جمال"), ("Jamal", "جمال"), ("Jamaal", "جمال")
    for table in (people(*names), people(*reversed(names))):
        assert learn({"people/x.toml": table}) == {"جمال": "Jamal"}


def test_a_shown_name_counts_more_than_another_spelling_of_it() -> None:
    table = people(("Jean", "جان"), ("Gian", "جيان")) | {"x": {"name_en": "Gian", "name_ar": "غيان", "names": ["جان"]}}
    assert learn({"people/x.toml": table})["جان"] == "Jean"


def test_people_of_arab_states_go_first_where_they_agree() -> None:
    others = people(*[("Yusuf", "يوسف")] * 5)
    arabs = people(*[("Youssef", "يوسف")] * 2)
    assert learn({"people/asia.toml": others, "people/arab.toml": arabs})["يوسف"] == "Youssef"
    assert learn({"people/asia.toml": others, "people/arab.toml": people(("Youssef", "يوسف"))})["يوسف"] == "Yusuf"


def test_arabs_who_bear_a_name_vote_for_it_with_the_article() -> None:
    files = {"people/africa.toml": people(("Alassane", "الحسن")), "people/arab.toml": people(*[("Hassan", "حسن")] * 2)}
    assert learn(files)["الحسن"] == "al-Hassan"


def test_a_reviewed_spelling_wins_also_behind_the_article() -> None:
    files = {"people/arab.toml": people(*[("Isa", "عيسى"), ("Amr Al-Isa", "عمرو العيسى")] * 3)}
    assert learn(files)["العيسي"] == "al-Isa"
    spelt = learn({**files, "latin.toml": {"عيسى": "Issa"}})
    assert (spelt["عيسي"], spelt["العيسي"]) == ("Issa", "al-Issa")


def test_every_reviewed_spelling_is_needed(packaged: Files) -> None:
    voted = learn({name: table for name, table in packaged.items() if name != "latin.toml"})
    assert [word for word, latin in packaged["latin.toml"].items() if voted.get(unit_key(word)) == latin] == []


def test_the_packaged_spellings_are_latin_and_cover_most_words_of_names(packaged: Files) -> None:
    spelt = learn(packaged)
    assert [latin for latin in spelt.values() if not latin.isascii() or latin != latin.strip()] == []
    given = packaged["vocabulary.toml"]["given"].split()
    assert sum(word in spelt for word in given) > 0.9 * len(given)


def test_words_that_make_one_stay_together() -> None:
    assert units("أبو بكر بن عبد الله آل نهيان") == ["أبو بكر", "بن", "عبد الله", "آل", "نهيان"]
    assert units("بهاء الدين", apart=True) == ["بهاء", "الدين"]
    assert units("الله") == ["الله"]
    assert units("عبد") == ["عبد"]


def test_latin_words_that_make_one_stay_together() -> None:
    assert latin_units("Abu Bakr bin Abdel Aziz Al-Sabah") == ["Abu Bakr", "bin", "Abdel Aziz", "al-Sabah"]
    assert latin_units("Mohammed ash-Sheikh Al Nahyan") == ["Mohammed", "al-Sheikh", "Al", "Nahyan"]
