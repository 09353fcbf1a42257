"""Read the scripts that run in the browser."""

from __future__ import annotations

from importlib import resources


def read(*names: str) -> str:
    """Return the scripts of these *names* as one: the later ones build on those before."""
    folder = resources.files("explore.app")
    return "".join(folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names)
