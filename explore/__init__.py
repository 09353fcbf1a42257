"""Read Arabic news and find who communicated with whom.

>>> import explore
>>> corpus = explore.read("seeds")  # doctest: +SKIP
>>> corpus.events[["date", "channel", "sender_name_en", "recipient_name_en"]]  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.collection import Collection

__all__ = ["read"]


def read(paths: str | Path | Iterable[str | Path]) -> Collection:
    """Read files and folders of articles; see ``explore.collection`` for what comes back.

    The import waits until it is needed, so that ``import explore`` stays quick.
    """
    from explore import collection

    return collection.read(paths)
