"""On 图表: looks, saved styles, the numbers as a workbook, and many pictures in one go."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resources import ROOT
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from ui import dialogs
from ui.pages.charts import ChartsPage
from ui.preferences import Preferences
from ui.saved_styles import SavedStyle, SavedStyles
from ui.session import Session
from ui.theme import Theme

LONG_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the empty folder that files go to."""
    made = tmp_path / "通报"
    made.mkdir()
    return made


@pytest.fixture
def preferences(tmp_path: Path, folder: Path) -> Preferences:
    made = Preferences(tmp_path / "preferences.ini")
    made.export_folder = str(folder)
    made.export_sizes = ("square",)
    return made


@pytest.fixture
def page(
    qtbot: QtBot, open_session: Callable[..., Session], preferences: Preferences
) -> Iterator[ChartsPage]:
    """Return the shown page on the sample ledger, its first picture drawn."""
    made = ChartsPage(open_session(LedgerKind.SAMPLE), Theme(ROOT, "light"), preferences)
    qtbot.addWidget(made)
    made.resize(1271, 820)
    made.show()
    drawn(qtbot, made)
    yield made
    made.close()
    assert not made.work.is_busy
    assert not made.batch.work.is_busy


def drawn(qtbot: QtBot, page: ChartsPage) -> None:
    """Wait until the picture that is wanted now is there."""
    qtbot.waitUntil(lambda: page.picture is not None, timeout=LONG_MS)


def test_dark_larger_and_with_an_own_source(qtbot: QtBot, page: ChartsPage) -> None:
    page.options.paper_chosen.emit("dark")
    page.options.text_step_chosen.emit("large")
    page.options.source_chosen.emit("统计局，其余示例")
    drawn(qtbot, page)
    assert page.picture is not None
    asked = page.picture.request
    assert (asked.paper, asked.text_step, asked.source) == ("dark", "large", "统计局，其余示例")
    assert page.picture.image.pixelColor(2, 2).name() == "#17212a"
    assert all(line.passed for line in page.picture.checks)


def test_a_style_is_kept_under_a_name_worn_and_dropped(
    qtbot: QtBot,
    page: ChartsPage,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.options.paper_chosen.emit("mono")
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "打印")
    page.styles.keep_now()
    assert page.styles.button.text() == "自存样式 1 个"
    (style,) = SavedStyles(preferences).all()
    assert (style.name, style.paper, style.sizes) == ("打印", "mono", ("square",))
    page.options.paper_chosen.emit("white")
    page.panel.take(["slide"], "pdf", "")
    page.styles.wear(style)
    drawn(qtbot, page)
    assert page.choice.paper == "mono"
    assert page.panel.presets == ("square",)
    with qtbot.waitSignal(page.done) as heard:
        page.styles.drop(style)
    assert SavedStyles(preferences).all() == []
    heard.args[2]()
    assert SavedStyles(preferences).all() == [style]
    assert page.styles.menu().actions()[0].text() == "打印"


def test_no_name_keeps_nothing(
    page: ChartsPage, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "")
    page.styles.keep_now()
    assert SavedStyles(preferences).all() == []


def test_styles_of_another_version_are_left_out(preferences: Preferences) -> None:
    preferences.chart_styles = '[{"name": "x", "paper": "gold", "text_step": "standard"}, 3]'
    assert SavedStyles(preferences).all() == []
    preferences.chart_styles = "nonsense"
    assert SavedStyles(preferences).all() == []
    style = SavedStyle("a", None, "large", "", ("slide",), "png")
    SavedStyles(preferences).keep(style)
    assert SavedStyles(preferences).all() == [style]


def test_the_svg_follows_onto_the_clipboard(qtbot: QtBot, page: ChartsPage) -> None:
    page.copy_now()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.mimeData().hasImage()
    qtbot.waitUntil(lambda: clipboard.mimeData().hasFormat("image/svg+xml"), timeout=LONG_MS)
    assert page.picture is not None
    assert bytes(clipboard.mimeData().data("image/png").data()) == page.picture.png
    assert b"<desc>" in bytes(clipboard.mimeData().data("image/svg+xml").data())


def test_what_was_copied_meanwhile_is_left_alone(qtbot: QtBot, page: ChartsPage) -> None:
    page.copy_now()
    QGuiApplication.clipboard().setText("别的")
    with qtbot.waitSignal(page.work.vector_ready, timeout=LONG_MS):
        pass
    assert QGuiApplication.clipboard().text() == "别的"


def test_the_numbers_become_a_workbook(
    qtbot: QtBot, page: ChartsPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []

    def choose(_parent: object, path: Path, _kinds: str) -> Path:
        proposed.append(path)
        return path

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    with qtbot.waitSignal(page.done) as heard:
        page.stage.numbers.save_requested.emit(page.stage.numbers.model.table)
    assert proposed[0] == folder / "轨迹_招商引资_甘肃省_2023-04.xlsx"
    assert heard.args[0] == "已存下 轨迹_招商引资_甘肃省_2023-04.xlsx"
    sheet = zipfile.ZipFile(io.BytesIO(proposed[0].read_bytes())).read("xl/worksheets/sheet1.xml")
    assert b"<v>1046.5</v>" in sheet


def test_a_free_size_in_centimetres_is_exported_beside_the_presets(
    qtbot: QtBot, page: ChartsPage, preferences: Preferences, folder: Path
) -> None:
    free = page.panel.free
    free.box.click()
    free.unit.button("cm").click()
    assert free.pair.text() == "16x9"
    with qtbot.waitSignal(page.done, timeout=LONG_MS):
        page.export_now()
    sizes = {path.name.rpartition("_")[2]: QImage(str(path)) for path in folder.iterdir()}
    assert set(sizes) == {"1080x1080.png", "1890x1063.png"}
    dots = sizes["1890x1063.png"].dotsPerMeterX() * 0.0254
    assert dots == pytest.approx(300, abs=0.5)
    assert preferences.export_sizes == ("square", "free:cm:16x9:300")


def test_a_wrong_free_size_is_told_and_nothing_is_written(
    page: ChartsPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _where, error, _title: told.append(str(error)))
    page.panel.take(["free:cm:16x9:900"], "png", str(folder))
    page.export_now()
    page.panel.free.dpi.setText("高清")
    page.export_now()
    assert told == [
        "每英寸 900 点不行，请用 72 到 600。",
        "每英寸点数“高清”不是数，请写 72 到 600。",
    ]
    assert not list(folder.iterdir())


def test_twice_the_pixels_and_text_that_stays_text(
    qtbot: QtBot, page: ChartsPage, folder: Path
) -> None:
    page.panel.findChild(QWidget, "scale").button("2").click()  # type: ignore[union-attr]
    with qtbot.waitSignal(page.done, timeout=LONG_MS):
        page.export_now()
    (made,) = folder.iterdir()
    assert QImage(str(made)).size().toTuple() == (2160, 2160)
    letters = page.panel.findChild(QWidget, "letters")
    assert letters is not None
    assert letters.isHidden()
    page.panel.take(["square"], "svg", str(folder))
    assert not letters.isHidden()
    letters.button("text").click()  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.done, timeout=LONG_MS):
        page.export_now()
    (svg,) = folder.glob("*.svg")
    assert "<text" in svg.read_text("utf-8")


def opened(page: ChartsPage) -> None:
    """Open the panel with two small charts and two months ticked."""
    page.open_batch()
    panel = page.batch.panel
    assert panel is not None
    assert panel.charts.values == ["trajectory"]
    assert panel.regions.values == ["620000"]
    assert panel.months.values == [Month(2023, 4)]
    assert panel.sizes.values == ["square"]
    panel.charts.tick("board")
    panel.months.tick(Month(2023, 3))


def test_a_batch_writes_every_file_and_a_zip_while_the_page_works(
    qtbot: QtBot, page: ChartsPage, folder: Path
) -> None:
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    panel.zip_box.setChecked(True)
    panel.start_button.click()
    assert panel.cancel_button.text() == "取消"
    with qtbot.waitSignal(page.done, timeout=LONG_MS) as heard:
        page.options.paper_chosen.emit("white")
        page.open_batch()
    assert heard.args[:2] == [f"已导出 4 个文件到 {folder}", "打开"]
    names = sorted(path.name for path in folder.iterdir())
    assert names[:2] == [
        "双过半标尺_甘肃省_2023-03_square.png",
        "双过半标尺_甘肃省_2023-04_square.png",
    ]
    (archive,) = folder.glob("*.zip")
    assert sorted(zipfile.ZipFile(archive).namelist()) == [
        name for name in names if name.endswith(".png")
    ]
    assert panel.cancel_button.text() == "关闭"
    drawn(qtbot, page)


def test_a_batch_can_be_cancelled_and_says_how_to_go_on(
    qtbot: QtBot, page: ChartsPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, words, _title: told.append(str(words)))
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    panel.start_button.click()
    panel.cancel_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    assert "已取消，再导出一次会接着做" in told[0]
    assert panel.start_button.isEnabled()
    assert all(path.suffix == ".png" for path in folder.iterdir())


def test_a_batch_into_nowhere_is_told(
    qtbot: QtBot, page: ChartsPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, words, _title: told.append(str(words)))
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    panel.folder.setText(str(folder / "没有"))
    panel.start_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    assert "请先建好它" in told[0]


def test_nothing_ticked_cannot_be_exported(page: ChartsPage) -> None:
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    panel.regions.tick("620000", False)
    assert not panel.start_button.isEnabled()
    assert "各选至少一个" in panel.state.text()
    panel.regions._head.click()
    assert len(panel.regions.values) == 16
    assert panel.start_button.isEnabled()
    panel.close()
    assert not panel.isVisible()


def test_the_file_name_shows_a_live_example_and_refuses_a_wrong_field(page: ChartsPage) -> None:
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    assert panel.example.text() == "例：轨迹_招商引资_甘肃省_2023-03_square.png"
    panel.template.setText("{region}_{month}")
    assert "{month}" in panel.example.text()
    assert not panel.start_button.isEnabled()
    panel.template.setText("{indicator}_{as_of}")
    assert panel.example.text() == "例：招商引资_2023-03.png"
    assert panel.start_button.isEnabled()


def test_a_set_is_kept_in_the_ledger_and_taken_again(
    page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "每月通报")
    opened(page)
    panel = page.batch.panel
    assert panel is not None
    panel.formats["pdf"].setChecked(True)
    panel.compared.choose("counties")
    page.batch.keep_now()
    assert "picture_set.每月通报" in page.session.snapshot.settings
    panel.charts.tick("board", False)
    panel.formats["pdf"].setChecked(False)
    panel.compared.choose("members")
    page.batch.sets_menu().actions()[0].trigger()
    assert set(panel.charts.values) == {"board", "trajectory"}
    assert "pdf" in panel.image_formats
    assert panel.compares_counties


def test_a_meeting_pack_is_made_from_the_page(qtbot: QtBot, page: ChartsPage, folder: Path) -> None:
    page.pack.open(str(folder))
    panel = page.pack.panel
    assert panel is not None
    assert panel.folder.text() == str(folder / "会前包_甘肃省_2023-04")
    panel.charts.tick("trajectory", False)
    with qtbot.waitSignal(page.done, timeout=LONG_MS) as heard:
        panel.start_button.click()
        assert panel.cancel_button.text() == "取消"
    made = folder / "会前包_甘肃省_2023-04"
    assert heard.args[:2] == [f"会前包已放进 {made}", "打开文件夹"]
    kinds = {path.suffix for path in made.iterdir() if path.is_file()}
    assert kinds == {".pptx", ".docx", ".xlsx", ".json"}


def test_a_meeting_pack_can_be_cancelled(qtbot: QtBot, page: ChartsPage, folder: Path) -> None:
    page.pack.open(str(folder))
    panel = page.pack.panel
    assert panel is not None
    panel.start_button.click()
    panel.cancel_button.click()
    qtbot.waitUntil(lambda: panel.cancel_button.text() == "关闭", timeout=LONG_MS)
    assert "再导出一次会接着做" in panel.state.text()
    assert not list(folder.rglob("*.pptx"))
