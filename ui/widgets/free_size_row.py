"""FreeSizeRow: 自定尺寸, a size in pixels or centimetres beside those that charts declare."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.charts.sheet import FreeSize, centimetres, pixels
from tracker.errors import BadValue
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_PIXELS, _CENTIMETRES = "px", "cm"
UNITS = ((_PIXELS, "像素"), (_CENTIMETRES, "厘米"))
_USUAL = {_PIXELS: "1200x800", _CENTIMETRES: "16x9"}
_USUAL_DPI = "300"
_MARK = "free:"
"""How a free size is told from a preset where both are remembered by their ids."""
_ROW_PX = 28


class FreeSizeRow(QWidget):
    """A check box; ticked, it shows the fields for width × height, unit and dots per inch."""

    changed = Signal()
    """Emitted when a person ticks it or changes what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox("自定尺寸")
        self.box.setFixedHeight(_ROW_PX)
        self.pair = QLineEdit(_USUAL[_PIXELS])
        self.pair.setAccessibleName("自定尺寸的宽和高")
        self.pair.setToolTip("宽x高，如 1200x800 像素、16x9 厘米")
        self.unit = Segmented(UNITS)
        self.unit.setAccessibleName("自定尺寸的单位")
        self.dpi = QLineEdit(_USUAL_DPI)
        self.dpi.setAccessibleName("每英寸点数")
        self.dpi.setToolTip("每英寸点数，72—600")
        self.dpi.setFixedWidth(52)
        self._fields, self._dots = QWidget(), QWidget()
        self._arrange()
        self.box.toggled.connect(self._show_fields)
        self.box.clicked.connect(self.changed)
        self.unit.chosen.connect(self._on_unit)
        for field in (self.pair, self.dpi):
            field.editingFinished.connect(self.changed)
        self._show_fields()

    @property
    def id(self) -> str:
        """The size as it is remembered, such as free:cm:16x9:300; "" when it is not ticked."""
        if not self.box.isChecked():
            return ""
        return f"{_MARK}{self.unit.value}:{self.pair.text().strip()}:{self.dpi.text().strip()}"

    def take(self, size_id: str) -> None:
        """Show a remembered size without announcing it; another id unticks the row."""
        parts = size_id.removeprefix(_MARK).split(":")
        known = is_free(size_id) and len(parts) == len(("unit", "pair", "dpi"))
        if known and parts[0] in dict(UNITS):
            self.unit.choose(parts[0])
            self.pair.setText(parts[1])
            self.dpi.setText(parts[2])
        self.box.setChecked(known)
        self._show_fields()

    def free_size(self, scale: float) -> FreeSize:
        """Return the size, `scale` times as many pixels. Raises BadValue for what is none."""
        if self.unit.value == _PIXELS:
            return pixels(self.pair.text(), scale)
        try:
            dpi = float(self.dpi.text())
        except ValueError:
            raise BadValue(f"每英寸点数“{self.dpi.text()}”不是数，请写 72 到 600。") from None
        return centimetres(self.pair.text(), dpi, scale)

    def _arrange(self) -> None:
        fields = _line(self._fields)
        fields.addWidget(self.pair, 1)
        fields.addWidget(self.unit)
        dots = _line(self._dots)
        dots.addWidget(label("每英寸点数", "second"))
        dots.addWidget(self.dpi)
        dots.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.box, self._fields, self._dots):
            layout.addWidget(part)

    def _show_fields(self) -> None:
        wanted = self.box.isChecked()
        self._fields.setVisible(wanted)
        self._dots.setVisible(wanted and self.unit.value == _CENTIMETRES)

    def _on_unit(self, unit: str) -> None:
        """Take the usual size of the other unit along where nobody wrote one."""
        if self.pair.text() in _USUAL.values():
            self.pair.setText(_USUAL[unit])
        self._show_fields()
        self.changed.emit()


def is_free(size_id: str) -> bool:
    """Say whether a remembered size is a free one."""
    return size_id.startswith(_MARK)


def _line(parent: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(parent)
    line.setContentsMargins(26, 0, 0, 0)
    line.setSpacing(8)
    return line
