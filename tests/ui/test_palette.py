"""Ctrl+K: one field for pages, indicators, regions and actions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.models.palette_entries import PaletteEntry, found


@pytest.fixture
def window(open_window):
    return open_window()


def type_and_enter(window, words: str) -> None:
    """Press Ctrl+K, type, press Enter."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_desk.palette
    palette.search.setText(words)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("words", "page"), [("市州", "regions"), ("督查", "inspection"), ("数据与备份", "ledger")]
)
def test_a_page_is_opened_by_its_name(window, words, page):
    type_and_enter(window, words)
    assert window.open_name == page


def test_an_indicator_is_selected_by_name_short_name_or_scattered_letters(window):
    for words in ("外贸", "foreign_trade", "外进总"):
        window.page.show_indicator("fiscal_revenue")
        type_and_enter(window, words)
        assert window.page.indicator_shown() == "foreign_trade"


def test_a_region_is_looked_at(window):
    type_and_enter(window, "积石山")
    assert window.session.snapshot.region(window.session.region).name.startswith("积石山")


def test_an_action_of_the_window_or_of_the_page_is_done(window):
    type_and_enter(window, "上一个月")
    assert window.session.as_of.month == 3
    type_and_enter(window, "复制结论")
    assert QApplication.clipboard().text().startswith("时间过去四分之一")


def test_every_page_and_only_what_can_be_done_is_offered_with_its_keys(window):
    entries = window.palette_desk.entries()
    pages = {one.text: one.keys for one in entries if one.kind == "页面"}
    assert (pages["市州"], pages["督查"], pages["目标"], pages["通报"]) == (
        "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7",
    )  # fmt: skip
    assert not any(one.text == "撤销" for one in entries)


def test_what_is_not_there_is_said_and_escape_leaves(window):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_desk.palette
    palette.search.setText("没有这个")
    assert palette.shown() == []
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)  # does nothing
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert window.open_name == "overview"


def test_whole_names_come_before_beginnings_parts_and_scattered_letters():
    entries = [
        PaletteEntry("指标", name, name)
        for name in ("工业投资增速", "规上工业", "工作业绩", "工业")
    ]
    assert [one.text for one in found(entries, "工业")] == [
        "工业", "工业投资增速", "规上工业", "工作业绩",
    ]  # fmt: skip
    assert len(found(entries, " ")) == 4
