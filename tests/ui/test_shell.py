"""The window shell: pages, header, keys, undo, what is remembered, and what happens on trouble."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.conftest import open_store
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from ui import actions, app, dialogs
from ui.preferences import Preferences
from ui.widgets.error_box import ErrorBox
from ui.widgets.header_bar import region_options
from ui.widgets.pick_button import PickList

APRIL = CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


def _record(window, value):
    window.session.record([ActualEdit(APRIL, value, published_on=date(2026, 11, 24))], "改一格")


def _april(window):
    actual = window.session.snapshot.actual(APRIL)
    return None if actual is None else actual.value


def _press(qtbot, window, keys):
    """Press a shortcut as a keyboard does."""
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_the_navigation_offers_the_four_pages_of_this_version(open_window):
    window = open_window()
    names = [window.nav.item(name).text() for name in ("overview", "entry", "charts", "targets")]
    assert names == ["总览", "填报", "图表", "目标"]


def test_ctrl_and_a_number_opens_a_page_and_the_header_names_it(open_window, qtbot):
    window = open_window()
    for keys, name, title in (
        ("Ctrl+2", "entry", "填报"),
        ("Ctrl+4", "regions", "市州"),
        ("Ctrl+6", "targets", "目标"),
        ("Ctrl+1", "overview", "总览"),
    ):
        _press(qtbot, window, keys)
        assert (window.open_name, window.header.title.text()) == (name, title)
        assert window.nav.item(name).isChecked()


def test_a_page_is_made_when_it_is_first_opened_and_kept(open_window):
    window = open_window()
    assert window.stack.count() == 1
    entry = window.open_page("entry")
    window.open_page("overview")
    assert window.open_page("entry") is entry


def test_an_unknown_page_in_the_preferences_opens_the_first(open_window):
    assert open_window(page="nowhere").open_name == "overview"


def test_year_month_and_region_move_every_page(open_window, qtbot):
    window = open_window()
    session, header = window.session, window.header
    _press(qtbot, window, "Alt+Left")
    assert (session.as_of, header.month.text()) == (Month(2023, 3), "截至 3 月")
    _press(qtbot, window, "Alt+Right")
    header.year.picked.emit("2022")
    assert (session.as_of, header.year.text()) == (Month(2022, 4), "2022 年")
    header.month.picked.emit("6")
    header.region.picked.emit("620600")
    assert (session.as_of, session.region) == (Month(2022, 6), "620600")
    assert header.region.text() == window.session.snapshot.region("620600").name


def test_stepping_back_from_january_leads_to_december(open_window, qtbot):
    window = open_window(as_of="2023-01")
    _press(qtbot, window, "Alt+Left")
    assert window.session.as_of == Month(2022, 12)


def test_nobody_can_step_beyond_next_year(open_window, qtbot):
    window = open_window(as_of="2027-12")
    _press(qtbot, window, "Alt+Right")
    assert window.session.as_of == Month(2027, 12)


def test_the_year_list_offers_years_with_figures_this_year_and_the_next(open_window):
    assert open_window().viewpoint.years() == [2027, 2026, *range(2023, 2016, -1)]


def test_the_region_list_groups_counties_under_their_prefecture(open_window):
    options = region_options(open_window().session.snapshot.catalogue)
    assert (options[0].text, options[0].depth) == ("甘肃省", 0)
    lanzhou = next(at for at, option in enumerate(options) if option.value == "620100")
    assert (options[lanzhou].depth, options[lanzhou + 1].depth) == (0, 1)
    assert sum(option.depth == 0 for option in options) == 16  # province, 14, 新区


def test_the_region_is_found_by_typing_a_part_of_its_name(open_window, qtbot):
    window = open_window()
    qtbot.keyClick(window.header.region, Qt.Key.Key_Down)
    popup = window.header.region.popup
    popup.search.setText("武威")  # an input method commits whole words
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert window.session.region == "620600"


def test_escape_leaves_the_list_without_choosing(open_window, qtbot):
    window = open_window()
    qtbot.keyClick(window.header.year, Qt.Key.Key_Space)
    popup = window.header.year.popup
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.session.as_of == Month(2023, 4)


def test_find_indicator_selects_it_on_the_open_page(open_window, qtbot):
    window = open_window()
    _press(qtbot, window, "Ctrl+K")
    found = window.palette_desk.palette
    found.search.setText("外贸")
    qtbot.keyClick(found.search, Qt.Key.Key_Return)
    assert window.page.indicator_shown() == "foreign_trade"


def test_undo_and_redo_follow_the_keys_and_are_off_when_there_is_nothing(open_window, qtbot):
    window = open_window()
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    _record(window, 999.0)
    _press(qtbot, window, "Ctrl+Z")
    assert _april(window) == 1046.5
    _press(qtbot, window, "Ctrl+Y")
    assert _april(window) == 999.0
    _press(qtbot, window, "Ctrl+Z")
    _press(qtbot, window, "Ctrl+Shift+Z")
    assert _april(window) == 999.0


def test_the_status_line_says_when_it_was_saved_and_that_figures_are_samples(open_window):
    window = open_window()
    _record(window, 999.0)
    texts = [label.text() for label in window.status.findChildren(QLabel) if label.isVisible()]
    assert "已保存 16:42" in texts
    assert "示例数据" in texts
    assert window.status.counts == "17 项指标　4 月应报 14 项，已报 13 项　待报 1 项"


def test_a_ledger_that_refuses_says_so_in_a_box_and_the_window_stays_usable(
    open_window, qtbot, make_ledger, monkeypatch
):
    window = open_window(path=make_ledger())
    _record(window, 999.0)
    blocker = open_store(window.session.store.path)
    with blocker._file.writing():  # another program is just writing
        _press(qtbot, window, "Ctrl+Z")
    box = window.findChild(ErrorBox)
    assert box is not None
    assert str(window.session.store.path) in box.sentence
    assert _april(window) == 999.0
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert window.findChild(ErrorBox) is None
    blocker.close()
    window.open_page("targets")


def test_a_second_trouble_takes_the_place_of_the_first(open_window):
    window = open_window()
    dialogs.tell(window, "一")
    dialogs.tell(window.page, "二")
    assert [box.sentence for box in window.findChildren(ErrorBox)] == ["二"]
    window.resize(1300, 800)
    box = window.findChild(ErrorBox)
    assert box.geometry().right() < 1300


def test_a_read_only_ledger_is_looked_at_and_says_that_it_is(open_window, make_ledger):
    window = open_window(path=make_ledger(), read_only=True)
    texts = [label.text() for label in window.status.findChildren(QLabel)]
    assert "只读，不能填报" in texts


def test_export_brings_the_selected_indicator_to_the_charts_page(open_window, qtbot):
    window = open_window()
    window.page.show_indicator("foreign_trade")
    _press(qtbot, window, "Ctrl+E")
    assert window.open_name == "charts"
    assert window.page.indicator_shown() in ("foreign_trade", "")


def test_the_toast_offers_what_can_be_done_about_it(open_window, qtbot):
    window = open_window()
    opened = []
    window.toast.say("已导出 3 张", "打开", lambda: opened.append(True))
    assert window.toast.isVisible()
    button = next(b for b in window.toast.findChildren(QPushButton) if b.text() == "打开")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [True]
    assert not window.toast.isVisible()


def test_the_keyboard_draws_a_ring_around_where_it_is(open_window, qtbot):
    window = open_window()
    window.activateWindow()
    window.nav.item("overview").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(12):
        if window.focus_ring.target is not None:
            break
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    target = window.focus_ring.target
    assert target is not None
    assert window.focus_ring.isVisible()
    assert window.focus_ring.width() == target.width() + 6
    qtbot.mousePress(target, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton)
    for popup in window.findChildren(PickList):
        popup.close()


def test_up_and_down_move_through_the_navigation(open_window, qtbot):
    window = open_window()
    window.nav.item("overview").setFocus()
    qtbot.keyClick(window.nav.item("overview"), Qt.Key.Key_Down)
    assert window.open_name == "entry"
    qtbot.keyClick(window.nav.item("entry"), Qt.Key.Key_Up)
    assert window.open_name == "overview"


def test_no_shortcut_is_given_twice():
    keys = [key for spec in actions.WINDOW_ACTIONS for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_the_shortcut_help_lists_every_key_of_the_table(open_window, monkeypatch):
    window = open_window()
    seen = []

    def look(dialog):
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        return 1

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", look)
    window.actions_by_name["show_shortcuts"].trigger()
    assert {spec.text for spec in actions.WINDOW_ACTIONS if spec.shortcuts} <= set(seen)


def test_closing_keeps_what_was_looked_at(open_window, tmp_path):
    window = open_window(as_of="2023-05", region="620600")
    window.open_page("targets")
    window.close()
    kept = Preferences(tmp_path / "config" / "preferences.ini")
    assert (kept.page, kept.region, kept.as_of) == ("targets", "620600", Month(2023, 5))


def test_changing_the_theme_makes_the_window_anew_with_its_undo(dressed, open_session, tmp_path):
    from resources import ROOT
    from ui.theme import Theme

    session = open_session()
    preferences = Preferences(tmp_path / "p.ini")
    desk = app.Desk(dressed, session, preferences, Theme(ROOT, "light"))
    desk.show()
    _record(desk.window, 999.0)
    desk.window.open_page("targets")
    desk.window.actions_by_name["change_theme"].trigger()
    assert desk.window.theme.is_dark
    assert desk.window.open_name == "targets"
    assert preferences.theme == "dark"
    desk.window.actions_by_name["undo"].trigger()
    assert _april(desk.window) == 1046.5
    desk.window.close()
