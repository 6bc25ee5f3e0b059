"""打印: the picture of the page on paper, through the system's print preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ui.paper_print import PaperPrint


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


class PicturePrint(QObject):
    """Shows the print preview of a picture, on a page that lies as the picture does."""

    def __init__(self, page: QWidget, show: Callable[[QPrintPreviewDialog], object]) -> None:
        """`show` runs the dialog."""
        super().__init__(page)
        self._printing = PaperPrint(page, show)

    def preview(self, image: QImage, name: str) -> None:
        """Open the preview of a picture named for the print queue."""
        wide = image.width() >= image.height()
        self._printing.preview(name, partial(paint_on_paper, image), landscape=wide)
