"""The packed program does its work without Python, from another user's hands and folder.

Run by `make package-test`, which builds the folder and the package first.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE_S = 60.0
NOBODY = 65534


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a home of a user who has nothing to do with the one who built (as root: nobody)."""
    home = Path("/var/tmp") / f"guoban-trial-{os.getpid()}"
    home.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
    yield home
    shutil.rmtree(home)


def as_another(home: Path, *command: str, display: str = "") -> subprocess.Popen[str]:
    """Start a program with an empty environment in the other user's home."""
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.Popen(
        command,
        cwd=home,
        env={
            "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb" if display else "offscreen",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **who,
    )  # fmt: skip


def finished(program: subprocess.Popen[str]) -> str:
    """Wait for a program that must end well; returns what it printed."""
    out, err = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == 0, err
    return out


def works(command: str, home: Path) -> None:
    """Make a ledger, read a number out of it, draw a chart in two processes, open the window."""
    finished(as_another(home, command, "new", "own.guoban"))
    rows = json.loads(
        finished(as_another(home, command, "status", "--ledger", "own.guoban",
                            "--as-of", "2023-03", "--json"))
    )  # fmt: skip
    assert any(row["indicator"] == "funds_in_place" for row in rows)
    (home / "charts").mkdir()
    if os.geteuid() == 0:
        os.chown(home / "charts", NOBODY, NOBODY)
    finished(as_another(home, command, "export", "all", "--ledger", "own.guoban",
                        "--as-of", "2023-03", "--preset", "slide", "--out", "charts"))  # fmt: skip
    assert list((home / "charts").glob("*.png"))
    opens_a_window(command, home)


def opens_a_window(command: str, home: Path) -> None:
    """Start the program on a ledger under Xvfb and find its window there."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    program = as_another(home, command, "own.guoban", display=display)
    try:
        deadline = time.monotonic() + PATIENCE_S
        found = ""
        while not found and program.poll() is None and time.monotonic() < deadline:
            search = ["xdotool", "search", "--onlyvisible", "--name", "双过半"]
            found = subprocess.run(
                search, env={"DISPLAY": display, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
                capture_output=True, text=True, check=False,
            ).stdout  # fmt: skip
            time.sleep(0.1)
        assert found, "no window came up"
    finally:
        program.terminate()
        _, err = program.communicate(timeout=PATIENCE_S)
        server.terminate()
        server.wait()
    assert "Traceback" not in err


def test_the_folder_works_wherever_it_is_copied_to(
    request: pytest.FixtureRequest, elsewhere: Path
) -> None:
    """No path of the machine that built it is left in it."""
    there = elsewhere / "程序 folder"
    shutil.copytree(request.config.getoption("--bundle"), there, symlinks=True)
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", there], check=True)
    works(str(there / "guoban"), elsewhere)


def test_the_package_is_installed_started_and_removed(
    request: pytest.FixtureRequest, elsewhere: Path
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root installs packages")
    package = request.config.getoption("--deb")
    subprocess.run(["dpkg", "--install", package], check=True, stdout=subprocess.DEVNULL)
    try:
        works("/usr/bin/guoban", elsewhere)
        assert Path("/usr/share/applications/guoban.desktop").exists()
    finally:
        subprocess.run(["dpkg", "--remove", "guoban"], check=True, stdout=subprocess.DEVNULL)
    left = [Path("/usr/bin/guoban"), Path("/usr/lib/guoban"), Path("/usr/share/doc/guoban")]
    assert not [path for path in left if path.exists()]
