"""Start the dashboard's server on some articles."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from explore.errors import SourceError

# The dashboard reads this: paths, put together as the system writes lists of paths.
VARIABLE = "BARQIYA_PATHS"
_PACKAGE = Path(__file__).parent
# Inside the package when installed, beside it in a checkout.
_HOMES = (_PACKAGE / "home", _PACKAGE.parent)


def dashboard(paths: Sequence[str], *, port: int | None = None, headless: bool = False) -> None:
    """Serve the dashboard until it is interrupted; without *paths*, on the articles that come along.

    Raises:
        SourceError: a path does not exist, or the dashboard was not installed.
    """
    from streamlit.web import cli

    for path in paths:
        if not Path(path).exists():
            raise SourceError(where=path, problem="does not exist", remedy="check the spelling of the path")
    if paths:
        os.environ[VARIABLE] = os.pathsep.join(str(Path(path).resolve()) for path in paths)
    cli.main_run([str(home() / "dashboard.py"), *_options(port, headless=headless)], standalone_mode=False)


def home() -> Path:
    """Return the folder that holds dashboard.py, its pages, fonts and settings.

    Raises:
        SourceError: there is none.
    """
    for folder in _HOMES:
        if (folder / "dashboard.py").is_file() and (folder / "pages").is_dir():
            return folder
    raise SourceError(where=str(_HOMES[0]), problem="holds no dashboard", remedy="install barqiya again")


def _options(port: int | None, *, headless: bool) -> list[str]:
    """Return what Streamlit is told: serve this machine alone, ask nothing at the first start, send nothing home."""
    options = ["--server.address=localhost", "--server.showEmailPrompt=false", "--browser.gatherUsageStats=false"]
    if port is not None:
        options.append(f"--server.port={port}")
    return [*options, "--server.headless=true"] if headless else options
