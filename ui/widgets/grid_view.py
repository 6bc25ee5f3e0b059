"""GridView: the part of a grid that is typed into, with the keys of Excel and WPS."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.cell_look import CellKind
from ui.models.grid_table import GridTable
from ui.models.landing import Landing
from ui.theme import Theme
from ui.widgets.cell_block import CellBlock
from ui.widgets.grid_cursor import GridCursor
from ui.widgets.grid_delegate import GridDelegate, Leave
from ui.widgets.grid_frames import HANDLE, paint_paste_frame, paint_selection_frame
from ui.widgets.grid_head import GridHead
from ui.widgets.grid_keys import GridKeys


class GridView(QTableView):
    """Shows a grid's value columns. Typing replaces, F2 edits, leaving a cell enters it."""

    current_moved = Signal()
    closed_typed = Signal(int, int)
    """Someone typed into a cell that takes no value: its row and column."""
    pasted = Signal(object)
    """A PasteReport, after a paste."""
    paste_doubted = Signal(object)
    """Emitted with the preview of a paste that a person should look at first."""
    fix_requested = Signal()
    """Enter was pressed where a refused text could be put right."""
    escaped = Signal()
    find_requested = Signal()
    found_next = Signal(int)
    """F3 (1) or Shift+F3 (−1) was pressed."""

    def __init__(
        self, grid: GridTable, theme: Theme, head: GridHead, first_column: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.grid = grid
        self.finds = False
        """Whether a bar listens to Ctrl+F; else the key belongs to the window."""
        self._committing = False
        self._theme = theme
        self.delegate = GridDelegate(grid, theme, frozenset(), self)
        self.delegate.draw_heavy_after(head.half_after)
        self.delegate.left_towards.connect(self._leave)
        self.setModel(grid)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(head)
        self.cursor_ = GridCursor(self, grid, first_column)
        self.block = CellBlock(self, grid, self.cursor_)
        self.keys = GridKeys(self)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self._on_current_changed)
        chosen.selectionChanged.connect(self._on_selection_changed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        # Keys and double clicks are handled here; this lets an input method open the editor too.
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
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
        """Paste the clipboard at the selection, or ask about it first where it is doubtful."""
        found = self.block.clipboard()
        if found is None:
            return
        offered = self.grid.offer(*found)
        if isinstance(offered, Landing):
            self.pasted.emit(self.grid.paste_landing(offered))
        else:
            self.paste_doubted.emit(offered)

    def start_editing(self, typed: str | None = None) -> None:
        """Open the current cell's editor: with its value, or with what was just typed."""
        here = self.cursor_.here
        if here is None:
            return
        if self.grid.look(*here).kind is not CellKind.OPEN:
            self.closed_typed.emit(*here)
            return
        editor = self.delegate.open_editor()
        if editor is not None:  # a key that reached the grid while its editor is open
            editor.insert(typed or "")
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

    def event(self, event: QEvent) -> bool:
        """Keep keys that the window would take: Ctrl+R fills, as in Excel."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self.keys.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        if not self.keys.press(event):
            event.ignore()

    def leave(self, *, forward: bool) -> None:
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
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.cursor_.moved_by_mouse()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell, or say why it takes no value."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.cursor_.can_stand(index.row(), index.column()):
            self.cursor_.go(index.row(), index.column())
            self.start_editing()

    def _on_current_changed(self, current: QModelIndex) -> None:
        """Tell the page, and show the row's number as current."""
        self.delegate.current_row = current.row()
        self.current_moved.emit()

    def _on_selection_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw the frame around the selection anew, which reaches a little beyond the cells."""
        bounds = self.block.bounds()
        many = bounds is not None and bounds.height * bounds.width > 1
        self.delegate.tints_selection = many and len(self.block.cells()) > 1
        for chosen in (*selected.toList(), *deselected.toList()):
            box = self._rect_of(chosen.top(), chosen.left(), chosen.bottom(), chosen.right())
            self.viewport().update(box.adjusted(-HANDLE, -HANDLE, HANDLE, HANDLE))

    # Painting over the cells.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the half line, the paste's frame and the selection's frame."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bounds = self.grid.pasted_bounds
        if bounds is not None:
            paint_paste_frame(painter, self._theme, self._rect_of(*bounds))
        head = self.horizontalHeader()
        if isinstance(head, GridHead) and head.half_after is not None:
            column, last = head.half_after, self.grid.rowCount() - 1
            x = head.sectionViewportPosition(column) + head.sectionSize(column) - 1
            bottom = self.rowViewportPosition(last) + self.rowHeight(last)
            painter.fillRect(QRect(x, 0, 1, bottom), self._theme.color("line2"))
        chosen = self.block.bounds()
        if chosen is not None and self.delegate.open_editor() is None:
            last = chosen.row + chosen.height - 1
            right = chosen.column + chosen.width - 1
            box = self._rect_of(chosen.row, chosen.column, last, right)
            paint_selection_frame(painter, self._theme, box)

    def _rect_of(self, top: int, left: int, bottom: int, right: int) -> QRect:
        first = self.visualRect(self.grid.index(*self.cursor_.start_of(top, left)))
        last = self.visualRect(self.grid.index(*self.cursor_.start_of(bottom, right)))
        box = first.united(last)
        # At the edge of the view there is no line before the cell to lie upon.
        box.setLeft(box.left() - 1 if box.left() else 1)
        box.setTop(box.top() - 1 if box.top() else 1)
        return box
