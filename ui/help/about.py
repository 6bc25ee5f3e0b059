"""AboutDialog: the version, what the program is made of and under which licences."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources import VERSION
from ui.theme import Theme
from ui.widgets.label import label
from ui.widgets.year_strip import YearStrip


@dataclass(frozen=True, slots=True)
class Part:
    """Something the program is made of, by its name on the package index ("": none there)."""

    name: str
    licence: str
    package: str = ""

    @property
    def version(self) -> str:
        """The version that is installed, "" where that cannot be told."""
        if self.name == "Python":
            return platform.python_version()
        try:
            return version(self.package) if self.package else ""
        except PackageNotFoundError:
            return ""


PARTS = (
    Part("Python", "PSF-2.0"),
    Part("Qt、PySide6", "LGPL-3.0", "PySide6-Essentials"),
    Part("matplotlib", "Matplotlib（PSF 式）", "matplotlib"),
    Part("NumPy", "BSD-3-Clause", "numpy"),
    Part("Pillow", "MIT-CMU", "pillow"),
    Part("sqlite-utils", "Apache-2.0", "sqlite-utils"),
    Part("platformdirs", "MIT", "platformdirs"),
    Part("click", "BSD-3-Clause", "click"),
    Part("python-calamine", "MIT", "python-calamine"),
    Part("XlsxWriter", "BSD-2-Clause", "XlsxWriter"),
    Part("python-pptx", "MIT", "python-pptx"),
    Part("python-docx", "MIT", "python-docx"),
    Part("lxml", "BSD-3-Clause", "lxml"),
    Part("cryptography", "Apache-2.0 或 BSD-3-Clause", "cryptography"),
    Part("字体 Noto Sans SC", "OFL-1.1"),
)


def versions() -> str:
    """Return all versions, a line each, to send along with a question."""
    lines = [f"双过半 {VERSION}", f"Qt {qVersion()}", platform.platform()]
    return "\n".join([*lines, *(f"{part.name} {part.version}".strip() for part in PARTS)])


class AboutDialog(QDialog):
    """Name, version, licence, and the table of parts."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("关于双过半")
        self.setFixedWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 18)
        column.setSpacing(8)
        column.addWidget(YearStrip(theme, 6))
        column.addWidget(label(f"双过半 {VERSION}", "title"))
        words = label(
            "给省、市州办公室用的经济指标进度程序。一个台账一个文件，不联网。"
            "程序和图标以 MIT 许可发布。",
            "second",
        )
        words.setWordWrap(True)
        column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(_table())
        column.addSpacing(4)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton("复制版本信息")
        copy.clicked.connect(self._copy)
        close = QPushButton("关闭")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(close)
        close.setFocus()
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions())


def _table() -> QFrame:
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(2, 1)
    for column, head in enumerate(("用到的", "版本", "许可")):
        grid.addWidget(label(head, "helper"), 0, column)
    for row, part in enumerate(PARTS, start=1):
        for column, words in enumerate((part.name, part.version or "—", part.licence)):
            grid.addWidget(label(words, "" if column == 0 else "second"), row, column)
    return frame
