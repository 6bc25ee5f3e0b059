"""总览's filters: light counts, lever, department, words; and the badge of 填报."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Light, Measure
from tracker.periods import Month


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def page(window):
    return window.page


def shown(page) -> list[str]:
    """Return the ids of the rows, in order."""
    table = page.table.table
    lines = [table.line(row) for row in range(table.rowCount()) if not table.is_head(row)]
    return [line.progress.indicator.id for line in lines]


def test_a_click_on_a_light_count_shows_its_rows_and_another_shows_all(page):
    finding = page.finding.text()
    QTest.mouseClick(page.summary.lights.button(Light.RED), Qt.MouseButton.LeftButton)
    assert shown(page) == ["foreign_trade", "relocation_households"]
    assert page.filters.isVisible()
    assert page.filters.count.text() == "2 / 17 项"
    assert page.summary.lights.button(Light.RED).isChecked()
    assert page.finding.text() == finding  # sums stay those of all rows
    QTest.mouseClick(page.summary.lights.button(Light.RED), Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 17
    assert not page.filters.isVisible()


def test_ctrl_f_opens_a_field_that_narrows_and_escape_shows_all(window, page):
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.filters.words
    page.filters.words.setText("外贸")
    assert "foreign_trade" in shown(page)
    page.filters.words.setText("没有这项")
    assert shown(page) == []
    assert page.filters.count.text() == "没有符合的指标"
    QTest.keyClick(page.filters.words, Qt.Key.Key_Escape)
    assert len(shown(page)) == 17
    assert not page.filters.isVisible()


def test_lever_and_department_narrow_together(page):
    page.filters.open_bar()
    assert [one.text for one in page.filters.lever._options()][:2] == ["全部抓手", "招商"]
    page.filters.lever.picked.emit("民生")
    assert shown(page) == ["urban_jobs", "relocation_households", "urban_income", "cpi"]
    page.filters.department.picked.emit("省人社厅")
    assert shown(page) == ["urban_jobs"]
    page.filters.shut.click()
    assert len(shown(page)) == 17


def test_an_indicator_that_is_filtered_out_is_shown_when_it_is_asked_for(page):
    page.filters.toggle_light(Light.RED)
    page.show_indicator("gdp")
    assert page.indicator_shown() == "gdp"


def test_the_filter_outlives_an_edit(window, page):
    page.filters.toggle_light(Light.RED)
    key = CellKey("foreign_trade", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    window.session.record([ActualEdit(key, 300.0)], "改一格")
    assert shown(page) == ["relocation_households"]


def test_other_pages_without_a_search_open_the_palette(window):
    window.open_page("ledger")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_desk.palette is not None
    window.palette_desk.palette.close()


def test_entry_carries_the_count_of_open_doubts(window, qtbot):
    item = window.nav.item("entry")
    key = CellKey("fiscal_revenue", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    window.session.record([ActualEdit(key, 99_999.0)], "多打了一位")
    with qtbot.waitSignal(window.doubts.counted):
        window.doubts.count_now()
    assert item._badge == 1
    window.session.undo_stack.undo()
    with qtbot.waitSignal(window.doubts.counted):
        window.doubts.count_now()
    assert item._badge == 0
