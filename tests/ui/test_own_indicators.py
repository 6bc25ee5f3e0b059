"""新增指标: the dialog makes an indicator of any kind; grids, panes and board have it at once."""

from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.grid_hands import Hands
from tests.ui.test_targets import TargetHands
from tracker.indicators import MeasureKind
from tracker.ledgers import LedgerKind
from tracker.own_indicators import Wish, indicator_edit, new_indicator
from ui.models.target_table import LIGHT
from ui.widgets.indicator_form import IndicatorForm


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="targets", as_of="2023-04")


def add(window, wish: Wish):
    made = new_indicator(window.session.snapshot.catalogue, wish)
    window.session.record([indicator_edit(made)], f"新增指标 {made.name}")
    return made


def test_the_dialog_asks_for_what_its_kind_needs(window) -> None:
    form = IndicatorForm(window.session.snapshot.catalogue)
    form.name.setText("数字经济核心产业增加值")
    assert form.problem.text() == "数字经济核心产业增加值没有计量单位，请填单位，如 亿元。"
    form.unit.setText("亿元")
    assert form.is_good
    form.kind.button("RATE").click()
    assert form.indicator().kind is MeasureKind.RATE
    form.kind.button("MILESTONE").click()
    assert form.unit.isHidden()
    assert form.is_good
    form.name.setText("地区生产总值")
    assert "已经有指标“地区生产总值”" in form.problem.text()
    form.kind.button("RANK").click()
    form.name.setText("营商环境位次")
    assert form.indicator().better == "lower"
    form.deleteLater()


def test_a_milestone_is_added_given_a_due_date_typed_and_judged(window) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        form = dialog.findChild(IndicatorForm)
        form.name.setText("办好兰洽会")
        form.kind.button("MILESTONE").click()
        form.reason.setText("省政府工作报告")
        dialog.accept()

    QTimer.singleShot(0, fill)
    window.page.tools.add.click()
    (made,) = [
        one for one in window.session.snapshot.catalogue.indicators.values() if one.lever == "自定"
    ]
    targets = TargetHands(window.page)
    assert targets.here == (targets.row(made.id), window.page.table.last_column)
    targets.set(made.id, "FY", "4月10日")
    assert targets.target(made.id, "FY").due_on == date(2023, 4, 10)
    assert targets.shown(made.id, LIGHT) == "临界"
    targets.stand_at(made.id, "FY")
    assert window.page.table.raw_text(*targets.here) == "2023-04-10"
    targets.set(made.id, "H1", "不久")
    assert "不是时限" in window.page.table.problem_at(*_cell(targets, made.id, "H1")).reason

    window.open_page("entry")
    hands = Hands(window.page)
    hands.enter(made.id, 3, "推进中")
    hands.enter(made.id, 4, "2")
    assert (hands.text(made.id, 3), hands.text(made.id, 4)) == ("推进中", "完成")
    hands.stand(made.id, 4)
    assert "办好兰洽会完成" in window.page.pane.gap.text()
    hands.enter(made.id, 2, "快了")
    hands.stand(made.id, 2)
    assert "不是清单任务的状态" in window.page.table.problem_at(*hands.here).reason
    hands.stand(made.id, 1)
    hands.paste("未启动\t推进中\t推进中")
    assert [hands.text(made.id, month) for month in (1, 2, 3)] == ["未启动", "推进中", "推进中"]

    window.open_page("overview", made.id)
    texts = [label.text() for label in window.page.pane.findChildren(QLabel)]
    assert any("办好兰洽会完成，时限2023年4月10日" in text for text in texts)
    assert window.session.store.verify() == []


def test_a_stage_is_no_figure_elsewhere_and_other_numbers_are_no_stage(window) -> None:
    made = add(window, Wish("办好兰洽会", MeasureKind.MILESTONE))
    window.open_page("entry")
    hands = Hands(window.page)
    hands.stand("foreign_trade", 5)
    hands.paste("完成")
    assert window.page.table.problem_at(*hands.here) is not None
    hands.stand(made.id, 4)
    hands.paste("7")
    assert "清单任务的状态" in window.page.table.problem_at(*hands.here).reason


def test_a_rank_is_typed_and_its_place_is_judged(window) -> None:
    made = add(window, Wish("营商环境全国位次", MeasureKind.RANK))
    targets = TargetHands(window.page)
    targets.set(made.id, "FY", "20")
    window.open_page("entry")
    Hands(window.page).enter(made.id, 4, "22")
    window.open_page("targets")
    assert targets.shown(made.id, LIGHT) == "临界"


def test_undo_takes_the_new_indicator_from_the_grid_and_one_with_figures_stays(window) -> None:
    made = add(window, Wish("办好兰洽会", MeasureKind.MILESTONE))
    targets = TargetHands(window.page)
    targets.row(made.id)
    window.session.undo_stack.undo()
    with pytest.raises(AssertionError):
        targets.row(made.id)
    window.session.undo_stack.redo()
    targets.row(made.id)


def test_thinking_better_of_it_adds_nothing(window) -> None:
    before = window.session.snapshot.catalogue
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    window.page.tools.add.click()
    assert window.session.snapshot.catalogue is before


def _cell(hands: TargetHands, indicator: str, stage: str) -> tuple[int, int]:
    hands.stand_at(indicator, stage)
    return hands.here
