"""The help of the window: F1, the guide, what is new, the versions, the log."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from resources import ROOT, VERSION
from tracker.errors import ExportError
from ui import dialogs
from ui.help.about import PARTS, AboutDialog, versions
from ui.help.log_parcel import pack_log
from ui.help.news import CHANGELOGS, NewsDialog
from ui.preferences import Preferences

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
STEPS = 5


@pytest.fixture
def window(open_window, monkeypatch):
    monkeypatch.setattr("ui.help.log_parcel.log_folder", lambda: Path("/nowhere"))
    return open_window()


def kept(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "config" / "preferences.ini")


class TestManual:
    """F1 and the links back."""

    def test_f1_opens_the_chapter_of_the_open_page(self, window, qtbot):
        window.open_page("targets")
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.help.manual.chapter == "targets"
        window.open_page("entry")
        window.actions_by_name["open_manual"].trigger()
        assert window.help.manual.chapter == "entry"

    def test_the_keyboard_has_its_ring_in_the_manual_too(self, window, dressed):
        window.actions_by_name["open_manual"].trigger()
        manual = window.help.manual
        # A platform without a screen leaves the first window active, so Qt is spoken for here.
        manual.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        dressed.focusChanged.emit(None, manual.search)
        assert window.help._ring.target is manual.search
        assert window.help._ring.parentWidget() is manual

    def test_a_link_to_a_page_opens_it(self, window):
        window.actions_by_name["open_manual"].trigger()
        window.help.manual.page_wanted.emit("rules")
        assert window.open_name == "rules"

    def test_the_window_takes_its_manual_along_when_it_closes(self, window):
        window.actions_by_name["open_manual"].trigger()
        manual = window.help.manual
        window.close()
        assert not manual.isVisible()

    def test_nothing_of_the_help_is_read_at_the_start(self):
        program = (
            "import sys; import ui.app; import ui.main_window;"
            "print([name for name in sys.modules if name.startswith('ui.help.')])"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "[]"


class TestGuide:
    """Five steps over the real window."""

    def test_each_step_points_at_real_widgets_and_the_card_is_beside_them(self, window, qtbot):
        window.help.start_guide()
        guide = window.help.guide
        pages = []
        for at in range(STEPS):
            assert guide.number.text() == f"{at + 1} / {STEPS}"
            assert window.rect().contains(guide.card.geometry())
            for widget in guide._steps[at].around():
                assert widget.isVisible()
                place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
                assert guide.hole.contains(place.intersected(window.rect()))
            pages.append(window.open_name)
            qtbot.keyClick(guide, Qt.Key.Key_Right)
        assert pages == ["overview", "overview", "entry", "entry", "entry"]
        assert window.help.guide is None
        assert window.open_name == "overview"

    def test_enter_goes_on_left_goes_back_and_escape_skips(self, window, qtbot, tmp_path):
        window.help.start_guide()
        guide = window.help.guide
        qtbot.keyClick(guide, Qt.Key.Key_Return)
        qtbot.keyClick(guide, Qt.Key.Key_Left)
        assert guide.at == 0
        qtbot.keyClick(guide, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.open_name == "overview"  # shortcuts rest meanwhile
        qtbot.keyClick(guide, Qt.Key.Key_Escape)
        assert not guide.isVisible()
        assert kept(tmp_path).guide_seen

    def test_it_follows_the_size_of_the_window(self, window):
        window.help.start_guide()
        window.resize(1240, 760)
        assert window.help.guide.size() == window.size()

    def test_a_newcomer_is_shown_around_once(self, window):
        window.help.greet()
        window.help.guide.leave()
        window.help.greet()
        assert window.help.guide is None
        window.actions_by_name["start_guide"].trigger()
        assert window.help.guide.isVisible()

    def test_a_card_never_leaves_a_small_window(self, open_window, qtbot):
        window = open_window(size=(1200, 720), theme="dark")
        window.help.start_guide()
        for _ in range(STEPS):
            assert window.rect().contains(window.help.guide.card.geometry())
            window.help.guide.step_on() if window.help.guide.at < STEPS - 1 else None


class TestNews:
    """新功能 after a change of the version."""

    def test_it_is_shown_once_to_one_who_knew_an_older_version(self, window, tmp_path):
        window.preferences.guide_seen = True
        window.preferences.seen_version = "0.0.9"
        window.help.greet()
        (news,) = window.findChildren(NewsDialog)
        assert VERSION in news.view.toPlainText()
        news.accept()
        window.help.greet()
        assert [one for one in window.findChildren(NewsDialog) if one.isVisible()] == []
        assert kept(tmp_path).seen_version == VERSION

    def test_the_newest_entry_is_the_version_of_the_project(self):
        for changelog in CHANGELOGS.values():
            lines = changelog.read_text("utf-8").splitlines()
            first = next(line for line in lines if line.startswith("## "))
            assert first.removeprefix("## ") == VERSION == PROJECT["project"]["version"]

    def test_both_languages_tell_as_much(self):
        told = [path.read_text("utf-8").count("\n- **") for path in CHANGELOGS.values()]
        assert len(set(told)) == 1


class TestAbout:
    """Versions and licences."""

    def test_every_library_is_listed_with_version_and_licence(self, window):
        window.actions_by_name["show_about"].trigger()
        (about,) = window.findChildren(AboutDialog)
        listed = {part.package.lower() for part in PARTS}
        for line in PROJECT["project"]["dependencies"]:
            name = line.split(";")[0].split(">")[0].strip().lower()
            assert name in listed
        assert all(part.licence for part in PARTS)
        assert all(part.version for part in PARTS if part.package)
        copy = next(one for one in about.findChildren(QPushButton) if "复制" in one.text())
        copy.click()
        assert QGuiApplication.clipboard().text() == versions()
        assert f"双过半 {VERSION}" in versions()
        about.accept()


class TestLog:
    """交出日志."""

    def test_the_log_and_the_versions_go_into_one_file(self, tmp_path):
        (tmp_path / "guoban.log").write_text("INFO 启动", "utf-8")
        (tmp_path / "guoban.log.1").write_text("INFO 以前", "utf-8")
        parcel = pack_log(tmp_path, "版本", tmp_path / "out.zip")
        with zipfile.ZipFile(parcel) as opened:
            assert set(opened.namelist()) == {"版本.txt", "guoban.log", "guoban.log.1"}

    def test_a_place_that_cannot_be_written_is_named(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(ExportError, match="file"):
            pack_log(tmp_path, "", tmp_path / "file" / "out.zip")

    def test_the_menu_asks_where_to_and_says_what_was_written(self, window, tmp_path, monkeypatch):
        target = tmp_path / "日志.zip"
        monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: target)
        window.actions_by_name["hand_over_log"].trigger()
        assert target.is_file()
        assert window.toast.text == "日志已存为 日志.zip"


def test_the_question_mark_offers_all_of_the_help(window):
    offered = [action.text() for action in window.help.button.menu().actions() if action.text()]
    assert offered == ["手册", "五步导览", "新功能", "快捷键", "交出日志…", "关于双过半"]


def test_the_palette_finds_the_help(window: object, dressed: QApplication) -> None:
    texts = [entry.text for entry in window.palette_desk.entries()]
    assert {"手册", "五步导览", "新功能"} <= set(texts)


def test_the_shipped_icons_of_the_help_are_there():
    assert (ROOT / "icons" / "circle-help.svg").is_file()
