"""Read a text file: one article, or a saved news page with several and much around them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from explore.errors import SourceError
from explore.model import Article, SetAside
from explore.sources.decode import decode
from explore.sources.files import File
from explore.text.clean import clean
from explore.text.stories import split

# An article has some kilobytes and a saved page some hundred: beyond this a file is something else.
LARGEST = 10_000_000


def read(file: File) -> Iterator[Article | SetAside | SourceError]:
    """Yield the articles of a text file, what was set aside in it, and what was wrong with it."""
    try:
        data = _bytes(file)
        decoded = decode(data, file.name)
    except SourceError as error:
        yield error
        return
    if decoded.problem is not None:
        yield decoded.problem
    yield from _parts(file.name, clean(decoded.text), hashlib.sha256(data).hexdigest())


def _bytes(file: File) -> bytes:
    """Return the bytes of *file*.

    Raises:
        SourceError: it is too large for a text file, or cannot be opened.
    """
    try:
        with file.path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(
            where=file.name, problem=f"cannot be opened ({error.strerror})", remedy="check its permissions"
        ) from error
    if len(data) > LARGEST:
        remedy = "split it into one file an article, or into the lines of a .jsonl file"
        raise SourceError(where=file.name, problem=f"is larger than {LARGEST // 1_000_000} MB", remedy=remedy)
    return data


def _parts(name: str, text: str, sha256: str) -> Iterator[Article | SetAside]:
    page = split(text)
    for part, story in enumerate(page.stories, 1):
        yield Article(article_id(sha256, part), name, part, story.title, story.text, sha256)
    for aside in page.aside:
        yield SetAside(name, aside.start, aside.end, text[aside.start : aside.end], aside.why)


def article_id(sha256: str, part: int = 1) -> str:
    """Name an article after its bytes, so that it has the same id on every machine and in every order of reading.

    >>> article_id("529e0bf78727c4e7" + "0" * 48, 2)
    'a-529e0bf78727-2'
    """
    return f"a-{sha256[:12]}" if part == 1 else f"a-{sha256[:12]}-{part}"
