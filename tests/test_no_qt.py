"""The tracker and its command line work on a machine that has no Qt at all."""

import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import tracker

ROOT = Path(__file__).parents[1]
BLOCKED = """import sys
from tests.qt_blocked import QtBlocker
sys.meta_path.insert(0, QtBlocker())
"""


def python(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python where PySide6 cannot be imported."""
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + program, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_blocker_blocks() -> None:
    assert "PySide6 is blocked" in python("import PySide6").stderr


def test_every_module_of_the_tracker_imports() -> None:
    modules = [found.name for found in pkgutil.walk_packages(tracker.__path__, "tracker.")]
    result = python(";".join(f"import {name}" for name in modules))
    assert result.returncode == 0, result.stderr


def test_the_commands_work_through_the_programs_entry_point(tmp_path: Path) -> None:
    ledger = str(tmp_path / "sample.db")
    start = "from ui.__main__ import main; sys.exit(main())"
    assert python(start, "new", ledger, "--from", "sample").returncode == 0
    result = python(start, "status", "--ledger", ledger, "--as-of", "2023-04", "--json")
    assert result.returncode == 0, result.stderr
    assert len(json.loads(result.stdout)) >= 17


def test_a_command_that_draws_nothing_loads_no_drawing_library(tmp_path: Path) -> None:
    ledger = str(tmp_path / "sample.db")
    program = (
        "from tracker.cli import main; code = main(['new', sys.argv[1], '--from', 'sample']);"
        "code += main(['status', '--ledger', sys.argv[1]]);"
        "assert 'matplotlib' not in sys.modules; sys.exit(code)"
    )
    result = python(program, ledger)
    assert result.returncode == 0, result.stderr
