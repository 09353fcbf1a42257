"""Open a file that appears only when all of it is written."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explore.errors import BarqiyaError

STANDARD_OUTPUT = "-"


@contextlib.contextmanager
def opened(out: str) -> Iterator[IO[bytes]]:
    """Open *out*, whole or not at all; ``-`` is the standard output.

    Raises:
        BarqiyaError: it cannot be written.
    """
    if out == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        return
    # Hidden, so that it is no article of the folder that is read.
    unfinished = Path(out).with_name(f".{Path(out).name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(out)
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        remedy = "name a file in a folder that exists and is yours"
        raise BarqiyaError(where=out, problem=problem, remedy=remedy) from error
    finally:
        unfinished.unlink(missing_ok=True)
