"""Hold the layers: imports go one way, and pandas, plotly and streamlit stay where they belong."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "explore"


def test_imports_go_one_way(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS, (
        capsys.readouterr().out
    )


def test_every_module_has_its_layer():
    """A new module that no layer names would escape the contract."""
    declared = (ROOT / "pyproject.toml").read_text("utf-8")
    layers = declared.partition("layers = [")[2].partition("]")[0]
    named = set(
        layers.replace('"', " ").replace(",", " ").replace("|", " ").replace("(", " ").replace(")", " ").split()
    )
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert modules - {"__init__"} <= named


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import explore", ("explore.corpus", "pandas")),
        ("import explore.corpus", ("pandas", "numpy", "plotly", "streamlit")),
        ("import explore.__main__", ("pandas", "explore.corpus", "streamlit")),
        ("import explore.tables", ("plotly", "streamlit")),
    ],
)
def test_what_is_not_needed_is_not_loaded(statement, absent):
    program = f"{statement}\nimport sys\nprint([name for name in {absent!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_pages_are_thin():
    for page in (ROOT / "pages").glob("*.py"):
        text = page.read_text("utf-8")
        assert "pandas" not in text
        assert "plotly" not in text
        assert len(text.splitlines()) <= 60
