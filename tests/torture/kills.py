"""SIGKILL at random moments: what was acknowledged is there, and nothing else is left behind.

Each trial forks, lets the child work, kills it and judges what the files hold. The parent has
everything imported, so a trial costs milliseconds and a run can afford hundreds.
"""

import os
import random
import shutil
import signal
import struct
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.file_victims import BackingUp, Exporting, Migrating
from tests.torture.victims import Importing, Merging, Pasting, Typing, Victim, opened
from tracker.ledgers import LedgerKind, create_ledger
from tracker.storage.health import faults

VICTIMS: tuple[Victim, ...] = (
    Typing(), Pasting(), Importing(), Merging(), Migrating(), BackingUp(), Exporting(),
)  # fmt: skip
_READY = 0
_AFTER_FIRST = 0.8


@dataclass
class Tally:
    """What was tried and lost with one victim."""

    name: str
    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)


def new_ledger(folder: Path) -> Path:
    """Make the ledger that a victim works on for all its trials."""
    from tests.torture.victims import DEVICE, NOW

    path = folder / "ledger.guoban"
    create_ledger(
        path, LedgerKind.BLANK, now=lambda: NOW, author="张三", device=DEVICE
    ).close()  # fmt: skip
    return path


def torture(victim: Victim, folder: Path, kills: int, seed: int) -> Tally:
    """Kill a victim again and again on one ledger, judging it after each kill."""
    chance = random.Random(f"{seed} {victim.name}")
    tally = Tally(victim.name)
    ledger = new_ledger(folder)
    for _ in range(kills):
        # Most kills come after something was acknowledged, however slow the machine is today.
        first = chance.random() < _AFTER_FIRST
        last = _one_kill(victim, ledger, first, chance.uniform(0, victim.slowest_ms / 1000))
        tally.kills += 1
        tally.acknowledged += last > 0
        try:
            tally.lost += _judged(victim, ledger, last)
        except Exception as error:  # a ledger that does not open is the worst loss of all
            tally.lost.append(f"{type(error).__name__}: {error}")
    return tally


def _judged(victim: Victim, ledger: Path, last: int) -> list[str]:
    with opened(ledger) as store:  # the next start
        wrong = faults(store)
    wrong += victim.lost(ledger, last)
    files = (ledger.name, "county.guoban")
    allowed = {f"{name}{end}" for name in files for end in ("", "-wal", "-shm")}
    allowed |= {"charts", "import.csv"}
    left = [path.name for path in ledger.parent.rglob("*") if path.name.startswith(".guoban-")]
    left += [path.name for path in ledger.parent.iterdir() if path.name not in allowed | set(left)]
    return wrong + [f"left behind: {name}" for name in left]


def _one_kill(victim: Victim, ledger: Path, after_first: bool, after_s: float) -> int:
    """Fork, work, kill `after_s` after the work began, or after its first acknowledged number;
    return the last one.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(victim, ledger, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        told.read(4)  # the child stands at the start
        words = told.read(4) if after_first else b""
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        words += told.read()
    whole = len(words) // 4 * 4
    return max((n for (n,) in struct.iter_unpack("=I", words[:whole])), default=0)


def _work(victim: Victim, ledger: Path, writing: int) -> None:
    """The child: it is either killed or has failed, and never returns."""
    # What the program keeps for a person (backups before an import) stays in the trial's folder.
    os.environ["XDG_DATA_HOME"] = str(ledger.with_name("charts"))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.write(writing, struct.pack("=I", _READY))
    try:
        victim.work(ledger, lambda n: os.write(writing, struct.pack("=I", n)) and None)
    finally:
        os._exit(1)


def run(kills: int, folder: Path, seed: int, victims: Sequence[Victim] = VICTIMS) -> list[Tally]:
    """Share a number of kills among the victims; prints a line for each."""
    tallies = []
    for victim in victims:
        place = folder / victim.name.replace(" ", "-")
        place.mkdir(parents=True)
        tally = torture(victim, place, -(-kills // len(victims)), seed)
        shutil.rmtree(place)
        print(
            f"  {tally.name:16} killed {tally.kills:4}, of them after an acknowledged write"
            f" {tally.acknowledged:4}, lost {len(tally.lost)}",
            flush=True,
        )
        for sentence in tally.lost[:5]:
            print(f"    {sentence}", file=sys.stderr)
        tallies.append(tally)
    return tallies
