"""A thousand cells pasted until the board shows them, beside a bare commit of a thousand rows.

Run as a program: `python -m tests.bench.bench_paste`. Prints ratios and asserts nothing.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.edits import SettingEdit
    from tracker.indicators import Catalogue

CELLS = 1000
OWN = 30
RUNS = 7


def main() -> None:
    """Print both, and their ratio."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        pasted, cells = _pastes(Path(folder))
        bare = _commits(Path(folder))
    print(f"paste of {cells} cells to updated board: {pasted * 1000:.0f} ms (at most 200)")
    print(f"bare commit of {cells} rows: {bare * 1000:.1f} ms; ratio {pasted / bare:.1f}")


def _pastes(folder: Path) -> tuple[float, int]:
    """Paste a month of all regions, then paint 总览; seconds (median) and cells.

    The catalogue has 35 indicators; with thirty own ones a month of 16 regions is 1,000 cells.
    """
    from PySide6.QtGui import QGuiApplication

    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.periods import Month
    from ui.app import start
    from ui.models.entry_axis import LABELS
    from ui.models.entry_rows import WHOLE_CATALOGUE, EntryView, Way
    from ui.pages.entry import EntryPage

    ledger = folder / "paste.guoban"
    create_ledger(ledger, LedgerKind.SAMPLE, now=_now, author="bench", device="0" * 36).close()
    desk = start(ledger, folder / "config")
    assert desk is not None
    desk.show()
    window, session = desk.window, desk.window.session
    session.record(_own_indicators(session.snapshot.catalogue), "bench")
    window.open_page("entry")
    page = window.page
    assert isinstance(page, EntryPage)
    page.tools.view_chosen.emit(EntryView(lever=WHOLE_CATALOGUE, way=Way.REGIONS))
    taken: list[float] = []
    written = 0
    for run in range(RUNS):
        session.look_at(as_of=Month(2001 + run, 12))  # everything is due, nothing is entered
        window.open_page("entry")
        desk.application.processEvents()
        height, width = page.table.rowCount(), page.table.columnCount() - LABELS
        QGuiApplication.clipboard().setText(_text(height, width))
        page.grid.stand_on(0, LABELS)
        started = time.perf_counter()
        page.grid.view.paste()
        window.open_page("overview")
        desk.application.processEvents()
        taken.append(time.perf_counter() - started)
        report = page.paste_bar.report
        written = 0 if report is None else report.written
    session.close()
    return statistics.median(taken), written


def _own_indicators(catalogue: "Catalogue") -> "list[SettingEdit]":
    from tracker.indicators import MeasureKind
    from tracker.own_indicators import Wish, indicator_edit, new_indicator

    made = []
    for number in range(OWN):
        wish = Wish(f"自建指标{number}", MeasureKind.FLOW, "万元", f"own_{number}")
        made.append(indicator_edit(new_indicator(catalogue, wish)))
    return made


def _text(height: int, width: int) -> str:
    """Return a block of figures that fits every measure."""
    rows = (
        "\t".join(str(100 * (column + 1) + row) for column in range(width)) for row in range(height)
    )
    return "\n".join(rows) + "\n"


def _commits(folder: Path) -> float:
    """A thousand rows in one durable commit; seconds, median."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE row (value REAL)")
    taken = []
    for run in range(RUNS):
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        rows = ((float(number + run),) for number in range(CELLS))
        connection.executemany("INSERT INTO row VALUES (?)", rows)
        connection.execute("COMMIT")
        taken.append(time.perf_counter() - started)
    connection.close()
    return statistics.median(taken)


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    main()
