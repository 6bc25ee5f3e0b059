"""GridDelegate: paints a grid's cells from their looks, and edits them as a spreadsheet does."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.indicators import Light
from ui import fonts
from ui.models.cell_look import CellKind, CellLook
from ui.models.grid_cells import Index
from ui.models.grid_table import GridTable
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering, elided

_LEFT, _RIGHT = 9, 11
_CORNER = 8
_LAMP_ROOM = 16
_SELECTED = QStyle.StateFlag.State_Selected


class Leave(Enum):
    """Where an editor is left to."""

    DOWN = auto()
    UP = auto()
    RIGHT = auto()
    LEFT = auto()


_ALWAYS = {
    Qt.Key.Key_Return: (Leave.DOWN, Leave.UP),
    Qt.Key.Key_Enter: (Leave.DOWN, Leave.UP),
    Qt.Key.Key_Tab: (Leave.RIGHT, Leave.RIGHT),
    Qt.Key.Key_Backtab: (Leave.LEFT, Leave.LEFT),
    Qt.Key.Key_Down: (Leave.DOWN, Leave.DOWN),
    Qt.Key.Key_Up: (Leave.UP, Leave.UP),
}
_WHEN_TYPING = {Qt.Key.Key_Right: Leave.RIGHT, Qt.Key.Key_Left: Leave.LEFT}


class CellEditor(QLineEdit):
    """The field inside a cell. `replacing`: opened by typing, so that arrows leave the cell."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.replacing = False
        accent, surface, ink = (theme.color(token).name() for token in ("accent", "surface", "ink"))
        self.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {accent}; background: {surface}; color: {ink};"
            " border-radius: 0; padding: 0 7px; min-height: 0; max-height: 999px; }"
        )
        self.setFont(fonts.font(13, fonts.MEDIUM))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class GridDelegate(QStyledItemDelegate):
    """Paints CellLook. `heavy_after` are columns whose right edge is drawn in line2."""

    left_towards = Signal(object)
    """An editor was left by a key, in a direction (Leave); its text is already entered."""

    def __init__(
        self, grid: GridTable, theme: Theme, heavy_after: frozenset[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._theme = theme
        self._heavy_after = heavy_after
        self.current_row = -1
        self.tints_selection = False
        self._editor: CellEditor | None = None
        self.last_span: dict[tuple[int, int], int] = {}
        self._letterings: dict[tuple[int, int, str], Lettering] = {}
        self._line, self._heavy = theme.color("line"), theme.color("line2")

    def draw_heavy_after(self, column: int | None) -> None:
        """Draw the right edge of one column in line2, or of none."""
        self._heavy_after = frozenset() if column is None else frozenset({column})

    # Painting.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw fill, lines, text and marks of one cell."""
        look = self._grid.look(index.row(), index.column())
        box: QRect = option.rect
        fill = look.fill
        if self._is_number_of_current_row(look, index) or (
            self.tints_selection and not look.problem and option.state & _SELECTED
        ):
            fill = "selected"
        if not fill and option.state & _SELECTED:
            fill = "surface"  # one cell alone is framed, not tinted as the view would have it
        if fill:
            painter.fillRect(box, self._theme.color(fill))
        self._paint_lines(painter, box, look, index)
        if look.kind is CellKind.GROUP:
            self._paint_group(painter, box, look)
            return
        self._paint_text(painter, box, look, index)
        if look.revised:
            self._paint_corner(painter, box)
        if look.problem:
            self._paint_problem(painter, box)

    def _is_number_of_current_row(self, look: CellLook, index: Index) -> bool:
        return look.centred and look.kind is CellKind.LABEL and index.row() == self.current_row

    def _paint_lines(self, painter: QPainter, box: QRect, look: CellLook, index: Index) -> None:
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._line)
        if look.kind is CellKind.GROUP:
            return
        last = self.last_span.get((index.row(), index.column()), index.column())
        edge = self._heavy if last in self._heavy_after else self._line
        painter.fillRect(box.right(), box.top(), 1, box.height(), edge)

    def _paint_group(self, painter: QPainter, box: QRect, look: CellLook) -> None:
        if not look.text:
            return
        centre = box.top() + (box.height() - 1) / 2
        title = Lettering(13, 700, self._theme.color("ink"))
        # A group's head spans the row: its words start where the names do.
        end = title.write(painter, look.text, box.left() + _LEFT, centre)
        Lettering(12, 400, self._theme.color("ink3")).write(painter, look.hint, end + 14, centre)

    def _paint_text(self, painter: QPainter, box: QRect, look: CellLook, index: Index) -> None:
        if not look.text and not look.light:
            return
        token, weight = look.ink, look.weight
        if self._is_number_of_current_row(look, index):
            token, weight = "accent", 700
        letters = self._letters(look.px, weight, token)
        centre = box.top() + (box.height() - 1) / 2
        left = box.left() + _LEFT - (2 if look.px < 13 and not look.light else 0)
        if look.light:
            light = Light(look.light)
            centre_point = QPointF(left + 5, centre + 0.5)
            paint_lamp(painter, light, centre_point, self._theme.light_color(light))
            left += _LAMP_ROOM
        room = box.right() - left - (_RIGHT - 3 if look.right else 3)
        text = elided(look.text, look.px, weight, room)
        if look.centred:
            letters.write(painter, text, box.left() + (box.width() - 1) / 2, centre, Align.CENTRE)
        elif look.right:
            letters.write(painter, text, box.right() + 1 - _RIGHT, centre, Align.RIGHT)
        else:
            letters.write(painter, text, left, centre)

    def _letters(self, px: int, weight: int, token: str) -> Lettering:
        """Return a lettering, made once: a full grid writes two hundred texts."""
        name = (px, weight, token)
        found = self._letterings.get(name)
        if found is None:
            found = self._letterings[name] = Lettering(px, weight, self._theme.color(token))
        return found

    def _paint_corner(self, painter: QPainter, box: QRect) -> None:
        right, top = box.right(), box.top()
        corner = QPolygonF(
            [QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)]
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawPolygon(corner)
        painter.restore()

    def _paint_problem(self, painter: QPainter, box: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("bad"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box).adjusted(0, 0, -1, -1))
        painter.restore()
        centre = QPointF(box.left() + 12, box.top() + (box.height() - 1) / 2 + 0.5)
        paint_lamp(painter, Light.RED, centre, self._theme.color("bad"), 4.8)

    # Editing.

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the cell's field."""
        self._editor = CellEditor(parent, self._theme)
        return self._editor

    def open_editor(self) -> CellEditor | None:
        """Return the field that is open, if any."""
        return self._editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the field that is being closed."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the refused text or the stored value, unless typing already replaced it."""
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Enter the text if the person changed it."""
        if isinstance(editor, CellEditor) and editor.isModified():
            index.model().setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field over the cell and its frame."""
        editor.setGeometry(option.rect.adjusted(-1, -1, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the field by Enter, Tab and arrows as a spreadsheet does."""
        if isinstance(watched, CellEditor) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                towards = self._direction(watched, event)
                if towards is not None:
                    self.commitData.emit(watched)
                    self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                    self.left_towards.emit(towards)
                    return True
                if event.key() == Qt.Key.Key_F2:
                    watched.replacing = not watched.replacing
                    return True
            escapes = event.key() == Qt.Key.Key_Escape
            return super().eventFilter(watched, event) if escapes else False
        return super().eventFilter(watched, event)

    def _direction(self, editor: CellEditor, event: QKeyEvent) -> Leave | None:
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ALWAYS:
            return _ALWAYS[key][shifted]
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _WHEN_TYPING.get(key) if editor.replacing and plain else None
