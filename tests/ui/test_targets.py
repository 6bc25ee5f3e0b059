"""目标: typed targets are versions, the verdicts follow at once, a year starts from last year's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.grid_hands import Hands
from tracker.indicators import Comparator, Measure, TargetKey
from tracker.ledgers import LedgerKind
from tracker.periods import STAGES, Horizon, Month
from ui.models.target_table import FIRST_STAGE, LIGHT, VERDICT

PROVINCE = "620000"


class TargetHands(Hands):
    """Hands that know the stages."""

    def stand_at(self, indicator: str, stage: str, measure: str = "") -> None:
        column = FIRST_STAGE + STAGES.index(Horizon(stage))
        self.grid.stand_on(self.row(indicator, measure), column)
        QApplication.processEvents()

    def set(self, indicator: str, stage: str, text: str, measure: str = "") -> None:
        self.stand_at(indicator, stage, measure)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def shown(self, indicator: str, column: int) -> str:
        return self.table.look(self.row(indicator), column).text

    def target(self, indicator: str, stage: str, measure: str = "amount", year: int = 2023):
        key = TargetKey(indicator, PROVINCE, year, Horizon(stage), Measure(measure))
        session = self.page.session
        return session.snapshot.target_in_force(key, session.as_of)


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="targets", as_of="2023-06")


@pytest.fixture
def hands(window):
    return TargetHands(window.page)


@pytest.mark.parametrize(
    ("half_year", "year", "words"),
    [
        ("1500", "3000", "双过半"),
        ("1500", "4000", "完成半年计划、年度未过半"),
        ("1800", "3000", "年度过半、未达半年计划"),
        ("1800", "4000", "未过半"),
    ],
)
def test_all_four_verdicts_are_reached_by_typing(hands, half_year, year, words) -> None:
    hands.set("funds_in_place", "H1", half_year)
    hands.set("funds_in_place", "FY", year)
    assert hands.shown("funds_in_place", VERDICT) == words
    hands.stand_at("funds_in_place", "FY")
    assert hands.page.pane.double_half.text() == words


def test_the_light_follows_what_is_typed(hands) -> None:
    assert hands.shown("funds_in_place", LIGHT) == "达标"
    hands.set("funds_in_place", "FY", "9000")
    assert hands.shown("funds_in_place", LIGHT) == "滞后"


def test_comparators_are_typed_in_the_cell(hands) -> None:
    hands.set("foreign_trade", "H1", "≤300")
    assert hands.target("foreign_trade", "H1").comparator is Comparator.AT_MOST
    hands.set("gdp", "H1", "6%左右")
    assert hands.target("gdp", "H1", "growth").comparator is Comparator.ABOUT
    hands.set("gdp", "Q3", "5—6%")
    assert hands.target("gdp", "Q3", "growth").upper == 6
    hands.set("energy_consumption", "FY", "8500")
    assert hands.target("energy_consumption", "FY").comparator is Comparator.AT_MOST
    hands.set("energy_consumption", "FY", ">=8500")
    assert hands.target("energy_consumption", "FY").comparator is Comparator.AT_LEAST


def test_a_correction_is_a_new_version_and_can_be_undone(window, hands) -> None:
    hands.set("funds_in_place", "FY", "3100")
    hands.stand_at("funds_in_place", "FY")
    assert hands.table.look(*hands.here).revised
    assert len(window.page.pane.versions.texts()) == 2
    window.actions_by_name["undo"].trigger()
    assert hands.target("funds_in_place", "FY").value == 3000
    window.actions_by_name["redo"].trigger()
    assert hands.target("funds_in_place", "FY").value == 3100


def test_delete_withdraws(hands) -> None:
    hands.stand_at("funds_in_place", "FY")
    hands.press(Qt.Key.Key_Delete)
    assert hands.target("funds_in_place", "FY") is None
    hands.set("funds_in_place", "FY", "2800")
    assert hands.target("funds_in_place", "FY").value == 2800


def test_a_block_is_pasted_in_one_step(window, hands) -> None:
    hands.stand_at("key_project_investment", "Q1")
    hands.paste("400\t1100\t1700\t2200\n≥200\t待定\t700\t965\n")
    assert hands.target("key_project_investment", "Q3").value == 1700
    assert hands.target("fiscal_revenue", "Q1").value == 200
    assert hands.target("fiscal_revenue", "H1") is None
    assert hands.table.look(hands.row("fiscal_revenue"), FIRST_STAGE + 1).problem
    assert window.page.paste_bar.report.refused == 1
    window.session.undo_stack.undo()
    assert hands.target("key_project_investment", "Q3") is None


def test_text_is_refused_beside_the_cell(window, hands) -> None:
    hands.set("funds_in_place", "Q3", "两千")
    assert hands.target("funds_in_place", "Q3").value == 2250
    assert window.page.grid.popup.isVisible()
    assert "不合格 1" in window.page.status_text()


def test_targets_that_contradict_each_other_are_noted_and_kept(window, hands) -> None:
    hands.set("funds_in_place", "Q1", "3500")
    hands.stand_at("funds_in_place", "Q1")
    assert hands.target("funds_in_place", "Q1").value == 3500
    assert "大于上半年目标" in window.page.pane.notes.text()


def test_both_measures_of_an_indicator_have_a_line(window, hands) -> None:
    window.page.tools.measure.button("growth").click()
    hands.set("foreign_trade", "FY", "5")
    window.page.tools.measure.button("").click()
    assert hands.row("foreign_trade", "growth") == hands.row("foreign_trade", "amount") + 1


def test_yearly_series_have_only_an_annual_target(window, hands) -> None:
    window.page.tools.scope.picked.emit("*")
    hands.stand_at("grain_output", "H1")
    hands.type("5")
    assert "只设全年目标" in window.page.grid.popup.problem.reason


def test_a_new_year_starts_from_last_years_frame(window, hands) -> None:
    window.session.look_at(as_of=Month(2024, 1))
    page = window.page
    assert page.status_text() == "2024 年还没有目标"
    assert page.empty.isVisible()
    page.frame_button.click()
    assert hands.target("funds_in_place", "H1", year=2024).value == 1500
    assert not page.empty.isVisible()
    assert not page.frame_button.isEnabled()
    window.session.undo_stack.undo()
    assert hands.target("funds_in_place", "H1", year=2024) is None
    assert page.empty.isVisible()
    page.type_button.click()
    assert not page.empty.isVisible()


def test_the_board_follows_at_once(window, hands) -> None:
    window.open_page("overview")
    window.open_page("targets", "funds_in_place")
    assert window.page.indicator_shown() == "funds_in_place"
    hands.set("funds_in_place", "FY", "9000")
    from tracker.board import board

    shown = board(window.session.snapshot, PROVINCE, window.session.as_of)
    row = next(one for one in shown.rows if one.progress.indicator.id == "funds_in_place")
    assert row.progress.light == "red"


def test_a_read_only_ledger_keeps_the_text(open_window) -> None:
    window = open_window(LedgerKind.SAMPLE, page="targets", read_only=True)
    hands = TargetHands(window.page)
    hands.set("funds_in_place", "FY", "3100")
    assert window.page.error_bar.isVisible()
    assert hands.shown("funds_in_place", FIRST_STAGE + 3) == "3100"
    window.page.error_bar.retry.click()
    assert window.page.error_bar.isVisible()


def test_the_pane_can_be_put_away_and_other_indicators_be_found(window, hands) -> None:
    window.page.toggle_pane()
    assert not window.page.pane.isVisible()
    window.open_page("targets", "exports")
    assert window.page.indicator_shown() == "exports"
    hands.set("exports", "FY", "90")
    window.page.tools.undo.click()
    assert hands.target("exports", "FY") is None
    window.page.tools.redo.click()
    assert hands.target("exports", "FY").value == 90
