"""A 责任书 brought in on 目标: planned first, written in one step, undone in one."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_targets import TargetHands
from tracker.ledgers import LedgerKind
from tracker.owners import owner_of
from ui import dialogs
from ui.widgets.error_box import ErrorBox


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="targets", as_of="2023-04")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "责任书.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("目标责任书")
        sheet.merge_range(0, 0, 0, 5, "甘肃省2023年目标责任书（省政发〔2023〕1号）")
        for column, name in enumerate(("指标", "单位")):
            sheet.merge_range(1, column, 2, column, name)
        sheet.merge_range(1, 2, 1, 3, "2023年目标")
        sheet.write_row(2, 2, ("全年", "上半年"))
        sheet.merge_range(1, 4, 2, 4, "责任单位")
        sheet.merge_range(1, 5, 2, 5, "责任领导")
        sheet.write_row(3, 0, ("招商引资到位资金", "亿元", 3200, "1600", "省商务厅", "张三"))
        sheet.write_row(4, 0, ("地区生产总值增速", "%", "≥6%", "6左右", "省发展改革委", "李四"))
        sheet.write_row(5, 0, ("外贸进出口总值", "亿元", "很多", "", "", ""))
    return path


def settle(panels) -> None:
    panels.importing.reading.wait()
    QApplication.processEvents()


def test_a_document_that_is_dropped_is_planned_written_and_undone(window, document) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(document))])
    how = Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), *how, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *how, none))
    panels = window.page.panels
    settle(panels)
    panel, hands = panels.importing.plan, TargetHands(window.page)
    assert window.open_name == "targets"
    assert panels.is_open
    assert panel.write.text() == "写入 4 格"
    assert panel.filter.button("new").text() == "新增 1"
    assert panel.writes.line(1).new == "6左右"
    assert hands.target("funds_in_place", "FY").value == 3000
    panel.filter.button("unread").click()
    assert panel.remarks.line(1).place == "目标责任书!C6"
    panel.write.click()
    settle(panels)
    assert not panels.is_open
    held = hands.target("funds_in_place", "FY")
    assert (held.value, held.document) == (3200, "省政发〔2023〕1号")
    settings, gdp = window.session.snapshot.settings, window.session.snapshot.indicator("gdp")
    assert owner_of(settings, gdp).responsible == "李四"
    window.session.undo_stack.undo()
    assert hands.target("funds_in_place", "FY").value == 3000
    assert owner_of(window.session.snapshot.settings, gdp).responsible == ""


def test_a_file_is_chosen_with_the_button_and_left_with_escape(
    window, document, monkeypatch
) -> None:
    panels = window.page.panels
    monkeypatch.setattr(dialogs, "choose_table", lambda *_: document)
    panels.importing.action.trigger()
    settle(panels)
    assert panels.is_open
    QTest.keyClick(panels.importing.plan.cancel, Qt.Key.Key_Escape)
    assert not panels.is_open
    assert not window.session.undo_stack.canUndo()


def test_what_is_no_table_is_told(window, tmp_path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04")
    window.page.import_file(path)
    settle(window.page.panels)
    assert "坏.xlsx" in window.findChild(ErrorBox).sentence
    assert not window.page.panels.is_open
