"""A picture is dragged out of 图表 as a file and as an image, with the mime data a drop gets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDropEvent, QImage
from PySide6.QtWidgets import QTextEdit

DISTANCE = QPoint(40, 30)


@pytest.fixture
def page(open_window, qtbot):
    """The page 图表 of the sample, its picture drawn."""
    page = open_window(page="charts").page
    qtbot.waitUntil(lambda: page.picture is not None, timeout=30_000)
    return page


@pytest.fixture
def dropped(page, monkeypatch):
    """Collect what each drag carries, instead of following the pointer."""
    carried: list[QMimeData] = []
    kept: list[QDrag] = []

    def run(drag: QDrag) -> None:
        kept.append(drag)
        carried.append(drag.mimeData())
        assert drag.pixmap().width() == 220

    monkeypatch.setattr(page.dragging, "_run", run)
    return carried


def pull(qtbot, widget, at: QPoint) -> None:
    """Press, and move the pointer far enough."""
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(widget, at + DISTANCE)


def file_of(content: QMimeData) -> Path:
    (url,) = content.urls()
    return Path(url.toLocalFile())


def test_the_preview_carries_the_exported_file_and_the_image_until_the_page_closes(
    page, dropped, qtbot
):
    preview = page.stage.preview
    qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=preview.rect().center())
    qtbot.mouseMove(preview, preview.rect().center() + QPoint(2, 2))
    assert dropped == []  # a click is no drag
    pull(qtbot, preview, preview.rect().center())
    (content,) = dropped
    file = file_of(content)
    assert file.read_bytes() == page.picture.png == bytes(content.data("image/png").data())
    assert file.name == "轨迹_招商引资_甘肃省_2023-04_1920x1080.png"
    image = content.imageData()
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (1920, 1080)
    taker = QTextEdit()  # a real receiver of drops, as a text program is one
    qtbot.addWidget(taker)
    assert taker.canInsertFromMimeData(content)
    preview.show_message("没有图", "先录数")
    pull(qtbot, preview, preview.rect().center())
    assert len(dropped) == 1
    page.close()
    assert not file.parent.exists()


def test_a_thumbnail_is_dragged_even_while_its_preview_is_being_made(page, dropped, qtbot):
    qtbot.waitUntil(lambda: page.gallery.has_thumbnail("heat"), timeout=30_000)
    page.gallery.pick("heat")
    assert page.picture is None
    page.gallery.startDrag(Qt.DropAction.CopyAction)
    (content,) = dropped
    assert file_of(content).name.startswith("红黄绿灯_甘肃省_2023-04")
    assert not QImage(str(file_of(content))).isNull()


def test_the_window_does_not_import_its_own_pictures(open_window):
    window = open_window()
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile("/tmp/picture.png")])

    class FromHere(QDropEvent):
        """A drop whose source is a widget of this program."""

        def source(self):
            return window

    event = FromHere(QPointF(10, 10), Qt.DropAction.CopyAction, content,
                     Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    assert window.drop.eventFilter(window, event) is False
