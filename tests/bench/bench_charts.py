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
PICTURES: tuple[tuple[tuple[str, str | None, int], int], ...] = (
    (("trajectory", "funds_in_place", 4), 3),
    (("growth", "industrial_output", 4), 3),
    (("ranking", "gdp", 3), 5),
    (("tilemap", "funds_in_place", 4), 5),
    (("board", None, 6), 6),
    (("heat", None, 6), 8),
    (("multiples", None, 4), 8),
    (("movement", "funds_in_place", 6), 5),
    (("contribution", "foreign_trade", 4), 5),
)
"""What is drawn, (chart, indicator, month of 2023), and how many times an empty figure it may take.
"""


def main() -> None:
    """Print how long each chart takes beside an empty figure."""
    from matplotlib.figure import Figure

    from tracker.charts.export import render
    from tracker.charts.gallery import ChartRequest
    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.parcel import pinned
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
            held = pinned(store.snapshot(), "620000", 2023)

    def drawn(chart: str, indicator: str | None, month: int) -> Callable[[], object]:
        made_on = date(2023, 7, 18)
        asked = ChartRequest(
            chart, "620000", Month(2023, month), made_on, "slide", indicator=indicator
        )
        return lambda: render(held, asked)

    base, *taken = _medians(empty, *(drawn(*picture) for picture, _ in PICTURES))
    print(f"empty figure {base:.0f} ms")
    for ((chart, _, _), most), median in zip(PICTURES, taken, strict=True):
        print(f"{chart} ratio: {median / base:.2f} (at most {most}), {median:.0f} ms")


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
