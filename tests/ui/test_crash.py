"""A planted bug ends in the crash window; the log is private, rotates and can be handed over."""

import logging
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.grid_hands import Hands
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import dialogs
from ui.crash import CrashReporter, CrashWindow
from ui.log_file import LOGGER, start_log

TRADE = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log of the test's own, taken away again."""
    yield start_log(tmp_path / "log")
    for handler in list(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def button(window: CrashWindow, text: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == text)


def test_a_bug_in_the_middle_of_typing_opens_the_crash_window_and_loses_no_edit(
    open_window: Callable[..., Any], log: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")
    shown: list[CrashWindow] = []

    def show(report: str) -> None:
        crash = CrashWindow(report, log)
        qtbot.addWidget(crash)
        crash.show()
        shown.append(crash)

    reporter = CrashReporter(show)

    def planted(_changes: object) -> None:
        raise ZeroDivisionError(str(window.session.snapshot.actual(TRADE)))

    window.session.changed.connect(planted)
    with qtbot.captureExceptions() as caught:
        Hands(window.page).enter("foreign_trade", 4, "170.25")
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    reporter.report(*caught[0])
    qtbot.waitUntil(lambda: bool(shown))
    words = shown[0].report.toPlainText()
    assert "ZeroDivisionError" in words
    assert "test_crash.py" in words, "it says where"
    assert "170.25" not in words + log.read_text("utf-8"), "it says no figure"
    held = window.session.store.snapshot().actual(TRADE)
    assert held is not None
    assert held.value == 170.25, "what was typed was already written"
    window.session.changed.disconnect(planted)
    window.session.record([ActualEdit(TRADE, 171.0)], "填报")
    assert Hands(window.page).text("foreign_trade", 4) == "171.0", "the window goes on"


def test_the_log_rotates_and_every_file_of_it_is_private(log: Path) -> None:
    for _ in range(5000):
        LOGGER.error("%s", "x" * 600)
    files = sorted(log.parent.iterdir())
    assert [path.name for path in files] == [
        "guoban.log", "guoban.log.1", "guoban.log.2", "guoban.log.3",
    ]  # fmt: skip
    assert sum(path.stat().st_size for path in files) < 3 * 2**20
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_a_log_that_others_could_read_is_made_private(tmp_path: Path) -> None:
    (tmp_path / "guoban.log").touch(mode=0o644)
    path = start_log(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    handler = LOGGER.handlers[-1]
    LOGGER.removeHandler(handler)
    handler.close()


def test_the_crash_window_hands_the_log_over(
    dressed: Any, log: Path, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    LOGGER.log(logging.ERROR, "%s", "第一件")
    window = CrashWindow("报告", log)
    qtbot.addWidget(window)
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: None)
    button(window, "交出日志…").click()
    assert window.where.text() == f"日志：{log}"
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "交.zip")
    button(window, "交出日志…").click()
    with zipfile.ZipFile(tmp_path / "交.zip") as packed:
        assert "第一件" in packed.read("guoban.log").decode()
        assert "PySide6" in packed.read("版本.txt").decode()
    assert "交.zip" in window.where.text()
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "no" / "交.zip")
    button(window, "交出日志…").click()
    assert "写不进" in window.where.text()
