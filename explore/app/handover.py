"""Write an export to a temporary file when it is asked for, tell how far it is, and hand it over without reading it."""

from __future__ import annotations

import io
import mmap
import os
import tempfile
import time
from dataclasses import dataclass, replace
from typing import Any

from explore import numerals
from explore.export.context import Context
from explore.export.formats import Format
from explore.filters import View

# Nobody wants to be told of what is done sooner.
_PATIENCE = 1.0


@dataclass
class Work:
    """Tell from another thread whether something is being written, since when, and what share of it is done."""

    began: float | None = None
    share: float = 0.0

    @property
    def felt(self) -> bool:
        """Tell whether the reader has been waiting for a while."""
        return self.began is not None and time.monotonic() - self.began > _PATIENCE

    def tell(self, done: int, total: int) -> None:
        """Note that *done* of *total* rows are written."""
        self.share = done / max(total, 1)


def make(view: View, form: Format, context: Context, work: Work) -> io.RawIOBase:
    """Write *view* to a temporary file, which goes away with what is read of it; *work* is told of it."""
    numerals.use("latin")  # as the command line does, whatever the page shows
    work.began, work.share = time.monotonic(), 0.0
    try:
        with tempfile.TemporaryFile() as file:
            for part in form.write(view, replace(context, progress=work.tell)):
                file.write(part)
            file.flush()
            return _Mapped(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    finally:
        work.began = None


class _Mapped(io.RawIOBase):
    """Give the bytes of a file as they lie on the disk: a download of a gigabyte takes no gigabyte of memory.

    Streamlit reads what it is given in one go and keeps it as long as the session may ask for it.
    """

    def __init__(self, written: mmap.mmap) -> None:
        self._written = written

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Stand still: there is but one thing to read."""
        return 0

    def read(self, size: int = -1, /) -> Any:
        """Return a view of the whole file."""
        return memoryview(self._written)
