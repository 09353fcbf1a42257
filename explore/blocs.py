"""Tell, row by row, to which blocs the states of the two sides belonged on the day: one bit a bloc.

Where the day is not known, or only roughly, a state counts with the blocs to which it may have belonged.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore.contacts import Codes, codes
from explore.knowledge import blocs as knowledge

Bits = npt.NDArray[np.uint32]


def known() -> tuple[str, ...]:
    """List the blocs in the order of their bits."""
    return tuple(knowledge.load())


def names(key: str) -> tuple[str, str]:
    """Name the members of a bloc in English and Arabic."""
    bloc = knowledge.load()[key]
    return bloc.name_en, bloc.name_ar


def chosen(values: Collection[str]) -> np.uint32:
    """Return the bits of the blocs among *values*."""
    return np.uint32(sum(1 << place for place, key in enumerate(known()) if key in values))


def bits(events: pd.DataFrame, column: str) -> Bits:
    """Return the blocs of the states in *column* on the days of their rows."""
    states = events[column].cat.categories
    code = codes(events[column])
    table = np.zeros(len(states) + 1, dtype=np.uint32)  # code -1, no state, reads the last entry
    for place, bloc in enumerate(knowledge.load().values()):
        table[:-1] |= np.uint32(1 << place) * states.isin(bloc.members).astype(np.uint32)
    found: Bits = table[code]
    for place, bloc in enumerate(knowledge.load().values()):
        for state in bloc.since.keys() | bloc.until.keys():
            rows = np.flatnonzero(code == states.get_loc(state)) if state in states else code[:0]
            found[rows[_outside(events, rows, bloc, state)]] &= np.uint32(~(1 << place) & 0xFFFFFFFF)
    return found


def count(found: Bits) -> dict[str, int]:
    """Count the rows of each bloc that has any."""
    seen, rows = np.unique(found, return_counts=True)
    counts = {key: int(rows[(seen >> place) & 1 == 1].sum()) for place, key in enumerate(known())}
    return {key: n for key, n in counts.items() if n}


def _outside(events: pd.DataFrame, rows: Codes, bloc: knowledge.Bloc, state: str) -> npt.NDArray[np.bool_]:
    """Mark the *rows* that are surely before the state joined or after it left; an unknown day compares as neither."""
    first, last = (events[name].to_numpy()[rows] for name in ("date_start", "date_end"))
    outside = np.zeros(len(rows), dtype=np.bool_)
    if state in bloc.since:
        outside |= last < np.datetime64(bloc.since[state])
    if state in bloc.until:
        outside |= first > np.datetime64(bloc.until[state])
    return outside
