"""Build the wheel, install it alone in an empty environment elsewhere, and use it from another folder."""

import json
import os
import shutil
import site
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from explore.version import VERSION

ROOT = Path(__file__).parents[1]
START_SECONDS = 90


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build from a copy, as a fresh clone would: no caches, and nothing left behind in the checkout."""
    copy, out = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("wheel")
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis", "out", "dist", "build")
    shutil.copytree(ROOT, copy / "barqiya", ignore=left_out)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(copy / "barqiya")]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("barqiya-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """Give the Python of an empty environment that holds the wheel; its dependencies are lent from ours."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / Path(sys.executable).name
    paths = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    install = ["--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), "install", *install], check=True)
    Path(paths["purelib"], "lent.pth").write_text("\n".join(site.getsitepackages()), "utf-8")
    return python


@pytest.fixture
def barqiya(python, tmp_path):
    """Run the installed command from another folder, without our checkout on the path."""

    def run(*arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BARQIYA"))}
        command = [python.with_name("barqiya.exe" if os.name == "nt" else "barqiya"), *arguments]
        return subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    return run


def test_the_wheel_carries_all_that_it_needs_and_no_more(wheel):
    assert wheel.name.startswith(f"barqiya-{VERSION}-")
    names = zipfile.ZipFile(wheel).namelist()
    for path in (
        "dashboard.py",
        ".streamlit/config.toml",
        *(f"pages/{page.name}" for page in (ROOT / "pages").glob("*.py")),
    ):
        assert f"explore/home/{path}" in names
    for folder, inside in (("seeds", "explore/seeds"), ("static", "explore/home/static")):
        assert all(f"{inside}/{path.name}" in names for path in (ROOT / folder).iterdir())
    data = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "explore").rglob("*")
        if path.suffix in (".toml", ".css", ".js")
    ]
    assert set(data) <= set(names)
    assert all(name.startswith(("explore/", "barqiya-")) for name in names)
    assert not [name for name in names if name.endswith(".pyc") or "test" in name]


def test_the_seeds_are_carried_byte_by_byte(wheel):
    with zipfile.ZipFile(wheel) as opened:
        for path in (ROOT / "seeds").iterdir():
            assert opened.read(f"explore/seeds/{path.name}") == path.read_bytes()


def test_the_package_is_that_of_the_wheel(python, tmp_path):
    program = "import explore; print(explore.__file__)"
    told = subprocess.run([python, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).is_relative_to(python.parents[1])


def test_extract_works_from_any_folder(barqiya, tmp_path):
    (tmp_path / "news.txt").write_text(
        "استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في موسكو.", "utf-8"
    )
    out, told = barqiya("extract", "news.txt").communicate(timeout=120)
    assert json.loads(out)["n_events"] >= 1, told


def test_the_dashboard_starts_from_any_folder(barqiya):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = barqiya("run", "--port", str(port), "--headless")
    try:
        assert _answer(f"http://127.0.0.1:{port}/_stcore/health", server) == b"ok"
        # The settings beside dashboard.py are in force: static files are served, among them the fonts.
        assert _answer(f"http://127.0.0.1:{port}/app/static/NotoSansArabic-Arabic.woff2", server).startswith(b"wOF2")
    finally:
        server.terminate()
        server.communicate(timeout=30)


def test_the_dashboard_shows_the_seeds_that_come_along(python, tmp_path):
    program = """
from pathlib import Path
import explore
from streamlit.testing.v1 import AppTest
app = AppTest.from_file(str(Path(explore.__file__).parent / "home" / "dashboard.py"), default_timeout=120).run()
assert not app.exception, app.exception
assert app.sidebar.children
from explore.app import library
print(len(library.load().readings))
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BARQIYA"))}
    told = subprocess.run(
        [python, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert told.stdout.split()[-1:] == ["6"], told.stderr


def _answer(address, server):
    """Return what the server answers, once it does."""
    for _ in range(START_SECONDS * 5):
        assert server.poll() is None, server.stderr.read()
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
