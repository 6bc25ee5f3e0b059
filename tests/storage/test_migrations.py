"""Bringing an old ledger to the present form; a test is named after each step."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tracker.errors import LedgerError
from tracker.storage.database import LedgerFile
from tracker.storage.form import STEP_NAMES, has_present_form
from tracker.storage.migrations import STEPS, journal
from tracker.storage.store import Store

KEPT = Path(__file__).parents[1] / "data" / "ledgers"


def steps_with(name: str, *statements: str) -> Migrations:
    """The shipped steps and one that a later version would add."""
    steps = Migrations("guoban")
    steps(name="001_journal")(journal)

    @steps(name=name)
    def later(db: Database) -> None:
        for statement in statements:
            db.conn.execute(statement)

    return steps


NEXT = steps_with("002_lock", "CREATE TABLE period_lock (month TEXT)", "PRAGMA user_version = 2")
BROKEN = steps_with("002_bad", "CREATE TABLE half (x)", "INSERT INTO nowhere VALUES (1)")


def tables(file: LedgerFile) -> set[str]:
    return {name for (name,) in file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_001_journal(tmp_path, clock, funds, funds_target):
    """A ledger kept from version 1 opens, says what it said, and its chain holds."""
    path = Path(shutil.copy(KEPT / "v1.guoban", tmp_path))
    with Store.open(path, now=clock, author="张三", device="d") as store:
        snapshot = store.snapshot()
        held = snapshot.actual(funds)
        assert held is not None
        assert held.value == 1046.5
        assert [v.value for v in snapshot.targets("620000", 2023)[funds_target]] == [3000]
        assert store.settings()["title"] == "版本1的台账"
        assert [entry.new for entry in store.history(funds)] == [1046.5, 1050, 1046.5]
        assert store.verify() == []


def test_a_kept_ledger_is_there_for_every_step():
    kept = {file.stem for file in KEPT.glob("*.guoban")}
    steps = [step.name for step in STEPS.pending(Database(memory=True))]
    assert kept == {f"v{number}" for number, _ in enumerate(steps, 1)}


def test_the_names_known_without_the_machinery_are_those_of_the_steps():
    assert tuple(step.name for step in STEPS.pending(Database(memory=True))) == STEP_NAMES


@pytest.mark.parametrize(
    "altered",
    [
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 2",
        "UPDATE _sqlite_migrations SET name = '002_unknown'",
        "DELETE FROM _sqlite_migrations",
        "DROP TABLE _sqlite_migrations",
        "PRAGMA application_id = 1",
    ],
)
def test_only_a_ledger_that_took_exactly_these_steps_skips_the_machinery(store, path, altered):
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert has_present_form(connection)
        connection.execute(altered)
        assert not has_present_form(connection)


def test_pending_steps_are_taken_after_a_copy_was_made(store, path):
    store.close()
    file = LedgerFile.open(path, steps=NEXT)
    assert "period_lock" in tables(file)
    file.close()
    copy = path.with_name(f"{path.name}.v1-0.bak")
    assert copy.stat().st_mode & 0o777 == 0o600
    old = LedgerFile.open(copy)
    assert "period_lock" not in tables(old)
    assert old.rows("SELECT value FROM setting") == [("试验台账",)]
    old.close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was_and_names_the_copy(store, path, clock):
    store.close()
    with pytest.raises(LedgerError, match=r"升级没有成功.*\.v1-0\.bak"):
        LedgerFile.open(path, steps=BROKEN)
    with Store.open(path, now=clock, author="张三", device="d") as again:
        assert "half" not in tables(again._file)
        assert again.verify() == []
    with pytest.raises(LedgerError, match=r"\.v1-1\.bak"):
        LedgerFile.open(path, steps=BROKEN)


def test_an_old_ledger_that_may_only_be_read_asks_for_a_writable_place(store, path):
    store.close()
    with pytest.raises(LedgerError, match="在可写的位置打开一次"):
        LedgerFile.open(path, read_only=True, steps=NEXT)


def test_the_program_before_a_step_refuses_the_ledger_after_it(store, path):
    store.close()
    LedgerFile.open(path, steps=NEXT).close()
    with pytest.raises(LedgerError, match="请升级程序"):
        LedgerFile.open(path)


def test_every_table_of_the_journal_refuses_change(store, path):
    connection = sqlite3.connect(path)
    triggers = connection.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")
    assert sorted(name for (name,) in triggers) == sorted(
        ["revision", "actual_entry", "target_entry", "setting_entry"] * 2
    )
    connection.close()
