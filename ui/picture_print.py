"""打印: the picture of the page on paper, through the system's print preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget


def paint_on_paper(image: QImage, printer: QPrinter) -> None:
    """Paint a picture as large as the printable area takes, in its middle."""
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    size = QSize(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(QRect(0, 0, area.width(), area.height()).center())
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
    painter.end()


def paper_for(image: QImage, name: str) -> QPrinter:
    """Return a printer whose page lies as the picture does."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    wide = image.width() >= image.height()
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    return printer


class PicturePrint(QObject):
    """Shows the print preview of a picture; the dialog prints, or saves a PDF."""

    def __init__(self, page: QWidget, show: Callable[[QPrintPreviewDialog], object]) -> None:
        """`show` runs the dialog."""
        super().__init__(page)
        self._page = page
        self._show = show

    def preview(self, image: QImage, name: str) -> None:
        """Open the preview of a picture named for the print queue."""
        printer = paper_for(image, name)
        dialog = QPrintPreviewDialog(printer, self._page)
        dialog.setWindowTitle("打印预览")
        dialog.paintRequested.connect(partial(paint_on_paper, image))
        self._show(dialog)
        dialog.deleteLater()
