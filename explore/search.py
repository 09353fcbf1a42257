"""Find words in folded Arabic text, whatever is attached before them.

Arabic writes و ف ب ل ك and the article ال onto the word: a search for رسالة must also find ورسالة, برسالتها is another
word. What is typed with ال is found with ال only.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pandas as pd

from explore.text.fold import key

# و or ف, then ب ل ك, then ال; ل and ال are written لل.
_BARE = "[وف]?(?:[بكل]?(?:ال)?|لل)"
_DEFINITE = "(?:[وف]?[بك]?ال|[وف]?لل)"
_ARTICLE = "ال"
_SHORTEST_STEM = 2  # الى, الا are words of their own, not ال with a letter


def mentions(searchable: pd.Series, term: str) -> npt.NDArray[np.bool_]:
    """Tell which of the folded texts contain *term*, a word or a phrase; a term without letters is in all of them.

    >>> texts = pd.Series([" بعث برساله تهنيه ", " للرساله ", " مراسله "])
    >>> mentions(texts, "رِسالة").tolist()
    [True, True, False]
    """
    wanted = pattern(term)
    if wanted == "":
        return np.ones(len(searchable), dtype=np.bool_)
    return np.asarray(searchable.str.contains(wanted, regex=True).to_numpy(dtype=np.bool_))


def pattern(term: str) -> str:
    """Return the regular expression that finds *term* in folded text with a space at both ends.

    >>> pattern("هو")
    ' [وف]?(?:[بكل]?(?:ال)?|لل)هو '
    """
    words = key(term).split()
    return f" {' '.join(_word(word) for word in words)} " if words else ""


def _word(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST_STEM:
        return _DEFINITE + re.escape(word.removeprefix(_ARTICLE))
    return _BARE + re.escape(word) if word[0].isalpha() else re.escape(word)
