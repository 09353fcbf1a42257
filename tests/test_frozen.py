import inspect
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from explore.frozen import changed, quick


@dataclass(frozen=True, slots=True)
class Plain:
    first: int
    last: int = 7
    names: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Fast:
    first: int
    last: int = 7
    names: tuple[str, ...] = ()


def test_objects_hold_what_they_are_given_and_the_defaults() -> None:
    assert (Fast(1).first, Fast(1).last, Fast(1).names) == (1, 7, ())
    assert Fast(1, names=("a",)) == Fast(first=1, last=7, names=("a",)) != Fast(2)
    assert replace(Fast(1), last=3) == changed(Fast(1), last=3) == Fast(1, 3)
    assert hash(Fast(1)) == hash(Fast(1))


def test_objects_stay_frozen() -> None:
    one = Fast(1)
    with pytest.raises(FrozenInstanceError):
        one.first = 2  # type: ignore[misc]


def test_the_parameters_are_those_of_the_dataclass() -> None:
    assert [*inspect.signature(Fast).parameters] == [*inspect.signature(Plain).parameters]
    with pytest.raises(TypeError, match="first"):
        Fast()  # type: ignore[call-arg]
