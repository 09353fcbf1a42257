"""Every list of words is looked for, and by the module that its table names."""

import re
import tomllib
from pathlib import Path

from explore.events import words

FOLDER = Path(words.__file__).parent
LISTED = re.compile(r'listed\("(\w+)", "(\w+)"\)')


def test_every_list_is_looked_for_where_its_table_says() -> None:
    looked_for = {
        (table, name): path.stem
        for path in FOLDER.glob("*.py")
        for table, name in LISTED.findall(path.read_text("utf-8"))
    }
    tables = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    assert set(looked_for) == {(table, name) for table, lists in tables.items() for name in lists}
    assert [key for key, module in looked_for.items() if key[0] not in ("shared", module)] == []


def test_no_list_of_several_modules_stands_twice() -> None:
    """Lists of the same words have one name, under [shared]."""
    tables = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    lists = [frozenset(words.listed(table, name)) for table in tables for name in tables[table]]
    assert len(lists) == len(set(lists))
