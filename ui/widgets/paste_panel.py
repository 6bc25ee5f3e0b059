"""PastePanel: the preview of a doubtful paste, in the place of the grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.exchange.pasting import LayBy
from ui import fonts
from ui.models.paste_preview import PREVIEW_COLUMNS, PastePreview, PreviewLine, way_names
from ui.models.row_table import ROW_ROLE, Group, Index, RowTable
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label
from ui.widgets.plain_table import dress_plain_table
from ui.widgets.segmented import Segmented

_WIDTHS = (260, 110, 110, 320)


class _LineDelegate(QStyledItemDelegate):
    """Sets the heads of groups in bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the weight."""
        super().initStyleOption(option, index)
        if isinstance(index.data(ROW_ROLE), Group):
            option.font = fonts.font(13, fonts.BOLD)


class PastePanel(QWidget):
    """Enter pastes, Escape gives up, the joined buttons lay the block in another way."""

    accepted = Signal(object)
    """Emitted with the PastePreview to write."""
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.preview: PastePreview | None = None
        self.ways: Segmented | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = label("粘贴以前，请看一眼", "pane-title")
        self.summary = label("", "second")
        self.notes = label("", "second")
        self.notes.setWordWrap(True)
        self.table: RowTable[PreviewLine] = RowTable(
            PREVIEW_COLUMNS, lambda line: line.number, self
        )
        self.view = QTableView()
        dress_plain_table(self.view, self.table, _WIDTHS)
        self.view.setItemDelegate(_LineDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.accept_button = QPushButton("粘贴  Enter")
        self.accept_button.setProperty("kind", "primary")
        self.cancel_button = icon_button(theme, "", "取消  Esc")
        self.accept_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self._cancel)
        self._switch = QHBoxLayout()
        self._lay_out()
        self.hide()

    def show_preview(self, preview: PastePreview) -> None:
        """Show what a paste would do; the keyboard comes here."""
        self.preview = preview
        if self.ways is not None:
            self._switch.removeWidget(self.ways)
            self.ways.deleteLater()
            self.ways = None
        if len(preview.ways) > 1:
            self.ways = Segmented(way_names(preview.ways))
            self.ways.chosen.connect(self._on_way)
            self._switch.insertWidget(0, self.ways)
        self._fill()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Enter, give up with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Close without pasting: what lies below is not what the preview was made for."""
        if self.preview is not None:
            self._cancel()

    def _on_way(self, value: str) -> None:
        if self.preview is not None:
            self.preview.choose(LayBy(value))
            self._fill()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        assert self.preview is not None
        self.summary.setText(self.preview.summary)
        self.notes.setText("\n".join(self.preview.way.notes))
        self.notes.setVisible(bool(self.preview.way.notes))
        groups = self.preview.groups()
        self.table.show(groups)
        self.view.clearSpans()
        for row in range(self.table.rowCount()):
            if self.table.is_head(row):
                self.view.setSpan(row, 0, 1, self.table.columnCount())
        self.accept_button.setEnabled(any(group.rows for group in groups if group.name != "lost"))

    def _accept(self) -> None:
        preview = self.preview
        if preview is None or not self.accept_button.isEnabled():
            return
        self._cancel()
        self.accepted.emit(preview)

    def _cancel(self) -> None:
        self.preview = None
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addSpacing(14)
        head.addWidget(self.summary, 1)
        self._switch.setSpacing(10)
        self._switch.addStretch(1)
        self._switch.addWidget(label("粘贴以后仍可用 Ctrl+Z 一步撤销", "helper"))
        self._switch.addWidget(self.cancel_button)
        self._switch.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.view, 1)
        column.addLayout(self._switch)
