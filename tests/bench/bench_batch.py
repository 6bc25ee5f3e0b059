"""A batch of 60 pictures with two processes beside one, and how much memory they take.

Run as a program: `python -m tests.bench.bench_batch`. Prints ratios and asserts nothing.
"""

import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

EMPTY = """
import os, resource
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
QApplication([])
FigureCanvasAgg(Figure()).draw()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

PLAIN = """
import io, sys
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
for _ in range(int(sys.argv[1])):
    figure = Figure(figsize=(19.2, 10.8), dpi=100)
    FigureCanvasAgg(figure)
    figure.subplots().plot(range(50))
    figure.savefig(io.BytesIO())
"""
_PLAIN = 30
_LOOKING_S = 4.0
"""How long a person chooses in the panel 批量导出, at the least, while the processes start."""


def main() -> None:
    """Print both comparisons."""
    from tracker.charts.batch import PictureSet, Running, plan_batch, run_batch
    from tracker.charts.workers import Workers
    from tracker.ledgers import LedgerKind, create_ledger
    from tracker.periods import Month

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = create_ledger(
            folder / "sample.guoban",
            LedgerKind.SAMPLE,
            now=lambda: datetime(2023, 7, 18).astimezone(),
            author="bench",
            device="01890000-0000-7000-8000-000000000001",
        )
        chosen = PictureSet(
            ("board", "trajectory"), ("slide",), indicators=("funds_in_place", "gdp")
        )
        months = [Month(2022 + number // 10, 3 + number % 10) for number in range(20)]
        with store:
            plan = plan_batch(store.snapshot(), chosen, ["620000"], months, date(2023, 7, 18))
        for standing in (True, False):
            taken, shares = {}, {}
            for workers in (1, 2):
                target = folder / f"{workers}{standing}"
                target.mkdir()
                ready = Workers(workers) if standing else None
                time.sleep(_LOOKING_S if standing else 0)
                started, before = time.perf_counter(), _work()
                report = run_batch(plan, target, Running(workers=workers), ready)
                taken[workers] = time.perf_counter() - started
                shares[workers] = (_work() - before) / workers
                print(
                    f"{workers} workers: {len(report.written)} files in {taken[workers]:.1f} s, "
                    f"{shares[workers]:.1f} s of processor each"
                )
            how = "from the open panel" if standing else "with processes yet to start"
            print(f"batch ratio {how}: {taken[1] / taken[2]:.2f} (at least 1.7)")
            print(f"the same by processor time, on an idle machine: {shares[1] / shares[2]:.2f}")
        _print_machine()
        _print_memory()


def _print_machine() -> None:
    """Print how much faster two processes are that share nothing but the machine.

    Each saves plain matplotlib figures; what this is below 2, no batch can have.
    """
    alone = _plain_seconds(1, 2 * _PLAIN)
    beside = _plain_seconds(2, _PLAIN)
    print(f"two plain processes beside one, the same work: {alone / beside:.2f}")


def _plain_seconds(processes: int, pictures: int) -> float:
    """Return how long some processes take that save plain figures, from start to end."""
    words = [sys.executable, "-c", PLAIN, str(pictures)]
    started = time.perf_counter()
    running = [subprocess.Popen(words) for _ in range(processes)]
    for one in running:
        one.wait()
    return time.perf_counter() - started


def _work() -> float:
    """Return the processor time of all workers so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _print_memory() -> None:
    """Print the largest worker beside an empty process with the same libraries."""
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said = subprocess.run([sys.executable, "-c", EMPTY], capture_output=True, text=True, check=True)
    empty = int(said.stdout.split()[-1])
    print(f"memory of a worker: {worker / empty:.2f} of an empty PySide6 + matplotlib process")
    print(f"memory of all three: {(own + 2 * worker) / empty:.2f}")


if __name__ == "__main__":
    main()
