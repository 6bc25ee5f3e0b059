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


def main() -> None:
    """Print both comparisons."""
    from tracker.charts.batch import PictureSet, Running, plan_batch, run_batch
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
        taken, shares = {}, {}
        for workers in (1, 2):
            target = folder / str(workers)
            target.mkdir()
            started, before = time.perf_counter(), _work()
            report = run_batch(plan, target, Running(workers=workers))
            taken[workers] = time.perf_counter() - started
            shares[workers] = (_work() - before) / workers
            files = len(report.written)
            print(
                f"{workers} workers: {files} files in {taken[workers]:.1f} s, "
                f"{shares[workers]:.1f} s of processor each"
            )
        print(f"batch ratio: {taken[1] / taken[2]:.2f} (at least 1.7)")
        print(f"the same by processor time, on an idle machine: {shares[1] / shares[2]:.2f}")
        _print_memory()


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
