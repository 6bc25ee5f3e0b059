"""The preview on 图表: the exported picture itself, scaled to fit, or a sentence instead of it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from ui import fonts
from ui.theme import Theme

_MONTHS = 12
_FRAME_PX = 2
_CELL_PX, _CELL_GAP_PX, _STRIP_PX = 16, 2, 8


class ChartPreview(QWidget):
    """Shows one picture. Its own size never reaches the picture: it scales what was exported."""

    copy_requested = Signal()
    action_requested = Signal()
    """Emitted when a person takes the way out that an empty state offers."""
    drag_wanted = Signal()
    """Emitted when the picture is pulled at, to be dragged somewhere."""
    rescaled = Signal()
    """Emitted when the picture is shown larger or smaller than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._scaled = QImage()
        self._title = ""
        self._reason = ""
        self._pressed: QPoint | None = None
        self._action = QPushButton(self)
        self._action.setProperty("kind", "link")
        self._action.clicked.connect(self.action_requested)
        self._action.hide()
        self.setObjectName("chart_preview")
        self.setAccessibleName("图的预览")
        self.setToolTip("就是导出的图，缩小显示；Ctrl+C 复制，按住可以拖进 PPT、文件夹")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    @property
    def image(self) -> QImage:
        """The picture in its export size; null while a sentence is shown."""
        return self._image

    @property
    def message(self) -> str:
        """The sentence that stands instead of a picture; empty while there is one."""
        return self._title

    @property
    def scale(self) -> float:
        """Shown size ÷ export size, a fraction; 0 without a picture."""
        if self._image.isNull():
            return 0.0
        return self._fitted().width() / self._image.width()

    def show_image(self, image: QImage, description: str) -> None:
        """Show a picture; the description is what screen readers say."""
        self._image, self._scaled = image, QImage()
        self._title = self._reason = ""
        self._action.hide()
        self.setAccessibleDescription(description)
        self.update()

    def show_message(self, title: str, reason: str, action: str = "") -> None:
        """Show an empty state: what is not there, what to do about it, and a button for that."""
        self._image = self._scaled = QImage()
        self._title, self._reason = title, reason
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._place_action()
        self.setAccessibleDescription(f"{title}。{reason}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of the page's middle at its reference size."""
        return QSize(742, 418)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button of the empty state in the middle, and tell of the new scale."""
        super().resizeEvent(event)
        self._place_action()
        self.rescaled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the picture on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the picture is held, if it is."""
        held = event.button() is Qt.MouseButton.LeftButton and not self._image.isNull()
        place = event.position()
        self._pressed = place.toPoint() if held and self._fitted().contains(place) else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask for a drag once the pointer has gone far enough to mean it."""
        if self._pressed is not None:
            way = event.position().toPoint() - self._pressed
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.drag_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in a hairline frame, or the empty state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image.isNull():
            self._paint_message(painter)
        else:
            self._paint_image(painter)

    def _place_action(self) -> None:
        self._action.adjustSize()
        self._action.move((self.width() - self._action.width()) // 2, self.height() // 2 + 44)

    def _fitted(self) -> QRectF:
        """Return where the picture stands: as large as fits, centred, never enlarged."""
        room = QRectF(self.rect()).adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
        size = self._image.size().toSizeF()
        factor = min(room.width() / size.width(), room.height() / size.height(), 1.0)
        width, height = round(size.width() * factor), round(size.height() * factor)
        left = round(room.center().x() - width / 2)
        return QRectF(left, room.top(), width, height)

    def _paint_image(self, painter: QPainter) -> None:
        place = self._fitted()
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(place.width() * ratio), round(place.height() * ratio))
        if self._scaled.size() != wanted:
            self._scaled = self._image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        if self._image.hasAlphaChannel():
            painter.fillRect(place, self._theme.color("surface"))
        painter.drawImage(place, self._scaled)
        painter.setPen(QPen(self._theme.color("line"), _FRAME_PX))
        painter.drawRect(place.adjusted(-1, -1, 1, 1))

    def _paint_message(self, painter: QPainter) -> None:
        theme = self._theme
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("subtle"))
        painter.drawRoundedRect(area, 8, 8)
        if not self._title:
            return
        middle = area.center()
        self._paint_empty_strip(painter, QPointF(middle.x(), middle.y() - 40))
        painter.setFont(fonts.font(16, fonts.BOLD))
        painter.setPen(theme.color("ink"))
        line = QRectF(area.left() + 20, middle.y() - 14, area.width() - 40, 24)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._title)
        painter.setFont(fonts.font(13))
        painter.setPen(theme.color("ink3"))
        below = QRectF(area.left() + 20, middle.y() + 14, area.width() - 40, 60)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrap, self._reason)

    def _paint_empty_strip(self, painter: QPainter, centre: QPointF) -> None:
        """Paint the year strip without a month passed and its half tick."""
        pitch = _CELL_PX + _CELL_GAP_PX
        left = centre.x() - (_MONTHS * pitch - _CELL_GAP_PX) / 2
        for month in range(_MONTHS):
            cell = QRectF(left + month * pitch, centre.y(), _CELL_PX, _STRIP_PX)
            painter.fillRect(cell, self._theme.color("track1"))
        half = left + _MONTHS / 2 * pitch - _CELL_GAP_PX / 2 - 1
        painter.fillRect(QRectF(half, centre.y() - 4, 2, _STRIP_PX + 8), self._theme.color("half"))
