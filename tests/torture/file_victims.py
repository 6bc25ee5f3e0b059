"""The victims that write files: a migration with its copy, backups, pictures."""

import shutil
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tests.torture.victims import CELL, Ack, Typing, held_in, opened, value_in
from tracker.edits import ActualEdit
from tracker.periods import Month
from tracker.storage.backups import Reason, back_up
from tracker.storage.backups.folder import backups_in
from tracker.storage.database import LedgerFile
from tracker.storage.health import page_faults
from tracker.storage.migrations import STEPS, journal


class Migrating:
    """The step to the next version, with a copy made first."""

    name, slowest_ms = "migration", 30

    def work(self, ledger: Path, ack: Ack) -> None:
        """Bring one copy of the ledger after the other to the next version."""
        for n in count(1):
            copy = ledger.with_name(f"copy{n}.guoban")
            shutil.copy(ledger, ledger.with_name("copying"))
            ledger.with_name("copying").rename(copy)
            LedgerFile.open(copy, steps=_next_steps()).close()
            ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """Every copy opens with the new program with all its rows; every .bak is whole."""
        wrong: list[str] = []
        for copy in ledger.parent.glob("copy*.guoban"):
            wrong += page_faults(copy)
            file = LedgerFile.open(copy, steps=_next_steps())
            ((entries,),) = file.rows("SELECT count(*) FROM actual_entry")
            if file.rows("SELECT count(*) FROM period_lock") != [(0,)]:
                wrong.append(f"{copy.name}: the step left rows behind")
            file.close()
            with opened(ledger) as store:
                ((whole,),) = store._file.rows("SELECT count(*) FROM actual_entry")
            if entries != whole:
                wrong.append(f"{copy.name}: {entries} of {whole} entries")
        for bak in ledger.parent.glob("*.bak"):
            wrong += page_faults(bak)
        for left in ledger.parent.glob("copy*"):
            left.unlink()
        return wrong


class BackingUp:
    """Backups while the ledger is being written."""

    name, slowest_ms = "backup", 60

    def work(self, ledger: Path, ack: Ack) -> None:
        """Type, back up, acknowledge the backup."""
        with opened(ledger) as store:
            for n in count(int(held_in(store)) + 1):
                store.record([ActualEdit(CELL, float(n))], f"填 {n}")
                back_up(ledger, ledger.parent / "backups", datetime.now(UTC), Reason.EDITING)
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """Every file with a backup's name is whole, and the newest holds what was acknowledged.

        The next backup, which every start makes, clears away what was being copied.
        """
        folder = ledger.parent / "backups"
        held = backups_in(folder)
        made = back_up(ledger, folder, datetime.now(UTC), Reason.START)
        strange = {path.name for path in folder.iterdir()} - {one.path.name for one in held}
        wrong = [fault for one in held for fault in page_faults(one.path)]
        wrong += [f"left behind: {name}" for name in strange - {made.path.name}]
        if acknowledged and held:
            best = max(value_in(one.path, CELL) for one in held[:3])
            if best < acknowledged:
                wrong.append(f"backed up {acknowledged}, the backups hold {best}")
        elif acknowledged:
            wrong.append("no backup at all")
        shutil.rmtree(ledger.parent / "backups", ignore_errors=True)
        return wrong + Typing().lost(ledger, 0)


class Exporting:
    """Pictures written over one another."""

    name, slowest_ms = "export", 300

    def work(self, ledger: Path, ack: Ack) -> None:
        """Export one chart over and over."""
        from datetime import date

        from tracker.charts.export import export
        from tracker.charts.gallery import ChartRequest

        folder = ledger.parent / "charts"
        folder.mkdir(exist_ok=True)
        with opened(ledger) as store:
            request = ChartRequest("trajectory", "620000", Month(2023, 4), date(2023, 7, 20),
                                   indicator="fiscal_revenue", preset="square")  # fmt: skip
            for n in count(1):
                export(store.snapshot(), request, folder / "a.png", force=True)
                ack(n)

    def lost(self, ledger: Path, acknowledged: int) -> list[str]:
        """The picture is whole; a draft goes with the next export."""
        from tracker.drafts import sweep

        folder = ledger.parent / "charts"
        if not folder.exists():
            return []
        sweep(folder)
        kept = {"a.png", "guoban"}
        wrong = [f"left behind: {one.name}" for one in folder.iterdir() if one.name not in kept]
        picture = folder / "a.png"
        if picture.exists() and not picture.read_bytes().endswith(b"IEND\xaeB`\x82"):
            wrong.append("half a picture")
        if acknowledged and not picture.exists():
            wrong.append("an acknowledged picture is not there")
        return wrong


def _next_steps() -> Migrations:
    """The shipped steps and one that a later version would add."""
    steps = Migrations("guoban")
    steps(name="001_journal")(journal)

    @steps(name="999_next")
    def later(db: Database) -> None:
        db.conn.execute("CREATE TABLE period_lock (month TEXT)")
        for n in range(300):
            db.conn.execute("INSERT INTO period_lock VALUES (?)", (str(n),))
        db.conn.execute("DELETE FROM period_lock")
        db.conn.execute("PRAGMA user_version = 2")

    return steps


assert len(STEPS.pending(Database(memory=True))) == 1, "add the new step to _next_steps"
