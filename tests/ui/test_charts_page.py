"""The page 图表: what it previews is what it exports, and nothing is lost or half-written."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from resources import ROOT
from tracker.charts.export import render
from tracker.charts.gallery import ChartRequest
from tracker.edits import ActualEdit, TargetEdit
from tracker.indicators import Basis, CellKey, Measure, RegionLevel, TargetKey
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Horizon, Month
from tracker.storage.store import Store
from ui import dialogs, fonts
from ui.main_window import MainWindow
from ui.pages.charts import ChartsPage
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme

TODAY = date(2023, 5, 10)
PROVINCE = "620000"
FUNDS = "funds_in_place"
APRIL = CellKey(FUNDS, PROVINCE, Month(2023, 4), Measure.AMOUNT, Basis.YTD)
LONG_MS = 30_000

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def clock() -> datetime:
    return datetime(2023, 5, 10, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a ledger with one task: targets, four months and last year of 招商引资到位资金."""
    made = create_ledger(
        tmp_path / "ledger.guoban", LedgerKind.BLANK, now=clock, author="甲", device="d"
    )
    stages = ((Horizon.Q1, 600), (Horizon.H1, 1500), (Horizon.FY, 3000))
    made.record(
        [
            *(
                TargetEdit(TargetKey(FUNDS, PROVINCE, 2023, stage, Measure.AMOUNT), value)
                for stage, value in stages
            ),
            *(
                ActualEdit(APRIL._replace(month=Month(2023, month)), value)
                for month, value in ((2, 412.6), (3, 754.1), (4, 1046.5))
            ),
        ],
        "录入",
    )
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the empty folder that pictures go to."""
    made = tmp_path / "通报"
    made.mkdir()
    return made


@pytest.fixture
def preferences(tmp_path: Path, folder: Path) -> Preferences:
    made = Preferences(tmp_path / "preferences.ini")
    made.export_folder = str(folder)
    made.export_sizes = ("slide", "a4", "square")
    return made


@pytest.fixture
def page(qtbot: QtBot, store: Store, preferences: Preferences) -> Iterator[ChartsPage]:
    """Return the shown page at April 2023, its first picture drawn."""
    fonts.load(ROOT / "fonts")
    session = Session(store, lambda: TODAY)
    made = ChartsPage(session, Theme(ROOT, "light"), preferences)
    qtbot.addWidget(made)
    made.resize(1271, 820)
    made.show()
    drawn(qtbot, made)
    yield made
    made.close()
    assert not made.work.is_busy


def drawn(qtbot: QtBot, page: ChartsPage) -> None:
    """Wait until the picture that is wanted now is there."""
    qtbot.waitUntil(lambda: page.picture is not None, timeout=LONG_MS)


def write(field: QLineEdit, text: str) -> None:
    """Write a text over another one, as an input method does."""
    field.selectAll()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QCoreApplication.sendEvent(field, typed)


def request(preset: str = "slide", **more: object) -> ChartRequest:
    return ChartRequest(
        "trajectory",
        PROVINCE,
        Month(2023, 4),
        TODAY,
        preset,
        FUNDS,
        **more,  # type: ignore[arg-type]
    )


def pixels(path: Path) -> tuple[int, int]:
    image = QImage(str(path))
    return image.width(), image.height()


def exported(qtbot: QtBot, page: ChartsPage) -> tuple[str, str]:
    """Export and return the toast's sentence and its button."""
    with qtbot.waitSignal(page.done, timeout=LONG_MS) as heard:
        page.export_now()
    return heard.args[0], heard.args[1]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the sentences that would stand in the error box."""
    heard: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, error, _title: heard.append(str(error)))
    return heard


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], list[str]]:
    """Answer the overwrite question, and return what was asked."""

    def answering(yes: bool) -> list[str]:
        asked: list[str] = []

        def ask(_parent: object, title: str, text: str, *_buttons: str) -> bool:
            asked.append(f"{title} {text}")
            return yes

        monkeypatch.setattr(dialogs, "ask", ask)
        return asked

    return answering


def test_the_first_picture_is_the_course_of_the_first_indicator(page: ChartsPage) -> None:
    assert page.gallery.current == "trajectory"
    assert page.indicator_shown() == FUNDS
    assert page.stage.preview.image.size().toTuple() == (1920, 1080)
    assert page.stage.numbers.model.table.rows[0][:4] == ("2023 年", "412.6", "754.1", "1,046.5")
    assert all(line.passed for line in page.stage.checks.lines)
    assert page.status_text().startswith("导出前检查 6 项通过")


def test_the_preview_is_the_export_itself(page: ChartsPage, store: Store) -> None:
    assert page.picture is not None
    assert page.picture.png == render(store.snapshot(), request(), "png").content


def test_a_size_is_previewed_in_its_own_pixels_whatever_the_window(
    qtbot: QtBot, page: ChartsPage
) -> None:
    page.resize(1031, 640)
    qtbot.mouseClick(page.stage.sizes.button("square"), Qt.MouseButton.LeftButton)
    drawn(qtbot, page)
    assert page.stage.preview.image.size().toTuple() == (1080, 1080)
    assert page.stage.preview.scale < 1


def test_a_chart_offers_only_the_sizes_it_declares(qtbot: QtBot, page: ChartsPage) -> None:
    assert page.stage.sizes.button("banner").isHidden()
    page.gallery.pick("board")
    drawn(qtbot, page)
    assert not page.stage.sizes.button("banner").isHidden()
    page.stage.sizes.button("banner").click()
    drawn(qtbot, page)
    page.gallery.pick("trajectory")
    drawn(qtbot, page)
    assert page.stage.preview.image.size().toTuple() == (1920, 1080)


def test_every_chart_gets_a_thumbnail_after_the_page_is_shown(
    qtbot: QtBot, page: ChartsPage
) -> None:
    qtbot.waitUntil(
        lambda: all(page.gallery.has_thumbnail(chart) for chart in ("board", "trajectory")),
        timeout=LONG_MS,
    )


def test_three_sizes_are_exported_in_exact_pixels(
    qtbot: QtBot, page: ChartsPage, store: Store, folder: Path
) -> None:
    sentence, button = exported(qtbot, page)
    assert (sentence, button) == (f"已导出 3 张到 {folder}", "打开")
    stem = "轨迹_招商引资_甘肃省_2023-04_"
    assert {path.name: pixels(path) for path in folder.iterdir()} == {
        f"{stem}1920x1080.png": (1920, 1080),
        f"{stem}2480x3508.png": (2480, 3508),
        f"{stem}1080x1080.png": (1080, 1080),
    }
    written = (folder / f"{stem}1080x1080.png").read_bytes()
    assert written == render(store.snapshot(), request("square"), "png").content


@pytest.mark.parametrize(("image_format", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_vectors_are_exported_too(
    qtbot: QtBot, page: ChartsPage, folder: Path, image_format: str, start: bytes
) -> None:
    page.panel.take(["slide"], image_format, str(folder))
    exported(qtbot, page)
    (written,) = folder.iterdir()
    assert written.suffix == f".{image_format}"
    assert written.read_bytes().startswith(start)


def test_a_file_is_not_written_over_without_asking(
    qtbot: QtBot, page: ChartsPage, folder: Path, answer: Callable[[bool], list[str]]
) -> None:
    held = folder / "轨迹_招商引资_甘肃省_2023-04_1920x1080.png"
    held.write_text("旧图", "utf-8")
    asked = answer(False)
    page.export_now()
    assert held.name in asked[0]
    assert [path.name for path in folder.iterdir()] == [held.name]
    answer(True)
    exported(qtbot, page)
    assert pixels(held) == (1920, 1080)


def test_a_missing_folder_is_told_and_nothing_is_written(
    page: ChartsPage, folder: Path, told: list[str]
) -> None:
    page.panel.set_folder(str(folder / "没有"))
    page.export_now()
    assert told == [f"没有文件夹“{folder / '没有'}”，请先建好它或换一个位置。"]
    page.panel.set_folder("")
    page.export_now()
    assert told[1:] == ["还没有选文件夹，请在“存到”里选一个。"]
    assert not list(folder.iterdir())
    assert page.panel.export_button.isEnabled()


def test_a_character_without_a_glyph_is_told_and_nothing_is_written(
    qtbot: QtBot, page: ChartsPage, folder: Path, told: list[str]
) -> None:
    write(page.stage.titles.row(0).field, "超额\ue000完成")
    qtbot.waitUntil(lambda: bool(page.stage.preview.message), timeout=LONG_MS)
    assert "U+E000" in page.stage.checks.lines[0].sentence
    assert not page.panel.export_button.isEnabled()
    assert not list(folder.iterdir())


def test_a_title_too_long_for_the_picture_blocks_the_export(
    qtbot: QtBot, page: ChartsPage, folder: Path, told: list[str]
) -> None:
    write(page.stage.titles.row(0).field, "招商引资" * 16)
    drawn(qtbot, page)
    assert not page.stage.checks.lines[0].passed
    assert "项没有通过" in page.status_text()
    page.panel.take(["slide"], "png", str(folder))
    page.export_now()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    assert told[0].startswith("图没有导出")
    assert not list(folder.iterdir())


def test_an_own_title_is_drawn_and_its_suggestion_comes_back(
    qtbot: QtBot, page: ChartsPage
) -> None:
    first = page.stage.titles.row(0)
    suggestion = first.text
    write(first.field, "四月到位过千亿")
    drawn(qtbot, page)
    assert page.picture is not None
    assert page.picture.request.title == "四月到位过千亿"
    assert first.count_text == "7 / 32 字"
    first.restore()
    drawn(qtbot, page)
    assert first.text == suggestion
    assert page.picture.request.title is None


def test_another_suggestion_can_be_picked(qtbot: QtBot, page: ChartsPage) -> None:
    second = page.stage.titles.row(1)
    second.radio.click()
    drawn(qtbot, page)
    assert page.picture is not None
    assert page.picture.request.title == second.text


def test_an_edit_elsewhere_refreshes_numbers_and_picture(qtbot: QtBot, page: ChartsPage) -> None:
    before = page.picture
    assert before is not None
    page.session.record([ActualEdit(APRIL, 1100.0)], "改四月")
    assert page.picture is None
    drawn(qtbot, page)
    assert page.stage.numbers.model.table.rows[0][3] == "1,100.0"
    assert page.picture is not None
    assert page.picture.png != before.png


def test_own_words_outlive_an_edit_but_not_another_month(qtbot: QtBot, page: ChartsPage) -> None:
    write(page.stage.titles.row(0).field, "自己的话")
    page.session.record([ActualEdit(APRIL, 1100.0)], "改四月")
    assert page.stage.titles.title == "自己的话"
    assert page.stage.titles.is_outdated
    page.session.look_at(as_of=Month(2023, 3))
    assert page.stage.titles.title != "自己的话"


def test_only_the_picture_wanted_last_is_shown(qtbot: QtBot, page: ChartsPage) -> None:
    shown: list[str] = []
    page.work.preview_ready.connect(lambda made: shown.append(made.request.preset))
    for preset in ("a4", "square", "slide", "square"):
        page.choice.choose_preset(preset)
        qtbot.wait(1)
    drawn(qtbot, page)
    page.work.wait()
    assert shown == ["square"]


def test_a_picture_that_is_overtaken_while_it_is_drawn_is_dropped(
    qtbot: QtBot, page: ChartsPage
) -> None:
    shown: list[str] = []
    page.work.preview_ready.connect(lambda made: shown.append(made.request.preset))
    page.choice.choose_preset("a4")
    qtbot.waitUntil(lambda: page.work.is_busy, timeout=LONG_MS)
    page.choice.choose_preset("square")
    drawn(qtbot, page)
    page.work.wait()
    assert shown == ["square"]


def test_a_hidden_page_waits_with_its_picture(qtbot: QtBot, page: ChartsPage) -> None:
    before = page.picture
    page.hide()
    page.session.record([ActualEdit(APRIL, 1100.0)], "改四月")
    assert page.picture is before
    page.show()
    drawn(qtbot, page)
    assert page.picture is not before


def test_the_clipboard_gets_the_picture_and_its_png(qtbot: QtBot, page: ChartsPage) -> None:
    page.stage.preview.setFocus()
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.stage.preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    offered = QGuiApplication.clipboard().mimeData()
    assert page.picture is not None
    assert bytes(offered.data("image/png").data()) == page.picture.png
    assert QGuiApplication.clipboard().image().size().toTuple() == (1920, 1080)


def test_the_numbers_are_copied_for_a_spreadsheet(qtbot: QtBot, page: ChartsPage) -> None:
    with qtbot.waitSignal(page.done):
        page.stage.numbers.copy()
    assert "2023 年\t412.6\t754.1\t1046.5" in QGuiApplication.clipboard().text()


def test_paper_and_date_are_drawn(qtbot: QtBot, page: ChartsPage) -> None:
    page.options.paper_chosen.emit("transparent")
    page.options.made_on_chosen.emit(date(2023, 5, 12))
    drawn(qtbot, page)
    assert page.picture is not None
    assert page.picture.request.paper == "transparent"
    assert page.picture.request.made_on == date(2023, 5, 12)
    assert page.picture.image.pixelColor(2, 2).alpha() == 0


def test_a_transparent_picture_can_be_for_dark_pages(qtbot: QtBot, page: ChartsPage) -> None:
    pages = page.options.findChild(QWidget, "page_under")
    assert pages is not None
    assert pages.isHidden()
    page.options.paper_chosen.emit("transparent_dark")
    drawn(qtbot, page)
    assert not pages.isHidden()
    assert page.picture is not None
    assert page.picture.request.paper == "transparent_dark"
    assert page.picture.image.pixelColor(2, 2).alpha() == 0


def test_an_indicator_without_figures_is_a_sentence(qtbot: QtBot, page: ChartsPage) -> None:
    page.show_indicator("foreign_trade")
    assert page.stage.preview.message == "外贸进出口总值 2023 年还没有数据和目标"
    assert not page.panel.export_button.isEnabled()
    assert not page.panel.copy_button.isEnabled()
    assert page.stage.numbers.model.rowCount() == 0
    page.show_indicator(FUNDS)
    drawn(qtbot, page)
    assert page.panel.export_button.isEnabled()


def test_a_region_without_anything_is_a_sentence_on_the_board_too(
    qtbot: QtBot, page: ChartsPage
) -> None:
    page.show_indicator("")
    drawn(qtbot, page)
    assert page.gallery.current == "board"
    page.session.look_at(region="620100")
    assert page.stage.preview.message == "2023 年还没有目标和数据"


def test_sizes_format_and_folder_are_remembered(
    page: ChartsPage, preferences: Preferences, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.panel.box("a4").click()
    assert preferences.export_sizes == ("slide", "square")
    assert page.panel.export_button.text() == "导出 2 张"
    other = folder / "别处"
    other.mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda _parent, _folder: other)
    page.panel.browse_requested.emit()
    assert preferences.export_folder == str(other)


def test_an_empty_state_offers_the_way_to_entry(qtbot: QtBot, page: ChartsPage) -> None:
    page.show_indicator("foreign_trade")
    with qtbot.waitSignal(page.page_requested) as heard:
        page.stage.preview.action_requested.emit()
    assert heard.args == ["entry", "foreign_trade"]


def test_ctrl_e_exports_and_the_toast_opens_the_folder(
    qtbot: QtBot, store: Store, preferences: Preferences, folder: Path
) -> None:
    fonts.load(ROOT / "fonts")
    preferences.page = "charts"
    window = MainWindow(Session(store, lambda: TODAY), preferences, Theme(ROOT, "light"))
    qtbot.addWidget(window)
    window.show()
    page = window.page
    assert isinstance(page, ChartsPage)
    drawn(qtbot, page)
    window.actions_by_name["export"].trigger()
    qtbot.waitUntil(lambda: window.toast.isVisible(), timeout=LONG_MS)
    assert window.toast.text == f"已导出 3 张到 {folder}"
    window.close()
    assert not page.work.is_busy


def test_closing_leaves_no_thread(qtbot: QtBot, page: ChartsPage) -> None:
    page.choice.choose_preset("a4")
    qtbot.waitUntil(lambda: page.work.is_busy, timeout=LONG_MS)
    page.close()
    assert not page.work.is_busy
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def test_a_ranking_can_compare_the_counties(page: ChartsPage) -> None:
    options, choice = page.options, page.choice
    assert not options.findChild(QWidget, "compared").isVisible()
    choice.choose_chart("ranking")
    assert options.findChild(QWidget, "compared").isVisible()
    options.counties_chosen.emit(True)
    assert choice.request(None).level is RegionLevel.COUNTY
    assert choice.thumbnail("ranking").level is None
    choice.choose_chart("trajectory")
    assert choice.request(None).level is None


def test_without_regional_figures_the_page_says_whose_are_missing(page: ChartsPage) -> None:
    page.choice.choose_chart("ranking")
    assert page.stage.preview.message == "各地 2023 年还没有招商引资到位资金(省外)的数据"
