"""ListOut: a list of 督查 leaves the program: clipboard, .xlsx, .docx, paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.exchange.tables_out.list_workbook import list_workbook
from tracker.exchange.tables_out.writing import write_file
from tracker.inspection.stage_list import StageList
from tracker.marking import marking_of
from ui import dialogs
from ui.background import Background
from ui.paper_print import PaperPrint, run_preview
from ui.session import Session

_WORKBOOK, _DOCUMENT = "工作簿 (*.xlsx)", "Word 文档 (*.docx)"


class ListOut(QObject):
    """`held` is the list that is shown. Files are made of it off the window's thread."""

    done = Signal(str, str, object)
    """Emitted with 已导出 …, 打开文件夹, and what opens it ("" and None: nothing)."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        show: Callable[[QPrintPreviewDialog], object] = run_preview,
    ) -> None:
        """`show` runs the print preview."""
        super().__init__(page)
        self.held: StageList | None = None
        self._session = session
        self._page = page
        self._printing = PaperPrint(page, show)
        self._background = Background(self)

    def copy(self) -> None:
        """Put the list on the clipboard, to paste into a spreadsheet."""
        if self.held is not None:
            QGuiApplication.clipboard().setText(self.held.as_text())
            self.done.emit(f"已复制 {len(self.held.lines)} 行", "", None)

    def save_workbook(self) -> None:
        """Ask where to, and write the list as .xlsx, or as .docx if it is named so."""
        self._save(".xlsx", f"{_WORKBOOK};;{_DOCUMENT}")

    def save_document(self) -> None:
        """Ask where to, and write the list as .docx."""
        self._save(".docx", _DOCUMENT)

    def preview(self) -> None:
        """Open the print preview of the list, on A4 across."""
        if self.held is None:
            return
        mark = marking_of(self._session.snapshot.settings)
        self._printing.preview_list(self.held, mark, landscape=True)

    def wait(self) -> None:
        """Wait until nothing is left to do; results still arrive in the event loop."""
        self._background.wait()

    def close(self) -> None:
        """Let nothing outlive the window."""
        self._background.close()

    def _save(self, suffix: str, kinds: str) -> None:
        held = self.held
        if held is None:
            return
        proposed = self._session.store.path.parent / f"{held.title}{suffix}"
        path = dialogs.choose_new_file(self._page, proposed, kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(suffix)
        work = partial(self._write, held, path)
        self._background.start(work, self._on_made, self._on_failed)

    def _write(self, held: StageList, path: Path) -> Path:
        from tracker.meeting_pack.list_document import list_document  # brings matplotlib in

        make = list_document if path.suffix.lower() == ".docx" else list_workbook
        write_file(path, make(held, self._session.today()), force=True)
        return path

    def _on_made(self, path: Path) -> None:
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self.done.emit(f"已导出 {path.name}", "打开文件夹", show)

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self._page, error, "没有导出")
