"""A window on a ledger in a process of its own, measured as a person moves through it.

Run as `python -m tests.bench.large_window LEDGER FOLDER`; prints its figures as one line of JSON.
Times are processor time in ms: what another program on the machine does is not ours.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

EDITS, ROUNDS, FRAMES, LOOKS = 200, 3, 150, 12
_AT = datetime(2024, 1, 20, tzinfo=UTC)


class LargeWindow:
    """The window, its times by name, and what it weighs."""

    def __init__(self, ledger: Path, folder: Path) -> None:
        from tracker.periods import Month
        from ui.app import start

        desk = start(ledger, folder / "config")
        assert desk is not None
        desk.show()
        self.settle: Callable[[], None] = desk.application.processEvents
        self.settle()
        self.window: Any = desk.window
        self.session: Any = desk.window.session
        self.session.look_at(as_of=Month(2023, 4))
        self.times: dict[str, list[float]] = {}
        self._folder = folder

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the processor time until everything is painted."""
        before = time.process_time()
        yield
        self.settle()
        self.times.setdefault(name, []).append((time.process_time() - before) * 1000)

    def rest(self, seconds: float = 0.06) -> None:
        """Let what was put off until after the repaint have its turn, unmeasured."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.settle()
            time.sleep(0.002)

    def edit(self) -> None:
        """Type values of the province into 总览 and let it follow."""
        from tracker.board import board
        from tracker.edits import ActualEdit
        from tracker.indicators import Basis, CellKey, Measure

        session = self.session
        rows = board(session.snapshot, session.region, session.as_of).cumulative
        keys = [
            CellKey(row.progress.indicator.id, session.region, session.as_of, Measure.AMOUNT,
                    Basis.YTD)
            for row in rows
            if row.progress.indicator.calendar.is_due(session.as_of.month)
        ]  # fmt: skip
        self.rest()
        for number in range(EDITS):
            with self.timed("edit"):
                value = 900.0 + number
                edit = ActualEdit(keys[number % len(keys)], value, published_on=date.today())
                session.record([edit], "bench")
            self.rest(0.035)

    def open_all(self) -> None:
        """Open every page once, and wait for the pictures of 图表."""
        from ui.page_registry import ENTRIES

        self.names = [entry.nav.name for entry in ENTRIES]
        for name in self.names:
            with self.timed(f"first:{name}"):
                page = self.window.open_page(name)
        page = self.window.open_page("charts")
        until = time.perf_counter() + 120
        while page.work.is_busy and time.perf_counter() < until:
            self.rest()
        pages = Path("/proc/self/statm").read_text("utf-8").split()[1]
        self.memory_mb = int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def turn(self) -> None:
        """Turn to every page: as it was left, then after the month has moved."""
        for number in range(ROUNDS):
            for name in self.names:
                with self.timed("switch"):
                    self.window.open_page(name)
                self.rest()
            self.session.look_at(as_of=self.session.as_of.plus(1 - number % 2 * 2))
            for name in self.names:
                with self.timed(f"moved:{name}"):
                    self.window.open_page(name)
                self.rest()

    def look(self) -> None:
        """Look at one region after the other on 总览."""
        catalogue = self.session.snapshot.catalogue
        self.window.open_page("overview")
        for region in [one.code for one in catalogue.members(catalogue.province.code)][:LOOKS]:
            with self.timed("region"):
                self.session.look_at(region=region)
            self.rest()
        self.session.look_at(region=catalogue.province.code)

    def scroll(self) -> None:
        """Scroll the lights of all regions."""
        page = self.window.open_page("regions")
        page.tools.scopes.button("every").click()
        self.rest()
        view = page.lights
        bar = view.horizontalScrollBar()
        for number in range(FRAMES):
            with self.timed("frame"):
                bar.setValue((number * 37) % max(1, bar.maximum()))
                view.viewport().repaint()

    def back_up(self) -> None:
        """Copy the ledger and prove the copy."""
        from tracker.storage.backups import Reason, back_up

        for number in range(3):
            started, used = time.perf_counter(), time.process_time()
            back_up(self.session.store.path, self._folder / f"kept-{number}", _AT, Reason.WISH)
            taken = (time.perf_counter() - started) * 1000
            self.times.setdefault("backup", []).append(taken)
            work = (time.process_time() - used) * 1000
            self.times.setdefault("backup work", []).append(work)
            started = time.perf_counter()
            with (self._folder / "bare").open("wb") as copy:
                copy.write(self.session.store.path.read_bytes())
                os.fsync(copy.fileno())
            bare = (time.perf_counter() - started) * 1000
            self.times.setdefault("bare copy", []).append(bare)


def main() -> None:
    """Walk, and print what it took."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ledger, folder = map(Path, sys.argv[1:3])
    walk = LargeWindow(ledger, folder)
    walk.edit()
    walk.open_all()
    walk.turn()
    walk.look()
    walk.scroll()
    walk.back_up()
    print(json.dumps({"times": walk.times, "memory_mb": walk.memory_mb}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
