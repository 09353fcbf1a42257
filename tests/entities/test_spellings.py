"""Test which names are taken for other spellings of a known one."""

from __future__ import annotations

import pytest

from explore.entities.spellings import is_spelling_of
from explore.knowledge.tables import Person
from explore.text.fold import key as fold_key


def person(*names: str) -> Person:
    return Person("x", "X", names[0], names, (), (), None, ())


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("موراي ماكالي", "موراي مكولي"),
        ("جيريمي هونت", "جيريمي هانت"),
        ("يواكيم جواك", "يواخيم غاوك"),
        ("جاي", "مون جاي إن"),
    ],
)
def test_another_spelling(shown: str, name: str) -> None:
    assert is_spelling_of(fold_key(shown), person(name))


@pytest.mark.parametrize(
    ("shown", "name"),
    [("أحمد حسن", "محمد حسين علي"), ("جون سميث", "جيريمي هانت"), ("دي", "مون جاي إن"), ("جون بولتون", "جون كيري")],
)
def test_another_person(shown: str, name: str) -> None:
    assert not is_spelling_of(fold_key(shown), person(name))
