"""Check how word groups are looked up: proclitics, longest groups, line breaks, glued names."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from explore.knowledge import lexicon
from explore.knowledge.entries import entries, spellings
from explore.knowledge.lexicon import Hit, Kind, Lexicon, Sense, Senses, splits
from explore.text.tokens import tokenize

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def packaged() -> Lexicon:
    return lexicon.default()


def meanings(found: Sequence[Hit]) -> list[tuple[str, str, str]]:
    return [(hit.clitic, sense.kind.value, sense.key) for hit in found for sense in hit.senses]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("روسيا", ("", "state", "RUS"), id="a bare name"),
        pytest.param("وللرئيس", ("ول", "office", "president"), id="and + to + the: the alef is not written"),
        pytest.param("للكويت", ("ل", "state", "KWT"), id="to + a name with the article"),
        pytest.param("بلندن", ("ب", "capital", "GBR"), id="in + a capital"),
        pytest.param("كروسيا", ("ك", "state", "RUS"), id="as + a state"),
        pytest.param("وبموسكو", ("وب", "capital", "RUS"), id="and + in + a capital"),
        pytest.param("فبوتين", ("ف", "person", "vladimir-putin"), id="so + a short name"),
        pytest.param("الولاياتالمتحدة", ("", "state", "USA"), id="two words glued"),
        pytest.param("الولايات\nالمتحدة", ("", "state", "USA"), id="a line break inside a name"),
        pytest.param("فلاديمير\nبوتين", ("", "person", "vladimir-putin"), id="a line break inside a person's name"),
        pytest.param("عبدالفتاح السيسي", ("", "person", "abdel-fattah-el-sisi"), id="عبد written together"),
        pytest.param("عبد الفتاح السيسي", ("", "person", "abdel-fattah-el-sisi"), id="عبد written apart"),
        pytest.param("الكوري الشمالي", ("", "nation", "PRK"), id="a nation of two words"),
    ],
)
def test_groups_are_found_at_the_first_word(packaged: Lexicon, text: str, meaning: tuple[str, str, str]) -> None:
    assert meaning in meanings(packaged.find(tokenize(text).words, 0))


@pytest.mark.parametrize("text", ["بلا", "وقد", "روسيي", "\n", ".", "«", "2018", "xyz"])
def test_other_words_name_nobody(packaged: Lexicon, text: str) -> None:
    kinds = {kind for _, kind, _ in meanings(packaged.find(tokenize(text).words or ("",), 0))}
    assert kinds.isdisjoint({"person", "state", "capital", "place", "organisation", "nation", "office"})


def test_the_longest_group_wins(packaged: Lexicon) -> None:
    words = tokenize("رئيس الوزراء البريطاني").words
    best = packaged.find(words, 0)[0]
    assert (best.first, best.last) == (0, 2)
    assert best.senses[0].key == "prime_minister"


def test_a_group_that_only_begins_gives_no_hit(packaged: Lexicon) -> None:
    assert packaged.find(("المتحده",), 0) == ()


def test_whole_words_come_before_split_ones() -> None:
    assert splits("وكيل")[0] == ("", "وكيل")


def test_spellings_leave_other_names_alone() -> None:
    assert list(spellings("العبدالله")) == ["العبدالله"]


def test_the_memory_of_words_stays_small(packaged: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_REMEMBERED", 3)
    packaged._starts.clear()
    for word in ("روسيا", "فرنسا", "مصر", "قطر", "روسيا"):
        assert packaged.find((word,), 0)
    assert len(packaged._starts) <= 3


def test_a_word_group_has_one_object_for_its_senses(packaged: Lexicon) -> None:
    found = [packaged.find((word,), 0)[0].senses for word in ("بوتين", "وبوتين")]
    assert found[0] is found[1]
    assert found[0] == Senses(list(found[0]))


class Plainly:
    """Look word groups up without any index but a set: slow, and plainly right."""

    def __init__(self, packaged: Lexicon) -> None:
        self.senses: dict[tuple[str, ...], dict[Sense, None]] = {}
        for group, sense in entries(packaged.tables):
            self.senses.setdefault(tuple(group.split()), {})[sense] = None
        self.prefixes = {group[:end] for group in self.senses for end in range(1, len(group) + 1)}

    def find(self, words: Sequence[str], place: int) -> tuple[Hit, ...]:
        found = [(clitic, self.longest((stem,), words, place + 1)) for clitic, stem in splits(words[place])]
        hits = [Hit(place, longest[0], clitic, longest[1]) for clitic, longest in found if longest is not None]
        return tuple(sorted(hits, key=lambda hit: (hit.first - hit.last, len(hit.clitic))))

    def longest(self, group: tuple[str, ...], words: Sequence[str], place: int) -> tuple[int, tuple[Sense, ...]] | None:
        if group not in self.prefixes:
            return None
        longer = None
        if place < len(words):
            longer = self.longest((*group, words[place]), words, place + 1)
            broken = (*group, words[place]) not in self.prefixes and words[place] == "\n" and place + 1 < len(words)
            if broken:
                longer = self.longest((*group, words[place + 1]), words, place + 2)
        if longer is not None:
            return longer
        return (place, tuple(self.senses[group])) if group in self.senses else None


def test_lookup_agrees_with_the_plain_one_on_the_seeds(packaged: Lexicon) -> None:
    plainly = Plainly(packaged)
    for path in SEEDS:
        words = tokenize(path.read_text(encoding="utf-8")).words
        for place in range(len(words)):
            assert packaged.find(words, place) == plainly.find(words, place), (path.name, place)


def test_a_lexicon_of_fresh_tables_finds_the_same(packaged: Lexicon) -> None:
    fresh = lexicon.compile_tables(packaged.tables)
    words = tokenize("بعث الرئيس الروسي فلاديمير بوتين رسالة إلى ولي العهد السعودي الأمير محمد بن سلمان").words
    assert [fresh.find(words, place) for place in range(len(words))] == [
        packaged.find(words, place) for place in range(len(words))
    ]


def test_every_sense_has_a_kind(packaged: Lexicon) -> None:
    kinds = {sense.kind for group in packaged.groups.values() for senses in group.values() for sense in senses}
    assert kinds == set(Kind)
