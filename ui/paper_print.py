"""PaperPrint: the system's print preview, and a list laid out for paper."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from tracker.inspection.stage_list import StageList
from ui import fonts

Paint = Callable[[QPrinter], object]


def run_preview(dialog: QPrintPreviewDialog) -> object:
    """Show the dialog until it is closed."""
    return dialog.exec()


class PaperPrint(QObject):
    """The dialog shows the pages, prints them, or saves a PDF."""

    def __init__(
        self,
        page: QWidget,
        show: Callable[[QPrintPreviewDialog], object] = run_preview,
    ) -> None:
        """`show` runs the dialog."""
        super().__init__(page)
        self._page = page
        self._show = show

    def preview(self, name: str, paint: Paint, *, landscape: bool = False) -> None:
        """Open the preview of what `paint` puts on a printer, named for the print queue."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
        printer.setPageOrientation(across if landscape else upright)
        dialog = QPrintPreviewDialog(printer, self._page)
        dialog.setWindowTitle("打印预览")
        dialog.paintRequested.connect(paint)
        self._show(dialog)
        dialog.deleteLater()

    def preview_list(self, held: StageList, mark: str, *, landscape: bool = False) -> None:
        """Open the preview of a list; `mark` (内部资料) stands above it."""
        document = on_paper(held, mark)
        self.preview(held.title, document.print_, landscape=landscape)


def on_paper(held: StageList, mark: str = "") -> QTextDocument:
    """Lay a list out to be printed: title, sentence and table, black on white."""
    heads = "".join(
        f'<th align="{"right" if head in held.right else "left"}">{escape(head)}</th>'
        for head in held.heads
    )
    rows = "".join(f"<tr>{_cells(held, line.cells)}</tr>" for line in held.lines)
    sample = "（示例数据）" if held.sample else ""
    document = black_on_white()
    document.setHtml(
        (f"<p>{escape(mark)}</p>" if mark else "")
        + f"<h2>{escape(held.title)}</h2><p>{escape(held.sentence + sample)}</p>"
        '<table border="1" cellspacing="0" cellpadding="3" width="100%" '
        'style="border-collapse: collapse; border-color: black">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
    )
    return document


def black_on_white(points: float = 9) -> QTextDocument:
    """Return an empty document in the bundled typeface, whatever the theme.

    Its letters are set in points: a pixel of a printer is a twelfth of a screen's.
    """
    document, letters = QTextDocument(), fonts.font(12)
    letters.setPointSizeF(points)
    document.setDefaultFont(letters)
    document.setDefaultStyleSheet("* { color: black; }")
    return document


def _cells(held: StageList, cells: tuple[str, ...]) -> str:
    return "".join(
        f'<td align="{"right" if head in held.right else "left"}">{escape(cell)}</td>'
        for head, cell in zip(held.heads, cells, strict=True)
    )
