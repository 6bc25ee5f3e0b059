"""Cold start to first paint, beside an empty PySide6 window; and one edit beside a bare commit.

Run as a program: `python tests/bench/bench_start.py`. Prints ratios and asserts nothing.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
EDITS = 200

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
label = QLabel("2023")
label.resize(1440, 900)
label.show()
application.processEvents()
import os
os._exit(0)
"""
FILLED = """
import sys
from pathlib import Path
from ui.app import start
desk = start(Path(sys.argv[1]), Path(sys.argv[2]))
desk.show()
desk.application.processEvents()
assert "matplotlib" not in sys.modules
import os
os._exit(0)
"""


def main() -> None:
    """Print both comparisons."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = _sample(Path(folder))
        empty, filled = _starts(Path(folder), ledger)
        print(f"cold start: empty window {empty * 1000:.0f} ms, board {filled * 1000:.0f} ms")
        print(f"cold start ratio: {filled / empty:.2f} (at most 4)")
        edit, commit = _edits(ledger), _commits(Path(folder))
        print(f"edit to repaint p99: {edit:.1f} ms (at most 16); bare commit p99: {commit:.1f} ms")
        print(f"edit ratio: {edit / commit:.2f}")


def _sample(folder: Path) -> Path:
    from tracker.ledgers import LedgerKind, create_ledger

    path = folder / "sample.guoban"
    create_ledger(path, LedgerKind.SAMPLE, now=_now, author="bench", device="0" * 36).close()
    return path


def _now() -> datetime:
    return datetime.now().astimezone()


def _starts(folder: Path, ledger: Path) -> tuple[float, float]:
    """Start both in turn, so that both meet the same machine; medians in seconds."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),  # an installed program is compiled
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {EMPTY: [], FILLED: []}
    for run in range(RUNS + 1):
        for program in (EMPTY, FILLED):
            arguments = [sys.executable, "-c", program, str(ledger), str(folder / "config")]
            started = time.perf_counter()
            subprocess.run(arguments, env=environment, check=True)
            if run:
                times[program].append(time.perf_counter() - started)
    return statistics.median(times[EMPTY]), statistics.median(times[FILLED])


def _edits(ledger: Path) -> float:
    """Type a value, let the board follow and paint; p99 in ms."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tracker.board import board
    from tracker.edits import ActualEdit
    from tracker.indicators import Basis, CellKey, Measure
    from tracker.periods import Month
    from ui.app import start

    desk = start(ledger, ledger.parent / "config")
    desk.show()
    session = desk.window.session
    session.look_at(as_of=Month(2023, 4))
    desk.application.processEvents()
    keys = [
        CellKey(
            row.progress.indicator.id, session.region, Month(2023, 4), Measure.AMOUNT, Basis.YTD
        )
        for row in board(session.snapshot, session.region, session.as_of).cumulative
    ]
    taken = []
    for number in range(EDITS):
        started = time.perf_counter()
        edit = ActualEdit(keys[number % len(keys)], 900.0 + number, published_on=date.today())
        session.record([edit], "bench")
        desk.application.processEvents()
        taken.append(time.perf_counter() - started)
    session.close()
    return _p99(taken)


def _commits(folder: Path) -> float:
    """One row, one durable commit; p99 in ms."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE row (value REAL)")
    taken = []
    for number in range(EDITS):
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row VALUES (?)", (number,))
        connection.execute("COMMIT")
        taken.append(time.perf_counter() - started)
    connection.close()
    return _p99(taken)


def _p99(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.99) - 1] * 1000


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
