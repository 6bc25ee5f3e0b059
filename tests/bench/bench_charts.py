"""One 1920×1080 PNG, built and saved, beside saving an empty matplotlib figure of that size.

Run as a program: `python -m tests.bench.bench_charts`. Prints ratios and asserts nothing.
"""

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

RUNS = 15


def main() -> None:
    """Print how long each chart takes beside an empty figure."""
    from matplotlib.figure import Figure

    from tracker.charts.export import render
    from tracker.charts.gallery import ChartRequest
    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.periods import Month

    def empty() -> None:
        Figure(figsize=(1920 / 72, 1080 / 72), dpi=72).savefig(io.BytesIO(), format="png")

    with tempfile.TemporaryDirectory() as folder:
        store = create_ledger(
            Path(folder) / "sample.guoban",
            LedgerKind.SAMPLE,
            now=lambda: datetime(2023, 7, 18).astimezone(),
            author="bench",
            device="01890000-0000-7000-8000-000000000001",
        )
        with store:
            held = store.snapshot().pinned(["620000", "100000"], range(2015, 2024))
        asked = ChartRequest("board", "620000", Month(2023, 6), date(2023, 7, 18))
        course = ChartRequest(
            "trajectory", "620000", Month(2023, 4), date(2023, 5, 10), indicator="funds_in_place"
        )
        base, board, trajectory = _medians(
            empty, lambda: render(held, asked), lambda: render(held, course)
        )
    print(f"empty figure {base:.0f} ms, trajectory {trajectory:.0f} ms, board {board:.0f} ms")
    print(f"trajectory ratio: {trajectory / base:.2f} (at most 3)")
    print(f"board ratio: {board / base:.2f} (at most 6)")


def _medians(*works: Callable[[], object]) -> list[float]:
    """Time works in turn, so that a busy machine slows all alike; returns medians in ms."""
    taken: list[list[float]] = [[] for _ in works]
    for round_number in range(RUNS + 1):
        for work, times in zip(works, taken, strict=True):
            start = time.perf_counter()
            work()
            if round_number:
                times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times) for times in taken]


if __name__ == "__main__":
    main()
