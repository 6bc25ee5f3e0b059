"""EntryImport: 导入 of 填报: choose a file, see what it would bring, answer, write.

It stands beside EntryPage, which is about cells: the page gives it a place, and hides its grid
while something is being imported.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.edits import Changes
from tracker.errors import TrackerError
from tracker.exchange.importing import ImportPlan, plan_import
from tracker.imported import import_text
from tracker.storage.backups import Reason
from ui import dialogs
from ui.backup_keeper import BackupKeeper
from ui.import_reading import ImportReading, Packed, Planned
from ui.models.import_questions import Asked, hints_of, questions
from ui.session import Session
from ui.theme import Theme
from ui.widgets.import_panel import ImportPanel
from ui.widgets.merge_panel import MergePanel

_NOT_READ = "没有读出来"
_NOT_WRITTEN = "没有写入"
_QUIET_MS = 1000
"""Work that takes less says nothing."""


class EntryImport(QObject):
    """Header action 导入 and the panel that takes the grid's place."""

    opened = Signal(bool)
    """Emitted with whether the panel is to be seen."""
    done = Signal(str, bool)
    """Emitted with what was written, and whether undo takes it back."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        keeper: BackupKeeper | None,
        page: QWidget,
        planner: Callable[..., ImportPlan] = plan_import,
    ) -> None:
        """`planner` says what an import of sheets would do; see plan_import."""
        super().__init__(page)
        self._session = session
        self._keeper = keeper
        self._page = page
        self._given: Planned | Packed | None = None
        self._answers: dict[tuple[str, str], str] = {}
        self._name = ""
        self._told = ""
        self.reading = ImportReading(session, self, planner)
        self.plan = ImportPanel(theme)
        self.merge = MergePanel()
        self.panel = QStackedWidget()
        self.panel.addWidget(self.plan)
        self.panel.addWidget(self.merge)
        self.action = QAction("导入", page)
        self.action.setProperty("icon_name", "file-text")
        self.action.setToolTip("导入 .xlsx、.xls、.csv 或填报包；也可以把文件拖进窗口")
        self.action.setEnabled(not session.store.read_only)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Say whether the panel is in the grid's place."""
        return self.panel.isVisibleTo(self._page)

    def choose_file(self) -> None:
        """Let a person choose a file and read it."""
        path = dialogs.choose_table(self._page, self._session.store.path.parent)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file; the panel opens with its plan, or an error box says why not."""
        try:
            self._session.refuse_looking_back()
        except TrackerError as error:
            dialogs.tell(self._page, error, _NOT_READ)
            return
        self._name, self._answers, self._given = path.name, {}, None
        self._quiet.start()
        self.reading.read(path)

    def close(self) -> None:
        """Leave without writing anything."""
        self.reading.cancel()
        self._quiet.stop()
        self._given = None
        self.opened.emit(False)

    def _leave(self) -> None:
        """Escape is 取消, as long as that can be pressed."""
        shown = self.merge if self.panel.currentWidget() is self.merge else self.plan
        if shown.cancel.isEnabled():
            self.close()

    def end(self) -> None:
        """The window closes: stop what runs."""
        self._quiet.stop()
        self.reading.close()

    def _connect(self) -> None:
        self.action.triggered.connect(self.choose_file)
        self._quiet.timeout.connect(self._show_reading)
        self.reading.planned.connect(self._on_planned)
        self.reading.packed.connect(self._on_packed)
        self.reading.passphrase_wanted.connect(self._ask_passphrase)
        self.reading.written.connect(self._on_written)
        self.reading.failed.connect(self._on_failed)
        self.reading.progressed.connect(self.plan.show_progress)
        self.plan.cancelled.connect(self.close)
        self.plan.write_wanted.connect(self._write)
        self.plan.answered.connect(self._on_answered)
        self.merge.cancelled.connect(self.close)
        self.merge.merge_wanted.connect(self._merge)

    def _show_reading(self) -> None:
        self.panel.setCurrentWidget(self.plan)
        self.plan.show_reading(self._name)
        self.opened.emit(True)

    def _on_planned(self, given: Planned) -> None:
        self._quiet.stop()
        self._given = given
        catalogue, today = self._session.snapshot.catalogue, self._session.today()
        asked: tuple[Asked, ...] = questions(given.plan, catalogue, today.year, self._answers)
        self.panel.setCurrentWidget(self.plan)
        self.plan.show_plan(given.path.name, given.plan, catalogue, asked)
        self.opened.emit(True)

    def _on_packed(self, given: Packed) -> None:
        self._quiet.stop()
        self._given = given
        self.panel.setCurrentWidget(self.merge)
        self.merge.show_plan(given.packet, given.plan, self._session.snapshot.catalogue)
        self.opened.emit(True)

    def _ask_passphrase(self, path: Path) -> None:
        self._quiet.stop()
        text = f"填报包“{path.name}”加了密，向交包的人问到口令后填在这里："
        passphrase = dialogs.ask_words(self._page, "填报包的口令", text, "", confirm="打开")
        if passphrase:
            self._quiet.start()
            self.reading.read(path, passphrase)
        else:
            self.close()

    def _on_answered(self, about: str, sheets: tuple[str, ...], value: str) -> None:
        given = self._given
        if isinstance(given, Planned):
            for sheet in sheets:
                self._answers[about, sheet] = value
            self._quiet.start()
            self.reading.plan_again(given, hints_of(given.hints, self._answers))

    def _write(self) -> None:
        given = self._given
        if isinstance(given, Planned) and given.plan.written:
            self._told = f"导入 {given.path.name}：写入 {given.plan.written} 格"
            self.plan.show_reading(given.path.name, writing=True)
            text = import_text(given.path.name)
            work = partial(self.reading.record, given.plan.edits(), text)
            self._after_backup(Reason.IMPORT, work)

    def _merge(self) -> None:
        given = self._given
        if isinstance(given, Packed):
            self._told = f"已合并 {given.path.name}：{len(given.plan.revisions)} 条修订"
            self.merge.show_merging()
            keep = given.plan.kept(self.merge.taken)
            self._after_backup(Reason.MERGE, partial(self.reading.merge, given, keep))

    def _after_backup(self, reason: Reason, work: Callable[[], None]) -> None:
        """Write once a backup is made and proved; without one nothing is written."""
        if self._keeper is None or not self._keeper.keeps:
            work()
        else:
            self._keeper.make(reason, lambda _made: work(), self._on_failed)

    def _on_written(self, changes: Changes) -> None:
        given, self._given = self._given, None
        undoable = isinstance(given, Planned)
        self.opened.emit(False)
        self._session.take_over(changes, import_text(self._name) if undoable else "")
        self.done.emit(self._told, undoable)

    def _on_failed(self, error: TrackerError) -> None:
        self._quiet.stop()
        given = self._given
        if isinstance(given, Planned):
            self._on_planned(given)
        elif isinstance(given, Packed):
            self._on_packed(given)
        else:
            self.opened.emit(False)
        dialogs.tell(self._page, error, _NOT_READ if given is None else _NOT_WRITTEN)
