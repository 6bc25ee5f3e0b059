"""One `guoban status --json`, process and all, beside a Python that imports what it must.

Run as a program: `python -m tests.bench.bench_cli`. Prints a ratio and asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from tracker.ledgers import LedgerKind, create_ledger

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
BARE = "import click, sqlite_utils, platformdirs"
STATUS = "import sys; from ui.__main__ import main; sys.exit(main())"


def main() -> None:
    """Print how long the command takes beside bare imports."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "sample.guoban"
        create_ledger(
            ledger,
            LedgerKind.SAMPLE,
            now=lambda: datetime.now().astimezone(),
            author="bench",
            device="01890000-0000-7000-8000-000000000001",
        ).close()
        words = ["status", "--ledger", str(ledger), "--as-of", "2023-04", "--json"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": folder}
        times: dict[str, list[float]] = {BARE: [], STATUS: []}
        for run in range(RUNS + 1):
            for program in times:  # in turn, so that a busy machine slows both alike
                started = time.perf_counter()
                subprocess.run(
                    [sys.executable, "-c", program, *words],
                    env=environment,
                    check=True,
                    stdout=subprocess.DEVNULL,
                )
                if run:
                    times[program].append(time.perf_counter() - started)
    bare, status = (statistics.median(taken) for taken in times.values())
    print(f"bare imports {bare * 1000:.0f} ms, guoban status --json {status * 1000:.0f} ms")
    print(f"status ratio: {status / bare:.2f}")


if __name__ == "__main__":
    main()
