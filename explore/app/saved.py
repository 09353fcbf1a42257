"""Keep views under names the reader chose, on this machine: each is the address of a page and nothing else."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from explore.app import links, state
from explore.app.state import View

VARIABLE = "BARQIYA_VIEWS"
_FILE = "views.json"
_LONGEST = 80  # letters of a name
_TYPED = "widget.saved.name"
_FAILED = "saved.failed"


def file() -> Path:
    """Return the file that holds the views: named by the environment, or in the user's folder for settings."""
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    if sys.platform == "win32":
        settings = os.environ.get("APPDATA") or "~/AppData/Roaming"
    elif sys.platform == "darwin":
        settings = "~/Library/Application Support"
    else:
        settings = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(settings).expanduser() / "barqiya" / _FILE


def views() -> dict[str, str]:
    """Return the addresses by name, as "page?parameters"; a file that cannot be read holds none."""
    try:
        held = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RuntimeError):
        return {}
    return {str(name): str(address) for name, address in held.items()} if isinstance(held, dict) else {}


def keep(held: Mapping[str, str]) -> None:
    """Write the views whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    there = file()
    there.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=there.parent, delete=False) as written:
        json.dump(dict(held), written, ensure_ascii=False, indent=1)
    Path(written.name).replace(there)


def show(view: View) -> None:
    """List the views that were kept, and offer to keep this one or to forget one."""
    held = views()
    with st.expander(view.say("saved.heading")):
        if st.session_state.pop(_FAILED, False):
            st.warning(view.say("saved.failed", file=str(file())))
        with st.container(key="saved"):
            for n, (name, address) in enumerate(held.items()):
                _kept(view, n, name, address)
        st.text_input(view.say("saved.name"), key=_TYPED, max_chars=_LONGEST)
        here = links.address(state.page(), view.place)
        st.button(view.say("saved.keep"), key="saved.keep", width="stretch", on_click=partial(_keep, here))


def _kept(view: View, n: int, name: str, address: str) -> None:
    """Draw a view that was kept, with the button that forgets it."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="kept">{links.bare(address, name)}</p>')
        label = view.say("saved.forget", name=name)
        st.button(label, icon=":material/delete:", type="tertiary", key=f"saved.{n}", on_click=partial(_forget, name))


def _keep(address: str) -> None:
    name = " ".join(str(st.session_state[_TYPED] or "").split())
    if name:
        _write({**views(), name: address})
        st.session_state[_TYPED] = ""


def _forget(name: str) -> None:
    _write({other: address for other, address in views().items() if other != name})


def _write(held: Mapping[str, str]) -> None:
    try:
        keep(held)
    except (OSError, RuntimeError):
        st.session_state[_FAILED] = True
