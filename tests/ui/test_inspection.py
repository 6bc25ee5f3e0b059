"""督查: the four stages in the real window, and a case from a red row to its 销号."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tracker.inspection.case import CaseState, cases_of
from tracker.inspection.stage_list import StageName
from tracker.ledgers import LedgerKind
from ui import dialogs
from ui.pages.inspection import InspectionPage

PROVINCE = "620000"
TRADE = ("foreign_trade", PROVINCE)
RELOCATION = ("relocation_households", PROVINCE)


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="inspection", as_of="2023-06")


@pytest.fixture
def page(window) -> InspectionPage:
    assert isinstance(window.page, InspectionPage)
    window.page.choose_stage("inspection")
    return window.page


def write(page: InspectionPage, key: tuple[str, str], reason: str, measure: str, due: str) -> None:
    """Open a row with Enter, type into its pane and save with Ctrl+Enter."""
    assert page.table.choose(key)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.pane.reason
    page.pane.reason.insertPlainText(reason)
    page.pane.measure.insertPlainText(measure)
    page.pane.due_on.setText(due)
    QTest.keyClick(page.pane.due_on, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def listed(page: InspectionPage) -> list[tuple[str, str]]:
    """Return indicator and region of the rows that are shown, in order."""
    lines = [page.table.table.line(at) for at in range(page.table.table.rowCount())]
    return [line.key for line in lines if hasattr(line, "key")]


def test_a_case_is_opened_from_a_red_row_and_undone(window, page) -> None:
    QAbstractItemModelTester(page.table.table)
    write(page, TRADE, "原料进口后移", "一企一策", "2026-12-31")
    (case,) = cases_of(window.session.snapshot.settings)
    assert (case.reason, case.measure, case.state) == (
        "原料进口后移", "一企一策", CaseState.UNDER_WAY,
    )  # fmt: skip
    assert case.department == "省商务厅"
    assert page.finding.text() == "半年督查 75 项：1 项整改中，74 项还没报措施"
    assert page.tools.states.button("under_way").text() == "整改中 1"
    assert window.nav.item("inspection")._badge == 1
    assert page.table.chosen.key == TRADE
    window.session.undo_stack.undo()
    assert cases_of(window.session.snapshot.settings) == ()
    assert page.pane.reason.toPlainText() == ""
    assert window.nav.item("inspection")._badge == 0
    window.session.undo_stack.redo()
    assert page.pane.reason.toPlainText() == "原料进口后移"


def test_overdue_comes_first_then_what_is_due_within_a_week(page) -> None:
    write(page, TRADE, "后移", "措施", "2026-11-30")
    write(page, RELOCATION, "未通水电", "现场办公", "2026-11-20")
    assert listed(page)[:2] == [RELOCATION, TRADE]
    assert "1 项逾期" in page.finding.text()


def test_one_hands_in_and_another_closes(window, page) -> None:
    write(page, TRADE, "后移", "措施", "")
    page.pane.note.setText("两家已复产")
    QTest.keyClick(page.pane.note, Qt.Key.Key_Return)
    assert "测试：两家已复产" in page.pane.notes.text()
    page.pane.forward.click()
    assert page.pane.forward.text() == "销号"
    assert "还是滞后（差 −7.6），销号前请核实" in page.pane.doubt.text()
    page.pane.forward.click()  # by the same person
    assert cases_of(window.session.snapshot.settings)[0].state is CaseState.CHECKING
    window.session.store.author = "李四"
    page.pane.forward.click()
    (case,) = cases_of(window.session.snapshot.settings)
    assert (case.state, case.closed_by) == (CaseState.CLOSED, "李四")
    assert page.pane.reason.isReadOnly()
    assert page.pane.forward.isHidden()
    window.session.undo_stack.undo()
    assert cases_of(window.session.snapshot.settings)[0].state is CaseState.CHECKING


def test_a_date_that_is_none_is_marked_and_nothing_is_lost(window, page) -> None:
    write(page, TRADE, "后移", "措施", "七月底")
    assert page.pane.due_on.property("state") == "bad"
    assert cases_of(window.session.snapshot.settings) == ()
    page.pane.due_on.setText("2026-12-31")
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)  # leaving saves
    assert page.pane.isHidden()
    assert QApplication.focusWidget() is page.table
    assert cases_of(window.session.snapshot.settings)[0].due_on is not None


def test_what_is_typed_is_kept_when_another_row_is_chosen(window, page) -> None:
    page.table.choose(TRADE)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.pane.reason.insertPlainText("后移")
    page.table.choose(RELOCATION)
    assert page.pane.title.text() == "避险搬迁入住"
    assert page.pane.reason.toPlainText() == ""
    assert cases_of(window.session.snapshot.settings)[0].reason == "后移"


def test_filters_and_the_empty_state(window, page) -> None:
    page.tools.region.picked.emit(PROVINCE)
    assert {key[1] for key in listed(page)} == {PROVINCE}
    page.tools.department.picked.emit("省商务厅")
    assert ("foreign_trade", PROVINCE) in listed(page)
    page.tools.states.choose("closed")
    page.tools.filtered.emit()
    assert page.empty.isVisible()
    assert not page.header_actions()[0].isEnabled()
    page.tools.show_all()
    page.refresh()
    assert len(listed(page)) == 75


def test_an_indicator_that_does_not_lag_is_added_by_hand(window, page) -> None:
    offered = {option.value for option in page.tools.add._options()}
    assert "fiscal_revenue" in offered
    assert "foreign_trade" not in offered
    page.tools.add.picked.emit("fiscal_revenue")
    assert page.pane.isVisible()
    assert page.table.chosen.key == ("fiscal_revenue", PROVINCE)


def test_the_lanes_are_walked_with_the_keyboard(window, page) -> None:
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, Qt.Key.Key_Up)
    assert page.stage is StageName.ASSESSMENT
    page.reading.wait()
    QApplication.processEvents()
    assert "地区第一 金昌市" in page.finding.text()
    assert page.others.isVisible()
    QTest.keyClick(page.timeline, Qt.Key.Key_Up)
    page.reading.wait()
    QApplication.processEvents()
    assert page.finding.text().startswith("6 月跟进：")
    page.others.setCurrentIndex(page.others.lines.index(0, 0))
    line = page.others.lines.line(0)
    QTest.keyClick(page.others, Qt.Key.Key_Return)
    assert (window.open_name, window.session.region) == ("entry", line.region)


def test_the_list_is_copied_and_written(window, page, tmp_path: Path, monkeypatch, qtbot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[0].startswith("灯\t指标\t地区")
    page.tools.remind.click()
    assert "请报滞后原因和整改措施" in QApplication.clipboard().text()
    for action, name in zip(page.header_actions(), ("清单.xlsx", "通报.docx"), strict=True):
        monkeypatch.setattr(dialogs, "choose_new_file", lambda *_, to=tmp_path / name: to)
        with qtbot.waitSignal(page.out.done):
            action.trigger()
        assert (tmp_path / name).stat().st_size > 1000


def test_the_list_is_laid_out_for_paper(page) -> None:
    shown: list[str] = []
    page.out._printing._show = lambda dialog: shown.append(dialog.windowTitle())
    page.tools.paper.click()
    assert shown == ["打印预览"]


def test_a_year_without_targets_leads_to_the_targets(window, page, open_window) -> None:
    blank = open_window(LedgerKind.BLANK, page="inspection", as_of="2023-06")
    blank.page.choose_stage("inspection")
    assert blank.page.empty.isVisible()
    assert blank.page.finding.text() == "没有滞后指标"
    blank.page.targets_button.click()
    assert blank.open_name == "targets"


def test_looking_back_nothing_can_be_written(window, page) -> None:
    window.session.know(window.session.today())
    page.table.choose(TRADE)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.reason.isReadOnly()
    assert not page.pane.save.isEnabled()
