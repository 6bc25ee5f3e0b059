"""PictureCopy: the picture on the clipboard at once, and as SVG as soon as that is drawn."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from tracker.snapshot import Snapshot
from ui.chart_work import ChartWork, Picture
from ui.picture_clipboard import copy_picture


class PictureCopy(QObject):
    """Offers PNG and bitmap at once. The SVG follows if nothing else was copied meanwhile."""

    done = Signal(str, str, object)
    """Emitted with 已复制图片 …, no button and nothing to do."""

    def __init__(self, work: ChartWork) -> None:
        super().__init__(work)
        self._work = work
        self._copied: Picture | None = None
        self._title = ""
        work.vector_ready.connect(self._on_vector)

    def copy(self, snapshot: Snapshot, made: Picture, title: str) -> None:
        """Put a picture on the clipboard."""
        self._copied, self._title = made, title
        copy_picture(QGuiApplication.clipboard(), made.png, made.image, title)
        size = f"{made.image.width()} × {made.image.height()}"
        self.done.emit(f"已复制图片 {size}", "", None)
        self._work.ask_vector(snapshot, made.request)

    def _on_vector(self, request: object, svg: bytes) -> None:
        clipboard, made = QGuiApplication.clipboard(), self._copied
        if made is None or made.request != request:
            return
        if bytes(clipboard.mimeData().data("image/png").data()) == made.png:
            copy_picture(clipboard, made.png, made.image, self._title, svg)
