"""The detail pane in the real window: estimates, yard-sticks, what-if, rules of the lights."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from tests.ui.test_overview import _cells
from tracker.edits import SettingEdit
from tracker.lights import PRESET_SETTING
from tracker.periods import Month
from ui.widgets.board_menu import BoardMenu


@pytest.fixture
def overview(open_window, qtbot):
    """The page of the sample ledger as of April 2023, when what lies ahead has been read."""
    page = open_window().page
    qtbot.waitUntil(lambda: page.pane.prospect is not None)
    return page


def _stick(page, title):
    return next(row for row in page.pane.sticks.rows if row.line.title == title)


def _pixels(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_nothing_is_read_ahead_before_the_first_paint(open_window, qtbot):
    page = open_window().page
    painted = page.pane.course.grab()
    assert not painted.isNull()
    qtbot.waitUntil(lambda: page.pane.headline.isVisible())
    assert page.pane.headline.text() == "6 月 30 日预计 1,650—1,790（八成可能）"


def test_the_small_trajectory_has_the_fan(overview):
    colors = _pixels(overview.pane.course)
    assert {"#bbd0df", "#dce7ef"} <= colors
    overview.show_indicator("farmland_built")
    assert not {"#bbd0df", "#dce7ef"} & _pixels(overview.pane.course)


def test_another_indicator_brings_its_own_estimate_at_once(overview):
    overview.show_indicator("foreign_trade")
    assert overview.pane.headline.text() == "6 月 30 日预计 241—275（八成可能）"
    overview.show_indicator("gdp")
    assert overview.pane.headline.text() == "6 月 30 日预计 5.4—6.9%（八成可能）"
    assert not overview.pane.sticks.isVisible()


def test_a_refusal_is_a_sentence_and_speed_is_no_estimate(overview):
    pane = overview.pane
    assert pane.speed.text() == "照现在速度　6 月底 1,569.8　12 月底 3,139.5 亿元"
    assert not pane.refusal.isVisible()
    overview.show_indicator("farmland_built")
    assert pane.refusal.text() == "资料不足：新建高标准农田2023年4月的数未报，报来后再作预计。"
    assert not pane.headline.isVisible()


def test_the_method_is_the_tooltip_of_its_row(overview, qtbot):
    table = overview.pane.estimates
    assert "几何平均" in table.tip_at(30)
    assert table.tip_at(5) == ""
    place = QPoint(40, 30)
    wish = QHelpEvent(QEvent.Type.ToolTip, place, table.mapToGlobal(place))
    assert table.event(wish)
    assert "几何平均" in QToolTip.text()
    QToolTip.hideText()
    assert "八成可能" in table.accessibleName()


def test_choosing_a_yard_stick_moves_the_board_and_can_be_undone(overview, qtbot):
    overview.show_indicator("relocation_households")
    assert _cells(overview, "relocation_households")["light"] == "滞后"
    qtbot.mouseClick(_stick(overview, "按往年"), Qt.MouseButton.LeftButton)
    session = overview.session
    assert session.snapshot.settings["pace.relocation_households"] == "seasonal"
    assert _cells(overview, "relocation_households")["light"] == "达标"
    qtbot.waitUntil(lambda: _stick(overview, "按往年").line.chosen)
    assert session.undo_stack.undoText() == "避险搬迁入住 改按往年"
    session.undo_stack.undo()
    assert _cells(overview, "relocation_households")["light"] == "滞后"
    qtbot.waitUntil(lambda: _stick(overview, "按序时").line.chosen)


def test_a_yard_stick_is_chosen_with_the_keyboard_and_keeps_the_focus(overview, qtbot):
    row = _stick(overview, "按计划")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _stick(overview, "按计划").line.chosen)
    assert _stick(overview, "按计划").hasFocus()
    qtbot.keyClick(_stick(overview, "按计划"), Qt.Key.Key_Space)  # the chosen one asks nothing
    assert overview.session.undo_stack.count() == 1


def test_a_yard_stick_without_past_cannot_be_chosen(open_window, qtbot):
    page = open_window(as_of="2018-06").page
    page.show_indicator("funds_in_place")
    qtbot.waitUntil(lambda: bool(page.pane.sticks.rows))
    refused = _stick(page, "按往年")
    assert not refused.isEnabled()
    assert "资料不足" in refused.toolTip()
    assert refused.height() > _stick(page, "按计划").height()
    assert not refused.grab().isNull()


def test_a_refused_choice_is_told(overview, qtbot):
    overview.session.know(overview.session.today())
    overview.pane.stick_wanted.emit("plan")
    from ui.widgets.error_box import ErrorBox

    assert "只读" in overview.window().findChild(ErrorBox).sentence


def test_what_if_answers_while_typing(overview, qtbot):
    field = overview.pane.what_if
    qtbot.keyClicks(field.field, "300")
    assert field.answer.text().startswith("若5月完成300亿元，1—5月累计1346.5亿元")
    qtbot.keyClicks(field.field, "x")
    assert field.field.property("state") == "bad"
    assert "300x" in field.answer.text()
    field.field.clear()
    assert not field.answer.isVisible()
    qtbot.keyClicks(field.field, "300")
    overview.show_indicator("gdp")
    assert field.field.text() == ""
    qtbot.keyClicks(field.field, "6")
    assert field.answer.text().startswith("若1—6月增长6%")
    qtbot.keyClicks(field.field, " ")
    field.field.setText("—")
    assert not field.answer.isVisible()


def test_what_was_supposed_follows_an_edit(overview, qtbot):
    field = overview.pane.what_if
    qtbot.keyClicks(field.field, "300")
    before = field.answer.text()
    from tests.ui.test_overview import _edit_actual

    overview.session.record([_edit_actual(900.0)], "改一格")
    qtbot.waitUntil(lambda: field.answer.text() != before)
    assert "1—5月累计1200亿元" in field.answer.text()


def test_a_rule_of_the_lights_is_chosen_over_the_counts(overview, qtbot):
    qtbot.mouseClick(overview.summary.rules, Qt.MouseButton.LeftButton)
    popup = overview.summary.rules.popup
    names = [popup.list.item(at).text() for at in range(popup.list.count())]
    assert names == ["默认", "银川2025", "天津2022", "甘肃2011"]
    popup.list.setCurrentRow(1)
    popup.list.itemActivated.emit(popup.list.item(1))
    assert overview.session.snapshot.settings[PRESET_SETTING] == "银川2025"
    assert _cells(overview, "foreign_trade")["light"] == "接近"
    assert "13 项达标" in overview.finding.text()
    assert overview.status_text().endswith("亮灯规则 银川2025")
    assert "银川2025" in overview.summary.rules.toolTip()
    overview.session.undo_stack.undo()
    assert _cells(overview, "foreign_trade")["light"] == "滞后"
    assert "亮灯规则" not in overview.status_text()


def test_the_menu_offers_the_rules_too(overview):
    overview.table.customContextMenuRequested.emit(QPoint(40, 60))
    menu = overview.findChild(BoardMenu)
    ticked = [a.text() for a in menu.presets.actions() if a.isChecked()]
    assert ticked == ["默认"]
    next(a for a in menu.presets.actions() if a.text() == "甘肃2011").trigger()
    menu.close()
    assert overview.session.snapshot.settings[PRESET_SETTING] == "甘肃2011"


def test_a_rule_is_not_changed_while_looking_back(overview):
    overview.session.know(overview.session.today())
    overview.summary.rules.picked.emit("甘肃2011")
    assert PRESET_SETTING not in overview.session.snapshot.settings


def test_the_printed_number_keeps_to_its_light_on_board_and_pane(overview, qtbot):
    from tests.ui.test_overview import _edit_actual

    # 33.33 % − 5.04 is red, and −5.0 would be yellow
    overview.session.record([_edit_actual(848.8)], "改一格")
    assert _cells(overview, "funds_in_place")["gap"] == "−5.04"
    qtbot.waitUntil(lambda: _stick(overview, "按序时").line.gap == "−5.04")


def test_a_break_is_marked_in_the_pane_on_the_board_and_in_the_entry_grid(open_window, qtbot):
    window = open_window()
    page = window.page
    page.show_indicator("loan_balance")
    settings = [
        SettingEdit("break.loan_balance", "2023-03"),
        SettingEdit("break_reason.loan_balance", "口径调整"),
    ]
    window.session.record(settings, "标不可比")
    qtbot.waitUntil(lambda: page.pane.break_note.isVisible())
    assert page.pane.break_note.text() == "2023 年 3 月起不可比（口径调整）"
    assert not page.pane.course.grab().isNull()
    assert "不可比" in page.table.chosen.tags
    grid = window.open_page("entry", "loan_balance").table
    row = next(r for r in range(grid.rowCount()) if "各项贷款余额" in grid.look(r, 1).text)
    assert grid.look(row, 1).text.startswith("∥")
    assert "不可比（口径调整）" in grid.look(row, 1).tip


def test_the_pane_scrolls_and_the_bar_stands_in_the_padding(overview, qtbot):
    bar = overview.pane._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert overview.pane.course.width() == 316
    overview.window().resize(1440, 1600)
    qtbot.waitUntil(lambda: bar.maximum() == 0 and overview.pane.course.width() == 316)


@pytest.mark.parametrize("as_of", [Month(2023, 3), Month(2023, 6), Month(2022, 12)])
def test_every_part_is_drawn_in_any_month(overview, qtbot, as_of):
    overview.session.look_at(as_of=as_of)
    for indicator in ("funds_in_place", "gdp", "energy_consumption", "loan_balance"):
        overview.show_indicator(indicator)
        assert not overview.pane.grab().isNull()
