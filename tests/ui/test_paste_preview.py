"""A doubtful paste shows what it would write, old beside new, before anything is written."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.grid_hands import CTRL, Hands
from tests.ui.test_entry import held
from tracker.ledgers import LedgerKind

WITH_LABELS = (
    "指标\t5月（万元）\t4月（万元）\n进出口\t2200000\t1654000\n一般公共预算收入\t4400000\t3462000\n"
)


class PasteHands(Hands):
    """Hands that paste and leave the preview open."""

    def preview(self, text: str) -> Any:
        """Paste; returns the panel, which is open."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)
        assert self.page.paste_panel.isVisible()
        assert not self.grid.isVisible()
        return self.page.paste_panel

    def lines(self) -> dict[str, tuple[str, str]]:
        """Return what the preview shows: cell → old, new."""
        table = self.page.paste_panel.table
        shown = [table.line(row) for row in range(table.rowCount()) if not table.is_head(row)]
        return {line.where: (line.before, line.after) for line in shown}


@pytest.fixture
def window(open_window: Callable[..., Any]) -> Any:
    return open_window(LedgerKind.SAMPLE, page="entry", as_of="2023-04")


@pytest.fixture
def hands(window: Any) -> PasteHands:
    return PasteHands(window.page)


def test_a_plain_block_into_blank_cells_goes_in_at_once(window: Any, hands: PasteHands) -> None:
    hands.stand("funds_in_place", 8)
    QGuiApplication.clipboard().setText("1\n2\n")
    hands.press(Qt.Key.Key_V, CTRL)
    assert not window.page.paste_panel.isVisible()
    assert held(window, "funds_in_place", 8) == 1


def test_figures_that_would_be_overwritten_are_shown_old_beside_new(
    window: Any, hands: PasteHands
) -> None:
    hands.stand("foreign_trade", 4)
    panel = hands.preview("170\n11.62\n3\n")
    assert hands.lines() == {
        "外贸进出口总值　4 月": ("165.4", "170.0"),
        "新增挂牌上市企业　4 月": ("2", "3"),
    }
    assert panel.summary.text() == "改写 2　不变 1"
    assert held(window, "foreign_trade", 4) == 165.4, "nothing is written yet"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert held(window, "foreign_trade", 4) == 165.4
    assert hands.grid.view.hasFocus()
    hands.preview("170\n11.62\n3\n")
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert held(window, "foreign_trade", 4) == 170
    assert window.session.undo_stack.undoText() == "粘贴 2 个值"
    assert hands.look("foreign_trade", 4).pasted


def test_a_table_with_its_labels_is_laid_by_name_and_converted(
    window: Any, hands: PasteHands
) -> None:
    hands.stand("funds_in_place", 9)
    panel = hands.preview(WITH_LABELS)
    assert hands.lines() == {
        "外贸进出口总值　5 月": ("213.7", "220.0"),
        "一般公共预算收入　5 月": ("427.2", "440.0"),
    }
    assert "已换算成亿元" in panel.notes.text()
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert held(window, "foreign_trade", 5) == 220
    assert held(window, "funds_in_place", 9) is None


def test_a_row_over_the_edge_is_offered_turned_and_can_be_laid_as_it_is(
    window: Any, hands: PasteHands
) -> None:
    window.session.look_at(as_of=window.session.as_of._replace(year=2024, month=12))
    hands.stand("funds_in_place", 12)
    panel = hands.preview("1\t2\t3\t4\n")
    assert panel.ways.value == "转置"
    assert len(hands.lines()) == 4
    panel.ways.button("按位置").click()
    assert list(hands.lines().values())[-1] == ("", "1.0")
    assert "没有位置 3" in panel.summary.text()
    panel.ways.button("转置").click()
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert hands.text("foreign_trade", 12) == "4.0"


def test_what_would_be_refused_is_shown_with_its_reason(window: Any, hands: PasteHands) -> None:
    hands.stand("foreign_trade", 8)
    panel = hands.preview("300\n一二三\n")
    assert "不合格 1" in panel.summary.text()
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert held(window, "foreign_trade", 8) == 300
    assert hands.look("urban_jobs", 8).problem


def test_another_month_closes_the_preview_without_pasting(window: Any, hands: PasteHands) -> None:
    hands.stand("foreign_trade", 4)
    panel = hands.preview("170\n11.7\n")
    window.session.look_at(region="620100")
    assert not panel.isVisible()
    assert hands.grid.isVisible()
    assert not window.session.undo_stack.canUndo()


def test_an_undo_meanwhile_closes_the_preview_since_its_old_figures_are_no_more(
    window: Any, hands: PasteHands
) -> None:
    hands.enter("funds_in_place", 4, "1000")
    hands.stand("funds_in_place", 4)
    panel = hands.preview("1001\n700\n")
    assert hands.lines()["招商引资到位资金(省外)　4 月"] == ("1,000.0", "1,001.0")
    window.actions_by_name["undo"].trigger()
    assert not panel.isVisible()
    assert held(window, "funds_in_place", 4) == 1046.5
