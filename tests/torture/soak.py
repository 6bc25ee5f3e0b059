"""Long use: thousands of edits, hundreds of exports and page switches in the real window.

Memory, timers, threads and the latency of an edit must be at the end what they were after the
warm-up. `python -m tests.torture.soak` is the long form, tests/ui/test_soak.py the short one.
"""

import argparse
import gc
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

MOST_GROWTH_MB = 20.0
MOST_SLOWER = 1.3
MOST_WIDGETS = 30
"""Lists hold as many rows of widgets as there is to say."""


@dataclass(frozen=True)
class Load:
    """How much is done after the warm-up: a tenth of it, every page and chart at least twice."""

    edits: int
    exports: int
    switches: int

    def tenth(self) -> "Load":
        """Return the warm-up."""
        return Load(self.edits // 10, max(26, self.exports // 10), max(24, self.switches // 10))


@dataclass(frozen=True)
class Reading:
    """What was measured once."""

    rss_mb: float
    threads: int
    timers: int
    widgets: int
    figures: int
    edit_ms: float
    edit_work: float
    """An edit in units of work that is always the same: a machine that others slow down slows
    both.
    """


class Soak:
    """A window, and a person who never stops."""

    def __init__(self, window: Any, folder: Path) -> None:
        from tests.ui.grid_hands import Hands

        self._window = window
        self._folder = folder
        self._number = 1000
        self._hands: Callable[[], Hands] = lambda: Hands(window.page)

    def run(self, load: Load) -> Reading:
        """Do a load of work and measure at its end."""
        times = self._edit(load.edits)
        self._switch(load.switches)
        self._export(load.exports)
        last = times[-max(1, len(times) // 4) :]
        edit_ms = statistics.median(took for took, _ in last) * 1000
        return self._measure(edit_ms, edit_ms / statistics.median(same for _, same in last) / 1000)

    def _edit(self, count: int) -> list[tuple[float, float]]:
        """Type over the pages of all regions in turn; return how long each edit took, and beside
        it how long this machine just then took for work that is always the same.
        """
        self._window.open_page("entry")
        hands, places = self._hands(), self._places()
        times: list[tuple[float, float]] = []
        cells: list[tuple[str, int]] = []
        while len(times) < count:
            if not cells:
                self._window.session.look_at(region=next(places))
                cells = self._cells(hands)
            indicator, month = cells.pop()
            self._number += 1
            began = time.perf_counter()
            hands.enter(indicator, month, f"{self._number / 10:.1f}")
            times.append((time.perf_counter() - began, _same_work()))
            _clear_away()
        self._window.session.look_at(region=next(self._places()))
        return times

    def _places(self) -> Iterator[str]:
        """Yield the province and its prefectures, again and again."""
        catalogue = self._window.session.snapshot.catalogue
        province = catalogue.province.code
        below = [one.code for one in catalogue.regions.values() if one.parent == province]
        return cycle([province, *below])

    @staticmethod
    def _cells(hands: Any) -> list[tuple[str, int]]:
        """Return the cells that take an amount: a person types over a page, not into one cell."""
        from tracker.indicators import Measure
        from ui.models.cell_look import CellKind

        seen: dict[tuple[str, int], None] = {}
        for shown in hands.table.rows:
            if getattr(shown, "measure", None) is Measure.AMOUNT:
                for month in range(1, 13):
                    if hands.look(shown.indicator.id, month).kind is CellKind.OPEN:
                        seen[shown.indicator.id, month] = None
        return list(seen)

    def _switch(self, count: int) -> None:
        from PySide6.QtWidgets import QApplication

        from ui.page_registry import ENTRIES

        names = [entry.nav.name for entry in ENTRIES]
        for number in range(count):
            self._window.open_page(names[number % len(names)])
            QApplication.processEvents()
            _clear_away()

    def _export(self, count: int) -> None:
        from tracker.charts.export import export
        from tracker.charts.gallery import GALLERY, ChartRequest

        session = self._window.session
        charts = list(GALLERY)
        for number in range(count):
            chart = GALLERY[charts[number % len(charts)]]
            request = ChartRequest(
                chart.id, session.region, session.as_of, date(2023, 5, 10),
                chart.presets[0].id, "funds_in_place" if chart.needs_indicator else None,
            )  # fmt: skip
            export(session.snapshot, request, self._folder / "soak.png", force=True)

    def _measure(self, edit_ms: float, edit_work: float) -> Reading:
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from ui.background import Background

        window = self._window

        def running() -> int:
            return sum(timer.isActive() for timer in window.findChildren(QTimer))

        def drawing() -> bool:
            return any(one.is_busy for one in window.findChildren(Background))

        # A picture left half-way or not begun would make two readings of the same thing differ.
        window.open_page("charts")
        for _ in range(40):  # pictures still being drawn or packed, a toast that goes by itself
            QTest.qWait(300)
            if not running() and not drawing():
                break
        gc.collect()
        return Reading(
            _rss_mb(),
            threading.active_count(),
            running(),
            len(QApplication.allWidgets()),
            _pictures(),
            edit_ms,
            edit_work,
        )


def _pictures() -> int:
    """Count matplotlib's figures; the program has figures of its own, which are numbers."""
    from matplotlib.figure import Figure

    return sum(type(one) is Figure for one in gc.get_objects())


def _same_work() -> float:
    """Return the seconds that a fixed piece of work takes."""
    began = time.perf_counter()
    sum(len(str(number)) for number in range(4000))
    return time.perf_counter() - began


def _clear_away() -> None:
    """Delete what asked to be deleted later: the event loop does, which nobody runs here."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _rss_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
    except OSError:  # pragma: no cover - not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def judged(warm: Reading, end: Reading) -> list[str]:
    """Return what is not as it was; nothing where the soak was passed."""
    found = []
    if end.rss_mb - warm.rss_mb > MOST_GROWTH_MB:
        found.append(f"memory grew by {end.rss_mb - warm.rss_mb:.1f} MB")
    if end.threads > warm.threads:
        found.append(f"{end.threads - warm.threads} threads left over")
    if end.timers > warm.timers:
        found.append(f"{end.timers - warm.timers} timers left running")
    if end.widgets > warm.widgets + MOST_WIDGETS:
        found.append(f"{end.widgets - warm.widgets} widgets left over")
    if end.figures > warm.figures:
        found.append(f"{end.figures - warm.figures} figures left over")
    if end.edit_work > MOST_SLOWER * warm.edit_work:
        found.append(f"an edit takes {end.edit_work / warm.edit_work:.2f} times as long")
    return found


def open_window(folder: Path) -> Any:
    """Open the real window, offscreen, on a fresh sample ledger."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from resources import ROOT
    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.periods import Month
    from ui import fonts
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.session import Session
    from ui.theme import Theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    fonts.load(ROOT / "fonts")
    store = create_ledger(
        folder / "soak.guoban", LedgerKind.SAMPLE,
        now=lambda: datetime.now(UTC), author="张三", device="d",
    )  # fmt: skip
    session = Session(store, date.today, datetime.now)
    session.look_at(as_of=Month(2023, 4))
    theme = Theme(ROOT, "light")
    theme.apply(application)
    window = MainWindow(session, Preferences(folder / "p.ini"), theme)
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowActive(window)
    return window


def main() -> int:
    """Run the long form; returns 1 when something is not as it was."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--edits", type=int, default=10_000)
    wanted.add_argument("--exports", type=int, default=200)
    wanted.add_argument("--switches", type=int, default=200)
    given = wanted.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    load = Load(given.edits, given.exports, given.switches)
    with tempfile.TemporaryDirectory() as place:
        soak = Soak(open_window(Path(place)), Path(place))
        warm = soak.run(load.tenth())
        print(f"after the warm-up  {warm}", flush=True)
        end = soak.run(load)
        print(f"at the end         {end}")
    found = judged(warm, end)
    print(f"memory {end.rss_mb - warm.rss_mb:+.1f} MB (≤ {MOST_GROWTH_MB}), "
          f"edit ×{end.edit_work / warm.edit_work:.2f} (≤ {MOST_SLOWER})")  # fmt: skip
    for sentence in found:
        print(f"LOST: {sentence}")
    del application
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
