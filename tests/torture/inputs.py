"""Hundreds of thousands of hostile inputs: each ends in a sentence or in a harmless result."""

import faulthandler
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from tests.torture.doors import KNOWN, Door, doors
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Month

PATIENCE_S = 5
MOST_MB = 500


@dataclass
class Outcome:
    """What became of the inputs at one door."""

    name: str
    tried: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    lost: list[str] = field(default_factory=list)


Part = tuple[list[Outcome], float]
"""The outcomes of one process and the most memory it took, in MB."""


def attack(door: Door, count: int, seed: int, keep: Path) -> Outcome:
    """Try inputs at a door; what is no sentence is lost, and its input is kept for the engineer."""
    chance = random.Random(f"{seed} {door.name}")
    result = Outcome(door.name)
    hang = (keep / f"hang-{os.getpid()}.txt").open("w")
    for number in range(count):
        raw = door.input(chance)
        (keep / f"running-{os.getpid()}").write_bytes(raw)
        began = time.perf_counter()
        faulthandler.dump_traceback_later(PATIENCE_S, exit=True, file=hang)
        try:
            door.try_one(raw)
        except KNOWN:
            result.refused += 1
        except Exception as error:
            result.lost.append(f"{door.name} {number}: {type(error).__name__}: {error}"[:300])
            (keep / f"{door.name.replace(' ', '-')}-{number}").write_bytes(raw)
        finally:
            faulthandler.cancel_dump_traceback_later()
        result.tried += 1
        result.slowest_s = max(result.slowest_s, time.perf_counter() - began)
    hang.close()
    return result


def run(count: int, seed: int, keep: Path, workers: int = 2) -> list[Outcome]:
    """Share inputs among doors and processes; prints a line for each door.

    A process that hangs or dies loses its part, and that is counted as lost.
    """
    keep.mkdir(parents=True, exist_ok=True)
    pools = []
    for n in range(workers):
        # A pool each: the death of one process must not take the other's result along.
        pool = ProcessPoolExecutor(1, get_context("spawn"))
        pools.append((pool, pool.submit(_part, count // workers, f"{seed}{n}", keep)))
    parts = [_answer(pool, part) for pool, part in pools]
    outcomes = _merged([part for part, _ in parts])
    for one in outcomes:
        print(f"  {one.name:12} tried {one.tried:7,}, refused with a sentence {one.refused:7,},"
              f" slowest {one.slowest_s:.2f} s, lost {len(one.lost)}")  # fmt: skip
        for sentence in one.lost[:5]:
            print(f"    {sentence}", file=sys.stderr)
    peak = max(mb for _, mb in parts)
    print(f"  most memory of a process: {peak:.0f} MB (≤ {MOST_MB})")
    if peak > MOST_MB:
        outcomes.append(Outcome("memory", lost=[f"{peak:.0f} MB"]))
    return outcomes


def _answer(pool: ProcessPoolExecutor, part: "Future[Part]") -> "Part":
    with pool:
        try:
            return part.result()
        except BrokenProcessPool:
            return [Outcome("process", lost=["hung or died; its last input is kept"])], 0.0


def _part(count: int, seed: str, keep: Path) -> Part:
    # Libraries written in Rust print their panics before Python sees them.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with create_ledger(
            folder / "own.guoban", LedgerKind.SAMPLE,
            now=lambda: datetime(2026, 11, 24, tzinfo=UTC), author="a", device="d",
        ) as store:  # fmt: skip
            hostile = folder / "hostile"
            hostile.mkdir()
            snapshot = store.snapshot()
            before = (folder / "own.guoban").stat().st_mtime_ns
            outcomes = [
                attack(door, max(1, count * door.share // 1000), hash_of(seed), keep)
                for door in doors(snapshot, hostile, small_packet(folder))
            ]
            if list(hostile.iterdir()) or (folder / "own.guoban").stat().st_mtime_ns != before:
                outcomes.append(Outcome("written", lost=["something was written"]))
    for name in (f"running-{os.getpid()}", f"hang-{os.getpid()}.txt"):
        (keep / name).unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return outcomes, peak


def small_packet(folder: Path) -> bytes:
    """Return a good 填报包 of a ledger with nothing but its beginning in it."""
    with create_ledger(
        folder / "other.guoban", LedgerKind.BLANK,
        now=lambda: datetime(2026, 11, 24, tzinfo=UTC), author="a", device="d",
    ) as store:  # fmt: skip
        return store.packet("620000", Month(2023, 5))


def hash_of(seed: str) -> int:
    """Return a number for a seed that is the same in every process."""
    return random.Random(seed).randrange(1 << 30)


def _merged(parts: Sequence[list[Outcome]]) -> list[Outcome]:
    held: dict[str, Outcome] = {}
    for part in parts:
        for one in part:
            whole = held.setdefault(one.name, Outcome(one.name))
            whole.tried += one.tried
            whole.refused += one.refused
            whole.slowest_s = max(whole.slowest_s, one.slowest_s)
            whole.lost += one.lost
    return list(held.values())
