"""The work that the torture kills: each victim writes, says what it has acknowledged, and can be
judged afterwards by what the file holds.

A victim runs in a forked child and calls `ack(n)` only when the program has said “saved” for n.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.storage.backups import Reason, back_up, backup_folder
from tracker.storage.packets import read_packet
from tracker.storage.store import Store

NOW = datetime(2023, 7, 20, 1, 30, tzinfo=UTC)
DEVICE = "11111111-1111-4111-8111-111111111111"
CELL = CellKey("fiscal_revenue", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
BLOCK = [
    CELL._replace(region=f"62{n:02d}00", month=Month(2023, month))
    for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    for month in range(1, 7)
]
Ack = Callable[[int], None]


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open a ledger as the program does."""
    with Store.open(path, now=lambda: NOW, author="张三", device=DEVICE) as store:
        yield store


class Victim(Protocol):
    """Work that is killed, and the judgement of what it left."""

    name: str
    slowest_ms: int
    """The kill comes at a random moment up to this long after the work began."""

    def work(self, ledger: Path, ack: Ack) -> None:
        """Work until killed."""
        ...

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """Return a sentence for everything acknowledged that is not there, or is there by half."""
        ...


def value_in(ledger: Path, key: CellKey) -> float:
    with opened(ledger) as store:
        held = store.snapshot().actual(key)
    return 0.0 if held is None else held.value


class Typing:
    """One cell after the other."""

    name, slowest_ms = "typing", 60

    def work(self, ledger: Path, ack: Ack) -> None:
        """Type ever higher values into one cell."""
        with opened(ledger) as store:
            first = int(held_in(store)) + 1
            for n in count(first):
                store.record([ActualEdit(CELL, float(n))], f"填 {n}")
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """The cell holds the last acknowledged value, or the one after it."""
        value = value_in(ledger, CELL)
        if acknowledged and not acknowledged <= value <= acknowledged + 1:
            return [f"typed {acknowledged}, holds {value}"]
        return []


class Pasting:
    """Blocks of 72 cells, each one revision; every third is undone again."""

    name, slowest_ms = "paste and undo", 90

    def work(self, ledger: Path, ack: Ack) -> None:
        """Paste blocks of ever higher values."""
        with opened(ledger) as store:
            for n in count(int(held_in(store, BLOCK[0])) + 1):
                changes = store.record([ActualEdit(key, float(n)) for key in BLOCK], f"粘贴 {n}")
                if n % 3 == 0:
                    undone = store.revert(changes.revision, "撤销")
                    store.revert(undone.revision, "重做")
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """All cells of the block hold one value, the last acknowledged or a neighbour of it."""
        with opened(ledger) as store:
            snapshot = store.snapshot()
            held = [snapshot.actual(key) for key in BLOCK]
        values = {0.0 if one is None else one.value for one in held}
        if len(values) > 1:
            return [f"half a paste: {sorted(values)}"]
        (value,) = values
        if acknowledged and not acknowledged <= value <= acknowledged + 1:
            return [f"pasted {acknowledged}, holds {value}"]
        return []


class Importing:
    """guoban import of a .csv with the figures of every prefecture."""

    name, slowest_ms = "import", 250

    def work(self, ledger: Path, ack: Ack) -> None:
        """Import the same table with ever higher values, as the command does."""
        from tracker.cli import main

        with opened(ledger) as store:
            first = int(held_in(store, BLOCK[0])) + 1
        for n in count(first):
            sheet = ledger.with_name("import.csv")
            rows = [f"fiscal_revenue,{key.region},{key.month},ytd,amount,亿元,{n}" for key in BLOCK]
            head = "indicator,region_code,month,basis,measure,unit,value"
            sheet.write_text("\n".join([head, *rows]), "utf-8")
            if main(["import", str(sheet), "--ledger", str(ledger)], now=lambda: NOW) == 0:
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """As when pasting; the backup of the next start clears away one that was being made."""
        folder = backup_folder(ledger, ledger.with_name("charts") / "guoban" / "backups")
        back_up(ledger, folder, NOW, Reason.START)
        return Pasting().lost(ledger, acknowledged)


class Merging:
    """填报包 of another office merged again and again, each with one figure more."""

    name, slowest_ms = "merge", 200

    def work(self, ledger: Path, ack: Ack) -> None:
        """The county types, makes a packet, and the province merges it."""
        other = ledger.with_name("county.guoban")
        if not other.exists():
            shutil.copy(ledger, ledger.with_name("copying"))
            ledger.with_name("copying").rename(other)
        with (
            opened(ledger) as province,
            Store.open(other, now=lambda: NOW, author="县里", device="county") as county,
        ):
            for n in count(int(held_in(county)) + 1):
                county.record([ActualEdit(CELL, float(n))], f"填 {n}")
                packet = read_packet(county.packet("620000", CELL.month), "up.guobao")
                province.merge(packet, province.plan_merge(packet), ())
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """The province holds what was merged; a half-copied county is begun anew."""
        ledger.with_name("copying").unlink(missing_ok=True)
        return Typing().lost(ledger, acknowledged)


def held_in(store: Store, key: CellKey = CELL) -> float:
    held = store.snapshot().actual(key)
    return 0.0 if held is None else held.value
