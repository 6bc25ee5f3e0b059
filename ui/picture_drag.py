"""PictureDrag: a picture dragged out of the window, as a PNG file and as an image at once."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from tracker.charts.gallery import ChartRequest
from tracker.errors import TrackerError
from tracker.snapshot import Snapshot
from ui.chart_work import Picture, picture, picture_name, pinned
from ui.picture_clipboard import offered

_UNDER_POINTER_PX = 220


def run_drag(drag: QDrag) -> object:
    """Follow the pointer until the picture is dropped; whoever takes it gets a copy."""
    return drag.exec(Qt.DropAction.CopyAction)


class PictureDrag(QObject):
    """Writes the file that is dragged into a folder of its own, gone when the page is closed."""

    def __init__(self, page: QWidget, run: Callable[[QDrag], object] = run_drag) -> None:
        super().__init__(page)
        self._page = page
        self._run = run
        self._folder: TemporaryDirectory[str] | None = None

    def start(
        self, snapshot: Snapshot, made: Picture | None, request: ChartRequest, title: str
    ) -> None:
        """Drag a picture: a file manager takes the file, a document the image.

        None: it is still being made in the background, so it is made here and now.
        """
        if made is None:
            try:
                made = picture(pinned(snapshot, request), request)
            except TrackerError:
                return  # the preview is about to say why there is no picture
        drag = QDrag(self._page)
        content = offered(made.png, made.image, title)
        content.setUrls([QUrl.fromLocalFile(str(self._written(snapshot, made)))])
        drag.setMimeData(content)
        drag.setPixmap(
            QPixmap.fromImage(
                made.image.scaledToWidth(
                    _UNDER_POINTER_PX, Qt.TransformationMode.SmoothTransformation
                )
            )
        )
        self._run(drag)

    def close(self) -> None:
        """Take the files away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _written(self, snapshot: Snapshot, made: Picture) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="guoban-drag-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{picture_name(snapshot, made.request)}.png"
        path.write_bytes(made.png)
        return path
