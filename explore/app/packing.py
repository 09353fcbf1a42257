"""Pack a figure for its way to the browser: numbers in few bytes, and a word that comes again only once.

``unpack.js`` unpacks it there.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from explore.export import plot

Packed = Mapping[str, Any]


def pack(figure: Any) -> Packed:
    """Return a *figure* of ``explore.charts`` as what JSON can hold, and the words in it.

    >>> from explore.charts import theme
    >>> pack(theme.figure([{"type": "bar", "x": ["2018", "2019", "2018"]}], {}))["words"].count("2018")
    1
    """
    words: dict[str, int] = {}
    return {"figure": _packed(plot.read(figure), words), "words": list(words)}


def _packed(value: Any, words: dict[str, int]) -> Any:
    if isinstance(value, Mapping):
        return {name: _packed(part, words) for name, part in value.items()}
    if isinstance(value, np.ndarray):
        return _spelled(value, words) if value.dtype == object else _numbers(value)
    if isinstance(value, (list, tuple)):
        return _spelled(np.asarray(value, dtype=object), words) if _in_words(value) else _listed(value, words)
    return value


def _listed(values: Iterable[Any], words: dict[str, int]) -> list[Any]:
    return [_packed(part, words) for part in values]


def _in_words(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _spelled(values: npt.NDArray[np.object_], words: dict[str, int]) -> Any:
    """Return the places of *values* among the *words*, or the values if not all of them are words."""
    flat = values.ravel().tolist()
    if not _in_words(flat):
        return values.tolist()
    places = np.asarray([words.setdefault(word, len(words)) for word in flat], dtype=np.int64)
    return {"places": _numbers(places), "wide": values.shape[1] if values.ndim > 1 else 0}


def _numbers(values: npt.NDArray[Any]) -> dict[str, str]:
    """Return *values* in as few bytes as they need; a fraction in four, which is finer than a pixel."""
    kind = "f4" if values.dtype.kind == "f" else f"u{np.min_scalar_type(values.max(initial=0)).itemsize}"
    return {"dtype": kind, "bdata": base64.b64encode(values.astype(f"<{kind}").tobytes()).decode()}
