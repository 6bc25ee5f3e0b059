"""会议: a state is frozen under a name, opened read-only later, and compared with what is now."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.test_overview import _cells, _edit_actual
from tracker.charts.export import render
from tracker.charts.gallery import ChartRequest
from tracker.editions import edition_of, edition_setting
from tracker.edits import SettingEdit, TargetEdit
from tracker.errors import LedgerError
from tracker.indicators import Comparator, Measure, TargetKey
from tracker.ledgers import LedgerKind
from tracker.periods import Horizon, Month
from ui import dialogs
from ui.chart_choice import ChartChoice
from ui.pages.meetings import MeetingsPage
from ui.session import Session
from ui.widgets.error_box import ErrorBox

APRIL, JUNE = Month(2023, 4), Month(2023, 6)


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="meetings", as_of="2023-04")


@pytest.fixture
def page(window) -> MeetingsPage:
    assert isinstance(window.page, MeetingsPage)
    return window.page


def freeze(page: MeetingsPage, name: str, known_on: str = "") -> None:
    """Type a name, a day if need be, and press Enter."""
    page.tools.name.setText(name)
    page.tools.known_on.setText(known_on)
    QTest.keyClick(page.tools.name, Qt.Key.Key_Return)


def open_edition(page: MeetingsPage, name: str) -> None:
    """Choose an edition, open it with Enter, and let its check end."""
    page.editions.choose(name)
    QTest.keyClick(page.editions, Qt.Key.Key_Return)
    page._check.wait()
    QTest.qWait(1)


def enter(session: Session, value: float) -> None:
    """Enter the figure of April of 到位资金 anew."""
    session.record([_edit_actual(value)], "改一格")


def told(window) -> str:
    """Return what the error box says."""
    return window.findChild(ErrorBox).sentence


def changes(page: MeetingsPage) -> list[tuple[str, str]]:
    """Return indicator and change of each line that is shown."""
    return [(line.indicator, line.cells[2]) for line in page.out.held.lines]


def test_without_an_edition_the_page_says_what_one_is_for(window, page) -> None:
    assert page.empty.isVisible()
    assert not page.editions.isVisible()
    page.name_button.click()
    assert page.tools.name.hasFocus()


def test_an_edition_is_frozen_with_its_fingerprint_and_can_be_undone(window, page) -> None:
    freeze(page, "4 月 调度会")
    QAbstractItemModelTester(page.editions.lines)
    held = edition_of(window.session.store.settings(), "4 月 调度会")
    assert (held.as_of, held.known_on, held.by) == (APRIL, None, "测试")
    (line,) = page.desk.held
    assert page.editions.lines.line(0).cells[-1] == line.short_fingerprint
    assert page.tools.name.text() == ""
    assert page.finding.text() == "“4 月 调度会”到现在（截至 2023 年 4 月）：灯和数都没有变"
    window.session.undo_stack.undo()
    assert page.empty.isVisible()


def test_a_bad_name_or_day_is_told_and_what_was_typed_stays(window, page) -> None:
    freeze(page, "四月", "2027-01-01")
    assert "还没有到" in told(window)
    assert page.tools.name.text() == "四月"
    freeze(page, "四月")
    freeze(page, "四月")
    assert "冻结过的不能改" in told(window)


def test_an_open_edition_shows_what_was_frozen_on_every_page(window, page) -> None:
    freeze(page, "四月")
    session = window.session
    enter(session, 9.9)
    session.look_at(as_of=JUNE, region="620100")
    open_edition(page, "四月")
    assert (session.region, session.as_of) == ("620000", APRIL)
    assert "会议版“四月”，截至 2023 年 4 月" in window.known_on_strip.sentence.text()
    assert window.header.known_on.text() == "会议版 四月"
    overview = window.open_page("overview")
    assert _cells(overview, "funds_in_place")["actual"] == "1,046.5"
    QTest.keyClick(overview.table, Qt.Key.Key_Escape)
    assert session.edition is None
    assert (session.region, session.as_of) == ("620100", JUNE)
    assert not window.known_on_strip.isVisible()


def test_nothing_can_be_entered_while_an_edition_is_open(window, page) -> None:
    freeze(page, "四月")
    enter(window.session, 9.9)
    open_edition(page, "四月")
    with pytest.raises(LedgerError, match="正在看会议版“四月”，只读；按 Esc 离开"):
        enter(window.session, 1.0)
    assert not page.tools.save.isEnabled()
    QTest.keyClick(page.editions, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "只读" in told(window)
    window.known_on_strip.newest.click()
    assert page.tools.save.isEnabled()


def test_pictures_of_an_edition_are_the_same_bytes_with_their_own_date(window, page) -> None:
    session = window.session

    def picture() -> tuple[bytes, date]:
        choice = ChartChoice(session)
        asked = ChartRequest("board", session.region, session.as_of, choice.made_on, "banner")
        return render(session.snapshot, asked, "png").content, choice.made_on

    before = picture()
    freeze(page, "四月")
    enter(session, 9.9)
    key = TargetKey("foreign_trade", "620000", 2023, Horizon.FY, Measure.AMOUNT)
    session.record([TargetEdit(key, 100.0, Comparator.AT_LEAST)], "改目标")
    session.today = lambda: date(2027, 1, 5)
    assert picture() != before
    open_edition(page, "四月")
    assert picture() == before
    choice = ChartChoice(session)
    choice.choose_made_on(date(2027, 2, 2))
    assert choice.made_on == date(2026, 11, 24)


def test_what_changed_since_the_last_meeting_is_a_list(window, page, tmp_path, monkeypatch) -> None:
    freeze(page, "四月")
    window.session.look_at(as_of=JUNE)
    QAbstractItemModelTester(page.moves.lines)
    assert page.finding.text() == "“四月”到现在（截至 2023 年 6 月）：2 项变好，1 项补上欠账"
    assert changes(page)[-1] == ("relocation_households", "补上欠账")
    page.copy.click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].split("\t") == ["灯", "指标", "变化", "上次", "这次", "说明"]
    assert len(copied) == 4
    path = tmp_path / "变化.xlsx"
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: path)
    page.export_now()
    page.out.wait()
    assert load_workbook(path).active.max_row == 6


def test_two_meetings_are_compared_and_a_revision_is_no_progress(window, page) -> None:
    freeze(page, "四月")
    enter(window.session, 1050.0)
    freeze(page, "四月修订")
    page.editions.choose("四月")
    page.against.picked.emit("四月修订")
    assert changes(page) == [("funds_in_place", "只是修订")]
    assert page.finding.text() == "“四月”到“四月修订”：1 项只是修订"


def test_what_was_altered_outside_the_program_is_said_and_shown(window, page) -> None:
    freeze(page, "四月")
    connection = sqlite3.connect(window.session.store.path)
    with connection:
        connection.execute("DROP TRIGGER actual_entry_refuses_update")
        connection.execute("UPDATE actual_entry SET value = 1 WHERE id = 5")
    connection.close()
    open_edition(page, "四月")
    assert "会议版“四月”与冻结时不一样" in told(window)
    assert page.warning.isVisible()
    assert "在程序外被改动过" in page.warning.text()


def test_an_edition_of_a_region_that_is_gone_is_not_opened(window, page) -> None:
    freeze(page, "四月")
    session = window.session
    setting = edition_setting("四月")
    gone = session.store.settings()[setting].replace("620000", "629999")
    session.record([SettingEdit(setting, gone)], "改坏")
    assert "没有地区“629999”" in page.nothing.text()
    assert page.editions.lines.line(0).cells[3] == "629999"
    QTest.keyClick(page.editions, Qt.Key.Key_Return)
    assert "没有地区“629999”" in told(window)
    assert session.edition is None


def test_the_list_of_a_workbook_names_its_file(page, window, monkeypatch) -> None:
    freeze(page, "四月")
    window.session.look_at(as_of=JUNE)
    proposed: list[Path] = []
    monkeypatch.setattr(dialogs, "choose_new_file", lambda _p, path, _k: proposed.append(path))
    page.export_now()
    assert proposed[0].name == "与上次会议相比_四月.xlsx"
