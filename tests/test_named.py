import copy
import pickle

import pytest

from explore.events.items import Role
from explore.knowledge.senses import Kind


def test_members_are_texts_of_their_own():
    assert (str(Kind.PERSON), Kind.PERSON.value, f"{Kind.PERSON}") == ("person", "person", "person")
    assert isinstance(Kind.PERSON, Kind)
    assert Kind("person") is Kind.PERSON
    assert list(Role)[:2] == [Role.GROUP, Role.ACT]
    assert len(Kind) == len(list(Kind))


def test_copies_are_the_members_themselves():
    for copied in (copy.copy(Kind.ACT), copy.deepcopy(Kind.ACT), pickle.loads(pickle.dumps(Kind.ACT))):
        assert copied is Kind.ACT


def test_other_texts_are_no_members():
    with pytest.raises(ValueError, match="nobody"):
        Kind("nobody")
