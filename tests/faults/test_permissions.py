"""Read-only places, and permission that is taken away under the running program."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import NOW, open_store
from tests.faults.conftest import Put
from tests.faults.places import as_somebody, immutable, somebodys_folder
from tracker.charts.export import export as _drawing  # noqa: F401 - imported before the fork
from tracker.cli import main
from tracker.edits import ActualEdit
from tracker.errors import LedgerError, TrackerError
from tracker.exchange.tables_out.writing import write_file, write_folder
from tracker.indicators import CellKey
from tracker.storage.backups import Reason, back_up, restore


@pytest.fixture
def theirs(ledger_on: Put) -> Iterator[Path]:
    """A ledger that belongs to the user who works in these tests."""
    with somebodys_folder() as folder:
        path = ledger_on(folder)
        os.chown(path, folder.stat().st_uid, folder.stat().st_gid)
        yield path


def said(work: Callable[[], object]) -> str:
    """Return the sentence that some work ends in, or 做成 when it does not."""
    try:
        work()
    except TrackerError as error:
        return str(error)
    return "做成"


def record(path: Path, cell: CellKey, value: float) -> None:
    """Open a ledger and type one figure."""
    with open_store(path) as store:
        store.record([ActualEdit(cell, value)], "填报")


def value_in(path: Path, cell: CellKey) -> float:
    """Return the figure that stands in a cell."""
    with open_store(path, read_only=True) as store:
        held = store.snapshot().actual(cell)
        assert held is not None
        assert store.verify() == []
        return held.value


@pytest.mark.parametrize("spot", ["file", "folder"])
def test_a_read_only_place_is_refused_for_writing_and_can_be_read(
    spot: str, theirs: Path, trade: CellKey
) -> None:
    before = value_in(theirs, trade)
    (theirs if spot == "file" else theirs.parent).chmod(0o500)
    assert "是只读的，不能填报" in as_somebody(lambda: said(lambda: record(theirs, trade, 1.0)))
    assert as_somebody(lambda: str(value_in(theirs, trade))) == str(before)


@pytest.mark.parametrize("spot", ["file", "folder"])
def test_a_place_that_may_not_even_be_read_is_told(spot: str, theirs: Path, trade: CellKey) -> None:
    (theirs if spot == "file" else theirs.parent).chmod(0o000)
    work: Callable[[], object]
    for work in (
        lambda: record(theirs, trade, 1.0),
        lambda: back_up(theirs, theirs.parent / "b", NOW, Reason.WISH),
        lambda: restore(theirs, theirs.parent / "新.guoban"),
    ):
        sentence = as_somebody(partial(said, work))
        assert str(theirs.parent) in sentence
        assert sentence.endswith("。"), sentence


def test_the_command_line_tells_it_too(theirs: Path) -> None:
    theirs.parent.chmod(0o000)
    words = ["status", "--ledger", str(theirs)]

    def run() -> str:
        os.environ["XDG_DATA_HOME"] = str(theirs.parent / "home")
        return str(main(words, now=lambda: NOW))

    assert as_somebody(run) == "1"


def test_permission_taken_away_while_the_ledger_is_open_loses_nothing(
    theirs: Path, trade: CellKey
) -> None:
    """Who has a file open keeps it: an edit is then written, or refused with a sentence."""

    def work() -> str:
        with open_store(theirs) as store:
            store.record([ActualEdit(trade, 1.0)], "填报")
            theirs.chmod(0o000)
            theirs.parent.chmod(0o000)
            told = said(lambda: store.record([ActualEdit(trade, 2.0)], "填报"))
            theirs.parent.chmod(0o700)
        return told

    told = as_somebody(work)
    assert told == "做成" or told.endswith("。"), told
    assert "没有权限" in as_somebody(lambda: said(lambda: record(theirs, trade, 3.0)))
    theirs.chmod(0o600)
    assert value_in(theirs, trade) == (2.0 if told == "做成" else 1.0)


def test_a_file_that_the_system_forbids_to_change_refuses_the_edit_and_keeps_the_rest(
    ledger_on: Put, trade: CellKey, tmp_path: Path
) -> None:
    path = ledger_on(tmp_path)
    with open_store(path) as store:
        store.record([ActualEdit(trade, 1.0)], "填报")
        with immutable(path, Path(f"{path}-wal")), pytest.raises(LedgerError) as refused:
            store.record([ActualEdit(trade, 2.0)], "填报")
        assert "没有写入" in str(refused.value)
        held = store.snapshot().actual(trade)
        assert held is not None
        assert held.value == 1.0
        store.record([ActualEdit(trade, 3.0)], "填报")
        assert store.verify() == []
    assert value_in(path, trade) == 3.0


def test_nothing_leaves_into_a_folder_that_takes_nothing(theirs: Path) -> None:
    out = theirs.parent / "out"
    out.mkdir(mode=0o555)
    work: Callable[[], object]
    for work in (
        lambda: back_up(theirs, out, NOW, Reason.WISH),
        lambda: back_up(theirs, out / "deeper", NOW, Reason.WISH),
        lambda: restore(theirs, out / "新.guoban"),
        lambda: write_file(out / "表.xlsx", b"x"),
        lambda: write_folder(out / "整本", {"a.csv": b"x"}),
        lambda: _drawing_written(out / "图.png"),
    ):
        sentence = as_somebody(partial(said, work))
        assert "权限" in sentence, sentence
        assert sentence.endswith("。")
    assert list(out.iterdir()) == []


def _drawing_written(path: Path) -> None:
    from tracker.charts.picture_files import write

    write(path, b"x")
