"""目标分解, the list of changes, tiers and owners, in the real window."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_targets import TargetHands
from tracker.indicators import Comparator, Measure, TargetKey, Tier
from tracker.ledgers import LedgerKind
from tracker.periods import Horizon, Month
from ui import dialogs
from ui.models.split_table import VALUE, WEIGHT

PROVINCE = "620000"


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="targets", as_of="2023-04")


@pytest.fixture
def hands(window):
    return TargetHands(window.page)


@pytest.fixture
def panels(window):
    return window.page.panels


def open_split(hands, indicator: str = "funds_in_place") -> None:
    hands.stand_at(indicator, "FY")
    hands.page.panels.split.trigger()


def type_in(panels, row: int, column: int, text: str) -> None:
    """Type into a cell of the parts, as a person does."""
    view = panels.split_panel.view
    view.setCurrentIndex(panels.split_panel.table.index(row, column))
    view.edit(view.currentIndex())
    editor = QApplication.focusWidget()
    editor.selectAll()
    editor.insert(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the view takes over what was typed a moment later


def shown(panels, column: int) -> list[str]:
    table = panels.split_panel.table
    return [table.index(row, column).data() for row in range(table.rowCount())]


def test_an_annual_target_is_split_over_the_stages_in_one_step(window, hands, panels) -> None:
    open_split(hands)
    QAbstractItemModelTester(panels.split_panel.table)
    assert shown(panels, VALUE) == ["750.0", "1,500.0", "2,250.0", "3,000.0"]
    assert panels.split_panel.sum.text() == "合计 3,000.0 亿元，与总目标一致。"
    assert "一季度目标 600 换成 750" in panels.split_panel.doubts.text()
    panels.split_panel.document.setText("省政办发〔2023〕1 号")
    panels.split_panel.reason.setText("任务书")
    panels.split_panel.write.click()
    assert not panels.is_open
    target = hands.target("funds_in_place", "Q1")
    assert (target.value, target.document, target.reason) == (750, "省政办发〔2023〕1 号", "任务书")
    hands.stand_at("funds_in_place", "Q1")
    assert "600 改为 750，任务书，省政办发〔2023〕1 号" in window.page.pane.versions.texts()[0]
    window.session.undo_stack.undo()
    assert hands.target("funds_in_place", "Q1").value == 600


def test_shares_of_last_year_and_of_ones_own(hands, panels) -> None:
    open_split(hands)
    panels.split_panel.stage_methods.button("last_year").click()
    assert shown(panels, VALUE)[-1] == "3,000.0"
    panels.split_panel.stage_methods.button("own").click()
    type_in(panels, 0, WEIGHT, "20%")
    assert shown(panels, VALUE)[0] == "600.0"
    panels.split_panel.over.button("regions").click()
    assert panels.split_panel.region_methods.isVisible()
    panels.split_panel.region_methods.button("own").click()
    type_in(panels, 0, WEIGHT, "3")
    assert shown(panels, VALUE)[:2] == ["562.5", "187.5"]
    assert "与总目标一致" in panels.split_panel.sum.text()


def test_what_does_not_add_up_or_contradicts_is_said_and_what_is_no_number_refused(
    hands, panels
) -> None:
    open_split(hands)
    panels.split_panel.over.button("regions").click()
    type_in(panels, 0, VALUE, "3100")
    assert "加码" in panels.split_panel.sum.text()
    assert "兰州市 3,100.0 比总目标 3,000.0 还大" in panels.split_panel.doubts.text()
    type_in(panels, 1, VALUE, "很多")
    assert "不是数字" in panels.split_panel.refused.text()
    type_in(panels, 1, VALUE, "-5")
    panels.split_panel.write.click()
    assert "不能是负数，没有写入" in panels.split_panel.refused.text()
    assert panels.is_open
    type_in(panels, 0, VALUE, " ")
    type_in(panels, 1, VALUE, " ")
    assert "与总目标一致" in panels.split_panel.sum.text()


@pytest.mark.parametrize(
    ("indicator", "text", "words"),
    [
        ("gdp", "6", "没有全年目标，先填好全年目标再分解"),
        ("funds_in_place", "0", "没有可分的"),
    ],
)
def test_what_cannot_be_split_is_said(window, hands, panels, indicator, text, words) -> None:
    hands.set(indicator, "FY", text)
    open_split(hands, indicator)
    assert not panels.is_open
    assert words in window.page.error_bar.sentence.text()


def test_a_year_without_targets_is_not_split_and_can_be_drafted(window, hands, panels) -> None:
    window.session.look_at(as_of=Month(2025, 1))
    open_split(hands)
    assert "2025 年没有全年目标" in window.page.error_bar.sentence.text()
    panels.draft.trigger()
    assert "2025 年没有目标，没有可照抄的" in window.page.error_bar.sentence.text()
    window.session.look_at(as_of=Month(2023, 4))
    assert panels.draft.text() == "照 2023 年的框架起草 2024 年目标"
    panels.draft.trigger()
    key = TargetKey("funds_in_place", PROVINCE, 2024, Horizon.FY, Measure.AMOUNT)
    assert window.session.snapshot.target_in_force(key, Month(2024, 1)).value == 3000
    window.session.undo_stack.undo()
    assert window.session.snapshot.target_in_force(key, Month(2024, 1)) is None


def test_region_or_year_left_closes_the_split(window, hands, panels) -> None:
    open_split(hands)
    window.session.look_at(region="620100")
    assert not panels.is_open
    open_split(hands)
    QTest.keyClick(panels.split_panel, Qt.Key.Key_Escape)
    assert not panels.is_open


def test_what_changed_since_a_day_is_a_list(window, hands, panels, tmp_path, monkeypatch) -> None:
    panels.open_changes()
    assert panels.changes_panel.nothing.text() == (
        "2023-01-01 以来，甘肃省 2023 年的目标没有改过。"
    )
    panels.close()
    hands.set("foreign_trade", "FY", "700")
    panels.open_changes()
    assert panels.changes_panel.summary.text().endswith("的目标改了 1 个")
    panels.changes_panel.copy.click()
    head, line = (row.split("\t") for row in QGuiApplication.clipboard().text().split("\n"))
    assert dict(zip(head, line, strict=True))["现目标"] == "700"
    path = tmp_path / "改动.xlsx"
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: path)
    panels.changes_panel.export.click()
    panels.out.wait()
    assert load_workbook(path).active["B4"].value == "外贸进出口总值"
    panels.changes_panel.since.setText("三月")
    QTest.keyClick(panels.changes_panel.since, Qt.Key.Key_Return)
    assert "不认识日期“三月”" in panels.changes_panel.refused.text()
    panels.changes_panel.since.setText("2026-11-24")
    QTest.keyClick(panels.changes_panel.since, Qt.Key.Key_Return)
    assert panels.changes_panel.nothing.isVisible()


def test_tiers_are_typed_in_their_own_view(window, hands) -> None:
    window.page.tools.tier.button("floor").click()
    hands.set("funds_in_place", "FY", "2800")
    key = TargetKey("funds_in_place", PROVINCE, 2023, Horizon.FY, Measure.AMOUNT, Tier.FLOOR)
    held = window.session.snapshot.target_in_force(key, Month(2023, 4))
    assert (held.value, held.comparator) == (2800, Comparator.AT_LEAST)
    assert "确保" in window.page.pane.where.text()
    window.page.tools.tier.button("target").click()
    assert hands.target("funds_in_place", "FY").value == 3000


def test_owners_are_shown_and_edited_in_the_pane(window, hands) -> None:
    hands.stand_at("funds_in_place", "FY")
    owner = window.page.pane.owner
    assert owner.department.text() == "省经济合作中心"
    owner.department.setText("省商务厅")
    owner.responsible.setText("张三")
    QTest.keyClick(owner.responsible, Qt.Key.Key_Return)
    assert window.session.snapshot.indicator("funds_in_place").lead_department == "省商务厅"
    window.session.undo_stack.undo()
    QApplication.processEvents()
    assert owner.department.text() == "省经济合作中心"
    assert owner.responsible.text() == ""
