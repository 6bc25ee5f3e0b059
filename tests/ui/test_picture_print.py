"""The picture goes to paper whole, turned as it lies, in the middle of the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.picture_print import PicturePrint, paint_on_paper, paper_for


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
def test_the_page_lies_as_the_picture_and_takes_it(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], turned: QPageLayout.Orientation
) -> None:
    image = a_picture(*size)
    printer = paper_for(image, "轨迹")
    assert printer.pageLayout().orientation() is turned
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint_on_paper(image, printer)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_the_preview_is_shown(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    shown: list[str] = []

    def show(dialog: QPrintPreviewDialog) -> None:
        shown.append(dialog.windowTitle())

    PicturePrint(page, show).preview(a_picture(40, 20), "轨迹")
    assert shown == ["打印预览"]
