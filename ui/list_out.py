"""ListOut: a list of 督查 leaves the program: clipboard, .xlsx, .docx, paper."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.exchange.tables_out.list_workbook import list_workbook
from tracker.exchange.tables_out.writing import write_file
from tracker.inspection.stage_list import StageList
from tracker.meeting_pack.list_document import list_document
from ui import dialogs, fonts
from ui.background import Background
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
        show: Callable[[QPrintPreviewDialog], object] = QPrintPreviewDialog.exec,
    ) -> None:
        """`show` runs the print preview."""
        super().__init__(page)
        self.held: StageList | None = None
        self._session = session
        self._page = page
        self._show = show
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
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.held.title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintPreviewDialog(printer, self._page)
        dialog.setWindowTitle("打印预览")
        document = on_paper(self.held)
        dialog.paintRequested.connect(document.print_)
        self._show(dialog)
        dialog.deleteLater()

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
        make = list_document if path.suffix.lower() == ".docx" else list_workbook
        write_file(path, make(held, self._session.today()), force=True)
        return path

    def _on_made(self, path: Path) -> None:
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self.done.emit(f"已导出 {path.name}", "打开文件夹", show)

    def _on_failed(self, error: TrackerError) -> None:
        dialogs.tell(self._page, error, "没有导出")


def on_paper(held: StageList) -> QTextDocument:
    """Lay a list out to be printed: title, sentence and table, black on white."""
    heads = "".join(f"<th>{escape(head)}</th>" for head in held.heads)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.cells) + "</tr>"
        for line in held.lines
    )
    sample = "（示例数据）" if held.sample else ""
    document = QTextDocument()
    document.setDefaultFont(fonts.font(9))
    document.setDefaultStyleSheet("* { color: black; } th { text-align: left; }")
    document.setHtml(
        f"<h2>{escape(held.title)}</h2><p>{escape(held.sentence + sample)}</p>"
        '<table border="1" cellspacing="0" cellpadding="3" width="100%">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
    )
    return document
