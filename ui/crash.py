"""Crash: what nobody foresaw ends in a log file and a window whose report can be copied."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from tracker.errors import TrackerError
from ui import dialogs
from ui.log_file import LOGGER
from ui.widgets.label import label


def report_of(error: BaseException) -> str:
    """Return what a developer needs: where it happened and on which versions, no figures."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    versions = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{versions}\n{frames}{type(error).__name__}"


class CrashReporter(QObject):
    """Stands at sys.excepthook. The window is shown from the event loop, once per error."""

    _happened = Signal(str)

    def __init__(self, show: Callable[[str], None]) -> None:
        super().__init__()
        self._show = show
        self._showing = False
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch everything that nothing else caught."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and show the crash window; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error)
        LOGGER.error("%s", report)
        self._happened.emit(report)

    def _on_happened(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report)
        finally:
            self._showing = False


class CrashWindow(QDialog):
    """Says that the figures are safe, and gives the report to copy."""

    def __init__(self, report: str, log: Path) -> None:
        super().__init__()
        self.setWindowTitle("双过半")
        self.resize(640, 420)
        head = label("◆ 程序出了错，数据是安全的")
        head.setProperty("role", "pane-title")
        head.setProperty("tone", "bad")
        text = label(
            "每一格在离开时就已写进台账，没有丢。可以继续用；再出同样的错，请把下面的内容发给维护人员。"
        )
        text.setProperty("tone", "second")
        text.setWordWrap(True)
        self._log = log
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.where = label(f"日志：{log}")
        self.where.setProperty("role", "helper")
        self.where.setWordWrap(True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        hand_over = QPushButton("交出日志…")
        hand_over.clicked.connect(self._hand_over)
        copy = QPushButton("复制内容")
        copy.clicked.connect(self._copy)
        go_on = QPushButton("继续")
        go_on.setProperty("kind", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.where, 1)
        buttons.addWidget(hand_over)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for widget in (head, text, self.report):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _hand_over(self) -> None:
        from ui.help.about import versions
        from ui.help.log_parcel import pack_log

        proposed = Path.home() / "guoban-日志.zip"
        target = dialogs.choose_new_file(self, proposed, "压缩包 (*.zip)")
        if target is None:
            return
        try:
            pack_log(self._log.parent, versions(), target)
        except TrackerError as error:
            self.where.setText(str(error))
        else:
            self.where.setText(f"日志已存为 {target}")
