"""Crash: what nobody foresaw ends in a log file and a window whose report can be copied."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

_LOG_BYTES, _LOG_FILES = 512 * 1024, 3
_log = logging.getLogger("guoban")


def start_log(folder: Path) -> Path:
    """Write the program's log into a folder: rotating, private, without figures of the ledger."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "guoban.log"
    path.touch(mode=0o600)
    handler = RotatingFileHandler(
        path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    return path


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
        _log.error("%s", report)
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
        head = QLabel("◆ 程序出了错，数据是安全的")
        head.setProperty("role", "pane-title")
        head.setProperty("tone", "bad")
        text = QLabel(
            "每一格在离开时就已写进台账，没有丢。可以继续用；再出同样的错，请把下面的内容发给维护人员。"
        )
        text.setProperty("tone", "second")
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        where = QLabel(f"日志：{log}")
        where.setProperty("role", "helper")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton("复制内容")
        copy.clicked.connect(self._copy)
        go_on = QPushButton("继续")
        go_on.setProperty("kind", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(where, 1)
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
