"""Decode the bytes of a text file: UTF-8 with or without a mark, UTF-16, and the eight-bit Arabic encodings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from explore.errors import SourceError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_EIGHT_BIT = ("cp1256", "iso8859-6")
_ARABIC = re.compile("[\u0621-\u064a]")
# Whatever is written with Arabic letters: of other languages too, or as the shapes that some PDF readers save.
_WRITTEN = re.compile("[\u0621-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdfb\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# How much of the letters must be Arabic: foreign names in brackets are common, a text in French is not Arabic news.
_SHARE = 0.7
# UTF-8 with a few broken bytes (a cut file, a bad copy) is still UTF-8; other encodings break at nearly every letter.
_BROKEN = 0.02
_REMEDY = "save it as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Hold the text of a file, and what was wrong with it where something was."""

    text: str
    problem: SourceError | None = None


def decode(data: bytes, where: str) -> Decoded:
    """Decode *data* of the file *where*, finding out the encoding.

    Raises:
        SourceError: the file is empty, is not text or has no Arabic letter.

    >>> decode("برقية من الرئيس".encode("cp1256"), "a.txt").text
    'برقية من الرئيس'
    """
    if not data.strip():
        raise SourceError(where=where, problem="is empty", remedy="save the article in it again, or remove it")
    decoded = _decoded(data, where)
    if not _WRITTEN.search(decoded.text):
        raise SourceError(where=where, problem="holds no Arabic text", remedy="check the file")
    return decoded


def _decoded(data: bytes, where: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_checked(data.removeprefix(mark).decode(encoding, errors="replace"), where))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _mend(data, where, error)
    # The bytes of Arabic in UTF-16 are all good UTF-8: letters and control characters by turns.
    return Decoded(text) if _is_text(text) else _guess(data, where)


def _mend(data: bytes, where: str, error: UnicodeDecodeError) -> Decoded:
    """Decode UTF-8 with a few broken bytes, or else what is not UTF-8 at all."""
    broken = data.decode("utf-8", errors="replace")
    if broken.count("\ufffd") <= _BROKEN * len(broken) or error.start >= len(data) - 3:
        problem = SourceError(
            where=where, problem=f"byte {error.start + 1} is not valid UTF-8 and is shown as \ufffd", remedy=_REMEDY
        )
        return Decoded(_checked(broken, where), problem)
    return _guess(data, where)


def _guess(data: bytes, where: str) -> Decoded:
    """Decode UTF-16 without a mark, or one of the Arabic code pages.

    Raises:
        SourceError: it is none of them.
    """
    shares = {encoding: _share(data, encoding) for encoding in ("utf-16-le", "utf-16-be", *_EIGHT_BIT)}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] < _SHARE:
        raise _no_text(where)
    return Decoded(_checked(data.decode(best), where))


def _share(data: bytes, encoding: str) -> float:
    """Return which share of the letters is Arabic when *data* is read in *encoding*; controls count against."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    letters = len(_LETTER.findall(text)) + len(_BINARY.findall(text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0


def _checked(text: str, where: str) -> str:
    """Return *text*.

    Raises:
        SourceError: it holds what only other kinds of files hold.
    """
    if not _is_text(text):
        raise _no_text(where)
    return text


def _is_text(text: str) -> bool:
    """Tell whether there are letters, and hardly any control characters among them, as in a picture or a program."""
    return len(_BINARY.findall(text)) <= _BROKEN * len(text) and _LETTER.search(text) is not None


def _no_text(where: str) -> SourceError:
    return SourceError(where=where, problem="is not text that can be read", remedy=_REMEDY)
