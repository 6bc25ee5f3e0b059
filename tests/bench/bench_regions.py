"""Turning to 市州 and other pages, and one scrolled frame of the lights of every region.

Run as a program: `python -m tests.bench.bench_regions`. Prints times and asserts nothing.
"""

import os
import tempfile
import time
from datetime import datetime
from pathlib import Path

SWITCHES, FRAMES = 60, 200
PAGES = ("regions", "overview", "entry", "targets")


def main() -> None:
    """Print both lines."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        from tracker.ledgers import LedgerKind, create_ledger
        from tracker.periods import Month
        from ui.app import start

        ledger = Path(folder) / "sample.guoban"
        create_ledger(ledger, LedgerKind.SAMPLE, now=_now, author="bench", device="0" * 36).close()
        desk = start(ledger, Path(folder) / "config")
        desk.show()
        window, settle = desk.window, desk.application.processEvents
        window.session.look_at(as_of=Month(2023, 4))
        _record_counties(window.session)
        for name in PAGES:  # pages are made when they are first opened
            window.open_page(name)
            settle()
        taken = []
        for number in range(SWITCHES):
            window.session.look_at(as_of=Month(2023, 3 + number // len(PAGES) % 2))
            settle()
            started = time.perf_counter()
            window.open_page(PAGES[number % len(PAGES)])
            settle()
            taken.append(time.perf_counter() - started)
        print(f"page switch p95: {_p95(taken):.1f} ms (at most 100)")
        page = window.open_page("regions")
        page.tools.scopes.button("every").click()
        settle()
        print(
            f"lights of {page.lights.grid.columnCount()} regions, "
            f"scrolled frame p95: {_p95(_frames(page.lights, settle)):.1f} ms (at most 16)"
        )
        started = time.perf_counter()
        page.refresh()
        settle()
        print(f"all regions put in order: {(time.perf_counter() - started) * 1000:.1f} ms")
        window.close()
        window.session.close()


def _record_counties(session: object) -> None:
    """Give every county figures and targets of several indicators."""
    from tracker.edits import ActualEdit, TargetEdit
    from tracker.indicators import CellKey, Comparator, RegionLevel, TargetKey
    from tracker.periods import Horizon, Month

    snapshot = session.snapshot
    edits = []
    counties = [
        one for one in snapshot.catalogue.regions.values() if one.level is RegionLevel.COUNTY
    ]
    for place, county in enumerate(counties):
        for indicator in list(snapshot.catalogue.indicators.values())[:17]:
            measure = indicator.judged_by
            target = TargetKey(indicator.id, county.code, 2023, Horizon.FY, measure)
            edits.append(TargetEdit(target, 100.0, Comparator.AT_LEAST))
            key = CellKey(
                indicator.id, county.code, Month(2023, 3), measure, indicator.basis_of(measure)
            )
            edits.append(ActualEdit(key, 20.0 + place % 17))
    session.record(edits, "bench")


def _frames(view: object, settle: object) -> list[float]:
    """Scroll to the right and back, painting each step; seconds a frame."""
    bar, taken = view.horizontalScrollBar(), []
    for number in range(FRAMES):
        started = time.perf_counter()
        bar.setValue((number * 37) % max(1, bar.maximum()))
        view.viewport().repaint()
        taken.append(time.perf_counter() - started)
        settle()
    return taken


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95) - 1] * 1000


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    main()
