"""How soon the preview follows an edit, and how long thumbnails keep the window from a key.

Run as a program: `python -m tests.bench.bench_preview`. Prints times and asserts nothing.
"""

import os
import statistics
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

RUNS = 12


def main() -> None:
    """Print the median from an edit to its picture, and the longest gap between events."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from tracker.charts.gallery import GALLERY, ChartRequest
    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.periods import Month
    from ui.chart_work import ChartWork

    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        store = create_ledger(
            Path(name) / "sample.guoban",
            LedgerKind.SAMPLE,
            now=lambda: datetime(2023, 7, 18).astimezone(),
            author="bench",
            device="01890000-0000-7000-8000-000000000001",
        )
        with store:
            held, work, loop = store.snapshot(), ChartWork(), QEventLoop()
            work.preview_ready.connect(loop.quit)

            def asked(chart: str, day: int) -> ChartRequest:
                made_on = date(2023, 6, day)
                return ChartRequest(
                    chart, "620000", Month(2023, 4), made_on, indicator="funds_in_place"
                )

            taken, used = [], []
            for day in range(1, RUNS + 2):
                started, before = time.perf_counter(), time.process_time()
                work.ask_preview(held, asked("trajectory", day))
                loop.exec()
                taken.append((time.perf_counter() - started) * 1000)
                used.append((time.process_time() - before) * 1000)
            print(
                f"preview after an edit: {statistics.median(taken[1:]):.0f} ms (at most 120), "
                f"{statistics.median(used[1:]):.0f} ms of processor"
            )
            for chart in [one for one in GALLERY if one != "poster"]:
                work.ask_thumbnail(held, asked(chart, 1))
            longest = 0.0
            while work.is_busy:
                started = time.perf_counter()
                application.processEvents()
                time.sleep(0.002)
                longest = max(longest, (time.perf_counter() - started) * 1000 - 2)
            print(f"thumbnails hold the window at most {longest:.0f} ms")
            work.close()


if __name__ == "__main__":
    main()
