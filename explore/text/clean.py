"""Turn decoded text into the text that the reader sees, and that every offset counts.

Little happens here, and nothing that a reader would notice: Unicode's composed form, one kind of line end, one kind of
space. Letters, harakat, tatweel, digits and punctuation stay as they were typed; ``text.fold`` deals with those.
"""

from __future__ import annotations

import re
import unicodedata

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Vertical tab, form feed, next line, line and paragraph separator end a line, as CR and CR LF do.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# No-break, em, thin … spaces and tabs. One for one, so that places stay where they were.
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Other control characters show as nothing or as a box; half of a surrogate pair cannot even be written to a file.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_ENDS = re.compile(r"\A(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+\Z")


def clean(raw: str) -> str:
    r"""Return *raw* as it is shown: composed, with plain spaces and line ends, and no blank lines around it.

    >>> clean("\ufeff\r\nبعث\u00a0بوتين\r\nرسالة\r\n")
    'بعث بوتين\nرسالة'
    """
    text = unicodedata.normalize("NFC", raw.removeprefix(_BYTE_ORDER_MARK))
    text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub(" ", text))
    return _BLANK_ENDS.sub("", text)


def one_line(raw: str) -> str:
    r"""Return *raw* cleaned and on one line: the form of titles.

    >>> one_line(" قمة\n هلسنكي ")
    'قمة هلسنكي'
    """
    return " ".join(clean(raw).split())
