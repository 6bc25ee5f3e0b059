"""The walls between the rooms stand, and the linter that watches them notices a breach."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BREACHES = {
    "the domain imports Qt": ("tracker/periods.py", "import PySide6.QtCore"),
    "the domain imports the window": ("tracker/snapshot.py", "import ui.pages"),
    "a lower room looks up": ("tracker/wording.py", "import tracker.snapshot"),
    "storage knows charts": ("tracker/storage/__init__.py", "import tracker.charts"),
    "the domain speaks SQL": ("tracker/snapshot.py", "import sqlite3"),
    "a page draws by itself": ("ui/pages/page.py", "import matplotlib"),
    "a page imports a page": ("ui/pages/second.py", "import ui.pages.first"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on a checkout and return what it said."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the rooms that a test may break."""
    folder = tmp_path_factory.mktemp("checkout")
    for room in ("tracker", "ui"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "resources").mkdir()
    shutil.copy(ROOT / "resources/__init__.py", folder / "resources")
    shutil.copy(ROOT / ".importlinter", folder)
    (folder / "ui/pages/first.py").touch()
    return folder


def test_every_wall_stands(checkout: Path) -> None:
    result = lint(checkout)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_noticed(checkout: Path, breach: str) -> None:
    name, statement = BREACHES[breach]
    module = checkout / name
    before = module.read_text("utf-8") if module.exists() else None
    module.write_text(f"{before or ''}\n{statement}\n", "utf-8")
    try:
        result = lint(checkout)
    finally:
        module.write_text(before, "utf-8") if before is not None else module.unlink()
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout
