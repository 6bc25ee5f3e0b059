"""数据与备份: where the ledger is, how it is, what was backed up, and how to get it back."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
)

from tracker.errors import TrackerError
from tracker.exchange.tables_out.csv_folder import csv_folder
from tracker.exchange.tables_out.writing import write_folder
from tracker.imported import ImportedFile
from tracker.marking import marking_of, set_marking
from tracker.storage.backups import Backup, Reason
from tracker.storage.health import faults, page_faults
from ui import dialogs
from ui.background import Background
from ui.backup_keeper import BackupKeeper
from ui.models.ledger_lists import BACKUP_COLUMNS, IMPORT_COLUMNS
from ui.models.row_table import Group, RowTable
from ui.pages.page import Page
from ui.restoring import Restoring
from ui.session import Session
from ui.theme import Theme
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.plain_table import dress_plain_table

_MB = 1024 * 1024
_SHOWN = 8
_MOST_IMPORTS = 200


class LedgerPage(Page):
    """Facts of the file at the top, its backups below."""

    title = "数据与备份"
    ledger_wanted = Signal(object)
    """Emitted with the Path of another ledger to open."""

    def __init__(self, session: Session, theme: Theme, keeper: BackupKeeper) -> None:
        super().__init__(session)
        self._keeper = keeper
        self.marking = QLineEdit()
        self.marking.setPlaceholderText("如 内部资料，写在屏幕、图片和文件上")
        self.marking.setMaxLength(12)
        self.marking.setAccessibleName("标注")
        self.marking.editingFinished.connect(self._mark)
        self._work = Background(self)
        self.path = label("", "second")
        self.facts = label("", "second")
        self.health = label("", "second")
        for words in (self.path, self.facts, self.health):
            words.setWordWrap(True)
        self._restoring = Restoring(session, keeper, self)
        self.table: RowTable[Backup] = RowTable(BACKUP_COLUMNS, lambda one: one.path, self)
        self.view = QTableView()
        self.nothing = _empty("还没有备份，点“立即备份”做第一份。")
        dress_plain_table(self.view, self.table, (190, 90, 90))
        self.imports: RowTable[ImportedFile] = RowTable(
            IMPORT_COLUMNS, lambda one: one.revision, self
        )
        self.imports_view = QTableView()
        self.no_imports = _empty("还没有导入过文件；在“填报”里点“导入”，或把文件拖进窗口。")
        dress_plain_table(self.imports_view, self.imports, (190, 90, 90, 90))
        self.check = icon_button(theme, "check", "检查是否完好")
        self.restore = icon_button(theme, "history", "恢复成新文件…")
        self.folder = icon_button(theme, "folder-open", "打开备份文件夹")
        self.export = icon_button(theme, "table-2", "整本导出 CSV…")
        self.open = icon_button(theme, "folder-open", "打开另一个台账…")
        self._save = self._action("立即备份", "save", handler=self._back_up)
        self._lay_out()
        self.check.clicked.connect(self._check)
        self.restore.clicked.connect(self._restore)
        self.folder.clicked.connect(self._open_folder)
        self.export.clicked.connect(self._export)
        self.open.clicked.connect(self._open_another)
        self._restoring.done.connect(self.done)
        self._restoring.failed.connect(self._failed)
        self._restoring.swapped.connect(self._on_swapped)
        keeper.changed.connect(self._refresh_or_wait)

    def header_actions(self) -> list[QAction]:
        """Offer a backup at once."""
        return [self._save]

    def refresh(self) -> None:
        """Show the file as it is now, and the backups the keeper knows."""
        store = self.session.store
        self.path.setText(str(store.path))
        try:
            size = store.path.stat().st_size / _MB
            saved = store.last_saved
        except (OSError, TrackerError):
            self.facts.setText("现在读不到这个文件，请检查磁盘或网络盘。")
            return
        when = "" if saved is None else f"，最近一次保存 {saved:%Y-%m-%d %H:%M}"
        mode = "，只读" if store.read_only else ""
        self.facts.setText(f"{size:.1f} MB{when}{mode}")
        self.table.show([Group("all", "备份", self._keeper.held)] if self._keeper.held else [])
        if self._keeper.failure:
            self._say(self._keeper.failure, "bad")
        elif self._keeper.held and self._keeper.is_overdue:
            self._say("超过一天没有成功的备份，请点“立即备份”。", "warn")
        elif self.health.property("tone") != "ok":
            self._say("还没有检查；启动时的备份验证过。" if self._keeper.held else "还没有检查。")
        self.marking.setText(marking_of(self.session.snapshot.settings))
        self.restore.setEnabled(bool(self._keeper.held))
        self.view.setVisible(bool(self._keeper.held))
        self.nothing.setVisible(not self._keeper.held)
        if self._keeper.held:
            self.view.setRowHidden(0, True)  # one group needs no head
        if self._keeper.held and not self.view.selectionModel().hasSelection():
            self.view.selectRow(1)
        self._show_imports()

    def status_text(self) -> str:
        """Count the backups."""
        return f"备份 {len(self._keeper.held)} 份"

    def closeEvent(self, event: object) -> None:
        """Finish what is being read."""
        self._restoring.close()
        self._work.close()

    def chosen(self) -> Backup | None:
        """Return the backup that is selected."""
        rows = self.view.selectionModel().selectedRows()
        line = self.table.line(rows[0].row()) if rows else None
        return line if isinstance(line, Backup) else None

    def _show_imports(self) -> None:
        found = self.session.store.log.imports(_MOST_IMPORTS)
        self.imports.show([Group("all", "导入记录", found)] if found else [])
        self.imports_view.setVisible(bool(found))
        self.no_imports.setVisible(not found)
        if found:
            self.imports_view.setRowHidden(0, True)

    def _say(self, text: str, tone: str = "") -> None:
        self.health.setText(text)
        self.health.setProperty("tone", tone)
        self.health.style().unpolish(self.health)
        self.health.style().polish(self.health)

    def _back_up(self) -> None:
        def said(made: Backup) -> None:
            self.done.emit(f"已备份 {made.at:%H:%M}，副本打开验证过")

        self._keeper.make(Reason.WISH, said)

    def _mark(self) -> None:
        """Keep the mark, a revision like everything else."""
        if self.marking.text().strip() == marking_of(self.session.snapshot.settings):
            return
        try:
            self.session.record([set_marking(self.marking.text())], "改标注")
        except TrackerError as error:
            self._failed(error)

    def _check(self) -> None:
        path = self.session.store.path
        self._say("正在检查…")

        def found(sentences: list[str]) -> None:
            # The chain is read by the store's own thread; it takes a fraction of a second.
            told = sentences or faults(self.session.store)
            if told:
                self._say("\n".join(told[:_SHOWN]), "bad")
            else:
                self._say("台账完好：页、流水链和现值都对得上。", "ok")

        self._work.start(lambda: page_faults(path), found, self._failed)

    def _restore(self) -> None:
        backup = self.chosen()
        if backup is not None:
            self._restoring.restore(backup)

    def _on_swapped(self, here: Path, kept: str) -> None:
        if kept:
            self._say(f"原来的台账另存为 {kept}。")
        self.ledger_wanted.emit(here)

    def _open_folder(self) -> None:
        last = self._keeper.last
        if last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(last.path.parent)))

    def _export(self) -> None:
        folder = dialogs.choose_folder(self, self.session.store.path.parent)
        if folder is None:
            return
        store = self.session.store
        target = folder / f"{store.path.stem}-{self.session.today():%Y%m%d}"
        try:
            whole = store.contents
            files = csv_folder(
                store.catalogue, store.settings(), *whole.figures(), whole.journal_tables()
            )
            write_folder(target, files)
        except TrackerError as error:
            self._failed(error)
        else:
            self.done.emit(f"整本台账已导出到 {target.name}")

    def _open_another(self) -> None:
        path = dialogs.choose_ledger(self, self.session.store.path.parent)
        if path is not None:
            self.ledger_wanted.emit(path)

    def _failed(self, error: TrackerError) -> None:
        self._say(str(error), "bad")

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(6)
        facts.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(
            (
                ("台账文件", self.path),
                ("大小与保存", self.facts),
                ("完好", self.health),
                ("标注", self.marking),
            )
        ):
            facts.addWidget(label(name, "helper"), row, 0)
            # Aligned, the short field does not hold its column, and the texts, to its own width.
            side = Qt.AlignmentFlag.AlignLeft if words is self.marking else Qt.AlignmentFlag(0)
            facts.addWidget(words, row, 1, side)
        self.marking.setFixedWidth(320)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.check, self.export, self.open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        backups = QHBoxLayout()
        backups.setSpacing(8)
        backups.addWidget(label("备份", "section"))
        note = "启动时、每半小时、导入合并升级恢复前各做一份；两天内全留，再留 12 天、10 周、9 月"
        backups.addWidget(label(note, "helper"), 1)
        backups.addWidget(self.restore)
        backups.addWidget(self.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(label("台账", "section"))
        column.addLayout(facts)
        column.addLayout(buttons)
        column.addWidget(divider())
        column.addLayout(backups)
        column.addWidget(self.view, 3)
        column.addWidget(self.nothing, 3)
        column.addWidget(divider())
        imports = QHBoxLayout()
        imports.setSpacing(8)
        imports.addWidget(label("导入记录", "section"))
        imports.addWidget(label("哪天、谁、从哪个文件导入，写了几格", "helper"), 1)
        column.addLayout(imports)
        column.addWidget(self.imports_view, 2)
        column.addWidget(self.no_imports, 2)


def _empty(text: str) -> QLabel:
    words = label(text, "second")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setWordWrap(True)
    return words
