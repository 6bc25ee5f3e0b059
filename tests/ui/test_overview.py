"""总览 in the real window: finding, sums, board, pane, copying, sorting and narrow windows."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from tests.in_memory import Figures
from tracker.board import board
from tracker.desk.detail import pace_sentence, recent_entries
from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import Basis, CellKey, Comparator, Light, Measure, TargetKey
from tracker.ledgers import LedgerKind
from tracker.periods import Horizon, Month
from tracker.trajectory import trajectory
from ui.models.board_columns import board_columns
from ui.models.row_table import Group, RowTable
from ui.widgets.mini_trajectory import MiniTrajectory

PROVINCE = "620000"


@pytest.fixture
def overview(open_window):
    """The page of the sample ledger as of April 2023, as in the design picture."""
    return open_window().page


def _names(page):
    return [
        page.table.table.index(row, 1).data()
        for row in range(page.table.table.rowCount())
        if not page.table.table.is_head(row)
    ]


def _cells(page, indicator):
    line = page.table.table.line_of(indicator)
    table = page.table.table
    return {column.name: table.index(line, at).data() for at, column in enumerate(table.columns)}


def _head(page, name):
    return next(column.title for column in page.table.table.columns if column.name == name)


def _edit_target(horizon, value, comparator=Comparator.AT_LEAST, indicator="funds_in_place"):
    key = TargetKey(indicator, PROVINCE, 2023, horizon, Measure.AMOUNT)
    return TargetEdit(key, value, comparator)


def _edit_actual(value, month="2023-04", indicator="funds_in_place"):
    key = CellKey(indicator, PROVINCE, Month.parse(month), Measure.AMOUNT, Basis.YTD)
    return ActualEdit(key, value, published_on=date(2026, 11, 24))


def test_the_page_says_what_the_design_picture_says(overview):
    assert overview.finding.text() == "时间过去三分之一，17 项指标 11 项达标；外贸、避险搬迁滞后"
    assert _cells(overview, "foreign_trade") == {
        "light": "滞后",
        "indicator": "外贸进出口总值",
        "target": "620",
        "actual": "165.4",
        "ruler": "26.7%",
        "gap": "−6.7",
        "need": "72.3",
        "effort": "×1.75",
    }
    assert _cells(overview, "energy_consumption")["gap"] == "余 0.6"
    assert _cells(overview, "farmland_built")["actual"] == "—"
    assert _cells(overview, "gdp")["gap"] == "+0.7"
    assert _cells(overview, "listed_companies")["need"] == "0.3"


def test_the_first_row_is_selected_and_described(overview):
    assert overview.indicator_shown() == "funds_in_place"
    assert overview.pane.sentence.text() == "5、6 月月均 226.8 亿元就能过半"
    assert overview.pane.chip.toolTip().startswith("截至2023年4月")


def test_arrow_keys_step_over_the_group_heads(overview, qtbot):
    table = overview.table
    overview.show_indicator("energy_consumption")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert overview.indicator_shown() == "gdp"
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert overview.indicator_shown() == "energy_consumption"


def test_a_click_selects_a_row_and_hovering_does_not(overview, qtbot):
    table = overview.table
    place = table.visualRect(table.table.index(table.table.line_of("foreign_trade"), 1)).center()
    qtbot.mouseMove(table.viewport(), place)
    assert overview.indicator_shown() == "funds_in_place"
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert overview.indicator_shown() == "foreign_trade"


def test_enter_and_the_buttons_lead_to_entry_and_charts(overview, qtbot):
    heard = []
    overview.page_requested.disconnect()
    overview.page_requested.connect(lambda *words: heard.append(words))
    qtbot.keyClick(overview.table, Qt.Key.Key_Return)
    overview.pane.entry_button.click()
    overview.pane.chart_button.click()
    assert heard == [
        ("entry", "funds_in_place"),
        ("entry", "funds_in_place"),
        ("charts", "funds_in_place"),
    ]


def test_clicking_a_head_sorts_inside_the_groups_and_a_third_time_restores(overview):
    before = _names(overview)
    for_sorting = overview.table
    for_sorting.horizontalHeader().sectionClicked.emit(5)
    gaps = _names(overview)
    assert gaps != before
    assert gaps[0] == "避险搬迁入住"
    assert gaps[8] == "新建高标准农田"  # what has no gap comes last in its group
    assert set(gaps[:9]) == set(before[:9])
    for_sorting.sort_by("gap")
    assert _names(overview)[0] != "避险搬迁入住"
    assert overview.indicator_shown() == "funds_in_place"  # the selection went with its row
    for_sorting.sort_by("gap")
    assert _names(overview) == before


def test_the_table_can_be_copied_into_a_spreadsheet(overview, qtbot):
    qtbot.keyClick(overview.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "灯\t指标\t年度目标\t1—4 月\t双过半标尺\t与序时差\t过半须月均\t须提速"
    assert lines[1] == "累计类"
    trade = next(line for line in lines if "外贸" in line)
    assert trade == "滞后\t外贸进出口总值\t620\t165.4\t26.7%\t-6.7\t72.3\t×1.75"


def test_the_finding_is_copied_as_an_official_text_writes_it(open_window, qtbot):
    window = open_window()
    window.page.copy_finding()
    text = QGuiApplication.clipboard().text()
    assert text == "时间过去三分之一，17项指标11项达标；外贸、避险搬迁滞后"
    assert window.toast.text == "已复制结论"


def test_an_edit_is_on_the_board_at_once_and_an_undo_takes_it_off(overview):
    session = overview.session
    session.record([_edit_actual(900.0)], "改一格")
    assert (_cells(overview, "funds_in_place")["gap"], overview.indicator_shown()) == (
        "−3.3",
        "funds_in_place",
    )
    assert "临界" in overview.finding.text() or overview.summary.accessibleDescription()
    session.undo_stack.undo()
    assert _cells(overview, "funds_in_place")["gap"] == "+1.6"


def test_only_the_rows_that_changed_are_drawn_again(overview):
    changed = []
    overview.table.table.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    overview.session.record([_edit_actual(900.0)], "改一格")
    assert changed == [1]


@pytest.mark.parametrize(
    ("half_plan", "june", "verdict"),
    [
        (1500, 1600, "双过半"),
        (1700, 1600, "年度过半、未达半年计划"),
        (1200, 1400, "完成半年计划、年度未过半"),
        (1500, 1400, "未过半"),
    ],
)
def test_all_four_verdicts_can_be_reached_by_typing(overview, half_plan, june, verdict):
    overview.session.look_at(as_of=Month(2023, 6))
    edits = [_edit_target(Horizon.H1, half_plan), _edit_actual(june, "2023-06")]
    overview.session.record(edits, "双过半")
    course = trajectory(overview.session.snapshot, "funds_in_place", PROVINCE, Month(2023, 6))
    assert pace_sentence(course).detail.startswith(verdict + "；")


def test_after_june_the_columns_run_to_the_end_of_the_year(overview):
    assert _head(overview, "need") == "过半须月均"
    overview.session.look_at(as_of=Month(2023, 6))
    assert _head(overview, "need") == "后续月均"
    assert _head(overview, "actual") == "1—6 月"


def test_a_year_without_targets_says_so_and_leads_to_the_targets(open_window, qtbot):
    window = open_window(LedgerKind.BLANK)
    page = window.page
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert page.status_text() == ""
    page.targets_button.click()
    assert window.open_name == "targets"


def test_the_first_target_brings_the_board(open_window):
    page = open_window(LedgerKind.BLANK).page
    page.session.record([_edit_target(Horizon.FY, 3000)], "目标")
    assert page.table.isVisible()
    assert _cells(page, "funds_in_place")["light"] == "待报"


def test_in_a_narrow_window_the_pane_comes_and_goes_with_ctrl_i(open_window, qtbot):
    window = open_window(size=(1200, 720))
    pane = window.page.pane
    assert not pane.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert pane.isVisible()
    window.resize(1440, 900)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert pane.isVisible()


def test_where_it_is_narrow_need_and_effort_hide_and_the_ruler_keeps_its_width(open_window, qtbot):
    window = open_window(size=(1200, 720))
    window.page.toggle_pane()
    table = window.page.table
    names = [column.name for column in table.table.columns]
    hidden = {name for at, name in enumerate(names) if table.isColumnHidden(at)}
    assert hidden == {"need", "effort"}
    assert table.columnWidth(names.index("ruler")) >= 220 + 26
    assert sum(table.columnWidth(at) for at in range(len(names))) <= table.viewport().width()


def test_a_long_name_is_told_whole_by_its_tooltip(overview):
    line = overview.table.table.line_of("urban_income")
    tip = overview.table.table.index(line, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("城镇居民人均可支配收入")


def test_the_menu_of_the_board_copies_and_sorts(overview, qtbot):
    overview.table.customContextMenuRequested.emit(QPoint(40, 60))
    menu = next(m for m in overview.findChildren(QMenu) if m.actions()[0].text() == "复制表格")
    sorting = next(m for m in menu.findChildren(QMenu) if m.title() == "排序")
    next(a for a in sorting.actions() if a.text() == "按与序时差").trigger()
    assert _names(overview)[0] == "避险搬迁入住"
    menu.close()


def test_another_regions_edit_does_not_touch_the_board(overview):
    changed = []
    overview.status_changed.connect(lambda: changed.append(True))
    key = CellKey("gdp", "620600", Month(2023, 3), Measure.GROWTH, Basis.YTD)
    overview.session.record([ActualEdit(key, 5.0, published_on=date(2026, 11, 24))], "别处")
    assert changed == []


def test_the_dark_theme_shows_the_same(open_window):
    page = open_window(theme="dark").page
    image = page.grab().toImage()
    assert image.pixelColor(200, 40).name() == "#17212a"


def test_the_board_model_keeps_the_rules_of_qt(qapp):
    read = board(_figures().snapshot(), PROVINCE, Month(2023, 4))
    table = RowTable(board_columns(4), lambda row: row.progress.indicator.id)
    tester = QAbstractItemModelTester(
        table, QAbstractItemModelTester.FailureReportingMode.Fatal, table
    )
    table.show([Group("a", "甲", read.cumulative), Group("b", "乙", read.growth)])
    table.sort(5, Qt.SortOrder.DescendingOrder)
    table.sort(-1)
    table.show([Group("a", "甲", read.cumulative[:1]), Group("b", "乙", ())])
    assert table.rowCount() == 2
    table.show([])
    assert table.rowCount() == 0
    assert tester.failureReportingMode() is QAbstractItemModelTester.FailureReportingMode.Fatal


def _figures() -> Figures:
    made = Figures()
    for indicator, target, done in (
        ("funds_in_place", 3000, 1046.5),
        ("foreign_trade", 620, 165.4),
    ):
        made.target(indicator, "FY", target).actual(indicator, "2023-04", done)
    return made.target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)


def test_the_log_in_the_pane_leaves_out_what_was_undone(overview):
    session = overview.session
    session.record([_edit_actual(900.0)], "改一格")
    session.undo_stack.undo()
    entries = session.store.history(_edit_actual(0).key)
    assert [entry.new for entry in recent_entries(entries)] == [1046.5]


@pytest.mark.parametrize("as_of", ["2023-03", "2023-04", "2023-06", "2023-12"])
@pytest.mark.parametrize("indicator", ["funds_in_place", "gdp", "farmland_built", "cpi"])
def test_the_small_trajectory_draws_every_kind_of_course(open_session, qtbot, as_of, indicator):
    from resources import ROOT
    from ui.theme import Theme

    session = open_session(as_of=as_of)
    small = MiniTrajectory(Theme(ROOT, "light"))
    qtbot.addWidget(small)
    small.resize(316, 196)
    small.show_course(trajectory(session.snapshot, indicator, PROVINCE, session.as_of))
    image = small.grab().toImage()
    bar = Theme(ROOT, "light").color("bar").name()
    seen = {image.pixelColor(x, y).name() for x in range(316) for y in range(196)}
    assert bar in seen


def test_lights_of_the_board_are_counted_by_the_tracker_not_by_the_page(overview):
    read = board(overview.session.snapshot, PROVINCE, overview.session.as_of)
    assert read.lights == {Light.GREEN: 11, Light.YELLOW: 3, Light.RED: 2, Light.NONE: 1}
