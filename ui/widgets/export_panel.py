"""导出: which sizes, which format, which folder, and the two buttons that make pictures of it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.charts.presets import Preset
from ui import fonts
from ui.theme import Theme
from ui.widgets.free_size_row import FreeSizeRow, is_free
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

FORMATS = (("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF"))
SCALES = (("1", "1 倍"), ("2", "2 倍"), ("4", "4 倍"))
LETTERS = (("outlines", "轮廓"), ("text", "可改的字"))
_LABEL_PX = 48
_ROW_PX = 28


class ExportPanel(QWidget):
    """A check box for every size the chart declares, format, folder; nothing is written here."""

    export_requested = Signal()
    copy_requested = Signal()
    browse_requested = Signal()
    settings_changed = Signal()
    """Emitted when a person changes sizes, format or folder."""

    def __init__(self, theme: Theme, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._theme = theme
        self._rows = {preset.id: _SizeRow(theme, preset) for preset in presets}
        self._format = Segmented(FORMATS)
        self._format.setAccessibleName("图片格式")
        self._format.chosen.connect(self._on_setting)
        self.free = FreeSizeRow()
        self.free.changed.connect(self._on_setting)
        self._scale = Segmented(SCALES)
        self._scale.setObjectName("scale")
        self._scale.setAccessibleName("像素放大几倍")
        self._scale.chosen.connect(self._on_setting)
        self._letters = Segmented(LETTERS)
        self._letters.setObjectName("letters")
        self._letters.setAccessibleName("SVG 里的文字")
        self._letters.chosen.connect(self._on_setting)
        self._letters_label = label("文字", "second")
        self._folder = QLineEdit()
        self._folder.setAccessibleName("导出到的文件夹")
        self._folder.editingFinished.connect(self._on_setting)
        self.export_button = QPushButton("导出")
        self.copy_button = QPushButton("复制到剪贴板")
        self._arrange(self._browse_button())
        self._connect()

    @property
    def presets(self) -> tuple[str, ...]:
        """The ids of the sizes to export, in their order."""
        return tuple(
            preset for preset, row in self._rows.items() if row.box.isChecked() and row.offered
        )

    @property
    def sizes(self) -> tuple[str, ...]:
        """The ids of the sizes to export, a free one last."""
        return (*self.presets, self.free.id) if self.free.id else self.presets

    @property
    def scale(self) -> float:
        """How many times as many pixels pictures have; their layout is the same."""
        return float(self._scale.value)

    @property
    def text_as(self) -> str:
        """Whether the text of an SVG is outlines or stays text."""
        return self._letters.value

    @property
    def image_format(self) -> str:
        """png, svg or pdf."""
        return self._format.value

    @property
    def folder(self) -> str:
        """The folder as written."""
        return self._folder.text().strip()

    def take(self, sizes: Collection[str], image_format: str, folder: str) -> None:
        """Show remembered choices without announcing them."""
        wanted = set(sizes)
        self.free.take(next((size for size in sizes if is_free(size)), ""))
        for preset, row in self._rows.items():
            row.box.setChecked(preset in wanted)
        if image_format in dict(FORMATS):
            self._format.choose(image_format)
        self.set_folder(folder)
        self._count()

    def set_folder(self, folder: str) -> None:
        """Show a folder without announcing it."""
        self._folder.setText(folder)

    def offer(self, presets: Collection[str]) -> None:
        """Show only the sizes that the chart declares."""
        for preset, row in self._rows.items():
            row.offer(preset in presets)
        self._count()

    def set_busy(self, busy: bool) -> None:
        """Hold the buttons while pictures are being made."""
        self.copy_button.setEnabled(not busy)
        self.export_button.setEnabled(not busy and bool(self.sizes))

    def set_possible(self, possible: bool) -> None:
        """Hold the buttons while there is no picture to export."""
        self.set_busy(not possible)

    def box(self, preset: str) -> QCheckBox:
        """Return the check box of a size."""
        return self._rows[preset].box

    def _browse_button(self) -> QToolButton:
        button = QToolButton(self._folder)
        button.setIcon(self._theme.icon("folder-open"))
        button.setToolTip("选文件夹")
        button.setAccessibleName("选文件夹")
        button.setFixedSize(28, 26)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        inner = QHBoxLayout(self._folder)
        inner.setContentsMargins(0, 0, 3, 0)
        inner.addStretch()
        inner.addWidget(button)
        self._folder.setTextMargins(-2, 0, 26, 0)
        return button

    def _arrange(self, browse: QToolButton) -> None:
        browse.clicked.connect(self.browse_requested)
        sizes = QVBoxLayout()
        sizes.setSpacing(0)
        for row in self._rows.values():
            sizes.addWidget(row)
        sizes.addWidget(self.free)
        form = QGridLayout()
        form.setSpacing(6)
        form.setHorizontalSpacing(0)
        form.setColumnMinimumWidth(0, _LABEL_PX)
        form.addWidget(label("格式", "second"), 0, 0)
        form.addWidget(self._format, 0, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self._letters_label, 1, 0)
        form.addWidget(self._letters, 1, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(label("放大", "second"), 2, 0)
        form.addWidget(self._scale, 2, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(label("存到", "second"), 3, 0)
        form.addWidget(self._folder, 3, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button, 135)
        buttons.addWidget(self.export_button, 117)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(sizes)
        layout.addLayout(form)
        layout.addStretch()
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.copy_button.setIcon(self._theme.icon("copy"))
        self.export_button.setIcon(self._theme.icon("image-down", "onaccent"))
        self.export_button.setProperty("kind", "primary")
        self.copy_button.clicked.connect(self.copy_requested)
        self.export_button.clicked.connect(self.export_requested)
        for row in self._rows.values():
            row.box.clicked.connect(self._on_setting)

    def _on_setting(self) -> None:
        self._count()
        self.settings_changed.emit()

    def _count(self) -> None:
        count = len(self.sizes)
        for part in (self._letters, self._letters_label):
            part.setVisible(self.image_format == "svg")
        self.export_button.setText(f"导出 {count} 张" if count else "选一种尺寸")
        self.export_button.setEnabled(bool(count))


class _SizeRow(QWidget):
    """A size: check box, its outline drawn to scale, name, pixels."""

    def __init__(self, theme: Theme, preset: Preset) -> None:
        super().__init__()
        self.offered = True
        self.setFixedHeight(_ROW_PX)
        self.box = QCheckBox()
        pixels = preset.size_text
        self.box.setAccessibleName(f"导出 {preset.name}，{pixels} 像素")
        self._name = label(preset.name)
        self._name.setBuddy(self.box)
        self.box.toggled.connect(self._on_toggled)
        self._on_toggled(False)
        size = label(pixels, "helper")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addSpacing(8)
        layout.addWidget(_Outline(theme, preset.width / preset.height))
        layout.addSpacing(10)
        layout.addWidget(self._name)
        layout.addStretch()
        layout.addWidget(size)

    def _on_toggled(self, ticked: bool) -> None:
        """Set the name off when the size is ticked."""
        weight = fonts.MEDIUM if ticked else fonts.REGULAR
        self._name.setStyleSheet(f"font-weight: {weight}")

    def offer(self, offered: bool) -> None:
        """Show the row when the chart declares its size."""
        self.offered = offered
        self.setVisible(offered)

    def mousePressEvent(self, _event: object) -> None:
        """Let the whole row be clicked."""
        self.box.click()


class _Outline(QWidget):
    """The shape of a picture, 16 px along its longer side."""

    def __init__(self, theme: Theme, aspect: float) -> None:
        super().__init__()
        self._theme = theme
        longest = 17.0 if aspect > 1 else 15.0 if aspect < 1 else 12.0
        self._width = longest if aspect >= 1 else longest * aspect
        self._height = longest / aspect if aspect >= 1 else longest
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("ink2"), 1.3))
        box = QRectF(0, 0, self._width, self._height)
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(box, 1.5, 1.5)
