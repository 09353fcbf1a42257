"""Find the cues that say whether an act took place."""

import pytest

from explore.events.cues import Cues
from explore.knowledge import index

EMPTY: dict[str, list[str]] = {
    name: []
    for name in (
        "unreal", "denied", "cancelled", "planned", "wished",
        "denied_after", "cancelled_after", "planned_after", "fell_through", "wished_by", "planned_by",
        "denied_by",
    )
}  # fmt: skip
PACKAGED = Cues(index.default().tables.words)
CUES = Cues({**EMPTY, "planned": ["من المقرر", "يعتزم"], "denied": ["نفى"]})


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("يعتزم زياره", "يعتزم"),
        ("ويعتزم زياره", "يعتزم"),
        ("فيعتزم زياره", "يعتزم"),
        ("كان من المقرر ان", "من المقرر"),
        ("ومن المقرر", "من المقرر"),
        ("من غير المقرر", None),
        ("المقرر", None),
        ("من", None),
        ("سيعتزم", None),
        ("", None),
    ],
)
def test_a_cue_stands_whole_with_at_most_and_before_it(words: str, cue: str | None) -> None:
    assert CUES.find("planned", words.split()) == cue


def test_each_list_is_its_own() -> None:
    assert CUES.find("denied", ["نفي"]) == "نفي"
    assert CUES.find("planned", ["نفي"]) is None
    assert CUES.find("wished", ["نفي"]) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("planned", "المرتقبه"),
        ("planned", "ومن المتوقع"),
        ("wished", "يامل"),
        ("wished", "رغبته"),
        ("cancelled", "ارجا"),
        ("cancelled", "الغيت"),
        ("denied", "ونفت"),
        ("denied", "لا صحه"),
        ("denied_after", "لا اساس له"),
        ("cancelled_after", "تاجلت"),
        ("unreal", "ينبغي"),
        ("unreal", "لو"),
    ],
)
def test_the_packaged_cues_are_folded(name: str, words: str) -> None:
    assert PACKAGED.find(name, words.split()) is not None


def test_no_cue_stands_for_two_opposites() -> None:
    groups = PACKAGED.groups
    for one, other in (("planned", "wished"), ("planned", "denied"), ("cancelled", "denied"), ("wished", "cancelled")):
        assert not set(groups[one]) & set(groups[other]), (one, other)
