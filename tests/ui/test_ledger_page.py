"""数据与备份: backups are made, shown, checked, restored into a new file and put in place."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOW
from tests.ui.grid_hands import Hands
from tracker.edits import ActualEdit
from tracker.imported import import_text
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from tracker.storage.backups import Reason
from ui import dialogs
from ui.main_window import MainWindow
from ui.preferences import Preferences


class Clock:
    """The window's clock."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(
    open_session: Callable[..., Any], dressed: Any, tmp_path: Path, clock: Clock, qtbot: Any
) -> Iterator[MainWindow]:
    """A window that keeps backups, in a folder of the test."""
    from resources import ROOT
    from ui.theme import Theme

    session = open_session(LedgerKind.SAMPLE, as_of="2023-04")
    session.now = clock
    theme = Theme(ROOT, "light")
    theme.apply(dressed)
    preferences = Preferences(tmp_path / "config" / "preferences.ini")
    preferences.page = "ledger"
    made = MainWindow(session, preferences, theme, tmp_path / "backups")
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


def kept(window: MainWindow, qtbot: Any) -> None:
    """Wait for the backup that is being made."""
    with qtbot.waitSignal(window.keeper.changed, timeout=10_000):
        window.keeper.wait()


def test_a_backup_is_made_at_the_start_and_shown(window: MainWindow, qtbot: Any) -> None:
    window.watch_backups()
    kept(window, qtbot)
    assert window.status.backup == "备份 16:42"
    assert window.page.status_text() == "备份 1 份"
    assert window.keeper.last.reason is Reason.START
    assert window.page.chosen() == window.keeper.last


def test_every_half_hour_only_what_was_edited_is_copied(
    window: MainWindow, qtbot: Any, clock: Clock
) -> None:
    window.watch_backups()
    kept(window, qtbot)
    clock.now += timedelta(minutes=30)
    window.keeper._on_half_hour()
    assert len(window.keeper.held) == 1
    window.open_page("entry")
    Hands(window.page).enter("foreign_trade", 4, "166")
    window.keeper._on_half_hour()
    kept(window, qtbot)
    assert [one.reason for one in window.keeper.held] == [Reason.EDITING, Reason.START]


def test_after_a_day_without_a_backup_the_status_bar_says_so(
    window: MainWindow, qtbot: Any, clock: Clock, tmp_path: Path
) -> None:
    window.watch_backups()
    kept(window, qtbot)
    clock.now += timedelta(hours=25)
    (tmp_path / "backups").rename(tmp_path / "gone")
    (tmp_path / "backups").write_text("a file where the folder should be")
    window.keeper._on_half_hour()
    kept(window, qtbot)
    assert window.status.backup == "▲ 备份 11-24 16:42，已超过一天"
    assert "backups" in window.keeper.failure
    assert window.page.health.text() == window.keeper.failure


def test_a_backup_made_under_a_clock_that_ran_ahead_does_not_silence_the_alarm(
    window: MainWindow, qtbot: Any, clock: Clock
) -> None:
    clock.now += timedelta(days=800)
    window.watch_backups()
    kept(window, qtbot)
    clock.now -= timedelta(days=800)
    assert window.keeper.is_overdue
    window.keeper._on_half_hour()
    kept(window, qtbot)
    assert not window.keeper.is_overdue
    assert window.status.backup == "备份 16:42"
    assert len(window.keeper.held) == 2


def test_the_check_finds_the_ledger_sound(window: MainWindow, qtbot: Any) -> None:
    window.page.check.click()
    qtbot.waitUntil(lambda: "完好" in window.page.health.text(), timeout=10_000)


def test_a_backup_is_restored_compared_and_only_then_put_in_place(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.watch_backups()
    kept(window, qtbot)
    page = window.page
    window.open_page("entry")
    Hands(window.page).enter("foreign_trade", 4, "166")
    window.open_page("ledger")
    asked: list[str] = []

    def answer(*words: Any) -> bool:
        asked.append(words[2])
        return False

    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "back.guoban")
    monkeypatch.setattr(dialogs, "ask", answer)
    page.restore.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert "1 个数与现在的台账不同" in asked[0]
    assert "外贸进出口总值" in asked[0]
    assert (tmp_path / "back.guoban").exists()
    assert window.session.store.path.exists()
    (tmp_path / "back.guoban").unlink()
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    here = window.session.store.path
    with qtbot.waitSignal(window.ledger_wanted, timeout=10_000) as wanted:
        page.restore.click()
    assert wanted.args == [here]
    assert list(here.parent.glob("*.before-restore.guoban"))
    assert Reason.RESTORE in [one.reason for one in window.keeper.held], "a backup is made first"


def test_what_was_imported_is_listed_with_day_person_file_and_cells(
    window: MainWindow, open_session: Callable[..., Any]
) -> None:
    page = window.page
    assert page.no_imports.isVisible()
    trade = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    edits = [ActualEdit(trade._replace(month=Month(2023, month)), 9.0) for month in (3, 4, 5)]
    window.session.record(edits, import_text("4月 {0} %s 汇总.xlsx"))
    window.session.record([ActualEdit(trade, 10.0)], "填报")
    assert not page.no_imports.isVisible()

    def shown() -> list[str]:
        columns = range(1, page.imports.columnCount())
        return [page.imports.index(1, column).data() for column in columns]

    assert page.imports.rowCount() == 2
    assert shown() == ["测试", "3 格", "在台账里", "4月 {0} %s 汇总.xlsx"]
    window.session.undo_stack.undo()
    window.session.undo_stack.undo()
    assert shown()[2] == "已撤销"
    assert page.imports.rowCount() == 2, "taking it back is no import"


def test_the_whole_ledger_leaves_as_csv(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: tmp_path / "out")
    window.page.export.click()
    (folder,) = (tmp_path / "out").iterdir()
    assert (folder / "actuals.csv").exists()
