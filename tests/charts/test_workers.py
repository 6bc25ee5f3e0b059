"""Processes stand by before a batch is ordered, and leave with whoever started them."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.charts.conftest import MADE_ON
from tests.in_memory import PROVINCE
from tracker.charts.batch import PictureSet, Running, plan_batch, run_batch
from tracker.charts.workers import Workers
from tracker.periods import Month
from tracker.snapshot import Snapshot

STANDING = """
import multiprocessing, sys
from tracker.charts.workers import Workers
if __name__ == "__main__":
    workers = Workers(1)
    print(*[one.pid for one in multiprocessing.active_children()], flush=True)
    sys.stdin.read()
"""


def test_a_batch_is_drawn_by_those_who_stand_by(sample: Snapshot, tmp_path: Path) -> None:
    chosen = PictureSet(("board",), ("banner",))
    plan = plan_batch(sample, chosen, [PROVINCE], [Month(2023, 4)], MADE_ON)
    report = run_batch(plan, tmp_path, Running(), Workers(2))
    assert report.complete
    assert [path.name for path in report.files] == list(plan.files)


def test_those_who_are_not_needed_leave() -> None:
    workers = Workers(1)
    workers.close()
    with pytest.raises(RuntimeError, match=r"shutdown|terminated"):
        workers.submit(None)  # type: ignore[arg-type]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
def test_they_leave_when_the_program_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "standing.py"
    program.write_text(STANDING, "utf-8")
    around = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=around,
        text=True,
    ) as running:
        assert running.stdout is not None
        (process,) = (int(word) for word in running.stdout.readline().split())
        running.kill()
    deadline = time.monotonic() + 30
    while is_there(process):
        assert time.monotonic() < deadline, f"{process} waits for figures that nobody will send"
        time.sleep(0.05)


def is_there(process: int) -> bool:
    """Say whether a process runs; one that ended and waits to be collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
