"""No one in: no network, no code from data, files for their owner only, text that stays text."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban, blank, guoban, public
from tracker.edits import ActualEdit
from tracker.errors import BadValue
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Month
from tracker.storage.store import Store

__all__ = ["blank", "guoban", "public"]
ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for room in ("tracker", "ui") for path in (ROOT / room).rglob("*.py"))
CELL = CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)

DENY = """
import sys

def refuse(event, arguments):
    if event.startswith("socket."):
        sys.stderr.write(f"NETWORK {event} {arguments}\\n")
        raise RuntimeError("no network")

sys.addaudithook(refuse)
"""


def without_network(folder: Path, program: str) -> str:
    """Run a program in which every use of a socket is told and fails."""
    done = subprocess.run(
        [sys.executable, "-c", DENY + program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder),
             "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "NETWORK" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_line_uses_no_network(tmp_path: Path) -> None:
    verbs = [
        ["new", "a.guoban"],
        ["status", "--ledger", "a.guoban", "--as-of", "2023-03"],
        ["record", "funds_in_place", "2023-07", "3500", "--ledger", "a.guoban"],
        ["export", "board", "--ledger", "a.guoban", "--as-of", "2023-03", "--out", "a.png"],
        ["export-table", "--ledger", "a.guoban", "--out", "a.xlsx"],
        ["backup", "--ledger", "a.guoban"],
    ]
    calls = "\n".join(f"assert main({verb!r}) == 0" for verb in verbs)
    without_network(tmp_path, f"from tracker.cli import main\n{calls}")


@pytest.mark.parametrize("name", ["eval", "exec", "compile", "__import__"])
def test_no_code_is_made_from_data(name: str) -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            assert not (called and node.func.id == name), path  # type: ignore[union-attr]


def test_no_pickle_no_shell_no_sockets() -> None:
    forbidden = {"pickle", "marshal", "shelve", "socket", "ssl", "http", "urllib", "requests",
                 "subprocess", "ctypes"}  # fmt: skip
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            assert not {name.split(".")[0] for name in names} & forbidden, path
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("system", "popen"), path


def test_every_file_of_the_program_is_its_owners_only(
    guoban: Guoban, blank: str, tmp_path: Path
) -> None:
    guoban("new", "own.guoban")
    guoban("backup", "--ledger", "own.guoban")
    private = [tmp_path / "own.guoban", *(tmp_path / "home").rglob("*.guoban"),
               tmp_path / "home" / "guoban" / "device"]  # fmt: skip
    assert len(private) >= 3
    for path in private:
        assert path.stat().st_mode & 0o077 == 0, path


HOSTILE = (
    "'); DROP TABLE revision; --", "%s %n %d {0} {self.__class__}", "${HOME} $(id) `id`",
    "\u202e倒过来\u202c", "𬭼镕🙂", "<b>x</b>&amp;", "=HYPERLINK(\"x\")", "{{7*7}}", "../../etc",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_it_is_and_does_nothing(
    text: str, guoban: Guoban, blank: str
) -> None:
    said = guoban(
        "record", "funds_in_place", "2023-04", "1046.5",
        "--note", text, "--source", text, "--author", text, "--ledger", blank,
    )  # fmt: skip
    assert said.code == 0, said.err
    log = guoban("history", "funds_in_place", "2023-04", "--ledger", blank, "--json").json
    assert (log[0]["note"], log[0]["author"]) == (text, text)
    assert guoban("check", "--ledger", blank).code == 0


@pytest.mark.parametrize("text", ["\x00", "a\x07b", "\x1b[31m", "长" * 100_000])
def test_control_characters_and_endless_text_are_refused_in_a_sentence(
    text: str, tmp_path: Path
) -> None:
    with fresh(tmp_path) as store, pytest.raises(BadValue):
        store.record([ActualEdit(CELL, 1.0, note=text)], "填报")


def fresh(folder: Path) -> Store:
    from tests.conftest import DEVICE, NOW

    return create_ledger(
        folder / "a.guoban", LedgerKind.BLANK, now=lambda: NOW, author="张三", device=DEVICE
    )  # fmt: skip


def test_who_and_where_stand_on_every_revision(tmp_path: Path) -> None:
    with fresh(tmp_path) as store:
        store.record([ActualEdit(CELL, 1.0)], "填报")
        columns, rows = store.contents.journal_tables()["revision"]
    for row in rows:
        held = dict(zip(columns, row, strict=True))
        assert held["author"]
        assert held["device_id"]
