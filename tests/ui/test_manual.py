"""The manual: every page has a chapter, nothing in it leads nowhere, and what it names exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from resources import ROOT
from tests.readme_code import commands_of, parse
from ui.actions import PAGE_KEYS, WINDOW_ACTIONS
from ui.help.chapters import CHAPTERS, Manual, chapter_of, parts, plain
from ui.help.manual_window import ManualWindow
from ui.page_registry import ENTRIES
from ui.theme import Theme

FOLDER = ROOT / "manual"
FILES = sorted(FOLDER.rglob("*.md"))
LANGUAGES = ("zh", "en")
SMALL_BYTES = 3_000_000
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z\d/]|Enter|Tab|Esc|Delete|Backspace|Left"
                 r"|Right|↑|↓|方向键|Arrow keys)")  # fmt: skip


def text_of(file: Path) -> str:
    """Return a chapter's file as it is."""
    return file.read_text("utf-8")


def known_keys() -> set[str]:
    """Return every key of the actions' table, and the single keys of its lines for pages."""
    lines = [key for _, key, _ in PAGE_KEYS]
    single = {one.strip() for line in lines for one in re.split(r" / |，| 或 ", line)}
    keys = {key for spec in WINDOW_ACTIONS for key in spec.shortcuts} | single
    return keys | ({"Arrow keys"} if "方向键" in keys else set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_chapter_and_every_chapter_its_file(language: str) -> None:
    manual = Manual(language)
    for entry in ENTRIES:
        assert chapter_of(entry.nav.name).name == entry.nav.name
    for chapter in CHAPTERS:
        assert manual.text(chapter.name).startswith("# ")
    if language == "zh":
        assert [parts(manual.text(one.name))[0][0] for one in CHAPTERS] == [
            one.title for one in CHAPTERS
        ]
    own = {path.stem for path in (FOLDER / "en").glob("*.md")}
    assert own == {one.name for one in CHAPTERS}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOLDER).as_posix())
class TestChapter:
    """What stands in each file, of both languages."""

    def test_links_and_pictures_lead_somewhere(self, file: Path) -> None:
        pages = {entry.nav.name for entry in ENTRIES}
        for picture, target in LINK.findall(text_of(file)):
            if target.startswith("page:"):
                assert target.removeprefix("page:") in pages
                continue
            assert (file.parent / target).is_file(), target
            if picture:
                assert not QImage(str(file.parent / target)).isNull()

    def test_commands_are_real(self, file: Path) -> None:
        for line in commands_of(text_of(file)):
            parse(line)

    def test_keys_are_in_the_table_of_actions(self, file: Path) -> None:
        outside = re.sub(r"```.*?```", "", text_of(file), flags=re.DOTALL)
        named = {code for code in re.findall(r"`([^`]+)`", outside) if KEY.fullmatch(code)}
        assert named <= known_keys()


def test_a_wrong_option_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        parse("guoban status --as-off 2023-04")


def test_the_folder_is_small_and_holds_no_picture_that_is_not_shown() -> None:
    held = {path.name for path in (FOLDER / "pictures").iterdir()}
    shown = {Path(target).name for file in FILES for mark, target in LINK.findall(text_of(file))
             if mark}  # fmt: skip
    assert held == shown
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.*")) < SMALL_BYTES


def test_a_search_finds_parts_that_hold_every_word_headings_first() -> None:
    hits = Manual().search("序时 进度")
    assert (hits[0].chapter.name, hits[0].heading) == ("terms", "序时进度")
    assert len(hits) > 1
    assert Manual().search("没有这样的字") == []
    assert Manual().search("  ") == []


def test_marks_of_markdown_are_not_searched() -> None:
    assert plain("- **灯**：见 [规则](rules.md)，按 `F1`") == "灯：见 规则，按 F1"
    assert plain("| 键 | 做什么 |") == "键 做什么"
    assert plain("|---|---|") == ""


@pytest.fixture
def manual(dressed: object, qtbot: QtBot) -> Iterator[ManualWindow]:
    """The manual's window, offscreen."""
    made = ManualWindow(Theme(ROOT, "light"), Manual())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_a_chapter_is_shown_with_its_pictures(manual: ManualWindow) -> None:
    manual.open("overview")
    assert manual.view.toPlainText().startswith("总览")
    picture = manual.view.loadResource(2, QUrl("pictures/overview.png"))
    assert isinstance(picture, QImage)
    assert picture.width() / picture.devicePixelRatio() == 720


def test_typing_searches_enter_opens_and_the_words_are_marked(
    manual: ManualWindow, qtbot: QtBot
) -> None:
    manual.open("first")
    manual.start_search()
    manual.search.setText("封账")  # an input method commits whole words
    qtbot.keyClick(manual.search, Qt.Key.Key_Down)
    qtbot.keyClick(manual.search, Qt.Key.Key_Up)
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.chapter == "entry"
    marked = [one.cursor.selectedText() for one in manual.view.extraSelections()]
    assert marked
    assert set(marked) == {"封账"}
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.list.count() == len(CHAPTERS)
    qtbot.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.chapter == "first"
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_links_lead_to_chapters_and_to_pages_of_the_program(
    manual: ManualWindow, qtbot: QtBot
) -> None:
    manual.open("first")
    manual.view.anchorClicked.emit(QUrl("terms.md"))
    assert manual.chapter == "terms"
    with qtbot.waitSignal(manual.page_wanted) as told:
        manual.view.anchorClicked.emit(QUrl("page:entry"))
    assert told.args == ["entry"]


def test_the_whole_manual_can_be_had_in_english() -> None:
    manual = Manual("en")
    for chapter in CHAPTERS:
        assert not re.search(r"^#.*[一-鿿]", manual.text(chapter.name), re.MULTILINE)


def test_the_worked_examples_are_what_the_program_computes() -> None:
    """The sums of the chapter on terms, done again."""
    text = text_of(FOLDER / "terms.md")
    sums = re.findall(r"([\d.]+) ÷ ([\d.]+) = ([\d.]+)(%?)", text)
    assert len(sums) >= 4
    for upper, lower, result, percent in sums:
        value = float(upper) / float(lower) * (100 if percent else 1)
        places = len(result.partition(".")[2])
        assert round(value + 1e-9, places) == float(result), (upper, lower)
