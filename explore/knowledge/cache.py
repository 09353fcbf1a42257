"""Keep a compiled value in the user's cache folder under the digest of all that it was made from.

A file counts only when its name and head carry the very digest asked for and its body is whole, so a kept value is
never stale; where the folder cannot be read or written, the value is made anew. Values are plain (no code is run).
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from explore.knowledge.packed import Plain

_SIGN = b"barqiya\n"
_DIGEST_SIZE = 32
# Files of other versions and checkouts that are left beside a new one.
_KEPT = 4


def folder() -> Path | None:
    """Return the user's cache folder for Barqiya; None where the system names none."""
    if sys.platform == "win32":
        named, usual = os.environ.get("LOCALAPPDATA", ""), "AppData/Local"
    elif sys.platform == "darwin":
        named, usual = "", "Library/Caches"
    else:
        named, usual = os.environ.get("XDG_CACHE_HOME", ""), ".cache"
    if named and Path(named).is_absolute():
        return Path(named) / "barqiya"
    try:
        return Path.home() / usual / "barqiya"
    except RuntimeError:
        return None


def digest(parts: Mapping[str, bytes]) -> bytes:
    """Return the digest of named bytes and of the Python that runs (marshal's format may change with it)."""
    found = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.version} {marshal.version}".encode())
    for name, data in parts.items():
        found.update(f"\0{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.digest()


def fetch(name: str, key: bytes, make: Callable[[], Plain], where: Path | None) -> Plain:
    """Return the value kept in *where* as *name* under *key*, else make it and keep it."""
    if where is None:
        return make()
    path = where / f"{name}-{key.hex()[:_DIGEST_SIZE]}.bin"
    body = _read(path, key)
    if body is not None:
        return marshal.loads(body)
    value = make()
    _write(path, key, marshal.dumps(value))
    return value


def _read(path: Path, key: bytes) -> memoryview | None:
    """Return the body of a whole file of *key*; None for a missing, foreign or damaged one."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    head = len(_SIGN) + len(key)
    body = data[head + _DIGEST_SIZE :]
    if data[:head] != _SIGN + key or data[head : head + _DIGEST_SIZE] != hashlib.sha256(body).digest():
        return None
    return body


def _write(path: Path, key: bytes, body: bytes) -> None:
    """Write a file beside its place and move it there, so that no reader sees half of it; give up where that fails."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, written = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_SIGN + key + hashlib.sha256(body).digest() + body)
            Path(written).replace(path)
        except OSError:
            Path(written).unlink(missing_ok=True)
            raise
        _prune(path)


def _prune(path: Path) -> None:
    """Remove all but the newest files of the same name."""
    name = path.name.rpartition("-")[0]
    others = [other for other in path.parent.glob(f"{name}-*.bin") if other != path]
    for other in sorted(others, key=lambda one: one.stat().st_mtime, reverse=True)[_KEPT:]:
        other.unlink(missing_ok=True)
