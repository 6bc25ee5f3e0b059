"""The installed program in a real window: typed into as a person would, then the file is read."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resources import VERSION
from tracker.ledgers import LedgerKind

ROOT = Path(__file__).parents[2]
INSTALLED = Path(sys.executable).with_name("guoban")
COMMAND = [str(INSTALLED)] if INSTALLED.exists() else [sys.executable, "-m", "ui"]
PATIENCE_S = 30.0


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start an X server without a screen; returns the environment to run programs in."""
    assert shutil.which("Xvfb"), "install xvfb, or run make test, which does"
    assert shutil.which("xdotool"), "install xdotool, or run make test, which does"
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    yield {
        **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": str(ROOT),
    }
    server.terminate()
    server.wait()


@pytest.fixture
def running(
    screen: dict[str, str], make_ledger: Callable[[LedgerKind], Path], tmp_path: Path
) -> Iterator[Path]:
    """Start the program on 甘肃2023; returns the ledger file. It ends without a word on stderr."""
    ledger = make_ledger(LedgerKind.GANSU_2023)
    known = tmp_path / "config" / "guoban" / "preferences.ini"
    known.parent.mkdir(parents=True)
    # One who has been shown around: the guide would take the keys.
    known.write_text(f"[help]\nguide_seen=true\nseen_version={VERSION}\n", "utf-8")
    with (tmp_path / "stderr.txt").open("w+") as errors:
        program = subprocess.Popen(
            [*COMMAND, "--ledger", str(ledger)], env=screen, cwd=tmp_path, stderr=errors
        )
        yield ledger
        program.terminate()
        program.wait(PATIENCE_S)
        errors.seek(0)
        assert errors.read() == ""


def figure(ledger: Path, indicator: str, month: str) -> float | None:
    """Ask the command line, another program, for the figure that stands in the file now."""
    words = [*COMMAND, "history", indicator, month, "--ledger", str(ledger), "--json"]
    asked = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return next((entry["new"] for entry in json.loads(asked.stdout) if entry["current"]), None)


def xdotool(screen: dict[str, str], *words: str) -> str:
    """Strike keys, or look for a window, on the screen."""
    done = subprocess.run(
        ["xdotool", *words],
        env=screen,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    return done.stdout


@contextmanager
def another_program_copies(text: str, screen: dict[str, str]) -> Iterator[None]:
    """Run a second program that owns the clipboard, as Excel does after Ctrl+C."""
    copying = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "application = QApplication(sys.argv)\n"
        "application.clipboard().setText(sys.argv[1])\n"
        "print('copied', flush=True)\n"
        "application.exec()\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", copying, text], env=screen, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    assert owner.stdout.readline().strip() == "copied"
    try:
        yield
    finally:
        owner.terminate()
        owner.wait(PATIENCE_S)
        owner.stdout.close()


def test_a_figure_typed_into_the_window_stands_in_the_file(
    running: Path, screen: dict[str, str]
) -> None:
    def keyboard(*words: str) -> str:
        return xdotool(screen, *words)

    window = keyboard("search", "--sync", "--onlyvisible", "--name", "双过半").split()[-1]
    keyboard("windowfocus", "--sync", window)
    assert figure(running, "funds_in_place", "2023-04") is None

    # Ctrl+2 opens 填报, Ctrl+K finds the row, where June is current: April is two to the left.
    keyboard("key", "ctrl+2")
    keyboard("key", "ctrl+k")
    deadline = time.monotonic() + PATIENCE_S
    keyboard("type", "--delay", "30", "funds_in_place")
    keyboard("key", "Return")
    keyboard("key", "--delay", "60", "Left", "Left")
    keyboard("type", "--delay", "30", "1046.5")
    keyboard("key", "Tab")
    while figure(running, "funds_in_place", "2023-04") != 1046.5:
        assert time.monotonic() < deadline, "the figure did not reach the file"

    keyboard("key", "ctrl+z")
    while figure(running, "funds_in_place", "2023-04") is not None:
        assert time.monotonic() < deadline, "the undo did not reach the file"


def paste_at_august(screen: dict[str, str], ledger: Path) -> None:
    """Go to the cell as a person does, paste, and give the window time to write."""
    xdotool(screen, "key", "ctrl+2")
    xdotool(screen, "key", "ctrl+k")
    xdotool(screen, "type", "--delay", "30", "funds_in_place")
    xdotool(screen, "key", "Return")
    xdotool(screen, "key", "--delay", "60", "Right", "Right")
    xdotool(screen, "key", "ctrl+v")
    soon = time.monotonic() + PATIENCE_S / 3
    while time.monotonic() < soon and figure(ledger, "funds_in_place", "2023-08") != 1700.5:
        pass


def test_a_block_that_another_program_copied_is_pasted_into_the_window(
    running: Path, screen: dict[str, str]
) -> None:
    window = xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "双过半").split()[-1]
    xdotool(screen, "windowfocus", "--sync", window)
    with another_program_copies("1700.5\t1900.5\r\n", screen):
        deadline = time.monotonic() + 2 * PATIENCE_S
        while figure(running, "funds_in_place", "2023-08") != 1700.5:
            assert time.monotonic() < deadline, "the block did not reach the file"
            # Nobody outside sees whether a busy window has opened the page: a person who finds
            # nothing pasted goes there and pastes again.
            paste_at_august(screen, running)
    assert figure(running, "funds_in_place", "2023-09") == 1900.5
