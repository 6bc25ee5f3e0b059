"""导入 in the window: a file is read, shown, asked about, written, and taken back by one undo."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from resources import ROOT
from tests.conftest import NOW, open_store
from tracker.edits import ActualEdit
from tracker.indicators import Basis, CellKey, Measure, Status
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from tracker.storage.packets import enclose
from tracker.storage.store import Store
from ui import dialogs
from ui.entry_import import EntryImport
from ui.main_window import MainWindow
from ui.pages.entry import EntryPage
from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.error_box import ErrorBox

PATIENCE = 10_000
GROWTH = "2023年各市州固定资产投资增速（%）,,\n地区,1-3月,1-4月\n"


class Desk:
    """A window that keeps backups, and what a person does with files in it."""

    def __init__(self, window: MainWindow, qtbot: Any, folder: Path) -> None:
        self.window = window
        self.qtbot = qtbot
        self.folder = folder
        page = window.page
        assert isinstance(page, EntryPage)
        self.page = page

    @property
    def importing(self) -> EntryImport:
        return self.page.files.importing

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="gb18030")
        return path

    def drop(self, path: Path) -> None:
        """Drag a file onto the window and wait until it is read or refused."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        how = Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(QPoint(400, 300), *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        drop = QDropEvent(QPointF(400, 300), *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, drop)
        self.read()

    def read(self) -> None:
        self.importing.reading.wait()
        QApplication.processEvents()

    def write(self) -> None:
        """Press 写入 or 合并 and wait for the backup and the writing."""
        panel = self.importing.panel.currentWidget()
        with self.qtbot.waitSignal(self.importing.done, timeout=PATIENCE):
            panel.write.click()

    def growth(self, region: str, month: int = 4) -> float | None:
        key = CellKey("fixed_investment", region, Month(2023, month), Measure.GROWTH, Basis.YTD)
        actual = self.window.session.snapshot.actual(key)
        return None if actual is None else actual.value

    def refusal(self) -> str:
        (box,) = self.window.findChildren(ErrorBox)
        return str(box.sentence)


@pytest.fixture
def desk(
    open_session: Callable[..., Any], dressed: Any, tmp_path: Path, qtbot: Any
) -> Iterator[Desk]:
    theme = Theme(ROOT, "light")
    theme.apply(dressed)
    preferences = Preferences(tmp_path / "config" / "preferences.ini")
    preferences.page = "entry"
    session = open_session(LedgerKind.BLANK, as_of="2023-04")
    window = MainWindow(session, preferences, theme, tmp_path / "backups")
    window.resize(1440, 900)
    window.show()
    yield Desk(window, qtbot, tmp_path)
    window.close()
    window.deleteLater()


def lines(view: Any) -> list[list[str]]:
    """Return the texts of a table's rows, its group heads left out."""
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
        if not model.is_head(row)
    ]


def test_a_dropped_file_is_shown_written_and_taken_back(desk: Desk) -> None:
    desk.drop(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n白银市,7,八\n"))
    plan = desk.importing.plan
    assert plan.isVisible()
    assert not desk.page.grid.isVisible()
    assert plan.write.text() == "写入 3 格"
    assert lines(plan.tables_view) == [
        ["固投!A2:C4", "固定资产投资", "累计同比", "%", "2023-03 至 2023-04",
         "地区向下，月份向右", "3"]
    ]  # fmt: skip
    assert lines(plan.writes_view)[0] == [
        "固投!B3", "兰州", "固定资产投资", "2023-03", "累计同比", "—", "5.1", "%",
    ]  # fmt: skip
    plan.filter.button("unread").click()
    assert [place for place, _ in lines(plan.remarks_view)] == ["固投!C4"]
    assert desk.growth("620100") is None
    desk.write()
    assert not plan.isVisible()
    assert desk.growth("620100") == 6.1
    assert "写入 3 格" in desk.window.toast.text
    assert [one.reason.value for one in desk.window.keeper.held] == ["import"]
    desk.window.toast._button.click()
    assert desk.growth("620100") is None
    assert not desk.window.session.undo_stack.canUndo()


def test_what_replaces_a_figure_shows_both(desk: Desk) -> None:
    desk.drop(desk.file("一.csv", GROWTH + "兰州市,5.1,6.1\n"))
    desk.write()
    desk.drop(desk.file("二.csv", GROWTH + "兰州市,5.1,6.4\n"))
    plan = desk.importing.plan
    assert [row[5:7] for row in lines(plan.writes_view)] == [["6.1", "6.4"]]
    assert plan.filter.button("changed").text() == "改动 1"
    assert "1 个数台账里已有" in plan.summary.text()


def test_cancelling_leaves_nothing(desk: Desk) -> None:
    desk.drop(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n"))
    desk.importing.plan.cancel.setFocus()
    desk.qtbot.keyClick(desk.importing.plan.cancel, Qt.Key.Key_Escape)
    assert desk.page.grid.isVisible()
    assert desk.growth("620100") is None
    assert not desk.window.session.undo_stack.canUndo()


def test_a_file_that_is_cancelled_while_it_is_read_never_opens(desk: Desk) -> None:
    desk.importing.open_file(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n"))
    desk.importing.close()
    desk.read()
    assert desk.page.grid.isVisible()


def test_a_question_is_answered_in_place_and_remembered(desk: Desk) -> None:
    text = "各市州情况,\n地区,1-4月\n兰州市,增长6.1%\n"
    desk.drop(desk.file("月报.csv", text))
    plan = desk.importing.plan
    assert plan.write.text() == "写入 0 格"
    assert not plan.write.isEnabled()
    (indicator,) = plan.questions.buttons
    indicator.picked.emit("fixed_investment")
    desk.read()
    year = next(one for one in plan.questions.buttons if "哪一年" in one.accessibleName())
    year.picked.emit("2023")
    desk.read()
    assert plan.write.text() == "写入 1 格"
    desk.write()
    assert desk.growth("620100") == 6.1
    desk.drop(desk.file("月报.csv", text.replace("6.1", "6.3")))
    assert plan.write.text() == "写入 1 格"


def test_a_unit_that_the_table_leaves_out_can_be_named(desk: Desk) -> None:
    text = "2023年招商引资到位资金总量,\n地区,1-4月\n兰州市,7541000\n"
    desk.drop(desk.file("到位.csv", text))
    plan = desk.importing.plan
    (unit,) = plan.questions.buttons
    assert "没写单位" in unit.accessibleName()
    unit.picked.emit("万元")
    desk.read()
    assert [row[6:] for row in lines(plan.writes_view)] == [["754.1", "亿元"]]


def test_conflicts_name_both_values_and_their_cells(desk: Desk) -> None:
    desk.drop(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n兰州市,5.1,6.2\n"))
    plan = desk.importing.plan
    plan.filter.button("conflict").click()
    (first, second) = lines(plan.remarks_view)
    assert first[0] == "固投!C3"
    assert "固投 C4 是6.2" in first[1]
    assert second[0] == "固投!C4"


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("图.xlsx", b"\x89PNG\r\n", "图片"),
        ("空.csv", b"  ", "空的"),
        ("交.guobao", b"PK nothing", "不是填报包"),
    ],
)
def test_a_file_of_the_wrong_kind_ends_in_an_error_box(
    desk: Desk, name: str, content: bytes, word: str
) -> None:
    path = desk.folder / name
    path.write_bytes(content)
    desk.drop(path)
    assert word in desk.refusal()
    assert desk.page.grid.isVisible()


def test_a_backup_that_fails_keeps_the_import_from_writing(desk: Desk) -> None:
    (desk.folder / "backups").write_text("in the way")
    desk.drop(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n"))
    with desk.qtbot.waitSignal(desk.window.keeper.changed, timeout=PATIENCE):
        desk.importing.plan.write.click()
    assert desk.growth("620100") is None
    assert desk.refusal()
    assert desk.importing.plan.write.isEnabled()


def packet(desk: Desk, value: float) -> bytes:
    """Return the packet of an office that has the ledger of the window and enters a value."""
    path = desk.folder / "theirs.guoban"
    source = desk.window.session.store
    path.write_bytes(source.path.read_bytes())
    device = "01890000-0000-7000-8000-000000000002"
    with Store.open(path, now=lambda: NOW, author="李四", device=device) as theirs:
        key = CellKey("fixed_investment", "620100", Month(2023, 4), Measure.GROWTH, Basis.YTD)
        theirs.record([ActualEdit(key, value, Status.FLASH)], "填")
        return theirs.packet("620100", Month(2023, 4))


def test_a_packet_shows_both_values_and_the_choice_is_kept(desk: Desk) -> None:
    path = desk.folder / "兰州.guobao"
    path.write_bytes(packet(desk, 7.7))
    desk.drop(desk.file("固投.csv", GROWTH + "兰州市,5.1,6.1\n"))
    desk.write()
    desk.drop(path)
    merge = desk.importing.merge
    assert merge.isVisible()
    ((name, ours, theirs, author, at, choice),) = lines(merge.view)
    assert at == f"{NOW:%Y-%m-%d %H:%M}"
    assert "兰州固投" in name
    assert (ours, theirs, author, choice) == ("6.1", "7.7", "李四", "保留这里的")
    merge.view.selectRow(1)
    desk.qtbot.keyClick(merge.view, Qt.Key.Key_Space)
    assert lines(merge.view)[0][-1] == "取对方的"
    desk.write()
    assert desk.growth("620100") == 7.7
    desk.drop(path)
    assert not merge.write.isEnabled()
    merge.cancel.click()
    with open_store(desk.window.session.store.path, read_only=True) as store:
        assert store.verify() == []


def test_a_packet_under_a_passphrase_asks_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.folder / "兰州.guobao"
    path.write_bytes(enclose(packet(desk, 7.7), "打开填报包的口令"))
    monkeypatch.setattr(dialogs, "ask_words", lambda *_a, **_k: "打开填报包的口令")
    desk.drop(path)
    desk.read()
    assert desk.importing.merge.isVisible()
    desk.write()
    assert desk.growth("620100") == 7.7
