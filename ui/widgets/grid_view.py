"""GridView: the part of a grid that is typed into, with the keys of Excel and WPS."""

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.cell_look import CellKind
from ui.models.grid_table import GridTable
from ui.theme import Theme
from ui.widgets.cell_block import CellBlock
from ui.widgets.grid_cursor import GridCursor
from ui.widgets.grid_delegate import GridDelegate, Leave
from ui.widgets.grid_head import GridHead

_STEPS = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_HANDLE = 6
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class GridView(QTableView):
    """Shows a grid's value columns. Typing replaces, F2 edits, leaving a cell enters it."""

    current_moved = Signal()
    closed_typed = Signal(int, int)
    """Someone typed into a cell that takes no value: its row and column."""
    pasted = Signal(object)
    """A PasteReport, after a paste."""
    fix_requested = Signal()
    """Enter was pressed where a refused text could be put right."""
    escaped = Signal()

    def __init__(
        self, grid: GridTable, theme: Theme, head: GridHead, first_column: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.grid = grid
        self._committing = False
        self._theme = theme
        heavy = frozenset() if head.half_after is None else frozenset({head.half_after})
        self.delegate = GridDelegate(grid, theme, heavy, self)
        self.delegate.left_towards.connect(self._leave)
        self.setModel(grid)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(head)
        self.cursor_ = GridCursor(self, grid, first_column)
        self.block = CellBlock(self, grid, self.cursor_)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self._on_current_changed)
        chosen.selectionChanged.connect(self._on_selection_changed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)

    # What pages call.

    def merge(self, cells: dict[tuple[int, int], int]) -> None:
        """Lay merged cells: from (row, covered column) to the column that covers it."""
        self.clearSpans()
        self.cursor_.covered = dict(cells)
        self.delegate.last_span = {(row, start): column for (row, column), start in cells.items()}
        for (row, column), start in cells.items():
            self.setSpan(row, start, 1, column - start + 1)

    def commit(self) -> None:
        """Enter what stands in an open editor: the cell is being left by other means."""
        editor = self.delegate.open_editor()
        if editor is None or self._committing:
            return
        self._committing = True  # entering makes pages refresh, and a refresh commits
        try:
            self.commitData(editor)
            self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)
        finally:
            self._committing = False

    def paste(self) -> None:
        """Paste the clipboard at the selection."""
        report = self.block.paste()
        if report is not None:
            self.pasted.emit(report)

    def start_editing(self, typed: str | None = None) -> None:
        """Open the current cell's editor: with its value, or with what was just typed."""
        here = self.cursor_.here
        if here is None:
            return
        if self.grid.look(*here).kind is not CellKind.OPEN:
            self.closed_typed.emit(*here)
            return
        self.edit(self.currentIndex())
        editor = self.delegate.open_editor()
        if editor is None:
            return
        editor.replacing = typed is not None
        if typed is not None:
            editor.setText(typed)
            editor.setModified(True)
        editor.deselect()
        editor.end(False)

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        if not (self._move(event) or self._act(event) or self._type(event)):
            event.ignore()

    def _move(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        extend, jump = bool(modifiers & _SHIFT), bool(modifiers & _CTRL)
        if modifiers & _ALT:
            return False
        if key in _STEPS:
            self.cursor_.step(*_STEPS[key], extend=extend, jump=jump)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not jump:
            return self.cursor_.tab(-1 if key == Qt.Key.Key_Backtab or extend else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            way = 1 if key == Qt.Key.Key_End else -1
            (self.cursor_.corner if jump else self.cursor_.row_edge)(way, extend=extend)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not jump:
            for _ in range(max(1, self.viewport().height() // self.rowHeight(1) - 1)):
                self.cursor_.step(1 if key == Qt.Key.Key_PageDown else -1, 0, extend=extend)
        else:
            return False
        return True

    def _act(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        ctrl = bool(event.modifiers() & _CTRL)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self._enter(up=bool(event.modifiers() & _SHIFT))
        elif key == Qt.Key.Key_F6:
            self._leave_grid(forward=not event.modifiers() & _SHIFT)
        elif key == Qt.Key.Key_F2:
            self.start_editing()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.block.clear()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.block.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.block.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.cursor_.select_all()
        elif ctrl and key == Qt.Key.Key_D:
            self.block.fill_down()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not text or not text.isprintable() or event.modifiers() & (_CTRL | _ALT):
            return False
        self.start_editing(text)
        return True

    def _enter(self, *, up: bool) -> None:
        here = self.cursor_.here
        problem = None if here is None else self.grid.problem_at(*here)
        if problem is not None and problem.fix and not up:
            self.fix_requested.emit()
        else:
            self.cursor_.enter(-1 if up else 1)

    def _leave_grid(self, *, forward: bool) -> None:
        """Hand the keyboard on: Tab walks over the cells, so another key must lead out."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _leave(self, towards: Leave) -> None:
        """Go on after an editor was left by a key; stay where the text was refused."""
        self.setFocus()
        here = self.cursor_.here
        if here is None or self.grid.problem_at(*here) is not None:
            return
        if towards in (Leave.RIGHT, Leave.LEFT):
            self.cursor_.tab(1 if towards is Leave.RIGHT else -1)
        else:
            self.cursor_.enter(1 if towards is Leave.DOWN else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell; the keyboard goes on from there. Beside the cells choose their row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.cursor_.can_stand(index.row(), index.column()):
            here = self.cursor_.here
            self.commit()
            if here is not None:
                self.cursor_.go(index.row(), here[1])
            return
        super().mousePressEvent(event)
        if not event.modifiers() & _SHIFT:
            self.cursor_.moved_by_mouse()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell, or say why it takes no value."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.grid.look(index.row(), index.column()).kind is CellKind.CLOSED:
            self.closed_typed.emit(index.row(), index.column())
            return
        super().mouseDoubleClickEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        """Tell the page, and show the row's number as current."""
        self.delegate.current_row = current.row()
        self.current_moved.emit()

    def _on_selection_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the frame around the selection anew, which reaches a little beyond the cells."""
        bounds = self.block.bounds()
        many = bounds is not None and bounds.height * bounds.width > 1
        self.delegate.tints_selection = many and len(self.block.cells()) > 1
        for chosen in (*selected, *deselected):
            box = self._rect_of(chosen.top(), chosen.left(), chosen.bottom(), chosen.right())
            self.viewport().update(box.adjusted(-_HANDLE, -_HANDLE, _HANDLE, _HANDLE))

    # Painting over the cells.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the half line, the paste's frame and the selection's frame."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bounds = self.grid.pasted_bounds
        if bounds is not None:
            pen = QPen(self._theme.color("accent"), 1.6, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4.0, 2.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawRect(QRectF(self._rect_of(*bounds)).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        head = self.horizontalHeader()
        if isinstance(head, GridHead) and head.half_after is not None:
            column, last = head.half_after, self.grid.rowCount() - 1
            x = head.sectionViewportPosition(column) + head.sectionSize(column) - 1
            bottom = self.rowViewportPosition(last) + self.rowHeight(last)
            painter.fillRect(QRect(x, 0, 1, bottom), self._theme.color("line2"))
        self._paint_selection(painter)

    def _paint_selection(self, painter: QPainter) -> None:
        chosen = self.block.bounds()
        if chosen is None or self.delegate.open_editor() is not None:
            return
        box = self._rect_of(
            chosen.row,
            chosen.column,
            chosen.row + chosen.height - 1,
            chosen.column + chosen.width - 1,
        )
        accent = self._theme.color("accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(accent, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(box))
        corner = QRect(box.right() - 3, box.bottom() - 3, _HANDLE + 2, _HANDLE + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(corner, self._theme.color("surface"))
        painter.fillRect(corner.adjusted(1, 1, -1, -1), accent)

    def _rect_of(self, top: int, left: int, bottom: int, right: int) -> QRect:
        first = self.visualRect(self.grid.index(*self.cursor_.start_of(top, left)))
        last = self.visualRect(self.grid.index(*self.cursor_.start_of(bottom, right)))
        return first.united(last).adjusted(-1, -1, 0, 0)
