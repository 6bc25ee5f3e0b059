"""SplitTable: the parts of a 目标分解; weight and value can be typed over."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tracker.splitting import Method, Share, Split
from tracker.wording import DASH, number, plain, target_text
from ui import fonts

_Index = QModelIndex | QPersistentModelIndex
NAME, WEIGHT, VALUE, STANDING, MOVE = range(5)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SplitTable(QAbstractTableModel):
    """Read from a Split. What is typed is handed on; the next Split shows what came of it."""

    value_typed = Signal(object, str)
    """Emitted with the Share and the text."""
    weight_typed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.made: Split | None = None
        self._weighted = False

    def show(self, made: Split | None, method: Method) -> None:
        """Show another split; rows that stay the same rows keep the cursor."""
        self._weighted = method is Method.OWN
        before = () if self.made is None else [share.key for share in self.made.shares]
        after = () if made is None else [share.key for share in made.shares]
        if before == after and made is not None:
            self.made = made
            self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, MOVE))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, MOVE)
            return
        self.beginResetModel()
        self.made = made
        self.endResetModel()

    def share(self, row: int) -> Share | None:
        """Return the part on a row."""
        shares = () if self.made is None else self.made.shares
        return shares[row] if 0 <= row < len(shares) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the parts."""
        within = parent is not None and parent.isValid()
        return 0 if within or self.made is None else len(self.made.shares)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Name, weight, value, what stands, and the difference."""
        return 0 if parent is not None and parent.isValid() else MOVE + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A part's value can be typed; the weight only where weights are a person's own."""
        flags = super().flags(index)
        share = self.share(index.row())
        if share is None or self.made is None or share.key == self.made.whole.key:
            return flags
        open_columns = (WEIGHT, VALUE) if self._weighted else (VALUE,)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in open_columns else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed, if it is something else."""
        share = self.share(index.row())
        if share is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() == str(self.data(index, Qt.ItemDataRole.EditRole)):
            return False
        typed = self.weight_typed if index.column() == WEIGHT else self.value_typed
        typed.emit(share, str(value))
        return True

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, side and face; a value set by hand is bold and says so."""
        share = self.share(index.row()) if index.isValid() else None
        if share is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(share, column)
        if role == Qt.ItemDataRole.EditRole:
            typed = plain(share.weight if column == WEIGHT else share.value)
            return typed.replace("−", "-")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if column == NAME else _RIGHT)
        if role == Qt.ItemDataRole.FontRole and column == VALUE:
            return fonts.font(13, fonts.BOLD if share.by_hand else fonts.REGULAR)
        if role == Qt.ItemDataRole.ToolTipRole and column == VALUE and share.by_hand:
            return "自己定的；清空这一格就恢复按比重"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's head."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section == NAME else _RIGHT)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        unit = "" if self.made is None else self.made.indicator.unit
        cumulative = self.made is not None and self.made.cumulative
        share = "累计比重 %" if cumulative else "份数" if self._weighted else "比重 %"
        name = "期别" if cumulative else "地区"
        return (name, share, f"目标 {unit}", "现有目标", "与现有差")[section]

    def _text(self, share: Share, column: int) -> str:
        assert self.made is not None
        indicator, standing = self.made.indicator, share.standing
        if column == NAME:
            return share.name
        if column == WEIGHT:
            return plain(share.weight) if self._weighted else number(share.weight, 1)
        if column == VALUE:
            return number(share.value, indicator.decimals)
        if standing is None or share.change is None:
            return DASH
        if column == STANDING:
            return target_text(standing, indicator, decimals=indicator.decimals)
        return number(share.change, indicator.decimals, signed=True)
