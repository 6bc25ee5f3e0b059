"""An installed guoban has everything it ships, wherever it is started from."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("tracker", "ui", "resources", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the bin folder of an empty venv that the program alone was installed into.

    The libraries it depends on are lent by the environment of the tests.
    """
    folder = tmp_path_factory.mktemp("install")
    source = folder / "source"
    source.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, source / name)
    home = folder / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin/python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheels = folder / "wheels"
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, source]
    subprocess.run(build, check=True)
    (wheel,) = wheels.glob("guoban-*.whl")
    subprocess.run([*pip, "--python", python, "install", "--no-deps", wheel], check=True)
    packages = next((home / "lib").glob("python3*/site-packages"))
    (packages / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return home / "bin"


def run(installed: Path, folder: Path, *words: str) -> str:
    """Run the installed command in a folder that has nothing to do with the checkout."""
    done = subprocess.run(
        [installed / "guoban", *words],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_shipped_file_is_installed(installed: Path) -> None:
    packages = next((installed.parent / "lib").glob("python3*/site-packages"))
    shipped = {
        path.relative_to(ROOT)
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path for path in shipped if not (packages / path).is_file()} == set()


def test_the_public_ledger_is_made_at_the_first_start(installed: Path, tmp_path: Path) -> None:
    rows = json.loads(run(installed, tmp_path, "status", "--as-of", "2023-03", "--json"))
    (funds,) = [row for row in rows if row["indicator"] == "funds_in_place"]
    assert (funds["value"], funds["target"], funds["light"]) == (754.1, 600.0, "green")
    assert list(tmp_path.rglob("*.guoban")) or list(tmp_path.rglob("*.db")), "no ledger file"


def test_a_chart_finds_its_fonts(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "new", "sample.db", "--from", "sample")
    run(
        installed, tmp_path, "export", "board", "--ledger", "sample.db", "--as-of", "2023-04",
        "--out", "board.png",
    )  # fmt: skip
    assert (tmp_path / "board.png").read_bytes().startswith(b"\x89PNG")
