"""FileDrop: a table or a 填报包 dragged onto the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

PACKET_SUFFIX = ".guobao"


class FileDrop(QObject):
    """Watches a window for one dropped file; what else is dragged over it is left alone."""

    dropped = Signal(object)
    """Emitted with the Path."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a single file."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        ):  # fmt: skip
            path = _file(event.mimeData())
            if path is None or event.source() is not None:  # dragged out of this program
                return False
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.dropped.emit(path)
            return True
        return False


def _file(content: QMimeData) -> Path | None:
    """Return the only local file that is dragged; what it is, its content says when it is read."""
    if not content.hasUrls():
        return None
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and not paths[0].is_dir() else None
