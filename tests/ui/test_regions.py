"""市州 in the real window: one selection in three views, order, levels, copying, empty, long."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tracker.charts.gallery import draw
from tracker.charts.region_pictures import ranking_picture
from tracker.edits import ActualEdit
from tracker.errors import ExportError
from tracker.indicators import Basis, CellKey, Measure
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from tracker.plots.chart_data import chart_table
from tracker.plots.region_scope import Scope
from ui import dialogs
from ui.pages.regions import RegionsPage

PROVINCE, LANZHOU, JINCHANG, WUWEI, TIANSHUI = "620000", "620100", "620300", "620600", "620500"
LINXIA, JISHISHAN = "622900", "622927"


@pytest.fixture
def window(open_window):
    return open_window(page="regions")


@pytest.fixture
def page(window) -> RegionsPage:
    assert isinstance(window.page, RegionsPage)
    return window.page


def names(page: RegionsPage) -> list[str]:
    """Return the regions of the table, in order."""
    table = page.table.table
    return [str(table.index(row, 2).data()) for row in range(1, table.rowCount())]


def selected(page: RegionsPage) -> tuple[str, str, str]:
    """Return the region selected in the table, in the map and in the lights."""
    chosen = page.table.chosen
    column = page.lights.currentIndex().column()
    code = page.lights.grid.matrix.regions[column].code
    return ("" if chosen is None else chosen.code, page.map.chosen, code)


def edit(code: str, value: float, indicator: str = "funds_in_place") -> ActualEdit:
    key = CellKey(indicator, code, Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    return ActualEdit(key, value)


def test_the_page_says_what_the_design_picture_says(window, page):
    QAbstractItemModelTester(page.table.table)
    QAbstractItemModelTester(page.lights.grid)
    assert page.finding.text() == (
        "招商引资：15 个地区 9 个跑在时间前面；兰州新区、天水落后 5 个百分点以上"
    )
    assert names(page)[:3] == ["金昌", "武威", "酒泉"]
    assert names(page)[-2:] == ["兰州新区", "全省"]
    assert page.views.speakers.text() == "交流发言 金昌、武威；反思发言 天水、兰州新区"
    assert page.tools.note.text() == "位次与 3 月末相比　7 个高于全省 34.9%"
    assert window.status.counts == "15 个地区　4 月已报 15 个"
    assert page.table.rowHeight(1) == 42
    assert page.lights.grid.columnCount() == 15
    assert not page.table.verticalScrollBar().isVisible()


def test_a_click_in_one_view_selects_in_all_three(page):
    assert selected(page) == (JINCHANG, JINCHANG, JINCHANG)
    place = page.map.tile_rect(TIANSHUI).center()
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=place)
    assert selected(page) == (TIANSHUI, TIANSHUI, TIANSHUI)
    line = page.table.table.line_of(WUWEI)
    place = page.table.visualRect(page.table.table.index(line, 2)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selected(page) == (WUWEI, WUWEI, WUWEI)


def test_a_click_on_a_light_selects_its_region_and_puts_its_indicator_in_order(page):
    matrix = page.lights.grid.matrix
    row = [one.indicator.id for one in matrix.rows].index("foreign_trade")
    column = [one.code for one in matrix.regions].index(LANZHOU)
    place = page.lights.visualRect(page.lights.grid.index(row, column)).center()
    QTest.mouseClick(page.lights.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.indicator_shown() == "foreign_trade"
    assert page.finding.text().startswith("外贸：")
    assert selected(page) == (LANZHOU, LANZHOU, LANZHOU)
    assert page.lights.currentIndex().row() == row
    order = [one.code for one in page.lights.grid.matrix.regions]
    assert order == list(page.sheet.codes)


def test_the_keyboard_walks_through_table_map_and_lights(page):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert selected(page)[1] == WUWEI
    QTest.keyClick(page.map, Qt.Key.Key_Up)
    assert selected(page)[0] == JINCHANG
    QTest.keyClick(page.lights, Qt.Key.Key_Right)
    assert selected(page) == (WUWEI, WUWEI, WUWEI)
    QTest.keyClick(page.lights, Qt.Key.Key_Down)
    assert page.indicator_shown() == "key_project_investment"


def test_orders_are_growth_completion_amount_and_movement(page):
    page.tools.orders.button("growth").click()
    assert page.sheet.value_head == "增速%"
    assert page.header_actions()[1].isEnabled()
    page.tools.orders.button("amount").click()
    assert not page.header_actions()[1].isEnabled()  # amounts beside annual targets look late
    assert names(page)[0] == "兰州"
    page.tools.orders.button("movement").click()
    assert page.sheet.lines[0].move.startswith("▲")
    page.show_indicator("gdp")
    assert page.tools.orders.value == "growth"
    assert not page.tools.orders.button("completion").isEnabled()
    assert names(page)[-2:] == ["全省", "全国"]


def test_enter_leads_down_to_the_counties_and_backspace_back_up(window, page):
    page.choose(LANZHOU)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert window.session.region == LANZHOU
    assert page.views.empty.isVisible()
    assert page.tools.up.text() == "甘肃省 › 兰州市"
    assert QApplication.focusWidget() is page.views.entry_button
    window.session.record([edit("620102", 12), edit("620103", 9)], "两个区")
    assert not page.views.empty.isVisible()
    assert names(page) == ["城关区", "七里河区", "兰州"]
    assert page.views.missing.text().startswith("没有数据：西固区")
    QTest.keyClick(page.table, Qt.Key.Key_Backspace)
    assert window.session.region == PROVINCE
    assert selected(page)[0] == LANZHOU


def test_a_long_name_is_whole_in_the_tool_tip_and_the_copy_among_86_counties(window, page):
    window.session.record([edit(JISHISHAN, 3), edit("622901", 5)], "两个县")
    page.tools.scopes.button("counties").click()
    assert names(page)[:2] == ["临夏市", "积石山保安族东乡族撒拉族自治县"]
    tip = page.table.table.index(2, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("积石山保安族东乡族撒拉族自治县")
    page.copy_table()
    assert "积石山保安族东乡族撒拉族自治县\t3.0" in QGuiApplication.clipboard().text()
    assert page.lights.grid.columnCount() == 86
    assert page.status_text() == "86 个地区　4 月已报 2 个　没有数据 84 个"
    page.tools.scopes.button("every").click()
    assert page.lights.grid.columnCount() == 101
    assert "没有图" in page.header_actions()[1].toolTip()
    page.go_down(JISHISHAN)
    assert window.session.region == PROVINCE  # nothing lies below a county


def test_an_empty_ledger_says_what_to_do_and_leads_there(open_window):
    window = open_window(LedgerKind.BLANK, page="regions")
    empty = window.page.views.empty
    assert empty.isVisible()
    assert empty._title.text() == "没有市州数据，先在填报里选地区"
    assert not any(action.isEnabled() for action in window.page.header_actions())
    window.page.views.entry_button.click()
    assert window.open_name == "entry"


def test_ctrl_c_copies_what_has_the_keyboard(page):
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1] == "1\t▲1\t达标\t金昌市\t69.7\t161.3\t43.2%\t9.9"
    assert lines[-1].split("\t")[4] == "1046.5"
    QTest.keyClick(page.lights, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("指标\t金昌市\t武威市")
    page._finding_action.trigger()
    assert QGuiApplication.clipboard().text().startswith("招商引资：15个地区9个")
    page.views.speakers.click()
    assert QGuiApplication.clipboard().text() == "交流发言金昌、武威；反思发言天水、兰州新区"


def test_the_ranking_is_copied_as_a_picture_and_written(page, qtbot, tmp_path, monkeypatch):
    with qtbot.waitSignal(page.pictures.done, timeout=20_000):
        page.header_actions()[1].trigger()
    assert QGuiApplication.clipboard().image().width() == 1920
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "排名.png")
    with qtbot.waitSignal(page.pictures.done, timeout=20_000):
        page.header_actions()[2].trigger()
    assert (tmp_path / "排名.png").stat().st_size > 10_000
    page.pictures.work.wait()


def test_the_picture_of_an_order_has_that_order(window, page, qtbot, tmp_path, monkeypatch):
    page.tools.orders.button("growth").click()
    assert names(page)[0] == "张掖"
    proposed = []
    monkeypatch.setattr(
        dialogs,
        "choose_new_file",
        lambda _page, path, _kinds: proposed.append(path.stem) or tmp_path / "增速.svg",
    )
    with qtbot.waitSignal(page.pictures.done, timeout=20_000):
        page.header_actions()[2].trigger()
    assert proposed[0].endswith("_按增速")
    request = page.pictures._request(page.sheet, Scope.BELOW, tiles=False)
    held = ranking_picture(window.session.snapshot, request)
    assert held.captions.title.startswith("张掖 79.5% 领跑")
    assert [row.name for row in held.standings.rows] == names(page)[:15]
    numbers = chart_table(window.session.snapshot, request)
    assert [row[0] for row in numbers.rows][:3] == names(page)[:3]
    with pytest.raises(ExportError, match="不能换排序"):
        draw(window.session.snapshot, replace(request, chart="tilemap", preset="square"))
    assert (tmp_path / "增速.svg").stat().st_size > 10_000
    page.pictures.work.wait()


def test_an_edit_and_its_undo_move_the_rows(window, page):
    window.session.record([edit(JINCHANG, 1)], "改一格")
    assert names(page)[-2] == "金昌"
    window.session.undo_stack.undo()
    assert names(page)[0] == "金昌"


def test_in_a_small_window_the_target_gives_way_and_the_pane_is_called(open_window):
    window = open_window(page="regions", size=(1200, 720), theme="dark")
    page = window.page
    assert page.table.isColumnHidden(4)
    assert page.table.columnWidth(5) >= 220
    total = sum(page.table.columnWidth(at) for at in range(7) if at != 4)
    assert total <= page.table.viewport().width()
    assert page.map.isVisible()
    window.actions_by_name["toggle_pane"].trigger()
    QApplication.processEvents()
    assert not page.map.isVisible()
    assert not page.table.isColumnHidden(4)


def test_a_read_only_ledger_is_looked_at(open_window, make_ledger):
    window = open_window(page="regions", path=make_ledger(), read_only=True)
    assert names(window.page)[0] == "金昌"
