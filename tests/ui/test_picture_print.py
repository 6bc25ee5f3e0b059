"""The picture goes to paper whole, turned as it lies, in the middle of the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.picture_print import PicturePrint, paint_on_paper


def a_picture(width: int, height: int) -> QImage:
    """Return a blue picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    return image


@pytest.mark.parametrize(
    ("size", "turned"),
    [
        ((192, 108), QPageLayout.Orientation.Landscape),
        ((108, 192), QPageLayout.Orientation.Portrait),
    ],
)
def test_the_page_of_the_preview_lies_as_the_picture(
    qtbot: QtBot, size: tuple[int, int], turned: QPageLayout.Orientation
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    shown: list[tuple[str, QPageLayout.Orientation]] = []

    def show(dialog: QPrintPreviewDialog) -> None:
        shown.append((dialog.windowTitle(), dialog.printer().pageLayout().orientation()))

    PicturePrint(page, show).preview(a_picture(*size), "轨迹")
    assert shown == [("打印预览", turned)]


def test_the_paper_takes_the_picture(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint_on_paper(a_picture(192, 108), printer)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
