"""The gallery at the left of 图表: a thumbnail a chart, drawn after the page is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import fonts
from ui.theme import Theme

GALLERY_PX = 196
_THUMBNAIL = QSize(164, 92)
_ITEM_PX = 132
_LEFT_PX = 16
_TOP_PX = 13
_CHART_ROLE = Qt.ItemDataRole.UserRole
_WORD_ROLE = Qt.ItemDataRole.UserRole + 1
_WAITING, _NO_PICTURE = "正在画…", "还没有数据"


class ChartGallery(QListWidget):
    """Thumbnails and names of the charts; the current one is drawn and offered by the page."""

    chart_picked = Signal(str)
    """Emitted with a chart's id when a person (or `pick`) moves to it."""
    drag_wanted = Signal()
    """Emitted when the thumbnail of the current chart is pulled at."""

    def __init__(self, theme: Theme, charts: Sequence[tuple[str, str]]) -> None:
        """Take (id, name) of every chart, in order."""
        super().__init__()
        self.setObjectName("chart_gallery")
        self.setAccessibleName("图的种类")
        self.setFixedWidth(GALLERY_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setStyleSheet(f"QListWidget {{ background: {theme.tokens['subtle']}; }}")
        self.setItemDelegate(_ThumbnailDelegate(theme, self))
        for chart, name in charts:
            item = QListWidgetItem(name)
            item.setData(_CHART_ROLE, chart)
            self.addItem(item)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def current(self) -> str:
        """The id of the chart that is picked; empty before the first."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_CHART_ROLE))

    def pick(self, chart: str) -> None:
        """Move to a chart by id; an unknown id leaves the gallery as it is."""
        for row in range(self.count()):
            if self.item(row).data(_CHART_ROLE) == chart:
                self.setCurrentRow(row)

    def set_thumbnail(self, chart: str, image: QImage) -> None:
        """Show a picture as a chart's thumbnail, as large as its frame takes."""
        ratio = self.devicePixelRatioF()
        small = image.scaled(
            _THUMBNAIL * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        for row in range(self.count()):
            if self.item(row).data(_CHART_ROLE) == chart:
                self.item(row).setIcon(QIcon(QPixmap.fromImage(small)))

    def clear_thumbnail(self, chart: str) -> None:
        """Show a word in the place of a picture that cannot be made."""
        for row in range(self.count()):
            if self.item(row).data(_CHART_ROLE) == chart:
                self.item(row).setIcon(QIcon())
                self.item(row).setData(_WORD_ROLE, _NO_PICTURE)

    def startDrag(self, _supported: Qt.DropAction) -> None:
        """Let the page drag the picture; the list's own drag would carry a row of a table."""
        if self.has_thumbnail(self.current):
            self.drag_wanted.emit()

    def has_thumbnail(self, chart: str) -> bool:
        """Say whether a chart's thumbnail has arrived."""
        return any(
            self.item(row).data(_CHART_ROLE) == chart and not self.item(row).icon().isNull()
            for row in range(self.count())
        )

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chart_picked.emit(str(current.data(_CHART_ROLE)))


class _ThumbnailDelegate(QStyledItemDelegate):
    """Paints a thumbnail with a hairline frame and its name below; the picked one in accent."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the fixed size of an item."""
        return QSize(GALLERY_PX - 2, _ITEM_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint frame, picture and name."""
        theme = self._theme
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        picked = bool(state & QStyle.StateFlag.State_Selected)
        frame = QRect(
            area.left() + _LEFT_PX, area.top() + _TOP_PX, _THUMBNAIL.width(), _THUMBNAIL.height()
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(frame, theme.color("input"))
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon) and not icon.isNull():
            icon.paint(painter, frame)
        else:
            painter.setFont(fonts.font(12, fonts.REGULAR))
            painter.setPen(theme.color("ink3"))
            word = str(index.data(_WORD_ROLE) or _WAITING)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        outside = 2 if picked else 1
        token = "accent" if picked else "line2" if hovered else "line"
        painter.setPen(QPen(theme.color(token), 2))
        painter.drawRoundedRect(frame.adjusted(-outside, -outside, outside, outside), 3, 3)
        if picked and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(frame.adjusted(-4, -4, 4, 4), 5, 5)
        painter.setFont(fonts.font(13, fonts.MEDIUM if picked else fonts.REGULAR))
        painter.setPen(theme.color("ink" if picked else "ink2"))
        painter.drawText(
            frame.left() + 1, frame.bottom() + 20, str(index.data(Qt.ItemDataRole.DisplayRole))
        )
        painter.restore()
