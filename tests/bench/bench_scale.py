"""A ledger of 500,000 actuals: the start, typing, turning pages, memory, a backup; and the growth
of each from 10,000 to 1,000,000 actuals.

Run as a program: `python -m tests.bench.bench_scale [COUNT ...]`. Prints a row for every limit
with its reference of the same run, and asserts nothing. Starts and everything in the window are
judged by processor time, so that another program on the machine does not decide the verdict;
backups, which wait for the disk and use two threads, by the clock. Making the ledgers takes
minutes; counts given as arguments are measured instead of the four.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench.bench_start import EMPTY, FILLED
from tests.bench.large_ledger import make_large

ROOT = Path(__file__).resolve().parents[2]
COUNTS = (10_000, 100_000, 500_000, 1_000_000)
JUDGED = 500_000
STARTS = 7
WEIGHED = """
import os
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("2023")
label.resize(1440, 900)
label.show()
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
FigureCanvasAgg(Figure()).draw()
application.processEvents()
pages = int(open("/proc/self/statm").read().split()[1])
print(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
"""
"""An empty PySide6 + matplotlib window, and what it weighs in MB."""


@dataclass(frozen=True)
class Row:
    """A line of the table: a figure, its limit (None: only printed), and what stands beside it."""

    name: str
    figure: float
    limit: float | None
    unit: str
    beside: str = ""

    def line(self) -> str:
        """Return the line with its verdict."""
        limit = "" if self.limit is None else f"at most {self.limit:g}"
        verdict = "" if self.limit is None else "ok" if self.figure <= self.limit else "OVER"
        figure = f"{self.name:<44}{self.figure:9.2f} {self.unit:<3}"
        return f"  {figure} {limit:<13}{verdict:<5}{self.beside}"


def main() -> None:
    """Measure every size, print the table of 500,000 (or the last), then the growth."""
    counts = tuple(map(int, sys.argv[1:])) or COUNTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = _sample(folder)
        empty_mb = float(_said([sys.executable, "-c", WEIGHED], folder))
        measured: dict[int, list[Row]] = {}
        for count in counts:
            measured[count] = _rows(folder, sample, count, empty_mb)
            print(f"== {count:,} actuals", flush=True)
            print("\n".join(row.line() for row in measured[count]), flush=True)
        if len(counts) > 1:
            _print_growth(measured)


def _rows(folder: Path, sample: Path, count: int, empty_mb: float) -> list[Row]:
    ledger = folder / "large.guoban"
    started = time.process_time()
    make_large(ledger, count)
    recorded = (time.process_time() - started) / count * 50_000
    empty, small, large = _starts(folder, sample, ledger)
    words = ["-m", "tests.bench.large_window", str(ledger), _window_folder(folder)]
    said = _said([sys.executable, *words], folder)
    walk = json.loads(said.splitlines()[-1])
    times: dict[str, list[float]] = walk["times"]
    for left in folder.glob("large.guoban*"):
        left.unlink()
    after = {key: taken for key, taken in times.items() if key.startswith("moved:")}
    moved = [value for taken in after.values() for value in taken]
    slowest = max(after, key=lambda key: max(after[key]))
    medians = {key: statistics.median(taken) for key, taken in times.items()}
    first = [value for key, taken in times.items() if key.startswith("first:") for value in taken]
    return [
        Row("cold start, × an empty window", large / empty, 4.5, "×",
            f"empty {empty * 1000:.0f} ms, sample ledger {small / empty:.2f}×"),
        Row("cold start, more than the sample ledger", (large - small) / empty, 0.5, "×"),
        Row("edit to repaint, p99", _share(times["edit"], 0.99), 16, "ms",
            f"median {medians['edit']:.1f}"),
        Row("page switch, p95", _share(times["switch"], 0.95), 100, "ms"),
        Row("page switch after the month moved, p95", _share(moved, 0.95), 100, "ms",
            f"slowest {slowest.partition(':')[2]} {max(after[slowest]):.0f}"),
        Row("region switch on 总览, p95", _share(times["region"], 0.95), 100, "ms"),
        Row("scrolled frame of the lights of all, p95", _share(times["frame"], 0.95), 16, "ms"),
        Row("opening all pages for the first time", sum(first), None, "ms"),
        Row("memory after every page, × an empty one", walk["memory_mb"] / empty_mb, 1.6, "×",
            f"{walk['memory_mb']:.0f} MB beside {empty_mb:.0f} MB"),
        Row("backup, copied and proved", medians["backup"] / 1000, 1, "s",
            f"a bare copy {medians['bare copy'] / 1000:.2f} s;"
            f" processor, both threads {medians['backup work'] / 1000:.2f} s"),
        Row("recording 50,000 figures", recorded, None, "s"),
    ]  # fmt: skip


def _window_folder(folder: Path) -> str:
    """Return a folder for the window's own files."""
    own = folder / "window"
    own.mkdir(exist_ok=True)
    return str(own)


def _starts(folder: Path, sample: Path, large: Path) -> tuple[float, float, float]:
    """Start an empty window and both ledgers in turn; medians of processor time in seconds."""
    taken: dict[tuple[str, Path], list[float]] = {
        (EMPTY, sample): [], (FILLED, sample): [], (FILLED, large): []
    }  # fmt: skip
    for run in range(STARTS + 1):
        for program, ledger in taken:
            before = os.times()
            arguments = [sys.executable, "-c", program, str(ledger), str(folder / "config")]
            _said(arguments, folder)
            after = os.times()
            used = after.children_user + after.children_system
            if run:  # the first compiles
                taken[program, ledger].append(used - before.children_user - before.children_system)
    empty, small, big = (statistics.median(times) for times in taken.values())
    return empty, small, big


def _said(arguments: list[str], folder: Path) -> str:
    """Run a program as an installed one would run; return what it printed."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        arguments, env=environment, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return done.stdout


def _sample(folder: Path) -> Path:
    from tracker.ledgers import LedgerKind, create_ledger

    path = folder / "sample.guoban"
    create_ledger(
        path, LedgerKind.SAMPLE, now=lambda: datetime.now().astimezone(), author="bench",
        device="0" * 36,
    ).close()  # fmt: skip
    return path


def _share(taken: list[float], share: float) -> float:
    return sorted(taken)[max(0, int(len(taken) * share) - 1)]


def _print_growth(measured: dict[int, list[Row]]) -> None:
    """Print the exponent of each: time ~ count ** exponent, by least squares of the logarithms."""
    print("== growth, as the power of the number of actuals")
    sizes = [math.log(count) for count in measured]
    middle = statistics.fmean(sizes)
    for lines in zip(*measured.values(), strict=True):
        values = [math.log(max(line.figure, 1e-3)) for line in lines]
        spread = sum((size - middle) ** 2 for size in sizes)
        exponent = sum((s - middle) * v for s, v in zip(sizes, values, strict=True)) / spread
        course = " → ".join(f"{line.figure:.2f}" for line in lines)
        print(f"  {lines[0].name:<44}{exponent:6.2f}   {course} {lines[0].unit}")


if __name__ == "__main__":
    main()
